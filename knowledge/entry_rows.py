"""Rows to entries: which columns the register selects, and the frozen values that they become."""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, Select, select

from knowledge.blocks import Span
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.entries import (
    Correction,
    DocumentEntry,
    FactEntry,
    PassageEntry,
    SourceQuote,
    State,
    StatusUpdate,
)
from knowledge.facts import FACT_ADAPTER
from knowledge.models import Assignment, Document, DocumentVersion, Fact, Passage, StatusWithdrawal
from knowledge.models import StatusUpdate as StatusRow

AnyRow = Row[*tuple[Any, ...]]
AnySelect = Select[*tuple[Any, ...]]
DOCUMENT_COLUMNS = (
    Document.id.label("document_id"),
    Document.name.label("document_name"),
    Document.path.label("document_path"),
    Document.withdrawn_at,
    DocumentVersion.id.label("version_id"),
    DocumentVersion.title,
    DocumentVersion.kind.label("document_kind"),
    DocumentVersion.organisation,
    DocumentVersion.board,
    DocumentVersion.date,
    DocumentVersion.year,
    DocumentVersion.case_number,
    DocumentVersion.version,
    DocumentVersion.is_draft,
    DocumentVersion.draft_reason,
    DocumentVersion.language,
    DocumentVersion.url,
    DocumentVersion.content_since,
    DocumentVersion.valid_to.label("version_to"),
)
FACT_COLUMNS = (
    Fact.id,
    Fact.key,
    Fact.assignment_id,
    Fact.payload,
    Fact.origin,
    Fact.page,
    Fact.quote,
    Fact.header_quote,
    Fact.header_page,
)
PASSAGE_COLUMNS = (
    Passage.id,
    Passage.start,
    Passage.end,
    Passage.page,
    Passage.section,
    Passage.quote,
    Passage.text,
    Passage.search_text,
)
STATUS_COLUMNS = (
    StatusRow.id,
    StatusRow.assignment_id,
    Assignment.title.label("assignment"),
    StatusRow.state,
    StatusRow.text,
    StatusRow.author,
    StatusRow.at,
    StatusRow.original,
    StatusRow.dates,
)


def document_entry(row: AnyRow) -> DocumentEntry:
    """Return the document version of a row that has DOCUMENT_COLUMNS."""
    return DocumentEntry(
        id=row.document_id,
        version_id=row.version_id,
        name=row.document_name,
        path=row.document_path,
        profile=DocumentProfile(
            title=row.title,
            kind=DocumentKind(row.document_kind),
            organisation=row.organisation,
            board=row.board,
            date=row.date,
            year=row.year,
            case_number=row.case_number,
            version=row.version,
            is_draft=row.is_draft,
            draft_reason=row.draft_reason,
            language=row.language,
        ),
        url=row.url,
        indexed_at=row.content_since,
        is_superseded=row.version_to is not None,
    )


def fact_entry(row: AnyRow, document: DocumentEntry, correction: Correction | None) -> FactEntry:
    """Return the fact of a row that has FACT_COLUMNS."""
    fact = FACT_ADAPTER.validate_json(row.payload)
    header = None
    if fact.header_span is not None:
        header = SourceQuote(document, row.header_quote, fact.header_span, row.header_page, fact.section)
    return FactEntry(
        id=row.id,
        fact=fact,
        source=SourceQuote(document, row.quote, fact.span, row.page, fact.section),
        header=header,
        assignment_id=row.assignment_id,
        is_proposal=bool(row.origin),
        correction=correction,
    )


def passage_entry(row: AnyRow, document: DocumentEntry) -> PassageEntry:
    """Return the passage of a row that has PASSAGE_COLUMNS."""
    source = SourceQuote(document, row.quote, Span(row.start, row.end), row.page, row.section)
    return PassageEntry(row.id, source, row.text, row.search_text)


def status_rows() -> AnySelect:
    """Return the query of status updates, with the time of withdrawal if there was one."""
    return (
        select(*STATUS_COLUMNS, StatusWithdrawal.at.label("withdrawn_at"))
        .select_from(StatusRow)
        .join(Assignment, Assignment.id == StatusRow.assignment_id)
        .outerjoin(StatusWithdrawal, StatusWithdrawal.update_id == StatusRow.id)
    )


def status_entry(row: AnyRow, *, withdrawn: bool) -> StatusUpdate:
    """Return the status update of a row that has STATUS_COLUMNS."""
    return StatusUpdate(
        id=row.id,
        assignment_id=row.assignment_id,
        assignment=row.assignment,
        state=State(row.state),
        text=row.text,
        author=row.author,
        at=_utc(row.at),
        original=row.original,
        dates=tuple(json.loads(row.dates)),
        withdrawn=withdrawn,
    )


def _utc(value: datetime) -> datetime:
    return value if value.tzinfo else value.replace(tzinfo=UTC)


class DocumentRows:
    """Builds each document entry of a read once, however many facts or passages stand in it."""

    def __init__(self) -> None:
        self._entries: dict[int, DocumentEntry] = {}

    def entry(self, row: AnyRow) -> DocumentEntry:
        """Return the document of a row that has DOCUMENT_COLUMNS."""
        known = self._entries.get(row.version_id)
        if known is None:
            known = self._entries[row.version_id] = document_entry(row)
        return known
