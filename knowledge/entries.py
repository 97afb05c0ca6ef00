"""What the register hands out: frozen values, never rows."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from knowledge.blocks import Span
from knowledge.documents import DocumentProfile
from knowledge.facts import Fact


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document in the register; `name` is the file's base name, `path` relative to its source root."""

    id: int
    version_id: int
    name: str
    path: str
    profile: DocumentProfile
    url: str = ""
    indexed_at: datetime | None = None
    is_superseded: bool = False

    @property
    def title(self) -> str:
        """The document's title."""
        return self.profile.title


@dataclass(frozen=True, slots=True)
class SourceQuote:
    """A stretch of a document quoted word for word: `quote == text[start:end]` of that document version."""

    document: DocumentEntry
    quote: str
    span: Span
    page: int | None = None
    section: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What an authorised person said of a fact, with reason; append-only."""

    author: str
    reason: str
    at: datetime
    text: str = ""


@dataclass(frozen=True, slots=True)
class FactEntry:
    """A fact in the register with its sources; `header` quotes the table header that belongs to a row."""

    id: int
    fact: Fact
    source: SourceQuote
    header: SourceQuote | None = None
    assignment_id: int | None = None
    is_proposal: bool = False  # proposed by a language model, words found in the document
    correction: Correction | None = None

    @property
    def document(self) -> DocumentEntry:
        """The document that the fact stands in."""
        return self.source.document


@dataclass(frozen=True, slots=True)
class PassageEntry:
    """A passage: a few blocks under one heading trail, quotable word for word.

    `id` is stable for the same words in the same document. `search_text` is the repaired text with
    title and heading trail before it; `text` the repaired text alone.
    """

    id: str
    source: SourceQuote
    text: str
    search_text: str


@dataclass(frozen=True, slots=True)
class AssignmentEntry:
    """An assignment that outlives its documents; `aliases` are the wordings it has had."""

    id: int
    title: str
    organisation: str = ""
    aliases: tuple[str, ...] = ()
    year: int | None = None


class State(StrEnum):
    """How an assignment is going."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class StatusUpdate:
    """One row of an assignment's history; `original` is the message it was read from."""

    id: int
    assignment_id: int
    assignment: str
    state: State
    text: str
    author: str
    at: datetime
    original: str
    dates: tuple[str, ...] = ()
    withdrawn: bool = False
