"""Measures of a ranking, and whether two systems differ by more than chance."""

import math
import random
from collections.abc import Sequence


def ndcg(ranking: Sequence[str], right: str, depth: int = 10) -> float:
    """Return nDCG at `depth` when one answer is right: 1 at the top, falling with the logarithm of its rank."""
    for rank, each in enumerate(ranking[:depth], start=1):
        if each == right:
            return 1 / math.log2(rank + 1)
    return 0.0


def paired_bootstrap(
    one: Sequence[float], other: Sequence[float], rounds: int = 10_000
) -> tuple[float, float, float]:
    """Return the mean gain of `other` over `one` and its 95 % interval, drawing questions with replacement."""
    chance = random.Random(7)
    gains = [b - a for a, b in zip(one, other, strict=True)]
    means = sorted(sum(chance.choices(gains, k=len(gains))) / len(gains) for _ in range(rounds))
    return sum(gains) / len(gains), means[int(0.025 * rounds)], means[int(0.975 * rounds)]
