"""PDF to blocks: the page texts in reading order, with the cells of ruled tables found by their lines."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from math import sqrt

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from knowledge.blocks import ReadDocument
from knowledge.errors import ScannedDocumentError, UnreadableDocumentError
from knowledge.reading import ocr
from knowledge.reading.lines import split_lines
from knowledge.reading.page_type import TypeRun, set_in_type
from knowledge.reading.pdf_tables import ruled_rows
from knowledge.reading.plain_text import blocks_of

_SCANNED = "PDF-filen är inskannad: den innehåller bilder men ingen text."
_DAMAGED = "PDF-filen är skadad och gick inte att läsa."
_LOCKED = "PDF-filen är krypterad eller lösenordsskyddad."
_MOST_PAGES = 3000
_MOST_CHARACTERS = 30_000_000
_LEAST_PER_PAGE = 8
_SLACK = 400
# The codes that a PDF's common encoding (WinAnsi) leaves unused mean a bullet; the parser passes this one on as it is.
_UNUSED_CODE = ("\x7f", "•")


@dataclass(frozen=True, slots=True)
class _PageText:
    """A page's words and the type they are set in."""

    text: str
    runs: tuple[TypeRun, ...]


def read_pdf(data: bytes, *, with_ocr: bool = False) -> ReadDocument:
    """Return the blocks of a PDF; raise UnreadableDocumentError when it is scanned, locked or damaged.

    `with_ocr` reads the words of scanned pages too, some seconds a page, and may only be asked for where
    `ocr.is_available`.
    """
    reader = _opened(data)
    read, warnings = _page_texts(reader)
    if with_ocr:
        read, more = _with_scans(data, read)
        warnings += more
    pages = [page.text for page in read]
    if sum(len(page.strip()) for page in pages) < _LEAST_PER_PAGE * max(1, len(pages)) // 2:
        if not _has_images(reader):
            raise UnreadableDocumentError("PDF-filen innehåller ingen text.")
        if with_ocr:
            raise UnreadableDocumentError(f"{_SCANNED} Texttolkningen (OCR) fann inga ord i bilderna.")
        raise ScannedDocumentError(f"{_SCANNED} {ocr.HOW_TO_INSTALL}")
    starts = [0, *accumulate(len(page) + 1 for page in pages[:-1])]
    text = "\n".join(pages)
    rows, more = ruled_rows(data, pages, starts)
    empty = sum(1 for page in pages if not page.strip())
    has_scans = bool(empty) and empty < len(pages) and _has_images(reader)
    if has_scans:
        warnings.append(f"{empty} av {len(pages)} sidor saknar text och kan vara inskannade.")
    page_starts = tuple(starts)
    runs = [run.moved(start) for start, page in zip(starts, read, strict=True) for run in page.runs]
    blocks = blocks_of(text, set_in_type(split_lines(text, page_starts), runs), rows)
    return ReadDocument(
        text,
        blocks,
        page_starts,
        _properties(reader),
        tuple(warnings + more),
        has_unread_scans=has_scans and not with_ocr,
    )


def _with_scans(data: bytes, pages: list[_PageText]) -> tuple[list[_PageText], list[str]]:
    """Return the pages with the words of those that hold none read from their pictures."""
    empty = [number for number, page in enumerate(pages) if len(page.text.strip()) < _LEAST_PER_PAGE]
    found = ocr.page_texts(data, empty)
    read = sum(1 for text in found.values() if text)
    warnings = []
    if read:
        warnings.append(
            f"{read} av {len(pages)} sidor är inskannade och texttolkade (OCR): ord och siffror kan vara fel lästa."
        )
    if len(empty) > len(found):
        warnings.append(f"Bara de första {len(found)} inskannade sidorna texttolkades.")
    return [
        _PageText(found[number], ()) if found.get(number) else page for number, page in enumerate(pages)
    ], warnings


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
            drawn.append(
                (words.strip().replace(*_UNUSED_CODE), round(size * stretch, 1), _is_bold(font), height)
            )

    words = page.extract_text(visitor_text=note) or ""
    words = words.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").replace(*_UNUSED_CODE)
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
