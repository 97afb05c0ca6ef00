"""chat.startStream, appendStream, stopStream: an answer that grows while it is written."""

from collections.abc import Mapping
from dataclasses import replace

from bot.local.arguments import Arguments
from bot.local.block_rules import check_message_blocks, with_ids
from bot.local.errors import SlackError, invalid_arguments
from bot.local.json_shape import Field, anything, array, by_type, one_of, shape, string
from bot.local.message import Message, StreamState
from bot.local.method import Method
from bot.local.methods.chat import MARKDOWN_LENGTH, conversation_to_post_in
from bot.local.payload import Payload
from bot.local.workspace import Workspace

_CHUNKS = array(
    by_type(
        {
            "markdown_text": shape({"type": Field(string()), "text": Field(string(), required=True)}),
            "plan_update": shape({"type": Field(string()), "title": Field(string(), required=True)}),
            "task_update": shape(
                {
                    "type": Field(string()),
                    "id": Field(string(), required=True),
                    "title": Field(string(), required=True),
                    "status": Field(one_of("pending", "in_progress", "complete", "error"), required=True),
                    "details": Field(string()),
                    "output": Field(string()),
                    "sources": Field(array(anything)),
                }
            ),
            "blocks": shape({"type": Field(string()), "blocks": Field(array(anything), required=True)}),
        }
    )
)
LIFETIME = 5 * 60
"""Seconds after which a stream that nobody stopped is over."""


def _start(workspace: Workspace, arguments: Arguments) -> Payload:
    conversation = conversation_to_post_in(workspace, arguments.required("channel"))
    thread_ts = arguments.required("thread_ts")
    if thread_ts not in workspace.messages.get(conversation.id, {}):
        raise SlackError("thread_not_found")
    if not conversation.is_direct:
        for name in ("recipient_team_id", "recipient_user_id"):
            if not arguments.text(name):
                raise SlackError(f"missing_{name}")
    draft = Message(
        channel=conversation.id,
        ts="",
        user=workspace.app.bot_user,
        text="",
        is_bot=True,
        thread_ts=thread_ts,
        stream=StreamState.IN_PROGRESS,
    )
    message = workspace.post(_grown(draft, arguments))
    return {"ok": True, "channel": conversation.id, "ts": message.ts}


def _append(workspace: Workspace, arguments: Arguments) -> Payload:
    message = _streaming(workspace, arguments)
    if not arguments.text("markdown_text") and not arguments.structure("chunks"):
        raise invalid_arguments("missing required field: markdown_text or chunks")
    workspace.change(_grown(message, arguments))
    return {"ok": True, "channel": message.channel, "ts": message.ts}


def _stop(workspace: Workspace, arguments: Arguments) -> Payload:
    message = _grown(_streaming(workspace, arguments), arguments)
    blocks = with_ids(check_message_blocks(arguments.structure("blocks", "invalid_blocks_format") or []))
    stopped = replace(
        message,
        blocks=tuple(with_ids(check_message_blocks([*message.blocks, *blocks]))),
        stream=StreamState.COMPLETED,
        metadata=arguments.structure("metadata") or message.metadata,
    )
    workspace.change(stopped)
    return {
        "ok": True,
        "channel": message.channel,
        "ts": message.ts,
        "message": stopped.to_slack(workspace.app, workspace.team.id),
    }


def _streaming(workspace: Workspace, arguments: Arguments) -> Message:
    conversation = workspace.conversation(arguments.required("channel"))
    message = workspace.message(conversation.id, arguments.required("ts"))
    if message.user != workspace.app.bot_user:
        raise SlackError("message_not_owned_by_app")
    expired = workspace.clock() - float(message.ts) > LIFETIME
    if message.stream is not StreamState.IN_PROGRESS or expired:
        raise SlackError("message_not_in_streaming_state")
    return message


def _grown(message: Message, arguments: Arguments) -> Message:
    """Return the message with the new markdown and chunks at its end."""
    chunks = arguments.structure("chunks") or []
    if faults := [*_CHUNKS(chunks, "/chunks")]:
        raise SlackError("invalid_chunks", response_metadata={"messages": faults})
    if markdown := arguments.text("markdown_text"):
        chunks = [{"type": "markdown_text", "text": markdown}, *chunks]
    text, tasks, blocks = message.text, list(message.stream_tasks), [*message.blocks]
    for chunk in chunks:
        kind = chunk.get("type")
        if kind == "markdown_text":
            text += str(chunk.get("text", ""))
            blocks = _with_markdown(blocks, str(chunk.get("text", "")))
        elif kind == "task_update":
            tasks = _with_task(tasks, chunk)
        elif kind == "plan_update":
            tasks = [*(task for task in tasks if task.get("type") != "plan_update"), chunk]
        else:
            blocks += with_ids(check_message_blocks(chunk["blocks"]))
    if len(text) > MARKDOWN_LENGTH:
        raise SlackError("msg_too_long")
    return replace(message, text=text, stream_tasks=tuple(tasks), blocks=tuple(blocks))


def _with_task(tasks: list[Payload], update: Payload) -> list[Payload]:
    """Return the tasks with one of them updated where it stands, or added at the end."""
    if any(task.get("id") == update["id"] for task in tasks):
        return [update if task.get("id") == update["id"] else task for task in tasks]
    return [*tasks, update]


def _with_markdown(blocks: list[Payload], text: str) -> list[Payload]:
    if not text:
        return blocks
    if blocks and blocks[-1]["type"] == "markdown":
        return [*blocks[:-1], {**blocks[-1], "text": blocks[-1]["text"] + text}]
    return [*blocks, *with_ids([{"type": "markdown", "text": text}])]


METHODS: Mapping[str, Method] = {
    "chat.startStream": Method(_start, ("chat:write",)),
    "chat.appendStream": Method(_append, ("chat:write",)),
    "chat.stopStream": Method(_stop, ("chat:write",)),
}
