"""Understand a status message by rules: which assignments, in what state, and what else it says; pure, never guessing.

What is unclear stays so: several candidates, or no state, for a person to choose from.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from math import log

from rapidfuzz import fuzz, process

from knowledge.entries import State
from knowledge.parsing.swedish_dates import find_dates
from knowledge.status_words import SaidState, states_in
from knowledge.swedish_words import SwedishWords
from knowledge.when import When

_NAMED = 0.55  # of the words that name an assignment must be the assignment's
_AS_GOOD = 0.08
_MOST_CANDIDATES = 5
_TYPO = 82.0
_LONGEST_MESSAGE = 4_000

_PREFIX = re.compile(
    r"^\s*(?:hej[!,]?\s+)?/?(?:status(?:uppdatering|rapport|update)?|lägesrapport|lägesuppdatering|läge(?:t)?|uppdatering|update|"
    r"status\s+update)\s*(?:[:–-]|(?:för|på|för uppdraget|of|for|on)\s+|\s+(?=\S))",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<[@!#][^>]*>|(?<!\w)[*_~`]+|[*_~`]+(?!\w)")
_QUESTION = re.compile(
    r"\?\s*$|^\s*(?:vad|vem|vilk\w+|när|hur|var|varför|who|what|when|which|how|why|where|is|are|can|could|kan du|visa|lista|show|list)\b",
    re.IGNORECASE,
)
_FRAME = frozenset(
    """uppdrag uppdraget projekt projektet direktiv direktivet status statusen läge läget just nu fortfarande fortsatt
    ligger står går känns ser ut blivit nog väl tyvärr alltså sätter satt sätt markerar markera ändra ändrar uppdatera
    uppdaterar flagga flaggar the project assignment status still now currently is are remains stays set mark please
    vårt vårat vår min mitt jag tycker bedömer bedömning idag igen åter tillbaka back again today this week vecka veckan
    denna här det den""".split()
)
_SPLIT = re.compile(
    r"\n+|;\s*|(?<=[.!])\s+(?=[A-ZÅÄÖ0-9🟢🟡🔴✅:])|,\s+|\s+(?:och|men|medan|samt|and|but|while)\s+|\s+[–—-]\s+"
)
_AFTER_STATE = re.compile(r"^\s*(?:för|på|i|när det gäller|gällande|on|for|är|=|:|–|-|,)+\s*", re.IGNORECASE)
_EDGES = " \t\n,.;:–—-=!→>|/()"


@dataclass(frozen=True, slots=True)
class KnownAssignment:
    """An assignment that a message may name, by its title and the wordings it has had."""

    id: int
    title: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CandidateAssignment:
    """An assignment that the words may mean; `score` is 1 when they name it fully."""

    id: int
    title: str
    score: float


@dataclass(frozen=True, slots=True)
class ReadUpdate:
    """What a message says of one assignment.

    `candidates` are the assignments that may be meant, best first: one when the words are clear, none when nothing
    is named that is known. `state` is None when none was said, or when several were. `text` is what else was said.
    """

    candidates: tuple[CandidateAssignment, ...]
    state: State | None
    text: str = ""
    dates: tuple[When, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Tell whether the update can be saved as it is."""
        return len(self.candidates) == 1 and self.state is not None


@dataclass(frozen=True, slots=True)
class StatusReading:
    """A message as it was understood; `unclear` says in plain Swedish what has to be asked."""

    is_status: bool
    updates: tuple[ReadUpdate, ...] = ()
    unclear: tuple[str, ...] = ()


NO_STATUS = StatusReading(is_status=False)


@dataclass(slots=True)
class _Gathered:
    """An update while its clauses are read."""

    candidates: tuple[CandidateAssignment, ...] = ()
    states: list[State] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Clause:
    text: str
    opens_line: bool
    named: str
    rest: str
    states: tuple[SaidState, ...]


def read_status(
    text: str, assignments: Sequence[KnownAssignment], words: SwedishWords, today: date
) -> StatusReading:
    """Return what a message says of the known assignments; `is_status` is false when it is no status message."""
    if len(text) > _LONGEST_MESSAGE:
        return NO_STATUS
    plain = _MARKUP.sub(" ", text).strip()
    prefix = _PREFIX.match(plain)
    body = plain[prefix.end() :] if prefix else plain
    if _QUESTION.search(body) or (not prefix and _QUESTION.search(plain)):
        return NO_STATUS
    titles = _Titles(assignments, words)
    gathered = [each for each in _gather(_clauses(body), titles) if each.candidates or each.states or prefix]
    updates = tuple(_update(each, today) for each in gathered)
    if not prefix:
        updates = tuple(update for update in updates if update.candidates)
        if not any(update.state for update in updates) and not any(
            each.states for each in gathered if each.candidates
        ):
            return NO_STATUS
    if not updates:
        return NO_STATUS
    return StatusReading(True, updates, tuple(_unclear(updates, gathered)))


def _clauses(body: str) -> list[_Clause]:
    clauses = []
    start = 0
    for match in [*_SPLIT.finditer(body), None]:
        end = match.start() if match else len(body)
        piece = body[start:end]
        if piece.strip(_EDGES):
            opens = (
                start == 0
                or "\n" in body[max(start - 3, 0) : start]
                or body[start - 2 : start].strip() in {".", "!", ";"}
            )
            clauses.append(_clause(piece.strip(), opens_line=opens))
        start = match.end() if match else end
    return clauses


def _clause(text: str, *, opens_line: bool) -> _Clause:
    states = states_in(text)
    if not states:
        head, mark, tail = text.partition(":")
        if mark and len(head) < 80:
            return _Clause(text, opens_line, head, tail.strip(_EDGES), ())
        return _Clause(text, opens_line, text, text, ())
    first, last = states[0], states[-1]
    before, after = text[: first.start].strip(_EDGES), text[last.end :].strip()
    if before:
        return _Clause(text, opens_line, before, after.strip(_EDGES), states)
    named = _AFTER_STATE.sub("", after)
    return _Clause(text, opens_line, named, "", states)


def _gather(clauses: Sequence[_Clause], titles: "_Titles") -> list[_Gathered]:
    found: list[_Gathered] = []
    for clause in clauses:
        candidates = titles.named(clause.named)
        current = found[-1] if found else None
        if current is None or _opens(clause, candidates, current):
            found.append(
                _Gathered(candidates, [each.state for each in clause.states], [_rest(clause, candidates)])
            )
        elif clause.states and not current.states and not _is_of_a_part(clause, candidates):
            current.states += [each.state for each in clause.states]
            current.texts.append(_rest(clause, candidates) if candidates else _without_states(clause))
            current.candidates = current.candidates or candidates
        else:
            if clause.states and _speaks_of_the_same(clause):
                current.states += [each.state for each in clause.states]
            current.candidates = current.candidates or (candidates if clause.opens_line else ())
            current.texts.append(clause.text)
    return found


def _opens(clause: _Clause, candidates: tuple[CandidateAssignment, ...], current: _Gathered) -> bool:
    """Tell whether a clause begins to speak of another assignment."""
    if not candidates or {each.id for each in candidates} & {each.id for each in current.candidates}:
        return False
    if not current.candidates and not current.states:
        return True
    return bool(clause.states) and bool(current.candidates)


def _is_of_a_part(clause: _Clause, candidates: tuple[CandidateAssignment, ...]) -> bool:
    """Tell whether a clause says of a part only that it is done ("avtalet klart")."""
    return (
        not candidates and all(each.is_done_word for each in clause.states) and bool(_own_words(clause.named))
    )


def _speaks_of_the_same(clause: _Clause) -> bool:
    """Tell whether a later clause says the whole's state anew ("nu gul", "🟡") rather than a part's."""
    return any(each.is_symbol for each in clause.states) or not _own_words(clause.named)


def _own_words(named: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", named.lower()) if word not in _FRAME and len(word) > 2]


def _rest(clause: _Clause, candidates: tuple[CandidateAssignment, ...]) -> str:
    return clause.rest if candidates else clause.text


def _without_states(clause: _Clause) -> str:
    return clause.rest if not _own_words(clause.named) else clause.text


def _update(gathered: _Gathered, today: date) -> ReadUpdate:
    states = set(gathered.states)
    text = ", ".join(cleaned for each in gathered.texts if (cleaned := each.strip(_EDGES)))
    dates = tuple(found.when for found in find_dates(text, today=today))
    return ReadUpdate(gathered.candidates, states.pop() if len(states) == 1 else None, text, dates)


def _unclear(updates: Sequence[ReadUpdate], gathered: Sequence[_Gathered]) -> list[str]:
    questions = []
    said = [set(each.states) for each in gathered]
    for number, update in enumerate(updates):
        if not update.candidates:
            questions.append("Vilket uppdrag gäller det?")
        elif len(update.candidates) > 1:
            questions.append("Flera uppdrag kan vara menade. Vilket gäller det?")
        if update.state is None:
            several = number < len(said) and len(said[number]) > 1
            questions.append(
                "Flera lägen nämns. Vilket gäller nu?"
                if several
                else "Vilket läge gäller: grön, gul, röd eller klar?"
            )
    return questions


@dataclass(frozen=True, slots=True)
class _Wording:
    assignment: KnownAssignment
    whole: frozenset[str]
    every: frozenset[str]


class _Titles:
    """The known wordings, weighed by how many assignments share a word."""

    def __init__(self, assignments: Sequence[KnownAssignment], words: SwedishWords) -> None:
        self._words = words
        self._wordings = []
        self._holders: dict[str, set[int]] = {}
        for assignment in assignments:
            for wording in (assignment.title, *assignment.aliases):
                terms = words.weighted_terms(wording)
                whole = frozenset(each.term for each in terms if not each.is_part)
                every = frozenset(each.term for each in terms)
                self._wordings.append(_Wording(assignment, whole, every))
                for term in every:
                    self._holders.setdefault(term, set()).add(assignment.id)
        self._count = len(assignments)

    def named(self, phrase: str) -> tuple[CandidateAssignment, ...]:
        """Return the assignments that a phrase may name, best first; nothing when it names none."""
        asked = self._asked(phrase)
        if not asked:
            return ()
        total = sum(self._weight(stem) for stem, _ in asked)
        best: dict[int, tuple[float, float, KnownAssignment]] = {}
        for wording in self._wordings:
            held = sum(self._weight(stem) * _share(stem, parts, wording) for stem, parts in asked)
            if held / total < _NAMED:
                continue
            whole = sum(self._weight(term) for term in wording.whole) or 1.0
            of_title = min(held / whole, 1.0)
            score = 0.75 * held / total + 0.25 * of_title
            number = wording.assignment.id
            if number not in best or score > best[number][0]:
                best[number] = (score, of_title, wording.assignment)
        ranked = sorted(best.values(), key=lambda each: (-each[0], each[2].id))
        if not ranked:
            return ()
        top = ranked[0][0]
        kept = [each for each in ranked if top < 0.97 or each is ranked[0]]
        kept = [each for each in kept if each[0] >= top - _AS_GOOD][:_MOST_CANDIDATES]
        return tuple(CandidateAssignment(each.id, each.title, round(score, 3)) for score, _, each in kept)

    def _asked(self, phrase: str) -> list[tuple[str, tuple[str, ...]]]:
        asked = []
        for word in re.findall(r"[^\W_]+(?:-[^\W_]+)*", phrase):
            if word.lower() in _FRAME:
                continue
            terms = self._words.weighted_terms(word)
            if not terms:
                continue
            stem, parts = terms[0].term, tuple(each.term for each in terms[1:])
            if stem not in self._holders and not any(part in self._holders for part in parts):
                stem = self._typo(stem)
            asked.append((stem, parts))
        return (
            asked
            if any(stem in self._holders or set(parts) & self._holders.keys() for stem, parts in asked)
            else []
        )

    def _typo(self, stem: str) -> str:
        if len(stem) < 5:
            return stem
        near = process.extractOne(stem, self._holders.keys(), scorer=fuzz.ratio, score_cutoff=_TYPO)
        return near[0] if near else stem

    def _weight(self, term: str) -> float:
        return log(1 + (self._count + 1) / (len(self._holders.get(term, ())) + 0.5))


def _share(stem: str, parts: tuple[str, ...], wording: _Wording) -> float:
    if stem in wording.whole:
        return 1.0
    if stem in wording.every:
        return 0.8
    if not parts:
        return 0.0
    return 0.7 * sum(len(part) for part in parts if part in wording.every) / sum(len(part) for part in parts)
