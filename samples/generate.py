r"""Write the Word and PDF samples from the texts in `content/`: `python samples/generate.py`.

A text is named after the file it becomes, with `.in` added. A line starting with `@` is the document's title,
`!` a cover line, `#`, `##`, `###` a heading, `-` a list item, `|` a table row (the first one is the header);
`\page` breaks the page, `% header: left | right` and `% footer: left | right` are printed on every page.
Other lines are joined into paragraphs. Running it twice gives the same bytes.
"""

import datetime as dt
import io
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import docx
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, StyleSheet1, getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

HERE = Path(__file__).parent
CONTENT = HERE / "content"
SAMPLES = HERE / "region-sjoland"
WRITTEN = dt.datetime(2026, 11, 20, 8, 0, tzinfo=dt.UTC)


class Kind(Enum):
    """What a stretch of a sample text is."""

    TITLE = "@"
    COVER = "!"
    HEADING = "#"
    ITEM = "-"
    TABLE = "|"
    PAGE = "\\page"
    PARAGRAPH = ""


@dataclass(frozen=True)
class Stretch:
    """One heading, paragraph, list item, table or page break; `level` counts a heading's depth from 1."""

    kind: Kind
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class SampleText:
    """A sample's stretches and the (left, right) lines that every page carries."""

    title: str
    stretches: tuple[Stretch, ...]
    headers: tuple[tuple[str, str], ...] = ()
    footers: tuple[tuple[str, str], ...] = ()


def read_sample(path: Path) -> SampleText:
    """Read a text in the notation described at the top of this file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    stretches = tuple(stretches_of([line for line in lines if not line.startswith("%")]))
    return SampleText(
        title=next(stretch.text for stretch in stretches if stretch.kind is Kind.TITLE),
        stretches=stretches,
        headers=tuple(page_lines(lines, "% header:")),
        footers=tuple(page_lines(lines, "% footer:")),
    )


def page_lines(lines: Sequence[str], mark: str) -> Iterator[tuple[str, str]]:
    """Yield the left and right halves of the lines that start with `mark`."""
    for line in lines:
        if line.startswith(mark):
            left, _, right = line.removeprefix(mark).partition("|")
            yield left.strip(), right.strip()


def stretches_of(lines: Sequence[str]) -> Iterator[Stretch]:
    """Yield the stretches of a text, in order."""
    paragraph: list[str] = []
    rows: list[tuple[str, ...]] = []
    for line in [*lines, ""]:
        if rows and not line.startswith("|"):
            yield Stretch(Kind.TABLE, rows=tuple(rows))
            rows = []
        if paragraph and (not line or line[0] in "#!@|-\\"):
            yield Stretch(Kind.PARAGRAPH, " ".join(paragraph))
            paragraph = []
        if line.startswith("|"):
            rows.append(tuple(cell.strip() for cell in line.strip().strip("|").split("|")))
        elif line.startswith("#"):
            yield Stretch(Kind.HEADING, line.lstrip("# "), level=len(line) - len(line.lstrip("#")))
        elif line.startswith("\\page"):
            yield Stretch(Kind.PAGE)
        elif line.startswith(("@ ", "! ", "- ")):
            yield Stretch(Kind(line[0]), line[2:])
        elif line:
            paragraph.append(line)


def word_document(sample: SampleText) -> bytes:
    """Set the text as a Word file with real headings, lists and tables."""
    document = docx.Document()
    core = document.core_properties
    core.title, core.author, core.last_modified_by = sample.title, "Region Sjöland", "Region Sjöland"
    core.created = core.modified = WRITTEN.replace(tzinfo=None)
    for part, lines in (
        (document.sections[0].header, sample.headers),
        (document.sections[0].footer, sample.footers),
    ):
        if lines:
            part.paragraphs[0].text = "\n".join(" | ".join(filter(None, line)) for line in lines)
    for stretch in sample.stretches:
        match stretch.kind:
            case Kind.TITLE:
                document.add_heading(stretch.text, level=0)
            case Kind.HEADING:
                document.add_heading(stretch.text, level=stretch.level)
            case Kind.ITEM:
                document.add_paragraph(stretch.text, style="List Bullet")
            case Kind.PAGE:
                document.add_paragraph().paragraph_format.page_break_before = True
            case Kind.TABLE:
                table = document.add_table(
                    rows=len(stretch.rows), cols=len(stretch.rows[0]), style="Table Grid"
                )
                for row, values in zip(table.rows, stretch.rows, strict=True):
                    for cell, value in zip(row.cells, values, strict=True):
                        cell.text = value
            case Kind.COVER | Kind.PARAGRAPH:
                document.add_paragraph(stretch.text)
    written = io.BytesIO()
    document.save(written)
    return with_fixed_times(written.getvalue())


def with_fixed_times(archive: bytes) -> bytes:
    """Repack a zip file so that its entries carry one fixed time instead of the time of writing."""
    repacked = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(repacked, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, WRITTEN.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return repacked.getvalue()


def pdf_document(sample: SampleText) -> bytes:
    """Set the text as an A4 PDF with lines at the top and foot of every page and "page (pages)" at the top."""
    return pdf_with_pages(sample, pdf_with_pages(sample, None)[1])[0]


def pdf_with_pages(sample: SampleText, pages: int | None) -> tuple[bytes, int]:
    """Return the PDF and its number of pages; `pages` is the number printed, known from a first round."""

    def decorate(canvas: Canvas, template: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        for index, (left, right) in enumerate(sample.headers):
            top = A4[1] - (12 + 4 * index) * mm
            canvas.drawString(25 * mm, top, left)
            canvas.drawCentredString(A4[0] / 2, top, right)
        canvas.drawRightString(A4[0] - 25 * mm, A4[1] - 12 * mm, f"{template.page} ({pages})")
        for index, (left, right) in enumerate(sample.footers):
            canvas.drawString(25 * mm, (12 + 4 * index) * mm, left)
            canvas.drawRightString(A4[0] - 25 * mm, (12 + 4 * index) * mm, right)

    written = io.BytesIO()
    margins = {"leftMargin": 25 * mm, "rightMargin": 25 * mm, "topMargin": 26 * mm, "bottomMargin": 24 * mm}
    template = SimpleDocTemplate(
        written, pagesize=A4, title=sample.title, author="Region Sjöland", invariant=1, **margins
    )
    styles = getSampleStyleSheet()
    flow = [flowable for stretch in sample.stretches for flowable in flowables(stretch, styles)]
    template.build(flow, onFirstPage=decorate, onLaterPages=decorate)
    return written.getvalue(), template.page


def flowables(stretch: Stretch, styles: StyleSheet1) -> Iterator[Flowable]:
    """Yield what reportlab sets for one stretch."""
    match stretch.kind:
        case Kind.TITLE:
            yield Paragraph(stretch.text, styles["Title"])
        case Kind.HEADING:
            yield Paragraph(stretch.text, styles[f"Heading{stretch.level}"])
        case Kind.ITEM:
            yield Paragraph(stretch.text, styles["Normal"], bulletText="•")
        case Kind.PAGE:
            yield PageBreak()
        case Kind.TABLE:
            yield table_flowable(stretch.rows, styles)
            yield Spacer(0, 4 * mm)
        case Kind.COVER | Kind.PARAGRAPH:
            yield Paragraph(stretch.text, styles["Normal"])
            yield Spacer(0, 2 * mm)


def table_flowable(rows: tuple[tuple[str, ...], ...], styles: StyleSheet1) -> Table:
    """Return a ruled table whose header row is repeated on every page it reaches."""
    cell = ParagraphStyle("cell", styles["Normal"], fontSize=9, leading=11)
    longest = [min(max(map(len, column)), 40) + 9 for column in zip(*rows, strict=True)]
    widths = [(A4[0] - 50 * mm) * letters / sum(longest) for letters in longest]
    ruled = TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.5, colors.grey),
            ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    cells = [[Paragraph(value, cell) for value in row] for row in rows]
    return Table(cells, colWidths=widths, repeatRows=1, style=ruled)


def write_samples(content: Path, folder: Path) -> Iterator[Path]:
    """Write every document that `content` holds a text for into `folder`, and yield where each was written."""
    for source in sorted(content.glob("*.in")):
        target = folder / source.stem
        sample = read_sample(source)
        target.write_bytes(word_document(sample) if target.suffix == ".docx" else pdf_document(sample))
        yield target


def main() -> None:
    """Write every sample that `content/` holds a text for."""
    for target in write_samples(CONTENT, SAMPLES):
        print(target.relative_to(HERE), file=sys.stderr)


if __name__ == "__main__":
    main()
