"""The words and dates of a fact: what it says, and what a question may call it whatever its source does; pure."""

import re
from dataclasses import fields
from datetime import date

from knowledge.facts import (
    AmountFact,
    DeadlineFact,
    DissentFact,
    Fact,
    IndicatorFact,
    IndicatorValue,
    MotionFact,
    NamedCell,
    RoleFact,
    VoteFact,
)
from knowledge.when import Precision, When
from retrieval.dates_held import dates_in
from retrieval.wording import role_name

_SKIP = {
    "kind",
    "section",
    "is_milestone",
    "is_motion",
    "is_objective",
    "role",
    "form",
    "standing",
    "outcome",
    "relation",
}
# What a question may call the day on which an assignment is reported, whatever its source calls that.
_ENDS_IT = re.compile(
    r"^(?:ska |skall )?(?:slut|åter)?(?:redovis|rapport)|^(?:klar|färdig|slutför|avsluta|betänkande)",
    re.IGNORECASE,
)
_REPORTING = "redovisa redovisning rapportera rapport lämna uppdrag utredning utredare datum dag"
_ENDING = f"{_REPORTING} slutredovisa slutrapport sista klar färdig slutdatum betänkande tid deadline"
# What a question may call a vote, how it went and who was not there, whatever its source calls that.
_VOTING = "omröstning votering röstning röst rösta voterade röstsiffror föll slutade huvudfråga huvudvotering"
_AWAY = "frånvarande saknades borta"
_OF_MONEY = "kosta kostnad"  # what a sum of money may be asked for by, whatever its source calls it
_MEMBERS = "ledamot ledamöter parti partier partiers politiker"  # whoever moves, votes or stands apart


def deadline_words(fact: DeadlineFact) -> str:
    """Return the words by which a question may mean a deadline; a report on the way does not end the assignment."""
    return _ENDING if _ENDS_IT.search(fact.label) else _REPORTING


def vote_words(fact: VoteFact) -> str:
    """Return the words by which a question may mean a vote; those for being away where somebody was."""
    return f"{_VOTING} {_AWAY}" if fact.absent or fact.absent_members else _VOTING


def own_words(fact: Fact) -> str:
    """Return the words of a fact that name what it says, for matching; a role by its name."""
    gathered: list[str] = [role_name(fact.role, "sv")] if isinstance(fact, RoleFact) else []
    if isinstance(fact, DeadlineFact):
        gathered.append(deadline_words(fact))
    if isinstance(fact, VoteFact):
        gathered.append(vote_words(fact))
    if isinstance(fact, AmountFact):
        gathered.append(_OF_MONEY)
    if isinstance(fact, VoteFact | DissentFact | MotionFact):
        gathered.append(_MEMBERS)
    for each in fields(fact):
        if each.name in _SKIP:
            continue
        value = getattr(fact, each.name)
        if isinstance(value, str):
            gathered.append(value)
        elif isinstance(value, When):
            gathered.append(value.words)
        elif isinstance(value, tuple):
            gathered.extend(_words_of_part(part) for part in value)
    return " ".join(gathered)


def _words_of_part(part: str | IndicatorValue | NamedCell) -> str:
    match part:
        case IndicatorValue():
            return f"{part.value} {part.period}"
        case NamedCell():
            return f"{part.name} {part.value}"
        case _:
            return part


def dates_of(fact: Fact) -> tuple[When, ...]:
    """Return the dates that a fact carries."""
    dates: list[When] = []
    for each in fields(fact):
        value = getattr(fact, each.name)
        if isinstance(value, When):
            dates.append(value)
        elif isinstance(value, date):
            dates.append(When(value, value, Precision.DAY, value.isoformat()))
        elif isinstance(value, int) and each.name == "year":
            dates.append(whole_year(value))
    if isinstance(fact, IndicatorFact):
        for indicator_value in fact.values:
            dates.extend(dates_in(indicator_value.period))
    return tuple(dates)


def whole_year(year: int) -> When:
    """Return a year as a time."""
    return When(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, str(year))
