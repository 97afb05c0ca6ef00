"""Slack asks for a new connection now and then, and says nothing more on the old one: nothing waits for it."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.socket_mode import SocketModeClient
from websockets.sync.server import Server, ServerConnection, serve

from bot.socket_mode import PromptSocketModeClient

DISCONNECT = json.dumps({"type": "disconnect", "reason": "refresh_requested"})
HELLO = json.dumps({"type": "hello"})
SOON = 2.5  # seconds; the SDK's own connection is deaf for three, each time


class QuietSlack:
    """Takes connections and keeps them open, also those that it has said goodbye to."""

    def __init__(self) -> None:
        self.connections: list[ServerConnection] = []
        self.server: Server = serve(self._keep, "127.0.0.1", 0)
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def _keep(self, connection: ServerConnection) -> None:
        self.connections.append(connection)
        for _ in connection:
            pass

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self.server.socket.getsockname()[1]}/link"

    def wait_for(self, number: int) -> ServerConnection:
        deadline = time.monotonic() + 30
        while len(self.connections) < number:
            assert time.monotonic() < deadline, "no new connection came"
            time.sleep(0.01)
        return self.connections[number - 1]


class Links(WebClient):
    """Slack's way of handing out addresses."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url

    def apps_connections_open(self, **_parameters: Any) -> Any:
        return {"ok": True, "url": self.url}


@pytest.fixture
def slack() -> Iterator[QuietSlack]:
    slack = QuietSlack()
    yield slack
    slack.server.shutdown()


def connected(slack: QuietSlack) -> tuple[PromptSocketModeClient, list[float]]:
    heard: list[float] = []
    client = PromptSocketModeClient("xapp-1", web_client=Links(slack.url))

    def hear(_client: SocketModeClient, message: dict[str, Any], _raw: str | None) -> None:
        if message.get("type") == "hello":
            heard.append(time.monotonic())

    client.message_listeners.append(hear)  # type: ignore[arg-type]  # any client, says the SDK
    client.connect()
    return client, heard


def test_hears_the_new_connection_while_the_old_one_is_still_open(
    slack: QuietSlack, eventually: Callable[[Callable[[], object]], None]
) -> None:
    client, heard = connected(slack)
    waited: list[float] = []
    for number in (1, 2, 3):
        slack.wait_for(number).send(DISCONNECT)
        new, began = slack.wait_for(number + 1), time.monotonic()
        new.send(HELLO)
        eventually(lambda number=number: len(heard) >= number)
        waited.append(heard[-1] - began)
    client.close()
    assert min(waited) < SOON


def test_stops_without_waiting_for_the_last_word(
    slack: QuietSlack, eventually: Callable[[Callable[[], object]], None]
) -> None:
    waited: list[float] = []
    for number in (1, 2, 3):
        client, heard = connected(slack)
        slack.wait_for(number).send(HELLO)
        eventually(lambda heard=heard: heard)
        began = time.monotonic()
        client.close()
        assert not client.is_connected()
        waited.append(time.monotonic() - began)
    assert min(waited) < SOON


class JustStarting(PromptSocketModeClient):
    """Begins to read its connection only when it is being closed: the SDK then forgets that it was to stop."""

    def __init__(self, url: str) -> None:
        self.begins = threading.Event()
        super().__init__("xapp-1", web_client=Links(url))

    def _run_current_session(self) -> None:
        if session := self.current_session:
            state, active = self.current_session_state, session.is_active

            def is_active() -> bool:
                was_active = active()
                session.is_active = active
                self.begins.set()
                while not state.terminated:
                    time.sleep(0.001)
                return was_active

            session.is_active = is_active
        super()._run_current_session()


def test_a_connection_closed_as_it_begins_is_closed(slack: QuietSlack) -> None:
    client = JustStarting(slack.url)
    client.connect()
    assert client.begins.wait(30)
    closing = threading.Thread(target=client.close, daemon=True)
    closing.start()
    closing.join(30)
    assert not closing.is_alive()
