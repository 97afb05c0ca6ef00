"""Field lists: names in one column and what they stand for in another, the text wrapped within its column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.reading.headings import is_known_heading
from knowledge.reading.lines import Line
from knowledge.reading.ruled_tables import RuledRow
from knowledge.reading.text_tables import Chunk, chunks_of

_PAIR, _FEWEST, _GAP = 2, 2, 3  # cells of a row; rows of a list; blanks between the columns
_LONGEST_NAME, _LONGEST_INDENT = 40, 12
_NO_NAMES = frozenset({"att", "samt", "dels", "varav"})
_WORD = re.compile(r"[^\W\d_]{2,}")
# What the first pages of minutes list in this way is read, line by line, by the grammar of minutes.
_OF_MEETINGS = re.compile(
    r"(?:plats|tid\b|beslutande|närvarande|frånvarande|ledam|ersättare|tjänste|övriga|justera|justering|paragraf|underskrift|sekreterare|ordförande|organ\b|anslag|förvaring"
    r"|ajourner|sammanträde|utses|signatur|§|ja\b|nej\b|namn\b|vid protokollet|ej tjänst|deltagare|deltog|föredragande|insyn|gäster|suppleant)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Field:
    """One name and its text: their chunks, and the lines they stand on."""

    lines: list[Line]
    name: list[Chunk]
    value: list[Chunk]


@dataclass(slots=True)
class _List:
    column: int  # of characters, in which the texts begin
    fields: list[_Field] = field(default_factory=list)
    is_wrapped: bool = False


def field_lists(text: str, lines: Sequence[Line]) -> list[RuledRow]:
    """Return the rows of the lists whose texts are wrapped in their column, or that a line ending in a colon introduces."""
    found: list[RuledRow] = []
    # the lines above the first gap are a letterhead, though they may stand in two columns
    number = next((n for n, line in enumerate(lines) if n and line.gap), len(lines))
    while number < len(lines):
        listed, taken = _list(text, lines, number)
        if listed is not None and (listed.is_wrapped or _is_introduced(lines, number)):
            found.extend(_ruled(listed))
        number += max(taken, 1)
    return found


def _list(text: str, lines: Sequence[Line], number: int) -> tuple[_List | None, int]:
    """Return the list that begins with a line and how many lines it takes; none when it begins none."""
    opened = _field(text, lines[number])
    if opened is None:
        return None, 1
    listed = _List(opened.value[0].left, [opened])
    taken = 1
    while number + taken < len(lines) and _take(listed, text, lines[number + taken]):
        taken += 1
    values = [chunk.words for each in listed.fields for chunk in each.value]
    if len(listed.fields) < _FEWEST or not all(map(_WORD.search, values)):
        return None, 1
    return listed, taken


def _take(listed: _List, text: str, line: Line) -> bool:
    """Add a line to the list, as a field or as the rest of one; tell whether it belongs to the list at all."""
    another = _field(text, line)
    if another is not None and another.value[0].left == listed.column and line.gap <= 1:
        listed.fields.append(another)
        return True
    if line.gap:
        return False
    before = listed.fields[-1]
    parts = chunks_of(text, line)
    if len(parts) == 1 and parts[0].left == listed.column:
        listed.is_wrapped = True
        before.value.extend(parts)
    elif (
        parts[0].left == before.name[0].left
        and parts[0].words[0].islower()
        and parts[0].right < listed.column
        and len(parts) <= _PAIR
        and all(part.left == listed.column for part in parts[1:])
    ):
        listed.is_wrapped = True
        before.name.append(parts[0])
        before.value.extend(parts[1:])
    else:
        return False
    before.lines.append(line)
    return True


def _field(text: str, line: Line) -> _Field | None:
    """Return the name and the text of a line that holds both; none when it does not."""
    if "\t" in line.text or line.text[0] in "|#•§" or "   " not in line.text:
        return None
    parts = chunks_of(text, line)
    if len(parts) != _PAIR or parts[1].left - parts[0].right < _GAP:
        return None
    name = parts[0]
    is_name = (
        len(name.words) <= _LONGEST_NAME
        and name.left <= _LONGEST_INDENT
        and name.words[-1] not in ".;,:"
        and name.words not in _NO_NAMES
        and any(character.isalpha() for character in name.words)
        and _OF_MEETINGS.match(name.words) is None
        and not is_known_heading(name.words)
    )
    return _Field([line], [name], [parts[1]]) if is_name else None


def _is_introduced(lines: Sequence[Line], number: int) -> bool:
    before = lines[number - 1] if number else None
    return before is not None and before.text[-1] == ":" and lines[number].gap <= 1


def _ruled(listed: _List) -> list[RuledRow]:
    return [
        RuledRow(
            each.lines[0].start,
            each.lines[-1].end,
            tuple((line.start, line.end) for line in each.lines),
            (tuple(chunk.place for chunk in each.name), tuple(chunk.place for chunk in each.value)),
            each.lines[0].page,
            is_header=False,
            starts_table=each is listed.fields[0],
        )
        for each in listed.fields
    ]
