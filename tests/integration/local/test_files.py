"""Files go in and out as in Slack: dropped by a person, posted by the app, fetched with its token."""

from dataclasses import replace
from typing import Any
from urllib.request import Request, urlopen

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.local.events import events_of
from bot.local.person import Person
from bot.local.server import LocalWorkspace

CHANNEL = "C0UPPDRAG01"
BOT = "U0KANSLI001"


def fetched(url: str, token: str = "") -> tuple[bytes, str]:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    with urlopen(Request(url, headers=headers), timeout=20) as answer:
        return answer.read(), answer.headers["content-type"]


def heard(local: LocalWorkspace) -> list[dict[str, Any]]:
    """Collect the events an app receives from now on."""
    events: list[dict[str, Any]] = []
    local.workspace.changes.subscribe(
        lambda change: events.extend(events_of(change, local.workspace, local.installation.scopes))
    )
    return events


def test_a_dropped_file_is_told_of_and_fetched_with_the_token(
    local: LocalWorkspace, client: WebClient, anna: Person
) -> None:
    events = heard(local)
    anna.upload(anna.direct_channel, "Plan å 1.pdf", b"%PDF-1", "läs den här")
    message, shared = events
    assert (message["type"], message["subtype"], message["text"]) == ("message", "file_share", "läs den här")
    assert (shared["type"], shared["user_id"]) == ("file_shared", anna.user_id)
    assert shared["file_id"] == message["files"][0]["id"]
    file = client.files_info(file=shared["file_id"])["file"]
    assert (file["name"], file["mimetype"], file["size"]) == ("Plan å 1.pdf", "application/pdf", 6)
    for address in (file["url_private"], file["url_private_download"]):
        assert fetched(address, local.bot_token) == (b"%PDF-1", "application/pdf")
    content, kind = fetched(file["url_private"])
    assert content.startswith(b"<!doctype html>")
    assert kind.startswith("text/html")


def test_a_file_alone_needs_no_text_and_has_no_blocks(anna: Person) -> None:
    message = anna.message(CHANNEL, anna.upload(CHANNEL, "a.txt", b"a"))
    assert (message.text, message.blocks, message.files[0]["filetype"]) == ("", (), "text")


def test_without_the_scope_the_app_sees_no_files(local: LocalWorkspace, anna: Person) -> None:
    local.installation = replace(local.installation, scopes=frozenset({"im:history"}))
    events = heard(local)
    anna.upload(anna.direct_channel, "a.txt", b"a", "hej")
    assert [event["type"] for event in events] == ["message"]
    assert "files" not in events[0]


def test_the_app_posts_a_file_with_slacks_own_client(
    local: LocalWorkspace, client: WebClient, anna: Person
) -> None:
    root = anna.say(CHANNEL, "fråga")
    posted = client.files_upload_v2(
        channel=CHANNEL,
        thread_ts=root,
        filename="möten.ics",
        title="Möten",
        content="BEGIN:VCALENDAR",
        initial_comment="Här",
    )
    message = anna.wait_for_message(CHANNEL, lambda one: bool(one.files))
    assert (message.text, message.thread_ts, message.user) == ("Här", root, BOT)
    assert message.files[0]["title"] == "Möten"
    file = client.files_info(file=posted["files"][0]["id"])["file"]
    assert file["shares"]["public"][CHANNEL] == [{"ts": message.ts}]
    assert fetched(f"{local.url}/page/file/{file['id']}?user={anna.user_id}")[1].startswith("text/calendar")
    client.files_delete(file=file["id"])
    assert anna.message(CHANNEL, message.ts).files == ({"id": file["id"], "mode": "tombstone"},)


@pytest.mark.parametrize(
    ("method", "arguments", "error"),
    [
        ("files.info", {"file": "F0FINNSINTE"}, "file_not_found"),
        ("files.completeUploadExternal", {"files": '[{"id": "F0FINNSINTE"}]'}, "file_not_found"),
        ("files.completeUploadExternal", {"files": "[]"}, "invalid_arguments"),
        ("files.getUploadURLExternal", {"filename": "a.txt"}, "invalid_arguments"),
        ("files.getUploadURLExternal", {"length": 3}, "invalid_arguments"),
    ],
)
def test_refuses_as_slack_does(
    client: WebClient, method: str, arguments: dict[str, object], error: str
) -> None:
    with pytest.raises(SlackApiError) as refused:
        client.api_call(method, params=arguments)
    assert refused.value.response["error"] == error


def test_a_file_in_a_conversation_without_the_app_is_not_its_to_read(
    local: LocalWorkspace, client: WebClient, anna: Person
) -> None:
    other = local.workspace.direct_conversation(anna.user_id, "U0KARIMSAL1").id
    file = anna.message(other, anna.upload(other, "a.txt", b"hemligt")).files[0]
    with pytest.raises(SlackApiError, match="file_not_found"):
        client.files_info(file=file["id"])
    with pytest.raises(OSError, match="404"):
        fetched(file["url_private"], local.bot_token)
