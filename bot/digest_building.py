"""Build the weekly digest from the register: overdue, ahead, new statuses, new decisions."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from bot import texts
from bot.weekly_digest import DigestSection, SectionKind, WeeklyDigest, monday_of, week_of
from knowledge.entries import FactEntry, State, StatusUpdate
from knowledge.facts import DecisionFact, DecisionPointFact, Standing
from knowledge.register import Register
from knowledge.scope import Scope
from knowledge.when import When

WEEKS_AHEAD = 4
OVERDUE_WITHIN_DAYS = 90  # what passed longer ago is history, not news
LONGEST_DECISION = 300
PERIOD = timedelta(days=7)


@dataclass(frozen=True)
class RegisterDigests:
    """Builds digests; what is new is what came in the seven days before the day of the digest."""

    register: Register
    zone: tzinfo
    organisation: str = ""

    def digest(self, _channel: str, today: date) -> WeeklyDigest:
        """Return the digest; every channel is told the same as long as channels have no scope of their own."""
        since = today - PERIOD
        latest = {update.assignment_id: update for update in self.register.latest_statuses(self._scope)}
        sections = (
            DigestSection(SectionKind.OVERDUE, self._overdue(today, latest)),
            DigestSection(SectionKind.AHEAD, self._ahead(today)),
            DigestSection(SectionKind.STATUS, self._statuses(since, today)),
            DigestSection(SectionKind.DECISIONS, self._decisions(since, today)),
        )
        return WeeklyDigest(
            week_of(today),
            monday_of(today),
            monday_of(today) + timedelta(days=6),
            tuple(section for section in sections if section.items),
        )

    def _ahead(self, today: date) -> tuple[str, ...]:
        last = today + timedelta(weeks=WEEKS_AHEAD)
        ahead = [
            (when.end, _told(entry, when))
            for entry, when in self._points(today, last)
            if when.end is not None and when.end >= today
        ]
        return _in_order(ahead)

    def _overdue(self, today: date, latest: dict[int, StatusUpdate]) -> tuple[str, ...]:
        overdue = [
            (when.end, _told(entry, when))
            for entry, when in self._points(today - timedelta(days=OVERDUE_WITHIN_DAYS), today)
            if when.end is not None and when.end < today and not self._is_reported(entry, when.end, latest)
        ]
        return _in_order(overdue)

    def _is_reported(self, entry: FactEntry, passed: date, latest: dict[int, StatusUpdate]) -> bool:
        """Tell whether somebody said how it is going after the point had passed, or that all is done."""
        update = latest.get(entry.assignment_id or 0)
        return update is not None and (update.state is State.DONE or self._day(update.at) >= passed)

    def _statuses(self, since: date, today: date) -> tuple[str, ...]:
        told = []
        for update in self.register.status_updates(self._scope):
            if update.withdrawn or not since <= self._day(update.at) <= today:
                continue
            words = f"{update.assignment}: {texts.STATE_MARK[update.state]} {texts.STATE[update.state]}"
            words += f" – {update.text}" if update.text else ""
            told.append(f"{words} ({update.author}, {self._day(update.at).isoformat()})")
        return tuple(told)

    def _decisions(self, since: date, today: date) -> tuple[str, ...]:
        told = []
        for entry in self.register.facts_with(("decision",), self._scope, days=(since, today)):
            fact = entry.fact
            if not isinstance(fact, DecisionFact) or fact.standing is not Standing.DECIDED:
                continue
            if fact.meeting_date is None or not since < fact.meeting_date <= today:
                continue
            place = " ".join(
                part for part in (fact.board, fact.meeting_date.isoformat(), fact.paragraph) if part
            )
            told.append(f"{place}: {fact.subject} – {fact.text[:LONGEST_DECISION]}")
        return tuple(dict.fromkeys(told))

    def _points(self, first: date, last: date) -> list[tuple[FactEntry, When]]:
        entries = self.register.facts_with(("decision_point",), self._scope, days=(first, last))
        return [
            (entry, when)
            for entry in entries
            if isinstance(entry.fact, DecisionPointFact) and (when := entry.fact.ends or entry.fact.starts)
        ]

    def _day(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()

    @property
    def _scope(self) -> Scope:
        return Scope(organisation=self.organisation)


def _told(entry: FactEntry, when: When) -> str:
    fact = entry.fact
    assert isinstance(fact, DecisionPointFact)
    name = " ".join(part for part in (fact.code, fact.label) if part)
    return f"{when.words}: {fact.subject}, {name}"


def _in_order(dated: list[tuple[date, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words for _, words in sorted(dated)))
