"""The boards and steering groups that a report can be for, and the days on which they meet; pure."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from knowledge.board_report import ReportBody
from knowledge.entries import DocumentEntry, FactEntry
from knowledge.facts import AssignmentFact, MeetingFact, Role, RoleFact
from knowledge.scope import name_key
from retrieval.boards_meant import short_names

BODY_FACTS = ("meeting", "role", "assignment")  # what known_bodies reads
_IS_BODY = re.compile(
    r"(?:fullmäktige|styrelse|nämnd|utskott|beredning|direktion|styrgrupp)(?:n|en|et)?\b",
    re.IGNORECASE,
)
_ENDING = re.compile(r"(?:en|et|n|t|e)$")
_IS_BOARD = re.compile(r"(?:styrelse|nämnd)(?:n|en)?\b", re.IGNORECASE)
_ALL_BOARDS = re.compile(r"\b(?:alla|samtliga)\b.*\b(?:nämnder|styrelser)\b", re.IGNORECASE)
_OTHER_THAN_ITSELF = r"(?!\s+(?:arbetsutskott|utskott|förvaltning|presidi|ordförande))"
_NEARLY = 60.0  # of 100; a name that is less alike is no suggestion
MOST_SUGGESTED = 3


@dataclass(frozen=True, slots=True)
class Body:
    """A board or steering group of an organisation, with the days on which it is known to meet, in order."""

    name: str
    organisation: str
    meetings: tuple[date, ...] = ()

    def as_reported(self) -> ReportBody:
        """Return the body with what tells whether words name it."""
        stem = re.escape(_ENDING.sub("", self.name.casefold()))
        spelled = re.compile(rf"\b{stem}(?:en|et|n|t|e)?s?\b{_OTHER_THAN_ITSELF}", re.IGNORECASE)
        short = sorted(short_names(self.name) | ({self.name} if self.name.isupper() else set()))
        abbreviated = re.compile(rf"\b(?:{'|'.join(map(re.escape, short)) or '(?!)'})\b")
        is_board = bool(_IS_BOARD.search(self.name.rpartition(" ")[2]))
        return ReportBody(
            self.name,
            self.organisation,
            lambda words: bool(
                spelled.search(words) or abbreviated.search(words) or (is_board and _ALL_BOARDS.search(words))
            ),
        )

    def meeting_before(self, day: date) -> date | None:
        """Return the last known meeting before a day."""
        return max((each for each in self.meetings if each < day), default=None)

    def knows_the_days_around(self, day: date) -> bool:
        """Tell whether meetings both before and after the day are known, so that it should be one of them."""
        return bool(self.meetings) and self.meetings[0] < day < self.meetings[-1]

    def nearest_meetings(self, day: date) -> tuple[date, ...]:
        """Return the known meetings nearest to a day, in order."""
        nearest = sorted(self.meetings, key=lambda each: abs((each - day).days))[:MOST_SUGGESTED]
        return tuple(sorted(nearest))


def known_bodies(facts: Iterable[FactEntry], documents: Iterable[DocumentEntry]) -> tuple[Body, ...]:
    """Return every body that documents name, by name; an abbreviation stands for the name that it abbreviates."""
    names: dict[tuple[str, str], str] = {}
    meetings: dict[tuple[str, str], set[date]] = defaultdict(set)
    for name, organisation, day in _named(facts, documents):
        key = (name_key(name), organisation)
        names.setdefault(key, name[:1].upper() + name[1:])
        if day is not None:
            meetings[key].add(day)
    bodies = [
        Body(name, organisation, tuple(sorted(meetings[key, organisation])))
        for (key, organisation), name in names.items()
    ]
    spelled_out = [each for each in bodies if not each.name.isupper()]
    kept = [
        each
        for each in bodies
        if not each.name.isupper()
        or not any(
            each.name in short_names(other.name) and other.organisation == each.organisation
            for other in spelled_out
        )
    ]
    return tuple(sorted(kept, key=lambda each: (each.name.casefold(), each.organisation)))


def _named(
    facts: Iterable[FactEntry], documents: Iterable[DocumentEntry]
) -> Iterator[tuple[str, str, date | None]]:
    for document in documents:
        if document.profile.board:
            yield document.profile.board, document.profile.organisation, None
    for entry in facts:
        fact, organisation = entry.fact, entry.document.profile.organisation
        if isinstance(fact, MeetingFact) and fact.subject:
            yield fact.subject, organisation, fact.on.start if fact.on.start == fact.on.end else None
        elif isinstance(fact, RoleFact) and fact.role is Role.STEERING_GROUP and _IS_BODY.search(fact.holder):
            yield fact.holder, organisation, None
        elif isinstance(fact, AssignmentFact):
            for name in fact.addressees:
                if name.isupper() or _IS_BODY.search(name.rpartition(" ")[2]):
                    yield name, organisation, None


def bodies_meant(words: str, bodies: Sequence[Body]) -> tuple[Body, ...]:
    """Return the bodies that a name or an abbreviation means: one for each organisation that has it."""
    asked = name_key(words)
    exact = [each for each in bodies if name_key(each.name) == asked] or [
        each for each in bodies if _forms(asked) & _forms(name_key(each.name))
    ]
    return tuple(exact or [each for each in bodies if words.strip().upper() in short_names(each.name)])


def nearest_names(words: str, bodies: Sequence[Body]) -> tuple[str, ...]:
    """Return the names of bodies that a mistyped one may mean; of none that is alike, the ones that meet."""
    named = {spelled: each.name for each in bodies for spelled in (each.name, *short_names(each.name))}
    found = process.extract(
        words, list(named), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=_NEARLY
    )
    alike = [named[spelled] for spelled, _, _ in found]
    others = [each.name for each in sorted(bodies, key=lambda each: not each.meetings)]
    return tuple(dict.fromkeys(alike or others))[:MOST_SUGGESTED]


def _forms(name: str) -> set[str]:
    return {name, _ENDING.sub("", name)}
