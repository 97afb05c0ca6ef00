"""Swedish words for tests that weigh them."""

from tests.databases import words

__all__ = ["words"]
