"""Passages: a few blocks under one heading, the unit that is searched and quoted. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.blocks import Block, BlockKind, ReadDocument, RepairedText, Section, Span, sections
from knowledge.documents import DocumentProfile

_MOST_CHARACTERS = 700
_MOST_WORDS = 120
_LONGEST_INTRODUCTION = 240
_SENTENCE_END = re.compile(r"(?<=[.!?:;…”])\s+(?=[A-ZÅÄÖ0-9”\"(•–-])")
TRAIL_MARK = " › "


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document under one heading trail.

    `span` is contiguous; `text` its repaired words; `search_text` those with the document's title, the heading
    trail, the header words of table rows and the sentence that introduces a list; `section` the trail.
    """

    span: Span
    text: str
    search_text: str
    page: int | None = None
    section: str = ""


@dataclass(frozen=True, slots=True)
class _Unit:
    """The smallest stretch that is not divided: a block, or some sentences of a long one."""

    content: RepairedText
    search_words: str
    page: int | None
    introduction: str = ""


def passages(document: ReadDocument, profile: DocumentProfile) -> tuple[Passage, ...]:
    """Return the document's passages in order; none crosses a heading, each is at most about 120 words."""
    found: list[Passage] = []
    grouped = sections(document.blocks)
    for number, section in enumerate(grouped):
        units = list(_units(section))
        if not units and section.heading is not None and _is_leaf(grouped, number):
            units = [replace(unit, search_words="") for unit in _divided(section.heading)]
        found.extend(_passage(group, section, profile) for group in _packed(units))
    return tuple(found)


def _is_leaf(grouped: tuple[Section, ...], number: int) -> bool:
    """Tell whether no deeper heading follows, so that the heading is all there is of its section."""
    return number + 1 >= len(grouped) or len(grouped[number + 1].trail) <= len(grouped[number].trail)


def _units(section: Section) -> Iterator[_Unit]:
    """Yield what a section's blocks are made of."""
    introduction = ""
    for block in section.blocks:
        if block.kind is BlockKind.LIST_ITEM:
            yield from _divided(block, introduction)
        elif block.kind is BlockKind.TABLE_ROW:
            yield from _row(block)
        else:
            introduction = block.text[-_LONGEST_INTRODUCTION:] if _introduces(block.text) else ""
            yield from _divided(block)


def _introduces(text: str) -> bool:
    """Tell whether a paragraph can introduce the list after it."""
    return len(text) <= _LONGEST_INTRODUCTION or text[-1:] in ":;"


def _row(block: Block) -> Iterator[_Unit]:
    """Yield a table row, its cells named by the header's words."""
    header = [cell.text for cell in block.header]
    words = block.text.replace("\t", " ")
    if block.is_header:
        words = ""
    elif block.cells and len(header) >= len(block.cells):
        pairs = zip(header, (cell.text for cell in block.cells), strict=False)
        words = "; ".join(f"{name}: {cell}" if name else cell for name, cell in pairs if cell)
    elif header:
        words = f"({', '.join(name for name in header if name)}) {words}"
    if len(block.text) > _MOST_CHARACTERS:
        names = f"({', '.join(name for name in header if name)})" if header else ""
        yield from _divided(block, names)
    else:
        yield _Unit(block.content, words, block.page)


def _divided(block: Block, introduction: str = "") -> Iterator[_Unit]:
    """Yield a block whole, or cut between sentences when it is long."""
    text = block.text
    if len(text) <= _MOST_CHARACTERS and text.count(" ") < _MOST_WORDS:
        yield _Unit(block.content, text, block.page, introduction)
        return
    start = 0
    for end in _cuts(text):
        part = block.content.part(start, end)
        yield _Unit(part, part.text.strip(), block.page, introduction)
        start = end


def _cuts(text: str) -> Iterator[int]:
    """Yield where a long text is cut: after sentences, else between words, else at the limit."""
    start = 0
    ends = [m.end() for m in _SENTENCE_END.finditer(text)]
    ends.append(len(text))
    last = 0
    for end in ends:
        while end - start > _MOST_CHARACTERS or text.count(" ", start, end) > _MOST_WORDS:
            if last > start:
                yield last
                start = last
                continue
            blank = text.rfind(" ", start + _MOST_CHARACTERS // 2, start + _MOST_CHARACTERS)
            cut = blank + 1 if blank > 0 else min(start + _MOST_CHARACTERS, end)
            yield cut
            start = last = cut
            if end - start <= 0:
                break
        last = end
    if start < len(text):
        yield len(text)


def _packed(units: list[_Unit]) -> Iterator[list[_Unit]]:
    """Yield units in groups that are short enough."""
    group: list[_Unit] = []
    characters = words = 0
    for unit in units:
        length, count = len(unit.content.text), unit.content.text.count(" ") + 1
        if group and (characters + length > _MOST_CHARACTERS or words + count > _MOST_WORDS):
            yield group
            group, characters, words = [], 0, 0
        group.append(unit)
        characters += length
        words += count
    if group:
        yield group


def _passage(group: list[_Unit], section: Section, profile: DocumentProfile) -> Passage:
    """Join units into one passage."""
    first, last = group[0].content.span(), group[-1].content.span()
    trail = TRAIL_MARK.join(section.trail)
    above = (
        trail
        if section.trail and section.trail[0] == profile.title
        else TRAIL_MARK.join((profile.title, *section.trail))
    )
    words = [unit.search_words for unit in group if unit.search_words]
    if group[0].introduction:
        words.insert(0, group[0].introduction)
    return Passage(
        Span(first.start, max(first.end, last.end)),
        "\n".join(unit.content.text.strip() for unit in group),
        "\n".join((above, *words)),
        group[0].page,
        trail,
    )
