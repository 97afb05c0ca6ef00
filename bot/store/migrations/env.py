"""Alembic's way in: the connection comes from bot.store.schema."""

from alembic import context

from bot.store import tables  # noqa: F401 - declares the tables
from knowledge.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    version_table="bot_alembic_version",
)
with context.begin_transaction():
    context.run_migrations()
