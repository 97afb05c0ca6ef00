"""The timeline of decision points: which lie near enough to be shown, assignment by assignment; pure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from knowledge.digest import DigestMaterial, dated_points
from knowledge.entries import AssignmentEntry, FactEntry, State, StatusUpdate
from knowledge.facts import DecisionPointFact
from knowledge.when import When

BEFORE = timedelta(days=60)
AFTER = timedelta(days=305)
MOST_ROWS = 12


class PointKind(StrEnum):
    """What happens on a day."""

    DECISION = "decision"
    MILESTONE = "milestone"
    DUE = "due"  # to be reported or done


@dataclass(frozen=True, slots=True)
class TimelinePoint:
    """A point with the last day that its date can mean, and a source."""

    kind: PointKind
    code: str
    label: str
    when: When
    day: date
    entry: FactEntry


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """An assignment with its points in order of time and the status that stands."""

    assignment: AssignmentEntry
    points: tuple[TimelinePoint, ...]
    status: StatusUpdate | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The rows whose next point is nearest first; `left_out` is how many more assignments have points ahead."""

    today: date
    first: date
    last: date
    rows: tuple[TimelineRow, ...]
    left_out: int = 0


def timeline(today: date, material: DigestMaterial) -> Timeline:
    """Return the points from two months back to ten months ahead of assignments that have any ahead."""
    first, last = today - BEFORE, today + AFTER
    points: dict[int, dict[tuple[str, date], TimelinePoint]] = defaultdict(dict)
    for entry, when, day in dated_points(material.facts):
        if entry.assignment_id is not None and first <= day <= last:
            point = _point(entry, when, day)
            key = ((point.code or point.label).casefold(), day)
            known = points[entry.assignment_id].get(key, point)
            points[entry.assignment_id][key] = max(known, point, key=lambda each: len(each.label))
    statuses = _latest(today, material)
    rows = [
        TimelineRow(
            each,
            tuple(sorted(points[each.id].values(), key=lambda point: (point.day, point.code))),
            statuses.get(each.id),
        )
        for each in material.assignments
        if any(point.day >= today for point in points[each.id].values())
    ]
    going_on = [row for row in rows if row.status is None or row.status.state is not State.DONE]
    ordered = sorted(going_on, key=lambda row: (_next_day(row.points, today), row.assignment.title))
    return Timeline(today, first, last, tuple(ordered[:MOST_ROWS]), max(0, len(ordered) - MOST_ROWS))


def _point(entry: FactEntry, when: When, day: date) -> TimelinePoint:
    fact = entry.fact
    if not isinstance(fact, DecisionPointFact):
        return TimelinePoint(PointKind.DUE, "", "", when, day, entry)
    kind = PointKind.MILESTONE if fact.is_milestone else PointKind.DECISION
    return TimelinePoint(kind, fact.code, fact.label, when, day, entry)


def _latest(today: date, material: DigestMaterial) -> dict[int, StatusUpdate]:
    told = [each for each in material.statuses if not each.withdrawn and material.day(each.at) <= today]
    return {each.assignment_id: each for each in sorted(told, key=lambda each: (each.at, each.id))}


def _next_day(points: Iterable[TimelinePoint], today: date) -> date:
    return min(point.day for point in points if point.day >= today)
