"""The points ahead as a calendar file (.ics): all-day events that keep their identity from week to week; pure."""

import hashlib
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from bot.digest_words import DigestWords
from knowledge.timeline import Timeline, TimelinePoint, TimelineRow

_MAKER = "-//Kansli//SV"
_HOST = "kansli"


def calendar_file(timeline: Timeline, words: DigestWords, made: datetime) -> bytes:
    """Return the points from today on; `made` is when they were looked up.

    An event is known by its assignment and its code, so that a point that moves is moved in the calendar too.
    """
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", words.calendar)
    seen: set[str] = set()
    for row in timeline.rows:
        for point in row.points:
            if point.day >= timeline.today:
                calendar.add_component(_event(row, point, words, made, seen))
    return bytes(calendar.to_ical())


def _event(
    row: TimelineRow, point: TimelinePoint, words: DigestWords, made: datetime, seen: set[str]
) -> Event:
    event = Event()
    event.add("uid", _identity(row, point, seen))
    event.add("dtstamp", made)
    event.add("dtstart", point.day)
    event.add("dtend", point.day + timedelta(days=1))
    name = " ".join(part for part in (point.code, point.label) if part) or words.due
    vague = "" if point.when.start == point.when.end else f" ({point.when.words})"
    event.add("summary", f"{row.assignment.title}: {name}{vague}")
    source = point.entry.source
    event.add("description", f"{source.document.title}: ”{' '.join(source.quote.split())}”")
    if source.document.url:
        event.add("url", source.document.url)
    event.add("transp", "TRANSPARENT")
    return event


def _identity(row: TimelineRow, point: TimelinePoint, seen: set[str]) -> str:
    """Return the event's identity; where documents give one point several days, the later ones go by their day too."""
    about = f"{row.assignment.id}:{(point.code or point.label).casefold()}"
    if about in seen or not (point.code or point.label):
        about += f":{point.day}"
    seen.add(about)
    return f"{hashlib.sha256(about.encode()).hexdigest()[:32]}@{_HOST}"
