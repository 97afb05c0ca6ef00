"""Status cards: updates that wait for a click."""

from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import select, update

from bot.status_drafts import StatusCard, StatusDraft
from bot.store.insertion import insert_once
from bot.store.tables import CardRow
from knowledge.database import Database


@dataclass(frozen=True)
class SqlStatusCards:
    """Status cards in SQL, their drafts as JSON."""

    database: Database

    def open(self, card: StatusCard, at: datetime) -> None:
        """Keep a card; the same key is kept once."""
        values = {
            "key": card.key,
            "author": card.author,
            "original": card.original,
            "drafts": _adapter().dump_json(card.drafts).decode(),
            "at": at,
        }
        insert_once(self.database, CardRow, values)

    def find(self, key: str) -> StatusCard | None:
        """Return the card with the key."""
        with self.database.reading() as connection:
            row = connection.execute(select(CardRow.__table__).where(CardRow.key == key)).first()
        if row is None:
            return None
        return StatusCard(row.key, row.author, row.original, _adapter().validate_json(row.drafts))

    def replace(self, card: StatusCard) -> None:
        """Keep the card as it is now."""
        drafts = _adapter().dump_json(card.drafts).decode()
        with self.database.writing() as connection:
            connection.execute(update(CardRow).where(CardRow.key == card.key).values(drafts=drafts))


def _adapter() -> TypeAdapter[tuple[StatusDraft, ...]]:
    return TypeAdapter(tuple[StatusDraft, ...])
