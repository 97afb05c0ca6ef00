"""Plain text to blocks: the extracts, with or without Markdown marks, that most documents reach us as."""

import re
from array import array
from collections import deque
from collections.abc import Sequence
from itertools import pairwise

from knowledge.blocks import Block, BlockKind, ReadDocument, RepairedText
from knowledge.reading.field_lists import field_lists
from knowledge.reading.furniture import without_furniture
from knowledge.reading.headings import heading_within, inline_heading, starts_letter
from knowledge.reading.lines import Line, marked_page_starts, split_lines
from knowledge.reading.list_items import item_starts
from knowledge.reading.outline import outlined
from knowledge.reading.pieces import ORDINAL, Piece, Role, Wrapping, pieces_of
from knowledge.reading.repair import below, repaired, repaired_cells, repaired_row
from knowledge.reading.rows import (
    Cells,
    aligned_cells,
    are_columns,
    are_header,
    are_years,
    bar_cells,
    cut_at_columns,
    flattened_header,
    heads_figures,
    parted_header,
    tab_cells,
    wrapped_under,
)
from knowledge.reading.ruled_tables import RuledRow
from knowledge.reading.stacked_tables import stacked_tables
from knowledge.reading.text_tables import text_tables

_LONG_LINE = 100_000
_PROSE = 260
_CELLS_WRAP = {Role.ALIGNED_ROW: aligned_cells, Role.TAB_ROW: tab_cells}  # rows whose cells may go on below
_COUNTS = re.compile(r"Utfall|[Mm]ålvärde|Budget|Prognos|\b(?:19|20)\d\d\b")
_HAS_VALUE = re.compile(r"\d\s?%|\d,\d|\b\d+\b.*\b\d+\b")


def read_plain_text(text: str) -> ReadDocument:
    r"""Return the blocks of a text with `\n` line ends."""
    starts = marked_page_starts(text)
    return ReadDocument(text, blocks_of(text, split_lines(text, starts)), starts)


def blocks_of(text: str, lines: Sequence[Line], rows: Sequence[RuledRow] = ()) -> tuple[Block, ...]:
    """Return the blocks that the lines of `text` make up.

    `rows` are table rows known beforehand, in rising order; the lines that they cover are theirs.
    """
    kept = without_furniture(lines)
    composer = _Composer(text)
    composer.take(outlined(_laid_out(kept, _with_text_tables(text, kept, rows))))
    return tuple(composer.blocks)


def _with_text_tables(text: str, lines: Sequence[Line], rows: Sequence[RuledRow]) -> list[RuledRow]:
    """Return the rows known beforehand and those of the tables that the lines set out, in rising order."""
    known = _apart_from(lines, rows)
    tables = text_tables(text, known)
    stacked = stacked_tables(_apart_from(known, tables))
    fields = field_lists(text, _apart_from(known, sorted([*tables, *stacked], key=lambda row: row.start)))
    return sorted([*rows, *tables, *stacked, *fields], key=lambda row: row.start)


def _apart_from(lines: Sequence[Line], rows: Sequence[RuledRow]) -> list[Line]:
    """Return the lines that no row, in rising order, covers."""
    free: list[Line] = []
    following = deque(rows)
    for line in lines:
        while following and following[0].end <= line.start:
            following.popleft()
        if not (following and following[0].start < line.end):
            free.append(line)
    return free


def _laid_out(lines: Sequence[Line], rows: Sequence[RuledRow]) -> list[Piece]:
    """Return the pieces of the lines, with the rows known beforehand in their places."""
    wrapping = Wrapping.of(lines)
    if not rows:
        return pieces_of(lines, wrapping)
    pieces: list[Piece] = []
    following = deque(rows)
    run: list[Line] = []
    for line in lines:
        while following and following[0].end <= line.start:
            pieces += pieces_of(run, wrapping)
            run = []
            pieces.append(Piece(Role.RULED_ROW, [], 1, row=following.popleft()))
        if not (following and following[0].start < line.end):
            run.append(line)
    pieces += pieces_of(run, wrapping)
    return pieces + [Piece(Role.RULED_ROW, [], 1, row=row) for row in following]


class _Composer:
    """Turn pieces into blocks, minding which table and list they belong to."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.blocks: list[Block] = []
        self._tables = 0
        self._header: tuple[RepairedText, ...] = ()
        self._names: list[list[str]] = []  # the rows that the header of a ruled table was put together of
        self._columns = 0  # of the table being read; 0 when none is, -1 when its columns were run together
        self._indents: list[int] = []
        self._has_values = False  # the table's columns hold figures
        self._open: list[tuple[int, int]] = []  # the row being put together from several lines

    def take(self, pieces: Sequence[Piece]) -> None:
        """Compose the blocks of pieces in order."""
        number = 0
        while number < len(pieces):
            piece = pieces[number]
            if piece.role is Role.HEADING:
                self._end_table()
                self._heading(piece)
            elif piece.row is not None:
                self._ruled(piece.row)
            elif piece.role in (Role.BAR_ROW, Role.TAB_ROW, Role.ALIGNED_ROW):
                number += self._rows(pieces, number)
                continue
            elif piece.role is Role.RULE:
                pass
            elif not self._flattened(pieces, number):
                self._text_or_item(piece)
            number += 1

    def _ruled(self, row: RuledRow) -> None:
        """Add a table row whose cells are known; a table that a page end cut in two stays one."""
        own = [tuple(place for place in cell if place[0] >= row.start) for cell in row.cells]
        content, _ = repaired_row(self._text, row.stretches, own)
        cells = tuple(repaired(self._text, cell) for cell in row.cells)
        words = [cell.text for cell in cells]
        is_named = row.is_header
        if row.starts_table:
            after_table = bool(self.blocks) and self.blocks[-1].kind is BlockKind.TABLE_ROW
            named = self._names if is_named else []
            same = not is_named or words in named or (row.goes_on and bool(self._header))
            if after_table and self._columns == len(cells) and same:
                is_named = words in named
            else:
                self._begin_table(len(cells))
        if is_named:
            is_below = bool(self.blocks) and self.blocks[-1].is_header and not row.starts_table
            self._header = below(self._header, cells) if is_below else cells
            self._names = [*self._names, words] if is_below else [words]
        self._add(BlockKind.TABLE_ROW, content, row.page, cells=cells, is_header=is_named, is_ruled=True)

    # tables

    def _begin_table(self, columns: int) -> None:
        self._tables += 1
        self._header = ()
        self._names = []
        self._columns = columns
        self._open = []

    def _end_table(self) -> None:
        self._columns = 0
        self._open = []
        self._header = ()

    def _rows(self, pieces: Sequence[Piece], number: int) -> int:
        """Add the table that begins here; return how many pieces it took."""
        role = pieces[number].role
        count = 1
        while number + count < len(pieces) and (
            (
                pieces[number + count].role is role
                and (
                    pieces[number + count].gap == 0
                    or (role is Role.ALIGNED_ROW and not self._begins(pieces[number + count], pieces[number]))
                )
            )
            or (
                role is Role.BAR_ROW
                and pieces[number + count].role is Role.RULE
                and pieces[number + count].gap == 0
            )
            or (role in _CELLS_WRAP and self._goes_on(pieces[number + count - 1], pieces[number + count]))
        ):
            count += 1
        table = pieces[number : number + count]
        split = {Role.BAR_ROW: bar_cells, Role.TAB_ROW: tab_cells, Role.ALIGNED_ROW: aligned_cells}[role]
        rows = [
            (cells, place)
            for place, p in enumerate(table)
            if p.role is role
            for cells in parted_header(split(p.lines[0]), self._text)
        ]
        if role is Role.ALIGNED_ROW:
            rows = [(cut_at_columns(cells, rows[0][0], self._text), place) for cells, place in rows]
        words = [[self._text[a:b] for a, b in cells] for cells, _ in rows]
        has_rule = len(table) > 1 and table[1].role is Role.RULE
        if role is Role.ALIGNED_ROW and len(rows) == 1 and are_columns(words[0]):
            self._begin_table(-1)
            self._row(rows[0][0], table[0], is_header=True)
            return count + int(number + count < len(pieces) and are_years(pieces[number + count].words))
        if role is Role.ALIGNED_ROW and not (len(rows) > 2 or are_columns(words[0])):
            for piece in table:
                self._text_or_item(piece)
            return count
        first = self._header_of(words, len(rows[0][0]), has_rule)
        for index, (cells, place) in enumerate(rows):
            again = index > 0 and bool(self._header) and [h.text for h in self._header] == words[index]
            below = table[place + 1 : place + 2]
            wrapped = below[0].lines[0] if below and below[0].role is Role.TEXT else None
            self._row(cells, table[place], is_header=(index == 0 and first) or again, wrapped=wrapped)
        return count

    def _begins(self, piece: Piece, first: Piece) -> bool:
        """Tell a row that names columns, other in number than those of the table above, as another's header."""
        cells = aligned_cells(piece.lines[0])
        return len(cells) != len(aligned_cells(first.lines[0])) and are_columns(
            [self._text[start:end] for start, end in cells]
        )

    def _goes_on(self, before: Piece, piece: Piece) -> bool:
        """Tell a line that stands below a cell of the row before it: the cell wrapped."""
        if piece.role is not Role.TEXT or piece.gap or len(piece.lines) > 1:
            return False
        cells = _CELLS_WRAP.get(before.role)
        return cells is not None and bool(wrapped_under(piece.lines[0], cells(before.lines[0]), self._text))

    def _header_of(self, words: list[list[str]], columns: int, has_rule: bool) -> bool:
        """Begin a table, or go on with the one before; tell whether the first row is a header."""
        named = are_header(words[0]) or heads_figures(words) or (has_rule and any(words[0]))
        same_header = bool(self._header) and [h.text for h in self._header] == words[0]
        goes_on = (
            self._columns == columns
            and bool(self._header)
            and (same_header or (has_rule and _is_marked(words[0])))
        )
        if goes_on:
            return same_header
        self._begin_table(columns)
        return named and (len(words) > 1 or has_rule)

    def _row(self, cells: Cells, piece: Piece, *, is_header: bool, wrapped: Line | None = None) -> None:
        if wrapped is None:
            content, parts = repaired_cells(self._text, cells)
        else:
            below = (wrapped.start, wrapped.end)
            stretches = [[cell] for cell in cells]
            stretches[wrapped_under(wrapped, cells, self._text)].append(below)
            content, parts = repaired_row(self._text, [*piece.stretches, below], stretches)
        if len(parts) < len(self._header):
            parts += (RepairedText("", array("i")),) * (len(self._header) - len(parts))
        if not content.text.strip():
            return
        if is_header:
            self._header = parts
            self._has_values = _COUNTS.search(content.text) is not None
        self._add(BlockKind.TABLE_ROW, content, piece.lines[0].page, cells=parts, is_header=is_header)

    def _flattened(self, pieces: Sequence[Piece], number: int) -> bool:
        """Add a piece that belongs to a table whose columns extraction ran together; tell whether it does."""
        piece = pieces[number]
        if piece.role is not Role.TEXT:
            return False
        first = piece.lines[0]
        if cells := flattened_header(first):
            has_rows = len(piece.lines) > 1 or (
                number + 1 < len(pieces) and pieces[number + 1].role is not Role.HEADING
            )
            if has_rows:
                self._begin_table(-1)
                self._row(cells, piece, is_header=True)
                others = piece.lines[1:]
                if others and are_years(others[0].text):
                    others = others[1:]
                if others:
                    self._run_together(Piece(Role.TEXT, others, 1))
                return True
        if self._columns != -1:
            return False
        if len(piece.words) > _PROSE and ". " in piece.words:
            self._end_table()
            return False
        self._run_together(piece)
        return True

    def _run_together(self, piece: Piece) -> None:
        """Add one row of a table whose columns were run together; a row that lies on several lines is put together."""
        first = piece.words[:1]
        if (
            self._open
            and self._has_values
            and piece.gap == 0
            and (not first.isupper() or not _HAS_VALUE.search(self.blocks[-1].text))
        ):
            self._open.extend(piece.stretches)
            self.blocks.pop()
        else:
            self._open = list(piece.stretches)
        self._add(BlockKind.TABLE_ROW, repaired(self._text, self._open), piece.lines[0].page)

    # headings, paragraphs, list items

    def _heading(self, piece: Piece) -> None:
        content = repaired(self._text, piece.stretches)
        end = len(content.text.rstrip(": "))
        hashes = content.text[:end].rstrip("#").rstrip() if piece.skip else content.text[:end]
        if hashes:
            self._add(
                BlockKind.HEADING, content.part(0, len(hashes)), piece.lines[0].page, level=piece.level or 2
            )

    def _text_or_item(self, piece: Piece) -> None:
        """Add a piece of running text, cut at headings and list items that stand within it."""
        stretches = piece.stretches
        page = piece.lines[0].page
        if piece.role is Role.TEXT:
            start, end = stretches[0]
            first = self._text[start:end]
            if cut := inline_heading(first):
                self._end_table()
                self._add(
                    BlockKind.HEADING,
                    repaired(self._text, [(start, start + cut)]),
                    page,
                    level=2 if starts_letter(first) else piece.level or 3,
                )
                rest = start + cut + len(first[cut:]) - len(first[cut:].lstrip(": "))
                stretches = [(rest, end), *stretches[1:]]
            elif within := heading_within(first):
                title = repaired(self._text, [(start, start + within[0] - 1)])
                self._add(BlockKind.HEADING, title, page, level=2)
                heading = repaired(self._text, [(start + within[0], start + within[1])])
                self._add(BlockKind.HEADING, heading, page, level=3)
                stretches = [(start + within[1] + 1, end), *stretches[1:]]
        elif self._columns == -1:
            self._run_together(piece)
            return
        self._parted(piece, stretches, page)

    def _parted(self, piece: Piece, stretches: list[tuple[int, int]], page: int | None) -> None:
        """Add text as one block, or as what introduces a list and its items."""
        first, last = stretches[0][0], stretches[-1][1]
        words = self._words(stretches)
        starts = item_starts(words) if last - first < _LONG_LINE else []
        if not starts:
            role = Role.ITEM if ORDINAL.match(words) else piece.role
            self._block(role, stretches, page, piece)
            return
        cuts = [first + start for start in starts]
        if cuts[0] > first:
            self._block(piece.role, _clipped(stretches, first, cuts[0]), page, piece)
        for start, end in pairwise([*cuts, last]):
            mark = re.match(r"[•▪●■□–−-]\s+", self._text[start : start + 8])
            self._block(Role.ITEM, _clipped(stretches, start + (mark.end() if mark else 0), end), page, piece)

    def _words(self, stretches: list[tuple[int, int]]) -> str:
        """Return the words from the first stretch to the last, blanks for what was left out between them."""
        words, position = "", stretches[0][0]
        for start, end in stretches:
            words += " " * (start - position) + self._text[start:end]
            position = end
        return words

    def _block(self, role: Role, stretches: list[tuple[int, int]], page: int | None, piece: Piece) -> None:
        content = repaired(self._text, stretches)
        if not content.text.strip():
            return
        if role is Role.ITEM:
            self._add(BlockKind.LIST_ITEM, content, page, level=self._depth(piece))
        else:
            self._add(BlockKind.PARAGRAPH, content, page)

    def _depth(self, piece: Piece) -> int:
        """Return a list item's depth, from how far it is set in."""
        line = piece.lines[0]
        indent = line.start - (self._text.rfind("\n", max(0, line.start - 400), line.start) + 1)
        if not self.blocks or self.blocks[-1].kind is not BlockKind.LIST_ITEM or indent > 60:
            self._indents = []
        while self._indents and indent < self._indents[-1] + 2:
            self._indents.pop()
        self._indents.append(indent)
        return len(self._indents)

    def _add(
        self,
        kind: BlockKind,
        content: RepairedText,
        page: int | None,
        *,
        level: int = 0,
        cells: tuple[RepairedText, ...] = (),
        is_header: bool = False,
        is_ruled: bool = False,
    ) -> None:
        in_table = kind is BlockKind.TABLE_ROW
        self.blocks.append(
            Block(
                kind,
                content,
                page,
                level,
                cells,
                self._header if in_table and not is_header else (),
                self._tables if in_table else 0,
                is_header,
                is_ruled,
            )
        )


def _is_marked(words: Sequence[str]) -> bool:
    """Tell whether a row that stands where a header should is a row of a table that goes on from the page before."""
    others = words[1:]
    return any(w in ("X", "x") for w in others) or sum(1 for w in others if not w) >= max(1, len(others) - 1)


def _clipped(stretches: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Return the parts of the stretches that lie between `start` and `end`."""
    return [(max(a, start), min(b, end)) for a, b in stretches if a < end and b > start]
