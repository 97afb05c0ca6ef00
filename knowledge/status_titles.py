"""Which known assignments a phrase of a message names; pure. When two fit as well, both are named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from knowledge.swedish_words import SwedishWords, folded

_ENOUGH = 0.6  # one word that only one title holds is enough, a word that two share is not
_HINT = 0.4
_AS_GOOD = 0.9
_MOST_CANDIDATES = 5
_TYPO, _NEAR_TYPO, _FRAME_TYPO = 82.0, 88.0, 77.0
_PART, _SOME_PARTS = 0.6, 0.5
_GENERIC, _ASIDE = 0.25, 0.5
_SHORTEST_TYPO = 5
_SHORTEST_BEGINNING = 6
_SHORTEST_VERB = 4
_ABBREVIATED = range(3, 6)  # letters
_EVERYDAY = frozenset(
    "pga tex mvh osv dvs bla mfl fom tom etc resp mkt ngt ngn kan ska hej nån nåt bra inga".split()
)
_JOINING = frozenset("och i på av för vid inom till med om hos".split())
_DOINGS = ("ing", "ning")
# "arkivfrågan" and "arkivprojektet" say no more than "arkivet".
_FRAMED = re.compile(
    r"(?P<core>\w{3,}?)-?(?:fråga|ärende|projekt|uppdrag|arbete|satsning|spår|insats|initiativ)(?:n|t|et|en|na|orna|arna|erna)?"
)

# Words that many assignments begin with; they name none.
_GENERIC_WORDS = frozenset(
    """minska öka utreda öppna starta ta fram göra gör ge säkra införa inför stärka utveckla förbättra fortsätta genomföra
    regionens region kommunens kommun regionen plan planen handlingsplan arbete arbetet arbeta gemensam gemensamma
    översyn lättare bättre procent jämfört ny nya sin sina verksamheten verksamhet förmåga bli säkerställa följa""".split()
)
FRAME_WORDS = frozenset(
    """uppdrag uppdraget uppdragen uppdraget projekt projektet direktiv direktivet status statusen läge läget just nu
    fortfarande fortsatt ligger står går känns ser ut blivit nog väl tyvärr alltså sätter satt sätt markerar markera
    ändra ändrar uppdatera uppdaterar flagga flaggar vårt vår min mitt jag vi är var allt båda både alla samtliga två tre fyra mina våra helt nej ja eller snarare kanske typ or maybe rather no yes lite mycket tycker bedömer
    bedömning idag igen åter tillbaka vecka veckan veckans denna här det den om för på och att av i till med
    the project assignment still now currently is are remains stays set mark please again today this week""".split()
)
_ASIDE_FROM = re.compile(r"\(|\b(?:vid|inom|jämfört|hos|under|senast|utifrån|enligt)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class KnownAssignment:
    """An assignment that a message may name, by its title, the wordings it has had, or a word that its documents use."""

    id: int
    title: str
    aliases: tuple[str, ...] = ()
    used: tuple[str, ...] = ()


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
        return self._holding(list(self._asked(phrase)), _ENOUGH)

    def hinted(self, phrase: str) -> tuple[CandidateAssignment, ...]:
        """Return the assignments that a phrase may hint at: by a word that two titles share, or that begins with theirs.

        Such a word is enough only where something is said to be green, late or the like.
        """
        asked = list(self._asked(phrase))
        known = {stem for stem, _ in asked}
        asked += [(stem, ()) for stem in self._begun_with(phrase) if stem not in known]
        return self._holding(asked, _HINT)

    def _holding(
        self, asked: Sequence[tuple[str, tuple[str, ...]]], enough: float
    ) -> tuple[CandidateAssignment, ...]:
        best: dict[int, tuple[float, float, KnownAssignment]] = {}
        for wording in self._wordings:
            held = self._held(asked, wording)
            share = held / (sum(wording.weights.values()) or 1.0)
            number = wording.assignment.id
            if (held >= enough or share >= _AS_GOOD) and (held, share) > best.get(number, (0.0, 0.0))[:2]:
                best[number] = (held, share, wording.assignment)
        for assignment in self.assignments:
            if any(self._is_used(term, assignment) for stem, parts in asked for term in (stem, *parts)):
                held, share, _ = best.get(assignment.id, (0.0, 0.0, assignment))
                best[assignment.id] = (max(held, 1.0), max(share, 1.0), assignment)
        return self._as_good_as_the_best(list(best.values()))

    def holds(self, word: str) -> bool:
        """Tell whether a word is one that the titles hold, typos aside."""
        return next(iter(self._asked(word)), None) is not None

    def has_word(self, word: str) -> bool:
        """Tell whether a title holds just this word, in any inflection."""
        stem = self.words.forms(word)[0]
        return any(stem in wording.weights for wording in self._wordings)

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
            own = tuple(
                part if part in self._holders else self._verb_of(part) or self._joined_up.get(part, part)
                for part in parts
                if part not in self._frame_stems
            )
            if self._is_another_form(word):
                continue
            if stem in self._holders or self._is_used_by_any(stem):
                yield stem, own
            elif (core := self._core(word)) is not None:
                yield core, ()
            elif (spelled := self._meant(word, _NEAR_TYPO)) is not None:
                yield spelled, ()
            elif any(part in self._holders or self._is_used_by_any(part) for part in own):
                yield stem, own
            elif joined := self._joined(word):
                yield from ((stem, both) for both in joined)
            elif (verb := self._verb_of(stem)) is not None:
                yield verb, ()
            elif word not in self.words.vocabulary.words and (meant := self._meant(word, _TYPO)) is not None:
                yield meant, ()  # a word of its own ("stänger") is no slip for another ("sanera")

    def _begun_with(self, phrase: str) -> Iterator[str]:
        """Yield the title words that words of a phrase begin with: "ortopediköerna"."""
        for match in _WORD.finditer(phrase):
            word = folded(match.group().lower())
            yield from (
                stem
                for spelling, stem in self._spellings.items()
                if len(spelling) >= _SHORTEST_BEGINNING and spelling != word and word.startswith(spelling)
            )

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

    def _core(self, word: str) -> str | None:
        """Return the title's word, or part of one, that a word names before "frågan", "projektet" or the like."""
        framed = _FRAMED.fullmatch(word)
        if framed is None:
            return None
        core = framed["core"]
        stem = self.words.forms(self.words.vocabulary.beginnings.get(core, core))[0]
        return stem if stem in self._holders and stem not in self._generic_stems else None

    def _joined(self, word: str) -> list[tuple[str, str]]:
        """Return the two title words that a word begins and ends as: "ortopediköerna" of "vårdköerna inom ortopedin"."""
        bare = folded(word)
        return [
            (stem, other)
            for spelling, stem in self._spellings.items()
            if len(spelling) >= _SHORTEST_BEGINNING and bare.startswith(spelling)
            for ending, other in self._spellings.items()
            if other != stem
            and len(bare) - len(spelling) >= _SHORTEST_VERB
            and ending.endswith(bare[len(spelling) :])
        ]

    def _verb_of(self, stem: str) -> str | None:
        """Return the title verb whose doing a word names: "sanering" of "sanera"; nothing when there is none."""
        verbs = (stem.removesuffix(ending) for ending in _DOINGS if stem.endswith(ending))
        return next(
            (verb for verb in verbs if len(verb) >= _SHORTEST_VERB and verb in self._title_stems), None
        )

    def _is_another_form(self, word: str) -> bool:
        """Tell whether a word is an adjective beside a title's verb: "kort" beside "Korta köerna"."""
        return f"{word}a" in self._title_words and word not in self._title_words

    @cached_property
    def _title_words(self) -> frozenset[str]:
        wordings = (wording for each in self.assignments for wording in (each.title, *each.aliases))
        return frozenset(match.group().lower() for wording in wordings for match in _WORD.finditer(wording))

    @cached_property
    def _title_stems(self) -> frozenset[str]:
        return frozenset(stem for wording in self._wordings for stem in wording.weights)

    @cached_property
    def _used(self) -> dict[int, frozenset[str]]:
        """The stems of the words that each assignment's documents use."""
        return {
            each.id: frozenset(self.words.forms(word)[0] for word in each.used)
            for each in self.assignments
            if each.used
        }

    def _is_used(self, term: str, assignment: KnownAssignment) -> bool:
        """Tell whether a term is a word of the assignment's documents, or an abbreviation of its title."""
        return term in self._used.get(assignment.id, ()) or assignment.id in self._abbreviated(term)

    def _is_used_by_any(self, term: str) -> bool:
        return any(term in used for used in self._used.values()) or bool(self._abbreviated(term))

    def _abbreviated(self, term: str) -> frozenset[int]:
        """Return the assignments whose titles a term abbreviates: "bvc" of "Förstärk barnavårdscentralerna"."""
        is_short = len(term) in _ABBREVIATED and term.isalpha() and term not in _EVERYDAY
        if not is_short or term in self.words.vocabulary.words:
            return frozenset()
        return frozenset(
            each.id
            for each in self.assignments
            if any(_begins_parts(term, parts) for parts in self._title_parts[each.id])
        )

    @cached_property
    def _title_parts(self) -> dict[int, list[list[str]]]:
        """The letters that parts of each assignment's wordings begin with, a string a word, one list a wording."""
        return {
            each.id: [
                [self._part_letters(match.group()) for match in _WORD.finditer(wording)]
                for wording in (each.title, *each.aliases)
            ]
            for each in self.assignments
        }

    def _part_letters(self, word: str) -> str:
        """Return the first letter of a word and of each rest of it that is a word: "bvc"; nothing of a joining word."""
        if word.lower() in _JOINING:
            return ""
        rests = (word[start:].lower() for start in range(2, len(word) - 2))
        return word[0].lower() + "".join(rest[0] for rest in rests if self._is_word(rest))

    def _is_word(self, rest: str) -> bool:
        stem, parts = self.words.forms(rest)
        return bool(parts) or stem in self.words.vocabulary.words

    @cached_property
    def _frame_stems(self) -> frozenset[str]:
        return frozenset(self.words.forms(word)[0] for word in ("uppdrag", "projekt", "direktiv", "arbete"))

    @cached_property
    def _generic_stems(self) -> frozenset[str]:
        return frozenset(self.words.forms(word)[0] for word in _GENERIC_WORDS | FRAME_WORDS)

    @cached_property
    def _holders(self) -> dict[str, int]:
        """How many assignments hold each term, as a word or as part of one; as an aside only when none does otherwise."""
        holders: dict[str, set[int]] = {}
        aside: dict[str, set[int]] = {}
        for assignment in self.assignments:
            for wording in (assignment.title, *assignment.aliases):
                for held, text in zip((holders, aside), _with_aside(wording), strict=True):
                    for term in self.words.terms(text):
                        held.setdefault(term, set()).add(assignment.id)
        return {term: len(ids) for term, ids in (aside | holders).items()}

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
    def _joined_up(self) -> dict[str, str]:
        """Title words with a hyphen as they are typed without: "etjänst"."""
        return {stem.replace("-", ""): stem for stem in self._title_stems if "-" in stem}

    @cached_property
    def _wordings(self) -> tuple[_Wording, ...]:
        return tuple(
            self._wording(assignment, wording)
            for assignment in self.assignments
            for wording in (assignment.title, *assignment.aliases)
        )

    def _wording(self, assignment: KnownAssignment, wording: str) -> _Wording:
        weights: dict[str, float] = {}
        parts: set[str] = set()
        for text, factor in zip(_with_aside(wording), (1.0, _ASIDE), strict=True):
            for each in self.words.weighted_terms(text):
                if each.is_part:
                    parts.add(each.term)
                    continue
                generic = _GENERIC if each.term in self._generic_stems or each.term.isdigit() else 1.0
                weights.setdefault(each.term, factor * generic / self._holders[each.term])
        return _Wording(assignment, weights, frozenset(parts - weights.keys()))


def _with_aside(wording: str) -> tuple[str, str]:
    """Return a title's own words, and those that only tell where, until when or of what it goes on."""
    aside = _ASIDE_FROM.search(wording)
    cut = aside.start() if aside and aside.start() > 0 else len(wording)
    return wording[:cut], wording[cut:]


def _begins_parts(term: str, words: Sequence[str]) -> bool:
    """Tell whether each letter of a term begins a part of words that follow each other, the first a word of its own."""
    for start, letters in enumerate(words):
        if not letters or letters[0] != term[0]:
            continue
        at, place = start, 1
        for letter in term[1:]:
            inside = words[at].find(letter, place)
            if inside >= 0:
                place = inside + 1
                continue
            at = next((number for number in range(at + 1, len(words)) if words[number]), len(words))
            if at == len(words) or words[at][0] != letter:
                break
            place = 1
        else:
            return True
    return False


def _frames(word: str, spelling: str) -> bool:
    """Tell whether a mistyped word is a title's word with "projektet" or its like behind it."""
    rest = word[len(spelling) :]
    if len(spelling) < _SHORTEST_TYPO or not rest or not word.startswith(spelling):
        return False
    return max(fuzz.ratio(rest, frame) for frame in ("projektet", "uppdraget", "direktivet")) >= _FRAME_TYPO
