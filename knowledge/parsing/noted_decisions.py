"""Noted decisions: what the notes of a group say was decided behind an arrow ("-> Beslut: grinden skjuts till mars")."""

import re
from collections.abc import Iterator

from knowledge.blocks import Block, BlockKind, ReadDocument, Section, sections
from knowledge.documents import DocumentProfile
from knowledge.facts import DecisionFact, Standing
from knowledge.parsing.decisions import outcome_of
from knowledge.parsing.minutes_meeting import group_met
from knowledge.parsing.sentences import trail_of

_ARROW = re.compile(r"(?:^|(?<=\s))(?:[-–=]{1,2}>|[→⇒➔➜►])\s*")
_DECIDES = re.compile(
    r"(?P<label>Beslut(?:at|ades)?\s?:\s*)|(?:[A-ZÅÄÖ][\wåäö-]*\s+)?(?:beslutade|beslutar|beslöt|enades|bestämde|godkände|fastställde)\b"
)
_LAST_SENTENCE = re.compile(r"(?:^|(?<=[.!?]\s))[^.!?]+[.!?]?\s*$")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?P<title>[A-ZÅÄÖ][^.:;]{2,60})")


def noted_decisions(document: ReadDocument, profile: DocumentProfile) -> Iterator[DecisionFact]:
    """Yield what stands behind an arrow and says that it was decided; a bare "nej" goes with the sentence before it."""
    board = group_met(document.text) or profile.board
    for section in sections(document.blocks):
        point = ""
        for block in section.blocks:
            numbered = _NUMBERED.fullmatch(block.text.strip())
            if numbered is not None:  # a point's heading that reading took for an item of a list
                point = numbered["title"]
            elif block.kind is not BlockKind.TABLE_ROW:
                yield from _in_block(block, section, point, board, profile)


def _in_block(
    block: Block, section: Section, point: str, board: str, profile: DocumentProfile
) -> Iterator[DecisionFact]:
    arrows = list(_ARROW.finditer(block.text))
    for number, arrow in enumerate(arrows):
        end = arrows[number + 1].start() if number + 1 < len(arrows) else len(block.text)
        decides = _DECIDES.match(block.text, arrow.end(), end)
        if decides is None:
            continue
        start = decides.end() if decides["label"] else arrow.end()
        if not block.text[start:end].strip():
            continue
        if _leans_on_what_is_before(block.text[start:end]):
            before = _LAST_SENTENCE.search(block.text[: arrow.start()])
            start = before.start() if before is not None else start
        words = block.text[start:end].strip()
        number_of = _NUMBERED.match(section.title)
        yield DecisionFact(
            span=block.content.span(start, start + len(words)),
            subject=point
            or (number_of["title"] if number_of is not None else section.title)
            or profile.title,
            section=trail_of(section),
            text=words,
            standing=Standing.DECIDED,
            outcome=outcome_of(words),
            board=board,
            meeting_date=profile.date,
        )


def _leans_on_what_is_before(words: str) -> bool:
    """Tell whether a decision says only that something is so or not, and what it is on stands before it."""
    return (
        re.match(r"(?:ja|nej|ok|avslag|bifall|godkänns|avslås|avvakta)\b", words.strip(), re.IGNORECASE)
        is not None
    )
