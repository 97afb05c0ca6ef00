"""Dates in a status message: those of the documents, and the days that people name from today; pure."""

import re
from datetime import date, timedelta

from knowledge.parsing.swedish_dates import find_dates
from knowledge.when import MONTH_NAMES, Precision, When

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
_LEADING = re.compile(r"^(?:till|under|i|på|in)\s+", re.IGNORECASE)
_FROM_TODAY = re.compile(
    rf"(?<!\w)(?:(?P<tomorrow>i\s?morgon|imorgon|tomorrow)|(?P<after>i\s?övermorgon|övermorgon)"
    rf"|(?P<week>nästa vecka|next week)|(?P<month>nästa månad|next month)|(?:den )?(?P<date>[1-3]?\d):[ae](?!\s*\w*(?:januari|februari|mars|april|maj|ju[nl]i|augusti|september|oktober|november|december))|week (?P<number>[1-5]?\d)"
    rf"|(?:på|nu på|senast|till|on|by|nästa|next)\s+(?P<day>{'|'.join(_DAYS)})(?:en)?)(?!\w)(?!\s+(?:den\s+)?\d)",
    re.IGNORECASE,
)


def dates_in_message(text: str, today: date) -> tuple[When, ...]:
    """Return the dates that a message names, in order of mention."""
    return tuple(when for _, when in placed_dates(text, today))


def placed_dates(text: str, today: date) -> list[tuple[int, When]]:
    """Return the dates that a message names with where each stands, in order of mention."""
    found = [(each.start, each.when) for each in find_dates(text, today=today)]
    found += [(match.start(), _from_today(match, today)) for match in _FROM_TODAY.finditer(text)]
    return sorted(found, key=lambda each: each[0])


def told_dates(words: str, today: date) -> tuple[str, ...]:
    """Return the dates that words typed for one name, told alike on any day; the words themselves when they name none."""
    dates = tuple(map(told_date, dates_in_message(words, today)))
    return dates or ((words.strip(),) if words.strip() else ())


def told_date(when: When) -> str:
    """Return a date in words that mean the same on any day: "2027-03-15", "mars 2027", "vecka 5, 2027"."""
    day = when.start
    if day is None:
        return when.words
    if when.precision is Precision.DAY:
        return day.isoformat()
    if when.precision is Precision.MONTH:
        return f"{MONTH_NAMES[day.month - 1]} {day.year}"
    if when.precision is Precision.WEEK:
        year, week, _ = day.isocalendar()
        return f"vecka {week}, {year}"
    if when.precision is Precision.QUARTER:
        return f"Q{(day.month + 2) // 3} {day.year}"
    bare = _LEADING.sub("", when.words)
    return bare if re.search(r"\d{4}", bare) else f"{bare} {day.year}"


def _from_today(match: re.Match[str], today: date) -> When:
    if match["number"]:
        return _week(int(match["number"]), today, match.group())
    if match["month"]:
        first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return When(first, last, Precision.MONTH, match.group())
    if match["date"]:
        return _next_numbered(int(match["date"]), today, match.group())
    if match["week"]:
        monday = today + timedelta(days=7 - today.weekday())
        return When(monday, monday + timedelta(days=6), Precision.WEEK, match.group())
    if match["tomorrow"] or match["after"]:
        day = today + timedelta(days=1 if match["tomorrow"] else 2)
    else:
        day = today + timedelta(days=(_DAYS[match["day"].lower()] - today.weekday() - 1) % 7 + 1)
    return When(day, day, Precision.DAY, match.group())


def _next_numbered(number: int, today: date, words: str) -> When:
    """Return the next day of a month with this number."""
    days = (today + timedelta(days=each) for each in range(62))
    day = next((each for each in days if each.day == max(1, min(number, 31))), today)
    return When(day, day, Precision.DAY, words)


def _week(number: int, today: date, words: str) -> When:
    """Return the next week with this number."""
    monday = next(
        day
        for day in (today + timedelta(days=7 * weeks - today.weekday()) for weeks in range(60))
        if day.isocalendar().week == max(1, min(number, 52))
    )
    return When(monday, monday + timedelta(days=6), Precision.WEEK, words)
