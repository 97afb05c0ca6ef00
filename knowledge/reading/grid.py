"""Grid: a table's cells in the places where they are seen, those joined downwards repeated in every row that they cover."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.reading.rows import are_header, parts_columns

_MOST_COLUMNS = 80
_MOST_REPEATED = 200_000  # characters that joined cells may add to one table
_FEWEST_JOINED = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's words, and how many columns and rows it covers."""

    words: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """The words in each row's places; `captions` are first rows of one cell across the whole table.

    The first `headers` rows name the columns; None leaves that to their words.
    """

    captions: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    headers: int | None


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands in a place; `is_first` of the columns that its cell covers."""

    words: str
    is_first: bool = True


def grid_of(rows: Sequence[Sequence[Cell]], headers: int = 0) -> Grid:
    """Return the grid of a table's rows, of which the first `headers` with words are marked as naming its columns.

    A cell joined over several columns stands in the first of them only, but in all of them where it names columns.
    """
    width = max((sum(cell.columns for cell in row) for row in rows), default=0)
    # a row without words of its own is none, but counts among those that a cell above it covers
    both = [
        (row, places)
        for row, places in zip(rows, _placed(rows), strict=True)
        if any(cell.words.strip() for cell in row)
    ]
    captions: list[str] = []
    while len(both) > _FEWEST_JOINED and _is_caption(both[0][0], width):
        captions.append(both.pop(0)[0][0].words)
        headers = max(headers - 1, 0)
    places = [each for _, each in both]
    named = _headers([row for row, _ in both], places, headers)
    whole = tuple(
        tuple(place.words if place.is_first or number < (named or 0) else "" for place in row)
        for number, row in enumerate(places)
    )
    return Grid(tuple(captions), whole, named)


def _is_caption(row: Sequence[Cell], width: int) -> bool:
    return len(row) == 1 and row[0].columns >= max(width, _FEWEST_JOINED) and row[0].rows == 1


def _placed(rows: Sequence[Sequence[Cell]]) -> list[list[_Place]]:
    """Return each row's places, filled from the cells above that reach into it."""
    reaching: dict[int, tuple[int, _Place]] = {}  # by column: for how many rows more, and what stands there
    placed: list[list[_Place]] = []
    repeated = 0
    for row in rows:
        places: dict[int, _Place] = {}
        for column, (left, place) in list(reaching.items()):
            repeated += len(place.words)
            places[column] = place if repeated <= _MOST_REPEATED else _Place("")
            reaching.pop(column)
            if left > 1:
                reaching[column] = (left - 1, place)
        column = 0
        for cell in row:
            while column in places:
                column += 1
            for covered in range(min(cell.columns, _MOST_COLUMNS)):
                place = _Place(cell.words, is_first=covered == 0)
                places[column + covered] = place
                if cell.rows > 1:
                    reaching[column + covered] = (cell.rows - 1, place)
            column += min(cell.columns, _MOST_COLUMNS)
            if column >= _MOST_COLUMNS:
                break
        placed.append([places.get(number, _Place("")) for number in range(max(places, default=-1) + 1)])
    return placed


def _headers(rows: Sequence[Sequence[Cell]], places: Sequence[Sequence[_Place]], marked: int) -> int | None:
    """Return how many rows name columns, where cells that are joined tell; else what is marked, None for nothing."""
    if len(rows) <= 1:
        return None
    if any(cell.columns > 1 for cell in rows[0]):
        first, second = ([place.words.strip() for place in row] for row in places[:2])
        depth = max(cell.rows for cell in rows[0])
        if depth == 1 and not marked and len(rows) > _FEWEST_JOINED and parts_columns(second):
            depth = 2
        if marked or are_header(first):
            marked = max(marked, depth)
    return min(marked, len(rows) - 1) or None
