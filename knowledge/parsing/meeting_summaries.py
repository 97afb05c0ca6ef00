"""Meeting summaries as organisations publish them on the web: a heading a matter, the decision in running text."""

import re
from collections.abc import Iterator

from knowledge.parsing.minutes_matters import Matter, case_number_in
from knowledge.parsing.minutes_stream import Line, Stream

_NUMBERED = re.compile(r"(?P<number>\d{1,3})\.\s+(?P<title>[A-ZÅÄÖ].+)")
_OTHERS = re.compile(r"^(?:Övriga|Andra)\s+(?:ärenden|beslut|punkter)\b", re.IGNORECASE)
_TITLE_LENGTH = 130
_REFERENCE_LENGTH = 60
# Fewer headings than this, and the reader saw none in a plain text.
_ENOUGH = 3


def summary_matters(stream: Stream) -> tuple[Matter, ...]:
    """Return the matters of a summary in order: each heading with the text below it."""
    headings = [line for line in stream.lines if line.is_heading]
    if len(headings) < _ENOUGH:
        headings = [line for index, line in enumerate(stream.lines) if _is_heading(stream, index)]
    ends = [*(line.start for line in headings[1:]), len(stream.text)][: len(headings)]
    return tuple(_matter(stream, line, end) for line, end in zip(headings, ends, strict=True))


def _matter(stream: Stream, heading: Line, end: int) -> Matter:
    """Read a heading, and the line with number and case number that may stand below it."""
    title = stream.words(heading.start, heading.end)
    below = stream.lines_between(heading.end, end)[:1]
    words = stream.words(below[0].start, below[0].end) if below else ""
    if len(words) > _REFERENCE_LENGTH:
        words = ""
    number = re.search(r"§\s*\d+(?:/\d+)?", words)
    return Matter(
        number[0] if number else "",
        title,
        case_number_in(title) or case_number_in(words),
        heading.start,
        heading.end,
        end,
    )


def listed_matters(stream: Stream) -> Iterator[Matter]:
    """Yield the matters that a summary only lists by number, after "Övriga ärenden"."""
    begins = next(
        (line.start for line in stream.lines if _OTHERS.match(stream.text[line.start : line.end])), None
    )
    if begins is None:
        return
    for line in stream.lines_between(begins, len(stream.text)):
        match = _NUMBERED.fullmatch(stream.text[line.start : line.end])
        if match:
            yield Matter(
                match["number"],
                match["title"].strip(),
                case_number_in(match["title"]),
                line.start,
                line.end,
                line.end,
            )


def _is_heading(stream: Stream, index: int) -> bool:
    line = stream.lines[index]
    words = stream.text[line.start : line.end]
    if line.is_heading:
        return True
    following: Line | None = stream.lines[index + 1] if index + 1 < len(stream.lines) else None
    stands_alone = line.opens and following is not None and following.opens
    return (
        stands_alone
        and len(words) <= _TITLE_LENGTH
        and bool(re.match(r"[A-ZÅÄÖ0-9]", words))
        and not re.search(r"[.:;,?!]$|^\d+[.)]\s|^[•·*–-]|^\[", words)
    )
