"""Flattened plans: numbered tables of measures and risks whose columns extraction ran together, a row on two lines or more.

"8 Rutin för larm vid Hamnchefen Lots- 2027-04-30" with "dimma stationen" below it holds a measure, who answers for it,
who helps and when it is done. The cells at the end of the first line are told by what they are, from the last one on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from knowledge.blocks import ReadDocument, Span
from knowledge.facts import NamedCell, RowFact
from knowledge.parsing.row_ends import is_holder, time_at_end


class _Sort(Enum):
    WHAT = "what"
    FIGURE = "figure"
    WHO = "who"
    WHEN = "when"


_COLUMNS: tuple[tuple[_Sort, str], ...] = (
    (_Sort.FIGURE, r"Sannolikhet|Konsekvens|Allvar(?:lighetsgrad)?|Risk(?:värde|tal|poäng)|Väsentlighet|S|K|R|V"),
    (_Sort.WHO, r"Ansvarig(?:a|t)?(?:\s(?:nämnd|enhet|förvaltning|funktion))?|Ansvar|Vem|Medverkar|Medverkande|Utförare|Ägare"),
    (_Sort.WHEN, r"Klart?(?:\ssenast)?|Senast|När|Slutdatum|Tidpunkt|Datum|Tidplan"),
    (_Sort.WHAT, r"Åtgärd(?:er)?|Aktivitet|Insats|Uppgift|Risk(?:beskrivning)?|Händelse|Delmål|Mål|Projekt|Utredning|Hantering|Beskrivning"),
)  # fmt: skip
_NUMBER_NAME = r"(?:Nr\.?|Nummer|Id|#)"
_NAME = re.compile(rf"(?:{'|'.join(f'(?P<{sort.name}>{names})' for sort, names in _COLUMNS)})(?=\s|$)")
_HEADER = re.compile(rf"^(?P<number>{_NUMBER_NAME})\s(?P<names>(?:[A-ZÅÄÖ][a-zåäö]*\s?(?:[a-zåäö]+\s?)?){{3,9}})$", re.MULTILINE)  # fmt: skip
_NUMBERED = re.compile(r"(?P<number>\d{1,2})\.?\s(?=[A-ZÅÄÖ])")
_LINE = re.compile(r"[^\n]*")
# A name that the line's end broke: "Miljö- och byggnads-".
_BROKEN = re.compile(r"(?<!\S)(?:[A-ZÅÄÖ][\wåäö]*-\s(?:och|samt)\s[a-zåäö]+-|[A-ZÅÄÖ][\wåäö]*-)$")
_NOBODY = re.compile(r"(?<!\S)[–—-]$")
_UNSETTLED = re.compile(r"(?<!\S)(?:Fastställs|Bestäms|Beslutas)(?P<later>\ssenare)?$")
_CAPITAL = re.compile(r"(?<!\S)(?=[A-ZÅÄÖ])")
_FIGURE = r"\d{1,2}"
_FEWEST_ROWS, _MOST_LINES, _LONGEST_HOLDER = 2, 6, 70


@dataclass(frozen=True, slots=True)
class _Column:
    sort: _Sort
    name: str


@dataclass(slots=True)
class _Row:
    number: str
    start: int
    end: int
    lines: list[str] = field(default_factory=list)


def flattened_plans(document: ReadDocument) -> Iterator[RowFact]:
    """Yield the rows of such tables of which at least two could be told apart; a row of which one cell is unsure is left out."""
    text = document.text
    for header in _HEADER.finditer(text):
        columns = _columns(header["names"].strip())
        sorts = [column.sort for column in columns]
        if _Sort.WHO not in sorts or _Sort.WHAT not in sorts or sorts[0] is not _Sort.WHAT:
            continue
        span = Span(header.start(), header.start() + len(header.group().rstrip()))
        found = [_fact(row, columns, header["number"], span) for row in _rows(text, header.end())]
        rows = [each for each in found if each is not None]
        if len(rows) >= _FEWEST_ROWS:
            yield from rows


def _columns(names: str) -> list[_Column]:
    """Return the columns of a header, none when some of its words are no column's name."""
    columns: list[_Column] = []
    position = 0
    while position < len(names):
        found = _NAME.match(names, position)
        if found is None:
            return []
        columns.append(_Column(_Sort[found.lastgroup or ""], found[0]))
        position = found.end() + 1
    return columns


def _rows(text: str, position: int) -> list[_Row]:
    """Return the lines of each row, the rows numbered from one on; blank lines may part them."""
    rows: list[_Row] = []
    is_apart = False
    while position < len(text):
        line = _LINE.match(text, position)
        assert line is not None
        position = line.end() + 1
        words = line[0].strip()
        if not words:
            is_apart = True
            continue
        numbered = _NUMBERED.match(words)
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        if numbered is not None and int(numbered["number"]) == len(rows) + 1:
            rows.append(_Row(numbered["number"], start, line.end(), [words[numbered.end() :]]))
        elif not rows or is_apart or len(rows[-1].lines) == _MOST_LINES:
            break
        else:
            rows[-1].lines.append(words)
            rows[-1].end = line.end()
        is_apart = False
    return rows


def _fact(row: _Row, columns: list[_Column], number_name: str, header: Span) -> RowFact | None:
    first, below = row.lines[0], row.lines[1:]
    values: dict[int, str] = {}
    place = len(columns) - 1
    while columns[place].sort in (_Sort.WHO, _Sort.WHEN):
        start = _cell_start(first, columns[place].sort)
        if start is None:
            return None
        values[place] = first[start:].strip()
        first = first[:start].rstrip()
        place -= 1
    if not _complete(values, columns, below):
        return None
    what = _what(first, columns[: place + 1], below)
    if what is None:
        return None
    values.update(what)
    cells = [
        NamedCell(columns[at].name, "" if _NOBODY.fullmatch(value) else value)
        for at, value in sorted(values.items())
    ]
    return RowFact(
        span=Span(row.start, row.end),
        subject=values[0],
        header_span=header,
        cells=(NamedCell(number_name, row.number), *cells),
    )


def _cell_start(words: str, sort: _Sort) -> int | None:
    """Return where the last cell of a line begins: a time, or the fewest words that name somebody."""
    nobody = _NOBODY.search(words)
    if nobody is not None:
        return nobody.start()
    if sort is _Sort.WHEN:
        unsettled = _UNSETTLED.search(words)
        time = time_at_end(words, None)
        return unsettled.start() if unsettled is not None else time[0] if time is not None else None
    broken = _BROKEN.search(words)
    if broken is not None:
        return broken.start()
    starts = [found.start() for found in _CAPITAL.finditer(words, max(0, len(words) - _LONGEST_HOLDER))]
    return next((start for start in reversed(starts) if start and is_holder(words[start:])), None)


def _complete(values: dict[int, str], columns: list[_Column], below: list[str]) -> bool:
    """Put the rest of the one broken cell to it, the last word of the line below; tell whether no cell is left broken."""
    broken = [
        at
        for at, value in values.items()
        if (columns[at].sort is _Sort.WHO and _BROKEN.fullmatch(value)) or _is_unsettled(value)
    ]
    if not broken:
        return True
    if len(broken) > 1 or not below:
        return False
    before, _, last = below[0].rpartition(" ")
    if not last[:1].islower():
        return False
    value = values[broken[0]]
    values[broken[0]] = f"{value} {last}" if _is_unsettled(value) else value.removesuffix("-") + last
    below[0] = before
    return True


def _is_unsettled(value: str) -> bool:
    unsettled = _UNSETTLED.fullmatch(value)
    return unsettled is not None and unsettled["later"] is None


def _what(words: str, columns: list[_Column], below: list[str]) -> dict[int, str] | None:
    """Return what is to be done, or may happen, with the figures after it; what wraps goes with it where nothing else may."""
    figures = [at for at, column in enumerate(columns) if column.sort is _Sort.FIGURE]
    texts = [at for at, column in enumerate(columns) if column.sort is _Sort.WHAT]
    if not figures:
        if len(texts) > 1:
            return None
        whole = " ".join([words, *filter(None, below)])
        return {0: re.sub(r"(?<=[a-zåäö])-\s(?=[a-zåäö])(?!och\b|eller\b|samt\b)", "", whole)}
    if figures != list(range(1, len(figures) + 1)) or len(texts) > 2:
        return None
    found = re.match(
        rf"(?P<what>\S.*?)\s(?P<figures>{_FIGURE}(?:\s{_FIGURE}){{{len(figures) - 1}}})(?:\s(?P<more>\D.*))?$",
        words,
    )
    if found is None or (found["more"] is None) != (len(texts) == 1):
        return None
    cells = {0: found["what"], **dict(zip(figures, found["figures"].split(), strict=True))}
    if len(texts) > 1 and not any(below):
        cells[texts[1]] = found["more"]
    return cells
