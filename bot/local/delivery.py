"""Takes envelopes to the app, waits for the acknowledgement, and repeats what Slack repeats."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Protocol

from bot.local.errors import NotDeliveredError
from bot.local.faults import Faults
from bot.local.payload import Payload


class EnvelopeKind(Enum):
    """What an envelope holds; the value is Socket Mode's `type`."""

    EVENT = "events_api"
    INTERACTION = "interactive"
    COMMAND = "slash_commands"


@dataclass(frozen=True)
class Envelope:
    """One delivery attempt."""

    kind: EnvelopeKind
    payload: Payload
    attempt: int = 0
    reason: str = ""


@dataclass(frozen=True)
class Delivered:
    """A delivery as a test sees it: how it went; `reason` is empty when it was acknowledged."""

    envelope: Envelope
    reason: str


class Transport(Protocol):
    """A way to the app: Socket Mode or signed requests."""

    async def deliver(self, envelope: Envelope) -> Payload:
        """Return the app's answer, `{}` for a bare acknowledgement; raises NotDeliveredError."""
        ...


@dataclass
class Delivery:
    """Sends events (with retries) and interactions (without) over the transport of the moment.

    `retry_after` holds the seconds before each repetition of an unacknowledged event.
    """

    transport: Transport
    faults: Faults
    retry_after: tuple[float, ...]
    log: list[Delivered] = field(default_factory=list)
    loop: asyncio.AbstractEventLoop | None = None
    _held: list[Payload] = field(default_factory=list)
    _holding: int = 0
    _tasks: set[asyncio.Task[Any]] = field(default_factory=set)

    def event(self, payload: Payload) -> None:
        """Deliver an event in the background; safe from any thread."""
        if not self._holding:
            self._holding = self.faults.take_reorder()
        if self._holding:
            self._held.append(payload)
            if len(self._held) < self._holding:
                return
            released, self._held, self._holding = list(reversed(self._held)), [], 0
        else:
            released = [payload]
        for one in released:
            self._in_background(self._event(one))
            while self.faults.take_extra_delivery():
                self._in_background(self._event(one))

    def interaction(self, kind: EnvelopeKind, payload: Payload) -> "Future[Payload]":
        """Deliver an interaction; the future holds the app's answer, or NotDeliveredError."""
        assert self.loop is not None
        return asyncio.run_coroutine_threadsafe(self._once(Envelope(kind, payload)), self.loop)

    async def is_still(self) -> bool:
        """Tell whether every event so far is acknowledged or given up."""
        return not self._tasks

    async def stop(self) -> None:
        """Give up what is still on its way."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.loop = None

    async def _event(self, payload: Payload) -> None:
        reason = ""
        for attempt, pause in enumerate((0.0, *self.retry_after)):
            await asyncio.sleep(pause)
            try:
                await self._once(Envelope(EnvelopeKind.EVENT, payload, attempt, reason))
            except NotDeliveredError as error:
                reason = error.reason
                if reason == "no_retry":
                    return
            else:
                return

    async def _once(self, envelope: Envelope) -> Payload:
        try:
            answer = await self.transport.deliver(envelope)
        except NotDeliveredError as error:
            self.log.append(Delivered(envelope, error.reason))
            raise
        self.log.append(Delivered(envelope, ""))
        return answer

    def _in_background(self, work: Coroutine[Any, Any, None]) -> None:
        loop = self.loop
        if loop is None or loop.is_closed():
            work.close()
            return

        def start() -> None:
            task = loop.create_task(work)
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

        loop.call_soon_threadsafe(start)
