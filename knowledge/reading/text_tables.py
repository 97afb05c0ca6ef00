"""Text tables: tables set with blanks in plain text, cells under their header words, wrapped cells put together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.reading.column_names import is_month, is_period, names_board, names_column
from knowledge.reading.headings import is_known_heading
from knowledge.reading.lines import Line
from knowledge.reading.ruled_tables import RuledRow

_CHUNK = re.compile(r"\S+(?: \S+)*")
_WORDS = re.compile(r"\S+")
_CODE = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-ZÅÄÖ]{1,3}\s?\d{1,2}[.:]?|[a-z]\))(?=\s|$)")
_FIGURE = re.compile(r"[<>≥≤~±+−–-]*\s?\d[\d ,.]*\s?(?:%|[a-z]{0,4})|[–-]|\.\.")
_NEEDS_MORE = re.compile(
    r"(?:[-,/&(]|\b(?:och|eller|samt|av|för|till|med|i|en|ett|den|det|de|som|att|på|om|hos|vid|från|under|inom|mellan|per|enligt|än))$"
)
_OF_VOTES = re.compile(r"(?:ja|nej|avstår|parti|ledamot|ledamöter|tjänstgörande)(?:\s.*)?", re.IGNORECASE)
_FEWEST, _MOST_HEADER_LINES, _WIDE_GAP = 2, 4, 3
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words of a line between two gaps of blanks: the columns of characters they cover, and their place in the text."""

    left: int
    right: int
    start: int
    words: str

    @property
    def place(self) -> tuple[int, int]:
        """Where the words stand in the document's text."""
        return self.start, self.start + len(self.words)

    def cut(self, at: int) -> "tuple[Chunk, Chunk]":
        """Part the chunk at a column of characters before which a blank stands."""
        width = at - self.left
        head = self.words[:width].rstrip()
        return (
            Chunk(self.left, self.left + len(head), self.start, head),
            Chunk(at, self.right, self.start + width, self.words[width:]),
        )


@dataclass(slots=True)
class _Column:
    left: int
    right: int


@dataclass(slots=True)
class _Row:
    """The lines of a row, and each cell's words and places."""

    lines: list[Line]
    cells: list[list[Chunk]]
    is_header: bool = False

    def words(self, number: int) -> str:
        return " ".join(chunk.words for chunk in self.cells[number])

    @property
    def filled(self) -> list[int]:
        return [number for number, cell in enumerate(self.cells) if cell]


@dataclass(slots=True)
class _Table:
    columns: list[_Column]
    header: _Row
    rows: list[_Row] = field(default_factory=list)


class _WovenError(Exception):
    """Two lines of a table stand on one line of the text, as extraction weaves them: its columns tell nothing."""


def text_tables(text: str, lines: Sequence[Line]) -> list[RuledRow]:
    """Return the rows of the tables with a header whose columns are set with blanks, in order."""
    found: list[RuledRow] = []
    number = 0
    while number < len(lines):
        try:
            table, taken = _table(text, lines, number)
        except _WovenError:
            table, taken = None, 1
        if table is not None:
            found.extend(_ruled(table))
        number += max(taken, 1)
    return found


def chunks_of(text: str, line: Line) -> list[Chunk]:
    """Return the parts of a line between its gaps of blanks, in order."""
    indent = line.start - (text.rfind("\n", 0, line.start) + 1)
    return [
        Chunk(indent + found.start(), indent + found.end(), line.start + found.start(), found[0])
        for found in _CHUNK.finditer(line.text)
    ]


def _table(text: str, lines: Sequence[Line], number: int) -> tuple[_Table | None, int]:
    """Return the table that begins with a line and how many lines it takes; none when it begins none."""
    header = _header(text, lines, number)
    if header is None:
        return None, 1
    columns, row = header
    table = _Table(columns, row)
    taken = len(row.lines)
    while number + taken < len(lines):
        at = number + taken
        again = _header(text, lines, at)
        if again is not None:
            if [again[1].words(n) for n in again[1].filled] != [row.words(n) for n in row.filled]:
                break
            table.rows.append(again[1])
            taken += len(again[1].lines)
            continue
        if not _take(table, text, lines, at):
            break
        taken += 1
    while table.rows and table.rows[-1].is_header:
        taken -= len(table.rows.pop().lines)
    while (
        table.rows
        and len(table.rows[-1].filled) == 1
        and len(table.rows[-1].lines) == 1
        and not _is_listed(table)
    ):
        taken -= 1
        table.rows.pop()
    if not any(len(each.filled) > 1 for each in table.rows if not each.is_header):
        return None, 1
    return table, taken


def _is_listed(table: _Table) -> bool:
    """Tell whether the last row, of which only the first cell is filled, counts on from those before it."""
    return _CODE.match(table.rows[-1].words(0)) is not None and _counts(table)


def _header(text: str, lines: Sequence[Line], number: int) -> tuple[list[_Column], _Row] | None:
    """Return columns and words of the header that begins with a line, which may go on over lines of years and units."""
    line = lines[number]
    if "  " not in line.text or "\t" in line.text or line.text[0] == "|":
        return None
    first = chunks_of(text, line)
    below = chunks_of(text, lines[number + 1]) if number + 1 < len(lines) else []
    if len(first) < _FEWEST or not (_is_header(first) or _heads_calendar(first, below)):
        return None
    taken, gathered = [line], [first]
    for following in lines[number + 1 : number + _MOST_HEADER_LINES]:
        chunks = _cut_under(chunks_of(text, following), first)
        if following.gap or not all(is_period(c.words) or names_column(c.words) for c in chunks):
            break
        if not any(is_period(c.words) for c in chunks) and len(chunks) >= len(first):
            break
        taken.append(following)
        gathered.append(chunks)
    columns: list[_Column] = []
    for chunk in sorted((c for chunks in gathered for c in chunks), key=lambda c: c.left):
        if columns and chunk.left < columns[-1].right:
            columns[-1].right = max(columns[-1].right, chunk.right)
        else:
            columns.append(_Column(chunk.left, chunk.right))
    below = chunks_of(text, lines[number + len(taken)]) if number + len(taken) < len(lines) else []
    if len(below) > 1 and below[0].right <= columns[0].left:
        columns.insert(0, _Column(below[0].left, below[0].right))  # the first column bears no name
    row = _Row(taken, [[] for _ in columns], is_header=True)
    for chunks in gathered:
        for chunk in chunks:
            row.cells[_nearest(chunk, columns)].append(chunk)
    return columns, row


def _cut_under(chunks: Sequence[Chunk], above: Sequence[Chunk]) -> list[Chunk]:
    """Return a header's second line with the words parted that stand each under a column of the first."""
    cut: list[Chunk] = []
    for chunk in chunks:
        words = [
            Chunk(chunk.left + m.start(), chunk.left + m.end(), chunk.start + m.start(), m[0])
            for m in _WORDS.finditer(chunk.words)
        ]
        covered = [each for each in above if each.left < chunk.right and chunk.left < each.right]
        each_has_one = len(words) == len(covered) and all(
            word.left < column.right and column.left < word.right
            for word, column in zip(words, covered, strict=True)
        )
        is_named = all(names_column(word.words) for word in words)
        cut.extend(words if len(words) > 1 and each_has_one and is_named else [chunk])
    return cut


def _is_header(chunks: Sequence[Chunk]) -> bool:
    if any(_OF_VOTES.fullmatch(chunk.words) for chunk in chunks):
        return False
    named = [names_column(chunk.words) for chunk in chunks]
    unnamed = [chunk.words for chunk, name in zip(chunks, named, strict=True) if not name]
    if all(is_period(chunk.words) for chunk in chunks) or len(unnamed) > (len(chunks) > _FEWEST):
        return False
    return all(len(w) <= _LONGEST_NAME and w[-1] not in ".;:" and not _FIGURE.fullmatch(w) for w in unnamed)


def _heads_calendar(chunks: Sequence[Chunk], below: Sequence[Chunk]) -> bool:
    """Tell whether the words are boards over months, or months over boards."""
    names = [chunk.words for chunk in chunks if not names_column(chunk.words) or is_month(chunk.words)]
    if len(names) < _FEWEST or len(below) < _FEWEST:
        return False
    under = below[0].words
    return (all(map(names_board, names)) and is_month(under)) or (
        all(map(is_month, names)) and names_board(under)
    )


def _nearest(chunk: Chunk, columns: Sequence[_Column]) -> int:
    """Return the column that a chunk overlaps most, else the one nearest to it."""

    def fit(number: int) -> tuple[int, int]:
        column = columns[number]
        overlap = min(chunk.right, column.right) - max(chunk.left, column.left)
        return (-max(overlap, 0), max(-overlap, 0))

    return min(range(len(columns)), key=fit)


def _placed(chunks: Sequence[Chunk], columns: Sequence[_Column], gap: int) -> list[list[Chunk]] | None:
    """Return the chunks of a line under their columns; None when one runs on across the columns after it."""
    cells: list[list[Chunk]] = [[] for _ in columns]
    waiting = list(chunks)
    lowest = 0
    may_touch = len(chunks) > 1 or not gap  # cells may be so close that a single blank parts them
    while waiting:
        chunk = waiting.pop(0)
        number = max(lowest, _column_of(chunk, columns))
        following = columns[number + 1].left if number + 1 < len(columns) else None
        if following is not None and chunk.right > following:
            blank = chunk.words.find(" ", following - chunk.left - 1, following - chunk.left + 1)
            if blank >= 0 and may_touch and not (number and not cells[0]):
                head, tail = chunk.cut(chunk.left + blank + 1)
                cells[number].append(head)
                waiting.insert(0, tail)
                lowest = number + 1
                continue
            if not _may_run_on(chunk, number, waiting, columns):
                return None
        if cells[number] and number:
            raise _WovenError
        cells[number].append(chunk)
        lowest = number
    return cells


def _may_run_on(chunk: Chunk, number: int, after: Sequence[Chunk], columns: Sequence[_Column]) -> bool:
    """Tell whether a cell may be wider than its column: nothing of the line stands in the columns it covers."""
    if after:
        return number == 0 and columns[_column_of(after[0], columns)].left >= chunk.right
    return number > 0 and chunk.left == columns[number].left


def _column_of(chunk: Chunk, columns: Sequence[_Column]) -> int:
    """Return the column that a chunk stands in: the one it begins under, or whose header it lies beneath."""
    begun = max((n for n, column in enumerate(columns) if column.left <= chunk.left), default=0)
    if chunk.left == columns[begun].left:
        return begun
    return (
        _nearest(chunk, columns) if _FIGURE.fullmatch(chunk.words) or chunk.right - chunk.left < 24 else begun
    )


def _take(table: _Table, text: str, lines: Sequence[Line], number: int) -> bool:
    """Add a line to the table, as a row or as the rest of one; tell whether it belongs to the table at all."""
    line = lines[number]
    apart = line.gap > 1 and not line.turns_page
    if apart or "\t" in line.text or line.text[0] in "|#§•" or (line.gap and is_known_heading(line.text)):
        return False
    chunks = chunks_of(text, line)
    cells = _placed(chunks, table.columns, line.gap)
    if cells is None:
        return False
    filled = [n for n, cell in enumerate(cells) if cell]
    if line.gap and not line.turns_page and not cells[0]:
        return False
    if filled == [0] and (line.gap or cells[0][0].right > table.columns[1].left):
        return False
    if _continues(table, cells, line):
        before = table.rows[-1]
        before.lines.append(line)
        for column, cell in enumerate(cells):
            before.cells[column].extend(cell)
    else:
        table.rows.append(_Row([line], cells))
    return True


def _counts(table: _Table) -> bool:
    """Tell whether the rows bear numbers or codes."""
    return bool(table.rows) and _CODE.match(_first_coded(table.rows)) is not None


def _first_coded(rows: Sequence[_Row]) -> str:
    return next((row.words(0) for row in rows if len(row.filled) > 1 and not row.is_header), "")


def _continues(table: _Table, cells: list[list[Chunk]], line: Line) -> bool:
    """Tell whether a line is the rest of the row before it."""
    if not table.rows or table.rows[-1].is_header:
        return False
    before = table.rows[-1]
    if not cells[0] and _has_own_figures(before, cells):
        return False  # a row of the same group, whose name stands once
    if not cells[0]:
        return not line.gap or line.turns_page or not any(before.cells[n] for n, c in enumerate(cells) if c)
    if line.gap and not line.turns_page:
        return False
    words = cells[0][0].words
    if _counts(table):
        if _CODE.match(words) and cells[0][0].left <= table.columns[0].left:
            return False
        heads = len(before.filled) == 1 and not _CODE.match(before.words(0))
        return not heads and not (
            len([c for c in cells if c]) == 1
            and cells[0][0].left <= table.columns[0].left
            and words[0].isupper()
        )
    if _has_own_figures(before, cells):
        return False
    if before.cells[0] and cells[0][0].left >= before.cells[0][0].left + _FEWEST:
        return True
    opened = before.words(0)
    return words[0].islower() or _NEEDS_MORE.search(opened) is not None


def _has_own_figures(before: _Row, cells: list[list[Chunk]]) -> bool:
    """Tell whether a line holds figures where the row before it holds some already."""
    return any(
        cell
        and before.cells[number]
        and _FIGURE.fullmatch(cell[0].words)
        and _FIGURE.fullmatch(before.words(number))
        for number, cell in enumerate(cells)
        if number
    )


def _ruled(table: _Table) -> Iterator[RuledRow]:
    for row in (table.header, *table.rows):
        yield RuledRow(
            row.lines[0].start,
            row.lines[-1].end,
            tuple((line.start, line.end) for line in row.lines),
            tuple(tuple(chunk.place for chunk in cell) for cell in row.cells),
            row.lines[0].page,
            is_header=row.is_header,
            starts_table=row is table.header,
        )
