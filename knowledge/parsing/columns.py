"""Columns: what the columns of a table of indicators hold, told by their header words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.facts import ValueRole

_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?")
_PERIOD = re.compile(
    r"(?:(?:Q[1-4]|[TH][1-3]|kv(?:artal)?\s?[1-4]|tertial\s?[1-3]|(?:halvår|delår)\s?\d?|jan(?:uari)?|feb(?:ruari)?|mars|april|maj|juni|juli|aug(?:usti)?|sep(?:tember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?:\s?[-–]\s?\w{3,9})?\s*)?"
    rf"{_YEAR.pattern}(?:-\d\d)?(?:\s?(?:Q[1-4]|[TH][1-3]|-\d\d))?",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"indikator|nyckeltal|styrmått|styrtal|mätetal|mätvärde|resultatmått|\bmått\b|^namn$|\bnamn\b|mätning|verksamhetsmått|^mätare",
    re.IGNORECASE,
)
_OBJECTIVE = re.compile(
    r"^(?:del|nämnd|effekt|verksamhets|resultat|prestations|inriktnings|kommun|region|program)?mål(?:et|en|område)?$|delmål|framgångsfaktor|målområde|^mål\b(?!.*\d{4})(?!värde|nivå|tal)(?! (?:vid|efter|till)\b)",
    re.IGNORECASE,
)
_ROLES = (
    (
        re.compile(r"start\s?värde|nuläge|basvärde|utgångsläge|ingångsvärde|baslinje|nuvärde", re.IGNORECASE),
        ValueRole.BASELINE,
    ),
    (re.compile(r"prognos", re.IGNORECASE), ValueRole.FORECAST),
    (
        re.compile(
            r"mål\s?värde|mål\s?nivå|mål\s?tal|börvärde|riktvärde|^mål\b|\bmål\s+(?:(?:för|till|år)\s+)?(?:19|20)\d\d|(?:19|20)\d\d\s+mål$|etappmål|ambition",
            re.IGNORECASE,
        ),
        ValueRole.TARGET,
    ),
    (
        re.compile(r"utfall|resultat|ackumulerat|värde|bokslut|uppmätt|faktisk", re.IGNORECASE),
        ValueRole.ACTUAL,
    ),
)
_REMARK = re.compile(
    r"kommentar|analys|trend|status|bedömning|måluppfyllelse|ansvarig|källa|avvikelse|förändring|mätmetod|frekvens|uppföljning",
    re.IGNORECASE,
)


_BUDGET = re.compile(rf"budget(?:erat)?\s+{_YEAR.pattern}", re.IGNORECASE)
_OF_PEOPLE = re.compile(r"parti|ledamot|funktion|ersättare|röst(?:er)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column of values: its number in the table, the period it holds for as written, and what its values are."""

    number: int
    period: str
    role: ValueRole


@dataclass(frozen=True, slots=True)
class IndicatorColumns:
    """Where a table of indicators keeps names, objectives, values and remarks."""

    name: int
    objective: int | None
    values: tuple[ValueColumn, ...]
    assessment: int | None = None


def period_in(words: str) -> str:
    """Return the year or shorter period that a header names, as written, or nothing."""
    match = _PERIOD.search(words)
    return match.group().strip() if match is not None else ""


def value_column(number: int, words: str) -> ValueColumn | None:
    """Return what a header says of the values below it, or nothing when it names no values."""
    if _REMARK.search(words) and not re.search(r"utfall|målvärde", words, re.IGNORECASE):
        return None
    for pattern, role in _ROLES:
        if pattern.search(words):
            return ValueColumn(number, period_in(words), role)
    if _PERIOD.fullmatch(words.strip()):
        return ValueColumn(number, words.strip(), ValueRole.UNKNOWN)
    return None


def _budgeted(header: tuple[str, ...]) -> Iterator[ValueColumn]:
    """Yield the columns of what was budgeted, which are told by their whole name: a budget is no goal."""
    for number, words in enumerate(header):
        if _BUDGET.fullmatch(words.strip()):
            yield ValueColumn(number, words.strip(), ValueRole.UNKNOWN)


def indicator_columns(header: tuple[str, ...]) -> IndicatorColumns | None:
    """Return the columns of a table of indicators, or nothing when the header is of another kind of table."""
    if any(_OF_PEOPLE.fullmatch(words.strip()) for words in header):
        return None
    name = next((n for n, words in enumerate(header) if _NAME.search(words)), None)
    objective = next(
        (n for n, words in enumerate(header) if n != name and _OBJECTIVE.search(words.strip())), None
    )
    values = tuple(
        column
        for n, words in enumerate(header)
        if n not in (name, objective) and (column := value_column(n, words)) is not None
    )
    known = [column for column in values if column.role is not ValueRole.UNKNOWN]
    if known and name is not None:
        values = tuple(sorted((*values, *_budgeted(header)), key=lambda column: column.number))
    if name is None:
        if (
            objective is None
            or not known
            or not any(c.role in (ValueRole.TARGET, ValueRole.ACTUAL) for c in known)
        ):
            return None
        name, objective = objective, None
    if not values:
        return None
    assessment = next(
        (
            n
            for n, words in enumerate(header)
            if re.search(r"måluppfyllelse|bedömning|status", words, re.IGNORECASE)
        ),
        None,
    )
    return IndicatorColumns(name, objective, values, assessment)
