"""Budget: frames, changes and costs as lines, lists, tables and sentences give them."""

import re
from collections.abc import Iterator

from knowledge.blocks import Block, ReadDocument, Section, sections
from knowledge.facts import AmountFact
from knowledge.parsing.amounts import amounts_in
from knowledge.parsing.columns import period_in
from knowledge.parsing.flattened_amounts import flattened_amounts
from knowledge.parsing.sentences import split_sentences, trail_of
from knowledge.parsing.tables import Table, tables_of

_MONEY = re.compile(
    r"budget|ram\b|ramar\b|belopp|kostnad|intäkt|mkr|mnkr|tkr|kronor|anslag|bidrag|resultat|netto|investering|prognos",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\b(?:mkr|mnkr|tkr|mdkr|kronor|kr|miljoner kronor|tusental kronor)\b", re.IGNORECASE)
_NUMBER = re.compile(r"[+±–−-]?\s?\d{1,3}(?:[ \u00a0]\d{3})*(?:,\d+)?|[+±–−-]?\s?\d+(?:,\d+)?")
_SENTENCE_END = re.compile(r"(?<=[a-zåäö)])\. (?=[A-ZÅÄÖ])")
_LINE = 220


def read_amounts(document: ReadDocument) -> tuple[AmountFact, ...]:
    """Return the amounts of budget lines and tables, each under what it is for, with the year of its heading or column."""
    found: list[AmountFact] = []
    for section in sections(document.blocks):
        for block in section.blocks:
            if block.cells:
                continue
            found.extend(_of_line(block, section) if len(block.text) <= _LINE else _of_prose(block, section))
    found.extend(table_amounts(document))
    found.extend(flattened_amounts(document.text))
    return tuple(dict.fromkeys(found))


def table_amounts(document: ReadDocument) -> Iterator[AmountFact]:
    """Yield the amounts of the tables of money."""
    for table in tables_of(document.blocks):
        yield from _of_table(table)


def _of_line(block: Block, section: Section) -> Iterator[AmountFact]:
    """Yield the amounts of a short line, each named by the words between it and the one before."""
    text, start = block.text, 0
    for match in amounts_in(text):
        label = _SENTENCE_END.split(text[start : match.start()])[-1].strip(" :;,.()–-•")
        start = match.end()
        if len(label) >= 2:
            yield AmountFact(
                span=block.span,
                subject=label,
                section=trail_of(section),
                amount=match.group().strip(),
                period=_period_of(block, match.start()) or period_in(section.title),
            )


def _period_of(block: Block, place: int) -> str:
    """Return the period of the sentence of a line in which an amount stands."""
    before = 0
    for part in split_sentences(block.content):
        before = block.text.find(part.text, before)
        if before <= place < before + len(part.text):
            return period_in(part.text)
    return ""


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
