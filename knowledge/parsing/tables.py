"""Tables as the grammars read them: header words, rows with their cells, rows torn by a page break joined."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.blocks import Block, BlockKind, RepairedText, Section, Span, sections
from knowledge.parsing.aligned_cells import aligned_cells
from knowledge.parsing.sentences import trail_of

_GROUP = re.compile(r"(?:\w*[Oo]mråde|(?:\w*[Mm]ål|[Pp]erspektiv|[Ff]as|[Ee]tapp|[Dd]el)\s(?:\d|[A-H]\b))")
_CODED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-ZÅÄÖ]{1,3}\s?\d{1,2}[.:]?)\s")
_WIDE = 3  # columns, in which one filled cell is not half a row
_FIGURE = re.compile(r"[<>≥≤~±+−–-]?\s?\d[\d ,.]*\s?%?$|Ja$|Nej$")


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells as repaired words, each cell's own place, and the stretch that the row covers.

    With `is_ruled` an empty cell is empty for certain; else extraction may have moved the others into its place.
    """

    cells: tuple[str, ...]
    places: tuple[RepairedText, ...]
    span: Span
    is_ruled: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose cells are known; `header` holds the words of its header row, in the case of the source."""

    header: tuple[str, ...]
    header_span: Span | None
    rows: tuple[Row, ...]
    section: str
    trail: tuple[str, ...]

    def column(self, *words: str) -> int | None:
        """Return the first column whose header holds one of the words, in lower case."""
        for number, name in enumerate(self.header):
            if any(word in name.lower() for word in words):
                return number
        return None


@dataclass(frozen=True, slots=True)
class FlatTable:
    """A table whose columns extraction ran together: its header, and the blocks of its rows."""

    header: tuple[str, ...]
    header_span: Span
    blocks: tuple[Block, ...]
    section: str
    trail: tuple[str, ...]


def heads_group(row: Row, table: Table) -> bool:
    """Tell whether a row only names the group of rows below it ("Insatsområde 2 Trygga miljöer"): one cell and no code."""
    if not row.cells[0] or any(row.cells[1:]) or len(row.cells) < _WIDE:
        return False
    coded = sum(1 for each in table.rows if _CODED.match(each.cells[0]))
    return _GROUP.match(row.cells[0]) is not None or (
        coded * 2 > len(table.rows) and not _CODED.match(row.cells[0])
    )


def tables_of(blocks: tuple[Block, ...]) -> Iterator[Table]:
    """Yield the tables with known cells in order; a header repeated after a page break starts no new one."""
    headers: dict[int, tuple[RepairedText, ...]] = {}
    for section in sections(blocks):
        gathered: list[Block] = []
        for block in section.blocks:
            if block.kind is BlockKind.TABLE_ROW and len(block.cells) > 1:
                if block.is_header:
                    headers[block.table] = block.cells
                if gathered and (block.table != gathered[-1].table or _starts_anew(gathered, block)):
                    yield from _table(gathered, section, headers)
                    gathered = []
                gathered.append(block)
        yield from _table(gathered, section, headers)


def flat_tables_of(blocks: tuple[Block, ...]) -> Iterator[FlatTable]:
    """Yield the tables of which only the header's cells are known."""
    for section in sections(blocks):
        header: Block | None = None
        gathered: list[Block] = []
        for block in [*section.blocks, None]:
            if block is None or block.is_header or block.kind is not BlockKind.TABLE_ROW:
                if header is not None and gathered:
                    yield FlatTable(
                        tuple(cell.text for cell in header.cells),
                        header.span,
                        tuple(gathered),
                        trail_of(section),
                        section.trail,
                    )
                header, gathered = (block if block is not None and block.is_header else None), []
            elif not block.cells:
                gathered.append(block)


def _starts_anew(gathered: list[Block], block: Block) -> bool:
    return block.is_header and [cell.text for cell in block.cells] != [
        cell.text for cell in gathered[0].cells
    ]


def _table(
    blocks: list[Block], section: Section, headers: dict[int, tuple[RepairedText, ...]]
) -> Iterator[Table]:
    if not blocks:
        return
    header = next((block for block in blocks if block.is_header), None)
    rows: list[Row] = []
    after_header = False
    page = blocks[0].page
    for block in blocks:
        is_torn, page = after_header or block.page != page, block.page
        if block.is_header:
            after_header = bool(rows)
            continue
        places = block.cells if block.is_ruled else aligned_cells(block.cells, block.header)
        row = Row(tuple(cell.text.strip() for cell in places), places, block.span, block.is_ruled)
        if rows and is_torn and _goes_on(rows[-1], row):
            rows[-1] = _joined(rows[-1], row)
        else:
            rows.append(row)
        after_header = False
    if rows:
        # A table that goes on in the next section, or on the next page, keeps the header that its rows carry.
        first = next(block for block in blocks if not block.is_header)
        cells = first.header or (header.cells if header is not None else headers.get(first.table, ()))
        cells = cells if len(cells) == len(blocks[-1].cells) or header is not None else ()
        words = tuple(cell.text.strip() for cell in cells)
        yield Table(words, _span_of(cells), tuple(rows), trail_of(section), section.trail)


def _span_of(cells: tuple[RepairedText, ...]) -> Span | None:
    filled = [cell.span() for cell in cells if cell.text.strip()]
    return Span(min(s.start for s in filled), max(s.end for s in filled)) if filled else None


def _goes_on(before: Row, row: Row) -> bool:
    """Tell whether a row after a repeated header is the rest of the row before it."""
    filled = [cell for cell in row.cells if cell]
    both = [pair for pair in zip(before.cells, row.cells, strict=False) if all(pair)]
    if any(_FIGURE.match(first) and _FIGURE.match(second) for first, second in both):
        return False  # values of its own
    return bool(filled) and (
        (len(filled) == 1 and (filled[0][0].islower() or filled[0][0] in "+–-•"))
        or (not row.cells[0] and len(filled) < len(row.cells) and not before.cells[0].endswith("."))
    )


def _joined(before: Row, row: Row) -> Row:
    cells = tuple(
        " ".join(part for part in pair if part) for pair in zip(before.cells, row.cells, strict=False)
    )
    return Row(cells, before.places, Span(before.span.start, row.span.end), before.is_ruled)
