"""Schedules: tables of decision points, milestones and activities, with dates as precise as their words."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from knowledge.blocks import Block, BlockKind, Section
from knowledge.facts import ActivityFact, DecisionPointFact
from knowledge.parsing.aligned_cells import gapped
from knowledge.parsing.sentences import trail_of
from knowledge.parsing.swedish_dates import Bound, FoundDate, find_dates
from knowledge.parsing.tables import FlatTable, Row, Table, heads_group
from knowledge.when import Precision, When

_CODE = re.compile(r"(?<!\w)(?P<letters>BP|MS|MP|DP|TG|M|G)\s?[-:]?\s?(?P<number>\d{1,2}[a-c]?|[Oo])(?!\w)")
_START = re.compile(r"^(?:plan(?:erad|erat)\s)?(?:start|från|påbörja)", re.IGNORECASE)
_END = re.compile(
    r"(?<![Bb]e)slut|klar|till och med|\btill\b|senast|färdig|deadline|leverans(?:datum)|avslut|mål(?:datum)",
    re.IGNORECASE,
)
_POINT = re.compile(
    r"datum|tidpunkt|^planera[dt]|^när|^tid\b|^dag(?:en)?$|tidplan|månad|period|tidsplan|tidsperiod|kvartal|vecka|^år$",
    re.IGNORECASE,
)
_DECISIONS = re.compile(r"beslutspunkt|milstolp|\bbp\b|grind|\bfas\b|fas/|tollgate", re.IGNORECASE)
_ACTIVITIES = re.compile(
    r"aktivitet|insats|åtgärd|moment|arbetspaket|delleverans|delmoment|steg|leverans|etapp", re.IGNORECASE
)
_RESPONSIBLE = re.compile(r"ansvar|^svarar|utförare|resurs|^vem|genomförs av|ägare", re.IGNORECASE)
_REMARK = re.compile(r"kommentar|anmärkning|status|notering|^utfall", re.IGNORECASE)
_NUMBER = re.compile(r"(?:nr|nummer|#)\.?$", re.IGNORECASE)
_DECIDER = re.compile(
    r"beslut(?:ar|as|ande|ad)? av\b|avgörs av|beslutsfattare|beslutsinstans|beslutsforum|godkänns av",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_RISK = re.compile(r"\brisk\b|sannolikhet", re.IGNORECASE)
_TIMELINE = re.compile(r"tid(?:s)?plan|milstolp|beslutspunkt|etapp|grind", re.IGNORECASE)
_IS_DECIDED = re.compile(r"\bbeslut|\bfastställ|\bantas\b|\bbered(?:s|ning)", re.IGNORECASE)
_PAIR = 2  # dates of an activity
_SHORTEST_TIMELINE, _LONGEST_CAPTION, _LONGEST_LINE = 2, 60, 200
_MONTH_IN_FIGURES = re.compile(r"(20[1-4]\d)-(0[1-9]|1[0-2])")
_MARK = re.compile(r"\s*[:–]\s+(?=\S)")
_MILESTONE = re.compile(r"milstolp|^ms", re.IGNORECASE)
# A milestone that is a decision point too: "M5  Slutrapport godkänns (BP3)".
_ALSO = re.compile(r"\s*\((?:=\s?)?BP\s?(?P<number>\d)\)$")


@dataclass(frozen=True, slots=True)
class _Columns:
    start: int | None
    end: int | None
    point: int | None
    responsible: int | None
    remarks: frozenset[int]
    decider: int | None = None
    number: int | None = None


def read_schedule(table: Table, subject: str, year: int | None) -> Iterator[DecisionPointFact | ActivityFact]:
    """Yield the decision points, milestones or activities of a table; a table of something else yields nothing.

    A month without a year takes the year that keeps the rows in order, else `year`; it is marked as assumed.
    """
    columns = _columns(table)
    if any(map(_RISK.search, table.header)):
        return
    is_timed = any(column is not None for column in (columns.start, columns.end, columns.point))
    if not is_timed and columns.responsible is None:
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
        if heads_group(row, table):
            continue
        starts, ends, last = _dates(row, columns, last, year)
        code = _code_in(row, columns)
        if code is not None or (decisions and is_timed and not activities):
            if not any(row.cells):
                continue
            label = _with_remark(_label(row, columns, without_code=True), row, columns, ends)
            is_milestone = (
                code.startswith(("MS", "M"))
                if code
                else any(map(_MILESTONE.search, (*table.header, *table.trail[-1:])))
            )
            also = _ALSO.search(label)
            label = label[: also.start()] if also is not None else label
            point = DecisionPointFact(
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
            yield point
            if also is not None and code:
                yield replace(point, code=f"BP{also['number']}", is_milestone=False)
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


def flat_activities(table: FlatTable, subject: str, year: int | None) -> Iterator[ActivityFact]:
    """Yield the activities of a table whose columns ran together: what is done, one date or two, and who answers for it."""
    names = " ".join(table.header)
    if not (_ACTIVITIES.search(names) and re.search(r"start|klar|slut", names, re.IGNORECASE)):
        return
    has_responsible = _RESPONSIBLE.search(table.header[-1]) is not None
    for block in table.blocks:
        found = find_dates(block.text, year)[:_PAIR]
        label = block.text[: found[0].start].strip(" :–-") if found else ""
        rest = block.text[found[-1].end :].strip() if found else ""
        if label and (not rest or has_responsible):
            yield ActivityFact(
                span=block.span,
                subject=subject,
                section=table.section,
                header_span=table.header_span,
                label=label,
                starts=found[0].when if len(found) == _PAIR else None,
                ends=found[-1].when,
                responsible=rest,
            )


def schedule_lines(
    section: Section, subject: str, year: int | None
) -> Iterator[DecisionPointFact | ActivityFact]:
    """Yield what a section's lines plan, a line each: "BP1  Direktivet fastställs  250203  250219", "Byggstart   maj 2027"."""
    is_timeline = bool(_TIMELINE.search(section.title))
    headed = _YEAR.search(section.title)
    year = int(headed[0]) if headed is not None else year
    lines: list[tuple[Block, tuple[str, str, list[When]]]] = []
    for block in _with_wrapped(section.blocks, year):
        if parts := _parted(_cells(block, year), year, is_timeline=is_timeline):
            lines.append((block, parts))
        elif block.kind is BlockKind.PARAGRAPH and len(block.text) < _LONGEST_CAPTION:
            is_timeline = is_timeline or bool(_TIMELINE.search(block.text))
    if len(lines) < _SHORTEST_TIMELINE:
        return
    for block, (code, label, dates) in lines:
        starts, ends = (dates[0], dates[1]) if len(dates) > 1 else (None, dates[0])
        if code or _IS_DECIDED.search(label) or len(dates) == 1:
            yield DecisionPointFact(
                span=block.span,
                subject=subject,
                section=trail_of(section),
                code=code,
                label=label,
                is_milestone=code.startswith("M") or not (code or _IS_DECIDED.search(label)),
                starts=starts,
                ends=ends,
            )
        else:
            yield ActivityFact(
                span=block.span,
                subject=subject,
                section=trail_of(section),
                label=label,
                starts=starts,
                ends=ends,
            )


def _with_wrapped(blocks: tuple[Block, ...], year: int | None) -> Iterator[Block]:
    """Yield blocks with a point whose words go on in the next line, where its day stands, put together."""
    waiting: Block | None = None
    for block in blocks:
        is_line = block.kind is BlockKind.PARAGRAPH and len(block.text) <= _LONGEST_LINE
        if waiting is not None:
            found = find_dates(block.text, year) if is_line and not _CODE.match(block.text) else ()
            if len(found) == 1 and not block.text[found[0].end :].strip(" .)"):
                yield replace(waiting, content=waiting.content.joined(block.content))
                waiting = None
                continue
            yield waiting
            waiting = None
        if is_line and _CODE.match(block.text) and not find_dates(block.text, year):
            waiting = block
        else:
            yield block
    if waiting is not None:
        yield waiting


def _cells(block: Block, year: int | None) -> list[str]:
    """Return what gaps of blanks part in a line; a table's row counts when its table has no header but such a line."""
    if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        gaps = gapped(block)
        return gaps if len(gaps) > 1 else _parted_by_mark(block.text, year)
    top = block.header or block.cells
    is_line = len(top) > 1 and bool(find_dates(top[-1].text, year))
    return [cell.text.strip() for cell in block.cells if cell.text.strip()] if is_line else []


def _parted_by_mark(text: str, year: int | None) -> list[str]:
    """Return label and time of a line such as "BP3 – reglementet antas: 17 juni 2026" or "17 juni 2026: BP3 …"."""
    found = find_dates(text, year) if len(text) <= _LONGEST_LINE else ()
    if not found:
        return []
    first, last = found[0], found[-1]
    if not text[last.end :].strip(" .)") and len(found) <= 2:
        label = text[: first.start].rstrip()
        if label.endswith((":", "–", "-", ",", "(")) or _CODE.match(label):
            return [label.rstrip(" :–-,("), text[first.start :].strip(" .)")]
    if first.start == 0 and len(found) == 1 and (mark := _MARK.match(text, first.end)):
        return [text[mark.end() :], text[: first.end]]
    if first.start == 0 and len(found) == 1 and _CODE.match(text[first.end :].lstrip()):
        return [text[first.end :].strip(), text[: first.end]]  # a column of days before the codes
    return []


def _parted(parts: list[str], year: int | None, *, is_timeline: bool) -> tuple[str, str, list[When]] | None:
    """Part the words of a line that ends with one date or two into code, label and dates."""
    found = [_dates_of_cell(part, year) for part in parts]
    dated = [
        bool(dates) and not part[dates[-1].end :].strip(" .)")
        for part, dates in zip(parts, found, strict=True)
    ]
    first = next((number for number in range(1, len(parts)) if all(dated[number:])), len(parts))
    last = len(parts)
    if parts and first == last and _CODE.match(parts[0]):  # who decides and a remark stand after the date
        first = next((number for number in range(1, len(parts)) if dated[number]), last)
        last = next((number for number in range(first, last) if not dated[number]), last)
    if not 0 < last - first <= 2:
        return None
    words = " ".join(parts[:first])
    match = _CODE.match(words)
    if match is None and not is_timeline:
        return None
    code = match["letters"].upper() + match["number"].replace("O", "0").replace("o", "0") if match else ""
    label = words[match.end() if match else 0 :].strip(" :–-.") or code
    label = ", ".join([label, *parts[last:]])
    return (code, label, [dates[0].when for dates in found[first:last]]) if label else None


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
    decider = next((number for number, name in enumerate(table.header) if _DECIDER.search(name)), None)
    numbered = next((number for number, name in enumerate(table.header) if _NUMBER.match(name)), None)
    return _Columns(start, end, point, responsible, remarks, decider, numbered)


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
    apart = {
        columns.start,
        columns.end,
        columns.point,
        columns.responsible,
        columns.decider,
        *columns.remarks,
    }
    if not without_code:
        apart.add(columns.number)
    cells = [cell for number, cell in enumerate(row.cells) if number not in apart and cell]
    if without_code:
        cells = [_without_code(cell) for cell in cells]
    label = " ".join(cell for cell in cells if cell)
    return ", ".join(filter(None, (label, _cell(row, columns.decider))))


def _without_code(cell: str) -> str:
    """Return a cell without its first code; one in brackets says what else the row is and stays."""
    code = _CODE.search(cell)
    if code is None or (_ALSO.search(cell) is not None and not _CODE.match(cell)):
        return cell
    return (cell[: code.start()] + cell[code.end() :]).strip(" :–-.")


def _with_remark(label: str, row: Row, columns: _Columns, ends: When | None) -> str:
    """Return a label with the remark that gives another day than the plan ("Passerad 2027-08-27")."""
    remarks = []
    for number in sorted(columns.remarks):
        remark = row.cells[number] if number < len(row.cells) else ""
        found = find_dates(remark)
        # a day alone is another column's, of what was done
        if found and found[0].start and (ends is None or found[0].when.start != ends.start):
            remarks.append(remark)
    return f"{label} ({'; '.join(remarks)})" if remarks else label


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


def _dates_of_cell(words: str, year: int | None) -> tuple[FoundDate, ...]:
    """Return the dates of a cell, which may be a month in figures alone ("2026-05")."""
    month = _MONTH_IN_FIGURES.fullmatch(words.strip())
    if month is None:
        return find_dates(words, year)
    first = date(int(month[1]), int(month[2]), 1)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return (FoundDate(0, len(words), When(first, last, Precision.MONTH, words.strip()), Bound.ON),)


def _when(words: str, last: date | None, year: int | None) -> tuple[When | None, date | None]:
    """Return the date in a cell; a year that is left out keeps the rows in order."""
    if not words:
        return None, last
    found = _dates_of_cell(words, last.year if last else year)
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
