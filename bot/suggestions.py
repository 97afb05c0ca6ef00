"""Questions to begin with: made from the register, and kept only when they can be answered today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from threading import Lock

from bot.parts import Answers, Clock
from knowledge.digest import is_procedural
from knowledge.facts import DecisionFact, DecisionPointFact, MeetingFact, Role, RoleFact, Standing
from knowledge.register import Counts, Register
from knowledge.scope import Scope
from retrieval.answer import Outcome
from retrieval.question import Question

MOST = 4
MOST_OWN = 2  # of a person's own assignments
MOST_TRIED = 16
NEXT_POINT = "När är nästa beslutspunkt för {subject}?"
LEADER = "Vem leder uppdraget {subject}?"
LONGEST_SUBJECT = 45  # a longer title makes a question that nobody reads to its end


@dataclass
class _Made:
    """The questions last made, and what the register held, what of it was limited and which day it was then."""

    stamp: tuple[Counts, tuple[int, ...], date] | None = None
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

    def suggest(self, own: Sequence[str] = ()) -> tuple[str, ...]:
        """Return the questions, first those of a person's own assignments, by title."""
        of_all = self._of_all()
        of_own = self._of_own(own, self.clock.today())
        return tuple(dict.fromkeys((*of_own, *of_all)))[:MOST]

    def _of_own(self, titles: Sequence[str], today: date) -> Iterator[str]:
        """Yield for some assignments the first question that can be answered."""
        for title in [each for each in titles if _is_short(each)][:MOST_OWN]:
            asked = (wording.format(subject=title) for wording in (NEXT_POINT, LEADER))
            yield from islice(filter(lambda question: self._is_answered(question, today), asked), 1)

    def _of_all(self) -> tuple[str, ...]:
        with self._lock:
            today = self.clock.today()
            stamp = (self.register.counts(), self.register.hidden(), today)
            if self._made.stamp != stamp:
                self._made.questions = tuple(self._answerable(today))
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
                if self._is_answered(question, today):
                    kept += 1
                    yield question
                    break

    def _is_answered(self, question: str, today: date) -> bool:
        asked = Question(question, today, self.organisation)
        return self.answers.answer(asked).outcome is Outcome.ANSWERED

    def _owners(self) -> Iterator[str]:
        return self._roles(Role.OWNER, "Vem äger uppdraget {subject}?")

    def _leaders(self) -> Iterator[str]:
        return self._roles(Role.LEADER, LEADER)

    def _roles(self, role: Role, wording: str) -> Iterator[str]:
        for entry in self.register.facts_with(("role",), self._scope(), 200):
            if isinstance(entry.fact, RoleFact) and entry.fact.role is role and _is_short(entry.fact.subject):
                yield wording.format(subject=entry.fact.subject)

    def _points(self, today: date) -> Iterator[str]:
        year_ahead = date.fromordinal(today.toordinal() + 365)
        for entry in self.register.facts_with(("decision_point",), self._scope(), 200, (today, year_ahead)):
            if isinstance(entry.fact, DecisionPointFact) and _is_short(entry.fact.subject):
                yield NEXT_POINT.format(subject=entry.fact.subject)

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
