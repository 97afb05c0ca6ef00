from hypothesis import given
from hypothesis import strategies as st

from knowledge.blocks import BlockKind
from knowledge.reading.grid import Cell, grid_of
from knowledge.reading.layout import LayoutWriter
from tests.unit.knowledge.reading.conftest import assert_places_hold

CELLS = st.builds(
    Cell,
    words=st.sampled_from(["", "Mål", "Utfall", "2026", "5,9 %", "Fler ska\ntrivas", "Eva Ek"]),
    columns=st.integers(1, 4),
    rows=st.integers(1, 4),
)
TABLES = st.lists(st.lists(CELLS, max_size=5), max_size=6)


@given(TABLES, st.integers(0, 3))
def test_the_places_of_any_table_hold_and_no_word_is_lost(rows: list[list[Cell]], headers: int) -> None:
    grid = grid_of(rows, headers)
    writer = LayoutWriter()
    writer.grid(grid)
    document = writer.finished()
    assert_places_hold(document)
    read = " ".join(document.text.split())
    assert all(" ".join(cell.words.split()) in read for row in rows for cell in row)
    assert all(b.table == 1 for b in document.blocks if b.kind is BlockKind.TABLE_ROW)


def test_a_row_without_words_of_its_own_counts_among_those_that_a_cell_covers() -> None:
    rows = [[Cell("Fas", 1, 2), Cell("a")], [Cell("")], [Cell("Nästa"), Cell("b")]]
    assert grid_of(rows).rows == (("Fas", "a"), ("Nästa", "b"))


def test_what_joined_cells_add_to_a_table_is_bounded() -> None:
    rows = [[Cell("ord " * 10_000, 3, 500), Cell("a")], *([[Cell("b")]] * 499)]
    assert sum(len(words) for row in grid_of(rows).rows for words in row) < 300_000
