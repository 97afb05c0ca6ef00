"""Word documents as organisations write them: joined cells, changes that are tracked, page heads, controls and boxes."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from knowledge.blocks import Block, BlockKind, ReadDocument
from knowledge.documents import DocumentKind
from knowledge.kinds import recognise
from knowledge.reading.docx import read_docx
from tests.reading_fakes import PLAN_OF_JOINED_CELLS as PLAN


def read(word: docx.document.Document) -> ReadDocument:
    written = io.BytesIO()
    word.save(written)
    return read_docx(written.getvalue())


def filled(word: docx.document.Document, rows: list[list[str]]) -> Table:
    table = word.add_table(len(rows), len(rows[0]))
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            table.cell(number, column).text = words
    return table


def join(table: Table, first: tuple[int, int], last: tuple[int, int]) -> None:
    words = table.cell(*first).text
    table.cell(*first).merge(table.cell(*last)).text = words


def words(blocks: list[Block]) -> list[list[str]]:
    return [[cell.text for cell in block.cells] for block in blocks]


def mark_row(table: Table, number: int, tag: str) -> None:
    properties = table.rows[number]._tr.get_or_add_trPr()
    properties.append(OxmlElement(f"w:{tag}"))


def test_joined_cells_stand_in_every_row_that_they_cover(
    rows: Callable[[ReadDocument], list[Block]], holds: Callable[[ReadDocument], None]
) -> None:
    word = docx.Document()
    table = filled(word, PLAN)
    for first, last in (
        ((0, 0), (1, 0)),
        ((0, 1), (1, 1)),
        ((0, 2), (0, 3)),
        ((0, 4), (1, 4)),
        ((2, 0), (3, 0)),
    ):
        join(table, first, last)
    document = read(word)
    found = rows(document)
    assert [row.is_header for row in found] == [True, True, False, False, False]
    assert words(found)[2:] == [
        ["God hälsa", "Sjukfrånvaro", "6,1 %", "5,9 %", "5,5 %"],
        ["God hälsa", "Frisknärvaro", "61 %", "62 %", "65 %"],
        ["Hållbar miljö", "Utsläpp", "10", "9", "8"],
    ]
    assert [name.text for name in found[3].header] == [
        "Mål",
        "Indikator",
        "Utfall 2025",
        "Utfall 2026",
        "Mål 2027",
    ]
    assert found[3].span.quote(document.text) == "God hälsa\tFrisknärvaro\t61 %\t62 %\t65 %"
    holds(document)


def test_a_row_across_the_whole_table_is_its_caption(rows: Callable[[ReadDocument], list[Block]]) -> None:
    word = docx.Document()
    table = filled(word, [["Tidplan för uppdraget", ""], ["Aktivitet", "Slut"], ["Kartlägga", "maj 2027"]])
    join(table, (0, 0), (0, 1))
    document = read(word)
    assert document.blocks[0].text == "Tidplan för uppdraget"
    assert document.blocks[0].kind is not BlockKind.TABLE_ROW
    assert [name.text for name in rows(document)[1].header] == ["Aktivitet", "Slut"]


def test_rows_and_cells_that_were_deleted_are_gone(rows: Callable[[ReadDocument], list[Block]]) -> None:
    word = docx.Document()
    table = filled(
        word,
        [["Aktivitet", "Slut"], ["Kartlägga", "maj 2027"], ["Stryka", "juni 2027"], ["Föreslå", "juli 2027"]],
    )
    mark_row(table, 2, "del")
    mark_row(table, 3, "ins")
    deleted = OxmlElement("w:cellDel")
    table.cell(3, 1)._tc.get_or_add_tcPr().append(deleted)
    assert words(rows(read(word)))[1:] == [["Kartlägga", "maj 2027"], ["Föreslå"]]


def moved(paragraph: Paragraph, tag: str, words: str) -> None:
    change, run = OxmlElement(f"w:{tag}"), OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = words
    run.append(text)
    change.append(run)
    paragraph._p.append(change)


def test_moved_text_stands_where_it_was_moved_to() -> None:
    word = docx.Document()
    first, last = word.add_paragraph("Först. "), word.add_paragraph("Sist. ")
    moved(first, "moveFrom", "Flyttat.")
    moved(last, "moveTo", "Flyttat.")
    assert [block.text for block in read(word).blocks] == ["Först.", "Sist. Flyttat."]


def test_paragraphs_whose_parting_was_deleted_are_one() -> None:
    word = docx.Document()
    first = word.add_paragraph("Nämnden ger förvaltningen i uppdrag ")
    word.add_paragraph("att utreda frågan.")
    mark = OxmlElement("w:rPr")
    mark.append(OxmlElement("w:del"))
    first._p.get_or_add_pPr().append(mark)
    assert [block.text for block in read(word).blocks] == [
        "Nämnden ger förvaltningen i uppdrag att utreda frågan."
    ]


def test_hidden_text_is_not_read() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("Synligt")
    paragraph.add_run(" dolt").font.hidden = True
    assert [block.text for block in read(word).blocks] == ["Synligt"]


def control(words: str, *, is_placeholder: bool) -> str:
    shown = "<w:showingPlcHdr/>" if is_placeholder else ""
    return f"<w:sdt {nsdecls('w')}><w:sdtPr>{shown}</w:sdtPr><w:sdtContent><w:r><w:t>{words}</w:t></w:r></w:sdtContent></w:sdt>"


def test_a_control_that_nobody_filled_in_is_blank(rows: Callable[[ReadDocument], list[Block]]) -> None:
    word = docx.Document()
    word.add_paragraph("Uppdragsägare: ")._p.append(parse_xml(control("Eva Ek", is_placeholder=False)))
    word.add_paragraph("Uppdragsledare: ")._p.append(
        parse_xml(control("Klicka här för att ange text.", is_placeholder=True))
    )
    table = filled(word, [["Aktivitet", "Slut"], ["Kartlägga", ""]])
    table.cell(1, 1).paragraphs[0]._p.append(parse_xml(control("Välj datum", is_placeholder=True)))
    document = read(word)
    assert [block.text for block in document.blocks[:2]] == ["Uppdragsägare: Eva Ek", "Uppdragsledare:"]
    assert words(rows(document))[1] == ["Kartlägga", ""]


def test_nested_lists_know_their_depth() -> None:
    word = docx.Document()
    for text, style in (
        ("Mål", "List Bullet"),
        ("Delmål", "List Bullet 2"),
        ("Åtgärd", "List Bullet 3"),
        ("Nytt mål", "List Bullet"),
    ):
        word.add_paragraph(text, style=style)
    found = [(block.text, block.level) for block in read(word).blocks]
    assert [text for text, _ in found] == ["Mål", "Delmål", "Åtgärd", "Nytt mål"]
    assert [level for _, level in found] == [1, 2, 3, 1]


def headed(lines: list[str]) -> docx.document.Document:
    """A document whose pages say whose it is, and whose body does not."""
    word = docx.Document()
    section = word.sections[0]
    section.header.paragraphs[0].text = "\t".join(lines)
    section.footer.paragraphs[0].text = "Sida 1 (12)"
    word.add_heading("Inledning", 1)
    word.add_paragraph("Nämnden ansvarar för kommunens kultur och fritid.")
    word.add_heading("Mål", 1)
    word.add_paragraph("Fler ska läsa.")
    return word


def test_a_plan_that_only_its_page_header_names_is_known() -> None:
    word = headed(
        ["Exempelby kommun", "Nämndplan 2027 för kultur- och fritidsnämnden", "1 (12)", "KFN 2026/114"]
    )
    document = read(word)
    profile = recognise(document, "dokument1.docx")
    assert profile.kind is DocumentKind.BOARD_PLAN
    assert profile.organisation == "Exempelby kommun"
    assert profile.title == "Nämndplan 2027 för kultur- och fritidsnämnden"
    assert profile.case_number == "KFN 2026/114"
    assert profile.year == 2027
    assert "(12)" not in document.text


def test_a_plan_that_only_a_box_on_its_cover_names_is_known(tmp_path: Path) -> None:
    word = docx.Document()
    box = (
        f"<w:r {nsdecls('w')}><w:pict><v:textbox xmlns:v='urn:schemas-microsoft-com:vml'><w:txbxContent>"
        "<w:p><w:r><w:t>Nämndplan 2027</w:t></w:r></w:p><w:p><w:r><w:t>Regionstyrelsen, Region Exempel</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></w:pict></w:r>"
    )
    word.add_paragraph()._p.append(parse_xml(box))
    word.add_heading("Inledning", 1)
    word.add_paragraph("Styrelsen leder arbetet.")
    profile = recognise(read(word), "dokument1.docx")
    assert profile.kind is DocumentKind.BOARD_PLAN
    assert profile.organisation == "Region Exempel"


@pytest.mark.parametrize("lines", [["Sida 1 av 12"], ["12 (63)"], [""]])
def test_a_counter_of_pages_is_no_line(lines: list[str]) -> None:
    assert read(headed(lines)).blocks[1].text == "Nämnden ansvarar för kommunens kultur och fritid."


def test_notes_in_tables_are_read(rows: Callable[[ReadDocument], list[Block]]) -> None:
    word = docx.Document()
    table = filled(word, [["Aktivitet", "Slut"], ["Kartlägga", "maj 2027"]])
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), "7")
    table.cell(1, 0).paragraphs[0].add_run()._r.append(reference)
    assert words(rows(read(word)))[1] == ["Kartlägga", "maj 2027"]
