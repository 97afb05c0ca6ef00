"""Meeting calendars in iCalendar form (RFC 5545): each event a table row of its properties, unfolded."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.blocks import Block, BlockKind, ReadDocument, RepairedText
from knowledge.errors import UnreadableDocumentError

_ONCE = frozenset({"SUMMARY", "DTSTART", "LOCATION", "STATUS", "RRULE", "RECURRENCE-ID", "UID"})
_SHOWN = frozenset({*_ONCE, "RDATE", "EXDATE"})
_RECURRING = frozenset({"RRULE", "RDATE", "RECURRENCE-ID"})
_NAMES = frozenset({"X-WR-CALNAME", "NAME"})
_MOST_SERIES = 60  # a rule may be made to take long to follow
_CALENDAR = "VCALENDAR"
_EVENT = "VEVENT"


@dataclass(frozen=True, slots=True)
class _Property:
    """A content line: its name in capitals, name and parameters as written, and its value unescaped."""

    name: str
    label: RepairedText
    value: RepairedText
    line: RepairedText


@dataclass(slots=True)
class _Reading:
    within: list[str] = field(default_factory=list)
    event: list[_Property] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    title: str = ""
    series: int = 0
    is_endless: bool = False


def is_icalendar(start: str) -> bool:
    """Tell whether a text begins as iCalendar does."""
    return start.lstrip("\ufeff \t\r\n")[:15].upper() == "BEGIN:VCALENDAR"


def read_icalendar(text: str) -> ReadDocument:
    r"""Return the events of a calendar with `\n` line ends; raise UnreadableDocumentError when it holds none."""
    if not is_icalendar(text):
        raise UnreadableDocumentError("Filen är ingen kalender: den börjar inte med BEGIN:VCALENDAR.")
    reading = _Reading()
    for line in _unfolded(text):
        found = _property(line)
        if found is not None:
            _take(found, reading)
    if not reading.blocks:
        raise UnreadableDocumentError("Kalendern innehåller inga sammanträden.")
    warnings = []
    if reading.is_endless:
        warnings.append(
            "Kalendern har sammanträden som återkommer utan slut (RRULE). De läses tio år framåt från det första."
        )
    if reading.series > _MOST_SERIES:
        warnings.append(
            f"Kalendern har {reading.series} serier av sammanträden. Bara de första {_MOST_SERIES} följs, "
            "av de andra lästes det första sammanträdet."
        )
    title = f"Sammanträdesplan: {reading.title}" if reading.title else "Sammanträdesplan"
    front = (("kind", "calendar"), ("title", title))
    return ReadDocument(text, tuple(reading.blocks), front_matter=front, warnings=tuple(warnings))


def _take(found: _Property, reading: _Reading) -> None:
    """Go into and out of components; what an alarm or a time zone says is not the event's."""
    value = found.value.text.strip().upper()
    if found.name == "BEGIN":
        reading.within.append(value)
        if value == _EVENT:
            reading.event = []
    elif found.name == "END":
        if reading.within and reading.within.pop() == _EVENT:
            _finish(reading)
    elif reading.within[-1:] == [_EVENT] and found.name in _SHOWN:
        if found.name not in _ONCE or all(each.name != found.name for each in reading.event):
            reading.event.append(found)
    elif reading.within == [_CALENDAR] and found.name in _NAMES:
        reading.title = reading.title or " ".join(found.value.text.split())


def _finish(reading: _Reading) -> None:
    """Take in an event that has a name and a day; a UID is of use only in a series."""
    names = {each.name for each in reading.event}
    if not {"SUMMARY", "DTSTART"} <= names:
        return
    rule = next((each.value.text.upper() for each in reading.event if each.name == "RRULE"), "")
    reading.series += bool(rule)
    reading.is_endless |= bool(rule) and not ("UNTIL=" in rule or "COUNT=" in rule)
    unused = {"RRULE"} if reading.series > _MOST_SERIES else set()
    if names.isdisjoint(_RECURRING - unused):
        unused.add("UID")
    reading.blocks.append(_row([each for each in reading.event if each.name not in unused]))


def _row(shown: list[_Property]) -> Block:
    text, offsets = "", array("i")
    for each in shown:
        if text:
            text += "\t"
            offsets.append(offsets[-1] + 1)
        text += each.line.text
        offsets.extend(each.line.offsets)
    return Block(
        BlockKind.TABLE_ROW,
        RepairedText(text, offsets),
        cells=tuple(each.value for each in shown),
        header=tuple(each.label for each in shown),
        table=1,
    )


def _unfolded(text: str) -> Iterator[RepairedText]:
    """Yield the content lines; a line that begins with a blank goes on from the one before."""
    kept = array("i")
    position = 0
    for raw in text.split("\n"):
        first = 1 if raw[:1] in (" ", "\t") and kept else 0
        if kept and not first:
            yield _text_at(text, kept)
            kept = array("i")
        kept.extend(range(position + first, position + len(raw)))
        position += len(raw) + 1
    if kept:
        yield _text_at(text, kept)


def _text_at(text: str, kept: "array[int]") -> RepairedText:
    return RepairedText("".join(text[at] for at in kept), kept)


def _property(line: RepairedText) -> _Property | None:
    """Part a content line at the first colon outside quotes; nothing when it has none."""
    quoted = False
    for at, character in enumerate(line.text):
        if character == '"':
            quoted = not quoted
        elif character == ":" and not quoted:
            label = line.part(0, at)
            value = _unescaped(line.part(at + 1, len(line.text)))
            whole = RepairedText(
                f"{label.text}:{value.text}", array("i", [*label.offsets, line.offsets[at], *value.offsets])
            )
            return _Property(label.text.split(";")[0].strip().upper(), label, value, whole)
    return None


def _unescaped(value: RepairedText) -> RepairedText:
    r"""Return a value with `\,`, `\;` and `\\` as the characters they stand for, and `\n` as a blank."""
    characters: list[str] = []
    offsets = array("i")
    at = 0
    while at < len(value.text):
        character = value.text[at]
        if character == "\\" and at + 1 < len(value.text):
            following = value.text[at + 1]
            if following in "nN":
                characters.append(" ")
                offsets.append(value.offsets[at])
                at += 2
                continue
            at += 1
            character = following
        characters.append(character)
        offsets.append(value.offsets[at])
        at += 1
    return RepairedText("".join(characters), offsets)
