"""One fake for each protocol that the bot asks things of."""

import datetime as dt
import hashlib
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from bot.channel_settings import ChannelSettings
from bot.document_intake import (
    DocumentReading,
    EnteredDocument,
    FetchedFile,
    Standing,
    WaitingDocument,
    file_name,
)
from bot.errors import SlackRefusedError
from bot.incoming import IncomingMessage, Place
from bot.outgoing import Attachment, Block, Modal, Outgoing
from bot.parts import AssignmentCard, Member, OwnPage, Passage, PointAhead, ShownFact
from bot.reports.building import MeetingAhead, NoReport
from bot.source_place import SourcePlace
from bot.status_drafts import Candidate, PlanWarning, StatusCard, StatusDraft
from bot.weekly_digest import DigestSubscription, WeeklyDigest
from knowledge.entries import State, StatusUpdate, Withdrawal
from knowledge.reminders import Reminder
from knowledge.timeline import Timeline
from knowledge.writing.document import Paragraph, WrittenDocument
from retrieval.answer import Answer
from retrieval.answering import Tell
from retrieval.question import Question
from tests.builders import NOW, a_digest, a_document, a_timeline, an_answer

T = TypeVar("T")


@dataclass
class FakeSteps:
    """Runs every step and remembers what it was called."""

    done: list[str] = field(default_factory=list)

    def run(self, name: str, kind: type[T], step: Callable[[], T]) -> T:
        self.done.append(name)
        return step()

    def attempt(self, name: str, kind: type[T], step: Callable[[], T], most: int = 1) -> T:
        return self.run(name, kind, step)


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
    told: Sequence[str] = ()  # the sentences that it grows by
    between: Callable[[Question], None] = lambda _question: None

    def answer(self, question: Question, tell: Tell | None = None) -> Answer:
        self.asked.append(question)
        self.before(question)
        for number, words in enumerate(self.told):
            if number:
                self.between(question)
            if tell:
                tell(words)
        return self.known.get(question.text, an_answer())


@dataclass
class FakeSlack:
    """Remembers what was sent."""

    posted: dict[str, tuple[Place, Outgoing]] = field(default_factory=dict)
    shared: dict[str, tuple[Place, tuple[Attachment, ...]]] = field(default_factory=dict)
    updated: list[tuple[Place, str, Outgoing]] = field(default_factory=list)
    whispered: list[tuple[Place, str, Outgoing]] = field(default_factory=list)
    responded: list[tuple[str, Outgoing, bool]] = field(default_factory=list)
    modals: list[Modal] = field(default_factory=list)
    homes: dict[str, Sequence[Block]] = field(default_factory=dict)
    members: dict[str, Member] = field(default_factory=dict)
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    files: dict[str, FetchedFile] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)
    prompts: list[tuple[str, str]] = field(default_factory=list)
    looked_up: int = 0
    grown: dict[str, list[str]] = field(default_factory=dict)

    def post(self, place: Place, message: Outgoing, key: str) -> str:
        self.posted.setdefault(key, (place, message))
        return f"{1000 + list(self.posted).index(key)}.000100"

    def find_post(self, place: Place, key: str) -> str:
        return key if key in self.posted else ""

    def everybody(self) -> tuple[Member, ...]:
        return tuple(self.members.values())

    def share(self, place: Place, files: Sequence[Attachment], comment: str, key: str) -> None:
        self.shared.setdefault(key, (place, tuple(files)))

    def grow(self, message: IncomingMessage, words: str, key: str) -> None:
        self.grown.setdefault(key, []).append(words)

    def post_grown(self, place: Place, message: Outgoing, key: str) -> str:
        return self.post(place, message, key)

    def end_grown(self, place: Place, message: Outgoing, key: str) -> bool:
        return False

    def update(self, place: Place, ts: str, message: Outgoing) -> None:
        self.updated.append((place, ts, message))

    def whisper(self, place: Place, user: str, message: Outgoing) -> None:
        self.whispered.append((place, user, message))

    def respond(self, response_url: str, message: Outgoing, *, replace: bool = False) -> None:
        self.responded.append((response_url, message, replace))

    def channel(self, name: str) -> str:
        return name.removeprefix("#")

    def fetch(self, file_id: str, most: int) -> FetchedFile:
        if file_id not in self.files:
            raise SlackRefusedError("fetch", "file_not_found")
        if len(self.files[file_id].content) > most:
            raise SlackRefusedError("fetch", "file_too_large")
        return self.files[file_id]

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
class FakeChannels:
    """Channel settings in memory."""

    known: dict[str, ChannelSettings] = field(default_factory=dict)

    def of(self, channel: str) -> ChannelSettings:
        return self.known.get(channel, ChannelSettings(channel))

    def save(self, settings: ChannelSettings) -> None:
        self.known[settings.channel] = settings


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
class FakeStatusCards:
    """Keeps cards in memory."""

    kept: dict[str, StatusCard] = field(default_factory=dict)

    def open(self, card: StatusCard, at: dt.datetime) -> None:
        self.kept.setdefault(card.key, card)

    def find(self, key: str) -> StatusCard | None:
        return self.kept.get(key)

    def replace(self, card: StatusCard) -> None:
        self.kept[card.key] = card

    def change(self, key: str, change: Callable[[StatusCard], StatusCard]) -> StatusCard | None:
        if key in self.kept:
            self.kept[key] = change(self.kept[key])
        return self.kept.get(key)


@dataclass
class FakeStatusBook:
    """Keeps rows in memory; safe to use from several threads."""

    known: tuple[Candidate, ...] = (Candidate(7, "Minska hyrberoendet"), Candidate(8, "Digitalt arkiv"))
    holders: dict[int, tuple[str, ...]] = field(default_factory=dict)
    rows: dict[str, StatusUpdate] = field(default_factory=dict)
    misfits: dict[str, str] = field(default_factory=dict)
    _lock: Any = field(default_factory=threading.Lock)

    def record(self, key: str, draft: StatusDraft, author: str, at: dt.datetime, original: str) -> bool:
        assert draft.assignment is not None
        assert draft.state is not None
        with self._lock:
            if key in self.rows:
                return True
            if draft.corrects and not self._take_back(draft.corrects, len(self.rows) + 1):
                return False
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
                details=draft.details,
                key=key,
            )
            self.rows[key] = update
            return True

    def checked(self, draft: StatusDraft, message: str, today: dt.date) -> StatusDraft:
        warnings = tuple(PlanWarning(each, "", "") for word, each in self.misfits.items() if word in message)
        return replace(draft, warnings=warnings)

    def withdraw(self, number: int, author: str, at: dt.datetime, reason: str) -> bool:
        with self._lock:
            return self._take_back(number)

    def undo(self, key: str, author: str, at: dt.datetime) -> bool:
        with self._lock:
            number = self.rows[key].id
            if not self._take_back(number):
                return False
            for each in self.rows.values():
                if each.withdrawal and each.withdrawal.replaced_by == number:
                    restored = replace(each, id=len(self.rows) + 1, key=f"{key}~undone", withdrawn=False)
                    self.rows[restored.key] = replace(restored, withdrawal=None, at=at)
                    break
            return True

    def of_message(self, key: str) -> tuple[StatusUpdate, ...]:
        return tuple(
            each
            for each in self.rows.values()
            if not each.withdrawn and each.key.startswith(key) and each.key[len(key) :][:1] in ("", "#", "~")
        )

    def _take_back(self, number: int, replaced_by: int | None = None) -> bool:
        key, row = next(each for each in self.rows.items() if each[1].id == number)
        if row.withdrawn:
            return False
        withdrawal = Withdrawal("", row.at, "", replaced_by)
        self.rows[key] = replace(row, withdrawn=True, withdrawal=withdrawal)
        return True

    def assignments(self) -> tuple[Candidate, ...]:
        return self.known

    def latest(self, limit: int) -> tuple[StatusUpdate, ...]:
        standing = [each for each in self.rows.values() if not each.withdrawn]
        return tuple(sorted(standing, key=lambda each: each.at, reverse=True))[:limit]

    def people(self, assignment_id: int) -> tuple[str, ...]:
        return self.holders.get(assignment_id, ())


@dataclass
class FakeRegister:
    """The named reads of assignments, points, suggestions and sources."""

    questions: tuple[str, ...] = ("Vem äger Minska hyrberoendet?", "Vad beslutades om Digitalt arkiv?")
    corrected: dict[int, str] = field(default_factory=dict)
    limited: set[str] = field(default_factory=set)  # where the one document may be quoted; empty: everywhere
    reminders: tuple[Reminder, ...] = ()

    def find(self, words: str, today: dt.date, limit: int) -> tuple[AssignmentCard, ...]:
        cards = (
            AssignmentCard(Candidate(7, "Minska hyrberoendet"), "Region Sjöland", "HR-direktören"),
            AssignmentCard(Candidate(8, "Digitalt arkiv"), "Region Sjöland", leader="Arkivchefen"),
        )
        return tuple(each for each in cards if words.casefold() in each.assignment.title.casefold())[:limit]

    def count(self) -> int:
        return 2

    def card(self, assignment_id: int, today: dt.date) -> AssignmentCard | None:
        return next((each for each in self.find("", today, 9) if each.assignment.id == assignment_id), None)

    def of(self, member: Member, confirmed: str | None, today: dt.date, limit: int) -> OwnPage:
        if confirmed == "Anna Lind":
            return OwnPage(self.find("hyr", today, limit))
        return OwnPage((), "Anna Lind" if confirmed is None and member.name == "Anna Lind" else "")

    def ahead(self, today: dt.date, days: int) -> tuple[PointAhead, ...]:
        return (PointAhead("Minska hyrberoendet", "BP2", "15 december 2026"),)

    def digest(self, wanted: DigestSubscription, today: dt.date, since: dt.date | None) -> WeeklyDigest:
        return a_digest(today)

    def timeline(self, wanted: DigestSubscription, today: dt.date) -> Timeline:
        return a_timeline(today)

    def due(self, today: dt.date, ahead: dt.timedelta) -> tuple[Reminder, ...]:
        return tuple(each for each in self.reminders if today <= each.day <= today + ahead)

    def shared_out(
        self, due: Sequence[Reminder], people: Iterable[tuple[Member, str | None]], today: dt.date
    ) -> dict[Member, tuple[Reminder, ...]]:
        own = {member: tuple(each for each in due if member.name in each.holders) for member, _ in people}
        return {member: reminders for member, reminders in own.items() if reminders}

    def for_meeting(
        self, board: str, meeting: dt.date, today: dt.date, organisation: str = ""
    ) -> WrittenDocument | NoReport:
        if board != "Regionstyrelsen":
            return NoReport(f"Ingen nämnd heter {board}.")
        return WrittenDocument(
            f"Lägesrapport {meeting}", "Region Sjöland", today, (Paragraph("Läget är gult."),)
        )

    def for_year(
        self, board: str, year: int, today: dt.date, organisation: str = ""
    ) -> WrittenDocument | NoReport:
        return WrittenDocument(f"Slutrapport {year}", "Region Sjöland", today, (Paragraph("Läget är gult."),))

    def meetings_ahead(self, today: dt.date, limit: int) -> tuple[MeetingAhead, ...]:
        boards = ("Regionstyrelsen", "Nämnden som inte finns")
        return tuple(MeetingAhead(board, "Region Sjöland", dt.date(2026, 12, 15)) for board in boards)

    def organisations(self) -> tuple[str, ...]:
        return ("Region Sjöland", "Sjöstads kommun")

    def boards(self) -> tuple[str, ...]:
        return ("Regionstyrelsen", "Vårdnämnden")

    def facts_at(self, place: SourcePlace, limit: int) -> tuple[ShownFact, ...]:
        return tuple(filter(None, (self.fact(5),)))

    def fact(self, number: int) -> ShownFact | None:
        if number != 5:
            return None
        return ShownFact(5, "ägare: HR-direktören", "Uppdragsägare: HR-direktören", self.corrected.get(5, ""))

    def correct(self, number: int, text: str, reason: str, author: str, at: dt.datetime) -> None:
        self.corrected[number] = f"{text} ({author}: {reason})"

    def suggest(self, own: Sequence[str] = ()) -> tuple[str, ...]:
        return (*(f"När är nästa beslutspunkt för {each}?" for each in own), *self.questions)[:4]

    def places(self) -> frozenset[str]:
        return frozenset(self.limited)

    def may_show(self, documents: Sequence[int], places: Sequence[str]) -> bool:
        return not self.limited or bool(self.limited.intersection(places))

    def passage(self, place: SourcePlace, places: Sequence[str]) -> Passage | None:
        if place.document_id != 1 or not self.may_show((1,), places):
            return None
        return Passage(a_document(), "2 Organisation\n", "Uppdragsägare: HR-direktören", "\nUppdragsledare: ")


@dataclass
class FakeIntake:
    """Keeps documents in memory; one line of text is one passage and one fact."""

    waiting: dict[WaitingDocument, bytes] = field(default_factory=dict)
    accepted: dict[str, bytes] = field(default_factory=dict)
    entered: dict[str, bytes] = field(default_factory=dict)
    limits: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def keep(self, file: FetchedFile) -> WaitingDocument:
        document = WaitingDocument(hashlib.sha256(file.content).hexdigest(), file_name(file.name))
        self.waiting[document] = file.content
        return document

    def read(self, document: WaitingDocument) -> DocumentReading:
        content, known = self.waiting[document], self.entered.get(document.name)
        if not content.strip():
            return DocumentReading(refusal="Filen är tom.")
        lines = tuple(content.decode().splitlines())
        standing = Standing.NEW if known is None else Standing.NEW_VERSION
        return DocumentReading(
            title=lines[0].lstrip("# "),
            about=(("Slag", "uppdragsdirektiv"),),
            counts=(("Roller", len(lines)),),
            examples=lines[1:],
            passages=len(lines),
            standing=Standing.KNOWN if known == content else standing,
            replaces=known.decode().splitlines()[0].lstrip("# ") if known else "",
            is_limited=document.name in self.limits,
        )

    def accept(self, document: WaitingDocument, places: Sequence[str]) -> bool:
        content = self.waiting.pop(document, None)
        if content is not None and places:
            self.limits[document.name] = tuple(places)
        if content is None:
            held = hashlib.sha256(self.accepted.get(document.name, b"")).hexdigest()
            return held == document.content_hash
        self.accepted[document.name] = content
        return True

    def discard(self, document: WaitingDocument) -> bool:
        return self.waiting.pop(document, None) is not None

    def enter(self, document: WaitingDocument) -> EnteredDocument:
        self.entered[document.name] = self.accepted[document.name]
        lines = len(self.entered[document.name].splitlines())
        return EnteredDocument(lines, lines)

    def fill(self) -> bool:
        return True
