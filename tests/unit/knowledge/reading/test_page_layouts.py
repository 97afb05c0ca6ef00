"""PDF pages as organisations lay them out: columns, tables that a page end cuts, joined cells, furniture on every page."""

import io
from collections.abc import Callable, Sequence
from functools import partial

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

from knowledge.blocks import Block, BlockKind, ReadDocument
from knowledge.reading.pdf import read_pdf
from tests.reading_fakes import PLAN_OF_JOINED_CELLS as PLAN

STYLES = getSampleStyleSheet()
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
HEADER = ["Aktivitet", "Roll", "Ansvarig"]
JOINED = [((0, 0), (0, 1)), ((1, 0), (1, 1)), ((2, 0), (3, 0)), ((4, 0), (4, 1)), ((0, 2), (0, 3))]
COUNTED = ["{page} (63)", "Sida {page} av 63", "Sida {page}(63)"]


def styled(words: str, style: str = "BodyText") -> Paragraph:
    return Paragraph(words, STYLES[style])


def furnish(counter: str, canvas: Canvas, page: BaseDocTemplate) -> None:
    """Print what minutes print on every page: board, kind, counter, the rest of a matter, and who signs."""
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, 815, "Kommunstyrelsen")
    canvas.drawString(250, 815, "SAMMANTRÄDESPROTOKOLL")
    canvas.drawString(480, 815, counter.format(page=page.page))
    canvas.drawString(60, 800, "Sammanträdesdatum 2026-10-20")
    if page.page > 1:
        canvas.drawString(60, 785, "forts. § 41")
    canvas.drawString(60, 30, "Justerandes sign")
    canvas.drawString(300, 30, "Utdragsbestyrkande")


def pages(flow: Sequence[Flowable], counter: str = COUNTED[0]) -> ReadDocument:
    written = io.BytesIO()
    draw = partial(furnish, counter)
    SimpleDocTemplate(written, pagesize=A4).build(list(flow), onFirstPage=draw, onLaterPages=draw)
    return read_pdf(written.getvalue())


def columns(flow: Sequence[Flowable]) -> ReadDocument:
    written = io.BytesIO()
    document = BaseDocTemplate(written, pagesize=A4)
    frames = [Frame(left, 60, 240, 700, id=str(left)) for left in (50, 305)]
    document.addPageTemplates([PageTemplate(frames=frames, onPage=partial(furnish, COUNTED[0]))])
    document.build(list(flow))
    return read_pdf(written.getvalue())


def words(blocks: list[Block]) -> list[list[str]]:
    return [[cell.text for cell in block.cells] for block in blocks]


@pytest.mark.parametrize("repeated", [0, 1])
def test_a_table_that_a_page_end_cuts_is_one_whose_rows_all_have_the_header(
    repeated: int, rows: Callable[[ReadDocument], list[Block]], holds: Callable[[ReadDocument], None]
) -> None:
    body = [[styled(f"Kartlägga läget, del {letter}"), "Stöd", "Eva Ek"] for letter in "abcdefghij" * 6]
    document = pages(
        [styled("Plan", "Title"), Table([HEADER, *body], [200, 80, 120], repeatRows=repeated, style=[GRID])]
    )
    found = [row for row in rows(document) if not row.is_header]
    assert len(found) == 60
    assert {row.page for row in found} == {1, 2}
    assert {row.table for row in found} == {1}
    assert {tuple(name.text for name in row.header) for row in found} == {tuple(HEADER)}
    holds(document)


def test_a_table_after_words_on_the_next_page_names_its_own_columns(
    rows: Callable[[ReadDocument], list[Block]],
) -> None:
    table = partial(Table, colWidths=[200, 80, 120], style=[GRID])
    document = pages(
        [
            table([HEADER, ["Kartlägga", "Stöd", "Eva Ek"]]),
            Spacer(1, 640),
            styled("Här kommer de risker som gruppen ser."),
            table([["Risk", "Följd", "Åtgärd"], ["Sena svar", "Dröjsmål", "Påminna"]]),
        ]
    )
    assert [row.page for row in rows(document)] == [1, 1, 2, 2]
    assert [[name.text for name in row.header] for row in rows(document)] == [
        [],
        HEADER,
        [],
        ["Risk", "Följd", "Åtgärd"],
    ]


def test_joined_cells_stand_in_every_row_that_they_cover(
    rows: Callable[[ReadDocument], list[Block]],
) -> None:
    spans = [("SPAN", first, last) for first, last in JOINED]
    document = pages([Table(PLAN, style=[GRID, ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *spans])])
    found = rows(document)
    assert [row.is_header for row in found] == [True, True, False, False, False]
    assert words(found)[2:] == [
        ["God hälsa", "Sjukfrånvaro", "6,1 %", "5,9 %", "5,5 %"],
        ["God hälsa", "Frisknärvaro", "61 %", "62 %", "65 %"],
        ["Hållbar miljö", "Utsläpp", "10", "9", "8"],
    ]
    names = ["Mål", "Indikator", "Utfall 2025", "Utfall 2026", "Mål 2027"]
    assert all([name.text for name in row.header] == names for row in found[2:])
    assert found[3].span.quote(document.text).startswith("Frisknärvaro")
    for cell in found[3].cells:
        assert cell.span().quote(document.text) == cell.text


def test_columns_are_read_one_after_the_other_and_sentences_stay_whole() -> None:
    sentences = [f"Mål {n}: nämnden ska arbeta för jämlik hälsa i hela kommunen." for n in range(1, 90)]
    document = columns([styled("Folkhälsoplan", "Title"), *map(styled, sentences)])
    assert {block.page for block in document.blocks} >= {1, 2}
    assert [b.text for b in document.blocks if b.text.startswith("Mål ")] == sentences


@pytest.mark.parametrize("counter", COUNTED)
def test_what_is_printed_on_every_page_parts_no_decision(counter: str) -> None:
    decision = "Kommunstyrelsen ger förvaltningen i uppdrag att utreda frågan om lokaler."
    document = pages(
        [
            styled("§ 41 Lokaler", "Heading2"),
            Spacer(1, 610),
            styled("Beslut", "Heading3"),
            *[styled(f"{number}. {decision}") for number in range(1, 5)],
        ],
        counter,
    )
    assert len(document.page_starts) == 2
    said = [block.text for block in document.blocks]
    assert sum(decision in text for text in said) == 4
    assert not any("(63)" in text or "av 63" in text or "forts" in text for text in said)
    assert not any("Justerandes" in text or "Utdragsbestyrkande" in text for text in said)
    assert sum("Sammanträdesdatum" in text for text in said) == 1
    assert [b.text for b in document.blocks if b.kind is BlockKind.HEADING][-2:] == ["§ 41 Lokaler", "Beslut"]
