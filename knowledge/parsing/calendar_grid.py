"""Calendar grids: tables with a row a month and a column a board, or the other way round, whose cells are days."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from knowledge.blocks import ReadDocument
from knowledge.documents import DocumentProfile
from knowledge.facts import MeetingFact
from knowledge.parsing.abbreviations import read_abbreviations
from knowledge.parsing.swedish_dates import MONTHS
from knowledge.parsing.tables import Row, Table, tables_of
from knowledge.parsing.told_meetings import board_called
from knowledge.reading.column_names import is_month, names_board
from knowledge.when import Precision, When

_USUAL = {
    "KF": "Kommunfullmäktige",
    "KS": "Kommunstyrelsen",
    "KSAU": "Kommunstyrelsens arbetsutskott",
    "RF": "Regionfullmäktige",
    "RS": "Regionstyrelsen",
    "RSAU": "Regionstyrelsens arbetsutskott",
}
_CAPTION = re.compile(r"\b(?:sammanträdes|mötes)\w+\s(?P<year>20\d\d)\b", re.IGNORECASE)
_PAIR = re.compile(
    r"(?:^|[,;.]\s+)(?P<short>[A-ZÅÄÖ]{2,6})\s+(?:=\s+)?(?P<long>[a-zåäö][a-zåäö -]{4,60})(?=[,;.]|$)"
)
_MONTH_NAME = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + ")"
_CALLED_OFF = re.compile(
    rf"\b(?P<board>[A-ZÅÄÖ]{{2,6}}|[A-ZÅÄÖ]?[a-zåäö]+(?:nämnden|styrelsen|fullmäktige|utskottet))\s+(?:den\s+)?(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH_NAME})\w*\s+(?:utgår|ställs in|är inställt|inställt)",
    re.IGNORECASE,
)
_DAYS = re.compile(r"[\d\s,;*+&()–-]*\d[\d\s,;*+&()–-]*(?:och\s\d{1,2})?")
_DAY, _YEAR = re.compile(r"(?<!\d)\d{1,2}(?!\d)"), re.compile(r"(?:19|20)\d\d")


def grid_meetings(document: ReadDocument, profile: DocumentProfile) -> Iterator[MeetingFact]:
    """Yield a meeting for each day in the cells; none that the document says was called off."""
    names = board_names(document)
    off = {
        (_named(found["board"], names), int(found["day"]), _month(found["month"]))
        for found in _CALLED_OFF.finditer(document.text)
    }
    for table in tables_of(document.blocks):
        for row in table.rows:
            for meeting in _of_row(table, row, _of_the_year(document, table, profile), names):
                on = meeting.on.start
                if on is not None and (meeting.subject, on.day, on.month) not in off:
                    yield meeting


def _of_the_year(document: ReadDocument, table: Table, profile: DocumentProfile) -> DocumentProfile:
    """Return the profile with the year that the line above a table says that its days are in."""
    above = document.text[: table.header_span.start].rstrip() if table.header_span is not None else ""
    caption = _CAPTION.search(above.rsplit("\n", 1)[-1])
    return replace(profile, year=int(caption["year"])) if caption is not None else profile


def board_names(document: ReadDocument) -> Mapping[str, str]:
    """Return the boards' names by the letters that stand for them, as the document explains them, else as is usual."""
    told = {fact.subject: fact.meaning for fact in read_abbreviations(document)}
    pairs = {
        found["short"]: found["long"] for block in document.blocks for found in _PAIR.finditer(block.text)
    }
    return _USUAL | {short: long[:1].upper() + long[1:] for short, long in (told | pairs).items()}


def _of_row(
    table: Table, row: Row, profile: DocumentProfile, names: Mapping[str, str]
) -> Iterator[MeetingFact]:
    for number, (head, cell) in enumerate(zip(table.header, row.places, strict=False)):
        if not number or not row.cells[0] or not _DAYS.fullmatch(cell.text.strip()):
            continue
        month, board = (head, row.cells[0]) if is_month(head) else (row.cells[0], head)
        if not is_month(month) or not names_board(board):
            continue
        year = _YEAR.search(month)
        for found in _DAY.finditer(cell.text):
            on = _date(int(year[0]) if year else profile.year, _month(month), int(found[0]))
            if on is not None:
                yield MeetingFact(
                    span=row.span,
                    header_span=table.header_span,
                    subject=board_called(_named(board, names), profile),
                    section=table.section,
                    on=When(on, on, Precision.DAY, f"{found[0]} {month}", assumed_year=year is None),
                )


def _named(board: str, names: Mapping[str, str]) -> str:
    board = board.strip("* ")
    return names.get(board, board)


def _month(words: str) -> int:
    return MONTHS[re.split(r"[\s.]", words.strip().lower())[0]]


def _date(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year is not None else None
    except ValueError:
        return None
