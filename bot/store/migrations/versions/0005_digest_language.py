"""The language of a weekly digest."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column."""
    op.add_column(
        "bot_digest_subscriptions",
        sa.Column("language", sa.String(2), nullable=False, server_default="sv"),
    )


def downgrade() -> None:
    """Remove it."""
    op.drop_column("bot_digest_subscriptions", "language")
