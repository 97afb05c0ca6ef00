"""Take Markdown's signs out of the text around a quote, so that it reads as it would be printed."""

import re
from pathlib import PurePath

MARKDOWN = frozenset({".md", ".markdown"})

_RULE = re.compile(r"\s*(\|?(\s*:?-{2,}:?\s*\|?)+|[*_=]{3,})\s*")
_HEADING = re.compile(r"^\s{0,3}#{1,6}(\s+|$)|\s+#+\s*$")
_QUOTED = re.compile(r"^\s{0,3}(>\s?)+")
_BULLET = re.compile(r"^(\s*)[-*+]\s+")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
_STRONG = re.compile(r"\*\*|__|`")
_EMPHASIS = re.compile(r"(?<![\w*])\*(\S(?:[^*\n]*\S)?)\*(?![\w*])")


def readable(text: str, name: str) -> str:
    """Return text of the document with this file name without signs of markup; other formats have none."""
    if PurePath(name).suffix.casefold() not in MARKDOWN:
        return text
    kept = [_line(line) for line in text.split("\n") if not _RULE.fullmatch(line)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept))


def _line(line: str) -> str:
    plain = _QUOTED.sub("", line)
    plain = _BULLET.sub(r"\1• ", _HEADING.sub("", plain))
    if plain.lstrip().startswith("|") or plain.rstrip().endswith("|"):
        plain = " · ".join(cell for each in plain.split("|") if (cell := each.strip()))
    return _EMPHASIS.sub(r"\1", _STRONG.sub("", _LINK.sub(r"\1", plain)))
