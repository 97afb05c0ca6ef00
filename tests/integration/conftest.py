"""Fixtures for tests that need a register."""

from tests.databases import database, database_url, postgres, words

__all__ = ["database", "database_url", "postgres", "words"]
