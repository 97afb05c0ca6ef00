"""Everything real: documents read in, the Bolt app, durable work, the local workspace."""

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.local.person import Person
from bot.local.server import LocalWorkspace
from bot.serving import SlackConnection
from bot.settings import read_settings
from bot.wiring.answering import open_filler
from bot.wiring.ingestion import open_ingestion
from bot.wiring.knowledge import open_knowledge
from bot.wiring.register import open_register, open_statuses
from bot.wiring.slack import build_bot
from tests.conftest import slack_environment
from tests.integration.test_bot_command_line import kansli

SAMPLES = Path(__file__).parents[2] / "samples" / "region-sjoland"
DOCUMENTS = (
    "uppdragsdirektiv-minska-hyrberoendet.md",
    "uppdragsdirektiv-nara-vard-2027-utkast.txt",
    "protokoll-regionstyrelsen-2026-11-17.txt",
)
LEADER = "Vem leder uppdraget Minska hyrberoendet?"


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("indexed") / "data"
    opened = open_register(read_settings({"KANSLI_DATA_DIR": str(folder)}, folder / "no.env"))
    with open_ingestion(opened) as ingest:
        summary = ingest.index([SAMPLES / name for name in DOCUMENTS])
    assert summary.documents == len(DOCUMENTS)
    filler = open_filler(read_settings({"KANSLI_DATA_DIR": str(folder)}, folder / "no.env"), opened)
    filler.filler.fill()
    filler.close()
    opened.database.close()
    return folder


@pytest.fixture
def data_dir(indexed: Path, tmp_path: Path) -> Path:
    return Path(
        shutil.copytree(indexed, tmp_path / "data", ignore=shutil.ignore_patterns("owner*", "*.lock"))
    )


@pytest.fixture
def anna(local: LocalWorkspace, data_dir: Path) -> Iterator[Person]:
    settings = read_settings(slack_environment(local, data_dir), data_dir / "no.env")
    with open_knowledge(settings) as knowledge:
        bot = build_bot(settings, knowledge, "serve")
        bot.launch()
        connection = SlackConnection.open(bot, settings)
        assert local.wait_for_connection()
        yield Person(local, "U0ANNALIND1")
        connection.close()
        bot.close()


def answer(anna: Person, question: str) -> str:
    ts = anna.mention("#uppdrag", question)
    return anna.wait_for_reply("#uppdrag", ts, timeout=20).visible_text


def test_the_three_questions_are_answered_with_their_sources(anna: Person) -> None:
    leader = answer(anna, LEADER)
    assert "Linnea Forsberg" in leader
    assert "Uppdragsdirektiv – Minska hyrberoendet" in leader
    assert "15 december 2026" in answer(anna, "När är nästa beslutspunkt för Minska hyrberoendet?")
    assert "antar riktlinjen" in answer(anna, "Vad beslutades om riktlinjen för resor och möten?")


def test_what_no_source_holds_is_not_answered(anna: Person) -> None:
    assert "framgår inte" in answer(anna, "Vem äger uppdraget om rymdhissen?")


def test_a_source_opens_at_the_quoted_words(anna: Person) -> None:
    ts = anna.mention("#uppdrag", LEADER)
    reply = anna.wait_for_reply("#uppdrag", ts, timeout=20)
    anna.click(reply, "show_source")
    modal = anna.wait_for_view()
    quoted = next(block for block in modal.blocks if block["type"] == "rich_text")  # the quote stands first
    assert quoted["elements"][0]["type"] == "rich_text_quote"
    assert "Linnea Forsberg" in quoted["elements"][0]["elements"][0]["text"]


def test_a_saved_status_stands_in_the_register_with_its_words(anna: Person, data_dir: Path) -> None:
    said = "status: Minska hyrberoendet är gul, rekryteringen två veckor sen, avtal klart 15 mars"
    ts = anna.mention("#uppdrag", said)
    card = anna.wait_for_reply("#uppdrag", ts, timeout=20)
    anna.click(card, "status_save")
    anna.wait_for_message("#uppdrag", lambda each: each.ts == card.ts and "Sparat" in each.text)
    settings = read_settings({"KANSLI_DATA_DIR": str(data_dir)}, data_dir / "no.env")
    (row,) = open_statuses(settings).latest_statuses()
    assert (row.assignment, row.state.value, row.author) == ("Minska hyrberoendet", "yellow", "Anna Lind")
    assert row.original == said


def test_suggested_questions_can_be_answered(anna: Person) -> None:
    ts = anna.mention("#uppdrag", "")
    welcome = anna.wait_for_reply("#uppdrag", ts, timeout=20)
    asked = anna.click(welcome, "answer_choice_0")
    assert asked is not None
    reply = anna.wait_for_message(
        "#uppdrag", lambda each: each.is_bot and each.thread_ts == ts and each.ts > welcome.ts, 20
    )
    assert "Källor" in reply.visible_text


def test_commands_work_from_a_second_terminal(anna: Person, data_dir: Path) -> None:
    ts = anna.mention("#uppdrag", LEADER)
    done = kansli(data_dir, "ask", LEADER)
    assert "Linnea Forsberg" in done.stdout, done.stderr
    assert kansli(data_dir, "status", "add", "Minska hyrberoendet är grön", "--yes").returncode == 0
    assert "Minska hyrberoendet" in kansli(data_dir, "status", "list").stdout
    anna.wait_for_reply("#uppdrag", ts, timeout=20)


def test_the_demo_says_where_to_look_and_stops_when_told(tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    demo = subprocess.Popen(
        [sys.executable, "-m", "bot", "demo", "--port", "0"],
        env={
            "KANSLI_DATA_DIR": str(data_dir),
            "PYTHONPATH": str(SAMPLES.parents[1]),
            "PATH": "/usr/bin:/bin",
        },
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert demo.stdout is not None
        line = demo.stdout.readline()
        assert re.fullmatch(r"Open http://127\.0\.0\.1:\d+/\n", line)
        assert "Linnea Forsberg" in kansli(data_dir, "ask", LEADER).stdout
        posted = kansli(data_dir, "digest", "--channel", "#uppdrag")
        assert posted.returncode == 0, posted.stderr
        demo.send_signal(signal.SIGTERM)
        rest, told = demo.communicate(timeout=20)
    finally:
        demo.kill()
    assert demo.returncode == 0
    assert rest == ""
    assert "Traceback" not in told
