"""The local workspace as a server: Web API, Socket Mode, response URLs and the page on one port."""

import asyncio
import json
import logging
import secrets
import socket
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Self, TypeVar
from urllib.parse import parse_qs

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from bot.local.activity import Activity
from bot.local.change import Change
from bot.local.delivery import Delivered, Delivery
from bot.local.errors import LocalWorkspaceError, SlackError
from bot.local.events import envelope_of, events_of, subscription_of
from bot.local.faults import Faults
from bot.local.file_routes import FileRoutes
from bot.local.installation import Installation
from bot.local.memory import Memory
from bot.local.methods import all_methods
from bot.local.oauth import OAuth
from bot.local.origin_guard import OriginGuard
from bot.local.page_routes import PageRoutes
from bot.local.payload import Payload
from bot.local.rate_limits import Limit, RateLimits
from bot.local.response_urls import ResponseUrls
from bot.local.signed_requests import SignedRequests
from bot.local.socket_mode import SocketMode
from bot.local.web_api import Call, DroppedConnectionError, Tokens, WebApi, connections_open
from bot.local.workspace import Workspace

HOST = "127.0.0.1"
STARTUP_SECONDS = 10.0
SAVE_SECONDS = 0.5
Answer = TypeVar("Answer")


class _Server(uvicorn.Server):
    """Tells the thread that started it when it listens."""

    def __init__(self, config: uvicorn.Config, ready: threading.Event) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready.set()


class LocalWorkspace:
    """A Slack workspace on this machine's loopback; a context manager that starts and stops itself.

    `limits` (see `rate_limits.slack_limits`) are off unless given;
    `retry_after` holds the seconds before each repetition of an event. With a `folder`, conversations are kept there; `restored` tells whether any were found.
    """

    def __init__(
        self,
        workspace: Workspace | None = None,
        *,
        installation: Installation | None = None,
        limits: dict[str, Limit] | None = None,
        ack_seconds: float = 3.0,
        retry_after: tuple[float, ...] = (0.0, 60.0, 300.0),
        folder: Path | None = None,
    ) -> None:
        self.workspace = workspace or Workspace()
        self.bot_token = "xoxb-lokal-" + secrets.token_hex(12)
        self.app_token = "xapp-1-" + self.workspace.app.id + "-" + secrets.token_hex(12)
        self.signing_secret = secrets.token_hex(16)
        self.faults = Faults()
        self.ack_seconds = ack_seconds
        self.port = 0
        self.installation = installation or Installation()
        self._sockets = SocketMode(self.workspace.app.id, ack_seconds)
        self.delivery = Delivery(self._sockets, self.faults, retry_after)
        self._response_urls = ResponseUrls(self.workspace, lambda: self.url)
        self.activity = Activity(
            self.workspace, self.delivery, self._response_urls, self.installation.commands
        )
        self.oauth = OAuth(self.workspace, self._send)
        self._tokens = Tokens(self.bot_token, self.app_token, self.oauth.issued)
        self._api = WebApi(
            self.workspace,
            {
                **all_methods(),
                "apps.connections.open": connections_open(lambda: self._sockets.link(self.url)),
                "oauth.v2.access": self.oauth.method(),
            },
            self._tokens,
            self.installation.scopes,
            self.faults,
            RateLimits(limits or {}, self.workspace.clock),
        )
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        self._memory = Memory(self.workspace, folder / "workspace.json") if folder else None
        self.restored = self._memory.restore() if self._memory else False
        self._unsubscribe = self.workspace.changes.subscribe(self._on_change)

    @property
    def url(self) -> str:
        """Return the address of the page, without a slash at its end."""
        return f"http://{HOST}:{self.port}"

    @property
    def api_url(self) -> str:
        """Return the address of the Web API, for `SLACK_API_URL`."""
        return f"{self.url}/api/"

    @property
    def calls(self) -> list[Call]:
        """Return every call of the Web API so far."""
        with self.workspace.changes.lock:
            return list(self._api.calls)

    @property
    def deliveries(self) -> list[Delivered]:
        """Return every delivery attempt so far."""
        return list(self.delivery.log)

    @property
    def connections(self) -> int:
        """Return how many Socket Mode connections are open."""
        return len(self._sockets.connections)

    def start(self, port: int = 0) -> None:
        """Listen on loopback; port 0 takes a free one. Raises OSError when the port is taken."""
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except OSError:
            listener.close()
            raise
        self.port = listener.getsockname()[1]
        self.workspace.url = self.url
        config = uvicorn.Config(
            self._application(),
            log_level=logging.WARNING,
            log_config=None,
            access_log=False,
            lifespan="off",
            ws="websockets-sansio",
            timeout_graceful_shutdown=1,
        )
        ready = threading.Event()
        self._server = _Server(config, ready)
        self._thread = threading.Thread(
            target=self._serve, args=(self._server, listener), name="local-workspace", daemon=True
        )
        self._thread.start()
        if not ready.wait(STARTUP_SECONDS):
            raise LocalWorkspaceError("the local workspace did not start")

    def stop(self) -> None:
        """Close every connection and stop listening."""
        self._unsubscribe()
        if self._server is None or self._thread is None:
            return
        self._server.should_exit = True
        self._thread.join(STARTUP_SECONDS)
        self._server = self._thread = None
        if self._memory:
            self._memory.save()

    def __enter__(self) -> Self:
        """Start on a free port unless already started."""
        if self._server is None:
            self.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop."""
        self.stop()

    def deliver_to(self, request_url: str) -> None:
        """Send events and interactions as signed requests to this URL, once it has passed Slack's challenge.

        Raises RequestUrlError when it has not.
        """
        requests = SignedRequests(request_url, self.signing_secret, self.ack_seconds, self.workspace.clock)
        self._run(requests.verify(self.workspace.app.verification_token)).result()
        self.delivery.transport = requests

    def deliver_by_socket(self) -> None:
        """Send events and interactions over Socket Mode again."""
        self.delivery.transport = self._sockets

    def refresh_sockets(self, reason: str = "refresh_requested") -> None:
        """Make every Socket Mode client reconnect, announced as Slack announces it."""
        self._run(self._sockets.refresh(reason)).result()

    def drop_sockets(self) -> None:
        """Break every Socket Mode connection unannounced."""
        self._run(self._sockets.drop()).result()

    def is_still(self) -> bool:
        """Tell whether nothing is on its way to the app."""
        return self._run(self.delivery.is_still()).result()

    def wait_for_connection(self, timeout: float = 30.0) -> bool:
        """Wait for a Socket Mode client; returns whether one came."""
        return self._run(self._sockets.wait_connected(timeout)).result()

    def wait_for_calls(self, method: str, count: int = 1, timeout: float = 30.0) -> list[Call]:
        """Return the calls of a method once there are `count` of them, or those there are by then."""

        def enough() -> list[Call] | None:
            found = [call for call in self._api.calls if call.method == method]
            return found if len(found) >= count else None

        found = self.workspace.changes.wait_until(enough, timeout)
        return found or [call for call in self.calls if call.method == method]

    def _application(self) -> Starlette:
        page = PageRoutes(self.activity, self.installation)
        files = FileRoutes(self.workspace, self._tokens.is_bot, lambda: self.installation.scopes, self.faults)
        routes = [
            Route("/api/{method}", self._web_api, methods=["GET", "POST"]),
            WebSocketRoute("/link/", self._link),
            WebSocketRoute("/link", self._link),
            *(
                Route(f"/{kind}/{{team}}/{{number}}/{{secret}}", self._respond, methods=["POST"])
                for kind in ("actions", "commands", "app")
            ),
            *files.routes(),
            *self.oauth.routes(),
            *page.routes(),
        ]
        return Starlette(routes=routes, middleware=[Middleware(OriginGuard, port=lambda: self.port)])

    async def _web_api(self, request: Request) -> Response:
        try:
            return await self._api.answer(request)
        except DroppedConnectionError:
            self._abort(request)
            return Response()

    async def _respond(self, request: Request) -> Response:
        body = (await request.body()).decode()
        try:
            sent = json.loads(body)
        except ValueError:
            sent = json.loads(parse_qs(body).get("payload", ["{}"])[0])
        params = request.path_params
        try:
            with self.workspace.changes.lock:
                self._response_urls.respond(f"{params['number']}/{params['secret']}", sent)
        except SlackError as error:
            return PlainTextResponse(error.code, error.status if error.status != 200 else 400)
        return PlainTextResponse("ok")

    async def _link(self, websocket: WebSocket) -> None:
        await self._sockets.serve(websocket)

    def _abort(self, request: Request) -> None:
        """Break the connection a request came on, as a failing network does."""
        if self._server is None or request.client is None:
            return
        client = (request.client.host, request.client.port)
        for connection in list(self._server.server_state.connections):
            transport = getattr(connection, "transport", None)
            if getattr(connection, "client", None) == client and transport is not None:
                transport.abort()

    def _serve(self, server: uvicorn.Server, listener: socket.socket) -> None:
        async def run() -> None:
            self.delivery.loop = asyncio.get_running_loop()
            saving = asyncio.create_task(self._save_now_and_then())
            await server.serve(sockets=[listener])
            saving.cancel()
            await self.delivery.stop()

        try:
            asyncio.run(run())
        finally:
            listener.close()

    def _run(self, work: Coroutine[Any, Any, Answer]) -> "Future[Answer]":
        loop = self.delivery.loop
        if loop is None or self._server is None:
            work.close()
            raise LocalWorkspaceError("the local workspace is not running")
        return asyncio.run_coroutine_threadsafe(work, loop)

    async def _save_now_and_then(self) -> None:
        while self._memory:
            await asyncio.sleep(SAVE_SECONDS)
            self._memory.save()

    def _on_change(self, change: Change) -> None:
        if self._memory:
            self._memory.remember(change)
        for event in events_of(change, self.workspace, self.installation.scopes):
            self._send(event)

    def _send(self, event: Payload) -> None:
        if self.installation.hears(subscription_of(event)):
            self.delivery.event(envelope_of(event, self.workspace))
