"""VectorIndex: which passages lie nearest to a vector; ids and vectors only, rebuilt from SQL at any time."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from knowledge.entries import PassageEntry
from retrieval.embedding import Vector


class Place(NamedTuple):
    """A passage and the key of the organisation that it belongs to (empty when the document names none)."""

    passage_id: str
    organisation: str

    @classmethod
    def of(cls, passage: PassageEntry) -> "Place":
        """Return the place of a passage."""
        return cls(passage.id, organisation_key(passage.source.document.profile.organisation))


def organisation_key(name: str) -> str:
    """Return what two spellings of an organisation's name have in common; vectors are kept apart by it."""
    return " ".join(name.split()).casefold()


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A passage near to a vector; `score` is their cosine, 1 for the same direction."""

    passage_id: str
    score: float


class VectorIndex(Protocol):
    """Passages by vector. Every method raises VectorIndexError when the index cannot be had in time."""

    def add(self, places: Sequence[Place], vectors: Vector) -> None:
        """Add passages with their vectors, shape (len(places), dimensions); the same place replaces."""

    def remove(self, passage_ids: Sequence[str]) -> None:
        """Remove passages from every organisation; unknown ids are no error."""

    def nearest(self, vector: Vector, organisation: str, limit: int) -> Sequence[Neighbour]:
        """Return the nearest passages, best first, each once.

        Of one organisation (its key) and of documents that name none, or of all when `organisation` is empty.
        """

    def count(self) -> int:
        """Return how many passages the index holds."""

    def held(self) -> AbstractSet[Place]:
        """Return what the index holds, to be compared with what it should hold."""

    def close(self) -> None:
        """Let go of connections and files."""
