"""Understand a status message by rules: which assignments, in what state, and what else it says; pure, never guessing.

What is unclear stays so: several candidates, or no state, for a person to choose from.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from rapidfuzz.distance import OSA

from knowledge.entries import State
from knowledge.status_dates import dates_in_message
from knowledge.status_titles import FRAME_WORDS, CandidateAssignment, KnownAssignment, KnownTitles
from knowledge.status_words import SaidState, speaks_of_state, states_in
from knowledge.swedish_words import SwedishWords
from knowledge.when import When

__all__ = ["CandidateAssignment", "KnownAssignment", "ReadUpdate", "StatusReading", "read_status"]

_LONGEST_MESSAGE = 4_000
_FIRST_WORDS = 60  # characters of a sentence without a state in which its assignment is named

_PREFIX = re.compile(
    r"^\s*(?:hej[!,]?\s+)?/?(?:status\s+update|status(?:uppdatering|rapport)?|lägesrapport|lägesuppdatering|läget?|uppdatering|update)"
    r"\s*(?:[:–-]|(?:för|på|of|for|on)\s+|(?=\s\S))",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^\s*(\w{4,8})\s*:")
_MARKUP = re.compile(r"<[@!#][^>]*>|(?<!\w)[*_~`]+|[*_~`]+(?!\w)")
_ASKS = re.compile(
    r"^\s*(?:och\s+|men\s+|vet (?:du|ni|någon)\s+)?(?:vad|vem|vilk\w+|när|hur|var|varför|är|har|kan|ska|går|blir|finns|who|what|when|which|how|why|where|is|are|"
    r"can|could|does|do|någon som|visa|lista|show|list)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\n+|;|(?<=[.!?])(?<!\bv\.)(?<!\bkl\.)(?<!\bca\.)(?<!\bnr\.)\s+")
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")
_CLAUSE = re.compile(r",\s+|\s+(?:och|men|medan|samt|and|but|while)\s+|\s+[–—-]\s+", re.IGNORECASE)
_LIKEWISE = re.compile(
    r"(?<!\w)(?:likaså|likadant|samma|också|även|likewise|same|too|båda|both)(?!\w)", re.IGNORECASE
)
_ABOUT_THE_ASSIGNMENT = re.compile(
    r"(?<!\w)(?:uppdraget|projektet|direktivet|the (?:project|assignment))(?!\w)", re.IGNORECASE
)
_EDGES = " \t\n,.;:–—-=!→>|/()"


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


@dataclass(frozen=True, slots=True)
class _Clause:
    """A stretch of the message up to a comma or its like; `named` holds the words that may name an assignment."""

    start: int
    end: int
    text: str
    named: str
    rest_start: int
    states: tuple[SaidState, ...]
    opens_sentence: bool
    asks: bool = False
    like_the_last: bool = False


@dataclass(slots=True)
class _Gathered:
    """An update while its clauses are read."""

    start: int
    end: int
    rest_start: int
    candidates: tuple[CandidateAssignment, ...] = ()
    states: list[State] = field(default_factory=list)
    is_bare: bool = False
    is_asked: bool = False
    told_with: "_Gathered | None" = None


def read_status(
    text: str, assignments: Sequence[KnownAssignment], words: SwedishWords, today: date
) -> StatusReading:
    """Return what a message says of the known assignments; `is_status` is false when it is no status message."""
    if len(text) > _LONGEST_MESSAGE:
        return NO_STATUS
    plain = _MARKUP.sub(" ", text).strip()
    prefix = _prefix_end(plain)
    body = plain[prefix:]
    gathered = _gather(list(_clauses(body)), KnownTitles(tuple(assignments), words))
    kept = _kept(gathered, body, is_labelled=prefix > 0)
    if not kept:
        return NO_STATUS
    updates = tuple(_update(each, body, today) for each in kept)
    return StatusReading(True, updates, tuple(_unclear(kept, updates)))


def _prefix_end(plain: str) -> int:
    """Return where the message begins after "status:" or its like; 0 without such a label."""
    if (match := _PREFIX.match(plain)) is not None:
        return match.end()
    label = _LABEL.match(plain)
    if label is not None and OSA.distance(label.group(1).lower(), "status") <= 2:
        return label.end()
    return 0


def _clauses(body: str) -> Iterator[_Clause]:
    said = states_in(body)
    for first, end in _pieces(body, _SENTENCE, 0, len(body)):
        sentence = body[first:end]
        asks = sentence.rstrip().endswith("?")
        if _ASKS.match(sentence) and (asks or not _within(said, first, end)):
            continue
        if asks and not _CLAUSE.search(sentence):
            continue
        bullet = _BULLET.match(sentence)
        start = first + (bullet.end() if bullet else 0)
        parts = [
            each for piece in _pieces(body, _CLAUSE, start, end) for each in _by_symbols(body, said, *piece)
        ]
        for number, (begin, last) in enumerate(parts):
            is_asked = asks and number == len(parts) - 1
            if is_asked and _ASKS.match(body[begin:last]):
                continue
            yield _clause(body, said, begin, last, opens_sentence=number == 0, asks=is_asked)


def _pieces(body: str, divider: re.Pattern[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in divider.finditer(body, start, end):
        if body[start : match.start()].strip():
            yield start, match.start()
        start = match.end()
    if body[start:end].strip():
        yield start, end


def _within(said: Sequence[SaidState], start: int, end: int) -> tuple[SaidState, ...]:
    return tuple(each for each in said if start <= each.start and each.end <= end)


def _by_symbols(body: str, said: Sequence[SaidState], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Divide "Arkivet 🟢 Växeln 🔴", where nothing but the symbols divides."""
    symbols = [each for each in _within(said, start, end) if each.is_symbol]
    if len(symbols) < 2:
        yield start, end
        return
    leads = not body[start : symbols[0].start].strip(_EDGES)
    cuts = [each.start for each in symbols[1:]] if leads else [each.end for each in symbols[:-1]]
    yield from ((one, other) for one, other in pairwise([start, *cuts, end]) if body[one:other].strip())


def _clause(
    body: str, said: Sequence[SaidState], start: int, end: int, *, opens_sentence: bool, asks: bool
) -> _Clause:
    text = body[start:end]
    states = _within(said, start, end)
    likewise = _LIKEWISE.search(text) is not None
    if states:
        before, after = body[start : states[0].start], body[states[-1].end : end]
        named, rest = (before, states[-1].end) if _own_words(before) else (after, states[-1].end)
    else:
        head, mark, _ = text.partition(":")
        named, rest = (
            (head, start + len(head) + 1) if mark and _own_words(head) else (text[:_FIRST_WORDS], start)
        )
    return _Clause(start, end, text, named, rest, states, opens_sentence, asks, likewise)


def _gather(clauses: Sequence[_Clause], titles: KnownTitles) -> list[_Gathered]:
    found: list[_Gathered] = []
    for clause in clauses:
        candidates = titles.named(clause.named)
        current = found[-1] if found else None
        is_name = bool(candidates) and _is_only_a_name(clause, titles)
        if current is not None and not _opens(clause, candidates, current, is_name=is_name):
            _go_on(clause, candidates, current)
            continue
        opened = _opened(clause, candidates, is_name=is_name)
        if current is not None and not opened.states and _is_like(clause, current, is_name=is_name):
            opened.states = list(current.states)
            opened.rest_start = clause.end
        found.append(opened)
        _share_backwards(found)
    return found


def _opened(clause: _Clause, candidates: tuple[CandidateAssignment, ...], *, is_name: bool) -> _Gathered:
    if is_name and (not clause.states or clause.rest_start <= clause.start + clause.text.find(clause.named)):
        rest = clause.end  # nothing but the name follows the state, or there is no state
    else:
        rest = clause.rest_start if candidates else clause.start
    states = [each.state for each in clause.states]
    return _Gathered(
        clause.start, clause.end, rest, candidates, states, is_name and not states, is_asked=clause.asks
    )


def _is_like(clause: _Clause, current: _Gathered, *, is_name: bool) -> bool:
    """Tell whether a clause gives its assignment the state of the one before: "Grön: arkivet, växeln"."""
    if clause.like_the_last:
        return True
    return is_name and not clause.opens_sentence and not clause.asks and current.rest_start == current.end


def _opens(
    clause: _Clause, candidates: tuple[CandidateAssignment, ...], current: _Gathered, *, is_name: bool
) -> bool:
    """Tell whether a clause begins to speak of another assignment."""
    if not candidates or {each.id for each in candidates} & {each.id for each in current.candidates}:
        return False
    if not current.candidates:
        return not current.states or bool(clause.states)
    if clause.states or is_name or clause.opens_sentence or clause.like_the_last:
        return True
    return bool(current.states) and speaks_of_state(clause.text)


def _share_backwards(found: list[_Gathered]) -> None:
    """Give "arkivet och växeln är gröna" to both: names that stood alone before take the state that follows."""
    last = found[-1]
    if not last.states:
        return
    for earlier in reversed(found[:-1]):
        if not earlier.is_bare or earlier.states or earlier.is_asked:
            return
        earlier.states = list(last.states)
        earlier.told_with = last


def _go_on(clause: _Clause, candidates: tuple[CandidateAssignment, ...], current: _Gathered) -> None:
    """Add a clause to the update that is being read."""
    own = _own_words(clause.named) if not candidates else []
    of_a_part = bool(own) and all(each.is_done_word for each in clause.states)
    if (
        clause.states
        and not of_a_part
        and (not current.states or not own or any(each.is_symbol for each in clause.states))
    ):
        if not current.states:
            is_first = current.is_bare or current.rest_start == current.end
            current.rest_start = clause.rest_start if is_first else current.rest_start
        current.states += [each.state for each in clause.states]
    elif current.is_bare:
        current.rest_start = clause.start
    current.is_bare = False
    current.candidates = current.candidates or (candidates if clause.opens_sentence else ())
    current.end = clause.end


def _is_only_a_name(clause: _Clause, titles: KnownTitles) -> bool:
    """Tell whether a clause holds nothing but words of known titles."""
    if any(character.isdigit() for character in clause.named) or not _own_words(clause.named):
        return False
    is_whole = bool(clause.states) or len(clause.text) <= len(clause.named) + 2
    return is_whole and all(titles.holds(word) for word in _own_words(clause.named))


def _own_words(named: str) -> list[str]:
    return [
        word for word in re.findall(r"[^\W\d_]+", named.lower()) if word not in FRAME_WORDS and len(word) > 2
    ]


def _kept(gathered: Sequence[_Gathered], body: str, *, is_labelled: bool) -> list[_Gathered]:
    """Return what is a status; an assignment that is only mentioned stays in the words of the one before."""
    kept: list[_Gathered] = []
    for each in gathered:
        is_aside = kept and not each.states and not each.is_asked
        if _belongs(each, body, is_labelled=is_labelled and not is_aside):
            kept.append(each)
        elif kept:
            kept[-1].end = each.end
    return kept


def _belongs(gathered: _Gathered, body: str, *, is_labelled: bool) -> bool:
    """Tell whether what was gathered is a status: of a known assignment, or said to be one."""
    if is_labelled:
        return True
    text = body[gathered.start : gathered.end]
    if gathered.candidates:
        return bool(gathered.states) or gathered.is_asked or speaks_of_state(text)
    if not gathered.states or gathered.start > 0:
        return False
    return _ABOUT_THE_ASSIGNMENT.search(text[:40]) is not None or not re.search(r"[^\W\d_]", text)


def _update(gathered: _Gathered, body: str, today: date) -> ReadUpdate:
    states = set(gathered.states)
    is_told_whole = (
        len(states) != 1 and not gathered.is_bare and (len(states) > 1 or gathered.rest_start >= gathered.end)
    )
    told = gathered.told_with or gathered
    text = body[gathered.start if is_told_whole else told.rest_start : told.end].strip(_EDGES)
    return ReadUpdate(
        gathered.candidates,
        states.pop() if len(states) == 1 else None,
        text,
        dates_in_message(body[told.start : told.end], today),
    )


def _unclear(gathered: Sequence[_Gathered], updates: Sequence[ReadUpdate]) -> Iterator[str]:
    for each, update in zip(gathered, updates, strict=True):
        if not update.candidates:
            yield "Vilket uppdrag gäller det?"
        elif len(update.candidates) > 1:
            yield "Flera uppdrag kan vara menade. Vilket gäller det?"
        if update.state is None:
            several = len(set(each.states)) > 1
            yield (
                "Flera lägen nämns. Vilket gäller nu?"
                if several
                else "Vilket läge gäller: grön, gul, röd eller klar?"
            )
