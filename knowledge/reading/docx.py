"""Word documents to blocks: paragraphs, lists and tables in order, tracked changes taken as accepted."""

from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]

from knowledge.blocks import ReadDocument
from knowledge.errors import UnreadableDocumentError
from knowledge.reading.archive import Archive
from knowledge.reading.layout import LayoutWriter
from knowledge.reading.word_styles import Numbering, Styles, WordStyle

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = frozenset(
    (
        f"{W}del",
        f"{W}moveFrom",
        f"{W}delText",
        f"{W}instrText",
        f"{W}pPr",
        f"{W}rPr",
        f"{_CHOICE}Fallback",
        f"{W}footnoteRef",
    )
)
_APART = frozenset((f"{W}txbxContent",))
_NAMES = {
    "{http://purl.org/dc/elements/1.1/}title": "title",
    "{http://purl.org/dc/elements/1.1/}creator": "author",
    "{http://purl.org/dc/elements/1.1/}subject": "subject",
    "{http://purl.org/dc/elements/1.1/}language": "language",
    "{http://purl.org/dc/terms/}created": "created",
    "{http://purl.org/dc/terms/}modified": "modified",
}
_DEEPEST_TABLE = 8


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
    reader.read(body)
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

    def read(self, body: etree._Element) -> None:
        """Write the body's blocks, then the notes that it refers to."""
        for element in _blocks(body):
            if element.tag == f"{W}tbl":
                self._table(element)
            else:
                self._paragraph(element)
        for number, key in enumerate(self._cited, start=1):
            if (note := self._notes.get(key)) is not None and (words := self._note_words(note)):
                self.writer.paragraph(f"{number} {words}")

    def _note_words(self, note: etree._Element) -> str:
        return " ".join(_words(paragraph)[0].strip() for paragraph in note.iter(f"{W}p")).strip()

    def _paragraph(self, paragraph: etree._Element) -> None:
        style = self._styles.of_paragraph(paragraph)
        words, is_bold = _words(paragraph, self._cited)
        if words.strip():
            self._write(paragraph, style, words, is_bold=is_bold)
        for box in paragraph.iter(*_APART):
            if not _has_ancestor(box, f"{_CHOICE}Fallback"):
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
            self.writer.item(words)
        else:
            self.writer.paragraph(words, is_bold=is_bold or style.is_bold)

    def _table(self, table: etree._Element) -> None:
        rows: list[list[str]] = []
        headers = 0
        for row in table.iter(f"{W}tr"):
            if _nearest_table(row) is not table or row.find(f"{W}trPr/{W}del") is not None:
                continue
            cells: list[str] = []
            for cell in _cells(row):
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                merged = cell.find(f"{W}tcPr/{W}vMerge")
                goes_on = merged is not None and merged.get(f"{W}val") != "restart"
                cells.append("" if goes_on else self._cell_words(cell))
                cells.extend([""] * (min(_number(span), 60) - 1))
            if (
                row.find(f"{W}trPr/{W}tblHeader") is not None
                and headers == len(rows)
                and any(c.strip() for c in cells)
            ):
                headers += 1
            if any(c.strip() for c in cells):
                rows.append(cells)
        if len(rows) == 1 and len([c for c in rows[0] if c.strip()]) == 1:
            self.writer.paragraph(next(c for c in rows[0] if c.strip()))
            return
        self.writer.table(rows, min(headers, max(len(rows) - 1, 0)) or None)

    def _cell_words(self, cell: etree._Element) -> str:
        """Return a cell's words, those of tables within it too."""
        return " ".join(
            _words(p, self._cited)[0].strip()
            for p in cell.iter(f"{W}p")
            if not _has_ancestor(p, f"{_CHOICE}Fallback")
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
        ):
            stack.extend(reversed(element))


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells of a row, content controls opened up."""
    stack = list(reversed(row))
    while stack:
        element = stack.pop()
        if element.tag == f"{W}tc":
            yield element
        elif element.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins"):
            stack.extend(reversed(element))


def _words(paragraph: etree._Element, cited: list[str] | None = None) -> tuple[str, bool]:
    """Return a paragraph's words as they stand when changes are accepted, and whether all are set in bold."""
    parts: list[str] = []
    is_bold, has_words = True, False
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        tag = element.tag
        if tag in _GONE or tag in _APART:
            continue
        if tag == f"{W}t":
            text = element.text or ""
            parts.append(text)
            if text.strip():
                has_words = True
                is_bold = is_bold and _is_bold(element)
        elif tag in (f"{W}tab", f"{W}ptab"):
            parts.append(" ")
        elif tag in (f"{W}br", f"{W}cr"):
            parts.append("\n")
        elif tag == f"{W}noBreakHyphen":
            parts.append("-")
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference") and cited is not None:
            cited.append(tag[len(W) :].removesuffix("Reference") + (element.get(f"{W}id") or ""))
        else:
            stack.extend(reversed(element))
    return "".join(parts), is_bold and has_words


def _is_bold(text: etree._Element) -> bool:
    run = text.getparent()
    mark = run.find(f"{W}rPr/{W}b") if run is not None else None
    return mark is not None and mark.get(f"{W}val") not in ("0", "false", "off")


def _has_ancestor(element: etree._Element, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None


def _nearest_table(row: etree._Element) -> etree._Element | None:
    return next(row.iterancestors(f"{W}tbl"), None)


def _number(element: etree._Element | None) -> int:
    value = element.get(f"{W}val") if element is not None else None
    return int(value) if value and value.isdecimal() and len(value) < 5 else 1
