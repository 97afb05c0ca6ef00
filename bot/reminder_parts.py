"""What reminding needs from the rest of the world, as small protocols; wiring picks the concrete parts."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Protocol

from bot.parts import Member
from knowledge.reminders import Reminder


class Reminders(Protocol):
    """Knows what people are to be reminded of."""

    def due(self, today: date, ahead: timedelta) -> tuple[Reminder, ...]:
        """Return what somebody should be reminded of."""

    def shared_out(
        self, due: Sequence[Reminder], people: Iterable[tuple[Member, str | None]], today: date
    ) -> dict[Member, tuple[Reminder, ...]]:
        """Return whose each reminder is; with each person goes whom of the list of holders the person said to be."""


class ReminderLog(Protocol):
    """Remembers who was reminded of what, and who wants no reminders."""

    def turn_off(self, team: str, user: str) -> None:
        """Remind a person no more."""

    def turn_on(self, team: str, user: str) -> None:
        """Remind a person again."""

    def is_on(self, team: str, user: str) -> bool:
        """Tell whether a person wants reminders."""

    def take(self, user: str, day: date, causes: Sequence[str]) -> tuple[str, ...]:
        """Take causes for a person's message of a day; return those that are the day's, none that another has."""

    def sent(self, user: str, day: date) -> None:
        """Note that the day's message was sent."""

    def forget(self, user: str, day: date) -> None:
        """Let go of what was taken for a message that was never sent."""

    def unsettled(self, user: str, before: date) -> tuple[date, ...]:
        """Return the earlier days whose message may or may not have been sent."""

    def reminded(self, user: str) -> frozenset[str]:
        """Return the causes that a person was reminded of."""
