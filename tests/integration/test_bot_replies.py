"""The real Bolt app at the local workspace: a message in, one threaded answer out."""

from collections.abc import Callable

from bot import texts
from bot.local.message import Message
from tests.builders import ambiguous, an_answer, not_found
from tests.conftest import RunningBot

Eventually = Callable[[Callable[[], object]], None]
GUEST = "U0MIAGAST01"


def replies(running: RunningBot, channel: str, ts: str) -> list[Message]:
    messages = running.person().messages(channel)
    return [message for message in messages if message.is_bot and message.thread_ts == ts]


def test_answers_a_mention_in_its_thread(running: RunningBot) -> None:
    anna = running.person()
    ts = anna.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    reply = anna.wait_for_reply("#uppdrag", ts)
    assert "HR-direktören äger uppdraget" in reply.text
    assert reply.thread_ts == ts
    assert [question.text for question in running.answers.asked] == ["vem äger Minska hyrberoendet?"]


def test_answers_a_mention_once_though_it_arrives_as_two_events(running: RunningBot) -> None:
    anna = running.person()
    ts = anna.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    anna.wait_for_reply("#uppdrag", ts)
    running.settle()
    assert len(replies(running, "#uppdrag", ts)) == 1
    kinds = [each.envelope.payload["event"]["type"] for each in running.local.deliveries]
    assert {"message", "app_mention"} <= set(kinds)


def test_answers_once_though_slack_delivers_the_event_again(running: RunningBot) -> None:
    running.local.faults.duplicate_events(2, copies=3)
    anna = running.person()
    ts = anna.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    anna.wait_for_reply("#uppdrag", ts)
    running.settle()
    assert len(replies(running, "#uppdrag", ts)) == 1
    assert len(running.answers.asked) == 1


def test_acknowledges_every_event(running: RunningBot, eventually: Eventually) -> None:
    anna = running.person()
    ts = anna.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    anna.wait_for_reply("#uppdrag", ts)
    anna.react("#uppdrag", ts, "tada")
    running.settle()
    assert all(each.reason == "" for each in running.local.deliveries)


def test_answers_a_direct_message(running: RunningBot) -> None:
    anna = running.person()
    ts = anna.direct("vem äger Minska hyrberoendet?")
    reply = anna.wait_for_reply(anna.direct_channel, ts)
    assert "HR-direktören" in reply.text


def test_a_reply_in_the_thread_needs_no_new_mention(running: RunningBot) -> None:
    anna = running.person()
    ts = anna.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    anna.wait_for_reply("#uppdrag", ts)
    second = anna.say("#uppdrag", "och vem leder det?", thread_ts=ts)
    anna.wait_for_message("#uppdrag", lambda message: message.is_bot and message.ts > second)
    question = running.answers.asked[-1]
    assert question.text == "och vem leder det?"
    assert question.earlier == ("vem äger Minska hyrberoendet?",)


def test_says_nothing_to_thanks_or_to_a_reply_for_somebody_else(running: RunningBot) -> None:
    anna = running.person()
    ts = anna.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    anna.wait_for_reply("#uppdrag", ts)
    anna.say("#uppdrag", "Tack så mycket!", thread_ts=ts)
    anna.say("#uppdrag", "<@U0KARIMSAL1> visste du det?", thread_ts=ts)
    running.settle()
    assert len(replies(running, "#uppdrag", ts)) == 1


def test_says_nothing_in_a_channel_without_a_mention(running: RunningBot) -> None:
    anna = running.person()
    ts = anna.say("#uppdrag", "vem äger Minska hyrberoendet?")
    running.settle()
    assert not replies(running, "#uppdrag", ts)
    assert not running.answers.asked


def test_guests_get_nothing(running: RunningBot) -> None:
    mia = running.person(GUEST)
    ts = mia.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    mia.direct("vem äger Minska hyrberoendet?")
    running.settle()
    assert not replies(running, "#uppdrag", ts)
    assert not running.answers.asked
    assert not [call for call in running.local.calls if call.method in {"chat.postMessage", "reactions.add"}]


def test_edits_and_deletions_get_nothing(running: RunningBot) -> None:
    anna = running.person()
    ts = anna.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    anna.wait_for_reply("#uppdrag", ts)
    anna.edit("#uppdrag", ts, "<@U0KANSLI001> vem leder Minska hyrberoendet?")
    anna.delete("#uppdrag", ts)
    running.settle()
    assert len(running.answers.asked) == 1


def test_an_empty_mention_gets_help(running: RunningBot) -> None:
    anna = running.person()
    ts = anna.mention("#uppdrag", "")
    reply = anna.wait_for_reply("#uppdrag", ts)
    assert texts.EMPTY_QUESTION in reply.visible_text
    assert "Vem äger Minska hyrberoendet?" in reply.visible_text


def test_a_question_of_ten_thousand_characters_is_refused_kindly(running: RunningBot) -> None:
    anna = running.person()
    ts = anna.mention("#uppdrag", "hej " * 2_500)
    reply = anna.wait_for_reply("#uppdrag", ts)
    assert "för lång" in reply.text
    assert not running.answers.asked


def test_shows_at_once_that_the_message_was_seen(running: RunningBot) -> None:
    anna = running.person()
    ts = anna.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    anna.wait_for_reply("#uppdrag", ts)
    assert [reaction.name for reaction in anna.message("#uppdrag", ts).reactions] == ["eyes"]


def test_answers_though_slack_knows_no_reactions(running: RunningBot) -> None:
    running.local.faults.fail("reactions.add", status=500)
    anna = running.person()
    ts = anna.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    anna.wait_for_reply("#uppdrag", ts)


def test_waits_as_long_as_slack_says_when_the_rate_is_limited(running: RunningBot) -> None:
    running.local.faults.rate_limit("chat.postMessage", retry_after=1)
    anna = running.person()
    ts = anna.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    anna.wait_for_reply("#uppdrag", ts)
    assert len(replies(running, "#uppdrag", ts)) == 1


def test_does_not_post_again_when_the_answer_was_lost_after_slack_took_the_message(
    running: RunningBot,
) -> None:
    running.local.faults.drop_response("chat.postMessage")
    anna = running.person()
    ts = anna.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    anna.wait_for_reply("#uppdrag", ts)
    running.settle()  # the step is tried again after a second, and must find the post
    assert len(replies(running, "#uppdrag", ts)) == 1
    assert running.local.wait_for_calls("conversations.replies")


def test_posts_when_slack_is_back_from_an_error(running: RunningBot) -> None:
    running.local.faults.fail("chat.postMessage", status=503)
    anna = running.person()
    ts = anna.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    anna.wait_for_reply("#uppdrag", ts)
    running.settle()
    assert len(replies(running, "#uppdrag", ts)) == 1


def test_an_error_ends_in_a_reference_number_and_never_in_its_own_words(running: RunningBot) -> None:
    def fail(_question: object) -> None:
        raise RuntimeError("hemligt lösenord i felet")

    running.answers.before = fail
    anna = running.person()
    ts = anna.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    reply = anna.wait_for_reply("#uppdrag", ts)
    assert "felnummer" in reply.text
    assert "hemligt" not in reply.visible_text


def test_an_unanswered_question_names_the_nearest_documents(running: RunningBot) -> None:
    running.answers.known["vem äger månen?"] = not_found()
    anna = running.person()
    ts = anna.mention("#uppdrag", "vem äger månen?")
    reply = anna.wait_for_reply("#uppdrag", ts)
    assert "framgår inte" in reply.text
    assert "direktiv.md" in reply.visible_text


def test_a_choice_is_answered_in_the_same_thread(running: RunningBot) -> None:
    running.answers.known["vem äger det?"] = ambiguous()
    running.answers.known["Vem äger Digitalt arkiv?"] = an_answer("Arkivchefen äger Digitalt arkiv.")
    anna = running.person()
    ts = anna.mention("#uppdrag", "vem äger det?")
    reply = anna.wait_for_reply("#uppdrag", ts)
    anna.click(reply, "answer_choice_1")
    answer = anna.wait_for_message("#uppdrag", lambda message: "Arkivchefen" in message.text)
    assert answer.thread_ts == ts


def test_shows_the_source_with_its_surroundings(running: RunningBot) -> None:
    anna = running.person()
    ts = anna.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    reply = anna.wait_for_reply("#uppdrag", ts)
    anna.click(reply, "show_source")
    modal = anna.wait_for_view()
    rich = [block["elements"][0] for block in modal.blocks if block["type"] == "rich_text"]
    words = [(each["type"], each["elements"][0]["text"]) for each in rich]
    assert words == [
        ("rich_text_quote", "Uppdragsägare: HR-direktören"),
        ("rich_text_section", "2 Organisation"),
        ("rich_text_section", "Uppdragsledare: "),
    ]


def test_keeps_feedback_and_asks_what_was_wrong(running: RunningBot) -> None:
    anna = running.person()
    ts = anna.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    reply = anna.wait_for_reply("#uppdrag", ts)
    _, buttons = reply.element("feedback")
    anna.click(reply, "feedback", buttons["negative_button"]["value"])
    form = anna.wait_for_view("feedback_form")
    assert not anna.submit(form, {"comment": "Fel person"}).errors
    anna.wait_for_message("#uppdrag", lambda message: message.text == texts.FEEDBACK_THANKS)
    complaint = anna.wait_for_message("#allmänt", lambda message: "Anna Lind säger" in message.text)
    for words in ("Fel person", "vem äger Minska hyrberoendet?", "HR-direktören äger", "ingen språkmodell"):
        assert words in complaint.visible_text
    anna.click(reply, "feedback", buttons["positive_button"]["value"])
    anna.wait_for_message("#uppdrag", lambda message: message.text == texts.FEEDBACK_THANKS)


def test_greets_in_the_assistant_pane_with_at_most_four_prompts(
    running: RunningBot, eventually: Eventually
) -> None:
    anna = running.person()
    thread = anna.open_assistant()
    anna.wait_for_message(anna.direct_channel, lambda message: texts.GREETING in message.text)
    (call,) = running.local.wait_for_calls("assistant.threads.setSuggestedPrompts")
    assert call.ok
    ts = anna.direct("vem äger Minska hyrberoendet?", thread_ts=thread.thread_ts)
    anna.wait_for_message(anna.direct_channel, lambda message: message.is_bot and message.ts > ts)


def test_the_home_tab_shows_what_lies_ahead(running: RunningBot) -> None:
    anna = running.person()
    anna.open_home()
    home = anna.wait_for_home()
    assert "BP2" in str(home.blocks)


def test_a_question_pressed_in_the_home_tab_is_answered_in_the_persons_own_conversation(
    running: RunningBot,
) -> None:
    anna = running.person()
    anna.open_home()
    home = anna.wait_for_home()
    pressed = next(
        element
        for block in home.blocks
        for element in block.get("elements", [])
        if str(element.get("action_id", "")).startswith("answer_choice_")
    )
    anna.click(home, pressed["action_id"], pressed["value"])
    asked = anna.wait_for_message(
        anna.direct_channel, lambda message: "Du frågade" in message.text and not message.is_reply
    )
    reply = anna.wait_for_message(
        anna.direct_channel, lambda message: message.thread_ts == asked.ts != message.ts
    )
    assert "HR-direktören äger" in reply.text


def test_commands_answer_the_person_alone(running: RunningBot) -> None:
    anna = running.person()
    anna.command("/kansli", "hjälp")
    anna.wait_for_message("#uppdrag", lambda message: texts.WELCOME_TITLE in message.visible_text)
    anna.command("/uppdrag", "hyrberoendet")
    card = anna.wait_for_message("#uppdrag", lambda message: "Uppdrag som stämmer" in message.visible_text)
    assert card.ephemeral_for == anna.user_id
    anna.command("/beslut", "hyrberoendet")
    anna.wait_for_message("#uppdrag", lambda message: "HR-direktören äger" in message.visible_text)
    assert running.answers.asked[-1].text == "Vad har beslutats om hyrberoendet?"


def test_thanks_in_a_direct_message_get_a_few_words_and_no_search(running: RunningBot) -> None:
    anna = running.person()
    ts = anna.direct("tack så mycket!")
    assert anna.wait_for_reply(anna.direct_channel, ts).text == texts.SMALL_TALK
    assert running.answers.asked == []
