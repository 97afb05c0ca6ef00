"""A decision point whose time a later decision has moved: "BP4 tidigareläggs till den 15 oktober 2026"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.facts import DecisionFact, Standing
from knowledge.when import When
from retrieval.dates_held import dates_in
from retrieval.inquiry import OPENING, Inquiry, Scored

MOVES = re.compile(
    r"tidigarelä\w+|tidigarelag\w+|senarelä\w+|senarelag\w+|flytta\w*|framflytta\w*|\bskjut(?:s|a|er|it)\b|\bsköts\b|\bändras\b|\bny(?:tt|a)? (?:slut)?(?:tid|datum|dag)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*\btill\b", re.IGNORECASE)
_CODE = re.compile(
    r"\b(?:(?P<letters>BP|MS|M|G)\s?|(?P<name>(?i:beslutspunkt|milstolpe))(?:en)?\s(?:nr\s)?)(?P<number>\d)\b"
)
_CALLED = {"beslutspunkt": "BP", "milstolpe": "MS"}
_JOINS = re.compile(r"\s*(?:,|och|samt|respektive|–)\s*")
DECISIONS_READ = 160
_SPEAKS_OF_IT = 0.5  # of what the assignment is called, in the matter that was decided
_KIND_BEFORE = re.compile(r"^[\w-]*(?:direktiv|uppdrag|projekt|program|plan)\w*\s*[:–-]\s+")
_ADDED = re.compile(r"\s[–-]\s|,\s|\s\(")
_AFTER_NAME = re.compile(r"[,:]|\s[–-]\s")
_FEWEST_OF_NAME = 2  # words that tell one assignment from another


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
    for move, code in _moves(inquiry, best):
        known = found.get(code)
        if known is None or _rank(move) > _rank(known):
            found[code] = move
    return found


def _rank(move: Moved) -> tuple[bool, int]:
    profile = move.decision.entry.document.profile
    return move.is_decided, profile.date.toordinal() if profile.date is not None else 0


def _moves(inquiry: Inquiry, best: Scored) -> Iterator[tuple[Moved, str]]:
    """Yield what later decisions on the assignment do to its points, each with the point's code."""
    directive = best.entry.document.profile
    for each in inquiry.find({"decision"}, DECISIONS_READ):
        fact, profile = each.fact, each.entry.document.profile
        if not isinstance(fact, DecisionFact) or not MOVES.search(fact.text):
            continue
        is_earlier = profile.date is not None and directive.date is not None and profile.date < directive.date
        if is_earlier:
            continue
        is_on = profile.organisation == directive.organisation and _is_on(
            inquiry, fact, best.fact.subject, directive.case_number
        )
        if is_on or _is_named_first(inquiry, each, best.fact.subject):
            yield from ((Moved(when, each), code) for code, when in moves_in(fact.text, profile.year))


def _is_on(inquiry: Inquiry, decision: DecisionFact, assignment: str, case_number: str) -> bool:
    """Tell whether a decision is on an assignment: by the number of the case, or by what the matter is called.

    A matter may go by the first words of a long name ("Egenvård i hemmet, ändrad tidplan").
    """
    if case_number and is_same_case(decision.case_number, case_number):
        return True
    terms = inquiry.matcher.words.terms
    title = frozenset(terms(assignment))
    context = frozenset(terms(f"{decision.subject} {decision.section} {decision.text}"))
    if not title:
        return False
    called = frozenset(terms(_AFTER_NAME.split(decision.subject)[0]))
    return len(title & context) / len(title) >= _SPEAKS_OF_IT or (
        len(called) >= _FEWEST_OF_NAME and called <= title
    )


def _is_named_first(inquiry: Inquiry, decision: Scored, assignment: str) -> bool:
    """Tell whether the notes of a group name the assignment on their first lines, as what the group is for."""
    opening = " ".join(inquiry.text_of(decision.entry.document)[:OPENING].lower().split())
    return any(called in opening for called in names_of(assignment))


def names_of(assignment: str) -> list[str]:
    """Return what an assignment goes by, in lower case: its whole title, and its name between a label and an addition."""
    whole = " ".join(assignment.lower().split())
    name = _ADDED.split(_KIND_BEFORE.sub("", whole))[0]
    return [each for each in dict.fromkeys((whole, name)) if len(each.split()) >= _FEWEST_OF_NAME]


def is_same_case(one: str, other: str) -> bool:
    """Tell whether two case numbers have the same figures, of the same register where both name theirs."""
    letters, others = (set(re.findall(r"[A-ZÅÄÖ]{2,}", number)) for number in (one, other))
    return _figures(one) == _figures(other) and (not letters or not others or letters == others)


def _figures(case_number: str) -> tuple[str, ...]:
    return tuple(figures.lstrip("0") for figures in re.findall(r"\d+", case_number))


def moves_in(text: str, year: int | None) -> Iterator[tuple[str, When]]:
    """Yield the code of each point that words move and the time that they move it to."""
    codes = list(_CODE.finditer(text))
    waiting: list[str] = []
    begun, is_moving = 0, False
    for number, code in enumerate(codes):
        end = codes[number + 1].start() if number + 1 < len(codes) else len(text)
        letters = code["letters"] or _CALLED[code["name"].lower()]
        waiting.append(f"{letters}{code['number']}")
        after = text[code.end() : end]
        if _JOINS.fullmatch(after):
            continue
        is_moving = MOVES.search(text[begun:end]) is not None or (is_moving and _TO.match(after) is not None)
        dates = dates_in(_TO.split(after)[-1], year) if is_moving and _TO.search(after) else ()
        yield from ((each, dates[0]) for each in waiting if dates)
        waiting, begun = [], end
