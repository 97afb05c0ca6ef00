"""Question: what a person asked, when, and what was being talked about."""

from dataclasses import dataclass
from datetime import date

LONGEST_QUESTION = 2_000  # characters; more is a document, not a question


@dataclass(frozen=True, slots=True)
class Question:
    """A question as asked; `today` decides what lies ahead.

    `organisation` and `boards` are the asker's default scope (empty: all). `earlier` are the questions asked
    before in the same thread, oldest first, so that "och vem leder det?" finds its subject. `places` are those
    that the answer reaches: documents that are limited to one of them are read too.
    """

    text: str
    today: date
    organisation: str = ""
    boards: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
