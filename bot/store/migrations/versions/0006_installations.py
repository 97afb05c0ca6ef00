"""Workspaces that installed the app, and installations that were begun."""

import sqlalchemy as sa
from alembic import op

from knowledge.models import UtcDateTime

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "bot_installations",
        sa.Column("team", sa.String(32), primary_key=True),
        sa.Column("team_name", sa.Text, nullable=False),
        sa.Column("app", sa.String(32), nullable=False),
        sa.Column("bot", sa.String(32), nullable=False),
        sa.Column("bot_user", sa.String(32), nullable=False),
        sa.Column("token", sa.Text, nullable=False),
        sa.Column("scopes", sa.Text, nullable=False),
        sa.Column("installer", sa.String(32), nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
    )
    op.create_table(
        "bot_install_states",
        sa.Column("state", sa.String(64), primary_key=True),
        sa.Column("expires", UtcDateTime, nullable=False),
    )


def downgrade() -> None:
    """Remove them."""
    op.drop_table("bot_install_states")
    op.drop_table("bot_installations")
