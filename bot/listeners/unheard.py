"""What nobody else listens to: acknowledged, or Slack would send it three times more, and answered where somebody waits."""

import re
from typing import Any

from slack_bolt import Ack, App

from bot import texts
from bot.durable import Starter
from bot.listeners.event import click_of, command_of, first_input
from bot.workflows import names

ANYTHING = re.compile(".*")


def register(app: App, starter: Starter) -> None:
    """Hear the rest: registered last, since the first listener that matches is the only one."""

    def ignore(ack: Ack) -> None:
        ack()

    def press(body: dict[str, Any], action: dict[str, Any], ack: Ack) -> None:
        click = click_of(body, action)
        starter.start(names.OUTDATED_BUTTON, click.key, click)
        ack()

    def submit(body: dict[str, Any], ack: Ack) -> None:
        if block := first_input(body):
            ack(response_action="errors", errors={block: texts.FORM_OUTDATED})
        else:
            ack()

    def run(body: dict[str, Any], ack: Ack) -> None:
        command = command_of(body)
        starter.start(names.COMMAND, command.key, command)
        ack()

    def suggest(ack: Ack) -> None:
        ack(options=[])

    app.event(ANYTHING)(ignore)
    app.action(ANYTHING)(press)
    app.view_submission(ANYTHING)(submit)
    app.view_closed(ANYTHING)(ignore)
    app.shortcut(ANYTHING)(ignore)
    app.command(ANYTHING)(run)
    app.options(ANYTHING)(suggest)
