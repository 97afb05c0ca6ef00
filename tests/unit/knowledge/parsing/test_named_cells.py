"""Rows of any table and lines with a label, whatever they are about."""

from knowledge.facts import NamedCell, RowFact
from knowledge.parsing.named_cells import read_rows
from knowledge.reading.markdown import read_markdown
from knowledge.reading.plain_text import read_plain_text

RISKS = """
| Risk | Sannolikhet | Åtgärd |
|---|---|---|
| Förseningar | 3 | Tidig dialog |
| Sjukdom | 2 | |
"""
PROPERTIES = """
| Projektnamn | Ny simhall |
|---|---|
| Diarienr | KS 2026/12 |
"""


def in_markdown(text: str) -> list[tuple[tuple[str, str], ...]]:
    return [told(fact) for fact in read_rows(read_markdown(text), "Simhallen")]


def told(fact: RowFact) -> tuple[tuple[str, str], ...]:
    return tuple((cell.name, cell.value) for cell in fact.cells)


def test_a_cell_is_told_under_its_column_and_an_empty_one_is_kept() -> None:
    assert in_markdown(RISKS) == [
        (("Risk", "Förseningar"), ("Sannolikhet", "3"), ("Åtgärd", "Tidig dialog")),
        (("Risk", "Sjukdom"), ("Sannolikhet", "2"), ("Åtgärd", "")),
    ]


def test_a_table_of_names_and_values_has_no_columns_to_name() -> None:
    assert in_markdown(PROPERTIES) == [(("Projektnamn", "Ny simhall"),), (("Diarienr", "KS 2026/12"),)]


def test_a_row_quotes_its_place_and_its_header() -> None:
    document = read_markdown(RISKS)
    fact = next(read_rows(document, "Simhallen"))
    assert fact.span.quote(document.text) == "Förseningar | 3 | Tidig dialog"
    assert fact.header_span is not None
    assert fact.header_span.quote(document.text) == "Risk | Sannolikhet | Åtgärd"


def test_a_line_with_a_label_is_told_and_the_head_of_a_list_is_not() -> None:
    document = read_plain_text("Plan\n\nEkonom: Mia Ek\n\nMålen är:\n\n- lägre kostnad\n")
    assert [fact.cells for fact in read_rows(document, "Plan")] == [(NamedCell("Ekonom", "Mia Ek"),)]


def in_text(text: str) -> list[tuple[tuple[str, str], ...]]:
    return [told(fact) for fact in read_rows(read_plain_text(text), "Hamnplan")]


def test_a_sentence_tells_who_holds_a_title_also_for_each_part() -> None:
    assert in_text(
        "Fyrchef enligt sjölagen är för norra hamnen Bo Ek och för södra hamnen Eva Ro. Lotsdirektör är Ada Lind. Nyttoansvarig är områdeschef för fyrar, Ulf Ask."
    ) == [
        (("Fyrchef för norra hamnen", "Bo Ek"),),
        (("Fyrchef för södra hamnen", "Eva Ro"),),
        (("Lotsdirektör", "Ada Lind"),),
        (("Nyttoansvarig", "områdeschef för fyrar, Ulf Ask"),),
    ]


def test_rows_of_a_group_whose_name_stands_once_are_rows() -> None:
    rows = in_text(
        "Mål                   Mått                    Utfall 2026   Mål 2027\n"
        "Säker led             Tid till boj, min       84            80\n"
        "                      Antal grundstötningar   5             2\n"
    )
    assert [dict(row)["Mått"] for row in rows] == ["Tid till boj, min", "Antal grundstötningar"]
    assert "Mål" not in dict(rows[1])


def test_measures_that_ran_together_keep_what_they_give_and_who_answers() -> None:
    document = read_plain_text(
        "6 Åtgärder för budget i balans\n\nNr Åtgärd Effekt 2027 (mnkr) Ansvarig\n"
        "Å1 Färre inhyrda lotsar 18,0 Tora Skär-Vik\nÅ2 Gemensam målning kaj/brygga 1 004,5 Folke Vik\n\n"
        "Av åtgärderna har Å2 gett full effekt.\n"
    )
    assert [told(fact) for fact in read_rows(document, "Läget") if fact.header_span is not None] == [
        (
            ("Nr", "Å1"),
            ("Åtgärd", "Färre inhyrda lotsar"),
            ("Effekt 2027 (mnkr)", "18,0"),
            ("Ansvarig", "Tora Skär-Vik"),
        ),
        (
            ("Nr", "Å2"),
            ("Åtgärd", "Gemensam målning kaj/brygga"),
            ("Effekt 2027 (mnkr)", "1 004,5"),
            ("Ansvarig", "Folke Vik"),
        ),
    ]


def test_figures_crammed_into_one_cell_leave_no_blank_value() -> None:
    assert (
        in_markdown("|  | Simhallen, tkr Utfall Budget |\n|---|---|\n| Intäkter 62 400 93 600 |  |\n") == []
    )


def test_names_and_values_are_about_what_the_line_above_introduces() -> None:
    document = read_plain_text(
        "Plan\n\nVarje ort utser en kontaktperson:\n    Åby        Mia Ek, chef\n    Ekby       Bo Ås, lärare\n"
    )
    assert [(fact.subject, told(fact)) for fact in read_rows(document, "Plan")] == [
        ("Varje ort utser en kontaktperson", (("Åby", "Mia Ek, chef"),)),
        ("Varje ort utser en kontaktperson", (("Ekby", "Bo Ås, lärare"),)),
    ]


def test_a_column_of_fees_is_named_by_its_first_row() -> None:
    document = read_plain_text(
        "Plan\n\nBolag              Borgensavgift\nÅby Energi AB      0,4 %\nEkby Hus AB        0,6 %\n"
    )
    assert next(told(fact) for fact in read_rows(document, "Plan")) == (
        ("Bolag", "Åby Energi AB"),
        ("Borgensavgift", "0,4 %"),
    )
