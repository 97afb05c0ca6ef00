"""The bot as a process: connected to Slack, with health and metrics, until it is told to stop."""

import signal
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass

import uvicorn
from slack_sdk.errors import SlackClientError

from bot.errors import SlackUnavailableError
from bot.http import build_web
from bot.settings import Settings
from bot.socket_mode import PromptSocketModeHandler
from bot.wiring.slack import Bot

HOST = "127.0.0.1"
PATIENCE = 5  # seconds for work under way when the process stops


@dataclass(frozen=True)
class SlackConnection:
    """Socket Mode; reconnects by itself."""

    handler: PromptSocketModeHandler

    @classmethod
    def open(cls, bot: Bot, settings: Settings) -> "SlackConnection":
        """Connect; raises SlackUnavailableError when Slack does not let us."""
        handler = PromptSocketModeHandler(bot.app, settings.slack_app_token)
        try:
            handler.client.connect()
        except (SlackClientError, OSError) as error:
            raise SlackUnavailableError(str(error)) from error
        return cls(handler)

    def is_connected(self) -> bool:
        """Tell whether events can come."""
        return bool(self.handler.client.is_connected())

    def close(self) -> None:
        """Disconnect."""
        self.handler.client.close()


def listen(port: int, host: str = HOST) -> socket.socket:
    """Return a listening socket; port 0 takes a free one. Raises OSError when the port is taken."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()  # from here on a request waits for the server instead of being refused
    except OSError:
        listener.close()
        raise
    return listener


def serve(bot: Bot, settings: Settings, listener: socket.socket, ready: Callable[[], None]) -> None:
    """Run until SIGTERM or SIGINT: Socket Mode when there is an app token, else HTTP."""
    # uvicorn raises the signal that stopped it once more when it is done; unheard, it would kill us before we close.
    told_to_stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: told_to_stop.set())
    bot.launch()
    connection: SlackConnection | None = None
    try:
        connection = SlackConnection.open(bot, settings) if settings.slack_app_token else None
        web = build_web(
            None if connection else bot.app,
            bot.metrics.registry,
            connection.is_connected if connection else lambda: True,
        )
        config = uvicorn.Config(
            web, log_level="warning", access_log=False, lifespan="off", timeout_graceful_shutdown=PATIENCE
        )
        server = uvicorn.Server(config)
        ready()
        if not told_to_stop.is_set():  # told while still connecting
            server.run([listener])
    finally:
        if connection:
            connection.close()
        bot.close(PATIENCE)
