"""Threads that the bot was named in: replies there need no new mention."""

from dataclasses import dataclass

from sqlalchemy import Engine, select

from bot.incoming import Place
from bot.store.insertion import insert_once
from bot.store.tables import ThreadRow


@dataclass(frozen=True)
class SqlThreads:
    """Threads in SQL."""

    engine: Engine

    def join(self, team: str, place: Place) -> None:
        """Note that the bot was named in the thread."""
        insert_once(
            self.engine, ThreadRow, {"team": team, "channel": place.channel, "thread_ts": place.thread_ts}
        )

    def has(self, team: str, place: Place) -> bool:
        """Tell whether the bot was named in the thread."""
        with self.engine.connect() as connection:
            statement = select(ThreadRow.team).where(
                ThreadRow.team == team,
                ThreadRow.channel == place.channel,
                ThreadRow.thread_ts == place.thread_ts,
            )
            return connection.execute(statement).first() is not None
