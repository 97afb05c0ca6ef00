"""Fakes and test values for retrieval: an embedding of words, indexes and a vector store in memory."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

import numpy as np

from knowledge.blocks import Span
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.entries import DocumentEntry, PassageEntry, SourceQuote
from retrieval.embedding import Vector, unit_length
from retrieval.embedding_text import LONGEST_PASSAGE, LONGEST_QUERY, safe_text
from retrieval.errors import EmbeddingError, VectorIndexError
from retrieval.vector_index import Neighbour, Place


class FakeEmbedding:
    """Adds up one fixed direction for each word, so texts that share words lie near; nothing is learnt."""

    name = "fake-words"
    dimensions = 48

    def __init__(self) -> None:
        self.is_broken = False
        self.embedded: list[str] = []

    def passages(self, texts: Sequence[str]) -> Vector:
        self.embedded += texts
        if not texts:
            return np.empty((0, self.dimensions), dtype=np.float32)
        return np.stack([self._vector(safe_text(text, LONGEST_PASSAGE)) for text in texts])

    def query(self, text: str) -> Vector:
        return self._vector(safe_text(text, LONGEST_QUERY))

    def _vector(self, text: str) -> Vector:
        if self.is_broken:
            raise EmbeddingError("the embedding model is away")
        total = np.full(self.dimensions, 0.01, dtype=np.float32)
        for word in re.findall(r"\w+", text.lower()):
            seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big")
            total = total + np.random.default_rng(seed).standard_normal(self.dimensions).astype(np.float32)
        row: Vector = unit_length(total[np.newaxis, :])[0]
        return row


@dataclass
class FakeVectorIndex:
    """Compares with every vector it holds."""

    vectors: dict[Place, Vector] = field(default_factory=dict)
    is_broken: bool = False

    def add(self, places: Sequence[Place], vectors: Vector) -> None:
        self._check()
        if len(places) != len(vectors):
            raise ValueError(f"{len(places)} passages but {len(vectors)} vectors")
        self.vectors.update(zip(places, vectors, strict=True))

    def remove(self, passage_ids: Sequence[str]) -> None:
        self._check()
        for place in [place for place in self.vectors if place.passage_id in set(passage_ids)]:
            del self.vectors[place]

    def nearest(self, vector: Vector, organisation: str, limit: int) -> Sequence[Neighbour]:
        self._check()
        best: dict[str, float] = {}
        for place, each in self.vectors.items():
            if not organisation or place.organisation in {organisation, ""}:
                best[place.passage_id] = max(best.get(place.passage_id, -1.0), float(each @ vector))
        ranked = sorted(best.items(), key=lambda each: (-each[1], each[0]))
        return [Neighbour(passage_id, score) for passage_id, score in ranked[:limit]]

    def count(self) -> int:
        self._check()
        return len(self.vectors)

    def held(self) -> AbstractSet[Place]:
        self._check()
        return set(self.vectors)

    def close(self) -> None:
        pass

    def _check(self) -> None:
        if self.is_broken:
            raise VectorIndexError("the index is away")


@dataclass
class FakeVectorStore:
    """Passages and their vectors in two dictionaries."""

    passages: dict[str, PassageEntry] = field(default_factory=dict)
    vectors: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def waiting(self, model: str) -> int:
        return len(self.missing(model, len(self.passages)))

    def missing(self, model: str, limit: int) -> Sequence[PassageEntry]:
        return [p for p in self.passages.values() if (model, p.id) not in self.vectors][:limit]

    def save(self, model: str, vectors: Mapping[str, bytes]) -> None:
        self.vectors.update({(model, each): stored for each, stored in vectors.items()})

    def load(self, model: str, passage_ids: Sequence[str]) -> Mapping[str, bytes]:
        return {each: self.vectors[model, each] for each in passage_ids if (model, each) in self.vectors}

    def held(self, model: str) -> AbstractSet[tuple[str, str]]:
        return {
            (p.id, p.source.document.profile.organisation)
            for p in self.passages.values()
            if (model, p.id) in self.vectors
        }


@dataclass(frozen=True)
class FakeScope:
    """An organisation and, if given, the only documents that may be found."""

    organisation: str = ""
    documents: frozenset[str] = frozenset()


@dataclass
class FakePassageSearch:
    """Counts the words that a passage shares with the question."""

    passages: dict[str, PassageEntry]

    def search(self, words: str, scope: FakeScope, limit: int) -> Sequence[tuple[PassageEntry, float]]:
        asked = set(re.findall(r"\w+", words.lower()))
        scored = [
            (each, float(len(asked & set(re.findall(r"\w+", each.search_text.lower())))))
            for each in self.get(list(self.passages), scope)
        ]
        hits = [(each, score) for each, score in scored if score]
        return sorted(hits, key=lambda each: -each[1])[:limit]

    def get(self, passage_ids: Sequence[str], scope: FakeScope) -> Sequence[PassageEntry]:
        standing = (self.passages[each] for each in passage_ids if each in self.passages)
        return [
            each
            for each in standing
            if (
                not scope.organisation
                or each.source.document.profile.organisation in {scope.organisation, ""}
            )
            and (not scope.documents or each.source.document.name in scope.documents)
        ]


def a_passage(
    text: str,
    *,
    passage_id: str = "",
    organisation: str = "Region Sjöland",
    document: str = "direktiv.md",
    title: str = "Direktiv",
    section: str = "",
    number: int = 1,
) -> PassageEntry:
    """Build a passage whose whole text is its quote."""
    profile = DocumentProfile(title=title, kind=DocumentKind.DIRECTIVE, organisation=organisation)
    entry = DocumentEntry(id=number, version_id=number, name=document, path=document, profile=profile)
    source = SourceQuote(entry, text, Span(0, len(text)), section=section)
    return PassageEntry(
        id=passage_id or hashlib.sha256((document + text).encode()).hexdigest()[:12],
        source=source,
        text=text,
        search_text=f"{title} › {section}\n{text}",
    )


def passages_by_id(*passages: PassageEntry) -> dict[str, PassageEntry]:
    return {each.id: each for each in passages}
