"""Rows to entries: which columns the register selects, and the frozen values that they become."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, Select, select

from knowledge.blocks import Span
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.drafts import is_replaced, replaced_draft
from knowledge.entries import (
    Correction,
    DocumentEntry,
    FactEntry,
    PassageEntry,
    SourceQuote,
    State,
    StatusDetails,
    StatusUpdate,
    Withdrawal,
)
from knowledge.facts import FACT_ADAPTER
from knowledge.models import Assignment, Document, DocumentVersion, Fact, Passage, StatusWithdrawal
from knowledge.models import StatusUpdate as StatusRow
from knowledge.scope import Scope

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
TOLD_COLUMNS = (
    *DOCUMENT_COLUMNS,
    is_replaced(Scope().standing).label("is_replaced"),
    replaced_draft().label("replaces"),
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
    StatusRow.key,
    StatusRow.assignment_id,
    Assignment.title.label("assignment"),
    StatusRow.state,
    StatusRow.text,
    StatusRow.author,
    StatusRow.at,
    StatusRow.original,
    StatusRow.dates,
    StatusRow.delay,
    StatusRow.next_step,
    StatusRow.risk,
    StatusRow.expected,
    StatusRow.who,
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


def told_document(row: AnyRow) -> DocumentEntry:
    """Return a document of a row that has TOLD_COLUMNS: whether it is a replaced draft, and which draft it replaced."""
    entry = document_entry(row)
    if not row.is_replaced and row.replaces is None:
        return entry
    return replace(entry, is_superseded=entry.is_superseded or row.is_replaced, replaces=row.replaces or "")


def fact_entry(
    row: AnyRow, document: DocumentEntry, correction: Correction | None, assignment_id: int | None
) -> FactEntry:
    """Return the fact of a row that has FACT_COLUMNS, with what somebody said of it and where it belongs."""
    fact = FACT_ADAPTER.validate_json(row.payload)
    header = None
    if fact.header_span is not None:
        header = SourceQuote(document, row.header_quote, fact.header_span, row.header_page, fact.section)
    return FactEntry(
        id=row.id,
        fact=fact,
        source=SourceQuote(
            document, row.quote, fact.span, row.page, fact.section, correction, proposed_by=row.origin
        ),
        header=header,
        assignment_id=assignment_id,
    )


def passage_entry(row: AnyRow, document: DocumentEntry) -> PassageEntry:
    """Return the passage of a row that has PASSAGE_COLUMNS."""
    source = SourceQuote(document, row.quote, Span(row.start, row.end), row.page, row.section)
    return PassageEntry(row.id, source, row.text, row.search_text)


def status_rows() -> AnySelect:
    """Return the query of status updates, with who took them back, when, why and for what, where somebody did."""
    return (
        select(
            *STATUS_COLUMNS,
            StatusWithdrawal.at.label("withdrawn_at"),
            StatusWithdrawal.author.label("withdrawn_by"),
            StatusWithdrawal.reason.label("withdrawn_for"),
            StatusWithdrawal.replaced_by_id.label("replaced_by"),
        )
        .select_from(StatusRow)
        .join(Assignment, Assignment.id == StatusRow.assignment_id)
        .outerjoin(StatusWithdrawal, StatusWithdrawal.update_id == StatusRow.id)
    )


def status_entry(row: AnyRow) -> StatusUpdate:
    """Return the status update of a row of `status_rows`."""
    withdrawal = None
    if row.withdrawn_at is not None:
        withdrawal = Withdrawal(row.withdrawn_by, _utc(row.withdrawn_at), row.withdrawn_for, row.replaced_by)
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
        withdrawn=row.withdrawn_at is not None,
        key=row.key,
        withdrawal=withdrawal,
        details=StatusDetails(row.delay, row.next_step, row.risk, tuple(json.loads(row.expected)), row.who),
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
