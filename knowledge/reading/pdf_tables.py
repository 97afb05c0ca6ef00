"""The tables of a PDF that have lines drawn around their cells: which cells are joined, and which tables a page end cut."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import monotonic

import pdfplumber
from pdfplumber.page import Page
from pdfplumber.table import Table

from knowledge.reading.ruled_tables import Place, RuledRow, RuledTable, located_rows

_SECONDS = 25.0
_LEAST_LINES = 6
_NEAR = 3.0  # points between edges that are meant to be the same
_CELL_LEFT, _CELL_TOP, _CELL_RIGHT, _CELL_BOTTOM = range(4)


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where a table's columns begin and end; one of the same shape on the next page goes on with it."""

    page: int
    edges: tuple[float, ...]

    def goes_on(self, before: "_Shape | None") -> bool:
        """Tell whether this table, the first of its page, goes on with the last one of the page before."""
        return (
            before is not None
            and self.page == before.page + 1
            and len(self.edges) == len(before.edges)
            and all(abs(a - b) <= _NEAR for a, b in zip(self.edges, before.edges, strict=True))
        )


def ruled_rows(data: bytes, pages: Sequence[str], starts: Sequence[int]) -> tuple[list[RuledRow], list[str]]:
    """Return the rows of the ruled tables as they stand in the pages' texts, and a warning when time ran out."""
    found: list[tuple[int, RuledTable]] = []
    warnings: list[str] = []
    until = monotonic() + _SECONDS
    last: _Shape | None = None
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            for number, page in enumerate(document.pages[: len(pages)]):
                if monotonic() > until:
                    warnings = [f"Tabeller söktes bara på de första {number} sidorna: dokumentet är stort."]
                    break
                for place, table in enumerate(_tables(page)):
                    shape = _Shape(number, _edges(table))
                    goes_on = place == 0 and shape.goes_on(last)
                    if goes_on:
                        found[-1] = (found[-1][0], replace(found[-1][1], is_cut=True))
                    found.append((number, _ruled(table, goes_on=goes_on)))
                    last = shape
                page.close()
    except Exception:  # noqa: BLE001  tables only improve on text already read; this parser too raises almost anything
        warnings = ["Tabellerna i PDF-filen kunde inte tolkas; de lästes som löpande text."]
    rows = [
        row
        for number, ruled in found
        if len(ruled.rows) > 1 or ruled.goes_on or ruled.is_cut
        for row in located_rows(ruled, pages[number], starts[number], number + 1)
    ]
    return sorted(rows, key=lambda row: row.start), warnings


def _tables(page: Page) -> list[Table]:
    """Return a page's ruled tables of two columns at least, from the top downwards."""
    if len(page.lines) + len(page.rects) + len(page.curves) < _LEAST_LINES:
        return []
    return [table for table in page.find_tables() if table.rows and len(table.columns) > 1]


def _edges(table: Table) -> tuple[float, ...]:
    lefts = sorted({cell[_CELL_LEFT] for cell in table.cells})
    return (*lefts, max(cell[_CELL_RIGHT] for cell in table.cells))


def _ruled(table: Table, *, goes_on: bool) -> RuledTable:
    """Return a table's words, and for each place without a cell of its own the cell that covers it."""
    words = table.extract()
    lefts = sorted({cell[_CELL_LEFT] for cell in table.cells})
    tops = sorted({cell[_CELL_TOP] for cell in table.cells})
    joined: dict[Place, Place] = {}
    for cell in table.cells:
        row, column = tops.index(cell[_CELL_TOP]), lefts.index(cell[_CELL_LEFT])
        for below, top in enumerate(tops[row:], start=row):
            if top > cell[_CELL_BOTTOM] - _NEAR:
                break
            for beside, left in enumerate(lefts[column:], start=column):
                if left > cell[_CELL_RIGHT] - _NEAR:
                    break
                if words[below][beside] is None:
                    joined[below, beside] = (row, column)
    return RuledTable(words, joined, goes_on=goes_on)
