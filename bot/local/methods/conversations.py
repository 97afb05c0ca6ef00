"""conversations.*: channels, their members and their messages."""

import base64
from collections.abc import Mapping, Sequence
from typing import TypeVar

from bot.local.arguments import Arguments
from bot.local.conversation import Conversation
from bot.local.errors import SlackError, invalid_arguments
from bot.local.message import Message
from bot.local.method import Method
from bot.local.payload import Payload
from bot.local.workspace import Workspace

KINDS = {"public_channel": "channel", "private_channel": "group", "im": "im", "mpim": "mpim"}
READ = ("channels:read", "groups:read", "im:read", "mpim:read")
HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")
Item = TypeVar("Item")


def _list(workspace: Workspace, arguments: Arguments) -> Payload:
    return _channels(workspace, arguments, member="")


def _of_user(workspace: Workspace, arguments: Arguments) -> Payload:
    user = arguments.text("user") or workspace.app.bot_user
    return _channels(workspace, arguments, member=workspace.user(user).id)


def _channels(workspace: Workspace, arguments: Arguments, member: str) -> Payload:
    bot = workspace.app.bot_user
    wanted = [one.strip() for one in (arguments.text("types") or "public_channel").split(",")]
    if unknown := [one for one in wanted if one not in KINDS]:
        raise SlackError("invalid_types", response_metadata={"messages": unknown})
    kinds = {KINDS[one] for one in wanted}
    found = [
        item
        for item in workspace.conversations.values()
        if item.kind.value in kinds
        and (item.kind.value == "channel" or bot in item.members)
        and (not member or member in item.members)
        and not (item.is_archived and arguments.flag("exclude_archived"))
    ]
    page, cursor = page_of(found, arguments, 100)
    shown = [_shown(workspace, item) for item in page]
    for item, channel in zip(page, shown, strict=True):
        if member:
            channel.pop("is_member", None)
        elif not item.is_direct:
            channel["num_members"] = len(item.members)
    return {"ok": True, "channels": shown, "response_metadata": {"next_cursor": cursor}}


def _info(workspace: Workspace, arguments: Arguments) -> Payload:
    conversation = _visible(workspace, arguments)
    shown = _shown(workspace, conversation)
    if arguments.flag("include_num_members"):
        shown["num_members"] = len(conversation.members)
    return {"ok": True, "channel": shown}


def _members(workspace: Workspace, arguments: Arguments) -> Payload:
    page, cursor = page_of(_visible(workspace, arguments).members, arguments, 100)
    return {"ok": True, "members": list(page), "response_metadata": {"next_cursor": cursor}}


def _join(workspace: Workspace, arguments: Arguments) -> Payload:
    conversation = _visible(workspace, arguments)
    if conversation.kind.value != "channel":
        raise SlackError("method_not_supported_for_channel_type")
    already = workspace.app.bot_user in conversation.members
    joined = workspace.join(conversation.id, workspace.app.bot_user)
    answer: Payload = {"ok": True, "channel": _shown(workspace, joined)}
    if already:
        answer |= {"warning": "already_in_channel", "response_metadata": {"warnings": ["already_in_channel"]}}
    return answer


def _leave(workspace: Workspace, arguments: Arguments) -> Payload:
    conversation = _visible(workspace, arguments)
    if workspace.app.bot_user not in conversation.members:
        return {"ok": False, "not_in_channel": True}
    workspace.leave(conversation.id, workspace.app.bot_user)
    return {"ok": True}


def _open(workspace: Workspace, arguments: Arguments) -> Payload:
    if channel := arguments.text("channel"):
        conversation = workspace.conversation(channel)
        opened = False
    else:
        users = [one.strip() for one in arguments.text("users").split(",") if one.strip()]
        if not users:
            raise SlackError("users_list_not_supplied")
        if len(users) > 1:
            raise SlackError("not_supported_in_local_workspace")
        before = len(workspace.conversations)
        conversation = workspace.direct_conversation(workspace.user(users[0]).id, workspace.app.bot_user)
        opened = len(workspace.conversations) > before
    shown: Payload = {"id": conversation.id}
    if arguments.flag("return_im"):
        shown = _shown(workspace, conversation)
        shown.pop("is_user_deleted", None)
    answer: Payload = {"ok": True, "channel": shown}
    return answer if opened else {**answer, "no_op": True, "already_open": True}


def _history(workspace: Workspace, arguments: Arguments) -> Payload:
    conversation = _readable(workspace, arguments)
    messages = [
        m
        for m in workspace.history(conversation.id)
        if (not m.is_reply or m.broadcast) and not m.ephemeral_for and _within(m, arguments)
    ]
    return _page_of_messages(workspace, list(reversed(messages)), arguments)


def _replies(workspace: Workspace, arguments: Arguments) -> Payload:
    conversation = _readable(workspace, arguments)
    ts = arguments.required("ts")
    if ts not in workspace.messages.get(conversation.id, {}):
        raise SlackError("thread_not_found")
    parent = workspace.message(conversation.id, ts)
    root = parent.thread_ts or parent.ts
    messages = [
        m
        for m in workspace.thread(conversation.id, root)
        if not m.ephemeral_for and (m.ts == root or _within(m, arguments))
    ]
    return _page_of_messages(workspace, messages, arguments)


def _page_of_messages(workspace: Workspace, messages: Sequence[Message], arguments: Arguments) -> Payload:
    page, cursor = page_of(messages, arguments, 100)
    metadata = arguments.flag("include_all_metadata")
    answer: Payload = {
        "ok": True,
        "messages": [m.to_slack(workspace.app, workspace.team.id, metadata=metadata) for m in page],
        "has_more": bool(cursor),
    }
    if cursor:
        answer["response_metadata"] = {"next_cursor": cursor}
    return answer


def _within(message: Message, arguments: Arguments) -> bool:
    oldest, latest = arguments.text("oldest"), arguments.text("latest")
    inclusive = arguments.flag("inclusive")
    try:
        after = not oldest or float(message.ts) > float(oldest) or (inclusive and message.ts == oldest)
        before = not latest or float(message.ts) < float(latest) or (inclusive and message.ts == latest)
    except ValueError as error:
        raise SlackError("invalid_ts_oldest") from error
    return after and before


def page_of(items: Sequence[Item], arguments: Arguments, default: int) -> tuple[Sequence[Item], str]:
    """Return one page of items and the cursor of the next, empty when there is none."""
    limit = arguments.number("limit", default) or default
    if limit < 0 or limit > 1000:
        raise SlackError("invalid_limit")
    start = 0
    if cursor := arguments.text("cursor"):
        try:
            start = int(base64.b64decode(cursor, validate=True).decode().removeprefix("next:"))
        except ValueError as error:
            raise SlackError("invalid_cursor") from error
    end = start + limit
    following = base64.b64encode(f"next:{end}".encode()).decode() if end < len(items) else ""
    return items[start:end], following


def _visible(workspace: Workspace, arguments: Arguments) -> Conversation:
    channel = arguments.values.get("channel")
    if not channel:
        raise invalid_arguments("missing required field: channel")
    conversation = workspace.conversations.get(str(channel))
    bot = workspace.app.bot_user
    if conversation is None or (conversation.kind.value != "channel" and bot not in conversation.members):
        raise SlackError("channel_not_found")
    return conversation


def _readable(workspace: Workspace, arguments: Arguments) -> Conversation:
    conversation = _visible(workspace, arguments)
    if workspace.app.bot_user not in conversation.members:
        raise SlackError("not_in_channel")
    return conversation


def _shown(workspace: Workspace, conversation: Conversation) -> Payload:
    return conversation.to_slack(workspace.team.id, workspace.app.bot_user)


METHODS: Mapping[str, Method] = {
    "conversations.list": Method(_list, READ),
    "conversations.info": Method(_info, READ),
    "conversations.members": Method(_members, READ),
    "conversations.join": Method(_join, ("channels:join",)),
    "conversations.leave": Method(_leave, ("channels:manage", "channels:join")),
    "conversations.open": Method(_open, ("im:write", "mpim:write")),
    "conversations.history": Method(_history, HISTORY),
    "conversations.replies": Method(_replies, HISTORY),
    "users.conversations": Method(_of_user, READ),
}
