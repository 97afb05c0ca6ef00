"""What belongs in a report to a board, assignment by assignment; pure. How it is said is the bot's."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.digest import DigestItem, DigestKind, DigestMaterial, conflicts, is_procedural, what_belongs
from knowledge.documents import DocumentKind
from knowledge.entries import AssignmentEntry, FactEntry, State, StatusUpdate
from knowledge.facts import (
    AssignmentFact,
    DeadlineFact,
    DecisionFact,
    DecisionPointFact,
    FocusFact,
    LinkFact,
    Role,
    RoleFact,
    Standing,
)
from knowledge.when import When

REPORTED_FACTS = (
    "assignment",
    "role",
    "decision_point",
    "deadline",
    "decision",
    "focus",
    "link",
)  # what board_report reads
CURRENT_WITHIN = timedelta(days=366)  # an assignment that nothing was heard of for longer is history
MOST_PURPOSES = 8
_MINUTES = frozenset({DocumentKind.MINUTES, DocumentKind.MEETING_SUMMARY})
_CHANGES = frozenset({"changes", "extends", "brings_forward", "splits", "ends"})
_BOARD_ROLES = frozenset(
    {Role.ADDRESSEE, Role.STEERING_GROUP, Role.GIVER, Role.RECIPIENT, Role.OWNER, Role.RESPONSIBLE}
)
_PURPOSES = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (r"(?:bakgrund och )?syfte|idé", r"effektmål", r"(?:uppdrags|projekt)?mål\b")
)
_NAMES_A_REPORT = re.compile(
    r"(?:rapport|redovisning|plan)(?:en)?$", re.IGNORECASE
)  # not a verb: "redovisas"
_REPORTING = re.compile(r"återrapport|rapportering", re.IGNORECASE)
_A_BOARD = re.compile(r"fullmäktige|styrelse|nämnd|utskott|beredning", re.IGNORECASE)
_NO_BOARD = re.compile(r"direktör|chef|förvaltning", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """The days that a report is about: new is what came from `first` to `last`; ahead is what falls after `as_of`."""

    first: date
    last: date
    as_of: date


@dataclass(frozen=True, slots=True)
class ReportBody:
    """A board or steering group as it is named, and what tells whether words name it."""

    name: str
    organisation: str
    is_named_in: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class ReportedPoint:
    """A decision point, milestone or day of reporting; `status` is the first that came after it had passed."""

    label: str
    when: When | None
    entries: tuple[FactEntry, ...]
    status: StatusUpdate | None = None


@dataclass(frozen=True, slots=True)
class ReportedAssignment:
    """One assignment as it is reported; statuses newest first, decisions and points in order of time."""

    assignment: AssignmentEntry
    given: tuple[FactEntry, ...] = ()
    purposes: tuple[FactEntry, ...] = ()
    owners: tuple[FactEntry, ...] = ()
    leaders: tuple[FactEntry, ...] = ()
    statuses: tuple[StatusUpdate, ...] = ()
    comments: tuple[FactEntry, ...] = ()  # what follow-ups say
    passed: tuple[ReportedPoint, ...] = ()
    ahead: tuple[ReportedPoint, ...] = ()
    overdue: tuple[DigestItem, ...] = ()
    conflicts: tuple[DigestItem, ...] = ()
    changes: tuple[FactEntry, ...] = ()
    decisions: tuple[FactEntry, ...] = ()
    handover: tuple[FactEntry, ...] = ()

    @property
    def status(self) -> StatusUpdate | None:
        """The status that stands."""
        return self.statuses[0] if self.statuses else None


def board_report(
    body: ReportBody,
    period: ReportPeriod,
    material: DigestMaterial,
    named_by: Callable[[str], int | None],
) -> tuple[ReportedAssignment, ...]:
    """Return the assignments that concern the body and are current in the period, by title.

    `named_by` tells which assignment the title of a matter names, if any.
    """
    known = [each for each in material.facts if _was_there(each, period)]
    facts = _by_assignment(known, named_by)
    statuses: dict[int, list[StatusUpdate]] = defaultdict(list)
    for update in material.statuses:
        if not update.withdrawn and material.day(update.at) <= period.as_of:
            statuses[update.assignment_id].append(update)
    found = []
    for assignment in material.assignments:
        own = facts.get(assignment.id, [])
        history = sorted(statuses[assignment.id], key=lambda each: (each.at, each.id), reverse=True)
        if _concerns(body, own) and _is_current(own, history, period, material):
            found.append(_reported(assignment, own, history, period, material))
    return tuple(sorted(found, key=lambda each: each.assignment.title.casefold()))


def _was_there(entry: FactEntry, period: ReportPeriod) -> bool:
    """Tell whether a fact's document had been written by the end of the period."""
    written = entry.document.profile.date
    return written is None or written <= period.last or _is_plan_for(entry, period)


def _is_plan_for(entry: FactEntry, period: ReportPeriod) -> bool:
    profile = entry.document.profile
    return profile.kind is DocumentKind.BOARD_PLAN and profile.year == period.last.year


def _matter(entry: FactEntry) -> tuple[int, str]:
    """Return which matter of which minutes a fact stands in."""
    return (entry.document.version_id, entry.fact.section.partition(" › ")[0])


def _by_assignment(
    entries: Sequence[FactEntry], named_by: Callable[[str], int | None]
) -> Mapping[int, list[FactEntry]]:
    """Return each assignment's facts, with the decisions, days, roles and changes of the matters that are about it."""
    found: dict[int, list[FactEntry]] = defaultdict(list)
    of_matter: dict[tuple[int, str], set[int]] = defaultdict(set)
    loose = []
    subjects: dict[str, int | None] = {}
    for entry in entries:
        fact = entry.fact
        is_minuted = entry.document.profile.kind in _MINUTES
        if entry.assignment_id is not None:
            found[entry.assignment_id].append(entry)
            if is_minuted:
                of_matter[_matter(entry)].add(entry.assignment_id)
        elif is_minuted and isinstance(fact, DecisionFact | LinkFact | DeadlineFact | RoleFact):
            loose.append(entry)
            if fact.subject not in subjects:
                subjects[fact.subject] = None if is_procedural(fact.subject) else named_by(fact.subject)
            if (number := subjects[fact.subject]) is not None:
                of_matter[_matter(entry)].add(number)
    for entry in loose:
        for number in of_matter[_matter(entry)]:
            found[number].append(entry)
    return found


def _concerns(body: ReportBody, facts: Collection[FactEntry]) -> bool:
    """Tell whether an assignment is the body's: directed to it, given by it, or reported to it.

    What a plan of the body directs to other boards only is theirs; what is only proposed is nobody's yet.
    """
    given = [each.fact for each in facts if isinstance(each.fact, AssignmentFact)]
    if not given or all(fact.standing is Standing.PROPOSED for fact in given):
        return False
    addressed = [name for fact in given for name in fact.addressees]
    named = [*addressed, *(fact.giver for fact in given)]
    for entry in facts:
        fact = entry.fact
        if isinstance(fact, RoleFact) and fact.role in _BOARD_ROLES:
            named.append(fact.holder)
        elif isinstance(fact, FocusFact) and _REPORTING.search(fact.label):
            named.append(fact.text)
        elif isinstance(fact, DeadlineFact):
            named.append(f"{fact.recipient} {fact.label}")
    if any(body.is_named_in(words) for words in named if words):
        return True
    return not any(map(_is_board, addressed)) and any(
        body.is_named_in(each.document.profile.board) for each in facts
    )


def _is_board(name: str) -> bool:
    """Tell whether a name is a board's, or capitals that stand for one."""
    return (bool(_A_BOARD.search(name)) or name.isupper()) and not _NO_BOARD.search(name)


def _is_current(
    facts: Iterable[FactEntry],
    statuses: Sequence[StatusUpdate],
    period: ReportPeriod,
    material: DigestMaterial,
) -> bool:
    """Tell whether an assignment goes on in the period: not done before it, and heard of within a year."""
    if statuses and statuses[0].state is State.DONE and material.day(statuses[0].at) < period.first:
        return False
    days = [material.day(statuses[0].at)] if statuses else []
    for entry in facts:
        profile = entry.document.profile
        days += [each.end for each in _times(entry) if each.end is not None]
        days += [profile.date] if profile.date else []
        years = {profile.year, entry.fact.year if isinstance(entry.fact, AssignmentFact) else None}
        days += [date(year, 12, 31) for year in years if year is not None]
    return not days or max(days) >= period.first - CURRENT_WITHIN


def _times(entry: FactEntry) -> Iterator[When]:
    fact = entry.fact
    if isinstance(fact, DecisionPointFact):
        yield from (each for each in (fact.ends, fact.starts) if each is not None)
    elif isinstance(fact, DeadlineFact):
        yield fact.due


def _reported(
    assignment: AssignmentEntry,
    facts: Sequence[FactEntry],
    statuses: Sequence[StatusUpdate],
    period: ReportPeriod,
    material: DigestMaterial,
) -> ReportedAssignment:
    own = replace(material, facts=facts, statuses=statuses, documents=(), assignments=(assignment,))
    told = {each.kind: each.items for each in what_belongs(period.as_of, own).sections}
    points = list(_points(facts, statuses, material))
    is_past = {id(each): _is_past(each, period.as_of) for each in points}
    return ReportedAssignment(
        assignment,
        given=_once(each for each in facts if isinstance(each.fact, AssignmentFact)),
        purposes=_purposes(facts),
        owners=_holders(facts, Role.OWNER),
        leaders=_holders(facts, Role.LEADER),
        statuses=tuple(statuses),
        comments=_comments(facts, period),
        passed=tuple(each for each in points if is_past[id(each)]),
        ahead=tuple(each for each in points if not is_past[id(each)]),
        overdue=told.get(DigestKind.OVERDUE, ()),
        conflicts=tuple(conflicts(period.as_of, own, drafts=True)),
        changes=_once(
            each
            for each in facts
            if isinstance(each.fact, LinkFact) and each.fact.relation in _CHANGES and _is_new(each, period)
        ),
        decisions=_decisions(facts, period),
        handover=_once(
            each
            for each in facts
            if isinstance(each.fact, FocusFact) and each.fact.label.casefold().startswith("överlämning")
        ),
    )


def _once(entries: Iterable[FactEntry]) -> tuple[FactEntry, ...]:
    """Return entries, what two say in the same words once."""
    return tuple({(each.fact.subject, each.source.quote): each for each in entries}.values())


def _purposes(facts: Iterable[FactEntry]) -> tuple[FactEntry, ...]:
    """Return what the assignment is for: its idea, the effects that are aimed at and its goals, in that order."""
    focused = [each for each in facts if isinstance(each.fact, FocusFact)]
    ordered = [
        entry
        for wanted in _PURPOSES
        for entry in focused
        if isinstance(entry.fact, FocusFact) and wanted.match(entry.fact.label)
    ]
    return _once(ordered)[:MOST_PURPOSES]


def _holders(facts: Iterable[FactEntry], role: Role) -> tuple[FactEntry, ...]:
    """Return who holds a role, each once; the newest document that says so tells."""
    held: dict[str, FactEntry] = {}
    said = [each for each in facts if isinstance(each.fact, RoleFact) and each.fact.role is role]
    newest = max((each.document.profile.date or date.min for each in said), default=date.min)
    for entry in said:
        if isinstance(entry.fact, RoleFact) and (entry.document.profile.date or date.min) == newest:
            held.setdefault(entry.fact.holder.casefold(), entry)
    return tuple(held.values())


def _comments(facts: Iterable[FactEntry], period: ReportPeriod) -> tuple[FactEntry, ...]:
    return _once(
        each
        for each in facts
        if isinstance(each.fact, FocusFact)
        and each.document.profile.kind is DocumentKind.FOLLOW_UP
        and (each.document.profile.date or period.last) >= period.first - CURRENT_WITHIN
    )


def _points(
    facts: Iterable[FactEntry], statuses: Sequence[StatusUpdate], material: DigestMaterial
) -> Iterator[ReportedPoint]:
    """Yield each decision point and day of reporting once, in order of time, under its longest name."""
    same: dict[tuple[str, date | None, str], list[FactEntry]] = defaultdict(list)
    for entry in facts:
        fact = entry.fact
        if isinstance(fact, DecisionPointFact | DeadlineFact):
            when = _when(entry)
            code = fact.code or fact.label if isinstance(fact, DecisionPointFact) else "deadline"
            end = when.end if when else None
            same[(code.casefold(), end, "" if end else (when.words if when else ""))].append(entry)
    for entries in sorted(same.values(), key=lambda each: _day_of(each[0])):
        when = _when(entries[0])
        after = [
            each
            for each in statuses
            if when is not None and when.end is not None and material.day(each.at) >= when.end
        ]
        label = max((_label(each) for each in entries), key=len)
        yield ReportedPoint(label, when, tuple(entries), after[-1] if after else None)


def _label(entry: FactEntry) -> str:
    fact = entry.fact
    if isinstance(fact, DecisionPointFact):
        return " ".join(part for part in (fact.code, fact.label) if part)
    if isinstance(fact, DeadlineFact) and _NAMES_A_REPORT.search(fact.label):
        return fact.label[:1].upper() + fact.label[1:]
    return ""


def _when(entry: FactEntry) -> When | None:
    return next(_times(entry), None)


def _day_of(entry: FactEntry) -> tuple[date, str]:
    when = _when(entry)
    return ((when.end if when else None) or date.max, _label(entry))


def _is_past(point: ReportedPoint, as_of: date) -> bool:
    return point.when is not None and not point.when.yearly and point.when.is_before(as_of)


def _decisions(facts: Iterable[FactEntry], period: ReportPeriod) -> tuple[FactEntry, ...]:
    decided = [
        each
        for each in facts
        if isinstance(each.fact, DecisionFact)
        and each.fact.standing is Standing.DECIDED
        and not is_procedural(each.fact.subject)
        and each.fact.meeting_date is not None
        and period.first <= each.fact.meeting_date <= period.last
    ]
    return _once(sorted(decided, key=lambda each: (_meeting_day(each), each.source.span.start)))


def _meeting_day(entry: FactEntry) -> date:
    day = entry.fact.meeting_date if isinstance(entry.fact, DecisionFact) else None
    return day or date.min


def _is_new(entry: FactEntry, period: ReportPeriod) -> bool:
    written = entry.document.profile.date
    return written is None or period.first <= written <= period.last
