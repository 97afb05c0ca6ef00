"""Flattened figures: the numbers under a flattened header that stand together, parted into one value a column."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.parsing.running_words import Break, WordRun
from knowledge.parsing.values import number_partings

_UNIT = r"(?:\s?(?:%|‰)|\s(?:procent(?:enheter)?|kronor|kr|mkr|mnkr|tkr|miljoner|hektar|ha|ton|kg|km|mil|m2|kvm|kWh|MWh|GWh|st|stycken|dagar|timmar|minuter|år|poäng)(?![\wåäö]))?(?:\sper\s(?:år|månad|vecka|dag|dygn|invånare|person|elev|barn)(?![\wåäö]))?"
_RANGE = r"(?:(?<!\d{4})[–-]\d+(?:[.,]\d+)?)?"
_NUMBER = rf"(?:(?:[<>≥≤~±]\s?|[+−–-])?\d+(?:[.,:]\d+)?{_RANGE}{_UNIT}|\(\d+[.,]\d+\))"
_TOKEN = re.compile(
    rf"(?<!\S)(?:(?P<lead>[Mm]inst|[Hh]ögst|[Mm]er än|[Mm]indre än|[Mm]ax|[Mm]in|[Cc]a|[Cc]irka|[Öö]ver|[Uu]nder)\s)?{_NUMBER}"
    rf"(?:\s(?:av(?: totalt)?|respektive)\s\d+{_UNIT})?(?:\s\((?:19|20)\d\d\))?(?=\s(?!%)|$|[.;]\s|[.;]$)"
    r"|(?<!\S)(?:Uppnås|Uppfylls|Nås)(?:\s(?:inte|ej|delvis|helt))?(?=\s|$)"
    r"|(?<!\S)(?:Ja|Nej|N/A|I\.u\.|i\.u\.|Saknas|Nytt|[Ee]j mätt|Mäts ej|[Ee]j uppmätt|–|-|−|(?:Ökar|Öka|Ökande|Minskar|Minska|Minskande|Oförändra[dt]|Bibehållen)(?=\s[\dA-ZÅÄÖ<>≥≤–-]|\s?$))(?=\s|$)"
    r"|(?<!\S)(?:Inte|Ej)\s(?:minskat|ökat|sjunkit|försämrats|lägre|högre)(?:\s[a-zåäö]+){0,5}(?=\s|$)"
)
_GRADE = re.compile(
    r"\b(?:åk\.?|årskurs(?:erna)?|klass|typ|nivå|steg|grupp|del|mål|zon|kategori|nr|ålder)$", re.IGNORECASE
)
# A time within which something is to be done: "besök inom 90 dagar".
_WITHIN = re.compile(r"\b(?:inom|efter|längre än|mer än|under)$", re.IGNORECASE)
_SPAN = re.compile(r"\d{1,3}\s(?:dagar|timmar|minuter|år)")
_SECTION_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?")
_BEFORE_YEAR = re.compile(r"\b(?:före|efter|sedan|från|till|år|med|mot|basåret|och|t\.o\.m\.)$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DROPPED, _DROPPED_GRADE, _DROPPED_LAST, _DROPPED_ENDED = 1.0, 0.1, 1.2, 0.1
_MISSING_COLUMN, _UNLIKELY_SPREAD = 0.4, 5.0
_MOST_TOKENS = 14


@dataclass(frozen=True, slots=True)
class Token:
    """A number, or a word that stands for one, and its place in the run."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures that stand together: each value's words and place."""

    values: tuple[str, ...]
    places: tuple[int, ...]
    start: int
    end: int


def token_runs(run: WordRun, start: int, stop: int) -> Iterator[list[Token]]:
    """Yield the tokens that stand together between two places of a run."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(run.text, start, stop):
        first = match.start()
        if match["lead"] and run.words[run.word_at(match.end("lead") + 1)].before is not Break.BLANK:
            first = match.end("lead") + 1  # the name's last word, not the value's first
        if tokens and (run.text[tokens[-1].end : first].strip() or _numbers_heading(run, match)):
            yield tokens
            tokens = []
        tokens.append(Token(run.text[first : match.end()], first, match.end()))
    if tokens:
        yield tokens


def _numbers_heading(run: WordRun, token: re.Match[str]) -> bool:
    """Tell whether a figure is the number of a heading ("2.2 Bygga") and no value of the row above it."""
    number = run.word_at(token.start())
    after = run.words[number + 1] if number + 1 < len(run.words) else None
    return (
        run.words[number].before is Break.HEADING
        and _SECTION_NUMBER.fullmatch(token.group()) is not None
        and after is not None
        and after.before < Break.LINE
        and after.text[0].isupper()
    )


def figures_in(run: WordRun, tokens: list[Token], columns: int) -> Figures | None:
    """Return a run of tokens as values; None when they cannot be told apart.

    Thousands are joined where that makes the values fit the columns; figures that belong to the name before them, or
    to the sentence after them, are left out.
    """
    if len(tokens) > _MOST_TOKENS:
        return None
    cells = _by_gaps(run, tokens, columns)
    if cells is not None:
        return cells
    best: tuple[float, int, tuple[int, ...]] | None = None
    ways = [(dropped, ended) for dropped in range(3) for ended in range(2)]
    for dropped, ended in sorted(ways, key=lambda way: _cost_of_dropping(run, tokens, *way)):
        dropping = _cost_of_dropping(run, tokens, dropped, ended)
        if (
            dropped + ended >= len(tokens)
            or dropping == math.inf
            or (best is not None and best[0] <= dropping)
        ):
            continue
        kept = tokens[dropped : len(tokens) - ended]
        for sizes, penalty in number_partings(tuple(t.text for t in kept), columns):
            if (dropped or ended) and len(sizes) != columns:
                continue
            cost = dropping + penalty + _spread(_values_of(kept, sizes))
            cost += _MISSING_COLUMN * (columns - len(sizes))
            if best is None or cost < best[0]:
                best = (cost, dropped, sizes)
    if best is None:
        return _too_many(tokens, columns)
    _, dropped, sizes = best
    return _figures_of(tokens[dropped : dropped + sum(sizes)], sizes)


def _too_many(tokens: list[Token], columns: int) -> Figures | None:
    """Return more values than there are columns, none of which can be a part of another; None when one can."""
    are_whole = all(not token.text.isdigit() for token in tokens[:-1])
    return _figures_of(tokens, (1,) * len(tokens)) if len(tokens) > columns > 1 and are_whole else None


def _by_gaps(run: WordRun, tokens: list[Token], columns: int) -> Figures | None:
    """Return the values that blanks set apart from each other, when they are as many as the columns."""
    sizes: list[int] = []
    for number, token in enumerate(tokens):
        parted = number == 0 or run.words[run.word_at(token.start)].before is not Break.BLANK
        if parted:
            sizes.append(0)
        sizes[-1] += 1
    if len(sizes) < 2 or len(sizes) != columns:
        return None
    position = 0
    starts: list[int] = []
    kept: list[int] = []
    for size in sizes:
        words = tuple(t.text for t in tokens[position : position + size])
        whole = next((parted for parted, _ in number_partings(words, 1)), ())
        starts.append(position)
        kept.append(size if whole else 1)
        position += size
    if any(size != kept[number] for number, size in enumerate(sizes[:-1])):
        return None
    cells = _figures_of(tokens[: starts[-1] + kept[-1]], tuple(kept))
    return cells if _spread(cells.values) < _UNLIKELY_SPREAD else None


def _figures_of(tokens: list[Token], sizes: tuple[int, ...]) -> Figures:
    places: list[int] = []
    position = 0
    for size in sizes:
        places.append(tokens[position].start)
        position += size
    return Figures(_values_of(tokens, sizes), tuple(places), tokens[0].start, tokens[-1].end)


def _values_of(tokens: list[Token], sizes: tuple[int, ...]) -> tuple[str, ...]:
    values: list[str] = []
    position = 0
    for size in sizes:
        values.append(" ".join(token.text for token in tokens[position : position + size]))
        position += size
    return tuple(values)


def _spread(values: tuple[str, ...]) -> float:
    sizes = [math.log10(size) for value in values if (size := _size(value)) > 0]
    return max(sizes) - min(sizes) if len(sizes) > 1 else 0.0


def _size(value: str) -> float:
    digits = re.search(r"\d[\d ]*(?:[.,]\d+)?", value)
    return abs(float(digits.group().replace(" ", "").replace(",", "."))) if digits is not None else 0.0


def _cost_of_dropping(run: WordRun, tokens: list[Token], dropped: int, ended: int) -> float:
    """Return what it costs to leave figures to the name: those of a school year, or that end a sentence, are cheap."""
    cost = 0.0
    before = run.text[max(0, tokens[0].start - 30) : tokens[0].start].rstrip()
    if dropped == 1 and _SPAN.fullmatch(tokens[0].text) and _WITHIN.search(before):
        cost += _DROPPED_GRADE
    elif any(not token.text.isdigit() for token in tokens[:dropped]):
        return math.inf  # a share or an amount is a value
    elif dropped:
        is_year = _YEAR.fullmatch(tokens[0].text) and _BEFORE_YEAR.search(before)
        cost += _DROPPED_GRADE if is_year or _GRADE.search(before) else _DROPPED * dropped
    if ended:
        ends_sentence = run.text[tokens[-1].end : tokens[-1].end + 1] == "."
        if not (ends_sentence or tokens[-1].text.isdigit()):
            return math.inf
        cost += _DROPPED_ENDED if ends_sentence else _DROPPED_LAST
    return cost
