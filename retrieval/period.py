"""The stretch of time that a question names, relative to today: "i vår", "nästa år", "den 15 december"; pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.parsing.swedish_dates import find_dates
from knowledge.when import Precision, When

_SPRING_ENDS, _AUTUMN_BEGINS = 6, 7  # boards speak of the halves of their year


@dataclass(frozen=True, slots=True)
class Period:
    """The first and last day, both inclusive, and the question's words for them."""

    first: date
    last: date
    words: str

    def holds(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return self.first <= day <= self.last


def _month(today: date, ahead: int) -> tuple[date, date]:
    number = today.year * 12 + today.month - 1 + ahead
    first, following = (
        date(number // 12, number % 12 + 1, 1),
        date((number + 1) // 12, (number + 1) % 12 + 1, 1),
    )
    return first, following - timedelta(days=1)


def _week(today: date, ahead: int) -> tuple[date, date]:
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=ahead)
    return monday, monday + timedelta(days=6)


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


# Words for a year, and how far ahead of today's it is.
RELATIVE_YEARS: tuple[tuple[str, int], ...] = (
    (r"\b(?:i år|detta år|det här året|under året|this year)\b", 0),
    (r"\b(?:nästa år|next year)\b", 1),
    (r"\b(?:i fjol|förra året|föregående år|last year)\b", -1),
)
_RELATIVE: tuple[tuple[str, Callable[[date], tuple[date, date]]], ...] = (
    (r"\b(?:denna|den här|i) månad(?:en)?\b", lambda today: _month(today, 0)),
    (r"\b(?:nästa månad|next month)\b", lambda today: _month(today, 1)),
    (r"\b(?:förra månaden|last month)\b", lambda today: _month(today, -1)),
    (r"\b(?:denna vecka|den här veckan|i veckan|this week)\b", lambda today: _week(today, 0)),
    (r"\b(?:nästa vecka|next week)\b", lambda today: _week(today, 1)),
    (r"\b(?:förra veckan|last week)\b", lambda today: _week(today, -1)),
    (r"\b(?:i ?dag|today)\b", lambda today: (today, today)),
    (r"\b(?:i ?morgon|tomorrow)\b", lambda today: (today + timedelta(days=1), today + timedelta(days=1))),
)


def period_of(text: str, today: date) -> Period | None:
    """Return the stretch of time that a question names, or nothing."""
    for pattern, ahead in RELATIVE_YEARS:
        if found := re.search(pattern, text, re.IGNORECASE):
            return Period(*_year(today.year + ahead), found[0])
    for pattern, stretch in _RELATIVE:
        if found := re.search(pattern, text, re.IGNORECASE):
            return Period(*stretch(today), found[0])
    named = [each.when for each in find_dates(text, today=today) if each.when.start and each.when.end]
    if not named:
        return None
    narrow = [when for when in named if when.precision is not Precision.YEAR] or named
    bounds = [_bounds(when) for when in narrow]
    return Period(min(first for first, _ in bounds), max(last for _, last in bounds), narrow[0].words)


def without_period(text: str, period: Period | None) -> str:
    """Return a question without the words that name its period, so that "nästa år" asks for nothing that is next."""
    return text.replace(period.words, " ") if period else text


def _bounds(when: When) -> tuple[date, date]:
    assert when.start is not None
    assert when.end is not None
    if when.precision is Precision.SEASON:
        words = when.words.lower()
        if "vår" in words:
            return date(when.start.year, 1, 1), date(when.start.year, _SPRING_ENDS, 30)
        if "höst" in words:
            return date(when.start.year, _AUTUMN_BEGINS, 1), date(when.start.year, 12, 31)
    return when.start, when.end
