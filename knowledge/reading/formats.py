"""Read a file: its format told by what it holds, then by its name."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from knowledge.blocks import ReadDocument
from knowledge.errors import UnreadableDocumentError
from knowledge.reading.calendar_csv import read_calendar_csv
from knowledge.reading.calendar_ics import is_icalendar, read_icalendar
from knowledge.reading.decoding import decoded
from knowledge.reading.docx import read_docx
from knowledge.reading.html import looks_like_html, read_html
from knowledge.reading.markdown import read_markdown
from knowledge.reading.pdf import read_pdf
from knowledge.reading.plain_text import read_plain_text

LARGEST_FILE = 100 * 1024 * 1024
_LARGEST_TEXT = 30 * 1024 * 1024
_MARKDOWN = {".md", ".markdown"}
_TEXT = {".txt", ".text"}
_HTML = {".html", ".htm", ".xhtml"}
_LIST, _CALENDAR = ".csv", ".ics"
READABLE_SUFFIXES = frozenset({*_MARKDOWN, ".txt", ".text", *_HTML, ".docx", ".pdf", _LIST, _CALENDAR})
_INVISIBLE = " \t\n\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_OTHER_SIGNATURES = (
    (
        _COMPOUND,
        "Filen är i ett äldre Office-format (till exempel .doc). Spara om den som .docx eller .pdf.",
    ),
    (b"{\\rtf", "Filen är i formatet RTF. Spara om den som .docx eller .pdf."),
    (b"\x89PNG", "Filen är en bild. Den behöver texttolkas (OCR) innan den kan läsas."),
    (b"\xff\xd8\xff", "Filen är en bild. Den behöver texttolkas (OCR) innan den kan läsas."),
    (b"GIF8", "Filen är en bild. Den behöver texttolkas (OCR) innan den kan läsas."),
    (b"II*\x00", "Filen är en bild. Den behöver texttolkas (OCR) innan den kan läsas."),
    (b"MM\x00*", "Filen är en bild. Den behöver texttolkas (OCR) innan den kan läsas."),
    (b"\x1f\x8b", "Filen är ett komprimerat arkiv. Packa upp det först."),
    (b"7z\xbc\xaf", "Filen är ett komprimerat arkiv. Packa upp det först."),
    (b"Rar!", "Filen är ett komprimerat arkiv. Packa upp det först."),
    (b"\x7fELF", "Filen är ett program, inte ett dokument."),
    (b"MZ\x90", "Filen är ett program, inte ett dokument."),
)


class FileFormat(StrEnum):
    """The formats that can be read."""

    TEXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    CSV = "csv"
    ICALENDAR = "ics"


_READERS: dict[FileFormat, Callable[[str], ReadDocument]] = {
    FileFormat.TEXT: read_plain_text,
    FileFormat.MARKDOWN: read_markdown,
    FileFormat.CSV: read_calendar_csv,
    FileFormat.ICALENDAR: read_icalendar,
}


def read_document(path: Path) -> ReadDocument:
    """Return what the file holds; raise UnreadableDocumentError, with the reason in Swedish, when it cannot be read."""
    return read_bytes(load(path), path.suffix)


def load(path: Path) -> bytes:
    """Return the bytes of a file that is there, is not empty and is not too large."""
    if path.is_symlink() and _leads_out(path):
        raise UnreadableDocumentError("Filen är en länk till en plats utanför sin mapp och lästes inte.")
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise UnreadableDocumentError("Det är ingen fil.")
        if size > LARGEST_FILE:
            raise UnreadableDocumentError(
                f"Filen är för stor ({size // 1_048_576} MB). Gränsen är {LARGEST_FILE // 1_048_576} MB."
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableDocumentError("Filen finns inte.") from None
    except PermissionError:
        raise UnreadableDocumentError("Filen får inte läsas: behörighet saknas.") from None
    except OSError as error:
        raise UnreadableDocumentError(
            f"Filen gick inte att läsa från disken ({error.strerror or 'okänt fel'})."
        ) from error
    if not data.strip(b"\0 \t\r\n\f\xef\xbb\xbf\xff\xfe"):
        raise UnreadableDocumentError("Filen är tom.")
    return data


def _leads_out(link: Path) -> bool:
    """Tell whether a link points outside the folder that it stands in."""
    try:
        return not link.resolve(strict=True).is_relative_to(link.parent.resolve())
    except (OSError, RuntimeError):
        return False  # broken or circular: opening it will say so


def format_of(data: bytes, suffix: str) -> FileFormat:
    """Return the format of a file's bytes; the suffix decides only between formats that look alike."""
    start = data[:2048]
    if b"%PDF-" in start[:1024]:
        return FileFormat.PDF
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return FileFormat.DOCX
    if start.startswith(_COMPOUND) and _ENCRYPTED_PACKAGE in data:
        raise UnreadableDocumentError("Filen är krypterad eller lösenordsskyddad.")
    for signature, reason in _OTHER_SIGNATURES:
        if start.startswith(signature):
            raise UnreadableDocumentError(reason)
    suffix = suffix.lower()
    if suffix == _CALENDAR or is_icalendar(start.decode("utf-8", errors="ignore")):
        return FileFormat.ICALENDAR
    if suffix == _LIST:
        return FileFormat.CSV
    if suffix in _HTML or looks_like_html(start):
        return FileFormat.HTML
    if suffix in _MARKDOWN:
        return FileFormat.MARKDOWN
    if suffix in _TEXT:
        return FileFormat.TEXT
    if suffix in {".pdf", ".docx"}:
        if b"\0" in start or min(start) < 9:
            raise UnreadableDocumentError(f"Filen är skadad: den är inte någon riktig {suffix}-fil.")
        return FileFormat.TEXT
    raise UnreadableDocumentError(
        f"Filer av typen {suffix} kan inte läsas. Det går med .txt, .md, .html, .docx och .pdf, "
        "och för sammanträdesplaner även .csv och .ics."
    )


def read_bytes(data: bytes, suffix: str, *, with_ocr: bool = False) -> ReadDocument:
    """Return what a file's bytes hold; raise UnreadableDocumentError when they cannot be read."""
    found = format_of(data, suffix)
    if found is FileFormat.PDF:
        document = read_pdf(data, with_ocr=with_ocr)
    elif found is FileFormat.DOCX:
        document = read_docx(data)
    else:
        if len(data) > _LARGEST_TEXT:
            raise UnreadableDocumentError(
                f"Texten är för stor ({len(data) // 1_048_576} MB). Gränsen är {_LARGEST_TEXT // 1_048_576} MB."
            )
        text = decoded(data)
        document = read_html(text) if found is FileFormat.HTML else _READERS[found](text)
    if not any(block.text.strip(_INVISIBLE) for block in document.blocks):
        raise UnreadableDocumentError("Dokumentet är tomt: det innehåller ingen text.")
    return _noting(document, found, suffix)


def _noting(document: ReadDocument, found: FileFormat, suffix: str) -> ReadDocument:
    """Return the document with a warning when its name says another format than its content."""
    named = suffix.lower().lstrip(".")
    expected = {
        "pdf": FileFormat.PDF,
        "docx": FileFormat.DOCX,
        "html": FileFormat.HTML,
        "htm": FileFormat.HTML,
    }.get(named)
    is_odd = (expected is not None and expected is not found) or (
        expected is None and found in (FileFormat.PDF, FileFormat.DOCX)
    )
    if not is_odd:
        return document
    warning = f"Filen heter .{named} men är i formatet {found}. Den lästes som {found}."
    return replace(document, warnings=(*document.warnings, warning))
