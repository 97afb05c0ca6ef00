"""Letterheads: what a document says of itself set in two columns, the name at the left and number, version and page beside it."""

import re

from knowledge.blocks import Block, BlockKind
from knowledge.kind_words import CASE_WORDS

_COLUMNS = re.compile(r"\s{3,}")
_MOST_COLUMNS = 3
# What stands beside the name: a number, a version, a day, a page.
_BESIDE = re.compile(
    rf"(?:{CASE_WORDS}|Version|Utgåva|Revision|Rev\.|Ver\.|Datum|Sid(?:a|an|\.)?\b|Blad\b|Sammanträdesdatum|Upprättad|Fastställd|Antagen|Status|Sekretess|Handläggare"
    r"|(?:19|20)\d\d-\d\d-\d\d|\d{1,2} [a-zåäö]{3,9} (?:19|20)\d\d|\d{1,3} ?\(\d{1,3}\)|[A-ZÅÄÖ]{1,5}[ -]?(?:\d{1,6}[-/]\d{2,6}|(?:19|20)\d\d[-/:]\d{1,6})\b)",
    re.IGNORECASE,
)


def registers(words: str) -> bool:
    """Tell whether words only register a document ("Dnr KS 2025/12", "Version 2.0") and name nothing."""
    return _BESIDE.match(words) is not None


def without_column_beside(block: Block, text: str) -> str:
    """Return the words of a block of one line that name something, those left out that only register it beside them.

    `text` is the document's, whose blanks tell the columns.
    """
    raw = block.span.quote(text)
    if block.kind is BlockKind.TABLE_ROW or "\n" in raw or "   " not in raw:
        return block.text
    parts = _COLUMNS.split(raw.strip())
    if len(parts) > _MOST_COLUMNS:
        return block.text
    kept = [part for number, part in enumerate(parts) if not (number and _BESIDE.match(part))]
    return " ".join(" ".join(kept).split()) if len(kept) < len(parts) else block.text
