"""The register's named writes that people make: status updates, corrections, merged assignments; all append-only."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from knowledge.database import Database
from knowledge.entries import State, StatusUpdate
from knowledge.entry_rows import status_entry, status_rows
from knowledge.errors import RegisterError
from knowledge.models import Assignment, AssignmentLink, Correction, StatusWithdrawal
from knowledge.models import Fact as FactRow
from knowledge.models import StatusUpdate as StatusRow


class CorrectionAction(StrEnum):
    """What a person did with a fact."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Updates:
    """Writes what people say; every method raises RegisterError, and nothing is ever overwritten."""

    database: Database

    def record_status_update(
        self,
        assignment_id: int,
        state: State,
        text: str,
        author: str,
        at: datetime,
        original: str,
        dates: Sequence[str] = (),
        *,
        key: str,
    ) -> StatusUpdate:
        """Write a status update and return it; the same key writes once and returns what was written first.

        Raises RegisterError when there is no such assignment.
        """
        dialect = sqlite if self.database.is_sqlite else postgresql
        with self.database.writing() as connection:
            _require(connection, assignment_id)
            connection.execute(
                dialect.insert(StatusRow)
                .values(
                    key=key,
                    assignment_id=assignment_id,
                    state=state.value,
                    text=text,
                    author=author,
                    at=at,
                    original=original,
                    dates=json.dumps(list(dates), ensure_ascii=False),
                )
                .on_conflict_do_nothing(index_elements=[StatusRow.key])
            )
            return _status(connection, StatusRow.key == key)

    def withdraw(
        self, update_id: int, author: str, at: datetime, reason: str = "", *, replaced_by: int | None = None
    ) -> StatusUpdate:
        """Take a status update back, once, and return it; the row itself stays."""
        dialect = sqlite if self.database.is_sqlite else postgresql
        with self.database.writing() as connection:
            _status(connection, StatusRow.id == update_id)
            connection.execute(
                dialect.insert(StatusWithdrawal)
                .values(update_id=update_id, replaced_by_id=replaced_by, author=author, reason=reason, at=at)
                .on_conflict_do_nothing(index_elements=[StatusWithdrawal.update_id])
            )
            return _status(connection, StatusRow.id == update_id)

    def history(self, assignment_id: int) -> list[StatusUpdate]:
        """Return an assignment's status updates, newest first, withdrawn ones marked."""
        statement = status_rows().where(StatusRow.assignment_id == assignment_id)
        with self.database.reading() as connection:
            rows = connection.execute(statement.order_by(StatusRow.at.desc(), StatusRow.id.desc()))
            return [status_entry(row, withdrawn=row.withdrawn_at is not None) for row in rows]

    def correct(
        self, fact_id: int, action: CorrectionAction, text: str, author: str, reason: str, at: datetime
    ) -> None:
        """Say something of a fact; it keeps to the fact when its document is read again.

        Raises RegisterError when there is no such fact, or when a correction gives no reason.
        """
        if action is CorrectionAction.CORRECT and not (text.strip() and reason.strip()):
            raise RegisterError("En rättelse behöver både den rätta uppgiften och ett skäl.")
        with self.database.writing() as connection:
            key = connection.execute(select(FactRow.key).where(FactRow.id == fact_id)).scalar()
            if key is None:
                raise RegisterError(f"Det finns ingen uppgift med nummer {fact_id}.")
            connection.execute(
                insert(Correction).values(
                    fact_key=key, action=action.value, text=text, author=author, reason=reason, at=at
                )
            )

    def merge_assignments(self, from_id: int, to_id: int, author: str, reason: str, at: datetime) -> int:
        """Note that two assignments are one, which goes by `to_id`; return the note's number, to undo it by."""
        if from_id == to_id:
            raise RegisterError("Ett uppdrag kan inte slås ihop med sig självt.")
        with self.database.writing() as connection:
            _require(connection, from_id)
            _require(connection, to_id)
            values = {"from_id": from_id, "to_id": to_id, "relation": "merged_into"}
            return _link(connection, {**values, "author": author, "reason": reason, "at": at})

    def undo_merge(self, link_id: int, author: str, reason: str, at: datetime) -> None:
        """Note that two assignments were not one after all."""
        with self.database.writing() as connection:
            link = connection.execute(select(AssignmentLink).where(AssignmentLink.id == link_id)).first()
            if link is None:
                raise RegisterError(f"Det finns ingen sammanslagning med nummer {link_id}.")
            values = {
                "from_id": link.from_id,
                "to_id": link.to_id,
                "relation": "undone",
                "undoes_id": link_id,
            }
            _link(connection, {**values, "author": author, "reason": reason, "at": at})


def _require(connection: Connection, assignment_id: int) -> None:
    found = connection.execute(select(Assignment.id).where(Assignment.id == assignment_id)).scalar()
    if found is None:
        raise RegisterError(f"Det finns inget uppdrag med nummer {assignment_id}.")


def _link(connection: Connection, values: dict[str, object]) -> int:
    statement = insert(AssignmentLink).values(**values).returning(AssignmentLink.id)
    return int(connection.execute(statement).scalar_one())


def _status(connection: Connection, condition: ColumnElement[bool]) -> StatusUpdate:
    row = connection.execute(status_rows().where(condition)).first()
    if row is None:
        raise RegisterError("Det finns ingen sådan lägesrapport.")
    return status_entry(row, withdrawn=row.withdrawn_at is not None)
