"""The Web API refuses what Slack refuses, in Slack's words, and remembers what it accepts."""

import json
import urllib.error
import urllib.request
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.local.conversation import ConversationKind
from bot.local.installation import Installation
from bot.local.person import Person
from bot.local.rate_limits import slack_limits
from bot.local.server import LocalWorkspace
from bot.local.workspace import Workspace

CHANNEL = "C0UPPDRAG01"
ANNA = "U0ANNALIND1"


def refusal(call: Any, **arguments: Any) -> dict[str, Any]:
    with pytest.raises(SlackApiError) as raised:
        call(**arguments)
    answer = raised.value.response.data
    assert isinstance(answer, dict)
    return answer


def section(text: str = "hej", **more: Any) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(action_id: str, text: str = "Tryck") -> dict[str, Any]:
    return {"type": "button", "action_id": action_id, "text": {"type": "plain_text", "text": text}}


def test_tokens_are_checked(local: LocalWorkspace) -> None:
    def error(token: str | None, method: str = "auth.test") -> str:
        client = WebClient(token=token, base_url=local.api_url)
        return str(refusal(client.api_call, api_method=method)["error"])

    assert error(None) == "not_authed"
    assert error("xoxb-någon-annans") == "invalid_auth"
    assert error(local.app_token, "chat.postMessage") == "not_allowed_token_type"
    assert error(local.bot_token, "apps.connections.open") == "not_allowed_token_type"
    assert error(local.bot_token, "chat.finnsInte") == "unknown_method"


def test_token_arguments_and_verbs_may_come_in_every_way_slack_takes(local: LocalWorkspace) -> None:
    def call(body: bytes | None, content_type: str, query: str = "", *, header: bool = True) -> Any:
        headers = {"Content-Type": content_type} | (
            {"Authorization": f"Bearer {local.bot_token}"} if header else {}
        )
        request = urllib.request.Request(f"{local.api_url}users.info{query}", body, headers)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    form = "application/x-www-form-urlencoded"
    assert call(f"user={ANNA}".encode(), form)["ok"]
    assert call(json.dumps({"user": ANNA}).encode(), "application/json; charset=utf-8")["ok"]
    assert call(f"user={ANNA}&token={local.bot_token}".encode(), form, header=False)["ok"]
    assert call(None, "", f"?user={ANNA}")["ok"]
    assert call(b"{", "application/json")["error"] == "invalid_json"
    assert call(b"[]", "application/json")["error"] == "json_not_object"
    assert call(b"user=U0NOBODY", form)["error"] == "user_not_found"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"channel": "C0NOWHERE01", "text": "hej"}, "channel_not_found"),
        ({"channel": CHANNEL, "text": ""}, "no_text"),
        ({"channel": CHANNEL, "text": "a" * 40_001}, "msg_too_long"),
        ({"channel": CHANNEL, "text": "hej", "thread_ts": "1.2"}, "thread_not_found"),
        ({"channel": CHANNEL, "markdown_text": "hej", "text": "hej"}, "markdown_text_conflict"),
        ({"channel": CHANNEL, "blocks": "{nej"}, "invalid_blocks_format"),
        ({"text": "hej"}, "invalid_arguments"),
    ],
)
def test_refuses_a_message(client: WebClient, arguments: dict[str, Any], error: str) -> None:
    assert refusal(client.api_call, api_method="chat.postMessage", params=arguments)["error"] == error


@pytest.mark.parametrize(
    ("blocks", "reason"),
    [
        ([section()] * 51, "no more than 50 items allowed [json-pointer:/blocks]"),
        ([section("a" * 3001)], "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
        ([section("")], "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
        ([{"type": "section"}], "missing required field: text or fields"),
        ([{"type": "nonsense"}], "unsupported type: nonsense [json-pointer:/blocks/0/type]"),
        ([section(colour="red")], "invalid additional property: colour"),
        (
            [{"type": "header", "text": {"type": "plain_text", "text": "a" * 151}}],
            "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
        ),
        ([{"type": "header", "text": {"type": "mrkdwn", "text": "a"}}], "unsupported type: mrkdwn"),
        ([{"type": "markdown", "text": "a" * 7000}] * 2, "must be less than 12001 characters"),
        ([section(block_id="a"), section(block_id="a")], "block_id 'a' already exists"),
        (
            [{"type": "actions", "elements": [button("a"), button("a")]}],
            "action_id 'a' already exists",
        ),
        (
            [{"type": "actions", "elements": [button("a", "b" * 76)]}],
            "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
        ),
        (
            [{"type": "actions", "elements": [button(str(n)) for n in range(26)]}],
            "no more than 25 items allowed [json-pointer:/blocks/0/elements]",
        ),
        (
            [{"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]] * 101}],
            "no more than 100 items allowed [json-pointer:/blocks/0/rows]",
        ),
        ([{"type": "context", "elements": []}], "no less than 1 items allowed"),
        (
            [{"type": "section", "fields": [{"type": "mrkdwn", "text": "a"}] * 11}],
            "no more than 10 items allowed [json-pointer:/blocks/0/fields]",
        ),
    ],
)
def test_refuses_blocks_and_says_where(client: WebClient, blocks: list[dict[str, Any]], reason: str) -> None:
    answer = refusal(client.chat_postMessage, channel=CHANNEL, text="hej", blocks=blocks)
    assert answer["error"] == "invalid_blocks"
    assert any(reason in message for message in answer["response_metadata"]["messages"]), answer


def test_the_bot_writes_only_where_it_is_a_member(local: LocalWorkspace, client: WebClient) -> None:
    local.workspace.add_channel("annan", [ANNA], channel_id="C0ANNANKAN1")
    local.workspace.add_channel("hemlig", [ANNA], private=True, channel_id="C0HEMLIG001")
    assert refusal(client.chat_postMessage, channel="C0ANNANKAN1", text="hej")["error"] == "not_in_channel"
    assert refusal(client.conversations_history, channel="C0ANNANKAN1")["error"] == "not_in_channel"
    assert refusal(client.chat_postMessage, channel="C0HEMLIG001", text="hej")["error"] == "channel_not_found"
    client.conversations_join(channel="C0ANNANKAN1")
    assert client.chat_postMessage(channel="C0ANNANKAN1", text="hej")["ok"]


def test_names_the_scope_that_is_missing(client: WebClient) -> None:
    with LocalWorkspace(installation=Installation(scopes=frozenset({"chat:write"}))) as narrow:
        answer = refusal(
            WebClient(token=narrow.bot_token, base_url=narrow.api_url).users_info, user="U0ANNALIND1"
        )
    assert (answer["error"], answer["needed"], answer["provided"]) == (
        "missing_scope",
        "users:read",
        "chat:write",
    )


def test_a_message_a_second_a_channel(local: LocalWorkspace) -> None:
    now = [1_800_000_000.0]
    workspace = Workspace(clock=lambda: now[0])
    with LocalWorkspace(workspace, limits=slack_limits()) as limited:
        client = WebClient(token=limited.bot_token, base_url=limited.api_url)
        for _ in range(4):
            client.chat_postMessage(channel=CHANNEL, text="hej")
        with pytest.raises(SlackApiError) as raised:
            client.chat_postMessage(channel=CHANNEL, text="hej")
        assert raised.value.response.status_code == 429
        assert raised.value.response.headers["retry-after"] == "1"
        assert client.chat_postMessage(channel="C0ALLMANT01", text="annan kanal")["ok"]
        now[0] += 1.0
        assert client.chat_postMessage(channel=CHANNEL, text="hej")["ok"]


def test_history_and_replies_page_and_carry_metadata(client: WebClient, anna: Person) -> None:
    metadata = {"event_type": "kansli_answer", "event_payload": {"id": 7}}
    first = client.chat_postMessage(channel=CHANNEL, text="först", metadata=metadata)
    anna.say(CHANNEL, "svar", thread_ts=first["ts"])
    for number in range(3):
        client.chat_postMessage(channel=CHANNEL, text=str(number))
    page = client.conversations_history(channel=CHANNEL, limit=2)
    assert [m["text"] for m in page["messages"]] == ["2", "1"]
    rest = client.conversations_history(
        channel=CHANNEL, limit=2, cursor=page["response_metadata"]["next_cursor"], include_all_metadata=True
    )
    assert [m["text"] for m in rest["messages"]] == ["0", "först"]
    assert rest["messages"][1]["metadata"] == metadata
    assert rest["messages"][1]["reply_count"] == 1
    assert not rest["has_more"]
    replies = client.conversations_replies(channel=CHANNEL, ts=first["ts"])
    assert [m["text"] for m in replies["messages"]] == ["först", "svar"]
    assert "metadata" not in replies["messages"][0]
    assert replies["messages"][1]["parent_user_id"] == "U0KANSLI001"


def test_updates_and_deletes_only_its_own(client: WebClient, anna: Person) -> None:
    mine = client.chat_postMessage(channel=CHANNEL, text="ett", blocks=[section("ett")])
    client.chat_update(channel=CHANNEL, ts=mine["ts"], text="två", blocks=[section("två")])
    assert anna.message(CHANNEL, mine["ts"]).visible_text == "två"
    theirs = anna.say(CHANNEL, "mitt")
    assert refusal(client.chat_update, channel=CHANNEL, ts=theirs, text="x")["error"] == "cant_update_message"
    assert refusal(client.chat_delete, channel=CHANNEL, ts=theirs)["error"] == "cant_delete_message"
    assert refusal(client.chat_update, channel=CHANNEL, ts="1.2", text="x")["error"] == "message_not_found"
    client.chat_delete(channel=CHANNEL, ts=mine["ts"])
    assert refusal(client.chat_delete, channel=CHANNEL, ts=mine["ts"])["error"] == "message_not_found"


def test_an_ephemeral_message_reaches_one_person_and_no_history(client: WebClient, anna: Person) -> None:
    client.chat_postEphemeral(channel=CHANNEL, user=ANNA, text="viskning")
    assert anna.wait_for_message(CHANNEL, lambda m: m.text == "viskning").ephemeral_for == ANNA
    assert client.conversations_history(channel=CHANNEL)["messages"] == []
    karim = Person(anna.local, "U0KARIMSAL1")
    assert karim.messages(CHANNEL) == []


def test_reactions_are_added_once_and_removed_once(client: WebClient, anna: Person) -> None:
    ts = anna.say(CHANNEL, "hej")
    client.reactions_add(channel=CHANNEL, timestamp=ts, name="eyes")
    again = refusal(client.reactions_add, channel=CHANNEL, timestamp=ts, name="eyes")
    assert again["error"] == "already_reacted"
    assert client.reactions_get(channel=CHANNEL, timestamp=ts)["message"]["reactions"][0]["name"] == "eyes"
    client.reactions_remove(channel=CHANNEL, timestamp=ts, name="eyes")
    gone = refusal(client.reactions_remove, channel=CHANNEL, timestamp=ts, name="eyes")
    assert gone["error"] == "no_reaction"


def test_a_stream_grows_and_ends(client: WebClient, anna: Person) -> None:
    ts = anna.say(CHANNEL, "fråga")
    stream = client.chat_stream(
        channel=CHANNEL, thread_ts=ts, recipient_team_id="T0KANSLI001", recipient_user_id=ANNA, buffer_size=1
    )
    stream.append(markdown_text="**Karin** ")
    stream.append(markdown_text="äger det.")
    stream.stop(blocks=[section("Källa")])
    reply = anna.wait_for_reply(CHANNEL, ts)
    assert reply.text == "**Karin** äger det."
    assert [block["type"] for block in reply.blocks] == ["markdown", "section"]
    late = refusal(client.chat_appendStream, channel=CHANNEL, ts=reply.ts, markdown_text="mer")
    assert late["error"] == "message_not_in_streaming_state"
    missing = refusal(client.chat_startStream, channel=CHANNEL, thread_ts=ts)
    assert missing["error"] == "missing_recipient_team_id"


def test_a_trigger_works_once_and_for_three_seconds(client: WebClient, local: LocalWorkspace) -> None:
    view = {
        "type": "modal",
        "title": {"type": "plain_text", "text": "Hej"},
        "blocks": [section()],
    }
    now = local.workspace.clock()
    trigger_id = local.workspace.triggers.issue(ANNA)
    client.views_open(trigger_id=trigger_id, view=view)
    assert refusal(client.views_open, trigger_id=trigger_id, view=view)["error"] == "exchanged_trigger_id"
    old = local.workspace.triggers.issue(ANNA)
    local.workspace.triggers.clock = lambda: now + 60
    assert refusal(client.views_open, trigger_id=old, view=view)["error"] == "expired_trigger_id"
    assert refusal(client.views_open, trigger_id="1.2.x", view=view)["error"] == "invalid_trigger_id"


def test_refuses_a_view_and_says_where(client: WebClient, local: LocalWorkspace) -> None:
    trigger_id = local.workspace.triggers.issue(ANNA)
    title = {"type": "plain_text", "text": "Hej"}
    field = {
        "type": "input",
        "label": title,
        "element": {"type": "plain_text_input", "action_id": "a"},
    }
    wrong = [
        ({"type": "modal", "title": title, "blocks": [field]}, "missing required field: submit"),
        ({"type": "modal", "blocks": []}, "missing required field: title"),
        (
            {"type": "modal", "title": {"type": "plain_text", "text": "a" * 25}, "blocks": []},
            "must be less than 25 characters [json-pointer:/view/title/text]",
        ),
        ({"type": "modal", "title": title, "blocks": [section()] * 101}, "no more than 100 items allowed"),
        (
            {"type": "modal", "title": title, "blocks": [{"type": "markdown", "text": "a"}]},
            "unsupported type",
        ),
    ]
    for view, reason in wrong:
        answer = refusal(client.views_open, trigger_id=trigger_id, view=view)
        assert answer["error"] == "invalid_arguments"
        assert any(reason in message for message in answer["response_metadata"]["messages"]), answer
    assert client.views_open(
        trigger_id=trigger_id, view={"type": "modal", "title": title, "blocks": [section()]}
    )["view"]["hash"]


def test_views_are_pushed_and_updated_with_their_hash(client: WebClient, local: LocalWorkspace) -> None:
    def modal(text: str) -> dict[str, Any]:
        return {
            "type": "modal",
            "callback_id": text,
            "title": {"type": "plain_text", "text": "Hej"},
            "blocks": [section(text)],
        }

    first = client.views_open(trigger_id=local.workspace.triggers.issue(ANNA), view=modal("a"))["view"]
    pushed = client.views_push(trigger_id=local.workspace.triggers.issue(ANNA, first["id"]), view=modal("b"))[
        "view"
    ]
    assert pushed["previous_view_id"] == pushed["root_view_id"] == first["id"]
    conflict = refusal(client.views_update, view_id=first["id"], hash="0.0", view=modal("c"))
    assert conflict["error"] == "hash_conflict"
    client.views_update(view_id=first["id"], hash=first["hash"], view=modal("c"))
    assert local.workspace.view(first["id"]).callback_id == "c"
    assert refusal(client.views_update, view_id="V0NOTHING01", view=modal("c"))["error"] == "not_found"


def test_lists_who_and_what_there_is(client: WebClient) -> None:
    names = {m["name"]: m for m in client.users_list()["members"]}
    assert names["mia.guest"]["is_restricted"] is True
    assert names["kansli"]["is_bot"] is True
    channels = {c["name"] for c in client.conversations_list()["channels"]}
    assert channels == {"allmänt", "uppdrag"}
    assert ANNA in client.conversations_members(channel=CHANNEL)["members"]
    opened = client.conversations_open(users=[ANNA])["channel"]["id"]
    assert client.conversations_info(channel=opened)["channel"]["user"] == ANNA
    assert client.users_conversations(types="im")["channels"][0]["is_im"] is True
    assert client.bots_info(bot="B0KANSLI001")["bot"]["user_id"] == "U0KANSLI001"
    assert client.team_info()["team"]["id"] == "T0KANSLI001"
    assert refusal(client.usergroups_users_list, usergroup="S0NOSUCH001")["error"] == "no_such_subteam"
    assert refusal(client.files_info, file="F0NOSUCH001")["error"] == "file_not_found"
    permalink = client.chat_getPermalink(
        channel=CHANNEL, message_ts=client.chat_postMessage(channel=CHANNEL, text="hej")["ts"]
    )["permalink"]
    assert "/archives/C0UPPDRAG01/p" in permalink
    assert ConversationKind.DIRECT.value == "im"


def test_timestamps_are_unique_and_rising(client: WebClient, anna: Person) -> None:
    sent = [anna.say(CHANNEL, str(number)) for number in range(200)]
    sent.append(client.chat_postMessage(channel=CHANNEL, text="sist")["ts"])
    assert sent == sorted(set(sent))


def test_every_call_is_logged_without_its_token(client: WebClient, local: LocalWorkspace) -> None:
    client.chat_postMessage(channel=CHANNEL, text="hej")
    [call] = local.wait_for_calls("chat.postMessage")
    assert call.ok
    assert call.arguments["text"] == "hej"
    assert local.bot_token not in str(call)


def test_a_streams_tasks_change_where_they_stand(client: WebClient, anna: Person) -> None:
    def task(name: str, status: str) -> dict[str, str]:
        return {"type": "task_update", "id": name, "title": name, "status": status}

    place = {"channel": anna.direct_channel}
    root = anna.direct("vem äger det?")
    chunks = [task("sök", "in_progress"), task("svara", "pending")]
    ts = client.chat_startStream(**place, thread_ts=root, chunks=chunks)["ts"]
    client.chat_appendStream(**place, ts=ts, chunks=[task("sök", "complete")], markdown_text="")
    shown = anna.message(anna.direct_channel, ts).stream_tasks
    assert [(one["id"], one["status"]) for one in shown] == [("sök", "complete"), ("svara", "pending")]
    with pytest.raises(SlackApiError) as refused:
        client.chat_appendStream(**place, ts=ts, chunks=[task("sök", "klar")], markdown_text="")
    assert refused.value.response["error"] == "invalid_chunks"
