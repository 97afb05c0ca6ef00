"""Ranking on SweFaq: questions to Swedish authorities, each to be matched with its answer among all answers.

    python -m benchmarks.swefaq [../shared/benchmarks/swefaq_dev.jsonl]

Prints nDCG@10 for words, for vectors and for both fused, with the gain over words and its 95 % interval.
"""

import json
import math
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from benchmarks.ranking import ndcg, paired_bootstrap
from knowledge.swedish_words import SwedishWords, read_vocabulary
from retrieval.embedding import LocalEmbedding
from retrieval.fusion import best_first, reciprocal_rank, weighted

USUAL_FILE = Path("../shared/benchmarks/swefaq_dev.jsonl")
K1, B = 1.2, 0.75


class WordRanking:
    """BM25 over the terms that the product's word index holds: stems and parts of compounds."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._words = SwedishWords(read_vocabulary())
        self._counts = {each: Counter(self._words.terms(text)) for each, text in texts.items()}
        self._frequency = Counter(term for counts in self._counts.values() for term in counts)
        self._usual_length = sum(sum(counts.values()) for counts in self._counts.values()) / len(texts)

    def scores(self, question: str) -> dict[str, float]:
        terms = set(self._words.terms(question))
        scored = {each: self._score(terms, counts) for each, counts in self._counts.items()}
        return {each: score for each, score in scored.items() if score > 0}

    def _score(self, terms: set[str], counts: Counter[str]) -> float:
        length, total = sum(counts.values()), 0.0
        for term in terms & set(counts):
            rarity = math.log(
                1 + (len(self._counts) - self._frequency[term] + 0.5) / (self._frequency[term] + 0.5)
            )
            weight = counts[term] * (K1 + 1) / (counts[term] + K1 * (1 - B + B * length / self._usual_length))
            total += rarity * weight
        return total


class VectorRanking:
    """Cosines of multilingual-e5-small."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._embedding = LocalEmbedding()
        self._ids = list(texts)
        self._vectors = self._embedding.passages(list(texts.values()))

    def scores(self, question: str) -> dict[str, float]:
        cosines = self._vectors @ self._embedding.query(question)
        return dict(zip(self._ids, map(float, cosines), strict=True))


def measure(rank: Callable[[str], Sequence[str]], questions: Sequence[tuple[str, str]]) -> list[float]:
    """Return nDCG@10 for each question and its right answer."""
    return [ndcg(rank(question), right) for question, right in questions]


def fused(vectors: VectorRanking, words: WordRanking, weight: float, question: str) -> list[str]:
    """Return the answers in the order that the product's fusion gives them."""
    return best_first(weighted(vectors.scores(question), words.scores(question), weight))


def main(file: Path) -> None:
    if not file.is_file():
        sys.exit(f"{file} is not there: the benchmark's questions are not part of the project.")
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    answers = dict.fromkeys(each for row in rows for each in row["candidate_answers"])
    texts = {str(number): text for number, text in enumerate(answers)}
    number_of = {text: number for number, text in texts.items()}
    questions = [(row["question"], number_of[row["candidate_answers"][row["label"]]]) for row in rows]
    words, vectors = WordRanking(texts), VectorRanking(texts)
    systems: dict[str, Callable[[str], Sequence[str]]] = {
        "words (BM25)": lambda question: best_first(words.scores(question)),
        "vectors (e5-small)": lambda question: best_first(vectors.scores(question)),
        "fused by rank": lambda question: best_first(
            reciprocal_rank([best_first(words.scores(question)), best_first(vectors.scores(question))])
        ),
    }
    for weight in (0.3, 0.5, 0.7, 0.9):
        systems[f"fused, {weight} vectors"] = partial(fused, vectors, words, weight)
    print(f"{len(questions)} questions, {len(texts)} answers\n")
    print(f"{'system':22} {'nDCG@10':>8}   gain over words (95 %)")
    reference: list[float] = []
    for name, rank in systems.items():
        measured = measure(rank, questions)
        reference = reference or measured
        gain, low, high = paired_bootstrap(reference, measured)
        print(
            f"{name:22} {100 * sum(measured) / len(measured):8.1f}   {100 * gain:+5.1f} ({100 * low:+.1f} … {100 * high:+.1f})"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else USUAL_FILE)
