"""Tables set with blanks, or a cell a line, become rows whose cells stand under their headers."""

from knowledge.blocks import BlockKind, ReadDocument
from knowledge.reading.plain_text import read_plain_text


def rows_of(document: ReadDocument) -> list[list[str]]:
    return [[cell.text for cell in block.cells] for block in document.blocks if block.cells]


def test_a_row_goes_on_where_a_cell_is_wrapped() -> None:
    document = read_plain_text("""Handlingsplan

Nr Åtgärd                          Ansvarig          Medverkande        Klart senast
Område 1 Stränder
1.1 Städa de fyra stränder som     Parkchef          Scouterna,         2027-05-31
    har flest besökare                               båtklubben
1.2 Måla badhytter                 Badmästare                           före utgången av
                                                                        2027

Planen följs upp av nämnden varje höst.
""")
    assert rows_of(document) == [
        ["Nr Åtgärd", "Ansvarig", "Medverkande", "Klart senast"],
        ["Område 1 Stränder", "", "", ""],
        [
            "1.1 Städa de fyra stränder som har flest besökare",
            "Parkchef",
            "Scouterna, båtklubben",
            "2027-05-31",
        ],
        ["1.2 Måla badhytter", "Badmästare", "", "före utgången av 2027"],
    ]
    assert document.blocks[-1].text == "Planen följs upp av nämnden varje höst."


def test_a_header_on_several_lines_names_each_column_whole() -> None:
    document = read_plain_text("""
                                   Utfall    Utfall    Mål
Nyckeltal                          jan-apr   helår     2027
                                   2026      2025
Lånade sparkar per tusen
invånare                           4,1       3,8       5,0
Nöjda åkare, %                     81        79
""")
    assert rows_of(document) == [
        ["Nyckeltal", "Utfall jan-apr 2026", "Utfall helår 2025", "Mål 2027"],
        ["Lånade sparkar per tusen invånare", "4,1", "3,8", "5,0"],
        ["Nöjda åkare, %", "81", "79", ""],
    ]


def test_rows_with_blank_lines_between_them_are_put_together() -> None:
    document = read_plain_text("""
Uppdrag                        Status         Kommentar

Bygga om hissen i              Pågår          Upphandling klar.
gamla tornet                                  Montering återstår.

2. Flytta klockan från torget  Vilande

Avsnittet därefter har inget med tabellen att göra alls, vilket en läsare ser.
""")
    assert rows_of(document)[1:] == [
        ["Bygga om hissen i gamla tornet", "Pågår", "Upphandling klar. Montering återstår."],
        ["2. Flytta klockan från torget", "Vilande", ""],
    ]


def test_prose_set_in_two_columns_is_no_table() -> None:
    document = read_plain_text("""
För Norrviks kommun                 För Söderviks kommun
Ada Lind                            Bo Gran
""")
    assert not any(block.is_ruled for block in document.blocks)


def test_cells_that_stand_a_line_each_are_rows_under_the_names_before_them() -> None:
    document = read_plain_text("""5. Aktiviteter

Aktivitet
Start
Slut
Ansvarig

Räkna bojarna
Januari 2027
Mars 2027
Emil Åker

Måla fyren
April 2027
Maj 2027

6. Milstolpar

Datum
Händelse
Februari 2027
Halva kusten räknad
270930
Slutrapport
""")
    assert rows_of(document) == [
        ["Aktivitet", "Start", "Slut", "Ansvarig"],
        ["Räkna bojarna", "Januari 2027", "Mars 2027", "Emil Åker"],
        ["Måla fyren", "April 2027", "Maj 2027", ""],
        ["Datum", "Händelse"],
        ["Februari 2027", "Halva kusten räknad"],
        ["270930", "Slutrapport"],
    ]


def test_lines_that_count_the_pages_after_words_of_their_own_stand_in_no_block() -> None:
    document = read_plain_text("""Plan för hamnen

Inledning

Hamnen är gammal.

Den behöver vård.

Därför finns planen.

Bryggorna ska rustas och hamnens alla bojar ska
målas om och märkas upp på nytt i god tid före

Hamnplan 2027 • Hamnnämnden, sid 2

sommaren.

Hamnplan 2027 • Hamnnämnden, sid 3

Bilaga 1

Bilaga 2
""")
    words = [block.text for block in document.blocks if block.kind is not BlockKind.HEADING]
    assert (
        "Bryggorna ska rustas och hamnens alla bojar ska målas om och märkas upp på nytt i god tid före sommaren."
        in words
    )
    assert not any("Hamnnämnden" in block.text for block in document.blocks)
    assert [block.text for block in document.blocks if block.text.startswith("Bilaga")] == [
        "Bilaga 1",
        "Bilaga 2",
    ]


def test_kinds_below_their_years_part_where_a_single_blank_stands_between_them() -> None:
    document = read_plain_text("""
Indikator                       2025   2026   2027
                                Utfall Utfall Mål
Antal lagade bryggor            64     41     80
Utsläpp från hamnens båtar,
ton CO2                         212    187    150
""")
    assert rows_of(document) == [
        ["Indikator", "2025 Utfall", "2026 Utfall", "2027 Mål"],
        ["Antal lagade bryggor", "64", "41", "80"],
        ["Utsläpp från hamnens båtar, ton CO2", "212", "187", "150"],
    ]


def test_names_and_figures_a_line_each_make_rows_below_a_caption() -> None:
    document = read_plain_text("""Styrelsen noterar läget.

Nyckeltal i båtplanen
Nyckeltal
Utfall 2026
Budget 2027
Soliditet (%)
28,3
29,0
Uthyrda båtar
1 180
1 240
""")
    assert rows_of(document) == [
        ["Nyckeltal", "Utfall 2026", "Budget 2027"],
        ["Soliditet (%)", "28,3", "29,0"],
        ["Uthyrda båtar", "1 180", "1 240"],
    ]


def test_a_cell_goes_on_after_a_tab_where_it_breaks_off() -> None:
    document = read_plain_text("Styrgrupp\tEva Holm (lots), Mia\n\tÖst (miljö)\nLeds av\tBo Ek\n\tKim Dal\n")
    rows = [tuple(cell.text for cell in block.cells) for block in document.blocks if block.cells]
    assert rows == [("Styrgrupp", "Eva Holm (lots), Mia Öst (miljö)"), ("Leds av", "Bo Ek")]


def test_a_cell_a_line_may_be_wrapped_where_every_row_ends_with_its_dates() -> None:
    document = read_plain_text("""Delaktiviteter

Aktivitet
Ansvarig
Start
Klart
Mäta bryggor
Mia Ek
Mars 2027
April 2027
Måla badhytter
Birgitta Almqvist och Lovisa
Tengvall
Maj 2027
Juni 2027
Räkna stolpar i
hamnen
Bo Lind
Juli 2027
Augusti 2027

Slut.
""")
    assert rows_of(document) == [
        ["Aktivitet", "Ansvarig", "Start", "Klart"],
        ["Mäta bryggor", "Mia Ek", "Mars 2027", "April 2027"],
        ["Måla badhytter", "Birgitta Almqvist och Lovisa Tengvall", "Maj 2027", "Juni 2027"],
        ["Räkna stolpar i hamnen", "Bo Lind", "Juli 2027", "Augusti 2027"],
    ]


def test_a_header_may_hold_a_name_that_is_cut_short() -> None:
    document = read_plain_text(
        "Milstolpar\n\nNär\tVad\tBeteckning\tAnm.\n3 maj 2027\tFörslag\tMS1\t\n4 juni 2027\tBeslut\tBP2\tI nämnden\n"
    )
    assert [block.is_header for block in document.blocks if block.cells] == [True, False, False]


def test_a_header_whose_columns_all_bear_figures_is_one_row() -> None:
    document = read_plain_text(
        "| Indikator | Målvärde 2027 | Utfall aug 2026 | Utfall aug 2027 | Bedömning |\n| --- | --- | --- | --- | --- |\n| Badbesök | 12 | 10 | 11 | Nås |\n"
    )
    assert rows_of(document)[0] == [
        "Indikator",
        "Målvärde 2027",
        "Utfall aug 2026",
        "Utfall aug 2027",
        "Bedömning",
    ]
