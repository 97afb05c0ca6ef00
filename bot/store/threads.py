"""Threads that the bot was named in: replies there need no new mention."""

from dataclasses import dataclass

from sqlalchemy import select

from bot.incoming import Place
from bot.store.insertion import insert_once
from bot.store.tables import ThreadRow
from knowledge.database import Database


@dataclass(frozen=True)
class SqlThreads:
    """Threads in SQL."""

    database: Database

    def join(self, team: str, place: Place) -> None:
        """Note that the bot was named in the thread."""
        insert_once(
            self.database, ThreadRow, {"team": team, "channel": place.channel, "thread_ts": place.thread_ts}
        )

    def has(self, team: str, place: Place) -> bool:
        """Tell whether the bot was named in the thread."""
        with self.database.reading() as connection:
            statement = select(ThreadRow.team).where(
                ThreadRow.team == team,
                ThreadRow.channel == place.channel,
                ThreadRow.thread_ts == place.thread_ts,
            )
            return connection.execute(statement).first() is not None
