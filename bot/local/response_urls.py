"""Response URLs: five answers within half an hour to one interaction."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bot.local.block_rules import check_message_blocks, with_ids
from bot.local.errors import SlackError
from bot.local.message import Message
from bot.local.payload import Payload
from bot.local.workspace import Workspace

LIFETIME = 30 * 60
USES = 5


@dataclass(frozen=True)
class Origin:
    """The interaction that a response URL answers."""

    user: str
    channel: str
    issued: float
    message_ts: str = ""
    thread_ts: str = ""


@dataclass
class ResponseUrls:
    """Issues response URLs and does what is posted to them."""

    workspace: Workspace
    base_url: Callable[[], str]
    _origins: dict[str, Origin] = field(default_factory=dict)
    _uses: dict[str, int] = field(default_factory=dict)

    def issue(self, kind: str, origin: Origin) -> str:
        """Return a new response URL; `kind` is `actions`, `commands` or `app`."""
        key = f"{secrets.randbelow(10**12)}/{secrets.token_urlsafe(18)}"
        self._origins[key] = origin
        return f"{self.base_url()}/{kind}/{self.workspace.team.id}/{key}"

    def respond(self, key: str, body: Payload) -> None:
        """Post, replace or delete a message on behalf of the app.

        Raises SlackError `no_service`, `expired_url`, `used_url`, `invalid_blocks` or `no_text`.
        """
        origin = self._origins.get(key)
        if origin is None:
            raise SlackError("no_service", 404)
        if self.workspace.clock() - origin.issued > LIFETIME:
            raise SlackError("expired_url", 404)
        if self._uses.get(key, 0) >= USES:
            raise SlackError("used_url", 404)
        self._uses[key] = self._uses.get(key, 0) + 1
        self.answer(origin, body)

    def answer(self, origin: Origin, body: Payload) -> None:
        """Do what an answer to an interaction says."""
        workspace = self.workspace
        if body.get("delete_original"):
            if origin.message_ts:
                workspace.delete(origin.channel, origin.message_ts)
            return
        blocks = with_ids(check_message_blocks(body.get("blocks") or []))
        text = str(body.get("text") or "")
        if not text and not blocks and not body.get("attachments"):
            raise SlackError("no_text", 500)
        content: Payload = {
            "text": text,
            "blocks": tuple(blocks),
            "attachments": tuple(body.get("attachments") or ()),
        }
        if body.get("replace_original") and origin.message_ts:
            original = workspace.message(origin.channel, origin.message_ts)
            edited = "" if original.ephemeral_for else workspace.timestamps.next()
            workspace.change(replace(original, edited_ts=edited, **content))
            return
        in_channel = body.get("response_type") == "in_channel"
        draft = Message(
            channel=origin.channel,
            ts="",
            user=workspace.app.bot_user,
            is_bot=True,
            thread_ts=str(body.get("thread_ts") or ""),
            ephemeral_for="" if in_channel else origin.user,
            metadata=body.get("metadata"),
            **content,
        )
        workspace.post(draft)
