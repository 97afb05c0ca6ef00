"""The assignments that a weekly digest is about."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the column."""
    op.add_column(
        "bot_digest_subscriptions", sa.Column("assignments", sa.Text, nullable=False, server_default="[]")
    )


def downgrade() -> None:
    """Remove it."""
    op.drop_column("bot_digest_subscriptions", "assignments")
