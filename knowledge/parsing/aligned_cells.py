"""Aligned cells: values of a line under the header words that they stand beneath, by their places in the line."""

import itertools
from array import array

from knowledge.blocks import Block, RepairedText

# A value stands under one column for certain when every other is this many characters farther away.
_CLEAR = 3
# So many blanks between two words of a line part cells; fewer may be a slip.
_GAP = 2
Extent = tuple[int, int]


def nearest_columns(values: list[Extent], columns: list[Extent]) -> tuple[int, ...]:
    """Return the column that each value stands under, () when one of them may belong to two or to none.

    Extents count characters from the beginning of the row and of the header.
    """
    found: list[int] = []
    for start, end in values:
        distances = [max(0, column[0] - end, start - column[1]) for column in columns]
        order = sorted(range(len(columns)), key=distances.__getitem__)
        if not order or distances[order[0]] > _CLEAR:
            return ()
        if len(order) > 1 and distances[order[1]] - distances[order[0]] < _CLEAR:
            return ()
        if found and order[0] <= found[-1]:
            return ()
        found.append(order[0])
    return tuple(found)


def aligned_cells(
    cells: tuple[RepairedText, ...], header: tuple[RepairedText, ...]
) -> tuple[RepairedText, ...]:
    """Return a row's cells moved under their header words where the row has fewer cells than its table.

    Reading puts the cells that a line of blanks parts one after another, however wide the gap between them is.
    """
    filled = [cell for cell in cells if cell.text]
    if len(cells) != len(header) or not 1 < len(filled) < len(cells) or not all(h.text for h in header):
        return cells
    if not all(cell.text for cell in cells[: len(filled)]):
        return cells
    origin, top = filled[0].span().start, header[0].span().start
    values = [(cell.span().start - origin, cell.span().end - origin) for cell in filled[1:]]
    columns = [(cell.span().start - top, cell.span().end - top) for cell in header[1:]]
    numbers = nearest_columns(values, columns)
    if not numbers:
        return cells
    placed = [filled[0], *([RepairedText("", array("i"))] * (len(cells) - 1))]
    for number, cell in zip(numbers, filled[1:], strict=True):
        placed[number + 1] = cell
    return tuple(placed)


def gapped(block: Block) -> list[str]:
    """Return the words of a block of one line, parted where its source has a gap of blanks."""
    return [part.text.strip() for part in gapped_places(block)]


def gapped_places(block: Block) -> list[RepairedText]:
    """Return the parts of a block of one line between its gaps of blanks, with their places."""
    text, offsets = block.content.text, block.content.offsets
    if not text or offsets[-1] - offsets[0] < len(text):  # nothing was left out, as in most lines
        return [block.content] if text.strip() else []
    cuts = [
        place
        for place in range(1, len(text) - 1)
        if text[place] == " " and offsets[place + 1] - offsets[place] >= _GAP
    ]
    edges = [0, *cuts, len(text)]
    return [
        block.content.part(start, end) for start, end in itertools.pairwise(edges) if text[start:end].strip()
    ]
