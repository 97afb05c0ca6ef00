"""Sheets: CSV and Excel files as rows of text, read and written; nothing in them is ever run as a formula."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Literal

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils.exceptions import InvalidFileException

from knowledge.errors import UnreadableDocumentError
from knowledge.reading.archive import Archive
from knowledge.reading.decoding import decoded

SUFFIXES = (".csv", ".xlsx")
MOST_ROWS = 20_000
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 60  # characters of a column

Row = tuple[int, tuple[str, ...]]
"""The row's number as a spreadsheet counts, and its cells."""


_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_LONGEST_HEADER = 10_000  # characters


def read_sheet(data: bytes, suffix: str) -> list[Row]:
    """Return the rows that hold anything, of the first sheet; raise UnreadableDocumentError with the reason in Swedish."""
    rows = _excel_rows(data) if suffix == ".xlsx" else _csv_rows(decoded(data))
    found = []
    for number, cells in enumerate(rows, start=1):
        if number > MOST_ROWS:
            raise UnreadableDocumentError(f"Filen har fler än {MOST_ROWS} rader. Dela upp den.")
        if any(cell.strip() for cell in cells):
            found.append((number, tuple(_plain(cell.strip()) for cell in cells)))
    return found


def write_sheet(rows: Iterable[Sequence[str]], suffix: str) -> bytes:
    """Return a file of the rows, the first of which names the columns."""
    cells = [[ILLEGAL_CHARACTERS_RE.sub("", cell) for cell in row] for row in rows]
    return _excel(cells) if suffix == ".xlsx" else _csv(cells)


def _csv_rows(text: str) -> Iterator[tuple[str, ...]]:
    header = _QUOTED.sub("", text[:_LONGEST_HEADER]).partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(";,\t", key=header.count))
    try:
        yield from map(tuple, reader)
    except csv.Error as error:
        raise UnreadableDocumentError(f"Rad {reader.line_num} går inte att läsa som CSV.") from error


def _excel_rows(data: bytes) -> Iterator[tuple[str, ...]]:
    archive = Archive(data)
    for name in archive.names:
        if name.endswith((".xml", ".rels")):
            archive.part(name)  # refuses bombs, entities and references to the outside
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for row in book.worksheets[0].iter_rows(values_only=True):
            yield tuple(map(_words, row))
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError, TypeError) as error:
        raise UnreadableDocumentError("Filen är ingen Excel-fil (.xlsx) som går att läsa.") from error


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d" if value.time() == datetime.min.time() else "%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _plain(cell: str) -> str:
    """Return a cell without the mark that kept it from being a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA_STARTS) else cell


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    out = io.StringIO()
    # The names of the columns tell a reader what parts the cells: a comma in one must not look as if it did.
    is_ambiguous = any(mark in cell for cell in rows[0] for mark in ",\t") if rows else False
    quoting: Literal[0, 1] = csv.QUOTE_ALL if is_ambiguous else csv.QUOTE_MINIMAL
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=quoting)
    writer.writerows([[_harmless(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")  # the mark tells Excel that it is UTF-8


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell


def _excel(rows: Sequence[Sequence[str]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Lägesrapporter")
    sheet.freeze_panes = "A2"
    for at, column in enumerate(zip(*rows, strict=True)):
        widest = max(len(line) for cell in column for line in cell.split("\n"))
        sheet.column_dimensions[_letter(at)].width = min(widest, _WIDEST) + 2
    for number, row in enumerate(rows):
        sheet.append([_cell(sheet, cell, is_header=number == 0) for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: object, words: str, *, is_header: bool) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, words)
    cell.data_type = "s"  # words, also when they begin like a formula
    cell.font = Font(bold=is_header)
    return cell


def _letter(at: int) -> str:
    return chr(ord("A") + at)
