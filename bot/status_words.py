"""What a status update says besides its state, in one line."""

import re
from dataclasses import replace
from datetime import date

from bot.views.status_card import details_in_words
from knowledge.entries import StatusUpdate
from knowledge.when import MONTH_NAMES


def said_in(update: StatusUpdate) -> str:
    """Return the comment with the details that it does not hold itself, each with its name."""
    text = update.text
    expected = tuple(each for each in map(_spoken, update.details.expected) if not _holds(text, each))
    details = [
        f"{label}: {value}"
        for label, value in details_in_words(replace(update.details, expected=expected))
        if not _holds(text, value)
    ]
    return "; ".join(part for part in (text.rstrip(".") if details else text, *details) if part)


def _holds(text: str, value: str) -> bool:
    """Tell whether a text says a value itself, with or without the year of a day."""
    without_year = re.sub(r"(?<=[a-zåäö]) 20\d\d$", "", value)
    return without_year.casefold() in text.casefold()


def _spoken(expected: str) -> str:
    """Return a day as it is said; other times as they stand."""
    try:
        day = date.fromisoformat(expected)
    except ValueError:
        return expected
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
