"""The Bolt app: listeners, and what happens when one fails."""

import logging

from slack_bolt import App, BoltResponse
from slack_sdk import WebClient

from bot import listeners
from bot.durable import Starter
from bot.failures import new_reference
from bot.parts import Threads

_log = logging.getLogger(__name__)


def build_app(client: WebClient, signing_secret: str, starter: Starter, threads: Threads) -> App:
    """Return the app with its listeners.

    `process_before_response`: Bolt acknowledges events before a listener runs unless it is told not to. Here a
    listener only stores what happened, so the acknowledgement waits for it, and a listener that fails leaves
    the event unacknowledged: Slack sends it again.
    """
    app = App(
        name="kansli",
        client=client,
        signing_secret=signing_secret,
        process_before_response=True,
        logger=logging.getLogger("kansli.bolt"),
    )

    @app.error
    def not_stored(error: Exception) -> BoltResponse:
        reference = new_reference()
        _log.error("felnummer %s: an event could not be stored", reference, exc_info=error)
        return BoltResponse(status=500)

    listeners.register(app, starter, threads)
    return app
