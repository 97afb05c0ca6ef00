"""Digest issues: which weeks' digests were sent to whom, and which must be tried again."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select, update

from bot.store.insertion import insert_once
from bot.store.tables import DigestIssueRow
from knowledge.database import Database
from knowledge.digest import Week

LONGEST_WAIT = timedelta(days=1)
FIRST_WAIT = timedelta(minutes=15)
TRY_LASTS = timedelta(hours=1)


@dataclass(frozen=True)
class SqlDigestIssues:
    """Digest issues in SQL."""

    database: Database

    def try_now(self, subscriber: str, week: Week, now: datetime) -> int | None:
        """Take the next try of an issue and return its number; none when it was sent, or a try is going on.

        A try that has neither sent nor failed after an hour is taken for lost.
        """
        values = {"subscriber": subscriber, "week": str(week), "tries": 0}
        insert_once(self.database, DigestIssueRow, values)
        with self.database.reading() as connection:
            row = connection.execute(select(DigestIssueRow.__table__).where(*_issue(subscriber, week))).one()
        if row.sent_at is not None or (row.again_at is not None and row.again_at > now):
            return None
        statement = update(DigestIssueRow).where(*_issue(subscriber, week), DigestIssueRow.tries == row.tries)
        with self.database.writing() as connection:
            taken = connection.execute(statement.values(tries=row.tries + 1, again_at=now + TRY_LASTS))
        return int(row.tries) if taken.rowcount else None

    def failed(self, subscriber: str, week: Week, number: int, now: datetime) -> None:
        """Note that a try failed; the next waits a quarter of an hour, then twice as long each time, at most a day."""
        wait = min(FIRST_WAIT * 2 ** min(number, 10), LONGEST_WAIT)
        statement = update(DigestIssueRow).where(
            *_issue(subscriber, week), DigestIssueRow.tries == number + 1
        )
        with self.database.writing() as connection:
            connection.execute(statement.values(again_at=now + wait))

    def sent(self, subscriber: str, week: Week, now: datetime) -> None:
        """Note that the issue was sent; the first time counts."""
        insert_once(self.database, DigestIssueRow, {"subscriber": subscriber, "week": str(week), "tries": 0})
        statement = update(DigestIssueRow).where(*_issue(subscriber, week), DigestIssueRow.sent_at.is_(None))
        with self.database.writing() as connection:
            connection.execute(statement.values(sent_at=now))

    def sent_at(self, subscriber: str, week: Week) -> datetime | None:
        """Return when an issue was sent."""
        statement = select(DigestIssueRow.sent_at).where(*_issue(subscriber, week))
        with self.database.reading() as connection:
            found: datetime | None = connection.execute(statement).scalar_one_or_none()
        return found

    def last_sent(self, subscriber: str, before: Week) -> datetime | None:
        """Return when the last issue before a week's was sent."""
        statement = select(func.max(DigestIssueRow.sent_at)).where(
            DigestIssueRow.subscriber == subscriber, DigestIssueRow.week < str(before)
        )
        with self.database.reading() as connection:
            found: datetime | None = connection.execute(statement).scalar_one_or_none()
        return found


def _issue(subscriber: str, week: Week) -> tuple[ColumnElement[bool], ...]:
    return (DigestIssueRow.subscriber == subscriber, DigestIssueRow.week == str(week))
