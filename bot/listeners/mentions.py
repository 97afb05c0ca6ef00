"""@kansli in a channel: as `app_mention`, as `message`, or as both, which are one."""

from typing import Any

from slack_bolt import App, BoltContext

from bot.durable import Starter
from bot.listeners.event import is_from_person, message_of, start_reply
from bot.parts import Threads
from bot.typed import mentions


def register(app: App, starter: Starter, threads: Threads) -> None:
    """Hear mentions; the threads they stand in are then followed."""

    def reply(event: dict[str, Any], context: BoltContext) -> None:
        message = message_of(event, context.team_id or "", context.bot_user_id or "")
        threads.join(message.team, message.place)
        start_reply(starter, message)

    def is_mention(event: dict[str, Any], context: BoltContext) -> bool:
        return is_from_person(event) and _names(event, context) and event.get("channel_type") != "im"

    app.event("app_mention", matchers=[is_from_person])(reply)
    app.event("message", matchers=[is_mention])(reply)


def _names(event: dict[str, Any], context: BoltContext) -> bool:
    return (context.bot_user_id or "") in mentions(str(event.get("text") or ""))
