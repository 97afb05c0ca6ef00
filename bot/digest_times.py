"""When a digest is due: pure; a weekday and a time where the organisation is, moved off public holidays."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from typing import Self

from holidays import country_holidays

from knowledge.digest import Week

ROUND_CRON = "*/15 * * * *"  # how often it is looked what is due; times are quarters of an hour
LATE_AFTER = timedelta(minutes=30)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class DigestTime:
    """The weekday (Monday is 0) and the time of day at which somebody wants the digest."""

    weekday: int = 0
    at: time = time(8)


@dataclass(frozen=True, slots=True)
class Issue:
    """The digest of a week, and the moment at which it is due (in UTC, so that moments compare as such)."""

    week: Week
    due: datetime

    @classmethod
    def of(cls, week: Week, when: DigestTime, zone: tzinfo) -> Self:
        """Return the week's issue; it is due on the wanted weekday, or on the next working day after a holiday."""
        day = week.first + timedelta(days=when.weekday)
        if is_holiday(day):
            day = next(
                each for each in _days_after(day) if each.weekday() < _SATURDAY and not is_holiday(each)
            )
        return cls(week, datetime.combine(day, when.at, zone).astimezone(UTC))

    def is_late(self, now: datetime) -> bool:
        """Tell whether the digest comes so much after its time that readers should know."""
        return now - self.due > LATE_AFTER


def latest_issue(now: datetime, when: DigestTime, zone: tzinfo) -> Issue:
    """Return the last issue that was due by now: at every moment exactly one."""
    week = Week.of(now.astimezone(zone).date())
    while (issue := Issue.of(week, when, zone)).due > now:
        week = Week.of(week.first - timedelta(days=1))
    return issue


def begins_anew(former: DigestTime, chosen: DigestTime, now: datetime, zone: tzinfo) -> bool:
    """Tell whether a time chosen just now has passed this week though the former had not: nothing is late by that."""
    return latest_issue(now, chosen, zone).week.first > latest_issue(now, former, zone).week.first


def is_holiday(day: date) -> bool:
    """Tell whether the day is a Swedish public holiday, or an eve on which offices are closed; Sundays are not."""
    return day in _holidays(day.year)


@cache
def _holidays(year: int) -> frozenset[date]:
    return frozenset(country_holidays("SE", years=year, categories=("public", "de_facto")))


def _days_after(day: date) -> Iterator[date]:
    while True:
        day += timedelta(days=1)
        yield day
