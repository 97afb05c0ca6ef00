"""Word documents to blocks: paragraphs, lists and tables in order, tracked changes taken as accepted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree  # type: ignore[import-untyped]

from knowledge.blocks import ReadDocument
from knowledge.errors import UnreadableDocumentError
from knowledge.reading.archive import Archive
from knowledge.reading.grid import Cell, grid_of
from knowledge.reading.layout import LayoutWriter
from knowledge.reading.word_pages import PageLines
from knowledge.reading.word_styles import Numbering, Styles, W, WordStyle
from knowledge.reading.word_text import BOX, FALLBACK, is_blank, words_of

_NAMES = {
    "{http://purl.org/dc/elements/1.1/}title": "title",
    "{http://purl.org/dc/elements/1.1/}creator": "author",
    "{http://purl.org/dc/elements/1.1/}subject": "subject",
    "{http://purl.org/dc/elements/1.1/}language": "language",
    "{http://purl.org/dc/terms/}created": "created",
    "{http://purl.org/dc/terms/}modified": "modified",
}
_MOST_JOINED = 60  # columns


def read_docx(data: bytes) -> ReadDocument:
    """Return the blocks of a Word document; raise UnreadableDocumentError when it is none or is unsafe."""
    archive = Archive(data)
    document = archive.part("word/document.xml")
    if document is None:
        raise UnreadableDocumentError(_not_word(archive))
    body = document.find(f"{W}body")
    if body is None:
        raise UnreadableDocumentError("Word-dokumentet saknar innehåll.")
    reader = _BodyReader(
        Styles.of(archive.part("word/styles.xml")),
        Numbering.of(archive.part("word/numbering.xml")),
        _notes(archive.part("word/footnotes.xml"), "footnote")
        | _notes(archive.part("word/endnotes.xml"), "endnote"),
    )
    pages = PageLines.of(archive, body)
    reader.read(body, pages)
    return reader.writer.finished(_properties(archive.part("docProps/core.xml")), reader.warnings)


def _not_word(archive: Archive) -> str:
    """Return why an archive is no Word document."""
    for folder, kind in (("xl/", "ett kalkylark (Excel)"), ("ppt/", "en presentation (PowerPoint)")):
        if any(name.startswith(folder) for name in archive.names):
            return f"Filen är {kind}. Spara om den som .pdf eller .docx."
    if "content.xml" in archive.names:
        return "Filen är i formatet OpenDocument. Spara om den som .docx eller .pdf."
    if "EncryptedPackage" in archive.names:
        return "Filen är krypterad eller lösenordsskyddad."
    return "Filen är ett arkiv (zip), inte ett Word-dokument."


def _properties(core: etree._Element | None) -> list[tuple[str, str]]:
    """Return what the document's properties say of it."""
    if core is None:
        return []
    return [
        (_NAMES[child.tag], child.text.strip())
        for child in core
        if child.tag in _NAMES and child.text and child.text.strip()
    ]


def _notes(part: etree._Element | None, kind: str) -> dict[str, etree._Element]:
    """Return the notes by kind and number, the separators left out."""
    if part is None:
        return {}
    found = {}
    for note in part.findall(f"{W}{kind}"):
        if note.get(f"{W}type") not in ("separator", "continuationSeparator", "continuationNotice"):
            found[kind + (note.get(f"{W}id") or "")] = note
    return found


class _BodyReader:
    """Write the blocks of a document's body in order."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: dict[str, etree._Element]) -> None:
        self.writer = LayoutWriter()
        self.warnings: list[str] = []
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._cited: list[str] = []
        self._torn = ""  # the words of a paragraph that goes on in the next

    def read(self, body: etree._Element, pages: PageLines) -> None:
        """Write the title, what stands at the head of each page, the rest of the body, and the notes that it refers to."""
        head = list(pages.head)
        is_open = False  # the title, if there is one, stands first, and what it lies under comes after it
        for element in _blocks(body):
            if head and (is_open or not self._is_title(element)) and _says(element):
                self._lines(head)
                head = []
            is_open = is_open or _says(element)
            if element.tag == f"{W}tbl":
                self._table(element)
            else:
                self._paragraph(element)
        self._lines([*head, *pages.foot])
        for number, key in enumerate(self._cited, start=1):
            if (note := self._notes.get(key)) is not None and (words := self._note_words(note)):
                self.writer.paragraph(f"{number} {words}")

    def _lines(self, lines: Sequence[str]) -> None:
        for line in lines:
            self.writer.paragraph(line)

    def _is_title(self, element: etree._Element) -> bool:
        return element.tag == f"{W}p" and self._styles.of_paragraph(element).heading > 0

    def _note_words(self, note: etree._Element) -> str:
        return " ".join(words_of(paragraph)[0].strip() for paragraph in note.iter(f"{W}p")).strip()

    def _paragraph(self, paragraph: etree._Element) -> None:
        style = self._styles.of_paragraph(paragraph)
        words, is_bold = words_of(paragraph, self._cited)
        words, self._torn = self._torn + words, ""
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            self._torn = words  # its end is deleted: it is one with the paragraph after it
        elif words.strip():
            self._write(paragraph, style, words, is_bold=is_bold)
        for box in paragraph.iter(BOX):
            if not _has_ancestor(box, FALLBACK):
                for inner in _blocks(box):
                    self._table(inner) if inner.tag == f"{W}tbl" else self._paragraph(inner)

    def _write(self, paragraph: etree._Element, style: WordStyle, words: str, *, is_bold: bool) -> None:
        number = self._numbering.next_label(paragraph, style)
        if style.heading:
            self.writer.heading(
                f"{number.label} {words.strip()}" if number and number.label else words, style.heading
            )
        elif number is not None:
            self.writer.item(f"{number.label} {words.strip()}" if number.label else words, number.depth)
        elif style.is_list:
            self.writer.item(words, style.depth)
        else:
            self.writer.paragraph(words, is_bold=is_bold or style.is_bold)

    def _table(self, table: etree._Element) -> None:
        rows: list[list[Cell]] = []
        filled = headers = 0
        joined: dict[
            int, tuple[int, int]
        ] = {}  # by column: row and number of the cell that goes on downwards
        for row in table.iter(f"{W}tr"):
            if _nearest_table(row) is not table or row.find(f"{W}trPr/{W}del") is not None:
                continue
            before = row.find(f"{W}trPr/{W}gridBefore")
            cells = [Cell("", min(_number(before), _MOST_JOINED))] if before is not None else []
            column = sum(cell.columns for cell in cells)
            for cell in _cells(row):
                columns = min(_number(cell.find(f"{W}tcPr/{W}gridSpan")), _MOST_JOINED)
                merged = cell.find(f"{W}tcPr/{W}vMerge")
                if merged is None or merged.get(f"{W}val") == "restart" or column not in joined:
                    joined.pop(column, None)
                    if merged is not None:
                        joined[column] = (len(rows), len(cells))
                    cells.append(Cell(self._cell_words(cell), columns))
                else:
                    above, number = joined[column]
                    rows[above][number] = replace(rows[above][number], rows=len(rows) - above + 1)
                column += columns
            rows.append(cells)
            if any(cell.words.strip() for cell in cells):
                filled += 1
                headers += row.find(f"{W}trPr/{W}tblHeader") is not None and headers == filled - 1
        words = [cell.words for row in rows for cell in row if cell.words.strip()]
        if len(words) == 1 and filled == 1:
            self.writer.paragraph(words[0])
            return
        self.writer.grid(grid_of(rows, headers))

    def _cell_words(self, cell: etree._Element) -> str:
        """Return a cell's words, those of tables within it too."""
        return " ".join(
            words_of(p, self._cited)[0].strip()
            for p in cell.iter(f"{W}p")
            if not (_has_ancestor(p, FALLBACK) or any(map(is_blank, p.iterancestors(f"{W}sdt"))))
        )


def _blocks(container: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs and tables in order, content controls and accepted insertions opened up."""
    stack = list(reversed(container))
    while stack:
        element = stack.pop()
        if element.tag in (f"{W}p", f"{W}tbl"):
            yield element
        elif element.tag in (
            f"{W}sdt",
            f"{W}sdtContent",
            f"{W}ins",
            f"{W}moveTo",
            f"{W}smartTag",
            f"{W}customXml",
        ) and not is_blank(element):
            stack.extend(reversed(element))


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells of a row, content controls opened up."""
    stack = list(reversed(row))
    while stack:
        element = stack.pop()
        if element.tag == f"{W}tc":
            if element.find(f"{W}tcPr/{W}cellDel") is None:
                yield element
        elif element.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins"):
            stack.extend(reversed(element))


def _says(element: etree._Element) -> bool:
    return any((text.text or "").strip() for text in element.iter(f"{W}t"))


def _has_ancestor(element: etree._Element, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None


def _nearest_table(row: etree._Element) -> etree._Element | None:
    return next(row.iterancestors(f"{W}tbl"), None)


def _number(element: etree._Element | None) -> int:
    value = element.get(f"{W}val") if element is not None else None
    return int(value) if value and value.isdecimal() and len(value) < 5 else 1
