"""Threads, exchanges, feedback, deliveries, status cards and subscriptions."""

import sqlalchemy as sa
from alembic import op

from knowledge.models import UtcDateTime

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "bot_threads",
        sa.Column("team", sa.String(32), primary_key=True),
        sa.Column("channel", sa.String(32), primary_key=True),
        sa.Column("thread_ts", sa.String(32), primary_key=True),
    )
    op.create_table(
        "bot_exchanges",
        sa.Column("key", sa.String(128), primary_key=True),
        sa.Column("team", sa.String(32), nullable=False),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("thread_ts", sa.String(32), nullable=False),
        sa.Column("user", sa.String(32), nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("outcome", sa.String(32), nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
    )
    op.create_index("ix_bot_exchanges_talk", "bot_exchanges", ["team", "channel", "at"])
    op.create_table(
        "bot_feedback",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("exchange", sa.String(128), nullable=False),
        sa.Column("user", sa.String(32), nullable=False),
        sa.Column("verdict", sa.String(8), nullable=False),
        sa.Column("comment", sa.Text, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.UniqueConstraint("exchange", "user", name="uq_bot_feedback_exchange_user"),
    )
    op.create_table(
        "bot_deliveries",
        sa.Column("key", sa.String(160), primary_key=True),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("ts", sa.String(32), nullable=False),
    )
    op.create_table(
        "bot_status_cards",
        sa.Column("key", sa.String(128), primary_key=True),
        sa.Column("author", sa.String(32), nullable=False),
        sa.Column("original", sa.Text, nullable=False),
        sa.Column("drafts", sa.Text, nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
    )
    op.create_table(
        "bot_digest_subscriptions",
        sa.Column("team", sa.String(32), primary_key=True),
        sa.Column("channel", sa.String(32), primary_key=True),
    )


def downgrade() -> None:
    """Remove them."""
    for table in ("digest_subscriptions", "status_cards", "deliveries", "feedback", "exchanges", "threads"):
        op.drop_table(f"bot_{table}")
