"""What can go wrong in this folder."""


class RetrievalError(Exception):
    """The world is broken on the way from a question to its answer."""


class UncitedAnswerError(RetrievalError):
    """An answer that claims to be answered cites nothing."""

    def __init__(self, message: str = "an answered question must cite a source") -> None:
        super().__init__(message)


class EmbeddingError(RetrievalError):
    """The embedding model gave no vector."""


class VectorIndexError(RetrievalError):
    """The vector index cannot be reached or read."""


class LanguageModelError(RetrievalError):
    """The language model gave no usable reply in time."""
