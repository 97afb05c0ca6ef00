"""Slack's own JavaScript client completes mention → reply → button → modal → submit."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.local.person import Person
from bot.local.server import LocalWorkspace

APP = Path(__file__).parent / "javascript" / "app.js"
NODE = shutil.which("node")


@pytest.fixture
def javascript_app(local: LocalWorkspace) -> Iterator[None]:
    if NODE is None or not (APP.parent / "node_modules" / "@slack" / "bolt").is_dir():
        pytest.skip("needs node and Slack's JavaScript client: run `make javascript`")
    process = subprocess.Popen([NODE, str(APP), local.api_url, local.bot_token, local.app_token])
    try:
        assert local.wait_for_connection(20)
        yield
    finally:
        process.terminate()
        process.wait(10)


@pytest.mark.usefixtures("javascript_app")
def test_completes_the_whole_round(anna: Person) -> None:
    reply = anna.wait_for_reply("#uppdrag", anna.mention("#uppdrag", "hej"))
    assert reply.text == "Hej från JavaScript"
    anna.click(reply, "open")
    view = anna.wait_for_view("form")
    assert anna.submit(view, {"text": "x"}).errors == {"text": "För kort"}
    assert anna.submit(view, {"text": "allt väl"}).view is None
    anna.wait_for_message(anna.direct_channel, lambda m: m.text == "Sparat: allt väl")
    anna.command("/status", "gul")
    anna.wait_for_message("#uppdrag", lambda m: m.text == "Status: gul" and bool(m.ephemeral_for))
    anna.open_home()
    assert anna.wait_for_home().blocks[0]["text"]["text"] == "Hem"


@pytest.mark.usefixtures("javascript_app")
def test_comes_back_after_a_refresh(local: LocalWorkspace, anna: Person) -> None:
    local.refresh_sockets()
    assert local.wait_for_connection(15)
    reply = anna.wait_for_reply("#uppdrag", anna.mention("#uppdrag", "är du kvar?"), timeout=30)
    assert reply.text == "Hej från JavaScript"
