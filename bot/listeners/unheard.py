"""What nobody listens to is acknowledged, or Slack would send it three times more."""

import re

from slack_bolt import Ack, App

ANYTHING = re.compile(".*")


def register(app: App) -> None:
    """Acknowledge the rest: registered last, since the first listener that matches is the only one."""

    def ignore(ack: Ack) -> None:
        ack()

    app.event(ANYTHING)(ignore)
    app.action(ANYTHING)(ignore)
    app.view_closed(ANYTHING)(ignore)
