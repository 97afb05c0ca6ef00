"""Meeting calendars as comma-separated lists: each row a table row, its cells found at their places."""

import re
from array import array
from collections.abc import Iterator
from itertools import islice

from knowledge.blocks import Block, BlockKind, ReadDocument, RepairedText
from knowledge.errors import NoDocumentError, UnreadableDocumentError
from knowledge.reading.calendar_columns import columns_of

_DELIMITERS = (";", ",", "\t")
_HEADER_WITHIN = 12  # rows; a title may stand above the header
_LONGEST_CELL = 2_000
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d{1,3}(?!\d))")

_Record = tuple[RepairedText, ...]


def looks_like_calendar(text: str) -> bool:
    """Tell whether a list has a column of boards and one of days near its top."""
    return _layout(text) is not None


def read_calendar_csv(text: str) -> ReadDocument:
    r"""Return a list with `\n` line ends as table rows; raise NoDocumentError when it is no calendar."""
    layout = _layout(text)
    if layout is None:
        raise NoDocumentError(
            "Filen är ingen sammanträdesplan: den saknar en kolumn för nämnd eller en för datum."
        )
    delimiter, header_at = layout
    blocks: list[Block] = []
    header: _Record = ()
    for number, record in enumerate(_records(text, delimiter)):
        content = _joined(record)
        if not content.text.strip():
            continue
        if number < header_at:
            blocks.append(Block(BlockKind.HEADING, content, level=1))
        elif number == header_at:
            header = record
            blocks.append(
                Block(BlockKind.TABLE_ROW, content, cells=record, header=record, table=1, is_header=True)
            )
        else:
            blocks.append(Block(BlockKind.TABLE_ROW, content, cells=record, header=header, table=1))
    if not any(block.kind is BlockKind.TABLE_ROW and not block.is_header for block in blocks):
        raise UnreadableDocumentError("Sammanträdesplanen är tom: den har rubriker men inga rader.")
    return ReadDocument(text, tuple(blocks), front_matter=(("kind", "calendar"), ("title", _title(blocks))))


def _title(blocks: list[Block]) -> str:
    """Name a calendar by the years of its days and, when there is only one, its board."""
    rows = [block for block in blocks if block.kind is BlockKind.TABLE_ROW and not block.is_header]
    columns = columns_of([cell.text for cell in rows[0].header])
    assert columns is not None
    boards = {row.cells[columns.board].text.strip() for row in rows if columns.board < len(row.cells)} - {""}
    years = sorted(
        {
            year
            for row in rows
            if columns.day < len(row.cells)
            for year in _YEAR.findall(row.cells[columns.day].text)
        }
    )
    span = years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}" if years else ""
    board = f"för {boards.pop()}" if len(boards) == 1 else ""
    return " ".join(part for part in ("Sammanträdesplan", board, span) if part)


def _layout(text: str) -> tuple[str, int] | None:
    """Return what parts the cells and on which row the header stands."""
    for delimiter in _DELIMITERS:
        for number, record in enumerate(islice(_records(text, delimiter), _HEADER_WITHIN)):
            if len(record) > 1 and columns_of([cell.text for cell in record]) is not None:
                return delimiter, number
    return None


def _records(text: str, delimiter: str) -> Iterator[_Record]:
    """Yield the rows; a cell within quotes may hold delimiters, line breaks and doubled quotes."""
    parter = re.escape(delimiter)
    cell = re.compile(
        rf' *"(?P<quoted>(?:[^"]|""){{0,{_LONGEST_CELL}}}+)" *(?={parter}|\n|\Z)|(?P<plain>[^{parter}\n]*)'
    )
    position, record = 0, list[RepairedText]()
    while position <= len(text):
        found = cell.match(text, position)
        assert found is not None  # an empty cell always fits
        record.append(_cell(text, *found.span(found.lastgroup or "plain"), found["quoted"] is not None))
        position = found.end() + 1
        if found.end() == len(text) or text[found.end()] == "\n":
            yield tuple(record)
            record = []
            if found.end() >= len(text) - 1:
                return


def _cell(text: str, start: int, end: int, is_quoted: bool) -> RepairedText:
    """Return a cell without white space around it, doubled quotes made one and line breaks blanks."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    kept = array("i")
    while start < end:
        kept.append(start)
        start += 2 if is_quoted and text.startswith('""', start) else 1
    return RepairedText("".join(" " if text[at] in "\n\t" else text[at] for at in kept), kept)


def _joined(record: _Record) -> RepairedText:
    """Return a row's cells with tabs between them."""
    text, offsets = "", array("i")
    for cell in record:
        if not cell.text:
            continue
        if text:
            text += "\t"
            offsets.append(offsets[-1] + 1)
        text += cell.text
        offsets.extend(cell.offsets)
    return RepairedText(text, offsets)
