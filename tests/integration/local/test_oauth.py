"""The local workspace hands out tokens as strictly as Slack does."""

import http.client
import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.local.server import LocalWorkspace

REDIRECT = "https://kansli.exempel.example/slack/oauth_redirect"
SAMPLE = Path(__file__).parents[3].parent / "shared" / "slack-samples" / "api" / "oauth.v2.access.json"


def get(local: LocalWorkspace, path: str, **query: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", local.port, timeout=10)
    asked = {"client_id": local.oauth.client_id, "scope": "chat:write", "state": "s", **query}
    connection.request("GET", f"/oauth/v2/authorize{path}?{urlencode(asked)}")
    return connection.getresponse()


@pytest.fixture
def code(local: LocalWorkspace) -> str:
    local.oauth.redirect_url = REDIRECT
    back = get(local, "/allow").headers["location"]
    assert back.startswith(REDIRECT)
    told = parse_qs(urlsplit(back).query)
    assert told["state"] == ["s"]
    return told["code"][0]


@pytest.fixture
def access(local: LocalWorkspace, code: str) -> Callable[..., dict[str, object]]:
    def call(**other: str) -> dict[str, object]:
        given = {
            "client_id": local.oauth.client_id,
            "client_secret": local.oauth.client_secret,
            "code": code,
            **other,
        }
        return dict(WebClient(base_url=local.api_url).oauth_v2_access(**given).data)  # type: ignore[arg-type]

    return call


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(SlackApiError) as caught:
        call()
    return str(caught.value.response["error"])


def test_a_code_is_good_for_one_token_with_the_scopes_that_were_allowed(
    local: LocalWorkspace, access: Callable[..., dict[str, object]]
) -> None:
    given = access()
    client = WebClient(token=str(given["access_token"]), base_url=local.api_url)
    assert client.chat_postMessage(channel="C0UPPDRAG01", text="Hej")["ok"]
    assert refusal(lambda: client.users_info(user="U0ANNALIND1")) == "missing_scope"
    assert refusal(access) == "invalid_code"


def test_the_answer_has_no_key_that_slacks_lacks(access: Callable[..., dict[str, object]]) -> None:
    if not SAMPLE.exists():
        pytest.skip("needs ../shared/slack-samples")
    sample = json.loads(SAMPLE.read_text())
    given = access()
    assert set(given) <= set(sample) | {"ok"}
    for part in ("authed_user", "team"):
        assert set(given[part]) <= set(sample[part])  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("other", "error"),
    [
        ({"client_id": "1.2"}, "invalid_client_id"),
        ({"client_secret": "fel"}, "bad_client_secret"),
        ({"code": "fel"}, "invalid_code"),
        ({"redirect_uri": "https://another.example"}, "bad_redirect_uri"),
    ],
)
def test_refuses_what_is_wrong(
    access: Callable[..., dict[str, object]], other: dict[str, str], error: str
) -> None:
    assert refusal(lambda: access(**other)) == error


def test_nothing_secret_stands_among_the_calls(
    local: LocalWorkspace, code: str, access: Callable[..., dict[str, object]]
) -> None:
    access()
    (call,) = (call for call in local.calls if call.method == "oauth.v2.access")
    assert local.oauth.client_secret not in str(call.arguments)
    assert code not in str(call.arguments)


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ({"client_id": "1.2"}, "invalid_client_id"),
        ({"scope": ""}, "invalid_scope"),
        ({"redirect_uri": "https://another.example"}, "bad_redirect_uri"),
    ],
)
@pytest.mark.parametrize("path", ["", "/allow", "/deny"])
def test_asks_nobody_about_an_address_that_is_wrong(
    local: LocalWorkspace, query: dict[str, str], problem: str, path: str
) -> None:
    local.oauth.redirect_url = REDIRECT
    answer = get(local, path, **query)
    assert answer.status == 400
    assert problem in answer.read().decode()


def test_a_token_is_worth_nothing_once_the_app_is_taken_away(
    local: LocalWorkspace, access: Callable[..., dict[str, object]]
) -> None:
    client = WebClient(token=str(access()["access_token"]), base_url=local.api_url)
    local.oauth.uninstall()
    assert refusal(client.auth_test) == "invalid_auth"
