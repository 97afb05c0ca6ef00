"""Outline: which of the lines that stand alone are headings, and how deep each heading lies."""

import itertools
import re
from collections.abc import Sequence

from knowledge.reading.headings import (
    AGENDA_START,
    FIELD,
    LABELLED,
    NUMBERED,
    PARAGRAPH_SIGN,
    is_known_heading,
    is_shouted,
    lists_references,
    looks_like_heading,
)
from knowledge.reading.pieces import Piece, Role
from knowledge.reading.rows import flattened_header

_LETTER_HEAD = re.compile(r"Tjänste(?:utlåtande|skrivelse)\b", re.IGNORECASE)
_APPENDIX = re.compile(r"(?:Definitioner|Förkortningar|Begrepp och|Bilagor)\b")
_LABEL = re.compile(r"[A-ZÅÄÖ][\w/ ]{2,24}: (?=[A-ZÅÄÖ])")
_BODY = 50
_LONGEST_CAPTION = 60
_SECTION_SIGN = re.compile(r"\d{1,3}\s?§\s+(?=[A-ZÅÄÖ])")
_LONGEST = 170
_FEWEST_BEFORE = 3  # sections before the last one, when nothing after it counts on
_LONGEST_TITLE = 300


def outlined(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with headings recognised by their surroundings, and a level on each heading."""
    _join_titles(pieces)
    has_hashes = any(p.role is Role.HEADING and (p.skip or p.lines[0].weight) for p in pieces)
    numbered = _numbered_headings(pieces)
    titled = _title(pieces)
    in_table = False
    heading = ""
    for number in (*range(titled), *numbered):
        pieces[number].role = Role.HEADING
    for number, piece in enumerate(pieces):
        if piece.role is Role.HEADING:
            in_table = False
        elif piece.role is Role.TEXT:
            if not has_hashes and _is_heading(pieces, number, heading, in_table=in_table):
                piece.role = Role.HEADING
                in_table = False
        elif piece.role in (Role.RULED_ROW, Role.BAR_ROW, Role.TAB_ROW, Role.ALIGNED_ROW):
            in_table = False
        if piece.role is Role.TEXT and flattened_header(piece.lines[0]):
            in_table = True
        if piece.role is Role.HEADING:
            heading = piece.words
    return _levelled(pieces, titled)


def _is_heading(pieces: Sequence[Piece], number: int, under: str, *, in_table: bool) -> bool:
    """Tell whether a piece of text is a heading, from its words and from what stands around it."""
    piece = pieces[number]
    words = piece.words
    opens_page = piece.gap >= 3
    alone = number + 1 == len(pieces) or pieces[number + 1].gap > 0
    if not alone and not in_table and _is_caption(pieces, number) and not lists_references(under):
        return True
    if len(words) > _LONGEST or not (alone or opens_page) or (piece.gap == 0 and number > 0):
        return False
    if len(piece.lines) > (3 if opens_page or LABELLED.match(words) else 1) or flattened_header(
        piece.lines[0]
    ):
        return False
    if piece.lines[0].repeats:
        return False
    if is_shouted(words):
        return _has_body(pieces, number)
    if not looks_like_heading(words) or (lists_references(under) and not opens_page):
        return False
    if LABELLED.match(words) or opens_page:
        return _has_body(pieces, number) or opens_page
    if in_table or not _has_body(pieces, number):
        return False
    return number == 0 or _is_settled(pieces[number - 1])


def _is_caption(pieces: Sequence[Piece], number: int) -> bool:
    """Tell whether a short line, set apart from what is above it, heads the list or the text right below it."""
    piece, after = pieces[number], pieces[number + 1]
    words = piece.words
    if piece.gap == 0 or len(piece.lines) > 1 or len(words) > _LONGEST_CAPTION or piece.lines[0].repeats:
        return False
    paragraph = _SECTION_SIGN.match(words)
    if paragraph is not None:
        return looks_like_heading(words[paragraph.end() :]) and _is_settled(pieces[number - 1])
    is_body = after.role not in (Role.TEXT, Role.HEADING) or (
        after.role is Role.TEXT and len(after.words) >= _BODY and after.words[-1] in ".:"
    )
    return (
        is_body
        and after.words[0] != words[0].lower()
        and looks_like_heading(words)
        and _is_settled(pieces[number - 1])
    )


def _has_body(pieces: Sequence[Piece], number: int) -> bool:
    """Tell whether what follows is something that a heading can head."""
    if number + 1 >= len(pieces):
        return False
    after = pieces[number + 1]
    if after.role is Role.HEADING:
        return number > 0 and pieces[number - 1].role is not Role.HEADING and is_known_heading(after.words)
    if after.role is not Role.TEXT:
        return True
    words = after.words
    if words[0].islower():
        return False
    return (
        (len(words) >= _BODY and (words[-1] in ".:;!?" or len(words) > 110 or len(after.lines) > 1))
        or words[-1] in ".:"
        or flattened_header(after.lines[0]) != ()
        or "   " in words
    )


def _is_settled(before: Piece) -> bool:
    """Tell whether what stands before has come to its end, so that a heading may follow."""
    if before.role is not Role.TEXT:
        return True
    words = before.words
    return (
        words[-1] in '.:;!?)]”"…'
        or len(words) > _LONGEST
        or FIELD.match(words) is not None
        or before.words.startswith(("Signature", "http"))
    )


def _numbered_headings(pieces: Sequence[Piece]) -> set[int]:
    """Return the pieces that are numbered headings ("8. Organisation"), not items of a list.

    A number counts for a heading when it stands alone, is followed by something of its own, and its like go
    on counting through the document, or when it has several parts (6.1).
    """
    candidates: list[tuple[int, tuple[int, ...]]] = []
    over_lists: dict[int, int] = {}  # those that a list or table follows at once, with their number
    for number, piece in enumerate(pieces):
        if (
            piece.role not in (Role.TEXT, Role.ITEM, Role.HEADING)
            or piece.skip
            or len(piece.words) > _LONGEST
            or len(piece.lines) > 2
        ):
            continue
        found = NUMBERED.match(piece.words)
        if found is None or (piece.gap == 0 and number > 0 and not _is_deep_title(pieces, number)):
            continue
        parts = tuple(int(part) for part in found[1].split("."))
        rest = piece.words[found.end() :]
        if len(parts) > 1 and (label := _LABEL.match(rest)):
            rest = rest[label.end() :]
        if (
            len(parts) == 1 and "." not in piece.words[: found.end()] and piece.role is Role.ITEM
        ) or not looks_like_heading(rest):
            continue
        if (
            number + 1 < len(pieces)
            and pieces[number + 1].gap == 0
            and pieces[number + 1].role is not Role.TEXT
        ):
            opens_other = piece.gap > 0 and _opens_other(pieces[number + 1])
            if len(parts) == 1 and opens_other:
                over_lists[number] = parts[0]
            if len(parts) == 1 or not opens_other:
                continue
        candidates.append((number, parts))
    outline = _counting_on(pieces, candidates)
    tops = {number: parts[0] for number, parts in candidates if len(parts) == 1 and number in outline}
    return outline | _between(tops, over_lists)


def _opens_other(after: Piece) -> bool:
    """Tell whether what follows is a table or a list, but none that is numbered as the line above may be."""
    return after.role is not Role.ITEM or bool(after.skip) or NUMBERED.match(after.words) is None


def _between(tops: dict[int, int], over_lists: dict[int, int]) -> set[int]:
    """Return the lines above a list or a table whose numbers the headings before and after count past."""
    found: set[int] = set()
    for number, value in over_lists.items():
        before = max((place for place in tops if place < number), default=None)
        after = min((place for place in tops if place > number), default=None)
        counts = before is not None and tops[before] == value - 1
        if counts and (tops[after] > value if after is not None else value >= _FEWEST_BEFORE):
            found.add(number)
            tops = {**tops, number: value}
    return found


def _is_deep_title(pieces: Sequence[Piece], number: int) -> bool:
    """Tell whether a short line numbered in parts ("2.1 Effektmål") heads what follows, though no blank line parts them."""
    words = pieces[number].words
    found = NUMBERED.match(words)
    if found is None or "." not in found[1] or len(words) > _LONGEST_CAPTION or number + 1 >= len(pieces):
        return False
    return pieces[number + 1].gap == 0 and NUMBERED.match(pieces[number + 1].words) is None


def _counting_on(pieces: Sequence[Piece], candidates: list[tuple[int, tuple[int, ...]]]) -> set[int]:
    """Return the candidates that outline the document."""
    deep = {number for number, parts in candidates if len(parts) > 1}
    tops = [(number, parts[0]) for number, parts in candidates if len(parts) == 1]
    headed = [
        (number, value)
        for number, value in tops
        if number + 1 < len(pieces)
        and not (
            pieces[number + 1].role is Role.ITEM
            and NUMBERED.match(pieces[number + 1].words)
            and number + 1 not in deep
        )
        and not (number > 0 and pieces[number - 1].words[-1:] == ":" and pieces[number - 1].role is Role.TEXT)
    ]
    if deep:
        stems = {parts[0] for _, parts in candidates if len(parts) > 1}
        return deep | {
            n for n, value in tops if value in stems or (n, value) in headed or _is_parted(pieces, n)
        }
    rising = len(headed) >= 2 and all(a[1] < b[1] for a, b in itertools.pairwise(headed))
    if rising and headed[0][1] <= 2 and len(headed) >= 0.6 * len(tops):
        return {number for number, _ in headed}
    return set()


def _is_parted(pieces: Sequence[Piece], number: int) -> bool:
    """Tell whether blank lines stand on both sides."""
    return pieces[number].gap > 0 and (number + 1 >= len(pieces) or pieces[number + 1].gap > 0)


def _join_titles(pieces: list[Piece]) -> None:
    """Put a title together whose first line ends in a dash ("Uppdragsdirektiv –" / "Minska …")."""
    for number in range(min(3, len(pieces) - 1)):
        piece, after = pieces[number], pieces[number + 1]
        opens = piece.role is after.role is Role.TEXT and piece.words[-1] in "–-" and len(piece.words) < 80
        if opens and len(after.words) <= 220 and after.words[-1] not in ".:;":
            piece.lines.extend(after.lines)
            del pieces[number + 1]
            return


def _title(pieces: Sequence[Piece]) -> int:
    """Return how many pieces at the start are the document's title."""
    count = 0
    while count < min(3, len(pieces) - 1) and _is_title(pieces, count):
        count += 1
    return count


def _is_title(pieces: Sequence[Piece], number: int) -> bool:
    """Tell whether a piece at the very start, after a title line or two, belongs to the title."""
    piece, after = pieces[number], pieces[number + 1]
    words = piece.words
    if (
        piece.role is not Role.TEXT
        or len(words) > _LONGEST_TITLE
        or len(piece.lines) > 5
        or piece.lines[0].repeats
        or not words[0].isupper()
    ):
        return False
    if (
        (FIELD.match(words) and not LABELLED.match(words))
        or "   " in words
        or words[-1] in ".,;:"
        or NUMBERED.match(words)
    ):
        return False
    if after.gap == 0 and after.role is Role.TEXT:
        return False
    if len(words) > _LONGEST and not ("–" in words and len(piece.lines) > 1):
        return False
    if number == 0:
        return True
    is_near = piece.gap < 3 and len(pieces[number - 1].words) <= 40
    return is_near and (looks_like_heading(words) or "–" in words)


def _levelled(pieces: list[Piece], titled: int) -> list[Piece]:
    """Set each heading's level: 1 title, 2 § or main section, deeper by numbering; known headings under those."""
    levels = _Levels(
        any(p.role is Role.HEADING and PARAGRAPH_SIGN.match(p.words.lstrip("* ")) for p in pieces)
    )
    for number, piece in enumerate(pieces):
        if piece.role is Role.HEADING:
            if not piece.level and number < titled:
                piece.level = 1
            else:
                piece.level = levels.of(piece.words.lstrip("* "), piece.level, piece.lines[0].weight)
        elif piece.role is Role.TEXT:  # its level counts when it turns out to begin with its heading
            piece.level = levels.within(piece.words)
    return pieces


class _Levels:
    """Count how deep the headings of a document lie, in order."""

    def __init__(self, has_paragraphs: bool) -> None:
        self._has_paragraphs = has_paragraphs
        self._marked = 0  # the last heading that bears its level in its own marks
        self._above = 2  # the last heading that others may lie under

    def of(self, words: str, marked: int, weight: int) -> int:
        """Return the level of the next heading: `marked` is the one its own marks give, `weight` the rank of its type."""
        if marked:
            self._marked = self._above = marked
            return marked
        section = self._marked + 1 if self._marked else 2
        if (
            PARAGRAPH_SIGN.match(words)
            or _LETTER_HEAD.match(words)
            or LABELLED.match(words)
            or _APPENDIX.match(words)
        ):
            self._above = section
        elif found := NUMBERED.match(words):
            self._above = section + found[1].count(".")
        elif self._has_paragraphs:
            return self._above + 1
        elif weight:
            self._above = weight
        elif is_known_heading(words):
            return self._above + 1
        else:
            self._above = section
        return self._above

    def within(self, words: str) -> int:
        """Return the level of a heading at the start of a paragraph that extraction joined to it."""
        numbered = NUMBERED.match(words)
        if numbered is not None and "." in numbered[1]:
            self._above = numbered[1].count(".") + 2
            return self._above
        if AGENDA_START.match(words):
            self._above = 2
            return self._above
        return self._above + 1
