"""Figure tables: tables whose cells are figures of a unit or a year, of whatever it is that their rows name."""

import re
from collections.abc import Iterator

from knowledge.facts import IndicatorFact, IndicatorValue, ValueRole
from knowledge.parsing.columns import indicator_columns, period_in
from knowledge.parsing.tables import Table

_FIGURE = re.compile(r"[<>≥≤~±+−–-]?\s?\d[\d ]*(?:[.,]\d+)?\s?(?:%|procent|st|dagar|timmar|minuter)?")
_NOTHING = re.compile(r"[–—-]|\.\.|")
_NOT_FIGURES = re.compile(
    r"\brisk|sannolikhet|konsekvens|^[sk]$|s×k|datum|\bklar|start|slut|vecka|beslutspunkt|milstolp|grind|röst|parti|mandat|ledamot|^nr\.?$|^id$|§|paragraf|telefon|sida|månad|ansvar|redovisas|^bp$|^(?:roll|namn|funktion|befattning)$",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\b(?:mnkr|mkr|tkr|kkr|kr|kronor)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST_ROWS = 2


def figure_rows(table: Table) -> Iterator[IndicatorFact]:
    """Yield the rows of a table of figures that is neither of indicators nor of money, each with its values."""
    whole = " ".join(table.header)
    if (
        len(table.rows) < _FEWEST_ROWS
        or any(map(_NOT_FIGURES.search, table.header))
        or _MONEY.search(whole)
        or indicator_columns(table.header) is not None
    ):
        return
    columns = [n for n, name in enumerate(table.header) if n and name and _holds_figures(table, n)]
    texts = [n for n, name in enumerate(table.header) if n not in columns and not _is_year_column(table, n)]
    if not columns or not texts:
        return
    for row in table.rows:
        if len(row.cells) != len(table.header) or not row.cells[texts[0]]:
            continue
        values = tuple(
            IndicatorValue(row.cells[n], period_in(table.header[n]) or table.header[n], ValueRole.UNKNOWN)
            for n in columns
            if _FIGURE.fullmatch(row.cells[n])
        )
        if values:
            yield IndicatorFact(
                span=row.span,
                subject=row.cells[texts[0]],
                section=table.section,
                header_span=table.header_span,
                values=values,
            )


def _holds_figures(table: Table, column: int) -> bool:
    cells = [row.cells[column] for row in table.rows if column < len(row.cells)]
    filled = [cell for cell in cells if not _NOTHING.fullmatch(cell)]
    figures = [cell for cell in filled if _FIGURE.fullmatch(cell) and not _YEAR.fullmatch(cell)]
    return len(figures) * 2 > len(filled) > 0


def _is_year_column(table: Table, column: int) -> bool:
    return all(_YEAR.fullmatch(row.cells[column]) for row in table.rows if column < len(row.cells))
