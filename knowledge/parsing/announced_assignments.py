"""Announced assignments: the list below words such as "fullmäktige riktar följande uppdrag till nämnden:"."""

import re
from collections.abc import Iterator
from itertools import takewhile

from knowledge.blocks import BlockKind, ReadDocument, Section, sections
from knowledge.facts import AssignmentFact, Role, RoleFact
from knowledge.parsing.addressees import Addressee, split_addressees
from knowledge.parsing.sentences import split_sentences, trail_of

_GIVER = r"(?P<giver>\b[\wåäö]*(?:fullmäktige|styrelsen|nämnden|direktionen|utskottet))"
_ANNOUNCES = re.compile(
    rf"{_GIVER}\b[^.:;]{{0,80}}?\bföljande\s+(?:[\wåäö]+\s+)?uppdrag(?:\s+(?:till|åt)\s+(?P<who>[^.:;]{{3,160}}?))?\s*[:;]?\s*$",
    re.IGNORECASE,
)
# What is only asked for, or sent back to be done again, is not given.
_NOT_GIVEN = re.compile(r"föresl|förslag|yrka|återremit|skulle", re.IGNORECASE)
_NOBODY = re.compile(r"(?:olika|vissa|flera|berörda)\s", re.IGNORECASE)
_YEAR = re.compile(r"\b20\d\d\b")
_NUMBERED = re.compile(r"(?:(?P<number>\d{1,2})[.)]\s+)?(?P<what>.*)", re.DOTALL)
_SHORTEST, _LONGEST = 8, 420


def announced_assignments(document: ReadDocument, year: int | None) -> Iterator[AssignmentFact | RoleFact]:
    """Yield each item of an announced list as an assignment, with who gave it and whom it is directed to.

    `year` is the document's; the year that the heading or the announcement names goes before it.
    """
    for section in sections(document.blocks):
        yield from _of_section(section, year)


def _of_section(section: Section, year: int | None) -> Iterator[AssignmentFact | RoleFact]:
    for number, block in enumerate(section.blocks):
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        lead = next(iter([*split_sentences(block.content)][::-1]), None)
        announced = _ANNOUNCES.search(lead.text) if lead is not None else None
        if lead is None or announced is None or _NOT_GIVEN.search(lead.text):
            continue
        named = _YEAR.search(f"{section.title} {lead.text}")
        whom = announced["who"] or ""
        addressees: tuple[Addressee, ...] = () if _NOBODY.match(whom) else split_addressees(whom)
        items = takewhile(lambda each: each.kind is BlockKind.LIST_ITEM, section.blocks[number + 1 :])
        for item in items:
            numbered = _NUMBERED.match(item.text)
            what = numbered["what"].strip(" .;,") if numbered is not None else ""
            if numbered is None or not _SHORTEST <= len(what) <= _LONGEST:
                continue
            trail = trail_of(section)
            yield AssignmentFact(
                span=item.span,
                subject=what,
                section=trail,
                number=numbered["number"] or "",
                giver=announced["giver"],
                addressees=tuple(each.name for each in addressees if each.name),
                year=int(named.group()) if named else year,
            )
            for each in addressees:
                yield RoleFact(
                    span=item.span, subject=what, section=trail, role=Role.ADDRESSEE, holder=each.name
                )
