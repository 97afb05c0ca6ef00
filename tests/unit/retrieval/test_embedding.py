"""What reaches the embedding engine, and what every embedding model must keep."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.embedding import EmbeddingModel, LocalEmbedding, unit_length
from retrieval.embedding_text import LONGEST_PASSAGE, safe_text
from retrieval.errors import EmbeddingError
from tests.retrieval_fakes import FakeEmbedding


@pytest.fixture(params=[FakeEmbedding, LocalEmbedding], ids=["fake", "local"], scope="module")
def model(request: pytest.FixtureRequest) -> EmbeddingModel:
    built: EmbeddingModel = request.param()
    return built


def test_takes_apart_the_ligature_that_crashes_the_engine() -> None:
    assert "\ufdfa" not in safe_text("\ufdfa" * 20, 10_000)


def test_a_nul_does_not_hide_what_comes_after_it() -> None:
    assert safe_text("före\x00efter", 100) == "före efter"


@pytest.mark.parametrize("mark", ["</s>", "<s>", "<PAD>", "＜/s＞", "<mask>", "< unk >", "<<s>/s>"])
def test_special_tokens_are_taken_out_however_written(mark: str) -> None:
    safe = safe_text(f"a{mark}b", 100).lower()
    assert not any(token in safe for token in ("<s>", "</s>", "<pad>", "<mask>", "<unk>"))


def test_ordinary_angle_brackets_stay() -> None:
    assert safe_text("andel <5 % och >3", 100) == "andel <5 % och >3"


@given(st.text(), st.integers(1, 50))
def test_a_safe_text_is_short_and_can_be_encoded(text: str, longest: int) -> None:
    safe = safe_text(text, longest)
    assert len(safe) <= longest
    assert "\x00" not in safe.encode().decode()


def test_vectors_have_unit_length_and_the_promised_shape(model: EmbeddingModel) -> None:
    vectors = model.passages(["Regionstyrelsen beslutade", "Hyrberoendet ska minska", ""])
    assert vectors.shape == (3, model.dimensions)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)
    assert model.query("vem beslutade?").shape == (model.dimensions,)


def test_no_texts_give_no_vectors(model: EmbeddingModel) -> None:
    assert model.passages([]).shape == (0, model.dimensions)


def test_a_vector_does_not_depend_on_its_neighbours(model: EmbeddingModel) -> None:
    texts = [f"Punkt {number} i nämndplanen om tandvård" for number in range(7)]
    together = model.passages(texts)
    assert all(np.array_equal(together[row], model.passages([text])[0]) for row, text in enumerate(texts))


def test_a_question_lies_nearest_to_the_passage_about_it(model: EmbeddingModel) -> None:
    passages = model.passages(
        ["Uppdrag att minska hyrberoendet av läkare", "Taxa för parkering vid sjukhuset"]
    )
    assert np.argmax(passages @ model.query("hur går det att minska hyrberoendet")) == 0


@pytest.mark.parametrize(
    "text",
    ["\ufdfa" * 5_000, "a\x00b", "</s>" * 200, "\ud800", "x" * 200_000, "￼" * 600, "🏥" * 600],
)
def test_hostile_text_is_embedded_like_any_other(model: EmbeddingModel, text: str) -> None:
    assert model.passages([text]).shape == (1, model.dimensions)
    assert np.isfinite(model.query(text)).all()


def test_a_long_passage_is_cut_not_refused() -> None:
    assert len(safe_text("ord " * 100_000, LONGEST_PASSAGE)) <= LONGEST_PASSAGE


@pytest.mark.parametrize("row", [[0.0, 0.0], [np.nan, 1.0], [np.inf, 1.0]])
def test_refuses_a_vector_without_direction(row: list[float]) -> None:
    with pytest.raises(EmbeddingError):
        unit_length(np.array([[1.0, 0.0], row], dtype=np.float32))
