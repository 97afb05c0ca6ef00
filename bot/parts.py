"""What the workflows need from the rest of the world, as small protocols; wiring picks the concrete parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.incoming import IncomingMessage, Place
from bot.outgoing import Block, Modal, Outgoing
from bot.source_place import SourcePlace
from bot.status_drafts import Candidate, StatusCard, StatusDraft
from bot.weekly_digest import WeeklyDigest
from knowledge.entries import DocumentEntry, StatusUpdate
from retrieval.answer import Answer
from retrieval.question import Question


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the workspace; `may_use` is false for guests, strangers, bots and deactivated users."""

    user: str
    name: str
    may_use: bool


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and what was answered, kept for follow-up questions and feedback."""

    key: str
    team: str
    channel: str
    thread_ts: str
    user: str
    question: str
    outcome: str
    answer: str
    subject: str
    at: datetime


class Slack(Protocol):
    """What is asked of Slack.

    Every method raises SlackUnavailableError when trying again may help, and SlackRefusedError when not.
    """

    def post(self, place: Place, message: Outgoing, key: str) -> str:
        """Post the message once under its key, however often this is called, and return its timestamp."""

    def update(self, place: Place, ts: str, message: Outgoing) -> None:
        """Replace a message of the bot's own."""

    def whisper(self, place: Place, user: str, message: Outgoing) -> None:
        """Show a message to one person only."""

    def respond(self, response_url: str, message: Outgoing, *, replace: bool = False) -> None:
        """Answer a command or a click privately, or replace the message that was clicked."""

    def channel(self, name: str) -> str:
        """Return the id of a channel given by `#name`, name or id."""

    def group(self, group: str) -> tuple[str, ...]:
        """Return the members of a user group."""

    def open_modal(self, trigger_id: str, modal: Modal) -> None:
        """Open a modal for the person behind the trigger."""

    def publish_home(self, user: str, blocks: Sequence[Block]) -> None:
        """Show a person's home tab."""

    def show_work(self, message: IncomingMessage) -> None:
        """Show at once that the message was seen; never fails, since the answer is what matters."""

    def greet(self, place: Place, title: str, prompts: Sequence[tuple[str, str]]) -> None:
        """Suggest questions (title, question) in an assistant thread; never fails."""

    def member(self, user: str, team: str) -> Member:
        """Look a person of the team up; one that cannot be found may not use the bot."""


class Answers(Protocol):
    """Gives cited answers."""

    def answer(self, question: Question) -> Answer:
        """Return the answer, or the outcome that says why there is none."""


class Threads(Protocol):
    """Remembers the threads that the bot was let into."""

    def join(self, team: str, place: Place) -> None:
        """Note that the bot was named in the thread."""

    def has(self, team: str, place: Place) -> bool:
        """Tell whether the bot was named in the thread."""


class Exchanges(Protocol):
    """Remembers questions and answers."""

    def record(self, exchange: Exchange) -> None:
        """Keep an exchange; the same key is kept once."""

    def find(self, key: str) -> Exchange | None:
        """Return the exchange with the key."""

    def earlier(self, message: IncomingMessage, since: datetime) -> tuple[str, ...]:
        """Return the questions asked before in the conversation of the message, oldest first."""


class Feedback(Protocol):
    """Keeps what people thought of answers."""

    def record(self, exchange: str, user: str, verdict: str, at: datetime) -> None:
        """Keep a verdict (`good` or `bad`)."""

    def comment(self, exchange: str, user: str, comment: str) -> None:
        """Keep what the person says is wrong."""


class StatusReader(Protocol):
    """Understands status updates."""

    def __call__(self, text: str, today: date) -> tuple[StatusDraft, ...] | None:
        """Return what the message says of each assignment; None when it is no status update."""


class StatusCards(Protocol):
    """Keeps status updates between the message and the click."""

    def open(self, card: StatusCard, at: datetime) -> None:
        """Keep a card; the same key is kept once."""

    def find(self, key: str) -> StatusCard | None:
        """Return the card with the key."""

    def replace(self, card: StatusCard) -> None:
        """Keep the card as it is now."""


class StatusBook(Protocol):
    """The register's page of status updates."""

    def record(self, key: str, draft: StatusDraft, author: str, at: datetime, original: str) -> None:
        """Write a complete draft; the same key is written once."""

    def assignments(self) -> tuple[Candidate, ...]:
        """Return every assignment that can be reported on."""

    def latest(self, limit: int) -> tuple[StatusUpdate, ...]:
        """Return the newest status updates."""

    def people(self, assignment_id: int) -> tuple[str, ...]:
        """Return who holds a role in the assignment, as the documents name them."""


@dataclass(frozen=True, slots=True)
class AssignmentCard:
    """What is known of one assignment, in the documents' own words; empty where they say nothing."""

    assignment: Candidate
    organisation: str = ""
    owner: str = ""
    leader: str = ""
    next_point: str = ""
    status: StatusUpdate | None = None


class Assignments(Protocol):
    """Looks assignments up in the register."""

    def find(self, words: str, today: date, limit: int) -> tuple[AssignmentCard, ...]:
        """Return the assignments that the words fit, best first; all of them without words."""

    def count(self) -> int:
        """Return how many assignments there are."""


@dataclass(frozen=True, slots=True)
class PointAhead:
    """A decision point of an assignment; a day is told in one form, less exact times in the words of the source."""

    assignment: str
    label: str
    on: str


class DecisionPoints(Protocol):
    """Knows what lies ahead."""

    def ahead(self, today: date, days: int) -> tuple[PointAhead, ...]:
        """Return the decision points from today and so many days on, the nearest first."""


class Subscriptions(Protocol):
    """Remembers the channels that want the weekly digest."""

    def add(self, team: str, channel: str) -> None:
        """Begin to send the channel the digest."""

    def remove(self, team: str, channel: str) -> None:
        """Send the channel no more digests."""

    def channels(self) -> tuple[str, ...]:
        """Return the channels that want the digest."""


class DigestBuilder(Protocol):
    """Builds weekly digests."""

    def digest(self, channel: str, today: date, /) -> WeeklyDigest:
        """Return the digest for a channel of the week that today is in."""


class Suggestions(Protocol):
    """Questions that the register can answer."""

    def suggest(self) -> tuple[str, ...]:
        """Return at most four questions, and none when nothing was read yet."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The quoted words of a source between what stands before and after them."""

    document: DocumentEntry
    before: str
    quote: str
    after: str
    page: int | None = None


class Sources(Protocol):
    """Opens documents at a place."""

    def passage(self, place: SourcePlace) -> Passage | None:
        """Return the place with its surroundings, or nothing when the document is gone."""


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return this moment, with its time zone."""

    def today(self) -> date:
        """Return the day it is in the organisation's time zone."""
