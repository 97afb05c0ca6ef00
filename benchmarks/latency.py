"""How long a warm question takes at 1,000, 10,000 and 87,000 passages, limited to one of ten organisations.

    python -m benchmarks.latency [PASSAGES ...]

Documents of made-up text are written to a register of their own; their vectors are drawn at random, since embedding
87,000 passages takes hours and the index does not care what a vector means. Questions are embedded for real and go
the whole way through answering, in this process, with the vector index in its owner's.
"""

import random
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import numpy as np

from bot.settings import read_settings
from bot.wiring.answering import PassagesInScope, QuestionSources, open_index
from bot.wiring.register import OpenRegister, open_register
from knowledge.blocks import ReadDocument, Span
from knowledge.document_rows import ReadSource
from knowledge.document_writing import DocumentWriter
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import AssignmentFact, Fact, Role, RoleFact
from knowledge.passage_search import PassageSearch
from knowledge.passages import Passage
from knowledge.scope import Scope
from knowledge.sources import SourceFile
from knowledge.swedish_words import read_vocabulary
from knowledge.vectors import StoredVectors
from retrieval.answering import Answering
from retrieval.embedding import LocalEmbedding, Vector, unit_length
from retrieval.question import Question
from retrieval.search import HybridSearch
from retrieval.vector_filling import IndexFiller
from retrieval.vector_index import VectorIndex

SIZES = (1_000, 10_000, 87_000)
ORGANISATIONS = 10
PASSAGES_A_DOCUMENT = 20
WORDS_A_PASSAGE = 70
QUESTIONS, WARM_UP = 100, 10
TODAY = date(2026, 11, 23)


class DrawnEmbedding:
    """Bears the local model's name and draws vectors at random."""

    name = LocalEmbedding.name
    dimensions = 384

    def __init__(self) -> None:
        self._chance = np.random.default_rng(7)

    def passages(self, texts: Sequence[str]) -> Vector:
        return unit_length(self._chance.standard_normal((len(texts), self.dimensions)).astype(np.float32))

    def query(self, text: str) -> Vector:
        raise NotImplementedError(f"questions are embedded for real: {text}")


class MadeUpText:
    """Words of the Swedish word list, drawn as unevenly as words are."""

    def __init__(self) -> None:
        self._chance = random.Random(7)
        words = sorted(word for word in read_vocabulary().words if word.isalpha() and 3 < len(word) < 16)
        self._words = self._chance.sample(words, 20_000)
        self._weights = np.cumsum([1 / (rank + 2.7) for rank in range(len(self._words))]).tolist()

    def words(self, count: int) -> str:
        return " ".join(self._chance.choices(self._words, cum_weights=self._weights, k=count))

    def rare_words(self, count: int) -> str:
        return " ".join(self._chance.sample(self._words[200:], count))


def write_documents(opened: OpenRegister, text: MadeUpText, numbers: range) -> None:
    """Write documents with their passages, an assignment and its leader each."""
    writer = DocumentWriter(opened.database, opened.words, "benchmark")
    for number in numbers:
        title, leader = f"Uppdrag att {text.rare_words(3)}", f"Namn{number} Efternamn{number}"
        parts = [f"Uppdragsledare: {leader}"]
        parts += [text.words(WORDS_A_PASSAGE) for _ in range(PASSAGES_A_DOCUMENT - 1)]
        starts = [sum(len(each) + 1 for each in parts[:index]) for index in range(len(parts))]
        spans = [Span(start, start + len(part)) for start, part in zip(starts, parts, strict=True)]
        facts: tuple[Fact, ...] = (
            AssignmentFact(span=spans[0], subject=title),
            RoleFact(span=spans[0], subject=title, role=Role.LEADER, holder=leader),
        )
        path = Path(f"/benchmark/{number}.md")
        read = ReadSource(
            SourceFile(path.parent.as_posix(), path.name, path),
            content_hash=str(number),
            document=ReadDocument("\n".join(parts), ()),
            profile=DocumentProfile(
                title, DocumentKind.DIRECTIVE, f"Region {number % ORGANISATIONS}", date=TODAY
            ),
            facts=facts,
            passages=tuple(
                Passage(span, part, f"{title}\n{part}") for span, part in zip(spans, parts, strict=True)
            ),
        )
        writer.write(read, datetime(2026, 11, 23, tzinfo=UTC))


class Timed:
    """Stands before a part and adds up the milliseconds spent in its methods; parts that run side by side overlap."""

    def __init__(self, part: Any, name: str, spent: Counter[str]) -> None:
        self._part, self._name, self._spent = part, name, spent

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._part, name)
        if not callable(found):
            return found

        def timed(*given: Any, **named: Any) -> Any:
            begun = perf_counter()
            try:
                return found(*given, **named)
            finally:
                self._spent[self._name] += 1_000 * (perf_counter() - begun)  # type: ignore[assignment]

        return timed


def open_answering(opened: OpenRegister, index: VectorIndex, spent: Counter[str]) -> Answering:
    """Join what answers questions as the product does, with a watch before each part."""
    register = Timed(opened.register, "register", spent)
    passages = Timed(PassageSearch(opened.database, opened.words), "words", spent)
    hybrid = HybridSearch[Scope](
        PassagesInScope(passages, register),
        Timed(index, "vectors", spent),
        Timed(LocalEmbedding(), "embedding", spent),
    )
    return Answering(QuestionSources(register, passages, opened.words, hybrid))


PARTS = ("embedding", "vectors", "words", "register")


def main(sizes: Sequence[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        surroundings = {"KANSLI_DATA_DIR": folder}
        settings = replace(read_settings(surroundings, Path(folder) / ".env"), model="", embeddings="")
        opened, text, spent = open_register(settings), MadeUpText(), Counter[str]()
        index = open_index(settings, LocalEmbedding.name)
        filler = IndexFiller(StoredVectors(opened.database), index, DrawnEmbedding())
        answering = open_answering(opened, index, spent)
        print(
            f"{'passages':>9} {'written':>9} {'indexed':>9} {'p50 ms':>8} {'p95':>5} {'worst':>6} {'cpu':>5}"
            + "".join(f"{part:>10}" for part in PARTS)
        )
        written = 0
        for size in sizes:
            started = perf_counter()
            write_documents(opened, text, range(written, size // PASSAGES_A_DOCUMENT))
            written = size // PASSAGES_A_DOCUMENT
            stored = perf_counter()
            filler.fill()
            filled = perf_counter()
            took = []
            for number in range(WARM_UP + QUESTIONS):
                if number == WARM_UP:
                    computed = process_time()
                    spent.clear()
                question = Question(
                    f"Vem leder uppdraget om {text.rare_words(3)}?", TODAY, f"Region {number % ORGANISATIONS}"
                )
                begun = perf_counter()
                answering.answer(question)
                took.append(1_000 * (perf_counter() - begun))
            computed = 1_000 * (process_time() - computed) / QUESTIONS
            took = sorted(took[WARM_UP:])
            print(
                f"{size:>9,} {stored - started:>8.1f}s {filled - stored:>8.1f}s {statistics.median(took):>8.0f} "
                f"{took[int(0.95 * QUESTIONS)]:>5.0f} {took[-1]:>6.0f} {computed:>5.0f}"
                + "".join(f"{spent[part] / QUESTIONS:>10.0f}" for part in PARTS),
                flush=True,
            )
        index.close()


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or SIZES)
