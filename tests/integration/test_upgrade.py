"""Work that was interrupted by kill -9 is done by the next process, also when its code has changed."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.local.person import Person
from bot.local.server import LocalWorkspace
from tests.conftest import slack_environment

ROOT = Path(__file__).parents[2]


def start(
    local: LocalWorkspace, code: Path, data_dir: Path, marker: Path, *words: str
) -> subprocess.Popen[bytes]:
    environment = {**os.environ, **slack_environment(local, data_dir), "PYTHONPATH": f"{code}:{ROOT}"}
    command = [sys.executable, "-m", "tests.integration.bot_process", str(data_dir), str(marker), *words]
    return subprocess.Popen(command, env=environment, cwd=code)


def changed_code(folder: Path) -> Path:
    """A copy of the bot, as a later version: another line in what DBOS runs, and another word in an answer."""
    shutil.copytree(ROOT / "bot", folder / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    for name, before, after in (
        (
            "durable.py",
            "value = adapter.validate_json(stored)",
            "value = adapter.validate_json(stored, strict=False)",
        ),
        ("texts.py", 'SOURCES = "Källor"', 'SOURCES = "Källor i nya versionen"'),
    ):
        file = folder / "bot" / name
        source = file.read_text()
        assert before in source
        file.write_text(source.replace(before, after))
    return folder


def wait_for(marker: Path, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 90
    while not marker.exists():
        assert process.poll() is None, "the bot died by itself"
        assert time.monotonic() < deadline, "the question never came"
        time.sleep(0.05)


def wait_for_acknowledgement(local: LocalWorkspace) -> None:
    """Wait until the question is acknowledged, which on a slow machine may be after the work on it has begun."""
    deadline = time.monotonic() + 90
    while not local.deliveries:
        assert time.monotonic() < deadline, "the question was never acknowledged"
        time.sleep(0.02)


@pytest.mark.parametrize("upgraded", [False, True], ids=["same code", "changed code"])
def test_a_killed_workflow_is_resumed(local: LocalWorkspace, tmp_path: Path, upgraded: bool) -> None:
    data_dir = tmp_path / "data"
    data_dir.mkdir()
    anna = Person(local, "U0ANNALIND1")
    first = start(local, ROOT, data_dir, tmp_path / "came", "slow")
    try:
        assert local.wait_for_connection(90)
        ts = anna.mention("#uppdrag", "vem äger Minska hyrberoendet?")
        wait_for(tmp_path / "came", first)
        wait_for_acknowledgement(local)
    finally:
        first.kill()
        first.wait()
    code = changed_code(tmp_path / "v2") if upgraded else ROOT
    second = start(local, code, data_dir, tmp_path / "came again")
    try:
        reply = anna.wait_for_reply("#uppdrag", ts, timeout=120)
    finally:
        second.kill()
        second.wait()
    assert "HR-direktören" in reply.text
    assert ("Källor i nya versionen" in reply.text) is upgraded
    assert all(each.reason == "" for each in local.deliveries), "Slack did not have to send it again"
