"""What a draft and the adopted document that replaces it have in common."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("document_version", sa.Column("work_key", sa.Text(), nullable=False, server_default=""))
    op.create_index(op.f("ix_document_version_work_key"), "document_version", ["work_key"])
