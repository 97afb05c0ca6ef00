"""Claims about names and titles that stand side by side below a text."""

import pytest

from knowledge.facts import NamedCell
from knowledge.parsing.named_cells import read_rows
from knowledge.reading.formats import read_bytes


def cells_of(text: str) -> list[NamedCell]:
    return [cell for row in read_rows(read_bytes(text.encode(), ".txt"), "Badet") for cell in row.cells]


@pytest.mark.parametrize(
    "signed",
    [
        "Mia Ek                     Bo Alm\n\nUtredare                   Förvaltningschef\n",
        "Mia Ek                     Bo Alm\nUtredare                   Förvaltningschef\n",
        "Utredare                   Förvaltningschef\n.............              ............\nMia Ek                     Bo Alm\n",
    ],
)
def test_names_and_titles_side_by_side_belong_together(signed: str) -> None:
    assert cells_of(f"Badet föreslås öppna i maj.\n\n{signed}") == [
        NamedCell("Utredare", "Mia Ek"),
        NamedCell("Förvaltningschef", "Bo Alm"),
    ]


def test_names_of_which_one_has_no_title_are_left_alone() -> None:
    assert cells_of("Mia Ek                     Bo Alm\n\nUtredare\n") == []
    assert (
        cells_of("Mia Ek                     Bo Alm\n\nBadet i Ekby               Förvaltningschef\n") == []
    )
