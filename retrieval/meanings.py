"""Meanings: which stems mean the same, as synonyms, as forms of one verb or as derived from one root; pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from retrieval.lexicon import LIGHT_WORDS
from retrieval.synonyms import SYNONYMS, VERBS_AND_NOUNS

_DERIVING = ("", "ning", "ing", "else", "ande", "ende", "ad", "at", "are", "t", "d", "s", "er", "ar")
_DOUBLED = "dglmnprst"  # stems are written with one: "fortsät"
_DEFINITE = ("n", "an", "en")  # that stemming leaves: "frånvaron", "förskolan", "områdena"
SHORTEST_DERIVED = 4


class Words(Protocol):
    """Swedish words as the indexes know them."""

    def terms(self, text: str) -> tuple[str, ...]:
        """Return the stems of `text`, each compound followed by its parts."""

    def forms(self, word: str) -> tuple[str, tuple[str, ...]]:
        """Return one word's stem and the stems of its parts (none when it is no compound)."""

    def verb_stems(self, word: str) -> Mapping[str, frozenset[str]]:
        """Return the stems of the verbs that a word may be a form of, each with those of its other forms; often none."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """Which words mean the same, and which weigh little, by their stems; made once for all questions."""

    same: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[frozenset[str], ...]]
    light: frozenset[str]

    @classmethod
    def of(cls, words: Words) -> "Meanings":
        """Stem the synonyms and the light words, which takes some ten milliseconds."""
        same: dict[str, frozenset[str]] = {}
        phrases: dict[str, tuple[frozenset[str], ...]] = {}
        for group in (*SYNONYMS, *VERBS_AND_NOUNS):
            stems = frozenset(words.forms(word)[0] for word in group if " " not in word)
            if group in VERBS_AND_NOUNS:
                stems = stems.union(*(words.verb_stems(word).get(words.forms(word)[0], ()) for word in group))
            of_several = tuple(
                phrase for word in group if " " in word and (phrase := phrase_stems(words, word))
            )
            for stem in stems:
                same[stem] = same.get(stem, frozenset()) | stems
                phrases[stem] = (*phrases.get(stem, ()), *of_several)
        return cls(same, phrases, frozenset(words.forms(word)[0] for word in LIGHT_WORDS))


def phrase_stems(words: Words, phrase: str) -> frozenset[str]:
    """Return the stem of each word as the indexes know it: "och" and "upp" are no terms of theirs."""
    return frozenset(term for word in phrase.split() for term in words.terms(word)[:1])


def derived(stem: str) -> set[str]:
    """Return the stems of the verb, its noun, its participles and its definite form: "omfördelas", "omfördelning"."""
    root = stem
    for ending in ("ning", "ing", "else", "ande", "ende", "ad", "at"):
        if stem.endswith(ending) and len(stem) - len(ending) >= SHORTEST_DERIVED:
            root = stem[: -len(ending)]
            break
    if len(root) < SHORTEST_DERIVED:
        return set()
    bare = {stem.removesuffix(ending) for ending in _DEFINITE}
    definite = {each for each in bare if len(each) >= SHORTEST_DERIVED} | {stem + each for each in _DEFINITE}
    roots = {root, stem[:-3]} if stem.endswith("ning") else {root}  # "redovisning", "samordning"
    found = {each + ending for each in roots for ending in _DERIVING} | definite
    # a verb's stem is written with one consonant, its noun with two: "fortsätta", "fortsättning"
    if root[-1] in _DOUBLED:
        found |= {root[:-1]} if root != stem and root[-2] == root[-1] else {f"{root}{root[-1]}ning"}
    return found - {stem}


def with_or_without_e(stem: str) -> set[str]:
    """Return the other stem of a word that drops its last e in other forms: "cykel", "cyklar"."""
    if len(stem) < SHORTEST_DERIVED:
        return set()
    if re.search(r"[^aeiouyåäö]e[lrn]$", stem):
        return {stem[:-2] + stem[-1]}
    return {f"{stem[:-1]}e{stem[-1]}"} if re.search(r"[^aeiouyåäölrn][lrn]$", stem) else set()
