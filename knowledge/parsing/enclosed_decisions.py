"""Decisions that stand in a plan or a list: what a board decided on it, below a heading such as "Socialnämndens beslut"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.blocks import ReadDocument
from knowledge.documents import DocumentProfile
from knowledge.facts import Fact, MeetingFact
from knowledge.parsing.boards import BOARD
from knowledge.parsing.minutes_matters import Matter
from knowledge.parsing.minutes_meeting import Meeting
from knowledge.parsing.minutes_paragraphs import Paragraph, said_in
from knowledge.parsing.minutes_sections import Part, PartKind, heading_kind, parts_of
from knowledge.parsing.minutes_stream import Line, Stream, stream_of
from knowledge.parsing.minutes_tasks import people_named

_HEADING = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?(?P<board>(?=[A-ZÅÄÖ])[\wåäöÅÄÖ &,-]*?(?i:fullmäktige|styrelsen|nämnden|utskottet|direktionen))s\s+beslut"
)
_IN_ONE_PLACE = (
    400  # characters of the document that a board's proposal may stand above its superior's decision
)
_ENDS = re.compile(
    r"(?:Sammanträdes(?:tider|dagar|datum)|Kontakt|Bilag(?:a|or)|Vid\s+protokollet|Underskrifter)\b"
)


def enclosed_decisions(document: ReadDocument, profile: DocumentProfile) -> Iterator[Fact]:
    """Yield what boards decided on a document that is no minutes, with the votes and the dissent told there."""
    if "s beslut" not in document.text:
        return
    stream = stream_of(document)
    for line in stream.lines:
        heading = _HEADING.fullmatch(stream.text, line.start, line.end)
        if (
            heading is None
            or not (line.is_heading or line.opens)
            or BOARD.fullmatch(heading["board"]) is None
        ):
            continue
        end = _end(stream, line)
        parts = [*_proposal_above(stream, line), *_parts(stream, line, end)]
        matter = Matter("", profile.title, profile.case_number, parts[0].start, line.end, end)
        meeting = Meeting(heading["board"], profile.date, people=people_named(stream.text[: line.start]))
        for fact in said_in(Paragraph(stream, matter, tuple(parts), meeting)):
            if not isinstance(fact, MeetingFact):
                yield fact


def _parts(stream: Stream, heading: Line, end: int) -> tuple[Part, ...]:
    """Return the decision below its heading and the parts that follow: motions, vote, dissent."""
    opening, *others = parts_of(stream, heading.end, end)
    words = stream.words(heading.start, heading.end)
    return (replace(opening, kind=PartKind.DECISION, heading=re.sub(r"^[\d.]+\s+", "", words)), *others)


def _proposal_above(stream: Stream, heading: Line) -> Iterator[Part]:
    """Yield the proposal that stands right above the decision on it."""
    last = parts_of(stream, max(0, heading.start - _IN_ONE_PLACE), heading.start)[-1]
    if last.kind is PartKind.PROPOSAL and BOARD.search(last.heading):
        yield last


def _end(stream: Stream, heading: Line) -> int:
    """Return where another subject begins: at a heading that is none of those minutes have."""
    for line in stream.lines_between(heading.end, len(stream.text)):
        words = stream.words(line.start, line.end)
        is_another = line.is_heading and heading_kind(words) is None
        if is_another or (line.opens and _ENDS.match(words)) or _HEADING.fullmatch(words):
            return line.start
    return len(stream.text)
