"""Indicators whose values stand a line each below their name: "Startvärde 2024: 9,4 %", "Målvärde 2027: 8 %"."""

import re
from collections.abc import Iterator

from knowledge.blocks import ReadDocument, Section, Span, sections
from knowledge.facts import IndicatorFact, IndicatorValue
from knowledge.parsing.columns import value_column
from knowledge.parsing.sentences import trail_of

_VALUE_LINE = re.compile(
    r"\s*(?:[-–*•]\s*)?(?:\*\*)?(?P<label>(?:Start\s?värde|Utgångs(?:läge|värde)|Nuläge|Basvärde|Utfall|Resultat|Prognos|(?:Del|Etapp)?mål(?:värde|nivå|tal)?)\b[^:|\n]{0,30}?)(?:\*\*)?:(?:\*\*)?\s*(?P<value>\S[^\n|]*)",
    re.IGNORECASE,
)
_NAMED_AS = re.compile(
    r"\s*(?:[-–*•]\s*)?(?:\*\*)?(?:(?:Indikator|Nyckeltal|Mått|Mätetal|Styrtal)\s*\d{0,2}(?:\.\d{1,2})*\s*[:.–-]\s*)?",
    re.IGNORECASE,
)
_LONGEST_VALUE, _LONGEST_NAME, _FEWEST = 60, 200, 2


def listed_values(document: ReadDocument) -> Iterator[IndicatorFact]:
    """Yield each indicator with at least two values on lines of their own; a line that gives none ends it."""
    for section in sections(document.blocks):
        yield from _of_section(section, document.text)


def _of_section(section: Section, text: str) -> Iterator[IndicatorFact]:
    name = section.heading.content if section.heading is not None else None
    named = Span(name.span().start, name.span().end) if name is not None else None
    values: list[IndicatorValue] = []
    end = 0
    for line in [*_lines(section, text), None]:
        told = _VALUE_LINE.fullmatch(line.quote(text)) if line is not None else None
        column = value_column(0, " ".join(told["label"].split())) if told is not None else None
        if (
            line is not None
            and told is not None
            and column is not None
            and (column.period or any(map(str.isdigit, told["value"])))  # else a goal in words
            and len(told["value"]) <= _LONGEST_VALUE
        ):
            values.append(IndicatorValue(told["value"].strip().rstrip("*. "), column.period, column.role))
            end = line.end
            continue
        if named is not None and len(values) >= _FEWEST:
            yield from _indicator(named, end, values, text, trail_of(section))
        named, values = line, []


def _indicator(
    named: Span, end: int, values: list[IndicatorValue], text: str, section: str
) -> Iterator[IndicatorFact]:
    written = named.quote(text)
    mark = _NAMED_AS.match(written)
    start = named.start + (mark.end() if mark is not None else 0)
    subject = " ".join(text[start : named.end].split()).strip(" *:#")
    if 2 < len(subject) <= _LONGEST_NAME and end > start:
        yield IndicatorFact(span=Span(start, end), subject=subject, section=section, values=tuple(values))


def _lines(section: Section, text: str) -> Iterator[Span]:
    for block in section.blocks:
        for found in re.finditer(r"[^\n]+", block.span.quote(text)):
            if found.group().strip():
                yield Span(block.span.start + found.start(), block.span.start + found.end())
