"""Quoted lists: a sentence or heading that introduces items, and all its items, as one stretch of a document; pure."""

import re
from collections.abc import Callable, Sequence

from knowledge.blocks import Span
from retrieval.windows import Sentence, sentences
from retrieval.wording import LONGEST_LIST

FEWEST_ITEMS = 2
LONGEST_BETWEEN = 220  # characters of comment between two numbered items
LONGEST_LABELLED = 200
LONGEST_HEADING = 80
_COUNTED_LABEL = re.compile(
    r"(?<![^\W_])(?P<label>[A-ZÅÄÖ][a-zåäö]{2,30})\s+(?P<number>\d{1,2})\s*[:.–-]\s+(?=[^\W\d_])"
)
_NUMBER = re.compile(r"(\d{1,2}|[a-z])[.)]\s")


def list_at(text: str, start: int) -> Span | None:
    """Return the stretch from `start` through the last item of the list there, or nothing when there is none.

    What stands at `start` introduces the list or is its first item. Between numbered items a short comment may stand.
    """
    parts = sentences(text[start : start + LONGEST_LIST])
    if not parts:
        return None
    first = 0 if parts[0].is_item else 1
    end, items, between = 0, 0, 0
    for index in range(first, len(parts)):
        part = parts[index]
        if part.is_item:
            end, items, between = part.span.end, items + 1, 0
        elif items and _number_follows(parts, index):
            between += len(part.text)
            if between > LONGEST_BETWEEN:
                break
        else:
            break
    if items < FEWEST_ITEMS or end > LONGEST_LIST - 10:
        return None
    return Span(start, start + end)


def numbered_lines(text: str, is_named: Callable[[str], bool]) -> tuple[Span, ...]:
    """Return the stretches "Fokusområde 1: …", "Fokusområde 2: …" that a document counts from one, in order.

    `is_named` tells whether a label is what is asked for. They may stand far apart, or in the middle of a line.
    """
    found: dict[str, list[tuple[int, Span]]] = {}
    for match in _COUNTED_LABEL.finditer(text):
        following = re.compile(rf"\s+{re.escape(match['label'])}\s+\d").search(
            text, match.end(), match.end() + LONGEST_LABELLED
        )
        line = text.find("\n", match.end(), match.end() + LONGEST_LABELLED)
        ends = [end for end in (line, following.start() if following else -1) if end >= 0]
        if ends and text[match.end() : min(ends)].strip():
            found.setdefault(match["label"], []).append(
                (int(match["number"]), Span(match.start(), min(ends)))
            )
    for label, counted in found.items():
        first: dict[int, Span] = {}
        for number, span in counted:
            first.setdefault(number, span)
        if len(first) >= FEWEST_ITEMS and sorted(first) == list(range(1, len(first) + 1)) and is_named(label):
            return tuple(first[number] for number in sorted(first))
    return ()


def list_start(text: str, start: int) -> int:
    """Return where the list begins that the item at `start` belongs to: at what introduces it, else at its first item."""
    before = max(0, start - LONGEST_LIST)
    parts = sentences(text[before:start])
    first = start
    for part in reversed(parts):
        if part.is_item:
            first = before + part.span.start
        elif part.introduces:
            return before + part.span.start
        else:
            break
    return first


def _number_follows(parts: Sequence[Sentence], index: int) -> bool:
    """Tell whether a numbered item comes next whose number continues the one before."""
    before = next((part for part in reversed(parts[:index]) if part.is_item), None)
    after = next((part for part in parts[index + 1 :] if part.is_item), None)
    if before is None or after is None:
        return False
    last, following = _NUMBER.match(before.text), _NUMBER.match(after.text)
    return last is not None and following is not None and _place(following[1]) == _place(last[1]) + 1


def _place(mark: str) -> int:
    """Return where an item stands in its list, by its number or letter."""
    return int(mark) if mark.isdigit() else ord(mark)


def introductions(parts: Sequence[Sentence]) -> tuple[int, ...]:
    """Return the indices of what introduces a list: a sentence, a heading, or the heading above the first item."""
    found = [
        index
        for index, part in enumerate(parts)
        if (part.introduces and not part.is_item) or (index and _heads_list(parts, index))
    ]
    if parts and parts[0].is_item:
        found.append(0)
    return tuple(found)


def _heads_list(parts: Sequence[Sentence], index: int) -> bool:
    """Tell whether a short line without a stop has items below it that are marked otherwise than itself."""
    line, items = parts[index].text, parts[index + 1 : index + 1 + FEWEST_ITEMS]
    if len(line) > LONGEST_HEADING or line[-1] in ".;,|" or len(items) < FEWEST_ITEMS:
        return False
    marks = {_sort_of_mark(part.text) if part.is_item else "" for part in items}
    return (
        len(marks) == 1
        and "" not in marks
        and (not parts[index].is_item or (line[0].isdigit() and _sort_of_mark(line) not in marks))
    )


def _sort_of_mark(item: str) -> str:
    """Return which sort of mark an item bears: the bullet itself, or a figure or letter whichever it is."""
    return re.sub(r"\w+", "1", item.split(maxsplit=1)[0])


def with_mark(text: str, start: int) -> int:
    """Return where the bullet or number before a first item stands, when there is one."""
    mark = re.search(r"(?:[-•*–]|\d{1,2}[.)])\s+(?:\*\*)?$", text[max(0, start - 8) : start])
    return max(0, start - 8) + mark.start() if mark else start
