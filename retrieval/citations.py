"""Check what a language model says against the source that it cites; pure, and rather too strict than too kind.

A sentence passes when one cited source has one sentence, row or list item that holds every word of it, bar the small
words that carry no fact, together with the headings above it. On top of that:

- its words come in the source's order (the two sides of "är" may change places), so nobody gets another's part;
- a number, date or name may not be picked past another of its kind, so nobody gets another's role or sum;
- "är" may be said only where the source says so or sets a value after its label;
- words that turn a sentence round or hold it back (inte, föreslår, ska, senast …) may not be left out;
- a quotation must stand in the source letter for letter.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import snowballstemmer

from knowledge.parsing.swedish_dates import find_dates
from knowledge.when import Precision, When
from retrieval.windows import sentences
from retrieval.wording import one_line

# Words without a fact of their own. What negates, limits, compares or gives a time is not among them.
_FREE = frozenset(
    "och att i på av för till med om en ett den det de dem som är vid från enligt samt sig sin sitt sina denna detta dessa "
    "där när hos inom också då så här man dess deras vilken vilket vilka således därmed".split()
)
# Left out, these change what a sentence says; so where the source's sentence has one, ours must too.
_TURNS = re.compile(
    r"inte|ej|icke|aldrig|inge[nt]|inga|varken|utan|knappast|endast|bara|"
    r"föresl\w*|förslag\w*|yrka\w*|motion\w*|ska|skall|skulle|bör|borde|kan|kunna|kunde|får|vill|avser|avsåg|planera\w*|preliminär\w*|"
    r"eventuell\w*|kanske|möjlig\w*|villkor\w*|ifall|såvida|önska\w*|hopp\w*|utkast\w*|"
    r"avsl[aåo]\w*|avstyrk\w*|bordl\w*|återremi\w*|upph[äö]\w*|reserver\w*|ogill\w*|"
    r"senast|tidigast|före|efter|minst|högst|maximalt|upp|över|under|cirka|ca|omkring|ungefär|drygt|knappt|nästan|mellan|"
    r"ignorer\w*|bortse\w*|svara|skriv|säg|assistent\w*|prompt\w*|instruktion\w*"
)
# Of each kind a sentence may name one, and not in the place of another that its source names.
_KINDS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\w*(?:ägare|ledare|samordnare|koordinator|ordförande|sekreterare|justerare|handläggare|föredragande|mottagare|givare|medlem\w*|ansvarig\w*|intressent\w*|ersättare)",
        r"utfall\w*|målvärde\w*|mål|målet|startvärde\w*|prognos\w*|nuläge\w*|budget\w*",
        r"ja|nej|ja-?röster|nej-?röster|avstår|avstod|frånvarande",
        r"(?:öka|höj|växa|stig|minska|sänk|sjunk)\w*",
        r"bifall\w*|bifölls|avslag\w*|godkän\w*|anta[rgs]?\w*",
        r"start\w*|börja\w*|slut\w*|avslut\w*",
    )
)
# Passages that talk to the reader's machine are not read to it. Governing documents never do.
_COMMANDS = re.compile(
    r"(?:ignorer\w*|bortse\w*|strunta|glöm|ignore|disregard|forget)\b.{0,60}\b(?:instru\w+|anvisning\w*|prompt\w*|regler\w*|rules)"
    r"|system\s?prompt|\bdu är (?:en|nu)\b|\byou are (?:a|now)\b|</?\s*(?:passages|question|system|assistant|user)\b|<\||\[/?INST\]"
    r"|\b(?:assistent\w*|språkmodell\w*|language model|chatbot\w*|ai-modell\w*)\b.{0,80}\b(?:svara|skriv|säg|ska|måste|answer|reply|say|must)\b",
    re.IGNORECASE | re.DOTALL,
)
_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[-/:.,]\d+)*)|(?P<sign>[%§])|(?P<word>[^\W\d_]+(?:[-’'][^\W\d_]+)*)"
)
_QUOTED = re.compile(r"[\"“”»«]([^\"“”»«]+)[\"“”»«]")
_COPULA = re.compile(r"\b(?:är|heter)\s+(?:(?:en|ett|den|det)\s+)?$")
_EQUATES = re.compile(r"\b(?:är|heter)\b")
_LABELLED = re.compile(r"[:|]")  # a label and its value, or the cells of a row
_LABEL = re.compile(r"\n(?=[A-ZÅÄÖ][^:\n]{1,50}:\s)")
_FORBIDDEN = re.compile(r"https?:|www\.|<[@!#]|\]\(|`", re.IGNORECASE)
_NO_YEAR = 1896  # a leap year before any document: dates without a year are told by it
_SIGNS = {"%": "procent", "§": "paragraf"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A source as cited: the quoted words, and the title, headings and date that a reader sees above them."""

    quote: str
    context: str = ""


class _Class(Enum):
    WORD = 1
    NUMBER = 2
    NAME = 3


@dataclass(frozen=True, slots=True)
class _Token:
    """One word or number; `forms` are the ways in which a claim may say the same, the first its own."""

    forms: tuple[str, ...]
    surface: str
    kind: _Class
    is_first: bool = False
    after_copula: bool = False


def supports(claim: str, evidence: Evidence) -> bool:
    """Tell whether the source holds everything that the sentence says."""
    return not unsupported(claim, evidence)


def unsupported(claim: str, evidence: Evidence) -> str:
    """Return what the source does not bear out, in a few words for the log; empty when it holds all."""
    if _FORBIDDEN.search(claim):
        return "a link, mention or mark-up"
    if talks_to_machines(evidence.quote):
        return "a source that gives orders"
    for quoted in _QUOTED.findall(claim):
        if _folded(quoted) not in _folded(evidence.quote):
            return f"a quotation: {quoted}"
    reader = _Reader()
    needed = [token for token in reader.tokens(claim) if token.forms[0] not in _FREE]
    if not needed:
        return "a sentence that says nothing"
    around = {form for token in reader.tokens(evidence.context) for form in token.forms}
    equates = bool(_EQUATES.search(claim))
    problems = [
        "no such equation in the source"
        if equates and not _EQUATES.search(unit) and not _LABELLED.search(unit)
        else _unsupported_by(needed, reader.tokens(unit), around)
        for unit in _units(evidence.quote)
    ]
    return min(problems, key=len, default="a source without words")


def talks_to_machines(text: str) -> bool:
    """Tell whether a text gives orders to a language model, as no governing document does."""
    return bool(_COMMANDS.search(text))


def specifics(text: str) -> frozenset[str]:
    """Return the numbers, dates and names of a text, in the forms in which two texts can be compared."""
    return frozenset(
        token.forms[0]
        for token in _Reader().tokens(text)
        if token.kind is _Class.NUMBER or (token.kind is _Class.NAME and not token.is_first)
    )


def _unsupported_by(needed: Sequence[_Token], unit: Sequence[_Token], around: set[str]) -> str:
    """Return what one sentence of the source, with the headings above it, does not bear out."""
    said = {token.forms[0] for token in needed}
    inside = {form for token in unit for form in token.forms}
    missing = [token.surface for token in needed if token.forms[0] not in inside | around]
    if missing:
        return "not in the source: " + ", ".join(missing)
    local = [token for token in needed if token.forms[0] in inside]
    if not local:
        return "headings alone: no word of the source's own"
    for token in unit:
        if token.forms[0] not in said and _TURNS.fullmatch(token.surface.lower()):
            return f"a word left out that changes the meaning: {token.surface}"
    for kind in _KINDS:
        if any(kind.fullmatch(token.surface.lower()) for token in needed):
            for token in unit:
                if token.forms[0] not in said and kind.fullmatch(token.surface.lower()):
                    return f"another of its kind: {token.surface}"
    if not _in_order(local, unit):
        return "in another order than the source"
    return _picked_past(local, unit, said)


def _in_order(local: Sequence[_Token], unit: Sequence[_Token]) -> bool:
    """Tell whether the words follow each other as in the source; a single number or date may stand anywhere."""
    numbers = sum(token.kind is _Class.NUMBER for token in local)
    kept = [token for token in local if token.kind is not _Class.NUMBER or numbers > 1]
    turns = [turn for turn, token in enumerate(kept) if token.after_copula]
    return any(_follow(kept[turn:] + kept[:turn], unit) for turn in (0, *turns))


def _follow(order: Sequence[_Token], unit: Sequence[_Token]) -> bool:
    remaining = iter(unit)
    return all(any(token.forms[0] in each.forms for each in remaining) for token in order)


def _picked_past(local: Sequence[_Token], unit: Sequence[_Token], said: set[str]) -> str:
    """Return the number or name that every shortest stretch holding the claim's words passes over, if any."""
    wanted = {token.forms[0] for token in local}
    names = any(token.kind is _Class.NAME for token in local) or any(
        token.kind is _Class.NAME and wanted.intersection(token.forms) for token in unit if not token.is_first
    )
    numbers = any(token.kind is _Class.NUMBER for token in local)
    passed = ""
    for first, last in _stretches(wanted, unit):
        over = next(
            (
                token.surface
                for token in unit[first : last + 1]
                if not said.intersection(token.forms)
                and ((numbers and token.kind is _Class.NUMBER) or (names and token.kind is _Class.NAME))
            ),
            "",
        )
        if not over:
            return ""
        passed = over
    return f"picked past another: {passed}"


def _stretches(wanted: set[str], unit: Sequence[_Token]) -> list[tuple[int, int]]:
    """Return every stretch (first, last) of a sentence that holds all wanted forms and could not be shorter."""
    found: list[tuple[int, int]] = []
    for first, token in enumerate(unit):
        if not wanted.intersection(token.forms):
            continue
        left = set(wanted)
        for last in range(first, len(unit)):
            left -= set(unit[last].forms)
            if not left:
                while found and found[-1][1] >= last:
                    found.pop()
                found.append((first, last))
                break
    return found


def _units(quote: str) -> list[str]:
    """Return the sentences, rows and items of a source; what a colon introduces also together with its lead."""
    parts = sentences(_LABEL.sub("\n\n", quote))
    units = [one_line(part.text) for part in parts]
    for index, part in enumerate(parts):
        if part.introduces:
            lead = units[index]
            for follower in parts[index + 1 :]:
                units.append(f"{lead} {one_line(follower.text)}")
                if not follower.is_item:
                    break
    return units


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", one_line(text)).casefold().strip(" .,")


class _Reader:
    """Cuts texts into tokens. A stemmer keeps state while it works, so each check has its own."""

    def __init__(self) -> None:
        self._stemmer = snowballstemmer.stemmer("swedish")

    def tokens(self, text: str) -> list[_Token]:
        """Return words, numbers and dates in order; a date is one token, however it is written."""
        dates = [
            each for each in find_dates(text, _NO_YEAR) if not _is_part_of_number(text, each.start, each.end)
        ]
        found: list[tuple[int, _Token]] = [
            (each.start, _Token(_date_forms(each.when), text[each.start : each.end], _Class.NUMBER))
            for each in dates
        ]
        found.extend(
            (match.start(), self._token(match, text))
            for match in _TOKEN.finditer(text)
            if not any(each.start <= match.start() < each.end for each in dates)
        )
        return [token for _, token in sorted(found, key=lambda each: each[0])]

    def _token(self, match: re.Match[str], text: str) -> _Token:
        surface = match.group()
        if match["number"]:
            return _Token((re.sub(r"\s", "", surface),), surface, _Class.NUMBER)
        lowered = _SIGNS.get(surface, surface.lower())
        form = lowered if lowered in _FREE else str(self._stemmer.stemWord(lowered))
        is_first = not re.search(r"[^\s\"“”(]", text[: match.start()]) or bool(
            re.search(r"[.!?]\s+[\"“(]?$", text[: match.start()])
        )
        kind = _Class.NAME if surface[0].isupper() else _Class.WORD
        after_copula = bool(_COPULA.search(text[: match.start()]))
        return _Token((form,), surface, kind, is_first, after_copula)


def _is_part_of_number(text: str, start: int, end: int) -> bool:
    """Tell whether a date was read out of a longer number, such as a case number."""
    return bool(re.search(r"[\d][-/:.]$", text[:start]) or re.match(r"[-/:]\d", text[end:]))


def _date_forms(when: When) -> tuple[str, ...]:
    """Return a date in its own form and in every less precise one that is as true."""
    start, end = when.start, when.end
    if start is None or end is None:
        return (when.words.lower(),)
    if when.precision is Precision.DAY:
        day = f"{start:%m-%d}"
        return (day,) if start.year == _NO_YEAR else (start.isoformat(), day, f"{start:%Y-%m}", f"{start:%Y}")
    whole = f"{start.isoformat()}/{end.isoformat()}"
    if start.year == _NO_YEAR:
        return (whole[5:],)
    if when.precision is Precision.YEAR and start.year == end.year:
        return (f"{start:%Y}",)
    if when.precision is Precision.MONTH and (start.year, start.month) == (end.year, end.month):
        return (f"{start:%Y-%m}", f"{start:%Y}")
    return (whole,)
