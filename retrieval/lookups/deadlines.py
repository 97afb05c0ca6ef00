"""When a report is due, an activity ends or an earlier step was taken."""

import re
from collections.abc import Sequence
from datetime import date

from knowledge.facts import ActivityFact, DeadlineFact, LinkFact
from retrieval.answer import Intent, Outcome
from retrieval.asked_for import Expectation
from retrieval.candidate import Candidate
from retrieval.fact_words import deadline_words
from retrieval.inquiry import Inquiry, Scored
from retrieval.lookups.decision_points import LABEL_FITS
from retrieval.wording import one_line, period_in_words, sentence, shorten

_FITS = 0.66
_MOST = 3
BACK_BONUS = 0.1  # for a report or a matter's return, where it is asked when something comes back
_LONGEST_LABEL, _LONGEST_QUOTE = 300, 260
_END_ASKED = re.compile(
    r"\b(?:klar\w*|färdig\w*|slut\w*|avsluta\w*|senast|sista|done|finished|end)\b", re.IGNORECASE
)
_BACK_ASKED = re.compile(
    r"\b(?:ska|skall|tas|kommer|senast när)\b.*\b(?:tillbaka|igen|på nytt|upp (?:i|till|på|hos)|till (?:nämnden|styrelsen|fullmäktige))\b",
    re.IGNORECASE,
)
_REPORT_ASKED = re.compile(r"rapport|redovis", re.IGNORECASE)
_REPORTS = re.compile(
    r"rapport|redovis|lämna|åter|inkom|presenter|inge|överläm|sänd|skick|till handa", re.IGNORECASE
)
_HANDLING_ASKED = re.compile(r"behandl|återremi|bordl|beslut|togs|skickades|tidigare|först", re.IGNORECASE)
_PERSON_NAMED = re.compile(r"\b[A-ZÅÄÖ][a-zåäöé]+ ([A-ZÅÄÖ][a-zåäöé]+)\b")
YEARLY_BONUS = 0.12  # less than for a day that is named
_Told = tuple[str, Outcome]


def deadlines(inquiry: Inquiry) -> list[Candidate]:
    """Answer when an activity ends, a report is due or an earlier step was taken; the next one when that is asked for."""
    if (
        inquiry.understanding.expectation is not Expectation.WHEN
        or inquiry.understanding.main is Intent.MEETING
    ):
        return []
    found = inquiry.find({"deadline", "activity", "link"}, 160)
    if inquiry.understanding.wants_next:
        found = _next_first(inquiry, found)
    candidates: list[Candidate] = []
    for each in found:
        if (
            len(candidates) < _MOST
            and _is_meant(inquiry, each)
            and (told := _told(inquiry, each)) is not None
        ):
            candidate = _candidate(each, *told)
            is_meant_by_it = isinstance(each.fact, DeadlineFact) and _BACK_ASKED.search(
                inquiry.understanding.text
            )
            candidates.append(candidate.raised(BACK_BONUS) if is_meant_by_it else candidate)
    return candidates


def _next_first(inquiry: Inquiry, found: Sequence[Scored]) -> list[Scored]:
    """Return the deadlines that are still ahead, of what fits as well the one that comes first first."""

    def comes(each: Scored) -> date:
        return (each.fact.due.end if isinstance(each.fact, DeadlineFact) else None) or date.max

    ahead = [each for each in found if isinstance(each.fact, DeadlineFact) and comes(each) >= inquiry.today]
    return sorted(ahead, key=lambda each: (-round(each.coverage.share, 1), comes(each)))


def _is_meant(inquiry: Inquiry, each: Scored) -> bool:
    """Tell whether a fact is of what the question names: the thing, the step, and the person if any."""
    if each.coverage.share < _FITS or any(word.is_name for word in each.coverage.missing):
        return False
    match each.fact:
        case DeadlineFact() as due:
            if _REPORT_ASKED.search(inquiry.understanding.text) and not _REPORTS.search(due.label):
                return False
            lacks_nothing = all(word.is_light for word in each.coverage.missing)
            if lacks_nothing and (inquiry.understanding.wants_next or _says_due(inquiry, due)):
                return True
            label = f"{due.label} {due.recipient} {deadline_words(due)}"
            return inquiry.label_share(each.entry, label) >= LABEL_FITS
        case ActivityFact() as activity:
            named = _PERSON_NAMED.findall(inquiry.understanding.text)
            is_somebody_elses = (
                activity.responsible and named and not any(name in activity.responsible for name in named)
            )
            label = f"{activity.label} {activity.responsible}"
            return not is_somebody_elses and inquiry.label_share(each.entry, label) >= LABEL_FITS
    return True


def _says_due(inquiry: Inquiry, due: DeadlineFact) -> bool:
    """Tell whether an everyday word of the question means a deadline: "klar", "på sig", "upp i styrelsen igen"."""
    if _BACK_ASKED.search(inquiry.understanding.text):
        return True
    means = frozenset(inquiry.matcher.words.terms(deadline_words(due)))
    return any(word.stem in means for word in inquiry.asked.words if word.is_light)


def _told(inquiry: Inquiry, each: Scored) -> _Told | None:
    """Return the answer in words and whether it is one; nothing when the fact gives no time."""
    question = inquiry.understanding.text
    match each.fact:
        case DeadlineFact() as due:
            text = f"{sentence(one_line(due.label)).rstrip('.')}: {period_in_words(None, due.due)}."
            if due.due.words not in text:
                text += f" Källans ord: ”{shorten(one_line(each.entry.source.quote), _LONGEST_QUOTE)}”"
            return text, Outcome.ANSWERED
        case ActivityFact(label=label, starts=starts, ends=None) if starts and _END_ASKED.search(question):
            begun = f"{shorten(one_line(label), _LONGEST_LABEL)} (start {period_in_words(starts, None)})"
            return f"Slutdatumet är inte ifyllt: {begun}.", Outcome.NOT_FILLED_IN
        case ActivityFact(label=label, starts=starts, ends=ends) if starts or ends:
            return (
                f"{shorten(one_line(label), _LONGEST_LABEL)}: {period_in_words(starts, ends)}.",
                Outcome.ANSWERED,
            )
        case LinkFact(on=on) if on is not None and _HANDLING_ASKED.search(question):
            return sentence(one_line(each.entry.source.quote)), Outcome.ANSWERED
    return None


def _candidate(each: Scored, text: str, outcome: Outcome) -> Candidate:
    is_yearly = isinstance(each.fact, DeadlineFact) and each.fact.due.yearly
    return Candidate(
        text=text,
        sources=each.sources,
        score=each.score + (YEARLY_BONUS if is_yearly else 0.15),
        intent=Intent.DECISION_POINT,
        coverage=each.coverage,
        outcome=outcome,
        assignment_id=each.entry.assignment_id,
        subject=each.fact.subject,
    )
