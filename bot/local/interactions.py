"""The payloads of clicks, submitted forms, shortcuts and slash commands, shaped as Slack shapes them."""

from copy import deepcopy

from bot.local.conversation import Conversation
from bot.local.message import Message
from bot.local.payload import Payload
from bot.local.view import VALUE_FIELDS, View, state_values
from bot.local.workspace import Workspace

CHOICES = {
    "overflow": "selected_option",
    **{kind: selected for kind, (_, selected) in VALUE_FIELDS.items()},
}
"""For each element that is acted on by choosing: the field that holds the choice."""

SHOWN_ON_ACTION = ("value", "style", "confirm", "placeholder", "url", "text")


def sender(workspace: Workspace, user: str) -> Payload:
    """Return the fields every interaction starts with: who, where, which app."""
    person = workspace.users[user]
    return {
        "team": {"id": workspace.team.id, "domain": workspace.team.domain},
        "user": {"id": user, "username": person.name, "name": person.name, "team_id": person.team_id},
        "api_app_id": workspace.app.id,
        "token": workspace.app.verification_token,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def action(block: Payload, element: Payload, chosen: object, at: str) -> Payload:
    """Return one entry of `actions`: the element that was used, and what was chosen in it."""
    kind = element["type"]
    used: Payload = {"type": kind, "action_id": element["action_id"], "block_id": block["block_id"]}
    used |= {name: deepcopy(element[name]) for name in SHOWN_ON_ACTION if name in element}
    if kind == "feedback_buttons":
        buttons = (element["positive_button"], element["negative_button"])
        pressed = next((one for one in buttons if one.get("value") == chosen), buttons[0])
        used |= {"text": pressed["text"], "value": pressed.get("value", "")}
    elif kind in CHOICES:
        used[CHOICES[kind]] = chosen
    return used | {"action_ts": at}


def message_click(
    workspace: Workspace, user: str, message: Message, used: Payload, trigger_id: str, response_url: str
) -> Payload:
    """Return a `block_actions` payload for an element in a message."""
    conversation = workspace.conversations[message.channel]
    container: Payload = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": message.channel,
        "is_ephemeral": bool(message.ephemeral_for),
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    state = workspace.message_state.get((message.channel, message.ts), {})
    payload: Payload = {"type": "block_actions", **sender(workspace, user)}
    payload |= {
        "container": container,
        "trigger_id": trigger_id,
        "channel": place(conversation),
        "state": {"values": state_values(message.blocks, state)},
        "response_url": response_url,
        "actions": [used],
    }
    if not message.ephemeral_for:
        payload["message"] = message.to_slack(workspace.app, workspace.team.id)
    return payload


def view_click(workspace: Workspace, user: str, view: View, used: Payload, trigger_id: str) -> Payload:
    """Return a `block_actions` payload for an element in a modal or in App Home."""
    shown = view.to_slack(workspace.app, workspace.team.id)
    return {
        "type": "block_actions",
        **sender(workspace, user),
        "container": {"type": "view", "view_id": view.id},
        "trigger_id": trigger_id,
        "view": shown,
        "actions": [used],
    }


def view_submission(workspace: Workspace, view: View, trigger_id: str) -> Payload:
    """Return a `view_submission` payload."""
    return {
        "type": "view_submission",
        **sender(workspace, view.user),
        "trigger_id": trigger_id,
        "view": view.to_slack(workspace.app, workspace.team.id),
    }


def view_closed(workspace: Workspace, view: View, *, is_cleared: bool) -> Payload:
    """Return a `view_closed` payload."""
    return {
        "type": "view_closed",
        **sender(workspace, view.user),
        "view": view.to_slack(workspace.app, workspace.team.id),
        "is_cleared": is_cleared,
    }


def message_shortcut(
    workspace: Workspace, user: str, message: Message, callback_id: str, trigger_id: str, response_url: str
) -> Payload:
    """Return a `message_action` payload: a shortcut used on a message."""
    start = sender(workspace, user)
    del start["api_app_id"]
    start["user"] = {"id": user, "name": workspace.users[user].name, "team_id": workspace.users[user].team_id}
    return {
        "type": "message_action",
        **start,
        "action_ts": workspace.timestamps.next(),
        "channel": place(workspace.conversations[message.channel]),
        "callback_id": callback_id,
        "trigger_id": trigger_id,
        "response_url": response_url,
        "message_ts": message.ts,
        "message": message.to_slack(workspace.app, workspace.team.id),
    }


def global_shortcut(workspace: Workspace, user: str, callback_id: str, trigger_id: str) -> Payload:
    """Return a `shortcut` payload: a shortcut used from anywhere."""
    start = sender(workspace, user)
    del start["api_app_id"]
    start["user"] = {
        "id": user,
        "username": workspace.users[user].name,
        "team_id": workspace.users[user].team_id,
    }
    return {
        "type": "shortcut",
        **start,
        "action_ts": workspace.timestamps.next(),
        "callback_id": callback_id,
        "trigger_id": trigger_id,
    }


def block_suggestion(
    workspace: Workspace, user: str, container: Message | View, target: tuple[Payload, Payload], typed: str
) -> Payload:
    """Return a `block_suggestion` payload: a person types in an external select."""
    block, element = target
    payload: Payload = {"type": "block_suggestion", **sender(workspace, user)}
    payload |= {"action_id": element["action_id"], "block_id": block["block_id"], "value": typed}
    if isinstance(container, View):
        shown = container.to_slack(workspace.app, workspace.team.id)
        return payload | {"container": {"type": "view", "view_id": container.id}, "view": shown}
    return payload | {
        "container": {
            "type": "message",
            "message_ts": container.ts,
            "channel_id": container.channel,
            "is_ephemeral": bool(container.ephemeral_for),
        },
        "channel": place(workspace.conversations[container.channel]),
        "message": container.to_slack(workspace.app, workspace.team.id),
    }


def slash_command(
    workspace: Workspace,
    user: str,
    channel: Conversation,
    typed: tuple[str, str],
    trigger_id: str,
    response_url: str,
) -> Payload:
    """Return the form of a slash command; `typed` is the command and the text after it."""
    command, text = typed
    return {
        "token": workspace.app.verification_token,
        "team_id": workspace.team.id,
        "team_domain": workspace.team.domain,
        "channel_id": channel.id,
        "channel_name": place(channel)["name"],
        "user_id": user,
        "user_name": workspace.users[user].name,
        "command": command,
        "text": text,
        "api_app_id": workspace.app.id,
        "is_enterprise_install": "false",
        "response_url": response_url,
        "trigger_id": trigger_id,
    }


def place(conversation: Conversation) -> Payload:
    """Return a conversation's id and name as interactions name it."""
    names = {"im": "directmessage", "group": "privategroup"}
    return {"id": conversation.id, "name": names.get(conversation.kind.value, conversation.name)}
