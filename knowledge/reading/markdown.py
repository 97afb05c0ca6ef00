"""Markdown to blocks: front matter apart, fenced text as it stands, the rest as plain text with marks."""

import re

from knowledge.blocks import ReadDocument
from knowledge.reading.lines import Line, marked_page_starts, split_lines
from knowledge.reading.plain_text import blocks_of

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"([A-Za-zÅÄÖåäö][\w .-]{0,40}?)\s*:\s*(.*)")


def read_markdown(text: str) -> ReadDocument:
    r"""Return the blocks of a Markdown file with `\n` line ends; spans count in the raw text, front matter included."""
    front = _FRONT_MATTER.match(text)
    start = front.end() if front else 0
    starts = marked_page_starts(text)
    lines = [line for line in split_lines(text, starts, start) if not _is_fence(line)]
    return ReadDocument(text, blocks_of(text, lines), starts, _entries(front[1]) if front else ())


def _entries(block: str) -> tuple[tuple[str, str], ...]:
    """Return the `key: value` lines of front matter, keys in lower case; nested values are left out."""
    found = (_ENTRY.fullmatch(line.rstrip()) for line in block.split("\n"))
    return tuple(
        (entry[1].lower(), entry[2].strip().strip("\"'")) for entry in found if entry and entry[2].strip()
    )


def _is_fence(line: Line) -> bool:
    """Tell whether a line only opens or closes fenced text."""
    return line.text.startswith(("```", "~~~")) and len(line.text) < 40
