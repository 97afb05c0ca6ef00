"""The measures that the benchmarks print."""

import pytest

from benchmarks.ranking import ndcg, paired_bootstrap


@pytest.mark.parametrize(
    ("ranking", "expected"), [("abc", 1.0), ("bac", 0.6309), ("bca", 0.5), ("bc", 0.0), ("bcdefghijkla", 0.0)]
)
def test_a_right_answer_is_worth_less_the_lower_it_stands(ranking: str, expected: float) -> None:
    assert ndcg(list(ranking), "a") == pytest.approx(expected, abs=1e-4)


def test_a_gain_on_every_question_is_more_than_chance() -> None:
    gain, low, high = paired_bootstrap([0.1, 0.2, 0.3, 0.4] * 10, [0.4, 0.5, 0.5, 0.9] * 10, rounds=500)
    assert gain == pytest.approx(0.325)
    assert 0 < low <= gain <= high


def test_gains_that_cancel_out_may_be_chance() -> None:
    _, low, high = paired_bootstrap([0.0, 1.0] * 20, [1.0, 0.0] * 20, rounds=500)
    assert low < 0 < high
