"""Slash commands."""

from typing import Any

from slack_bolt import Ack, App

from bot.durable import Starter
from bot.listeners.event import command_of
from bot.workflows import names

COMMANDS = ("/uppdrag", "/beslut", "/status", "/kansli")


def register(app: App, starter: Starter) -> None:
    """Hear the slash commands; the answer comes over the response address."""

    def run(body: dict[str, Any], ack: Ack) -> None:
        command = command_of(body)
        starter.start(names.COMMAND, command.key, command)
        ack()

    for name in COMMANDS:
        app.command(name)(run)
