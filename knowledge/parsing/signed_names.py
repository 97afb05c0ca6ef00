"""Signed names: who signs as what, where names and titles stand side by side on two lines of their own."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from knowledge.blocks import Block, BlockKind, Section, Span
from knowledge.facts import NamedCell, RowFact
from knowledge.parsing.aligned_cells import gapped
from knowledge.parsing.role_statements import PERSON
from knowledge.parsing.sentences import trail_of

_NAME = re.compile(PERSON)
_TITLE = re.compile(
    r"(?:[Tt]f\.? |[Vv]ice |[Bb]iträdande )?[A-ZÅÄÖa-zåäö-]*(?i:chef|direktör|ordförande|ledare|sekreterare|strateg|utredare|handläggare|ägare"
    r"|samordnare|controller|ekonom|jurist|rektor|arkivarie|planerare|ombud)(?: [a-zåäö&-]+){0,3}"
)
_DOTS = re.compile(r"[\s.…_-]*")
_FEWEST = 2  # one name above one title is read as a line with a role, or as nothing


def signed_names(section: Section, title: str) -> Iterator[RowFact]:
    """Yield a row of a title and its holder for each name above or below its title, the dots to sign on left out."""
    lines = [block for block in section.blocks if not _DOTS.fullmatch(block.text)]
    for above, below in pairwise(lines):
        if above.kind is not BlockKind.PARAGRAPH or below.kind is not BlockKind.PARAGRAPH:
            continue
        for held, name in _pairs(gapped(above), gapped(below)):
            yield RowFact(
                span=_from_to(above, below),
                subject=section.trail[-1] if section.trail else title,
                section=trail_of(section),
                cells=(NamedCell(held, name),),
            )


def _pairs(above: Sequence[str], below: Sequence[str]) -> list[tuple[str, str]]:
    """Return each title with its holder; nothing when the lines are no names and titles side by side."""
    if len(above) != len(below) or len(above) < _FEWEST:
        return []
    if all(map(_NAME.fullmatch, above)) and all(map(_TITLE.fullmatch, below)):
        return list(zip(below, above, strict=True))
    if all(map(_TITLE.fullmatch, above)) and all(map(_NAME.fullmatch, below)):
        return list(zip(above, below, strict=True))
    return []


def _from_to(above: Block, below: Block) -> Span:
    return Span(above.span.start, below.span.end)
