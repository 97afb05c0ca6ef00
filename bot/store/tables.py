"""The bot's tables."""

from datetime import date, datetime

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
    given: Mapped[str] = mapped_column(Text, server_default="")  # the whole answer, as JSON
    prompt: Mapped[str] = mapped_column(String(64), server_default="")


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
    """A message that is posted once; without `ts` nobody knows yet whether it got there.

    `claimed_by` names the process that is posting it just now, since `claimed_at`.
    """

    __tablename__ = "bot_deliveries"
    key: Mapped[str] = mapped_column(String(160), primary_key=True)
    channel: Mapped[str] = mapped_column(String(32))
    ts: Mapped[str] = mapped_column(String(32), default="")
    claimed_by: Mapped[str] = mapped_column(String(64), server_default="")
    claimed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class CardRow(Base):
    """A status update as it was understood, until it is saved or cancelled."""

    __tablename__ = "bot_status_cards"
    key: Mapped[str] = mapped_column(String(128), primary_key=True)
    author: Mapped[str] = mapped_column(String(32))
    original: Mapped[str] = mapped_column(Text)
    drafts: Mapped[str] = mapped_column(Text)  # JSON
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class SubscriptionRow(Base):
    """A channel or a person (by the person's id) that wants the weekly digest; day, hour and boards are the place's settings."""

    __tablename__ = "bot_digest_subscriptions"
    team: Mapped[str] = mapped_column(String(32), primary_key=True)
    channel: Mapped[str] = mapped_column(String(32), primary_key=True)
    since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    language: Mapped[str] = mapped_column(String(2), server_default="sv")
    assignments: Mapped[str] = mapped_column(Text, server_default="[]")  # JSON


class DigestIssueRow(Base):
    """A week's digest to somebody: how often it was tried, when to try again, and when it was sent."""

    __tablename__ = "bot_digest_issues"
    subscriber: Mapped[str] = mapped_column(String(80), primary_key=True)
    week: Mapped[str] = mapped_column(String(8), primary_key=True)
    tries: Mapped[int] = mapped_column(default=0)
    again_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class FollowRow(Base):
    """An assignment that a person follows."""

    __tablename__ = "bot_follows"
    team: Mapped[str] = mapped_column(String(32), primary_key=True)
    user: Mapped[str] = mapped_column(String(32), primary_key=True)
    assignment_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class IdentityRow(Base):
    """Whom of the list of holders a person said that they are."""

    __tablename__ = "bot_identities"
    team: Mapped[str] = mapped_column(String(32), primary_key=True)
    user: Mapped[str] = mapped_column(String(32), primary_key=True)
    holder: Mapped[str] = mapped_column(Text)  # empty: none of those who were asked about


class ReminderRow(Base):
    """What a person was reminded of, in which day's message; not yet `is_sent` until that is known to be posted."""

    __tablename__ = "bot_reminders"
    user: Mapped[str] = mapped_column(String(32), primary_key=True)
    cause: Mapped[str] = mapped_column(String(80), primary_key=True)
    day: Mapped[date]
    is_sent: Mapped[bool]


class NoRemindersRow(Base):
    """A person who wants no reminders."""

    __tablename__ = "bot_no_reminders"
    team: Mapped[str] = mapped_column(String(32), primary_key=True)
    user: Mapped[str] = mapped_column(String(32), primary_key=True)


class ChannelRow(Base):
    """How the bot behaves in a channel; of a person only what the digest is about and when it comes."""

    __tablename__ = "bot_channels"
    channel: Mapped[str] = mapped_column(String(32), primary_key=True)
    team: Mapped[str] = mapped_column(String(32))
    organisation: Mapped[str] = mapped_column(Text)
    boards: Mapped[str] = mapped_column(Text)  # JSON
    every_question: Mapped[bool]
    is_private: Mapped[bool]
    digest_day: Mapped[int]
    digest_hour: Mapped[int]


class InstallationRow(Base):
    """A workspace that installed the app; the token is encrypted."""

    __tablename__ = "bot_installations"
    team: Mapped[str] = mapped_column(String(32), primary_key=True)
    team_name: Mapped[str] = mapped_column(Text)
    app: Mapped[str] = mapped_column(String(32))
    bot: Mapped[str] = mapped_column(String(32))
    bot_user: Mapped[str] = mapped_column(String(32))
    token: Mapped[str] = mapped_column(Text)
    scopes: Mapped[str] = mapped_column(Text)
    installer: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class InstallStateRow(Base):
    """An installation that was begun: its `state` comes back once, from the browser that began it."""

    __tablename__ = "bot_install_states"
    state: Mapped[str] = mapped_column(String(64), primary_key=True)
    expires: Mapped[datetime] = mapped_column(UtcDateTime)
