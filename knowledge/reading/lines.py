"""Lines: a text cut at its line ends, each line knowing where it stands and what surrounds it."""

import re
from collections import Counter
from typing import NamedTuple

_PAGE_COMMENT = re.compile(r"<!--\s*(?:sida|sid|page)\s+(\d{1,4})\s*-->", re.IGNORECASE)
_COUNTER = re.compile(r"^[ \t]*(\d{1,4}) ?\(\d{1,4}\)[ \t]*$", re.MULTILINE)
_COUNTED = re.compile(
    r"^(?=\S|[ \t])[^\n]{0,150}?\b(?P<number>\d{1,4}) ?(?:\(|av )(?P<of>\d{1,4})\)?[ \t]*$", re.MULTILINE
)
_MOST_PAGES = 5000
_MOST_ABOVE = 3  # lines of a page's header that stand above its counter
_HEAD = 400  # characters in which the first page's counter stands when it stands at the head of pages


class Line(NamedTuple):
    """A line without the white space around it.

    `text` stands at `start:end` in the document; `gap` counts the blank lines before it; `is_soft` tells that
    the line ended in a blank, as PDF extraction leaves it where a sentence goes on; `page` is the page it
    stands on; `weight` ranks a line set in larger or bolder type than the body (1 is the largest, 0 the body); `turns_page` that a page ended, or page furniture was left out, between it and the line before;
    `repeats` that other pages bear it too, a header that is no heading; `indent` how many characters stand before it on its line.
    """

    start: int
    end: int
    text: str
    gap: int = 0
    is_soft: bool = False
    page: int | None = None
    turns_page: bool = False
    weight: int = 0
    repeats: bool = False
    indent: int = 0


def split_lines(text: str, page_starts: tuple[int, ...] = (), start: int = 0) -> list[Line]:
    """Return the lines of `text` from `start` on that hold anything."""
    lines: list[Line] = []
    gap, offset = 0, start
    pages = _PageCounter(page_starts)
    turned = False
    for raw in text[start:].split("\n"):
        words = raw.strip()
        if words:
            if "\t" in raw and raw.count("\t") > 1:
                words = raw.strip(" \r\f\u00a0")  # a tab at either end parts an empty cell
            first = offset + raw.index(words[0])
            page, turns = pages.at(first)
            turned = turned or turns or "\f" in raw
            lines.append(
                Line(
                    first,
                    first + len(words),
                    words,
                    gap,
                    raw[-1] in " \u00a0\t",
                    page,
                    turned and bool(lines),
                    indent=first - offset,
                )
            )
            gap, turned = 0, False
        else:
            turned = turned or "\f" in raw
            gap += 1
        offset += len(raw) + 1
    return lines


class _PageCounter:
    """Tell on which page an offset stands, for offsets that rise."""

    def __init__(self, page_starts: tuple[int, ...]) -> None:
        self._starts = page_starts
        self._page = 0

    def at(self, offset: int) -> tuple[int | None, bool]:
        if not self._starts:
            return None, False
        before = self._page
        while self._page < len(self._starts) and self._starts[self._page] <= offset:
            self._page += 1
        return max(self._page, 1), self._page != before


def marked_page_starts(text: str) -> tuple[int, ...]:
    """Return where the pages begin that the text itself marks (`<!-- sida 8 -->`, form feeds or counters as "4 (14)").

    Pages that are missing from an extract begin where the next one does, so that counting still holds.
    """
    starts: list[int] = []
    if "<!--" in text:
        for mark in _PAGE_COMMENT.finditer(text):
            number = int(mark[1])
            if len(starts) < number <= _MOST_PAGES:
                filler = 0 if not starts else mark.start()
                starts.extend([filler] * (number - 1 - len(starts)))
                starts.append(mark.start())
    if not starts and "\f" in text:
        starts = _fed_page_starts(text)
    return tuple(starts or _counted_page_starts(text))


def _counted_page_starts(text: str) -> list[int]:
    """Return where the pages begin whose numbers are printed on them, alone or at the end of a header or footer."""
    counters = [match for match in _COUNTED.finditer(text) if 0 < int(match["number"]) <= int(match["of"])]
    if not counters:
        return []
    total = Counter(match["of"] for match in counters).most_common(1)[0][0]
    pages = [match for match in counters if match["of"] == total]
    numbers = [int(match["number"]) for match in pages]
    if len(pages) < 2 or numbers != sorted(set(numbers)) or int(total) > _MOST_PAGES:
        return []
    at_head = pages[0].start() < _HEAD
    starts: list[int] = [] if at_head else [0]
    for number, match in zip(numbers, pages, strict=True):
        page = number if at_head else number + 1
        begin = _head_start(text, match.start()) if at_head else min(match.end() + 1, len(text))
        filler = begin if starts else 0
        starts.extend([filler] * (page - 1 - len(starts)))
        starts.append(begin)
    return starts[: int(total)]


def _head_start(text: str, counter: int) -> int:
    """Return where a page begins whose counter stands in the line at `counter`: a line or two of its header may stand above it."""
    begin = counter
    for _ in range(_MOST_ABOVE):
        above = text.rfind("\n", 0, max(begin - 1, 0)) + 1
        if begin == 0 or not text[above : begin - 1].strip():
            return begin
        begin = above
    return (
        begin if begin == 0 or not text[text.rfind("\n", 0, begin - 1) + 1 : begin - 1].strip() else counter
    )


def _fed_page_starts(text: str) -> list[int]:
    """Return where the pages begin that form feeds part, each counted as the number printed on it ("14 (111)") says."""
    begins = [0, *(mark.end() for mark in re.finditer("\f", text))]
    if len(begins) > _MOST_PAGES:
        return []
    starts: list[int] = []
    for begin, end in zip(begins, [*begins[1:], len(text)], strict=True):
        printed = {int(counter[1]) for counter in _COUNTER.finditer(text, begin, end)}
        number = printed.pop() if len(printed) == 1 else 0
        if len(starts) < number <= _MOST_PAGES:
            starts.extend([begin if starts else 0] * (number - 1 - len(starts)))
        starts.append(begin)
    return starts


def is_page_comment(line: str) -> bool:
    """Tell whether the line is nothing but a page mark."""
    return line.startswith("<!--") and _PAGE_COMMENT.fullmatch(line) is not None
