"""The plain recipe that the project is compared with does honestly what such recipes do."""

from datetime import date

from retrieval.answer import Outcome
from retrieval.baseline import CHUNK, Baseline, chunks
from retrieval.question import Question
from tests.retrieval_fakes import FakeEmbedding

TEXTS = {
    "direktiv.txt": "Uppdraget att minska hyrberoendet leds av hälso- och sjukvårdsdirektören.",
    "taxa.txt": "Taxa för parkering vid sjukhuset beslutas av trafiknämnden.",
}


def _asked(text: str) -> Question:
    return Question(text, date(2026, 11, 23))


class NearEmbedding(FakeEmbedding):
    """Puts every text near every other, as real models do, so that the floor is passed."""

    def _vector(self, text: str):  # type: ignore[no-untyped-def]
        vector = super()._vector(text) * 0.3
        vector[0] += 1.0
        return vector / (vector @ vector) ** 0.5


def test_answers_with_the_nearest_chunk_and_cites_it_word_for_word() -> None:
    answer = Baseline(NearEmbedding(), TEXTS).answer(_asked("vem leder uppdraget att minska hyrberoendet"))
    assert answer.outcome is Outcome.ANSWERED
    assert answer.text == TEXTS["direktiv.txt"]
    for citation in answer.citations:
        assert TEXTS[citation.document][citation.start : citation.end] == citation.quote


def test_says_nothing_when_every_chunk_is_far_away() -> None:
    assert Baseline(FakeEmbedding(), TEXTS).answer(_asked("fotboll igår")).abstained


def test_nothing_asked_or_nothing_indexed_is_not_answered() -> None:
    assert Baseline(NearEmbedding(), TEXTS).answer(_asked(" ")).abstained
    assert Baseline(NearEmbedding(), {}).answer(_asked("vem leder")).abstained


def test_chunks_know_where_they_stand() -> None:
    text = "\n\n".join(f"Stycke {number}. " + "ord " * 170 for number in range(9))
    cut = chunks("a.txt", text)
    assert len(cut) >= 18
    assert all(text[each.start : each.start + len(each.text)] == each.text for each in cut)
    assert all(len(each.text) <= CHUNK for each in cut)
