"""Insert unless there: one statement, so that two processes cannot both believe they were first."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite

from knowledge.database import Database
from knowledge.models import Base


def insert_once(database: Database, row: type[Base], values: dict[str, Any]) -> bool:
    """Insert the row; false when one with the same key was there."""
    make = sqlite.insert if database.is_sqlite else postgresql.insert
    with database.writing() as connection:
        return bool(connection.execute(make(row).values(**values).on_conflict_do_nothing()).rowcount)
