"""The reader of status updates, joined to the register's assignments."""

from collections.abc import Sequence
from datetime import date

from bot.settings import Settings
from bot.status_reading import StatusReading
from bot.wiring.register import OpenRegister
from knowledge.parsing.swedish_dates import find_dates
from knowledge.scope import Scope
from knowledge.when import Precision


def open_status_reader(settings: Settings, opened: OpenRegister) -> StatusReading:
    """Return what reads status updates."""
    scope = Scope(organisation=settings.organisation)
    return StatusReading(lambda words: opened.register.find_assignments(words, scope), _dates)


def _dates(words: str, today: date) -> Sequence[str]:
    """Return the dates of a message: as days where a day was meant, else in the words that gave them."""
    return [
        found.when.start.isoformat()
        if found.when.precision is Precision.DAY and found.when.start
        else found.when.words
        for found in find_dates(words, today=today)
    ]
