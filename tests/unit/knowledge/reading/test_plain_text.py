import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.blocks import Block, BlockKind, ReadDocument
from knowledge.reading.plain_text import read_plain_text

Named = Callable[[ReadDocument], list[str]]
Rows = Callable[[ReadDocument], list[Block]]
Holds = Callable[[ReadDocument], None]

EXTRACT = """\
<!-- sida 8 -->

EXEMPELSTADS KOMMUN               SAMMANTRÄDESPROTOKOLL          8 (30)
Nämnden för Teknik
Datum
2027-03-10

§ 31                      Dnr TE-2027-00499
Införande av laddplatser vid kommunens idrottsplatser och
badhus

Beslut
Nämnden för Teknik ger förvaltningen i uppdrag att:

•  Anlägga laddplatser vid två idrottsplatser senast den 1
oktober 2027.
•  Återrapportera kostnaderna till nämnden.

Sammanfattning av ärendet
Förvaltningen har utrett var laddplatser gör störst nytta och vad de kostar att bygga och

Det här dokumentet är digitalt signerat
Transaktionsidentitet: 5BA2DE8AF4E2AA08278CB5628588BFECCF6E933F69

<!-- sida 9 -->

EXEMPELSTADS KOMMUN               SAMMANTRÄDESPROTOKOLL          9 (30)
Nämnden för Teknik
Datum
2027-03-10

sköta under tio år.

Beslutsunderlag
Tjänsteskrivelse 2027-02-11
Karta över idrottsplatser

| Ledamot | Ja | Nej |
| --- | --- | --- |
| Åsa Berg (S) | X |  |
| Per Lind (M) |  | X |

Beslutet skickas till

Kommunstyrelsen

Det här dokumentet är digitalt signerat
Transaktionsidentitet: 5BA2DE8AF4E2AA08278CB5628588BFECCF6E933F69
"""


@pytest.fixture(scope="module")
def extract() -> ReadDocument:
    return read_plain_text(EXTRACT)


def test_finds_the_paragraph_and_its_sections(extract: ReadDocument, named: Named) -> None:
    assert named(extract) == [
        "§ 31 Dnr TE-2027-00499 Införande av laddplatser vid kommunens idrottsplatser och badhus",
        "Beslut",
        "Sammanfattning av ärendet",
        "Beslutsunderlag",
        "Beslutet skickas till",
    ]


def test_sections_lie_under_their_paragraph(extract: ReadDocument) -> None:
    levels = [b.level for b in extract.blocks if b.kind is BlockKind.HEADING]
    assert levels[0] < min(levels[1:])


def test_a_sentence_goes_on_across_the_page_end_without_the_furniture(extract: ReadDocument) -> None:
    assert any(b.text.endswith("bygga och sköta under tio år.") for b in extract.blocks)
    assert not any("signerat" in b.text or "Transaktionsidentitet" in b.text for b in extract.blocks)
    assert "Transaktionsidentitet" in extract.text


def test_a_repeated_page_header_is_kept_once(extract: ReadDocument) -> None:
    assert sum("SAMMANTRÄDESPROTOKOLL" in b.text for b in extract.blocks) == 1


def test_blocks_bear_the_printed_page_number(extract: ReadDocument) -> None:
    pages = {b.text: b.page for b in extract.blocks}
    assert pages["Beslut"] == 8
    assert pages["Kommunstyrelsen"] == 9
    assert extract.page_of(extract.text.index("Karta över")) == 9


def test_wrapped_bullets_are_whole_list_items(extract: ReadDocument) -> None:
    items = [b.text for b in extract.blocks if b.kind is BlockKind.LIST_ITEM]
    assert items == [
        "Anlägga laddplatser vid två idrottsplatser senast den 1 oktober 2027.",
        "Återrapportera kostnaderna till nämnden.",
    ]


def test_a_marked_table_has_cells_and_header(extract: ReadDocument, rows: Rows) -> None:
    header, first, _ = rows(extract)
    assert header.is_header
    assert [c.text for c in first.cells] == ["Åsa Berg (S)", "X", ""]
    assert [c.text for c in first.header] == ["Ledamot", "Ja", "Nej"]
    assert first.table == 1


def test_places_hold(extract: ReadDocument, holds: Holds) -> None:
    holds(extract)


def test_headings_without_marks_and_the_values_below_them() -> None:
    document = read_plain_text(
        "Uppdragsdirektiv –\n\nInför digitala kallelser\n(till RS)\n\n"
        "1. Bakgrund\n\nFullmäktige har gett styrelsen uppdraget.\n\n"
        "6. Budget\n\n6.1. Kostnader\n\nInom befintliga ramar\n\n6.2. Finansiering\n\nN/A\n\n"
        "7. Risker\n\nxxxx\n\n8. Organisation\n\nUppdragsledare: Åsa Berg\n"
    )
    headings = [b.text for b in document.blocks if b.kind is BlockKind.HEADING]
    assert headings == [
        "Uppdragsdirektiv – Inför digitala kallelser (till RS)",
        "1. Bakgrund",
        "6. Budget",
        "6.1. Kostnader",
        "6.2. Finansiering",
        "7. Risker",
        "8. Organisation",
    ]


def test_a_numbered_list_is_no_outline(named: Named) -> None:
    document = read_plain_text(
        "Fullmäktigeuppdrag 2027\n\nFullmäktige riktar dessa uppdrag till nämnderna:\n\n"
        "1. Minska hyrberoendet\n2. Minska resandet\n3. Förbättra tillgängligheten\n\n"
        "Övriga ärenden som behandlades på mötet\n\n7. Uppföljning av införandet\n\n9. Ny delegationsordning\n"
    )
    assert named(document) == ["Fullmäktigeuppdrag 2027", "Övriga ärenden som behandlades på mötet"]


def test_a_wrapped_reference_to_a_paragraph_is_no_heading(named: Named) -> None:
    document = read_plain_text(
        "§ 10 Redovisning av uppdrag\n\nBeslut\n\nFullmäktiges beslut från den 11 december 2026,\n§ 541 upphävs.\n"
    )
    assert named(document) == ["§ 10 Redovisning av uppdrag", "Beslut"]


def test_statutes_are_paragraphs_not_headings(named: Named) -> None:
    document = read_plain_text(
        "Ägardirektiv för Bolaget AB\n\n§1    Ändring av bolagsordning beslutas av fullmäktige.\n\n"
        "§2    Bolaget ska varje år anta en arbetsordning för styrelsens arbete.\n"
    )
    assert named(document) == ["Ägardirektiv för Bolaget AB"]


def test_references_under_their_heading_are_no_headings(named: Named) -> None:
    document = read_plain_text(
        "Beslutsunderlag\n\nRegionstyrelsens plan 2027-2029\n\nÄrendet\n\nBakgrund\n\nPlanen innehåller mål.\n"
    )
    assert "Regionstyrelsens plan 2027-2029" not in named(document)


def test_tab_rows_keep_empty_cells_and_a_repeated_header_goes_on_with_the_table(rows: Rows) -> None:
    document = read_plain_text(
        "Aktivitet\tStart\tSlut\tAnsvarig\nKartlägga\t\tMars 2027\tÅsa\nUpphandla\t2027-04-01\t\t\n\n"
        "Aktivitet\tStart\tSlut\tAnsvarig\nInföra\t\tMaj 2027\tPer\n"
    )
    found = rows(document)
    assert [b.is_header for b in found] == [True, False, False, True, False]
    assert {b.table for b in found} == {1}
    assert [c.text for c in found[2].cells] == ["Upphandla", "2027-04-01", "", ""]
    assert [h.text for h in found[4].header] == ["Aktivitet", "Start", "Slut", "Ansvarig"]


def test_columns_of_blanks_are_a_table(rows: Rows) -> None:
    document = read_plain_text(
        "Avgifter enligt nedan:\n"
        "Bolag                      Avgift\nAlfa Energi AB             0,60 %\nBeta Bostäder AB           0,45 %\n"
    )
    header, first, _ = rows(document)
    assert header.is_header
    assert [c.text for c in first.cells] == ["Alfa Energi AB", "0,60 %"]


def test_lines_with_as_many_bars_are_a_table_with_its_blank_cells(rows: Rows) -> None:
    document = read_plain_text(
        "7. Risker\nRisk | Grad | Åtgärd\nSen leverans | 4 | Tidig kontakt\nFå anbud | 3 |\n\nKontakt: Eva Ek | Åsa By\n"
    )
    header, _, last = rows(document)
    assert header.is_header
    assert [c.text for c in last.cells] == ["Få anbud", "3", ""]


def test_a_flattened_table_keeps_its_lines_and_its_header(rows: Rows) -> None:
    text = (
        "Mål 1. Trygga uppväxtvillkor\n\nDelmål Indikator Utfall 2025 Mål 2027\n"
        "Utveckla arbetssätt utifrån \nett barnperspektiv\n\nAntal utbildade 12 40\n\nAndel nöjda 50 % 60 %\n"
    )
    document = read_plain_text(text)
    header, first, second, _ = rows(document)
    assert [c.text for c in header.cells] == ["Delmål", "Indikator", "Utfall 2025", "Mål 2027"]
    assert first.span.quote(text) == "Utveckla arbetssätt utifrån \nett barnperspektiv"
    assert second.text == "Antal utbildade 12 40"
    assert [h.text for h in second.header] == ["Delmål", "Indikator", "Utfall 2025", "Mål 2027"]


def test_rows_torn_over_lines_are_put_together(rows: Rows) -> None:
    document = read_plain_text(
        "Namn                  Utfall Utfall   Utfall\n2025    2026    2027\n"
        "Andel elever som klarat alla prov i\n70 %   67 %   65 %\nsvenska åk 3\n"
        "Andel elever med godkänt i\n91 %   90 %   89 %\nmatematik\n"
    )
    assert [b.text for b in rows(document)[1:]] == [
        "Andel elever som klarat alla prov i 70 % 67 % 65 % svenska åk 3",
        "Andel elever med godkänt i 91 % 90 % 89 % matematik",
    ]


def test_a_row_may_wrap_and_have_a_number_or_code_for_its_first_cell(rows: Rows) -> None:
    document = read_plain_text("""\
Nr    Uppdrag                       Till                      Återrapport
17    Hyra av tomma lokaler         Fastighetschefen          2027-06-10
19    E-recept för glasögon         Digitaliseringsdirektör   2027-09-02
                                    Britt Solsken
21    Ny resepolicy                 Ekonomidirektören Arne Ek 2027-10-07
""")
    assert [tuple(cell.text for cell in row.cells) for row in rows(document)][2:] == [
        ("19", "E-recept för glasögon", "Digitaliseringsdirektör Britt Solsken", "2027-09-02"),
        ("21", "Ny resepolicy", "Ekonomidirektören Arne Ek", "2027-10-07"),
    ]


def test_bullets_parted_from_their_texts_find_them_again() -> None:
    document = read_plain_text(
        "Ärendet återremitteras med uppdragen:\n•\n•\n\nUtreda frågan om stöd.\nTa fram en analys av\nkostnaden.\n"
    )
    items = [b.text for b in document.blocks if b.kind is BlockKind.LIST_ITEM]
    assert items == ["Utreda frågan om stöd.", "Ta fram en analys av kostnaden."]


def test_items_run_together_are_parted() -> None:
    document = read_plain_text(
        "Beslut Styrelsen beslutar: 1. att anta taxan enligt bilaga 1, 2. att taxan gäller från 2028, samt "
        "3. att justera den årligen.\n"
    )
    assert [b.text for b in document.blocks] == [
        "Beslut",
        "Styrelsen beslutar:",
        "1. att anta taxan enligt bilaga 1,",
        "2. att taxan gäller från 2028, samt",
        "3. att justera den årligen.",
    ]


def test_a_dash_at_a_line_start_in_a_sentence_opens_no_list() -> None:
    document = read_plain_text(
        "Beslut\nNämnden antar reviderade regler för särskild kollektivtrafik\n– Färdtjänst, att gälla från maj.\n"
    )
    assert [b.kind for b in document.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_form_feeds_count_pages_from_the_number_printed_on_them() -> None:
    document = read_plain_text(
        "§ 5 Ärende\n\nText på sidan.\n\n14 (111)\n\f\nMer text på nästa.\n\n15 (111)\n"
    )
    assert document.page_of(document.text.index("Text på")) == 14
    assert document.page_of(document.text.index("Mer text")) == 15


LINES = st.sampled_from(
    [
        "Beslut",
        "§ 12 Budget",
        "1. Bakgrund",
        "- punkt",
        "•",
        "| a | b |",
        "| --- | --- |",
        "a\tb\t",
        "\tx\ty",
        "Bolag      Avgift",
        "Alfa AB      0,6",
        "Delmål Indikator Mål 2027",
        "en mening som går vidare-",
        "kommun-",
        "styrelsen beslutar.",
        "**fet**",
        "<!-- sida 3 -->",
        "8 (30)",
        "Ja",
        "\f",
        "",
        "",
        "Beslut 1. Ett beslut. 2. Ett till.",
        "Mål 1. Trygghet",
        "# Rubrik",
        "====",
        "> citat",
        "…………… Namn",
        "Sammanträdesdatum: 2027-01-01",
        "Kommunstyrelsen",
        "a) förhinder",
        "Namn   Utfall   Utfall",
    ]
)


@given(st.lists(LINES, max_size=40))
def test_any_mixture_of_lines_keeps_its_places(lines: list[str]) -> None:
    document = read_plain_text("\n".join(lines))
    from tests.unit.knowledge.reading.conftest import assert_places_hold  # noqa: PLC0415

    assert_places_hold(document)


@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    document = read_plain_text(text)
    assert document.text == text


@pytest.mark.parametrize(
    "line",
    ["a " * 250_000, "Ab." * 167_000, "1. a " * 100_000, "(" * 500_000, "| a" * 167_000, "**a " * 125_000],
)
def test_one_line_of_half_a_million_characters_is_read(line: str) -> None:
    started = time.process_time()
    assert read_plain_text(line).text == line
    assert (
        time.process_time() - started < 60
    )  # seconds; it takes two at most, and squared it would take hours


def test_a_numbered_line_above_a_table_or_a_list_is_a_heading_when_the_others_count_past_it() -> None:
    document = read_plain_text(
        "Fyrplan\n\n1 Bakgrund\n\nFyrarna har lyst i hundra år och behöver nu underhåll för att lysa vidare.\n\n"
        "2 Fyrar\nFyr                 Höjd      Ljus\nNorra               12        3\nSödra               14        5\nVästra              9         2\n\n"
        "3 Bojar\n- röda\n- gröna\n\n4 Slut\n\nPlanen följs upp varje år av hamnnämnden och av fyrvaktarna tillsammans.\n"
    )
    headed = [block.text for block in document.blocks if block.kind is BlockKind.HEADING]
    assert [words for words in headed if words[0].isdigit()] == ["1 Bakgrund", "2 Fyrar", "3 Bojar", "4 Slut"]


def test_the_last_words_of_a_point_set_in_below_its_mark_stay_with_it() -> None:
    document = read_plain_text(
        "Nämnden beslutar\natt     fastställa avgiften till 0,40 procent av det belopp som gäller per den\n        31 december 2027.\n"
    )
    assert document.blocks[-1].text.endswith("gäller per den 31 december 2027.")


def test_lines_that_open_with_codes_or_days_are_rows_of_their_own() -> None:
    document = read_plain_text(
        "Mål\n\nPM1  Fyren är tänd\nPM2  Bojen är målad\n\nPlan\n\nmaj 2027 M1 Fyren tänds av vaktmästaren\njuni 2027 M2 Bojen målas av vaktmästaren\n"
    )
    words = [block.text for block in document.blocks]
    assert "PM2 Bojen är målad" in words
    assert "juni 2027 M2 Bojen målas av vaktmästaren" in words


def test_words_over_figures_alone_are_a_header_whatever_they_say() -> None:
    document = read_plain_text(
        "Kalkyl\n\nDelpost (mnkr, prisläge juni 2027)     Förstudie     Ritning v 2.0\nGrund                                  24            27\nTorn                                   31            39\nLjus                                   9             8\n"
    )
    rows = [block for block in document.blocks if block.kind is BlockKind.TABLE_ROW]
    assert [block.is_header for block in rows] == [True, False, False, False]
    assert [cell.text for cell in rows[1].header] == [
        "Delpost (mnkr, prisläge juni 2027)",
        "Förstudie",
        "Ritning v 2.0",
    ]


def test_a_title_with_its_number_beside_it_is_whole() -> None:
    document = read_plain_text(
        "§ 12   Uppföljning av fyrarna                                 HN 2027-0008\nPrognosen för helåret är ett underskott på 1,9 mnkr mot budget och beror på vädret.\nBojarna går med vinst.\n"
    )
    assert document.blocks[0].text == "§ 12 Uppföljning av fyrarna HN 2027-0008"
