"""Follows: the assignments that people follow."""

from dataclasses import dataclass

from sqlalchemy import delete, select

from bot.store.insertion import insert_once
from bot.store.tables import FollowRow
from knowledge.database import Database


@dataclass(frozen=True)
class SqlFollows:
    """Follows in SQL."""

    database: Database

    def add(self, team: str, user: str, assignment_id: int) -> bool:
        """Begin to follow an assignment; false when the person followed it before."""
        return insert_once(
            self.database, FollowRow, {"team": team, "user": user, "assignment_id": assignment_id}
        )

    def remove(self, team: str, user: str, assignment_id: int) -> None:
        """Follow an assignment no longer."""
        statement = delete(FollowRow).where(
            FollowRow.team == team, FollowRow.user == user, FollowRow.assignment_id == assignment_id
        )
        with self.database.writing() as connection:
            connection.execute(statement)

    def of(self, team: str, user: str) -> tuple[int, ...]:
        """Return the assignments that a person follows."""
        statement = select(FollowRow.assignment_id).where(FollowRow.team == team, FollowRow.user == user)
        with self.database.reading() as connection:
            return tuple(connection.execute(statement.order_by(FollowRow.assignment_id)).scalars())
