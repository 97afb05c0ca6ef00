"""Flattened measures: lists of what is done, what it gives and who answers for it, whose columns extraction ran together."""

import re
from collections.abc import Iterator

from knowledge.blocks import ReadDocument, Span
from knowledge.facts import NamedCell, RowFact

_HEADER = re.compile(
    r"^(?:(?P<number>Nr|Id) )?(?P<what>Åtgärd|Aktivitet|Insats|Besparing|Projekt) "
    r"(?P<figure>(?:Effekt|Besparing|Belopp|Kostnad|Budget|Helårseffekt)(?: (?:19|20)\d\d)?(?:,? \(?(?:mnkr|mkr|tkr|kr)\)?)?) +"
    r"(?P<who>Ansvarig\w*(?: \w+)?|Ansvar|Ägare)[ ]*$",
    re.MULTILINE,
)
_ROW = re.compile(
    r"\s*\n(?P<row>(?:(?P<number>[A-ZÅÄÖ]{0,2}\d{1,2})\.? )?(?P<what>[A-ZÅÄÖ][^\n]*?) "
    r"(?P<figure>[+−–-]?\d{1,3}(?: \d{3})*(?:,\d+)?) (?P<who>[A-ZÅÄÖ][^\d\n]*?))[ ]*(?=\n|$)"
)
_FEWEST_ROWS = 2


def flattened_measures(document: ReadDocument) -> Iterator[RowFact]:
    """Yield the rows below such a header, each with its cells under their names, in the order of the text."""
    text = document.text
    for header in _HEADER.finditer(text):
        span = Span(header.start(), header.start() + len(header.group().rstrip()))
        rows: list[RowFact] = []
        position = span.end
        while (row := _ROW.match(text, position)) is not None:
            position = row.end()
            cells = tuple(
                NamedCell(header[part], row[part] or "")
                for part in ("number", "what", "figure", "who")
                if header[part]
            )
            rows.append(
                RowFact(span=Span(*row.span("row")), subject=row["what"], header_span=span, cells=cells)
            )
        if len(rows) >= _FEWEST_ROWS:
            yield from rows
