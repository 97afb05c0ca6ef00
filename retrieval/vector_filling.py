"""Fill the vector index: embed passages that have no vector, keep it in SQL, and make the index hold what SQL holds.

Each batch is stored before the next is begun, so an interrupted run goes on where it was. Two runs at once do some
work twice and nothing wrong.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import islice
from typing import Protocol, TypeVar

import numpy as np

from knowledge.entries import PassageEntry
from retrieval.embedding import EmbeddingModel, Vector
from retrieval.errors import EmbeddingError
from retrieval.vector_index import Place, VectorIndex, organisation_key

EMBEDDED_AT_ONCE = 32  # and stored: what an interruption may cost
FETCHED_AT_ONCE = 1_024  # looking for what is missing reads past all that is there
COPIED_AT_ONCE = 2_000

T = TypeVar("T")


class VectorStore(Protocol):
    """Vectors in SQL, the truth behind the index: little-endian float32 bytes by passage and model."""

    def waiting(self, model: str) -> int:
        """Return how many standing passages have no vector of this model."""

    def missing(self, model: str, limit: int) -> Sequence[PassageEntry]:
        """Return standing passages that have no vector of this model, in a fixed order."""

    def save(self, model: str, vectors: Mapping[str, bytes]) -> None:
        """Store vectors by passage id, in one transaction; one that is there is replaced."""

    def load(self, model: str, passage_ids: Sequence[str]) -> Mapping[str, bytes]:
        """Return the stored vectors of these passages; those without are left out."""

    def held(self, model: str) -> AbstractSet[tuple[str, str]]:
        """Return (passage id, organisation) of every standing passage with a vector of this model."""


@dataclass(frozen=True, slots=True)
class Filling:
    """How far a run has come: passages embedded, still waiting, copied into the index and removed from it."""

    embedded: int = 0
    waiting: int = 0
    added: int = 0
    removed: int = 0


def _unseen(_: Filling) -> None:
    """Watch nothing."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class IndexFiller:
    """Brings SQL's vectors and the index up to date with the passages."""

    store: VectorStore
    index: VectorIndex
    embedding: EmbeddingModel

    def fill(
        self, watch: Callable[[Filling], None] = _unseen, should_stop: Callable[[], bool] = _never
    ) -> Filling:
        """Embed what has no vector, then make the index equal to SQL; return what was done.

        `watch` is told after each batch; when `should_stop` says so between two batches, the rest is left for the
        next run. Raises EmbeddingError or VectorIndexError; what was embedded until then is kept.
        """
        filling = self._embed(watch, should_stop)
        if should_stop():
            return filling
        return self._equalise(filling, watch)

    def _embed(self, watch: Callable[[Filling], None], should_stop: Callable[[], bool]) -> Filling:
        model = self.embedding.name
        filling = Filling(waiting=self.store.waiting(model))
        seen: set[str] = set()
        while not should_stop() and (passages := self.store.missing(model, FETCHED_AT_ONCE)):
            if seen.issuperset(passage.id for passage in passages):
                raise EmbeddingError("vectors that were stored are still said to be missing")
            seen.update(passage.id for passage in passages)
            for part in _batches(passages, EMBEDDED_AT_ONCE):
                if should_stop():
                    break
                self._embed_part(part)
                filling = replace(
                    filling,
                    embedded=filling.embedded + len(part),
                    waiting=max(0, filling.waiting - len(part)),
                )
                watch(filling)
        return filling

    def _embed_part(self, passages: Sequence[PassageEntry]) -> None:
        vectors = self.embedding.passages([passage.search_text for passage in passages])
        rows = {passage.id: to_bytes(row) for passage, row in zip(passages, vectors, strict=True)}
        self.store.save(self.embedding.name, rows)

    def _equalise(self, filling: Filling, watch: Callable[[Filling], None]) -> Filling:
        model = self.embedding.name
        wanted = {Place(each, organisation_key(name)) for each, name in self.store.held(model)}
        inside = self.index.held()
        surplus = sorted(inside - wanted)
        self.index.remove([place.passage_id for place in surplus])
        # Removing takes a passage out of every organisation, so one that changed organisation is added again.
        removed = {place.passage_id for place in surplus}
        lacking = sorted(place for place in wanted if place not in inside or place.passage_id in removed)
        filling = replace(filling, removed=len(surplus))
        for part in _batches(lacking, COPIED_AT_ONCE):
            vectors = self.store.load(model, [place.passage_id for place in part])
            there = [place for place in part if place.passage_id in vectors]
            if there:
                self.index.add(there, np.stack([from_bytes(vectors[place.passage_id]) for place in there]))
            filling = replace(filling, added=filling.added + len(there))
            watch(filling)
        return filling


def to_bytes(vector: Vector) -> bytes:
    """Return a vector as it stands in SQL."""
    return vector.astype("<f4").tobytes()


def from_bytes(stored: bytes) -> Vector:
    """Return a vector that stood in SQL."""
    return np.frombuffer(stored, dtype="<f4").astype(np.float32)


def _batches(items: Sequence[T], size: int) -> Iterator[list[T]]:
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch
