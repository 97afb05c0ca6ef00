"""A message was edited or deleted."""

from typing import Any

from slack_bolt import App, BoltContext

from bot.durable import Starter
from bot.listeners.event import change_of
from bot.workflows import names


def register(app: App, starter: Starter) -> None:
    """Hear what people change in their own messages."""

    def revise(event: dict[str, Any], context: BoltContext) -> None:
        change = change_of(event, context.team_id or "", context.bot_user_id or "")
        if change:
            starter.start(names.REVISE_STATUS, change.key, change)

    def is_change(event: dict[str, Any]) -> bool:
        return event.get("subtype") in ("message_changed", "message_deleted")

    app.event("message", matchers=[is_change])(revise)
