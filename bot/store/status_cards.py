"""Status cards: updates that wait for a click."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import Connection, select, update

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
            return _card(connection, key)

    def replace(self, card: StatusCard) -> None:
        """Keep the card as it is now."""
        with self.database.writing() as connection:
            _write(connection, card)

    def change(self, key: str, change: Callable[[StatusCard], StatusCard]) -> StatusCard | None:
        """Change a card as it stands at that moment, and return it; two who change it at once do so in turn."""
        with self.database.writing(alone=True) as connection:
            card = _card(connection, key)
            if card is not None:
                card = change(card)
                _write(connection, card)
        return card


def _card(connection: Connection, key: str) -> StatusCard | None:
    row = connection.execute(select(CardRow.__table__).where(CardRow.key == key)).first()
    if row is None:
        return None
    return StatusCard(row.key, row.author, row.original, _adapter().validate_json(row.drafts))


def _write(connection: Connection, card: StatusCard) -> None:
    drafts = _adapter().dump_json(card.drafts).decode()
    connection.execute(
        update(CardRow).where(CardRow.key == card.key).values(original=card.original, drafts=drafts)
    )


def _adapter() -> TypeAdapter[tuple[StatusDraft, ...]]:
    return TypeAdapter(tuple[StatusDraft, ...])
