"""One application, wired with fakes where the test is not about the real part."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.local.person import Person
from bot.local.server import LocalWorkspace
from bot.serving import SlackConnection
from bot.settings import read_settings
from bot.wiring.slack import Bot, Knowledge, build_bot
from knowledge.database import open_database
from tests.fakes import FakeAnswers, FakeRegister, FakeStatusBook, FakeStatusReader

HOSTS = frozenset({"region-sjoland.example"})


@dataclass
class RunningBot:
    """The real Bolt app at a local workspace, with fake knowledge."""

    local: LocalWorkspace
    bot: Bot
    answers: FakeAnswers
    book: FakeStatusBook

    def person(self, user: str = "U0ANNALIND1") -> Person:
        return Person(self.local, user)


def fake_knowledge(data_dir: Path, answers: FakeAnswers, book: FakeStatusBook) -> Knowledge:
    data_dir.mkdir(parents=True, exist_ok=True)
    register = FakeRegister()
    return Knowledge(
        database=open_database(f"sqlite:///{data_dir / 'kansli.db'}"),
        answers=answers,
        read_status=FakeStatusReader(),
        book=book,
        assignments=register,
        points=register,
        sources=register,
        suggestions=register,
        digests=register,
        hosts=lambda: HOSTS,
    )


def slack_environment(local: LocalWorkspace, data_dir: Path) -> dict[str, str]:
    return {
        "SLACK_BOT_TOKEN": local.bot_token,
        "SLACK_APP_TOKEN": local.app_token,
        "SLACK_SIGNING_SECRET": local.signing_secret,
        "SLACK_API_URL": local.api_url,
        "KANSLI_DATA_DIR": str(data_dir),
    }


@pytest.fixture
def local() -> Iterator[LocalWorkspace]:
    with LocalWorkspace(retry_after=(0.0, 0.2, 0.5)) as workspace:
        yield workspace


@pytest.fixture
def running(local: LocalWorkspace, tmp_path: Path) -> Iterator[RunningBot]:
    """The bot over Socket Mode."""
    answers, book = FakeAnswers(), FakeStatusBook()
    settings = read_settings(slack_environment(local, tmp_path), tmp_path / "no.env")
    bot = build_bot(settings, fake_knowledge(tmp_path, answers, book), "serve")
    bot.launch()
    connection = SlackConnection.open(bot, settings)
    assert local.wait_for_connection()
    yield RunningBot(local, bot, answers, book)
    closing = threading.Thread(target=connection.close)  # each takes a second to stop its threads
    closing.start()
    bot.close()
    closing.join()


@pytest.fixture
def eventually() -> Callable[[Callable[[], object]], None]:
    """Wait until something holds."""

    def wait(holds: Callable[[], object], timeout: float = 5.0) -> None:
        deadline = time.monotonic() + timeout
        while not holds():
            assert time.monotonic() < deadline, "it never came to hold"
            time.sleep(0.02)

    return wait
