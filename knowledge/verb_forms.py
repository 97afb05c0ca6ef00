"""The forms of Swedish verbs: "godkände" is of "godkänna", "antogs" of "anta"; by the word list's endings, else by a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from knowledge.word_list import Ending, WordList

_LONGEST_ENDING = 6
_REMEMBERED = 10_000  # words of questions
_SAYS_SO = frozenset("KLMNP")  # classes that verbs alone have, among words that end as infinitives do
_INFINITIVE_ENDS = tuple("aåeoyö")
# Verbs that change their vowel, also with something before them: "anta", "tillsätta".
_PREFIXES = {
    "",
    *"an av be bort efter er fast fram för in ned om på sam till under upp ut vidare å åter åsido över".split(),
}
_IRREGULAR: dict[str, tuple[str, ...]] = {
    forms[0]: tuple(forms)
    for forms in (
        line.split()
        for line in """
        ta tar tas tog togs tagit tagits tagen taget tagna
        dra drar dras drog drogs dragit dragits dragen draget dragna
        sätta sätter sätts satte sattes satt satts satta
        lägga lägger läggs lade lades lagt lagts lagd lagda
        välja väljer väljs valde valdes valt valts vald valda
        sälja säljer säljs sålde såldes sålt sålts såld sålda
        göra gör görs gjorde gjordes gjort gjorts gjord gjorda
        säga säger sägs sade sades sagt sagts sagd sagda
        komma kommer kom kommit
        bära bär bärs bar bars burit burits buren buret burna
        skära skär skärs skar skars skurit skurits skuren skurna
        finna finner fann funnit
        vinna vinner vann vunnit vunna
        hinna hinner hann hunnit
        binda binder binds band bundit bundits bunden bundna
        sitta sitter satt suttit
        ligga ligger låg legat
        stryka stryker stryks strök ströks strukit strukits struken struket strukna
        vika viker viks vek vikit vikits
        stödja stöder stödjer stöds stödde stöddes stött stötts
        ge ger ges gav gavs gett getts givit givits given givet givna
        se ser ses såg sågs sett setts sedd sedda
        gå går gick gått
        få får fick fått
        stå står stod stått
        be ber bes bad bett
        bo bor bodde bott
        besluta beslutar beslutas beslutade beslutades beslutat beslutats beslöt beslöts
        """.splitlines()
        if line.strip()
    )
}


@dataclass(frozen=True, slots=True)
class VerbForms:
    """Finds the other forms of a verb, each verb looked up once."""

    vocabulary: WordList = field(repr=False)
    _known: dict[str, Mapping[str, frozenset[str]]] = field(default_factory=dict, repr=False, compare=False)

    def of(self, word: str) -> Mapping[str, frozenset[str]]:
        """Return the verbs that a lower-case word may be a form of, by their infinitives, each with its forms; often none."""
        known = self._known.get(word)
        if known is None:
            active = word.removesuffix("s")  # "bifölls" is "biföll"
            infinitives = self._regular(word) | self._regular(active) or set(
                _irregular(word, self.vocabulary)
            )
            known = {each: frozenset(self._inflected(each)) for each in sorted(infinitives)}
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[word] = known
        return known

    def _regular(self, word: str) -> set[str]:
        found = {word} if self._is_verb(word) else set()
        for length in range(1, min(_LONGEST_ENDING, len(word) - 1) + 1):
            for ending in self.vocabulary.verb_endings.get(word[-length:], ()):
                whole = word[:-length] + ending.taken
                if self._takes(whole, ending):
                    found.add(whole)
        return found

    def _inflected(self, infinitive: str) -> Iterator[str]:
        yield infinitive
        for added, endings in self.vocabulary.verb_endings.items():
            for ending in endings:
                if self._takes(infinitive, ending):
                    yield infinitive[: len(infinitive) - len(ending.taken)] + added
        for base, forms in _IRREGULAR.items():
            if infinitive.endswith(base):
                yield from (infinitive.removesuffix(base) + form for form in forms)

    def _takes(self, infinitive: str, ending: Ending) -> bool:
        return (
            ending.word_class in self.vocabulary.classes.get(infinitive, "")
            and self._is_verb(infinitive)
            and infinitive.endswith(ending.taken)
            and ending.where.search(infinitive) is not None
        )

    def _is_verb(self, word: str) -> bool:
        held = self.vocabulary.classes.get(word, "")
        return word.endswith(_INFINITIVE_ENDS) and bool(_SAYS_SO.intersection(held))


def _irregular(word: str, vocabulary: WordList) -> Iterator[str]:
    """Return the verbs of the table that a word is a form of, with what may stand before them."""
    for base, forms in _IRREGULAR.items():
        for form in forms:
            before = word.removesuffix(form)
            if word.endswith(form) and (before in _PREFIXES or before + base in vocabulary.words):
                yield before + base
