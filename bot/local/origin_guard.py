"""Keeps other web pages out: only this machine's own page, and programs, may talk to the workspace."""

from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

NAMES = ("127.0.0.1", "localhost")


class OriginGuard:
    """Refuses a foreign `Host` (DNS rebinding) and a foreign `Origin` (another site's page)."""

    def __init__(self, app: ASGIApp, port: Callable[[], int]) -> None:
        self.app = app
        self.port = port

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer 403."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        hosts = {f"{name}:{self.port()}" for name in NAMES}
        origins = {f"{scheme}://{host}" for scheme in ("http", "https", "ws") for host in hosts}
        origin = headers.get("origin")
        # Slack's Python client leaves the port out of the header when it opens a WebSocket.
        if headers.get("host") in {*hosts, *NAMES} and (origin is None or origin in origins):
            await self.app(scope, receive, _with_policy(send))
            return
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        await PlainTextResponse("forbidden", 403)(scope, receive, send)


def _with_policy(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [
                *message.get("headers", []),
                (b"content-security-policy", CONTENT_POLICY.encode()),
                (b"x-content-type-options", b"nosniff"),
                (b"referrer-policy", b"no-referrer"),
                (b"cache-control", b"no-store"),
            ]
        await send(message)

    return sending
