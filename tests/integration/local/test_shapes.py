"""What the workspace sends has no key that Slack's own samples lack."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.local.person import Person
from bot.local.server import LocalWorkspace
from tests.integration.local.bolt_app import form, small_app

SAMPLES = Path(__file__).parents[3].parent / "shared" / "slack-samples"
CHANNEL = "C0UPPDRAG01"
ANNA = "U0ANNALIND1"

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="needs ../shared/slack-samples")

KNOWN_GAPS = {
    # Slack sends these and documents them; the samples leave them out.
    "blocks",  # of a view, and the many kinds of block
    "state",  # its values are named by the app's own ids
    "metadata",  # event_payload is the app's own
    "is_bot",
}


def invented(sent: object, sample: object, path: str = "") -> Iterator[str]:
    """Yield the path of every key that the sample lacks."""
    if isinstance(sent, dict) and isinstance(sample, dict):
        for key, value in sent.items():
            if key in KNOWN_GAPS:
                continue
            if key not in sample:
                yield f"{path}.{key}"
            else:
                yield from invented(value, sample[key], f"{path}.{key}")
    elif isinstance(sent, list) and isinstance(sample, list) and sample:
        for value in sent:
            yield from invented(value, sample[0], f"{path}[]")


def sample(path: str) -> Any:
    return json.loads((SAMPLES / path).read_text())


@pytest.fixture
def bodies(local: LocalWorkspace, client: WebClient, anna: Person) -> Iterator[list[dict[str, Any]]]:
    """Do everything a person can do, and hand over what the app received."""
    seen: list[dict[str, Any]] = []
    handler = SocketModeHandler(small_app(local, client, seen), local.app_token)
    handler.connect()
    assert local.wait_for_connection()
    ts = anna.mention(CHANNEL, "hej")
    reply = anna.wait_for_reply(CHANNEL, ts)
    anna.say(CHANNEL, "i tråden", thread_ts=ts)
    anna.react(CHANNEL, ts, "eyes")
    local.workspace.unreact(CHANNEL, ts, "eyes", ANNA)
    anna.click(reply, "pick", "green")
    anna.click(reply, "open_form")
    anna.close(anna.wait_for_view())
    anna.shortcut(anna.message(CHANNEL, ts), "save_as_status")
    anna.submit(anna.wait_for_view(), {"text": "Allt går bra"})
    anna.command("/status", "hej")
    anna.open_home()
    anna.wait_for_home()
    anna.open_home()
    anna.open_assistant(CHANNEL)
    local.workspace.add_channel("ny", [ANNA, "U0KANSLI001"], channel_id="C0NYKANAL01")
    local.workspace.join("C0NYKANAL01", "U0KARIMSAL1", ANNA)
    own = anna.say(CHANNEL, "eget")
    anna.edit(CHANNEL, own, "ändrat")
    anna.delete(CHANNEL, own)
    wanted = {"message_deleted", "member_joined_channel", "assistant_thread_started", "reaction_removed"}

    def all_came() -> bool | None:
        kinds = {body.get("event", {}).get("type") for body in list(seen)}
        kinds |= {body.get("event", {}).get("subtype") for body in list(seen)}
        return wanted <= kinds or None

    assert local.workspace.changes.wait_until(all_came, 4, poll=0.02)
    yield seen
    handler.client.auto_reconnect_enabled = False
    local.drop_sockets()
    local.workspace.changes.wait_until(lambda: not handler.client.is_connected() or None, 4, poll=0.01)
    handler.close()


EVENT_SAMPLES = {
    ("app_mention", None): "AppMention",
    ("message", None): "Message",
    ("message", "message_changed"): "MessageChanged",
    ("message", "message_deleted"): "MessageDeleted",
    ("app_home_opened", None): "AppHomeOpened",
    ("reaction_added", None): "ReactionAdded",
    ("reaction_removed", None): "ReactionRemoved",
    ("member_joined_channel", None): "MemberJoinedChannel",
}
INTERACTION_SAMPLES = {
    "block_actions": "interactive-components/BlockActionPayload",
    "message_action": "interactive-components/MessageShortcutPayload",
    "view_submission": "views/ViewSubmissionPayload",
    "view_closed": "views/ViewClosedPayload",
}


def test_events_and_interactions_have_slacks_keys(bodies: list[dict[str, Any]]) -> None:
    faults: set[str] = set()
    checked: set[object] = set()
    for body in bodies:
        if "command" in body:
            name = "app-backend/slash-commands/SlashCommandPayload.json"
        elif body["type"] == "event_callback":
            kind = (body["event"]["type"], body["event"].get("subtype"))
            if kind not in EVENT_SAMPLES:
                continue
            name = f"events/{EVENT_SAMPLES[kind]}Payload.json"
        else:
            name = f"app-backend/{INTERACTION_SAMPLES[body['type']]}.json"
        checked.add(name)
        faults |= {f"{name}: {path}" for path in invented(body, sample(name))}
    assert not faults
    assert len(checked) == len(EVENT_SAMPLES) + len(INTERACTION_SAMPLES) + 1


def test_api_answers_have_slacks_keys(local: LocalWorkspace, client: WebClient, anna: Person) -> None:
    ts = anna.say(CHANNEL, "fråga")
    posted = client.chat_postMessage(channel=CHANNEL, text="svar", thread_ts=ts)
    view = {**form(), "external_id": "x"}
    calls: list[tuple[str, dict[str, Any]]] = [
        ("auth.test", {}),
        ("bots.info", {"bot": "B0KANSLI001"}),
        ("chat.postMessage", {"channel": CHANNEL, "text": "hej", "metadata": None}),
        ("chat.postEphemeral", {"channel": CHANNEL, "user": ANNA, "text": "hej"}),
        ("chat.update", {"channel": CHANNEL, "ts": posted["ts"], "text": "nytt"}),
        ("chat.getPermalink", {"channel": CHANNEL, "message_ts": posted["ts"]}),
        ("chat.delete", {"channel": CHANNEL, "ts": posted["ts"]}),
        ("conversations.list", {"types": "public_channel,im"}),
        ("conversations.info", {"channel": CHANNEL, "include_num_members": True}),
        ("conversations.join", {"channel": CHANNEL}),
        ("conversations.open", {"users": ANNA, "return_im": True}),
        ("conversations.members", {"channel": CHANNEL}),
        ("users.info", {"user": ANNA}),
        ("users.list", {}),
        ("users.conversations", {}),
        ("team.info", {}),
        ("reactions.add", {"channel": CHANNEL, "timestamp": ts, "name": "eyes"}),
        ("reactions.remove", {"channel": CHANNEL, "timestamp": ts, "name": "eyes"}),
        ("views.open", {"trigger_id": local.workspace.triggers.issue(ANNA), "view": view}),
        ("views.publish", {"user_id": ANNA, "view": {"type": "home", "blocks": []}}),
        ("assistant.threads.setStatus", {"channel_id": CHANNEL, "thread_ts": ts, "status": "letar"}),
    ]
    faults: set[str] = set()
    for method, arguments in calls:
        answer = client.api_call(method, json=arguments).data
        faults |= {f"{method}: {path}" for path in invented(answer, sample(f"api/{method}.json"))}
    assert not faults
