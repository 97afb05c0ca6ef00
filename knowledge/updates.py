"""The register's named writes that people make: status updates, corrections, merged assignments; all append-only."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from knowledge.database import Database
from knowledge.entries import NO_DETAILS, CorrectionAction, State, StatusDetails, StatusUpdate
from knowledge.entry_rows import status_entry, status_rows
from knowledge.errors import RegisterError, StatusGoneError
from knowledge.models import Assignment, AssignmentLink, Correction, StatusWithdrawal
from knowledge.models import Fact as FactRow
from knowledge.models import StatusUpdate as StatusRow

UNDONE = "ångrad"  # the reason of a withdrawal by the button


@dataclass(frozen=True, slots=True)
class SaidStatus:
    """What somebody says of an assignment; `original` is the message that it was read from."""

    assignment_id: int
    state: State
    text: str
    author: str
    at: datetime
    original: str
    dates: tuple[str, ...] = ()
    details: StatusDetails = NO_DETAILS


@dataclass(frozen=True, slots=True)
class Updates:
    """Writes what people say; every method raises RegisterError, and nothing is ever overwritten."""

    database: Database

    def record_status_update(
        self, report: SaidStatus, *, key: str, replaces: int | None = None
    ) -> StatusUpdate:
        """Write a status update and return it; the same key writes once and returns what was written first.

        With `replaces`, the update with that number is taken back in the same transaction. Raises RegisterError when
        there is no such assignment, and StatusGoneError when what it would replace was taken back already.
        """
        with self.database.writing(alone=True) as connection:
            _require(connection, report.assignment_id)
            if (written := _find(connection, StatusRow.key == key)) is not None:
                return written
            if replaces is not None and _status(connection, StatusRow.id == replaces).withdrawn:
                raise StatusGoneError("Lägesrapporten är redan rättad eller återtagen.")
            update = _write(connection, report, key)
            if replaces is not None:
                _withdraw(connection, replaces, report.author, report.at, "rättad", update.id)
            return update

    def withdraw(
        self, update_id: int, author: str, at: datetime, reason: str = "", *, replaced_by: int | None = None
    ) -> StatusUpdate:
        """Take a status update back, once, and return it; the row itself stays."""
        with self.database.writing(alone=True) as connection:
            _status(connection, StatusRow.id == update_id)
            _withdraw(connection, update_id, author, at, reason, replaced_by)
            return _status(connection, StatusRow.id == update_id)

    def undo(self, key: str, author: str, at: datetime) -> StatusUpdate | None:
        """Take back the update with the key; one that it had corrected is written anew and returned.

        Raises StatusGoneError when it was taken back already in another way, RegisterError when there is none.
        """
        with self.database.writing(alone=True) as connection:
            update = _status(connection, StatusRow.key == key)
            restored_key = f"{key}~undone"
            if update.withdrawal is not None:
                if update.withdrawal.reason != UNDONE:
                    raise StatusGoneError("Lägesrapporten är redan rättad eller återtagen.")
                return _find(connection, StatusRow.key == restored_key)
            corrected = select(StatusWithdrawal.update_id).where(StatusWithdrawal.replaced_by_id == update.id)
            former = _find(connection, StatusRow.id.in_(corrected))
            restored = _write(connection, _again(former, author, at), restored_key) if former else None
            _withdraw(connection, update.id, author, at, UNDONE, restored.id if restored else None)
            return restored

    def of_message(self, message_key: str) -> list[StatusUpdate]:
        """Return what stands of the updates that a message, its corrections and its parts gave, in order."""
        statement = status_rows().where(StatusRow.key.startswith(message_key, autoescape=True))
        with self.database.reading() as connection:
            rows = connection.execute(statement.order_by(StatusRow.id)).all()
        parts = ("", "#", "~")
        return [
            status_entry(row)
            for row in rows
            if row.withdrawn_at is None and row.key[len(message_key) :][:1] in parts
        ]

    def history(self, assignment_id: int) -> list[StatusUpdate]:
        """Return an assignment's status updates, newest first, withdrawn ones marked."""
        statement = status_rows().where(StatusRow.assignment_id == assignment_id)
        with self.database.reading() as connection:
            rows = connection.execute(statement.order_by(StatusRow.at.desc(), StatusRow.id.desc()))
            return [status_entry(row) for row in rows]

    def correct(
        self, fact_id: int, action: CorrectionAction, text: str, author: str, reason: str, at: datetime
    ) -> None:
        """Say something of a fact; it keeps to the fact when its document is read again.

        The `text` of a link is the id of the assignment that the fact belongs to. Raises RegisterError when there is
        no such fact or assignment, or when a correction gives no reason.
        """
        if action is CorrectionAction.CORRECT and not (text.strip() and reason.strip()):
            raise RegisterError("En rättelse behöver både den rätta uppgiften och ett skäl.")
        with self.database.writing() as connection:
            key = connection.execute(select(FactRow.key).where(FactRow.id == fact_id)).scalar()
            if key is None:
                raise RegisterError(f"Det finns ingen uppgift med nummer {fact_id}.")
            if action is CorrectionAction.LINK:
                _require(connection, int(text))
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


def _find(connection: Connection, condition: ColumnElement[bool]) -> StatusUpdate | None:
    row = connection.execute(status_rows().where(condition)).first()
    return status_entry(row) if row is not None else None


def _status(connection: Connection, condition: ColumnElement[bool]) -> StatusUpdate:
    found = _find(connection, condition)
    if found is None:
        raise RegisterError("Det finns ingen sådan lägesrapport.")
    return found


def _write(connection: Connection, report: SaidStatus, key: str) -> StatusUpdate:
    details = report.details
    connection.execute(
        insert(StatusRow).values(
            key=key,
            assignment_id=report.assignment_id,
            state=report.state.value,
            text=report.text,
            author=report.author,
            at=report.at,
            original=report.original,
            dates=json.dumps(list(report.dates), ensure_ascii=False),
            delay=details.delay,
            next_step=details.next_step,
            risk=details.risk,
            expected=json.dumps(list(details.expected), ensure_ascii=False),
            who=details.who,
        )
    )
    return _status(connection, StatusRow.key == key)


def _withdraw(
    connection: Connection, update_id: int, author: str, at: datetime, reason: str, replaced_by: int | None
) -> None:
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    connection.execute(
        dialect.insert(StatusWithdrawal)
        .values(update_id=update_id, replaced_by_id=replaced_by, author=author, reason=reason, at=at)
        .on_conflict_do_nothing(index_elements=[StatusWithdrawal.update_id])
    )


def _again(former: StatusUpdate, author: str, at: datetime) -> SaidStatus:
    return SaidStatus(
        former.assignment_id,
        former.state,
        former.text,
        author,
        at,
        former.original,
        former.dates,
        former.details,
    )
