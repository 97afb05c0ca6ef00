"""Calendars of meetings: a board's sammanträdesplan as CSV or ICS, read into a document and its meetings."""

import csv
import re
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePath
from zoneinfo import ZoneInfo

from knowledge.blocks import Block, BlockKind, ReadDocument, RepairedText, Span
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.errors import NoDocumentError, UnreadableDocumentError
from knowledge.facts import MeetingFact
from knowledge.when import Precision, When

CALENDAR_SUFFIXES = frozenset({".csv", ".ics"})
_LARGEST = 10 * 1024 * 1024
_DAY_COLUMNS = ("datum", "date", "dag", "sammanträdesdatum", "sammanträdesdag", "start", "startdatum")
_BOARD_COLUMNS = (
    "nämnd",
    "styrelse",
    "organ",
    "nämnd/styrelse",
    "board",
    "mötesforum",
    "sammanträde",
    "möte",
    "namn",
)
_PLACE_COLUMNS = ("plats", "lokal", "place", "location")
_TIME_COLUMNS = ("tid", "klockslag", "kl", "starttid", "time")
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_ORGANISATION = re.compile(r"\bRegion [A-ZÅÄÖ]\w+|\b[A-ZÅÄÖ]\w+ (?:kommun|stad)\b")
_ZONE = ZoneInfo("Europe/Stockholm")


@dataclass(frozen=True, slots=True)
class _Meeting:
    span: Span
    board: str
    day: date
    words: str
    time: str = ""
    place: str = ""
    header: Span | None = None


def reading_calendars(read: Callable[[Path], ReadDocument]) -> Callable[[Path], ReadDocument]:
    """Return a reader that reads calendars here and all else with `read`."""
    return lambda path: read_calendar(path) if path.suffix.lower() in CALENDAR_SUFFIXES else read(path)


def recognising_calendars(
    recognise: Callable[[ReadDocument, str], DocumentProfile],
) -> Callable[[ReadDocument, str], DocumentProfile]:
    """Return a recogniser that knows calendars by their suffix and all else by `recognise`."""
    return lambda document, name: (
        calendar_profile(document, name)
        if PurePath(name).suffix.lower() in CALENDAR_SUFFIXES
        else recognise(document, name)
    )


def read_calendar(path: Path) -> ReadDocument:
    """Return the calendar's text with a block for each line; raises UnreadableDocumentError when it is no calendar."""
    try:
        if path.stat().st_size > _LARGEST:
            raise UnreadableDocumentError("Filen är för stor för att vara en sammanträdesplan.")
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        text = path.read_bytes().decode("cp1252", errors="replace")
    except OSError as error:
        raise UnreadableDocumentError("Filen går inte att öppna: kontrollera behörigheten.") from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not any(True for _ in _meetings(text)):
        raise NoDocumentError("Filen är ingen sammanträdesplan: den saknar sammanträden med nämnd och datum.")
    return ReadDocument(text, tuple(_blocks(text)))


def calendar_profile(document: ReadDocument, file_name: str) -> DocumentProfile:
    """Return what a calendar says of itself."""
    meetings = list(_meetings(document.text))
    years = {meeting.day.year for meeting in meetings}
    boards = {meeting.board for meeting in meetings}
    named = re.search(r"^X-WR-CALNAME[^:\n]*:(.*)$", document.text, re.MULTILINE)
    title = (
        _unescaped(named.group(1)) if named else PurePath(file_name).stem.replace("_", " ").replace("-", " ")
    )
    title = title.strip() or file_name
    organisation = _ORGANISATION.search(title)
    return DocumentProfile(
        title=title[:1].upper() + title[1:],
        kind=DocumentKind.CALENDAR,
        organisation=organisation.group() if organisation else "",
        board=boards.pop() if len(boards) == 1 else "",
        year=years.pop() if len(years) == 1 else None,
    )


def read_meetings(document: ReadDocument, _profile: DocumentProfile) -> tuple[MeetingFact, ...]:
    """Return the meetings of a calendar."""
    return tuple(
        MeetingFact(
            span=meeting.span,
            subject=meeting.board,
            header_span=meeting.header,
            on=When(meeting.day, meeting.day, Precision.DAY, meeting.words, time=meeting.time),
            place=meeting.place,
        )
        for meeting in _meetings(document.text)
    )


def _meetings(text: str) -> Iterator[_Meeting]:
    yield from _of_ics(text) if text.lstrip().upper().startswith("BEGIN:VCALENDAR") else _of_csv(text)


def _blocks(text: str) -> Iterator[Block]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            content = RepairedText(line, array("l", range(start, start + len(line))))
            yield Block(BlockKind.PARAGRAPH, content)
        start += len(line) + 1


def _of_csv(text: str) -> Iterator[_Meeting]:
    lines = _lines(text)
    header = next(lines, None)
    if header is None:
        return
    divider = max(";,\t", key=header[1].count)
    names = [name.strip().lower() for name in next(csv.reader([header[1]], delimiter=divider), [])]
    if not (set(names) & set(_DAY_COLUMNS) and set(names) & set(_BOARD_COLUMNS)):
        return
    header_span = Span(header[0], header[0] + len(header[1]))
    for start, line in lines:
        cells = dict(zip(names, next(csv.reader([line], delimiter=divider), []), strict=False))
        day = _day(_cell(cells, _DAY_COLUMNS))
        board = _cell(cells, _BOARD_COLUMNS)
        if day is not None and board:
            yield _Meeting(
                Span(start, start + len(line)),
                board,
                day,
                _cell(cells, _DAY_COLUMNS),
                _cell(cells, _TIME_COLUMNS),
                _cell(cells, _PLACE_COLUMNS),
                header_span,
            )


def _of_ics(text: str) -> Iterator[_Meeting]:
    for event in re.finditer(r"BEGIN:VEVENT\n(.*?)\nEND:VEVENT", text, re.DOTALL):
        held: dict[str, str] = {}
        places: dict[str, tuple[int, int]] = {}
        for match in re.finditer(
            r"^([A-Z-]+)((?:;[^:\n]*)?):((?:.*)(?:\n[ \t].*)*)$", event.group(1), re.MULTILINE
        ):
            name = match.group(1)
            held.setdefault(name, match.group(2).upper() + "|" + re.sub(r"\n[ \t]", "", match.group(3)))
            places.setdefault(name, (event.start(1) + match.start(), event.start(1) + match.end()))
        begins, summary = held.get("DTSTART", "|"), _unescaped(held.get("SUMMARY", "|").partition("|")[2])
        if held.get("STATUS", "|").endswith("|CANCELLED"):
            continue
        when = _ics_time(begins.partition("|")[2])
        board = re.split(r"\s*[,–:]\s*|\s+-\s+|\s+sammanträde\b", summary)[0].strip()
        if when is None or not board:
            continue
        stretches = [places[name] for name in ("DTSTART", "SUMMARY") if name in places]
        span = Span(min(start for start, _ in stretches), max(end for _, end in stretches))
        day, time = when
        place = _unescaped(held.get("LOCATION", "|").partition("|")[2])
        yield _Meeting(span, board, day, day.isoformat(), time, place)


def _ics_time(value: str) -> tuple[date, str] | None:
    day = _day(value)
    clock = re.search(r"T(\d\d)(\d\d)(\d\d)?(Z?)", value)
    if day is None or clock is None:
        return (day, "") if day else None
    hour, minute = int(clock.group(1)), int(clock.group(2))
    if clock.group(4) and hour < 24 and minute < 60:
        here = datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo("UTC")).astimezone(_ZONE)
        return here.date(), f"{here:%H.%M}"
    return day, f"{hour:02}.{minute:02}"


def _day(words: str) -> date | None:
    match = _DAY.search(words)
    try:
        return date(*(int(part) for part in match.groups())) if match else None
    except ValueError:
        return None


def _cell(cells: Mapping[str, str], names: Sequence[str]) -> str:
    return next((cells[name].strip() for name in names if cells.get(name, "").strip()), "")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def _unescaped(value: str) -> str:
    return re.sub(r"\\([,;\\])", r"\1", value).replace("\\n", " ").strip()
