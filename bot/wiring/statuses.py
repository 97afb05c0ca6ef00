"""The reader of status updates, joined to the register's assignments."""

from dataclasses import dataclass
from datetime import date

from bot.settings import Settings
from bot.status_drafts import Candidate, StatusDraft
from bot.wiring.register import OpenRegister
from knowledge.register import Register
from knowledge.scope import Scope
from knowledge.status_message import KnownAssignment, ReadUpdate, read_status
from knowledge.swedish_words import SwedishWords
from knowledge.when import Precision, When


@dataclass(frozen=True)
class RegisterStatusReader:
    """Understands status updates about the assignments of the register."""

    register: Register
    words: SwedishWords
    organisation: str = ""

    def __call__(self, text: str, today: date) -> tuple[StatusDraft, ...] | None:
        """Return what the message says of each assignment; None when it is no status update."""
        scope = Scope(organisation=self.organisation)
        known = [
            KnownAssignment(each.id, each.title, each.aliases) for each in self.register.assignments(scope)
        ]
        reading = read_status(text, known, self.words, today)
        return tuple(_draft(update) for update in reading.updates) if reading.is_status else None


def open_status_reader(settings: Settings, opened: OpenRegister) -> RegisterStatusReader:
    """Return what reads status updates."""
    return RegisterStatusReader(opened.register, opened.words, settings.organisation)


def _draft(update: ReadUpdate) -> StatusDraft:
    candidates = tuple(Candidate(each.id, each.title) for each in update.candidates)
    return StatusDraft(candidates, update.state, update.text, tuple(map(_told, update.dates)))


def _told(when: When) -> str:
    """Return a date as a day where a day was meant, else in the words that gave it."""
    if when.precision is Precision.DAY and when.start:
        return when.start.isoformat()
    return when.words
