"""Sources of answers, opened in the register at the quoted place."""

from dataclasses import dataclass

from bot.parts import Passage
from bot.source_place import SourcePlace
from knowledge.blocks import Span
from knowledge.register import Register

SURROUNDINGS = 700  # characters on each side
LONGEST_QUOTE = 1_500


@dataclass(frozen=True)
class RegisterSources:
    """Finds a place in the document version that stands; other words there mean that the source is gone."""

    register: Register

    def passage(self, place: SourcePlace) -> Passage | None:
        """Return the place with its surroundings, or nothing when the document or its words are gone."""
        document = self.register.document(place.document_id)
        text = self.register.text_of(document.version_id) if document else ""
        quote = text[place.start : place.end]
        if document is None or not place.holds(quote):
            return None
        near = self.register.passages_near(document.id, Span(place.start, place.end))
        before = text[max(0, place.start - SURROUNDINGS) : place.start]
        after = text[place.end : place.end + SURROUNDINGS]
        return Passage(
            document,
            _from_word(before) if place.start > SURROUNDINGS else before,
            quote if len(quote) <= LONGEST_QUOTE else quote[:LONGEST_QUOTE] + "…",
            _to_word(after) if place.end + SURROUNDINGS < len(text) else after,
            next((each.source.page for each in near if each.source.page), None),
        )


def _from_word(text: str) -> str:
    return "… " + text.partition(" ")[2]


def _to_word(text: str) -> str:
    return text.rpartition(" ")[0] + " …"
