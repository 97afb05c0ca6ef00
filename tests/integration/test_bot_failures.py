"""Never silent: whatever is down, the person gets an answer or a reason with a number that the log knows."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import MetaData, create_engine

from bot import texts
from bot.local.installation import Installation, default_scopes
from bot.local.message import Message, StreamState
from bot.local.person import Person
from tests.builders import ambiguous
from tests.conftest import RunningBot, both_modes

Eventually = Callable[[Callable[[], object]], None]
QUESTION = "vem äger Minska hyrberoendet?"
CHANNEL = "#uppdrag"
NUMBER = re.compile("felnummer [0-9A-F]{8}")


def break_register(folder: Path) -> None:
    """Take away every table but those of the unfinished work."""
    engine = create_engine(f"sqlite:///{folder / 'kansli.db'}")
    tables = MetaData()
    tables.reflect(engine)
    tables.drop_all(engine)
    engine.dispose()


def told(person: Person, channel: str, caplog: pytest.LogCaptureFixture, after: str = "") -> Message:
    """Return the message that gives a reference number, which stands in the log with the traceback."""
    message = person.wait_for_message(
        channel, lambda each: each.is_bot and bool(NUMBER.search(each.text)) and each.ts > after, timeout=30
    )
    found = NUMBER.search(message.text)
    assert found
    records = [each for each in caplog.records if found[0] in each.getMessage()]
    assert records
    assert records[0].exc_info
    return message


def fail(_: object) -> None:
    raise RuntimeError("hemligt lösenord i felet")


@both_modes
@pytest.mark.parametrize("pressed", [False, True])
def test_an_answer_that_fails_while_it_grows_is_ended_with_the_reason(
    running: RunningBot, caplog: pytest.LogCaptureFixture, *, pressed: bool
) -> None:
    anna = running.person()
    if pressed:
        running.answers.known = {QUESTION: ambiguous()}
        choice = anna.wait_for_reply(CHANNEL, anna.mention(CHANNEL, QUESTION))
    running.answers.told = ("HR-direktören äger uppdraget.", "Det framgår av direktivet.")
    running.answers.between = fail
    if pressed:
        anna.click(choice, "answer_choice_0")
    else:
        anna.mention(CHANNEL, QUESTION)
    shown = told(anna, CHANNEL, caplog)
    running.settle()
    assert shown.stream is not StreamState.NONE  # it stands where the answer grew
    assert not [each for each in anna.messages(CHANNEL) if each.stream is StreamState.IN_PROGRESS]
    assert "HR-direktören äger uppdraget." not in shown.visible_text
    assert "hemligt" not in str(anna.messages(CHANNEL))


def mentions(person: Person) -> None:
    person.mention(CHANNEL, QUESTION)


def uses_a_command(person: Person) -> None:
    person.command("/kansli", "veckobrev på")


def uses_a_shortcut(person: Person) -> None:
    ts = person.say(CHANNEL, "status: Minska hyrberoendet är gul")
    person.shortcut(person.message(CHANNEL, ts), "save_as_status")
    person.submit(person.wait_for_view("status_form"))


@both_modes
@pytest.mark.parametrize("act", [mentions, uses_a_command, uses_a_shortcut])
def test_what_is_done_in_a_channel_while_the_register_is_gone_gets_a_reason(
    running: RunningBot, tmp_path: Path, caplog: pytest.LogCaptureFixture, act: Callable[[Person], None]
) -> None:
    anna = running.person()
    break_register(tmp_path)
    act(anna)
    channel = anna.direct_channel if act is uses_a_shortcut else CHANNEL
    assert told(anna, channel, caplog).ephemeral_for == anna.user_id


@both_modes
def test_what_is_pressed_and_asked_while_the_register_is_gone_gets_a_reason(
    running: RunningBot, tmp_path: Path, caplog: pytest.LogCaptureFixture, eventually: Eventually
) -> None:
    anna = running.person()
    reply = anna.wait_for_reply(CHANNEL, anna.mention(CHANNEL, QUESTION))
    anna.open_home()
    home = anna.wait_for_home()
    break_register(tmp_path)
    anna.click(reply, "follow")
    last = told(anna, CHANNEL, caplog)
    anna.direct(QUESTION)
    last = told(anna, anna.direct_channel, caplog)
    anna.click(home, "home_digest_on")
    last = told(anna, anna.direct_channel, caplog, last.ts)
    anna.open_home()
    eventually(lambda: NUMBER.search(str(anna.wait_for_home().blocks)))
    anna.open_assistant()
    told(anna, anna.direct_channel, caplog, last.ts)


def test_somebody_elses_conversation_gets_no_word_while_the_register_is_gone(
    running: RunningBot, tmp_path: Path
) -> None:
    anna = running.person()
    ts = anna.say(CHANNEL, "hej på er")
    break_register(tmp_path)
    anna.say(CHANNEL, "hej hej", thread_ts=ts)
    anna.edit(CHANNEL, ts, "hejsan på er")
    running.settle()
    assert not [each for each in anna.messages(CHANNEL) if each.is_bot]


def test_a_failure_in_a_form_from_nowhere_is_told_in_the_persons_own_conversation(
    running: RunningBot, caplog: pytest.LogCaptureFixture
) -> None:
    anna = running.person()
    anna.shortcut(None, "report_status")
    form = anna.wait_for_view("status_form")
    running.book.record = fail  # type: ignore[method-assign, assignment]
    assert not anna.submit(form, {"assignment": "8", "state": "red", "text": "stopp"}).errors
    told(anna, anna.direct_channel, caplog)


def test_a_status_from_nowhere_is_shown_in_the_persons_own_conversation(running: RunningBot) -> None:
    anna = running.person()
    anna.shortcut(None, "report_status")
    form = anna.wait_for_view("status_form")
    assert not anna.submit(form, {"assignment": "8", "state": "red", "text": "stopp"}).errors
    anna.wait_for_message(anna.direct_channel, lambda each: "Sparat" in each.text)


@pytest.mark.parametrize(
    "local", [Installation(scopes=default_scopes() - {"users:read"})], indirect=True, ids=["no users:read"]
)
def test_who_cannot_be_looked_up_gets_a_reason_and_no_answer(
    running: RunningBot, caplog: pytest.LogCaptureFixture
) -> None:
    anna = running.person()
    anna.mention(CHANNEL, QUESTION)
    told(anna, CHANNEL, caplog)
    assert not running.answers.asked


def test_a_command_where_the_bot_is_not_is_answered_however_it_ends(
    running: RunningBot, caplog: pytest.LogCaptureFixture
) -> None:
    """In a channel without the bot, Slack lets it say nothing but over the response address."""
    anna = running.person()
    workspace = running.local.workspace
    channel = workspace.conversation(CHANNEL)
    left = tuple(each for each in channel.members if each != workspace.app.bot_user)
    workspace.conversations[channel.id] = replace(channel, members=left)
    anna.command("/status", "status: Minska hyrberoendet är gul")
    card = anna.wait_for_message(CHANNEL, lambda each: "Så här förstod" in each.visible_text)
    anna.click(card, "status_save")
    anna.wait_for_message(CHANNEL, lambda each: "Sparat" in each.text)
    anna.click(card, "status_save")
    anna.wait_for_message(CHANNEL, lambda each: texts.STATUS_ALREADY in each.text)
    ts = anna.say(CHANNEL, "status: Digitalt arkiv är röd")
    anna.shortcut(anna.message(CHANNEL, ts), "save_as_status")
    assert not anna.submit(anna.wait_for_view("status_form")).errors
    anna.wait_for_message(anna.direct_channel, lambda each: "Sparat" in each.text)
    running.answers.before = fail
    anna.command("/beslut", "hyrberoendet")
    told(anna, CHANNEL, caplog)


def test_a_window_that_opens_too_late_is_told_wherever_it_was_asked_for(running: RunningBot) -> None:
    anna = running.person()
    anna.open_home()
    home = anna.wait_for_home()
    workspace = running.local.workspace
    workspace.triggers.lifetime = 0  # type: ignore[attr-defined]
    anna.click(home, "status_report")
    anna.wait_for_message(anna.direct_channel, lambda each: texts.TOO_SLOW in each.text)
