"""How well a source covers what a question asks about: its words, names and dates, weighed by rarity; pure."""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz import fuzz, process

from knowledge.swedish_words import folded
from knowledge.when import When
from retrieval.dates_held import dates_held
from retrieval.meanings import Meanings, Words, derived, phrase_stems, with_or_without_e
from retrieval.understanding import Understanding

NEAR, CONTEXT = 1.0, 0.8  # a word in the quoted words counts whole, one in the heading or title nearly so
OF_DOCUMENT = 0.9  # a word that the document's own title says need not be said again
LEAST_HELD = 0.5
ASKING_WEIGHT = 0.25  # of a subject word's weight: they steer, but do not decide
NAME_FACTOR = 1.5
LIGHT_FACTOR = 0.25
TRANSLATED_FACTOR = 0.7  # a Swedish word for an English one is a guess among several
MIN_WEIGHT = 0.1
NUMBER_WEIGHT = 1.2  # what holds for twelve-year-olds holds for them alone, however common the number is
TYPO_RATIO = 84.0
COMMONER = 2
_TOKEN = re.compile(r"[^\W\d_][\w-]*")
_MISTAKEN_FOR = {"å": "äa", "ä": "åae", "a": "åä", "ö": "o", "o": "ö", "e": "ä"}
_PARTED = r"(?P<far>upp|ner|ned|in|ut|bort|fram|ihop|samman)"
_ADJOINING = r"(?P<near>om|av|på|till|över|under|igenom)"  # elsewhere these are prepositions
_ANY_PARTICLE = re.compile(rf" (?:{_PARTED}|{_ADJOINING})\b")
_JOINED = {"ner": "ned", "igenom": "genom", "ihop": "samman"}
_HEADS = frozenset({"fråg", "frågan", "del", "delen", "ärend", "beslut", "uppdrag", "arbet", "sak"})
SHORTEST_PART = 6


class Vocabulary(Protocol):
    """How common words are in the indexed passages."""

    def frequencies(self, terms: Sequence[str]) -> Mapping[str, int]:
        """Return in how many passages each term stands."""

    def size(self) -> int:
        """Return the number of passages."""

    def resembling(self, term: str) -> Sequence[str]:
        """Return indexed terms that begin like `term`, for telling a typo from an unknown word."""


@dataclass(frozen=True, slots=True)
class AskedWord:
    """One word of a question: every way in which a source may hold it, and how much it weighs.

    `parts_also` are, for each of a compound's parts, the stems that mean the same: "timtaxa" is held by "timavgift".
    """

    surface: str
    stem: str
    parts: tuple[str, ...]
    also: frozenset[str]
    weight: float
    phrases: tuple[frozenset[str], ...] = ()
    parts_also: tuple[frozenset[str], ...] = ()
    is_name: bool = False
    is_asking: bool = False
    is_light: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What a source must cover."""

    words: tuple[AskedWord, ...]
    dates: tuple[When, ...] = ()
    case_numbers: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    document_years: frozenset[int] = frozenset()

    @property
    def subject(self) -> tuple[AskedWord, ...]:
        """The words that name the subject."""
        return tuple(word for word in self.words if not word.is_asking)

    def word(self, surface: str) -> AskedWord | None:
        """Return the word that the question writes so; nothing when it is none of these."""
        return next((word for word in self.words if word.surface == surface), None)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A source's words: those that would be quoted (`near`), those around them, and the whole document's own.

    `document` holds the words of title, board and organisation: what is true of the whole document need not be said
    again in the quoted words.
    """

    near: frozenset[str]
    context: frozenset[str]
    document: frozenset[str] = frozenset()
    near_dates: tuple[When, ...] = ()
    dates: tuple[When, ...] = ()
    text: str = ""
    context_text: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """`share` of the subject's weight that the source holds (0–1), `near` the share in the quoted words alone.

    `missing` are the subject words found nowhere; `asking` the share of asking words held. `dates` is 1 when every
    date asked for fits, lower when one does not.
    """

    share: float
    near: float
    asking: float
    missing: tuple[AskedWord, ...] = ()
    dates: float = 1.0
    exact: float = 1.0


@dataclass(frozen=True, slots=True)
class Matcher:
    """Weighs words and measures coverage."""

    words: Words
    meanings: Meanings
    vocabulary: Vocabulary
    abbreviations: Callable[[str], Sequence[str]]

    def ask(self, understanding: Understanding) -> Asked:
        """Weigh the question's words."""
        words = [
            self._word(
                word,
                is_asking=False,
                first=_opens(understanding.text, word),
                is_foreign=understanding.language == "en",
                particle=_particle(understanding.text, word),
            )
            for word in understanding.subject
        ]
        words += [self._word(word, is_asking=True, first=True) for word in understanding.asking]
        return Asked(
            tuple(word for word in words if word is not None),
            understanding.dates,
            understanding.case_numbers,
            understanding.paragraphs,
            understanding.document_years,
        )

    def evidence(
        self,
        text: str,
        context: str = "",
        document: str = "",
        near_dates: Iterable[When] = (),
        dates: Iterable[When] = (),
    ) -> Evidence:
        """Prepare a source's words for measuring."""
        of_document = frozenset(self.words.terms(document))
        return Evidence(
            near=frozenset(self.words.terms(text)),
            context=frozenset(self.words.terms(context)) | of_document,
            document=of_document,
            near_dates=tuple(near_dates),
            dates=tuple(dates),
            text=text,
            context_text=f"{context} {document}",
        )

    def own_share(self, asked: Asked, words: str, context: str) -> float:
        """Return how much of what the context does not already hold stands in the words; 0 when nothing is left."""
        own, around = frozenset(self.words.terms(words)), frozenset(self.words.terms(context))
        total = held = 0.0
        for word in asked.words:
            if word.is_light or (_held(word, around) >= 0.9 and _held(word, own) < 0.9):
                continue
            weight = word.weight / (ASKING_WEIGHT if word.is_asking else 1.0)
            total += weight
            held += weight * _held(word, own)
        return held / total if total else 0.0

    def names(self, word: AskedWord, text: str) -> bool:
        """Tell whether a text names the very thing: "cykelställ" is no "cykel", "elcykel" is one."""
        meant = {word.stem, *word.also}
        for token in _TOKEN.findall(text):
            stem, parts = self.words.forms(token)
            if stem in meant or (parts and parts[-1] in meant):
                return True
        terms = frozenset(self.words.terms(text)) if word.parts or word.phrases else frozenset()
        return (
            bool(terms)
            and _held(word, terms) >= LEAST_HELD
            and (not word.parts or _holds_part(word, -1, terms))
        )

    def is_head(self, word: AskedWord, token: str) -> bool:
        """Tell whether a word is the last part of a compound, by which the compound is called again: "förare", of "bussförare"."""
        return bool(word.parts) and self.words.forms(token)[0] == word.parts[-1]

    def coverage(self, asked: Asked, evidence: Evidence) -> Coverage:
        """Measure how much of what is asked the source holds."""
        return measure(
            asked,
            held_by(asked, evidence.near),
            held_by(asked, evidence.context),
            held_by(asked, evidence.document),
            dates=dates_held(asked.dates, evidence.near_dates, evidence.dates, asked.document_years),
            exact=exact_held(asked, f"{evidence.text} {evidence.context_text}"),
        )

    def _word(
        self, surface: str, *, is_asking: bool, first: bool, is_foreign: bool = False, particle: str = ""
    ) -> AskedWord | None:
        """Weigh one word; a word of another language that no source holds says little of what they hold.

        A verb with its `particle` is also what the two make as one: "rusta upp" is "upprustning".
        """
        bare = re.sub(r":s?$|:s\b", "", surface)
        stem, parts = self.words.forms(bare)
        if not stem or not self.words.terms(bare):  # no index holds it: "efter"
            return None
        also = set(self.meanings.same.get(stem, frozenset())) - {stem}
        is_name = bare[:1].isupper() and not first
        meanings = self.abbreviations(bare) if sum(map(str.isupper, bare)) > 1 else ()
        meant = (phrase_stems(self.words, meaning) for meaning in meanings)
        phrases = (*(phrase for phrase in meant if phrase), *self.meanings.phrases.get(stem, ()))
        if parts and parts[-1] in _HEADS:  # "vildsvinsfrågan" is about "vildsvin"
            also |= {parts[0]} if len(parts) == 2 else self._first_part(stem)
        count = self.vocabulary.frequencies([stem]).get(stem, 0)
        also |= self._other_spellings(stem, count)
        if count == 0 and bare.endswith("s") and not is_name:  # a name typed small: "ålsjös"
            also |= set(self.vocabulary.frequencies([self.words.forms(bare[:-1])[0]]))
        if is_name:  # the stemmer takes "-ars" for another ending than "-ar": "Ekhammars" and "Ekhammar"
            also |= {self.words.forms(bare[:-1] if bare.endswith("s") else f"{bare}s")[0]} - {stem}
        also |= derived(stem) | with_or_without_e(stem)
        for infinitive, of_forms in () if is_name else self.words.verb_stems(bare).items():
            also |= ({infinitive} | of_forms | derived(infinitive)) - {stem}
        if particle:
            also |= {f"{particle}{stem}", *derived(f"{particle}{stem}")}
        if count == 0 and not any(self.vocabulary.frequencies(list(also)).values()):
            also |= self._typos(stem) or self._first_part(stem)
        size = max(self.vocabulary.size(), 50)
        weight = math.log(1 + size / (1 + count)) / math.log(1 + size)
        is_light = stem in self.meanings.light or (surface.isdigit() and len(surface) == 1)
        is_light = is_light or (is_foreign and not count and not is_name)
        weight *= LIGHT_FACTOR if is_light else TRANSLATED_FACTOR if is_foreign and not is_name else 1.0
        is_number = surface.isdigit() and len(surface) > 1
        weight = (
            max(weight, NUMBER_WEIGHT if is_number else MIN_WEIGHT)
            * (NAME_FACTOR if is_name else 1.0)
            * (ASKING_WEIGHT if is_asking else 1.0)
        )
        return AskedWord(
            surface,
            stem,
            parts,
            frozenset(also),
            weight,
            phrases=phrases,
            parts_also=tuple(self.meanings.same.get(part, frozenset()) for part in parts),
            is_name=is_name,
            is_asking=is_asking,
            is_light=is_light,
        )

    def _other_spellings(self, stem: str, count: int) -> set[str]:
        """Return the word with one å, ä, ö, a or o put right, when that is far more common in the documents."""
        if len(stem) < 3 or stem.isdigit():
            return set()
        spelled = {
            stem[:place] + other + stem[place + 1 :]
            for place, letter in enumerate(stem)
            for other in _MISTAKEN_FOR.get(letter, "")
        }
        common = self.vocabulary.frequencies(sorted(spelled))
        return {word for word, times in common.items() if times >= COMMONER * (count + 1)}

    def _first_part(self, stem: str) -> set[str]:
        """Return the longest known word that an unknown compound begins with: "passersystemprojektet"."""
        shortest = max(SHORTEST_PART, 2 * len(stem) // 5)
        starts = [stem[:length] for length in range(len(stem) - 1, shortest - 1, -1)]
        known = self.vocabulary.frequencies(starts)
        return set([start for start in starts if start in known][:1])

    def _typos(self, stem: str) -> set[str]:
        if len(stem) < 4 or stem.isdigit():
            return set()
        known = list(self.vocabulary.resembling(stem))
        without_marks = {term for term in known if folded(term) == stem}
        if without_marks:  # "forsaljning": typed without å, ä and ö
            return without_marks
        near = process.extract(stem, known, scorer=fuzz.ratio, score_cutoff=TYPO_RATIO, limit=3)
        return {choice for choice, _, _ in near}


def _particle(text: str, word: str) -> str:
    """Return the particle that a verb is joined with in its noun, where the text has it after the word."""
    if not _ANY_PARTICLE.search(text):
        return ""
    found = re.search(rf"\b{re.escape(word)}\b(?:(?: [\w-]+){{0,3}}? {_PARTED}| {_ADJOINING})\b", text)
    return "" if found is None else _JOINED.get(found["far"] or found["near"], found["far"] or found["near"])


def _opens(text: str, word: str) -> bool:
    """Tell whether the text opens with the word, whose capital then says nothing."""
    return text.startswith(word) and not text[len(word) : len(word) + 1].isalnum()


Held = tuple[float, ...]  # for each asked word in order, how surely some words hold it (0–1)


def held_by(asked: Asked, terms: frozenset[str]) -> Held:
    """Return how surely the terms hold each asked word."""
    return tuple(_held(word, terms) for word in asked.words)


def measure(
    asked: Asked, near: Held, context: Held, document: Held, *, dates: float, exact: float
) -> Coverage:
    """Return the coverage of a source from what its quoted words, surroundings and whole document hold."""
    total = covered = near_covered = asking_total = asking = 0.0
    missing = []
    for word, in_near, in_context, in_document in zip(asked.words, near, context, document, strict=True):
        best = max(in_near, in_context)
        if word.is_asking:
            asking_total += word.weight
            asking += word.weight * max(in_near * NEAR, in_context * CONTEXT)
            continue
        total += word.weight
        covered += word.weight * best
        near_covered += word.weight * max(in_near, OF_DOCUMENT * in_document)
        if best < LEAST_HELD:
            missing.append(word)
    return Coverage(
        share=covered / total if total else 1.0,
        near=near_covered / total if total else 1.0,
        asking=asking / asking_total if asking_total else 1.0,
        missing=tuple(missing),
        dates=dates,
        exact=exact,
    )


def _held(word: AskedWord, terms: frozenset[str]) -> float:
    """Return how surely the terms hold the word: 1 itself, less for a synonym or for its parts."""
    if word.stem in terms:
        return 1.0
    if not word.also.isdisjoint(terms) or any(terms.issuperset(phrase) for phrase in word.phrases):
        return 0.9
    if word.parts:
        held = (_holds_part(word, place, terms) for place in range(len(word.parts)))
        share = sum(len(part) for part, is_held in zip(word.parts, held, strict=True) if is_held) / sum(
            map(len, word.parts)
        )
        return 0.8 * share if share == 1.0 else 0.6 * share
    return 0.0


def _holds_part(word: AskedWord, place: int, terms: frozenset[str]) -> bool:
    """Tell whether the terms hold one part of a compound, or what means the same."""
    return word.parts[place] in terms or not word.parts_also[place].isdisjoint(terms)


def exact_held(asked: Asked, words: str) -> float:
    """Return the share of the asked case and paragraph numbers that a source's words and surroundings hold."""
    if not asked.case_numbers and not asked.paragraphs:
        return 1.0
    held = [bool(re.search(_spaced_anyhow(number), words, re.IGNORECASE)) for number in asked.case_numbers]
    held += [
        bool(
            re.search(
                rf"(?:§§?|paragraf(?:en)?|kap\w*)\s*{re.escape(number)}\b|\b{re.escape(number)}\s*§", words
            )
        )
        for number in asked.paragraphs
    ]
    return sum(held) / len(held)


def _spaced_anyhow(number: str) -> str:
    """Return a pattern for a case number whatever stands between its letters and figures, and nothing around it."""
    parts = re.findall(r"[^\W\d_]+|\d+", number)
    return r"(?<![^\W_])" + r"[\W_]*".join(parts) + r"(?![^\W_])"
