"""A written document as Markdown (CommonMark with tables)."""

import re
from collections.abc import Iterable

from knowledge.writing.document import Bullets, Heading, Link, Links, Paragraph, Part, Table, WrittenDocument

_MARKS = re.compile(r"([\\`*_\[\]<>])")
_LINE_START = re.compile(r"^(\d*)([#>+.)-])(?=\s)")  # would begin a heading, a quote or a list


def as_markdown(document: WrittenDocument) -> str:
    """Return the document as Markdown, with title, language and day in its front matter."""
    front = ["---", f'title: "{_quoted(document.title)}"', "lang: sv-SE", f"date: {document.on}", "---"]
    parts = [f"# {_plain(document.title)}", *(_part(each) for each in document.parts)]
    return "\n\n".join(["\n".join(front), *parts]) + "\n"


def _part(part: Part) -> str:
    match part:
        case Heading(level, text):
            return f"{'#' * (level + 1)} {_plain(text)}"
        case Paragraph(text, lead):
            return f"**{_plain(lead)}** {_plain(text)}".rstrip() if lead else _plain(text)
        case Bullets(items):
            return "\n".join(f"- {_plain(item)}" for item in items)
        case Links(items):
            return "\n".join(f"{number}. {_link(item)}" for number, item in enumerate(items, 1))
        case Table(caption, columns, rows, shows_caption):
            lines = [_row(columns), _row(("---",) * len(columns)), *(_row(map(_cell, row)) for row in rows)]
            return (f"**{_plain(caption)}**\n\n" if shows_caption else "") + "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(words: str) -> str:
    return _plain(words).replace("|", "\\|")


def _link(link: Link) -> str:
    url = link.url.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
    return f"{_plain(link.text)} ([öppna]({url}))" if url else _plain(link.text)


def _plain(words: str) -> str:
    """Return words on one line that Markdown takes as they are."""
    return _LINE_START.sub(r"\1\\\2", _MARKS.sub(r"\\\1", " ".join(words.split())))


def _quoted(words: str) -> str:
    return " ".join(words.split()).replace("\\", "\\\\").replace('"', '\\"')
