"""Identities: whom of the list of holders a person in Slack said that they are."""

from dataclasses import dataclass

from sqlalchemy import select

from bot.store.insertion import insert_once
from bot.store.tables import IdentityRow
from knowledge.database import Database


@dataclass(frozen=True)
class SqlIdentities:
    """Identities in SQL; a person is asked once."""

    database: Database

    def confirm(self, team: str, user: str, holder: str) -> None:
        """Keep whom the person said to be; empty for nobody."""
        insert_once(self.database, IdentityRow, {"team": team, "user": user, "holder": holder})

    def holder(self, team: str, user: str) -> str | None:
        """Return whom the person said to be, empty for nobody; None when the person has not said."""
        statement = select(IdentityRow.holder).where(IdentityRow.team == team, IdentityRow.user == user)
        with self.database.reading() as connection:
            return connection.execute(statement).scalar_one_or_none()
