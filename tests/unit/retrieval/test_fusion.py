"""Fusing two rankings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.fusion import best_first, min_max, reciprocal_rank, weighted

scores = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(-1e6, 1e6), max_size=8)


def test_stretches_scores_so_that_the_best_is_one_and_the_worst_nought() -> None:
    assert min_max({"a": 12.0, "b": 8.0, "c": 10.0}) == {"a": 1.0, "b": 0.0, "c": 0.5}


def test_equal_scores_are_all_best() -> None:
    assert min_max({"a": 3.0, "b": 3.0}) == {"a": 1.0, "b": 1.0}


def test_weighs_meaning_against_words() -> None:
    fused = weighted({"a": 0.9, "b": 0.8}, {"b": 20.0, "c": 10.0}, dense_weight=0.7)
    assert fused == pytest.approx({"a": 0.7, "b": 0.3, "c": 0.0})
    assert best_first(fused) == ["a", "b", "c"]


def test_words_stand_at_full_height_when_there_are_no_vectors() -> None:
    assert weighted({}, {"a": 5.0, "b": 1.0}) == {"a": 1.0, "b": 0.0}


def test_a_passage_that_both_rankings_know_beats_one_that_leads_a_single_one() -> None:
    fused = reciprocal_rank([["a", "b"], ["c", "b"]])
    assert best_first(fused)[0] == "b"
    assert fused["b"] == pytest.approx(2 / 62)


def test_a_passage_named_twice_in_a_ranking_counts_once() -> None:
    assert reciprocal_rank([["a", "a", "b"]]) == pytest.approx({"a": 1 / 61, "b": 1 / 62})


@given(scores, scores, st.floats(0, 1))
def test_fused_scores_lie_between_nought_and_one_and_lose_nobody(
    dense: dict[str, float], lexical: dict[str, float], weight: float
) -> None:
    fused = weighted(dense, lexical, weight)
    assert set(fused) == set(dense) | set(lexical)
    assert all(-1e-9 <= score <= 1 + 1e-9 for score in fused.values())
