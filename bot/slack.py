"""Slack: the adapter that every word to Slack passes through, guarded, and posted once."""

import http.client
import logging
import re
import urllib.error
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Protocol

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler
from slack_sdk.web import SlackResponse
from slack_sdk.webhook import WebhookClient

from bot import guard, texts
from bot.errors import SlackRefusedError, SlackUnavailableError
from bot.incoming import IncomingMessage, Place
from bot.outgoing import Block, Modal, Outgoing
from bot.parts import Member

EVENT_TYPE = "kansli_reply"
PASSING_ERRORS = frozenset(
    {"internal_error", "fatal_error", "service_unavailable", "ratelimited", "rate_limited", "request_timeout"}
)
SLACKBOT = "USLACKBOT"
CHANNEL_ID = re.compile("[CDG][A-Z0-9]{6,}")

_log = logging.getLogger(__name__)


class Deliveries(Protocol):
    """Remembers what was posted, so that nothing is posted twice."""

    def begin(self, key: str, channel: str) -> bool:
        """Note that a message is about to be posted; false when that was noted before."""

    def finish(self, key: str, ts: str) -> None:
        """Note the timestamp that the posted message got."""

    def posted(self, key: str) -> str:
        """Return the timestamp of the posted message, or nothing."""


def web_client(token: str, base_url: str) -> WebClient:
    """Return a client that waits when told to and never repeats a call whose answer was lost.

    The SDK's own default repeats a call when the connection drops, and so may post twice.
    """
    return WebClient(
        token=token,
        base_url=base_url,
        timeout=10,
        retry_handlers=[RateLimitErrorRetryHandler(max_retry_count=3)],
    )


def hasty_client(token: str, base_url: str) -> WebClient:
    """Return a client for calls that are nice to have: one try, and soon done."""
    return WebClient(token=token, base_url=base_url, timeout=3, retry_handlers=[])


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
        if not self._deliveries.begin(key, place.channel) and (
            ts := self._deliveries.posted(key) or self._find(place, message, key)
        ):
            self._deliveries.finish(key, ts)
            return ts
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
        ts = str(self._call(self._client.chat_postMessage, parameters).get("ts", ""))
        self._deliveries.finish(key, ts)
        return ts

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
        parameters: dict[str, Any] = {"channel": place.channel, "user": user, "text": sent.text}
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
            _log.warning("users.info refused: %s", error.code)
            found = None
        if not isinstance(found, dict):
            return Member(user, "", may_use=False)
        profile = found.get("profile") or {}
        name = profile.get("real_name") or found.get("real_name") or found.get("name") or user
        return Member(user, str(name), may_use=_is_full_member(found, team))

    def channel(self, name: str) -> str:
        """Return a channel's id; SlackRefusedError `channel_not_found` when no channel has the name."""
        if CHANNEL_ID.fullmatch(name):
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

    def group(self, group: str) -> tuple[str, ...]:
        """Return the members of a user group."""
        found = self._call(self._client.usergroups_users_list, {"usergroup": group})
        return tuple(str(user) for user in found.get("users") or ())

    def _find(self, place: Place, message: Outgoing, key: str) -> str:
        """Return the timestamp of a message that an earlier try posted although its answer was lost."""
        method, parameters = (
            (
                self._client.conversations_replies,
                {"channel": place.channel, "ts": place.thread_ts, "limit": 200},
            )
            if place.thread_ts
            else (self._client.conversations_history, {"channel": place.channel, "limit": 100})
        )
        try:
            found = self._call(method, {**parameters, "include_all_metadata": True})
        except SlackRefusedError as error:
            _log.warning("cannot look for an earlier post: %s", error)
            return ""
        own = guard.guarded(message, self._hosts()).text
        for each in reversed(found.get("messages") or []):
            payload = (each.get("metadata") or {}).get("event_payload") or {}
            if payload.get("key") == key:
                return str(each["ts"])
            # A workspace that hides metadata still shows the words, and nobody else writes an answer word for word.
            if not payload and place.thread_ts and each.get("text") == own:
                return str(each["ts"])
        return ""

    def _try(self, method: Callable[..., SlackResponse], parameters: dict[str, Any]) -> None:
        """Make a call that may fail: Slack may lack the method, the scope or the time."""
        try:
            method(**parameters)
        except (SlackClientError, urllib.error.URLError, OSError, http.client.HTTPException) as error:
            _log.debug("%s left out: %s", method.__name__, error)

    def _call(self, method: Callable[..., SlackResponse], parameters: dict[str, Any]) -> dict[str, Any]:
        try:
            data = method(**parameters).data
        except SlackApiError as error:
            raise _translated(method.__name__, error) from error
        except (SlackClientError, urllib.error.URLError, OSError, http.client.HTTPException) as error:
            raise SlackUnavailableError(method.__name__) from error
        return data if isinstance(data, dict) else {}


def _is_full_member(user: dict[str, Any], team: str) -> bool:
    """Tell whether a person belongs to the team, is active and neither a guest nor a bot."""
    barred = ("deleted", "is_bot", "is_restricted", "is_ultra_restricted", "is_stranger", "is_workflow_bot")
    if any(user.get(mark) for mark in barred):
        return False
    # In an organisation of many workspaces the person's own team may be the organisation.
    teams = {user.get("team_id") or team, *(user.get("teams") or ())}
    teams |= set((user.get("enterprise_user") or {}).get("teams") or ())
    return not team or team in teams


def _translated(method: str, error: SlackApiError) -> Exception:
    response: Any = error.response
    status = getattr(response, "status_code", 0)
    code = response.get("error", "") if hasattr(response, "get") else ""
    if status >= 500 or status == 429 or code in PASSING_ERRORS or not code:
        return SlackUnavailableError(f"{method}: {code or status}")
    return SlackRefusedError(method, str(code))
