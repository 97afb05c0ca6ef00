"""The one process that opens Chroma's folder: started by whoever needs it first, gone when nobody does.

`python -m retrieval.vector_owner FOLDER [LINGER_SECONDS]`. A lock on the folder, which the kernel lets go of however
the process ends, makes it the only one; `owner.json` beside it tells the others where it listens. It stays for as
long as somebody is connected and some seconds more, so a crashed starter leaves nothing behind and a row of short
commands shares one owner.
"""

import fcntl
import hmac
import logging
import os
import secrets
import shutil
import signal
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

import numpy as np
from chromadb.api import ClientAPI

from retrieval.chroma_index import ChromaIndex, open_folder
from retrieval.embedding import Vector
from retrieval.errors import VectorIndexError
from retrieval.vector_index import Place
from retrieval.vector_wire import ADDRESS_FILE, HELLO_LIMIT, Address, receive, send, write_address

LINGER_SECONDS = 20.0
ALREADY_OWNED = 3  # exit code

_HELLO_SECONDS = 2.0
_log = logging.getLogger(__name__)


class Owner:
    """Serves one folder's index on loopback to callers that know the token."""

    def __init__(self, client: ClientAPI, token: str, linger_seconds: float) -> None:
        self._client = client
        self._token = token
        self._linger_seconds = linger_seconds
        self._callers = 0
        self._left_at = monotonic()
        self._counting = threading.Lock()
        self._stopping = threading.Event()

    def stop(self) -> None:
        """Make `serve` return soon."""
        self._stopping.set()

    def serve(self, listener: socket.socket) -> None:
        """Answer callers until nobody has been connected for the time to linger."""
        listener.settimeout(0.5)
        while not self._stopping.is_set() and not self._is_deserted():
            try:
                connection, _ = listener.accept()
            except TimeoutError:
                continue
            threading.Thread(target=self._attend, args=(connection,), daemon=True).start()

    def _is_deserted(self) -> bool:
        with self._counting:
            return not self._callers and monotonic() - self._left_at > self._linger_seconds

    def _attend(self, connection: socket.socket) -> None:
        with connection:
            try:
                connection.settimeout(_HELLO_SECONDS)
                hello, _ = receive(connection, HELLO_LIMIT)
                if not hmac.compare_digest(str(hello.get("token", "")), self._token):
                    return
                connection.settimeout(None)
            except (OSError, EOFError, VectorIndexError):
                return
            with self._counting:
                self._callers += 1
            try:
                send(connection, {"ok": True})
                while True:
                    self._answer(connection, *receive(connection))
            except (OSError, EOFError, VectorIndexError):
                return  # the caller went away, which is how every conversation ends
            finally:
                with self._counting:
                    self._callers -= 1
                    self._left_at = monotonic()

    def _answer(self, connection: socket.socket, request: dict[str, Any], body: bytes) -> None:
        calls: dict[str, Callable[[ChromaIndex, dict[str, Any], bytes], Any]] = {
            "add": _add,
            "remove": _remove,
            "nearest": _nearest,
            "count": _count,
            "held": _held,
        }
        try:
            call = calls[request["call"]]
            result = call(ChromaIndex(self._client, str(request["model"])), request, body)
        except (VectorIndexError, KeyError, ValueError, TypeError) as error:
            _log.warning("%s failed: %s", request.get("call"), error)
            send(connection, {"ok": False, "error": str(error)})
            return
        send(connection, {"ok": True, "result": result})


def _add(index: ChromaIndex, request: dict[str, Any], body: bytes) -> None:
    places = [Place(*place) for place in request["places"]]
    index.add(places, _vectors(body, len(places)))


def _remove(index: ChromaIndex, request: dict[str, Any], _body: bytes) -> None:
    index.remove(request["passage_ids"])


def _nearest(index: ChromaIndex, request: dict[str, Any], body: bytes) -> list[tuple[str, float]]:
    found = index.nearest(_vectors(body, 1)[0], str(request["organisation"]), int(request["limit"]))
    return [(each.passage_id, each.score) for each in found]


def _count(index: ChromaIndex, _request: dict[str, Any], _body: bytes) -> int:
    return index.count()


def _held(index: ChromaIndex, _request: dict[str, Any], _body: bytes) -> list[Place]:
    return list(index.held())


def _vectors(body: bytes, rows: int) -> Vector:
    return np.frombuffer(body, dtype="<f4").reshape(rows, -1).astype(np.float32)


def open_or_start_afresh(folder: Path) -> ClientAPI:
    """Open the index; raise VectorIndexError, or crash, when it is broken, and begin an empty one the next time.

    A mark stands while the index is opened. Where the last start left it, the index is set aside: SQL holds every
    vector, and Chroma cannot open the same path twice in one process once it has failed.
    """
    index, mark = folder / "index", folder / "opening"
    if mark.exists():
        _set_aside(index)
    mark.touch()
    client = open_folder(index)
    client.list_collections()
    mark.unlink()
    return client


def _set_aside(index: Path) -> None:
    if index.exists():
        aside = index.with_name("index-broken")
        shutil.rmtree(aside, ignore_errors=True)
        index.rename(aside)


def main(folder: Path, linger_seconds: float = LINGER_SECONDS) -> int:
    """Own the folder until nobody needs it; return 0, or ALREADY_OWNED when another process does."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / "owner.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return ALREADY_OWNED
        address_file = folder / ADDRESS_FILE
        address_file.unlink(missing_ok=True)
        token = secrets.token_hex(32)
        owner = Owner(open_or_start_afresh(folder), token, linger_seconds)
        signal.signal(signal.SIGTERM, lambda *_: owner.stop())
        with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:
            write_address(address_file, Address(listener.getsockname()[1], os.getpid(), token))
            try:
                owner.serve(listener)
            finally:
                address_file.unlink(missing_ok=True)
    return 0


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    sys.exit(main(Path(sys.argv[1]), *(float(seconds) for seconds in sys.argv[2:3])))
