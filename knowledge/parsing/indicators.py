"""Indicators: tables of goals, objectives and indicators with a value a year, whole or flattened by extraction."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.blocks import Block, BlockKind, ReadDocument, Section, Span, sections
from knowledge.facts import GoalFact, IndicatorFact, IndicatorValue, ValueRole
from knowledge.parsing.columns import IndicatorColumns, ValueColumn, indicator_columns, value_column
from knowledge.parsing.flattened_tables import flattened_indicators
from knowledge.parsing.listed_values import listed_values
from knowledge.parsing.sentences import trail_of
from knowledge.parsing.tables import FlatTable, Row, Table, flat_tables_of, tables_of
from knowledge.parsing.values import value_run

_GOAL_HEADING = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?(?P<kind>(?:Region|Kommun|Nämnd|Miljö|Verksamhets|Inriktnings|Övergripande |Strategiska? |Prioriterat |Långsiktigt )?mål(?:område)?|Perspektiv|Delmål)"
    r"\s*(?P<number>\d{1,2}(?:\.\d{1,2})*)?\s*[.:–-]\s*(?P<title>\S.*?)(?:\s*\(\d{1,2}\))?$",
    re.IGNORECASE,
)
_TURN = re.compile(r"(?<=[a-zåäö0-9.)]) (?=[A-ZÅÄÖ][a-zåäö]+)")
_PROPER_BEFORE = re.compile(
    r"(?:\b(?:i|av|för|till|med|och|som|på|vid|enligt|från|om|den|det|ett|en|Region|Göteborgs|Agenda|sin|sina|våra|vår|inom|per|mot))$"
)
_SENTENCE_END = re.compile(r"[a-zåäö)]{2}[.!?] [A-ZÅÄÖ]")
_LONG_CELL = 70
_CUT = re.compile(r"\s(?=[A-ZÅÄÖ][a-zåäö]+(?:\s[a-zåäö]|$))")
_VALUE_WORDS = re.compile(
    r"^(?:(?:Mer än|Mindre än|Minst|Högst|Under|Över|Max|Min|Ca)\s)?[<>≥≤~]?\s?\d+(?: \d{3})*(?:[.,]\d+)?(?:\s?(?:%|procent(?:enheter)?|hektar|kronor|kr|mkr|ton|st|dagar))?(?:\s(?:av|respektive|av totalt)\s\d+(?: \d{3})*)?(?:\s\((?:19|20)\d\d\))?",
    re.IGNORECASE,
)
_FLAT_LINE = re.compile(
    r"(?P<head>(?:(?:Utfall|Målvärde|Mål|Startvärde|Prognos|Nuläge|Resultat)\s+){2,8})(?P<name>Indikator(?:er)?|Nyckeltal|Mått)\s+(?P<years>(?:(?:19|20)\d\d\s+){2,8})"
)


def read_indicators(document: ReadDocument) -> tuple[GoalFact | IndicatorFact, ...]:
    """Return every indicator with its values, and the goals and objectives that tables put them under."""
    found: list[GoalFact | IndicatorFact] = []
    torn: set[Span] = set()
    before: tuple[str, tuple[str, ...], str] = ("", (), "")
    for table in tables_of(document.blocks):
        columns = indicator_columns(table.header)
        lacking = {row.span for row in table.rows if _is_torn(row, table.header, document.text)}
        torn |= lacking
        if columns is not None:
            rows = tuple(row for row in table.rows if row.span not in lacking)
            # A table that a page end cut in two goes on under the objective that stood last.
            objective = before[2] if before[:2] == (table.section, table.header) else ""
            read = list(_of_table(replace(table, rows=rows), columns, objective))
            objectives = [fact.objective for fact in read if isinstance(fact, IndicatorFact)]
            before = (table.section, table.header, objectives[-1] if objectives else objective)
            found.extend(read)
        elif table.header_span is not None and sum(1 for cell in table.header if cell) == 1:
            found.extend(_of_crammed_table(table, document))
    whole = _whole_rows(document.blocks, torn)
    _add_unread(found, flattened_indicators(document, whole, goal_of))
    _add_unread(found, listed_values(document))
    _add_unread(found, _of_flat_tables(document))
    return tuple(dict.fromkeys(found))


def _of_flat_tables(document: ReadDocument) -> Iterator[GoalFact | IndicatorFact]:
    for flat in flat_tables_of(document.blocks):
        columns = indicator_columns(_with_years(flat, document.text))
        if columns is not None:
            yield from _of_flat_table(flat, columns, document.text)
    for section in sections(document.blocks):
        yield from _of_lines(section, document.text)


def _add_unread(found: list[GoalFact | IndicatorFact], more: Iterator[GoalFact | IndicatorFact]) -> None:
    """Add facts of stretches that no fact has been read from yet."""
    read: list[Span] = []  # apart from each other and rising, so that the one before a place is soon found
    for span in sorted((fact.span for fact in found), key=lambda span: span.start):
        if read and span.start < read[-1].end:
            read[-1] = Span(read[-1].start, max(read[-1].end, span.end))
        else:
            read.append(span)
    starts = [span.start for span in read]
    for fact in more:
        before = bisect_left(starts, fact.span.end) - 1
        if before < 0 or read[before].end <= fact.span.start:
            found.append(fact)


def _whole_rows(blocks: tuple[Block, ...], torn: set[Span]) -> frozenset[Span]:
    """Return the rows, headers among them, of the tables with a header whose cells are known for every row.

    A table of which every row fills one cell alone was crammed into it: its cells tell nothing.
    """
    rows = [block for block in blocks if block.kind is BlockKind.TABLE_ROW and len(block.cells) > 1]
    parted = {block.table for block in rows if not block.is_header and block.header}
    parted -= {block.table for block in rows if block.span in torn}
    parted &= {
        block.table
        for block in rows
        if not block.is_header and sum(1 for c in block.cells if c.text.strip()) > 1
    }
    return frozenset(block.span for block in rows if block.table in parted)


def _is_torn(row: Row, header: tuple[str, ...], text: str) -> bool:
    """Tell whether a row parted by blanks lacks cells, so that its values may stand under the wrong columns."""
    filled = [place for place in row.places if place.text.strip()]
    if row.is_ruled or len(filled) >= len(header) or len(filled) < 2:
        return False
    between = [text[a.span().end : b.span().start] for a, b in pairwise(filled)]
    return all(part.isspace() and "\t" not in part and "\n" not in part for part in between)


def goal_of(trail: tuple[str, ...]) -> str:
    """Return the goal that a heading trail names, its number left out, or nothing."""
    for title in reversed(trail):
        match = _GOAL_HEADING.match(title)
        if match is not None:
            return match["title"].strip()
    return ""


def goal_heading(title: str) -> re.Match[str] | None:
    """Return the parts of a heading that states a goal ("Mål 2. Goda levnadsvillkor"): kind, number, title."""
    return _GOAL_HEADING.match(title)


def _of_crammed_table(table: Table, document: ReadDocument) -> Iterator[GoalFact | IndicatorFact]:
    """Read a table whose columns extraction crammed into one cell, header and rows alike."""
    assert table.header_span is not None
    blocks = tuple(
        block
        for block in document.blocks
        if block.kind is BlockKind.TABLE_ROW
        and not block.is_header
        and any(row.span == block.span for row in table.rows)
    )
    flat = FlatTable(
        (" ".join(cell for cell in table.header if cell),),
        table.header_span,
        blocks,
        table.section,
        table.trail,
    )
    columns = indicator_columns(_with_years(flat, document.text)) if blocks else None
    if columns is not None:
        yield from _of_flat_table(flat, columns, document.text)


def _of_table(table: Table, columns: IndicatorColumns, objective: str) -> Iterator[GoalFact | IndicatorFact]:
    goal = goal_of(table.trail)
    for row in table.rows:
        if columns.name >= len(row.cells):
            continue
        if (
            columns.objective is not None
            and columns.objective < len(row.cells)
            and row.cells[columns.objective]
            and row.cells[columns.objective] != objective
        ):
            objective = row.cells[columns.objective]
            yield GoalFact(
                span=row.span,
                subject=objective,
                section=table.section,
                header_span=table.header_span,
                goal=goal,
                is_objective=True,
            )
        name, values, end = row.cells[columns.name], [], row.span.end
        for column in columns.values:
            if column.number < len(row.cells) and row.cells[column.number]:
                value, more, used = _value_of(row.cells[column.number])
                name = f"{name} {more}".strip() if more else name
                if used < len(row.places[column.number].text) and column is columns.values[-1]:
                    end = row.places[column.number].span(0, used + (1 + len(more) if more else 0)).end
                values.append(IndicatorValue(value, column.period, column.role))
        if name and values and not _is_running_text(name, values):
            yield IndicatorFact(
                span=Span(row.span.start, end if end > row.span.start else row.span.end),
                subject=name,
                section=table.section,
                header_span=table.header_span,
                values=tuple(values),
                objective=objective,
                goal=goal,
            )


def _is_running_text(name: str, values: list[IndicatorValue]) -> bool:
    """Tell whether what stands in a row's cells is the text after the table, set in columns as the table was."""
    return "§" in name or (
        _SENTENCE_END.search(name) is not None
        and not any(character.isdigit() for value in values for character in value.value)
    )


def _value_of(cell: str) -> tuple[str, str, int]:
    """Return a cell's value, the rest of a wrapped name that follows it, and how much of the cell they took."""
    whole = cell.strip()
    lead = _VALUE_WORDS.match(whole)
    if lead is not None and lead.end() < len(whole):
        cut = _CUT.search(whole, lead.end())
        rest = whole[lead.end() : cut.start() if cut is not None else len(whole)].strip()
        if (
            rest
            and rest[0].islower()
            and len(rest.split()) <= 4
            and (cut is not None or len(rest.split()) <= 2)
        ):
            return lead.group().strip(), rest, lead.end()
        if cut is not None and not rest:
            return lead.group().strip(), "", lead.end()
    if len(whole) > _LONG_CELL:
        cut = _CUT.search(whole, 3)
        if cut is not None:
            return whole[: cut.start()].strip(), "", cut.start()
    return whole, "", len(cell)


def _with_years(flat: FlatTable, text: str) -> tuple[str, ...]:
    """Return a flattened header's cells; years on a line of their own go to the value columns in order."""
    if any(
        re.search(r"(?:Utfall|[Mm]ål\w*|Prognos|Nuläge|Startvärde|Resultat)\s.*(?:19|20)\d\d", cell)
        and len(re.findall(r"(?:19|20)\d\d", cell)) == 1
        for cell in flat.header
    ):
        return flat.header
    words = " ".join(flat.header)
    kinds = re.findall(r"Utfall|Målvärde|Mål(?=\s|$)|Startvärde|Prognos|Nuläge|Resultat", words)
    years = re.findall(r"\b(?:19|20)\d\d\b", words)
    if not years:
        following = text[flat.header_span.end : flat.blocks[0].span.start]
        years = re.findall(r"\b(?:19|20)\d\d\b", following)
    if len(kinds) >= 2 and len(kinds) == len(years) and len(flat.header) != len(kinds) + 1:
        first = re.split(r"Utfall|Målvärde|Startvärde|Prognos|Nuläge|Resultat", words)[0].strip() or "Namn"
        return (first, *(f"{kind} {year}" for kind, year in zip(kinds, years, strict=True)))
    if len(kinds) == len(years) and len(flat.header) == len(kinds) + 1 and not re.search(r"\d{4}", words):
        return (flat.header[0], *(f"{kind} {year}" for kind, year in zip(kinds, years, strict=True)))
    return flat.header


@dataclass(slots=True)
class _Pending:
    """Words that wait for their values: the objective that is carried down, and blocks since the last value."""

    objective: str
    blocks: list[Block]


def _of_flat_table(
    flat: FlatTable, columns: IndicatorColumns, text: str
) -> Iterator[GoalFact | IndicatorFact]:
    goal = goal_of(flat.trail)
    pending = _Pending("", [])
    announced = ""
    for block in flat.blocks:
        run = value_run(block.text, len(columns.values))
        if run is None:
            pending.blocks.append(block)
            continue
        before = block.text[: run.start].strip()
        after = block.text[run.end :].strip()
        if not before and pending.blocks and after[:1].isupper():
            after = ""  # who answers for it: the name stands in the lines above the figures
        name, span = f"{before} {after}".strip(), block.span
        waiting = pending.blocks
        pending.blocks = []
        if not name and waiting:
            name, span = waiting[-1].text, Span(waiting[-1].span.start, block.span.end)
            waiting = waiting[:-1]
        objective_span = None
        if waiting:
            pending.objective = " ".join(each.text for each in waiting)
            objective_span = Span(waiting[0].span.start, waiting[-1].span.end)
        elif columns.objective is not None and not after:
            objective, rest, cut = _split_objective(name)
            if objective:
                objective_span = Span(span.start, span.start + len(objective))
                pending.objective, name = objective, rest
                span = Span(_place(text, span, rest, cut), span.end)
                objective_span = Span(
                    objective_span.start, _end_of_words(text, objective_span.start, objective)
                )
        if not name or _SENTENCE_END.search(name):
            continue
        if columns.objective is not None and objective_span is not None and pending.objective != announced:
            announced = pending.objective
            yield GoalFact(
                span=objective_span,
                subject=pending.objective,
                section=flat.section,
                header_span=flat.header_span,
                goal=goal,
                is_objective=True,
            )
        yield IndicatorFact(
            span=span,
            subject=name,
            section=flat.section,
            header_span=flat.header_span,
            values=_assigned(run.values, columns.values),
            objective=pending.objective if columns.objective is not None else "",
            goal=goal,
        )


def _assigned(values: tuple[str, ...], columns: tuple[ValueColumn, ...]) -> tuple[IndicatorValue, ...]:
    """Return the values under their columns.

    A lone value among actual and target is the target, since a new indicator has no outcome yet. Where only
    the last of several actual columns lacks its value, the values fill the columns before it; any other gap
    leaves the periods untold.
    """
    if len(values) == len(columns):
        return tuple(IndicatorValue(v, c.period, c.role) for v, c in zip(values, columns, strict=True))
    targets = [column for column in columns if column.role is ValueRole.TARGET]
    if len(values) == len(targets):
        return tuple(IndicatorValue(v, c.period, c.role) for v, c in zip(values, targets, strict=True))
    if len(values) == len(columns) - 1 and not targets:
        return tuple(IndicatorValue(v, c.period, c.role) for v, c in zip(values, columns[:-1], strict=True))
    roles = {column.role for column in columns}
    role = roles.pop() if len(roles) == 1 else ValueRole.UNKNOWN
    return tuple(IndicatorValue(value, "", role) for value in values)


def _split_objective(words: str) -> tuple[str, str, int]:
    """Return objective, indicator and where they part, for a row that ran them together ("… är stärkta Hållbart …")."""
    for turn in _TURN.finditer(words):
        left, right = words[: turn.start()].strip(), words[turn.end() :].strip()
        if len(left.split()) >= 3 and len(right.split()) >= 3 and not _PROPER_BEFORE.search(left):
            return left, right, turn.end()
    return "", words, 0


def _place(text: str, span: Span, words: str, fallback: int) -> int:
    """Return where the first words of `words` stand within `span`."""
    opening = re.compile(r"\s+".join(map(re.escape, words.split()[:3])))
    found = opening.search(text, span.start, span.end)
    return found.start() if found is not None else span.start + min(fallback, span.end - span.start)


def _end_of_words(text: str, start: int, words: str) -> int:
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    found = pattern.match(text, start)
    return found.end() if found is not None else start + len(words)


def _of_lines(section: Section, text: str) -> Iterator[GoalFact | IndicatorFact]:
    """Read tables that extraction put on one line: goal, header words, "Indikator", years, then name and values by turns."""
    blocks = [block for block in section.blocks if block.kind is not BlockKind.HEADING]
    heads = [head for block in blocks for head in _FLAT_LINE.finditer(text, block.span.start, block.span.end)]
    starts = {block.span.start: block for block in blocks}
    for number, head in enumerate(heads):
        stop = heads[number + 1].start() if number + 1 < len(heads) else _end_of_table(blocks, head.end())
        kinds, years = head["head"].split(), head["years"].split()
        if len(kinds) != len(years):
            continue
        columns = tuple(
            column
            for n, (kind, year) in enumerate(zip(kinds, years, strict=True))
            if (column := value_column(n, f"{kind} {year}")) is not None
        )
        block_start = max((start for start in starts if start <= head.start()), default=head.start())
        goal_words = text[block_start : head.start()]
        goal = " ".join(goal_words.split())
        if number + 1 < len(heads):
            stop = max((start for start in starts if head.end() < start <= stop), default=stop)
        header = Span(head.start(), head.start() + len(head.group().rstrip()))
        if 5 < len(goal) < 200:
            span = Span(block_start, block_start + len(goal_words.rstrip()))
            yield GoalFact(span=span, subject=goal, section=trail_of(section))
        else:
            goal = ""
        yield from _rows_in_line(text, (head.end(), stop), columns, header, goal, trail_of(section))


def _end_of_table(blocks: list[Block], place: int) -> int:
    end = place
    for block in blocks:
        if block.span.end > place:
            if block.kind is not BlockKind.TABLE_ROW and block.span.start > place:
                break
            end = block.span.end
    return end


def _rows_in_line(
    text: str,
    within: tuple[int, int],
    columns: tuple[ValueColumn, ...],
    header: Span,
    goal: str,
    section: str,
) -> Iterator[IndicatorFact]:
    cell = r"(?:[<>≥≤~±–-]?\s?\d+(?:[ \u00a0]\d{3})*(?:,\d+)?\s?%?|–|-)"
    row = re.compile(rf"(?P<values>{cell}(?:[ \t]{{2,}}{cell}){{{len(columns) - 1}}})(?=\s|$)")
    position, stop = within
    while (match := row.search(text, position, stop)) is not None:
        words = text[position : match.start()]
        start = position + len(words) - len(words.lstrip())
        footnote = re.match(r"\d{1,2}\s+(?=[A-ZÅÄÖ])", text[start : match.start()])
        start += footnote.end() if footnote is not None else 0
        name, last = " ".join(text[start : match.start()].split()), match.end()
        if not name.endswith((".", "?")):
            rest = re.compile(r"\s+(?P<rest>(?:[a-zåäö]|\d+\s?%)[^.]{0,80}\.)(?=\s|$)").match(
                text, last, stop
            )
            if rest is not None:
                name, last = f"{name} {' '.join(rest['rest'].split())}", rest.end()
        values = re.split(r"[ \t]{2,}", match["values"])
        position = last
        if 2 < len(name) < 400:
            yield IndicatorFact(
                span=Span(start, last),
                subject=name,
                section=section,
                header_span=header,
                goal=goal,
                values=tuple(
                    IndicatorValue(v.strip(), c.period, c.role) for v, c in zip(values, columns, strict=True)
                ),
            )
