"""The dates and numbers by which a question names a time, a document or a case; pure."""

import re
from dataclasses import replace
from datetime import date

from knowledge.parsing.swedish_dates import find_dates
from knowledge.when import Precision, When
from retrieval.period import RELATIVE_YEARS

# A document by its year; "budget för 2025" may as well stand in a plan for the year before.
_DOCUMENT_OF_YEAR = re.compile(
    r"\b\w*(?:plan|direktiv|protokoll|rapport|bokslut|årsredovisning)(?:en|et|s|ens|ets)?\s+(?:(?:för|från|av)\s+)?(?:år\s+)?((?:19|20)\d\d)\b(?!\s*[–/-])",
    re.IGNORECASE,
)
_CASE_NUMBER = re.compile(
    r"\b(?:[A-ZÅÄÖ]{1,5}[ -])?\d{1,5}[-/]\d{2,4}\b|\b[A-ZÅÄÖ]{1,5}[-/ ]?(?:\d{4}[-/:]\d{1,6}|\d{1,6}[-/:]\d{4})\b|\b[A-ZÅÄÖ]\d{4}/\d{3,6}\b"
)
_LAST_MONTH = 12
_MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()
# A day as it is jotted down: with its year, or after a word that only stands before days.
_JOTTED = re.compile(
    r"(?<![\d/:-])(?P<day>0?[1-9]|[12]\d|3[01])/(?P<month>0?[1-9]|1[0-2])(?:(?: |[/-](?=\d\d\b))(?P<year>(?:20)?\d\d)\b)(?![/:-])"
    r"|(?<=\bden )(?P<day2>\d{1,2})/(?P<month2>0?[1-9]|1[0-2])(?![\d/:-])"
)
_TWO_YEARS = re.compile(r"\b20(?P<first>\d\d)[-–](?P<second>\d\d)\b(?![-\d])")
_SCHOOL_YEAR = re.compile(r"(?<![\d/])(?P<first>\d\d)/(?P<second>\d\d)(?![\d/])")


def with_days_in_full(text: str) -> str:
    """Write jotted days and years in full: "17/12 2024" is 17 December 2024, "26/27" is 2026/2027, "2025-26" 2025–2026."""
    text = _TWO_YEARS.sub(_years_in_full, _JOTTED.sub(_in_full, text))
    return _SCHOOL_YEAR.sub(
        lambda found: (
            f"20{found['first']}/20{found['second']}"
            if int(found["second"]) == int(found["first"]) + 1
            else found.group()
        ),
        text,
    )


def _in_full(found: re.Match[str]) -> str:
    day, month = int(found["day"] or found["day2"]), _MONTHS[int(found["month"] or found["month2"]) - 1]
    year = f" 20{found['year'][-2:]}" if found["year"] else ""
    return f"{day} {month}{year}"


def _years_in_full(found: re.Match[str]) -> str:
    """Return two years in a row in full; what may be a year and its month stays as it is."""
    first, second = int(found["first"]), int(found["second"])
    return f"20{first}–20{second}" if second == first + 1 > _LAST_MONTH else found.group()


def document_years(text: str) -> frozenset[int]:
    """Return the years by which a question names documents: "verksamhetsplanen för 2025"."""
    return frozenset(int(year) for year in _DOCUMENT_OF_YEAR.findall(text))


def take_dates(text: str, today: date) -> tuple[tuple[When, ...], str]:
    """Return the dates that the question names and its text without them; a year alone stays in both."""
    dates: list[When] = []
    kept = list(text)
    protected = [match.span() for match in case_numbers(text)]
    for start, end in protected:
        kept[start:end] = " " * (end - start)
    for pattern, ahead in RELATIVE_YEARS:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            dates.append(_whole_year(today.year + ahead, match.group()))
            kept[match.start() : match.end()] = " " * len(match.group())
    last_end = 0
    for found in find_dates(text, today=today):
        if any(start < found.end and found.start < end for start, end in protected):
            continue
        between = text[last_end : found.start].strip()
        if (
            dates
            and between in {"-", "–", "till", "till och med", "t.o.m."}
            and _is_span(dates[-1], found.when)
        ):
            dates[-1] = _span(dates[-1], found.when)
        else:
            dates.append(found.when)
        last_end = found.end
        kept[found.start : found.end] = " " * (found.end - found.start)
    return tuple(dates), "".join(kept)


def _whole_year(year: int, words: str) -> When:
    return When(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, words)


def _is_span(first: When, last: When) -> bool:
    """Tell whether two dates are the ends of one stretch: "januari–augusti 2025"."""
    return first.precision is Precision.MONTH and last.precision is Precision.MONTH and first.assumed_year


def _span(first: When, last: When) -> When:
    begins = first.in_year(last.start.year) if last.start is not None else first
    return replace(last, start=begins.start, words=f"{first.words}–{last.words}")


def case_numbers(text: str) -> list[re.Match[str]]:
    """Return what looks like a case number and is neither a date nor a span of years."""
    return [
        match
        for match in _CASE_NUMBER.finditer(text)
        if not re.fullmatch(r"(?:19|20)\d\d[-/](?:0?[1-9]|1[0-2]|(?:19|20)?\d\d)", match.group())
        and not re.match(r"[-–/]\d", text[match.end() :])
    ]
