"""Another web page in the browser can neither read the workspace nor write to it."""

import http.client
import json

import pytest

from bot.local.server import LocalWorkspace


def status(local: LocalWorkspace, method: str, path: str, headers: dict[str, str], body: str = "") -> int:
    connection = http.client.HTTPConnection("127.0.0.1", local.port)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in ({"Content-Length": str(len(body))} | headers).items():
        connection.putheader(name, value)
    connection.endheaders(body.encode())
    answered = connection.getresponse().status
    connection.close()
    return answered


SAY = json.dumps({"user": "U0ANNALIND1", "channel": "C0UPPDRAG01", "text": "inbrott"})
JSON = {"Content-Type": "application/json"}


def test_its_own_page_may_write(local: LocalWorkspace) -> None:
    assert status(local, "POST", "/page/say", JSON | {"Origin": local.url}, SAY) == 200


@pytest.mark.parametrize(
    "headers",
    [
        JSON | {"Origin": "https://evil.example"},
        JSON | {"Origin": "null"},
        JSON | {"Origin": "http://127.0.0.1:1"},
        JSON | {"Host": "evil.example"},
        JSON | {"Host": "evil.example:80", "Origin": "http://evil.example:80"},
    ],
)
def test_a_foreign_page_may_not(local: LocalWorkspace, headers: dict[str, str]) -> None:
    assert status(local, "POST", "/page/say", headers, SAY) == 403
    assert local.workspace.history("C0UPPDRAG01") == []


def test_a_form_of_another_page_may_not(local: LocalWorkspace) -> None:
    assert status(local, "POST", "/page/say", {"Content-Type": "text/plain"}, SAY) == 415


def test_rebinding_reads_nothing(local: LocalWorkspace) -> None:
    assert status(local, "GET", "/page/state", {"Host": "evil.example"}) == 403
    assert status(local, "GET", "/page/state", {}) == 200
    assert status(local, "GET", "/", {"Host": f"localhost:{local.port}"}) == 200


def test_a_foreign_page_may_not_open_a_socket(local: LocalWorkspace) -> None:
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    assert status(local, "GET", "/link/?ticket=x", upgrade | {"Origin": "https://evil.example"}) == 403


def test_listens_on_loopback_only(local: LocalWorkspace) -> None:
    assert local.url.startswith("http://127.0.0.1:")
