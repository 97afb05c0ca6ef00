"""Tables of status updates; rows are added and never changed."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.models.declarative import Base, UtcDateTime


class StatusUpdate(Base):
    """How an assignment is going; the same `key` is written once."""

    __tablename__ = "status_update"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(200), unique=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"), index=True)
    state: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Text)
    author: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    original: Mapped[str] = mapped_column(Text)
    dates: Mapped[str] = mapped_column(Text)  # JSON list of words
    delay: Mapped[str] = mapped_column(Text, server_default="")
    next_step: Mapped[str] = mapped_column(Text, server_default="")
    risk: Mapped[str] = mapped_column(Text, server_default="")
    expected: Mapped[str] = mapped_column(Text, server_default="[]")  # JSON list of dates in words
    who: Mapped[str] = mapped_column(Text, server_default="")


class StatusWithdrawal(Base):
    """A status update taken back, once; `replaced_by_id` names the one that corrects it."""

    __tablename__ = "status_withdrawal"

    update_id: Mapped[int] = mapped_column(ForeignKey("status_update.id"), primary_key=True)
    replaced_by_id: Mapped[int | None] = mapped_column(ForeignKey("status_update.id"))
    author: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
