"""Which known assignments a phrase of a message names; pure. When two fit as well, both are named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from knowledge.swedish_words import SwedishWords, folded

_ENOUGH = 0.6  # one word that only one title holds is enough, a word that two share is not
_AS_GOOD = 0.9
_MOST_CANDIDATES = 5
_TYPO, _NEAR_TYPO, _FRAME_TYPO = 82.0, 88.0, 77.0
_PART, _SOME_PARTS = 0.6, 0.5
_GENERIC, _ASIDE = 0.25, 0.5
_SHORTEST_TYPO = 5

# Words that many assignments begin with; they name none.
_GENERIC_WORDS = frozenset(
    """minska öka utreda ta fram göra gör ge säkra införa inför stärka utveckla förbättra fortsätta genomföra
    regionens region kommunens kommun regionen plan planen handlingsplan arbete arbetet arbeta gemensam gemensamma
    översyn lättare bättre procent jämfört ny nya sin sina verksamheten verksamhet förmåga bli säkerställa följa""".split()
)
FRAME_WORDS = frozenset(
    """uppdrag uppdraget uppdragen uppdraget projekt projektet direktiv direktivet status statusen läge läget just nu
    fortfarande fortsatt ligger står går känns ser ut blivit nog väl tyvärr alltså sätter satt sätt markerar markera
    ändra ändrar uppdatera uppdaterar flagga flaggar vårt vår min mitt jag vi är var allt båda alla helt nej ja eller snarare kanske typ or maybe rather no yes lite mycket tycker bedömer
    bedömning idag igen åter tillbaka vecka veckan veckans denna här det den om för på och att av i till med
    the project assignment still now currently is are remains stays set mark please again today this week""".split()
)
_ASIDE_FROM = re.compile(r"\b(?:vid|inom|jämfört|hos|under|senast|utifrån|enligt)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class KnownAssignment:
    """An assignment that a message may name, by its title and the wordings it has had."""

    id: int
    title: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CandidateAssignment:
    """An assignment that the words may mean; `score` is 1 when they name all of its title."""

    id: int
    title: str
    score: float


@dataclass(frozen=True, slots=True)
class _Wording:
    assignment: KnownAssignment
    weights: dict[str, float]
    parts: frozenset[str]


@dataclass(frozen=True)
class KnownTitles:
    """The known assignments' wordings; a word weighs the more the fewer assignments share it."""

    assignments: tuple[KnownAssignment, ...]
    words: SwedishWords

    def named(self, phrase: str) -> tuple[CandidateAssignment, ...]:
        """Return the assignments that a phrase may name, best first; nothing when it names none."""
        asked = list(self._asked(phrase))
        if not asked:
            return ()
        best: dict[int, tuple[float, float, KnownAssignment]] = {}
        for wording in self._wordings:
            held = self._held(asked, wording)
            share = held / (sum(wording.weights.values()) or 1.0)
            number = wording.assignment.id
            if (held >= _ENOUGH or share >= _AS_GOOD) and (held, share) > best.get(number, (0.0, 0.0))[:2]:
                best[number] = (held, share, wording.assignment)
        return self._as_good_as_the_best(list(best.values()))

    def holds(self, word: str) -> bool:
        """Tell whether a word is one that the titles hold, typos aside."""
        return next(iter(self._asked(word)), None) is not None

    def _as_good_as_the_best(
        self, found: list[tuple[float, float, KnownAssignment]]
    ) -> tuple[CandidateAssignment, ...]:
        if not found:
            return ()
        top = max(held for held, _, _ in found)
        kept = [each for each in found if each[0] >= top * _AS_GOOD]
        whole = [each for each in kept if each[1] >= _AS_GOOD]
        kept = whole if len(whole) == 1 else kept
        kept.sort(key=lambda each: (-each[0], -each[1], each[2].id))
        return tuple(
            CandidateAssignment(each.id, each.title, round(min(share, 1.0), 3))
            for _, share, each in kept[:_MOST_CANDIDATES]
        )

    def _held(self, asked: Sequence[tuple[str, tuple[str, ...]]], wording: _Wording) -> float:
        """Return how much the words weigh in a wording, each word of the wording counted once."""
        held: dict[str, float] = {}
        for stem, parts in asked:
            if stem in wording.weights:
                held[stem] = wording.weights[stem]
            elif stem in wording.parts:
                held[stem] = _PART / self._holders[stem]
            elif parts:
                inside = [part for part in parts if part in wording.weights or part in wording.parts]
                factor = 1.0 if len(inside) == len(parts) else _SOME_PARTS
                for part in inside:
                    weight = wording.weights.get(part, _PART / self._holders[part])
                    held.setdefault(part, factor * weight)
        return sum(held.values())

    def _asked(self, phrase: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        for match in _WORD.finditer(phrase):
            word = match.group().lower()
            if word in FRAME_WORDS:
                continue
            terms = [each.term for each in self.words.weighted_terms(word)]
            if not terms:
                continue
            stem, *parts = terms
            own = tuple(part for part in parts if part not in self._frame_stems)
            if stem in self._holders:
                yield stem, own
            elif (spelled := self._meant(word, _NEAR_TYPO)) is not None:
                yield spelled, ()
            elif any(part in self._holders for part in own):
                yield stem, own
            elif (meant := self._meant(word, _TYPO)) is not None:
                yield meant, ()

    def _meant(self, word: str, likeness: float) -> str | None:
        """Return the stem of the title word that a mistyped one stands for."""
        bare = folded(word)
        if bare in self._spellings:
            return self._spellings[bare]
        if len(bare) < _SHORTEST_TYPO or any(character.isdigit() for character in bare):
            return None
        near = process.extractOne(bare, self._spellings.keys(), scorer=fuzz.ratio, score_cutoff=likeness)
        if near is not None:
            return self._spellings[near[0]]
        return next((stem for spelling, stem in self._spellings.items() if _frames(bare, spelling)), None)

    @cached_property
    def _frame_stems(self) -> frozenset[str]:
        return frozenset(self.words.forms(word)[0] for word in ("uppdrag", "projekt", "direktiv", "arbete"))

    @cached_property
    def _generic_stems(self) -> frozenset[str]:
        return frozenset(self.words.forms(word)[0] for word in _GENERIC_WORDS | FRAME_WORDS)

    @cached_property
    def _holders(self) -> dict[str, int]:
        """How many assignments hold each term, as a word or as part of one."""
        holders: dict[str, set[int]] = {}
        for assignment in self.assignments:
            for wording in (assignment.title, *assignment.aliases):
                for term in self.words.terms(wording):
                    holders.setdefault(term, set()).add(assignment.id)
        return {term: len(ids) for term, ids in holders.items()}

    @cached_property
    def _spellings(self) -> dict[str, str]:
        """Title words as they are typed without diacritics, with their stems."""
        spellings: dict[str, str] = {}
        for assignment in self.assignments:
            for wording in (assignment.title, *assignment.aliases):
                for match in _WORD.finditer(wording):
                    stem = self.words.forms(match.group())[0]
                    if stem in self._holders and stem not in self._generic_stems:
                        spellings[folded(match.group().lower())] = stem
                        spellings[folded(stem)] = stem
        return spellings

    @cached_property
    def _wordings(self) -> tuple[_Wording, ...]:
        return tuple(
            self._wording(assignment, wording)
            for assignment in self.assignments
            for wording in (assignment.title, *assignment.aliases)
        )

    def _wording(self, assignment: KnownAssignment, wording: str) -> _Wording:
        aside = _ASIDE_FROM.search(wording)
        begins_aside = aside.start() if aside and aside.start() > 0 else len(wording)
        weights: dict[str, float] = {}
        parts: set[str] = set()
        for text, factor in ((wording[:begins_aside], 1.0), (wording[begins_aside:], _ASIDE)):
            for each in self.words.weighted_terms(text):
                if each.is_part:
                    parts.add(each.term)
                    continue
                generic = _GENERIC if each.term in self._generic_stems or each.term.isdigit() else 1.0
                weights.setdefault(each.term, factor * generic / self._holders[each.term])
        return _Wording(assignment, weights, frozenset(parts - weights.keys()))


def _frames(word: str, spelling: str) -> bool:
    """Tell whether a mistyped word is a title's word with "projektet" or its like behind it."""
    rest = word[len(spelling) :]
    if len(spelling) < _SHORTEST_TYPO or not rest or not word.startswith(spelling):
        return False
    return max(fuzz.ratio(rest, frame) for frame in ("projektet", "uppdraget", "direktivet")) >= _FRAME_TYPO
