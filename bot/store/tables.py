"""The bot's tables."""

from datetime import datetime

from sqlalchemy import Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.models import Base, UtcDateTime


class ThreadRow(Base):
    """A thread in which the bot was named."""

    __tablename__ = "bot_threads"
    team: Mapped[str] = mapped_column(String(32), primary_key=True)
    channel: Mapped[str] = mapped_column(String(32), primary_key=True)
    thread_ts: Mapped[str] = mapped_column(String(32), primary_key=True)


class ExchangeRow(Base):
    """A question and its answer."""

    __tablename__ = "bot_exchanges"
    __table_args__ = (Index("ix_bot_exchanges_talk", "team", "channel", "at"),)
    key: Mapped[str] = mapped_column(String(128), primary_key=True)
    team: Mapped[str] = mapped_column(String(32))
    channel: Mapped[str] = mapped_column(String(32))
    thread_ts: Mapped[str] = mapped_column(String(32))
    user: Mapped[str] = mapped_column(String(32))
    question: Mapped[str] = mapped_column(Text)
    outcome: Mapped[str] = mapped_column(String(32))
    answer: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class FeedbackRow(Base):
    """What a person thought of an answer; a new opinion of the same person replaces the former."""

    __tablename__ = "bot_feedback"
    __table_args__ = (UniqueConstraint("exchange", "user"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    exchange: Mapped[str] = mapped_column(String(128))
    user: Mapped[str] = mapped_column(String(32))
    verdict: Mapped[str] = mapped_column(String(8))
    comment: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class DeliveryRow(Base):
    """A message that is posted once; without `ts` nobody knows yet whether it got there."""

    __tablename__ = "bot_deliveries"
    key: Mapped[str] = mapped_column(String(160), primary_key=True)
    channel: Mapped[str] = mapped_column(String(32))
    ts: Mapped[str] = mapped_column(String(32), default="")


class CardRow(Base):
    """A status update as it was understood, until it is saved or cancelled."""

    __tablename__ = "bot_status_cards"
    key: Mapped[str] = mapped_column(String(128), primary_key=True)
    author: Mapped[str] = mapped_column(String(32))
    original: Mapped[str] = mapped_column(Text)
    drafts: Mapped[str] = mapped_column(Text)  # JSON
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class SubscriptionRow(Base):
    """A channel that wants the weekly digest."""

    __tablename__ = "bot_digest_subscriptions"
    team: Mapped[str] = mapped_column(String(32), primary_key=True)
    channel: Mapped[str] = mapped_column(String(32), primary_key=True)
