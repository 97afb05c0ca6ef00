"""Of what the people of an assignment are reminded, and when; pure."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from knowledge.digest import DigestMaterial, dated_points
from knowledge.entries import AssignmentEntry, FactEntry, SourceQuote, State, StatusUpdate
from knowledge.facts import DeadlineFact, DecisionPointFact, FocusFact, Role, RoleFact
from knowledge.when import Precision

REMINDED_ROLES = frozenset({Role.OWNER, Role.LEADER})
REMINDER_FACTS = ("decision_point", "deadline", "role", "focus")  # what reminders_due reads
_AT_EVERY_MEETING = re.compile(
    r"\b(?:samtliga|alla|varje|vart)\b(?:\s+\w+){0,4}\s+(?:sammanträde|möte)\w*", re.IGNORECASE
)
_REPORTING = re.compile(r"återrapport|rapportering", re.IGNORECASE)
_OWN_BOARD = re.compile(r"\b(?:styrelsens|nämndens)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:under|för)\s+(20\d\d)\b", re.IGNORECASE)


class ReminderCause(StrEnum):
    """Why somebody is reminded."""

    POINT = "point"  # a decision point is near
    MEETING = "meeting"  # a board meets that is to be told at every meeting


@dataclass(frozen=True, slots=True)
class BoardMeeting:
    """A day on which a board meets, and what tells whether words name the board."""

    board: str
    day: date
    is_named_in: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing to be reminded of: the point's name or the board, its day, and where that stands.

    `about` is what it is known by, whatever else a document calls it; `holders` are the owners and leaders as the
    documents name them.
    """

    cause: ReminderCause
    assignment: AssignmentEntry
    about: str
    what: str
    day: date
    holders: tuple[str, ...]
    source: SourceQuote

    @property
    def key(self) -> str:
        """Name the thing, so that nobody is reminded of it twice."""
        about = hashlib.sha256(self.about.casefold().encode()).hexdigest()[:12]
        return f"{self.assignment.id}:{self.cause}:{about}:{self.day}"


def reminders_due(
    today: date, ahead: timedelta, material: DigestMaterial, meetings: Sequence[BoardMeeting]
) -> tuple[Reminder, ...]:
    """Return what falls from today to `ahead` of it, of assignments whose status nobody has told within that time."""
    facts: dict[int, list[FactEntry]] = defaultdict(list)
    for entry in material.facts:
        if entry.assignment_id is not None and not entry.document.profile.is_draft:
            facts[entry.assignment_id].append(entry)
    latest = _latest(material, today)
    due: list[Reminder] = []
    for assignment in material.assignments:
        own = facts[assignment.id]
        holders = tuple(dict.fromkeys(_holders(own)))
        if not holders:
            continue
        due += [
            each
            for each in (*_points(assignment, own, holders), *_meetings(assignment, own, holders, meetings))
            if today <= each.day <= today + ahead
            and not _is_told(latest.get(assignment.id), each.day - ahead, material)
        ]
    once = {each.key: each for each in reversed(due)}
    return tuple(sorted(once.values(), key=lambda each: (each.day, each.assignment.title, each.what)))


def _latest(material: DigestMaterial, today: date) -> dict[int, StatusUpdate]:
    told = [each for each in material.statuses if not each.withdrawn and material.day(each.at) <= today]
    return {each.assignment_id: each for each in sorted(told, key=lambda each: (each.at, each.id))}


def _is_told(update: StatusUpdate | None, since: date, material: DigestMaterial) -> bool:
    return update is not None and (update.state is State.DONE or material.day(update.at) >= since)


def _holders(facts: Iterable[FactEntry]) -> Iterator[str]:
    for entry in facts:
        if isinstance(entry.fact, RoleFact) and entry.fact.role in REMINDED_ROLES:
            yield entry.fact.holder


def _points(
    assignment: AssignmentEntry, facts: Sequence[FactEntry], holders: tuple[str, ...]
) -> Iterator[Reminder]:
    """Yield decision points, no milestones, whose day is known; of the names that documents give one, the longest is told."""
    named: dict[tuple[str, date], Reminder] = {}
    for entry, when, day in dated_points(facts):
        fact = entry.fact
        if (
            not isinstance(fact, DecisionPointFact)
            or fact.is_milestone
            or when.precision is not Precision.DAY
        ):
            continue
        what = " ".join(part for part in (fact.code, fact.label) if part)
        about = fact.code or fact.label
        found = Reminder(ReminderCause.POINT, assignment, about, what, day, holders, entry.source)
        key = (about.casefold(), day)
        named[key] = max(named.get(key, found), found, key=lambda each: len(each.what))
    yield from named.values()


def _meetings(
    assignment: AssignmentEntry,
    facts: Sequence[FactEntry],
    holders: tuple[str, ...],
    meetings: Sequence[BoardMeeting],
) -> Iterator[Reminder]:
    """Yield the meetings of boards that the directive wants told at every one, within the year that it names."""
    for entry in facts:
        words = _told_at_every_meeting(entry)
        if not words:
            continue
        years = {int(year) for year in _YEAR.findall(words)}
        for meeting in meetings:
            if meeting.is_named_in(words) and (not years or meeting.day.year in years):
                board, cause = meeting.board, ReminderCause.MEETING
                yield Reminder(cause, assignment, board, board, meeting.day, holders, entry.source)


def _told_at_every_meeting(entry: FactEntry) -> str:
    """Return the words that want a status at every meeting, if the fact's are such."""
    fact = entry.fact
    if isinstance(fact, FocusFact) and _REPORTING.search(fact.label):
        words = fact.text
    elif isinstance(fact, DeadlineFact):
        words = f"{entry.source.quote} {fact.recipient}"
    else:
        return ""
    if not _AT_EVERY_MEETING.search(words):
        return ""
    # "styrelsens samtliga sammanträden" are those of the board whose document it is
    return f"{words} {entry.document.profile.board}" if _OWN_BOARD.search(words) else words
