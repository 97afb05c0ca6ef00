"""The assignment that a fact is about when no document has named it yet, and assignments that change their organisation."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("fact", sa.Column("waits_for", sa.Text(), nullable=False, server_default=""))
    op.add_column("assignment", sa.Column("moved", sa.Integer(), nullable=False, server_default="0"))
    waiting = sa.text("waits_for != ''")
    op.create_index(
        "ix_fact_waits_for", "fact", ["waits_for"], sqlite_where=waiting, postgresql_where=waiting
    )
