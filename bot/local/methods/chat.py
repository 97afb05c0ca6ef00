"""chat.*: the bot's messages."""

from collections.abc import Mapping
from dataclasses import replace

from bot.local.arguments import Arguments
from bot.local.block_rules import check_message_blocks, with_ids
from bot.local.conversation import Conversation
from bot.local.errors import SlackError, invalid_arguments
from bot.local.message import Message
from bot.local.method import Method
from bot.local.payload import Payload
from bot.local.workspace import Workspace

POST_LENGTH = 40_000
UPDATE_LENGTH = 4_000
MARKDOWN_LENGTH = 12_000
UPDATED_FIELDS = frozenset(
    {
        "type",
        "text",
        "user",
        "team",
        "bot_id",
        "bot_profile",
        "app_id",
        "blocks",
        "attachments",
        "edited",
        "metadata",
    }
)
"""What `chat.update` shows of a message: neither its place nor its thread."""


def _post(workspace: Workspace, arguments: Arguments) -> Payload:
    conversation = conversation_to_post_in(workspace, arguments.required("channel"))
    message = workspace.post(
        Message(
            channel=conversation.id,
            ts="",
            user=workspace.app.bot_user,
            is_bot=True,
            thread_ts=thread_of(workspace, conversation, arguments),
            metadata=_metadata(arguments),
            broadcast=arguments.flag("reply_broadcast"),
            username=arguments.text("username"),
            **_content(arguments, POST_LENGTH),
        )
    )
    return {
        "ok": True,
        "channel": conversation.id,
        "ts": message.ts,
        "message": _answered(workspace, message),
    }


def _post_ephemeral(workspace: Workspace, arguments: Arguments) -> Payload:
    conversation = conversation_to_post_in(workspace, arguments.required("channel"))
    user = arguments.required("user")
    if user not in conversation.members:
        raise SlackError("user_not_in_channel")
    message = workspace.post(
        Message(
            channel=conversation.id,
            ts="",
            user=workspace.app.bot_user,
            is_bot=True,
            thread_ts=thread_of(workspace, conversation, arguments),
            ephemeral_for=user,
            **_content(arguments, POST_LENGTH),
        )
    )
    return {"ok": True, "message_ts": message.ts}


def _update(workspace: Workspace, arguments: Arguments) -> Payload:
    message = _own(workspace, arguments, "cant_update_message")
    content = _content(arguments, UPDATE_LENGTH, message)
    if arguments.values.get("metadata") is not None:
        content["metadata"] = _metadata(arguments)
    updated = workspace.change(replace(message, edited_ts=workspace.timestamps.next(), **content))
    return {
        "ok": True,
        "channel": message.channel,
        "ts": message.ts,
        "text": updated.text,
        "message": {key: one for key, one in _answered(workspace, updated).items() if key in UPDATED_FIELDS},
    }


def _delete(workspace: Workspace, arguments: Arguments) -> Payload:
    message = _own(workspace, arguments, "cant_delete_message")
    workspace.delete(message.channel, message.ts)
    return {"ok": True, "channel": message.channel, "ts": message.ts}


def _permalink(workspace: Workspace, arguments: Arguments) -> Payload:
    conversation = workspace.conversation(arguments.required("channel"))
    message = workspace.message(conversation.id, arguments.required("message_ts"))
    link = f"{workspace.url}/archives/{conversation.id}/p{message.ts.replace('.', '')}"
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={conversation.id}"
    return {"ok": True, "channel": conversation.id, "permalink": link}


def conversation_to_post_in(workspace: Workspace, channel: str) -> Conversation:
    """Return the conversation the bot posts in; a user id means the direct conversation.

    Raises SlackError `channel_not_found`, `not_in_channel` or `is_archived`.
    """
    if channel in workspace.users:
        return workspace.direct_conversation(channel, workspace.app.bot_user)
    conversation = workspace.conversation(channel)
    if workspace.app.bot_user not in conversation.members:
        raise SlackError("channel_not_found" if conversation.kind.value != "channel" else "not_in_channel")
    if conversation.is_archived:
        raise SlackError("is_archived")
    return conversation


def thread_of(workspace: Workspace, conversation: Conversation, arguments: Arguments) -> str:
    """Return the first message of the thread to post in, if any; raises SlackError `thread_not_found`."""
    thread_ts = arguments.text("thread_ts")
    if not thread_ts:
        return ""
    parent = workspace.messages.get(conversation.id, {}).get(thread_ts)
    if parent is None:
        raise SlackError("thread_not_found")
    return parent.thread_ts or parent.ts


def _content(arguments: Arguments, longest: int, former: Message | None = None) -> Payload:
    """Return text, blocks and attachments; on an update, what is not sent stays or goes as in Slack."""
    text = arguments.text("text")
    markdown = arguments.text("markdown_text")
    sent_blocks = arguments.structure("blocks", "invalid_blocks_format")
    attachments = arguments.structure("attachments", "invalid_attachments")
    if markdown and (text or sent_blocks):
        raise SlackError("markdown_text_conflict")
    if len(text) > longest or len(markdown) > MARKDOWN_LENGTH:
        raise SlackError("msg_too_long")
    if attachments is not None and not isinstance(attachments, list):
        raise SlackError("invalid_attachments")
    blocks = with_ids(check_message_blocks(sent_blocks or []))
    if markdown:
        blocks, text = with_ids([{"type": "markdown", "text": markdown}]), markdown
    if former is not None and not text and sent_blocks is None and attachments is None:
        raise SlackError("no_text")
    if not text and not blocks and not attachments:
        raise SlackError("no_text")
    return {"text": text, "blocks": tuple(blocks), "attachments": tuple(attachments or ())}


def _metadata(arguments: Arguments) -> Payload | None:
    metadata = arguments.structure("metadata", "invalid_metadata_format")
    if metadata is None or metadata == {}:
        return None
    if not isinstance(metadata, dict):
        raise SlackError("invalid_metadata_format")
    if not isinstance(metadata.get("event_type"), str) or not isinstance(metadata.get("event_payload"), dict):
        raise invalid_arguments("metadata needs event_type and event_payload [json-pointer:/metadata]")
    return metadata


def _own(workspace: Workspace, arguments: Arguments, refusal: str) -> Message:
    conversation = workspace.conversation(arguments.required("channel"))
    message = workspace.message(conversation.id, arguments.required("ts"))
    if message.user != workspace.app.bot_user or message.ephemeral_for:
        raise SlackError("message_not_found" if message.ephemeral_for else refusal)
    return message


def _answered(workspace: Workspace, message: Message) -> Payload:
    shown = message.to_slack(workspace.app, workspace.team.id, metadata=True)
    return shown | {"app_id": workspace.app.id}


METHODS: Mapping[str, Method] = {
    "chat.postMessage": Method(_post, ("chat:write",)),
    "chat.postEphemeral": Method(_post_ephemeral, ("chat:write",)),
    "chat.update": Method(_update, ("chat:write",)),
    "chat.delete": Method(_delete, ("chat:write",)),
    "chat.getPermalink": Method(_permalink),
}
