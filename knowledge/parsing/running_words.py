"""Running words: the words of a document's blocks in one run, each knowing how it stands to the one before it.

Tables that extraction flattened are read from this run, since how lines became blocks says little of where their
rows begin.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from knowledge.blocks import Block, BlockKind, Section, Span, sections

_WORD = re.compile(r"\S+")
_LINE_END = re.compile(r"\n|<br ?/?>")


class Break(IntEnum):
    """What parts a word from the one before it."""

    BLANK = 0
    GAP = 1  # two blanks or more, a tab
    LINE = 2
    BLOCK = 3
    HEADING = 4  # a heading begins, or has ended


@dataclass(frozen=True, slots=True)
class Word:
    """A word, where it stands in the document (`start:end`) and in the run (`place`), and what precedes it."""

    text: str
    start: int
    end: int
    place: int
    before: Break
    section: Section


class WordRun:
    """Words parted by single blanks, searchable as one text that leads back to the document."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.text = " ".join(word.text for word in words)
        self._places = [word.place for word in words]

    def word_at(self, place: int) -> int:
        """Return the number of the word that holds the character at `place` of the run."""
        return bisect_right(self._places, place) - 1

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the document behind `text[start:end]`, which begins and ends within words."""
        first, last = self.words[self.word_at(start)], self.words[self.word_at(end - 1)]
        return Span(
            min(first.start + start - first.place, first.end), min(last.end, last.start + end - last.place)
        )


def runs_of(blocks: tuple[Block, ...], text: str, whole: frozenset[Span]) -> Iterator[WordRun]:
    """Yield the runs of words that the rows in `whole`, whose cells are known for certain, leave between them."""
    words: list[Word] = []
    place = 0
    previous: Block | None = None
    for section in sections(blocks):
        for block in (section.heading, *section.blocks):
            if block is None:
                continue
            if block.kind is BlockKind.TABLE_ROW and block.span in whole:
                yield from _run(words)
                words, place, previous = [], 0, None
                continue
            for word in _words_of(block, section, text, place, previous):
                words.append(word)
                place = word.place + len(word.text) + 1
            previous = block
    yield from _run(words)


def _run(words: list[Word]) -> Iterator[WordRun]:
    if words:
        yield WordRun(words)


def _words_of(
    block: Block, section: Section, text: str, place: int, previous: Block | None
) -> Iterator[Word]:
    is_heading = block.kind is BlockKind.HEADING or (
        previous is not None and previous.kind is BlockKind.HEADING
    )
    found = [(match.group(), block.content.span(*match.span())) for match in _WORD.finditer(block.text)]
    for number, (word, span) in enumerate(found):
        if number == 0:
            before = Break.HEADING if is_heading else Break.BLOCK
        else:
            before = _break(text[found[number - 1][1].end : span.start])
        yield Word(word, span.start, span.end, place, before, section)
        place += len(word) + 1


def _break(between: str) -> Break:
    if _LINE_END.search(between):
        return Break.LINE
    return Break.GAP if len(between) > 1 or "\t" in between else Break.BLANK


def has_lines(words: list[Word]) -> bool:
    """Tell whether any line ends among the words."""
    return any(word.before >= Break.LINE for _, word in pairwise(words))
