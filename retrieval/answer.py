"""What the assistant hands back: an outcome, and sources when it answered."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from knowledge.entries import SourceQuote
from retrieval.errors import UncitedAnswerError


class Outcome(StrEnum):
    """Every way in which a question can end."""

    ANSWERED = "answered"
    NOT_FOUND = "not_found"
    NOT_FILLED_IN = "not_filled_in"
    AMBIGUOUS = "ambiguous"
    OUT_OF_SCOPE = "out_of_scope"
    DENIED = "denied"
    FAILED = "failed"


class Intent(StrEnum):
    """What a question asks for."""

    OWNER = "owner"
    DECISION_POINT = "decision_point"
    DECIDED = "decided"
    VOTE = "vote"
    DISSENT = "dissent"
    INDICATOR = "indicator"
    AMOUNT = "amount"
    LIST = "list"
    DEFINITION = "definition"
    STATUS = "status"
    CASE_NUMBER = "case_number"
    MEETING = "meeting"
    GREETING = "greeting"
    OTHER = "other"


class NoteKind(StrEnum):
    """Why an answer should be read with care."""

    CONFLICT = "conflict"
    DRAFT = "draft"
    PROPOSED = "proposed"
    SUPERSEDED = "superseded"
    OTHER_ORGANISATION = "other_organisation"
    OLD = "old"
    CORRECTED = "corrected"
    CONFIRMED = "confirmed"
    MODEL_PROPOSED = "model_proposed"  # a language model found it; no rule and no person did
    INCOMPLETE = "incomplete"  # the model failed, an index is still being built


Table = tuple[tuple[str, ...], ...]
"""Rows of cells of equal number, the columns' names first; empty for no table."""
FEWEST_ROWS = 3  # fewer are said in a sentence


@dataclass(frozen=True, slots=True)
class Note:
    """One remark that goes with the answer, in plain Swedish."""

    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that a person can check; `quote == document text[start:end]`."""

    document: str
    title: str
    date: dt.date | None
    url: str
    quote: str
    start: int
    end: int
    page: int | None
    section: str
    document_id: int = 0

    @classmethod
    def of(cls, source: SourceQuote) -> "Citation":
        """Build the citation of a register source."""
        return cls(
            document=source.document.name,
            title=source.document.title,
            date=source.document.profile.date,
            url=source.document.url,
            quote=source.quote,
            start=source.span.start,
            end=source.span.end,
            page=source.page,
            section=_within(source.document.title, source.section),
            document_id=source.document.id,
        )


def _within(title: str, section: str) -> str:
    """Return a heading trail without the document's own title at its head."""
    head, separator, rest = section.partition(" › ")
    return (
        rest
        if separator and head.strip() == title.strip()
        else ""
        if section.strip() == title.strip()
        else section
    )


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """One section of a document with all that is quoted from it, in reading order: a row and its header are one place."""

    main: Citation
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several that the question may mean: `label` for the button, `question` to ask instead."""

    label: str
    question: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An outcome; an answered question always names its sources.

    `assignment_id` is the assignment that the answer is about, when it is about one, so that a card, a follow
    or the next question in the thread can start from it. `nearest` names the nearest documents when nothing
    was found. `table` is what the text lists below its first line, where that has columns.
    """

    outcome: Outcome
    text: str
    intent: Intent = Intent.OTHER
    language: str = "sv"
    citations: tuple[Citation, ...] = ()
    notes: tuple[Note, ...] = ()
    choices: tuple[Choice, ...] = ()
    nearest: tuple[str, ...] = ()
    assignment_id: int | None = None
    subject: str = ""
    table: Table = ()

    def __post_init__(self) -> None:
        """Refuse an answer that nobody can check."""
        if self.outcome is Outcome.ANSWERED and not self.citations:
            raise UncitedAnswerError
        if not self.text.strip():
            raise UncitedAnswerError("an answer without words helps nobody")

    @property
    def places(self) -> tuple[CitedPlace, ...]:
        """What is cited, gathered by document and section, for a person to read."""
        gathered: dict[tuple[str, str], list[Citation]] = {}
        for citation in self.citations:
            gathered.setdefault((citation.document, citation.section), []).append(citation)
        return tuple(
            CitedPlace(group[0], tuple(each.quote for each in sorted(group, key=lambda each: each.start)))
            for group in gathered.values()
        )

    @property
    def abstained(self) -> bool:
        """Tell whether the question was left unanswered."""
        return self.outcome is not Outcome.ANSWERED
