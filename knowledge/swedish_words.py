"""Swedish words as the indexes know them: stems, with the parts of compounds; numbers kept whole; pure.

`hyrberoendet` becomes the stem `hyrberoend` and its parts `hyr` and `beroend`, so that a search for "beroende
av hyrpersonal" finds it. Case numbers, paragraphs, dates and numbers stay single terms.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from threading import local

import snowballstemmer

from knowledge.verb_forms import VerbForms
from knowledge.word_list import WordList, compound_parts, dictionary_form, read_vocabulary

__all__ = ["SwedishWords", "WeightedTerm", "WordList", "folded", "read_vocabulary"]

_LONGEST_WORD = 60  # letters; longer is no word, but may have been sent to make the splitting slow
_REMEMBERED = 200_000  # words whose forms are kept; a region's documents hold fewer
_TEXTS_REMEMBERED = (
    20_000  # short texts whose terms are kept: the facts and sentences that questions come back to
)
_SHORT = 600  # characters

_TOKEN = re.compile(
    r"""
    (?P<paragraph>§{1,2}\s?\d+[a-z]?\b)
  | (?P<case>\b[A-ZÅÄÖ]{1,6}(?:\s|[-–])?(?!(?:19|20)\d\d[-–/](?:19|20)\d\d\b)\d{1,5}[-–/]\d{4}\b|\b[A-ZÅÄÖ]{1,6}[-–]?\d{4}[-–/:]\d{2,6}(?:-\d+)?\b)
  | (?P<date>\b\d{4}-\d\d-\d\d\b)
  | (?P<register>\b\d{1,5}[-–/]\d{2,5}\b|\b\d{4}[:/]\d{1,6}\b)
  | (?P<thousands>\b\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d))
  | (?P<number>\b\d+(?:[.,:]\d+)*(?![^\W\d_]))
  | (?P<word>[^\W_]+(?:[-‑–:'’.][^\W_]+)*)
    """,
    re.VERBOSE,
)
_SHORTEST_EVENED = 3
_LIKE_ENDINGS = ("ar", "er", "or", "ad")
_FINAL_S = re.compile(r"[bcdfghjklmnoprtv]s$")
_POSSESSIVE = re.compile(r"[:'’](?:s|n|ns|en|ens|et|ar|er|erna|arna|are)$")
_DASHES = re.compile("[-‑–—]")

_STOP_WORDS = frozenset(
    """alla allt att av bli blir blev blivit både da de dem den denna deras dess dessa det detta dig din du där då
    efter eller en er ett från för före ha hade han hans har henne hennes hon honom hos hur här i icke in inte
    inom jag ju kan kunde man med mellan men mig min mot mycket ni nu när någon något några och om oss på samt
    sedan sig sin sina sitt ska skall skulle som så sådan till under upp ur ut utan vad var vara varför varit
    vart vem vi via vid vilka vilken vilket vår våra vårt är än även åt över
    a an and are as at be by did do does for from has have how is it of on or that the this to was were what when
    where which who whom whose why will with""".split()
)


@dataclass(frozen=True, slots=True)
class WeightedTerm:
    """A term and whether it is a word of the text itself or only a part of one."""

    term: str
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class SwedishWords:
    """Turns text into terms; built once, since its word list takes time to read, and handed around.

    Safe among threads.
    """

    vocabulary: WordList = field(repr=False)
    _known: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict, repr=False, compare=False)
    _of_token: dict[str, tuple[WeightedTerm, ...]] = field(default_factory=dict, repr=False, compare=False)
    _of_text: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    _verbs: VerbForms = field(init=False, repr=False, compare=False)
    _thread: local = field(default_factory=local, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Know the verbs of the word list."""
        object.__setattr__(self, "_verbs", VerbForms(self.vocabulary))

    def terms(self, text: str) -> tuple[str, ...]:
        """Return the stems of `text` in order, each compound followed by its parts; no stop words."""
        if len(text) > _SHORT:
            return tuple(each.term for each in self._terms(text))
        known = self._of_text.get(text)
        if known is None:
            if len(self._of_text) >= _TEXTS_REMEMBERED:
                self._of_text.clear()
            known = self._of_text[text] = tuple(each.term for each in self._terms(text))
        return known

    def weighted_terms(self, text: str) -> tuple[WeightedTerm, ...]:
        """Return the terms of `text` in order, parts of compounds marked as such."""
        return tuple(self._terms(text))

    def forms(self, word: str) -> tuple[str, tuple[str, ...]]:
        """Return one word's stem and the stems of its parts (none when it is no compound)."""
        tidy = _DASHES.sub(
            "-",
            _POSSESSIVE.sub("", unicodedata.normalize("NFKC", word).replace("\u00ad", "").strip().lower()),
        )
        if any(letter.isdigit() for letter in tidy) and (terms := self.weighted_terms(word)):
            return terms[0].term, tuple(each.term for each in terms[1:] if each.is_part)
        return self._forms(tidy)

    def verb_stems(self, word: str) -> Mapping[str, frozenset[str]]:
        """Return the stems of the verbs that a word may be a form of, each with those of its other forms; often none."""
        return {
            self.forms(infinitive)[0]: frozenset(self.forms(form)[0] for form in forms)
            for infinitive, forms in self._verbs.of(word.lower()).items()
        }

    def _terms(self, text: str) -> Iterator[WeightedTerm]:
        for match in _TOKEN.finditer(unicodedata.normalize("NFKC", text).replace("\u00ad", "")):
            if match.lastgroup == "word":
                token = match.group()
                known = self._of_token.get(token)
                if known is None:
                    known = self._remembered(token)
                yield from known
            else:
                yield from _number(match.lastgroup or "", match.group())

    def _remembered(self, token: str) -> tuple[WeightedTerm, ...]:
        terms = tuple(self._word(token))
        if len(token) <= _LONGEST_WORD:
            if len(self._of_token) >= _REMEMBERED:
                self._of_token.clear()
            self._of_token[token] = terms
        return terms

    def _word(self, token: str) -> Iterator[WeightedTerm]:
        lowered = _POSSESSIVE.sub("", token.lower())
        if lowered in _STOP_WORDS and not (token.isupper() and len(token) > 1):
            return
        stem, parts = self._forms(_DASHES.sub("-", lowered))
        if stem:
            yield WeightedTerm(stem)
        for part in parts:
            yield WeightedTerm(part, is_part=True)
            for inner in self._forms(part)[1]:
                yield WeightedTerm(inner, is_part=True)

    def _forms(self, word: str) -> tuple[str, tuple[str, ...]]:
        if len(word) > _LONGEST_WORD:
            return word[:_LONGEST_WORD], ()
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[word] = self._read_forms(word)
        return known

    def _read_forms(self, word: str) -> tuple[str, tuple[str, ...]]:
        if word not in self.vocabulary.words:
            word = self.vocabulary.beginnings.get(word, word)
        whole = dictionary_form(word, self.vocabulary)
        word = whole if whole in self.vocabulary.words else word
        pieces = [piece for piece in re.split("[-.]", word) if piece]
        parts: list[str] = []
        for piece in pieces:
            inner = compound_parts(piece, self.vocabulary)
            if len(pieces) > 1 and piece not in _STOP_WORDS:  # "e-tjänstekort" is a "tjänstekort"
                parts.append(piece)
            parts.extend(inner)
        if parts and word.endswith(parts[-1]):
            last = dictionary_form(parts[-1], self.vocabulary)
            stem = self._stem(word[: len(word) - len(parts[-1])] + last)
        else:
            stem = self._stem(dictionary_form(word, self.vocabulary))
        stems = dict.fromkeys(self._stem(dictionary_form(part, self.vocabulary)) for part in parts)
        return stem, tuple(part for part in stems if part != stem)

    def _stem(self, word: str) -> str:
        """Stem one word; a stemmer keeps the word it works on, so that each thread has its own."""
        if word.startswith("billig"):  # which would be "bil"
            return "billig"
        if word.endswith(_LIKE_ENDINGS) and word in self.vocabulary.classes:
            return _evened(word)  # "ansvar" and "kostnad" end so by themselves
        stemmer = getattr(self._thread, "stemmer", None)
        if stemmer is None:
            stemmer = self._thread.stemmer = snowballstemmer.stemmer("swedish")
        return _evened(str(stemmer.stemWord(word)))


def _evened(stem: str) -> str:
    """Return one stem for the forms that the stemmer leaves apart: "gemensamma" and "gemensam", "skjutsar" and "skjuts"."""
    if len(stem) > _SHORTEST_EVENED and stem.endswith(("mm", "nn")):
        return stem[:-1]
    return stem[:-1] if len(stem) > _SHORTEST_EVENED and _FINAL_S.search(stem) else stem


@lru_cache(maxsize=50_000)
def folded(term: str) -> str:
    """Return a term as somebody types it without å, ä, ö and accents."""
    return "".join(
        character for character in unicodedata.normalize("NFD", term) if not unicodedata.combining(character)
    )


def _number(kind: str, token: str) -> Iterator[WeightedTerm]:
    whole = _DASHES.sub("-", re.sub(r"\s", "", token)).lower()[:_LONGEST_WORD]
    if kind == "paragraph":
        whole = "§" + whole.lstrip("§")
    yield WeightedTerm(whole)
    if kind == "case" and (bare := re.sub(r"^[^\W\d]+-?", "", whole)) != whole:
        yield WeightedTerm(bare, is_part=True)
    elif kind == "register":
        for part in re.split("[-/:]", whole):
            yield WeightedTerm(part, is_part=True)
    elif kind == "paragraph":
        yield WeightedTerm(whole.lstrip("§"), is_part=True)
