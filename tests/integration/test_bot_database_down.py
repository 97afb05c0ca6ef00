"""The database goes away and comes back: nobody waits in silence, and what was not stored can be asked again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine

from bot.local.person import Person
from bot.local.server import LocalWorkspace
from bot.settings import read_settings
from bot.store.reaching import ReachingStarter
from bot.wiring.slack import build_bot
from knowledge.database import Database, open_database
from knowledge.errors import RegisterError
from tests.conftest import fake_knowledge, over_socket, slack_environment
from tests.databases import postgres_server
from tests.fakes import FakeAnswers, FakeStatusBook
from tests.integration.test_bot_failures import CHANNEL, NUMBER, QUESTION


@pytest.fixture
def server() -> Iterator[Any]:
    """A PostgreSQL server that may be stopped."""
    with postgres_server() as made:
        yield made


class KeptWork:
    """Remembers what was stored."""

    def __init__(self) -> None:
        self.stored: list[str] = []

    def start(self, workflow: str, key: str, value: object) -> None:
        self.stored.append(f"{workflow}:{key}")


def test_work_is_not_handed_to_a_store_that_would_wait_for_its_database() -> None:
    work = KeptWork()
    nowhere = create_engine("postgresql+psycopg://kansli@127.0.0.1:1/kansli")
    with pytest.raises(RegisterError):
        ReachingStarter(work, Database(nowhere)).start("reply", "k", None)
    assert not work.stored
    ReachingStarter(work, Database(create_engine("sqlite://"))).start("reply", "k", None)
    assert work.stored == ["reply:k"]


def test_each_way_in_is_told_while_the_database_is_away(
    local: LocalWorkspace, tmp_path: Path, server: Any
) -> None:
    environment = {**slack_environment(local, tmp_path), "KANSLI_DATABASE_URL": server.get_uri()}
    settings = read_settings(environment, tmp_path / "no.env")
    answers = FakeAnswers()
    knowledge = fake_knowledge(tmp_path, answers, FakeStatusBook())
    knowledge = replace(knowledge, database=open_database(settings.database_url))
    bot = build_bot(settings, knowledge, "serve")
    bot.launch()
    with over_socket(bot, local, settings):
        anna = Person(local, "U0ANNALIND1")
        reply = anna.wait_for_reply(CHANNEL, anna.mention(CHANNEL, QUESTION), timeout=30)
        server.stop()
        for channel, act in (
            (CHANNEL, lambda: anna.mention(CHANNEL, QUESTION)),
            (CHANNEL, lambda: anna.click(reply, "follow")),
            (CHANNEL, lambda: anna.command("/kansli", "hjälp")),
            (anna.direct_channel, lambda: anna.direct(QUESTION)),
        ):
            told = len(numbered(anna, channel))
            act()
            anna.wait_for_message(
                channel, lambda _, channel=channel, told=told: len(numbered(anna, channel)) > told, timeout=20
            )
    bot.durable.close()


def numbered(person: Person, channel: str) -> list[str]:
    return [each.text for each in person.messages(channel) if each.is_bot and NUMBER.search(each.text)]
