"""How surely a source is of the dates that a question asks for, and which dates its words name; pure."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from knowledge.parsing.swedish_dates import find_dates
from knowledge.when import Precision, When

_WITHIN_THE_YEAR = 0.7  # a source of the year that a season asked for lies in
_COMPARES = re.compile(
    r"\b(?:jämfört med|i jämförelse med|(?<!senare )än|i stället för den?|istället för den?)\s+(?:år\s+)?$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:sedan|sen|jämfört med|i jämförelse med)\s+(?:år\s+)?(?:19|20)\d\d\b", re.IGNORECASE
)


def dates_held(
    asked: tuple[When, ...],
    near: Sequence[When],
    document: Sequence[When],
    of_document: Collection[int] = (),
) -> float:
    """Return how surely a source is of the dates asked for: 1 when its words name them.

    `of_document` are the years by which the question names a document ("verksamhetsplanen 2025"): of a document
    that says its own years and not these, other words about that year are no answer.
    """
    if not asked:
        return 1.0
    own = {year for when in document if when.start and when.end for year in (when.start.year, when.end.year)}
    if own and of_document and own.isdisjoint(of_document):
        return 0.0
    return sum(_date_held(when, near, document) for when in asked) / len(asked)


def _date_held(asked: When, near: Sequence[When], document: Sequence[When]) -> float:
    """Return 1 for a date in the quoted words, less for the document's own, little when the words name other years."""
    if any(_same_time(asked, other) and not _is_wider(other, asked) for other in near):
        return 1.0
    matching = [other for other in (*document, *near) if _same_time(asked, other)]
    if not matching:
        return _WITHIN_THE_YEAR if any(_is_year_around(other, asked) for other in (*near, *document)) else 0.0
    names_another = any(when.start is not None and not when.assumed_year for when in near)
    if asked.precision is Precision.YEAR and not any(_is_that_year(other, asked) for other in matching):
        return 0.2 if names_another else 0.7
    return 0.4 if names_another and asked.precision is Precision.YEAR else 0.9


def _is_year_around(when: When, asked: When) -> bool:
    """Tell whether words name the very year of a season, quarter or half-year: "säsongen 2026" for "sommaren 2026"."""
    return (
        asked.precision in {Precision.SEASON, Precision.QUARTER, Precision.HALF_YEAR}
        and not asked.assumed_year
        and when.precision is Precision.YEAR
        and asked.start is not None
        and asked.end is not None
        and when.start is not None
        and when.end is not None
        and when.start.year == asked.start.year == when.end.year
    )


def _is_wider(when: When, asked: When) -> bool:
    """Tell whether a span of several years is held against one."""
    if when.start is None or when.end is None or asked.precision is not Precision.YEAR:
        return False
    return when.start.year != when.end.year and (when.start, when.end) != (asked.start, asked.end)


def _is_that_year(when: When, asked: When) -> bool:
    return when.precision is Precision.YEAR and (when.start, when.end) == (asked.start, asked.end)


def _same_time(asked: When, other: When) -> bool:
    if asked.start is None or asked.end is None or other.start is None or other.end is None:
        return False
    if asked.assumed_year and not other.assumed_year:
        asked = asked.in_year(other.start.year)
    if asked.start is None or asked.end is None:
        return False
    if asked.precision is Precision.YEAR:
        if asked.start.year != asked.end.year:  # "2024–2027" is the name of a plan: not the one for 2026–2028
            return asked.start <= other.start and other.end <= asked.end
        return other.overlaps(asked.start, asked.end)
    return asked.overlaps(other.start, other.end) and other.precision is not Precision.YEAR


def asks_since_when(question: str) -> bool:
    """Tell whether a question's year is the one that something is compared with: "ökat sedan 2023"."""
    return _SINCE.search(question) is not None


@lru_cache(maxsize=20_000)
def dates_in(text: str, default_year: int | None = None, *, with_compared: bool = False) -> tuple[When, ...]:
    """Return the dates that a source's words are of; what they are compared with is another time: "jämfört med 2024".

    With `with_compared` those count too, for a question that asks what has changed since then.
    """
    return tuple(
        found.when
        for found in find_dates(text, default_year)
        if with_compared or not _COMPARES.search(text[max(0, found.start - 30) : found.start])
    )
