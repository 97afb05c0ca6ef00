"""A bot in a process of its own, for tests that kill it: real durable work, fake knowledge.

usage: python -m tests.integration.bot_process DATA_DIR MARKER [slow]
With `slow`, an answer is never ready: MARKER is made when the question has come, and the process waits.
"""

import sys
import time
from pathlib import Path

from slack_bolt.adapter.socket_mode import SocketModeHandler

from bot.settings import read_settings
from bot.wiring.slack import build_bot
from retrieval.question import Question
from tests.conftest import fake_knowledge
from tests.fakes import FakeAnswers, FakeStatusBook


def main() -> None:
    data_dir, marker = Path(sys.argv[1]), Path(sys.argv[2])

    def wait(_question: Question) -> None:
        marker.touch()
        if sys.argv[3:] == ["slow"]:
            time.sleep(600)

    settings = read_settings(dotenv=data_dir / "no.env")
    bot = build_bot(settings, fake_knowledge(data_dir, FakeAnswers(before=wait), FakeStatusBook()), "serve")
    bot.launch()
    SocketModeHandler(bot.app, settings.slack_app_token).connect()
    time.sleep(600)


main()
