import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from knowledge.blocks import Block, BlockKind, ReadDocument
from knowledge.errors import UnreadableDocumentError
from knowledge.reading.docx import read_docx


def changed(paragraph: object, words: str, tag: str) -> None:
    """Add a tracked insertion ("ins") or deletion ("del") to a paragraph."""
    change, run = OxmlElement(f"w:{tag}"), OxmlElement("w:r")
    text = OxmlElement("w:t" if tag == "ins" else "w:delText")
    change.set(qn("w:author"), "Åsa")
    text.text = words
    run.append(text)
    change.append(run)
    paragraph._p.append(change)


@pytest.fixture(scope="module")
def document() -> ReadDocument:
    word = docx.Document()
    word.core_properties.title = "Uppdragsdirektiv – Digital kallelse"
    word.sections[0].header.paragraphs[0].text = "SIDHUVUD"
    word.add_heading("Uppdragsdirektiv – Digital kallelse", 0)
    word.add_heading("1. Bakgrund", 1)
    tracked = word.add_paragraph("Fullmäktige har gett ")
    changed(tracked, "sju ", "ins")
    changed(tracked, "sex ", "del")
    tracked.add_run("uppdrag.")
    word.add_paragraph("En punkt", style="List Bullet")
    word.add_paragraph("Första", style="List Number")
    word.add_paragraph("Andra", style="List Number")
    word.add_paragraph().add_run("Beslut").bold = True
    word.add_paragraph("Nämnden godkänner mjuk\u00adhet\noch mera.")
    table = word.add_table(3, 3)
    for column, name in enumerate(["Aktivitet", "Slut", "Ansvarig"]):
        table.cell(0, column).text = name
    table.cell(1, 0).text = "Kartläggning\nav nuläget"
    table.cell(1, 1).text = "Maj 2027"
    table.cell(2, 0).merge(table.cell(2, 1)).text = "Klart"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "Åsa"
    word.add_paragraph("§ 12 Budget 2027")
    written = io.BytesIO()
    word.save(written)
    return read_docx(written.getvalue())


def test_headings_by_style_weight_and_words(
    document: ReadDocument, named: Callable[[ReadDocument], list[str]]
) -> None:
    assert named(document) == [
        "Uppdragsdirektiv – Digital kallelse",
        "1. Bakgrund",
        "Beslut",
        "§ 12 Budget 2027",
    ]


def test_tracked_changes_are_taken_as_accepted(document: ReadDocument) -> None:
    assert "Fullmäktige har gett sju uppdrag." in document.text
    assert "sex" not in document.text


def test_a_page_header_is_read_once_below_the_title(document: ReadDocument) -> None:
    assert document.text.splitlines()[:3] == [
        "Uppdragsdirektiv – Digital kallelse",
        "SIDHUVUD",
        "1. Bakgrund",
    ]
    assert document.text.count("SIDHUVUD") == 1


def test_list_items_bear_the_number_that_word_shows(document: ReadDocument) -> None:
    assert [b.text for b in document.blocks if b.kind is BlockKind.LIST_ITEM] == [
        "En punkt",
        "1. Första",
        "2. Andra",
    ]


def test_tables_are_rows_of_cells_parted_by_tabs(
    document: ReadDocument, rows: Callable[[ReadDocument], list[Block]]
) -> None:
    header, first, merged = rows(document)
    assert header.is_header
    assert [c.text for c in first.cells] == ["Kartläggning av nuläget", "Maj 2027", "Åsa"]
    assert [c.text for c in merged.cells] == ["Klart", "", "Åsa"]
    assert first.span.quote(document.text) == "Kartläggning av nuläget\tMaj 2027\tÅsa"


def test_properties_and_places(document: ReadDocument, holds: Callable[[ReadDocument], None]) -> None:
    assert dict(document.front_matter)["title"] == "Uppdragsdirektiv – Digital kallelse"
    assert any(b.text == "Nämnden godkänner mjukhet och mera." for b in document.blocks)
    holds(document)


def archive(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)
    return written.getvalue()


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_with(body: str, before: str = "", **parts: str) -> bytes:
    whole = f"<?xml version='1.0'?>{before}<w:document {WORD}><w:body>{body}</w:body></w:document>"
    named = {f"word/{name}.xml": content.encode() for name, content in parts.items()}
    return archive({"word/document.xml": whole.encode(), **named})


def test_footnotes_follow_the_text_that_cites_them() -> None:
    body = (
        '<w:p><w:r><w:t>Enligt lagen</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>Sist.</w:t></w:r></w:p>"
    )
    notes = f'<w:footnotes {WORD}><w:footnote w:id="2"><w:p><w:r><w:t>Lag 2027:1.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    texts = [b.text for b in read_docx(word_with(body, footnotes=notes)).blocks]
    assert texts == ["Enligt lagen.", "Sist.", "1 Lag 2027:1."]


def test_words_in_content_controls_and_text_boxes_are_read() -> None:
    body = (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>I kontroll</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:p><w:r><w:t>Utanför</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>I ruta</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r></w:p>"
    )
    assert [b.text for b in read_docx(word_with(body)).blocks] == ["I kontroll", "Utanför", "I ruta"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (archive({"xl/workbook.xml": b"<x/>"}), "Excel"),
        (archive({"ppt/a.xml": b"<x/>"}), "PowerPoint"),
        (archive({"content.xml": b"<x/>"}), "OpenDocument"),
        (archive({"a.txt": b"x"}), "inte ett Word-dokument"),
        (archive({"word/document.xml": b"\0" * 90_000_000}), "zip-bomb"),
        (word_with("", before='<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'), "skadliga"),
        (word_with("<w:p>" * 400), "skadat"),
        (b"PK\x03\x04 trasig", "skadad"),
    ],
)
def test_refuses_what_is_no_word_document_or_is_harmful(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocumentError, match=reason):
        read_docx(data)
