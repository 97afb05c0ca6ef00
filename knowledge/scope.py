"""Scope: whose documents, of which boards, which year and as of which day the register is read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select

from knowledge.drafts import is_replaced
from knowledge.models import Document, DocumentVersion

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Scope:
    """Limits of a read; what is empty does not limit.

    Documents that name no organisation, board or year are in every scope. `as_of` reads what the register held
    at the end of that day; `include_superseded` reads every version there has been.

    Documents that are limited are left out unless one of the `places` that they are limited to is named: a read
    that says nothing of where it leads sees none of them. `sees_limited` is for those who keep the register.
    """

    organisation: str = ""
    boards: tuple[str, ...] = ()
    year: int | None = None
    as_of: date | None = None
    include_superseded: bool = False
    places: tuple[str, ...] = ()
    sees_limited: bool = False

    def of_documents(self) -> list[ColumnElement[bool]]:
        """Return the conditions on document versions."""
        conditions: list[ColumnElement[bool]] = []
        if not self.sees_limited:
            conditions.append(DocumentVersion.document_id.not_in(hidden_documents(self.places)))
        if self.organisation:
            conditions.append(DocumentVersion.organisation_key.in_((name_key(self.organisation), "")))
        if self.boards:
            keys = ("", *(name_key(board) for board in self.boards))
            conditions.append(DocumentVersion.board_key.in_(keys))
        if self.year is not None:
            conditions.append(or_(DocumentVersion.year == self.year, DocumentVersion.year.is_(None)))
        return conditions

    def standing(self, valid_from: Any, valid_to: Any) -> list[ColumnElement[bool]]:
        """Return the conditions on the time that something stood, given its two columns."""
        if self.include_superseded:
            return []
        if self.as_of is None:
            return [valid_to.is_(None)]
        end = datetime.combine(self.as_of + timedelta(days=1), time.min, UTC)
        return [and_(valid_from < end, or_(valid_to.is_(None), valid_to >= end))]

    def unreplaced(self) -> list[ColumnElement[bool]]:
        """Return the condition that a document is no draft whose adopted document stands."""
        return [] if self.include_superseded else [~is_replaced(self.standing)]


def hidden_documents(places: Sequence[str]) -> Select[int]:
    """Return the query of the documents that may not be quoted in any of these places."""
    elsewhere = (Document.limited_to.not_like(f"% {_literal(place)} %", escape="\\") for place in places)
    return select(Document.id).where(Document.limited_to != "", *elsewhere).correlate(None)


def _literal(place: str) -> str:
    """Return a place as a pattern that fits nothing else."""
    return re.sub(r"([\\%_])", r"\\\1", place)


def name_key(name: str) -> str:
    """Return what two spellings of an organisation's or a board's name have in common."""
    return _SPACE.sub(" ", name).strip().casefold()
