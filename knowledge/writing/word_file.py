"""A written document as a Word file that a screen reader can follow: real headings, marked header rows, Swedish."""

import io
from datetime import UTC, datetime, time
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from knowledge.writing.document import Bullets, Heading, Link, Links, Paragraph, Part, Table, WrittenDocument

LANGUAGE = "sv-SE"
_A4 = (Cm(21), Cm(29.7))
_MARGIN = Cm(2.2)
_NARROWEST, _WIDEST = 8, 44  # characters that a column is made to hold
_FONT = "Calibri"
_SHADE = "E7EEF3"


def as_word_file(document: WrittenDocument) -> bytes:
    """Return the document as the bytes of a .docx file."""
    word = Document()
    _set_properties(word, document)
    _set_styles(word)
    word.add_heading(document.title, level=0)
    for part in document.parts:
        _add(word, part)
    written = io.BytesIO()
    word.save(written)
    return written.getvalue()


def _set_properties(word: Any, document: WrittenDocument) -> None:
    properties, at = word.core_properties, datetime.combine(document.on, time(), UTC)
    properties.title, properties.author, properties.language = document.title, document.author, LANGUAGE
    properties.subject, properties.comments, properties.keywords = "", "", ""
    properties.created = properties.modified = at
    properties.last_modified_by, properties.revision = document.author, 1


def _set_styles(word: Any) -> None:
    """Set font, language and paper for the whole document, and margins that leave room for tables."""
    for section in word.sections:
        section.page_width, section.page_height = _A4
        section.left_margin = section.right_margin = _MARGIN
        section.top_margin = section.bottom_margin = _MARGIN
    run = word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    language = run.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        run.append(language)
    language.set(qn("w:val"), LANGUAGE)
    word.styles["Normal"].font.name, word.styles["Normal"].font.size = _FONT, Pt(11)
    word.styles["Title"].font.size = Pt(22)


def _add(word: Any, part: Part) -> None:
    match part:
        case Heading(level, text):
            word.add_heading(text, level=level)
        case Paragraph(text, lead):
            paragraph = word.add_paragraph()
            if lead:
                paragraph.add_run(f"{lead} ").bold = True
            paragraph.add_run(text)
        case Bullets(items):
            for item in items:
                word.add_paragraph(item, style="List Bullet")
        case Links(links):
            for number, link in enumerate(links, 1):
                _add_link(word, number, link)
        case Table():
            _add_table(word, part)


def _add_link(word: Any, number: int, link: Link) -> None:
    paragraph = word.add_paragraph(f"[{number}] {link.text} ")
    paragraph.paragraph_format.left_indent = Cm(0.8)
    paragraph.paragraph_format.first_line_indent = Cm(-0.8)
    paragraph.paragraph_format.space_after = Pt(3)
    if link.url:
        place = OxmlElement("w:hyperlink")
        place.set(qn("r:id"), word.part.relate_to(link.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        run = paragraph.add_run("Öppna källan")
        run.font.underline = True
        place.append(run._r)  # noqa: SLF001 - python-docx has no hyperlinks of its own
        paragraph._p.append(place)  # noqa: SLF001


def _add_table(word: Any, part: Table) -> None:
    """Add a table whose header row is marked as such and repeated on each page, and whose caption a screen reader hears."""
    if part.shows_caption:
        caption = word.add_paragraph(part.caption, style="Caption")
        caption.paragraph_format.keep_with_next = True
    table = word.add_table(rows=1, cols=len(part.columns), style="Table Grid")
    for name, value in (("w:tblCaption", part.caption), ("w:tblDescription", ", ".join(part.columns))):
        described = OxmlElement(name)
        described.set(qn("w:val"), value)
        table._tbl.tblPr.append(described)  # noqa: SLF001
    widths = _widths(part)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    _fill(table.rows[0], part.columns, widths, is_header=True)
    for row in part.rows:
        _fill(table.add_row(), row, widths)
    word.add_paragraph()


def _widths(part: Table) -> tuple[int, ...]:
    """Return a width for each column, by its longest cell, that together fill the page."""
    longest = [max(map(len, cells)) for cells in zip(part.columns, *part.rows, strict=True)]
    shares = [min(max(each, _NARROWEST), _WIDEST) for each in longest]
    room = _A4[0] - 2 * _MARGIN
    return tuple(room * share // sum(shares) for share in shares)


def _fill(row: Any, cells: tuple[str, ...], widths: tuple[int, ...], *, is_header: bool = False) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001
    properties.append(OxmlElement("w:cantSplit"))
    if is_header:
        properties.append(OxmlElement("w:tblHeader"))
    for cell, words, width in zip(row.cells, cells, widths, strict=True):
        cell.width = width
        if is_header:
            shade = OxmlElement("w:shd")
            for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", _SHADE)):
                shade.set(qn(name), value)
            cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001
        paragraph = cell.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
        paragraph.paragraph_format.space_after = Pt(2)
        run = paragraph.add_run(words)
        run.font.size = Pt(10)
        run.bold = is_header
