"""Socket Mode: slack_sdk's connection, made to let go of one connection at once when it has the next."""

import socket
from contextlib import suppress
from threading import Event, Thread

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.socket_mode.builtin import SocketModeClient

LOOK_EVERY = 0.01  # seconds


class PromptSocketModeClient(SocketModeClient):
    """Hears the new connection as soon as it is there.

    The SDK's own waits for the former connection to be read, up to three seconds when Slack says no more on it; in
    that time nobody listens to the new one either, and Slack gets no acknowledgement.
    """

    def connect(self) -> None:
        """Connect, and stop reading the former connection once the new one stands."""
        with _Waking(self):
            super().connect()

    def close(self) -> None:
        """Disconnect, without waiting for a message that will not come."""
        self.closed = True
        self.message_queue.put(None)  # wakes the reader of the queue, which sees that it is closed
        with _Waking(self):
            super().close()


class PromptSocketModeHandler(SocketModeHandler):
    """Hands what comes over Socket Mode to Bolt."""

    def __init__(self, app: App, app_token: str) -> None:
        """Make a client that is not connected yet; the SDK's own constructor would start another beside it."""
        self.app = app
        self.app_token = app_token
        self.client = PromptSocketModeClient(
            app_token, logger=app.logger, web_client=app.client, proxy=app.client.proxy
        )
        self.client.socket_mode_request_listeners.append(self.handle)  # type: ignore[arg-type]  # as in the SDK


class _Waking:
    """While it is held: wakes the reader of the present connection when the SDK is done with that connection."""

    def __init__(self, client: SocketModeClient) -> None:
        self._client = client
        session = client.current_session
        self._socket = session.sock if session else None
        self._state = client.current_session_state
        self._over = Event()

    def __enter__(self) -> None:
        if self._socket is not None:
            Thread(target=self._wake, args=(self._socket,), daemon=True).start()

    def __exit__(self, *_error: object) -> None:
        self._over.set()

    def _wake(self, reading: socket.socket) -> None:
        while not self._over.wait(LOOK_EVERY):
            if self._client.closed:
                self._state.terminated = True  # a reader that was only just beginning has unset it
            if self._state.terminated:
                with suppress(OSError):  # closed already
                    # The plain socket's, since an encrypted one would take away what its reader is reading with.
                    socket.socket.shutdown(reading, socket.SHUT_RD)
