"""When people may be reminded: pure; so many days ahead, on working days, within the hours."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo

from bot.digest_times import is_holiday

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class ReminderTimes:
    """How long before a day people are reminded of it, and from when to when on working days they may be written to."""

    ahead: timedelta = timedelta(days=7)
    opens: time = time(8)
    closes: time = time(16)

    def are_open(self, now: datetime, zone: tzinfo) -> bool:
        """Tell whether somebody may be reminded now: on a working day, within the hours."""
        local = now.astimezone(zone)
        is_working_day = local.weekday() < _SATURDAY and not is_holiday(local.date())
        return bool(self.ahead) and is_working_day and self.opens <= local.time() < self.closes
