"""Tables of documents: each file, its versions, the passages of the newest one and their vectors."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.models.declarative import Base, UtcDateTime


class Document(Base):
    """A file; its identity is the source root it was found under and its path there.

    `limited_to` are the places that it may be quoted in, with a blank before and after each; empty: everywhere.
    """

    __tablename__ = "document"
    __table_args__ = (
        UniqueConstraint("source_root", "path"),
        Index(
            "ix_document_limited",
            "id",
            sqlite_where=text("limited_to != ''"),
            postgresql_where=text("limited_to != ''"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    source_root: Mapped[str] = mapped_column(Text)
    path: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text, index=True)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    limited_to: Mapped[str] = mapped_column(Text, server_default="")


class DocumentLimit(Base):
    """Places that a file, or all that a folder holds, may be quoted in; places with a blank before and after each."""

    __tablename__ = "document_limit"

    path: Mapped[str] = mapped_column(Text, primary_key=True)
    places: Mapped[str] = mapped_column(Text)


class DocumentVersion(Base):
    """A document's contents from one day to another; the newest has no `valid_to`.

    `rules` names the readers and grammars that it was read with: when they change, it is read again, and
    `content_since` keeps telling when the words themselves first came. `organisation_key` and `board_key` are
    what scopes compare, `work_key` is what a draft and the adopted document share. `text` is compressed with zlib.
    """

    __tablename__ = "document_version"
    __table_args__ = (
        Index("ix_document_version_document_id_valid_to", "document_id", "valid_to"),
        Index(
            "uq_document_version_newest",
            "document_id",
            unique=True,
            sqlite_where=text("valid_to IS NULL"),
            postgresql_where=text("valid_to IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    content_hash: Mapped[str] = mapped_column(String(64))
    rules: Mapped[str] = mapped_column(String(64))
    title: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(32), index=True)
    organisation: Mapped[str] = mapped_column(Text)
    organisation_key: Mapped[str] = mapped_column(Text, index=True)
    board: Mapped[str] = mapped_column(Text)
    board_key: Mapped[str] = mapped_column(Text)
    date: Mapped[date | None]
    year: Mapped[int | None]
    case_number: Mapped[str] = mapped_column(Text)
    version: Mapped[str] = mapped_column(Text)
    work_key: Mapped[str] = mapped_column(Text, server_default="", index=True)
    is_draft: Mapped[bool]
    draft_reason: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(8))
    url: Mapped[str] = mapped_column(Text)
    text: Mapped[bytes] = mapped_column(LargeBinary)
    page_starts: Mapped[str] = mapped_column(Text)  # JSON list of offsets
    warnings: Mapped[str] = mapped_column(Text)  # JSON list of sentences
    content_since: Mapped[datetime] = mapped_column(UtcDateTime)
    valid_from: Mapped[datetime] = mapped_column(UtcDateTime)
    valid_to: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Passage(Base):
    """A passage of a document's newest version; `id` is the same as long as its words are in the document."""

    __tablename__ = "passage"

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(String(40), unique=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("document_version.id"), index=True)
    start: Mapped[int]
    end: Mapped[int]
    page: Mapped[int | None]
    section: Mapped[str] = mapped_column(Text)
    quote: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    search_text: Mapped[str] = mapped_column(Text)


class Vector(Base):
    """A passage's vector from one embedding model: little-endian 32-bit floats."""

    __tablename__ = "vector"

    passage_id: Mapped[str] = mapped_column(ForeignKey("passage.id", ondelete="CASCADE"), primary_key=True)
    model: Mapped[str] = mapped_column(String(200), primary_key=True)
    values: Mapped[bytes] = mapped_column(LargeBinary)


class VocabularyTerm(Base):
    """A term that some passage or fact holds, and how it is typed without å, ä and ö."""

    __tablename__ = "vocabulary_term"

    term: Mapped[str] = mapped_column(Text, primary_key=True)
    folded: Mapped[str] = mapped_column(Text, index=True)
