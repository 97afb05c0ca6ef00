"""The vector index on a Chroma server: connected when first needed, every call within a deadline."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from time import monotonic
from typing import TypeVar

from retrieval.chroma_index import BATCH, ChromaIndex, connect
from retrieval.deadline import within
from retrieval.embedding import Vector
from retrieval.errors import VectorIndexError
from retrieval.vector_index import Neighbour, Place

T = TypeVar("T")


class RemoteIndex:
    """Vectors of one model on the Chroma server at `url`.

    A question waits at most `answer_seconds`, other calls `work_seconds`. After a failure the server is left alone
    for `pause_seconds`, so that a dead one costs one question its patience and not every one.
    """

    def __init__(
        self,
        url: str,
        model: str,
        *,
        answer_seconds: float = 3.0,
        work_seconds: float = 120.0,
        pause_seconds: float = 15.0,
    ) -> None:
        self._url = url
        self._model = model
        self._answer_seconds = answer_seconds
        self._work_seconds = work_seconds
        self._pause_seconds = pause_seconds
        self._index: ChromaIndex | None = None
        self._closed_until = 0.0

    def add(self, places: Sequence[Place], vectors: Vector) -> None:
        """Add passages with their vectors; the same place replaces."""
        for start in range(0, len(places), BATCH):
            part, rows = places[start : start + BATCH], vectors[start : start + BATCH]
            self._call(self._work_seconds, partial(_add, part, rows))

    def remove(self, passage_ids: Sequence[str]) -> None:
        """Remove passages from every organisation."""
        self._call(self._work_seconds, lambda index: index.remove(passage_ids))

    def nearest(self, vector: Vector, organisation: str, limit: int) -> Sequence[Neighbour]:
        """Return the nearest passages, best first, each once."""
        return self._call(self._answer_seconds, lambda index: index.nearest(vector, organisation, limit))

    def count(self) -> int:
        """Return how many passages the index holds."""
        return self._call(self._answer_seconds, lambda index: index.count())

    def held(self) -> AbstractSet[Place]:
        """Return what the index holds."""
        return self._call(self._work_seconds, lambda index: index.held())

    def close(self) -> None:
        """Forget the connection."""
        self._index = None

    def _call(self, seconds: float, call: Callable[[ChromaIndex], T]) -> T:
        if monotonic() < self._closed_until:
            raise VectorIndexError("the Chroma server did not answer a moment ago")
        try:
            return within(seconds, lambda: call(self._connected()))
        except (VectorIndexError, TimeoutError) as error:
            self._index = None
            self._closed_until = monotonic() + self._pause_seconds
            raise VectorIndexError("the Chroma server does not answer") from error

    def _connected(self) -> ChromaIndex:
        index = self._index or ChromaIndex(connect(self._url), self._model)
        self._index = index
        return index


def _add(places: Sequence[Place], vectors: Vector, index: ChromaIndex) -> None:
    index.add(places, vectors)
