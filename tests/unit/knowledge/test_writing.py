"""A written document becomes Markdown that reads as it was meant, and a Word file that a screen reader follows."""

import datetime as dt
import io

import pytest
from docx import Document
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from knowledge.writing.document import Bullets, Heading, Link, Links, Paragraph, Table, WrittenDocument
from knowledge.writing.markdown import as_markdown
from knowledge.writing.word_file import as_word_file

AWKWARD = "a|b *c* <d> [1] # å\nny rad"
DOCUMENT = WrittenDocument(
    "Rapport: läget",
    "Region Sjöland",
    dt.date(2026, 11, 29),
    (
        Paragraph("1. ingen lista"),
        Heading(1, "Uppdrag"),
        Heading(2, "Läge"),
        Paragraph(AWKWARD, "Ägare:"),
        Bullets(("ett", AWKWARD, "- tre")),
        Table("Beslut", ("Datum", "Beslut"), (("17 november", AWKWARD),)),
        Table("Mål", ("Mål",), (("ett",),), shows_caption=False),
        Links((Link("Direktiv", "https://region.example/a (1)"), Link("Protokoll"))),
    ),
)


def test_markdown_reads_as_headings_lists_tables_and_links() -> None:
    markdown = as_markdown(DOCUMENT)
    assert markdown.startswith('---\ntitle: "Rapport: läget"\nlang: sv-SE\ndate: 2026-11-29\n---\n')
    html = MarkdownIt("commonmark").enable("table").render(markdown.partition("---\n\n")[2])
    for shown in (
        "<h1>Rapport: läget</h1>",
        "<h2>Uppdrag</h2>",
        "<h3>Läge</h3>",
        "<p>1. ingen lista</p>",
        "<strong>Ägare:</strong> a|b *c* &lt;d&gt; [1] # å ny rad",
        "<li>- tre</li>",
        "<li>a|b *c* &lt;d&gt; [1] # å ny rad</li>",
        "<td>a|b *c* &lt;d&gt; [1] # å ny rad</td>",
        '<a href="https://region.example/a%20%281%29">öppna</a>',
    ):
        assert shown in html
    assert "Mål</strong>" not in html


def test_a_word_file_has_title_language_headings_and_marked_header_rows() -> None:
    word = Document(io.BytesIO(as_word_file(DOCUMENT)))
    properties = word.core_properties
    assert (properties.title, properties.language) == ("Rapport: läget", "sv-SE")
    defaults = word.styles.element.find(qn("w:docDefaults"))
    assert [each.get(qn("w:val")) for each in defaults.iter(qn("w:lang"))] == ["sv-SE"]
    headings = [
        (each.style.name, each.text) for each in word.paragraphs if each.style.name[:5] in {"Title", "Headi"}
    ]
    assert headings == [("Title", "Rapport: läget"), ("Heading 1", "Uppdrag"), ("Heading 2", "Läge")]
    for table, caption in zip(word.tables, ("Beslut", "Mål"), strict=True):
        marked = [
            row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None
            for row in table.rows
        ]
        assert marked == [True, False]
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == caption
    assert [each.text for each in word.paragraphs if each.style.name == "Caption"] == ["Beslut"]
    assert word.tables[0].cell(1, 1).text == AWKWARD
    addresses = [each.target_ref for each in word.part.rels.values() if each.is_external]
    assert addresses == ["https://region.example/a (1)"]


def test_a_row_has_as_many_cells_as_there_are_columns() -> None:
    with pytest.raises(ValueError, match="cells"):
        Table("Beslut", ("Datum", "Beslut"), (("17 november",),))
