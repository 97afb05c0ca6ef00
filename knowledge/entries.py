"""What the register hands out: frozen values, never rows."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from knowledge.blocks import Span
from knowledge.documents import DocumentProfile
from knowledge.facts import Fact


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document in the register; `name` is the file's base name, `path` relative to its source root.

    A draft is superseded when the document adopted from it, in another file, stands; that one `replaces` the
    draft's file. Only the register's reads of documents tell of it.
    """

    id: int
    version_id: int
    name: str
    path: str
    profile: DocumentProfile
    url: str = ""
    indexed_at: datetime | None = None
    is_superseded: bool = False
    replaces: str = ""

    @property
    def title(self) -> str:
        """The document's title."""
        return self.profile.title


class CorrectionAction(StrEnum):
    """What a person did with a fact."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Correction:
    """What an authorised person said of a fact, with reason; append-only."""

    author: str
    reason: str
    at: datetime
    text: str = ""
    action: CorrectionAction = CorrectionAction.CORRECT


@dataclass(frozen=True, slots=True)
class SourceQuote:
    """A stretch of a document quoted word for word: `quote == text[start:end]` of that document version.

    `correction` is what somebody said of the fact that was read from it; `proposed_by` the language model that
    proposed it.
    """

    document: DocumentEntry
    quote: str
    span: Span
    page: int | None = None
    section: str = ""
    correction: Correction | None = None
    proposed_by: str = ""

    @property
    def heading(self) -> str:
        """The nearest heading above the words, the last of the trail; empty when there is none."""
        return self.section.rsplit(" › ", 1)[-1]


@dataclass(frozen=True, slots=True)
class FactEntry:
    """A fact in the register with its sources; `header` quotes the table header that belongs to a row."""

    id: int
    fact: Fact
    source: SourceQuote
    header: SourceQuote | None = None
    assignment_id: int | None = None

    @property
    def document(self) -> DocumentEntry:
        """The document that the fact stands in."""
        return self.source.document

    @property
    def correction(self) -> Correction | None:
        """What somebody last said of the fact."""
        return self.source.correction

    @property
    def is_proposal(self) -> bool:
        """Tell whether a language model proposed the fact; its words stand in the document all the same."""
        return bool(self.source.proposed_by)


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
class StatusDetails:
    """What a status says besides state and comment, in its author's words; empty where nothing was said.

    `expected` are the dates when something is to happen, as "2027-03-15", "mars 2027", "vecka 5, 2027".
    """

    delay: str = ""
    next_step: str = ""
    risk: str = ""
    expected: tuple[str, ...] = ()
    who: str = ""


NO_DETAILS = StatusDetails()


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Who took a status update back, when and why; `replaced_by` is the number of the one that corrects it."""

    author: str
    at: datetime
    reason: str = ""
    replaced_by: int | None = None


@dataclass(frozen=True, slots=True)
class StatusUpdate:
    """One row of an assignment's history; `original` is the message it was read from, which `key` names."""

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
    details: StatusDetails = NO_DETAILS
    key: str = ""
    withdrawal: Withdrawal | None = None
