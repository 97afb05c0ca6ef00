"""Subscriptions: the channels that want the weekly digest."""

from dataclasses import dataclass

from sqlalchemy import delete, select

from bot.store.insertion import insert_once
from bot.store.tables import SubscriptionRow
from knowledge.database import Database


@dataclass(frozen=True)
class SqlSubscriptions:
    """Subscriptions in SQL."""

    database: Database

    def add(self, team: str, channel: str) -> None:
        """Begin to send the channel the digest."""
        insert_once(self.database, SubscriptionRow, {"team": team, "channel": channel})

    def remove(self, team: str, channel: str) -> None:
        """Send the channel no more digests."""
        statement = delete(SubscriptionRow).where(
            SubscriptionRow.team == team, SubscriptionRow.channel == channel
        )
        with self.database.writing() as connection:
            connection.execute(statement)

    def channels(self) -> tuple[str, ...]:
        """Return the channels that want the digest."""
        with self.database.reading() as connection:
            return tuple(connection.execute(select(SubscriptionRow.channel)).scalars())
