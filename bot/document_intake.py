"""Documents that people drop to the bot: kept waiting until somebody says that they belong in the register."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

LARGEST_DOCUMENT = 30 * 1024 * 1024  # bytes
LONGEST_NAME = 120

_NOT_IN_A_NAME = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]+")


@dataclass(frozen=True, slots=True)
class SharedFile:
    """A file in a message, by Slack's id."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class FetchedFile:
    """A file as it came from Slack."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class WaitingDocument:
    """A document that waits: its content by hash (SHA-256, hexadecimal) and the name it came under."""

    content_hash: str
    name: str

    def encode(self) -> str:
        """Return it as a button's value."""
        return f"{self.content_hash} {self.name}"

    @classmethod
    def decode(cls, value: str) -> "WaitingDocument | None":
        """Return what a button's value names, or nothing when that is no waiting document."""
        content_hash, _, name = value.partition(" ")
        if not re.fullmatch(r"[0-9a-f]{64}", content_hash) or file_name(name) != name:
            return None
        return cls(content_hash, name)


class Standing(StrEnum):
    """What a document would be in the register."""

    NEW = "new"
    NEW_VERSION = "new_version"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """What was read in a document: `counts` are kinds of facts with how many, `examples` some facts in words.

    `replaces` is the title of the version that it would take the place of, and `is_limited` tells whether that is
    limited to certain places; `refusal` says why it cannot be read, and then nothing else is filled in.
    """

    title: str = ""
    about: tuple[tuple[str, str], ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    examples: tuple[str, ...] = ()
    passages: int = 0
    warnings: tuple[str, ...] = ()
    standing: Standing = Standing.NEW
    replaces: str = ""
    is_limited: bool = False
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class EnteredDocument:
    """What became of a document that was let in; `refusal` says why it was not."""

    facts: int = 0
    passages: int = 0
    refusal: str = ""


class Intake(Protocol):
    """Keeps documents waiting and lets them into the register."""

    def keep(self, file: FetchedFile) -> WaitingDocument:
        """Keep a file until somebody decides; the same content under the same name is kept once."""

    def read(self, document: WaitingDocument) -> DocumentReading:
        """Return what the register would learn; nothing is written. Raises RegisterError."""

    def accept(self, document: WaitingDocument, places: Sequence[str]) -> bool:
        """Put the document among those that the register is read from; false when it waits no longer.

        With `places` it may be quoted only there; without, where the version before it may be.
        """

    def discard(self, document: WaitingDocument) -> bool:
        """Throw the document away; false when it waits no longer."""

    def enter(self, document: WaitingDocument) -> EnteredDocument:
        """Read an accepted document into the register, where it is found by word at once. Raises RegisterError."""

    def fill(self) -> bool:
        """Make what was entered searchable by meaning; false when that must wait for the next run of `kansli index`."""


def file_name(given: str) -> str:
    """Return a name that is safe in a folder and has the ending of the one given."""
    name = _NOT_IN_A_NAME.sub("_", unicodedata.normalize("NFC", given)).strip().lstrip(".~")
    name = " ".join(name.split()) or "dokument"
    stem, dot, ending = name.rpartition(".")
    if len(name) <= LONGEST_NAME or not dot:
        return name[:LONGEST_NAME].strip()
    return stem[: LONGEST_NAME - len(ending) - 1].strip() + dot + ending[:20]
