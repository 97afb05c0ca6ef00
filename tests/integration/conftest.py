"""Fixtures for tests that need a register."""

from tests.databases import database, database_url, migrated_file, migrated_name, postgres

__all__ = ["database", "database_url", "migrated_file", "migrated_name", "postgres"]
