"""Vectors in SQL, from which the vector index can be rebuilt: little-endian 32-bit floats by passage and model."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, func, select
from sqlalchemy.dialects import postgresql, sqlite

from knowledge.database import Database
from knowledge.entries import PassageEntry
from knowledge.entry_rows import DOCUMENT_COLUMNS, PASSAGE_COLUMNS, AnySelect, DocumentRows, passage_entry
from knowledge.models import Document, DocumentVersion, Passage, Vector

_MANY = 400


@dataclass(frozen=True, slots=True)
class StoredVectors:
    """Stores vectors of standing passages; every method raises RegisterError."""

    database: Database

    def waiting(self, model: str) -> int:
        """Return how many standing passages have no vector of this model."""
        with self.database.reading() as connection:
            return int(connection.execute(_without(model, func.count())).scalar() or 0)

    def missing(self, model: str, limit: int) -> list[PassageEntry]:
        """Return standing passages that have no vector of this model, oldest first."""
        statement = (
            _without(model, *PASSAGE_COLUMNS, *DOCUMENT_COLUMNS)
            .join(DocumentVersion, DocumentVersion.id == Passage.version_id)
            .join(Document, Document.id == Passage.document_id)
            .order_by(Passage.number)
            .limit(limit)
        )
        documents = DocumentRows()
        with self.database.reading() as connection:
            return [passage_entry(row, documents.entry(row)) for row in connection.execute(statement)]

    def save(self, model: str, vectors: Mapping[str, bytes]) -> None:
        """Store vectors by passage id, in one transaction; passages that are gone meanwhile are left out."""
        ids = sorted(vectors)
        with self.database.writing() as connection:
            for start in range(0, len(ids), _MANY):
                part = ids[start : start + _MANY]
                there = set(connection.execute(select(Passage.id).where(Passage.id.in_(part))).scalars())
                values = [
                    {"passage_id": each, "model": model, "values": vectors[each]}
                    for each in part
                    if each in there
                ]
                if values:
                    dialect = sqlite if self.database.is_sqlite else postgresql
                    statement = dialect.insert(Vector).values(values)
                    connection.execute(
                        statement.on_conflict_do_update(
                            index_elements=[Vector.passage_id, Vector.model],
                            set_={"values": statement.excluded["values"]},
                        )
                    )

    def load(self, model: str, passage_ids: Sequence[str]) -> dict[str, bytes]:
        """Return the stored vectors of these passages; those without are left out."""
        found: dict[str, bytes] = {}
        with self.database.reading() as connection:
            for start in range(0, len(passage_ids), _MANY):
                statement = select(Vector.passage_id, Vector.values).where(
                    Vector.model == model, Vector.passage_id.in_(passage_ids[start : start + _MANY])
                )
                found.update((row[0], bytes(row[1])) for row in connection.execute(statement))
        return found

    def held(self, model: str) -> AbstractSet[tuple[str, str]]:
        """Return (passage id, organisation) of every standing passage with a vector of this model."""
        statement = (
            select(Vector.passage_id, DocumentVersion.organisation)
            .join(Passage, Passage.id == Vector.passage_id)
            .join(DocumentVersion, DocumentVersion.id == Passage.version_id)
            .where(Vector.model == model)
        )
        with self.database.reading() as connection:
            return {(row[0], row[1]) for row in connection.execute(statement)}


def _without(model: str, *columns: Any) -> AnySelect:
    return (
        select(*columns)
        .select_from(Passage)
        .outerjoin(Vector, and_(Vector.passage_id == Passage.id, Vector.model == model))
        .where(Vector.passage_id.is_(None))
    )
