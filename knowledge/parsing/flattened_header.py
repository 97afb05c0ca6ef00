"""Flattened headers: the header words of a table of indicators, in any order, run together or on two lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.facts import ValueRole
from knowledge.parsing.running_words import Break, WordRun

_MONTH = r"(?:jan|feb|mars?|apr|maj|juni?|juli?|aug|sep|okt|nov|dec)[a-z]*\.?"
_PART = rf"(?:[TQ]\s?[1-4]|(?:tertial|kvartal|kv|delår|halvår)\s?\d?|{_MONTH}(?:\s?[-–]\s?{_MONTH})?|helår(?:et)?)"
_YEAR = r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?"
_UNIT = re.compile(
    r"(?:(?P<name>(?:(?:[Dd]el)?[Mm]ål\s?(?:/|och)\s?)?[Ii]ndikator(?:er)?|Nyckeltal|Styrtal|Mätetal|Mätvärden?|Mätning|Namn|Verksamhetsmått|[A-ZÅÄÖ]?[a-zåäö]*mått|Mått)"
    r"|(?P<kind>(?:Ack(?:umulerat|\.)?\s)?[Uu]tfall|Resultat|Bokslut|Mål(?:värde|nivå|tal)?|Startvärde|Basvärde|Nuläge|Nuvärde|Utgångsläge|Ingångsvärde|(?:Helårsp|P)rognos|Budget|Riktvärde|Börvärde|Etappmål)"
    r"|(?P<objective>(?:Del|Nämnd|Kommun|Region|Effekt|Verksamhets|Resultat)mål|Målområde)"
    r"|(?P<unit>Enhet|Sort|Måttenhet)"
    r"|(?P<figure>Avvikelse|Förändring|Differens|Diff\.?)"
    r"|(?P<state>Status|Färg(?:markering)?|Trend|Måluppfyllelse|Bedömning|Prognos måluppfyllelse)"
    r"|(?P<remark>Kommentar(?:er)?|Ansvarig(?:a|t)?(?: nämnd(?:er)?)?|Källa|Analys|Mätmetod|Uppföljning)"
    rf"|(?P<period>(?:{_PART}\s)?{_YEAR}(?:\s{_PART})?|(?:[TQ]\s?[1-4]|[Tt]ertial\s[1-3]|[Kk]vartal\s[1-4]|[Hh]elår)))"
    r"(?:\s?\((?:%|[a-zåäö %]{1,14})\))?(?=\s|$)",
)
_JOINT = re.compile(r"\s(?:(?:för|till|år|per|under|t\.o\.m\.)\s){0,2}")
_FIRST = re.compile(r"(?<!\S)(?=[A-ZÅÄÖ])")
_ROLES = (
    (re.compile(r"start|bas|nuläge|nuvärde|utgång|ingång", re.IGNORECASE), ValueRole.BASELINE),
    (re.compile(r"prognos", re.IGNORECASE), ValueRole.FORECAST),
    (re.compile(r"mål|riktvärde|börvärde", re.IGNORECASE), ValueRole.TARGET),
    (re.compile(r"utfall|resultat|bokslut", re.IGNORECASE), ValueRole.ACTUAL),
)
_FEWEST_WITHOUT_KIND = 2


@dataclass(frozen=True, slots=True)
class FlatColumn:
    """A column of figures: its role (None when its figures are no indicator's values), period and header words.

    `places` are where its header words stand in the run.
    """

    role: ValueRole | None
    period: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FlatHeader:
    """A flattened header: where it stands in the run, its columns, and what other columns the table has."""

    start: int
    end: int
    columns: tuple[FlatColumn, ...]
    has_objective: bool = False
    has_unit: bool = False
    has_state: bool = False
    has_remark: bool = False


@dataclass(frozen=True, slots=True)
class _Cell:
    what: str
    words: str
    start: int
    end: int


def headers_in(run: WordRun) -> Iterator[FlatHeader]:
    """Yield the headers of tables of indicators in a run of words, in order."""
    position = 0
    for first in _FIRST.finditer(run.text):
        if first.start() < position:
            continue
        header = _header(_without_title(run, _cells(run.text, first.start())))
        if header is not None:
            yield header
            position = header.end


def _cells(text: str, start: int) -> list[_Cell]:
    cells: list[_Cell] = []
    position = start
    while (unit := _UNIT.match(text, position)) is not None:
        what = unit.lastgroup or ""
        cells.append(_Cell(what, " ".join((unit[what] or "").split()), unit.start(), unit.end()))
        joint = _JOINT.match(text, unit.end())
        if joint is None:
            break
        position = joint.end()
    return cells


def _without_title(run: WordRun, cells: list[_Cell]) -> list[_Cell]:
    """Leave out a title above the header ("Resultat") that could be taken for one of its words."""
    breaks = [run.words[run.word_at(cell.start)].before for cell in cells[1:]]
    if all(cell.what != "name" for cell in cells[1:]):
        return cells
    if breaks and breaks[0] >= Break.BLOCK and all(each < Break.BLOCK for each in breaks[1:]) and cells[2:]:
        return cells[1:]
    return cells


def _header(cells: list[_Cell]) -> FlatHeader | None:
    cells = _objectives_named(cells)
    what = [cell.what for cell in cells]
    name = next((cell.words for cell in cells if cell.what == "name"), "")
    kinds = what.count("kind")
    if not name and not ("objective" in what and kinds >= _FEWEST_WITHOUT_KIND):
        return None
    if not kinds and what.count("period") < _FEWEST_WITHOUT_KIND + 1:
        return None
    if name == "Namn" and kinds < _FEWEST_WITHOUT_KIND:
        return None
    columns = _columns(cells)
    if not columns or not any(column.role is not None for column in columns):
        return None
    return FlatHeader(
        cells[0].start,
        cells[-1].end,
        columns,
        has_objective="objective" in what and bool(name),
        has_unit="unit" in what,
        has_state="state" in what,
        has_remark="remark" in what,
    )


def _objectives_named(cells: list[_Cell]) -> list[_Cell]:
    """Take "Mål" that opens a header and stands before "Indikator" for the column of objectives."""
    if len(cells) > 1 and cells[0].words == "Mål" and cells[1].what == "name":
        first = cells[0]
        return [_Cell("objective", first.words, first.start, first.end), *cells[1:]]
    return cells


def _columns(cells: list[_Cell]) -> tuple[FlatColumn, ...]:
    """Return the columns of figures: kinds with their periods, whichever of the two stands first."""
    parts = [cell for cell in cells if cell.what in ("kind", "period", "figure")]
    kinds = [cell for cell in parts if cell.what != "period"]
    periods = [cell for cell in parts if cell.what == "period"]
    opens = [cell for cell in parts if cell.what == "period" and kinds and cell.start < kinds[0].start]
    if opens and len(opens) == len(periods):
        return _under_periods(opens, kinds)
    if opens and len(periods) == len(kinds) and parts[-1].what != "period":
        return tuple(_column(kind, period) for kind, period in zip(kinds, periods, strict=True))
    columns: list[FlatColumn] = []
    waiting: list[_Cell] = []
    following: list[_Cell] = []
    for cell in [*parts, None]:
        if cell is not None and cell.what == "period":
            following.append(cell)
            continue
        if following or cell is None:
            columns += _joined(waiting, following)
            waiting, following = [], []
        if cell is not None:
            waiting.append(cell)
    return tuple(columns)


def _under_periods(periods: list[_Cell], kinds: list[_Cell]) -> tuple[FlatColumn, ...]:
    """Return the columns of a header whose periods span the kinds under them ("2024 2025", "Utfall Mål Utfall Mål")."""
    if len(kinds) % len(periods) == 0 and len(kinds) > 1:
        each = len(kinds) // len(periods)
        return tuple(_column(kind, periods[number // each]) for number, kind in enumerate(kinds))
    return (*(_column(None, period) for period in periods), *(_column(kind, None) for kind in kinds))


def _joined(kinds: list[_Cell], periods: list[_Cell]) -> list[FlatColumn]:
    """Return the columns of kinds that periods follow: one each, one kind over all, or the last kinds only."""
    if not kinds:
        return [_column(None, period) for period in periods]
    if not periods:
        return [_column(kind, None) for kind in kinds]
    if len(kinds) <= len(periods) and len(kinds) > 1 and len(kinds) != len(periods):
        return [_column(None, period) for period in periods]  # which kind spans which years is not told
    if len(kinds) == 1:
        return [_column(kinds[0], period) for period in periods]
    without = len(kinds) - len(periods)
    return [_column(kind, None) for kind in kinds[:without]] + [
        _column(kind, period) for kind, period in zip(kinds[without:], periods, strict=True)
    ]


def _column(kind: _Cell | None, period: _Cell | None) -> FlatColumn:
    role: ValueRole | None = ValueRole.UNKNOWN
    if kind is not None and kind.what == "figure":
        role = None
    elif kind is not None:
        role = next((role for pattern, role in _ROLES if pattern.search(kind.words)), ValueRole.UNKNOWN)
    places = tuple(cell.start for cell in (kind, period) if cell is not None)
    return FlatColumn(role, period.words if period is not None else "", places)
