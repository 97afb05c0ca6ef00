"""Reminders: who was reminded of what, and who wants none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, delete, select, update

from bot.store.insertion import insert_once
from bot.store.tables import NoRemindersRow, ReminderRow
from knowledge.database import Database


@dataclass(frozen=True)
class SqlReminderLog:
    """Reminders in SQL."""

    database: Database

    def turn_off(self, team: str, user: str) -> None:
        """Remind a person no more."""
        insert_once(self.database, NoRemindersRow, {"team": team, "user": user})

    def turn_on(self, team: str, user: str) -> None:
        """Remind a person again."""
        statement = delete(NoRemindersRow).where(NoRemindersRow.team == team, NoRemindersRow.user == user)
        with self.database.writing() as connection:
            connection.execute(statement)

    def is_on(self, team: str, user: str) -> bool:
        """Tell whether a person wants reminders: everybody does who has not said no."""
        statement = select(NoRemindersRow.user).where(
            NoRemindersRow.team == team, NoRemindersRow.user == user
        )
        with self.database.reading() as connection:
            return connection.execute(statement).first() is None

    def take(self, user: str, day: date, causes: Sequence[str]) -> tuple[str, ...]:
        """Take causes for a person's message of a day; return those that are the day's, none that another has."""
        for cause in causes:
            insert_once(
                self.database, ReminderRow, {"user": user, "cause": cause, "day": day, "is_sent": False}
            )
        statement = select(ReminderRow.cause).where(
            ReminderRow.user == user, ReminderRow.day == day, ReminderRow.cause.in_(causes)
        )
        with self.database.reading() as connection:
            taken = set(connection.execute(statement).scalars())
        return tuple(each for each in causes if each in taken)

    def sent(self, user: str, day: date) -> None:
        """Note that the day's message was sent."""
        with self.database.writing() as connection:
            connection.execute(update(ReminderRow).where(*_of(user, day)).values(is_sent=True))

    def forget(self, user: str, day: date) -> None:
        """Let go of what was taken for a message that was never sent."""
        unsent = (*_of(user, day), ReminderRow.is_sent.is_(False))
        with self.database.writing() as connection:
            connection.execute(delete(ReminderRow).where(*unsent))

    def unsettled(self, user: str, before: date) -> tuple[date, ...]:
        """Return the earlier days whose message may or may not have been sent."""
        statement = select(ReminderRow.day).where(
            ReminderRow.user == user, ReminderRow.day < before, ReminderRow.is_sent.is_(False)
        )
        with self.database.reading() as connection:
            return tuple(sorted(set(connection.execute(statement).scalars())))

    def reminded(self, user: str) -> frozenset[str]:
        """Return the causes that a person was reminded of."""
        statement = select(ReminderRow.cause).where(ReminderRow.user == user, ReminderRow.is_sent.is_(True))
        with self.database.reading() as connection:
            return frozenset(connection.execute(statement).scalars())


def _of(user: str, day: date) -> tuple[ColumnElement[bool], ...]:
    return (ReminderRow.user == user, ReminderRow.day == day)
