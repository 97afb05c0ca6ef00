"""Schedules: tables of decision points, milestones and activities, with dates as precise as their words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from knowledge.facts import ActivityFact, DecisionPointFact
from knowledge.parsing.swedish_dates import find_dates
from knowledge.parsing.tables import Row, Table
from knowledge.when import When

_CODE = re.compile(r"(?<!\w)(?P<letters>BP|MS|DP|TG|M|G)\s?[-:]?\s?(?P<number>\d{1,2}[a-c]?|[Oo])(?!\w)")
_START = re.compile(r"^(?:plan(?:erad|erat)\s)?(?:start|från|påbörja)", re.IGNORECASE)
_END = re.compile(
    r"(?<![Bb]e)slut|klar|till och med|\btill\b|senast|färdig|deadline|leverans(?:datum)|avslut|mål(?:datum)",
    re.IGNORECASE,
)
_POINT = re.compile(
    r"datum|tidpunkt|^när|^tid\b|tidplan|månad|period|tidsplan|tidsperiod|kvartal|vecka|^år$", re.IGNORECASE
)
_DECISIONS = re.compile(r"beslutspunkt|milstolp|\bbp\b|grind|\bfas\b|fas/|tollgate", re.IGNORECASE)
_ACTIVITIES = re.compile(
    r"aktivitet|insats|åtgärd|moment|arbetspaket|delleverans|delmoment|steg|leverans|etapp", re.IGNORECASE
)
_RESPONSIBLE = re.compile(r"ansvar|utförare|resurs|^vem|genomförs av|ägare", re.IGNORECASE)
_REMARK = re.compile(r"kommentar|anmärkning|status|notering", re.IGNORECASE)
_MILESTONE = re.compile(r"milstolp|^ms", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Columns:
    start: int | None
    end: int | None
    point: int | None
    responsible: int | None
    remarks: frozenset[int]


def read_schedule(table: Table, subject: str, year: int | None) -> Iterator[DecisionPointFact | ActivityFact]:
    """Yield the decision points, milestones or activities of a table; a table of something else yields nothing.

    A month without a year takes the year that keeps the rows in order, else `year`; it is marked as assumed.
    """
    columns = _columns(table)
    if (
        columns.start is None
        and columns.end is None
        and columns.point is None
        and columns.responsible is None
    ):
        return
    decisions = any(_DECISIONS.search(name) for name in table.header) or any(
        map(_MILESTONE.search, table.trail[-1:])
    )
    activities = any(_ACTIVITIES.search(name) for name in table.header) or bool(
        table.trail and _ACTIVITIES.search(table.trail[-1])
    )
    if not decisions and not activities and not any(_code_in(row, columns) for row in table.rows):
        return
    last: date | None = None
    for row in table.rows:
        if len(row.cells) > len(table.header) > 0:
            continue  # extraction tore the row's cells apart
        starts, ends, last = _dates(row, columns, last, year)
        code = _code_in(row, columns)
        if code is not None or (decisions and not activities):
            if not any(row.cells):
                continue
            label = _label(row, columns, without_code=True)
            is_milestone = (
                code.startswith(("MS", "M"))
                if code
                else any(map(_MILESTONE.search, (*table.header, *table.trail[-1:])))
            )
            yield DecisionPointFact(
                span=row.span,
                subject=subject,
                section=table.section,
                header_span=table.header_span,
                code=code or "",
                label=label,
                is_milestone=is_milestone,
                starts=starts,
                ends=ends,
            )
        elif activities and (label := _label(row, columns, without_code=False)):
            yield ActivityFact(
                span=row.span,
                subject=subject,
                section=table.section,
                header_span=table.header_span,
                label=label,
                starts=starts,
                ends=ends,
                responsible=_cell(row, columns.responsible),
            )


def _columns(table: Table) -> _Columns:
    start = end = point = responsible = None
    for number, name in enumerate(table.header):
        if responsible is None and _RESPONSIBLE.search(name):
            responsible = number
        elif start is None and _START.search(name):
            start = number
        elif end is None and _END.search(name) and not _ACTIVITIES.search(name):
            end = number
        elif point is None and _POINT.search(name):
            point = number
    remarks = frozenset(number for number, name in enumerate(table.header) if _REMARK.search(name))
    return _Columns(start, end, point, responsible, remarks)


def _cell(row: Row, column: int | None) -> str:
    return row.cells[column] if column is not None and column < len(row.cells) else ""


def _code_in(row: Row, columns: _Columns) -> str | None:
    for number, cell in enumerate(row.cells):
        if number in columns.remarks or number in (
            columns.start,
            columns.end,
            columns.point,
            columns.responsible,
        ):
            continue
        match = _CODE.search(cell)
        if match is not None and (match.start() == 0 or match.end() == len(cell)):
            return match["letters"].upper() + match["number"].replace("O", "0").replace("o", "0")
    return None


def _label(row: Row, columns: _Columns, *, without_code: bool) -> str:
    apart = {columns.start, columns.end, columns.point, columns.responsible, *columns.remarks}
    cells = [cell for number, cell in enumerate(row.cells) if number not in apart and cell]
    if without_code:
        cells = [_CODE.sub("", cell, count=1).strip(" :–-.") for cell in cells]
    return " ".join(cell for cell in cells if cell)


def _dates(
    row: Row, columns: _Columns, last: date | None, year: int | None
) -> tuple[When | None, When | None, date | None]:
    starts, last = _when(_cell(row, columns.start), last, year)
    ends, last = _when(_cell(row, columns.end), last, year)
    if columns.point is not None and starts is None and ends is None:
        words = _cell(row, columns.point)
        found = find_dates(words, last.year if last else year)
        if len(found) > 1 and re.fullmatch(
            r"\s*(?:[-–]|till|t\.?o\.?m\.?)\s*", words[found[0].end : found[-1].start]
        ):
            starts, last = _when(words[: found[0].end], last, year)
            ends, last = _when(words[found[-1].start :], last, year)
        else:
            ends, last = _when(words, last, year)
    return starts, ends, last


def _when(words: str, last: date | None, year: int | None) -> tuple[When | None, date | None]:
    """Return the date in a cell; a year that is left out keeps the rows in order."""
    if not words:
        return None, last
    found = find_dates(words, last.year if last else year)
    if not found:
        return None, last
    when = found[-1].when if len(found) > 1 and "–" in words else found[0].when
    if (
        when.assumed_year
        and last is not None
        and when.end is not None
        and when.start is not None
        and when.end < last
    ):
        when = replace(
            when,
            start=when.start.replace(year=when.start.year + 1),
            end=when.end.replace(year=when.end.year + 1),
        )
    return when, when.start or last
