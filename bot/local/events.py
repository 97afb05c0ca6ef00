"""Which events a change sends to the app, shaped as Slack's Events API shapes them."""

import secrets
import string

from bot.local.change import Change, ChangeKind
from bot.local.conversation import Conversation
from bot.local.message import Message
from bot.local.payload import Payload
from bot.local.workspace import Workspace

SCOPES = {"channel": "channels:history", "group": "groups:history", "im": "im:history"}
"""The scope without which an app hears nothing of a kind of conversation."""

SUBSCRIPTIONS = {"channel": "channels", "group": "groups", "im": "im"}


def events_of(change: Change, workspace: Workspace, scopes: frozenset[str]) -> list[Payload]:
    """Return the inner events of a change that an app with these scopes receives, in order."""
    if change.kind is ChangeKind.HOME_OPENED:
        return [_home_opened(change, workspace)]
    if change.kind in (ChangeKind.ASSISTANT_STARTED, ChangeKind.ASSISTANT_CONTEXT):
        return _assistant(change, workspace) if "assistant:write" in scopes else []
    if change.kind not in _SHAPES:
        return []
    conversation = workspace.conversations[change.channel]
    if workspace.app.bot_user not in conversation.members or change.readers is not None:
        return []
    return _SHAPES[change.kind](change, conversation, workspace, scopes)


def subscription_of(event: Payload) -> str:
    """Return the name by which an app subscribes to an event, such as `message.channels`."""
    kind = str(event["type"])
    return f"message.{SUBSCRIPTIONS[event['channel_type']]}" if kind == "message" else kind


def envelope_of(event: Payload, workspace: Workspace) -> Payload:
    """Wrap an event as Slack delivers it to one installation."""
    return {
        "token": workspace.app.verification_token,
        "team_id": workspace.team.id,
        "api_app_id": workspace.app.id,
        "event": event,
        "type": "event_callback",
        "event_id": "Ev0" + "".join(secrets.choice(string.ascii_uppercase + string.digits) for _ in range(9)),
        "event_time": int(workspace.clock()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": workspace.team.id,
                "user_id": workspace.app.bot_user,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": "4-" + secrets.token_urlsafe(48),
    }


def _posted(
    change: Change, conversation: Conversation, workspace: Workspace, scopes: frozenset[str]
) -> list[Payload]:
    message = _required(change.message)
    shown = _event_message(message, workspace, scopes)
    place = {"channel": conversation.id, "event_ts": message.ts}
    events: list[Payload] = []
    mentioned = f"<@{workspace.app.bot_user}" in message.text
    if mentioned and not conversation.is_direct and not message.is_bot and "app_mentions:read" in scopes:
        mention = {key: value for key, value in shown.items() if key not in {"parent_user_id", "metadata"}}
        events.append(mention | {"type": "app_mention"} | place)
    if SCOPES[conversation.kind.value] in scopes:
        events.append(shown | place | {"channel_type": conversation.kind.value})
    if "files:read" in scopes:
        events += [_file_shared(message, file, workspace) for file in message.files]
    return events


def _file_shared(message: Message, file: Payload, workspace: Workspace) -> Payload:
    return {
        "type": "file_shared",
        "file_id": file["id"],
        "user_id": message.user,
        "file": {"id": file["id"]},
        "channel_id": message.channel,
        "event_ts": workspace.timestamps.next(),
    }


def _changed(
    change: Change, conversation: Conversation, workspace: Workspace, scopes: frozenset[str]
) -> list[Payload]:
    if SCOPES[conversation.kind.value] not in scopes:
        return []
    now = workspace.timestamps.next()
    return [
        {
            "type": "message",
            "subtype": "message_changed",
            "message": _event_message(_required(change.message), workspace, scopes),
            "previous_message": _event_message(_required(change.previous), workspace, scopes),
            "channel": conversation.id,
            "hidden": True,
            "ts": now,
            "event_ts": now,
            "channel_type": conversation.kind.value,
        }
    ]


def _deleted(
    change: Change, conversation: Conversation, workspace: Workspace, scopes: frozenset[str]
) -> list[Payload]:
    if SCOPES[conversation.kind.value] not in scopes:
        return []
    now = workspace.timestamps.next()
    previous = _required(change.previous)
    return [
        {
            "type": "message",
            "subtype": "message_deleted",
            "previous_message": _event_message(previous, workspace, scopes),
            "channel": conversation.id,
            "hidden": True,
            "deleted_ts": previous.ts,
            "ts": now,
            "event_ts": now,
            "channel_type": conversation.kind.value,
        }
    ]


def _reaction(
    change: Change, conversation: Conversation, workspace: Workspace, scopes: frozenset[str]
) -> list[Payload]:
    if "reactions:read" not in scopes:
        return []
    message = _required(change.message)
    return [
        {
            "type": change.kind.value,
            "user": change.user,
            "reaction": change.detail["reaction"],
            "item": {"type": "message", "channel": conversation.id, "ts": message.ts},
            "item_user": message.user,
            "event_ts": workspace.timestamps.next(),
        }
    ]


def _joined(
    change: Change, conversation: Conversation, workspace: Workspace, scopes: frozenset[str]
) -> list[Payload]:
    if not scopes & {"channels:read", "groups:read"}:
        return []
    event = {
        "type": "member_joined_channel",
        "user": change.user,
        "channel": conversation.id,
        "channel_type": "G" if conversation.kind.value == "group" else "C",
        "team": workspace.team.id,
        "event_ts": workspace.timestamps.next(),
    }
    return [event | ({"inviter": change.detail["inviter"]} if change.detail.get("inviter") else {})]


def _home_opened(change: Change, workspace: Workspace) -> Payload:
    event: Payload = {
        "type": "app_home_opened",
        "user": change.user,
        "channel": change.channel,
        "tab": change.detail["tab"],
        "event_ts": workspace.timestamps.next(),
    }
    if change.detail["tab"] == "home" and (view := workspace.homes.get(change.user)):
        event["view"] = view.to_slack(workspace.app, workspace.team.id)
    return event


def _assistant(change: Change, workspace: Workspace) -> list[Payload]:
    started = change.kind is ChangeKind.ASSISTANT_STARTED
    return [
        {
            "type": "assistant_thread_started" if started else "assistant_thread_context_changed",
            "assistant_thread": change.detail["assistant_thread"],
            "event_ts": workspace.timestamps.next(),
        }
    ]


def _event_message(message: Message, workspace: Workspace, scopes: frozenset[str]) -> Payload:
    """Return the message as events show it: with metadata, with files if the app may read them."""
    team = workspace.users[message.user].team_id if message.user in workspace.users else workspace.team.id
    shown = message.to_slack(workspace.app, team, metadata=True)
    hidden = {"reactions", "reply_users", "replies"} | (set() if "files:read" in scopes else {"files"})
    if message.files and message.subtype == "file_share":
        shown |= {"upload": False, "display_as_bot": False}
    return {key: value for key, value in shown.items() if key not in hidden}


def _required(message: Message | None) -> Message:
    assert message is not None
    return message


_SHAPES = {
    ChangeKind.POSTED: _posted,
    ChangeKind.CHANGED: _changed,
    ChangeKind.DELETED: _deleted,
    ChangeKind.REACTION_ADDED: _reaction,
    ChangeKind.REACTION_REMOVED: _reaction,
    ChangeKind.MEMBER_JOINED: _joined,
}
