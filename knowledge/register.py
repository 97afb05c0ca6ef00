"""The register's named reads: frozen values, never rows."""

import json
import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from sqlalchemy import CTE, Connection, bindparam, func, or_, select

from knowledge.assignment_names import AssignmentNames
from knowledge.blocks import Span
from knowledge.database import Database
from knowledge.entries import (
    AssignmentEntry,
    Correction,
    CorrectionAction,
    DocumentEntry,
    FactEntry,
    PassageEntry,
    StatusUpdate,
)
from knowledge.entry_rows import (
    DOCUMENT_COLUMNS,
    FACT_COLUMNS,
    PASSAGE_COLUMNS,
    TOLD_COLUMNS,
    AnyRow,
    AnySelect,
    DocumentRows,
    fact_entry,
    passage_entry,
    status_entry,
    status_rows,
    told_document,
)
from knowledge.hidden_names import hidden_from, hidden_names
from knowledge.merged_assignments import (
    followed,
    merged_into,
    merges_of,
    named_assignments,
    standing_assignment,
)
from knowledge.models import (
    Assignment,
    AssignmentAlias,
    AssignmentLink,
    Document,
    DocumentVersion,
    Fact,
    Passage,
)
from knowledge.models import Correction as CorrectionRow
from knowledge.models import StatusUpdate as StatusRow
from knowledge.scope import Scope, name_key
from knowledge.swedish_words import SwedishWords
from knowledge.word_index import WordIndex, word_index

EVERYTHING = Scope()  # but what is limited
_MANY = 500  # values in one IN list


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the register holds that stands today."""

    documents: int
    facts: int
    passages: int
    assignments: int
    statuses: int


@dataclass(slots=True)
class _NamesRead:
    """The assignments' names as last read; read anew when one was added."""

    stamp: tuple[int, ...]
    names: AssignmentNames


@dataclass(frozen=True, slots=True)
class Register:
    """Reads documents, facts, assignments and statuses; every method raises RegisterError."""

    database: Database
    words: SwedishWords
    _fact_words: WordIndex = field(init=False, repr=False, compare=False)
    _names: dict[tuple[int, ...], _NamesRead] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        """Choose the word index of this kind of database."""
        object.__setattr__(self, "_fact_words", word_index("fact_words", is_sqlite=self.database.is_sqlite))

    def within(self, scope: Scope) -> "ScopedRegister":
        """Return the same reads, limited to a scope."""
        return ScopedRegister(self, scope)

    def find_facts(
        self, words: str, kinds: Collection[str] = (), scope: Scope = EVERYTHING, limit: int = 120
    ) -> list[tuple[FactEntry, float]]:
        """Return facts whose words, headings or document title hold any of the words, best first with scores.

        Kinds are those of knowledge.facts, none for all.
        """
        with self.database.reading() as connection:
            hits = self._fact_words.hits(connection, self.words.terms(words))
            if hits is None:
                return []
            statement = _facts(kinds, scope, hits).order_by(hits.c.score.desc(), Fact.id).limit(limit)
            rows = connection.execute(statement).all()
            entries = _fact_entries(connection, rows)
            return [(entry, float(row.score)) for entry, row in zip(entries, rows, strict=True)]

    def facts_of(
        self, document_id: int, kinds: Collection[str] = (), scope: Scope = EVERYTHING
    ) -> list[FactEntry]:
        """Return a document's standing facts in reading order."""
        return self.facts_of_documents((document_id,), kinds, scope)

    def facts_of_documents(
        self, document_ids: Collection[int], kinds: Collection[str] = (), scope: Scope = EVERYTHING
    ) -> list[FactEntry]:
        """Return the standing facts of some documents, each document's in reading order."""
        statement = _facts_of_documents(frozenset(kinds), scope)
        return self._read_facts(statement, {"documents": list(document_ids)})

    def facts_of_assignment(
        self, assignment_id: int, kinds: Collection[str] = (), scope: Scope = EVERYTHING
    ) -> list[FactEntry]:
        """Return an assignment's standing facts, those of the newest document first, each in reading order."""
        with self.database.reading() as connection:
            merged = merged_into(connection, assignment_id)
            linked = select(CorrectionRow.fact_key).where(
                CorrectionRow.action == CorrectionAction.LINK, CorrectionRow.text.in_(map(str, merged))
            )
            belongs = or_(Fact.assignment_id.in_(merged), Fact.key.in_(linked))
            newest_first = DocumentVersion.date.desc().nulls_last()
            statement = _facts(kinds, scope).where(belongs).order_by(newest_first, Fact.start, Fact.id)
            entries = _fact_entries(connection, connection.execute(statement).all())
            return [entry for entry in entries if entry.assignment_id in merged]

    def facts_with(
        self,
        kinds: Collection[str],
        scope: Scope = EVERYTHING,
        limit: int = 10_000,
        days: tuple[Any, Any] | None = None,
    ) -> list[FactEntry]:
        """Return standing facts of these kinds by document and place.

        `days` (first, last) keeps those whose main date can fall between the two.
        """
        statement = _facts(kinds, scope)
        if days is not None:
            statement = statement.where(Fact.first_day <= days[1], Fact.last_day >= days[0])
        return self._read_facts(statement.order_by(Fact.version_id, Fact.start, Fact.id).limit(limit))

    def fact(self, fact_id: int, scope: Scope = EVERYTHING) -> FactEntry | None:
        """Return one fact, also one that no longer stands."""
        found = self._read_facts(
            _facts((), replace(scope, include_superseded=True)).where(Fact.id == fact_id)
        )
        return found[0] if found else None

    def documents(self, scope: Scope = EVERYTHING) -> list[DocumentEntry]:
        """Return the documents that stand, newest date first."""
        statement = _documents(scope).order_by(DocumentVersion.date.desc().nulls_last(), Document.name)
        with self.database.reading() as connection:
            return [told_document(row) for row in connection.execute(statement)]

    def document(self, document: int | str, scope: Scope = EVERYTHING) -> DocumentEntry | None:
        """Return one document by its id or base name, in its newest version, or nothing."""
        wanted = Document.id == document if isinstance(document, int) else Document.name == document
        statement = select(*TOLD_COLUMNS).join(DocumentVersion).where(wanted, *scope.of_documents())
        if scope.as_of is not None:
            statement = statement.where(*scope.standing(DocumentVersion.valid_from, DocumentVersion.valid_to))
        newest = statement.order_by(
            DocumentVersion.valid_to.is_not(None), DocumentVersion.valid_from.desc()
        ).limit(1)
        with self.database.reading() as connection:
            row = connection.execute(newest).first()
            return told_document(row) if row else None

    def text_of(self, version_id: int, scope: Scope = EVERYTHING) -> str:
        """Return a document version's text, which all its spans count in; empty when there is none in scope."""
        with self.database.reading() as connection:
            packed = connection.execute(
                select(DocumentVersion.text).where(DocumentVersion.id == version_id, *scope.of_documents())
            ).scalar()
            return zlib.decompress(packed).decode() if packed is not None else ""

    def warnings_of(self, version_id: int) -> tuple[str, ...]:
        """Return what reading the document version warned of."""
        with self.database.reading() as connection:
            held = connection.execute(
                select(DocumentVersion.warnings).where(DocumentVersion.id == version_id)
            ).scalar()
            return tuple(json.loads(held)) if held else ()

    def passages(self, passage_ids: Sequence[str], scope: Scope = EVERYTHING) -> list[PassageEntry]:
        """Return the passages with these ids that are in scope, in the order asked for."""
        return passages_by_id(self.database, passage_ids, scope)

    def passages_near(self, document_id: int, span: Span, scope: Scope = EVERYTHING) -> list[PassageEntry]:
        """Return the passages that touch a stretch of a document, with the one before and the one after."""
        with self.database.reading() as connection:
            statement = _passages(scope).where(Passage.document_id == document_id)
            entries = _passage_entries(connection.execute(statement.order_by(Passage.start, Passage.number)))
        touching = [
            number
            for number, entry in enumerate(entries)
            if entry.source.span.start < max(span.end, span.start + 1)
            and span.start < max(entry.source.span.end, entry.source.span.start + 1)
        ]
        if not touching:
            return []
        return entries[max(touching[0] - 1, 0) : touching[-1] + 2]

    def assignments(self, scope: Scope = EVERYTHING) -> list[AssignmentEntry]:
        """Return the assignments of a scope by title; those merged into another are left out."""
        names = self._assignment_names(scope)
        return sorted((each.entry for each in names.of(_key(scope))), key=lambda entry: entry.title)

    def assignment(self, assignment_id: int, scope: Scope = EVERYTHING) -> AssignmentEntry | None:
        """Return one assignment; one that was merged into another is answered by that."""
        with self.database.reading() as connection:
            assignment_id = standing_assignment(connection, assignment_id)
        return self._assignment_names(scope).entry(assignment_id)

    def find_assignments(
        self, words: str, scope: Scope = EVERYTHING, limit: int = 10
    ) -> list[tuple[AssignmentEntry, float]]:
        """Return the assignments whose wordings hold words of the text, best first with scores (0–1)."""
        return self._assignment_names(scope).find(self.words.weighted_terms(words), _key(scope), limit)

    def status_history(self, assignment_id: int, scope: Scope = EVERYTHING) -> list[StatusUpdate]:
        """Return an assignment's status updates, newest first, withdrawn ones marked."""
        with self.database.reading() as connection:
            wanted = StatusRow.assignment_id.in_(merged_into(connection, assignment_id))
        return self._statuses(status_rows().where(wanted), scope)

    def status_updates(self, scope: Scope = EVERYTHING) -> list[StatusUpdate]:
        """Return every status update of a scope, newest first, withdrawn ones marked."""
        statement = status_rows()
        if scope.organisation:
            statement = statement.where(Assignment.organisation_key.in_((name_key(scope.organisation), "")))
        return self._statuses(statement, scope)

    def latest_statuses(self, scope: Scope = EVERYTHING) -> list[StatusUpdate]:
        """Return the newest status of each assignment that has one, newest first; none that was withdrawn."""
        latest: dict[int, StatusUpdate] = {}
        for update in self.status_updates(scope):
            if not update.withdrawn:
                latest.setdefault(update.assignment_id, update)
        return list(latest.values())

    def abbreviation(self, term: str, scope: Scope = EVERYTHING) -> list[FactEntry]:
        """Return what documents say that a term or abbreviation means, the newest document first."""
        bare = term.strip()
        spelled = {bare, bare.upper(), bare.lower(), bare.capitalize()}
        statement = _facts(("abbreviation",), scope).where(Fact.subject.in_(spelled))
        return self._read_facts(statement.order_by(DocumentVersion.date.desc().nulls_last(), Fact.id))

    def counts(self) -> Counts:
        """Return how much the register holds that stands today."""
        with self.database.reading() as connection:

            def count(statement: AnySelect) -> int:
                return int(connection.execute(statement).scalar() or 0)

            return Counts(
                documents=count(
                    select(func.count())
                    .select_from(DocumentVersion)
                    .where(DocumentVersion.valid_to.is_(None))
                ),
                facts=count(select(func.count()).select_from(Fact).where(Fact.valid_to.is_(None))),
                passages=count(select(func.count()).select_from(Passage)),
                assignments=count(select(func.count()).select_from(Assignment)),
                statuses=count(select(func.count()).select_from(StatusRow)),
            )

    def hidden(self, scope: Scope = EVERYTHING) -> tuple[int, ...]:
        """Return the documents that are limited to other places than the scope's, by id."""
        with self.database.reading() as connection:
            return hidden_from(connection, scope)

    def _read_facts(self, statement: AnySelect, values: Mapping[str, Any] | None = None) -> list[FactEntry]:
        with self.database.reading() as connection:
            return _fact_entries(connection, connection.execute(statement, values).all())

    def _statuses(self, statement: AnySelect, scope: Scope) -> list[StatusUpdate]:
        """Return the updates, newest first, by the names that their assignments have in the scope."""
        newest_first = statement.order_by(StatusRow.at.desc(), StatusRow.id.desc())
        with self.database.reading() as connection:
            updates = [status_entry(row) for row in connection.execute(newest_first)]
            merges = merges_of(connection)
            if not hidden_names(connection, scope, self.words):
                return updates
        names = self._assignment_names(scope)
        shown = ((each, names.entry(followed(merges, each.assignment_id))) for each in updates)
        return [replace(each, assignment=entry.title) for each, entry in shown if entry is not None]

    def _assignment_names(self, scope: Scope) -> AssignmentNames:
        with self.database.reading() as connection:
            hidden = hidden_from(connection, scope)
            counted = (Assignment.id, Assignment.moved, AssignmentAlias.id, AssignmentLink.id)
            # what an open document names is no secret any more, so that each new version counts where any is hidden
            columns = (*counted, DocumentVersion.id) if hidden else counted
            stamp = tuple(
                connection.execute(select(func.coalesce(func.max(column), 0))).scalar() or 0
                for column in columns
            )
            known = self._names.get(hidden)
            if known is None or known.stamp != stamp:
                unnamed = hidden_names(connection, scope, self.words)
                names = AssignmentNames(named_assignments(connection, unnamed), self.words)
                known = self._names[hidden] = _NamesRead(stamp, names)
            return known.names


@dataclass(frozen=True, slots=True)
class ScopedRegister:
    """The reads that answering a question needs, within one scope."""

    register: Register
    scope: Scope

    def find_facts(self, words: str, kinds: Collection[str], limit: int) -> list[FactEntry]:
        """Return facts that hold any of the words, best first."""
        return [entry for entry, _ in self.register.find_facts(words, kinds, self.scope, limit)]

    def facts_of(self, document_id: int, kinds: Collection[str]) -> list[FactEntry]:
        """Return a document's standing facts in reading order."""
        return self.register.facts_of(document_id, kinds, self.scope)

    def facts_of_documents(self, document_ids: Collection[int], kinds: Collection[str]) -> list[FactEntry]:
        """Return the standing facts of some documents, each document's in reading order."""
        return self.register.facts_of_documents(document_ids, kinds, self.scope)

    def facts_of_assignment(self, assignment_id: int, kinds: Collection[str]) -> list[FactEntry]:
        """Return an assignment's standing facts, the newest document first."""
        return self.register.facts_of_assignment(assignment_id, kinds, self.scope)

    def find_assignments(self, words: str, limit: int) -> list[AssignmentEntry]:
        """Return assignments whose wordings hold any of the words, best first."""
        return [entry for entry, _ in self.register.find_assignments(words, self.scope, limit)]

    def status_history(self, assignment_id: int) -> list[StatusUpdate]:
        """Return an assignment's status updates, newest first, withdrawn ones marked."""
        return self.register.status_history(assignment_id, self.scope)

    def text_of(self, version_id: int) -> str:
        """Return the whole text of a document version, that spans count in; empty when it is out of scope."""
        return self.register.text_of(version_id, self.scope)

    def document(self, document_id: int) -> DocumentEntry | None:
        """Return one document, or nothing when it is out of scope."""
        return self.register.document(document_id, self.scope)

    def abbreviation(self, term: str) -> list[FactEntry]:
        """Return what documents say that a term means, the newest document first."""
        return self.register.abbreviation(term, self.scope)


def passages_by_id(database: Database, passage_ids: Sequence[str], scope: Scope) -> list[PassageEntry]:
    """Return those of the passages that stand and lie within the scope, in the order asked for."""
    wanted = list(dict.fromkeys(passage_ids))
    found: dict[str, PassageEntry] = {}
    with database.reading() as connection:
        for start in range(0, len(wanted), _MANY):
            statement = _passages(scope).where(Passage.id.in_(wanted[start : start + _MANY]))
            found.update((entry.id, entry) for entry in _passage_entries(connection.execute(statement)))
    return [found[passage_id] for passage_id in wanted if passage_id in found]


def _key(scope: Scope) -> str:
    return name_key(scope.organisation)


def _documents(scope: Scope) -> AnySelect:
    standing = scope.standing(DocumentVersion.valid_from, DocumentVersion.valid_to)
    return select(*TOLD_COLUMNS).join(DocumentVersion).where(*standing, *scope.of_documents())


def _facts(kinds: Collection[str], scope: Scope, hits: CTE | None = None) -> AnySelect:
    columns: tuple[Any, ...] = (*FACT_COLUMNS, *DOCUMENT_COLUMNS)
    if hits is None:
        statement = select(*columns).select_from(Fact)
    else:
        statement = select(*columns, hits.c.score).select_from(hits).join(Fact, Fact.id == hits.c.row)
    statement = (
        statement.join(DocumentVersion, DocumentVersion.id == Fact.version_id)
        .join(Document, Document.id == DocumentVersion.document_id)
        .where(*scope.standing(Fact.valid_from, Fact.valid_to), *scope.of_documents(), *scope.unreplaced())
    )
    return statement.where(Fact.kind.in_(kinds)) if kinds else statement


@lru_cache(maxsize=500)
def _facts_of_documents(kinds: frozenset[str], scope: Scope) -> AnySelect:
    """Return the query for the facts of `documents`; built once, since a question asks it of many documents."""
    wanted = DocumentVersion.document_id.in_(bindparam("documents", expanding=True))
    return _facts(kinds, scope).where(wanted).order_by(Fact.version_id, Fact.start, Fact.id)


def _passages(scope: Scope) -> AnySelect:
    return (
        select(*PASSAGE_COLUMNS, *DOCUMENT_COLUMNS)
        .select_from(Passage)
        .join(DocumentVersion, DocumentVersion.id == Passage.version_id)
        .join(Document, Document.id == Passage.document_id)
        .where(*scope.of_documents(), *scope.unreplaced())
    )


def _fact_entries(connection: Connection, rows: Sequence[AnyRow]) -> list[FactEntry]:
    documents = DocumentRows()
    said, linked = _corrections(connection, [row.key for row in rows])
    return [
        fact_entry(row, documents.entry(row), said.get(row.key), linked.get(row.key, row.assignment_id))
        for row in rows
    ]


def _passage_entries(rows: Iterable[AnyRow]) -> list[PassageEntry]:
    documents = DocumentRows()
    return [passage_entry(row, documents.entry(row)) for row in rows]


def _corrections(connection: Connection, keys: Sequence[str]) -> tuple[dict[str, Correction], dict[str, int]]:
    """Return by fact what was last said of it, and the assignment that somebody last linked it to."""
    said: dict[str, Correction] = {}
    linked: dict[str, int] = {}
    for start in range(0, len(keys), _MANY):
        statement = (
            select(CorrectionRow)
            .where(CorrectionRow.fact_key.in_(keys[start : start + _MANY]))
            .order_by(CorrectionRow.id)
        )
        for row in connection.execute(statement):
            action = CorrectionAction(row.action)
            if action is CorrectionAction.LINK:
                linked[row.fact_key] = int(row.text)
            else:
                said[row.fact_key] = Correction(row.author, row.reason, row.at, row.text, action)
    return said, linked
