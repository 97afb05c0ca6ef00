"""Fakes and test values for retrieval: an embedding of words, indexes and a vector store in memory."""

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from knowledge.blocks import Span
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.entries import (
    AssignmentEntry,
    DocumentEntry,
    FactEntry,
    PassageEntry,
    SourceQuote,
    StatusUpdate,
)
from knowledge.facts import Fact
from knowledge.swedish_words import SwedishWords, folded
from knowledge.when import Precision, When
from retrieval.embedding import Vector, unit_length
from retrieval.embedding_text import LONGEST_PASSAGE, LONGEST_QUERY, safe_text
from retrieval.errors import EmbeddingError, VectorIndexError
from retrieval.inquiry import Inquiry
from retrieval.matching import Matcher
from retrieval.meanings import Meanings
from retrieval.passage_answer import FoundPassage
from retrieval.question import Question
from retrieval.understanding import understand
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

    def search(self, words: str, scope: FakeScope, limit: int) -> Sequence[tuple[str, float]]:
        asked = set(re.findall(r"\w+", words.lower()))
        scored = [
            (each.id, float(len(asked & set(re.findall(r"\w+", each.search_text.lower())))))
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
    board: str = "",
    document: str = "direktiv.md",
    title: str = "Direktiv",
    section: str = "",
    number: int = 1,
) -> PassageEntry:
    """Build a passage whose whole text is its quote."""
    profile = DocumentProfile(
        title=title, kind=DocumentKind.DIRECTIVE, organisation=organisation, board=board
    )
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


SOMEWHERE = Span(0, 0)  # of a fact whose place `FakeFacts.hold` decides


@dataclass(frozen=True)
class FakeVocabulary:
    """Knows how many passages hold each term; of terms it was not told, none does."""

    counts: Mapping[str, int] = field(default_factory=dict)
    passages: int = 100

    def frequencies(self, terms: Sequence[str]) -> Mapping[str, int]:
        return {term: self.counts[term] for term in terms if term in self.counts}

    def size(self) -> int:
        return self.passages

    def resembling(self, term: str) -> Sequence[str]:
        return [known for known in self.counts if folded(known)[:1] == folded(term)[:1]]


def a_matcher(words: SwedishWords, counts: Mapping[str, int] | None = None, **abbreviations: str) -> Matcher:
    """Build a matcher with each abbreviation's meaning."""
    meanings = {short: (meaning,) for short, meaning in abbreviations.items()}
    return Matcher(
        words, Meanings.of(words), FakeVocabulary(counts or {}), lambda short: meanings.get(short, ())
    )


def a_fact_document(
    title: str = "Uppdragsdirektiv 2026",
    number: int = 1,
    *,
    kind: DocumentKind = DocumentKind.DIRECTIVE,
    organisation: str = "Region Sjöland",
    board: str = "",
    on: str = "2026-03-02",
    case_number: str = "",
    is_draft: bool = False,
    is_superseded: bool = False,
) -> DocumentEntry:
    """Build a document; `on` is its date, empty for none."""
    profile = DocumentProfile(
        title,
        kind,
        organisation,
        board,
        date=date.fromisoformat(on) if on else None,
        case_number=case_number,
        is_draft=is_draft,
        draft_reason="underskrift saknas" if is_draft else "",
    )
    name = f"dokument {number}.txt"
    return DocumentEntry(number, number, name, name, profile, is_superseded=is_superseded)


@dataclass
class FakeFacts:
    """A register in memory that hands out every fact of the kinds asked for: a lookup must choose by itself."""

    entries: list[FactEntry] = field(default_factory=list)
    assignments: list[AssignmentEntry] = field(default_factory=list)
    updates: list[StatusUpdate] = field(default_factory=list)
    documents: dict[int, DocumentEntry] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)

    def hold(
        self,
        fact: Fact,
        quote: str,
        document: DocumentEntry | None = None,
        *,
        header: str = "",
        assignment_id: int | None = None,
    ) -> FactEntry:
        """Take a fact in; its quote is written at the end of the document's text, its header before."""
        document = document or a_fact_document()
        above = self.quoted(header, document) if header else None
        source = self.quoted(quote, document, fact.section)
        placed = replace(fact, span=source.span)
        entry = FactEntry(len(self.entries) + 1, placed, source, above, assignment_id)
        self.entries.append(entry)
        return entry

    def quoted(self, quote: str, document: DocumentEntry, section: str = "") -> SourceQuote:
        """Write words at the end of a document's text and return their place."""
        self.documents[document.id] = document
        text = self.texts.get(document.version_id, "Direktiv\n1. Bakgrund\n")
        self.texts[document.version_id] = f"{text}{quote}\n"
        return SourceQuote(document, quote, Span(len(text), len(text) + len(quote)), section=section)

    def find_facts(self, words: str, kinds: Collection[str], limit: int) -> Sequence[FactEntry]:
        return [each for each in self.entries if not kinds or each.fact.kind in kinds][:limit]

    def facts_of(self, document_id: int, kinds: Collection[str]) -> Sequence[FactEntry]:
        return self.facts_of_documents((document_id,), kinds)

    def facts_of_documents(
        self, document_ids: Collection[int], kinds: Collection[str]
    ) -> Sequence[FactEntry]:
        own = (each for each in self.entries if each.document.id in document_ids)
        return [each for each in own if not kinds or each.fact.kind in kinds]

    def find_assignments(self, words: str, limit: int) -> Sequence[AssignmentEntry]:
        return self.assignments[:limit]

    def status_history(self, assignment_id: int) -> Sequence[StatusUpdate]:
        own = [each for each in self.updates if each.assignment_id == assignment_id]
        return sorted(own, key=lambda each: each.at, reverse=True)

    def text_of(self, version_id: int) -> str:
        return self.texts.get(version_id, "")

    def document(self, document_id: int) -> DocumentEntry | None:
        return self.documents.get(document_id)


@dataclass
class FakeSources:
    """Facts and passages in memory, open to every question; passages are ranked by the words they share with it."""

    words: SwedishWords
    facts: FakeFacts = field(default_factory=FakeFacts)
    passages: list[PassageEntry] = field(default_factory=list)
    by_words_alone: bool = False

    def register(self, question: Question) -> FakeFacts:
        return self.facts

    def matcher(self, question: Question) -> Matcher:
        return a_matcher(self.words)

    def search(self, question: Question) -> "FakeSources.Passages":
        return FakeSources.Passages(self)

    @dataclass
    class Passages:
        """The search of the passages."""

        sources: "FakeSources"

        def search(self, text: str, words: str, limit: int) -> Sequence[FoundPassage]:
            terms = self.sources.words.terms
            asked = set(terms(f"{text} {words}"))
            shared = [(each, len(asked & set(terms(each.search_text)))) for each in self.sources.passages]
            ranked = sorted((pair for pair in shared if pair[1]), key=lambda pair: -pair[1])[:limit]
            return [
                FoundPassage(each, count / ranked[0][1], self.sources.by_words_alone)
                for each, count in ranked
            ]


def an_inquiry(
    words: SwedishWords,
    question: str,
    facts: FakeFacts | None = None,
    today: date = date(2026, 11, 23),
    *earlier: str,
) -> Inquiry:
    """Build what lookups are handed for a question."""
    understanding = understand(Question(question, today, earlier=earlier))
    matcher = a_matcher(words)
    return Inquiry(understanding, matcher.ask(understanding), today, matcher, facts or FakeFacts())


def a_day(iso: str) -> When:
    day = date.fromisoformat(iso)
    return When(day, day, Precision.DAY, iso)


def a_year(year: int) -> When:
    return When(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, str(year))
