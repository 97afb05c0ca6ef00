"""A message in the bot's own conversation, also in its assistant pane."""

from typing import Any

from slack_bolt import App, BoltContext

from bot.durable import Starter
from bot.listeners.event import is_from_person, message_of, start_reply


def register(app: App, starter: Starter) -> None:
    """Hear direct messages."""

    def reply(event: dict[str, Any], context: BoltContext) -> None:
        message = message_of(event, context.team_id or "", context.bot_user_id or "")
        start_reply(starter, message)

    def is_direct(event: dict[str, Any]) -> bool:
        return event.get("channel_type") == "im" and is_from_person(event)

    app.event("message", matchers=[is_direct])(reply)
