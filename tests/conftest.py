"""One application, wired with fakes where the test is not about the real part."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
import uvicorn
from dbos import DBOS
from hypothesis import settings as hypothesis_settings

from bot.durable import Durable
from bot.http import EVENTS_PATH, build_web
from bot.local.person import Person
from bot.local.server import LocalWorkspace
from bot.serving import SlackConnection, listen
from bot.settings import Settings, read_settings
from bot.store.schema import prepare
from bot.wiring.slack import Bot, Knowledge, build_bot
from bot.workflows import names
from knowledge.database import open_database
from knowledge.swedish_words import SwedishWords, read_vocabulary
from tests.fakes import FakeAnswers, FakeIntake, FakeRegister, FakeStatusBook, FakeStatusReader

# How long an example takes says more of the machine than of us.
hypothesis_settings.register_profile("any machine", deadline=None)
hypothesis_settings.load_profile("any machine")

HOSTS = frozenset({"region-sjoland.example"})

both_modes = pytest.mark.parametrize("running", ["socket", "http"], indirect=True)
"""Runs a test that asks for `running` over Socket Mode and over signed requests."""


@dataclass
class RunningBot:
    """The real Bolt app at a local workspace, with fake knowledge."""

    local: LocalWorkspace
    bot: Bot
    answers: FakeAnswers
    book: FakeStatusBook
    intake: FakeIntake
    register: FakeRegister

    def person(self, user: str = "U0ANNALIND1") -> Person:
        return Person(self.local, user)

    def settle(self) -> None:
        """Wait until the bot has heard all that was said, and has done all that follows from it."""
        settle(self.local)


def settle(local: LocalWorkspace, timeout: float = 60.0) -> None:
    """Wait until nothing is on its way to the bot of this process, and the bot has no work left."""
    deadline = time.monotonic() + timeout
    while True:
        delivered = len(local.deliveries)
        # What the bot did last may have been to say something, which then is on its way to it, or came meanwhile.
        if local.is_still() and not unfinished() and local.is_still() and delivered == len(local.deliveries):
            return
        assert time.monotonic() < deadline, "there is always something more to do"
        time.sleep(0.02)


def unfinished() -> bool:
    """Tell whether the bot has work left; its rounds by the clock are none of it."""
    # in a thread: a browser open in this one keeps an event loop running, where DBOS refuses to be asked
    listed = partial(DBOS.list_workflows, status=["PENDING", "ENQUEUED"], load_input=False, load_output=False)
    with ThreadPoolExecutor(1) as aside:
        left = aside.submit(listed).result()
    return any(each.name != names.WEEKLY_DIGEST for each in left)


def fake_knowledge(
    data_dir: Path,
    answers: FakeAnswers,
    book: FakeStatusBook,
    intake: FakeIntake | None = None,
    register: FakeRegister | None = None,
) -> Knowledge:
    data_dir.mkdir(parents=True, exist_ok=True)
    register = register or FakeRegister()
    return Knowledge(
        database=open_database(f"sqlite:///{data_dir / 'kansli.db'}"),
        answers=answers,
        read_status=FakeStatusReader(),
        book=book,
        assignments=register,
        points=register,
        own=register,
        sources=register,
        suggestions=register,
        digests=register,
        bodies=register,
        corrections=register,
        limited=register,
        intake=intake or FakeIntake(),
        reminders=register,
        reports=register,
        hosts=lambda: HOSTS,
    )


def slack_environment(local: LocalWorkspace, data_dir: Path) -> dict[str, str]:
    return {
        "SLACK_BOT_TOKEN": local.bot_token,
        "SLACK_APP_TOKEN": local.app_token,
        "SLACK_SIGNING_SECRET": local.signing_secret,
        "SLACK_API_URL": local.api_url,
        "KANSLI_DATA_DIR": str(data_dir),
        "KANSLI_OPERATORS_CHANNEL": "#allmänt",
    }


@pytest.fixture
def local(request: pytest.FixtureRequest) -> Iterator[LocalWorkspace]:
    """A workspace; a test may have the app installed there in another way."""
    installation = getattr(request, "param", None)
    with LocalWorkspace(installation=installation, retry_after=(0.0, 0.2, 0.5)) as workspace:
        yield workspace


@pytest.fixture(scope="session")
def words() -> SwedishWords:
    """Swedish words, read once."""
    return SwedishWords(read_vocabulary())


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose databases have their tables, to be copied: making them takes longer than most tests."""
    folder = tmp_path_factory.mktemp("empty")
    database = open_database(f"sqlite:///{folder / 'kansli.db'}")
    prepare(database)
    database.close()
    durable = Durable(f"sqlite:///{folder / 'durable.db'}", "empty", (), (), lambda *_: None)
    durable.launch()
    durable.close()
    return folder


@pytest.fixture
def running(
    request: pytest.FixtureRequest, local: LocalWorkspace, tmp_path: Path, empty_store: Path
) -> Iterator[RunningBot]:
    """The bot over Socket Mode, or in the mode that the test is run with (`both_modes`)."""
    shutil.copytree(empty_store, tmp_path, dirs_exist_ok=True)
    answers, book, intake, register = FakeAnswers(), FakeStatusBook(), FakeIntake(), FakeRegister()
    settings = read_settings(slack_environment(local, tmp_path), tmp_path / "no.env")
    bot = build_bot(settings, fake_knowledge(tmp_path, answers, book, intake, register), "serve")
    bot.launch()
    with (
        over_http(bot, local)
        if getattr(request, "param", "") == "http"
        else over_socket(bot, local, settings)
    ):
        yield RunningBot(local, bot, answers, book, intake, register)
    bot.close()


@contextmanager
def over_socket(bot: Bot, local: LocalWorkspace, settings: Settings) -> Iterator[None]:
    """Connect the bot to the local workspace by Socket Mode."""
    connection = SlackConnection.open(bot, settings)
    assert local.wait_for_connection()
    yield
    connection.close()


@contextmanager
def over_http(bot: Bot, local: LocalWorkspace) -> Iterator[None]:
    """Have the local workspace send the bot signed requests."""
    with listening(bot) as url:
        local.deliver_to(f"{url}{EVENTS_PATH}")
        yield


@contextmanager
def listening(bot: Bot) -> Iterator[str]:
    """Let the bot take requests; yields its address."""
    listener = listen(0)
    web = build_web(bot.app, bot.metrics.registry, lambda: True)
    server = uvicorn.Server(uvicorn.Config(web, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def eventually() -> Callable[[Callable[[], object]], None]:
    """Wait until something holds."""

    def wait(holds: Callable[[], object], timeout: float = 30.0) -> None:
        deadline = time.monotonic() + timeout
        while not holds():
            assert time.monotonic() < deadline, "it never came to hold"
            time.sleep(0.02)

    return wait
