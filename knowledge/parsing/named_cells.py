"""Named cells: what any table says in a row, and what any line says after its label, whatever it is about."""

import itertools
import re
from collections.abc import Iterator

from knowledge.blocks import BlockKind, ReadDocument, Section, sections
from knowledge.facts import NamedCell, RowFact
from knowledge.parsing.flattened_measures import flattened_measures
from knowledge.parsing.flattened_plans import flattened_plans
from knowledge.parsing.sentences import trail_of
from knowledge.parsing.signed_names import signed_names
from knowledge.parsing.tables import Table, tables_of
from knowledge.parsing.title_statements import title_statements

_LABEL = re.compile(r"(?P<name>[A-ZÅÄÖ][^:.;!?\n|\t]{1,48}?)\s*:\s+(?P<value>\S.*)", re.DOTALL)
# What the second column of two is called, when the first row is no pair of name and value itself.
_COLUMN = re.compile(
    r"datum|tid\b|klar|slut|start|ansvar|roll|namn|utfall|mål|värde|belopp|kr\b|avgift$|kostnad$|pris$|antal|andel|status|åtgärd|kommentar|beskrivning|innehåll|"
    r"förklaring|betydelse|innebörd|bedömning|beslut|funktion|organisation|(?:19|20)\d\d|%",
    re.IGNORECASE,
)
_VALUE = re.compile(
    r"\b\d{1,2} (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)|\d{4}-\d\d-\d\d|\d{6,8}\b|@",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_FIGURES, _FEW = re.compile(r"(?<!\S)[–-]?\d[\d,.]*"), 2
NAME_AND_VALUE = 2
_NAMING = 2  # cells of which one names the row: the first may name a group of rows and stand once
_LONGEST_NAME = 60
_LONGEST_VALUE = 240
_LONGEST_INTRODUCTION = 160
_LONGEST_CELL = 600


def read_rows(document: ReadDocument, title: str) -> Iterator[RowFact]:
    """Yield every row of the tables with known columns, and every line that is a label and its value."""
    introduced = _introductions(document)
    for table in tables_of(document.blocks):
        yield from _of_table(table, introduced.get(_start(table), title))
    yield from flattened_measures(document)
    yield from flattened_plans(document)
    for section in sections(document.blocks):
        yield from _labelled(section, title)
        yield from title_statements(section, title)
        yield from signed_names(section, title)


def _start(table: Table) -> int:
    return (table.header_span or table.rows[0].span).start


def _introductions(document: ReadDocument) -> dict[int, str]:
    """Return what a line that ends in a colon says of the table right below it, by where the table starts."""
    return {
        after.span.start: before.text.strip().rstrip(":")
        for before, after in itertools.pairwise(document.blocks)
        if before.kind is BlockKind.PARAGRAPH
        and after.kind is BlockKind.TABLE_ROW
        and before.text.strip().endswith(":")
        and len(before.text) <= _LONGEST_INTRODUCTION
    }


def _of_table(table: Table, about: str) -> Iterator[RowFact]:
    if len(table.rows[0].cells) == NAME_AND_VALUE and not _names_columns(table.header):
        yield from _properties(table, about)
    elif _names_columns(table.header):
        for row in table.rows:
            if (
                len(row.cells) == len(table.header)
                and any(row.cells[:_NAMING])
                and max(map(len, row.cells)) <= _LONGEST_CELL
            ):
                # a group's name that stands once is not blank in the rows below it
                cells = list(map(NamedCell, table.header, row.cells))[not row.cells[0] :]
                yield RowFact(
                    span=row.span,
                    subject=_subject(row.cells),
                    section=table.section,
                    header_span=table.header_span,
                    cells=tuple(cell for cell in cells if cell.name or cell.value),
                )


def _subject(cells: tuple[str, ...]) -> str:
    """Return the first cell that is more than a number or a code."""
    return next((cell for cell in cells if _WORD.search(cell)), cells[0])


def _names_columns(header: tuple[str, ...]) -> bool:
    """Tell whether the first row names columns, and is no row of values itself."""
    named = [name for name in header if name]
    return (
        len(named) >= NAME_AND_VALUE
        and all(len(name) <= _LONGEST_NAME and not _VALUE.search(name) for name in named)
        and (len(named) > NAME_AND_VALUE or _COLUMN.search(named[-1]) is not None)
    )


def _properties(table: Table, about: str) -> Iterator[RowFact]:
    """Yield the rows of a table of names and values, the first row too: it is one of them."""
    first = [(table.header, table.header_span)] if table.header_span is not None else []
    for cells, span in [*first, *((row.cells, row.span) for row in table.rows)]:
        name, value = cells if len(cells) == NAME_AND_VALUE else ("", "")
        is_crammed = not value and len(_FIGURES.findall(name)) >= _FEW  # figures that lost their columns
        if name and not is_crammed and len(name) <= _LONGEST_NAME and len(value) <= _LONGEST_CELL:
            yield RowFact(
                span=span,
                subject=about,
                section=table.section,
                cells=(NamedCell(name.rstrip(":"), value),),
            )


def _labelled(section: Section, title: str) -> Iterator[RowFact]:
    """Yield the lines "label: value" of a section; a list that a label introduces is no value of it."""
    for block in section.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            continue
        found = _LABEL.fullmatch(block.text.strip())
        if found is not None and len(found["value"]) <= _LONGEST_VALUE:
            yield RowFact(
                span=block.span,
                subject=section.trail[-1] if section.trail else title,
                section=trail_of(section),
                cells=(NamedCell(found["name"], found["value"].strip()),),
            )
