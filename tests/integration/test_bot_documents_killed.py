"""A dropped document is in the register whole or not at all, and the person is told, however often the bot is killed."""

import itertools
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bot import actions, texts
from bot.document_intake import FetchedFile
from bot.documents_folder import DocumentsFolder
from bot.durable import Workflow
from bot.editors import Editors
from bot.incoming import Click
from bot.local.message import Message
from bot.local.person import Person
from bot.local.server import LocalWorkspace
from bot.people import People
from bot.settings import read_settings
from bot.wiring.ingestion import open_ingestion
from bot.wiring.register import open_register
from bot.workflows import names
from bot.workflows.access import Access
from bot.workflows.decide_on_document import DecideOnDocument
from bot.workflows.telling import Telling
from knowledge.limits import Limits
from retrieval.vector_filling import IndexFiller
from tests.conftest import slack_environment
from tests.fakes import FakeSlack
from tests.retrieval_fakes import FakeEmbedding, FakeVectorIndex, FakeVectorStore
from tests.simulated_work import SimulatedWork, kill_at_every

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "region-sjoland" / "uppdragsdirektiv-minska-hyrberoendet.md"
CONTENT = SAMPLE.read_bytes()


def held(data_dir: Path) -> tuple[int, int, int]:
    """Return how many versions, facts and passages the register has."""
    tables = ("document_version", "fact", "passage")
    with closing(sqlite3.connect(data_dir / "kansli.db")) as connection:
        counts = [connection.execute(f"SELECT count(*) FROM {each}").fetchone()[0] for each in tables]
    return counts[0], counts[1], counts[2]


@pytest.mark.parametrize("in_channel", [False, True])
def test_killed_at_every_step_it_enters_once_and_the_card_says_so(
    tmp_path: Path, *, in_channel: bool
) -> None:
    opened = open_register(read_settings({"KANSLI_DATA_DIR": str(tmp_path)}, tmp_path / "no.env"))
    filler = IndexFiller(FakeVectorStore(), FakeVectorIndex(), FakeEmbedding())
    folder = DocumentsFolder(tmp_path, lambda: open_ingestion(opened), filler, Limits(opened.database))
    slack = FakeSlack(groups={"S0": ("U1",)})
    access = Access(People(slack))
    decide = DecideOnDocument(slack, Telling(slack), access, People(slack), Editors(slack, "S0"), folder)
    document = folder.keep(FetchedFile("direktiv.md", CONTENT))
    seen: list[tuple[int, int, int]] = []
    work = SimulatedWork(
        {names.DECIDE_ON_DOCUMENT: Workflow(names.DECIDE_ON_DOCUMENT, Click, decide)},
        kill_at_every(itertools.islice(itertools.cycle(range(6)), 60)),
        after_kill=lambda: seen.append(held(tmp_path)),
    )
    action = actions.DOCUMENT_ADD_HERE if in_channel else actions.DOCUMENT_ADD
    click = Click("T1", "U1", action, document.encode(), "C0LEDNING01", "300.1")
    work.start(names.DECIDE_ON_DOCUMENT, click.key, click)
    work.until_done()
    whole = held(tmp_path)
    opened.database.close()
    assert work.killed >= 10
    assert whole[0] == 1
    assert min(whole) > 0
    assert set(seen) == {(0, 0, 0), whole}
    assert texts.DOCUMENT_DONE in slack.updated[-1][2].text
    assert not list((tmp_path / "incoming").rglob("direktiv.md"))


@contextmanager
def process(local: LocalWorkspace, data_dir: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The bot with all its real parts in a process of its own, killed in the end."""
    environment = {**os.environ, **slack_environment(local, data_dir), "PYTHONPATH": str(ROOT)}
    started = subprocess.Popen(
        [sys.executable, "-m", "bot", "serve", "--port", "0"], env=environment, cwd=data_dir.parent
    )
    try:
        yield started
    finally:
        started.kill()
        started.wait()


def until(holds: Callable[[], object], process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 120
    while not holds():
        assert process.poll() is None, "the bot died by itself"
        assert time.monotonic() < deadline, "it never came to hold"
        time.sleep(0.001)


def test_killed_while_it_is_read_and_let_in_it_is_there_whole(local: LocalWorkspace, tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    anna = Person(local, "U0ANNALIND1")
    channel = anna.direct_channel

    def said(words: str) -> list[Message]:
        return [each for each in anna.messages(channel) if each.is_bot and words in each.text]

    with process(local, data_dir) as first:
        until(lambda: local.connections, first)
        anna.upload(channel, "direktiv.md", CONTENT)
        until(lambda: list((data_dir / "incoming").rglob("direktiv.md")), first)
    with process(local, data_dir) as second:
        until(lambda: said(texts.DOCUMENT_NEW), second)
        (card,) = said(texts.DOCUMENT_NEW)
        assert held(data_dir) == (0, 0, 0)
        anna.click(card, "document_add")
        until((data_dir / "documents" / "direktiv.md").exists, second)
    before = held(data_dir)
    with process(local, data_dir) as third:
        until(lambda: held(data_dir)[0], third)
    after = held(data_dir)
    with process(local, data_dir) as fourth:
        until(lambda: said(texts.DOCUMENT_DONE), fourth)
    whole = held(data_dir)
    assert min(whole) > 0
    assert whole[0] == 1
    assert before in {(0, 0, 0), whole}
    assert after == whole
    assert len(said("")) == 1, "one message, which says how far it has come"
