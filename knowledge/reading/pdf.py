"""PDF to blocks: the page texts in reading order, with the cells of ruled tables found by their lines."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from math import sqrt
from time import monotonic

import pdfplumber
from pdfplumber.page import Page
from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from knowledge.blocks import ReadDocument
from knowledge.errors import UnreadableDocumentError
from knowledge.reading.lines import split_lines
from knowledge.reading.page_type import TypeRun, set_in_type
from knowledge.reading.plain_text import blocks_of
from knowledge.reading.ruled_tables import RuledRow, located_rows

_SCANNED = "PDF-filen är inskannad: den innehåller bilder men ingen text. Den behöver texttolkas (OCR) innan den kan läsas."
_DAMAGED = "PDF-filen är skadad och gick inte att läsa."
_LOCKED = "PDF-filen är krypterad eller lösenordsskyddad."
_MOST_PAGES = 3000
_MOST_CHARACTERS = 30_000_000
_LEAST_PER_PAGE = 8
_TABLE_SECONDS = 25.0
_LEAST_LINES = 6
_SLACK = 400


@dataclass(frozen=True, slots=True)
class _PageText:
    """A page's words and the type they are set in."""

    text: str
    runs: tuple[TypeRun, ...]


def read_pdf(data: bytes) -> ReadDocument:
    """Return the blocks of a PDF; raise UnreadableDocumentError when it is scanned, locked or damaged."""
    reader = _opened(data)
    read, warnings = _page_texts(reader)
    pages = [page.text for page in read]
    if sum(len(page.strip()) for page in pages) < _LEAST_PER_PAGE * max(1, len(pages)) // 2:
        raise UnreadableDocumentError(_SCANNED if _has_images(reader) else "PDF-filen innehåller ingen text.")
    starts = [0, *accumulate(len(page) + 1 for page in pages[:-1])]
    text = "\n".join(pages)
    rows, more = _ruled_rows(data, pages, starts)
    empty = sum(1 for page in pages if not page.strip())
    if empty and empty < len(pages) and _has_images(reader):
        warnings.append(f"{empty} av {len(pages)} sidor saknar text och kan vara inskannade.")
    page_starts = tuple(starts)
    runs = [run.moved(start) for start, page in zip(starts, read, strict=True) for run in page.runs]
    blocks = blocks_of(text, set_in_type(split_lines(text, page_starts), runs), rows)
    return ReadDocument(text, blocks, page_starts, _properties(reader), tuple(warnings + more))


def _opened(data: bytes) -> PdfReader:
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        is_locked = reader.is_encrypted and not reader.decrypt("")
        pages = 0 if is_locked else len(reader.pages)
    except (
        Exception
    ) as error:  # a damaged file makes the parser raise almost anything, from KeyError to RecursionError
        if "encrypt" in str(error).lower() or "crypto" in type(error).__name__.lower():
            raise UnreadableDocumentError(_LOCKED) from error
        raise UnreadableDocumentError(_DAMAGED) from error
    if is_locked:
        raise UnreadableDocumentError(_LOCKED)
    if not pages:
        raise UnreadableDocumentError("PDF-filen har inga sidor.")
    return reader


def _page_texts(reader: PdfReader) -> tuple[list[_PageText], list[str]]:
    """Return each page's text, and warnings for the pages that could not be read."""
    pages: list[_PageText] = []
    warnings: list[str] = []
    count = len(reader.pages)
    if count > _MOST_PAGES:
        warnings.append(f"Bara de första {_MOST_PAGES} av {count} sidor lästes.")
    total = 0
    for number in range(min(count, _MOST_PAGES)):
        try:
            page = _page_text(reader.pages[number])
        except Exception:  # noqa: BLE001  one damaged page must not cost the others; the parser raises almost anything
            warnings.append(f"Sidan {number + 1} är skadad och lästes inte.")
            page = _PageText("", ())
        pages.append(page)
        total += len(page.text)
        if total > _MOST_CHARACTERS:
            warnings.append(f"Texten är så lång att bara de första {number + 1} sidorna lästes.")
            break
    if warnings and not any(page.text.strip() for page in pages):
        raise UnreadableDocumentError(_DAMAGED)
    return pages, warnings


def _page_text(page: PageObject) -> _PageText:
    """Return the words of a page and the type that they are set in."""
    drawn: list[tuple[str, float, bool, float]] = []

    def note(
        words: str, scale: list[float], place: list[float], font: Mapping[str, object] | None, size: float
    ) -> None:
        if words.strip():
            stretch = sqrt(
                abs(place[0] * place[3] - place[1] * place[2])
                * abs(scale[0] * scale[3] - scale[1] * scale[2])
            )
            height = place[4] * scale[1] + place[5] * scale[3] + scale[5]
            drawn.append((words.strip(), round(size * stretch, 1), _is_bold(font), height))

    words = page.extract_text(visitor_text=note) or ""
    words = words.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    words = words.encode("utf-8", "replace").decode("utf-8")
    runs: list[TypeRun] = []
    position = 0
    for chunk, size, is_bold, height in drawn:
        start = words.find(chunk, position, position + len(chunk) + _SLACK)
        if start >= 0:
            position = start + len(chunk)
            runs.append(TypeRun(start, position, size, is_bold, height))
    return _PageText(words, tuple(runs))


def _is_bold(font: Mapping[str, object] | None) -> bool:
    name = str(font.get("/BaseFont", "")) if font else ""
    return any(mark in name for mark in ("Bold", "bold", "Black", "Semibold", "Heavy"))


def _has_images(reader: PdfReader) -> bool:
    """Tell whether any of the first pages shows an image."""
    for page in reader.pages[:5]:
        try:
            resources = page.get("/Resources")
            objects = resources.get_object().get("/XObject") if resources is not None else None
            if objects is not None and any(
                o.get_object().get("/Subtype") == "/Image" for o in objects.get_object().values()
            ):
                return True
        except (PyPdfError, AttributeError, KeyError, TypeError, ValueError):
            continue
    return False


def _properties(reader: PdfReader) -> tuple[tuple[str, str], ...]:
    """Return what the file says of itself."""
    try:
        found: Mapping[str, object] = reader.metadata or {}
        named = (
            ("title", found.get("/Title")),
            ("author", found.get("/Author")),
            ("created", found.get("/CreationDate")),
        )
        return tuple((key, str(value).strip()) for key, value in named if value and str(value).strip())
    except (PyPdfError, AttributeError, KeyError, TypeError, ValueError):
        return ()


def _ruled_rows(data: bytes, pages: list[str], starts: list[int]) -> tuple[list[RuledRow], list[str]]:
    """Return the rows of the tables that have lines drawn around their cells, and a warning when time ran out."""
    rows: list[RuledRow] = []
    until = monotonic() + _TABLE_SECONDS
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            for number, page in enumerate(document.pages[: len(pages)]):
                if monotonic() > until:
                    return rows, [f"Tabeller söktes bara på de första {number} sidorna: dokumentet är stort."]
                for table in _tables(page):
                    rows.extend(located_rows(table, pages[number], starts[number], number + 1))
                page.close()
    except Exception:  # noqa: BLE001  tables only improve on text already read; this parser too raises almost anything
        return rows, ["Tabellerna i PDF-filen kunde inte tolkas; de lästes som löpande text."]
    rows.sort(key=lambda row: row.start)
    return rows, []


def _tables(page: Page) -> list[list[list[str | None]]]:
    """Return the words in the cells of a page's ruled tables."""
    if len(page.lines) + len(page.rects) + len(page.curves) < _LEAST_LINES:
        return []
    return [
        table
        for found in page.find_tables()
        if (table := found.extract()) and len(table) > 1 and len(table[0]) > 1
    ]
