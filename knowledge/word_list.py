"""The Swedish word list, from hunspell-sv, and the splitting of compounds by it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from knowledge.errors import KnowledgeError

_BEGINS, _ENDS = frozenset("XU"), "Y"
_ONLY_IN_COMPOUNDS = "Z"
_TAKES_LINKING_S = frozenset("vfRD")
_SHORTEST, _LONGEST = 3, 16  # a longer listed word is itself a compound and seldom part of another
_LONG = 8  # from this length on, a word without flags ("fullmäktige") may stand last
_LONG_ENOUGH = 5  # letters from which any listed word may end a compound, whatever its flags say
_SHORTEST_BARE = (
    5  # a shorter noun without its last letter splits more words wrongly than rightly ("änd-ringar")
)

# Adverbs and prepositions that stand before a verb make another word of it ("uppdrag" is no kind of "drag"),
# and endings make no compound ("anställning" is not "anstäl" and "ning").
_NO_BEGINNINGS = frozenset(
    """all an av bak bi bort be demo den det du där ent efter emot er erfar fem fort fram från får för före förbi
    ge genom ha hel hem hit hos hur här i igen ihop in inne kan kvar man med mellan mer min miss mot ned ner när
    o om omkring par på runt sam samman sex sig sin sina sju själv ska som son till tre två under undan upp uppe
    ur ut utan ute van var vet vid åter över""".split()
)
# Verbs that begin compounds without their last letter; most do so too seldom to be worth the wrong splits.
_BARE_VERBS = {
    verb.removesuffix("a"): verb
    for verb in "bygga byta hyra köpa köra ladda leda låna läsa rikta skriva spara städa styra svara söka tvätta".split()
}
# Three-letter words that begin many compounds of the field and few other words.
_SHORT_BEGINNINGS = frozenset({"hyr", "lön", "mål", "års", "liv", "del", "väg"})
# Those that do so before longer words alone: "basenhet" and "kösituation", but "bassäng" and "köpare".
_BEFORE_LONG = frozenset({"bad", "bas", "el", "kö", "mat", "ram", "snö", "sol", "sop", "tak"})
_ENDINGS = frozenset(
    """aktig ande are aren arn arna bar dags des dom else ende ens era erar erat eras erna eri ernas erska ern ers
    het inna iska ism isk ist lek lig ling ler nas nes ner ning nis ren sam skap tas tes tion tioner ner ter
    ska ned""".split()
)


# The classes of nouns' endings in the list's affix file, and those of all words: "D" is "-en", "G" "-ar" and "-or".
_NOUN_CLASSES = frozenset("ABCDEFGHIJ")
_VERB_CLASSES = frozenset("AmKLMNOPR")
_CLASSES = _NOUN_CLASSES | _VERB_CLASSES | frozenset("QT")
_LONGEST_ENDING = 8
# Plurals that the list has as words of their own, and short words that it is too coarse for.
_VOWEL_CHANGED = {
    "böcker": "bok", "städer": "stad", "ledamöter": "ledamot", "män": "man", "männen": "man", "rötter": "rot",
    "nätter": "natt", "söner": "son", "döttrar": "dotter", "bönder": "bonde", "fäder": "fader", "bröder": "bror",
    "året": "år", "åren": "år", "årets": "år", "årens": "år",
}  # fmt: skip
_CHANGED_ENDINGS = tuple(_VOWEL_CHANGED)
_DEFINITE_PLURAL = re.compile(r"(?<=er)na?s?$|(?<=er)nas$|(?<=[nr])s$")


@dataclass(frozen=True, slots=True)
class Ending:
    """What a class of words adds to them in place of `taken`, where the word ends as `where` says."""

    word_class: str
    taken: str
    where: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class WordList:
    """`beginnings` maps what may begin a compound to the word it is of ("verksamhets" → "verksamhet").

    `classes` are each word's classes of endings, `endings` what these add to a noun and `verb_endings` to a verb.
    """

    words: frozenset[str]
    beginnings: Mapping[str, str]
    heads: frozenset[str]
    classes: Mapping[str, str] = field(default_factory=dict)
    endings: Mapping[str, Sequence[Ending]] = field(default_factory=dict)
    verb_endings: Mapping[str, Sequence[Ending]] = field(default_factory=dict)


def read_vocabulary() -> WordList:
    """Read the installed word list, in about half a second; raises KnowledgeError when it is not there."""
    dictionary = _dictionary()
    return parse_word_list(
        dictionary.read_text(encoding="utf-8"), dictionary.with_suffix(".aff").read_text(encoding="utf-8")
    )


def parse_word_list(dictionary: str, affixes: str = "") -> WordList:
    """Sort the words of a Hunspell `.dic` file by the place that they may take in a compound, with its `.aff` file's endings."""
    flags: dict[str, str] = {}
    for line in dictionary.splitlines()[1:]:
        word, _, held = line.partition("/")
        if _SHORTEST <= len(word) <= _LONGEST and word.islower() and word.isalpha():
            flags[word] = flags[word] + held if word in flags else held
    words = {word for word, held in flags.items() if _ONLY_IN_COMPOUNDS not in held}
    heads = {
        word
        for word, held in flags.items()
        if (_ENDS in held or (not held and len(word) >= _LONG)) and word not in _ENDINGS
    }
    classes = {word: kept for word, held in flags.items() if (kept := "".join(_CLASSES.intersection(held)))}
    return WordList(
        frozenset(words),
        _beginnings(flags, words),
        frozenset(heads),
        classes,
        _endings(affixes, _NOUN_CLASSES),
        _endings(affixes, _VERB_CLASSES),
    )


def _endings(affixes: str, classes: frozenset[str]) -> dict[str, list[Ending]]:
    """Return what words of these classes may end with, and how the word is had back: `("länder", "land")` by `SFX J and änder and`."""
    found: dict[str, list[Ending]] = {}
    for line in affixes.splitlines():
        match line.split():
            case ["SFX", word_class, taken, added, where, *_] if word_class in classes and added != "0":
                if not added.startswith("nde"):  # a verb's participle
                    ending = Ending(word_class, "" if taken == "0" else taken, re.compile(f"(?:{where})$"))
                    found.setdefault(added, []).append(ending)
    return found


def dictionary_form(word: str, vocabulary: WordList) -> str:
    """Return the form under which a word list has a noun: "kostnader" is "kostnad", "värdena" "värde", "länderna" "land".

    A word that takes endings itself, and one that the list does not know in this form, stays as it is, but for a definite
    ending.
    """
    plural = _DEFINITE_PLURAL.sub("", word)
    for changed in (word, plural):
        if not changed.endswith(_CHANGED_ENDINGS):
            continue
        ending = max((each for each in _VOWEL_CHANGED if changed.endswith(each)), key=len)
        whole = changed.removesuffix(ending) + _VOWEL_CHANGED[ending]
        if changed == ending or whole in vocabulary.words:
            return whole
    if word in vocabulary.classes:
        return word
    if plural != word and plural.endswith("er") and plural in vocabulary.classes:
        return plural  # "politikerna" are no "politik"
    found = [
        whole
        for length in range(1, min(_LONGEST_ENDING, len(word) - 1) + 1)
        for ending in vocabulary.endings.get(word[-length:], ())
        if ending.word_class in vocabulary.classes.get(whole := word[:-length] + ending.taken, "")
        and whole in vocabulary.words
        and ending.where.search(whole)
    ]
    return max(found, key=len) if found else without_definite_ending(word, vocabulary)


def compound_parts(word: str, vocabulary: WordList) -> tuple[str, ...]:
    """Return the words that a lower-case compound is made of, the last inflected as in it; nothing if it is none.

    A part that is itself a listed compound stays whole ("arkivriktlinjer": "arkiv", "riktlinjer").
    """
    return _split(word, vocabulary, depth=3) or ()


def without_definite_ending(word: str, vocabulary: WordList) -> str:
    """Return a word without the definite ending that stemmers leave: "beroendet" is "beroende", "skolan" "skola"."""
    if word.endswith("eln") and word[:-1] in vocabulary.heads:
        return word[:-1]  # the list holds "växeln" as a word of its own
    for doubled in ("mmet", "mmets", "nnen", "mmen"):
        short = word[: -len(doubled) + 1]
        if word.endswith(doubled) and short in vocabulary.heads and word not in vocabulary.words:
            return short  # "hemmet" is "hem"
    for ending in ("ets", "et", "ts", "t", "ns", "n"):
        whole = word[: -len(ending)]
        if word.endswith(ending) and whole in vocabulary.heads and word not in vocabulary.words:
            return whole
        with_e = f"{whole[:-1]}e{whole[-1:]}"
        if (
            ending in ("ets", "et")
            and word.endswith(ending)
            and with_e in vocabulary.heads
            and word not in vocabulary.words
        ):
            return with_e  # "vattnet" is "vatten"
    return word


def _beginnings(flags: Mapping[str, str], words: set[str]) -> dict[str, str]:
    found: dict[str, str] = dict(_BARE_VERBS)
    for word, held in flags.items():
        if word in _NO_BEGINNINGS or word in _ENDINGS:
            continue
        kinds = set(held)
        if _ONLY_IN_COMPOUNDS in kinds:
            found[word] = _word_behind(word, words)
        elif kinds & _BEGINS or _ENDS in kinds or "b" in kinds or (not kinds and len(word) >= _LONG):
            found.setdefault(word, word)
        if kinds & _TAKES_LINKING_S:
            found.setdefault(word + "s", word)
        if word.endswith("a") and _drops_its_a(word, kinds):
            found.setdefault(word[:-1], word)
    kept = {
        word: lemma for word, lemma in found.items() if len(word) >= _SHORTEST and word not in _NO_BEGINNINGS
    }
    return kept | {word: word for word in _BEFORE_LONG}


def _drops_its_a(word: str, kinds: set[str]) -> bool:
    """Tell whether a noun stands without its last letter in compounds: "skola" in "skolval"."""
    return len(word) >= _SHORTEST_BARE and {"G", "Y"} <= kinds


def _word_behind(word: str, words: set[str]) -> str:
    """Return the word that a form used only in compounds is of: "hälso" is of "hälsa"."""
    for ending, own in (("o", "a"), ("u", "a"), ("s", ""), ("s", "e"), ("e", "a"), ("", "a"), ("", "e")):
        if word.endswith(ending) and (whole := word[: len(word) - len(ending)] + own) in words:
            return whole
    return word


_SHORTEST_COMPOUND = 6
_SHORT_FIRST = 4  # a listed word with a shorter first part is seldom a compound
_INFLECTIONS = (
    ("", ""), ("en", ""), ("et", ""), ("n", ""), ("t", ""), ("s", ""), ("ens", ""), ("ets", ""), ("ns", ""),
    ("ar", ""), ("arna", ""), ("er", ""), ("erna", ""), ("er", "e"), ("erna", "e"), ("ers", "e"), ("or", "a"), ("orna", "a"), ("arnas", ""),
    ("ernas", ""), ("ornas", "a"), ("na", ""), ("na", "e"), ("ar", "e"), ("arna", "e"), ("en", "e"),
    ("a", ""), ("aste", ""), ("ade", "a"), ("at", "a"), ("ad", "a"), ("ande", "a"), ("nas", ""),
    ("ars", ""), ("ers", ""), ("ts", ""), ("as", ""), ("ades", "a"), ("ats", "a"),
    ("net", "en"), ("nets", "en"), ("let", "el"), ("ret", "er"),
    ("ln", "el"), ("lar", "el"), ("larna", "el"), ("rna", "r"), ("rar", "er"),
)  # fmt: skip


def _split(word: str, vocabulary: WordList, depth: int) -> tuple[str, ...] | None:
    """Return the parts of a compound, as few as can be and the first as long as can be; else nothing."""
    if len(word) < _SHORTEST_COMPOUND or depth == 0:
        return None
    is_listed = any(form in vocabulary.words for form in _uninflected(word))
    best: tuple[str, ...] | None = None
    for cut in range(2 if word[:2] in _BEFORE_LONG else _SHORTEST, len(word) - _SHORTEST + 1):
        beginning = vocabulary.beginnings.get(word[:cut])
        if beginning is None or (
            is_listed and cut < _SHORT_FIRST and not _begins_listed(word, cut, vocabulary)
        ):
            continue
        for rest in (word[cut:],) if is_listed else _rests(word, cut):
            parts = _parts(beginning, rest, vocabulary, depth)
            if parts is not None and (best is None or len(parts) <= len(best)):
                best = parts
    return best


def _begins_listed(word: str, cut: int, vocabulary: WordList) -> bool:
    """Tell whether so short a first part makes a compound of a word that the list has whole."""
    return word[:cut] in _SHORT_BEGINNINGS or (
        word[:cut] in _BEFORE_LONG
        and any(len(form) >= _LONG_ENOUGH and form in vocabulary.words for form in _uninflected(word[cut:]))
    )


def _parts(beginning: str, rest: str, vocabulary: WordList, depth: int) -> tuple[str, ...] | None:
    if any(
        form in vocabulary.heads or (len(form) >= _LONG_ENOUGH and form in vocabulary.words)
        for form in _uninflected(rest)
    ):
        return (beginning, rest)
    after = _split(rest, vocabulary, depth - 1)
    return (beginning, *after) if after else None


def _rests(word: str, cut: int) -> tuple[str, ...]:
    """Return what may follow the first part: three equal letters are written as two ("busstation")."""
    if word[cut - 1] == word[cut - 2]:
        return (word[cut:], word[cut - 1 :])
    return (word[cut:],)


def _uninflected(word: str) -> Iterator[str]:
    for ending, own in _INFLECTIONS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            yield word[: len(word) - len(ending)] + own


def _dictionary() -> Path:
    try:
        listed = files("hunspell-sv") or []
    except PackageNotFoundError as error:
        raise KnowledgeError("Ordlistan hunspell-sv saknas. Kör make install.") from error
    for file in listed:
        if file.name == "sv_SE.dic":
            return Path(str(file.locate()))
    raise KnowledgeError("Ordlistan hunspell-sv saknar filen sv_SE.dic. Kör make install igen.")
