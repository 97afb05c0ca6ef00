"""Passages by word: stems and parts of compounds, headings weighing more; written in the facts' transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from knowledge.database import Database
from knowledge.entries import PassageEntry
from knowledge.models import DocumentVersion, Passage
from knowledge.register import EVERYTHING, passages_by_id
from knowledge.scope import Scope
from knowledge.swedish_words import SwedishWords
from knowledge.word_index import WordIndex, resembling, word_index


@dataclass(frozen=True, slots=True)
class PassageSearch:
    """Finds passages of the documents' newest versions; every method raises RegisterError."""

    database: Database
    words: SwedishWords
    _index: WordIndex = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Choose the word index of this kind of database."""
        object.__setattr__(self, "_index", word_index("passage_words", is_sqlite=self.database.is_sqlite))

    def search(self, words: str, scope: Scope = EVERYTHING, limit: int = 40) -> list[tuple[str, float]]:
        """Return the ids of the passages that hold any of the words, best first with scores (higher is better)."""
        with self.database.reading() as connection:
            hits = self._index.hits(connection, self.words.terms(words))
            if hits is None:
                return []
            statement = (
                select(Passage.id, hits.c.score)
                .select_from(hits)
                .join(Passage, Passage.number == hits.c.row)
                .join(DocumentVersion, DocumentVersion.id == Passage.version_id)
                .where(*scope.of_documents(), *scope.unreplaced())
                .order_by(hits.c.score.desc(), Passage.number)
                .limit(limit)
            )
            return [(row.id, float(row.score)) for row in connection.execute(statement)]

    def get(self, passage_ids: Sequence[str], scope: Scope = EVERYTHING) -> list[PassageEntry]:
        """Return those of the passages that stand and lie within the scope, in the order asked for."""
        return passages_by_id(self.database, passage_ids, scope)

    def frequencies(self, terms: Sequence[str]) -> Mapping[str, int]:
        """Return in how many passages each term stands; terms that stand in none are left out."""
        with self.database.reading() as connection:
            return self._index.frequencies(connection, terms)

    def size(self) -> int:
        """Return the number of passages."""
        with self.database.reading() as connection:
            return self._index.size(connection)

    def resembling(self, term: str) -> list[str]:
        """Return known terms that begin like `term`, diacritics aside, for telling a typo from an unknown word."""
        with self.database.reading() as connection:
            return resembling(connection, term)
