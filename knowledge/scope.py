"""Scope: whose documents, of which boards, which year and as of which day the register is read."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from knowledge.models import DocumentVersion

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Scope:
    """Limits of a read; what is empty does not limit.

    Documents that name no organisation, board or year are in every scope. `as_of` reads what the register held
    at the end of that day; `include_superseded` reads every version there has been.
    """

    organisation: str = ""
    boards: tuple[str, ...] = ()
    year: int | None = None
    as_of: date | None = None
    include_superseded: bool = False

    def of_documents(self) -> list[ColumnElement[bool]]:
        """Return the conditions on document versions."""
        conditions: list[ColumnElement[bool]] = []
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


def name_key(name: str) -> str:
    """Return what two spellings of an organisation's or a board's name have in common."""
    return _SPACE.sub(" ", name).strip().casefold()
