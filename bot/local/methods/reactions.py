"""reactions.*: emoji under messages."""

from collections.abc import Mapping

from bot.local.arguments import Arguments
from bot.local.errors import SlackError
from bot.local.message import Message
from bot.local.method import Method
from bot.local.payload import Payload
from bot.local.workspace import Workspace


def _add(workspace: Workspace, arguments: Arguments) -> Payload:
    message = _message(workspace, arguments)
    workspace.react(message.channel, message.ts, _name(arguments), workspace.app.bot_user)
    return {"ok": True}


def _remove(workspace: Workspace, arguments: Arguments) -> Payload:
    message = _message(workspace, arguments)
    workspace.unreact(message.channel, message.ts, _name(arguments), workspace.app.bot_user)
    return {"ok": True}


def _get(workspace: Workspace, arguments: Arguments) -> Payload:
    message = _message(workspace, arguments)
    shown = message.to_slack(workspace.app, workspace.team.id)
    return {"ok": True, "type": "message", "channel": message.channel, "message": shown}


def _message(workspace: Workspace, arguments: Arguments) -> Message:
    conversation = workspace.conversation(arguments.required("channel"))
    if workspace.app.bot_user not in conversation.members:
        raise SlackError("not_in_channel")
    message = workspace.message(conversation.id, arguments.required("timestamp"))
    if message.ephemeral_for:
        raise SlackError("message_not_found")
    return message


def _name(arguments: Arguments) -> str:
    name = arguments.text("name").strip(":")
    if not name or not all(letter.isalnum() or letter in "_+-':" for letter in name):
        raise SlackError("invalid_name")
    return name


METHODS: Mapping[str, Method] = {
    "reactions.add": Method(_add, ("reactions:write",)),
    "reactions.remove": Method(_remove, ("reactions:write",)),
    "reactions.get": Method(_get, ("reactions:read",)),
}
