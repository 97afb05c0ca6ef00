"""Flattened rows: the run of words under a flattened header, cut into rows where figures stand together."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.parsing.aligned_cells import Extent, nearest_columns
from knowledge.parsing.flattened_header import FlatHeader
from knowledge.parsing.running_words import Break, WordRun, has_lines
from knowledge.parsing.values import number_partings

_UNIT = r"(?:\s?(?:%|‰)|\s(?:procent(?:enheter)?|kronor|kr|mkr|mnkr|tkr|miljoner|hektar|ha|ton|kg|km|mil|m2|kvm|kWh|MWh|GWh|st|stycken|dagar|timmar|minuter|år|poäng)(?![\wåäö]))?"
_NUMBER = rf"(?:[<>≥≤~±]\s?|[+−–-])?\d+(?:[.,:]\d+)?{_UNIT}"
_TOKEN = re.compile(
    rf"(?<!\S)(?:(?P<lead>[Mm]inst|[Hh]ögst|[Mm]er än|[Mm]indre än|[Mm]ax|[Mm]in|[Cc]a|[Cc]irka|[Öö]ver|[Uu]nder)\s)?{_NUMBER}"
    rf"(?:\s(?:av(?: totalt)?|respektive)\s\d+{_UNIT})?(?:\s\((?:19|20)\d\d\))?(?=\s|$|[.;]\s|[.;]$)"
    r"|(?<!\S)(?:Ja|Nej|N/A|I\.u\.|i\.u\.|Saknas|Nytt|[Ee]j mätt|Mäts ej|[Ee]j uppmätt|–|-|−|(?:Ökar|Öka|Ökande|Minskar|Minska|Minskande|Oförändra[dt]|Bibehållen)(?=\s[\dA-ZÅÄÖ<>≥≤–-]|\s?$))(?=\s|$)"
    r"|(?<!\S)(?:Inte|Ej)\s(?:minskat|ökat|sjunkit|försämrats|lägre|högre)(?:\s[a-zåäö]+){0,5}(?=\s|$)"
)
_STATE = re.compile(
    r"\s?(?:(?:Ej|Inte|Delvis|Helt|Nästan helt)\s(?:uppfyll[td]?|uppnåd?t{1,2}|nått)|Uppfyllt?|Uppnåt?t|Uppnås(?: ej)?|Nås(?: ej)?|Grön|Gul|Röd|[↑↓→↗↘●▲▼])(?=\s|$)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEADS_INTO = re.compile(
    r"\b(?:med|till|är|blev|var|om|på|av|från|den|under|sidan?|sid|s\.|kap\.?|kapitel|bilaga|tabell|figur|§|och|eller|mellan|senast|cirka|totalt|omkring|nästan|drygt|innan|efter|sedan|hade|har|haft|ska|punkt|i)$",
    re.IGNORECASE,
)
_GRADE = re.compile(
    r"\b(?:åk\.?|årskurs(?:erna)?|klass|typ|nivå|steg|grupp|del|mål|zon|kategori|nr|ålder)$", re.IGNORECASE
)
_NUMBERED = re.compile(r"\d{1,2}\.?\s(?=[A-ZÅÄÖ])")
_SENTENCE_END = re.compile(r"[a-zåäö)]{2}[.!?] [A-ZÅÄÖ]")
_TRAILING_UNIT = re.compile(
    r"\s(?:%|‰|procent|st|antal|kr|kronor|tkr|mnkr|mkr|index|dagar|timmar|tim|minuter|ton|kg|km|m2|kvm|kWh|MWh|GWh|år|Procent|Antal|Index|Ja/Nej)$"
)
OPENS_NAME = re.compile(
    r"(?:Andel|Antal|Kostnad|Sjukfrånvaro|Nöjd|Hållbart|Index|Genomsnitt|Medel|Total|Areal|Utsläpp|Tid|Väntetid|Personal|Energi|Omsättning|Resultat)\w*$"
)
_OPEN_END = re.compile(
    r"(?:\b(?:i|av|för|till|med|och|eller|som|på|vid|enligt|från|om|per|inom|mot|hos|samt|än|minst|högst|över|under|den|det|ett|en)|[,–-])$"
)
_LONGEST_NAME, _LONGEST_REST, _MOST_TOKENS = 45, 12, 14
_DROPPED, _DROPPED_GRADE, _DROPPED_LAST, _DROPPED_ENDED = 1.0, 0.1, 1.2, 0.1
_MISSING_COLUMN, _UNLIKELY_SPREAD = 0.15, 5.0
_FEW = 2  # figures that a sentence may hold side by side


@dataclass(frozen=True, slots=True)
class FlatRow:
    """A row: its name (with what of it stands after the values) and its values.

    `columns` tells under which columns the values stand, () when nothing tells; `above` is where words begin that
    stand between the row before and the name. Places count in the run's text.
    """

    name: str
    above: int
    name_place: int
    end: int
    values: tuple[str, ...]
    columns: tuple[int, ...]
    goes_on: bool


@dataclass(frozen=True, slots=True)
class _Token:
    """A number, or a word that stands for one, and its place in the run."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Figures:
    """Figures that stand together: each value's words and place."""

    values: tuple[str, ...]
    places: tuple[int, ...]
    start: int
    end: int


def rows_under(run: WordRun, header: FlatHeader, stop: int) -> Iterator[FlatRow]:
    """Yield the rows that stand between a header and `stop`, until running text ends the table."""
    position = header.end
    for tokens in _token_runs(run, header.end, stop):
        if tokens[0].start < position:
            continue
        figures = _figures(run, tokens, len(header.columns))
        if figures is None:
            continue
        above, start = _name_start(run, position, figures.start)
        if header.has_remark and position > header.end:
            above = start = _line_start(run, figures.start, position)
            if start < 0:
                continue
            position = start
        label = run.text[position : figures.start].strip()
        if len(label.split()) > _LONGEST_NAME or _SENTENCE_END.search(label):
            return
        end, rest = _rest_of_name(run, figures.end, stop, header, label)
        if not _is_row(run, header, figures, label, rest):
            continue
        number = _NUMBERED.match(run.text, start, figures.start)
        start = number.end() if number is not None else start
        name = run.text[start : figures.start].strip()
        if header.has_unit:
            name = _TRAILING_UNIT.sub("", name)
        if not re.search(r"[^\W\d_]{3}", name):
            continue
        words = f"{name} {rest}" if rest else name
        yield FlatRow(
            words, above, start, end, figures.values, _under(run, header, figures, start), bool(rest)
        )
        position = end
        if header.has_remark and not has_lines(run.words[run.word_at(header.end) : run.word_at(stop - 1)]):
            return  # where a remark ends and the next name begins cannot be told


def _token_runs(run: WordRun, start: int, stop: int) -> Iterator[list[_Token]]:
    tokens: list[_Token] = []
    for match in _TOKEN.finditer(run.text, start, stop):
        first = match.start()
        if match["lead"] and run.words[run.word_at(match.end("lead") + 1)].before is not Break.BLANK:
            first = match.end("lead") + 1  # the name's last word, not the value's first
        if tokens and run.text[tokens[-1].end : first].strip():
            yield tokens
            tokens = []
        tokens.append(_Token(run.text[first : match.end()], first, match.end()))
    if tokens:
        yield tokens


def _figures(run: WordRun, tokens: list[_Token], columns: int) -> _Figures | None:
    """Return a run of tokens as values, at most one a column; None when they cannot be told apart."""
    if len(tokens) > _MOST_TOKENS:
        return None
    cells = _by_gaps(run, tokens, columns)
    if cells is not None:
        return cells
    best: tuple[float, int, tuple[int, ...]] | None = None
    ways = [(dropped, ended) for dropped in range(3) for ended in range(2)]
    for dropped, ended in sorted(ways, key=lambda way: _cost_of_dropping(run, tokens, *way)):
        dropping = _cost_of_dropping(run, tokens, dropped, ended)
        if dropped + ended >= len(tokens) or (best is not None and best[0] <= dropping):
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
        return None
    _, dropped, sizes = best
    return _figures_of(tokens[dropped : dropped + sum(sizes)], sizes)


def _by_gaps(run: WordRun, tokens: list[_Token], columns: int) -> _Figures | None:
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


def _figures_of(tokens: list[_Token], sizes: tuple[int, ...]) -> _Figures:
    places: list[int] = []
    position = 0
    for size in sizes:
        places.append(tokens[position].start)
        position += size
    return _Figures(_values_of(tokens, sizes), tuple(places), tokens[0].start, tokens[-1].end)


def _values_of(tokens: list[_Token], sizes: tuple[int, ...]) -> tuple[str, ...]:
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


def _cost_of_dropping(run: WordRun, tokens: list[_Token], dropped: int, ended: int) -> float:
    """Return what it costs to leave figures to the name: those of a school year, or that end a sentence, are cheap."""
    cost = 0.0
    if dropped:
        before = run.text[max(0, tokens[0].start - 30) : tokens[0].start].rstrip()
        cost += _DROPPED_GRADE if _GRADE.search(before) else _DROPPED * dropped
    if ended:
        cost += _DROPPED_ENDED if run.text[tokens[-1].end : tokens[-1].end + 1] == "." else _DROPPED_LAST
    return cost


def _is_row(run: WordRun, header: FlatHeader, figures: _Figures, label: str, rest: str) -> bool:
    """Tell whether figures are a row's values and not figures that a sentence or a name mentions."""
    first = run.words[run.word_at(figures.start)]
    stands_apart = first.before is not Break.BLANK
    following = run.text[figures.end : figures.end + 2]
    if not label or (following[:1] == "." and not stands_apart):
        return False
    number = run.word_at(figures.end - 1) + 1
    after = run.words[number] if number < len(run.words) else None
    ends_line = after is None or after.before >= Break.LINE
    if len(figures.values) == len(header.columns) > 1:
        return stands_apart or not _LEADS_INTO.search(label) or not (after and after.text[0].islower())
    if len(figures.values) <= _FEW and _LEADS_INTO.search(label) and not stands_apart:
        return False
    if len(figures.values) == 1 and _YEAR.fullmatch(figures.values[0]):
        return False
    if len(header.columns) == 1 or len(figures.values) == 1:
        return (ends_line or stands_apart or not rest) and not (
            after is not None and after.text[0].islower() and not stands_apart
        )
    return len(figures.values) < len(header.columns)


def _name_start(run: WordRun, position: int, figures: int) -> tuple[int, int]:
    """Return where the words above a row's name begin (an objective, a page's furniture), and where the name does."""
    first = run.word_at(position)
    if run.words[first].place < position:
        first += 1
    last = run.word_at(figures)
    above = start = first
    for number in range(first + 1, last):
        word, before = run.words[number], run.words[number - 1].text
        if word.text[0].islower() or _OPEN_END.search(before):
            continue
        if word.before is Break.HEADING:
            above = number
        if word.before >= Break.BLOCK or (word.before is Break.LINE and OPENS_NAME.match(word.text)):
            start = number
    return run.words[above].place, run.words[start].place


def _line_start(run: WordRun, place: int, least: int) -> int:
    """Return where the line of the run that holds `place` begins, -1 when the row before reaches into it."""
    number = run.word_at(place)
    while number > 0 and run.words[number].before < Break.LINE:
        number -= 1
    start = run.words[number].place
    return start if start >= least else -1


def _rest_of_name(run: WordRun, place: int, stop: int, header: FlatHeader, name: str) -> tuple[int, str]:
    """Return where a row ends and the words by which its name goes on after the values, "" when it does not."""
    if header.has_state and (state := _STATE.match(run.text, place, stop)) is not None:
        place = state.end()
    number = run.word_at(max(place - 1, 0)) + 1
    first = number
    while number < len(run.words) and run.words[number].place < stop:
        word, before = run.words[number], run.words[number - 1].text
        opens = word.text.lstrip("(")[:1]
        if number == first:
            is_awaited = opens.isdigit() and _OPEN_END.search(name) is not None
            if not (opens.islower() or word.text[0] == "(" or is_awaited) or word.before is Break.HEADING:
                break
        elif _ends_name(run, number, before):
            break
        number += 1
        if number - first > _LONGEST_REST:
            return place, ""
    if number == first or header.has_remark:
        return place, ""
    last = run.words[number - 1]
    end = last.place + len(last.text)
    return end, run.text[run.words[first].place : end]


def _ends_name(run: WordRun, number: int, before: str) -> bool:
    """Tell whether a name that goes on after its values has ended before a word."""
    word = run.words[number]
    if before.endswith((".", "?")) and not re.fullmatch(r"(?:åk|t|ex|m|bl|a|d|v|s|k)\.", before):
        return True
    if not (word.text[0].isupper() or word.text[0] in '"”'):
        return word.before >= Break.BLOCK and not word.text[0].islower()
    if word.before >= Break.LINE:
        return not _OPEN_END.search(before)
    return (not _OPEN_END.search(before) and not before[0].isupper()) or OPENS_NAME.match(
        word.text
    ) is not None


# alignment


def _under(run: WordRun, header: FlatHeader, figures: _Figures, name: int) -> tuple[int, ...]:
    """Return the columns that values stand under: all of them, or those that their places in the line tell."""
    if len(figures.values) == len(header.columns):
        return tuple(range(len(header.columns)))
    first = run.words[run.word_at(figures.places[0])]
    line = run.word_at(name)
    if first.before is not Break.GAP or any(
        run.words[number].before >= Break.LINE for number in range(line + 1, run.word_at(figures.end - 1) + 1)
    ):
        return ()
    origin = run.words[line].start
    spans = [
        run.span(place, end - 1)
        for place, end in zip(figures.places, [*figures.places[1:], figures.end + 1], strict=True)
    ]
    values = [(span.start - origin, span.end - origin) for span in spans]
    return nearest_columns(values, _extents(run, header))


def _extents(run: WordRun, header: FlatHeader) -> list[Extent]:
    """Return where each column's header words begin and end, from the beginning of the header's line."""
    origin = run.words[run.word_at(header.start)].start
    extents: list[Extent] = []
    for column in header.columns:
        spans = []
        for place in column.places:
            word = run.words[run.word_at(place)]
            spans.append((word.start - origin, word.end - origin))
        extents.append((min(a for a, _ in spans), max(b for _, b in spans)))
    first, last = run.word_at(header.start), run.word_at(header.end - 1)
    is_one_line = all(run.words[number].before < Break.LINE for number in range(first + 1, last + 1))
    return extents if is_one_line else []
