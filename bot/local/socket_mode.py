"""Socket Mode: WebSocket connections over which envelopes go to the app."""

import asyncio
import json
import secrets
import uuid
from dataclasses import dataclass, field

from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.local.delivery import Envelope, EnvelopeKind
from bot.local.errors import NotDeliveredError
from bot.local.payload import Payload

CONNECTION_LIMIT = 10
"""How many connections Slack allows one app."""


@dataclass(eq=False)
class Connection:
    """One open WebSocket, its acknowledgements still awaited."""

    socket: WebSocket
    retiring: bool = False


@dataclass
class SocketMode:
    """Hands each envelope to one of the open connections and waits `ack_seconds` for its answer."""

    app_id: str
    ack_seconds: float
    tickets: set[str] = field(default_factory=set)
    connections: list[Connection] = field(default_factory=list)
    _answers: dict[str, asyncio.Future[Payload]] = field(default_factory=dict)
    _turn: int = 0

    def __post_init__(self) -> None:
        """Make the event that tells of a first connection."""
        self._connected = asyncio.Event()

    def link(self, url: str) -> str:
        """Return a WebSocket address that works once, as `apps.connections.open` does."""
        ticket = str(uuid.UUID(bytes=secrets.token_bytes(16)))
        self.tickets.add(ticket)
        return f"{url.replace('http', 'ws', 1)}/link/?ticket={ticket}&app_id={self.app_id}"

    async def serve(self, socket: WebSocket) -> None:
        """Hold one connection until either side ends it."""
        ticket = socket.query_params.get("ticket", "")
        if ticket not in self.tickets or len(self.connections) >= CONNECTION_LIMIT:
            await socket.close(code=1008)
            return
        self.tickets.discard(ticket)
        await socket.accept()
        connection = Connection(socket)
        await socket.send_text(json.dumps(self._hello()))
        self.connections.append(connection)
        self._connected.set()
        try:
            while True:
                self._take(await socket.receive_text())
        except (WebSocketDisconnect, RuntimeError):
            # Starlette raises RuntimeError when our own side closed the socket meanwhile.
            pass
        finally:
            self._forget(connection)

    async def deliver(self, envelope: Envelope) -> Payload:
        """Send one envelope over one connection; raises NotDeliveredError."""
        try:
            async with asyncio.timeout(self.ack_seconds):
                return await self._exchange(envelope)
        except TimeoutError as error:
            raise NotDeliveredError("timeout") from error

    async def refresh(self, reason: str = "refresh_requested") -> None:
        """Ask every connection to make way for a new one, then close it, as Slack does every hour."""
        for connection in list(self.connections):
            connection.retiring = True
            self._forget(connection)
            await connection.socket.send_text(
                json.dumps({"type": "disconnect", "reason": reason, "debug_info": {"host": "lokal"}})
            )
            await connection.socket.close(code=1000)

    async def wait_connected(self, seconds: float) -> bool:
        """Wait for a first connection; returns whether there is one."""
        try:
            async with asyncio.timeout(seconds):
                await self._connected.wait()
        except TimeoutError:
            return False
        return True

    async def drop(self) -> None:
        """Close every connection without a word."""
        for connection in list(self.connections):
            self._forget(connection)
            await connection.socket.close(code=1011)

    async def _exchange(self, envelope: Envelope) -> Payload:
        envelope_id = str(uuid.uuid4())
        answer: asyncio.Future[Payload] = asyncio.get_running_loop().create_future()
        self._answers[envelope_id] = answer
        try:
            while True:
                await self._connected.wait()
                connection = self._next()
                if connection is None:
                    continue
                try:
                    await connection.socket.send_text(json.dumps(_wire(envelope, envelope_id)))
                except (WebSocketDisconnect, RuntimeError):
                    # The connection died between being chosen and being written to: try another.
                    self._forget(connection)
                    continue
                return await answer
        finally:
            del self._answers[envelope_id]

    def _next(self) -> Connection | None:
        if not self.connections:
            self._connected.clear()
            return None
        self._turn += 1
        return self.connections[self._turn % len(self.connections)]

    def _take(self, text: str) -> None:
        try:
            received = json.loads(text)
        except ValueError:
            return
        if not isinstance(received, dict):
            return
        answer = self._answers.get(str(received.get("envelope_id", "")))
        if answer is not None and not answer.done():
            payload = received.get("payload")
            answer.set_result(payload if isinstance(payload, dict) else {})

    def _forget(self, connection: Connection) -> None:
        if connection in self.connections:
            self.connections.remove(connection)
        if not self.connections:
            self._connected.clear()

    def _hello(self) -> Payload:
        return {
            "type": "hello",
            "num_connections": len(self.connections) + 1,
            "debug_info": {"host": "lokal", "build_number": 1, "approximate_connection_time": 18060},
            "connection_info": {"app_id": self.app_id},
        }


def _wire(envelope: Envelope, envelope_id: str) -> Payload:
    wire: Payload = {
        "envelope_id": envelope_id,
        "payload": envelope.payload,
        "type": envelope.kind.value,
        "accepts_response_payload": envelope.kind is not EnvelopeKind.EVENT,
    }
    if envelope.kind is EnvelopeKind.EVENT:
        wire |= {"retry_attempt": envelope.attempt, "retry_reason": envelope.reason}
    return wire
