"""Limits: documents and folders that may be quoted in certain places only, such as a channel or to a group in Slack.

A limit belongs to a path, so that it holds before the document is read and for all that comes into a folder later; it
follows a file that is moved unchanged.
What it says is kept with each document, where every read meets it (`Scope.of_documents`).
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select, update

from knowledge.database import Database
from knowledge.models import Document, DocumentLimit, DocumentVersion

_log = logging.getLogger(__name__)
_LIMITS = select(DocumentLimit)


@dataclass(frozen=True, slots=True)
class Limits:
    """Sets and lifts limits; every method raises RegisterError."""

    database: Database

    def all(self) -> dict[Path, tuple[str, ...]]:
        """Return the limited paths with the places where they may be quoted, by path."""
        with self.database.reading() as connection:
            return dict(sorted(limits(connection).items()))

    def set(self, path: Path, places: Sequence[str]) -> int:
        """Limit a document, or all that a folder holds, to places; return how many documents it holds for now.

        Places are names without blanks. No places at all lift the limit. The nearest limit holds where one
        folder's lies within another's.
        """
        resolved = path.resolve()
        with self.database.writing(alone=True) as connection:
            connection.execute(delete(DocumentLimit).where(DocumentLimit.path == str(resolved)))
            if places:
                connection.execute(insert(DocumentLimit).values(path=str(resolved), places=kept(places)))
            held = limits(connection)
            touched = 0
            for row in connection.execute(select(Document)).all():
                file = Path(row.source_root, row.path)
                if file.is_relative_to(resolved):
                    touched += 1
                    where = kept(places_of(file, held))
                    connection.execute(update(Document).where(Document.id == row.id).values(limited_to=where))
        return touched

    def places(self) -> frozenset[str]:
        """Return every place that some document is limited to."""
        statement = select(Document.limited_to).where(Document.limited_to != "").distinct()
        with self.database.reading() as connection:
            return frozenset(each for row in connection.execute(statement) for each in row.limited_to.split())


def limits(connection: Connection) -> dict[Path, tuple[str, ...]]:
    """Return the limited paths with their places."""
    return {Path(row.path): tuple(row.places.split()) for row in connection.execute(_LIMITS)}


def places_of(file: Path, held: Mapping[Path, Sequence[str]]) -> Sequence[str]:
    """Return the places that a file is limited to: those of the nearest limit at or above it; none when it is not."""
    return next((held[each] for each in (file, *file.parents) if each in held), ()) if held else ()


def follow_move(connection: Connection, document_id: int, file: Path, content_hash: str) -> None:
    """Give a new document the limit of a limited one with the very same content whose file is there no more.

    Such a file was moved or renamed. A limit of its new place holds instead where there is one; a copy whose original
    is still there is a document of its own.
    """
    held = limits(connection)
    if not held or places_of(file, held):
        return
    same = (
        select(Document)
        .join(DocumentVersion)
        .where(
            Document.limited_to != "",
            DocumentVersion.content_hash == content_hash,
            Document.id != document_id,
        )
    )
    moved = [row for row in connection.execute(same) if not Path(row.source_root, row.path).exists()]
    if not moved:
        return
    # where it could be in several places, it stays in those that they share
    shared = set.intersection(*(set(row.limited_to.split()) for row in moved)) or set(
        moved[0].limited_to.split()
    )
    where = kept(sorted(shared))
    connection.execute(insert(DocumentLimit).values(path=str(file), places=where))
    connection.execute(update(Document).where(Document.id == document_id).values(limited_to=where))
    _log.warning("%s: the limit followed from %s", file, moved[0].path)


def kept(places: Sequence[str]) -> str:
    """Return places as they are kept: blanks around each, so that one is found by its whole name."""
    return f" {' '.join(sorted(set(places)))} " if places else ""
