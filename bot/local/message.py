"""One message, and what Slack shows of it."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from enum import Enum

from bot.local.identity import AppIdentity
from bot.local.payload import Payload


class StreamState(Enum):
    """How far a streamed message has come."""

    NONE = "none"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"


@dataclass(frozen=True)
class Reaction:
    """An emoji under a message, and who put it there."""

    name: str
    users: tuple[str, ...]


@dataclass(frozen=True)
class Message:
    """A message in a conversation; `ephemeral_for` names the only reader of one that is not stored."""

    channel: str
    ts: str
    user: str
    text: str
    is_bot: bool = False
    blocks: tuple[Payload, ...] = ()
    attachments: tuple[Payload, ...] = ()
    files: tuple[Payload, ...] = ()
    thread_ts: str = ""
    parent_user: str = ""
    subtype: str = ""
    metadata: Payload | None = None
    edited_ts: str = ""
    reactions: tuple[Reaction, ...] = ()
    ephemeral_for: str = ""
    client_msg_id: str = ""
    stream: StreamState = StreamState.NONE
    stream_tasks: tuple[Payload, ...] = ()
    reply_users: tuple[str, ...] = ()
    reply_count: int = 0
    latest_reply: str = ""
    broadcast: bool = False
    username: str = ""

    @property
    def is_reply(self) -> bool:
        """Tell whether the message stands in a thread that it did not start."""
        return bool(self.thread_ts) and self.thread_ts != self.ts

    @property
    def visible_text(self) -> str:
        """Return every word a reader sees: block texts, or the text when there are no blocks."""
        return "\n".join(_texts([*self.blocks, *self.attachments])) or self.text

    def element(self, action_id: str, value: str | None = None) -> tuple[Payload, Payload]:
        """Return the block and the element with this action id.

        Raises LookupError when no element matches.
        """
        return find_element(self.blocks, action_id, value)

    def to_slack(self, app: AppIdentity, team_id: str, *, metadata: bool = False) -> Payload:
        """Return the message as Slack's Web API and events show it."""
        shown: Payload = {"type": "message"}
        if self.subtype:
            shown["subtype"] = self.subtype
        if self.client_msg_id:
            shown["client_msg_id"] = self.client_msg_id
        shown |= {"user": self.user, "text": self.text, "ts": self.ts, "team": team_id}
        if self.is_bot:
            shown |= {"bot_id": app.bot_id, "bot_profile": bot_profile(app, team_id)}
        if self.username:
            shown["username"] = self.username
        for name in ("blocks", "attachments", "files"):
            if value := getattr(self, name):
                shown[name] = deepcopy(list(value))
        shown |= self._thread_fields()
        if self.edited_ts:
            shown["edited"] = {"user": self.user, "ts": self.edited_ts}
        if self.reactions:
            shown["reactions"] = [
                {"name": item.name, "users": list(item.users), "count": len(item.users)}
                for item in self.reactions
            ]
        if metadata and self.metadata is not None:
            shown["metadata"] = deepcopy(self.metadata)
        return shown

    def _thread_fields(self) -> Payload:
        if self.is_reply:
            return {"thread_ts": self.thread_ts, "parent_user_id": self.parent_user}
        if not self.reply_count:
            return {"thread_ts": self.thread_ts} if self.thread_ts else {}
        return {
            "thread_ts": self.ts,
            "reply_count": self.reply_count,
            "reply_users_count": len(self.reply_users),
            "latest_reply": self.latest_reply,
            "reply_users": list(self.reply_users),
            "is_locked": False,
            "subscribed": False,
        }


def bot_profile(app: AppIdentity, team_id: str) -> Payload:
    """Return the profile Slack puts on a bot's messages."""
    return {
        "id": app.bot_id,
        "deleted": False,
        "name": app.name,
        "updated": 1735689600,
        "app_id": app.id,
        "icons": {},
        "team_id": team_id,
    }


def find_element(
    blocks: tuple[Payload, ...] | list[Payload], action_id: str, value: str | None = None
) -> tuple[Payload, Payload]:
    """Return the block and the element with this action id, and with this value when several share it.

    Raises LookupError when there is none.
    """
    found = [(block, element) for block, element in elements(blocks) if element.get("action_id") == action_id]
    for block, element in found:
        if value is not None and value in (element.get("value"), *_option_values(element)):
            return block, element
    if not found:
        known = sorted({str(element.get("action_id")) for _, element in elements(blocks)})
        raise LookupError(f"no element has action_id {action_id!r}; there are {known}")
    return found[0]


def elements(blocks: tuple[Payload, ...] | list[Payload]) -> Iterator[tuple[Payload, Payload]]:
    """Yield every block with each interactive element in it."""
    for block in blocks:
        candidates = [*block.get("elements", []), block.get("element"), block.get("accessory")]
        candidates += block.get("actions", []) if isinstance(block.get("actions"), list) else []
        for candidate in candidates:
            if isinstance(candidate, dict) and "action_id" in candidate:
                yield block, candidate
        children = block.get("child_blocks", [])
        if isinstance(children, list):
            yield from elements(children)


def _option_values(element: Payload) -> Iterator[str]:
    groups = [{"options": element.get("options") or []}, *(element.get("option_groups") or [])]
    for group in groups:
        yield from (option.get("value", "") for option in group["options"])
    for button in ("positive_button", "negative_button"):
        if button in element:
            yield element[button].get("value", "")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in {"text", "fallback", "alt_text"} and isinstance(inner, str):
                yield inner
            else:
                yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
