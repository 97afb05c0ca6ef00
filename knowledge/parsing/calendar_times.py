"""Times in iCalendar (RFC 5545): stamps in their time zones, and every day of a meeting that comes back by a rule."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from knowledge.when import Precision, When

HOME = ZoneInfo("Europe/Stockholm")
YEARS_AHEAD = 10  # that a rule without an end is followed
_MOST = 600  # meetings of one rule
# What meetings come back by. A rule that no day fits is followed to the end of time, which takes long by the day.
_PARTS = {
    "DAILY": {"INTERVAL", "BYDAY", "WKST"},
    "WEEKLY": {"INTERVAL", "BYDAY", "BYMONTH", "WKST"},
    "MONTHLY": {"INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"},
    "YEARLY": {"INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "BYWEEKNO", "BYYEARDAY", "WKST"},
}
_STAMP = re.compile(r"(?P<day>\d{8})(?:T(?P<time>\d{6})(?P<utc>Z?))?(?:/.*)?")
_ZONE = re.compile(r"TZID=\"?(?P<zone>[^\";:]+)", re.IGNORECASE)

Property = tuple[str, str]  # a name with its parameters, and a value


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, or a time in the zone that it was written in."""

    at: datetime
    has_time: bool

    def when(self, words: str) -> When:
        """Return the day and the time as they are in Sweden."""
        at = self.at.astimezone(HOME) if self.has_time else self.at
        day = at.date()
        return When(day, day, Precision.DAY, words, time=f"{at:%H.%M}" if self.has_time else "")

    def is_of(self, others: Iterable["Stamp"]) -> bool:
        """Tell whether one of the others is the same time, or the whole day."""
        return any(
            each.at == self.at if each.has_time and self.has_time else each.at.date() == self.at.date()
            for each in others
        )


def moved(events: Iterable[Sequence[Property]]) -> dict[str, list[Stamp]]:
    """Return, by UID, the times in series that an event of its own stands for instead."""
    found: dict[str, list[Stamp]] = {}
    for event in events:
        uid = next((value for label, value in event if _name(label) == "UID"), "")
        found.setdefault(uid, []).extend(_stamps(event, "RECURRENCE-ID"))
    return found


def meeting_times(event: Sequence[Property], instead: Mapping[str, Sequence[Stamp]]) -> Iterator[When]:
    """Yield when an event takes place, in order; those times of a series that are `moved` left out."""
    values = {_name(label): value for label, value in event}
    start = next(_stamps(event, "DTSTART"), None)
    if start is None:
        return
    words = values["DTSTART"].strip()
    if "RECURRENCE-ID" in values:
        yield start.when(words)
        return
    left_out = [*_stamps(event, "EXDATE"), *instead.get(values.get("UID", ""), ())]
    times = [start, *_by_rule(start, values.get("RRULE", "")), *_stamps(event, "RDATE")]
    kept = {each.when(words) for each in times if not each.is_of(left_out)}
    yield from sorted(kept, key=lambda when: (when.start or start.at.date(), when.time))


def _by_rule(start: Stamp, rule: str) -> Iterator[Stamp]:
    """Yield the times that a rule gives; none when it is no rule that meetings come back by."""
    parts = dict(part.split("=", 1) for part in rule.strip().upper().split(";") if "=" in part)
    try:
        count = min(int(parts.pop("COUNT", _MOST)), _MOST)
        until = _until(start, parts.pop("UNTIL", ""))
        if not parts.keys() <= {"FREQ", *_PARTS[parts["FREQ"]]}:
            return
        rule = ";".join(f"{name}={value}" for name, value in parts.items())
        found = rrulestr(f"{rule};UNTIL={until}", dtstart=start.at)
        yield from (Stamp(at, start.has_time) for at in islice(found, count))
    except (ValueError, TypeError, KeyError, OverflowError):
        return


def _until(start: Stamp, given: str) -> str:
    """Return the end of a rule as its start wants it told, at most some years ahead, so that it always ends."""
    last = start.at + timedelta(days=365 * YEARS_AHEAD)
    ends = next(_stamps([("UNTIL", given)], "UNTIL"), None)
    if ends is not None:
        at = ends.at if ends.has_time else datetime.combine(ends.at, time.max)
        zone = start.at.tzinfo
        at = at.astimezone(zone) if ends.has_time and zone else at.replace(tzinfo=zone)
        last = min(last, at)
    return f"{last.astimezone(UTC):%Y%m%dT%H%M%SZ}" if start.has_time else f"{last:%Y%m%d}"


def _stamps(event: Iterable[Property], name: str) -> Iterator[Stamp]:
    """Yield the times in the properties of a name; what is no time is passed over."""
    for label, values in event:
        if _name(label) != name:
            continue
        for value in values.split(","):
            found = _STAMP.fullmatch(value.strip().upper())
            if found is None:
                continue
            try:
                at = datetime.strptime(found["day"] + (found["time"] or "000000"), "%Y%m%d%H%M%S")  # noqa: DTZ007 - its zone comes next
            except ValueError:
                continue
            if found["time"]:
                at = at.replace(tzinfo=UTC if found["utc"] else _zone(label))
            yield Stamp(at, bool(found["time"]))


def _name(label: str) -> str:
    return label.split(";", maxsplit=1)[0].strip().upper()


def _zone(label: str) -> ZoneInfo:
    """Return the zone that a property names, also by Windows' names; one that nobody knows is taken as Sweden's."""
    named = _ZONE.search(label)
    zone = named["zone"].strip() if named else ""
    try:
        return ZoneInfo(WINDOWS_TO_OLSON.get(zone, zone)) if zone else HOME
    except (KeyError, ValueError, OSError):
        return HOME
