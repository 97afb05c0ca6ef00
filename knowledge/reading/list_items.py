"""List items that extraction ran together into one paragraph."""

import re

_BULLETS = re.compile(r"(?:^|(?<=\s))[•▪●■□]\s+")
_DASHES = re.compile(r"(?<=\s)[-–−]\s+(?=[A-ZÅÄÖ])")
_FIRST_NUMBER = re.compile(r"(?:^|(?<=[:.]\s)|(?<=att\s))(\d{1,2})\.\s+(?=[A-ZÅÄÖa-zåäö])")
_FIRST_LETTER = re.compile(r"(?<=[:.]\s)a[.)]\s+(?=[A-ZÅÄÖa-zåäö])")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LEAST_DASHES = 2


def item_starts(words: str) -> list[int]:
    """Return where list items begin within a paragraph, [] when it holds none.

    The item's mark (a bullet or its number) is part of it. Numbers must count on from the first, which stands at the
    start or after a colon, so that a date or a chapter in the running text is not taken for one.
    """
    if "•" in words or "▪" in words or "●" in words:
        return [found.start() for found in _BULLETS.finditer(words)]
    if (colon := words.find(": ")) >= 0 and (words.startswith(("- ", "– ", "− "), colon + 2)):
        dashes = [found.start() for found in _DASHES.finditer(words, colon)]
        return dashes if len(dashes) >= _LEAST_DASHES else []
    numbers = _counted(words)
    return numbers or _lettered(words)


def _counted(words: str) -> list[int]:
    """Return where numbered items begin."""
    first = _FIRST_NUMBER.search(words)
    if first is None:
        return []
    starts = [first.start()]
    number, position = int(first[1]), first.end()
    at_start = first.start() == 0
    while (found := _following(words, str(number + 1), position)) >= 0:
        starts.append(found)
        number, position = number + 1, found + 3
    if at_start and len(starts) < 3:
        loose, number, position = [0], int(first[1]), first.end()
        while (found := _following(words, str(number + 1), position, loose=True)) >= 0:
            loose.append(found)
            number, position = number + 1, found + 3
        starts = loose if len(loose) >= 3 else starts
    return starts if len(starts) > 1 else []


def _lettered(words: str) -> list[int]:
    """Return where items lettered a, b, c … begin; at least three."""
    first = _FIRST_LETTER.search(words)
    if first is None:
        return []
    starts, position = [first.start()], first.end()
    for letter in _LETTERS[1:]:
        found = _following(words, letter, position, loose=True)
        if found < 0:
            break
        starts.append(found)
        position = found + 3
    return starts if len(starts) >= 3 else []


def _following(words: str, mark: str, position: int, *, loose: bool = False) -> int:
    """Return where the item with `mark` begins after `position`, -1 when nowhere.

    Unless `loose`, a number follows the end of a sentence or clause.
    """
    while (position := words.find(f" {mark}. ", position)) >= 0:
        before = words[position - 1 : position]
        follows = words[position + len(mark) + 3 : position + len(mark) + 4]
        ends = before in ".,;:" or words.endswith((" samt", " och", ",samt"), 0, position)
        if follows.isalpha() and ((loose and follows.isupper()) or ends):
            return position + 1
        position += 1
    return -1
