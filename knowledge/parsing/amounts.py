"""Amounts: money as running text and budget lists write it."""

import re
from collections.abc import Iterator

_AMOUNT = re.compile(
    r"(?<![\w,.\d])(?!(?<=\d[–-])\d{1,2} \d{3})(?:[+±][-–−]?\s?|[-–−]\s?)?\d{1,3}(?:(?:[  .]\d{3})+|\d*)(?:,\d+)?\s?(?:(?:miljoner|miljarder|tusen|miljon|miljard)\s+)?"
    r"(?:kronor|kr|mnkr|mkr|mdkr|tkr|ksek|msek|sek)(?![\wåäö])"
    r"|(?<![\w,.\d])(?:[+±][-–−]?\s?|[-–−]\s?)?\d{1,3}(?:(?:[  .]\d{3})+|\d*)(?:,\d+)?\s?(?:miljoner|miljarder)(?= till|\s+per år| för|[.,])",
    re.IGNORECASE,
)
_PER_YEAR = re.compile(r"\b(?:19|20)\d\d(?:\s?[–-]\s?(?:19|20)\d\d)?\b")


def amounts_in(text: str) -> Iterator[re.Match[str]]:
    """Yield where amounts of money stand in `text`, sign and unit included."""
    if any(unit in text or unit in text.lower() for unit in ("kr", "miljon", "miljard", "sek")):
        yield from _AMOUNT.finditer(text)


def period_near(text: str, place: int) -> str:
    """Return the year or years nearest to `place` in the same sentence, or nothing."""
    years = list(_PER_YEAR.finditer(text))
    if not years:
        return ""
    return min(years, key=lambda m: abs(m.start() - place)).group()
