"""Slack: the adapter that every word to Slack passes through, guarded, and posted once."""

import http.client
import logging
import re
import time
import urllib.error
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from ssl import SSLContext
from typing import Any, Protocol

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler
from slack_sdk.web import SlackResponse
from slack_sdk.webhook import WebhookClient

from bot import guard, slack_files, texts
from bot.document_intake import FetchedFile
from bot.errors import BotError, SlackRefusedError, SlackUnavailableError
from bot.incoming import IncomingMessage, Place
from bot.outgoing import Attachment, Block, Modal, Outgoing
from bot.parts import Claim, Member
from bot.slack_members import member_of

EVENT_TYPE = "kansli_reply"
PASSING_ERRORS = frozenset(
    {"internal_error", "fatal_error", "service_unavailable", "ratelimited", "rate_limited", "request_timeout"}
)
SLACKBOT = "USLACKBOT"
UNKNOWN_PERSON = frozenset({"user_not_found", "user_not_visible"})
CHANNEL_ID = re.compile("[CDG][A-Z0-9]{6,}")
PERSON_ID = re.compile("[UW][A-Z0-9]{6,}")
LOOK_BACK = 8 * 24 * 3600  # seconds; a week's digest may be tried again all week
MOST_PAGES = 20

_log = logging.getLogger(__name__)


class Deliveries(Protocol):
    """Remembers what was posted, so that nothing is posted twice."""

    def claim(self, key: str, channel: str) -> Claim:
        """Take a message to post it: for the first time, after an interrupted try, or not while another has it."""

    def release(self, key: str) -> None:
        """Let go of a message whose posting failed, so that anybody may try again."""

    def finish(self, key: str, ts: str) -> None:
        """Note the timestamp that the posted message got."""

    def posted(self, key: str) -> str:
        """Return the timestamp of the posted message, or nothing."""


def web_client(token: str | None, base_url: str, trust: SSLContext | None = None) -> WebClient:
    """Return a client that waits when told to and never repeats a call whose answer was lost.

    The SDK's own default repeats a call when the connection drops, and so may post twice. Without `trust`, the
    machine's list of certificates is read anew for each call, which takes longer than many a call.
    """
    return WebClient(
        token=token,
        base_url=base_url,
        timeout=10,
        ssl=trust,
        retry_handlers=[RateLimitErrorRetryHandler(max_retry_count=3)],
    )


def hasty_client(token: str, base_url: str, trust: SSLContext | None = None) -> WebClient:
    """Return a client for calls that are nice to have: one try, and soon done."""
    return WebClient(token=token, base_url=base_url, timeout=3, ssl=trust, retry_handlers=[])


class WebSlack:
    """Slack over its Web API."""

    def __init__(
        self,
        client: WebClient,
        hasty: WebClient,
        deliveries: Deliveries,
        hosts: Callable[[], AbstractSet[str]],
    ) -> None:
        self._client = client
        self._hasty = hasty
        self._deliveries = deliveries
        self._hosts = hosts

    def post(self, place: Place, message: Outgoing, key: str) -> str:
        """Post the message once; what an earlier try may have posted is looked for first."""
        return self._once(
            key,
            place.channel,
            lambda: self._find(place, message, key),
            lambda: self._post(place, message, key),
        )

    def find_post(self, place: Place, key: str) -> str:
        """Return the timestamp of a message posted under a key, looked for in Slack when it is not known."""
        return self._deliveries.posted(key) or self._with_key(place, key)

    def _once(self, key: str, channel: str, find: Callable[[], str], send: Callable[[], str]) -> str:
        """Send under a key unless it was sent; after an interrupted try, look before sending again."""
        if ts := self._deliveries.posted(key):
            return ts
        claim = self._deliveries.claim(key, channel)
        if claim is Claim.BUSY:
            raise SlackUnavailableError("another process is posting this")
        try:
            ts = (find() if claim is Claim.AGAIN else "") or send()
        except BotError:
            self._deliveries.release(key)
            raise
        self._deliveries.finish(key, ts)
        return ts

    def _post(self, place: Place, message: Outgoing, key: str) -> str:
        sent = guard.guarded(message, self._hosts())
        parameters: dict[str, Any] = {
            "channel": place.channel,
            "text": sent.text,
            "unfurl_links": False,
            "unfurl_media": False,
            "metadata": {"event_type": EVENT_TYPE, "event_payload": {"key": key}},
        }
        if sent.blocks:
            parameters["blocks"] = list(sent.blocks)
        if place.thread_ts:
            parameters["thread_ts"] = place.thread_ts
        return str(self._call(self._client.chat_postMessage, parameters).get("ts", ""))

    def share(self, place: Place, files: Sequence[Attachment], comment: str, key: str) -> None:
        """Put files in a thread once; after an interrupted try, files of the same names are looked for there first."""
        names = {each.name for each in files}

        def find() -> str:
            for each in self._recent(place):
                if names <= {str(file.get("name", "")) for file in each.get("files") or ()}:
                    return str(each["ts"])
            return ""

        self._once(key, place.channel, find, lambda: self._upload(place, files, comment))

    def _upload(self, place: Place, files: Sequence[Attachment], comment: str) -> str:
        """Upload files to a conversation, and return the id of the first."""
        given = [
            {
                "content": each.content,
                "filename": each.name,
                "title": each.title,
                "alt_txt": each.alt_text or None,
            }
            for each in files
        ]
        parameters = {
            "file_uploads": given,
            "channel": self._conversation(place.channel),
            "initial_comment": guard.guarded(Outgoing(comment), self._hosts()).text,
            "thread_ts": place.thread_ts or None,
        }
        shared = self._call(self._client.files_upload_v2, parameters).get("files") or [{}]
        return str(shared[0].get("id", ""))

    def grow(self, message: IncomingMessage, words: str, key: str) -> None:
        """Begin a stream with the words, or add them to the one begun; once one is lost, no other is begun."""
        chunks = [{"type": "markdown_text", "text": guard.guarded_markdown(words, self._hosts()) + " "}]
        place, stream = {"channel": message.channel}, _stream(key)
        ts = self._deliveries.posted(stream)
        if ts:
            self._try(self._hasty.chat_appendStream, {**place, "ts": ts, "chunks": chunks})
        elif self._deliveries.claim(stream, message.channel) is Claim.FIRST:
            begun = self._try(
                self._hasty.chat_startStream,
                {
                    **place,
                    "thread_ts": message.place.thread_ts,
                    "recipient_team_id": message.team,
                    "recipient_user_id": message.user,
                    "chunks": chunks,
                },
            )
            if begun:
                self._deliveries.finish(stream, str(begun["ts"]))

    def post_grown(self, place: Place, message: Outgoing, key: str) -> str:
        """End the stream and put the whole message in its place; post it where there is none, or none that can change."""
        if self.end_grown(place, message, key):
            return self._deliveries.posted(_stream(key))
        return self.post(place, message, key)

    def end_grown(self, place: Place, message: Outgoing, key: str) -> bool:
        """End the stream and put a message in its place; false where there is none, or none that can change."""
        ts = self._deliveries.posted(_stream(key))
        if not ts:
            return False
        try:
            with suppress(SlackRefusedError):  # it is over already: Slack ends one that takes too long
                self._call(self._client.chat_stopStream, {"channel": place.channel, "ts": ts})
            self.update(place, ts, message)
        except SlackRefusedError as error:
            _log.warning("a stream cannot be made whole: %s", error)
            return False
        return True

    def update(self, place: Place, ts: str, message: Outgoing) -> None:
        """Replace a message of the bot's own."""
        sent = guard.guarded(message, self._hosts())
        self._call(
            self._client.chat_update,
            {"channel": place.channel, "ts": ts, "text": sent.text, "blocks": list(sent.blocks)},
        )

    def whisper(self, place: Place, user: str, message: Outgoing) -> None:
        """Show a message to one person only."""
        sent = guard.guarded(message, self._hosts())
        channel = self._conversation(place.channel)
        parameters: dict[str, Any] = {"channel": channel, "user": user, "text": sent.text}
        if sent.blocks:
            parameters["blocks"] = list(sent.blocks)
        if place.thread_ts:
            parameters["thread_ts"] = place.thread_ts
        self._call(self._client.chat_postEphemeral, parameters)

    def respond(self, response_url: str, message: Outgoing, *, replace: bool = False) -> None:
        """Answer over the response address that came with a command or click."""
        sent = guard.guarded(message, self._hosts())
        try:
            answer = WebhookClient(response_url, timeout=10).send(
                text=sent.text,
                blocks=list(sent.blocks) or None,
                response_type="ephemeral",
                replace_original=replace,
            )
        except (urllib.error.URLError, OSError, http.client.HTTPException) as error:
            raise SlackUnavailableError("response_url") from error
        if answer.status_code in {429, 500, 502, 503, 504}:
            raise SlackUnavailableError(f"response_url: {answer.status_code}")
        if answer.status_code != 200:
            raise SlackRefusedError("response_url", answer.body or str(answer.status_code))

    def open_modal(self, trigger_id: str, modal: Modal) -> None:
        """Open a modal; on top of the one that the trigger came from, when it came from one."""
        sent = guard.guarded_modal(modal, self._hosts())
        view: dict[str, Any] = {
            "type": "modal",
            "title": {"type": "plain_text", "text": sent.title},
            "blocks": list(sent.blocks),
            "close": {"type": "plain_text", "text": sent.close},
            "private_metadata": sent.private,
        }
        if sent.callback_id:
            view |= {"callback_id": sent.callback_id, "submit": {"type": "plain_text", "text": sent.submit}}
        self._call(self._client.views_open, {"trigger_id": trigger_id, "view": view})

    def publish_home(self, user: str, blocks: Sequence[Block]) -> None:
        """Show a person's home tab."""
        sent = guard.guarded_home(tuple(blocks), self._hosts())
        self._call(
            self._client.views_publish, {"user_id": user, "view": {"type": "home", "blocks": list(sent)}}
        )

    def show_work(self, message: IncomingMessage) -> None:
        """Set the assistant's status line in a direct conversation, else put a pair of eyes on the message."""
        if message.is_direct:
            self._try(
                self._hasty.assistant_threads_setStatus,
                {
                    "channel_id": message.channel,
                    "thread_ts": message.thread_ts or message.ts,
                    "status": texts.WORKING,
                },
            )
        elif not message.choice_of:
            self._try(
                self._hasty.reactions_add,
                {"channel": message.channel, "timestamp": message.ts, "name": "eyes"},
            )

    def greet(self, place: Place, title: str, prompts: Sequence[tuple[str, str]]) -> None:
        """Suggest questions in an assistant thread."""
        self._try(
            self._hasty.assistant_threads_setSuggestedPrompts,
            {
                "channel_id": place.channel,
                "thread_ts": place.thread_ts,
                "title": title,
                "prompts": [{"title": name, "message": question} for name, question in prompts],
            },
        )

    def member(self, user: str, team: str) -> Member:
        """Look a person up in Slack."""
        if not user or user == SLACKBOT:
            return Member(user, "", may_use=False)
        try:
            found = self._call(self._client.users_info, {"user": user}).get("user")
        except SlackRefusedError as error:
            if error.code not in UNKNOWN_PERSON:
                raise
            found = None
        if not isinstance(found, dict):
            return Member(user, "", may_use=False)
        return member_of(user, found, team)

    def channel(self, name: str) -> str:
        """Return a channel's id; SlackRefusedError `channel_not_found` when no channel has the name."""
        if CHANNEL_ID.fullmatch(name) or PERSON_ID.fullmatch(name):
            return name
        bare, cursor = name.removeprefix("#").casefold(), ""
        while True:
            listed = self._call(
                self._client.conversations_list,
                {"types": "public_channel,private_channel", "limit": 200, "cursor": cursor},
            )
            for each in listed.get("channels") or ():
                if str(each.get("name", "")).casefold() == bare or each.get("id") == name:
                    return str(each["id"])
            cursor = str((listed.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                raise SlackRefusedError("conversations_list", "channel_not_found")

    def everybody(self) -> tuple[Member, ...]:
        """Return everybody in the workspace."""
        team = str(self._call(self._client.auth_test, {}).get("team_id") or "")
        found, cursor = [], ""
        while True:
            listed = self._call(self._client.users_list, {"limit": 200, "cursor": cursor})
            found += [
                member_of(str(each.get("id") or ""), each, team) for each in listed.get("members") or ()
            ]
            cursor = str((listed.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return tuple(found)

    def group(self, group: str) -> tuple[str, ...]:
        """Return the members of a user group."""
        found = self._call(self._client.usergroups_users_list, {"usergroup": group})
        return tuple(str(user) for user in found.get("users") or ())

    def fetch(self, file_id: str, most: int) -> FetchedFile:
        """Return a file that was shared with the bot, of at most so many bytes."""
        told = self._call(self._client.files_info, {"file": file_id}).get("file") or {}
        return slack_files.fetch(told, str(self._client.token), self._client.base_url, most)

    def _find(self, place: Place, message: Outgoing, key: str) -> str:
        """Return the timestamp of a message that an earlier try posted although its answer was lost."""
        own = guard.guarded(message, self._hosts()).text
        # A workspace that hides metadata still shows the words, and nobody else writes an answer word for word.
        return self._with_key(place, key, own if place.thread_ts else None)

    def _with_key(self, place: Place, key: str, words: str | None = None) -> str:
        """Return the timestamp of a message whose metadata hold a key, or that has none and says just the words."""
        for each in self._recent(place):
            payload = (each.get("metadata") or {}).get("event_payload") or {}
            if payload.get("key") == key or (not payload and words and each.get("text") == words):
                return str(each["ts"])
        return ""

    def _recent(self, place: Place) -> Iterator[dict[str, Any]]:
        """Yield the messages of a thread, or of a channel since a while back, with their metadata."""
        try:
            channel = self._conversation(place.channel)
            method, parameters = (
                (self._client.conversations_replies, {"ts": place.thread_ts})
                if place.thread_ts
                else (self._client.conversations_history, {"oldest": f"{time.time() - LOOK_BACK:.6f}"})
            )
            cursor = ""
            for _ in range(MOST_PAGES):
                page = {"channel": channel, "limit": 200, "include_all_metadata": True, "cursor": cursor}
                found = self._call(method, {**parameters, **page})
                yield from found.get("messages") or ()
                cursor = str((found.get("response_metadata") or {}).get("next_cursor") or "")
                if not cursor:
                    return
        except SlackRefusedError as error:
            _log.warning("cannot look for an earlier post: %s", error)

    def _conversation(self, channel: str) -> str:
        """Return the id of a conversation; a person stands for the one with them, which only posting understands."""
        if not PERSON_ID.fullmatch(channel):
            return channel
        return str(self._call(self._client.conversations_open, {"users": channel})["channel"]["id"])

    def _try(self, method: Callable[..., SlackResponse], parameters: dict[str, Any]) -> dict[str, Any]:
        """Make a call that may fail, and then returns nothing: Slack may lack the method, the scope or the time."""
        try:
            data = method(**parameters).data
        except (SlackClientError, urllib.error.URLError, OSError, http.client.HTTPException) as error:
            _log.debug("%s left out: %s", method.__name__, error)
            return {}
        return data if isinstance(data, dict) else {}

    def _call(self, method: Callable[..., SlackResponse], parameters: dict[str, Any]) -> dict[str, Any]:
        try:
            data = method(**parameters).data
        except SlackApiError as error:
            raise _translated(method.__name__, error) from error
        except (SlackClientError, urllib.error.URLError, OSError, http.client.HTTPException) as error:
            raise SlackUnavailableError(method.__name__) from error
        return data if isinstance(data, dict) else {}


def _stream(key: str) -> str:
    """Return what a reply's stream is remembered by."""
    return f"{key}:stream"


def _translated(method: str, error: SlackApiError) -> Exception:
    response: Any = error.response
    status = getattr(response, "status_code", 0)
    code = response.get("error", "") if hasattr(response, "get") else ""
    if status >= 500 or status == 429 or code in PASSING_ERRORS or not code:
        return SlackUnavailableError(f"{method}: {code or status}")
    return SlackRefusedError(method, str(code))
