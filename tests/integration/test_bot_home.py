"""What a person follows, shares and sees under Home, through the real Bolt app."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot import texts
from bot.local.message import Message
from bot.local.person import Person
from bot.local.view import View
from knowledge.entries import State
from tests.conftest import RunningBot

Eventually = Callable[[Callable[[], object]], None]
KARIM = "U0KARIMSAL1"
GUEST = "U0MIAGAST01"


@pytest.fixture
def anna(running: RunningBot) -> Person:
    return running.person()


def answered(anna: Person) -> Message:
    return anna.wait_for_reply("#uppdrag", anna.mention("#uppdrag", "vem äger Minska hyrberoendet?"))


def told(person: Person, words: str) -> Message:
    return person.wait_for_message("#uppdrag", lambda message: words in message.text)


def home_with(person: Person, eventually: Eventually, words: str) -> View:
    eventually(lambda: person.user_id in person.local.workspace.homes)
    eventually(lambda: words in str(person.wait_for_home().blocks))
    return person.wait_for_home()


def test_follows_the_assignment_of_an_answer_until_told_not_to(
    running: RunningBot, anna: Person, eventually: Eventually
) -> None:
    reply = answered(anna)
    anna.click(reply, "follow")
    assert told(anna, "Du bevakar nu Minska hyrberoendet").ephemeral_for == anna.user_id
    home = home_with(anna, eventually, texts.UNFOLLOW)
    anna.click(reply, "follow")
    told(anna, "Du bevakar redan Minska hyrberoendet")
    anna.click(home, "unfollow_0")
    home_with(anna, eventually, texts.HOME_NOTHING_FOLLOWED)


def test_follows_from_the_list_of_assignments(anna: Person, eventually: Eventually) -> None:
    anna.command("/uppdrag")
    cards = anna.wait_for_message("#uppdrag", lambda message: "Digitalt arkiv" in message.visible_text)
    anna.click(cards, "follow_1")
    told(anna, "Du bevakar nu Digitalt arkiv")
    home_with(anna, eventually, texts.UNFOLLOW)


def test_a_guest_follows_nothing(running: RunningBot, anna: Person) -> None:
    reply = answered(anna)
    guest = running.person(GUEST)
    guest.click(reply, "follow")
    anna.click(reply, "follow")
    told(anna, "Du bevakar nu")
    assert guest.user_id not in running.local.workspace.homes


def test_an_answer_given_privately_is_shared_once(anna: Person, running: RunningBot) -> None:
    anna.command("/beslut", "hyrberoendet")
    private = anna.wait_for_message("#uppdrag", lambda message: "HR-direktören" in message.visible_text)
    assert private.ephemeral_for == anna.user_id
    for _ in range(2):
        anna.click(private, "share_answer")
    told(anna, texts.SHARED)
    shared = running.person(KARIM).wait_for_message(
        "#uppdrag", lambda message: "Anna Lind delar" in message.text
    )
    assert "Vad har beslutats om hyrberoendet?" in shared.visible_text
    assert "HR-direktören äger uppdraget" in shared.visible_text
    seen = [each for each in running.person(KARIM).messages("#uppdrag") if "delar ett svar" in each.text]
    assert len(seen) == 1


def test_says_why_an_answer_cannot_be_shared(anna: Person) -> None:
    workspace = anna.local.workspace
    channel = workspace.conversation("#uppdrag")
    anna.command("/beslut", "hyrberoendet")
    private = anna.wait_for_message("#uppdrag", lambda message: "HR-direktören" in message.visible_text)
    left = tuple(each for each in channel.members if each != workspace.app.bot_user)
    workspace.conversations[channel.id] = replace(channel, members=left)
    anna.click(private, "share_answer")
    told(anna, texts.SHARE_NOT_THERE)


def test_an_answer_to_all_has_nothing_to_share(anna: Person) -> None:
    with pytest.raises(LookupError):
        answered(anna).element("share_answer")


def test_asks_once_who_a_person_is_and_then_shows_what_is_theirs(
    anna: Person, eventually: Eventually, running: RunningBot
) -> None:
    anna.open_home()
    home = home_with(anna, eventually, "Är du Anna Lind i befattningslistan?")
    anna.click(home, "home_is_holder_yes")
    home = home_with(anna, eventually, texts.HOME_DUE)
    anna.click(home, "status_quick_0_yellow")
    form = anna.wait_for_view("status_form")
    assert not anna.submit(form, {"text": "två veckor sen"}).errors
    eventually(lambda: running.book.rows)
    (row,) = running.book.rows.values()
    assert (row.assignment, row.state) == ("Minska hyrberoendet", State.YELLOW)


def test_who_says_no_is_not_asked_again(anna: Person, eventually: Eventually) -> None:
    anna.open_home()
    anna.click(home_with(anna, eventually, texts.HOME_IS_NOT_ME), "home_is_holder_no")
    home_with(anna, eventually, texts.HOME_NO_OWN)


def test_the_digest_to_oneself_is_turned_on_and_off(anna: Person, eventually: Eventually) -> None:
    anna.open_home()
    anna.click(home_with(anna, eventually, texts.HOME_DIGEST_ON), "home_digest_on")
    home = home_with(anna, eventually, "varje måndag klockan 08:00, på svenska. Det handlar om alla uppdrag")
    anna.click(home, "home_digest_off")
    home_with(anna, eventually, texts.HOME_HAS_NO_DIGEST)


def test_a_person_chooses_day_time_language_and_content_of_their_own_digest(
    anna: Person, eventually: Eventually
) -> None:
    anna.open_home()
    anna.click(home_with(anna, eventually, texts.HOME_DIGEST_ON), "home_digest_on")
    anna.click(home_with(anna, eventually, texts.HOME_DIGEST_CHANGE), "home_digest_change")
    form = anna.wait_for_view("digest_form")
    chosen = {
        "digest_day": "3",
        "digest_hour": "14",
        "digest_language": "en",
        "boards": ["Regionstyrelsen"],
        "assignments": ["8"],
    }
    assert not anna.submit(form, chosen).errors
    home = home_with(
        anna,
        eventually,
        "varje torsdag klockan 14:00, på engelska. Det handlar om Regionstyrelsen och ett uppdrag",
    )
    anna.click(home, "home_digest_change")
    elements = {
        block["block_id"]: block["element"] for block in anna.wait_for_view("digest_form").blocks[:-1]
    }
    assert elements["digest_day"]["initial_option"]["value"] == "3"
    assert elements["digest_hour"]["initial_option"]["value"] == "14"
    assert elements["digest_language"]["initial_option"]["value"] == "en"
    assert [each["value"] for each in elements["boards"]["initial_options"]] == ["Regionstyrelsen"]
    assert [each["value"] for each in elements["assignments"]["initial_options"]] == ["8"]


def test_the_command_in_the_bots_own_conversation_is_about_ones_own_digest(
    anna: Person, eventually: Eventually
) -> None:
    anna.command("/kansli", "veckobrev på", anna.direct_channel)
    anna.wait_for_message(anna.direct_channel, lambda message: "under Hem hos mig" in message.text)
    anna.open_home()
    home_with(anna, eventually, texts.HOME_DIGEST_OFF)
    anna.command("/kansli", "veckobrev av", anna.direct_channel)
    anna.wait_for_message(anna.direct_channel, lambda message: texts.DIGEST_OFF_DIRECT in message.text)
    anna.open_home()
    home_with(anna, eventually, texts.HOME_HAS_NO_DIGEST)


def test_reminders_are_turned_off_and_on(anna: Person, eventually: Eventually) -> None:
    anna.open_home()
    anna.click(home_with(anna, eventually, texts.HOME_REMINDERS_OFF), "home_reminders_off")
    anna.click(home_with(anna, eventually, texts.HOME_HAS_NO_REMINDERS), "home_reminders_on")
    home_with(anna, eventually, texts.HOME_HAS_REMINDERS)


def test_the_report_for_a_meeting_comes_as_files_in_ones_own_conversation(
    anna: Person, eventually: Eventually
) -> None:
    anna.open_home()
    home = home_with(anna, eventually, texts.REPORT_CHOOSE)
    for number in range(2):
        anna.click(home, f"home_report_{number}")
    direct = anna.direct_channel
    ready = anna.wait_for_message(direct, lambda message: "filerna ligger i tråden" in message.text)
    anna.wait_for_message(direct, lambda message: "Ingen nämnd heter Nämnden som inte finns" in message.text)
    files = anna.wait_for_message(direct, lambda message: bool(message.files))
    assert files.thread_ts == ready.ts
    assert [each["name"] for each in files.files] == [
        "lagesrapport-regionstyrelsen-2026-12-15.docx",
        "lagesrapport-regionstyrelsen-2026-12-15.md",
    ]
    anna.click(home, "home_report_chosen", "2026\nRegionstyrelsen\nRegion Sjöland")
    final = anna.wait_for_message(direct, lambda message: "Slutrapport 2026: filerna" in message.text)
    files = anna.wait_for_message(
        direct, lambda message: bool(message.files) and message.thread_ts == final.ts
    )
    assert [str(file["name"]) for file in files.files] == [
        "slutrapport-regionstyrelsen-2026.docx",
        "slutrapport-regionstyrelsen-2026.md",
    ]
