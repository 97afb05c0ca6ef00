import io
from collections.abc import Callable

import pypdf
import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from knowledge.blocks import Block, BlockKind, ReadDocument
from knowledge.errors import UnreadableDocumentError
from knowledge.reading.pdf import read_pdf

STYLES = getSampleStyleSheet()
ROWS = 30


def styled(words: str, style: str = "BodyText") -> Paragraph:
    return Paragraph(words, STYLES[style])


def furnish(canvas: Canvas, page: object) -> None:
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, 810, "Region Exempel")
    canvas.drawString(480, 20, f"Sida {page.page} (3)")


@pytest.fixture(scope="module")
def data() -> bytes:
    written = io.BytesIO()
    rows: list[list[object]] = [["Aktivitet", "Start", "Ansvarig"]]
    for number in range(ROWS):
        activity = f"Kartlägga nuläget i samtliga förvaltningar och föreslå åtgärd {number}"
        rows.append(
            [styled(activity), f"2027-01-{number + 1:02}", styled("Enhetschef för planering och uppföljning")]
        )
    table = Table(
        rows, colWidths=[200, 80, 120], repeatRows=1, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    )
    SimpleDocTemplate(written, pagesize=A4).build(
        [
            styled("Nämndplan 2027 för regionstyrelsen", "Title"),
            styled("Bakgrund till planen", "Heading2"),
            styled("Regionfullmäktige har beslutat om mål för verksamheten. " * 9),
            styled("Ett andra stycke börjar här."),
            styled("Tidplan", "Heading2"),
            table,
            styled("Risker", "Heading2"),
            styled("Rekryteringen kan dra ut på tiden."),
        ],
        onFirstPage=furnish,
        onLaterPages=furnish,
    )
    return written.getvalue()


@pytest.fixture(scope="module")
def document(data: bytes) -> ReadDocument:
    return read_pdf(data)


def test_headings_are_seen_by_their_type(
    document: ReadDocument, named: Callable[[ReadDocument], list[str]]
) -> None:
    assert named(document) == [
        "Nämndplan 2027 för regionstyrelsen",
        "Bakgrund till planen",
        "Tidplan",
        "Risker",
    ]
    levels = [b.level for b in document.blocks if b.kind is BlockKind.HEADING]
    assert levels == [1, 2, 2, 2]


def test_paragraphs_are_parted_by_the_room_between_them(document: ReadDocument) -> None:
    paragraphs = [b.text for b in document.blocks if b.kind is BlockKind.PARAGRAPH]
    assert "Ett andra stycke börjar här." in paragraphs
    assert any(text.count("Regionfullmäktige") == 9 for text in paragraphs)


def test_a_ruled_table_gives_cells_across_pages(
    document: ReadDocument, rows: Callable[[ReadDocument], list[Block]]
) -> None:
    found = rows(document)
    body = [row for row in found if not row.is_header]
    assert len(body) == ROWS
    assert {row.table for row in found} == {1}
    assert [c.text for c in body[3].cells] == [
        "Kartlägga nuläget i samtliga förvaltningar och föreslå åtgärd 3",
        "2027-01-04",
        "Enhetschef för planering och uppföljning",
    ]
    assert all([h.text for h in row.header] == ["Aktivitet", "Start", "Ansvarig"] for row in body)


def test_pages_and_places(document: ReadDocument, holds: Callable[[ReadDocument], None]) -> None:
    holds(document)
    assert document.text.index("Region Exempel") == 0
    assert {block.page for block in document.blocks} == {1, 2, 3}
    assert all(document.page_of(block.span.start) == block.page for block in document.blocks)
    assert not any("Sida 1" in block.text for block in document.blocks)


def drawn(*pages: str) -> bytes:
    written = io.BytesIO()
    canvas = Canvas(written)
    for words in pages:
        canvas.drawString(60, 700, words)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def test_a_page_that_says_the_same_as_the_others_is_not_all_furniture() -> None:
    document = read_pdf(drawn(*["Ärendet återrapporteras senast i mars."] * 4))
    assert len(document.blocks) == 4


def test_a_bullet_written_with_an_unused_code_begins_a_list_item() -> None:
    items = ["Egna medarbetare", "Kortare väntan"]
    written = io.BytesIO()
    SimpleDocTemplate(written).build([Paragraph(item, STYLES["Normal"], bulletText="•") for item in items])
    assert b"\\177" in pypdf.PdfReader(written).pages[0].get_contents().get_data()
    blocks = read_pdf(written.getvalue()).blocks
    assert [(block.kind, block.text) for block in blocks] == [(BlockKind.LIST_ITEM, item) for item in items]


def test_a_locked_file_is_said_to_be_locked() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(drawn("Hemligt")))
    writer.encrypt("lösen", algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    with pytest.raises(UnreadableDocumentError, match="krypterad"):
        read_pdf(written.getvalue())


def test_a_file_without_words_is_refused() -> None:
    with pytest.raises(UnreadableDocumentError, match="ingen text"):
        read_pdf(drawn(""))


def test_a_torn_file_is_said_to_be_damaged(data: bytes) -> None:
    with pytest.raises(UnreadableDocumentError, match="skadad"):
        read_pdf(data[: len(data) // 5])
