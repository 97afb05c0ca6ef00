"""Fuse rankings of the same passages into one; pure. Scores are higher for better."""

from collections.abc import Mapping, Sequence

DENSE_WEIGHT = 0.7  # measured on Swedish governing documents, see benchmarks/
RANK_CONSTANT = 60


def min_max(scores: Mapping[str, float]) -> dict[str, float]:
    """Return the scores stretched so that the worst is 0 and the best 1; equal ones are all 1."""
    if not scores:
        return {}
    low, high = min(scores.values()), max(scores.values())
    if high == low:
        return dict.fromkeys(scores, 1.0)
    return {each: (score - low) / (high - low) for each, score in scores.items()}


def weighted(
    dense: Mapping[str, float], lexical: Mapping[str, float], dense_weight: float = DENSE_WEIGHT
) -> dict[str, float]:
    """Return the weighted sum of both rankings, each stretched to 0–1; a passage missing from one has 0 there.

    The result lies between 0 and 1. When one ranking is empty the other stands alone, at its full height.
    """
    if not dense or not lexical:
        return min_max(dense or lexical)
    by_vector, by_word = min_max(dense), min_max(lexical)
    return {
        each: dense_weight * by_vector.get(each, 0.0) + (1 - dense_weight) * by_word.get(each, 0.0)
        for each in {**by_vector, **by_word}
    }


def reciprocal_rank(rankings: Sequence[Sequence[str]], constant: int = RANK_CONSTANT) -> dict[str, float]:
    """Return for each passage the sum over rankings (best first) of 1 / (constant + rank)."""
    fused: dict[str, float] = {}
    for ranking in rankings:
        for rank, each in enumerate(dict.fromkeys(ranking), start=1):
            fused[each] = fused.get(each, 0.0) + 1 / (constant + rank)
    return fused


def best_first(scores: Mapping[str, float]) -> list[str]:
    """Return what was scored, best first, ties in a fixed order."""
    return sorted(scores, key=lambda each: (-scores[each], each))
