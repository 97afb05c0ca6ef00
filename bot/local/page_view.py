"""What one person sees in the page: conversations, messages, modals, as JSON for the page's script."""

from bot.local.change import Change, ChangeKind
from bot.local.conversation import Conversation
from bot.local.installation import Installation
from bot.local.message import Message
from bot.local.payload import Payload
from bot.local.view import View
from bot.local.workspace import Workspace


def overview(workspace: Workspace, user: str, installation: Installation) -> Payload:
    """Return everything but messages."""
    top = workspace.top_view(user)
    home = workspace.homes.get(user)
    return {
        "last_change": workspace.changes.number,
        "team": {"id": workspace.team.id, "name": workspace.team.name},
        "app": {"name": workspace.app.name, "user": workspace.app.bot_user, "handle": workspace.app.handle},
        "user": user,
        "people": [
            {
                "id": person.id,
                "name": person.name,
                "real_name": person.real_name,
                "title": person.title,
                "is_bot": person.is_bot,
                "is_guest": person.is_restricted or person.is_ultra_restricted,
                "deleted": person.deleted,
            }
            for person in workspace.users.values()
        ],
        "usergroups": [{"id": one.id, "handle": one.handle} for one in workspace.usergroups],
        "conversations": [shown_conversation(workspace, user, one) for one in visible(workspace, user)],
        "commands": [
            {"command": one.command, "description": one.description, "usage_hint": one.usage_hint}
            for one in installation.commands
        ],
        "shortcuts": [
            {"callback_id": one.callback_id, "name": one.name, "on_message": one.on_message}
            for one in installation.shortcuts
        ],
        "view": shown_view(top),
        "home": shown_view(home),
        "assistant_threads": [
            shown_thread(workspace, *key)
            for key, thread in sorted(workspace.assistant_threads.items())
            if thread.user == user
        ],
        "statuses": [
            {"channel": one.channel, "thread_ts": one.thread_ts, "status": one.status}
            for one in workspace.statuses.values()
            if user in workspace.conversations[one.channel].members
        ],
    }


def visible(workspace: Workspace, user: str) -> list[Conversation]:
    """Return the conversations a user sees: public channels and their own; a guest sees only their own."""
    guest = workspace.user(user).is_restricted
    return [
        one
        for one in workspace.conversations.values()
        if user in one.members or (one.kind.value == "channel" and not guest)
    ]


def shown_conversation(workspace: Workspace, user: str, conversation: Conversation) -> Payload:
    """Return a conversation as one user sees it."""
    return {
        "id": conversation.id,
        "name": conversation.name,
        "is_direct": conversation.is_direct,
        "is_private": conversation.kind.value == "group",
        "with": conversation.other(user) if conversation.is_direct else "",
        "topic": conversation.topic,
        "is_member": user in conversation.members,
        "members": list(conversation.members),
        "unread": workspace.unread(user, conversation.id),
        "last_read": workspace.last_read.get((user, conversation.id), ""),
    }


def shown_message(workspace: Workspace, message: Message) -> Payload:
    """Return a message for the page."""
    shown = message.to_slack(workspace.app, workspace.team.id)
    return shown | {
        "channel": message.channel,
        "is_bot": message.is_bot,
        "is_reply": message.is_reply,
        "ephemeral": bool(message.ephemeral_for),
        "broadcast": message.broadcast,
        "stream": message.stream.value,
        "tasks": list(message.stream_tasks),
        "values": workspace.message_state.get((message.channel, message.ts), {}),
    }


def shown_view(view: View | None) -> Payload | None:
    """Return a modal or home tab for the page."""
    if view is None:
        return None
    return {
        "id": view.id,
        "type": view.kind,
        "title": view.content.get("title"),
        "submit": view.content.get("submit"),
        "close": view.content.get("close"),
        "blocks": view.blocks,
        "values": view.state or {},
        "hash": view.hash,
        "is_pushed": bool(view.previous_view_id),
    }


def shown_thread(workspace: Workspace, channel: str, thread_ts: str) -> Payload:
    """Return an assistant thread for the page."""
    thread = workspace.assistant_threads[channel, thread_ts]
    return {
        "channel": channel,
        "thread_ts": thread_ts,
        "title": thread.title,
        "context_channel": thread.context_channel,
        "prompts_title": thread.prompts_title,
        "prompts": [{"title": one.title, "message": one.message} for one in thread.prompts],
    }


def messages_for(workspace: Workspace, user: str, channel: str) -> list[Payload]:
    """Return the messages of a conversation that a user may see, oldest first."""
    return [
        shown_message(workspace, message)
        for message in workspace.history(channel)
        if message.ephemeral_for in ("", user)
    ]


def shown_change(workspace: Workspace, user: str, change: Change) -> Payload | None:
    """Return a change as the page of one user hears of it, None when it is not for them."""
    if change.readers is not None and user not in change.readers:
        return None
    conversation = workspace.conversations.get(change.channel)
    if conversation is not None and conversation not in visible(workspace, user):
        return None
    shown: Payload = {
        "kind": change.kind.value,
        "number": change.number,
        "channel": change.channel,
        "user": change.user,
        **change.detail,
    }
    if change.message is not None:
        current = workspace.messages.get(change.channel, {}).get(change.message.ts, change.message)
        shown["message"] = shown_message(workspace, current)
        if current.is_reply and (parent := workspace.messages[change.channel].get(current.thread_ts)):
            shown["parent"] = shown_message(workspace, parent)
    if change.previous is not None:
        shown["previous_ts"] = change.previous.ts
        if parent := workspace.messages.get(change.channel, {}).get(change.previous.thread_ts):
            shown["parent"] = shown_message(workspace, parent)
    if change.kind is ChangeKind.VIEW:
        shown["view"] = shown_view(workspace.top_view(user))
    if change.kind is ChangeKind.HOME_PUBLISHED:
        shown["home"] = shown_view(workspace.homes.get(user))
    if conversation is not None:
        shown["conversation"] = shown_conversation(workspace, user, conversation)
    if change.kind in (
        ChangeKind.ASSISTANT_STARTED,
        ChangeKind.ASSISTANT_PROMPTS,
        ChangeKind.ASSISTANT_CONTEXT,
    ):
        thread_ts = change.detail["assistant_thread"]["thread_ts"]
        shown["thread"] = shown_thread(workspace, change.channel, thread_ts)
    return shown
