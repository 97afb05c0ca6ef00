"""Slack's payloads unpacked: raw JSON becomes values here and nowhere else."""

from typing import Any

from bot.incoming import Click, Command, IncomingMessage, Opened, Shortcut, Submission
from bot.typed import mentions, words_of

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
    values = []
    for field, actions in ((view.get("state") or {}).get("values") or {}).items():
        for given in actions.values():
            chosen = (given.get("selected_option") or {}).get("value")
            values.append((str(field), str(given.get("value") or chosen or "")))
    return Submission(
        team=team_of(body),
        user=str((body.get("user") or {}).get("id") or ""),
        callback_id=str(view.get("callback_id") or ""),
        view_id=str(view.get("id") or ""),
        private=str(view.get("private_metadata") or ""),
        values=tuple(values),
    )


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
