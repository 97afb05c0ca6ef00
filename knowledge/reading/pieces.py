"""Pieces: lines put together again into the paragraphs, list items, rows and headings they were wrapped from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from knowledge.reading.headings import (
    AGENDA_START,
    LABELLED,
    NUMBERED,
    PARAGRAPH_SIGN,
    heads_by_type,
    is_known_heading,
    reads_as_sentence,
)
from knowledge.reading.lines import Line
from knowledge.reading.rows import aligned_cells, is_field, is_rule
from knowledge.reading.ruled_tables import RuledRow

BULLET = re.compile(r"(?:[•▪●○◦·‣⁃∙■□➢✓►\ue000-\uf8ff]|[-–−*](?=\s)|\+(?=\s+\D)|[–−](?=[A-ZÅÄÖ]))\s*")
ORDINAL = re.compile(r"(?:\(?\d{1,2}[.)]|[a-zåäö][.)]|\([a-z]\))(?:\s+|$)")
_HASHES = re.compile(r"#{1,6}\s+")
_FIELD = re.compile(r"[A-ZÅÄÖ][^:.]{1,30}:(?: |$)")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_GOES_ON = re.compile(
    r"(?:[,–(/]|\b(?:och|eller|samt|av|för|till|med|i|en|ett|den|det|de|som|att|på|om|hos|vid|från|under|inom|mellan|ur|enligt|§|den \d{1,2}|nr|kap\.|bl\.a\.|t\.ex\.|m\.fl\.))$"
)
_POINT = re.compile(r"(?:att|dels) {3,}\S")  # a point of a decision, set out with blanks
_HANGING = re.compile(r"\S{1,4} {3,}(?=\S)(?!.*   )")
# What opens the rows of a table whose columns are gone: a code ("BP1", "PM 2", "2027:3"), a day or a month.
_ROW_STARTS = (
    re.compile(r"[A-ZÅÄÖ]{1,3} ?\d{1,2}[a-c]?[.:]? (?=\S)"),
    re.compile(r"20\d\d:\d{1,2} (?=\S)"),
    re.compile(
        r"(?:\d{1,2}/\d{1,2}(?:[ -]20\d\d)?|20\d\d-\d\d-\d\d|(?:\d{1,2} )?(?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.? 20\d\d) (?=[A-ZÅÄÖ])"
    ),
)
_NAMES_THE_CASE = re.compile(
    r"§§?\s*\d{1,4}[a-z]?\s*(?:(?:Dnr|Diarienr|Diarienummer|Ärendenummer|Ärendenr|Ärende)\s*:?\s*\S+(?: \d{4,6}/?\d*)?|[A-ZÅÄÖ]{2,5}[ -]\d{2,4}-\d{2,5})?\s*"
)
_DECIDES = re.compile(
    r"(?:[A-ZÅÄÖ][a-zåäö]+|[A-ZÅÄÖ][\w-]+ (?:och|samt) [a-zåäö]+) (?:beslutar|beslutade|föreslår)\b"
)
_ENDS_IN_NUMBER = re.compile(r"\S {3,}(?:(?:Dnr|Diarienr)\.?:? )?[A-ZÅÄÖ]{1,5}[ -]?\d{2,6}[-/:]\d{1,6}$")
_LONGEST_TITLE = 320
_FEWEST_BARS, _FEWEST_ROWS = 2, 3  # of a table that nothing rules
_ROOM = 60  # characters that any line holds


class Role(Enum):
    """What a piece is, as far as its own lines tell."""

    HEADING = auto()
    TEXT = auto()
    ITEM = auto()
    RULED_ROW = auto()
    BAR_ROW = auto()
    TAB_ROW = auto()
    ALIGNED_ROW = auto()
    RULE = auto()


@dataclass(slots=True)
class Piece:
    """Lines that belong together; `skip` characters at the start are a mark (bullet, hashes), not words."""

    role: Role
    lines: list[Line]
    gap: int
    skip: int = 0
    level: int = 0
    row: RuledRow | None = None

    @property
    def words(self) -> str:
        """The raw words, one blank for a line end."""
        return " ".join(line.text for line in self.lines)[self.skip :]

    @property
    def stretches(self) -> list[tuple[int, int]]:
        """Where the lines stand, the mark left out."""
        first, *others = self.lines
        return [(first.start + self.skip, first.end), *((line.start, line.end) for line in others)]


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How wide the document's lines are set; 0 when each line is a paragraph of its own."""

    width: int

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Wrapping":
        """Judge by the longer lines."""
        lengths = sorted(len(line.text) for line in lines if len(line.text) > 40)
        if not lengths:
            return cls(0)
        width = lengths[min(len(lengths) - 1, len(lengths) * 9 // 10)]
        return cls(width if width <= 170 else 0)

    def breaks(self, before: Line, line: Line) -> bool:
        """Tell whether a paragraph ends between two neighbouring lines."""
        if before.weight != line.weight or before.repeats != line.repeats:
            return True
        first = line.text[0]
        if first.islower() or first in "(,;.:)”’" or before.text[-1] in "-,\u00ad":
            return False
        if "   " in before.text and not _hangs(before, line):
            return True
        ends = before.text[-1] in '.:;!?”"'
        if before.is_soft and not ends:
            return False
        if not self.width:
            return ends or _GOES_ON.search(before.text[-12:]) is None
        if _GOES_ON.search(before.text[-12:]):
            return False
        room = len(before.text) + 1 + len(line.text.split(None, 1)[0])
        if first.isalpha() or ends:
            return room <= self.width * (0.92 if ends else 0.85)
        return room <= self.width * 0.6


def _hangs(before: Line, line: Line) -> bool:
    """Tell a line set in as far as the words above it, which a short mark and blanks precede ("att     anta planen")."""
    mark = _HANGING.match(before.text)
    return mark is not None and before.indent + mark.end() == line.indent


def _starts_row(before: Line, line: Line) -> bool:
    """Tell a line that opens with a code or a day, as the line before it does: each is a row of its own."""
    return any(opens.match(before.text) and opens.match(line.text) for opens in _ROW_STARTS)


def pieces_of(lines: Sequence[Line], wrapping: Wrapping) -> list[Piece]:
    """Return the pieces that the lines make up, in order."""
    pieces: list[Piece] = []
    number = 0
    while number < len(lines):
        line = lines[number]
        taken = _bold_heading(lines, number) or _paragraph_heading(lines, number)
        if taken:
            pieces.append(Piece(Role.HEADING, list(lines[number : number + taken]), line.gap or 1))
            number += taken
            continue
        if taken := _bare_table(lines, number):
            pieces.extend(
                Piece(Role.RULE if is_rule(row.text) else Role.BAR_ROW, [row], row.gap)
                for row in lines[number : number + taken]
            )
            number += taken
            continue
        _place(line, pieces, wrapping)
        number += 1
    return _rejoined(pieces)


def _place(line: Line, pieces: list[Piece], wrapping: Wrapping) -> None:
    """Put one line with the piece before it, or begin another."""
    before = pieces[-1] if pieces else None
    role, skip = _role(line)
    if (
        line.weight
        and not line.repeats
        and role in (Role.TEXT, Role.ITEM)
        and not skip
        and heads_by_type(line.text)
    ):
        goes_on = before is not None and before.role is Role.HEADING and line.gap == 0
        opens = NUMBERED.match(line.text) or LABELLED.match(line.text) or is_known_heading(line.text)
        if (
            goes_on
            and not opens
            and before is not None
            and before.lines[-1].weight == line.weight
            and not before.skip
        ):
            before.lines.append(line)
        else:
            pieces.append(Piece(Role.HEADING, [line], line.gap or 1))
        return
    if (
        role is Role.RULE
        and before is not None
        and before.role is Role.TEXT
        and line.gap == 0
        and len(before.lines) == 1
        and "|" not in line.text
        and len(before.lines[0].text) <= _LONGEST_TITLE
    ):
        before.role, before.level = Role.HEADING, 1 if line.text[0] == "=" else 2
        return
    if (
        role is Role.TEXT
        and line.gap == 0
        and before is not None
        and before.role in (Role.TEXT, Role.ITEM)
        and not is_known_heading(before.lines[-1].text)
        and not (
            line.turns_page or wrapping.breaks(before.lines[-1], line) or _starts_row(before.lines[0], line)
        )
        and _POINT.match(line.text) is None
    ):
        before.lines.append(line)
        return
    if (
        role is Role.HEADING
        and line.text[-1] == ":"
        and line.gap == 0
        and before is not None
        and _FIELD.match(before.lines[-1].text)
    ):
        role = Role.TEXT
    if role is Role.ITEM and not skip and line.text[0].isalnum() and line.gap == 0 and before is not None:
        # "… enligt punkt" / "1. Något": a number that a wrapped line happens to begin with
        flows = before.role in (Role.TEXT, Role.ITEM) and _GOES_ON.search(before.lines[-1].text[-12:])
        if flows and before.lines[-1].text[-1] != "," and not before.lines[-1].text.endswith(" att"):
            before.lines.append(line)
            return
    level = len(line.text[:skip].rstrip()) if role is Role.HEADING and line.text[0] == "#" else 0
    pieces.append(Piece(role, [line], line.gap, skip, level))


def _role(line: Line) -> tuple[Role, int]:
    """Return what a line is on its own, and how many characters of it are a mark."""
    text = line.text
    first = text[0]
    if first == "\t":
        return Role.TAB_ROW, 0
    if first == "|" and text.count("|") >= 2:
        return (Role.RULE, 0) if is_rule(text) else (Role.BAR_ROW, 0)
    if first in "=-" and _UNDERLINE.fullmatch(text):
        return Role.RULE, 0
    if first == "#" and (hashes := _HASHES.match(text)):
        return Role.HEADING, hashes.end()
    if first == ">" and len(text) > 1:
        return Role.TEXT, 1 + len(text[1:]) - len(text[1:].lstrip())
    if (bullet := BULLET.match(text)) and (bullet.end() < len(text) or len(text) == 1):
        return Role.ITEM, bullet.end()
    if ORDINAL.match(text) and not AGENDA_START.match(text):
        return Role.ITEM, 0
    if "\t" in text:
        return Role.TAB_ROW, 0
    if is_known_heading(text):
        return Role.HEADING, 0
    if (
        "   " in text
        and _POINT.match(text) is None
        and (cells := aligned_cells(line))
        and not is_field(cells, text, line.start)
    ):
        return Role.ALIGNED_ROW, 0
    return Role.TEXT, 0


def _bare_table(lines: Sequence[Line], number: int) -> int:
    """Return how many lines from here on are a table whose rows have no bars at their edges, 0 when none are.

    Below a rule (Markdown) every line with a bar is a row; without one each must have as many bars as the first.
    """
    bars = lines[number].text.count("|")
    if not bars or lines[number].text[0] == "|" or number + 1 >= len(lines) or lines[number + 1].gap:
        return 0
    is_ruled = "|" in lines[number + 1].text and is_rule(lines[number + 1].text)
    count = 2 if is_ruled else 1
    while number + count < len(lines) and not lines[number + count].gap:
        found = lines[number + count].text.count("|")
        if not found or (not is_ruled and found != bars):
            break
        count += 1
    return count if is_ruled or (bars >= _FEWEST_BARS and count >= _FEWEST_ROWS) else 0


def _bold_heading(lines: Sequence[Line], number: int) -> int:
    """Return how many lines from here on are one stretch set in bold and nothing else, 0 when none are."""
    if not lines[number].text.startswith("**") or (lines[number].gap == 0 and number > 0):
        return 0
    for count in range(1, 6):
        last = number + count - 1
        if last >= len(lines) or (count > 1 and lines[last].gap):
            return 0
        words = lines[last].text
        if words.endswith("**") and len(words) > 2:
            inner = " ".join(line.text for line in lines[number : last + 1])[2:-2]
            is_end = last + 1 >= len(lines) or lines[last + 1].gap > 0
            return (
                count
                if is_end and "**" not in inner and 0 < len(inner) <= 300 and inner[-1] not in ".,;"
                else 0
            )
        if "**" in words[2 if count == 1 else 0 :]:
            return 0
    return 0


def _paragraph_heading(lines: Sequence[Line], number: int) -> int:
    """Return how many lines from here on head a numbered paragraph of minutes (§ 66 …), 0 when none do."""
    line = lines[number]
    text = line.text
    if text[0] != "§" or len(text) > _LONGEST_TITLE or not PARAGRAPH_SIGN.match(text):
        return 0
    rest = text[_NAMES_THE_CASE.match(text).end() :] if _NAMES_THE_CASE.match(text) else ""  # type: ignore[union-attr]
    if rest and (rest[0].islower() or rest[0] in ",.;)–-" or reads_as_sentence(rest)):
        return 0
    if line.gap == 0 and number > 0 and lines[number - 1].text[-1] not in ".:!?)0123456789":
        return 0
    if line.gap == 0 and number > 0 and not rest and not re.search(r"[A-ZÅÄÖ]", text):
        return 0
    count, total = 1, len(text)
    while number + count < len(lines) and count < 6:
        following = lines[number + count]
        is_parted = following.gap > 0 and (bool(rest) or following.gap > 2 or count > 1)
        if is_parted or is_known_heading(following.text) or total + len(following.text) > _LONGEST_TITLE:
            break
        if (
            _role(following)[0] is not Role.TEXT
            or following.text[0] == "§"
            or reads_as_sentence(following.text)
        ):
            break
        if count == 1 and rest and (_opens_text(line, following) or _is_registered(line, following)):
            break
        total += len(following.text)
        count += 1
        rest = rest or following.text
    return count


def _opens_text(title: Line, following: Line) -> bool:
    """Tell whether the line below a short title begins the text: its first word would have had room beside the title."""
    first = following.text.split(None, 1)[0]
    return following.text[0].isupper() and len(title.text) + len(first) < _ROOM < len(following.text)


def _is_registered(title: Line, following: Line) -> bool:
    """Tell whether a title has its number at the end of its own line, and the text begins below it."""
    begins = following.text[0].isupper() and len(following.text) > _ROOM
    return _ENDS_IN_NUMBER.search(title.text) is not None and (
        begins or _DECIDES.match(following.text) is not None
    )


def _rejoined(pieces: list[Piece]) -> list[Piece]:
    """Join a sentence that a blank line or a page end tore apart; give lone bullets the texts they lost."""
    joined: list[Piece] = []
    for number, piece in enumerate(pieces):
        before = joined[-1] if joined else None
        if before is not None and _is_wrapped_dash(pieces, number):
            before.lines.extend(piece.lines)
            continue
        if (
            before is not None
            and piece.role is Role.TEXT
            and before.role in (Role.TEXT, Role.ITEM)
            and piece.gap > 0
            and _goes_on(before.lines[-1], piece.lines[0])
        ):
            before.lines.extend(piece.lines)
            continue
        joined.append(piece)
    return _with_bullets(joined)


def _is_wrapped_dash(pieces: Sequence[Piece], number: int) -> bool:
    """Tell whether a dash at the start of a line belongs to the sentence before it and opens no list."""
    piece, before = pieces[number], pieces[number - 1]
    if piece.role is not Role.ITEM or not piece.skip or piece.gap or piece.lines[0].text[0] not in "-–−":
        return False
    if (
        before.role is not Role.TEXT
        or before.lines[-1].text[-1] in ".:;!?"
        or len(before.lines[-1].text) < 40
    ):
        return False
    return number + 1 >= len(pieces) or not (
        pieces[number + 1].role is Role.ITEM and pieces[number + 1].gap == 0
    )


def _goes_on(before: Line, line: Line) -> bool:
    """Tell whether a sentence runs from one line to another across blank lines."""
    if len(before.text) < 25 or before.text[-1] in '.:;!?”"' or is_known_heading(before.text):
        return False
    if before.is_soft and before.text.count("(") > before.text.count(")"):
        return True
    return line.text[0].islower() and ORDINAL.match(line.text) is None and LABELLED.match(before.text) is None


def _with_bullets(pieces: list[Piece]) -> list[Piece]:
    """Turn n bullets without words, followed by lines of text, into n list items."""
    result: list[Piece] = []
    number = 0
    while number < len(pieces):
        count = 0
        while number + count < len(pieces) and _is_lone_bullet(pieces[number + count]):
            count += 1
        if not count:
            result.append(pieces[number])
            number += 1
            continue
        number += count
        lines: list[Line] = []
        while (
            number < len(pieces)
            and pieces[number].role is Role.TEXT
            and (not lines or pieces[number].gap == 0)
        ):
            lines.extend(pieces[number].lines)
            number += 1
        result.extend(_shared_out(lines, count))
    return result


def _is_lone_bullet(piece: Piece) -> bool:
    return piece.role is Role.ITEM and len(piece.lines) == 1 and len(piece.lines[0].text) == 1


def _shared_out(lines: list[Line], count: int) -> list[Piece]:
    """Cut lines into list items where a sentence ends; what is beyond `count` items stays with the last."""
    items: list[Piece] = []
    for line in lines:
        starts = not items or (
            len(items) < count and items[-1].lines[-1].text[-1] in ".;!?" and not line.text[0].islower()
        )
        if starts:
            items.append(Piece(Role.ITEM, [line], line.gap))
        else:
            items[-1].lines.append(line)
    return items
