"""Facts as an editor corrects them: found where an answer quoted them, corrected append-only in the register."""

from dataclasses import dataclass
from datetime import datetime

from bot.fact_words import words
from bot.parts import ShownFact
from bot.source_place import SourcePlace
from knowledge.entries import CorrectionAction, FactEntry
from knowledge.register import Register
from knowledge.updates import Updates


@dataclass(frozen=True)
class RegisterCorrections:
    """Reads and corrects the facts of the register."""

    register: Register
    updates: Updates

    def facts_at(self, place: SourcePlace, limit: int) -> tuple[ShownFact, ...]:
        """Return the facts that were read from a place of a document."""
        facts = self.register.facts_of(place.document_id)
        touching = (
            each
            for each in facts
            if each.source.span.start < place.end and place.start < each.source.span.end
        )
        return tuple(map(_shown, touching))[:limit]

    def fact(self, number: int) -> ShownFact | None:
        """Return one fact, or nothing when it stands no longer."""
        entry = self.register.fact(number)
        return _shown(entry) if entry and not entry.document.is_superseded else None

    def correct(self, number: int, text: str, reason: str, author: str, at: datetime) -> None:
        """Say what is right instead; raises RegisterError."""
        self.updates.correct(number, CorrectionAction.CORRECT, text, author, reason, at)


def _shown(entry: FactEntry) -> ShownFact:
    told = " – ".join(part for part in (entry.fact.subject, words(entry.fact)) if part)
    return ShownFact(entry.id, told, entry.source.quote, entry.correction.text if entry.correction else "")
