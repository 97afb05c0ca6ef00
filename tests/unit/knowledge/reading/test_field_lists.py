"""Names in one column and their texts, wrapped, in another become rows of two cells."""

from knowledge.blocks import BlockKind, ReadDocument
from knowledge.reading.plain_text import read_plain_text

OPENING = "Projektplan\n\nVågor\n\nVi bygger en våg.\n\nDen blir hög.\n\nVågen ska bli klar i tid.\n\n"


def rows_of(text: str) -> list[list[str]]:
    document: ReadDocument = read_plain_text(text)
    return [[cell.text for cell in block.cells] for block in document.blocks if block.cells]


def test_a_text_and_a_name_that_are_wrapped_stay_in_their_columns() -> None:
    assert rows_of(
        OPENING
        + """4  Bemanning
Styrgrupp      Hamndirektör Ida Skär (ordf.), lotschef Bo Våg, ekonomichef
               Mai Ljung, fyrchef Åke Blink
Politisk       Hamnstyrelsens presidium
referensgrupp
Arbetsgrupp    Siv Tång, Ulf Krabba,
               Eva Sill
"""
    ) == [
        [
            "Styrgrupp",
            "Hamndirektör Ida Skär (ordf.), lotschef Bo Våg, ekonomichef Mai Ljung, fyrchef Åke Blink",
        ],
        ["Politisk referensgrupp", "Hamnstyrelsens presidium"],
        ["Arbetsgrupp", "Siv Tång, Ulf Krabba, Eva Sill"],
    ]


def test_a_list_that_a_colon_introduces_is_read_without_wrapping() -> None:
    text = (
        OPENING
        + "Varje ö har en kontaktperson:\n    Norrö      Dag Hav, lots\n    Söderö     Eva Ek, fyrvakt\n"
    )
    assert rows_of(text) == [["Norrö", "Dag Hav, lots"], ["Söderö", "Eva Ek, fyrvakt"]]


def test_points_of_a_decision_and_those_present_at_a_meeting_are_no_list() -> None:
    decision = (
        OPENING
        + "Nämnden beslutar\natt     anta planen för de fyra\n        fyrarna, samt\natt     lägga ned bojen.\n"
    )
    present = (
        OPENING
        + "Beslutande       Ada Lind (S), ordförande\n                 Bo Ek (M)\nÖvriga           Eva Ro, lots\n                 Ulf Ask\n"
    )
    assert rows_of(decision) == []
    assert rows_of(present) == []


def test_a_letterhead_in_two_columns_is_no_list() -> None:
    head = "Region Sydhamn                      PROJEKTDIREKTIV\nHamnförvaltningen                   Utgåva 2\n                                    2027-02-03\n\nText om vågor."
    assert [block.kind for block in read_plain_text(head).blocks].count(BlockKind.TABLE_ROW) == 0
