"""Tables of assignments, which outlive the documents that name them."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.models.declarative import Base, UtcDateTime


class Assignment(Base):
    """An assignment; its row stays when documents change, so that statuses and follows keep to it.

    `moved` numbers the changes of organisation over all assignments, so that who has read them knows of a later one.
    """

    __tablename__ = "assignment"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    organisation: Mapped[str] = mapped_column(Text)
    organisation_key: Mapped[str] = mapped_column(Text, index=True)
    year: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    moved: Mapped[int] = mapped_column(server_default="0")


class AssignmentAlias(Base):
    """A wording that an assignment has had; `key` is its stems in order."""

    __tablename__ = "assignment_alias"
    __table_args__ = (UniqueConstraint("assignment_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"))
    wording: Mapped[str] = mapped_column(Text)
    key: Mapped[str] = mapped_column(Text, index=True)


class AssignmentLink(Base):
    """Two assignments that became one, or one that became two; rows are added and never changed.

    `relation` is "merged_into", "split_into" or "undone" (of the link in `undoes_id`).
    """

    __tablename__ = "assignment_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    from_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"), index=True)
    to_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"), index=True)
    relation: Mapped[str] = mapped_column(String(16))
    author: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("assignment_link.id"))
