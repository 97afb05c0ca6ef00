"""A reply in a thread that the bot was named in: it needs no new mention."""

from typing import Any

from slack_bolt import App, BoltContext

from bot.durable import Starter
from bot.incoming import Place
from bot.listeners.event import is_from_person, message_of
from bot.parts import Threads
from bot.typed import mentions
from bot.workflows import names


def register(app: App, starter: Starter, threads: Threads) -> None:
    """Hear replies; one that names somebody else is for them."""

    def reply(event: dict[str, Any], context: BoltContext) -> None:
        message = message_of(event, context.team_id or "", context.bot_user_id or "")
        starter.start(names.REPLY, message.key, message)

    def is_in_known_thread(event: dict[str, Any], context: BoltContext) -> bool:
        return (
            bool(event.get("thread_ts"))
            and is_from_person(event)
            and not mentions(str(event.get("text") or ""))
            and threads.has(context.team_id or "", Place(str(event["channel"]), str(event["thread_ts"])))
        )

    app.event("message", matchers=[is_in_known_thread])(reply)
