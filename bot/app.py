"""The Bolt app: listeners, and what happens when one fails."""

import logging
from typing import Any

from slack_bolt import App, BoltContext, BoltRequest, BoltResponse
from slack_bolt.oauth import OAuthFlow
from slack_sdk import WebClient

from bot import listeners, texts
from bot.channel_settings import Channels
from bot.durable import Starter
from bot.not_stored import NotStored
from bot.parts import Threads


def build_app(
    client: WebClient,
    signing_secret: str,
    starter: Starter,
    threads: Threads,
    channels: Channels,
    tell: NotStored,
    flow: OAuthFlow | None = None,
) -> App:
    """Return the app with its listeners; with a flow, workspaces install it and may take it away by themselves.

    `process_before_response`: Bolt acknowledges events before a listener runs unless it is told not to. Here a
    listener only stores what happened, so the acknowledgement waits for it, and a listener that fails leaves
    the event unacknowledged: Slack sends it again, and the person is told (`NotStored`).
    """
    app = App(
        name="kansli",
        client=client,
        signing_secret=signing_secret,
        oauth_flow=flow,
        user_facing_authorize_error_message=texts.NOT_INSTALLED,
        process_before_response=True,
        logger=logging.getLogger("kansli.bolt"),
    )

    @app.error
    def not_stored(
        error: Exception, body: dict[str, Any], request: BoltRequest, context: BoltContext
    ) -> BoltResponse:
        retry = next(iter(request.headers.get("x-slack-retry-num") or ()), None)
        return tell(error, body, context.bot_user_id or "", retry)

    if flow:
        app.enable_token_revocation_listeners()
    listeners.register(app, starter, threads, channels)
    return app
