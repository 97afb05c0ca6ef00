"""Mask Swedish personal identity numbers before a text leaves the organisation; pure."""

import re
from calendar import monthrange

MASK = "[personnummer]"

_NUMBER = re.compile(
    r"(?<!\d)"
    r"(?P<century>1[89]|20)?(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)"
    r"(?P<mark>\s?[-+‐-―−]\s?|[ \u00a0\u202f])?"
    r"(?P<serial>\d{3})(?P<check>\d)"
    r"(?!\d)"
)
_SAMORDNING = 60  # added to the day of a coordination number


def mask_personal_numbers(text: str) -> str:
    """Return `text` with every personnummer and samordningsnummer replaced by `[personnummer]`.

    A number written with its century or with its hyphen is masked when its date can be a date, whatever its check
    digit, since a mistyped number still points at somebody. Ten bare digits must have the right check digit too,
    else every telephone number would go.
    """
    return _NUMBER.sub(lambda match: MASK if _is_personal(match) else match.group(), text)


def _is_personal(match: re.Match[str]) -> bool:
    month, day = int(match["month"]), int(match["day"])
    if day > _SAMORDNING:
        day -= _SAMORDNING
    # 2000 is a leap year, so 29 February is never taken for impossible.
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(2000, month)[1]:
        return False
    marked = bool(match["mark"]) and not match["mark"].isspace()
    if marked or match["century"]:
        return True
    digits = (match["year"], match["month"], match["day"], match["serial"], match["check"])
    return _luhn("".join(digits))


def _luhn(digits: str) -> bool:
    """Tell whether ten digits end with their own check digit."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
