"""Claims about scanned pages; those that read words from pictures need Tesseract with Swedish."""

import io
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from knowledge.errors import UnreadableDocumentError
from knowledge.facts import DecisionFact, DissentFact, MatterFact
from knowledge.kinds import recognise
from knowledge.parsing.minutes import read_minutes
from knowledge.reading import ReadingPool, ocr

LINES = (
    "PROTOKOLL",
    "Regionstyrelsen, Region Sjöland",
    "Sammanträdesdatum 2026-03-04",
    "",
    "§ 12 Minska hyrberoendet",
    "Diarienummer RS 68-2026",
    "Beslut",
    "Regionstyrelsen beslutar att godkänna direktivet för Minska hyrberoendet.",
    "Reservation",
    "Åsa Öberg (V) reserverar sig mot beslutet.",
)
needs_tesseract = pytest.mark.skipif(
    not ocr.is_available(),
    reason="Tesseract with Swedish (tesseract-ocr-swe) is not installed",
)


def pages_of(*pages: tuple[str, ...]) -> bytes:
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4)
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.setFont("Helvetica", 11)
            canvas.drawString(60, 780 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def scanned(data: bytes, after: bytes = b"") -> bytes:
    """Return a PDF of the pages as pictures, after the pages of another as they are."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4)
    for page in pypdfium2.PdfDocument(data):
        canvas.drawImage(ImageReader(page.render(scale=2.5, grayscale=True).to_pil()), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    if not after:
        return written.getvalue()
    joined, pictures = pypdfium2.PdfDocument(after), pypdfium2.PdfDocument(written.getvalue())
    joined.import_pages(pictures)
    written = io.BytesIO()
    joined.save(written)
    return written.getvalue()


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "protokoll.pdf"
    path.write_bytes(scanned(pages_of(LINES, ("Sidan två handlar om övriga frågor.",))))
    return path


def test_a_scan_that_cannot_be_read_tells_what_to_install(scan: Path) -> None:
    with ReadingPool(ocr_seconds=0) as pool, pytest.raises(UnreadableDocumentError) as told:
        pool.read(scan)
    assert "inskannad" in told.value.reason
    assert "tesseract-ocr-swe" in told.value.reason


@needs_tesseract
def test_the_facts_of_scanned_minutes_are_read_with_page_and_quote(scan: Path) -> None:
    with ReadingPool() as pool:
        document = pool.read(scan)
    assert document.page_of(document.text.index("Sidan två")) == 2
    assert any("texttolkade" in warning for warning in document.warnings)
    facts = read_minutes(document, recognise(document, scan.name))
    (matter,) = (fact for fact in facts if isinstance(fact, MatterFact))
    (decision,) = (fact for fact in facts if isinstance(fact, DecisionFact))
    (dissent,) = (fact for fact in facts if isinstance(fact, DissentFact))
    assert (matter.paragraph, matter.subject) == ("§ 12", "Minska hyrberoendet")
    assert "godkänna direktivet" in decision.span.quote(document.text)
    assert dissent.who == ("Åsa Öberg (V)",)


@needs_tesseract
def test_scanned_pages_among_others_are_read_in_their_place(tmp_path: Path) -> None:
    typed, pictured = ("En sida med vanlig text om årets plan.",), ("En inskannad bilaga om återstoden.",)
    path = tmp_path / "blandat.pdf"
    path.write_bytes(scanned(pages_of(pictured), after=pages_of(typed)))
    with ReadingPool() as pool:
        document = pool.read(path)
    assert document.page_of(document.text.index("vanlig text")) == 1
    assert document.page_of(document.text.index("inskannad bilaga")) == 2


@needs_tesseract
def test_a_picture_without_words_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "blank.pdf"
    path.write_bytes(scanned(pages_of(("",))))
    with ReadingPool() as pool, pytest.raises(UnreadableDocumentError, match="fann inga ord"):
        pool.read(path)


def test_without_ocr_the_pages_that_have_text_are_read_and_the_others_told(tmp_path: Path) -> None:
    path = tmp_path / "blandat.pdf"
    path.write_bytes(
        scanned(pages_of(("Bild.",)), after=pages_of(("En sida med vanlig text om årets plan.",)))
    )
    with ReadingPool(ocr_seconds=0) as pool:
        document = pool.read(path)
    assert "vanlig text" in document.text
    assert any("kan vara inskannade" in warning for warning in document.warnings)
