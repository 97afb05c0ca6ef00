"""Tables in minutes that say who is to do what by when, or what was decided in which matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.parsing.addressees import split_addressees
from knowledge.parsing.minutes_stream import Stream, TableRow
from knowledge.parsing.swedish_dates import find_dates
from knowledge.when import Precision, When


@dataclass(frozen=True, slots=True)
class Task:
    """A row of a list of assignments: what, who, and when it is due under which heading; `header` is the header's place."""

    row: tuple[int, int]
    header: tuple[int, int] | None
    number: str
    what: str
    responsible: tuple[str, ...]
    label: str = ""
    due: When | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """A row that says what was decided: in which matter, or by whom on delegation."""

    row: tuple[int, int]
    number: str
    matter: str
    words: str
    delegate: str = ""


# Columns by their titles; the first pattern that fits a title names it.
_TITLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (column, re.compile(rf"(?:{words})[:.]?", re.IGNORECASE))
    for column, words in (
        ("number", r"nr|nummer|id|§|paragraf|punkt|beslut(?:s)?\s?nr|löpnr|#"),
        ("delegate", r"delegat|delegerad(?:\s+till)?|beslutsfattare|beslutande|fattat\s+av"),
        ("given", r"gavs|givet|datum\s+för\s+uppdrag|beslutat\s+datum|beslutsdatum|inkom|från"),
        (
            "due",
            r"klart?(?:\s+senast|\s+till|datum)?|senast(?:\s+klart?)?|när|deadline|slutdatum|färdigt?|tid(?:punkt|plan)?|"
            r"(?:ska\s+)?(?:vara\s+klart?|(?:åter|slut|av)?(?:redovisas?|rapporteras?))(?:\s+.{1,30})?|åter\s+(?:till|i)\s+.{2,30}|"
            r"(?:åter|slut|av)(?:rapport|redovisning|rapportering|koppling)(?:\s+.{1,30})?|uppföljning(?:sdatum)?",
        ),
        ("state", r"status|läge|kommentar(?:er)?|lägesbild|utfall|resultat"),
        (
            "who",
            r"ansvarig(?:a|t|\s+.{2,30})?|ansvar|till|vem|handläggare|utförare|mottagare|uppdragstagare|tilldelad|riktas\s+till|ägare|åligger",
        ),
        ("matter", r"ärende(?:n|mening)?|rubrik|fråga|ämne"),
        ("text", r"innehåll|beskrivning"),
        (
            "what",
            r"uppdrag(?:et)?|att\s+göra|åtgärd(?:er)?|aktivitet(?:er)?|vad|insats(?:er)?|uppgift(?:er)?",
        ),
        (
            "ruling",
            r"beslut(?:et|at)?|beslut\s*(?:/|och|&)\s*åtgärd(?:er)?|åtgärd\s*/\s*beslut|ställningstagande",
        ),
        ("day", r"datum"),
    )
)
_DONE = re.compile(
    r"(?:är\s+)?(?:klar|slutför|avsluta|avskriv|genomför|utför|fullgj|stäng)\w*\b(?!\s+senast)", re.IGNORECASE
)
_NEW_TIME = re.compile(
    r"\b(?:ny\s+tid(?:punkt)?|nytt\s+datum|flytta[dts]\w*\s+(?:fram\s+)?till|framflyttad\w*)\b", re.IGNORECASE
)
_EVENT = re.compile(r"(?:nästa|kommande)\s+\w+|löpande|kontinuerligt|årligen|omgående|snarast", re.IGNORECASE)
_IDENTIFIER = re.compile(r"(?:[A-ZÅÄÖ]{1,4}\s?)?\d[\d:./\s-]*")
_NOTHING = re.compile(
    r"[–—\-.\s]*|(?:ingen|inget|information(?:spunkt)?|diskussion|ej\s+aktuellt)[.\s]*", re.IGNORECASE
)


def tasks_in(stream: Stream, start: int, end: int, meeting: date | None) -> Iterator[Task]:
    """Yield the assignments that lists between two places hold as open: what has been done is none."""
    for row, columns, header in _rows(stream, start, end):
        cell = _Cells(row, columns)
        what = next((words for name in ("text", "what", "ruling") if (words := cell[name])), "")
        if _IDENTIFIER.fullmatch(what):
            what = cell["matter"]
        is_list = "who" in columns and ("due" in columns or "day" in columns or "what" in columns)
        if (
            not is_list
            or "delegate" in columns
            or _NOTHING.fullmatch(what)
            or _NOTHING.fullmatch(cell["who"])
        ):
            continue
        label = "due" if "due" in columns else "day"
        if _DONE.match(cell["state"]) or _DONE.match(cell[label]) or cell[label] in {"–", "-", "—"}:
            continue
        number = cell["number"] or (cell["what"] if _IDENTIFIER.fullmatch(cell["what"]) else "")
        who = tuple(each.name for each in split_addressees(cell["who"], every_comma=True))
        due = _due(cell[label], cell["state"], meeting)
        title = row.header[columns[label]] if label in columns else ""
        yield Task((row.start, row.end), header, number, what, who, title, due)


def rulings_in(stream: Stream, start: int, end: int) -> Iterator[Ruling]:
    """Yield what tables between two places say was decided."""
    for row, columns, _ in _rows(stream, start, end):
        cell = _Cells(row, columns)
        if is_table_of_rulings(row.header) and not _NOTHING.fullmatch(cell["ruling"]):
            yield Ruling(
                (row.start, row.end), cell["number"], cell["matter"], cell["ruling"], cell["delegate"]
            )


def is_table_of_rulings(header: tuple[str, ...]) -> bool:
    """Tell a table that has a column for what was decided, beside the matter or who decided it."""
    columns = _columns(header)
    return "ruling" in columns and ("matter" in columns or "delegate" in columns)


class _Cells:
    """A row's cells by the names of their columns, "" where there is none."""

    def __init__(self, row: TableRow, columns: dict[str, int]) -> None:
        self._row = row
        self._columns = columns

    def __getitem__(self, name: str) -> str:
        place = self._columns.get(name, len(self._row.cells))
        return self._row.cells[place] if place < len(self._row.cells) else ""


def _rows(
    stream: Stream, start: int, end: int
) -> Iterator[tuple[TableRow, dict[str, int], tuple[int, int] | None]]:
    header: tuple[int, int] | None = None
    for row in stream.rows:
        if row.is_header:
            header = (row.start, row.end)
        elif start <= row.start < end and len(row.cells) == len(row.header):
            yield row, _columns(row.header), header


def _columns(header: tuple[str, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, title in enumerate(header):
        name = next((name for name, words in _TITLES if words.fullmatch(title.strip())), "")
        if name:
            found.setdefault(name, place)
    return found


def _due(words: str, state: str, meeting: date | None) -> When | None:
    """Return when a row is due: the new time where the comment gives one, else the cell's own."""
    moved = _NEW_TIME.search(state)
    year = meeting.year if meeting else None
    for text in ([state[moved.end() :]] if moved else []) + [words]:
        dates = find_dates(text, year, today=meeting)
        if dates:
            return dates[0].when
    event = _EVENT.search(words)
    return When(None, None, Precision.EVENT, words) if event else None
