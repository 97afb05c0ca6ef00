"""Reminders: who was reminded of what, and who wants none."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "bot_reminders",
        sa.Column("user", sa.String(32), primary_key=True),
        sa.Column("cause", sa.String(80), primary_key=True),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("is_sent", sa.Boolean, nullable=False),
    )
    op.create_table(
        "bot_no_reminders",
        sa.Column("team", sa.String(32), primary_key=True),
        sa.Column("user", sa.String(32), primary_key=True),
    )


def downgrade() -> None:
    """Remove them."""
    op.drop_table("bot_no_reminders")
    op.drop_table("bot_reminders")
