"""Assignments as cards: owner, leader, next decision point and status, read from the register."""

from dataclasses import dataclass
from datetime import date

from bot.parts import AssignmentCard, PointAhead
from bot.status_drafts import Candidate
from knowledge.entries import AssignmentEntry, FactEntry
from knowledge.facts import DecisionPointFact, Role, RoleFact
from knowledge.register import Register
from knowledge.scope import Scope, name_key
from knowledge.when import MONTH_NAMES, Precision, When


@dataclass(frozen=True)
class RegisterAssignments:
    """Looks assignments up; `organisation` limits them when set."""

    register: Register
    organisation: str = ""

    def find(self, words: str, today: date, limit: int) -> tuple[AssignmentCard, ...]:
        """Return the assignments that the words fit, best first; all of them by title without words."""
        scope = Scope(organisation=self.organisation)
        if words.strip():
            found = [entry for entry, _ in self.register.find_assignments(words, scope, limit)]
        else:
            found = self.register.assignments(scope)[:limit]
        return tuple(self._card(entry, today) for entry in found)

    def count(self) -> int:
        """Return how many assignments there are."""
        return len(self.register.assignments(Scope(organisation=self.organisation)))

    def card(self, assignment_id: int, today: date) -> AssignmentCard | None:
        """Return one assignment, or nothing when there is none in the organisation."""
        entry = self.register.assignment(assignment_id)
        within = ("", name_key(self.organisation))
        if entry is None or (self.organisation and name_key(entry.organisation) not in within):
            return None
        return self._card(entry, today)

    def ahead(self, today: date, days: int) -> tuple[PointAhead, ...]:
        """Return the decision points from today and so many days on, the nearest first."""
        last = date.fromordinal(today.toordinal() + days)
        scope = Scope(organisation=self.organisation)
        entries = self.register.facts_with(("decision_point",), scope, days=(today, last))
        dated = [
            (when.start, entry.fact)
            for entry in entries
            if isinstance(entry.fact, DecisionPointFact)
            and (when := _when(entry.fact)) is not None
            and when.start is not None
            and when.end is not None
            and when.end >= today
            and when.start <= last
        ]
        return points_told_once([fact for _, fact in sorted(dated, key=lambda each: each[0])])

    def _card(self, entry: AssignmentEntry, today: date) -> AssignmentCard:
        facts = self.register.facts_of_assignment(entry.id, ("role", "decision_point"))
        history = [update for update in self.register.status_history(entry.id) if not update.withdrawn]
        return AssignmentCard(
            Candidate(entry.id, entry.title),
            entry.organisation,
            _holder(facts, Role.OWNER),
            _holder(facts, Role.LEADER),
            _addressees(facts),
            _next_point(facts, today),
            history[0] if history else None,
            _timeline(facts),
        )


def points_told_once(facts: list[DecisionPointFact]) -> tuple[PointAhead, ...]:
    """Return each point once, however many tables it stands in; of its names the longest."""
    points: dict[tuple[str, str, date | None, date | None], DecisionPointFact] = {}
    for fact in facts:
        when = _when(fact)
        if when is None:
            continue
        key = (fact.subject.casefold(), (fact.code or fact.label).casefold(), when.start, when.end)
        points[key] = max(points.get(key, fact), fact, key=lambda each: len(each.label))
    return tuple(PointAhead(fact.subject, _name(fact), _said(_when(fact))) for fact in points.values())


def _said(when: When | None) -> str:
    """Return a day in one form, whatever form its source has; what is less exact in the words of the source."""
    if when is None:
        return ""
    if when.precision is Precision.DAY and when.start is not None and not when.yearly:
        return f"{when.start.day} {MONTH_NAMES[when.start.month - 1]} {when.start.year}"
    return when.words


def _holder(facts: list[FactEntry], role: Role) -> str:
    held = [each.fact for each in facts if isinstance(each.fact, RoleFact) and each.fact.role is role]
    return held[0].holder if held else ""


def _addressees(facts: list[FactEntry]) -> tuple[str, ...]:
    held = (each.fact for each in facts if isinstance(each.fact, RoleFact))
    return tuple(dict.fromkeys(fact.holder for fact in held if fact.role is Role.RECIPIENT))


def _timeline(facts: list[FactEntry]) -> tuple[tuple[str, str], ...]:
    """Return the decision points and milestones that have a time, in order: what each is called, and when."""
    dated = [
        (when.start or when.end, each.fact)
        for each in facts
        if isinstance(each.fact, DecisionPointFact)
        and (when := _when(each.fact))
        and (when.start or when.end)
    ]
    ordered = [fact for _, fact in sorted(dated, key=lambda each: each[0] or date.max)]
    return tuple((point.label, point.on) for point in points_told_once(ordered))


def _next_point(facts: list[FactEntry], today: date) -> str:
    ahead = []
    for each in facts:
        when = _when(each.fact) if isinstance(each.fact, DecisionPointFact) else None
        if (
            isinstance(each.fact, DecisionPointFact)
            and not each.fact.is_milestone
            and when is not None
            and when.end is not None
            and when.end >= today
        ):
            ahead.append((when.end, f"{_name(each.fact)}, {_said(when)}"))
    return min(ahead)[1] if ahead else ""


def _when(fact: DecisionPointFact) -> When | None:
    return fact.ends or fact.starts


def _name(fact: DecisionPointFact) -> str:
    return " ".join(part for part in (fact.code, fact.label) if part)
