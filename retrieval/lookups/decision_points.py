"""When the next decision point or milestone falls, relative to today."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.facts import DecisionPointFact
from knowledge.when import When
from retrieval.answer import FEWEST_ROWS, Intent, Note, NoteKind, Outcome
from retrieval.asked_for import Expectation
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry, Scored
from retrieval.lookups.moved_points import Moved, moved_points
from retrieval.wording import decision_point_name, period_in_words, sentence

_FITS = 0.6
TABLE_HEAD = ("Punkt", "Tid")
AS_WELL = 0.02  # another assignment that fits as well is asked about, one that fits less is left out
LABEL_FITS = 0.5  # of what the question says beyond the assignment's name
_BEFORE_A_POINT = re.compile(r"\b(?:innan|före|inför|before)\s+(?:BP|MS|G)\s?[0-9O]", re.IGNORECASE)
_WHEN_IT_PASSED = re.compile(r"^(?:när|vilket datum) (?:passerades|togs|godkändes|klarades)\b", re.IGNORECASE)
_HOW_LONG = re.compile(r"^(?:och )?hur länge (?:var|är|blev|varade|pågick)\b", re.IGNORECASE)
# A report is handed in before it is approved.
_RULED_ON = re.compile(r"^\W*(?:godkänn\w+|beslut om|beslut att|fastställ\w+)\b", re.IGNORECASE)
_HANDED_IN_ASKED = re.compile(r"\b(?:lämna[st]?|inlämna\w*|överlämna\w*|skickas?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Point:
    """One decision point with every place that gives it, in reading order."""

    code: str
    places: tuple[Scored, ...]
    moved: Moved | None = None

    @property
    def facts(self) -> tuple[DecisionPointFact, ...]:
        return tuple(each.fact for each in self.places if isinstance(each.fact, DecisionPointFact))

    @property
    def last_day(self) -> date | None:
        if self.moved is not None and self.moved.is_decided:
            return self.moved.when.end
        return max((end for fact in self.facts if (end := _end(fact)) is not None), default=None)

    @property
    def is_milestone(self) -> bool:
        return all(fact.is_milestone for fact in self.facts)

    @property
    def conflicts(self) -> bool:
        """Tell whether the places name times that cannot all be true."""
        return times_that_differ(self.facts)


def times_that_differ(facts: Iterable[DecisionPointFact]) -> bool:
    """Tell whether what is said of one decision point names times that cannot all be true."""
    times = [when for fact in facts if (when := fact.ends or fact.starts) is not None]
    return any(
        one.start is not None
        and one.end is not None
        and other.start is not None
        and other.end is not None
        and not one.overlaps(other.start, other.end)
        for one in times
        for other in times
    )


def times_in_words(facts: Iterable[DecisionPointFact]) -> str:
    """Return the times that are given, each once."""
    return " respektive ".join(dict.fromkeys(period_in_words(fact.starts, fact.ends) for fact in facts))


def _end(fact: DecisionPointFact) -> date | None:
    when = fact.ends or fact.starts
    return when.end if when else None


def decision_points(inquiry: Inquiry) -> list[Candidate]:
    """Answer which decision point or milestone comes next, has passed, or when a named one falls."""
    understanding = inquiry.understanding
    if not (understanding.asks_for(Intent.DECISION_POINT) or understanding.expectation is Expectation.WHEN):
        return []
    if understanding.expectation is Expectation.WHAT and _BEFORE_A_POINT.search(understanding.text):
        return []  # what must be done before a point is told by no point's time
    found = inquiry.find({"decision_point"}, 160)
    if not found:
        return []
    if not understanding.asks_for(Intent.DECISION_POINT):
        return _by_label(inquiry, found)
    found = [each for each in found if each.coverage.share >= _FITS]
    if not found:
        return []
    if (
        understanding.expectation is Expectation.WHEN
        and not understanding.wants_next
        and not understanding.codes
    ):
        return _by_label(inquiry, found)
    best_of_each: dict[int | None, Scored] = {}
    for each in found:
        if each.score >= found[0].score - AS_WELL:
            best_of_each.setdefault(each.entry.assignment_id, each)
    return [
        candidate
        for best in best_of_each.values()
        if (candidate := _of_assignment(inquiry, best)) is not None
    ]


def _of_assignment(inquiry: Inquiry, best: Scored) -> Candidate | None:
    """Return what is asked for of the one assignment's schedule."""
    points = _points(_of_same_assignment(inquiry, best), moved_points(inquiry, best))
    chosen = _choose(inquiry, points)
    if chosen and not _is_of_the_focus(inquiry, chosen):
        return None
    if chosen:
        return _candidate(inquiry, best, points, chosen)
    known = [
        point for point in points if inquiry.understanding.wants_milestone or not point.facts[0].is_milestone
    ]
    return _nothing_left(inquiry, best, known) if inquiry.understanding.wants_next and known else None


def _is_of_the_focus(inquiry: Inquiry, chosen: Sequence[_Point]) -> bool:
    """Tell whether points are of the thing asked for: when G2 is tells not "vilken plattform valdes vid G2"."""
    understanding = inquiry.understanding
    word = inquiry.asked.word(understanding.focus)
    if word is None or not understanding.codes or understanding.expectation is not Expectation.WHICH:
        return True
    return any(inquiry.matcher.names(word, fact.label) for point in chosen for fact in point.facts)


def _of_same_assignment(inquiry: Inquiry, best: Scored) -> list[Scored]:
    entry = best.entry
    entries = inquiry.register.facts_of(entry.document.id, {"decision_point"})
    same = [other for other in entries if other.fact.subject == entry.fact.subject]
    return sorted((inquiry.score(other) for other in same), key=lambda each: each.entry.source.span.start)


def _points(group: Iterable[Scored], moved: Mapping[str, Moved]) -> list[_Point]:
    by_code: dict[str, list[Scored]] = {}
    for each in group:
        if isinstance(each.fact, DecisionPointFact):
            by_code.setdefault(each.fact.code or each.fact.label, []).append(each)
    points = [_Point(code, tuple(places), moved.get(code)) for code, places in by_code.items()]
    return sorted(points, key=lambda point: (point.last_day or date.max, point.code))


def _choose(inquiry: Inquiry, points: Sequence[_Point]) -> list[_Point]:
    understanding = inquiry.understanding
    if _WHEN_IT_PASSED.search(understanding.text) or _HOW_LONG.search(understanding.text):
        return []  # a schedule says when it should, and no length
    passed_in_question = (
        set(understanding.codes)
        if re.search(r"passer|klar|tagen|tagits", understanding.text.lower())
        else set()
    )
    if understanding.codes and not passed_in_question:
        return [point for point in points if point.code in understanding.codes]
    ahead = [
        point
        for point in points
        if point.last_day is not None
        and point.last_day >= inquiry.today
        and point.code not in passed_in_question
    ]
    if passed_in_question:
        last = max(
            (index for index, point in enumerate(points) if point.code in passed_in_question), default=-1
        )
        ahead = [point for point in ahead if points.index(point) > last]
    of_kind = (
        [point for point in ahead if point.is_milestone]
        if understanding.wants_milestone
        else [point for point in ahead if not point.is_milestone]
    )
    if understanding.wants_next or understanding.expectation is Expectation.WHEN:
        coming = of_kind or (ahead if understanding.wants_milestone else [])
        return coming if understanding.wants_list else coming[:1]  # "vilka återstår" asks for all of them
    if understanding.wants_passed:
        return _passed(inquiry, points)
    return list(points)


def _passed(inquiry: Inquiry, points: Sequence[_Point]) -> list[_Point]:
    """Return the points whose day has been; milestones only where they are asked for, or all there are."""
    passed = [point for point in points if point.last_day is not None and point.last_day < inquiry.today]
    of_kind = [point for point in passed if point.is_milestone == inquiry.understanding.wants_milestone]
    return of_kind or passed


def _candidate(
    inquiry: Inquiry, best: Scored, points: Sequence[_Point], chosen: Sequence[_Point], bonus: float = 0.25
) -> Candidate:
    understanding = inquiry.understanding
    is_next = understanding.wants_next and len(chosen) == 1
    told = tuple(map(_name_and_time, chosen))
    lines = [": ".join(each) for each in told]
    if is_next:
        kind = "milstolpe" if chosen[0].is_milestone else "beslutspunkt"
        text = f"Nästa {kind} är {lines[0]}."
        between = [
            p
            for p in points
            if p.is_milestone and p.last_day and inquiry.today <= p.last_day and _before(p, chosen[0])
        ]
        if between and not chosen[0].is_milestone:
            text += f" Före den ligger {_in_words(between[0])}."
    elif len(lines) == 1:
        text = sentence(lines[0])
    else:
        text = f"{len(lines)} punkter:\n" + "\n".join(f"• {line}" for line in lines)
    notes = tuple(
        Note(
            NoteKind.CONFLICT,
            f"Källorna anger olika tid för {point.code}: {times_in_words(point.facts)}. Båda visas.",
        )
        for point in chosen
        if point.conflicts
    ) + tuple(_move_told(point.code, point.moved) for point in chosen if point.moved is not None)
    places = [place for point in chosen for place in point.places]
    is_told = understanding.expectation is not Expectation.WHEN or any(
        fact.starts or fact.ends for point in chosen for fact in point.facts
    )
    return Candidate(
        text=text,
        sources=tuple(
            dict.fromkeys(
                (
                    *(source for point in chosen if point.moved for source in point.moved.decision.sources),
                    *(source for place in places for source in place.sources),
                )
            )
        ),
        score=best.score + bonus,
        intent=Intent.DECISION_POINT,
        coverage=best.coverage,
        outcome=Outcome.ANSWERED if is_told else Outcome.NOT_FILLED_IN,
        notes=notes,
        assignment_id=best.entry.assignment_id,
        subject=best.fact.subject,
        is_list=len(chosen) > 2,
        table=(TABLE_HEAD, *told) if len(told) >= FEWEST_ROWS else (),
    )


def _before(one: _Point, other: _Point) -> bool:
    return one.last_day is not None and other.last_day is not None and one.last_day < other.last_day


def _in_words(point: _Point) -> str:
    return ": ".join(_name_and_time(point))


def _name_and_time(point: _Point) -> tuple[str, str]:
    """Return what the point is called and when it is; every time given when its places disagree."""
    fact = next((fact for fact in reversed(point.facts) if fact.label), point.facts[0])
    if point.moved is not None and point.moved.is_decided:
        before = times_in_words(point.facts)
        return decision_point_name(fact), f"{period_in_words(None, point.moved.when)} (tidigare {before})"
    if point.conflicts:
        return decision_point_name(fact), times_in_words(point.facts)
    exact = min(point.facts, key=lambda each: _width(each.ends or each.starts))
    return decision_point_name(fact), period_in_words(exact.starts, exact.ends)


def _move_told(code: str, moved: Moved) -> Note:
    """Say that a decision moved the point, or that one is proposed to."""
    document = moved.decision.entry.document.title
    if moved.is_decided:
        return Note(NoteKind.SUPERSEDED, f"{code} flyttades genom ett senare beslut ({document}).")
    when = period_in_words(None, moved.when)
    return Note(NoteKind.PROPOSED, f"Det finns ett förslag att flytta {code} till {when} ({document}).")


def _width(when: When | None) -> int:
    if when is None or when.start is None or when.end is None:
        return 10_000
    return (when.end - when.start).days


def _nothing_left(inquiry: Inquiry, best: Scored, points: Sequence[_Point]) -> Candidate:
    last = points[-1]
    return Candidate(
        text=f"Inget återstår i tidplanen den {inquiry.today.isoformat()}. Den sista punkten var {_in_words(last)}.",
        sources=tuple(source for place in last.places for source in place.sources),
        score=best.score + 0.25,
        intent=Intent.DECISION_POINT,
        coverage=best.coverage,
        assignment_id=best.entry.assignment_id,
        subject=best.fact.subject,
    )


def _by_label(inquiry: Inquiry, found: Sequence[Scored]) -> list[Candidate]:
    """Answer when something named in a schedule's row happens, with every place that gives a time for it."""
    rows = [
        (share, each)
        for each in found
        if isinstance(each.fact, DecisionPointFact)
        and (each.fact.starts or each.fact.ends)
        and not (_HANDED_IN_ASKED.search(inquiry.understanding.text) and _RULED_ON.search(each.fact.label))
        and (share := inquiry.label_share(each.entry, f"{each.fact.code} {each.fact.label}")) >= LABEL_FITS
        and each.coverage.share >= _FITS
    ]
    if not rows:
        return []
    share, best = max(rows, key=lambda row: (round(row[0], 2), row[1].score))
    assert isinstance(best.fact, DecisionPointFact)
    points = _points(_of_same_assignment(inquiry, best), moved_points(inquiry, best))
    point = next(
        (point for point in points if best.fact.code and point.code == best.fact.code), _Point("", (best,))
    )
    places = [place for place in point.places if _speaks_of(inquiry, place, share)] or [best]
    return [
        _candidate(
            inquiry, best, points, [_Point(point.code, tuple(places), point.moved)], bonus=0.1 + 0.2 * share
        )
    ]


def _speaks_of(inquiry: Inquiry, place: Scored, share: float) -> bool:
    assert isinstance(place.fact, DecisionPointFact)
    return inquiry.label_share(place.entry, f"{place.fact.code} {place.fact.label}") >= share - 0.35
