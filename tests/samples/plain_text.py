"""Write the text of every sample document as `.txt`, for tools that compare answers with plain text.

`python tests/samples/plain_text.py FOLDER`; a table row becomes one line with `|` between its cells.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import docx
import pypdf
from bs4 import BeautifulSoup
from docx.table import Table

SAMPLES = Path(__file__).parents[2] / "samples" / "region-sjoland"


def plain_text(document: Path) -> str:
    """Return the words of one sample, whatever its format."""
    match document.suffix:
        case ".docx":
            return "\n".join(docx_lines(document))
        case ".pdf":
            return "\n".join(page.extract_text() for page in pypdf.PdfReader(document).pages)
        case ".html":
            return BeautifulSoup(document.read_text(encoding="utf-8"), "lxml").get_text("\n")
        case _:
            return document.read_text(encoding="utf-8")


def docx_lines(document: Path) -> Iterator[str]:
    """Yield the paragraphs and table rows of a Word file in reading order."""
    for block in docx.Document(str(document)).iter_inner_content():
        if isinstance(block, Table):
            yield from (" | ".join(cell.text for cell in row.cells) for row in block.rows)
        else:
            yield block.text


def main() -> None:
    """Write one text file per sample into the folder named on the command line."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for document in sorted(SAMPLES.iterdir()):
        (folder / f"{document.stem}.txt").write_text(plain_text(document), encoding="utf-8")


if __name__ == "__main__":
    main()
