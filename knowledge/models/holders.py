"""Table of holders: who has a title or answers for a unit, and between which days."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.models.declarative import Base, UtcDateTime


class Holder(Base):
    """A row of the list of holders as it was imported; `start` is where `quote` stands in the list."""

    __tablename__ = "holder"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    title_key: Mapped[str] = mapped_column(Text, index=True)
    person: Mapped[str] = mapped_column(Text)
    organisation: Mapped[str] = mapped_column(Text)
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    slack_email: Mapped[str] = mapped_column(Text)
    list_name: Mapped[str] = mapped_column(Text)
    quote: Mapped[str] = mapped_column(Text)
    start: Mapped[int]
    imported_at: Mapped[datetime] = mapped_column(UtcDateTime)
