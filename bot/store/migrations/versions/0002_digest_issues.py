"""Which digests were sent, since when a channel wants them, and who is posting a message just now."""

import sqlalchemy as sa
from alembic import op

from knowledge.models import UtcDateTime

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of issues; note claims on deliveries and beginnings of subscriptions."""
    op.create_table(
        "bot_digest_issues",
        sa.Column("subscriber", sa.String(80), primary_key=True),
        sa.Column("week", sa.String(8), primary_key=True),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("again_at", UtcDateTime, nullable=True),
        sa.Column("sent_at", UtcDateTime, nullable=True),
    )
    op.add_column("bot_digest_subscriptions", sa.Column("since", UtcDateTime, nullable=True))
    op.add_column("bot_deliveries", sa.Column("claimed_by", sa.String(64), nullable=False, server_default=""))
    op.add_column("bot_deliveries", sa.Column("claimed_at", UtcDateTime, nullable=True))
