"""Repair: words as a person would read them, from a stretch of raw text, each character keeping its place."""

import re
from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise

from knowledge.blocks import RepairedText

# What makes a stretch need a closer look than copying it character by character.
_NEEDS_CARE = re.compile(
    r"[*_`<\[\]\\\u00ad\u00a0\t\u200b\ufeff&|\u2000-\u200a\u202f\u3000]|  |[a-zåäö]- [a-zåäö]|\.{4}|…{2}| [,.;:](?:\s|$)|\( | \)| -"
)
_MARK = re.compile(
    r"(?P<blank>[ \t\u00a0\u2000-\u200a\u202f\u3000]{2,}|[\t\u00a0\u2000-\u200a\u202f\u3000])"
    # what scanning sets apart: blanks before a comma and inside brackets, dates and case numbers in pieces
    r"|(?P<apart>(?<=[\w%)”]) (?=[,.;:](?:\s|$))|(?<=\() (?=\S)|(?<=[\w.]) (?=\))|(?<=[a-zåäö]) (?=- och\b)"
    r"|\b(?:[A-ZÅÄÖ]{2,6} / )?(?:19|20)\d\d(?: - \d\d - \d\d| : \d{1,6})\b)"
    r"|(?P<soft>[\u00ad\u200b\u200c\u200d\ufeff])"
    r"|(?P<leader>(?:[.…_]\s?){4,}|…{2,})"
    r"|(?P<strong>\*{1,3}|(?<![\w_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\w_]))"
    r"|(?P<break><br ?/?>)"
    r"|(?P<tag></?[a-zA-Z][a-zA-Z0-9]{0,14}(?: [^<>]{0,200})?/?>|<!--.{0,200}?-->)"
    r"|!?\[(?P<label>[^\[\]\n]{1,500})\]\((?P<target>[^()\s]{0,500})\)"
    r"|(?P<hyphen>(?<=[a-zåäö])- (?=[a-zåäö]))"
    r"|(?P<escape>\\(?=[*_#|\[\]()\\.-]))"
    r"|(?P<tick>`+)"
    r"|(?P<entity>&nbsp;)"
)
_HANGING = re.compile(r"(?:och|eller|samt|respektive|till|men|som|i|resp|alternativt|and|or|to)\b")
_FRAGMENTS = re.compile(r"[a-zåäö]{4}- [a-zåäö]{4}")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W_]+(?=[-\u2010\u2011]\s?$)")


class RepairBuilder:
    """Gather repaired characters; offsets must be handed over in rising order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts: list[str] = []
        self._offsets = array("i")
        self._last = ""

    def copy(self, start: int, end: int) -> None:
        """Take the characters `start:end` as they stand."""
        if start < end:
            self._parts.append(self._text[start:end])
            self._offsets.extend(range(start, end))
            self._last = self._text[end - 1]

    def put(self, character: str, offset: int) -> None:
        """Put one white-space character for what stands at `offset`."""
        if self._last in ("", " ", "\t"):
            return
        self._parts.append(character)
        self._offsets.append(offset)
        self._last = character

    def separate(self, offset: int) -> None:
        """Put a tab, which parts two cells, for what stands at `offset`."""
        self._parts.append("\t")
        self._offsets.append(offset)
        self._last = "\t"

    def drop_hyphen(self) -> None:
        """Take back the hyphen that was copied last."""
        self._parts[-1] = self._parts[-1][:-1]
        self._offsets.pop()
        if not self._parts[-1]:
            self._parts.pop()
        self._last = self._parts[-1][-1] if self._parts else ""

    def finished(self) -> RepairedText:
        """Return what was gathered, white space at both ends left out (tabs between cells stay)."""
        words = "".join(self._parts)
        if words.endswith(" "):
            kept = len(words.rstrip(" "))
            return RepairedText(words[:kept], self._offsets[:kept])
        return RepairedText(words, self._offsets)

    @property
    def last(self) -> str:
        """The character gathered last."""
        return self._last


def repaired(text: str, stretches: Iterable[tuple[int, int]]) -> RepairedText:
    """Join stretches of `text` (lines, usually) into running words.

    A hyphen that only divided a word at a line end is dropped; other line ends become one blank.
    """
    builder = RepairBuilder(text)
    before = -1
    for start, end in stretches:
        if before >= 0:
            _join(builder, text, before, start)
        _append(builder, text, start, end)
        before = end
    return builder.finished()


def repaired_cells(
    text: str, cells: Sequence[tuple[int, int]]
) -> tuple[RepairedText, tuple[RepairedText, ...]]:
    """Return a table row's words, its cells parted by tabs, and each cell's own words."""
    builder = RepairBuilder(text)
    before = -1
    for start, end in cells:
        if before >= 0:
            builder.separate(min(before, max(start - 1, 0)))
        _append(builder, text, start, end)
        before = end
    return builder.finished(), tuple(repaired(text, [cell]) for cell in cells)


def repaired_row(
    text: str, stretches: Sequence[tuple[int, int]], cells: Sequence[Sequence[tuple[int, int]]]
) -> tuple[RepairedText, tuple[RepairedText, ...]]:
    """Return a row's words and each cell's, where a cell may have several lines.

    The cells are parted by tabs when they stand one after another; when their lines are mixed, the row's words
    come in the order of the text (`stretches`).
    """
    parts = tuple(repaired(text, cell) for cell in cells)
    places = [place for cell in cells for place in cell]
    if any(a[1] > b[0] for a, b in pairwise(places)):
        return repaired(text, stretches), parts
    builder = RepairBuilder(text)
    for number, cell in enumerate(cells):
        if number:
            builder.separate(_last_before(cells, number))
        before = -1
        for start, end in cell:
            if before >= 0:
                _join(builder, text, before, start)
            _append(builder, text, start, end)
            before = end
    return builder.finished(), parts


def below(header: tuple[RepairedText, ...], cells: tuple[RepairedText, ...]) -> tuple[RepairedText, ...]:
    """Return the names of columns that two rows give, what stands above first ("Utfall 2026")."""
    return tuple(map(_named_below, header, cells)) if len(header) == len(cells) else cells


def _named_below(above: RepairedText, cell: RepairedText) -> RepairedText:
    if not above.text or above.text == cell.text:
        return cell
    if not cell.text:
        return above
    joint = array("i", [above.offsets[-1]])
    return RepairedText(f"{above.text} {cell.text}", above.offsets + joint + cell.offsets)


def _last_before(cells: Sequence[Sequence[tuple[int, int]]], number: int) -> int:
    """Return a place that does not lie after the words of cell `number` nor before those that precede it."""
    for cell in reversed(cells[:number]):
        if cell:
            return cell[-1][1] - 1
    return next((max(cell[0][0] - 1, 0) for cell in cells[number:] if cell), 0)


def _join(builder: RepairBuilder, text: str, before: int, start: int) -> None:
    """Bridge the line end between `before` and `start`."""
    last, following = text[before - 1 : before], text[start : start + 40]
    if last == "\u00ad":
        return
    is_glued = last in "-\u2010\u2011\u2013" and not text[max(0, before - 2) : before - 1].isspace()
    if last and is_glued and builder.last == last:
        word = _FIRST_WORD.match(following)
        if word is not None and word[0][0].islower() and last != "\u2013":
            if _HANGING.match(following):
                builder.put(" ", before)
            elif not _keeps_hyphen(text[max(0, before - 40) : before]):
                builder.drop_hyphen()
            return
        if following[:1].isalnum() and (last != "\u2013" or following[0].isdigit()):
            return
    builder.put(" ", before)


def _keeps_hyphen(words: str) -> bool:
    """Tell whether the hyphen belongs to the word ("e-tjänst", "FVIS-programmet", "2000-naturtyper")."""
    last = _LAST_WORD.search(words)
    return last is None or len(last[0]) == 1 or last[0].isupper() or last[0][-1].isdigit()


def _append(builder: RepairBuilder, text: str, start: int, end: int) -> None:
    """Take the words of one line, marks and doubled blanks left out."""
    if not _NEEDS_CARE.search(text, start, end):
        builder.copy(start, end)
        return
    position = start
    for mark in _MARK.finditer(text, start, end):
        if mark.start() < position:
            continue
        builder.copy(position, mark.start())
        position = mark.end()
        kind = mark.lastgroup
        if kind in ("blank", "break", "entity", "leader"):
            builder.put(" ", mark.start())
        elif kind == "hyphen":
            _unhyphenate(builder, text, mark)
        elif kind == "target":
            _append(builder, text, mark.start("label"), mark.end("label"))
        elif kind == "apart":
            for place in range(mark.start(), mark.end()):
                builder.copy(place, place + (text[place] != " "))
        elif kind == "strong" and _is_literal(text, mark):
            builder.copy(mark.start(), mark.end())
    builder.copy(position, end)


def _unhyphenate(builder: RepairBuilder, text: str, mark: re.Match[str]) -> None:
    """Join "andelsför- hållandena", whose line end became a blank; keep "in- och utskrivning"."""
    hanging = _HANGING.match(text, mark.end()) is not None or not _FRAGMENTS.match(
        text, max(0, mark.start() - 4), mark.end() + 4
    )
    if hanging or _keeps_hyphen(text[max(0, mark.start() - 40) : mark.start() + 1]):
        builder.copy(mark.start(), mark.end())


def _is_literal(text: str, mark: re.Match[str]) -> bool:
    """Tell whether an asterisk stands for itself ("5 * 3")."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return mark[0] == "*" and (not before or before.isspace()) and (not after or after.isspace())
