"""What the workflows need from the rest of the world, as small protocols; wiring picks the concrete parts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Protocol

from bot.document_intake import FetchedFile
from bot.incoming import IncomingMessage, Place
from bot.outgoing import Attachment, Block, Modal, Outgoing
from bot.reports.building import MeetingAhead, NoReport
from bot.source_place import SourcePlace
from bot.status_drafts import Candidate, StatusCard, StatusDraft
from bot.weekly_digest import DigestSubscription, WeeklyDigest
from knowledge.digest import Week
from knowledge.entries import DocumentEntry, StatusUpdate
from knowledge.timeline import Timeline
from knowledge.writing.document import WrittenDocument
from retrieval.answer import Answer
from retrieval.answering import Tell
from retrieval.question import Question


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the workspace; `may_use` is false for guests, strangers, bots and deactivated users."""

    user: str
    name: str
    may_use: bool
    is_admin: bool = False
    email: str = ""
    team: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and what was answered, kept for follow-up questions, feedback and sharing.

    `given` is the whole answer as JSON; `prompt` the hash of the words that a language model was given.
    """

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
    given: str = ""
    prompt: str = ""


class Claim(Enum):
    """Whether a message may be posted now, and with what care."""

    FIRST = "first"
    AGAIN = "again"  # an earlier try was interrupted: look first for what it may have posted
    BUSY = "busy"  # another process is posting it


class Slack(Protocol):
    """What is asked of Slack.

    Every method raises SlackUnavailableError when trying again may help, and SlackRefusedError when not.
    """

    def post(self, place: Place, message: Outgoing, key: str) -> str:
        """Post the message once under its key, however often this is called, and return its timestamp."""

    def find_post(self, place: Place, key: str) -> str:
        """Return the timestamp of a message posted under a key, found though its answer was lost; else nothing."""

    def share(self, place: Place, files: Sequence[Attachment], comment: str, key: str) -> None:
        """Put files in a thread once under their key, with a comment, however often this is called."""

    def grow(self, message: IncomingMessage, words: str, key: str) -> None:
        """Add words to the reply to a message while it is written; never fails, since it comes whole in the end."""

    def post_grown(self, place: Place, message: Outgoing, key: str) -> str:
        """Post the message once, in place of what has grown under its key, and return its timestamp."""

    def end_grown(self, place: Place, message: Outgoing, key: str) -> bool:
        """End what grows under a key with a message in its place; false when there is nothing that can be ended so."""

    def update(self, place: Place, ts: str, message: Outgoing) -> None:
        """Replace a message of the bot's own."""

    def whisper(self, place: Place, user: str, message: Outgoing) -> None:
        """Show a message to one person only."""

    def respond(self, response_url: str, message: Outgoing, *, replace: bool = False) -> None:
        """Answer a command or a click privately, or replace the message that was clicked."""

    def channel(self, name: str) -> str:
        """Return the id of a channel given by `#name`, name or id, or of the conversation with a person given by id."""

    def fetch(self, file_id: str, most: int) -> FetchedFile:
        """Return a file that was shared with the bot, of at most so many bytes."""

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

    def everybody(self) -> tuple[Member, ...]:
        """Return everybody in the workspace."""


class Answers(Protocol):
    """Gives cited answers."""

    def answer(self, question: Question, tell: Tell | None = None, /) -> Answer:
        """Return the answer, or the outcome that says why there is none; `tell` is told of one that grows."""


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


class Follows(Protocol):
    """Remembers the assignments that people follow."""

    def add(self, team: str, user: str, assignment_id: int) -> bool:
        """Begin to follow an assignment; false when the person followed it before."""

    def remove(self, team: str, user: str, assignment_id: int) -> None:
        """Follow an assignment no longer."""

    def of(self, team: str, user: str) -> tuple[int, ...]:
        """Return the assignments that a person follows."""


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

    def change(self, key: str, change: Callable[[StatusCard], StatusCard]) -> StatusCard | None:
        """Change a card as it stands at that moment, and return it; two who change it at once do so in turn."""


class StatusBook(Protocol):
    """The register's page of status updates."""

    def record(self, key: str, draft: StatusDraft, author: str, at: datetime, original: str) -> bool:
        """Write a complete draft, once for its key; false when what it corrects stands no longer."""

    def checked(self, draft: StatusDraft, message: str, today: date) -> StatusDraft:
        """Return the draft with what of it, and of its message, does not fit the plan."""

    def withdraw(self, number: int, author: str, at: datetime, reason: str) -> bool:
        """Take back the update with the number, which stays in the history; false when it was taken back before."""

    def undo(self, key: str, author: str, at: datetime) -> bool:
        """Take back the update with the key, so that what it corrected stands again; false when it was taken back."""

    def of_message(self, key: str) -> tuple[StatusUpdate, ...]:
        """Return what stands of the updates that a message gave, corrections included."""

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
    addressees: tuple[str, ...] = ()
    next_point: str = ""
    status: StatusUpdate | None = None
    timeline: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A person's assignments; `asks` names a holder that the person may be, to be confirmed once."""

    assignments: tuple[AssignmentCard, ...]
    asks: str = ""


class OwnAssignments(Protocol):
    """Knows whose assignments are whose."""

    def of(self, member: Member, confirmed: str | None, today: date, limit: int) -> OwnPage:
        """Return the assignments; `confirmed` is whom the person said to be, empty nobody, None not asked yet."""


class Identities(Protocol):
    """Remembers whom of the list of holders people said that they are."""

    def confirm(self, team: str, user: str, holder: str) -> None:
        """Keep whom the person said to be; empty for nobody."""

    def holder(self, team: str, user: str) -> str | None:
        """Return whom the person said to be, empty for nobody; None when the person has not said."""


class Assignments(Protocol):
    """Looks assignments up in the register."""

    def find(self, words: str, today: date, limit: int) -> tuple[AssignmentCard, ...]:
        """Return the assignments that the words fit, best first; all of them without words."""

    def count(self) -> int:
        """Return how many assignments there are."""

    def card(self, assignment_id: int, today: date) -> AssignmentCard | None:
        """Return one assignment, or nothing when there is none."""


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
    """Remembers the channels and people that want the weekly digest; `place` is the id of either."""

    def add(self, team: str, place: str, since: datetime) -> None:
        """Begin to send the place the digest: the first one that is due after `since`."""

    def remove(self, team: str, place: str) -> None:
        """Send the place no more digests."""

    def of(self, team: str, place: str) -> DigestSubscription | None:
        """Return what the place wants, or nothing when it wants no digest."""

    def choose(
        self,
        team: str,
        place: str,
        language: str,
        assignments: Sequence[int],
        since: datetime | None = None,
    ) -> None:
        """Send the digest in a language (`sv` or `en`) and of assignments from now on; `since` when it begins anew."""

    def all(self) -> tuple[DigestSubscription, ...]:
        """Return who wants the digest, of what and when."""


class DigestIssues(Protocol):
    """Remembers which weeks' digests were sent to whom."""

    def try_now(self, subscriber: str, week: Week, now: datetime) -> int | None:
        """Take the next try of an issue and return its number; none when it was sent, or a try is going on."""

    def failed(self, subscriber: str, week: Week, number: int, now: datetime) -> None:
        """Note that a try failed, to be made again after a while."""

    def sent(self, subscriber: str, week: Week, now: datetime) -> None:
        """Note that the issue was sent."""

    def last_sent(self, subscriber: str, before: Week) -> datetime | None:
        """Return when the last issue before a week's was sent."""


class DigestBuilder(Protocol):
    """Builds weekly digests."""

    def digest(self, wanted: DigestSubscription, today: date, since: date | None) -> WeeklyDigest:
        """Return the digest as of today; new is what came after `since`, or in the last seven days."""

    def timeline(self, wanted: DigestSubscription, today: date) -> Timeline:
        """Return the decision points around today of what the subscription is about."""


class Reports(Protocol):
    """Writes reports to boards."""

    def for_meeting(
        self, board: str, meeting: date, today: date, organisation: str = ""
    ) -> WrittenDocument | NoReport:
        """Return the status report to a board for a meeting."""

    def for_year(
        self, board: str, year: int, today: date, organisation: str = ""
    ) -> WrittenDocument | NoReport:
        """Return the final report to a board for a year."""

    def meetings_ahead(self, today: date, limit: int) -> tuple[MeetingAhead, ...]:
        """Return the next meeting of each body that has one, the nearest first."""


class Suggestions(Protocol):
    """Questions that the register can answer."""

    def suggest(self, own: Sequence[str] = ()) -> tuple[str, ...]:
        """Return at most four questions, first of a person's own assignments; none when nothing was read yet."""


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

    def passage(self, place: SourcePlace, places: Sequence[str]) -> Passage | None:
        """Return the place with its surroundings, or nothing when the document is gone.

        One that is limited is shown where it may be quoted in one of the `places`.
        """

    def may_show(self, documents: Sequence[int], places: Sequence[str]) -> bool:
        """Tell whether all of the documents are there and may be quoted in one of the places."""


@dataclass(frozen=True, slots=True)
class ShownFact:
    """A fact in words, the words it was read from, and what was last said to be right instead."""

    id: int
    words: str
    quote: str
    corrected: str = ""


class Corrections(Protocol):
    """Finds and corrects facts; every method raises RegisterError."""

    def facts_at(self, place: SourcePlace, limit: int) -> tuple[ShownFact, ...]:
        """Return the facts that were read from a place of a document."""

    def fact(self, number: int) -> ShownFact | None:
        """Return one fact, or nothing when it stands no longer."""

    def correct(self, number: int, text: str, reason: str, author: str, at: datetime) -> None:
        """Say what is right instead of a fact."""


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return this moment, with its time zone."""

    def today(self) -> date:
        """Return the day it is in the organisation's time zone."""
