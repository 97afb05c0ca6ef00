"""Flattened tables: indicators of tables whose rows, or header and rows, extraction ran together."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from knowledge.blocks import ReadDocument, Span
from knowledge.facts import GoalFact, IndicatorFact, IndicatorValue, ValueRole
from knowledge.parsing.flattened_assignments import ASSIGNMENTS_HEADER
from knowledge.parsing.flattened_header import FlatColumn, FlatHeader, headers_in
from knowledge.parsing.flattened_rows import OPENS_NAME, FlatRow, rows_under
from knowledge.parsing.running_words import Break, WordRun, runs_of
from knowledge.parsing.sentences import trail_of

_TURN = re.compile(r"(?<=[a-zåäö0-9.)]) (?=[A-ZÅÄÖ][a-zåäö]+)")
_PROPER_BEFORE = re.compile(
    r"(?:\b(?:i|av|för|till|med|och|som|på|vid|enligt|från|om|den|det|ett|en|Region|Agenda|sin|sina|våra|vår|inom|per|mot))$"
)
_GOAL = re.compile(r"[A-ZÅÄÖ][^.:;]{2,180}\bska\b[^.:;]{4,180}")
_YEARS_BELOW = re.compile(r"[ \t]*\n+[ \t]*(?:(?:19|20)\d\d\s+){2,12}")
_FEWEST_WORDS, _LONGEST_GOAL = 3, 60


def flattened_indicators(
    document: ReadDocument, whole: frozenset[Span], goal_of: Callable[[tuple[str, ...]], str]
) -> Iterator[GoalFact | IndicatorFact]:
    """Yield the indicators of flattened tables, and the goals and objectives above them.

    `whole` are the rows whose cells are known and that are left to others; `goal_of` names the goal of a trail.
    """
    for run in runs_of(document.blocks, document.text, whole):
        headers = list(headers_in(run))
        for number, header in enumerate(headers):
            stop = headers[number + 1].start if number + 1 < len(headers) else len(run.text)
            other = ASSIGNMENTS_HEADER.search(run.text, header.end, stop)
            stop = other.start() if other is not None else stop
            dated, span = _with_years_below(run, header, document.text)
            yield from _of_table(run, dated, span, stop, goal_of)


def _with_years_below(run: WordRun, header: FlatHeader, text: str) -> tuple[FlatHeader, Span]:
    """Return a header with the years of the line below it, which reading left out of the blocks, and its place."""
    span = run.span(header.start, header.end)
    years = _YEARS_BELOW.match(text, span.end)
    found = re.findall(r"\d{4}", years.group()) if years is not None else []
    if years is None or len(found) != len(header.columns) or any(column.period for column in header.columns):
        return header, span
    columns = tuple(replace(column, period=year) for column, year in zip(header.columns, found, strict=True))
    return replace(header, columns=columns), Span(span.start, span.end + len(years.group().rstrip()))


def _of_table(
    run: WordRun,
    header: FlatHeader,
    header_span: Span,
    stop: int,
    goal_of: Callable[[tuple[str, ...]], str],
) -> Iterator[GoalFact | IndicatorFact]:
    rows = list(rows_under(run, header, stop))
    if not rows:
        return
    stated = _goal_above(run, header)
    if stated is not None:
        yield stated
    objective = ""
    for row in rows:
        section = run.words[run.word_at(row.name_place)].section
        goal = stated.subject if stated is not None else goal_of(section.trail)
        name, place, end = row.name, row.name_place, row.above
        if header.has_objective and row.above < row.name_place:
            end = row.name_place
        elif header.has_objective and (cut := _objective_end(run, row)):
            end = row.name_place + cut
            name, place = row.name[cut:].strip(), end + 1
        if end > row.above:
            words = run.text[row.above : end].rstrip()
            objective = words
            yield GoalFact(
                span=run.span(row.above, row.above + len(words)),
                subject=words,
                section=trail_of(section),
                header_span=header_span,
                goal=goal,
                is_objective=True,
            )
        yield IndicatorFact(
            span=run.span(place, row.end),
            subject=name,
            section=trail_of(section),
            header_span=header_span,
            values=_values(row, header.columns),
            objective=objective,
            goal=goal,
        )


def _goal_above(run: WordRun, header: FlatHeader) -> GoalFact | None:
    """Return the goal that stands above a header in its own block ("Hamnen ska vara trygg Utfall Mål Indikator …")."""
    last = run.word_at(header.start)
    first = last
    while first > 0 and run.words[first].before < Break.BLOCK:
        first -= 1
        if last - first > _LONGEST_GOAL:
            return None
    words = run.text[run.words[first].place : header.start].strip()
    if not _GOAL.fullmatch(words):
        return None
    start = run.words[first].place
    section = run.words[first].section
    return GoalFact(span=run.span(start, start + len(words)), subject=words, section=trail_of(section))


def _objective_end(run: WordRun, row: FlatRow) -> int:
    """Return where the objective ends that stands before an indicator's name, 0 when none does.

    The end of a line tells it; on one line a capital letter does, where no name of a place or person is likely.
    """
    turns: list[tuple[bool, int]] = []
    for turn in _TURN.finditer(row.name):
        left, right = row.name[: turn.start()], row.name[turn.end() :]
        if (
            len(left.split()) >= _FEWEST_WORDS - int(OPENS_NAME.match(right.split()[0]) is not None)
            and len(right.split()) >= _FEWEST_WORDS - 1
            and not _PROPER_BEFORE.search(left)
        ):
            word = run.words[run.word_at(row.name_place + turn.end())]
            turns.append((word.before < Break.LINE, turn.start()))
    return min(turns)[1] if turns else 0


def _values(row: FlatRow, columns: tuple[FlatColumn, ...]) -> tuple[IndicatorValue, ...]:
    """Return the values under their columns; where nothing tells which, the role that all columns share, or none.

    A lone value among outcomes and one target is the target, since a new indicator has no outcome yet; where one
    of several outcomes is lacking it is the last, whose year has not ended.
    """
    if row.columns:
        return tuple(
            IndicatorValue(value, columns[number].period, role)
            for value, number in zip(row.values, row.columns, strict=True)
            if (role := columns[number].role) is not None
        )
    targets = [column for column in columns if column.role is ValueRole.TARGET]
    others = {column.role for column in columns} - {ValueRole.TARGET}
    if len(row.values) == len(targets) == 1 and others == {ValueRole.ACTUAL}:
        return (IndicatorValue(row.values[0], targets[0].period, ValueRole.TARGET),)
    roles = {column.role for column in columns}
    if len(row.values) > len(columns):
        return tuple(IndicatorValue(value, "", ValueRole.UNKNOWN) for value in row.values)
    if len(row.values) == len(columns) - 1 and roles == {ValueRole.ACTUAL}:
        pairs = zip(row.values, columns, strict=False)
        return tuple(IndicatorValue(value, column.period, ValueRole.ACTUAL) for value, column in pairs)
    role = roles.pop() if len(roles) == 1 else None
    return tuple(IndicatorValue(value, "", role or ValueRole.UNKNOWN) for value in row.values)
