"""Hybrid search: by word and by meaning, within a scope, and by words alone when it must."""

import threading

import pytest

from knowledge.entries import PassageEntry
from retrieval.search import FoundPassage, HybridSearch
from retrieval.vector_index import Place
from tests.retrieval_fakes import (
    FakeEmbedding,
    FakePassageSearch,
    FakeScope,
    FakeVectorIndex,
    a_passage,
    passages_by_id,
)

HIRED = a_passage("Uppdraget att minska hyrberoendet leds av hälso- och sjukvårdsdirektören")
PARKING = a_passage("Taxa för parkering vid sjukhuset", document="taxa.md", number=2)
ELSEWHERE = a_passage(
    "Uppdraget att minska hyrberoendet i Region Fjäll",
    organisation="Region Fjäll",
    document="fjall.md",
    number=3,
)
NAMELESS = a_passage("Anteckning om hyrberoendet", organisation="", document="okänd.txt", number=4)
ALL = (HIRED, PARKING, ELSEWHERE, NAMELESS)


class Searching:
    """A search over `passages`, its parts within reach."""

    def __init__(
        self, *passages: PassageEntry, pause_seconds: float = 0.0, dense_seconds: float = 5.0
    ) -> None:
        self.embedding, self.index = FakeEmbedding(), FakeVectorIndex()
        self.index.add(
            [Place.of(each) for each in passages],
            self.embedding.passages([each.search_text for each in passages]),
        )
        self.by_word = FakePassageSearch(passages_by_id(*passages))
        self.hybrid = HybridSearch(
            self.by_word,
            self.index,
            self.embedding,
            pause_seconds=pause_seconds,
            dense_seconds=dense_seconds,
        )

    def __call__(
        self, text: str, words: str | None = None, scope: FakeScope | None = None
    ) -> list[FoundPassage]:
        return self.hybrid.search(text, text if words is None else words, scope or FakeScope(), 10)


def test_the_passage_about_the_question_comes_first() -> None:
    found = Searching(*ALL)("vem leder uppdraget att minska hyrberoendet", scope=FakeScope("Region Sjöland"))
    assert found[0].passage == HIRED
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert all(0 <= each.score <= 1 for each in found)


def test_a_passage_that_shares_no_word_is_found_by_meaning() -> None:
    found = Searching(*ALL)("taxa parkering sjukhuset", words="avgift")
    assert found[0].passage == PARKING
    assert found[0].lexical_score is None
    assert found[0].dense_score is not None


def test_another_organisation_is_not_searched_and_nameless_documents_are() -> None:
    found = Searching(*ALL)("hyrberoendet", scope=FakeScope("Region Sjöland"))
    assert {each.passage.source.document.name for each in found} == {"direktiv.md", "taxa.md", "okänd.txt"}


def test_what_sql_leaves_out_is_not_found_by_vector_either() -> None:
    searching = Searching(*ALL)
    del searching.by_word.passages[HIRED.id]  # withdrawn, still in the vector index
    assert HIRED not in [each.passage for each in searching("minska hyrberoendet")]


def test_a_narrow_scope_is_searched_deeper() -> None:
    crowd = [a_passage(f"hyrberoendet {number} minska", document="annan.md") for number in range(150)]
    wanted = a_passage("ett litet ord om minska", document="rätt.md", number=9)
    found = Searching(*crowd, wanted)(
        "hyrberoendet minska", words="saknas", scope=FakeScope(documents=frozenset({"rätt.md"}))
    )
    assert [each.passage for each in found] == [wanted]


@pytest.mark.parametrize("broken", ["index", "embedding"])
def test_words_answer_alone_when_the_dense_side_is_away_and_say_so(broken: str) -> None:
    searching = Searching(*ALL)
    getattr(searching, broken).is_broken = True
    found = searching("minska hyrberoendet")
    assert found[0].passage in {HIRED, ELSEWHERE}
    assert all(each.by_words_alone and each.dense_score is None for each in found)
    getattr(searching, broken).is_broken = False
    assert not searching("minska hyrberoendet")[0].by_words_alone


def test_a_dense_side_that_failed_is_left_alone_for_a_while() -> None:
    searching = Searching(*ALL, pause_seconds=60)
    searching.index.is_broken = True
    searching("minska hyrberoendet")
    searching.index.is_broken = False
    assert searching("minska hyrberoendet")[0].by_words_alone


def test_a_dense_side_that_hangs_does_not_hang_the_question() -> None:
    searching, over = Searching(*ALL, dense_seconds=0.2), threading.Event()

    class Hanging(FakeEmbedding):
        def query(self, text: str) -> object:  # type: ignore[override]
            over.wait(60)
            return super().query(text)

    searching.hybrid = HybridSearch(searching.by_word, searching.index, Hanging(), dense_seconds=0.2)  # type: ignore[arg-type]
    assert searching("minska hyrberoendet")[0].by_words_alone
    over.set()


def test_nothing_indexed_means_nothing_found() -> None:
    empty = Searching(HIRED)
    empty.by_word.passages.clear()
    empty.index.vectors.clear()
    assert empty("minska hyrberoendet") == []
