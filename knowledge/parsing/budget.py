"""Budget: frames, changes and costs as lines, lists, tables and sentences give them."""

import re
from collections.abc import Iterator

from knowledge.blocks import Block, BlockKind, ReadDocument, Section, Span, sections
from knowledge.facts import AmountFact
from knowledge.parsing.amounts import amounts_in
from knowledge.parsing.columns import period_in
from knowledge.parsing.sentences import split_sentences, trail_of
from knowledge.parsing.tables import Table, tables_of
from knowledge.parsing.values import value_run

_MONEY = re.compile(
    r"budget|ram\b|ramar\b|belopp|kostnad|intäkt|mkr|mnkr|tkr|kronor|anslag|bidrag|resultat|netto|investering|prognos",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\b(?:mkr|mnkr|tkr|mdkr|kronor|kr|miljoner kronor|tusental kronor)\b", re.IGNORECASE)
_NUMBER = re.compile(r"[+±–−-]?\s?\d{1,3}(?:[ \u00a0]\d{3})*(?:,\d+)?|[+±–−-]?\s?\d+(?:,\d+)?")
_FLAT_HEADER = re.compile(
    r"^(?P<name>[A-ZÅÄÖ][^\d\n]{2,50}\((?:mnkr|mkr|tkr|kkr|kr|kronor)\))(?P<columns>(?: (?:[A-ZÅÄÖ]\w{3,9} )?(?:19|20)\d\d){2,6})[ ]*$",
    re.MULTILINE,
)
_LINE_OF_TEXT = re.compile(r"\s*\n(?P<words>\S[^\n]*?)[ ]*(?=\n|$)")
_LINE = 220


def read_amounts(document: ReadDocument) -> tuple[AmountFact, ...]:
    """Return the amounts of budget lines and tables, each under what it is for, with the year of its heading or column."""
    found: list[AmountFact] = []
    for section in sections(document.blocks):
        for block in section.blocks:
            if block.kind is BlockKind.TABLE_ROW:
                continue
            found.extend(_of_line(block, section) if len(block.text) <= _LINE else _of_prose(block, section))
    found.extend(table_amounts(document))
    found.extend(_of_flat_lines(document))
    return tuple(dict.fromkeys(found))


def table_amounts(document: ReadDocument) -> Iterator[AmountFact]:
    """Yield the amounts of the tables of money."""
    for table in tables_of(document.blocks):
        yield from _of_table(table)


def _of_flat_lines(document: ReadDocument) -> Iterator[AmountFact]:
    """Yield the rows of tables of money whose columns extraction ran together, a line each under a line of years."""
    text, position = document.text, 0
    while (header := _FLAT_HEADER.search(text, position)) is not None:
        periods = re.findall(r"(?:[A-ZÅÄÖ]\w+\s)?(?:19|20)\d\d", header["columns"])
        unit = _UNIT.search(header["name"])
        position = header.end()
        while (line := _LINE_OF_TEXT.match(text, position)) is not None:
            run = value_run(line["words"], len(periods))
            name = line["words"][: run.start].strip() if run is not None else ""
            if (
                run is None
                or len(run.values) != len(periods)
                or not name
                or run.end < len(line["words"].rstrip())
            ):
                break
            position = line.end()
            for value, period in zip(run.values, periods, strict=True):
                if any(character.isdigit() for character in value):
                    yield AmountFact(
                        span=Span(line.start("words"), line.end("words")),
                        subject=name,
                        header_span=Span(header.start("name"), header.end("columns")),
                        amount=f"{value} {unit.group()}" if unit is not None else value,
                        period=period_in(period),
                    )


def _of_line(block: Block, section: Section) -> Iterator[AmountFact]:
    """Yield the amounts of a short line, each named by the words between it and the one before."""
    text, start = block.text, 0
    for match in amounts_in(text):
        label = text[start : match.start()].strip(" :;,.()–-•")
        start = match.end()
        if len(label) >= 2:
            yield AmountFact(
                span=block.span,
                subject=label,
                section=trail_of(section),
                amount=match.group().strip(),
                period=period_in(text) or period_in(section.title),
            )


def _of_prose(block: Block, section: Section) -> Iterator[AmountFact]:
    for part in split_sentences(block.content):
        for match in amounts_in(part.text):
            yield AmountFact(
                span=part.span(),
                subject=part.text[:160].strip(),
                section=trail_of(section),
                amount=match.group().strip(),
                period=period_in(part.text) or period_in(section.title),
            )


def _of_table(table: Table) -> Iterator[AmountFact]:
    """Yield the cells of a table of money, named by the row's first cell and the column's header."""
    whole = " ".join((*table.header, *table.trail[-1:]))
    if (
        not table.header
        or not _MONEY.search(whole)
        or not (_UNIT.search(whole) or any(_UNIT.search(c) for r in table.rows for c in r.cells[1:]))
    ):
        return
    unit = _UNIT.search(whole)
    for row in table.rows:
        for column, cell in enumerate(row.cells[1:], start=1):
            if not _NUMBER.fullmatch(
                re.sub(r"\s?" + _UNIT.pattern, "", cell, flags=re.IGNORECASE).strip()
            ) or column >= len(table.header):
                continue
            amount = cell if _UNIT.search(cell) or unit is None else f"{cell} {unit.group()}"
            name = " ".join(
                part
                for part in (
                    row.cells[0],
                    table.header[column] if period_in(table.header[column]) != table.header[column] else "",
                )
                if part
            )
            yield AmountFact(
                span=row.span,
                subject=name,
                section=table.section,
                header_span=table.header_span,
                amount=amount.strip(),
                period=period_in(table.header[column]) or period_in(table.trail[-1] if table.trail else ""),
            )
