"""A question in a channel where the bot answers every question, also when nobody names it."""

from typing import Any

from slack_bolt import App, BoltContext

from bot.channel_settings import Channels
from bot.durable import Starter
from bot.listeners.event import is_from_person, message_of
from bot.parts import Threads
from bot.typed import mentions
from bot.workflows import names


def register(app: App, starter: Starter, threads: Threads, channels: Channels) -> None:
    """Hear questions that begin a thread; one that names somebody is for them."""

    def reply(event: dict[str, Any], context: BoltContext) -> None:
        message = message_of(event, context.team_id or "", context.bot_user_id or "")
        threads.join(message.team, message.place)
        starter.start(names.REPLY, message.key, message)

    def is_question(event: dict[str, Any]) -> bool:
        text = str(event.get("text") or "")
        return (
            event.get("channel_type") != "im"
            and not event.get("thread_ts")
            and text.rstrip().endswith("?")
            and not mentions(text)
            and is_from_person(event)
            and channels.of(str(event["channel"])).every_question
        )

    app.event("message", matchers=[is_question])(reply)
