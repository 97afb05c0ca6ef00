"""Answering, joined together: embeddings here or hosted, the vector index owned or served, a model or none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.settings import Settings
from bot.wiring.register import OpenRegister
from knowledge.entries import PassageEntry
from knowledge.holders import Holders
from knowledge.passage_search import PassageSearch
from knowledge.register import Register, ScopedRegister
from knowledge.scope import Scope
from knowledge.swedish_words import SwedishWords
from knowledge.vectors import StoredVectors
from retrieval.answering import Answering, Rephrase, keep
from retrieval.embedding import EmbeddingModel, LocalEmbedding
from retrieval.holder_line import NamingHolders
from retrieval.matching import Matcher
from retrieval.meanings import Meanings
from retrieval.owned_index import OwnedIndex
from retrieval.passage_answer import FoundPassage
from retrieval.question import Question
from retrieval.search import HybridSearch
from retrieval.vector_filling import IndexFiller
from retrieval.vector_index import VectorIndex


@dataclass(frozen=True)
class Retrieval:
    """What answers questions, and what must be closed after."""

    answering: Answering
    embedding: EmbeddingModel
    index: VectorIndex

    def filler(self, opened: OpenRegister) -> IndexFiller:
        """Return what fills the same vector index."""
        return IndexFiller(StoredVectors(opened.database), self.index, self.embedding)

    def close(self) -> None:
        """Let go of the vector index."""
        self.index.close()


@dataclass(frozen=True)
class ScopedSearch:
    """The passage search within one question's scope."""

    search_all: HybridSearch[Scope]
    scope: Scope

    def search(self, text: str, words: str, limit: int) -> Sequence[FoundPassage]:
        """Return the passages nearest to a question, best first."""
        found = self.search_all.search(text, words, self.scope, limit)
        return [FoundPassage(each.passage, each.score, by_words_alone=each.by_words_alone) for each in found]


@dataclass(frozen=True)
class QuestionSources:
    """Opens the register and the search for each question's scope."""

    reads: Register
    passages: PassageSearch
    words: SwedishWords
    hybrid: HybridSearch[Scope]
    _meanings: Meanings = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Stem the words that mean the same, which every question needs."""
        object.__setattr__(self, "_meanings", Meanings.of(self.words))

    def register(self, question: Question) -> ScopedRegister:
        """Return the named reads within the asker's scope."""
        return ScopedRegister(self.reads, _scope(question))

    def search(self, question: Question) -> ScopedSearch:
        """Return the passage search with the same limits."""
        return ScopedSearch(self.hybrid, _scope(question))

    def matcher(self, question: Question) -> Matcher:
        """Return what weighs words, with the abbreviations in scope."""
        return Matcher(self.words, self._meanings, self.passages, self._abbreviations(question))

    def _abbreviations(self, question: Question) -> Callable[[str], Sequence[str]]:
        scoped = self.register(question)

        def meanings(term: str) -> Sequence[str]:
            return [
                entry.fact.meaning for entry in scoped.abbreviation(term) if entry.fact.kind == "abbreviation"
            ]

        return meanings


def open_retrieval(settings: Settings, opened: OpenRegister) -> Retrieval:
    """Join what answers questions; raises EmbeddingError when the embedding model cannot be loaded."""
    embedding = _embedding(settings)
    index = open_index(settings, embedding.name)
    passages = PassageSearch(opened.database, opened.words)
    hybrid = HybridSearch[Scope](PassagesInScope(passages, opened.register), index, embedding)
    sources = QuestionSources(opened.register, passages, opened.words, hybrid)

    def organisation_of(document_id: int) -> str:
        document = opened.register.document(document_id, Scope(sees_limited=True))
        return document.profile.organisation if document else ""

    rephrase = NamingHolders(Holders(opened.database), organisation_of, _rephrase(settings))
    return Retrieval(Answering(sources, rephrase), embedding, index)


@dataclass(frozen=True)
class OpenFiller:
    """What fills the vector index."""

    filler: IndexFiller
    index: VectorIndex

    def close(self) -> None:
        """Let go of the vector index."""
        self.index.close()


def open_filler(settings: Settings, opened: OpenRegister) -> OpenFiller:
    """Join what fills the vector index; raises EmbeddingError when the embedding model cannot be loaded."""
    embedding = _embedding(settings)
    index = open_index(settings, embedding.name)
    return OpenFiller(IndexFiller(StoredVectors(opened.database), index, embedding), index)


def open_index(settings: Settings, model: str) -> VectorIndex:
    """Return the vector index: on the Chroma server that is set, else owned in the data folder."""
    if settings.chroma_url:
        from retrieval.remote_index import RemoteIndex  # noqa: PLC0415 - imports Chroma, which takes a second

        return RemoteIndex(settings.chroma_url, model)
    index = OwnedIndex(settings.data_dir / "chroma", model)
    index.warm_up()
    return index


def _embedding(settings: Settings) -> EmbeddingModel:
    if not settings.embeddings:
        return LocalEmbedding()
    from retrieval.hosted_embedding import HostedEmbedding  # noqa: PLC0415 - imports LangChain, which takes a second

    return HostedEmbedding(
        settings.embeddings, api_key=settings.openai_api_key, base_url=settings.openai_base_url
    )


def _rephrase(settings: Settings) -> Rephrase:
    if not settings.model:
        return keep
    from retrieval.hosted_model import HostedModel  # noqa: PLC0415 - imports LangChain, which takes a second
    from retrieval.model_answer import ModelAnswer  # noqa: PLC0415 - of use with a model only

    model = HostedModel(settings.model, api_key=settings.openai_api_key, base_url=settings.openai_base_url)
    return ModelAnswer.by(model)


@dataclass(frozen=True)
class PassagesInScope:
    """The lexical index, which also hands out passages by id."""

    by_word: PassageSearch
    register: Register

    def search(self, words: str, scope: Scope, limit: int) -> Sequence[tuple[str, float]]:
        """Return the ids of passages that hold any of the words with their scores, best first."""
        return self.by_word.search(words, scope, limit)

    def get(self, passage_ids: Sequence[str], scope: Scope) -> Sequence[PassageEntry]:
        """Return those of the passages that stand and lie within the scope."""
        return self.register.passages(passage_ids, scope)


def _scope(question: Question) -> Scope:
    return Scope(question.organisation, question.boards, places=question.places)
