"""RuledRow: a table row whose cells a reader has found by the lines drawn around them, put back in its place."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.reading.rows import are_header

Stretches = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class RuledRow:
    """One row: `stretches` cover it in the order of the text, `cells` the words of each cell.

    `start:end` is where the row stands in the document's text.
    """

    start: int
    end: int
    stretches: Stretches
    cells: tuple[Stretches, ...]
    page: int | None
    is_header: bool = False
    starts_table: bool = False


class _Squeezed:
    """A text without its white space, which knows where each character came from."""

    def __init__(self, text: str) -> None:
        places = [i for i, c in enumerate(text) if not c.isspace()]
        self.words = "".join(text[i] for i in places)
        self.places = places


def located_rows(
    table: Sequence[Sequence[str | None]], page_text: str, page_start: int, page: int
) -> list[RuledRow]:
    """Return the rows of a table as they stand in the page's text; [] when a row cannot be found there for certain.

    A cell may be wrapped and its lines lie between those of other cells; each line is found for itself.
    """
    squeezed = _Squeezed(page_text)
    position = 0
    found: list[tuple[tuple[Stretches, ...], int, int]] = []
    filled = [[cell or "" for cell in row] for row in table]
    filled = [row for row in filled if any(cell.strip() for cell in row)]
    for row in filled:
        cells, low, high = _cells(row, squeezed, position)
        if low < 0:
            return []
        position = high
        start, end = squeezed.places[low], squeezed.places[high - 1] + 1
        found.append((cells, start, end))
    if any(a[2] > b[1] for a, b in itertools.pairwise(found)):
        return []
    named = len(filled) > 1 and are_header([" ".join(cell.split()) for cell in filled[0]])
    rows: list[RuledRow] = []
    for number, (cells, start, end) in enumerate(found):
        moved = tuple(tuple((a + page_start, b + page_start) for a, b in cell) for cell in cells)
        lines = tuple(
            (m.start() + page_start, m.end() + page_start)
            for m in re.finditer(r"\S(?:[^\n]*\S)?", page_text[start:end])
        )
        stretches = tuple((a + start, b + start) for a, b in lines)
        rows.append(
            RuledRow(
                start + page_start,
                end + page_start,
                stretches,
                moved,
                page,
                is_header=number == 0 and named,
                starts_table=number == 0,
            )
        )
    return rows


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
