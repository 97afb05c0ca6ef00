"""Follows, who people are, how the bot behaves in channels; whole answers with the prompt that was in use."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables, and let exchanges hold the whole answer."""
    op.add_column("bot_exchanges", sa.Column("given", sa.Text, nullable=False, server_default=""))
    op.add_column("bot_exchanges", sa.Column("prompt", sa.String(64), nullable=False, server_default=""))
    op.create_table(
        "bot_follows",
        sa.Column("team", sa.String(32), primary_key=True),
        sa.Column("user", sa.String(32), primary_key=True),
        sa.Column("assignment_id", sa.Integer, primary_key=True, autoincrement=False),
    )
    op.create_table(
        "bot_identities",
        sa.Column("team", sa.String(32), primary_key=True),
        sa.Column("user", sa.String(32), primary_key=True),
        sa.Column("holder", sa.Text, nullable=False),
    )
    op.create_table(
        "bot_channels",
        sa.Column("channel", sa.String(32), primary_key=True),
        sa.Column("team", sa.String(32), nullable=False),
        sa.Column("organisation", sa.Text, nullable=False),
        sa.Column("boards", sa.Text, nullable=False),
        sa.Column("every_question", sa.Boolean, nullable=False),
        sa.Column("is_private", sa.Boolean, nullable=False),
        sa.Column("digest_day", sa.Integer, nullable=False),
        sa.Column("digest_hour", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    """Remove them."""
    for table in ("channels", "identities", "follows"):
        op.drop_table(f"bot_{table}")
    for column in ("prompt", "given"):
        op.drop_column("bot_exchanges", column)
