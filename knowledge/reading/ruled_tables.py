"""RuledRow: a table row whose cells a reader has found by the lines drawn around them, put back in its place."""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.reading.rows import are_header, parts_columns

Stretches = tuple[tuple[int, int], ...]
Place = tuple[int, int]  # row and column


@dataclass(frozen=True, slots=True)
class RuledRow:
    """One row: `stretches` cover it in the order of the text, `cells` the words of each cell.

    `start:end` is where the row stands in the document's text; a cell that is joined with the one above it has the
    words of that one, which stand before the row. A table that `goes_on` names its columns on the page before.
    """

    start: int
    end: int
    stretches: Stretches
    cells: tuple[Stretches, ...]
    page: int | None
    is_header: bool = False
    starts_table: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class RuledTable:
    """The words of a table's cells on one page; `joined` names, for a place without a cell, the cell that covers it.

    It `goes_on` with the last table of the page before, and `is_cut` when the next page goes on with it.
    """

    rows: Sequence[Sequence[str | None]]
    joined: Mapping[Place, Place] = field(default_factory=dict)
    goes_on: bool = False
    is_cut: bool = False


class _Squeezed:
    """A text without its white space, which knows where each character came from."""

    def __init__(self, text: str) -> None:
        places = [i for i, c in enumerate(text) if not c.isspace()]
        self.words = "".join(text[i] for i in places)
        self.places = places


def located_rows(table: RuledTable, page_text: str, page_start: int, page: int) -> list[RuledRow]:
    """Return the rows of a table as they stand in the page's text; [] when a row cannot be found there for certain.

    A cell may be wrapped and its lines lie between those of other cells; each line is found for itself.
    """
    squeezed = _Squeezed(page_text)
    position = 0
    found: dict[int, tuple[tuple[Stretches, ...], int, int]] = {}
    for number, row in enumerate(table.rows):
        words = [cell or "" for cell in row]
        if not any(cell.strip() for cell in words):
            continue
        cells, low, high = _cells(words, squeezed, position)
        if low < 0:
            return []
        position = high
        found[number] = (cells, squeezed.places[low], squeezed.places[high - 1] + 1)
    if any(a[2] > b[1] for a, b in itertools.pairwise(found.values())):
        return []
    headers = _headers(table, list(found))
    rows: list[RuledRow] = []
    for number, (cells, start, end) in found.items():
        is_header = number in headers
        whole = [
            cell or _covering(table, found, (number, column), is_header=is_header)
            for column, cell in enumerate(cells)
        ]
        moved = tuple(tuple((a + page_start, b + page_start) for a, b in cell) for cell in whole)
        lines = tuple(
            (m.start() + page_start, m.end() + page_start)
            for m in re.finditer(r"\S(?:[^\n]*\S)?", page_text[start:end])
        )
        rows.append(
            RuledRow(
                start + page_start,
                end + page_start,
                tuple((a + start, b + start) for a, b in lines),
                moved,
                page,
                is_header=is_header,
                starts_table=not rows,
                goes_on=table.goes_on,
            )
        )
    return rows


def _covering(
    table: RuledTable,
    found: Mapping[int, tuple[tuple[Stretches, ...], int, int]],
    place: Place,
    *,
    is_header: bool,
) -> Stretches:
    """Return where the words of the cell stand that covers a place: from above, or, where columns are named, from beside."""
    row, column = table.joined.get(place, place)
    if (
        (row, column) == place
        or row not in found
        or not (is_header or (row < place[0] and column == place[1]))
    ):
        return ()
    return found[row][0][column]


def _headers(table: RuledTable, rows: Sequence[int]) -> set[int]:
    """Return which of the rows name the columns: the first, and the second where cells of the first are joined."""
    if not rows or not (len(table.rows) > 1 or table.is_cut):
        return set()
    first = _whole(table, rows[0])
    if not are_header(first):
        return set()
    is_joined = any(
        source[0] == rows[0] and source[1] != column for (_, column), source in table.joined.items()
    )
    below = _whole(table, rows[1]) if is_joined and len(rows) > 2 else []
    return {rows[0], rows[1]} if below and parts_columns(below) else {rows[0]}


def _whole(table: RuledTable, row: int) -> list[str]:
    """Return a row's words with those of the cells that cover its places."""
    words = []
    for column, cell in enumerate(table.rows[row]):
        above, beside = table.joined.get((row, column), (row, column))
        words.append(" ".join((cell or table.rows[above][beside] or "").split()))
    return words


def _cells(row: Sequence[str], page: _Squeezed, position: int) -> tuple[tuple[Stretches, ...], int, int]:
    """Return where a row's cells stand from `position` on, and the row's bounds in the squeezed text (-1 when not found)."""
    total = sum(len(re.sub(r"\s", "", cell)) for cell in row)
    first = next(
        (
            re.sub(r"\s", "", line)
            for cell in row
            if cell.strip()
            for line in cell.split("\n")
            if line.strip()
        ),
        "",
    )
    start = page.words.find(first, position)
    attempts = 0
    while start >= 0 and attempts < 8:
        reach = min(len(page.words), start + int(total * 1.15) + 20)
        backward = max(position, start - total)
        cells, low, high = _within(row, page, backward, reach)
        if low >= 0 and high - low <= total * 1.15 + 12:
            return cells, low, high
        start = page.words.find(first, start + 1)
        attempts += 1
    return (), -1, -1


def _within(
    row: Sequence[str], page: _Squeezed, start: int, end: int
) -> tuple[tuple[Stretches, ...], int, int]:
    """Find every line of every cell between `start` and `end`, none on top of another."""
    taken: list[tuple[int, int]] = []
    cells: list[Stretches] = []
    for cell in row:
        stretches: list[tuple[int, int]] = []
        after = start
        for line in cell.split("\n"):
            words = re.sub(r"\s", "", line)
            if not words:
                continue
            place = _free_place(page.words, words, after, end, taken)
            if place < 0:
                return (), -1, -1
            taken.append((place, place + len(words)))
            after = place + len(words)
            stretches.append((page.places[place], page.places[place + len(words) - 1] + 1))
        cells.append(tuple(stretches))
    if not taken:
        return (), -1, -1
    return tuple(cells), min(a for a, _ in taken), max(b for _, b in taken)


def _free_place(text: str, words: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> int:
    """Return where `words` stand without touching what is taken, -1 when nowhere."""
    place = text.find(words, start, end)
    while place >= 0:
        if all(place + len(words) <= a or place >= b for a, b in taken):
            return place
        place = text.find(words, place + 1, end)
    return -1
