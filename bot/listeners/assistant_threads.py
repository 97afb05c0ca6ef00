"""The assistant pane was opened: greet and suggest questions."""

from typing import Any

from slack_bolt import App, BoltContext

from bot.durable import Starter
from bot.listeners.event import opened_of
from bot.workflows import names


def register(app: App, starter: Starter) -> None:
    """Hear new assistant threads; replies in them are direct messages."""

    def greet(event: dict[str, Any], context: BoltContext) -> None:
        opened = opened_of(event, context.team_id or "")
        starter.start(names.GREET, opened.key, opened)

    app.event("assistant_thread_started")(greet)
