"""Scanned pages to text with Tesseract: optional, and only where the program and its Swedish are installed.

The program is called as it is; a library around it would do no more, and load a good deal with it.
"""

import shutil
import subprocess
from collections.abc import Collection, Mapping
from functools import cache

import pypdfium2

from knowledge.errors import UnreadableDocumentError

HOW_TO_INSTALL = (
    "Den behöver texttolkas (OCR): installera tesseract-ocr och tesseract-ocr-swe på servern, "
    "eller spara filen med text, och läs in den igen."
)
MOST_PAGES = 200
_SWEDISH = "swe"
_SIGNS = "eng"  # knows §, which the Swedish letters do not hold; comes with the program
_DOTS_AN_INCH = 300
_POINTS_AN_INCH = 72
_MOST_DOTS = 25_000_000
_SECONDS_A_PAGE = 40


def is_available() -> bool:
    """Tell whether scanned pages can be read here."""
    return _SWEDISH in _languages()


def page_texts(data: bytes, numbers: Collection[int]) -> Mapping[int, str]:
    """Return the words on the pages of a PDF with these numbers (from 0); a page that cannot be read has none."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocumentError(
            "Den inskannade PDF-filen är skadad och kunde inte texttolkas."
        ) from error
    try:
        return {number: _page_text(document, number) for number in sorted(numbers)[:MOST_PAGES]}
    finally:
        document.close()


@cache
def _languages() -> frozenset[str]:
    program = shutil.which("tesseract")
    if program is None:
        return frozenset()
    try:
        told = subprocess.run([program, "--list-langs"], capture_output=True, timeout=20, check=True)  # noqa: S603  our own words
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(told.stdout.decode(errors="replace").split())


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    letters = "+".join(each for each in (_SWEDISH, _SIGNS) if each in _languages())
    # The gaps between words are kept, since those between columns tell a table.
    asked = ["tesseract", "stdin", "stdout", "-l", letters, "-c", "preserve_interword_spaces=1"]
    try:
        picture = _picture(document, number)
        read = subprocess.run(  # noqa: S603  nothing of the file is among the words; its picture comes through a pipe
            asked, input=picture, capture_output=True, timeout=_SECONDS_A_PAGE, check=True
        )
    except (pypdfium2.PdfiumError, OSError, ValueError, subprocess.SubprocessError):
        return ""
    return read.stdout.decode(errors="replace").replace("\f", "").replace("\0", "").strip()


def _picture(document: pypdfium2.PdfDocument, number: int) -> bytes:
    """Return a page as a grey picture (PGM)."""
    page = document[number]
    width, height = page.get_size()
    scale = _DOTS_AN_INCH / _POINTS_AN_INCH
    scale *= min(1.0, (_MOST_DOTS / max(width * height * scale * scale, 1.0)) ** 0.5)
    drawn = page.render(scale=scale, grayscale=True)
    lines = memoryview(drawn.buffer).cast("B")
    rows = (lines[row * drawn.stride : row * drawn.stride + drawn.width] for row in range(drawn.height))
    return b"P5 %d %d 255\n" % (drawn.width, drawn.height) + b"".join(rows)
