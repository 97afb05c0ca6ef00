"""Deliveries as Slack makes them: acknowledged in time, else repeated; and every fault on demand."""

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.error import URLError
from urllib.parse import parse_qs

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler
from slack_sdk.socket_mode import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.webhook import WebhookClient

from bot.local.errors import RequestUrlError
from bot.local.person import Person
from bot.local.server import LocalWorkspace

CHANNEL = "C0UPPDRAG01"


class Listener:
    """A Socket Mode client that acknowledges when told to."""

    def __init__(self, local: LocalWorkspace, *, acknowledge: bool = True) -> None:
        self.local = local
        self.requests: list[SocketModeRequest] = []
        self.acknowledge = acknowledge
        self.client = SocketModeClient(
            app_token=local.app_token, web_client=WebClient(base_url=local.api_url), ping_interval=0.2
        )
        self.client.socket_mode_request_listeners.append(self._take)
        before = local.connections
        self.client.connect()
        assert local.workspace.changes.wait_until(lambda: local.connections > before or None, 3, poll=0.01)

    def _take(self, client: Any, request: SocketModeRequest) -> None:
        self.requests.append(request)
        if self.acknowledge:
            client.send_socket_mode_response(SocketModeResponse(envelope_id=request.envelope_id))

    def wait_for(self, count: int, seconds: float = 4.0) -> list[SocketModeRequest]:
        enough = lambda: list(self.requests) if len(self.requests) >= count else None  # noqa: E731
        found = self.local.workspace.changes.wait_until(enough, seconds, poll=0.01)
        assert found is not None, f"{len(self.requests)} of {count} requests came"
        return found

    def close(self) -> None:
        self.client.auto_reconnect_enabled = False
        self.client.current_session_state.terminated = True
        self.local.drop_sockets()
        changes = self.local.workspace.changes
        changes.wait_until(lambda: not self.client.is_connected() or None, 4, poll=0.01)
        self.client.close()


@pytest.fixture
def listener(local: LocalWorkspace) -> Iterator[Listener]:
    listening = Listener(local)
    yield listening
    listening.close()


def events(requests: list[SocketModeRequest]) -> list[str]:
    return [request.payload["event"]["text"] for request in requests]


def test_an_unacknowledged_event_is_repeated_over_the_socket(listener: Listener, anna: Person) -> None:
    listener.acknowledge = False
    anna.say(CHANNEL, "hör du?")
    listener.wait_for(2)
    listener.acknowledge = True
    first, second, *_ = listener.requests
    assert (first.retry_attempt, second.retry_attempt) == (0, 1)
    assert second.retry_reason == "timeout"
    assert first.payload["event_id"] == second.payload["event_id"]
    assert first.envelope_id != second.envelope_id


def test_an_event_waits_for_the_app_to_connect(local: LocalWorkspace, anna: Person) -> None:
    anna.say(CHANNEL, "före")
    late = Listener(local)
    assert events(late.wait_for(1)) == ["före"]
    late.close()


def test_of_several_connections_one_gets_each_event(
    local: LocalWorkspace, listener: Listener, anna: Person
) -> None:
    other = Listener(local)
    for number in range(10):
        anna.say(CHANNEL, str(number))
    both = lambda: len(listener.requests) + len(other.requests) >= 10 or None  # noqa: E731
    assert local.workspace.changes.wait_until(both, 3, poll=0.01)
    assert sorted(events(listener.requests) + events(other.requests)) == [str(n) for n in range(10)]
    assert listener.requests
    assert other.requests
    other.close()


@pytest.mark.parametrize("announced", [True, False])
def test_the_client_comes_back_after_its_connection_ended(
    local: LocalWorkspace, listener: Listener, anna: Person, announced: bool
) -> None:
    if announced:
        local.refresh_sockets()
    else:
        local.drop_sockets()
    assert local.wait_for_connection()
    anna.say(CHANNEL, "efter")
    assert "efter" in events(listener.wait_for(1))


def test_duplicates_and_another_order_on_demand(
    local: LocalWorkspace, listener: Listener, anna: Person
) -> None:
    local.faults.duplicate_events(copies=2)
    anna.say(CHANNEL, "tre gånger")
    three = listener.wait_for(3)
    assert len({request.payload["event_id"] for request in three}) == 1
    local.faults.reorder_events(2)
    anna.say(CHANNEL, "ett")
    anna.say(CHANNEL, "två")
    assert events(listener.wait_for(5)[3:]) == ["två", "ett"]


def test_a_rate_limited_call_says_how_long_to_wait(local: LocalWorkspace, client: WebClient) -> None:
    local.faults.rate_limit("chat.postMessage", retry_after=1)
    with pytest.raises(SlackApiError) as raised:
        client.chat_postMessage(channel=CHANNEL, text="hej")
    assert raised.value.response.status_code == 429
    local.faults.rate_limit("chat.postMessage", retry_after=1)
    patient = WebClient(token=local.bot_token, base_url=local.api_url)
    patient.retry_handlers.append(RateLimitErrorRetryHandler(max_retry_count=1))
    assert patient.chat_postMessage(channel=CHANNEL, text="hej")["ok"]


def test_a_server_error_and_a_hang_on_demand(local: LocalWorkspace, client: WebClient) -> None:
    local.faults.fail("chat.postMessage", status=503)
    with pytest.raises(SlackApiError) as raised:
        client.chat_postMessage(channel=CHANNEL, text="hej")
    assert raised.value.response.status_code == 503
    local.faults.hang("chat.postMessage", seconds=1.5)
    hasty = WebClient(token=local.bot_token, base_url=local.api_url, timeout=1)
    with pytest.raises((TimeoutError, URLError)):
        hasty.chat_postMessage(channel=CHANNEL, text="hej")


def test_a_dropped_response_leaves_the_message_posted(
    local: LocalWorkspace, client: WebClient, anna: Person
) -> None:
    client.retry_handlers.clear()
    local.faults.drop_response("chat.postMessage")
    with pytest.raises((ConnectionError, URLError)):
        client.chat_postMessage(channel=CHANNEL, text="framme ändå")
    assert [m.text for m in anna.messages(CHANNEL)] == ["framme ändå"]


class Requests(ThreadingHTTPServer):
    """A request URL that answers as told and keeps what it got."""

    def __init__(self) -> None:
        self.received: list[tuple[dict[str, str], bytes]] = []
        self.answers: list[tuple[int, dict[str, str]]] = []
        super().__init__(("127.0.0.1", 0), Handler)


class Handler(BaseHTTPRequestHandler):
    server: Requests

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if b"url_verification" in body:
            status, headers, answer = 200, {}, json.loads(body)["challenge"].encode()
        else:
            self.server.received.append((dict(self.headers.items()), body))
            status, headers = self.server.answers.pop(0) if self.server.answers else (200, {})
            answer = b""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def request_url(local: LocalWorkspace) -> Iterator[Requests]:
    server = Requests()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    local.deliver_to(f"http://127.0.0.1:{server.server_address[1]}/slack/events")
    yield server
    server.shutdown()
    server.server_close()


def wait_for(local: LocalWorkspace, server: Requests, count: int) -> list[tuple[dict[str, str], bytes]]:
    enough = lambda: list(server.received) if len(server.received) >= count else None  # noqa: E731
    found = local.workspace.changes.wait_until(enough, 4, poll=0.01)
    assert found is not None, f"{len(server.received)} of {count} came"
    return found


def test_requests_are_signed_as_slack_signs(
    local: LocalWorkspace, request_url: Requests, anna: Person
) -> None:
    anna.say(CHANNEL, "signerat åäö")
    headers, body = wait_for(local, request_url, 1)[0]
    basis = f"v0:{headers['X-Slack-Request-Timestamp']}:".encode() + body
    expected = "v0=" + hmac.new(local.signing_secret.encode(), basis, hashlib.sha256).hexdigest()
    assert headers["X-Slack-Signature"] == expected
    assert "X-Slack-Retry-Num" not in headers
    assert json.loads(body)["event"]["text"] == "signerat åäö"


def test_a_refused_request_is_repeated_with_number_and_reason(
    local: LocalWorkspace, request_url: Requests, anna: Person
) -> None:
    request_url.answers = [(500, {}), (302, {"Location": "http://127.0.0.1:1/"})]
    anna.say(CHANNEL, "igen")
    received = wait_for(local, request_url, 3)
    numbers = [(h.get("X-Slack-Retry-Num"), h.get("X-Slack-Retry-Reason")) for h, _ in received]
    assert numbers == [(None, None), ("1", "http_error"), ("2", "http_error")]


def test_no_retry_is_respected(local: LocalWorkspace, request_url: Requests, anna: Person) -> None:
    request_url.answers = [(500, {"X-Slack-No-Retry": "1"})]
    anna.say(CHANNEL, "bara en gång")
    wait_for(local, request_url, 1)
    anna.say(CHANNEL, "nästa")
    texts = [json.loads(body)["event"]["text"] for _, body in wait_for(local, request_url, 2)]
    assert texts == ["bara en gång", "nästa"]


def test_a_url_that_fails_the_challenge_is_refused(local: LocalWorkspace) -> None:
    with pytest.raises(RequestUrlError):
        local.deliver_to("http://127.0.0.1:9/slack/events")


def test_a_response_url_works_five_times(local: LocalWorkspace, request_url: Requests, anna: Person) -> None:
    anna.command("/status", "hej")
    form = parse_qs(wait_for(local, request_url, 1)[0][1].decode())
    assert form["command"] == ["/status"]
    webhook = WebhookClient(form["response_url"][0])
    statuses = [webhook.send(text="svar", response_type="in_channel").status_code for _ in range(6)]
    assert statuses == [200] * 5 + [404]
    assert len([m for m in anna.messages(CHANNEL) if m.text == "svar"]) == 5
