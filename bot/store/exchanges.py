"""Exchanges: questions with their answers, and what people thought of them."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select

from bot.incoming import IncomingMessage
from bot.parts import Exchange
from bot.store.insertion import insert_once
from bot.store.tables import ExchangeRow
from knowledge.database import Database

MOST_EARLIER = 5


@dataclass(frozen=True)
class SqlExchanges:
    """Exchanges in SQL; `prompt` is the hash of the words that a language model is given, when there is one."""

    database: Database
    prompt: str = ""

    def record(self, exchange: Exchange) -> None:
        """Keep an exchange; the same key is kept once."""
        insert_once(self.database, ExchangeRow, {**asdict(exchange), "prompt": self.prompt})

    def find(self, key: str) -> Exchange | None:
        """Return the exchange with the key."""
        with self.database.reading() as connection:
            row = connection.execute(select(ExchangeRow.__table__).where(ExchangeRow.key == key)).first()
        return Exchange(**row._asdict()) if row else None

    def earlier(self, message: IncomingMessage, since: datetime) -> tuple[str, ...]:
        """Return the last questions of the thread, or of a direct conversation since a moment, oldest first."""
        same_talk = [ExchangeRow.team == message.team, ExchangeRow.channel == message.channel]
        if message.is_direct and not message.thread_ts:
            same_talk += [ExchangeRow.user == message.user, ExchangeRow.at >= since]
        else:
            same_talk.append(ExchangeRow.thread_ts == message.place.thread_ts)
        statement = (
            select(ExchangeRow.question)
            .where(*same_talk, ExchangeRow.key != message.key)
            .order_by(ExchangeRow.at.desc())
            .limit(MOST_EARLIER)
        )
        with self.database.reading() as connection:
            return tuple(reversed(connection.execute(statement).scalars().all()))
