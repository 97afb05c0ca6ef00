"""When: a point or stretch of time exactly as precise as the words that gave it."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

MONTH_NAMES = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)


class Precision(StrEnum):
    """How much of a date the source gives."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF_YEAR = "half_year"
    YEAR = "year"
    EVENT = "event"  # "i samband med årsredovisningen": no calendar date at all


@dataclass(frozen=True, slots=True, order=True)
class When:
    """The first and last day that the words can mean (both inclusive), and the words themselves.

    `start == end` only at day precision. With precision EVENT both are None. `yearly` marks a date that
    comes back each year ("årligen senast den 31 maj"): then `start` and `end` are the first such date
    that the source can mean. `time` is a clock time as written ("05.00") or empty. `assumed_year` tells
    that the words gave no year and that it was taken from the surroundings.
    """

    start: date | None
    end: date | None
    precision: Precision
    words: str
    yearly: bool = False
    time: str = ""
    assumed_year: bool = False

    def in_year(self, year: int) -> "When":
        """Return the same time of another year; a stretch keeps its length in years, 29 February becomes the 28th."""
        if self.start is None or self.end is None:
            return self
        return replace(
            self, start=_moved(self.start, year), end=_moved(self.end, year + self.end.year - self.start.year)
        )

    def is_before(self, day: date) -> bool:
        """Tell whether all that the words can mean lies before `day`."""
        return self.end is not None and self.end < day

    def overlaps(self, first: date, last: date) -> bool:
        """Tell whether any day that the words can mean lies between `first` and `last`."""
        return self.start is not None and self.end is not None and self.start <= last and first <= self.end


def _moved(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
