"""A reply grows while a model words it, and is whole in the end however the stream ends."""

import pytest

from bot.local.message import Message, StreamState
from bot.local.person import Person
from retrieval.question import Question
from tests.builders import ambiguous
from tests.conftest import RunningBot

QUESTION = "vem äger Minska hyrberoendet?"
SENTENCES = ("HR-direktören äger uppdraget.", "Läs *mer* på <https://evil.example|sidan>.")


def whole(person: Person, channel: str, ts: str) -> Message:
    return person.wait_for_message(
        channel, lambda each: each.thread_ts == ts and "Källor" in each.text and each.is_bot
    )


def replies(running: RunningBot, channel: str, ts: str) -> list[Message]:
    messages = running.person().messages(channel)
    return [each for each in messages if each.is_bot and each.thread_ts == ts and each.ts != ts]


def methods(running: RunningBot) -> list[str]:
    streaming = {
        "chat.startStream",
        "chat.appendStream",
        "chat.stopStream",
        "chat.update",
        "chat.postMessage",
    }
    return [each.method for each in running.local.calls if each.method in streaming]


@pytest.mark.parametrize("in_channel", [True, False])
def test_checked_sentences_are_shown_as_they_come_and_the_whole_answer_in_their_place(
    running: RunningBot, *, in_channel: bool
) -> None:
    running.answers.told = SENTENCES
    anna = running.person()
    channel = "#uppdrag" if in_channel else anna.direct_channel
    ts = anna.mention(channel, QUESTION) if in_channel else anna.direct(QUESTION)
    shown = whole(anna, channel, ts)
    assert methods(running) == ["chat.startStream", "chat.appendStream", "chat.stopStream", "chat.update"]
    grown = [each.arguments["chunks"] for each in running.local.calls if "chunks" in each.arguments]
    assert SENTENCES[0] in str(grown)
    assert str(grown[1]).count("https://") == 0
    assert "\\<evil.example\\|sidan\\>" in str(grown[1]).replace("\\\\", "\\")
    assert [each.ts for each in replies(running, channel, ts)] == [shown.ts]
    assert shown.stream is StreamState.COMPLETED
    assert SENTENCES[1] not in shown.visible_text
    anna.click(shown, "show_source")
    anna.wait_for_view()


@pytest.mark.parametrize("method", ["chat.startStream", "chat.appendStream", "chat.stopStream"])
def test_a_stream_that_fails_costs_no_answer(running: RunningBot, method: str) -> None:
    running.answers.told = SENTENCES
    running.local.faults.fail(method)
    anna = running.person()
    ts = anna.mention("#uppdrag", QUESTION)
    shown = whole(anna, "#uppdrag", ts)
    assert "HR-direktören äger uppdraget Minska hyrberoendet." in shown.text
    assert len(replies(running, "#uppdrag", ts)) == 1


def test_a_stream_that_slack_has_ended_is_made_whole_all_the_same(running: RunningBot) -> None:
    running.answers.told = SENTENCES
    anna = running.person()

    def end_it(_: Question) -> None:
        """Take the second question's stream for over: Slack ends one that takes too long."""
        running.local.workspace.clock = lambda: now() + 600

    now = running.local.workspace.clock
    running.answers.between = end_it
    ts = anna.mention("#uppdrag", QUESTION)
    shown = whole(anna, "#uppdrag", ts)
    refused = [
        each for each in running.local.calls if each.answer.get("error") == "message_not_in_streaming_state"
    ]
    assert {each.method for each in refused} == {"chat.appendStream", "chat.stopStream"}
    assert [each.ts for each in replies(running, "#uppdrag", ts)] == [shown.ts]


def test_an_answer_to_a_button_grows_and_is_one_message(running: RunningBot) -> None:
    running.answers.known = {QUESTION: ambiguous()}
    anna = running.person()
    ts = anna.mention("#uppdrag", QUESTION)
    choice = anna.wait_for_reply("#uppdrag", ts)
    running.answers.told = SENTENCES
    anna.click(choice, "answer_choice_0")
    shown = whole(anna, "#uppdrag", ts)
    assert [each.ts for each in replies(running, "#uppdrag", ts)] == [choice.ts, shown.ts]
    assert methods(running)[-2:] == ["chat.stopStream", "chat.update"]


def test_without_a_model_nothing_is_streamed(running: RunningBot) -> None:
    anna = running.person()
    whole(anna, "#uppdrag", anna.mention("#uppdrag", QUESTION))
    assert methods(running) == ["chat.postMessage"]


def test_a_private_answer_does_not_grow_where_all_would_see_it(running: RunningBot) -> None:
    running.answers.told = SENTENCES
    anna = running.person()
    anna.command("/kansli", "inställningar")
    anna.submit(anna.wait_for_view("channel_form"), {"answers": "yes"})
    anna.wait_for_message("#uppdrag", lambda each: each.text.startswith("Sparat."))
    anna.mention("#uppdrag", QUESTION)
    anna.wait_for_message("#uppdrag", lambda each: bool(each.ephemeral_for) and "Källor" in each.text)
    assert not methods(running)
