"""Each way in, from a person through a real Bolt app and back, over Socket Mode and signed requests."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.request import BoltRequest
from slack_sdk import WebClient

from bot.local.errors import NotDeliveredError
from bot.local.installation import Installation
from bot.local.person import NothingCameError, Person
from bot.local.server import LocalWorkspace
from tests.integration.local.bolt_app import card, small_app

ANNA = "U0ANNALIND1"


def _close(handler: SocketModeHandler, local: LocalWorkspace) -> None:
    """Close at once: the client would wait for its next message before it lets go of the socket."""
    handler.client.auto_reconnect_enabled = False
    local.drop_sockets()
    local.workspace.changes.wait_until(lambda: not handler.client.is_connected() or None, 4, poll=0.01)
    handler.close()


def _server(app: App) -> ThreadingHTTPServer:
    class Requests(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            headers = {key: [value] for key, value in self.headers.items()}
            answer = app.dispatch(BoltRequest(body=body, headers=headers))
            self.send_response(answer.status)
            for name, values in answer.headers.items():
                for value in values:
                    self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body.encode())

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    return ThreadingHTTPServer(("127.0.0.1", 0), Requests)


@pytest.fixture(params=["socket", "http"])
def seen(request: Any, local: LocalWorkspace, client: WebClient) -> Iterator[list[dict[str, Any]]]:
    """Run the app in one of the two modes; hands over every body it receives."""
    bodies: list[dict[str, Any]] = []
    app = small_app(local, client, bodies)
    if request.param == "socket":
        handler = SocketModeHandler(app, local.app_token)
        handler.connect()
        assert local.wait_for_connection()
        yield bodies
        _close(handler, local)
        return
    server = _server(app)
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    local.deliver_to(f"http://127.0.0.1:{server.server_address[1]}/slack/events")
    yield bodies
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_mention_is_answered_in_its_thread(seen: list[dict[str, Any]], anna: Person) -> None:
    ts = anna.mention("#uppdrag", "hej")
    reply = anna.wait_for_reply("#uppdrag", ts)
    assert "Vad vill du göra?" in reply.visible_text

    def kinds() -> list[str] | None:
        found = sorted(body["event"]["type"] for body in list(seen) if body["event"].get("ts") == ts)
        return found if len(found) == 2 else None

    assert anna.local.workspace.changes.wait_until(kinds, 2, poll=0.02) == ["app_mention", "message"]


def test_a_direct_message_is_answered(seen: list[dict[str, Any]], anna: Person) -> None:
    anna.direct("a < b & c")
    answer = anna.wait_for_message(anna.direct_channel, lambda m: m.is_bot)
    assert answer.text == "Du skrev: a &lt; b &amp; c"


def test_button_opens_a_modal_whose_errors_show_at_their_field(
    seen: list[dict[str, Any]], anna: Person
) -> None:
    reply = anna.wait_for_reply("#uppdrag", anna.mention("#uppdrag", "hej"))
    anna.click(reply, "open_form")
    view = anna.wait_for_view("status_form")
    assert anna.submit(view).errors == {"text": "Fyll i det här fältet."}
    assert anna.submit(view, {"text": "nej"}).errors == {"text": "Skriv lite mer."}
    done = anna.submit(view, {"text": "Allt går bra", "state_input": "green"})
    assert done.errors == {}
    assert done.view is None
    anna.wait_for_message(anna.direct_channel, lambda m: m.text == "Sparat: Allt går bra")
    submission = [body for body in seen if body.get("type") == "view_submission"][-1]
    chosen = submission["view"]["state"]["values"]["state"]["state_input"]
    assert chosen["selected_option"]["value"] == "green"


def test_a_choice_is_answered_through_its_response_url(seen: list[dict[str, Any]], anna: Person) -> None:
    reply = anna.wait_for_reply("#uppdrag", anna.mention("#uppdrag", "hej"))
    anna.click(reply, "pick", "yellow")
    answer = anna.wait_for_message("#uppdrag", lambda m: m.text == "Du valde yellow")
    assert answer.ephemeral_for == ANNA


def test_closing_a_modal_tells_the_app(seen: list[dict[str, Any]], anna: Person) -> None:
    reply = anna.wait_for_reply("#uppdrag", anna.mention("#uppdrag", "hej"))
    anna.click(reply, "open_form")
    anna.close(anna.wait_for_view())
    anna.wait_for_message(anna.direct_channel, lambda m: m.text == "Avbrutet")


def test_a_slash_command_is_answered_to_the_one_who_asked(seen: list[dict[str, Any]], anna: Person) -> None:
    anna.command("/status", "gul & sen @karim.saleh")
    answer = anna.wait_for_message("#uppdrag", lambda m: m.text.startswith("Status:"))
    assert answer.text == "Status: gul &amp; sen <@U0KARIMSAL1|karim.saleh>"
    assert answer.ephemeral_for == ANNA
    karim = Person(anna.local, "U0KARIMSAL1")
    assert answer not in karim.messages("#uppdrag")


def test_shortcuts_on_a_message_and_from_anywhere_open_a_modal(
    seen: list[dict[str, Any]], anna: Person
) -> None:
    message = anna.message("#allmänt", anna.say("#allmänt", "rekryteringen är sen"))
    anna.shortcut(message, "save_as_status")
    anna.close(anna.wait_for_view("status_form"))
    anna.shortcut(None, "save_as_status")
    assert anna.wait_for_view("status_form")
    kinds = [body["type"] for body in seen if "callback_id" in body]
    assert kinds == ["message_action", "shortcut"]


def test_home_is_published_when_opened(seen: list[dict[str, Any]], anna: Person) -> None:
    anna.open_home()
    assert anna.wait_for_home().blocks[0]["text"]["text"] == "Mina uppdrag"


def test_the_assistant_pane_greets_and_suggests(seen: list[dict[str, Any]], anna: Person) -> None:
    thread = anna.open_assistant("C0UPPDRAG01")
    anna.wait_for_reply(thread.channel, thread.thread_ts)
    stored = anna.local.workspace.changes.wait_until(
        lambda: anna.local.workspace.assistant_threads[thread.channel, thread.thread_ts].prompts or None, 3
    )
    assert stored is not None
    assert stored[0].message == "Vem äger uppdraget?"
    anna.direct("Vem äger?", thread_ts=thread.thread_ts)
    anna.wait_for_message(anna.direct_channel, lambda m: m.text == "Du skrev: Vem äger?")


def test_edits_and_deletions_reach_the_app(seen: list[dict[str, Any]], anna: Person) -> None:
    ts = anna.say("#uppdrag", "första")
    anna.edit("#uppdrag", ts, "andra")
    anna.delete("#uppdrag", ts)

    def subtypes() -> list[str] | None:
        found = sorted(one for body in list(seen) if (one := body["event"].get("subtype")))
        return found if len(found) == 2 else None

    changes = anna.local.workspace.changes
    assert changes.wait_until(subtypes, 2, poll=0.02) == ["message_changed", "message_deleted"]


def test_what_the_bot_is_not_a_member_of_never_reaches_it(
    seen: list[dict[str, Any]], anna: Person, local: LocalWorkspace
) -> None:
    local.workspace.add_channel("hemligt", [ANNA], private=True, channel_id="C0HEMLIGT01")
    anna.mention("#hemligt", "hör du?")
    anna.wait_for_reply("#uppdrag", anna.mention("#uppdrag", "hej"))
    assert all(body["event"].get("channel") != "C0HEMLIGT01" for body in seen)


def test_a_deleted_message_with_replies_leaves_a_stone(
    seen: list[dict[str, Any]], anna: Person, local: LocalWorkspace
) -> None:
    ts = anna.mention("#uppdrag", "hej")
    anna.wait_for_reply("#uppdrag", ts)
    anna.delete("#uppdrag", ts)

    def stone() -> dict[str, Any] | None:
        changed = (b["event"] for b in list(seen) if b["event"].get("subtype") == "message_changed")
        return next(changed, None)

    event = local.workspace.changes.wait_until(stone, 2, poll=0.02)
    assert event is not None
    assert event["message"]["subtype"] == "tombstone"
    assert event["message"]["reply_count"] == 1


def test_only_events_that_were_subscribed_to_are_sent() -> None:
    asked_for = Installation(subscriptions=frozenset({"app_mention"}))
    with LocalWorkspace(installation=asked_for, ack_seconds=0.1, retry_after=()) as local:
        anna = Person(local, ANNA)
        anna.mention("#uppdrag", "hej")
        anna.direct("hej")
        delivered = local.workspace.changes.wait_until(lambda: local.deliveries or None, 2, poll=0.02)
    assert delivered is not None
    assert [one.envelope.payload["event"]["type"] for one in delivered] == ["app_mention"]


def test_waiting_in_vain_says_what_was_there(anna: Person) -> None:
    anna.say("#uppdrag", "något annat")
    with pytest.raises(NothingCameError, match="något annat"):
        anna.wait_for_message("#uppdrag", lambda m: m.text == "aldrig", timeout=0.05)


def test_a_click_that_nobody_acknowledges_fails_for_the_person(anna: Person, client: WebClient) -> None:
    posted = client.chat_postMessage(channel="C0UPPDRAG01", text="kort", blocks=card())
    with pytest.raises(NotDeliveredError):
        anna.click(anna.message("#uppdrag", posted["ts"]), "open_form")
