"""Pure: dates as Swedish documents write them, found in running text, no more precise than their words.

Reads `241118`, `2025-10-31`, `31/10 2025`, `den 9 april kl. 05.00`, `Mars 2025`, `Q4 2024`, `första kvartalet
2026`, `före utgången av januari 2026`, `den 30 september 2024 respektive 2025`, `årligen senast den 31 maj`,
`vecka 15, 2025`, `hösten 2026`, `årsskiftet 2025/26`, `2025`. A word that gives no year takes `default_year`,
or the nearest one to `today`; without either it is passed over, since a year is never invented.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from knowledge.when import Precision, When


class Bound(StrEnum):
    """How the words before a date limit it."""

    ON = ""
    BY = "by"  # senast, före, till och med utgången av
    FROM = "from"  # från och med
    UNTIL = "until"  # till och med, t.o.m.


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: `start` and `end` are indices of its words there (end exclusive)."""

    start: int
    end: int
    when: When
    bound: Bound = Bound.ON


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What supplies a year that the words leave out."""

    default_year: int | None
    today: date | None


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "jan"),
            ("februari", "feb", "febr"),
            ("mars", "mar"),
            ("april", "apr"),
            ("maj",),
            ("juni", "jun"),
            ("juli", "jul"),
            ("augusti", "aug"),
            ("september", "sep", "sept"),
            ("oktober", "okt"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
ENGLISH_MONTHS = {
    "january": 1,
    "february": 2,
    "march": 3,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "october": 10,
}
ORDINALS = {
    "första": 1,
    "andra": 2,
    "tredje": 3,
    "fjärde": 4,
    "sista": 4,
    "1:a": 1,
    "2:a": 2,
    "3:e": 3,
    "4:e": 4,
}
TERMS = {"vår": (1, 6), "höst": (8, 12)}
SEASONS = {"vår": (3, 5), "sommar": (6, 8), "höst": (9, 11), "vinter": (12, 2)}

_LAST_DAY = 99
_NAMED_DAYS = {"första": 1, "förste": 1, "sista": _LAST_DAY}
_ALL_MONTHS = MONTHS | ENGLISH_MONTHS
_MONTH = "(?:" + "|".join(sorted(_ALL_MONTHS, key=len, reverse=True)) + r")"
_YEAR = r"(?:19|20)\d\d"
_LEFT = r"(?<![\w/:.\-–])"
_WEEKDAY = r"(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s+)?"
_TIME = r"(?:,?\s*(?:kl\.?|klockan)\s*(?P<{name}>\d{{1,2}}[.:]\d\d|\d{{1,2}}\b))?"

_PATTERN = re.compile(
    "|".join(
        (
            rf"(?P<iso>{_LEFT}(?P<iso_y>{_YEAR})[-‑–](?P<iso_m>0[1-9]|1[0-2])[-‑–](?P<iso_d>[0-3]\d)(?![\w]|[-–]\d)"
            + _TIME.format(name="iso_t")
            + ")",
            rf"(?P<compact>{_LEFT}(?P<c_y>{_YEAR})(?P<c_m>0[1-9]|1[0-2])(?P<c_d>0[1-9]|[12]\d|3[01])(?![\w]|[-–]\d{{4}}\b))",
            r"(?P<short>(?<![\w/:.,])(?<!\w[-–])(?P<s_y>[0-4]\d)[-–]?(?P<s_m>0[1-9]|1[0-2])(?P<sep>[-–]?)(?P<s_d>0[1-9]|[12]\d|3[01])(?![\w]|[-–]\d{4}\b|[.,:]\d))",
            rf"(?P<slash>{_LEFT}(?P<sl_d>[0-3]?\d)/(?P<sl_m>1[0-2]|0?[1-9])(?:[\s\-–/]{{1,2}}(?P<sl_y>{_YEAR}|\d\d(?=\W|$)))?(?![\w/]|[.,]\d))",
            rf"(?P<dotted>{_LEFT}(?P<d_d>[0-3]?\d)\.(?P<d_m>1[0-2]|0?[1-9])\.(?P<d_y>{_YEAR})(?!\w))",
            rf"(?P<day>{_LEFT}{_WEEKDAY}(?:den\s*)?(?P<y_d1>[0-3]?\d|(?:första|förste|sista)(?=\s+(?:dagen\s+i\s+)?{_MONTH}\b))(?::[ae]|th|st|nd|rd)?(?:\s*(?:[-–]|och|till|respektive)\s*(?:den\s+)?(?P<y_d2>[0-3]?\d))?\s+(?:dagen\s+i\s+)?(?P<y_m>{_MONTH})\.?"
            rf"(?!\w)(?:,?\s*(?:år\s+)?(?P<y_y>{_YEAR})(?!\w)(?P<y_more>(?:(?:,|\s+och|\s+respektive|\s+samt|\s+resp\.)\s*{_YEAR}(?!\w|\s*[-–]\d))*)(?:\s?[-–]\s?(?P<y_last>{_YEAR})(?![\w-]))?)?"
            + _TIME.format(name="y_t")
            + ")",
            rf"(?P<usday>(?<!\w)(?P<u_m>{_MONTH})\s+(?P<u_d>[0-3]?\d)(?:st|nd|rd|th)?,\s*(?P<u_y>{_YEAR})(?!\w))",
            (
                rf"(?P<quarter>(?<!\w)(?:Q(?P<q_n>[1-4])|(?:kvartal(?:et)?|kv\.?)\s*(?P<q_k>[1-4])(?:\s*[-–]\s*[1-4])?|(?P<q_o>första|andra|tredje|fjärde|sista|[1-4]:[ae])\s+kvartalet)"
                rf"(?:[\s,\-–/]*(?:år\s+|av\s+|under\s+)?(?P<q_y>{_YEAR}))?(?!\w))"
            ),
            rf"(?P<yearquarter>{_LEFT}(?P<yq_y>{_YEAR})[\s,\-–/]*(?:Q|kvartal\s*|kv\.?\s*)(?P<yq_n>[1-4])(?!\w))",
            rf"(?P<tertial>(?<!\w)(?:tertial\s*(?P<t_n>[1-3])|(?P<t_o>första|andra|tredje)\s+tertialet)(?:[\s,]*(?P<t_y>{_YEAR}))?(?!\w))",
            rf"(?P<half>(?<!\w)(?P<h_o>första|andra|[12]:a)\s+(?:halvåret|halvan av)(?:[\s,]*(?:av\s+|under\s+)?(?P<h_y>{_YEAR}))?(?!\w))",
            rf"(?P<season>(?<!\w)(?P<se_n>vår|sommar|höst|vinter)(?:en|n|terminen)?(?:[\s,]+(?P<se_y>{_YEAR}))(?!\w))",
            rf"(?P<loneseason>(?<!\w)(?:(?:under|till|i|före|innan|efter)\s+)(?P<ls_n>vår|sommar|höst|vinter)(?:en|n|terminen)?(?!\w|[\s,]+{_YEAR}\b))",
            rf"(?P<week>(?<!\w)(?:vecka|v\.?)\s*(?P<w_n>[1-5]?\d)(?:\s*[-–]\s*(?P<w_n2>[1-5]?\d))?(?:(?:,\s*|\s+)(?:år\s+)?(?P<w_y>{_YEAR}))?(?![\w%]|[.,]\d))",
            rf"(?P<turn>(?<!\w)årsskiftet(?:\s+(?P<tu_y>{_YEAR})\s*[/\-–]\s*(?P<tu_y2>{_YEAR}|\d\d))?(?!\w))",
            rf"(?P<midyear>(?<!\w)halvårsskiftet(?:\s+(?P<my_y>{_YEAR}))?(?!\w))",
            rf"(?P<month>(?<!\w)(?P<m_m>{_MONTH})(?:mötet|sammanträdet|\.)?(?:\s+månad)?(?:(?:,?\s+|\s*[-–/]\s*)(?:år\s+)?(?P<m_y>{_YEAR})(?!\w))?(?![\w]))",
            rf"(?P<yearspan>(?<![\w/:.\-–§])(?P<ys_1>{_YEAR})\s?[-–]\s?(?P<ys_2>{_YEAR})(?![\w/:\-–]|[.,]\d))",
            rf"(?P<year>(?<![\w/:.,\-–§])(?P<ye>{_YEAR})(?![\w/:\-–%]|[.,]\d|\s*(?:kronor|kr|mkr|mnkr|procent|%|\d{{3}}\b)))",
        )
    ),
    re.IGNORECASE,
)
_START = re.compile(
    r"(?<!\w)(?:\d|den\s*\d|den\s+(?:första|förste|sista)|(?:mån|tis|ons|tors|fre|lör|sön)dag|Q[1-4]|kv|första|förste|andra|tredje|fjärde|sista"
    r"|tertial|vår|sommar|höst|vinter|(?=(?:under|till|i|före|innan|efter)\s+(?:vår|sommar|höst|vinter))|v(?=ecka|\.|\s*\d)|årsskiftet|halvårsskiftet|"
    rf"{_MONTH})",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:senaste?|före utgången av|innan utgången av|vid utgången av|i slutet av|före|innan|by|before|no later than)"
    r"(?:\s+(?:den|under|i|vid|utgången av|slutet av))*\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:från och med|fr\.?\s?o\.?\s?m\.?|från|med start|fr o m|from)(?:\s+(?:den|i))?\s*$", re.IGNORECASE
)
_UNTIL = re.compile(
    r"(?:till och med|t\.?\s?o\.?\s?m\.?|fram till|until)(?:\s+(?:den|i))?\s*$", re.IGNORECASE
)
_YEARLY = re.compile(r"(?:årligen|varje år|each year|annually)[^.;]{0,40}$", re.IGNORECASE)
_YEARLY_AFTER = re.compile(r"^\s*(?:varje år|årligen|respektive år)", re.IGNORECASE)
_AFTER_MONTH_END = re.compile(r"^\s*(?:månads?\s+)?utgång", re.IGNORECASE)
# "maj" and "mars" stand for months only where a date can stand; a lower-case bare abbreviation never does.
_BARE_ABBREVIATION = {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "dec", "may", "march"}


# A full stop after a month's whole name ends the sentence; after "sept" it belongs to the date.
_WHOLE_MONTH_STOP = re.compile(
    "(?:"
    + "|".join(
        f"(?<={name})" for name in {number: name for name, number in reversed(MONTHS.items())}.values()
    )
    + r")\.$",
    re.IGNORECASE,
)


def find_dates(
    text: str, default_year: int | None = None, *, today: date | None = None
) -> tuple[FoundDate, ...]:
    """Return the dates in `text` in order, each with its place and how the words before it limit it."""
    surroundings = _Surroundings(default_year, today)
    return tuple(found for match in _matches(text) for found in _read(match, text, surroundings))


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Yield what may be dates, trying the whole grammar only where a date can begin."""
    done = 0
    for start in _START.finditer(text):
        if start.start() >= done and (match := _PATTERN.match(text, start.start())) is not None:
            done = match.end()
            yield match


def first_date(text: str, default_year: int | None = None, *, today: date | None = None) -> When | None:
    """Return the first date in `text`, or nothing."""
    found = find_dates(text, default_year, today=today)
    return found[0].when if found else None


def _read(match: re.Match[str], text: str, surroundings: _Surroundings) -> Iterator[FoundDate]:
    kind = match.lastgroup if match.lastgroup in _READERS else _kind_of(match)
    before = text[max(0, match.start() - 60) : match.start()]
    after = text[match.end() : match.end() + 20]
    bound = _bound(before)
    if _AFTER_MONTH_END.match(after) or re.search(r"utgången av\s*(?:den\s*)?$", before, re.IGNORECASE):
        bound = Bound.BY
    yearly = bool(_YEARLY.search(before) or _YEARLY_AFTER.match(after))
    for start, end, when in _READERS[kind](match, surroundings):
        if when is not None:
            words = _WHOLE_MONTH_STOP.sub("", when.words)  # the stop after "i september." ends the sentence
            ends = end - len(when.words) + len(words)
            yield FoundDate(start, ends, replace(when, words=words, yearly=yearly), bound)


def _kind_of(match: re.Match[str]) -> str:
    return next(name for name in _READERS if match.group(name) is not None)


def _bound(before: str) -> Bound:
    if _BY.search(before):
        return Bound.BY
    if _UNTIL.search(before):
        return Bound.UNTIL
    if _FROM.search(before):
        return Bound.FROM
    return Bound.ON


Reading = Iterator[tuple[int, int, When | None]]


def _day(
    year: int, month: int, day: int, words: str, *, time: str = "", assumed: bool = False
) -> When | None:
    try:
        on = date(year, month, day)
    except ValueError:
        return None
    return When(on, on, Precision.DAY, words, time=time, assumed_year=assumed)


def _stretch(first: date, last: date, precision: Precision, words: str, *, assumed: bool = False) -> When:
    return When(first, last, precision, words, assumed_year=assumed)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _months(
    year: int, first: int, last: int, precision: Precision, words: str, *, assumed: bool = False
) -> When:
    last_year = year if last >= first else year + 1
    return _stretch(date(year, first, 1), _month_end(last_year, last), precision, words, assumed=assumed)


def _year(
    given: str | None, surroundings: _Surroundings, month: int, day: int = 28
) -> tuple[int | None, bool]:
    """Return the year and whether it was assumed; a year of two digits is of this century."""
    if given:
        return (int(given) if len(given) == 4 else 2000 + int(given)), False
    if surroundings.default_year is not None:
        return surroundings.default_year, True
    if surroundings.today is not None:
        return _nearest_year(surroundings.today, month, day), True
    return None, True


def _nearest_year(today: date, month: int, day: int) -> int:
    """Return the year that puts the day within the last two months or else ahead of today."""
    candidate = date(today.year, month, min(day, 28))
    if candidate < today - timedelta(days=60):
        return today.year + 1
    if candidate > today + timedelta(days=305):
        return today.year - 1
    return today.year


def _iso(match: re.Match[str], _: _Surroundings) -> Reading:
    when = _day(
        int(match["iso_y"]),
        int(match["iso_m"]),
        int(match["iso_d"]),
        match.group(),
        time=match["iso_t"] or "",
    )
    yield match.start(), match.end(), when


def _compact(match: re.Match[str], _: _Surroundings) -> Reading:
    yield (
        match.start(),
        match.end(),
        _day(int(match["c_y"]), int(match["c_m"]), int(match["c_d"]), match.group()),
    )


def _short(match: re.Match[str], _: _Surroundings) -> Reading:
    year = 2000 + int(match["s_y"])
    yield match.start(), match.end(), _day(year, int(match["s_m"]), int(match["s_d"]), match.group())


def _slash(match: re.Match[str], surroundings: _Surroundings) -> Reading:
    month, day = int(match["sl_m"]), int(match["sl_d"])
    if not 1 <= day <= 31:
        return
    year, assumed = _year(match["sl_y"], surroundings, month, day)
    if year is not None:
        yield match.start(), match.end(), _day(year, month, day, match.group(), assumed=assumed)


def _dotted(match: re.Match[str], _: _Surroundings) -> Reading:
    yield (
        match.start(),
        match.end(),
        _day(int(match["d_y"]), int(match["d_m"]), int(match["d_d"]), match.group()),
    )


def _spelled_day(match: re.Match[str], surroundings: _Surroundings) -> Reading:
    month = _ALL_MONTHS[match["y_m"].lower()]
    for group in ("y_d1", "y_d2"):
        if match[group] is None:
            continue
        named = _NAMED_DAYS.get(match[group].lower())
        year, assumed = _year(match["y_y"], surroundings, month, named or int(match[group]))
        if year is None:
            continue
        years = [year, *(int(more) for more in re.findall(_YEAR, match["y_more"] or ""))]
        if match["y_last"] is not None and year < int(match["y_last"]) <= year + 20:
            years = list(range(year, int(match["y_last"]) + 1))
        for each in years:
            last = calendar.monthrange(each, month)[1]
            day = last if named == _LAST_DAY else named or int(match[group])
            yield match.start(), match.end(), _day_or_month(each, month, day, match, assumed=assumed)


def _day_or_month(year: int, month: int, day: int, match: re.Match[str], *, assumed: bool) -> When | None:
    """Return the day, or its month when the source names a day that the month does not have."""
    if day == 0 or day > 31:
        return None
    if day > calendar.monthrange(year, month)[1]:
        return _months(year, month, month, Precision.MONTH, match.group(), assumed=assumed)
    return _day(year, month, day, match.group(), time=match["y_t"] or "", assumed=assumed)


def _us_day(match: re.Match[str], _: _Surroundings) -> Reading:
    month = _ALL_MONTHS[match["u_m"].lower()]
    yield match.start(), match.end(), _day(int(match["u_y"]), month, int(match["u_d"]), match.group())


def _quarter(match: re.Match[str], surroundings: _Surroundings) -> Reading:
    number = int(match["q_n"] or match["q_k"] or 0) or ORDINALS[match["q_o"].lower()]
    year, assumed = _year(match["q_y"], surroundings, number * 3)
    if year is not None:
        first = number * 3 - 2
        yield (
            match.start(),
            match.end(),
            _months(year, first, first + 2, Precision.QUARTER, match.group(), assumed=assumed),
        )


def _year_quarter(match: re.Match[str], _: _Surroundings) -> Reading:
    first = int(match["yq_n"]) * 3 - 2
    when = _months(int(match["yq_y"]), first, first + 2, Precision.QUARTER, match.group())
    yield match.start(), match.end(), when


def _tertial(match: re.Match[str], surroundings: _Surroundings) -> Reading:
    number = int(match["t_n"] or 0) or ORDINALS[match["t_o"].lower()]
    year, assumed = _year(match["t_y"], surroundings, number * 4)
    if year is not None:
        first = number * 4 - 3
        yield (
            match.start(),
            match.end(),
            _months(year, first, first + 3, Precision.QUARTER, match.group(), assumed=assumed),
        )


def _half(match: re.Match[str], surroundings: _Surroundings) -> Reading:
    number = ORDINALS[match["h_o"].lower()]
    year, assumed = _year(match["h_y"], surroundings, number * 6)
    if year is not None:
        first = number * 6 - 5
        yield (
            match.start(),
            match.end(),
            _months(year, first, first + 5, Precision.HALF_YEAR, match.group(), assumed=assumed),
        )


def _season(match: re.Match[str], surroundings: _Surroundings) -> Reading:
    name = match["se_n"] or match["ls_n"]
    seasons = SEASONS | TERMS if "termin" in match.group().lower() else SEASONS
    first, last = seasons[name.lower()]
    year, assumed = _year(match["se_y"], surroundings, max(first, last))
    if year is not None:
        when = _months(year, first, last, Precision.SEASON, match.group(), assumed=assumed)
        yield match.start(), match.end(), when


def _week(match: re.Match[str], surroundings: _Surroundings) -> Reading:
    number = int(match["w_n"])
    last_number = int(match["w_n2"] or number)
    if not 1 <= number <= 53 or not 1 <= last_number <= 53:
        return
    year, assumed = _year(match["w_y"], surroundings, min(12, 1 + number * 12 // 53))
    if year is None:
        return
    try:
        first, last = date.fromisocalendar(year, number, 1), date.fromisocalendar(year, last_number, 7)
    except ValueError:
        return
    if first <= last:
        yield (
            match.start(),
            match.end(),
            _stretch(first, last, Precision.WEEK, match.group(), assumed=assumed),
        )


def _turn_of_year(match: re.Match[str], surroundings: _Surroundings) -> Reading:
    year, assumed = _year(match["tu_y"], surroundings, 12)
    if year is not None:
        first, last = date(year, 12, 31), date(year + 1, 1, 1)
        yield (
            match.start(),
            match.end(),
            _stretch(first, last, Precision.MONTH, match.group(), assumed=assumed),
        )


def _midyear(match: re.Match[str], surroundings: _Surroundings) -> Reading:
    year, assumed = _year(match["my_y"], surroundings, 6)
    if year is not None:
        first, last = date(year, 6, 30), date(year, 7, 1)
        yield (
            match.start(),
            match.end(),
            _stretch(first, last, Precision.MONTH, match.group(), assumed=assumed),
        )


def _month(match: re.Match[str], surroundings: _Surroundings) -> Reading:
    name = match["m_m"]
    if match["m_y"] is None and name.lower() in _BARE_ABBREVIATION:
        return
    number = _ALL_MONTHS[name.lower()]
    year, assumed = _year(match["m_y"], surroundings, number)
    if year is not None:
        when = _months(year, number, number, Precision.MONTH, match.group(), assumed=assumed)
        yield match.start(), match.end(), when


def _year_span(match: re.Match[str], _: _Surroundings) -> Reading:
    first, last = int(match["ys_1"]), int(match["ys_2"])
    if first <= last:
        when = _stretch(date(first, 1, 1), date(last, 12, 31), Precision.YEAR, match.group())
        yield match.start(), match.end(), when


def _year_alone(match: re.Match[str], _: _Surroundings) -> Reading:
    year = int(match["ye"])
    when = _stretch(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, match.group())
    yield match.start(), match.end(), when


_READERS = {
    "iso": _iso,
    "compact": _compact,
    "short": _short,
    "slash": _slash,
    "dotted": _dotted,
    "day": _spelled_day,
    "usday": _us_day,
    "quarter": _quarter,
    "yearquarter": _year_quarter,
    "tertial": _tertial,
    "half": _half,
    "season": _season,
    "loneseason": _season,
    "week": _week,
    "turn": _turn_of_year,
    "midyear": _midyear,
    "month": _month,
    "yearspan": _year_span,
    "year": _year_alone,
}
