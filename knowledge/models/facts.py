"""Tables of facts, every kind in one, and of what people said of them (docs/decisions/0002)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.models.declarative import Base, UtcDateTime


class Fact(Base):
    """A fact: `payload` is JSON that knowledge.facts.FACT_ADAPTER reads; what is filtered by has its own column.

    `key` is the same for the same fact of the same document however often it is read, so that corrections keep to
    it. `origin` is empty for the grammars, else the model that proposed it. `first_day` and `last_day` bound what
    the fact's main date can mean. `waits_for` is the title, as titles are compared, of the assignment that the fact is
    about when no document has named it yet.
    """

    __tablename__ = "fact"
    __table_args__ = (
        Index("ix_fact_version_id_kind", "version_id", "kind"),
        Index("ix_fact_assignment_id_kind", "assignment_id", "kind"),
        Index("ix_fact_kind_first_day", "kind", "first_day"),
        Index(
            "ix_fact_waits_for",
            "waits_for",
            sqlite_where=text("waits_for != ''"),
            postgresql_where=text("waits_for != ''"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("document_version.id"))
    assignment_id: Mapped[int | None] = mapped_column(ForeignKey("assignment.id"))
    waits_for: Mapped[str] = mapped_column(Text, server_default="")
    key: Mapped[str] = mapped_column(String(40), index=True)
    kind: Mapped[str] = mapped_column(String(32))
    subject: Mapped[str] = mapped_column(Text)
    payload: Mapped[str] = mapped_column(Text)
    origin: Mapped[str] = mapped_column(String(200))
    start: Mapped[int]
    end: Mapped[int]
    page: Mapped[int | None]
    quote: Mapped[str] = mapped_column(Text)
    header_quote: Mapped[str] = mapped_column(Text)
    header_page: Mapped[int | None]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    valid_from: Mapped[datetime] = mapped_column(UtcDateTime)
    valid_to: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ModelReading(Base):
    """That a language model was asked for facts of a document version; `asked` names the model and its prompt."""

    __tablename__ = "model_reading"

    version_id: Mapped[int] = mapped_column(ForeignKey("document_version.id"), primary_key=True)
    asked: Mapped[str] = mapped_column(String(240), primary_key=True)
    attempts: Mapped[int]
    is_done: Mapped[bool]


class Correction(Base):
    """What an authorised person said of a fact; rows are added and never changed.

    `action` is "confirm", "correct" or "link".
    """

    __tablename__ = "correction"

    id: Mapped[int] = mapped_column(primary_key=True)
    fact_key: Mapped[str] = mapped_column(String(40), index=True)
    action: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Text)
    author: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
