"""Embeddings from any host that speaks OpenAI's protocol, so that a Swedish or on-premises one will do."""

from collections.abc import Sequence

import numpy as np
from langchain_openai import OpenAIEmbeddings
from openai import OpenAIError
from pydantic import SecretStr

from retrieval.embedding import Vector, one_row, unit_length
from retrieval.embedding_text import LONGEST_PASSAGE, LONGEST_QUERY, safe_text
from retrieval.errors import EmbeddingError
from retrieval.masking import mask_personal_numbers

_TEXTS_A_REQUEST = 64


class HostedEmbedding:
    """A model at `base_url`; personal identity numbers are masked before a text leaves.

    A request with passages may take `timeout` seconds and is tried again `retries` times; a question gets
    `question_timeout` once, since somebody waits for its answer. `base_url` empty: OpenAI's.
    """

    def __init__(
        self,
        model: str,
        *,
        api_key: str,
        base_url: str = "",
        timeout: float = 20.0,
        question_timeout: float = 4.0,
        retries: int = 2,
    ) -> None:
        self._model = model
        self._dimensions = 0
        self._passages = _client(model, api_key, base_url, timeout, retries)
        self._questions = _client(model, api_key, base_url, question_timeout, 0)

    @property
    def name(self) -> str:
        """The model's name."""
        return self._model

    @property
    def dimensions(self) -> int:
        """The length of a vector; asks the host the first time."""
        if not self._dimensions:
            self.query("dimension")
        return self._dimensions

    def passages(self, texts: Sequence[str]) -> Vector:
        """Return the texts' vectors, shape (n, dimensions)."""
        if not texts:
            return np.empty((0, self.dimensions), dtype=np.float32)
        return self._embed(self._passages, [_leaving(text, LONGEST_PASSAGE) for text in texts])

    def query(self, text: str) -> Vector:
        """Return a question's vector, shape (dimensions,)."""
        return one_row(self._embed(self._questions, [_leaving(text, LONGEST_QUERY)]))

    def _embed(self, client: OpenAIEmbeddings, texts: list[str]) -> Vector:
        try:
            rows = client.embed_documents(texts)
        except (OpenAIError, ValueError, TypeError, AttributeError, KeyError) as error:
            # The SDK raises its own errors for the network, and plain ones for an answer of the wrong shape.
            raise EmbeddingError(f"the embedding model {self._model} did not answer as it should") from error
        try:
            vectors = np.asarray(rows, dtype=np.float32)
        except (ValueError, TypeError) as error:
            raise EmbeddingError(
                f"the embedding model {self._model} gave vectors that differ in length"
            ) from error
        if vectors.ndim != 2 or vectors.shape[0] != len(texts) or not vectors.shape[1]:
            raise EmbeddingError(
                f"the embedding model {self._model} gave {len(rows)} vectors for {len(texts)} texts"
            )
        if self._dimensions and vectors.shape[1] != self._dimensions:
            raise EmbeddingError(f"the embedding model {self._model} changed the length of its vectors")
        self._dimensions = vectors.shape[1]
        return unit_length(vectors)


def _client(model: str, api_key: str, base_url: str, timeout: float, retries: int) -> OpenAIEmbeddings:
    return OpenAIEmbeddings(
        model=model,
        api_key=SecretStr(api_key or "none"),  # a host of one's own often needs none; the SDK does
        base_url=base_url or None,
        timeout=timeout,
        max_retries=retries,
        check_embedding_ctx_length=False,  # else it downloads a tokenizer
        chunk_size=_TEXTS_A_REQUEST,
    )


def _leaving(text: str, longest: int) -> str:
    # An empty text is refused by some hosts; a blank sentence of one mark is not.
    return mask_personal_numbers(safe_text(text, longest)) or "-"
