"""Layout: put together the text and the blocks of a format that knows its own paragraphs and tables."""

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.blocks import Block, BlockKind, ReadDocument, RepairedText
from knowledge.reading.grid import Grid
from knowledge.reading.headings import PARAGRAPH_SIGN, is_known_heading, looks_like_heading, reads_as_sentence
from knowledge.reading.repair import below
from knowledge.reading.rows import are_header

_SPECIAL = re.compile(r"[\n\u00ad\u00a0\u200b\u200c\u200d\u2060\ufeff]|\s{2,}")
_BLANKS = re.compile(r"[ \t\r\f\v\u00a0\u2000-\u200a\u202f\u3000]+")
_DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


@dataclass(slots=True)
class _Table:
    """The table being written."""

    number: int
    header: tuple[RepairedText, ...] = ()
    rows: int = 0


class LayoutWriter:
    """Gather a document's text block by block; what is written is what a reader of the file sees."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._tables = 0
        self._above = 1  # the heading that those without a style of their own lie under

    def heading(self, words: str, level: int) -> None:
        """Add a heading; nothing when it has no words."""
        self._above = max(1, min(level, 9))
        self._block(BlockKind.HEADING, words, self._above)

    def paragraph(self, words: str, *, is_bold: bool = False) -> None:
        """Add a paragraph, as a heading when its words or its weight make it one."""
        line = _BLANKS.sub(" ", words).strip()
        if PARAGRAPH_SIGN.match(line) and len(line) < 250 and not reads_as_sentence(line):
            self.heading(words, 2)
        elif is_known_heading(line) or (is_bold and "\n" not in line and looks_like_heading(line)):
            self._block(BlockKind.HEADING, words, self._above + 1)
        else:
            self._block(BlockKind.PARAGRAPH, words)

    def item(self, words: str, depth: int = 1) -> None:
        """Add a list item."""
        self._block(BlockKind.LIST_ITEM, words, max(1, depth))

    def grid(self, grid: Grid) -> None:
        """Add a table whose joined cells were filled in; what stands across all of it first is a paragraph above it."""
        for caption in grid.captions:
            self.paragraph(caption)
        self.table(grid.rows, grid.headers)

    def table(self, rows: Sequence[Sequence[str]], headers: int | None = None) -> None:
        """Add a table whose first `headers` rows name the columns; None leaves that to the words."""
        self._tables += 1
        filled = [[_one_line(cell) for cell in row] for row in rows]
        filled = [row for row in filled if any(row)]
        if not filled:
            return
        if headers is None:
            headers = 1 if len(filled) > 1 and are_header(filled[0]) else 0
        header: tuple[RepairedText, ...] = ()
        for number, row in enumerate(filled):
            is_header = number < headers
            content, cells = self._row(row)
            if is_header:
                header = below(header, cells)
            self._blocks.append(
                Block(
                    BlockKind.TABLE_ROW,
                    content,
                    cells=cells,
                    header=() if is_header else header,
                    table=self._tables,
                    is_header=is_header,
                )
            )

    def finished(
        self, front_matter: Iterable[tuple[str, str]] = (), warnings: Iterable[str] = ()
    ) -> ReadDocument:
        """Return what was written."""
        return ReadDocument(
            "".join(self._parts), tuple(self._blocks), (), tuple(front_matter), tuple(warnings)
        )

    def _block(self, kind: BlockKind, words: str, level: int = 0) -> None:
        lines = (_BLANKS.sub(" ", line).strip() for line in words.split("\n"))
        words = "\n".join(line for line in lines if line)
        if words.strip(_DROPPED + " \n"):
            start = self._write(words)
            self._blocks.append(Block(kind, _content(words, start), level=level))

    def _row(self, row: Sequence[str]) -> tuple[RepairedText, tuple[RepairedText, ...]]:
        words = "\t".join(row)
        start = self._write(words)
        cells: list[RepairedText] = []
        position = start
        for cell in row:
            cells.append(_content(cell, position))
            position += len(cell) + 1
        return _content(words, start), tuple(cells)

    def _write(self, words: str) -> int:
        start = self._length
        self._parts.append(words + "\n")
        self._length += len(words) + 1
        return start


def _one_line(cell: str) -> str:
    return " ".join(cell.split())


def _content(words: str, start: int) -> RepairedText:
    """Return the repaired text of words that stand at `start`: line breaks to blanks, invisible characters dropped."""
    if not _SPECIAL.search(words):
        return RepairedText(words, array("i", range(start, start + len(words))))
    kept = [(" " if c in "\n\u00a0" else c, start + i) for i, c in enumerate(words) if c not in _DROPPED]
    return RepairedText("".join(c for c, _ in kept), array("i", (offset for _, offset in kept)))
