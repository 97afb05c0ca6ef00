"""What in a status does not fit the plan: said at once, with the words of both; pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.digest import OVERDUE_WITHIN_DAYS
from knowledge.entries import FactEntry, SourceQuote, State, StatusDetails, StatusUpdate
from knowledge.facts import DeadlineFact, DecisionPointFact
from knowledge.status_dates import dates_in_message
from knowledge.swedish_words import SwedishWords
from knowledge.when import When

CHECKED_KINDS = ("decision_point", "deadline")
_POINT_WITH_DATE = re.compile(r"(?<!\w)(?P<code>(?:BP|MS)\s?\d)(?!\w)(?P<rest>[^.;\n]*)", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;!?](?=\s|$)|,(?=\s)|\n|\s[–-]\s")
_NAMED = 0.75
_SHORTEST_ROOT = 4
_DOING = re.compile(r"(?:ning|ande|ing|as|s)$")
_IN_ANY_PLAN = "beslut leverans start klar färdig går ut uppdrag direktiv möte rapport slutrapport genomförd första andra".split()


class Misfit(StrEnum):
    """How a status and the plan disagree."""

    DONE_EARLY = "done_early"  # said to be done before its last decision point
    POINT_PASSED = "point_passed"  # nobody has told how a decision point went
    OTHER_DATE = "other_date"  # another date than the plan's for the same decision point
    AFTER_THE_LAST = "after_the_last"  # expected later than the plan's last point


@dataclass(frozen=True, slots=True)
class PlanMisfit:
    """A misfit; `said` are the words of the status, `point` and `when` the plan's, `source` where it says so."""

    kind: Misfit
    said: str
    point: str
    when: str
    source: SourceQuote


@dataclass(frozen=True, slots=True)
class _Point:
    entry: FactEntry
    code: str
    name: str
    words: str
    first: date
    last: date
    is_decision: bool


def misfits(
    state: State | None,
    details: StatusDetails,
    message: str,
    facts: Iterable[FactEntry],
    history: Sequence[StatusUpdate],
    today: date,
    words: SwedishWords,
) -> tuple[PlanMisfit, ...]:
    """Return what of a status does not fit its assignment's `facts`, of CHECKED_KINDS; drafts bind nobody.

    `history` is what was reported before, newest first.
    """
    points = sorted(_points(facts), key=lambda point: point.last)
    if not points:
        return ()
    dates = (
        list(_other_dates(points, message, today))
        or list(_other_dates_by_name(points, message, today, words))
        or list(_after_the_last(points, details, today))
    )
    stands = _done_early(points, today) if state is State.DONE else _passed(points, message, history, today)
    return (*dates, *stands)


def _points(facts: Iterable[FactEntry]) -> Iterator[_Point]:
    for entry in facts:
        fact = entry.fact
        if entry.document.profile.is_draft:
            continue
        if isinstance(fact, DecisionPointFact) and (ends := fact.ends or fact.starts) and ends.end:
            starts = (fact.starts and fact.starts.start) or ends.start or ends.end
            name = " ".join(part for part in (fact.code, fact.label) if part)
            yield _Point(entry, fact.code, name, ends.words, starts, ends.end, not fact.is_milestone)
        elif isinstance(fact, DeadlineFact) and fact.due.end and fact.due.start and not fact.due.yearly:
            due = fact.due
            yield _Point(entry, "", fact.label, due.words, fact.due.start, fact.due.end, is_decision=False)


def _done_early(points: Sequence[_Point], today: date) -> Iterator[PlanMisfit]:
    last = points[-1]
    if last.last >= today:
        yield _misfit(Misfit.DONE_EARLY, "", last)


def _passed(
    points: Sequence[_Point], message: str, history: Sequence[StatusUpdate], today: date
) -> Iterator[PlanMisfit]:
    """Yield the last decision point that passed, unless somebody reported since, or the message speaks of it."""
    passed = [point for point in points if point.is_decision and point.last < today]
    if not passed or (today - passed[-1].last).days > OVERDUE_WITHIN_DAYS:
        return
    last = passed[-1]
    is_told = last.code and re.search(rf"(?<!\w){_spaced(last.code)}(?!\w)", message, re.IGNORECASE)
    if not is_told and not any(each.at.date() >= last.last for each in history if not each.withdrawn):
        yield _misfit(Misfit.POINT_PASSED, "", last)


def _other_dates(points: Sequence[_Point], message: str, today: date) -> Iterator[PlanMisfit]:
    for match in _POINT_WITH_DATE.finditer(message):
        code = re.sub(r"\s", "", match["code"]).upper()
        planned = [point for point in points if re.sub(r"\s", "", point.code).upper() == code]
        said = _said_first(match["rest"], today)
        if planned and said and not any(said.overlaps(each.first, each.last) for each in planned):
            yield _misfit(Misfit.OTHER_DATE, match.group().strip(" ,"), planned[-1])


def _other_dates_by_name(
    points: Sequence[_Point], message: str, today: date, words: SwedishWords
) -> Iterator[PlanMisfit]:
    """Yield the dates of points that the message calls by their names: most of the words that only one's name holds."""
    for clause in _CLAUSE.split(message):
        dates = dates_in_message(clause, today)
        if len(dates) != 1 or dates[0].start is None:
            continue
        held = set(words.terms(clause))
        fits = {id(point): _share_named(point, held, words) for point in points}
        best = max(fits.values())
        meant = [point for point in points if fits[id(point)] == best]
        if best >= _NAMED and not any(dates[0].overlaps(each.first, each.last) for each in meant):
            yield _misfit(Misfit.OTHER_DATE, clause.strip(" ,"), meant[-1])


def _share_named(point: _Point, held: set[str], words: SwedishWords) -> float:
    """Return how much of a point's own name some words hold; words that any plan has name none."""
    name = re.sub(rf"^{re.escape(point.code)}\s*", "", point.name)
    own = {each.term for each in words.weighted_terms(name) if not each.is_part}
    own -= {words.forms(word)[0] for word in _IN_ANY_PLAN}
    told = sum(_is_held(term, held) for term in own)
    return told / len(own) if own else 0.0


def _is_held(term: str, held: set[str]) -> bool:
    """Tell whether words hold a term, or the verb of its noun and the other way: "tilldelas", "tilldelning"."""
    root = _DOING.sub("", term)
    return term in held or (
        len(root) >= _SHORTEST_ROOT and any(_DOING.sub("", each) == root for each in held)
    )


def _said_first(words: str, today: date) -> When | None:
    """Return the first date, unless another decision point comes before it."""
    own = re.split(r"(?<!\w)(?:BP|MS)\s?\d", words, maxsplit=1, flags=re.IGNORECASE)[0]
    return next(iter(dates_in_message(own, today)), None)


def _after_the_last(points: Sequence[_Point], details: StatusDetails, today: date) -> Iterator[PlanMisfit]:
    last = points[-1]
    for expected in details.expected:
        when = next(iter(dates_in_message(expected, today)), None)
        if when is not None and when.start is not None and when.start > last.last >= today:
            yield _misfit(Misfit.AFTER_THE_LAST, expected, last)
            return


def _misfit(kind: Misfit, said: str, point: _Point) -> PlanMisfit:
    return PlanMisfit(kind, said, point.name, point.words, point.entry.source)


def _spaced(code: str) -> str:
    return r"\s?".join(re.escape(part) for part in re.findall(r"[A-Za-z]+|\d+", code))
