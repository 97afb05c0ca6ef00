"""Which document versions a language model may be asked of, and which it was asked of already."""

import json
import zlib
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, select
from sqlalchemy.dialects import postgresql, sqlite

from knowledge.blocks import ReadDocument
from knowledge.database import Database
from knowledge.document_rows import identity_of
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.entry_rows import DOCUMENT_COLUMNS, document_entry
from knowledge.models import Document, DocumentVersion, Fact, ModelReading
from knowledge.scope import Scope


@dataclass(frozen=True, slots=True)
class Asked:
    """Who was asked, by which prompt, and whether an answer came."""

    model: str
    prompt: str
    is_done: bool = True

    @property
    def name(self) -> str:
        """What a document version is remembered to have been asked by."""
        return f"{self.model[:200]}:{self.prompt}"


@dataclass(frozen=True, slots=True)
class StandingVersion:
    """A document version that stands, with the kinds of facts that it has."""

    id: int
    document_id: int
    identity: str
    profile: DocumentProfile
    document: ReadDocument
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class ModelReadings:
    """Reads what is left to ask of; every method raises RegisterError."""

    database: Database

    def waiting(self, asked: Asked, kinds: Collection[DocumentKind]) -> list[int]:
        """Return the standing versions of these kinds that were not asked of: those asked in vain last, else the newest first.

        Those whose document is limited are left out: no model is asked of them.
        """
        statement = (
            select(DocumentVersion.id)
            .outerjoin(
                ModelReading,
                and_(ModelReading.version_id == DocumentVersion.id, ModelReading.asked == asked.name),
            )
            .where(
                DocumentVersion.valid_to.is_(None),
                DocumentVersion.kind.in_([kind.value for kind in kinds]),
                func.coalesce(ModelReading.is_done, False).is_(False),
                *Scope().of_documents(),
            )
            .order_by(func.coalesce(ModelReading.attempts, 0), DocumentVersion.id.desc())
        )
        with self.database.reading() as connection:
            return list(connection.execute(statement).scalars())

    def version(self, version_id: int) -> StandingVersion | None:
        """Return a version that stands still and whose document is not limited."""
        statement = (
            select(*DOCUMENT_COLUMNS, Document.source_root, DocumentVersion.text, DocumentVersion.page_starts)
            .join(DocumentVersion)
            .where(
                DocumentVersion.id == version_id, DocumentVersion.valid_to.is_(None), *Scope().of_documents()
            )
        )
        with self.database.reading() as connection:
            row = connection.execute(statement).first()
            if row is None:
                return None
            kinds = connection.execute(select(Fact.kind).where(Fact.version_id == version_id).distinct())
            return StandingVersion(
                version_id,
                row.document_id,
                identity_of(row.source_root, row.document_path),
                document_entry(row).profile,
                ReadDocument(zlib.decompress(row.text).decode(), (), tuple(json.loads(row.page_starts))),
                frozenset(kinds.scalars()),
            )


def note_asked(connection: Connection, version_id: int, asked: Asked) -> bool:
    """Note that a version was asked of; tell False when it stands no more or was asked of in the meantime."""
    standing = select(DocumentVersion.id).where(
        DocumentVersion.id == version_id, DocumentVersion.valid_to.is_(None)
    )
    before = select(ModelReading.is_done).where(
        ModelReading.version_id == version_id, ModelReading.asked == asked.name
    )
    if connection.execute(standing).first() is None or connection.execute(before).scalar():
        return False
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    connection.execute(
        dialect.insert(ModelReading)
        .values(version_id=version_id, asked=asked.name, attempts=1, is_done=asked.is_done)
        .on_conflict_do_update(
            index_elements=["version_id", "asked"],
            set_={"attempts": ModelReading.attempts + 1, "is_done": asked.is_done},
        )
    )
    return True
