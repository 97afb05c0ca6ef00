"""Dates in a status message: those of the documents, and the days that people name from today; pure."""

import re
from datetime import date, timedelta

from knowledge.parsing.swedish_dates import find_dates
from knowledge.when import Precision, When

_DAYS = {
    name: number
    for number, names in enumerate(
        (
            ("måndag", "monday"),
            ("tisdag", "tuesday"),
            ("onsdag", "wednesday"),
            ("torsdag", "thursday"),
            ("fredag", "friday"),
            ("lördag", "saturday"),
            ("söndag", "sunday"),
        )
    )
    for name in names
}
_FROM_TODAY = re.compile(
    rf"(?<!\w)(?:(?P<tomorrow>i\s?morgon|imorgon|tomorrow)|(?P<after>i\s?övermorgon|övermorgon)"
    rf"|(?P<week>nästa vecka|next week)|week (?P<number>[1-5]?\d)"
    rf"|(?:på|nu på|senast|till|on|by|nästa|next)\s+(?P<day>{'|'.join(_DAYS)})(?:en)?)(?!\w)(?!\s+(?:den\s+)?\d)",
    re.IGNORECASE,
)


def dates_in_message(text: str, today: date) -> tuple[When, ...]:
    """Return the dates that a message names, in order of mention."""
    found = [(each.start, each.when) for each in find_dates(text, today=today)]
    found += [(match.start(), _from_today(match, today)) for match in _FROM_TODAY.finditer(text)]
    return tuple(when for _, when in sorted(found, key=lambda each: each[0]))


def _from_today(match: re.Match[str], today: date) -> When:
    if match["number"]:
        return _week(int(match["number"]), today, match.group())
    if match["week"]:
        monday = today + timedelta(days=7 - today.weekday())
        return When(monday, monday + timedelta(days=6), Precision.WEEK, match.group())
    if match["tomorrow"] or match["after"]:
        day = today + timedelta(days=1 if match["tomorrow"] else 2)
    else:
        day = today + timedelta(days=(_DAYS[match["day"].lower()] - today.weekday() - 1) % 7 + 1)
    return When(day, day, Precision.DAY, match.group())


def _week(number: int, today: date, words: str) -> When:
    """Return the next week with this number."""
    monday = next(
        day
        for day in (today + timedelta(days=7 * weeks - today.weekday()) for weeks in range(60))
        if day.isocalendar().week == max(1, min(number, 52))
    )
    return When(monday, monday + timedelta(days=6), Precision.WEEK, words)
