"""Feedback: what a person thought of an answer."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update

from bot.store.insertion import insert_once
from bot.store.tables import FeedbackRow
from knowledge.database import Database


@dataclass(frozen=True)
class SqlFeedback:
    """Feedback in SQL; a person has one opinion of an answer, the last."""

    database: Database

    def record(self, exchange: str, user: str, verdict: str, at: datetime) -> None:
        """Keep a verdict (`good` or `bad`)."""
        values = {"exchange": exchange, "user": user, "verdict": verdict, "comment": "", "at": at}
        if not insert_once(self.database, FeedbackRow, values):
            self._change(exchange, user, {"verdict": verdict, "at": at})

    def comment(self, exchange: str, user: str, comment: str) -> None:
        """Keep what the person says is wrong."""
        self._change(exchange, user, {"comment": comment})

    def _change(self, exchange: str, user: str, values: dict[str, object]) -> None:
        statement = update(FeedbackRow).where(FeedbackRow.exchange == exchange, FeedbackRow.user == user)
        with self.database.writing() as connection:
            connection.execute(statement.values(**values))
