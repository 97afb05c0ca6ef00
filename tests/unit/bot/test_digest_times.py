"""A digest is due once in every ISO week, at its time on the wall, on a day when people work."""

import datetime as dt
import itertools
from zoneinfo import ZoneInfo

import pytest

from bot.digest_times import DigestTime, Issue, is_holiday, latest_issue
from knowledge.digest import Week

STOCKHOLM = ZoneInfo("Europe/Stockholm")


@pytest.mark.parametrize("weekday", [0, 4])
def test_every_hour_of_sixteen_years_belongs_to_one_issue_and_every_week_has_one(weekday: int) -> None:
    when = DigestTime(weekday)
    hour, end = dt.datetime(2020, 1, 1, tzinfo=dt.UTC), dt.datetime(2036, 1, 1, tzinfo=dt.UTC)
    seen: list[Issue] = []
    while hour < end:
        issue = latest_issue(hour, when, STOCKHOLM)
        assert issue.due <= hour
        if not seen or issue != seen[-1]:
            seen.append(issue)
        hour += dt.timedelta(hours=1)
    mondays = [each.week.first for each in seen]
    assert all(later - earlier == dt.timedelta(days=7) for earlier, later in itertools.pairwise(mondays))
    for each in seen:
        local = each.due.astimezone(STOCKHOLM)
        assert (local.hour, local.minute) == (8, 0)
        assert local.weekday() < 5
        assert not is_holiday(local.date())


@pytest.mark.parametrize(
    ("week", "due"),
    [
        (Week(2026, 15), "2026-04-07T08:00:00+02:00"),  # Easter Monday
        (Week(2026, 13), "2026-03-23T08:00:00+01:00"),
        (Week(2026, 14), "2026-03-30T08:00:00+02:00"),  # the clocks went forward the day before
        (Week(2026, 44), "2026-10-26T08:00:00+01:00"),  # and back
        (Week(2026, 53), "2026-12-28T08:00:00+01:00"),
        (Week(2029, 1), "2029-01-02T08:00:00+01:00"),  # New Year's Day is a Monday
    ],
)
def test_a_holiday_moves_the_digest_to_the_next_working_day(week: Week, due: str) -> None:
    issue = Issue.of(week, DigestTime(), STOCKHOLM)
    assert issue.due.astimezone(STOCKHOLM).isoformat() == due


def test_a_digest_is_late_half_an_hour_after_its_time() -> None:
    issue = Issue.of(Week(2026, 48), DigestTime(), STOCKHOLM)
    assert not issue.is_late(issue.due + dt.timedelta(minutes=15))
    assert issue.is_late(issue.due + dt.timedelta(hours=1))
