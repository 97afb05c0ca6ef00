"""Tables as the grammars read them: header words, rows with their cells, rows torn by a page break joined."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.blocks import Block, BlockKind, RepairedText, Section, Span, sections
from knowledge.parsing.aligned_cells import aligned_cells
from knowledge.parsing.sentences import trail_of

_FIGURE = re.compile(r"[<>≥≤~±+−–-]?\s?\d[\d ,.]*\s?%?$|Ja$|Nej$")


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells as repaired words, each cell's own place, and the stretch that the row covers."""

    cells: tuple[str, ...]
    places: tuple[RepairedText, ...]
    span: Span


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
    for block in blocks:
        if block.is_header:
            after_header = bool(rows)
            continue
        places = aligned_cells(block.cells, block.header)
        row = Row(tuple(cell.text.strip() for cell in places), places, block.span)
        if rows and after_header and _goes_on(rows[-1], row):
            rows[-1] = _joined(rows[-1], row)
        else:
            rows.append(row)
        after_header = False
    if rows:
        # A table that goes on in the next section, or on the next page, keeps the header that its rows carry.
        cells = header.cells if header is not None else blocks[0].header or headers.get(blocks[0].table, ())
        cells = cells if len(cells) == len(blocks[-1].cells) or header is not None else ()
        words = tuple(cell.text.strip() for cell in cells)
        yield Table(words, _span_of(cells), tuple(rows), trail_of(section), section.trail)


def _span_of(cells: tuple[RepairedText, ...]) -> Span | None:
    filled = [cell for cell in cells if cell.text.strip()]
    return Span(filled[0].span().start, filled[-1].span().end) if filled else None


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
    return Row(cells, before.places, Span(before.span.start, row.span.end))
