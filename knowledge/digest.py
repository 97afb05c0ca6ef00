"""What belongs in a week's digest; pure: facts, statuses and documents in, sections out. How it is said is the bot's."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Self

from knowledge.documents import DocumentKind
from knowledge.entries import AssignmentEntry, DocumentEntry, FactEntry, SourceQuote, State, StatusUpdate
from knowledge.facts import (
    DeadlineFact,
    DecisionFact,
    DecisionPointFact,
    Role,
    RoleFact,
    Standing,
)
from knowledge.scope import name_key
from knowledge.when import Precision, When

WEEKS_AHEAD = 4
SILENT_AFTER_DAYS = 30
OVERDUE_WITHIN_DAYS = 90  # what passed longer ago is history, not news
DECIDED_WITHIN_DAYS = 60  # an old document that is indexed this week brings no new decisions
KINDS_OF_FACTS = ("decision_point", "deadline", "decision", "role")  # what what_belongs reads


class DigestKind(StrEnum):
    """The parts of a digest, in the order in which they are told."""

    OVERDUE = "overdue"  # passed, and nobody has said since how it went
    AHEAD = "ahead"  # decision points in the next four weeks
    STATUS = "status"  # status updates since last time
    SILENT = "silent"  # assignments without a status for a month
    DECISIONS = "decisions"
    DOCUMENTS = "documents"
    CONFLICTS = "conflicts"


class Trend(StrEnum):
    """How a status relates to the one before it."""

    FIRST = "first"
    BETTER = "better"
    WORSE = "worse"
    SAME = "same"


_WORST_FIRST = (State.RED, State.YELLOW, State.GREEN, State.DONE)


def trend(now: State, before: State | None) -> Trend:
    """Return whether things went better or worse since the status before."""
    if before is None:
        return Trend.FIRST
    step = _WORST_FIRST.index(now) - _WORST_FIRST.index(before)
    return Trend.BETTER if step > 0 else Trend.WORSE if step < 0 else Trend.SAME


@dataclass(frozen=True, slots=True)
class Week:
    """An ISO week, Monday to Sunday."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the week that a day lies in."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @property
    def first(self) -> date:
        """The Monday."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """The Sunday."""
        return self.first + timedelta(days=6)

    def __str__(self) -> str:
        return f"{self.year}-W{self.number:02}"


@dataclass(frozen=True, slots=True)
class DigestItem:
    """One thing to tell: what it is about, what of it, and when in the source's words; `sources` where it stands.

    `before` is the status that `status` followed; `versions` is what each of the sources says when they disagree.
    """

    subject: str
    what: str = ""
    when: str = ""
    day: date | None = None
    assignment_id: int | None = None
    sources: tuple[SourceQuote, ...] = ()
    status: StatusUpdate | None = None
    before: StatusUpdate | None = None
    document: DocumentEntry | None = None
    versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DigestSection:
    """A part of the digest with its items, never empty."""

    kind: DigestKind
    items: tuple[DigestItem, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """The digest of a week; sections without items are left out."""

    week: Week
    since: date
    sections: tuple[DigestSection, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing has happened and nothing lies ahead."""
        return not self.sections


@dataclass(frozen=True, slots=True)
class DigestMaterial:
    """What the register holds for a digest: standing facts of KINDS_OF_FACTS, every status update, documents."""

    facts: Sequence[FactEntry] = ()
    statuses: Sequence[StatusUpdate] = ()
    documents: Sequence[DocumentEntry] = ()
    assignments: Sequence[AssignmentEntry] = ()
    zone: tzinfo = field(default=UTC)

    def concerning(self, boards: Collection[str], assignments: Collection[int]) -> "DigestMaterial":
        """Return what concerns any of the boards or assignments; all when none are named.

        An assignment that a document of a board speaks of concerns the board.
        """
        if not boards and not assignments:
            return self
        keys = {name_key(board) for board in boards}
        of_board = {id(each) for each in self.facts if keys & _boards_of(each)}
        wanted = {each.assignment_id for each in self.facts if id(each) in of_board} | set(assignments)
        wanted.discard(None)
        facts = [each for each in self.facts if id(each) in of_board or each.assignment_id in wanted]
        told_of = {each.document.id for each in facts}
        return replace(
            self,
            facts=facts,
            statuses=[each for each in self.statuses if each.assignment_id in wanted],
            documents=[
                each for each in self.documents if each.id in told_of or name_key(each.profile.board) in keys
            ],
            assignments=[each for each in self.assignments if each.id in wanted],
        )

    def day(self, at: datetime) -> date:
        """Return the day of a time where the organisation is."""
        return at.astimezone(self.zone).date()


def _boards_of(entry: FactEntry) -> set[str]:
    decided_by = entry.fact.board if isinstance(entry.fact, DecisionFact) else ""
    return {name_key(board) for board in (entry.document.profile.board, decided_by) if board}


_EXACT = {Precision.DAY, Precision.WEEK, Precision.MONTH}
# What every meeting decides of itself is no news.
_PROCEDURE = re.compile(
    r"juster(?:are|ing|ande)|dagordning|föredragningslista|närvaro|upprop|anmäl(?:an|ning)\w* av delegation|delegationsbeslut|^meddelanden|"
    r"^information(?:särenden)?$|mötets öppnande|sammanträdets|föregående (?:mötes)?protokoll|^övriga frågor",
    re.IGNORECASE,
)


def is_procedural(subject: str) -> bool:
    """Tell whether a matter is of the meeting itself: its minutes' adjusters, its agenda, its roll."""
    return bool(_PROCEDURE.search(subject))


def what_belongs(today: date, material: DigestMaterial, since: date | None = None) -> Digest:
    """Return the digest of the week of `today`; new is what came after `since`, seven days ago unless told."""
    since = since or today - timedelta(days=7)
    latest = _latest(material.statuses)
    found: dict[DigestKind, Iterable[DigestItem]] = {
        DigestKind.OVERDUE: _overdue(today, material, latest),
        DigestKind.AHEAD: _ahead(today, material),
        DigestKind.STATUS: _new_statuses(since, today, material),
        DigestKind.SILENT: _silent(today, material, latest),
        DigestKind.DECISIONS: _new_decisions(since, today, material),
        DigestKind.DOCUMENTS: _new_documents(since, today, material),
        DigestKind.CONFLICTS: conflicts(today, material),
    }
    sections = (DigestSection(kind, tuple(dict.fromkeys(items))) for kind, items in found.items())
    return Digest(Week.of(today), since, tuple(section for section in sections if section.items))


def _latest(statuses: Iterable[StatusUpdate]) -> dict[int, StatusUpdate]:
    """Return each assignment's newest update that was not withdrawn."""
    latest: dict[int, StatusUpdate] = {}
    for update in sorted(
        (each for each in statuses if not each.withdrawn), key=lambda each: (each.at, each.id)
    ):
        latest[update.assignment_id] = update
    return latest


def dated_points(
    facts: Iterable[FactEntry], *, drafts: bool = False
) -> Iterator[tuple[FactEntry, When, date]]:
    """Yield what is due with the last day that its date can mean; proposals of agendas bind nobody, nor do drafts unless told."""
    for entry in facts:
        fact = entry.fact
        when = None
        if isinstance(fact, DecisionPointFact):
            when = fact.ends or fact.starts
        elif isinstance(fact, DeadlineFact) and not fact.due.yearly and entry.assignment_id is not None:
            when = fact.due  # a deadline of no assignment ("anmäl förhinder senast …") concerns no follower
        profile = entry.document.profile
        is_binding = (drafts or not profile.is_draft) and profile.kind is not DocumentKind.AGENDA
        if when is not None and when.end is not None and is_binding:
            yield entry, when, when.end


def _item(entry: FactEntry, when: When, day: date) -> DigestItem:
    return DigestItem(
        entry.fact.subject, _label(entry), when.words, day, entry.assignment_id, sources=(entry.source,)
    )


def _label(entry: FactEntry) -> str:
    fact = entry.fact
    if isinstance(fact, DecisionPointFact):
        return " ".join(part for part in (fact.code, fact.label) if part)
    return ""


def _in_order(items: Iterable[DigestItem]) -> list[DigestItem]:
    """Return items by day, what several documents say alike once."""
    once: dict[tuple[date | None, int | str, str], DigestItem] = {}
    for item in items:
        once.setdefault((item.day, item.assignment_id or item.subject, item.what.casefold()), item)
    return sorted(once.values(), key=lambda item: (item.day or date.max, item.subject, item.what))


def _ahead(today: date, material: DigestMaterial) -> list[DigestItem]:
    last = today + timedelta(weeks=WEEKS_AHEAD)
    return _in_order(
        _item(entry, when, day)
        for entry, when, day in dated_points(material.facts)
        if day >= today and _lies_within(when, last)
    )


def _lies_within(when: When, last: date) -> bool:
    """Tell whether a date falls before `last`; one that is vaguer than a month must do so with its last day."""
    if when.start is None or when.end is None:
        return False
    return when.end <= last or (when.start <= last and when.precision in _EXACT)


def _overdue(today: date, material: DigestMaterial, latest: Mapping[int, StatusUpdate]) -> list[DigestItem]:
    first = today - timedelta(days=OVERDUE_WITHIN_DAYS)
    return _in_order(
        _item(entry, when, day)
        for entry, when, day in dated_points(material.facts)
        if first <= day < today and not _is_reported(latest.get(entry.assignment_id or 0), day, material)
    )


def _is_reported(update: StatusUpdate | None, passed: date, material: DigestMaterial) -> bool:
    """Tell whether somebody said how it goes after the day had passed, or that all is done."""
    return update is not None and (update.state is State.DONE or material.day(update.at) >= passed)


def _new_statuses(since: date, today: date, material: DigestMaterial) -> list[DigestItem]:
    """Return each assignment's newest status that is new, with the one that stood before, the newest first."""
    told = [update for update in material.statuses if material.day(update.at) <= today]
    before = _latest(update for update in told if material.day(update.at) <= since)
    items = []
    for update in _latest(told).values():
        day, earlier = material.day(update.at), before.get(update.assignment_id)
        if day > since:
            item = DigestItem(update.assignment, update.text, "", day, update.assignment_id)
            items.append(replace(item, status=update, before=earlier))
    return sorted(items, key=lambda item: _moment(item.status), reverse=True)


def _moment(update: StatusUpdate | None) -> tuple[float, int]:
    return (update.at.timestamp(), update.id) if update else (0.0, 0)


def _silent(today: date, material: DigestMaterial, latest: Mapping[int, StatusUpdate]) -> list[DigestItem]:
    """Return assignments that go on without a word: reported on once, or with something still to come."""
    going_on = {entry.assignment_id for entry, _, day in dated_points(material.facts) if day >= today}
    before = today - timedelta(days=SILENT_AFTER_DAYS)
    items = []
    for assignment in material.assignments:
        update = latest.get(assignment.id)
        if update is None and assignment.id in going_on:
            items.append(DigestItem(assignment.title, assignment_id=assignment.id))
        elif update is not None and update.state is not State.DONE and material.day(update.at) < before:
            day = material.day(update.at)
            items.append(DigestItem(assignment.title, update.text, "", day, assignment.id, status=update))
    return sorted(items, key=lambda item: (item.day or date.min, item.subject))


def _new_decisions(since: date, today: date, material: DigestMaterial) -> list[DigestItem]:
    earliest = today - timedelta(days=DECIDED_WITHIN_DAYS)
    items = []
    for entry in material.facts:
        fact = entry.fact
        if not isinstance(fact, DecisionFact) or fact.standing is not Standing.DECIDED:
            continue
        if is_procedural(fact.subject):
            continue
        if fact.meeting_date is None or not earliest <= fact.meeting_date <= today:
            continue
        if fact.meeting_date > since or _came_since(entry.document, since, material):
            place = " ".join(part for part in (fact.board, fact.paragraph) if part)
            items.append(
                DigestItem(
                    fact.subject,
                    fact.text,
                    place,
                    fact.meeting_date,
                    entry.assignment_id,
                    sources=(entry.source,),
                )
            )
    return sorted(items, key=lambda item: (item.day or date.min, item.when))


def _new_documents(since: date, today: date, material: DigestMaterial) -> list[DigestItem]:
    new = [
        document
        for document in material.documents
        if _came_since(document, since, material)
        and document.indexed_at is not None
        and material.day(document.indexed_at) <= today
    ]
    return [
        DigestItem(document.title, document.name, day=document.profile.date, document=document)
        for document in sorted(new, key=lambda document: document.title)
    ]


def _came_since(document: DocumentEntry, since: date, material: DigestMaterial) -> bool:
    return document.indexed_at is not None and material.day(document.indexed_at) > since


def conflicts(today: date, material: DigestMaterial, *, drafts: bool = False) -> list[DigestItem]:
    """Return what standing documents say differently of one assignment: a coming point's day, an owner, a leader.

    With `drafts`, the days that a draft says count as well; a day that is adopted is told from what adopted it.
    """
    said: dict[tuple[int, str], dict[str, FactEntry]] = {}
    coming = set()
    points = list(dated_points(material.facts, drafts=drafts))
    for entry, when, day in sorted(points, key=lambda each: each[0].document.profile.is_draft):
        fact = entry.fact
        if entry.assignment_id is None or not isinstance(fact, DecisionPointFact) or not fact.code:
            continue
        about = (entry.assignment_id, fact.code.upper())
        said.setdefault(about, {}).setdefault(day.isoformat(), entry)
        if day >= today and when.start is not None:
            coming.add(about)
    found = [entries for about, entries in said.items() if len(entries) > 1 and about in coming]
    found += _role_conflicts(material)
    return [
        DigestItem(
            first.fact.subject,
            _label(first) or (first.fact.role.value if isinstance(first.fact, RoleFact) else ""),
            " / ".join(entries),
            assignment_id=first.assignment_id,
            sources=tuple(entry.source for entry in entries.values()),
            versions=tuple(entries),
        )
        for entries in found
        for first in list(entries.values())[:1]
    ]


def _role_conflicts(material: DigestMaterial) -> list[dict[str, FactEntry]]:
    holders: dict[tuple[int, Role], dict[int, dict[str, FactEntry]]] = {}
    for entry in material.facts:
        fact = entry.fact
        if entry.assignment_id is None or not isinstance(fact, RoleFact) or entry.document.profile.is_draft:
            continue
        if fact.role in {Role.OWNER, Role.LEADER}:
            documents = holders.setdefault((entry.assignment_id, fact.role), {})
            documents.setdefault(entry.document.id, {})[fact.holder] = entry
    return [
        {name: entry for named in documents.values() for name, entry in named.items()}
        for documents in holders.values()
        if not _agree([{name.casefold() for name in named} for named in documents.values()])
    ]


def _agree(named: Sequence[set[str]]) -> bool:
    """Tell whether any two documents name somebody in common: one may name fewer than another."""
    return all(one & other for number, one in enumerate(named) for other in named[number + 1 :])
