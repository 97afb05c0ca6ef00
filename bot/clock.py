"""The clock on the wall of the organisation."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class WallClock:
    """Tells the time in one time zone."""

    zone: ZoneInfo

    def now(self) -> datetime:
        """Return this moment, with its time zone."""
        return datetime.now(self.zone)

    def today(self) -> date:
        """Return the day it is."""
        return self.now().date()
