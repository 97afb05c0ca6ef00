"""Which documents may be quoted in certain places only."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "document_limit",
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("path", name=op.f("pk_document_limit")),
    )
    op.add_column("document", sa.Column("limited_to", sa.Text(), nullable=False, server_default=""))
    op.create_index(
        "ix_document_limited",
        "document",
        ["id"],
        sqlite_where=sa.text("limited_to != ''"),
        postgresql_where=sa.text("limited_to != ''"),
    )
