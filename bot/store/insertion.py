"""Insert unless there: one statement, so that two processes cannot both believe they were first."""

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects import postgresql, sqlite

from bot.store.tables import BotBase


def insert_once(engine: Engine, row: type[BotBase], values: dict[str, Any]) -> bool:
    """Insert the row; false when one with the same key was there."""
    make = postgresql.insert if engine.dialect.name == "postgresql" else sqlite.insert
    statement = make(row).values(**values).on_conflict_do_nothing()
    with engine.begin() as connection:
        return bool(connection.execute(statement).rowcount)
