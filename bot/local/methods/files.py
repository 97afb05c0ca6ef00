"""files.*: what the app uploads, looks up and removes."""

from collections.abc import Mapping
from dataclasses import replace

from bot.local.arguments import Arguments
from bot.local.block_rules import check_message_blocks, with_ids
from bot.local.conversation import Conversation
from bot.local.errors import SlackError, invalid_arguments
from bot.local.message import Message
from bot.local.method import Method
from bot.local.methods.chat import POST_LENGTH, conversation_to_post_in, thread_of
from bot.local.payload import Payload
from bot.local.workspace import Workspace


def _upload_url(workspace: Workspace, arguments: Arguments) -> Payload:
    name = arguments.required("filename")
    if arguments.number("length", 0) <= 0:
        raise invalid_arguments("must be more than 0 [json-pointer:/length]")
    file, secret = workspace.files.reserve(name, workspace.app.bot_user, arguments.text("alt_txt"))
    return {"ok": True, "upload_url": f"{workspace.url}/upload/v1/{secret}", "file_id": file.id}


def _complete(workspace: Workspace, arguments: Arguments) -> Payload:
    given = arguments.structure("files")
    if not isinstance(given, list) or not given or not all(isinstance(one, dict) for one in given):
        raise invalid_arguments("no less than 1 items allowed [json-pointer:/files]")
    comment = arguments.text("initial_comment")
    if len(comment) > POST_LENGTH:
        raise SlackError("msg_too_long")
    blocks = with_ids(check_message_blocks(arguments.structure("blocks", "invalid_blocks_format") or []))
    named = [arguments.text("channel_id"), *arguments.text("channels").split(",")]
    places = [_place(workspace, one.strip(), arguments) for one in named if one.strip()]
    bot = workspace.app.bot_user
    files = [workspace.files.share(str(one.get("id")), bot, str(one.get("title") or "")) for one in given]
    shown = [file.to_slack(workspace.url, workspace.team.id) for file in files]
    for conversation, thread_ts in places:
        workspace.post(
            Message(
                channel=conversation.id,
                ts="",
                user=bot,
                text=comment,
                is_bot=True,
                blocks=tuple(blocks),
                files=tuple(shown),
                thread_ts=thread_ts,
                subtype="file_share",
            )
        )
    return {"ok": True, "files": shown}


def _place(workspace: Workspace, channel: str, arguments: Arguments) -> tuple[Conversation, str]:
    conversation = conversation_to_post_in(workspace, channel)
    return conversation, thread_of(workspace, conversation, arguments)


def _info(workspace: Workspace, arguments: Arguments) -> Payload:
    file = workspace.files.get(arguments.required("file"))
    if not workspace.may_see(workspace.app.bot_user, file):
        raise SlackError("file_not_found")
    seen = workspace.shares(file.id)
    shares: Payload = {}
    for message in seen:
        kind = "public" if workspace.conversation(message.channel).kind.value == "channel" else "private"
        shares.setdefault(kind, {}).setdefault(message.channel, []).append({"ts": message.ts})
    shown = file.to_slack(workspace.url, workspace.team.id) | {"shares": shares}
    return {"ok": True, "file": shown, "comments": [], "response_metadata": {"next_cursor": ""}}


def _delete(workspace: Workspace, arguments: Arguments) -> Payload:
    file = workspace.files.get(arguments.required("file"))
    if file.user != workspace.app.bot_user:
        raise SlackError("cant_delete_file")
    for message in workspace.shares(file.id):
        left = tuple(
            {"id": file.id, "mode": "tombstone"} if one["id"] == file.id else one for one in message.files
        )
        workspace.change(replace(message, files=left))
    workspace.files.forget(file.id)
    return {"ok": True}


METHODS: Mapping[str, Method] = {
    "files.getUploadURLExternal": Method(_upload_url, ("files:write",)),
    "files.completeUploadExternal": Method(_complete, ("files:write",)),
    "files.info": Method(_info, ("files:read",)),
    "files.delete": Method(_delete, ("files:write",)),
}
