"""Sources of answers, opened in the register at the quoted place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.parts import Passage
from bot.source_markup import readable
from bot.source_place import SourcePlace
from knowledge.blocks import Span
from knowledge.register import Register
from knowledge.scope import Scope

BEFORE = 250  # characters: the quote is to be seen without scrolling, so what follows may be longer
AFTER = 400
LONGEST_QUOTE = 1_500


@dataclass(frozen=True)
class RegisterSources:
    """Finds a place in the document version that stands; other words there mean that the source is gone."""

    register: Register

    def passage(self, place: SourcePlace, places: Sequence[str]) -> Passage | None:
        """Return the place with its surroundings, or nothing when the document or its words are gone."""
        scope = Scope(places=tuple(places))
        document = self.register.document(place.document_id, scope)
        text = self.register.text_of(document.version_id, scope) if document else ""
        quote = text[place.start : place.end]
        if document is None or not place.holds(quote):
            return None
        near = self.register.passages_near(document.id, Span(place.start, place.end), scope)
        before = text[max(0, place.start - BEFORE) : place.start]
        after = text[place.end : place.end + AFTER]
        return Passage(
            document,
            readable(_from_word(before) if place.start > BEFORE else before, document.name),
            quote if len(quote) <= LONGEST_QUOTE else quote[:LONGEST_QUOTE] + "…",
            readable(_to_word(after) if place.end + AFTER < len(text) else after, document.name),
            next((each.source.page for each in near if each.source.page), None),
        )

    def may_show(self, documents: Sequence[int], places: Sequence[str]) -> bool:
        """Tell whether all of the documents are there and may be quoted in one of the places."""
        scope = Scope(places=tuple(places))
        return all(self.register.document(each, scope) for each in set(documents))


def _from_word(text: str) -> str:
    return "… " + re.split(r"\s", text, maxsplit=1)[-1]


def _to_word(text: str) -> str:
    return re.sub(r"\S*$", "", text).rstrip() + " …"
