"""One fake for each protocol that the bot asks things of."""

import datetime as dt
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.incoming import IncomingMessage, Place
from bot.outgoing import Block, Modal, Outgoing
from bot.parts import AssignmentCard, Member, Passage, PointAhead
from bot.source_place import SourcePlace
from bot.status_drafts import Candidate, StatusDraft
from bot.weekly_digest import WeeklyDigest
from knowledge.entries import State, StatusUpdate
from retrieval.answer import Answer
from retrieval.question import Question
from tests.builders import NOW, a_digest, a_document, an_answer

T = TypeVar("T")


@dataclass
class FakeSteps:
    """Runs every step and remembers what it was called."""

    done: list[str] = field(default_factory=list)

    def run(self, name: str, kind: type[T], step: Callable[[], T]) -> T:
        self.done.append(name)
        return step()

    attempt = run


@dataclass
class FakeClock:
    moment: dt.datetime = NOW

    def now(self) -> dt.datetime:
        return self.moment

    def today(self) -> dt.date:
        return self.moment.date()


@dataclass
class FakeAnswers:
    """Answers what it was told to, else one and the same; keeps the questions."""

    known: dict[str, Answer] = field(default_factory=dict)
    asked: list[Question] = field(default_factory=list)
    before: Callable[[Question], None] = lambda _question: None

    def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        self.before(question)
        return self.known.get(question.text, an_answer())


@dataclass
class FakeSlack:
    """Remembers what was sent."""

    posted: dict[str, tuple[Place, Outgoing]] = field(default_factory=dict)
    updated: list[tuple[Place, str, Outgoing]] = field(default_factory=list)
    whispered: list[tuple[Place, str, Outgoing]] = field(default_factory=list)
    responded: list[tuple[str, Outgoing, bool]] = field(default_factory=list)
    modals: list[Modal] = field(default_factory=list)
    homes: dict[str, Sequence[Block]] = field(default_factory=dict)
    members: dict[str, Member] = field(default_factory=dict)
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)
    prompts: list[tuple[str, str]] = field(default_factory=list)
    looked_up: int = 0

    def post(self, place: Place, message: Outgoing, key: str) -> str:
        self.posted.setdefault(key, (place, message))
        return f"{1000 + list(self.posted).index(key)}.000100"

    def update(self, place: Place, ts: str, message: Outgoing) -> None:
        self.updated.append((place, ts, message))

    def whisper(self, place: Place, user: str, message: Outgoing) -> None:
        self.whispered.append((place, user, message))

    def respond(self, response_url: str, message: Outgoing, *, replace: bool = False) -> None:
        self.responded.append((response_url, message, replace))

    def channel(self, name: str) -> str:
        return name.removeprefix("#")

    def group(self, group: str) -> tuple[str, ...]:
        return self.groups.get(group, ())

    def open_modal(self, trigger_id: str, modal: Modal) -> None:
        self.modals.append(modal)

    def publish_home(self, user: str, blocks: Sequence[Block]) -> None:
        self.homes[user] = blocks

    def show_work(self, message: IncomingMessage) -> None:
        self.seen.append(message.key)

    def greet(self, place: Place, title: str, prompts: Sequence[tuple[str, str]]) -> None:
        self.prompts.extend(prompts)

    def member(self, user: str, team: str) -> Member:
        self.looked_up += 1
        return self.members.get(user, Member(user, "Anna Lind", may_use=True))


@dataclass
class FakeStatusReader:
    """Understands `status: NAMN är gul …` with the assignments it knows."""

    known: tuple[Candidate, ...] = (Candidate(7, "Minska hyrberoendet"), Candidate(8, "Digitalt arkiv"))

    def __call__(self, text: str, today: dt.date) -> tuple[StatusDraft, ...] | None:
        start, _, words = text.partition(":")
        if start.casefold() != "status":
            return None
        colours = {"grön": State.GREEN, "gul": State.YELLOW, "röd": State.RED, "klar": State.DONE}
        state = next((state for word, state in colours.items() if f" {word}" in words.casefold()), None)
        named = tuple(each for each in self.known if each.title.casefold() in words.casefold())
        return (StatusDraft(named, state, words.partition(",")[2].strip()),)


@dataclass
class FakeStatusBook:
    """Keeps rows in memory; safe to use from several threads."""

    known: tuple[Candidate, ...] = (Candidate(7, "Minska hyrberoendet"), Candidate(8, "Digitalt arkiv"))
    holders: dict[int, tuple[str, ...]] = field(default_factory=dict)
    rows: dict[str, StatusUpdate] = field(default_factory=dict)
    _lock: Any = field(default_factory=threading.Lock)

    def record(self, key: str, draft: StatusDraft, author: str, at: dt.datetime, original: str) -> None:
        assert draft.assignment is not None
        assert draft.state is not None
        with self._lock:
            update = StatusUpdate(
                len(self.rows) + 1,
                draft.assignment.id,
                draft.assignment.title,
                draft.state,
                draft.text,
                author,
                at,
                original,
                draft.dates,
            )
            self.rows.setdefault(key, update)

    def assignments(self) -> tuple[Candidate, ...]:
        return self.known

    def latest(self, limit: int) -> tuple[StatusUpdate, ...]:
        return tuple(sorted(self.rows.values(), key=lambda each: each.at, reverse=True))[:limit]

    def people(self, assignment_id: int) -> tuple[str, ...]:
        return self.holders.get(assignment_id, ())


@dataclass
class FakeRegister:
    """The named reads of assignments, points, suggestions and sources."""

    questions: tuple[str, ...] = ("Vem äger Minska hyrberoendet?", "Vad beslutades om Digitalt arkiv?")

    def find(self, words: str, today: dt.date, limit: int) -> tuple[AssignmentCard, ...]:
        cards = (
            AssignmentCard(Candidate(7, "Minska hyrberoendet"), "Region Sjöland", "HR-direktören"),
            AssignmentCard(Candidate(8, "Digitalt arkiv"), "Region Sjöland", leader="Arkivchefen"),
        )
        return tuple(each for each in cards if words.casefold() in each.assignment.title.casefold())[:limit]

    def count(self) -> int:
        return 2

    def ahead(self, today: dt.date, days: int) -> tuple[PointAhead, ...]:
        return (PointAhead("Minska hyrberoendet", "BP2", "15 december 2026"),)

    def digest(self, channel: str, today: dt.date) -> WeeklyDigest:
        return a_digest(today)

    def suggest(self) -> tuple[str, ...]:
        return self.questions

    def passage(self, place: SourcePlace) -> Passage | None:
        if place.document_id != 1:
            return None
        return Passage(a_document(), "2 Organisation\n", "Uppdragsägare: HR-direktören", "\nUppdragsledare: ")
