"""The home tab was opened, or the bot was let into a channel."""

from typing import Any

from slack_bolt import App, BoltContext

from bot.durable import Starter
from bot.listeners.event import opened_of
from bot.workflows import names


def register(app: App, starter: Starter) -> None:
    """Hear the home tab opening and the bot joining a channel."""

    def show_home(event: dict[str, Any], context: BoltContext) -> None:
        opened = opened_of(event, context.team_id or "")
        starter.start(names.HOME, opened.key, opened)

    def welcome(event: dict[str, Any], context: BoltContext) -> None:
        opened = opened_of(event, context.team_id or "")
        starter.start(names.WELCOME, opened.key, opened)

    def is_home(event: dict[str, Any]) -> bool:
        return str(event.get("tab") or "home") == "home"

    def is_bot(event: dict[str, Any], context: BoltContext) -> bool:
        return bool(event.get("user") == context.bot_user_id)

    app.event("app_home_opened", matchers=[is_home])(show_home)
    app.event("member_joined_channel", matchers=[is_bot])(welcome)
