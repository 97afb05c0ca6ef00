"""Write one document's version, facts and passages, whole or not at all; withdraw documents that are gone.

A register is filled by some dozen small statements a document, so that each is built once, here at the top.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, RowMapping, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from knowledge.assignment_rows import AssignmentRows, Attached, KnownAssignments
from knowledge.database import Database
from knowledge.document_rows import ReadSource, Row, fact_rows, passage_rows
from knowledge.documents import DocumentProfile
from knowledge.drafts import work_key
from knowledge.facts import Fact as FactValue
from knowledge.limits import follow_move, kept, limits, places_of
from knowledge.model_readings import Asked, StandingVersion, note_asked
from knowledge.models import Document, DocumentVersion, Fact, Passage, Vector
from knowledge.scope import name_key
from knowledge.sources import SourceFile
from knowledge.swedish_words import SwedishWords
from knowledge.word_index import RowWords, WordIndex, word_index

_MANY = 500  # values in one IN list
_FIND = {
    name: row.on_conflict_do_update(
        index_elements=["source_root", "path"],
        set_={"withdrawn_at": None, "limited_to": row.excluded.limited_to},
    ).returning(Document.id)
    for name, row in (("sqlite", sqlite.insert(Document)), ("postgresql", postgresql.insert(Document)))
}
_NEWEST = (
    select(
        DocumentVersion.content_hash,
        DocumentVersion.rules,
        DocumentVersion.content_since,
        DocumentVersion.valid_to,
    )
    .where(DocumentVersion.document_id == bindparam("document"))
    .order_by(DocumentVersion.id.desc())
    .limit(1)
)
_END_FACTS = (
    update(Fact)
    .where(
        Fact.version_id.in_(
            select(DocumentVersion.id).where(DocumentVersion.document_id == bindparam("document"))
        ),
        Fact.valid_to.is_(None),
    )
    .values(valid_to=bindparam("now"))
)
_END_VERSION = (
    update(DocumentVersion)
    .where(DocumentVersion.document_id == bindparam("document"), DocumentVersion.valid_to.is_(None))
    .values(valid_to=bindparam("now"))
)
_ADD_VERSION = insert(DocumentVersion).returning(DocumentVersion.id)
_ADD_FACTS = insert(Fact).returning(Fact.id, sort_by_parameter_order=True)
_HELD = select(Passage.id, Passage.number).where(Passage.document_id == bindparam("document"))
_ADD_PASSAGES = insert(Passage).returning(Passage.number, sort_by_parameter_order=True)
_MOVE_PASSAGE = update(Passage).where(Passage.id == bindparam("identity"))
_DROP_VECTOR = delete(Vector).where(Vector.passage_id == bindparam("identity"))
_DROP_PASSAGE = delete(Passage).where(Passage.id == bindparam("identity"))
_WITHDRAW = update(Document).where(Document.id == bindparam("document")).values(withdrawn_at=bindparam("now"))
_STANDING_FACTS = (
    select(func.count())
    .where(Fact.version_id == DocumentVersion.id, Fact.valid_to.is_(None))
    .scalar_subquery()
)
_PASSAGES = select(func.count()).where(Passage.document_id == Document.id).scalar_subquery()
_KNOWN = (
    select(
        Document.source_root,
        Document.path,
        DocumentVersion.content_hash,
        DocumentVersion.rules,
        DocumentVersion.title,
        Document.limited_to,
        _STANDING_FACTS.label("facts"),
        _PASSAGES.label("passages"),
    )
    .join(DocumentVersion)
    .where(
        DocumentVersion.valid_to.is_(None),
        Document.source_root.in_(bindparam("roots", expanding=True)),
        Document.path.in_(bindparam("paths", expanding=True)),
    )
)


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document as the register knows it before a file is read."""

    content_hash: str
    rules: str
    title: str
    is_limited: bool
    facts: int
    passages: int


@dataclass(frozen=True, slots=True)
class DocumentWriter:
    """Writes documents; `rules` names the readers and grammars that made the facts, at most 40 characters."""

    database: Database
    words: SwedishWords
    rules: str
    _fact_words: WordIndex = field(init=False, repr=False, compare=False)
    _passage_words: WordIndex = field(init=False, repr=False, compare=False)
    _assignments: KnownAssignments = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Choose the word indexes of this kind of database."""
        is_sqlite = self.database.is_sqlite
        object.__setattr__(self, "_fact_words", word_index("fact_words", is_sqlite=is_sqlite))
        object.__setattr__(self, "_passage_words", word_index("passage_words", is_sqlite=is_sqlite))
        object.__setattr__(self, "_assignments", KnownAssignments())

    def roots(self) -> set[str]:
        """Return the source roots that documents are known under."""
        with self.database.reading() as connection:
            return set(connection.execute(select(Document.source_root).distinct()).scalars())

    def known(self, sources: Sequence[SourceFile]) -> dict[tuple[str, str], KnownDocument]:
        """Return what is known of those files that stand in the register, by root and path."""
        found: dict[tuple[str, str], KnownDocument] = {}
        with self.database.reading() as connection:
            for start in range(0, len(sources), _MANY):
                part = sources[start : start + _MANY]
                named = {"roots": list({each.root for each in part}), "paths": [each.path for each in part]}
                for row in connection.execute(_KNOWN, named):
                    found[row.source_root, row.path] = KnownDocument(
                        row.content_hash, row.rules, row.title, bool(row.limited_to), row.facts, row.passages
                    )
        return found

    def is_current(self, known: KnownDocument, source: SourceFile, content_hash: str) -> bool:
        """Tell whether a document was read from the same file by the same rules, and is listed with the same address."""
        return (known.content_hash, known.rules) == (content_hash, self._rules_for(source))

    def _rules_for(self, source: SourceFile) -> str:
        listed = hashlib.sha256(source.url.encode()).hexdigest()[:16] if source.url else ""
        return f"{self.rules}:{listed}"

    def write(self, read: ReadSource, now: datetime) -> bool:
        """Write a document's new version in one transaction; tell False when another process just wrote the same."""
        title, passages = read.profile.title, passage_rows(read, self.words)
        facts = fact_rows(read.facts, read.document, title, read.identity, self.words)
        rules = self._rules_for(read.source)
        # Alone: two documents that name the same new assignment at once would otherwise make two of it.
        with self.database.writing(alone=True, durable=False) as connection:
            document_id = _document_id(connection, read.source)
            newest = connection.execute(_NEWEST, {"document": document_id}).mappings().first()
            if newest is None:
                follow_move(
                    connection, document_id, Path(read.source.root, read.source.path), read.content_hash
                )
            if newest is not None and newest["valid_to"] is None:
                if (newest["content_hash"], newest["rules"]) == (read.content_hash, rules):
                    return False
                _end(connection, [document_id], now)
            version_id = _add_version(connection, document_id, read, rules, _since(newest, read, now), now)
            known_as = document_id if newest else None
            attached = self._attached(connection, read.facts, read.profile, known_as, now)
            self._add_facts(connection, version_id, facts, attached, now)
            self._replace_passages(connection, document_id, version_id, passages, is_new=newest is None)
        return True

    def add_proposals(
        self, version: StandingVersion, facts: Sequence[FactValue], asked: Asked, now: datetime
    ) -> bool:
        """Add what a model proposed of a version, and that it was asked; tell False when the version stands no more."""
        rows = fact_rows(
            facts, version.document, version.profile.title, version.identity, self.words, asked.model
        )
        with self.database.writing(alone=True, durable=False) as connection:
            if not note_asked(connection, version.id, asked):
                return False
            attached = self._attached(connection, facts, version.profile, version.document_id, now)
            self._add_facts(connection, version.id, rows, attached, now)
        return True

    def withdraw(self, documents: Sequence[int], now: datetime) -> None:
        """Withdraw documents, keeping their versions and facts as history."""
        with self.database.writing(alone=True) as connection:
            _end(connection, documents, now)
            for document_id in documents:
                held = connection.execute(_HELD, {"document": document_id}).all()
                self._remove_passages(connection, {row.id: row.number for row in held})
                connection.execute(_WITHDRAW, {"document": document_id, "now": now})

    def standing(self) -> list[tuple[int, Path]]:
        """Return the documents that stand, with where their files were."""
        statement = select(Document.id, Document.source_root, Document.path).where(
            Document.withdrawn_at.is_(None)
        )
        with self.database.reading() as connection:
            return [(row.id, Path(row.source_root, row.path)) for row in connection.execute(statement)]

    def _attached(
        self,
        connection: Connection,
        facts: Sequence[FactValue],
        profile: DocumentProfile,
        known_as: int | None,
        now: datetime,
    ) -> list[Attached]:
        if not facts:
            return []
        shared = self._assignments.of(connection, name_key(profile.organisation))
        rows = AssignmentRows(connection, self.words, profile, known_as, shared, now)
        attached = rows.attach(facts)
        if rows.has_moved:
            self._assignments.forget()
        return attached

    def _add_facts(
        self,
        connection: Connection,
        version_id: int,
        rows: Sequence[Row],
        attached: Sequence[Attached],
        now: datetime,
    ) -> None:
        if not rows:
            return
        values = [
            {
                **row.values,
                "version_id": version_id,
                "assignment_id": each.number,
                "waits_for": each.waits_for,
                "valid_from": now,
            }
            for row, each in zip(rows, attached, strict=True)
        ]
        numbers = connection.execute(_ADD_FACTS, values).scalars()
        self._fact_words.add(connection, _numbered(rows, numbers))

    def _replace_passages(
        self,
        connection: Connection,
        document_id: int,
        version_id: int,
        rows: Mapping[str, Row],
        *,
        is_new: bool,
    ) -> None:
        held: dict[str, int] = {}
        if not is_new:
            found = connection.execute(_HELD, {"document": document_id})
            held = {row.id: row.number for row in found}
            self._remove_passages(
                connection, {each: number for each, number in held.items() if each not in rows}
            )
        moved = [
            {"identity": each, **row.values, "version_id": version_id}
            for each, row in rows.items()
            if each in held
        ]
        if moved:
            connection.execute(_MOVE_PASSAGE, moved)
        new = {each: row for each, row in rows.items() if each not in held}
        if new:
            values = [
                {"id": each, "document_id": document_id, "version_id": version_id, **row.values}
                for each, row in new.items()
            ]
            numbers = connection.execute(_ADD_PASSAGES, values).scalars()
            self._passage_words.add(connection, _numbered(new.values(), numbers))

    def _remove_passages(self, connection: Connection, gone: Mapping[str, int]) -> None:
        if gone:
            self._passage_words.remove(connection, list(gone.values()))
            named = [{"identity": each} for each in gone]
            connection.execute(_DROP_VECTOR, named)
            connection.execute(_DROP_PASSAGE, named)


def _document_id(connection: Connection, source: SourceFile) -> int:
    """Return the document's id, adding it when it is new; it is locked until the transaction ends."""
    limited_to = kept(places_of(Path(source.root, source.path), limits(connection)))
    values = {
        "source_root": source.root,
        "path": source.path,
        "name": source.name,
        "limited_to": limited_to,
    }
    return int(connection.execute(_FIND[connection.dialect.name], values).scalar_one())


def _since(newest: RowMapping | None, read: ReadSource, now: datetime) -> datetime:
    """Return since when the document has held the same content: one that is only read anew is no news."""
    if newest is None or newest["content_hash"] != read.content_hash:
        return now
    since: datetime = newest["content_since"]
    return since


def _end(connection: Connection, documents: Sequence[int], now: datetime) -> None:
    """End the documents' versions and their facts."""
    for each in documents:
        connection.execute(_END_FACTS, {"document": each, "now": now})
        connection.execute(_END_VERSION, {"document": each, "now": now})


def _add_version(
    connection: Connection,
    document_id: int,
    read: ReadSource,
    rules: str,
    content_since: datetime,
    now: datetime,
) -> int:
    profile = read.profile
    values = {
        "document_id": document_id,
        "content_hash": read.content_hash,
        "rules": rules,
        "title": profile.title,
        "kind": profile.kind.value,
        "organisation": profile.organisation,
        "organisation_key": name_key(profile.organisation),
        "board": profile.board,
        "board_key": name_key(profile.board),
        "date": profile.date,
        "year": profile.year,
        "case_number": profile.case_number,
        "version": profile.version,
        "work_key": work_key(profile),
        "is_draft": profile.is_draft,
        "draft_reason": profile.draft_reason,
        "language": profile.language,
        "url": read.url,
        "text": zlib.compress(read.document.text.encode(), 6),
        "page_starts": json.dumps(read.document.page_starts),
        "warnings": json.dumps(read.warnings, ensure_ascii=False),
        "content_since": content_since,
        "valid_from": now,
    }
    return int(connection.execute(_ADD_VERSION, values).scalar_one())


def _numbered(rows: Iterable[Row], numbers: Iterable[int]) -> list[RowWords]:
    return [replace(row.words, row=number) for row, number in zip(rows, numbers, strict=True)]
