"""Block: a heading, paragraph, list item or table row, and where in the document's text it stands."""

from array import array
from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"


@dataclass(frozen=True, slots=True)
class Span:
    """A contiguous stretch of a document's text, in code points, end exclusive."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a stretch that runs backwards."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}–{self.end} runs backwards")

    def quote(self, text: str) -> str:
        """Return the words of `text` that the span points at."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Tell whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class RepairedText:
    """Words joined and cleaned for reading, each character knowing where it came from.

    `offsets[i]` is the index in the document's text of the character that became `text[i]`;
    `len(offsets) == len(text)`. Repair drops characters or puts a space for a line break, and never
    reorders, so offsets rise.
    """

    text: str
    offsets: "array[int]" = field(compare=False, repr=False)

    def __post_init__(self) -> None:
        """Refuse a text whose characters have lost their places."""
        if len(self.text) != len(self.offsets):
            raise ValueError("every character of a repaired text needs its offset")

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Return the stretch of the document's text behind `text[start:end]`, white space trimmed."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start == end:
            place = self.offsets[start] if start < len(self.offsets) else 0
            return Span(place, place)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def part(self, start: int, end: int) -> "RepairedText":
        """Return the characters from `start` to `end` with their places."""
        return RepairedText(self.text[start:end], self.offsets[start:end])

    def joined(self, following: "RepairedText") -> "RepairedText":
        """Return these words and those of the next line, a space for the line break between them."""
        gap = array("i", [self.offsets[-1] + 1])
        return RepairedText(f"{self.text} {following.text}", self.offsets + gap + following.offsets)


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a document, in reading order.

    `content` is the repaired text (hyphens at line ends joined, lines joined by a space, page furniture
    left out). `level` is a heading's depth (1 is outermost) or a list item's depth (1 is outermost), else 0.
    A table row holds its `cells` in order and, when the table has one, `header`: the cells of its header
    row, which is itself a block with `is_header`. `table` numbers the tables of a document from 1. With `is_ruled`
    each cell stands under its header for certain, an empty one too.
    """

    kind: BlockKind
    content: RepairedText
    page: int | None = None
    level: int = 0
    cells: tuple[RepairedText, ...] = ()
    header: tuple[RepairedText, ...] = ()
    table: int = 0
    is_header: bool = False
    is_ruled: bool = False

    @property
    def text(self) -> str:
        """The block's repaired words."""
        return self.content.text

    @property
    def span(self) -> Span:
        """Where the whole block stands in the document's text."""
        return self.content.span()


@dataclass(frozen=True, slots=True)
class ReadDocument:
    r"""What a reader makes of one file.

    `text` is the document's text that every span counts in: the decoded file with `\n` line ends, or the
    pages' texts joined by `\n`, before any repair. `page_starts` are the offsets in `text` where each page
    begins (empty when the format has no pages). `front_matter` holds what the file says of itself
    (Markdown front matter, HTML meta, document properties) with lower-case keys. `has_unread_scans` tells that
    some pages are pictures whose words were not read.
    """

    text: str
    blocks: tuple[Block, ...]
    page_starts: tuple[int, ...] = ()
    front_matter: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    has_unread_scans: bool = False

    def page_of(self, offset: int) -> int | None:
        """Return the page, counted from 1, on which the character at `offset` stands."""
        if not self.page_starts:
            return None
        page = 0
        for number, start in enumerate(self.page_starts, start=1):
            if start > offset:
                break
            page = number
        return max(page, 1)


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a document under one heading: the heading trail and the blocks until the next heading."""

    trail: tuple[str, ...]
    heading: Block | None
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The innermost heading, or nothing at the top of a document."""
        return self.trail[-1] if self.trail else ""


def sections(blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """Group blocks under their headings, each section with its trail of enclosing headings."""
    grouped: list[Section] = []
    trail: list[tuple[int, str]] = []
    heading: Block | None = None
    gathered: list[Block] = []

    def close() -> None:
        if heading is not None or gathered:
            grouped.append(Section(tuple(title for _, title in trail), heading, tuple(gathered)))

    for block in blocks:
        if block.kind is BlockKind.HEADING:
            close()
            trail = [entry for entry in trail if entry[0] < block.level]
            trail.append((block.level, block.text))
            heading, gathered = block, []
        else:
            gathered.append(block)
    close()
    return tuple(grouped)
