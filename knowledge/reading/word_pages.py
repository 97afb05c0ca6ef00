"""Page lines: what a Word document prints at the head and foot of its pages, which often names whose document it is."""

import re
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]

from knowledge.reading.archive import Archive
from knowledge.reading.furniture import is_furniture
from knowledge.reading.word_styles import W
from knowledge.reading.word_text import FALLBACK, words_of

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_PARTS = {"head": f"{W}headerReference", "foot": f"{W}footerReference"}
_MOST_LINES = 12
_OPENING = 60  # paragraphs of the body that may say the same
_PAGE = re.compile(
    r"(?:Sida|Sid\.?|s\.)?\s*(?:\d{1,4})?\s*(?:av|of|/|\()?\s*(?:\d{1,4})?\s*\)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines at the head and at the foot of the first section's pages, counters left out."""

    head: tuple[str, ...]
    foot: tuple[str, ...]

    @classmethod
    def of(cls, archive: Archive, body: etree._Element) -> "PageLines":
        """Read the page lines, but those that the body begins with itself; they are read once, as in any other format."""
        links = archive.part("word/_rels/document.xml.rels")
        section = next(body.iter(f"{W}sectPr"), None)
        if links is None or section is None:
            return cls((), ())
        targets = {link.get("Id"): link.get("Target") or "" for link in links.iter(f"{_LINKS}Relationship")}
        seen = {_tidy(paragraph) for paragraph, _ in zip(body.iter(f"{W}p"), range(_OPENING), strict=False)}
        lines: dict[str, tuple[str, ...]] = {}
        for place, tag in _PARTS.items():
            found: dict[str, None] = {}
            for reference in section.findall(tag):
                part = archive.part(
                    "word/" + targets.get(reference.get(f"{_R}id"), "").lstrip("/").removeprefix("word/")
                )
                for line in _lines(part) if part is not None else ():
                    if line not in seen:
                        found[line] = None
            lines[place] = tuple(found)[:_MOST_LINES]
            seen.update(found)
        return cls(lines["head"], lines["foot"])


def _lines(part: etree._Element) -> list[str]:
    """Return the lines of a header or footer; what tabs part are lines of their own."""
    lines = [
        " ".join(piece.split())
        for paragraph in part.iter(f"{W}p")
        if next(paragraph.iterancestors(FALLBACK), None) is None
        for piece in re.split(r"[\t\n]", words_of(paragraph, tab="\t")[0])
    ]
    return [line for line in lines if line and not is_furniture(line) and not _PAGE.fullmatch(line)]


def _tidy(paragraph: etree._Element) -> str:
    return " ".join(words_of(paragraph)[0].split())
