"""Write one document's version, facts and passages, whole or not at all; withdraw documents that are gone."""

import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from knowledge.assignment_rows import AssignmentRows
from knowledge.blocks import ReadDocument, Span
from knowledge.database import Database
from knowledge.documents import DocumentProfile
from knowledge.entries import PassageEntry
from knowledge.entry_rows import DOCUMENT_COLUMNS, PASSAGE_COLUMNS, document_entry, passage_entry
from knowledge.fact_words import days_of, key_of, own_words, payload_of
from knowledge.facts import Fact
from knowledge.models import Document, DocumentVersion, Passage, Vector
from knowledge.models import Fact as FactRow
from knowledge.passages import Passage as PassageValue
from knowledge.scope import name_key
from knowledge.sources import SourceFile
from knowledge.swedish_words import SwedishWords
from knowledge.word_index import RowWords, WordIndex, row_words, word_index

_MANY = 500


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A source file as it was read, ready to be written."""

    source: SourceFile
    content_hash: str
    document: ReadDocument
    profile: DocumentProfile
    facts: tuple[Fact, ...]
    passages: tuple[PassageValue, ...]
    url: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """What writing a document changed; passages that stayed are in neither list."""

    added: tuple[PassageEntry, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document as the register knows it before a file is read."""

    id: int
    content_hash: str
    rules: str
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

    def __post_init__(self) -> None:
        """Choose the word indexes of this kind of database."""
        is_sqlite = self.database.is_sqlite
        object.__setattr__(self, "_fact_words", word_index("fact_words", is_sqlite=is_sqlite))
        object.__setattr__(self, "_passage_words", word_index("passage_words", is_sqlite=is_sqlite))

    def roots(self) -> set[str]:
        """Return the source roots that documents are known under."""
        with self.database.reading() as connection:
            return set(connection.execute(select(Document.source_root).distinct()).scalars())

    def known(self, source: SourceFile) -> KnownDocument | None:
        """Return what is known of a file that stands in the register."""
        with self.database.reading() as connection:
            return _known(connection, source)

    def is_current(self, known: KnownDocument, source: SourceFile, content_hash: str) -> bool:
        """Tell whether a document was read from the same file by the same rules, and is listed with the same address."""
        return (known.content_hash, known.rules) == (content_hash, self._rules_for(source))

    def _rules_for(self, source: SourceFile) -> str:
        listed = hashlib.sha256(source.url.encode()).hexdigest()[:16] if source.url else ""
        return f"{self.rules}:{listed}"

    def write(self, read: ReadSource, now: datetime) -> Written | None:
        """Write a document's new version in one transaction; nothing when another process wrote the same just now."""
        facts = self._fact_rows(read)
        passages = self._passage_rows(read)
        # Alone: two documents that name the same new assignment at once would otherwise make two of it.
        with self.database.writing(alone=True) as connection:
            document_id = _document_id(connection, read.source)
            known = _known(connection, read.source)
            if known is not None and self.is_current(known, read.source, read.content_hash):
                return None
            content_since = _content_since(connection, document_id, read.content_hash) or now
            _supersede(connection, document_id, now)
            version_id = _add_version(
                connection, document_id, read, self._rules_for(read.source), content_since, now
            )
            self._add_facts(connection, document_id, version_id, read, facts, now)
            added, removed = self._replace_passages(connection, document_id, version_id, passages)
            return Written(_entries(connection, added), removed)

    def withdraw(self, documents: Sequence[int], now: datetime) -> tuple[str, ...]:
        """Withdraw documents, keeping their versions and facts as history; return the ids of their passages."""
        removed: list[str] = []
        with self.database.writing(alone=True) as connection:
            for document_id in documents:
                _supersede(connection, document_id, now)
                gone = connection.execute(
                    select(Passage.number, Passage.id).where(Passage.document_id == document_id)
                ).all()
                self._remove_passages(connection, [(row.number, row.id) for row in gone])
                removed += [row.id for row in gone]
                connection.execute(
                    update(Document).where(Document.id == document_id).values(withdrawn_at=now)
                )
        return tuple(removed)

    def standing(self) -> list[tuple[int, Path]]:
        """Return the documents that stand, with where their files were."""
        statement = select(Document.id, Document.source_root, Document.path).where(
            Document.withdrawn_at.is_(None)
        )
        with self.database.reading() as connection:
            return [(row.id, Path(row.source_root, row.path)) for row in connection.execute(statement)]

    def _fact_rows(self, read: ReadSource) -> list["_FactRow"]:
        seen: Counter[str] = Counter()
        rows = []
        for fact in read.facts:
            payload = payload_of(fact)
            wording = key_of("", payload, 0)
            seen[wording] += 1
            heading = f"{read.profile.title} {fact.subject} {fact.section}"
            rows.append(
                _FactRow(
                    fact,
                    payload,
                    key_of(_identity(read.source), payload, seen[wording]),
                    row_words(0, heading, own_words(fact), self.words),
                )
            )
        return rows

    def _passage_rows(self, read: ReadSource) -> dict[str, "_PassageRow"]:
        seen: Counter[str] = Counter()
        rows = {}
        for passage in read.passages:
            seen[passage.search_text] += 1
            words = f"{_identity(read.source)}\n{seen[passage.search_text]}\n{passage.search_text}"
            identity = hashlib.sha256(words.encode()).hexdigest()[:40]
            heading = f"{read.profile.title} {passage.section}"
            rows[identity] = _PassageRow(
                passage,
                passage.span.quote(read.document.text),
                row_words(0, heading, passage.text, self.words),
            )
        return rows

    def _add_facts(
        self,
        connection: Connection,
        document_id: int,
        version_id: int,
        read: ReadSource,
        rows: Sequence["_FactRow"],
        now: datetime,
    ) -> None:
        if not rows:
            return
        text = read.document.text
        assignments = AssignmentRows(connection, self.words, read.profile, document_id, now)
        attached = assignments.attach([row.fact for row in rows])
        values = []
        for row, assignment_id in zip(rows, attached, strict=True):
            fact = row.fact
            first_day, last_day = days_of(fact)
            header = fact.header_span
            values.append(
                {
                    "version_id": version_id,
                    "assignment_id": assignment_id,
                    "key": row.key,
                    "kind": fact.kind,
                    "subject": fact.subject,
                    "payload": row.payload,
                    "origin": "",
                    "start": fact.span.start,
                    "end": fact.span.end,
                    "page": read.document.page_of(fact.span.start),
                    "quote": fact.span.quote(text),
                    "header_quote": header.quote(text) if header else "",
                    "header_page": read.document.page_of(header.start) if header else None,
                    "first_day": first_day,
                    "last_day": last_day,
                    "valid_from": now,
                }
            )
        numbers = connection.execute(
            insert(FactRow).returning(FactRow.id, sort_by_parameter_order=True), values
        )
        words = [replace(row.words, row=number) for row, number in zip(rows, numbers.scalars(), strict=True)]
        self._fact_words.add(connection, words)

    def _replace_passages(
        self, connection: Connection, document_id: int, version_id: int, rows: dict[str, "_PassageRow"]
    ) -> tuple[list[str], tuple[str, ...]]:
        held = {
            row.id: row.number
            for row in connection.execute(
                select(Passage.id, Passage.number).where(Passage.document_id == document_id)
            )
        }
        gone = [(number, identity) for identity, number in held.items() if identity not in rows]
        self._remove_passages(connection, gone)
        for identity, row in rows.items():
            if identity in held:
                moved = row.values(document_id, version_id)
                connection.execute(update(Passage).where(Passage.id == identity).values(**moved))
        new = [identity for identity in rows if identity not in held]
        if new:
            values = [{"id": identity, **rows[identity].values(document_id, version_id)} for identity in new]
            numbers = connection.execute(
                insert(Passage).returning(Passage.number, sort_by_parameter_order=True), values
            )
            words = [
                replace(rows[identity].words, row=number)
                for identity, number in zip(new, numbers.scalars(), strict=True)
            ]
            self._passage_words.add(connection, words)
        return new, tuple(identity for _, identity in gone)

    def _remove_passages(self, connection: Connection, gone: Sequence[tuple[int, str]]) -> None:
        self._passage_words.remove(connection, [number for number, _ in gone])
        for start in range(0, len(gone), _MANY):
            ids = [identity for _, identity in gone[start : start + _MANY]]
            connection.execute(delete(Vector).where(Vector.passage_id.in_(ids)))
            connection.execute(delete(Passage).where(Passage.id.in_(ids)))


@dataclass(frozen=True, slots=True)
class _FactRow:
    fact: Fact
    payload: str
    key: str
    words: RowWords


@dataclass(frozen=True, slots=True)
class _PassageRow:
    passage: PassageValue
    quote: str
    words: RowWords

    def values(self, document_id: int, version_id: int) -> dict[str, object]:
        """Return the row's columns besides its id."""
        return {
            "document_id": document_id,
            "version_id": version_id,
            "start": self.passage.span.start,
            "end": self.passage.span.end,
            "page": self.passage.page,
            "section": self.passage.section,
            "quote": self.quote,
            "text": self.passage.text,
            "search_text": self.passage.search_text,
        }


def within_text(span: Span, text: str) -> bool:
    """Tell whether a span points at words of the text."""
    return span.start < span.end <= len(text)


def _identity(source: SourceFile) -> str:
    return f"{source.root}\n{source.path}"


def _known(connection: Connection, source: SourceFile) -> KnownDocument | None:
    facts = select(func.count()).where(FactRow.version_id == DocumentVersion.id, FactRow.valid_to.is_(None))
    passages = select(func.count()).where(Passage.document_id == Document.id)
    statement = (
        select(
            Document.id,
            DocumentVersion.content_hash,
            DocumentVersion.rules,
            facts.scalar_subquery().label("facts"),
            passages.scalar_subquery().label("passages"),
        )
        .join(DocumentVersion)
        .where(
            Document.source_root == source.root,
            Document.path == source.path,
            DocumentVersion.valid_to.is_(None),
        )
    )
    row = connection.execute(statement).first()
    return KnownDocument(row.id, row.content_hash, row.rules, row.facts, row.passages) if row else None


def _document_id(connection: Connection, source: SourceFile) -> int:
    """Return the document's id, adding it when it is new; it is locked until the transaction ends."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    connection.execute(
        dialect.insert(Document)
        .values(source_root=source.root, path=source.path, name=source.name)
        .on_conflict_do_nothing()
    )
    found = connection.execute(
        select(Document.id)
        .where(Document.source_root == source.root, Document.path == source.path)
        .with_for_update()
    )
    number = int(found.scalar_one())
    connection.execute(update(Document).where(Document.id == number).values(withdrawn_at=None))
    return number


def _content_since(connection: Connection, document_id: int, content_hash: str) -> datetime | None:
    """Return since when the newest version has held the same content: a document read anew is no news."""
    statement = (
        select(DocumentVersion.content_hash, DocumentVersion.content_since)
        .where(DocumentVersion.document_id == document_id)
        .order_by(DocumentVersion.id.desc())
        .limit(1)
    )
    row = connection.execute(statement).first()
    return row.content_since if row and row.content_hash == content_hash else None


def _supersede(connection: Connection, document_id: int, now: datetime) -> None:
    """End the document's version and its facts."""
    versions = select(DocumentVersion.id).where(DocumentVersion.document_id == document_id)
    connection.execute(
        update(FactRow)
        .where(FactRow.version_id.in_(versions), FactRow.valid_to.is_(None))
        .values(valid_to=now)
    )
    connection.execute(
        update(DocumentVersion)
        .where(DocumentVersion.document_id == document_id, DocumentVersion.valid_to.is_(None))
        .values(valid_to=now)
    )


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
    return int(
        connection.execute(
            insert(DocumentVersion).values(**values).returning(DocumentVersion.id)
        ).scalar_one()
    )


def _entries(connection: Connection, ids: Iterable[str]) -> tuple[PassageEntry, ...]:
    wanted = list(ids)
    entries: list[PassageEntry] = []
    for start in range(0, len(wanted), _MANY):
        statement = (
            select(*PASSAGE_COLUMNS, *DOCUMENT_COLUMNS)
            .select_from(Passage)
            .join(DocumentVersion, DocumentVersion.id == Passage.version_id)
            .join(Document, Document.id == Passage.document_id)
            .where(Passage.id.in_(wanted[start : start + _MANY]))
            .order_by(Passage.number)
        )
        entries += [passage_entry(row, document_entry(row)) for row in connection.execute(statement)]
    return tuple(entries)
