"""The vector index of a data folder, asked through the one process that owns it; started when there is none.

Does not import Chroma, so a short command starts quickly.
"""

import subprocess
import sys
import threading
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from socket import create_connection, socket
from time import monotonic, sleep
from typing import Any

import numpy as np

from retrieval.embedding import Vector
from retrieval.errors import VectorIndexError
from retrieval.vector_index import Neighbour, Place
from retrieval.vector_wire import ADDRESS_FILE, PROTOCOL, read_address, receive, send

PLACES_A_CALL = 1_000  # so that an addition never keeps others waiting for more than a second

_LOOK_SECONDS = 0.03
_START_AGAIN_SECONDS = 1.0


class OwnedIndex:
    """Vectors of one model in `folder`; safe to use from several threads and processes at once.

    The first call starts the owner when nobody has, and waits at most `start_seconds` for it; a question waits at
    most `answer_seconds`, other calls `work_seconds`. When the owner cannot be had, calls fail at once for
    `pause_seconds`, so that answers from words alone stay quick.
    """

    def __init__(
        self,
        folder: Path,
        model: str,
        *,
        start_seconds: float = 8.0,
        answer_seconds: float = 3.0,
        work_seconds: float = 120.0,
        pause_seconds: float = 15.0,
    ) -> None:
        self._folder = folder.resolve()
        self._model = model
        self._start_seconds = start_seconds
        self._answer_seconds = answer_seconds
        self._work_seconds = work_seconds
        self._pause_seconds = pause_seconds
        self._given_up_until = 0.0
        self._idle: list[socket] = []
        self._finding = threading.Lock()
        self._started: subprocess.Popen[bytes] | None = None
        self._start_after = 0.0

    def warm_up(self) -> None:
        """Find or start the owner in the background, so that the first question need not wait."""
        threading.Thread(target=self._try_to_connect, name="vector-owner", daemon=True).start()

    def add(self, places: Sequence[Place], vectors: Vector) -> None:
        """Add passages with their vectors; the same place replaces."""
        if len(places) != len(vectors):
            raise ValueError(f"{len(places)} passages but {len(vectors)} vectors")
        for start in range(0, len(places), PLACES_A_CALL):
            part = list(places[start : start + PLACES_A_CALL])
            body = _bytes(vectors[start : start + PLACES_A_CALL])
            self._call({"call": "add", "places": part}, body, self._work_seconds)

    def remove(self, passage_ids: Sequence[str]) -> None:
        """Remove passages from every organisation."""
        if passage_ids:
            self._call({"call": "remove", "passage_ids": list(passage_ids)}, b"", self._work_seconds)

    def nearest(self, vector: Vector, organisation: str, limit: int) -> Sequence[Neighbour]:
        """Return the nearest passages, best first, each once."""
        request = {"call": "nearest", "organisation": organisation, "limit": limit}
        found = self._call(request, _bytes(vector), self._answer_seconds)
        return [Neighbour(passage_id, score) for passage_id, score in found]

    def count(self) -> int:
        """Return how many passages the index holds."""
        return int(self._call({"call": "count"}, b"", self._answer_seconds))

    def held(self) -> AbstractSet[Place]:
        """Return what the index holds."""
        return {Place(*place) for place in self._call({"call": "held"}, b"", self._work_seconds)}

    def close(self) -> None:
        """Hang up; an owner that nobody else needs ends by itself."""
        with self._finding:
            while self._idle:
                self._idle.pop().close()

    def _call(self, request: dict[str, Any], body: bytes, seconds: float) -> Any:
        """Return the owner's result; a connection that died while idle is tried once more on a new one."""
        try:
            kept = self._idle.pop()
        except IndexError:
            kept = None
        if kept is not None:
            try:
                return self._converse(kept, request, body, seconds)
            except (EOFError, ConnectionError):
                pass  # the owner it led to is gone; every call may be made twice
        try:
            return self._converse(self._connection(), request, body, seconds)
        except (EOFError, OSError) as error:
            raise VectorIndexError("the owner of the vector index went away") from error

    def _converse(self, connection: socket, request: dict[str, Any], body: bytes, seconds: float) -> Any:
        try:
            connection.settimeout(seconds)
            send(connection, {**request, "model": self._model}, body)
            reply, _ = receive(connection)
        except TimeoutError as error:
            connection.close()
            self._given_up_until = monotonic() + self._pause_seconds
            raise VectorIndexError(f"the vector index did not answer in {seconds:g} seconds") from error
        except BaseException:
            connection.close()
            raise
        self._idle.append(connection)
        if not reply.get("ok"):
            raise VectorIndexError(str(reply.get("error", "the vector index refused")))
        return reply.get("result")

    def _try_to_connect(self) -> None:
        try:
            self._idle.append(self._connection())
        except VectorIndexError:
            return  # the question that needs it will say so

    def _connection(self) -> socket:
        """Return a connection to the owner, started if need be."""
        if monotonic() < self._given_up_until:
            raise VectorIndexError("the vector index could not be had a moment ago")
        deadline = monotonic() + self._start_seconds
        with self._finding:
            while True:
                connection = self._knock()
                if connection is not None:
                    return connection
                if monotonic() > deadline:
                    self._given_up_until = monotonic() + self._pause_seconds
                    raise VectorIndexError("no owner of the vector index could be started")
                if (
                    self._started is None or self._started.poll() is not None
                ) and monotonic() > self._start_after:
                    self._start_after = monotonic() + _START_AGAIN_SECONDS
                    self._start()
                sleep(_LOOK_SECONDS)

    def _knock(self) -> socket | None:
        """Return a connection to the owner that the folder names, if it is there and is the one."""
        address = read_address(self._folder / ADDRESS_FILE)
        if address is None or address.protocol != PROTOCOL:
            return None
        try:
            connection = create_connection(("127.0.0.1", address.port), timeout=1.0)
        except OSError:
            return None
        try:
            send(connection, {"token": address.token})
            reply, _ = receive(connection, 1_000)
        except (OSError, EOFError, VectorIndexError):
            connection.close()
            return None
        if not reply.get("ok"):
            connection.close()
            return None
        return connection

    def _start(self) -> None:
        """Start an owner; when another process was quicker, ours sees its lock and ends."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with (self._folder / "owner.log").open("ab") as log:
                self._started = subprocess.Popen(  # noqa: S603  our own module, with a path that is no option
                    [sys.executable, "-m", "retrieval.vector_owner", str(self._folder)],
                    cwd=Path(__file__).parent.parent,  # where `-m` finds this package, installed or not
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,  # Ctrl-C in the starter's terminal is not meant for it
                )
        except OSError as error:
            raise VectorIndexError("no owner of the vector index can be started") from error


def _bytes(vectors: Vector) -> bytes:
    return np.ascontiguousarray(vectors, dtype="<f4").tobytes()
