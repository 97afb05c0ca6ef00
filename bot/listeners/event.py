"""Slack's payloads unpacked: raw JSON becomes values here and nowhere else."""

from collections.abc import Mapping
from typing import Any

from bot.document_intake import SharedFile
from bot.durable import Starter
from bot.incoming import Click, Command, IncomingMessage, MessageChange, Opened, Shortcut, Submission
from bot.typed import mentions, words_of
from bot.workflows import names

SPOKEN = (None, "", "file_share", "thread_broadcast")  # the subtypes of messages that a person wrote


def is_from_person(event: dict[str, Any]) -> bool:
    """Tell whether a person wrote a new message: no bot, no edit, no deletion, no notice."""
    return (
        bool(event.get("user"))
        and event.get("subtype") in SPOKEN
        and not event.get("bot_id")
        and not _says_something(event.get("bot_profile"))
        and not _says_something(event.get("edited"))
        and not event.get("hidden")
    )


def _says_something(part: Any) -> bool:
    """Tell whether a part of an event is filled in: Slack's own samples have every key, with empty values."""
    return any(map(_says_something, part.values())) if isinstance(part, dict) else bool(part)


def message_of(event: dict[str, Any], team: str, bot_user: str) -> IncomingMessage:
    """Return the message of a `message` or `app_mention` event."""
    text = str(event.get("text") or "")
    return IncomingMessage(
        team=team,
        channel=str(event["channel"]),
        ts=str(event["ts"]),
        user=str(event["user"]),
        text=words_of(text, bot_user),
        thread_ts=str(event.get("thread_ts") or ""),
        is_direct=event.get("channel_type") == "im" or str(event["channel"]).startswith("D"),
        is_mention=bot_user in mentions(text) or event.get("type") == "app_mention",
        files=tuple(
            SharedFile(str(each["id"]), str(each.get("name") or each["id"]))
            for each in event.get("files") or ()
            if each.get("id") and each.get("mode") != "tombstone"
        ),
    )


def start_reply(starter: Starter, message: IncomingMessage) -> None:
    """Start what follows from a message to the bot: an offer to read its files, and a reply to its words."""
    if message.files:
        starter.start(names.OFFER_DOCUMENTS, message.key, message)
    starter.start(names.REPLY, message.key, message)


def change_of(event: dict[str, Any], team: str, bot_user: str) -> MessageChange | None:
    """Return what a person changed in a message of theirs; none when Slack changed it, as it does to show a link."""
    former = event.get("previous_message") or {}
    now = event.get("message") or {}
    is_gone = event.get("subtype") == "message_deleted" or now.get("subtype") == "tombstone"
    text = "" if is_gone else words_of(str(now.get("text") or ""), bot_user)
    if not former.get("user") or former.get("bot_id") or _says_something(former.get("bot_profile")):
        return None
    if not is_gone and (not text or text == words_of(str(former.get("text") or ""), bot_user)):
        return None
    return MessageChange(
        team=team,
        channel=str(event["channel"]),
        ts=str(former.get("ts") or event.get("deleted_ts") or ""),
        user=str(former["user"]),
        text=text,
        changed_ts="deleted"
        if is_gone
        else str((now.get("edited") or {}).get("ts") or event.get("ts") or ""),
        thread_ts=str(former.get("thread_ts") or ""),
        is_direct=event.get("channel_type") == "im",
    )


def click_of(body: dict[str, Any], action: dict[str, Any]) -> Click:
    """Return the pressed button of a `block_actions` payload."""
    container = body.get("container") or {}
    message = body.get("message") or {}
    channel = (body.get("channel") or {}).get("id") or container.get("channel_id")
    chosen = action.get("value") or (action.get("selected_option") or {}).get("value")
    return Click(
        team=team_of(body),
        user=str((body.get("user") or {}).get("id") or ""),
        action_id=str(action.get("action_id") or ""),
        value=str(chosen or ""),
        channel=str(channel or ""),
        message_ts=str(container.get("message_ts") or message.get("ts") or ""),
        thread_ts=str(container.get("thread_ts") or message.get("thread_ts") or ""),
        trigger_id=str(body.get("trigger_id") or ""),
        response_url=str(body.get("response_url") or ""),
        action_ts=str(action.get("action_ts") or ""),
        is_ephemeral=bool(container.get("is_ephemeral")),
        view_id=str((body.get("view") or {}).get("id") or ""),
    )


def submission_of(body: dict[str, Any]) -> Submission:
    """Return the filled-in modal of a `view_submission` payload; block ids name the fields."""
    view = body["view"]
    values = [
        (str(field), _filled_in(given))
        for field, given_by_action in ((view.get("state") or {}).get("values") or {}).items()
        for given in given_by_action.values()
    ]
    return Submission(
        team=team_of(body),
        user=str((body.get("user") or {}).get("id") or ""),
        callback_id=str(view.get("callback_id") or ""),
        view_id=str(view.get("id") or ""),
        private=str(view.get("private_metadata") or ""),
        values=tuple(values),
    )


def first_input(body: Mapping[str, Any]) -> str:
    """Return the first block of a form that a message can stand at; nothing when it has none."""
    blocks = (body.get("view") or {}).get("blocks") or ()
    return next((str(each.get("block_id") or "") for each in blocks if each.get("type") == "input"), "")


def _filled_in(given: dict[str, Any]) -> str:
    """Return the value of a field; of a field with several, one on each line."""
    if given.get("selected_options") is not None:
        return "\n".join(str(each.get("value") or "") for each in given["selected_options"])
    return str(given.get("value") or (given.get("selected_option") or {}).get("value") or "")


def command_of(body: dict[str, Any]) -> Command:
    """Return the slash command of its form fields."""
    return Command(
        team=str(body.get("team_id") or ""),
        channel=str(body.get("channel_id") or ""),
        user=str(body.get("user_id") or ""),
        name=str(body.get("command") or ""),
        text=words_of(str(body.get("text") or ""), ""),
        trigger_id=str(body.get("trigger_id") or ""),
        response_url=str(body.get("response_url") or ""),
    )


def shortcut_of(body: dict[str, Any], bot_user: str) -> Shortcut:
    """Return the shortcut, with its message when it was used on one."""
    message = body.get("message") or {}
    return Shortcut(
        team=team_of(body),
        user=str((body.get("user") or {}).get("id") or ""),
        callback_id=str(body.get("callback_id") or ""),
        trigger_id=str(body.get("trigger_id") or ""),
        channel=str((body.get("channel") or {}).get("id") or ""),
        message_ts=str(message.get("ts") or body.get("message_ts") or ""),
        thread_ts=str(message.get("thread_ts") or ""),
        text=words_of(str(message.get("text") or ""), bot_user),
        author=str(message.get("user") or ""),
    )


def opened_of(event: dict[str, Any], team: str) -> Opened:
    """Return what was opened: an assistant thread, the home tab, or a channel to the bot."""
    thread = event.get("assistant_thread") or {}
    return Opened(
        team=team,
        user=str(thread.get("user_id") or event.get("user") or ""),
        event_ts=str(event.get("event_ts") or ""),
        channel=str(thread.get("channel_id") or event.get("channel") or ""),
        thread_ts=str(thread.get("thread_ts") or ""),
    )


def team_of(body: dict[str, Any]) -> str:
    """Return the team of an interaction."""
    return str((body.get("team") or {}).get("id") or (body.get("user") or {}).get("team_id") or "")
