"""Flattened rows: the run of words under a flattened header, cut into rows where figures stand together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.parsing.aligned_cells import Extent, nearest_columns
from knowledge.parsing.flattened_figures import Figures, Token, figures_in, token_runs
from knowledge.parsing.flattened_header import FlatHeader
from knowledge.parsing.running_words import Break, WordRun, has_lines

_STATE = re.compile(
    r"\s?(?:(?:Ej|Inte|Delvis|Helt|Nästan helt)\s(?:uppfyll[td]?|uppnåd?t{1,2}|nått)|Uppfyllt?|Uppnåt?t|Uppnås(?: ej| inte| delvis)?|Nås(?: ej| inte| delvis)?|Grön|Gul|Röd|[GYR](?=\s[A-ZÅÄÖ]|\s?$)|[↑↓→↗↘●▲▼])(?=\s|$)"
)
_FORESEEN = re.compile(r"(?:Uppnås|Uppfylls|Nås)(?:\s\w+)?")  # a state, where a column of states is
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEADS_INTO = re.compile(
    r"\b(?:med|till|är|blev|var|om|på|av|från|den|under|sidan?|sid|s\.|kap\.?|kapitel|bilaga|tabell|figur|§|och|eller|mellan|senast|cirka|totalt|omkring|nästan|drygt|innan|efter|sedan|hade|har|haft|ska|punkt|i)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:Uppdrag|Aktivitet|Åtgärd|Insats|Mål|Delmål|Steg|Fas|Etapp)")  # "Uppdrag 1"
_NUMBERED = re.compile(r"\d{1,2}\.?\s(?=[A-ZÅÄÖ])")
_SENTENCE_END = re.compile(r"[a-zåäö)]{2}[.!?] [A-ZÅÄÖ]")
_TRAILING_UNIT = re.compile(
    r"\s(?:%|‰|procent|st|antal|kr|kronor|tkr|mnkr|mkr|index|dagar|timmar|tim|minuter|ton|kg|km|m2|kvm|kWh|MWh|GWh|år|Procent|Antal|Index|Ja/Nej)$"
)
OPENS_NAME = re.compile(
    r"(?:Andel|Antal|Kostnad|Sjukfrånvaro|Nöjd|Hållbart|Index|Genomsnitt|Medel|Total|Areal|Utsläpp|Tid|Väntetid|Personal|Energi|Omsättning|Resultat|Deltagande|Följsamhet|Täckningsgrad)\w*,?$"
)
_OPEN_END = re.compile(
    r"(?:\b(?:i|av|för|till|med|och|eller|som|på|vid|enligt|från|om|per|inom|mot|hos|samt|än|minst|högst|över|under|den|det|ett|en)|[,–-])$"
)
_LONGEST_NAME, _LONGEST_REST = 45, 12
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


def rows_under(run: WordRun, header: FlatHeader, stop: int) -> Iterator[FlatRow]:
    """Yield the rows that stand between a header and `stop`, until running text ends the table."""
    position = header.end
    for tokens in token_runs(run, header.end, stop):
        if tokens[0].start < position:
            continue
        figures = figures_in(run, _without_state(tokens, header), len(header.columns))
        if figures is None:
            continue
        above, start = _name_start(run, position, figures.start)
        if header.has_remark and position > header.end:
            above = start = _line_start(run, figures.start, position)
            if start < 0:
                continue
            position = start
        label = run.text[position : figures.start].strip()
        if len(label.split()) > _LONGEST_NAME or _SENTENCE_END.search(run.text[start : figures.start]):
            return
        if _SENTENCE_END.search(label):
            if len(figures.values) != len(header.columns) or len(header.columns) == 1:
                return
            above = start  # running text between two rows, the second of which begins a line
        end, rest = _rest_of_name(run, figures.end, stop, header, label)
        if not _is_row(run, header, figures, label, rest):
            continue
        number = _NUMBERED.match(run.text, start, figures.start)
        start = number.end() if number is not None else start
        name = run.text[start : figures.start].strip()
        if header.has_unit:
            name = _TRAILING_UNIT.sub("", name)
        if not re.search(r"[^\W\d_]{3}", name) or (_COUNTED.fullmatch(name) and len(figures.values) == 1):
            continue
        words = f"{name} {rest}" if rest else name
        yield FlatRow(
            words, above, start, end, figures.values, _under(run, header, figures, start), bool(rest)
        )
        position = end
        if header.has_remark and not has_lines(run.words[run.word_at(header.end) : run.word_at(stop - 1)]):
            return  # where a remark ends and the next name begins cannot be told


def _without_state(tokens: list[Token], header: FlatHeader) -> list[Token]:
    """Leave out the words that say whether a goal will be reached, where they have a column of their own."""
    if not header.has_state:
        return tokens
    return [token for token in tokens if not _FORESEEN.fullmatch(token.text)] or tokens


def _is_row(run: WordRun, header: FlatHeader, figures: Figures, label: str, rest: str) -> bool:
    """Tell whether figures are a row's values and not figures that a sentence or a name mentions."""
    first = run.words[run.word_at(figures.start)]
    stands_apart = first.before is not Break.BLANK
    following = run.text[figures.end : figures.end + 2]
    if not label or (following[:1] == "." and not stands_apart):
        return False
    if not any(character.isalnum() for value in figures.values for character in value):
        return False  # a dash between a word and what it means
    if label.endswith(",") and len(figures.values) < len(header.columns):
        return False
    number = run.word_at(figures.end - 1) + 1
    after = run.words[number] if number < len(run.words) else None
    ends_line = after is None or after.before >= Break.LINE
    if len(figures.values) == len(header.columns) > 1:
        goes_on = after is not None and after.text[0].islower() and not ends_line
        return stands_apart or not _LEADS_INTO.search(label) or not goes_on
    if len(figures.values) <= _FEW and _LEADS_INTO.search(label) and not stands_apart:
        return False
    if len(figures.values) == 1 and _YEAR.fullmatch(figures.values[0]):
        return False
    if len(header.columns) == 1 or len(figures.values) == 1:
        if first.before >= Break.LINE and not ends_line:
            return False  # a number that opens a line of words
        return (ends_line or stands_apart or not rest) and not (
            after is not None and after.text[0].islower() and not stands_apart
        )
    return len(figures.values) != len(header.columns)


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
            is_short = opens.isupper() and word.text.isupper() and word.before is Break.LINE
            is_awaited = (opens.isdigit() or is_short) and _OPEN_END.search(name) is not None
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


def _under(run: WordRun, header: FlatHeader, figures: Figures, name: int) -> tuple[int, ...]:
    """Return the columns that values stand under: all of them, or those that their places in the line tell."""
    if len(figures.values) == len(header.columns):
        return tuple(range(len(header.columns)))
    if len(figures.values) > len(header.columns):
        return ()
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
