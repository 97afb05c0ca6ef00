"""Filling the vector index from SQL, and the frames that processes exchange."""

import json
import socket
import stat
import struct
from pathlib import Path

import numpy as np
import pytest

from retrieval.errors import EmbeddingError, VectorIndexError
from retrieval.vector_filling import EMBEDDED_AT_ONCE, Filling, IndexFiller, from_bytes, to_bytes
from retrieval.vector_index import Place
from retrieval.vector_wire import Address, read_address, receive, send, write_address
from tests.retrieval_fakes import FakeEmbedding, FakeVectorIndex, FakeVectorStore, a_passage, passages_by_id

NAMES = [f"Punkt {number}" for number in range(70)]


def filler_of(*texts: str) -> IndexFiller:
    store = FakeVectorStore(passages_by_id(*(a_passage(text, passage_id=text) for text in texts)))
    return IndexFiller(store, FakeVectorIndex(), FakeEmbedding())


def parts(filler: IndexFiller) -> tuple[FakeVectorStore, FakeVectorIndex, FakeEmbedding]:
    assert isinstance(filler.store, FakeVectorStore)
    assert isinstance(filler.index, FakeVectorIndex)
    assert isinstance(filler.embedding, FakeEmbedding)
    return filler.store, filler.index, filler.embedding


def test_every_passage_ends_up_in_sql_and_in_the_index() -> None:
    filler = filler_of(*NAMES)
    assert filler.fill() == Filling(embedded=70, waiting=0, added=70, removed=0)
    store, index, _ = parts(filler)
    assert {place.passage_id for place in index.held()} == {each for each, _ in store.held("fake-words")}
    assert len(index.held()) == 70


def test_embeds_the_heading_trail_with_the_passage() -> None:
    filler = IndexFiller(
        FakeVectorStore(passages_by_id(a_passage("Text.", title="Direktiv", section="2 Mål"))),
        FakeVectorIndex(),
        FakeEmbedding(),
    )
    filler.fill()
    assert parts(filler)[2].embedded == ["Direktiv › 2 Mål\nText."]


def test_filling_again_embeds_nothing() -> None:
    filler = filler_of(*NAMES)
    filler.fill()
    assert filler.fill() == Filling()
    assert len(parts(filler)[2].embedded) == 70


def test_an_interrupted_run_goes_on_where_it_was() -> None:
    filler = filler_of(*NAMES)
    stops = iter([False, False, True, True, True])
    first = filler.fill(should_stop=lambda: next(stops))
    assert first.embedded == EMBEDDED_AT_ONCE
    assert first.waiting == 70 - EMBEDDED_AT_ONCE
    assert filler.fill() == Filling(embedded=70 - EMBEDDED_AT_ONCE, added=70)
    assert len(parts(filler)[2].embedded) == 70


def test_progress_is_told_after_each_batch() -> None:
    seen: list[Filling] = []
    filler_of(*NAMES).fill(watch=seen.append)
    assert [each.waiting for each in seen] == [38, 6, 0, 0]


def test_a_lost_index_is_rebuilt_from_sql_without_embedding() -> None:
    filler = filler_of(*NAMES)
    filler.fill()
    store, _, embedding = parts(filler)
    fresh = IndexFiller(store, FakeVectorIndex(), embedding)
    assert fresh.fill() == Filling(added=70)
    assert len(embedding.embedded) == 70


def test_a_withdrawn_passage_leaves_the_index() -> None:
    filler = filler_of("a", "b")
    filler.fill()
    store, index, _ = parts(filler)
    del store.passages["a"]
    assert filler.fill() == Filling(removed=1)
    assert {place.passage_id for place in index.held()} == {"b"}


def test_a_passage_whose_organisation_changed_is_found_under_the_new_one_only() -> None:
    filler = filler_of("a")
    filler.fill()
    store, index, _ = parts(filler)
    store.passages["a"] = a_passage("a", passage_id="a", organisation="Region Sörsjön")
    filler.fill()
    assert index.held() == {Place("a", "region sörsjön")}


def test_two_spellings_of_an_organisation_are_one() -> None:
    filler = filler_of("a")
    store, index, _ = parts(filler)
    store.passages["b"] = a_passage("b", passage_id="b", organisation="REGION  SJÖLAND")
    filler.fill()
    assert {place.organisation for place in index.held()} == {"region sjöland"}
    assert filler.fill() == Filling()


def test_what_was_embedded_before_a_failure_is_kept() -> None:
    filler = filler_of(*NAMES)
    store, _, embedding = parts(filler)

    def break_it(_: Filling) -> None:
        embedding.is_broken = True

    with pytest.raises(EmbeddingError):
        filler.fill(watch=break_it)
    assert len(store.vectors) == EMBEDDED_AT_ONCE


def test_an_index_that_is_away_costs_no_embedding_twice() -> None:
    filler = filler_of(*NAMES)
    _, index, embedding = parts(filler)
    index.is_broken = True
    with pytest.raises(VectorIndexError):
        filler.fill()
    index.is_broken = False
    assert filler.fill().added == 70
    assert len(embedding.embedded) == 70


def test_a_store_that_forgets_does_not_make_the_run_endless() -> None:
    class Forgetful(FakeVectorStore):
        def save(self, model: str, vectors: object) -> None:
            pass

    store = Forgetful(passages_by_id(a_passage("a")))
    with pytest.raises(EmbeddingError):
        IndexFiller(store, FakeVectorIndex(), FakeEmbedding()).fill()


def test_a_vector_survives_sql_bit_for_bit() -> None:
    vector = np.random.default_rng(1).standard_normal(384).astype(np.float32)
    assert np.array_equal(from_bytes(to_bytes(vector)), vector)


def test_a_frame_arrives_as_it_was_sent() -> None:
    here, there = socket.socketpair()
    with here, there:
        send(here, {"call": "nearest", "organisation": "Region Sjöland"}, b"\x00\x01")
        assert receive(there) == ({"call": "nearest", "organisation": "Region Sjöland"}, b"\x00\x01")


@pytest.mark.parametrize(
    "sent",
    [
        struct.pack(">II", 2**31, 0),
        struct.pack(">II", 3, 0) + b"{[}",
        struct.pack(">II", 2, 0) + b"[]",
        struct.pack(">II", 2, 0) + b"\xff\xff",
    ],
)
def test_a_frame_that_is_not_ours_is_refused(sent: bytes) -> None:
    here, there = socket.socketpair()
    with here, there:
        here.sendall(sent)
        with pytest.raises(VectorIndexError):
            receive(there, limit=1_000)


def test_half_a_frame_is_the_end() -> None:
    here, there = socket.socketpair()
    with there:
        here.sendall(struct.pack(">II", 10, 0) + b"{")
        here.close()
        with pytest.raises(EOFError):
            receive(there)


def test_the_address_can_be_read_by_its_user_alone(tmp_path: Path) -> None:
    file = tmp_path / "owner.json"
    write_address(file, Address(4711, 12, "hemlig"))
    assert read_address(file) == Address(4711, 12, "hemlig")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", json.dumps({"port": "x", "pid": 1, "token": ""})])
def test_a_torn_address_is_no_address(tmp_path: Path, content: str) -> None:
    file = tmp_path / "owner.json"
    file.write_text(content)
    assert read_address(file) is None
    assert read_address(tmp_path / "missing.json") is None
