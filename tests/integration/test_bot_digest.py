"""A channel's week is posted once, whoever posts it and whatever is lost on the way."""

import datetime as dt
from pathlib import Path

import pytest

from bot.cli.console import Exit
from bot.cli.digest import digest
from bot.digests import Digests
from bot.errors import SlackUnavailableError
from bot.local.message import Message
from bot.local.server import LocalWorkspace
from bot.settings import read_settings
from bot.slack import WebSlack
from bot.store.deliveries import SqlDeliveries
from bot.store.schema import prepare
from bot.store.subscriptions import SqlSubscriptions
from bot.wiring.slack import build_slack
from bot.workflows.weekly_digest import PostWeeklyDigests
from knowledge.database import open_database
from tests.conftest import HOSTS, RunningBot, slack_environment
from tests.fakes import FakeClock, FakeRegister, FakeSteps

MONDAY = dt.date(2026, 11, 23)


@pytest.fixture
def slack(local: LocalWorkspace, tmp_path: Path) -> WebSlack:
    settings = read_settings(slack_environment(local, tmp_path), tmp_path / "no.env")
    database = open_database(settings.database_url)
    prepare(database)
    return build_slack(settings, database, lambda: HOSTS)


@pytest.fixture
def digests(slack: WebSlack) -> Digests:
    return Digests(slack, FakeRegister())


def posted(local: LocalWorkspace, channel: str = "#uppdrag") -> list[Message]:
    conversation = local.workspace.conversation(channel)
    return [message for message in local.workspace.history(conversation.id) if message.is_bot]


def test_posts_a_week_once(local: LocalWorkspace, digests: Digests) -> None:
    for day in range(7):
        digests.post("#uppdrag", MONDAY + dt.timedelta(days=day))
    (message,) = posted(local)
    assert "Veckobrev, vecka 48" in message.visible_text
    assert "BP0" in message.text


def test_posts_the_next_week_and_another_channel(local: LocalWorkspace, digests: Digests) -> None:
    digests.post("#uppdrag", MONDAY)
    digests.post("#uppdrag", MONDAY + dt.timedelta(days=7))
    digests.post("#allmänt", MONDAY)
    assert len(posted(local)) == 2
    assert len(posted(local, "#allmänt")) == 1


def test_posts_again_only_when_told_to(local: LocalWorkspace, digests: Digests) -> None:
    digests.post("#uppdrag", MONDAY)
    digests.post("#uppdrag", MONDAY, again="a")
    assert len(posted(local)) == 2


def test_the_command_says_when_nothing_was_sent(
    local: LocalWorkspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = read_settings(slack_environment(local, tmp_path), tmp_path / "no.env")
    for told in ("", "Inget skickades: veckobrevet för vecka 48 är redan skickat till #uppdrag."):
        code = digest(settings, "#uppdrag", lambda _: MONDAY, dry_run=False, again=False, as_json=False)
        assert code is Exit.OK
        err = capsys.readouterr().err
        assert err.startswith(told) if told else not err
    digest(settings, "#uppdrag", lambda _: MONDAY, dry_run=False, again=True, as_json=False)
    assert "Inget skickades" not in capsys.readouterr().err
    assert len(posted(local)) == 2


def test_finds_the_digest_whose_answer_was_lost(local: LocalWorkspace, digests: Digests) -> None:
    local.faults.drop_response("chat.postMessage")
    with pytest.raises(SlackUnavailableError):
        digests.post("#uppdrag", MONDAY)
    digests.post("#uppdrag", MONDAY)
    assert len(posted(local)) == 1


def test_posts_after_an_error_that_slack_did_nothing_in(local: LocalWorkspace, digests: Digests) -> None:
    local.faults.fail("chat.postMessage", status=500)
    with pytest.raises(SlackUnavailableError):
        digests.post("#uppdrag", MONDAY)
    digests.post("#uppdrag", MONDAY)
    assert len(posted(local)) == 1


def test_marks_a_late_digest_as_late(local: LocalWorkspace, digests: Digests) -> None:
    digests.post("#uppdrag", MONDAY + dt.timedelta(days=2))
    (message,) = posted(local)
    assert "försenat" in message.text


def test_the_schedule_posts_to_each_subscribed_channel_and_skips_weeks_gone_by(
    local: LocalWorkspace, slack: WebSlack, tmp_path: Path
) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'kansli.db'}")
    subscriptions = SqlSubscriptions(database)
    channel = local.workspace.conversation("#uppdrag").id
    subscriptions.add("T1", channel)
    clock = FakeClock(dt.datetime(2026, 11, 23, 8, 0, tzinfo=dt.UTC))
    work = PostWeeklyDigests(Digests(slack, FakeRegister()), subscriptions, clock)
    work(FakeSteps(), clock.moment - dt.timedelta(weeks=1))
    assert not posted(local)
    work(FakeSteps(), clock.moment)
    work(FakeSteps(), clock.moment)
    assert len(posted(local)) == 1
    assert SqlDeliveries(database).posted(f"digest:{channel}:2026-W48:0")


def test_a_channel_turns_the_digest_on_and_off(running: RunningBot) -> None:
    anna = running.person()
    anna.command("/kansli", "veckobrev på")
    anna.wait_for_message("#uppdrag", lambda message: "varje måndag" in message.text)
    anna.command("/kansli", "veckobrev av")
    anna.wait_for_message("#uppdrag", lambda message: "inte hit längre" in message.text)
