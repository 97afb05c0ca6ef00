"""Buttons, forms and commands that the bot no longer knows: of an earlier version, or of another app's manifest."""

import pytest

from bot import texts
from bot.local.message import Message
from bot.views.elements import actions, button, section
from tests.conftest import RunningBot, both_modes

CHANNEL = "#uppdrag"
GUEST = "U0MIAGAST01"


def posted(running: RunningBot, action_id: str, value: str) -> Message:
    blocks = [section("Ett svar från förr"), actions([button("Tryck", action_id, value)])]
    client, channel = running.bot.client, running.local.workspace.conversation(CHANNEL).id
    ts = client.chat_postMessage(channel=channel, text="Ett svar från förr", blocks=blocks)["ts"]
    return running.person().message(CHANNEL, str(ts))


@both_modes
@pytest.mark.parametrize(
    "action_id",
    [
        "button_of_an_earlier_version",
        "answer_choice_0",
        "feedback",
        "follow",
        "status_save",
        "correct_fact_0",
        "home_report",
        "document_add",
    ],
)
def test_a_button_that_means_nothing_any_more_says_so(running: RunningBot, action_id: str) -> None:
    old = posted(running, action_id, "strunt")
    running.person(GUEST).click(old, action_id)
    anna = running.person()
    anna.click(old, action_id)
    told = anna.wait_for_message(CHANNEL, lambda each: each.text == texts.BUTTON_OUTDATED)
    assert told.ephemeral_for == anna.user_id
    running.settle()
    assert not [each for each in running.person(GUEST).messages(CHANNEL) if each.ephemeral_for == GUEST]


@both_modes
def test_a_form_of_an_earlier_version_stays_open_and_says_so(running: RunningBot) -> None:
    anna = running.person()
    field = {
        "type": "input",
        "block_id": "words",
        "label": {"type": "plain_text", "text": "Ord"},
        "element": {"type": "plain_text_input", "action_id": "words"},
    }
    view = {
        "type": "modal",
        "callback_id": "form_of_an_earlier_version",
        "title": {"type": "plain_text", "text": "Förr"},
        "submit": {"type": "plain_text", "text": "Spara"},
        "blocks": [field],
    }
    running.bot.client.views_open(trigger_id=running.local.workspace.triggers.issue(anna.user_id), view=view)
    form = anna.wait_for_view("form_of_an_earlier_version")
    assert anna.submit(form, {"words": "något"}).errors == {"words": texts.FORM_OUTDATED}


@both_modes
def test_a_command_that_is_not_known_is_answered(running: RunningBot) -> None:
    anna = running.person()
    anna.command("/protokoll", "hyrberoendet")
    anna.wait_for_message(CHANNEL, lambda each: each.text == texts.COMMAND_UNKNOWN)


@both_modes
def test_a_shortcut_that_is_not_known_is_acknowledged(running: RunningBot) -> None:
    running.person().shortcut(None, "shortcut_of_an_earlier_version")
