"""The schema of the bot's tables, brought up to date in the register's database."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import text

from knowledge.database import Database

_LOCK = 5_262_002  # any number of our own: two processes that start at once migrate one after the other


def prepare(database: Database) -> None:
    """Bring the tables up to the newest migration, one process at a time; raises RegisterError."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with database.writing() as connection:
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
