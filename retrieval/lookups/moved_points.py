"""A decision point whose time a later decision has moved: "BP4 tidigareläggs till den 15 oktober 2026"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.facts import DecisionFact, Standing
from knowledge.when import When
from retrieval.dates_held import dates_in
from retrieval.inquiry import Inquiry, Scored

_MOVES = re.compile(
    r"tidigarelä\w+|tidigarelag\w+|senarelä\w+|senarelag\w+|flytta\w*|framflytta\w*|\bskjuts\b|\bskjuta\b|\bändras\b|\bny tid\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\btill\b", re.IGNORECASE)
_SPEAKS_OF_IT = 0.5  # of what the assignment is called, in the matter that was decided


@dataclass(frozen=True, slots=True)
class Moved:
    """The time that a decision gives a point, and whether it was taken or only proposed."""

    when: When
    decision: Scored

    @property
    def is_decided(self) -> bool:
        """Tell whether the move was decided."""
        return (
            isinstance(self.decision.fact, DecisionFact) and self.decision.fact.standing is Standing.DECIDED
        )


def moved_points(inquiry: Inquiry, best: Scored) -> dict[str, Moved]:
    """Return the latest move of each decision point of an assignment by its code; what was decided goes before proposals."""
    found: dict[str, Moved] = {}
    for move, codes in _moves(inquiry, best):
        for code in codes:
            known = found.get(code)
            if known is None or _rank(move) > _rank(known):
                found[code] = move
    return found


def _rank(move: Moved) -> tuple[bool, int]:
    profile = move.decision.entry.document.profile
    return move.is_decided, profile.date.toordinal() if profile.date is not None else 0


def _moves(inquiry: Inquiry, best: Scored) -> Iterator[tuple[Moved, list[str]]]:
    directive = best.entry.document.profile
    title = frozenset(inquiry.matcher.words.terms(best.fact.subject))
    for each in inquiry.find({"decision"}, 160):
        profile = each.entry.document.profile
        if not isinstance(each.fact, DecisionFact) or not _MOVES.search(each.fact.text):
            continue
        if profile.organisation != directive.organisation or (
            profile.date is not None and directive.date is not None and profile.date < directive.date
        ):
            continue
        context = frozenset(
            inquiry.matcher.words.terms(f"{each.fact.subject} {each.fact.section} {each.fact.text}")
        )
        if not title or len(title & context) / len(title) < _SPEAKS_OF_IT:
            continue
        dates = dates_in(_TO.split(each.fact.text)[-1], profile.year)
        codes = [
            f"{letters.upper()}{number}"
            for letters, number in re.findall(r"\b(BP|MS|G)\s?(\d)\b", each.fact.text)
        ]
        if dates and codes:
            yield Moved(dates[0], each), codes
