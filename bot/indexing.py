"""Indexing: files into the register, then their passages into the vector index."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.ingest import Ingest, IngestSummary, Progress
from retrieval.vector_filling import Filling, IndexFiller


@dataclass(frozen=True)
class Indexing:
    """Brings register and vectors up to date with files."""

    ingest: Ingest
    filler: IndexFiller

    def index(
        self,
        paths: Sequence[Path],
        on_file: Callable[[Progress], None],
        on_vectors: Callable[[Filling], None] | None,
    ) -> IngestSummary:
        """Read the files; fill the vectors too unless `on_vectors` is None.

        Raises MissingSourceError, RegisterError, EmbeddingError or VectorIndexError; what was done until then is kept.
        """
        summary = self.ingest.index(paths, on_file)
        if on_vectors is not None:
            self.filler.fill(on_vectors)
        return summary
