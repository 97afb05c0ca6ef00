"""Each way in, each button and each form, driven end to end over Socket Mode and over signed requests."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from bot import listeners, texts
from bot.cli.manifest import COMMANDS, EVENTS
from bot.listeners.unheard import ANYTHING
from bot.local.message import Message
from bot.local.person import Person
from knowledge.entries import State
from tests.builders import ambiguous
from tests.conftest import RunningBot, both_modes

Eventually = Callable[[Callable[[], object]], None]
KARIM = "U0KARIMSAL1"
CHANNEL = "#uppdrag"
QUESTION = "vem äger Minska hyrberoendet?"
SAID = "status: Minska hyrberoendet är gul, rekryteringen två veckor sen"


@dataclass(frozen=True)
class Desk:
    """A person at the local workspace, and the bot that the person talks to."""

    running: RunningBot
    anna: Person
    eventually: Eventually

    def ask(self, question: str = QUESTION) -> Message:
        return self.anna.wait_for_reply(CHANNEL, self.anna.mention(CHANNEL, question))

    def sees(self, words: str, channel: str = CHANNEL) -> Message:
        return self.anna.wait_for_message(channel, lambda each: each.is_bot and words in each.visible_text)

    def sees_at_home(self, words: str) -> None:
        self.eventually(lambda: words in str(self.anna.wait_for_home().blocks))

    def press(self, message: Message, action_id: str, words: str) -> Message:
        """Press a button, and wait until its message says the words."""
        self.anna.click(message, action_id)
        return self.anna.wait_for_message(
            CHANNEL, lambda each: each.ts == message.ts and words in each.visible_text
        )

    def press_at_home(self, action_id: str, value: object, words: str) -> None:
        self.anna.click(self.anna.wait_for_home(), action_id, value)
        self.sees_at_home(words)


def a_mention_and_what_follows_in_its_thread(desk: Desk) -> None:
    reply = desk.ask()
    second = desk.anna.say(CHANNEL, "och vem leder det?", thread_ts=reply.thread_ts)
    desk.anna.wait_for_message(CHANNEL, lambda each: each.is_bot and each.ts > second)
    assert [each.text for each in desk.running.answers.asked] == [QUESTION, "och vem leder det?"]


def a_direct_message(desk: Desk) -> None:
    anna = desk.anna
    assert "HR-direktören" in anna.wait_for_reply(anna.direct_channel, anna.direct(QUESTION)).text


def the_assistant_pane(desk: Desk) -> None:
    desk.anna.open_home()
    desk.press_at_home("home_is_holder_yes", None, texts.HOME_DUE)
    thread = desk.anna.open_assistant()
    desk.sees(texts.GREETING, desk.anna.direct_channel)
    ts = desk.anna.direct(QUESTION, thread_ts=thread.thread_ts)
    desk.anna.wait_for_message(desk.anna.direct_channel, lambda each: each.is_bot and each.ts > ts)
    for method in ("assistant.threads.setSuggestedPrompts", "assistant.threads.setStatus"):
        assert all(call.ok for call in desk.running.local.wait_for_calls(method))
    (suggested,) = desk.running.local.wait_for_calls("assistant.threads.setSuggestedPrompts")
    prompts = str(suggested.arguments["prompts"])
    assert (
        "När är nästa beslutspunkt för Minska hyrberoendet?" in prompts
    )  # an assignment of the reader's own


def a_channel_that_lets_the_bot_in(desk: Desk) -> None:
    workspace = desk.running.local.workspace
    channel = workspace.conversation("#allmänt")
    left = tuple(each for each in channel.members if each != workspace.app.bot_user)
    workspace.conversations[channel.id] = replace(channel, members=left)
    workspace.join(channel.id, workspace.app.bot_user)
    desk.sees(texts.WELCOME_TITLE, "#allmänt")


def commands(desk: Desk) -> None:
    for command, words in (("/uppdrag", ""), ("/beslut", "hyrberoendet"), ("/kansli", "hjälp")):
        desk.anna.command(command, words)
    for words in ("Digitalt arkiv", "HR-direktören äger", texts.WELCOME_TITLE):
        assert desk.sees(words).ephemeral_for == desk.anna.user_id
    desk.anna.command("/status")
    form = desk.anna.wait_for_view("status_form")
    assert not desk.anna.submit(form, {"assignment": "7", "state": "green", "text": "allt väl"}).errors
    desk.sees("Sparat")


def shortcuts(desk: Desk) -> None:
    ts = desk.anna.say(CHANNEL, SAID)
    desk.anna.shortcut(desk.anna.message(CHANNEL, ts), "save_as_status")
    assert not desk.anna.submit(desk.anna.wait_for_view("status_form")).errors
    desk.sees("Sparat")
    desk.anna.shortcut(None, "report_status")
    form = desk.anna.wait_for_view("status_form")
    assert not desk.anna.submit(form, {"assignment": "8", "state": "red", "text": "stopp"}).errors
    desk.eventually(lambda: len(desk.running.book.rows) == 2)


def a_source_and_its_correction(desk: Desk) -> None:
    desk.anna.click(desk.ask(), "show_source")
    desk.anna.click(desk.anna.wait_for_view(), "correct_fact_0")
    form = desk.anna.wait_for_view("correction_form")
    assert not desk.anna.submit(form, {"text": "Ekonomidirektören", "reason": "Beslut i maj"}).errors
    desk.sees("Rättat.", desk.anna.direct_channel)


def feedback(desk: Desk) -> None:
    reply = desk.ask()
    _, buttons = reply.element("feedback")
    desk.anna.click(reply, "feedback", buttons["negative_button"]["value"])
    assert not desk.anna.submit(desk.anna.wait_for_view("feedback_form"), {"comment": "Fel person"}).errors
    desk.sees(texts.FEEDBACK_THANKS)
    assert "Fel person" in desk.sees("Anna Lind säger", "#allmänt").visible_text
    desk.anna.click(reply, "feedback", buttons["positive_button"]["value"])


def a_choice_whose_answer_grows(desk: Desk) -> None:
    desk.running.answers.known = {QUESTION: ambiguous()}
    choice = desk.ask()
    desk.running.answers.told = ("HR-direktören äger uppdraget.", "Det framgår av direktivet.")
    desk.anna.click(choice, "answer_choice_0")
    shown = desk.anna.wait_for_message(CHANNEL, lambda each: each.is_bot and "Källor" in each.text)
    assert shown.ts > choice.ts
    called = [each.method for each in desk.running.local.calls]
    assert [each for each in called if "Stream" in each] == [
        "chat.startStream",
        "chat.appendStream",
        "chat.stopStream",
    ]


def an_answer_that_grows(desk: Desk) -> None:
    desk.running.answers.told = ("HR-direktören äger uppdraget.", "Det framgår av direktivet.")
    ts = desk.anna.direct(QUESTION)
    shown = desk.anna.wait_for_message(
        desk.anna.direct_channel, lambda each: each.thread_ts == ts and "Källor" in each.text
    )
    assert shown.stream.value == "completed"


def follow_and_share(desk: Desk) -> None:
    desk.anna.click(desk.ask(), "follow")
    desk.sees("Du bevakar nu Minska hyrberoendet")
    desk.sees_at_home(texts.UNFOLLOW)
    desk.press_at_home("unfollow_0", None, texts.HOME_NOTHING_FOLLOWED)
    desk.anna.command("/beslut", "hyrberoendet")
    desk.anna.click(desk.sees("HR-direktören äger uppdraget"), "follow")
    private = desk.anna.wait_for_message(
        CHANNEL, lambda each: bool(each.ephemeral_for) and texts.SHARE in str(each.blocks)
    )
    desk.anna.click(private, "share_answer")
    desk.running.person(KARIM).wait_for_message(CHANNEL, lambda each: "Anna Lind delar" in each.text)


def a_status_that_is_saved_corrected_and_taken_back(desk: Desk) -> None:
    bot = desk.running.local.workspace.app.bot_user
    card = desk.ask(SAID)
    desk.press(card, "status_save", "Sparat")
    desk.anna.edit(CHANNEL, str(card.thread_ts), f"<@{bot}> {SAID.replace('gul', 'röd')}")
    corrected = desk.press(desk.sees(texts.STATUS_CORRECTION), "status_save", "Sparat:")
    desk.press(corrected, "status_undo", "Ångrat")
    desk.anna.delete(CHANNEL, str(card.thread_ts))
    asked = desk.sees("Ska lägesrapporten återtas?")
    desk.press(asked, "status_withdraw", "är återtagen")
    assert all(each.withdrawn for each in desk.running.book.rows.values())


def a_status_that_is_asked_about(desk: Desk) -> None:
    card = desk.ask("status: Minska hyrberoendet och Digitalt arkiv")
    desk.anna.click(card, "status_choice_1")
    card = desk.anna.wait_for_message(
        CHANNEL, lambda each: each.ts == card.ts and "status_state_red" in str(each.blocks)
    )
    desk.anna.click(card, "status_state_red")
    card = desk.anna.wait_for_message(
        CHANNEL, lambda each: each.ts == card.ts and "status_save" in str(each.blocks)
    )
    desk.anna.click(card, "status_change")
    assert not desk.anna.submit(desk.anna.wait_for_view("status_form"), {"text": "stopp"}).errors
    desk.eventually(lambda: desk.running.book.rows)
    (row,) = desk.running.book.rows.values()
    assert (row.assignment, row.state, row.text) == ("Digitalt arkiv", State.RED, "stopp")


def a_status_that_is_cancelled(desk: Desk) -> None:
    desk.press(desk.ask(SAID), "status_cancel", texts.STATUS_CANCELLED)
    assert not desk.running.book.rows


def a_channel_that_is_set(desk: Desk) -> None:
    desk.anna.command("/kansli", "inställningar")
    assert not desk.anna.submit(desk.anna.wait_for_view("channel_form"), {"listening": "yes"}).errors
    desk.sees("Sparat.")
    ts = desk.anna.say(CHANNEL, QUESTION)
    desk.anna.wait_for_reply(CHANNEL, ts)


def documents(desk: Desk) -> None:
    mention = f"@{desk.running.local.workspace.app.handle}"
    endings = (
        ("document_add", texts.DOCUMENT_DONE),
        ("document_add_here", texts.DOCUMENT_DONE),
        ("document_cancel", "Avbrutet."),
    )
    for number, (action, ending) in enumerate(endings):
        ts = desk.anna.upload(CHANNEL, f"{number}.md", f"# Direktiv {number}\n".encode(), mention)
        offered = desk.anna.wait_for_message(
            CHANNEL, lambda each, ts=ts: each.thread_ts == ts and "document_add" in str(each.blocks)
        )
        desk.press(offered, action, ending)
    assert sorted(desk.running.intake.entered) == ["0.md", "1.md"]
    assert sorted(desk.running.intake.limits) == ["1.md"]


def home(desk: Desk) -> None:
    anna = desk.anna
    anna.open_home()
    desk.press_at_home("home_is_holder_yes", None, texts.HOME_DUE)
    desk.press_at_home("home_digest_on", None, texts.HOME_DIGEST_OFF)
    anna.click(anna.wait_for_home(), "home_digest_change")
    assert not anna.submit(anna.wait_for_view("digest_form"), {"digest_hour": "9"}).errors
    desk.sees_at_home("klockan 09:00")
    desk.press_at_home("home_digest_off", None, texts.HOME_HAS_NO_DIGEST)
    desk.press_at_home("home_reminders_off", None, texts.HOME_HAS_NO_REMINDERS)
    desk.press_at_home("home_reminders_on", None, texts.HOME_HAS_REMINDERS)
    anna.click(anna.wait_for_home(), "home_report_0", "2026-12-15\nRegionstyrelsen\nRegion Sjöland")
    desk.sees("filerna ligger i tråden", anna.direct_channel)
    for action, values in (
        ("status_quick_0_yellow", {"text": "två veckor sen"}),
        ("status_report", {"assignment": "8", "state": "green", "text": "allt väl"}),
    ):
        anna.click(anna.wait_for_home(), action)
        assert not anna.submit(anna.wait_for_view("status_form"), values).errors
        desk.sees_at_home(values["text"])


WAYS = (
    (a_mention_and_what_follows_in_its_thread, {"event app_mention", "event message"}),
    (a_direct_message, {"event message"}),
    (the_assistant_pane, {"event assistant_thread_started"}),
    (a_channel_that_lets_the_bot_in, {"event member_joined_channel"}),
    (commands, {"command /uppdrag", "command /beslut", "command /kansli", "command /status"}),
    (shortcuts, {"shortcut save_as_status", "shortcut report_status", "view status_form"}),
    (a_source_and_its_correction, {"action show_source", "action correct_fact_*", "view correction_form"}),
    (feedback, {"action feedback", "view feedback_form"}),
    (a_choice_whose_answer_grows, {"action answer_choice_*"}),
    (an_answer_that_grows, {"event message"}),
    (follow_and_share, {"action follow*", "action unfollow_*", "action share_answer"}),
    (
        a_status_that_is_saved_corrected_and_taken_back,
        {"action status_save", "action status_undo", "action status_withdraw"},
    ),
    (
        a_status_that_is_asked_about,
        {"action status_choice_*", "action status_state_*", "action status_change"},
    ),
    (a_status_that_is_cancelled, {"action status_cancel"}),
    (a_channel_that_is_set, {"view channel_form"}),
    (documents, {"action document_add", "action document_add_here", "action document_cancel"}),
    (
        home,
        {
            "event app_home_opened",
            "action home_is_holder_*",
            "action home_digest_on",
            "action home_digest_off",
            "action home_digest_change",
            "view digest_form",
            "action home_reminders_on",
            "action home_reminders_off",
            "action home_report_*",
            "action status_quick_*",
            "action status_report",
        },
    ),
)
"""What people do, with what the bot hears of it."""


@both_modes
@pytest.mark.parametrize(("way", "heard"), WAYS, ids=[way.__name__ for way, _ in WAYS])
def test_every_way_in_leads_to_its_end(
    running: RunningBot, eventually: Eventually, way: Callable[[Desk], None], heard: set[str]
) -> None:
    way(Desk(running, running.person(), eventually))
    running.settle()
    delivered = [each for each in running.local.deliveries if not each.reason]
    assert len(delivered) == len(running.local.deliveries), "something was not acknowledged"
    acts = {_act(each.envelope.payload) for each in delivered}
    missing = [name for name in heard if not any(_is(name, act) for act in acts)]
    assert not missing


def test_every_listener_is_driven_end_to_end() -> None:
    driven = {name for _, heard in WAYS for name in heard}
    assert _registered() - driven == set()
    assert driven - _registered() == set()


def test_every_way_in_of_the_manifest_has_a_listener() -> None:
    kinds = {name.removeprefix("event ") for name in _registered() if name.startswith("event ")}
    unneeded = {"assistant_thread_context_changed"}  # Slack asks apps with a pane to subscribe to it
    assert {event.partition(".")[0] for event in EVENTS} - unneeded == kinds
    assert {f"command {name}" for name, _, _ in COMMANDS} <= _registered()


@dataclass
class Recorder:
    """Takes listeners as a Bolt app does, and remembers what they hear."""

    heard: set[str] = field(default_factory=set)

    def __getattr__(self, kind: str) -> Callable[..., Callable[[object], None]]:
        def register(what: str | re.Pattern[str], **_: object) -> Callable[[object], None]:
            if what is not ANYTHING:
                self.heard.add(f"{kind} {what if isinstance(what, str) else what.pattern[1:] + '*'}")
            return lambda _function: None

        return register


def _registered() -> set[str]:
    recorder: Any = Recorder()
    listeners.register(recorder, recorder, recorder, recorder)
    return set(recorder.heard)


def _act(payload: dict[str, Any]) -> str:
    """Return what was done, in the words of the listeners."""
    if "command" in payload:
        return f"command {payload['command']}"
    kind = payload["type"]
    if kind == "event_callback":
        return f"event {payload['event']['type']}"
    if kind == "block_actions":
        return f"action {payload['actions'][0]['action_id']}"
    if kind == "view_submission":
        return f"view {payload['view']['callback_id']}"
    return f"shortcut {payload['callback_id']}"


def _is(name: str, act: str) -> bool:
    return act.startswith(name[:-1]) if name.endswith("*") else act == name
