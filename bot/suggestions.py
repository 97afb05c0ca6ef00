"""Questions to begin with: made from the register, and kept only when they can be answered today."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from bot.parts import Answers, Clock
from knowledge.digest import is_procedural
from knowledge.facts import DecisionFact, DecisionPointFact, MeetingFact, Role, RoleFact, Standing
from knowledge.register import Counts, Register
from knowledge.scope import Scope
from retrieval.answer import Outcome
from retrieval.question import Question

MOST = 4
MOST_TRIED = 16
LONGEST_SUBJECT = 45  # a longer title makes a question that nobody reads to its end


@dataclass
class _Made:
    """The questions last made, and what the register held and which day it was then."""

    stamp: tuple[Counts, date] | None = None
    questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class RegisterSuggestions:
    """Makes at most four questions of different kinds; made anew when the register or the day changed."""

    register: Register
    answers: Answers
    clock: Clock
    organisation: str = ""
    _made: _Made = field(default_factory=_Made)
    _lock: Lock = field(default_factory=Lock)

    def suggest(self) -> tuple[str, ...]:
        """Return the questions."""
        with self._lock:
            stamp = (self.register.counts(), self.clock.today())
            if self._made.stamp != stamp:
                self._made.questions = tuple(self._answerable(stamp[1]))
                self._made.stamp = stamp
            return self._made.questions

    def _answerable(self, today: date) -> Iterator[str]:
        kept = 0
        kinds_left = [
            self._owners(),
            self._points(today),
            self._decisions(),
            self._meetings(),
            self._leaders(),
        ]
        for questions in kinds_left:
            for tried, question in enumerate(dict.fromkeys(questions)):
                if kept == MOST or tried == MOST_TRIED // MOST:
                    break
                asked = Question(question, today, self.organisation)
                if self.answers.answer(asked).outcome is Outcome.ANSWERED:
                    kept += 1
                    yield question
                    break

    def _owners(self) -> Iterator[str]:
        return self._roles(Role.OWNER, "Vem äger uppdraget {subject}?")

    def _leaders(self) -> Iterator[str]:
        return self._roles(Role.LEADER, "Vem leder uppdraget {subject}?")

    def _roles(self, role: Role, wording: str) -> Iterator[str]:
        for entry in self.register.facts_with(("role",), self._scope(), 200):
            if isinstance(entry.fact, RoleFact) and entry.fact.role is role and _is_short(entry.fact.subject):
                yield wording.format(subject=entry.fact.subject)

    def _points(self, today: date) -> Iterator[str]:
        year_ahead = date.fromordinal(today.toordinal() + 365)
        for entry in self.register.facts_with(("decision_point",), self._scope(), 200, (today, year_ahead)):
            if isinstance(entry.fact, DecisionPointFact) and _is_short(entry.fact.subject):
                yield f"När är nästa beslutspunkt för {entry.fact.subject}?"

    def _decisions(self) -> Iterator[str]:
        for entry in self.register.facts_with(("decision",), self._scope(), 200):
            fact = entry.fact
            if (
                isinstance(fact, DecisionFact)
                and fact.standing is Standing.DECIDED
                and _is_short(fact.subject)
                and not is_procedural(fact.subject)
            ):
                yield f"Vad beslutades om {fact.subject[:1].lower() + fact.subject[1:]}?"

    def _meetings(self) -> Iterator[str]:
        for entry in self.register.facts_with(("meeting",), self._scope(), 200):
            if isinstance(entry.fact, MeetingFact) and _is_short(entry.fact.subject):
                yield f"När sammanträder {entry.fact.subject[:1].lower() + entry.fact.subject[1:]} nästa gång?"

    def _scope(self) -> Scope:
        return Scope(organisation=self.organisation)


def _is_short(subject: str) -> bool:
    return 0 < len(subject) <= LONGEST_SUBJECT
