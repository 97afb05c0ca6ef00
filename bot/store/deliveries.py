"""Deliveries: what was posted, so that nothing is posted twice."""

from dataclasses import dataclass

from sqlalchemy import select, update

from bot.store.insertion import insert_once
from bot.store.tables import DeliveryRow
from knowledge.database import Database


@dataclass(frozen=True)
class SqlDeliveries:
    """Deliveries in SQL."""

    database: Database

    def begin(self, key: str, channel: str) -> bool:
        """Note that a message is about to be posted; false when that was noted before."""
        return insert_once(self.database, DeliveryRow, {"key": key, "channel": channel, "ts": ""})

    def finish(self, key: str, ts: str) -> None:
        """Note the timestamp that the posted message got."""
        with self.database.writing() as connection:
            connection.execute(update(DeliveryRow).where(DeliveryRow.key == key).values(ts=ts))

    def posted(self, key: str) -> str:
        """Return the timestamp of the posted message, or nothing."""
        with self.database.reading() as connection:
            found = connection.execute(
                select(DeliveryRow.ts).where(DeliveryRow.key == key)
            ).scalar_one_or_none()
        return found or ""
