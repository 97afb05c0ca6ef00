"""Vector indexes keep one contract: the fake, Chroma in a folder, and Chroma through its owner."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from socket import create_connection, create_server

import numpy as np
import pytest

from retrieval.chroma_index import ChromaIndex, connect, open_folder
from retrieval.embedding import Vector
from retrieval.errors import VectorIndexError
from retrieval.owned_index import OwnedIndex
from retrieval.remote_index import RemoteIndex
from retrieval.vector_index import Place, VectorIndex
from retrieval.vector_wire import Address, read_address, receive, send, write_address
from tests.retrieval_fakes import FakeVectorIndex

SJOLAND, FJALL = "Region Sjöland", "Region Fjäll (åäö, ett långt namn med / och ›)"


def unit(*values: float) -> Vector:
    vector = np.array(values, dtype=np.float32)
    return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)


def random_vectors(rows: int, seed: int = 0) -> Vector:
    drawn = np.random.default_rng(seed).standard_normal((rows, 384)).astype(np.float32)
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True), dtype=np.float32)


def owner_pid(folder: Path) -> int:
    address = read_address(folder / "owner.json")
    assert address is not None, "no owner"
    return address.pid


def end_owner(folder: Path, with_signal: int = signal.SIGTERM) -> None:
    """End the owner that a test started, and wait until it is gone."""
    address = read_address(folder / "owner.json")
    if address is None:
        return
    try:
        os.kill(address.pid, with_signal)
    except ProcessLookupError:
        return
    for _ in range(200):
        try:
            create_connection(("127.0.0.1", address.port), timeout=0.2).close()
        except OSError:
            return
        time.sleep(0.05)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "vectors"
    end_owner(tmp_path / "vectors")


@pytest.fixture(params=["fake", "folder", "owner"])
def index(request: pytest.FixtureRequest, folder: Path) -> Iterator[VectorIndex]:
    built: VectorIndex
    if request.param == "fake":
        built = FakeVectorIndex()
    elif request.param == "folder":
        built = ChromaIndex(open_folder(folder / "index"), "e5")
    else:
        built = OwnedIndex(folder, "e5")
    yield built
    built.close()


def test_an_empty_index_finds_nothing(index: VectorIndex) -> None:
    assert index.count() == 0
    assert list(index.nearest(unit(1, 0, 0), "", 5)) == []
    assert list(index.nearest(unit(1, 0, 0), SJOLAND, 5)) == []
    assert index.held() == set()


def test_the_nearest_comes_first_with_its_cosine(index: VectorIndex) -> None:
    index.add([Place("a", SJOLAND), Place("b", SJOLAND)], np.stack([unit(1, 0, 0), unit(1, 1, 0)]))
    found = index.nearest(unit(1, 0.1, 0), SJOLAND, 5)
    assert [each.passage_id for each in found] == ["a", "b"]
    assert found[0].score == pytest.approx(float(unit(1, 0, 0) @ unit(1, 0.1, 0)), abs=1e-4)
    assert found[1].score == pytest.approx(float(unit(1, 1, 0) @ unit(1, 0.1, 0)), abs=1e-4)


def test_an_organisation_sees_its_own_and_nameless_passages_and_nobody_sees_all_but_by_asking(
    index: VectorIndex,
) -> None:
    places = [Place("a", SJOLAND), Place("b", FJALL), Place("c", "")]
    index.add(places, np.stack([unit(1, 0, 0), unit(1, 0.1, 0), unit(1, 0.2, 0)]))
    assert [each.passage_id for each in index.nearest(unit(1, 0, 0), SJOLAND, 9)] == ["a", "c"]
    assert [each.passage_id for each in index.nearest(unit(1, 0, 0), FJALL, 9)] == ["b", "c"]
    assert [each.passage_id for each in index.nearest(unit(1, 0, 0), "", 9)] == ["a", "b", "c"]
    assert [each.passage_id for each in index.nearest(unit(1, 0, 0), "", 2)] == ["a", "b"]
    assert index.held() == set(places)


def test_adding_again_replaces(index: VectorIndex) -> None:
    index.add([Place("a", SJOLAND)], np.stack([unit(1, 0, 0)]))
    index.add([Place("a", SJOLAND)], np.stack([unit(0, 1, 0)]))
    assert index.count() == 1
    assert index.nearest(unit(0, 1, 0), SJOLAND, 1)[0].score == pytest.approx(1.0, abs=1e-4)


def test_removing_reaches_every_organisation_and_minds_no_stranger(index: VectorIndex) -> None:
    places = [Place("a", SJOLAND), Place("a", FJALL), Place("b", FJALL)]
    index.add(places, np.stack([unit(1, 0, 0)] * 3))
    index.remove(["a", "unknown"])
    index.remove([])
    assert index.held() == {Place("b", FJALL)}


def test_vectors_that_do_not_match_the_passages_are_refused(index: VectorIndex) -> None:
    with pytest.raises(ValueError, match="1 passages but 2 vectors"):
        index.add([Place("a", SJOLAND)], np.stack([unit(1, 0, 0)] * 2))


def test_more_than_chroma_takes_at_once(folder: Path) -> None:
    index = ChromaIndex(open_folder(folder / "index"), "e5")
    vectors = random_vectors(6_000)
    index.add([Place(f"p{row}", SJOLAND) for row in range(6_000)], vectors)
    assert index.count() == 6_000
    assert index.nearest(vectors[4_711], SJOLAND, 1)[0].passage_id == "p4711"
    assert len(index.held()) == 6_000


def test_models_do_not_see_each_other(folder: Path) -> None:
    client = open_folder(folder / "index")
    small, large = ChromaIndex(client, "small"), ChromaIndex(client, "large")
    small.add([Place("a", SJOLAND)], np.stack([unit(1, 0, 0)]))
    large.add([Place("a", SJOLAND)], np.stack([unit(1, 0, 0, 0, 0)]))
    assert small.nearest(unit(1, 0, 0), "", 3)[0].passage_id == "a"
    assert large.count() == small.count() == 1


def test_a_vector_of_the_wrong_length_is_an_error_of_ours(index: VectorIndex) -> None:
    if isinstance(index, FakeVectorIndex):
        pytest.skip("the fake compares whatever it is given")
    index.add([Place("a", SJOLAND)], np.stack([unit(1, 0, 0)]))
    with pytest.raises(VectorIndexError):
        index.nearest(unit(1, 0), SJOLAND, 1)
    assert index.nearest(unit(1, 0, 0), SJOLAND, 1)[0].passage_id == "a"


def test_two_callers_share_one_owner_and_see_each_other_at_once(folder: Path) -> None:
    one, other = OwnedIndex(folder, "e5"), OwnedIndex(folder, "e5")
    one.add([Place("a", SJOLAND)], np.stack([unit(1, 0, 0)]))
    assert [each.passage_id for each in other.nearest(unit(1, 0, 0), SJOLAND, 3)] == ["a"]
    other.add([Place("b", SJOLAND)], np.stack([unit(0, 1, 0)]))
    assert [each.passage_id for each in one.nearest(unit(0, 1, 0), SJOLAND, 1)] == ["b"]


def test_many_starters_at_once_get_one_owner(folder: Path) -> None:
    indexes = [OwnedIndex(folder, "e5", start_seconds=20) for _ in range(6)]
    failures: list[Exception] = []

    def use(number: int) -> None:
        try:
            for row in range(5):
                indexes[number].add([Place(f"{number}-{row}", SJOLAND)], np.stack([unit(1, number, row)]))
        except VectorIndexError as error:
            failures.append(error)

    threads = [threading.Thread(target=use, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert indexes[0].count() == 30


def test_vectors_outlive_an_owner_that_is_killed_and_the_next_call_starts_another(folder: Path) -> None:
    index = OwnedIndex(folder, "e5", start_seconds=20)
    index.add([Place(f"p{row}", SJOLAND) for row in range(500)], random_vectors(500))
    first = owner_pid(folder)
    end_owner(folder, signal.SIGKILL)  # leaves its address behind
    assert read_address(folder / "owner.json") is not None
    assert index.count() == 500
    assert index.nearest(random_vectors(500)[42], SJOLAND, 1)[0].passage_id == "p42"
    assert owner_pid(folder) != first


def test_the_owner_outlives_the_process_that_started_it(folder: Path) -> None:
    script = (
        "import sys, pathlib, numpy as np; from retrieval.owned_index import OwnedIndex; "
        "from retrieval.vector_index import Place; "
        "OwnedIndex(pathlib.Path(sys.argv[1]), 'e5', start_seconds=20)"
        ".add([Place('a', '')], np.eye(1, 3, dtype='float32'))"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", script, str(folder)], check=True, timeout=60, cwd=root)
    started = owner_pid(folder)
    index = OwnedIndex(folder, "e5")
    assert index.count() == 1
    assert owner_pid(folder) == started


def test_an_owner_that_nobody_needs_ends_by_itself(folder: Path) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "retrieval.vector_owner", str(folder), "0.5"]
    with subprocess.Popen(command, cwd=root) as owner:
        assert owner.wait(timeout=30) == 0
    assert not (folder / "owner.json").exists()


def test_a_second_owner_is_refused(folder: Path) -> None:
    index = OwnedIndex(folder, "e5", start_seconds=20)
    index.count()
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "retrieval.vector_owner", str(folder)]
    assert subprocess.run(command, cwd=root, check=False, timeout=60).returncode == 3


def test_who_does_not_know_the_token_is_shown_the_door(folder: Path) -> None:
    index = OwnedIndex(folder, "e5", start_seconds=20)
    index.count()
    address = read_address(folder / "owner.json")
    assert address is not None
    with create_connection(("127.0.0.1", address.port), timeout=20) as stranger:
        send(stranger, {"token": "fel"})
        with pytest.raises((EOFError, ConnectionError)):
            receive(stranger)
    assert index.count() == 0


def test_a_stale_address_that_somebody_else_answers_at_is_not_trusted(folder: Path) -> None:
    """The port of a dead owner may have gone to a program that accepts and says nothing."""
    folder.mkdir()
    with create_server(("127.0.0.1", 0)) as silent:
        write_address(folder / "owner.json", Address(silent.getsockname()[1], 1, "gammal"))
        index = OwnedIndex(folder, "e5", start_seconds=20)
        assert index.count() == 0


def test_an_owner_that_is_frozen_costs_a_moment_and_then_nothing(folder: Path) -> None:
    index = OwnedIndex(folder, "e5", answer_seconds=0.5, start_seconds=20)
    index.add([Place("a", SJOLAND)], np.stack([unit(1, 0, 0)]))
    os.kill(owner_pid(folder), signal.SIGSTOP)
    try:
        started = time.monotonic()
        with pytest.raises(VectorIndexError):
            index.nearest(unit(1, 0, 0), SJOLAND, 1)
        assert time.monotonic() - started < 15
        with pytest.raises(VectorIndexError, match="a moment ago"):
            index.nearest(unit(1, 0, 0), SJOLAND, 1)
    finally:
        os.kill(owner_pid(folder), signal.SIGCONT)


def test_a_broken_index_is_set_aside_and_begun_again(folder: Path) -> None:
    index = OwnedIndex(folder, "e5", start_seconds=20)
    index.add([Place("a", SJOLAND)], np.stack([unit(1, 0, 0)]))
    index.close()
    end_owner(folder, signal.SIGKILL)
    (folder / "index" / "chroma.sqlite3").write_bytes(b"inte en databas" * 1_000)
    again = OwnedIndex(folder, "e5", start_seconds=20)
    assert again.count() == 0
    assert (folder / "index-broken").is_dir()
    again.add([Place("a", SJOLAND)], np.stack([unit(1, 0, 0)]))
    assert again.count() == 1


def test_a_start_that_died_while_opening_is_not_repeated_on_the_same_files(folder: Path) -> None:
    (folder / "index").mkdir(parents=True)
    (folder / "index" / "poison").touch()
    (folder / "opening").touch()
    index = OwnedIndex(folder, "e5", start_seconds=20)
    assert index.count() == 0
    assert (folder / "index-broken" / "poison").exists()


def test_a_folder_that_cannot_be_used_is_an_error_in_time(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    index = OwnedIndex(tmp_path / "file", "e5", start_seconds=2)
    started = time.monotonic()
    with pytest.raises(VectorIndexError):
        index.count()
    assert time.monotonic() - started < 20


def test_a_chroma_server_that_is_not_there_is_an_error_in_time() -> None:
    with create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]  # accepts and never answers
        index = RemoteIndex(f"http://127.0.0.1:{port}", "e5", answer_seconds=0.5)
        started = time.monotonic()
        with pytest.raises(VectorIndexError):
            index.nearest(unit(1, 0, 0), "", 1)
        assert time.monotonic() - started < 15


@pytest.mark.parametrize("url", ["", "chroma.example", "ftp://chroma.example", "http://"])
def test_an_address_that_is_none_says_how_it_should_look(url: str) -> None:
    with pytest.raises(VectorIndexError, match="must be like"):
        connect(url)


@pytest.fixture
def chroma_server(tmp_path: Path) -> Iterator[str]:
    with create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    command = [str(Path(sys.executable).parent / "chroma"), "run", "--host", "127.0.0.1"]
    command += ["--port", str(port), "--path", str(tmp_path / "server")]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        for _ in range(200):
            try:
                create_connection(("127.0.0.1", port), timeout=0.2).close()
                break
            except OSError:
                time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
        server.terminate()


def test_a_chroma_server_of_ones_own_keeps_the_contract(chroma_server: str) -> None:
    index, other = (
        RemoteIndex(chroma_server, "e5", answer_seconds=20),
        RemoteIndex(chroma_server, "e5", answer_seconds=20),
    )
    index.add([Place("a", SJOLAND), Place("b", FJALL)], np.stack([unit(1, 0, 0), unit(0, 1, 0)]))
    assert [each.passage_id for each in other.nearest(unit(1, 0, 0), SJOLAND, 3)] == ["a"]
    assert [each.passage_id for each in other.nearest(unit(1, 0, 0), "", 3)] == ["a", "b"]
    other.remove(["a"])
    assert index.held() == {Place("b", FJALL)}
    assert index.count() == 1
