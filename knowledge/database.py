"""The database: SQLite in a file, or PostgreSQL; opened, migrated, read and written in transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from knowledge.errors import RegisterError

_WAIT_SECONDS = 30  # for another process's write; one takes well under a second
_ATTEMPTS = 20
_MIGRATION_LOCK = (
    5_262_001  # any number of our own: two processes that start at once migrate one after the other
)
_WRITE_LOCK = 5_262_002
_WRITES = "kansli_writes"
_DURABLE = "kansli_durable"


@dataclass(frozen=True, slots=True)
class Database:
    """Transactions on one database; many threads and processes may use it at once."""

    engine: Engine

    @property
    def is_sqlite(self) -> bool:
        """Tell whether the database is a SQLite file."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that sees one state of the database; raises RegisterError."""
        with _translated(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, *, alone: bool = False, durable: bool = True) -> Iterator[Connection]:
        """Open a transaction that is kept whole or not at all; raises RegisterError.

        With `alone`, it waits until no other process is in such a transaction, as it always does in SQLite. When it
        need not be `durable`, a power failure just after may undo it, as a whole: for what can be done again.
        """
        with _translated(), self.engine.connect() as plain:
            connection = plain.execution_options(**{_WRITES: True, _DURABLE: durable})
            with connection.begin():
                if not durable and not self.is_sqlite:
                    connection.execute(text("SET LOCAL synchronous_commit = off"))
                if alone and not self.is_sqlite:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITE_LOCK})
                yield connection

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def open_database(url: str) -> Database:
    """Open the database at `url` and bring its tables up to date; raises RegisterError."""
    try:
        parsed = make_url(url)
        if parsed.drivername == "postgresql":
            parsed = parsed.set(drivername="postgresql+psycopg")
        if parsed.get_backend_name() == "sqlite" and parsed.database:
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(parsed, pool_pre_ping=parsed.get_backend_name() != "sqlite")
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise RegisterError(
            "Databasens adress går inte att förstå: kontrollera KANSLI_DATABASE_URL."
        ) from error
    except OSError as error:
        raise RegisterError(f"Databasens mapp går inte att skapa: {error.strerror}.") from error
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    migrate(engine)
    return Database(engine)


def migrate(engine: Engine) -> None:
    """Bring the tables up to the newest migration, one process at a time; raises RegisterError."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with Database(engine).writing() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        raise RegisterError(f"Registret går inte att nå: {type(error).__name__}") from error


def _prepare_sqlite(engine: Engine) -> None:
    """Make SQLite safe for several processes: writers queue from their first statement, readers never wait."""

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # the driver would otherwise begin transactions behind our back
        connection.execute(f"PRAGMA busy_timeout = {_WAIT_SECONDS * 1000}")
        _write_ahead(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -32000")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get(_WRITES):
            durable: Any = options.get(_DURABLE)
            connection.exec_driver_sql(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.exec_driver_sql("BEGIN")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to write-ahead logging; the switch itself does not wait for locks, so that it is tried again."""
    for attempt in range(_ATTEMPTS):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if attempt == _ATTEMPTS - 1:
                raise
            sleep(0.1)
        else:
            return
