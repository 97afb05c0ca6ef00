"""A status by message: shown as understood, written once on a click."""

import pytest

from bot import texts
from bot.local.message import Message
from bot.local.person import Person
from knowledge.entries import State
from tests.conftest import RunningBot

SAID = "status: Minska hyrberoendet är gul, rekryteringen två veckor sen"


@pytest.fixture
def anna(running: RunningBot) -> Person:
    return running.person()


def card_of(anna: Person, text: str = SAID) -> Message:
    ts = anna.mention("#uppdrag", text)
    return anna.wait_for_reply("#uppdrag", ts)


def saved(anna: Person, card: Message) -> Message:
    return anna.wait_for_message("#uppdrag", lambda each: each.ts == card.ts and "Sparat" in each.text)


def test_shows_what_was_understood_beside_the_original_words(anna: Person) -> None:
    card = card_of(anna)
    assert "gul" in card.visible_text
    assert "rekryteringen två veckor sen" in card.visible_text
    assert SAID in card.visible_text


def test_writes_on_save_with_who_when_and_the_original_words(running: RunningBot, anna: Person) -> None:
    card = card_of(anna)
    assert not running.book.rows
    anna.click(card, "status_save")
    shown = saved(anna, card)
    (row,) = running.book.rows.values()
    assert (row.assignment, row.state, row.author) == ("Minska hyrberoendet", State.YELLOW, "Anna Lind")
    assert row.original == SAID
    assert "Anna Lind" in shown.visible_text


def test_writes_once_though_save_is_pressed_twice(running: RunningBot, anna: Person) -> None:
    card = card_of(anna)
    anna.click(card, "status_save")
    anna.click(card, "status_save")
    saved(anna, card)
    running.settle()
    assert len(running.book.rows) == 1


def test_changes_in_a_filled_in_form(running: RunningBot, anna: Person) -> None:
    card = card_of(anna)
    anna.click(card, "status_change")
    form = anna.wait_for_view("status_form")
    assert form.blocks[2]["element"]["initial_value"] == "rekryteringen två veckor sen"
    assert not anna.submit(form, {"state": "red", "text": "tre veckor sen"}).errors
    saved(anna, card)
    (row,) = running.book.rows.values()
    assert (row.state, row.text) == (State.RED, "tre veckor sen")


def test_cancel_writes_nothing(running: RunningBot, anna: Person) -> None:
    card = card_of(anna)
    anna.click(card, "status_cancel")
    anna.wait_for_message(
        "#uppdrag", lambda each: each.ts == card.ts and texts.STATUS_CANCELLED in each.visible_text
    )
    anna.click(card, "status_save")
    running.settle()
    assert not running.book.rows


def test_only_the_author_may_press(running: RunningBot, anna: Person) -> None:
    card = card_of(anna)
    karim = running.person("U0KARIMSAL1")
    karim.click(card, "status_save")
    karim.wait_for_message("#uppdrag", lambda each: texts.STATUS_NOT_YOURS in each.text)
    assert not running.book.rows


def test_a_guest_who_presses_gets_nothing(running: RunningBot, anna: Person) -> None:
    card = card_of(anna)
    running.person("U0MIAGAST01").click(card, "status_save")
    running.settle()
    assert not running.book.rows


def test_asks_which_assignment_is_meant(running: RunningBot, anna: Person) -> None:
    card = card_of(anna, "status: Minska hyrberoendet och Digitalt arkiv är grön")
    assert texts.STATUS_WHICH in card.visible_text
    anna.click(card, "status_choice_1")
    chosen = anna.wait_for_message(
        "#uppdrag", lambda each: each.ts == card.ts and texts.STATUS_WHICH not in each.visible_text
    )
    anna.click(chosen, "status_save")
    saved(anna, card)
    (row,) = running.book.rows.values()
    assert row.assignment == "Digitalt arkiv"


def test_does_not_offer_to_save_what_it_did_not_understand(anna: Person) -> None:
    card = card_of(anna, "status: det rullar på")
    with pytest.raises(LookupError):
        card.element("status_save")


def test_reports_by_command_without_words(running: RunningBot, anna: Person) -> None:
    anna.command("/status")
    form = anna.wait_for_view("status_form")
    assert anna.submit(form, {"text": "allt väl"}).errors
    assert not anna.submit(form, {"assignment": "7", "state": "green", "text": "allt väl"}).errors
    anna.wait_for_message("#uppdrag", lambda each: "Sparat" in each.text)
    (row,) = running.book.rows.values()
    assert row.text == "allt väl"


def test_reports_by_command_with_words(running: RunningBot, anna: Person) -> None:
    anna.command("/status", SAID)
    card = anna.wait_for_message("#uppdrag", lambda each: "Så här förstod" in each.visible_text)
    assert card.ephemeral_for == anna.user_id
    anna.click(card, "status_save")
    anna.wait_for_message("#uppdrag", lambda each: "Sparat" in each.text)
    assert len(running.book.rows) == 1


def test_saves_a_message_as_status_by_shortcut_once(running: RunningBot, anna: Person) -> None:
    ts = anna.say("#uppdrag", SAID)
    for _ in range(2):
        anna.shortcut(anna.message("#uppdrag", ts), "save_as_status")
        anna.submit(anna.wait_for_view("status_form"))
        running.settle()
    assert len(running.book.rows) == 1


def test_an_edit_a_deletion_and_second_thoughts_follow_the_message(running: RunningBot, anna: Person) -> None:
    ts = anna.mention("#uppdrag", SAID)
    card = anna.wait_for_reply("#uppdrag", ts)
    anna.click(card, "status_save")
    saved(anna, card)
    anna.edit(
        "#uppdrag",
        ts,
        f"<@{running.local.workspace.app.bot_user}> status: Minska hyrberoendet är röd, tre veckor sen",
    )
    corrected = anna.wait_for_message("#uppdrag", lambda each: texts.STATUS_CORRECTION in each.visible_text)
    assert "gul – rekryteringen två veckor sen" in corrected.visible_text
    anna.click(corrected, "status_save")
    corrected = anna.wait_for_message(
        "#uppdrag", lambda each: each.ts == corrected.ts and "Sparat:" in each.text
    )
    anna.delete("#uppdrag", ts)
    asked = anna.wait_for_message("#uppdrag", lambda each: "Ska lägesrapporten återtas?" in each.visible_text)
    anna.click(asked, "status_cancel")
    anna.click(corrected, "status_undo")
    anna.wait_for_message("#uppdrag", lambda each: each.ts == corrected.ts and "Ångrat" in each.text)
    assert [(each.state, each.withdrawn) for each in running.book.rows.values()] == [
        (State.YELLOW, True),
        (State.RED, True),
        (State.YELLOW, False),
    ]


def test_a_mentioned_person_stands_by_name_in_the_card_and_the_history(
    running: RunningBot, anna: Person
) -> None:
    card = card_of(anna, f"{SAID}, <@U0KARIMSAL1> ringer")
    assert "U0KARIMSAL1" not in card.visible_text
    assert "@\u2060Karim" in card.visible_text or "@Karim" in card.visible_text
    anna.click(card, "status_save")
    saved(anna, card)
    (row,) = running.book.rows.values()
    assert row.original.startswith(f"{SAID}, @Karim ")
