"""Hybrid search: passages by word and by meaning, fused; by word alone when the vector index cannot be had."""

import logging
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import Generic, Protocol, TypeVar

from knowledge.entries import PassageEntry
from retrieval.deadline import begin
from retrieval.embedding import EmbeddingModel
from retrieval.errors import RetrievalError
from retrieval.fusion import best_first, weighted
from retrieval.vector_index import VectorIndex, organisation_key

POOL = 100  # passages taken from each ranking
WIDER_POOL = 1_000  # taken by vector when the scope's finer filters leave some out

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

    def search(self, words: str, scope: ScopeT_contra, limit: int) -> Sequence[tuple[str, float]]:
        """Return the ids of passages that hold any of the words with scores (higher is better), best first."""

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
        pool = max(POOL, limit)
        near = self._begin(text, scope, pool)  # the vectors are looked up while words are
        by_word = dict(self._by_word.search(words, scope, POOL))
        by_vector = self._within(near)
        found, outside = self._best(by_vector, by_word, scope, limit)
        if by_vector is not None and len(by_vector) >= pool and outside:
            near = self._begin(text, scope, WIDER_POOL)
            found, _ = self._best(self._within(near), by_word, scope, limit)
        return found

    def _best(
        self, by_vector: dict[str, float] | None, by_word: dict[str, float], scope: ScopeT, limit: int
    ) -> tuple[list[FoundPassage], bool]:
        """Return the best passages of both rankings, and whether the scope left out any: only those few are read."""
        fused = weighted(by_vector or {}, by_word)
        ranked = best_first(fused)
        found: list[FoundPassage] = []
        outside = False
        for start in range(0, len(ranked), limit):
            wanted = ranked[start : start + limit]
            passages = {passage.id: passage for passage in self._by_word.get(wanted, scope)}
            outside |= len(passages) < len(wanted)
            found += [
                FoundPassage(
                    passages[each],
                    fused[each],
                    by_word.get(each),
                    by_vector.get(each) if by_vector is not None else None,
                    by_words_alone=by_vector is None,
                )
                for each in wanted
                if each in passages
            ]
            if len(found) >= limit:
                break
        return found[:limit], outside

    def _begin(self, text: str, scope: ScopeT, pool: int) -> Future[dict[str, float]] | None:
        """Start looking for the nearest passages; nothing when the dense side is left alone for now."""
        if monotonic() < self._words_alone_until:
            return None
        return begin(partial(self._nearest, text, organisation_key(scope.organisation), pool))

    def _within(self, near: Future[dict[str, float]] | None) -> dict[str, float] | None:
        """Return the cosines of the nearest passages; None when they cannot be had in time."""
        if near is None:
            return None
        try:
            return near.result(timeout=self._dense_seconds)
        except (RetrievalError, TimeoutError) as error:
            _log.warning("searching by words alone: %s", error)
            self._words_alone_until = monotonic() + self._pause_seconds
            return None

    def _nearest(self, text: str, organisation: str, pool: int) -> dict[str, float]:
        vector = self._embedding.query(text)
        return {each.passage_id: each.score for each in self._index.nearest(vector, organisation, pool)}
