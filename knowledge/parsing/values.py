"""Values: runs of numbers, shares and yes or no at which a flattened row ends, parted into one value a column."""

import math
import re
from dataclasses import dataclass

_UNIT = r"(?:\s?(?:%|‰)|\s(?:procent(?:enheter)?|kronor|kr|mkr|mnkr|tkr|hektar|ha|ton|st|stycken|dagar|timmar|minuter|år)\b)?"
_TOKEN = re.compile(
    rf"(?<![\w,.(/-])(?:(?:minst|högst|mer än|mindre än|max|min|ca|cirka|över|under)\s)?[<>≥≤~±+−–-]?\s?\d+(?:[.,:]\d+)?{_UNIT}(?![\w/)]|[,.:-]\S|,\s)"
    r"|(?<!\w)(?:Ja|Nej|ja|nej|Uppfyllt|Ej uppfyllt|i\.u\.|N/A|Nytt|–|-)(?=\s|$)",
    re.IGNORECASE,
)
_BARE = re.compile(r"\d{1,3}")
_GROUP = re.compile(r"\d{3}")
_YEAR = re.compile(r"(?:19|20)\d\d")
# A group of two digits is a slip of the pen; at the end of a number it is likelier than within.
_IRREGULAR_WITHIN, _IRREGULAR_LAST = 2.5, 0.7
_MISSING_COLUMN = 0.15
_MOST_GROUPS = 4  # of digits in one number


@dataclass(frozen=True, slots=True)
class ValueRun:
    """Values in order as written, and where the run stands in the row's words."""

    values: tuple[str, ...]
    start: int
    end: int


def value_run(text: str, columns: int) -> ValueRun | None:
    """Return the values of a row of `columns` value columns, or nothing when it holds none.

    The run is the longest row of value tokens; where thousands may be grouped ("2 434 1 973") it is parted so
    that the values are of one size.
    """
    runs: list[list[re.Match[str]]] = []
    for token in _TOKEN.finditer(text):
        if runs and not text[runs[-1][-1].end() : token.start()].strip():
            runs[-1].append(token)
        else:
            runs.append([token])
    if not runs:
        return None
    best = max(enumerate(runs), key=lambda each: (len(each[1]), each[0]))[1]
    if len(best) < 2 and not _is_whole(text, best) and best[-1].end() < len(text.rstrip()):
        return None
    if len(best) == 1 and _YEAR.fullmatch(best[0].group().strip()) and not _is_whole(text, best):
        return None
    values = _parted([token.group().strip() for token in best], columns)
    return ValueRun(values, best[0].start(), best[-1].end()) if values else None


def _is_whole(text: str, run: list[re.Match[str]]) -> bool:
    return run[0].start() == 0 and run[-1].end() == len(text.rstrip())


def _parted(tokens: list[str], columns: int) -> tuple[str, ...]:
    """Return the tokens as at most `columns` values, thousands joined where that makes them fit."""
    best: tuple[float, tuple[str, ...]] | None = None
    for parting in _partings(tuple(tokens), columns):
        values, penalty = parting
        cost = _spread(values) + penalty + _MISSING_COLUMN * (columns - len(values))
        if best is None or cost < best[0]:
            best = (cost, values)
    return best[1] if best is not None else ()


def _partings(tokens: tuple[str, ...], columns: int) -> list[tuple[tuple[str, ...], float]]:
    if not tokens:
        return [((), 0.0)]
    if columns == 0 or len(tokens) > 24:
        return []
    found: list[tuple[tuple[str, ...], float]] = []
    for length in range(1, len(tokens) + 1):
        penalty = _penalty(tokens[:length])
        if penalty is None:
            break
        for rest, further in _partings(tokens[length:], columns - 1):
            found.append(((" ".join(tokens[:length]), *rest), penalty + further))
    return found


def _penalty(group: tuple[str, ...]) -> float | None:
    """Return what it costs to read the tokens as one number, None when they cannot be one."""
    if re.fullmatch(r"0\d+", group[0]):
        return None
    if len(group) == 1:
        return 0.0
    first = re.sub(r"^(?:minst|högst|ca|cirka)\s|^[<>≥≤~±+−–-]\s?", "", group[0], flags=re.IGNORECASE)
    if not _BARE.fullmatch(first):
        return None
    middle, last = group[1:-1], group[-1]
    if any(not re.fullmatch(r"\d{2,3}", each) for each in middle) or not re.fullmatch(
        r"\d{2,3}(?:,\d+)?(?:\s?\D+)?", last
    ):
        return None
    within = sum(_IRREGULAR_WITHIN for each in middle if not _GROUP.fullmatch(each))
    return within + (0.0 if _GROUP.fullmatch(re.sub(r"(?:,\d+)?\s?\D*$", "", last)) else _IRREGULAR_LAST)


def number_partings(tokens: tuple[str, ...], columns: int) -> list[tuple[tuple[int, ...], float]]:
    """Return the ways to join tokens into at most `columns` numbers: how many tokens each takes, and what it costs."""
    if not tokens:
        return [((), 0.0)]
    if columns == 0:
        return []
    found: list[tuple[tuple[int, ...], float]] = []
    for length in range(1, min(len(tokens), _MOST_GROUPS) + 1):
        penalty = _penalty(tokens[:length])
        if penalty is None:
            break
        for rest, further in number_partings(tokens[length:], columns - 1):
            found.append(((length, *rest), penalty + further))
    return found


def _spread(values: tuple[str, ...]) -> float:
    sizes = [math.log10(size) for value in values if (size := _size(value)) > 0]
    return max(sizes) - min(sizes) if len(sizes) > 1 else 0.0


def _size(value: str) -> float:
    digits = re.search(r"\d[\d ]*(?:[.,]\d+)?", value)
    return abs(float(digits.group().replace(" ", "").replace(",", "."))) if digits is not None else 0.0
