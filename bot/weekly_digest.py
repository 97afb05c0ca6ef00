"""WeeklyDigest: what a channel is told once a week, and which week that is."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class SectionKind(StrEnum):
    """The parts of a digest, in the order in which they are told."""

    OVERDUE = "overdue"
    AHEAD = "ahead"
    STATUS = "status"
    DECISIONS = "decisions"


@dataclass(frozen=True, slots=True)
class DigestSection:
    """A part of the digest; each item is one plain sentence."""

    kind: SectionKind
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeeklyDigest:
    """The digest of one week; sections without items are left out."""

    week: str
    first: date
    last: date
    sections: tuple[DigestSection, ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing has happened and nothing lies ahead."""
        return not self.sections


def week_of(today: date) -> str:
    """Return the ISO week, as 2026-W48."""
    year, week, _ = today.isocalendar()
    return f"{year}-W{week:02}"


def monday_of(today: date) -> date:
    """Return the first day of the ISO week."""
    return today - timedelta(days=today.weekday())
