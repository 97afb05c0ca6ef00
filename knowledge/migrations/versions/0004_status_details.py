"""What a status update says besides state and comment: delay, next step, risk, expected dates, who."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    for name, empty in (("delay", ""), ("next_step", ""), ("risk", ""), ("expected", "[]"), ("who", "")):
        op.add_column("status_update", sa.Column(name, sa.Text(), nullable=False, server_default=empty))
