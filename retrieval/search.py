"""Hybrid search: passages by word and by meaning, fused; by word alone when the vector index cannot be had."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import Generic, Protocol, TypeVar

from knowledge.entries import PassageEntry
from retrieval.deadline import within
from retrieval.embedding import EmbeddingModel
from retrieval.errors import RetrievalError
from retrieval.fusion import best_first, weighted
from retrieval.vector_index import VectorIndex, organisation_key

POOL = 100  # passages taken from each ranking
WIDER_POOL = 1_000  # taken by vector when the scope's finer filters leave too few

_log = logging.getLogger(__name__)


class SearchScope(Protocol):
    """Which passages may be found; the organisation (empty: all) chooses the vectors, SQL filters the rest."""

    @property
    def organisation(self) -> str:
        """The organisation whose documents are searched, or empty."""


ScopeT_contra = TypeVar("ScopeT_contra", bound=SearchScope, contravariant=True)
ScopeT = TypeVar("ScopeT", bound=SearchScope)


class PassagesByWord(Protocol[ScopeT_contra]):
    """The lexical index, which also hands out passages by id."""

    def search(self, words: str, scope: ScopeT_contra, limit: int) -> Sequence[tuple[PassageEntry, float]]:
        """Return passages that hold any of the words with their scores (higher is better), best first."""

    def get(self, passage_ids: Sequence[str], scope: ScopeT_contra) -> Sequence[PassageEntry]:
        """Return those of the passages that stand and lie within the scope, in any order."""


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage with its fused score (0–1) and the scores it was fused from, None where it was not found that way.

    `by_words_alone` tells that the vector index could not be asked, which an answer should mention.
    """

    passage: PassageEntry
    score: float
    lexical_score: float | None = None
    dense_score: float | None = None
    by_words_alone: bool = False


class HybridSearch(Generic[ScopeT]):
    """Searches by word and by meaning.

    The dense side may take `dense_seconds` in all; when it fails it is left alone for `pause_seconds`, so that a
    dead host costs one question its patience and not every one.
    """

    def __init__(
        self,
        by_word: PassagesByWord[ScopeT],
        index: VectorIndex,
        embedding: EmbeddingModel,
        *,
        dense_seconds: float = 10.0,
        pause_seconds: float = 15.0,
    ) -> None:
        self._by_word = by_word
        self._index = index
        self._embedding = embedding
        self._dense_seconds = dense_seconds
        self._pause_seconds = pause_seconds
        self._words_alone_until = 0.0

    def search(self, text: str, words: str, scope: ScopeT, limit: int) -> list[FoundPassage]:
        """Return the passages nearest to a question, best first.

        `text` is the question as asked, for its meaning; `words` are its words with their synonyms, for the lexical
        index. Raises nothing of its own when the vector index or the embedding model fails: words stand alone then.
        """
        lexical = self._by_word.search(words, scope, POOL)
        passages = {passage.id: passage for passage, _ in lexical}
        by_word = {passage.id: score for passage, score in lexical}
        by_vector = self._dense(text, scope, passages, limit)
        fused = weighted(by_vector or {}, by_word)
        return [
            FoundPassage(
                passages[each],
                fused[each],
                by_word.get(each),
                by_vector.get(each) if by_vector is not None else None,
                by_words_alone=by_vector is None,
            )
            for each in best_first(fused)[:limit]
        ]

    def _dense(
        self, text: str, scope: ScopeT, passages: dict[str, PassageEntry], limit: int
    ) -> dict[str, float] | None:
        """Return cosines of passages within the scope, adding to `passages`; None when there are none to be had."""
        if monotonic() < self._words_alone_until:
            return None
        near: dict[str, float] = {}
        for pool in (max(POOL, limit), WIDER_POOL):
            try:
                near = within(
                    self._dense_seconds,
                    partial(self._nearest, text, organisation_key(scope.organisation), pool),
                )
            except (RetrievalError, TimeoutError) as error:
                _log.warning("searching by words alone: %s", error)
                self._words_alone_until = monotonic() + self._pause_seconds
                return None
            unknown = [each for each in near if each not in passages]
            passages.update({passage.id: passage for passage in self._by_word.get(unknown, scope)})
            inside = {each: score for each, score in near.items() if each in passages}
            if len(inside) >= limit or len(near) < pool:
                return inside
        return {each: score for each, score in near.items() if each in passages}

    def _nearest(self, text: str, organisation: str, pool: int) -> dict[str, float]:
        vector = self._embedding.query(text)
        return {each.passage_id: each.score for each in self._index.nearest(vector, organisation, pool)}
