"""What a person types, turned into what Slack stores: escaped text with mentions and links."""

import re

from bot.local.payload import Payload
from bot.local.workspace import Workspace

URL = r"https?://[^\s<>|]+[^\s<>|.,;:!?)\]'\"]"
ENTITY = re.compile(
    rf"<(?P<kind>[@#!])(?P<id>[A-Za-z0-9^]+)(?:\|[^<>]*)?>"
    rf"|(?<![\w@])@(?P<handle>[\w.-]*\w)"
    rf"|(?<![\w#])#(?P<channel>[\w-]*\w)"
    rf"|(?P<url>{URL})"
)
RANGES = {"here", "channel", "everyone"}


def escape(text: str) -> str:
    """Escape the three characters that Slack's markup uses."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def encode(typed: str, workspace: Workspace) -> tuple[str, list[Payload]]:
    """Return the text with `<@U…>`, `<#C…>` and `<https://…>` in it, and the same as one rich text block."""
    text: list[str] = []
    parts: list[Payload] = []
    position = 0
    for match in ENTITY.finditer(typed):
        entity = _entity(match, workspace)
        if entity is None:
            continue
        shown, part = entity
        _add_plain(typed[position : match.start()], text, parts)
        text.append(shown)
        parts.append(part)
        position = match.end()
    _add_plain(typed[position:], text, parts)
    section = {"type": "rich_text_section", "elements": parts}
    return "".join(text), [{"type": "rich_text", "block_id": "typed", "elements": [section]}]


def escaped_command(typed: str, workspace: Workspace) -> str:
    """Return the text of a slash command as an app gets it that asked for escaping: `<@U…|name>`."""
    text, _ = encode(typed, workspace)
    return re.sub(r"<@(\w+)>", lambda match: f"<@{match[1]}|{workspace.users[match[1]].name}>", text)


def _add_plain(plain: str, text: list[str], parts: list[Payload]) -> None:
    if plain:
        text.append(escape(plain))
        parts.append({"type": "text", "text": plain})


def _entity(match: re.Match[str], workspace: Workspace) -> tuple[str, Payload] | None:
    if url := match["url"]:
        return f"<{escape(url)}>", {"type": "link", "url": url}
    if handle := match["handle"]:
        return _mention(handle, workspace)
    if name := match["channel"]:
        found = next((item for item in workspace.conversations.values() if item.name == name), None)
        if found is None:
            return None
        return f"<#{found.id}|{found.name}>", {"type": "channel", "channel_id": found.id}
    identifier = match["id"]
    if match["kind"] == "@" and identifier in workspace.users:
        return f"<@{identifier}>", {"type": "user", "user_id": identifier}
    if match["kind"] == "#" and identifier in workspace.conversations:
        name = workspace.conversations[identifier].name
        return f"<#{identifier}|{name}>", {"type": "channel", "channel_id": identifier}
    return None


def _mention(handle: str, workspace: Workspace) -> tuple[str, Payload] | None:
    if handle in RANGES:
        return f"<!{handle}>", {"type": "broadcast", "range": handle}
    wanted = handle.lower()
    for user in workspace.users.values():
        if user.name.lower() == wanted:
            return f"<@{user.id}>", {"type": "user", "user_id": user.id}
    for group in workspace.usergroups:
        if group.handle.lower() == wanted:
            return f"<!subteam^{group.id}>", {"type": "usergroup", "usergroup_id": group.id}
    return None
