"""How the bot behaves in a channel is set in a form by those allowed, and holds from the next question on."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot import texts
from bot.channel_settings import Channels, ChannelSettings
from bot.local.message import Message
from bot.local.person import Person
from bot.store.channels import SqlChannels
from bot.store.schema import prepare
from knowledge.database import open_database
from tests.conftest import RunningBot
from tests.fakes import FakeChannels

KARIM = "U0KARIMSAL1"
ASKED = "vem äger Minska hyrberoendet?"


@pytest.fixture
def anna(running: RunningBot) -> Person:
    """An admin of the workspace."""
    return running.person()


def set_channel(anna: Person, values: dict[str, object]) -> Message:
    anna.command("/kansli", "inställningar")
    form = anna.wait_for_view("channel_form")
    assert not anna.submit(form, values).errors
    return anna.wait_for_message("#uppdrag", lambda message: message.text.startswith("Sparat."))


@pytest.fixture(params=["real", "fake"])
def channels(request: pytest.FixtureRequest, tmp_path: Path) -> Channels:
    if request.param == "fake":
        return FakeChannels()
    database = open_database(f"sqlite:///{tmp_path / 'kansli.db'}")
    prepare(database)
    return SqlChannels(database)


def test_the_last_settings_of_a_channel_hold(channels: Channels) -> None:
    assert channels.of("C1") == ChannelSettings("C1")
    for boards in (("Regionstyrelsen",), ("Vårdnämnden", "Regionstyrelsen")):
        settings = ChannelSettings("C1", "T1", "Region Sjöland", boards, True, True, 4, 13)
        channels.save(settings)
        assert channels.of("C1") == settings
    assert channels.of("C2") == ChannelSettings("C2")


def test_questions_in_the_channel_keep_to_its_bodies(running: RunningBot, anna: Person) -> None:
    told = set_channel(anna, {"organisation": "Region Sjöland", "boards": ["Vårdnämnden"]})
    assert "Region Sjöland, Vårdnämnden" in told.text
    anna.wait_for_reply("#uppdrag", anna.mention("#uppdrag", ASKED))
    anna.command("/beslut", "hyrberoendet")
    anna.wait_for_message(
        "#uppdrag", lambda message: bool(message.ephemeral_for) and "HR-dir" in message.text
    )
    anna.wait_for_reply(anna.direct_channel, anna.direct(ASKED))
    scopes = [(question.organisation, question.boards) for question in running.answers.asked]
    assert scopes == [("Region Sjöland", ("Vårdnämnden",))] * 2 + [("", ())]


def test_a_channel_can_have_every_question_answered(running: RunningBot, anna: Person) -> None:
    set_channel(anna, {"listening": "yes"})
    karim = running.person(KARIM)
    karim.say("#uppdrag", "det gick bra i går.")
    karim.say("#uppdrag", f"<@{anna.user_id}> {ASKED}")
    ts = karim.say("#uppdrag", ASKED)
    karim.wait_for_reply("#uppdrag", ts)
    second = karim.say("#uppdrag", "och vem leder det", thread_ts=ts)
    karim.wait_for_message("#uppdrag", lambda message: message.is_bot and message.ts > second)
    assert [question.text for question in running.answers.asked] == [ASKED, "och vem leder det"]


def test_a_channel_can_have_answers_for_the_asker_alone(running: RunningBot, anna: Person) -> None:
    set_channel(anna, {"answers": "yes"})
    anna.mention("#uppdrag", ASKED)
    private = anna.wait_for_message("#uppdrag", lambda message: "HR-direktören" in message.text)
    assert private.ephemeral_for == anna.user_id
    anna.click(private, "share_answer")
    running.person(KARIM).wait_for_message("#uppdrag", lambda message: "Anna Lind delar" in message.text)


def test_the_digest_comes_on_the_day_and_in_the_language_that_was_chosen(anna: Person) -> None:
    told = set_channel(
        anna,
        {
            "digest": "yes",
            "digest_day": "3",
            "digest_hour": "14",
            "digest_language": "en",
            "assignments": ["7"],
        },
    )
    assert "varje torsdag klockan 14:00. Det tar upp ett valt uppdrag." in told.text
    anna.command("/kansli", "inställningar")
    elements = {
        block["block_id"]: block["element"] for block in anna.wait_for_view("channel_form").blocks[:-1]
    }
    assert elements["digest"]["initial_option"]["value"] == "yes"
    assert elements["digest_day"]["initial_option"]["value"] == "3"
    assert elements["digest_language"]["initial_option"]["value"] == "en"
    assert [each["value"] for each in elements["assignments"]["initial_options"]] == ["7"]


def test_only_those_allowed_may_set_a_channel(running: RunningBot, anna: Person) -> None:
    karim = running.person(KARIM)
    karim.command("/kansli", "inställningar")
    karim.wait_for_message("#uppdrag", lambda message: texts.EDIT_NOT_ALLOWED in message.text)
    anna.command("/kansli", "inställningar", anna.direct_channel)
    anna.wait_for_message(anna.direct_channel, lambda message: texts.CHANNEL_NONE in message.text)


def test_the_right_is_checked_again_when_the_form_comes_back(running: RunningBot, anna: Person) -> None:
    anna.command("/kansli", "inställningar")
    form = anna.wait_for_view("channel_form")
    workspace = running.local.workspace
    workspace.users[anna.user_id] = replace(workspace.users[anna.user_id], is_admin=False)
    anna.submit(form, {"listening": "yes"})
    anna.wait_for_message("#uppdrag", lambda message: texts.EDIT_NOT_ALLOWED in message.text)
