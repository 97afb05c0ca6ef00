"""Listeners: each reads an event, names one workflow and starts it; starting is storing."""

from slack_bolt import App

from bot.channel_settings import Channels
from bot.durable import Starter
from bot.listeners import (
    actions,
    assistant_threads,
    channel_questions,
    commands,
    direct_messages,
    home,
    mentions,
    message_changes,
    modals,
    thread_replies,
    unheard,
)
from bot.parts import Threads


def register(app: App, starter: Starter, threads: Threads, channels: Channels) -> None:
    """Register every listener; the first that matches an event is the only one to hear it."""
    mentions.register(app, starter, threads)
    direct_messages.register(app, starter)
    thread_replies.register(app, starter, threads)
    channel_questions.register(app, starter, threads, channels)
    message_changes.register(app, starter)
    assistant_threads.register(app, starter)
    home.register(app, starter)
    commands.register(app, starter)
    actions.register(app, starter)
    modals.register(app, starter)
    unheard.register(app, starter)
