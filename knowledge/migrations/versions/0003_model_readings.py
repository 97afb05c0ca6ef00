"""Which document versions a language model was asked for facts of."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "model_reading",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("asked", sa.String(240), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("is_done", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["document_version.id"],
            name=op.f("fk_model_reading_version_id_document_version"),
        ),
        sa.PrimaryKeyConstraint("version_id", "asked", name=op.f("pk_model_reading")),
    )
