"""Assignments by their wordings: which known one a text may mean; pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from rapidfuzz import fuzz, process

from knowledge.entries import AssignmentEntry
from knowledge.swedish_words import SwedishWords, WeightedTerm

_SAME_TITLE = 92.0  # of 100; a title that differs by more than an inflection or a typo is another assignment
_FEWEST_LETTERS = 12  # of a title that may be compared loosely: short ones differ by a letter and in meaning
_PART = 0.5  # of a word's weight
_DIGITS = re.compile(r"\d+")

# Words in which assignments of one template are alike; they never tell two apart.
FRAME_WORDS = frozenset(
    "uppdrag uppdragsdirektiv direktiv fullmäktigeuppdrag projekt styrelseuppdrag nämndsuppdrag".split()
)


@dataclass(frozen=True, slots=True)
class NamedAssignment:
    """An assignment with what its organisation's name is compared by."""

    entry: AssignmentEntry
    organisation_key: str


@dataclass(frozen=True, slots=True)
class _Wording:
    """One wording as terms: whole words, and all with the parts of compounds."""

    named: NamedAssignment
    whole: frozenset[str]
    every: frozenset[str]


class AssignmentNames:
    """The wordings of all assignments, weighed by how many share a word."""

    def __init__(self, assignments: Iterable[NamedAssignment], words: SwedishWords) -> None:
        self._named = {each.entry.id: each for each in assignments}
        self._wordings = [
            _wording(named, wording, words)
            for named in self._named.values()
            for wording in (named.entry.title, *named.entry.aliases)
        ]
        self._counts: dict[str, int] = {}
        for wording in self._wordings:
            for term in wording.every:
                self._counts[term] = self._counts.get(term, 0) + 1

    def of(self, organisation_key: str) -> list[NamedAssignment]:
        """Return the assignments of one organisation, all when it is empty."""
        return [each for each in self._named.values() if _is_in(each, organisation_key)]

    def entry(self, assignment_id: int) -> AssignmentEntry | None:
        """Return one assignment."""
        named = self._named.get(assignment_id)
        return named.entry if named else None

    def find(
        self, terms: Sequence[WeightedTerm], organisation_key: str, limit: int
    ) -> list[tuple[AssignmentEntry, float]]:
        """Return the assignments whose wordings hold any of the terms, best first.

        The score is how much of the wording the terms name, words that many assignments share weighing little.
        """
        asked = {each.term: _PART if each.is_part else 1.0 for each in reversed(terms)}
        best: dict[int, float] = {}
        for wording in self._wordings:
            if _is_in(wording.named, organisation_key) and not wording.every.isdisjoint(asked):
                score = self._share(wording, asked)
                number = wording.named.entry.id
                if score > best.get(number, 0.0):
                    best[number] = score
        ranked = sorted(best.items(), key=lambda each: (-each[1], each[0]))[:limit]
        return [(self._named[number].entry, score) for number, score in ranked]

    def _share(self, wording: _Wording, asked: dict[str, float]) -> float:
        total = sum(self._weight(term) for term in wording.whole) or 1.0
        held = sum(self._weight(term) for term in wording.whole if term in asked)
        parts = wording.every - wording.whole
        held += sum(_PART * self._weight(term) for term in parts if term in asked)
        held += sum(
            _PART * self._weight(term) for term, weight in asked.items() if weight < 1 and term in parts
        )
        return min(held / total, 1.0)

    def _weight(self, term: str) -> float:
        rarity = log(1 + (len(self._wordings) + 1) / (self._counts.get(term, 0) + 0.5))
        return rarity * (0.2 if term in FRAME_WORDS else 1.0)


def title_key(title: str, words: SwedishWords) -> str:
    """Return the stems of a title in order, by which its wordings are compared."""
    return " ".join(each.term for each in words.weighted_terms(title) if not each.is_part)


class KnownTitles:
    """The title keys of one organisation's assignments: the same one, or one that is a wording of the same title."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._sorted: dict[
            tuple[str, ...], dict[str, str]
        ] = {}  # by their numbers: a key by its sorted stems

    def add(self, key: str, number: int) -> None:
        """Take in a wording; the assignment that had it first keeps it."""
        if key and key not in self._numbers:
            self._numbers[key] = number
            self._sorted.setdefault(_digits(key), {})[_sorted(key)] = key

    def same(self, key: str) -> int | None:
        """Return the assignment that has had just this wording."""
        return self._numbers.get(key)

    def nearest(self, key: str) -> int | None:
        """Return the assignment whose wording says the same title; when in doubt none does."""
        if key in self._numbers:
            return self._numbers[key]
        alike = self._sorted.get(_digits(key), {})
        found = process.extractOne(_sorted(key), alike.keys(), scorer=fuzz.ratio, score_cutoff=_SAME_TITLE)
        if found is None or min(len(key), len(found[0])) < _FEWEST_LETTERS:
            return None
        return self._numbers[alike[found[0]]]


def _digits(key: str) -> tuple[str, ...]:
    return tuple(_DIGITS.findall(key))


def _sorted(key: str) -> str:
    return " ".join(sorted(key.split()))


def _is_in(named: NamedAssignment, organisation_key: str) -> bool:
    return not organisation_key or named.organisation_key in {organisation_key, ""}


def _wording(named: NamedAssignment, wording: str, words: SwedishWords) -> _Wording:
    terms = words.weighted_terms(wording)
    return _Wording(
        named,
        frozenset(each.term for each in terms if not each.is_part),
        frozenset(each.term for each in terms),
    )
