"""Sources of answers, opened in the register at the quoted place."""

import re
from dataclasses import dataclass

from bot.parts import Passage
from bot.source_markup import readable
from bot.source_place import SourcePlace
from knowledge.blocks import Span
from knowledge.register import Register

BEFORE = 250  # characters: the quote is to be seen without scrolling, so what follows may be longer
AFTER = 400
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
        before = text[max(0, place.start - BEFORE) : place.start]
        after = text[place.end : place.end + AFTER]
        return Passage(
            document,
            readable(_from_word(before) if place.start > BEFORE else before, document.name),
            quote if len(quote) <= LONGEST_QUOTE else quote[:LONGEST_QUOTE] + "…",
            readable(_to_word(after) if place.end + AFTER < len(text) else after, document.name),
            next((each.source.page for each in near if each.source.page), None),
        )


def _from_word(text: str) -> str:
    return "… " + re.split(r"\s", text, maxsplit=1)[-1]


def _to_word(text: str) -> str:
    return re.sub(r"\S*$", "", text).rstrip() + " …"
