"""HTTP mode: signed requests are taken, all others refused without an error of ours."""

import hashlib
import hmac
import json
import shutil
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.local.person import Person
from bot.local.server import LocalWorkspace
from bot.settings import read_settings
from bot.wiring.slack import build_bot
from tests.conftest import fake_knowledge, listening, settle, slack_environment
from tests.fakes import FakeAnswers, FakeStatusBook


@pytest.fixture(scope="module")
def local() -> Iterator[LocalWorkspace]:
    with LocalWorkspace() as workspace:
        yield workspace


@pytest.fixture(scope="module")
def url(local: LocalWorkspace, tmp_path_factory: pytest.TempPathFactory, empty_store: Path) -> Iterator[str]:
    """The address of one bot for all tests here."""
    folder = tmp_path_factory.mktemp("http")
    shutil.copytree(empty_store, folder, dirs_exist_ok=True)
    environment = slack_environment(local, folder)
    del environment["SLACK_APP_TOKEN"]
    settings = read_settings(environment, folder / "no.env")
    bot = build_bot(settings, fake_knowledge(folder, FakeAnswers(), FakeStatusBook()), "serve")
    bot.launch()
    with listening(bot) as address:
        yield address
    bot.close()


@pytest.fixture
def anna(local: LocalWorkspace, url: str) -> Person:
    local.deliver_to(f"{url}/slack/events")
    return Person(local, "U0ANNALIND1")


def send(url: str, body: bytes, stamp: str, signature: str) -> int:
    request = urllib.request.Request(
        f"{url}/slack/events",
        data=body,
        headers={
            "content-type": "application/json",
            "x-slack-request-timestamp": stamp,
            "x-slack-signature": signature,
        },
    )
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def signed(secret: str, stamp: str, body: bytes) -> str:
    return "v0=" + hmac.new(secret.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()


def test_answers_a_mention_once(local: LocalWorkspace, anna: Person) -> None:
    local.faults.duplicate_events(2)
    ts = anna.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    anna.wait_for_reply("#uppdrag", ts)
    settle(local)
    assert len([each for each in anna.messages("#uppdrag") if each.is_bot and each.thread_ts == ts]) == 1


def test_takes_a_request_with_the_right_signature(local: LocalWorkspace, url: str) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "x"}).encode()
    stamp = str(int(time.time()))
    assert send(url, body, stamp, signed(local.signing_secret, stamp, body)) == 200


@pytest.mark.parametrize("stamp", ["", "snart", "12a", "-1", "²", "1" * 400, "0"])
def test_refuses_a_timestamp_that_is_none_or_old(local: LocalWorkspace, url: str, stamp: str) -> None:
    if not stamp.isascii():
        stamp = stamp.encode().decode("latin-1")
    assert send(url, b"{}", stamp, signed(local.signing_secret, stamp, b"{}")) == 401


def test_refuses_a_wrong_signature(url: str) -> None:
    assert send(url, b"{}", str(int(time.time())), "v0=fel") == 401


def test_refuses_what_is_not_text(local: LocalWorkspace, url: str) -> None:
    stamp = str(int(time.time()))
    assert send(url, b"\xff\xfe", stamp, signed(local.signing_secret, stamp, b"\xff\xfe")) == 400
    assert send(url, b"{", stamp, signed(local.signing_secret, stamp, b"{")) == 400


@pytest.mark.parametrize("body", [b"[1]", b"null", b'"text"'])
def test_refuses_what_is_no_event_without_an_error_of_ours(
    local: LocalWorkspace, url: str, body: bytes
) -> None:
    stamp = str(int(time.time()))
    assert send(url, body, stamp, "v0=fel") in {400, 401}
    assert send(url, body, stamp, signed(local.signing_secret, stamp, body)) in {400, 404}


def test_answers_slacks_look_at_the_certificate(url: str) -> None:
    address = f"{url}/slack/events"
    form = {"content-type": "application/x-www-form-urlencoded"}
    post = urllib.request.Request(address, b"ssl_check=1&token=x", form)
    for request in (post, urllib.request.Request(f"{address}?ssl_check=1")):
        with urllib.request.urlopen(request, timeout=20) as answer:
            assert answer.status == 200
            assert answer.read() == b""


def test_shows_health_and_metrics(url: str) -> None:
    for path in ("/healthz", "/metrics"):
        with urllib.request.urlopen(url + path, timeout=20) as answer:
            assert answer.status == 200
