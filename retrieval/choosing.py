"""Choose, among what would answer a question, what covers it best: one, none, or which of two is meant; pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.when import Precision
from retrieval.answer import Choice, Intent, Outcome
from retrieval.asked_for import Expectation
from retrieval.candidate import Candidate
from retrieval.dates_held import dates_in
from retrieval.lexicon import FUNCTION_WORDS
from retrieval.lookups.moved_points import MOVES
from retrieval.quantities import is_another_quantity
from retrieval.rivals import lies_elsewhere, names_another_number, only_counts
from retrieval.understanding import Understanding

REGISTER_FITS = 0.82  # a register fact with its kind's bonus: about two thirds of the subject's weight
PASSAGE_FITS = 0.72  # a passage gets no bonus and must hold most of it
PASSAGE_FITS_WHEN = 0.75  # dates abound: a passage must hold more of it
FULL_SHARE = 0.95
NEARLY_FULL = 0.88
SAME_FIT = 0.02
EQUAL_FIT = 0.005  # of two wordings of one thing the newer document's holds
TIED = 0.05  # what two documents answer about as well is meant of the one that is talked about
NEARLY_AS_WELL = 0.1
MOST_CHOICES = 5


# Words by which a newer document puts another time, or another person, in the place of the one that was given.
_REPLACED: dict[Expectation, re.Pattern[str]] = {
    Expectation.WHEN: re.compile(rf"(?:{MOVES.pattern})[^.]*\btill\b|\bi ?stället för\b", re.IGNORECASE),
    Expectation.WHO: re.compile(
        r"\bi ?stället för\b|\btar över\b|\bövertar\b|\befterträder\b|\bersätts?\b"
        r"|\bny\w? (?:\w+ )?\w*(?:ledare|ägare|chef|direktör|ordförande|ansvarig|samordnare|koordinator|sekreterare|handläggare|kontaktperson|beställare)\b"
        r"[^.]{0,60}?\b(?:är|blir|från och med|fr\.?o\.?m)",
        re.IGNORECASE,
    ),
}
_LATEST = re.compile(
    r"\b(?:senaste|nyaste|latest|most recent)\s+(?:\w+\s+)?\w*(?:protokoll|plan|rapport|möte|sammanträde|version|direktiv|report|minutes)",
    re.IGNORECASE,
)
_TELLS_A_TIME = re.compile(
    r"\d|årlig|varje|löpande|kontinuerlig|vecka|månad|kvartal|termin|tills vidare|inte (?:fastställ|bestäm|beslut)|inget|inte|menar du",
    re.IGNORECASE,
)


def _floor(understanding: Understanding) -> float:
    """Return how well a passage must cover the question."""
    return PASSAGE_FITS_WHEN if understanding.expectation is Expectation.WHEN else PASSAGE_FITS


def _is_of_another(understanding: Understanding, candidate: Candidate) -> bool:
    """Tell whether a fact is of another of a numbered sort than is asked about, counts what should be named, or tells no time."""
    if understanding.expectation is Expectation.WHEN and not _TELLS_A_TIME.search(candidate.text):
        return True
    if understanding.expectation is Expectation.HOW_MUCH and is_another_quantity(
        understanding.text, candidate.text
    ):
        return True
    told = f"{candidate.text} {' '.join(source.quote for source in candidate.sources[:1])}"
    return (
        names_another_number(understanding.text, told)
        or lies_elsewhere(understanding.text, f"{candidate.subject} {told}")
        or (not candidate.is_list and only_counts(understanding, candidate.text))
    )


def fitting(
    understanding: Understanding, register: Sequence[Candidate], passages: Sequence[Candidate]
) -> list[Candidate]:
    """Return the candidates that cover the question well enough."""
    floor = _floor(understanding)
    fits = [
        candidate
        for candidate in register
        if candidate.score >= REGISTER_FITS and not _is_of_another(understanding, candidate)
    ]
    lacking = {
        source.document.id
        for candidate in fits
        if candidate.outcome is not Outcome.ANSWERED and candidate.intent is not Intent.MEETING
        for source in candidate.sources
    }
    fits += [
        candidate
        for candidate in passages
        if candidate.score >= floor and lacking.isdisjoint(source.document.id for source in candidate.sources)
    ]
    return fits


def choose(understanding: Understanding, fits: Sequence[Candidate], asked: str) -> Candidate | None:
    """Return the candidate that covers the question best, if any does well enough, or what has taken its place since."""
    chosen = _best(fits, asked)
    if chosen is None or understanding.expectation not in _REPLACED:
        return chosen
    return _replaced_since(chosen, fits, _REPLACED[understanding.expectation]) or chosen


def _best(fits: Sequence[Candidate], asked: str) -> Candidate | None:
    """Return the candidate that covers the question best, if any does well enough."""
    if not fits:
        return None
    best = _newest_of_equals(max(fits, key=lambda candidate: candidate.score), fits)
    if _LATEST.search(asked):
        best = _latest(best, fits)
    if best.outcome is Outcome.NOT_FOUND:
        best = _said_elsewhere(best, fits) or best
    return _ambiguous(best, fits, asked) or best


def _newest_of_equals(best: Candidate, fits: Sequence[Candidate]) -> Candidate:
    """Return the candidate of the newest document of one organisation among those of its sort that fit just as well."""
    equals = [
        each
        for each in fits
        if each.sources
        and best.sources
        and each.sources[0].document.profile.date is not None
        and best.score - each.score <= EQUAL_FIT
        and (each.intent, each.outcome) == (best.intent, best.outcome)
        and _organisation(each) == _organisation(best)
    ]
    newest = max(equals, key=lambda each: (_age(each), each.score), default=best)
    is_dated = bool(best.sources) and best.sources[0].document.profile.date is not None
    return newest if is_dated and _age(newest) > _age(best) else best


def _latest(best: Candidate, fits: Sequence[Candidate]) -> Candidate:
    """Return the candidate of the newest document among those that fit nearly as well: "det senaste protokollet"."""
    rivals = [each for each in fits if each.sources and best.score - each.score <= NEARLY_AS_WELL]
    return max(rivals, key=lambda each: (_age(each), each.score), default=best)


def _replaced_since(
    best: Candidate, fits: Sequence[Candidate], replaces: re.Pattern[str]
) -> Candidate | None:
    """Return what a newer document says of the very time or person that the best candidate gives: that it is another now."""
    if best.outcome is not Outcome.ANSWERED or replaces.search(best.text) or not best.sources:
        return None
    newer = [
        each
        for each in fits
        if each.outcome is Outcome.ANSWERED
        and each.sources
        and _told_on(each) > _age(best)
        and each.coverage.share >= NEARLY_FULL
        and replaces.search(each.text)
    ]
    return max(newer, key=lambda each: (_told_on(each), each.score), default=None)


def _told_on(candidate: Candidate) -> date:
    """Return the day of a candidate's document, or where that bears none the first day that its words name."""
    if candidate.sources[0].document.profile.date is not None:
        return _age(candidate)
    days = (when.start for when in dates_in(candidate.text) if when.precision is Precision.DAY and when.start)
    return min(days, default=_age(candidate))


def _age(candidate: Candidate) -> date:
    profile = candidate.sources[0].document.profile
    return profile.date or (date(profile.year, 1, 1) if profile.year else date.min)


def _said_elsewhere(missing: Candidate, fits: Sequence[Candidate]) -> Candidate | None:
    """Return what another document says in full, where the best one lacks the value that is asked for."""
    # the calendar of a meeting may be told in words beside the one day that was read as a fact
    is_calendar = missing.intent is Intent.MEETING
    lacking = set() if is_calendar else {source.document.id for source in missing.sources}
    others = [
        candidate
        for candidate in fits
        if candidate.outcome is Outcome.ANSWERED
        and candidate.coverage.share >= FULL_SHARE
        and candidate.coverage.dates == 1.0
        and lacking.isdisjoint(source.document.id for source in candidate.sources)
    ]
    return max(others, key=lambda candidate: candidate.score, default=None)


def _ambiguous(best: Candidate, fits: Sequence[Candidate], asked: str) -> Candidate | None:
    """Ask which is meant when two assignments fit as well and would be answered differently."""
    if best.assignment_id is None or best.intent not in {Intent.OWNER, Intent.DECISION_POINT, Intent.STATUS}:
        return None
    rivals = {
        (candidate.subject, _organisation(candidate)): candidate
        for candidate in sorted(fits, key=lambda candidate: candidate.score)
        if candidate.assignment_id not in {None, best.assignment_id}
        and candidate.intent is best.intent
        and best.score - candidate.score <= SAME_FIT
        and candidate.text != best.text
        and not (
            _organisation(candidate) == _organisation(best) and _is_the_same(candidate.subject, best.subject)
        )
    }
    rivals.pop((best.subject, _organisation(best)), None)
    if not rivals:
        return None
    meant = [best, *rivals.values()][:MOST_CHOICES]
    subjects = [each.subject for each in meant]
    labels = [
        each.subject if subjects.count(each.subject) == 1 else f"{each.subject} ({_organisation(each)})"
        for each in meant
    ]
    return replace(
        best,
        outcome=Outcome.AMBIGUOUS,
        text="Vilket uppdrag menar du?\n" + "\n".join(f"• {label}" for label in labels),
        choices=tuple(Choice(label, f"{asked.rstrip(' ?.!')} – {label}?") for label in labels),
    )


def _is_the_same(one: str, other: str) -> bool:
    """Tell whether two wordings name one assignment, the longer with nothing of its own but how it is gone about."""
    words = [
        {word for word in re.findall(r"\w+", each.lower()) if word not in FUNCTION_WORDS}
        for each in (one, other)
    ]
    return all(_HOW_IT_IS_DONE.match(word) for word in words[0] ^ words[1])


_HOW_IT_IS_DONE = re.compile(r"förutsättning|möjlighet|behov|utred|förslag|fram$|ta$|arbet|uppdrag")


def _organisation(candidate: Candidate) -> str:
    return candidate.sources[0].document.profile.organisation if candidate.sources else ""


def is_tied(chosen: Candidate | None, fits: Sequence[Candidate]) -> bool:
    """Tell whether another document answers as well, and otherwise."""
    if chosen is None or not chosen.sources:
        return False
    mine = {source.document.id for source in chosen.sources}
    return any(
        chosen.score - each.score <= TIED
        and each.text != chosen.text
        and mine.isdisjoint(source.document.id for source in each.sources)
        for each in fits
        if each.sources
    )


def which_is_meant(candidates: Sequence[Candidate], asked: str) -> Candidate | None:
    """Ask which assignment is meant by a question that names none; nothing else can be said of it."""
    best = max(candidates, key=lambda candidate: candidate.score, default=None)
    return _ambiguous(best, candidates, asked) if best is not None else None
