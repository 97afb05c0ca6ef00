"""Flattened amounts: tables of money whose columns extraction ran together, a line a row under a line of columns."""

import re
from collections.abc import Iterator

from knowledge.blocks import Span
from knowledge.facts import AmountFact
from knowledge.parsing.columns import period_in
from knowledge.parsing.values import value_run

_YEAR = r"(?:19|20)\d\d"
_MONTH = r"(?:jan|feb|mars?|apr|maj|juni?|juli?|aug|sep|okt|nov|dec)[a-zåäö]*\.?"
_PERIOD = (
    rf"(?:{_MONTH}(?:\s?[-–]\s?{_MONTH})?(?: {_YEAR})?|helår(?:et)?(?: {_YEAR})?|[TQ]\d(?: {_YEAR})?|{_YEAR})"
)
_KIND = r"(?:Budget|Utfall|Prognos|Bokslut|Ram|Plan|Avvikelse|Förändring|Differens|Diff\.?)"
_COLUMN = rf"(?:{_KIND}(?: {_PERIOD})?|(?:[A-ZÅÄÖ]\w{{3,9}} )?{_YEAR})"
_UNIT = r"mnkr|mkr|tkr|kkr|kr|kronor"
_HEADER = re.compile(
    rf"^(?P<name>[A-ZÅÄÖ][^\d\n]{{1,50}}?)(?: ?\((?P<unit>{_UNIT})\)|, (?P<after>{_UNIT}))?(?P<columns>(?: {_COLUMN}){{2,6}})[ ]*$",
    re.MULTILINE,
)
_UNIT_ABOVE = re.compile(rf"(?:\(|, ?|\bi )(?P<unit>{_UNIT})\)?\s*$", re.IGNORECASE)
_LINE_OF_TEXT = re.compile(r"\s*\n(?P<words>\S[^\n]*?)[ ]*(?=\n|$)")
_LONGEST_CAPTION = 80


def flattened_amounts(text: str) -> Iterator[AmountFact]:
    """Yield the amounts of each row, named by the row, and by its column where the years do not tell the columns apart."""
    position = 0
    while (header := _HEADER.search(text, position)) is not None:
        columns = re.findall(_COLUMN, header["columns"])
        periods = [period_in(column) for column in columns]
        is_told_by_year = all(periods) and len(set(periods)) == len(periods)
        unit = header["unit"] or header["after"] or _unit_above(text, header.start())
        position = header.end()
        while unit and (line := _LINE_OF_TEXT.match(text, position)) is not None:
            run = value_run(line["words"], len(columns))
            name = line["words"][: run.start].strip() if run is not None else ""
            if run is None or not name or run.end < len(line["words"]) or len(run.values) != len(columns):
                break
            position = line.end()
            for value, column, period in zip(run.values, columns, periods, strict=True):
                if any(map(str.isdigit, value)):
                    yield AmountFact(
                        span=Span(line.start("words"), line.end("words")),
                        subject=name if is_told_by_year else f"{name} {column}",
                        header_span=Span(header.start("name"), header.end("columns")),
                        amount=f"{value} {unit}",
                        period=period,
                    )


def _unit_above(text: str, place: int) -> str:
    """Return the unit that the line above a table ends with ("5 Ekonomi (mnkr)"), or nothing."""
    above = text[:place].rstrip().rsplit("\n", 1)[-1].strip()
    found = _UNIT_ABOVE.search(above) if len(above) <= _LONGEST_CAPTION else None
    return found["unit"] if found is not None else ""
