"""People are reminded on working days, within the hours, where the organisation is."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.reminder_times import ReminderTimes

STOCKHOLM = ZoneInfo("Europe/Stockholm")


@pytest.mark.parametrize(
    ("at", "are_open"),
    [
        ("2026-11-23T07:59", False),
        ("2026-11-23T08:00", True),
        ("2026-11-23T15:59", True),
        ("2026-11-23T16:00", False),
        ("2026-11-22T10:00", False),  # Sunday
        ("2026-12-24T10:00", False),  # Christmas Eve
        ("2026-07-01T08:00", True),  # summer time
    ],
)
def test_the_hours_are_those_on_the_wall_of_working_days(at: str, are_open: bool) -> None:
    now = dt.datetime.fromisoformat(at).replace(tzinfo=STOCKHOLM).astimezone(dt.UTC)
    assert ReminderTimes().are_open(now, STOCKHOLM) is are_open


def test_no_days_ahead_is_never() -> None:
    now = dt.datetime(2026, 11, 23, 10, tzinfo=STOCKHOLM)
    assert not ReminderTimes(dt.timedelta(0)).are_open(now, STOCKHOLM)
