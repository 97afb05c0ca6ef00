"""Cut the body of a decision into its pieces: paragraphs and list items, whatever marks them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from knowledge.parsing.minutes_stream import Line, Stream, sentences


@dataclass(frozen=True, slots=True)
class Chunk:
    """A paragraph (`depth` 0) or a list item with its number or letter; `depth` is 2 for an item of an item."""

    start: int
    end: int
    number: str = ""
    is_item: bool = False
    depth: int = 0


_NUMBERED = re.compile(r"(?P<number>\d{1,2})[.)]\s+(?=\S)")
_BARE_NUMBER = re.compile(r"(?P<number>\d{1,2})\s+(?=[A-ZÅÄÖa-zåäö][A-ZÅÄÖa-zåäö-]{2})")
# A line that begins so tells about the decision and is no part of it.
_LABEL = re.compile(r"(?:Ansvarig|Deadline|Klart|Tidplan|Handläggare|Föredragande)\s*:")
_LETTERED = re.compile(r"(?P<number>[a-hj-zåäö]|i)[.)]\s+(?=\S)")
_BULLET = re.compile(r"(?P<number>)[•·▪●○◦\uf0b7–−*\-]\s+(?=\S)")
_ONLY_BULLET = re.compile(r"[•·▪●○◦\uf0b7–−*\-]\s*$")
_BEFORE_MARK = re.compile(r"(?:[.:,;]|\b(?:att|samt|och))$")
# What a sentence after a point that begins with "att" says when it still belongs to the point.
_SAYS_MORE = re.compile(r"\b(?:ska|skall|(?:åter|del|slut|av)?(?:redovis|rapporter)\w+|lämnas)\b")
_ENDS_OPEN = re.compile(r"(?::|\b(?:att|nedan))$")
_ATT = re.compile(r"(?P<number>)(?=att\s)")
_INLINE_NUMBER = re.compile(r"(?:(?<=\s)|^)(?P<number>\d{1,2})[.)]\s+(?=att\b|[A-ZÅÄÖ])")


def chunks_of(stream: Stream, start: int, end: int, is_lead: Callable[[str], bool]) -> Iterator[Chunk]:
    """Yield the pieces between two places in order; `is_lead` tells words that lead to a list."""
    lines = stream.lines_of(start, end)
    att_list = sum(stream.text.startswith("att ", line.start) for line in lines) > 1
    bare = [
        int(match["number"])
        for line in lines
        if (match := _BARE_NUMBER.match(stream.text, line.start, line.end))
    ]
    cutting = _Cutting(stream, att_list=att_list, bare_numbers=bare[:2] == [1, 2])
    for line in lines:
        cutting.take(line)
    for chunk in cutting.chunks:
        yield from _split_numbers(stream, chunk, is_lead)


class _Cutting:
    """Chunks in the making, one line after another."""

    def __init__(self, stream: Stream, *, att_list: bool, bare_numbers: bool) -> None:
        self.chunks: list[Chunk] = []
        self._stream = stream
        self._att_list = att_list
        self._bare_numbers = bare_numbers
        self._expected = 1
        self._previous = ""
        self._empty_bullets = False
        self._closed = False

    def take(self, line: Line) -> None:
        """Begin a new chunk with the line, or let it continue the last one."""
        words = self._stream.text[line.start : line.end]
        if _ONLY_BULLET.fullmatch(words):
            self._empty_bullets = True
            return
        if _LABEL.match(words):
            self._closed = True
        if self._closed:
            return
        mark = self._mark(line, words)
        if mark is not None and self._is_open_part(mark, line):
            self.chunks[-1] = replace(self.chunks[-1], end=line.end)
            self._previous = words
            return
        if mark is not None:
            self.chunks.append(
                Chunk(
                    line.start + mark.end(),
                    line.end,
                    mark["number"],
                    is_item=True,
                    depth=self._depth(mark, line),
                )
            )
        elif line.item_level or self._is_stacked(words):
            self.chunks.append(Chunk(line.start, line.end, "", is_item=True, depth=self._depth(None, line)))
        elif not self.chunks or self._is_new(line, words):
            self.chunks.append(Chunk(line.start, line.end))
        else:
            self.chunks[-1] = replace(self.chunks[-1], end=line.end)
        self._previous = words

    def _mark(self, line: Line, words: str) -> re.Match[str] | None:
        in_list = bool(self.chunks) and self.chunks[-1].is_item
        may_be = line.opens or in_list or not self._previous or bool(_BEFORE_MARK.search(self._previous))
        bare = _BARE_NUMBER.match(words) if self._bare_numbers else None
        if bare and int(bare["number"]) == self._expected:
            self._expected += 1
            return bare
        for pattern in (_NUMBERED, _LETTERED, _BULLET):
            match = pattern.match(words)
            if match and (may_be or pattern is _NUMBERED):
                return match
        if line.opens or not self._previous or self._att_list:
            return _ATT.match(words)
        return None

    def _depth(self, mark: re.Match[str] | None, line: Line) -> int:
        if not self.chunks:
            return 1
        last = self.chunks[-1]
        if mark is not None and mark.re is _LETTERED:
            return 2 if any(chunk.number.isdigit() for chunk in self.chunks) else 1
        if mark is None or mark.re is _BULLET:
            under_number = last.number.isdigit() and bool(_ENDS_OPEN.search(self._previous))
            beside = last.depth == 2 and not last.number and line.item_level != 1
            return 2 if under_number or beside or (line.item_level > 1 and last.is_item) else 1
        return 1

    def _is_open_part(self, mark: re.Match[str], line: Line) -> bool:
        """Tell an item that completes the sentence of the one above it ("… återkomma med a) …, och b) …")."""
        last = self.chunks[-1] if self.chunks else None
        if (
            last is None
            or not last.number.isdigit()
            or self._depth(mark, line) != 2
            or mark.re is not _LETTERED
        ):
            return False
        return not self._stream.text[last.start : last.end].rstrip().endswith((".", ":")) or bool(
            re.search(r"\s[a-z][.)]\s", self._stream.text[last.start : last.end])
        )

    def _is_stacked(self, words: str) -> bool:
        """Tell an item whose bullet stands apart, stacked with the others above the list."""
        return (
            self._empty_bullets
            and bool(self.chunks)
            and self._previous.endswith((".", ":"))
            and words[:1].isupper()
        )

    def _is_new(self, line: Line, words: str) -> bool:
        if line.is_row and not self.chunks[-1].is_item:
            return self._previous.endswith(".")
        if line.opens and not words[:1].islower():
            return True
        is_clause = self._stream.text.startswith("att ", self.chunks[-1].start)
        if is_clause and self._previous.endswith(".") and words[:1].isupper():
            return _SAYS_MORE.search(words) is None
        after_lead = self._previous.endswith(":") or (self._previous.endswith(".") and words.endswith(":"))
        return words[:1].isupper() and after_lead


def _split_numbers(stream: Stream, chunk: Chunk, is_lead: Callable[[str], bool]) -> Iterator[Chunk]:
    """Cut "… besluta: 1. att anta …, 2. att …" that flattened text has joined into one paragraph."""
    text = stream.text
    expected = int(chunk.number) + 1 if chunk.number.isdigit() else 1
    place, number, is_item = chunk.start, chunk.number, chunk.is_item
    for match in _INLINE_NUMBER.finditer(text, chunk.start, chunk.end):
        if int(match["number"]) != expected or (
            match.start() > place and not re.search(r"(?:[.,;:)]|samt|och)\s*$", text[place : match.start()])
        ):
            continue
        yield from _split_lead(stream, is_lead, Chunk(place, match.start(), number, is_item, chunk.depth))
        place, number, is_item = match.end(), match["number"], True
        expected += 1
    last = Chunk(place, chunk.end, number, is_item, max(chunk.depth, 1) if is_item else chunk.depth)
    yield from _split_lead(stream, is_lead, last)


def _split_lead(stream: Stream, is_lead: Callable[[str], bool], chunk: Chunk) -> Iterator[Chunk]:
    """Part an item from words after it that lead the next ones ("Nämnden beslutar även att:")."""
    if chunk.start >= chunk.end:
        return
    if chunk.is_item and stream.text[chunk.start : chunk.end].rstrip().endswith(":"):
        cuts = sentences(stream.text, chunk.start, chunk.end)
        if len(cuts) > 1 and is_lead(stream.words(*cuts[-1])):
            yield Chunk(chunk.start, cuts[-2][1], chunk.number, is_item=True, depth=chunk.depth)
            yield Chunk(*cuts[-1])
            return
    yield chunk
