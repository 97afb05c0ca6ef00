"""The vector index in Chroma: one collection for each organisation and embedding model, our own vectors only."""

import hashlib
import heapq
from base64 import b64encode
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import chromadb
import numpy as np
from chromadb.api import ClientAPI
from chromadb.api.collection_configuration import CreateCollectionConfiguration
from chromadb.api.models.Collection import Collection
from chromadb.config import Settings
from chromadb.errors import NotFoundError

from retrieval.embedding import Vector
from retrieval.errors import VectorIndexError
from retrieval.vector_index import Neighbour, Place

BATCH = 5_000  # Chroma takes at most 5,461 at once
_PAGE = 10_000
_SPACE: CreateCollectionConfiguration = {"hnsw": {"space": "cosine", "ef_search": 200}}


class ChromaIndex:
    """Vectors of one embedding model, given and asked for by our own vectors.

    Never asked by text: Chroma would download a model of its own. Collections are named by hashes, since Chroma's
    names allow no å and must be 3–512 characters; the organisation stands in their metadata.
    """

    def __init__(self, client: ClientAPI, model: str) -> None:
        self._client = client
        self._model = model

    def add(self, places: Sequence[Place], vectors: Vector) -> None:
        """Add passages with their vectors; the same place replaces."""
        if len(places) != len(vectors):
            raise ValueError(f"{len(places)} passages but {len(vectors)} vectors")
        by_organisation: dict[str, dict[str, int]] = {}
        for row, place in enumerate(places):
            by_organisation.setdefault(place.organisation, {})[place.passage_id] = row
        with _translated():
            for organisation, rows in by_organisation.items():
                collection = self._collection(organisation)
                ids = list(rows)
                for start in range(0, len(ids), BATCH):
                    part = ids[start : start + BATCH]
                    collection.upsert(ids=part, embeddings=vectors[[rows[each] for each in part]])

    def remove(self, passage_ids: Sequence[str]) -> None:
        """Remove passages from every organisation."""
        ids = list(dict.fromkeys(passage_ids))
        with _translated():
            for collection in self._collections():
                for start in range(0, len(ids), BATCH):
                    collection.delete(ids=ids[start : start + BATCH])

    def nearest(self, vector: Vector, organisation: str, limit: int) -> Sequence[Neighbour]:
        """Return the nearest passages, best first, each once."""
        best: dict[str, float] = {}
        with _translated():
            for collection in self._collections(organisation):
                found = collection.query(
                    query_embeddings=vector[np.newaxis, :], n_results=limit, include=["distances"]
                )
                for passage_id, distance in zip(
                    found["ids"][0], (found["distances"] or [[]])[0], strict=True
                ):
                    best[passage_id] = max(best.get(passage_id, -1.0), 1.0 - float(distance))
        nearest = heapq.nsmallest(limit, best.items(), key=lambda each: (-each[1], each[0]))
        return [Neighbour(passage_id, score) for passage_id, score in nearest]

    def count(self) -> int:
        """Return how many passages the index holds."""
        with _translated():
            return sum(collection.count() for collection in self._collections())

    def held(self) -> AbstractSet[Place]:
        """Return what the index holds."""
        places: set[Place] = set()
        with _translated():
            for collection in self._collections():
                organisation = str((collection.metadata or {}).get("organisation", ""))
                for offset in range(0, collection.count(), _PAGE):
                    ids = collection.get(include=[], limit=_PAGE, offset=offset)["ids"]
                    places.update(Place(each, organisation) for each in ids)
        return places

    def close(self) -> None:
        """Leave the client open: whoever opened it closes it."""

    def _collection(self, organisation: str) -> Collection:
        return self._client.get_or_create_collection(
            self._name(organisation),
            metadata={"model": self._model, "organisation": organisation},
            configuration=_SPACE,
            embedding_function=None,
        )

    def _collections(self, organisation: str = "") -> Iterator[Collection]:
        """Yield an organisation's collection and that of documents without one, or all."""
        if organisation:
            for name in (self._name(organisation), self._name("")):
                try:
                    yield self._client.get_collection(name, embedding_function=None)
                except NotFoundError:
                    continue
            return
        for collection in self._client.list_collections():
            if (collection.metadata or {}).get("model") == self._model:
                yield collection

    def _name(self, organisation: str) -> str:
        return f"{_hash(self._model)}-{_hash(organisation)}"


def open_folder(folder: Path) -> ClientAPI:
    """Open Chroma's own files; only the one process that owns the folder may."""
    with _translated():
        return chromadb.PersistentClient(path=str(folder), settings=_settings())


def connect(url: str) -> ClientAPI:
    """Connect to a Chroma server; a name and password in the URL become a Basic header for the proxy before it.

    Raises VectorIndexError when the server is not there. Chroma's client waits for ever: call within a deadline.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise VectorIndexError(
            "the address of the Chroma server must be like https://chroma.region.example:8000"
        )
    headers = {}
    if parts.username:
        secret = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers["Authorization"] = "Basic " + b64encode(secret.encode()).decode()
    with _translated():
        return chromadb.HttpClient(
            host=parts.hostname,
            port=parts.port or (443 if parts.scheme == "https" else 8000),
            ssl=parts.scheme == "https",
            headers=headers,
            settings=_settings(),
        )


def _settings() -> Settings:
    # Without `_env_file` Chroma would read the .env of whatever folder the process stands in.
    unread: dict[str, Any] = {"_env_file": None}
    return Settings(anonymized_telemetry=False, **unread)


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:24]


@contextmanager
def _translated() -> Iterator[None]:
    """Turn whatever Chroma raises into VectorIndexError."""
    try:
        yield
    except VectorIndexError:
        raise
    except Exception as error:  # the border to Chroma: its own errors, httpx's and those of its Rust part
        raise VectorIndexError(f"Chroma: {type(error).__name__}: {error}") from error
