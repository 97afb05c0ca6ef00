"""Payloads as other makers of Slack clients fill them in: every key there with nothing in it, one trigger for all."""

from dataclasses import replace
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot.incoming import Click, Command, Place, Shortcut, Submission
from bot.listeners.event import is_from_person
from bot.outgoing import Outgoing
from bot.parts import Claim
from bot.slack import WebSlack

TEAM = "T012TEAM34"
MESSAGE = {"type": "message", "user": "U012ABCDEF", "text": "hej", "ts": "1.1", "channel": "D012DIRECT"}
PROFILE = {"id": "", "deleted": False, "name": "", "updated": 0, "icons": {"image_36": ""}, "team_id": ""}


class OneUser(WebClient):
    """A workspace that knows one person, who is what `user` says."""

    def __init__(self, user: dict[str, Any]) -> None:
        super().__init__()
        self.user = user

    def users_info(self, **_parameters: Any) -> SlackResponse:
        return answer({"ok": True, "user": self.user})


class LosesItsAnswer(WebClient):
    """A workspace that takes each message, hides metadata and bot ids, and loses its first answer."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[dict[str, Any]] = []

    def chat_postMessage(self, **message: Any) -> SlackResponse:  # noqa: N802 - the name in slack_sdk
        self.taken.append({"ts": f"2.{len(self.taken)}", "text": message["text"]})
        if len(self.taken) == 1:
            raise ConnectionResetError
        return answer({"ok": True, "ts": self.taken[-1]["ts"]})

    def conversations_replies(self, **_parameters: Any) -> SlackResponse:
        return answer({"ok": True, "messages": [{"ts": "1.1", "text": "vem äger det?"}, *self.taken]})


class Delivered:
    """Deliveries kept in memory."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    def claim(self, key: str, channel: str) -> Claim:
        again = key in self.known
        self.known.setdefault(key, "")
        return Claim.AGAIN if again else Claim.FIRST

    def release(self, key: str) -> None:
        assert key in self.known

    def finish(self, key: str, ts: str) -> None:
        self.known[key] = ts

    def posted(self, key: str) -> str:
        return self.known.get(key, "")


def answer(data: dict[str, Any]) -> SlackResponse:
    return SlackResponse(
        client=None, http_verb="POST", api_url="", req_args={}, data=data, headers={}, status_code=200
    )


def slack(client: WebClient) -> WebSlack:
    return WebSlack(client, client, Delivered(), frozenset)


def test_a_message_with_every_key_empty_is_from_a_person() -> None:
    empty = {
        "subtype": "",
        "bot_id": "",
        "bot_profile": PROFILE,
        "edited": {"user": "", "ts": ""},
        "hidden": False,
    }
    assert is_from_person({**MESSAGE, **empty})


@pytest.mark.parametrize(
    "part",
    [
        {"bot_profile": {**PROFILE, "id": "B012ABCDEF"}},
        {"bot_id": "B012ABCDEF"},
        {"edited": {"user": "U012ABCDEF", "ts": "1.2"}},
        {"subtype": "message_changed"},
        {"hidden": True},
    ],
)
def test_a_bot_or_an_edit_is_no_person(part: dict[str, Any]) -> None:
    assert not is_from_person({**MESSAGE, **part})


def test_one_trigger_for_all_does_not_make_two_acts_one() -> None:
    command = Command(TEAM, "C1", "U1", "/uppdrag", "", "13345224609.738474920", "https://hooks.slack.com/1")
    assert command.key != replace(command, name="/beslut").key
    click = Click(TEAM, "U1", "show_source", "1:2:3", "C1", "1.1", action_ts="1548426417.840180")
    assert click.key != replace(click, value="4:5:6").key
    assert click.key != replace(click, user="U2").key
    form = Submission(TEAM, "U1", "status_form", "V1", "{}", (("state", "green"),))
    assert form.key != replace(form, values=(("state", "red"),)).key
    shortcut = Shortcut(TEAM, "U1", "save_as_status", "13345224609.738474920", "C1", "1.1")
    assert shortcut.key != replace(shortcut, message_ts="1.2").key


def test_an_act_delivered_again_has_the_same_name() -> None:
    click = Click(TEAM, "U1", "show_source", "1:2:3", "C1", "1.1", action_ts="1548426417.840180")
    assert click.key == replace(click).key
    form = Submission(TEAM, "U1", "status_form", "V1", "{}", (("state", "green"),))
    assert form.key == replace(form).key


@pytest.mark.parametrize(
    "belongs",
    [
        {"team_id": TEAM},
        {},
        {"team_id": "E012ENTER5", "teams": [TEAM]},
        {"team_id": "E012ENTER5", "enterprise_user": {"id": "W012ABCDEF", "teams": [TEAM]}},
    ],
)
def test_a_person_of_the_team_may_use_the_bot_wherever_slack_names_the_team(belongs: dict[str, Any]) -> None:
    client = OneUser({"id": "W012ABCDEF", "name": "anna", **belongs})
    assert slack(client).member("W012ABCDEF", TEAM).may_use


@pytest.mark.parametrize("belongs", [{"team_id": "T0OTHER"}, {"team_id": "E012ENTER5", "teams": ["T0OTHER"]}])
def test_a_person_of_another_team_may_not(belongs: dict[str, Any]) -> None:
    assert not slack(OneUser({"id": "U012ABCDEF", **belongs})).member("U012ABCDEF", TEAM).may_use


def test_finds_its_own_words_where_the_workspace_hides_who_wrote_them() -> None:
    client = LosesItsAnswer()
    posting, place, words = slack(client), Place("C012ABCDEF", "1.1"), Outgoing("Ägaren är Anna.")
    with pytest.raises(Exception, match="chat_postMessage"):
        posting.post(place, words, "key")
    assert posting.post(place, words, "key") == "2.0"
    assert len(client.taken) == 1
