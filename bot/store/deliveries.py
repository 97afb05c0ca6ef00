"""Deliveries: what was posted, so that nothing is posted twice, and who is posting just now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import or_, select, update

from bot.parts import Claim
from bot.store.insertion import insert_once
from bot.store.tables import DeliveryRow
from knowledge.database import Database

CLAIM_LASTS = timedelta(
    minutes=2
)  # longer than a call to Slack with all its waiting; then its process has died


@dataclass(frozen=True)
class SqlDeliveries:
    """Deliveries in SQL; `owner` names this process, the same again after a restart."""

    database: Database
    owner: str
    now: Callable[[], datetime]

    def claim(self, key: str, channel: str) -> Claim:
        """Take a message to post it: for the first time, after an interrupted try, or not while another has it."""
        now = self.now()
        values = {"key": key, "channel": channel, "ts": "", "claimed_by": self.owner, "claimed_at": now}
        if insert_once(self.database, DeliveryRow, values):
            return Claim.FIRST
        statement = update(DeliveryRow).where(
            DeliveryRow.key == key,
            or_(
                DeliveryRow.claimed_by.in_(("", self.owner)),
                DeliveryRow.claimed_at < now - CLAIM_LASTS,
            ),
        )
        with self.database.writing() as connection:
            taken = connection.execute(statement.values(claimed_by=self.owner, claimed_at=now)).rowcount
        return Claim.AGAIN if taken else Claim.BUSY

    def release(self, key: str) -> None:
        """Let go of a message whose posting failed, so that anybody may try again."""
        self._set(key, {"claimed_by": ""})

    def finish(self, key: str, ts: str) -> None:
        """Note the timestamp that the posted message got."""
        self._set(key, {"claimed_by": "", "ts": ts})

    def posted(self, key: str) -> str:
        """Return the timestamp of the posted message, or nothing."""
        with self.database.reading() as connection:
            found = connection.execute(
                select(DeliveryRow.ts).where(DeliveryRow.key == key)
            ).scalar_one_or_none()
        return found or ""

    def _set(self, key: str, values: dict[str, str]) -> None:
        with self.database.writing() as connection:
            connection.execute(update(DeliveryRow).where(DeliveryRow.key == key).values(**values))
