"""The register, opened: a SQLite file in the data folder, or PostgreSQL."""

from dataclasses import dataclass

from bot.settings import Settings
from knowledge.database import Database, open_database
from knowledge.register import Register
from knowledge.swedish_words import SwedishWords, WordList, read_vocabulary


@dataclass(frozen=True)
class OpenRegister:
    """The register with what it stands on."""

    database: Database
    words: SwedishWords
    register: Register


def open_register(settings: Settings) -> OpenRegister:
    """Open the register for every kind of read; raises RegisterError or KnowledgeError."""
    return _opened(settings, read_vocabulary())


def open_statuses(settings: Settings) -> Register:
    """Open the register for reading statuses only: without the word list, which takes half a second to read."""
    return _opened(settings, WordList(frozenset(), {}, frozenset())).register


def _opened(settings: Settings, vocabulary: WordList) -> OpenRegister:
    database = open_database(settings.database_url)
    words = SwedishWords(vocabulary)
    return OpenRegister(database, words, Register(database, words))
