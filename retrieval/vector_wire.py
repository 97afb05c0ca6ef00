"""How processes talk to the one that owns the vector index: frames over loopback, and where to find it."""

import json
import os
import socket
import struct
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from retrieval.errors import VectorIndexError

PROTOCOL = 1  # rises when frames change; an owner of another version is left to go by itself
ADDRESS_FILE = "owner.json"  # in the index's folder, while its owner lives
HELLO_LIMIT = 1_000  # bytes a stranger may send before it has shown the token
LONGEST = 256 * 1024 * 1024

_SIZES = struct.Struct(">II")


@dataclass(frozen=True, slots=True)
class Address:
    """Where the owner listens on loopback, and the token that shows that a caller may read the data folder."""

    port: int
    pid: int
    token: str
    protocol: int = PROTOCOL


def write_address(path: Path, address: Address) -> None:
    """Write the file that callers look for, whole or not at all, readable by this user alone."""
    fresh = path.with_suffix(f".{address.pid}")
    fresh.unlink(missing_ok=True)
    with os.fdopen(
        os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
    ) as file:
        json.dump(asdict(address), file)
    fresh.replace(path)


def read_address(path: Path) -> Address | None:
    """Return where the owner said that it listens, or None when no owner has said so."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return Address(int(found["port"]), int(found["pid"]), str(found["token"]), int(found["protocol"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def send(connection: socket.socket, head: dict[str, Any], body: bytes = b"") -> None:
    """Send one frame: JSON and raw bytes."""
    written = json.dumps(head).encode()
    connection.sendall(_SIZES.pack(len(written), len(body)) + written + body)


def receive(connection: socket.socket, limit: int = LONGEST) -> tuple[dict[str, Any], bytes]:
    """Return the next frame; raise EOFError at the end, VectorIndexError when it is not ours."""
    head_size, body_size = _SIZES.unpack(_exactly(connection, _SIZES.size))
    if head_size + body_size > limit:
        raise VectorIndexError("a frame is longer than any of ours")
    try:
        head = json.loads(_exactly(connection, head_size))
    except ValueError as error:
        raise VectorIndexError("a frame is not JSON") from error
    if not isinstance(head, dict):
        raise VectorIndexError("a frame holds no object")
    return head, _exactly(connection, body_size)


def _exactly(connection: socket.socket, size: int) -> bytes:
    gathered = bytearray()
    while len(gathered) < size:
        part = connection.recv(min(size - len(gathered), 1 << 20))
        if not part:
            raise EOFError
        gathered += part
    return bytes(gathered)
