"""`kansli serve` as an operator runs it: health, metrics, a clean stop, and a clear word when Slack refuses."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from dbos import DBOS

from bot.digest_times import ROUND_CRON
from bot.local.person import Person
from bot.local.server import LocalWorkspace
from tests.conftest import RunningBot, slack_environment

ROOT = Path(__file__).parents[2]


def start(environment: dict[str, str], *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "bot", *words],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **environment},
        cwd=environment["KANSLI_DATA_DIR"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def address(process: subprocess.Popen[str]) -> str:
    assert process.stderr is not None
    told = process.stderr.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+(?=/healthz)", told)
    assert found, told
    return found[0]


def get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=20) as answer:
        return str(answer.read().decode())


@pytest.fixture
def environment(local: LocalWorkspace, tmp_path: Path) -> dict[str, str]:
    return slack_environment(local, tmp_path)


@pytest.fixture(params=["socket", "http"])
def served(
    request: pytest.FixtureRequest, local: LocalWorkspace, environment: dict[str, str]
) -> Iterator[subprocess.Popen[str]]:
    if request.param == "http":
        del environment["SLACK_APP_TOKEN"]
    process = start(environment, "serve", "--port", "0")
    yield process
    process.kill()
    process.communicate()


def test_serves_health_and_metrics_answers_and_stops(
    request: pytest.FixtureRequest, local: LocalWorkspace, served: subprocess.Popen[str]
) -> None:
    url = address(served)
    if "http" in request.node.name:
        local.deliver_to(f"{url}/slack/events")
    anna = Person(local, "U0ANNALIND1")
    ts = anna.mention("#uppdrag", "vem äger uppdraget?")
    anna.wait_for_reply("#uppdrag", ts, timeout=60)
    assert '"ok":true' in get(f"{url}/healthz").replace(" ", "")
    assert 'kansli_events_stored_total{workflow="reply"}' in get(f"{url}/metrics")
    served.send_signal(signal.SIGTERM)
    out, told = served.communicate(timeout=120)
    assert served.returncode == 0
    assert out == ""
    assert "Traceback" not in told


def test_a_token_that_slack_refuses_is_told_without_a_traceback(environment: dict[str, str]) -> None:
    environment["SLACK_BOT_TOKEN"] = "xoxb-fel"
    process = start(environment, "serve", "--port", "0")
    out, told = process.communicate(timeout=120)
    assert process.returncode == 1
    assert "kansli doctor" in told
    assert "Traceback" not in told
    assert out == ""


def test_doctor_names_what_is_missing(local: LocalWorkspace, environment: dict[str, str]) -> None:
    process = start(environment, "doctor")
    out, _ = process.communicate(timeout=120)
    assert process.returncode == 1
    assert "OK  Slack: ansluten till Region Sjöland som kansli" in out
    assert "FEL Registret är tomt" in out


def test_the_digest_is_scheduled_in_the_zone_of_the_organisation(running: RunningBot) -> None:
    schedules = DBOS.list_schedules()
    assert {schedule["cron_timezone"] for schedule in schedules} == {"Europe/Stockholm"}
    assert ROUND_CRON in {schedule["schedule"] for schedule in schedules}
