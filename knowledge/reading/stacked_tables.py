"""Stacked tables: tables that extraction set with each cell on a line of its own, the header's names first."""

import re
from collections.abc import Sequence

from knowledge.reading.column_names import is_period, names_column
from knowledge.reading.lines import Line
from knowledge.reading.ruled_tables import RuledRow

_DATE = re.compile(
    r"\b(?:\d{6}|(?:19|20)\d\d(?:-\d\d-\d\d)?|\d{1,2}/\d{1,2}|[Vv]\.?(?:ecka)?\s?\d{1,2}|Q[1-4]|(?:jan|feb|mars|april|maj|juni|juli|aug|sep|okt|nov|dec)[a-z]*|omgående|snarast|löpande|tills vidare)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[<>≥≤~±+−–-]?\s?\d[\d ]*(?:[.,]\d+)?\s?(?:%|[a-zåäö]{1,7})?|[–-]")
_FEWEST_COLUMNS, _MOST_COLUMNS, _FEWEST_ROWS = 2, 8, 2
_MOST_WRAPPED = 2  # lines of a row beyond its cells
_LONGEST_CELL, _LONGEST_CAPTION = 160, 80


def stacked_tables(lines: Sequence[Line]) -> list[RuledRow]:
    """Return the rows of the tables whose cells follow on each other, a line each, in order."""
    found: list[RuledRow] = []
    number = 0
    while number < len(lines):
        header = _header(lines, number)
        rows = _rows(lines, number + header, header) if header else []
        if len(rows) < _FEWEST_ROWS:
            number += 1
            continue
        found.append(_ruled(lines[number : number + header], header, is_header=True))
        found.extend(_ruled(row, header, is_header=False) for row in rows)
        number += header + sum(len(row) for row in rows)
    return found


def _header(lines: Sequence[Line], number: int) -> int:
    """Return how many lines from here on are the names of columns and nothing else, 0 when they make no header.

    A line above that a blank line parts from the rest may be the table's caption.
    """
    if number and not lines[number].gap and not (lines[number - 1].gap and _is_caption(lines[number - 1])):
        return 0
    count = 0
    while number + count < len(lines) and count <= _MOST_COLUMNS:
        line = lines[number + count]
        if (count and line.gap) or not names_column(line.text) or is_period(line.text):
            break
        count += 1
    return count if _FEWEST_COLUMNS <= count <= _MOST_COLUMNS else 0


def _is_caption(line: Line) -> bool:
    return len(line.text) <= _LONGEST_CAPTION and line.text[-1] not in ".:;," and not names_column(line.text)


def _rows(lines: Sequence[Line], start: int, columns: int) -> list[Sequence[Line]]:
    """Return the rows below a header: what blank lines part, or, where none do, as many lines at a time as it has names."""
    if start < len(lines) and not lines[start].gap:
        return _without_gaps(lines, start, columns)
    rows: list[Sequence[Line]] = []
    while start < len(lines):
        end = start + 1
        while end < len(lines) and not lines[end].gap:
            end += 1
        group = lines[start:end]
        if not _FEWEST_COLUMNS <= len(group) <= columns or not all(_is_cell(line) for line in group):
            break
        rows.append(group)
        start = end
    return rows


def _without_gaps(lines: Sequence[Line], start: int, columns: int) -> list[Sequence[Line]]:
    end = start
    while end < len(lines) and (end == start or not lines[end].gap) and _is_cell(lines[end]):
        end += 1
    if (end - start) % columns:
        return _wrapped(lines[start:end], columns)
    rows = [lines[at : at + columns] for at in range(start, end, columns)]
    is_dated = any(all(_DATE.search(row[column].text) for row in rows) for column in range(columns))
    return rows if is_dated or all(_is_of_figures(row) for row in rows) else []


def _wrapped(lines: Sequence[Line], columns: int) -> list[Sequence[Line]]:
    """Return rows of which some have a cell on two lines, where all end with as many dates as the first one does."""
    is_dated = [_DATE.search(line.text) is not None for line in lines]
    rows: list[Sequence[Line]] = []
    begin = 0
    for end in range(1, len(lines) + 1):
        if is_dated[end - 1] and (end == len(lines) or not is_dated[end]) and end - begin >= columns:
            rows.append(lines[begin:end])
            begin = end
    dates = {_dates_at_end(row) for row in rows}
    whole = begin == len(lines) and len(dates) == 1 and 0 not in dates
    return rows if whole and all(len(row) <= columns + _MOST_WRAPPED for row in rows) else []


def _dates_at_end(row: Sequence[Line]) -> int:
    return next((n for n, line in enumerate(reversed(row)) if not _DATE.search(line.text)), len(row))


def _is_of_figures(row: Sequence[Line]) -> bool:
    """Tell whether lines are the name of something and its figures."""
    name, *figures = row
    return not _FIGURE.fullmatch(name.text) and all(_FIGURE.fullmatch(figure.text) for figure in figures)


def _is_cell(line: Line) -> bool:
    return len(line.text) <= _LONGEST_CELL and "   " not in line.text and line.text[0] not in "|#•"


def _ruled(lines: Sequence[Line], columns: int, *, is_header: bool) -> RuledRow:
    places = [(line.start, line.end) for line in lines]
    parted: list[list[Line]] = [[line] for line in lines]
    while len(parted) > columns:  # a line that goes on begins small, or is the shortest
        further = range(1, len(parted))
        going_on = next((n for n in further if parted[n][0].text[0].islower()), None)
        number = going_on or min(
            further, key=lambda n: (_DATE.search(parted[n][0].text) is not None, len(parted[n][0].text))
        )
        parted[number - 1 : number + 1] = [parted[number - 1] + parted[number]]
    cells = tuple(tuple((line.start, line.end) for line in cell) for cell in parted)
    cells += ((),) * (columns - len(cells))
    return RuledRow(
        lines[0].start,
        lines[-1].end,
        tuple(places),
        cells,
        lines[0].page,
        is_header=is_header,
        starts_table=is_header,
    )
