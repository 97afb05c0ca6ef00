"""The hosts that sources are published at: the only ones that a message may link to."""

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import urlsplit

from knowledge.errors import RegisterError
from knowledge.register import Register
from knowledge.scope import Scope

REMEMBERED_FOR = 60.0  # seconds; a register may hold tens of thousands of documents

_log = logging.getLogger(__name__)


@dataclass
class _Read:
    at: float | None = None
    hosts: frozenset[str] = frozenset()


@dataclass(frozen=True)
class AllowedHosts:
    """Reads the hosts from the register once in a while."""

    register: Register
    clock: Callable[[], float] = time.monotonic
    _read: _Read = field(default_factory=_Read)
    _lock: Lock = field(default_factory=Lock)

    def __call__(self) -> frozenset[str]:
        """Return the hosts, in lower case."""
        with self._lock:
            if self._read.at is None or self.clock() - self._read.at > REMEMBERED_FOR:
                self._read_anew()
            return self._read.hosts

    def _read_anew(self) -> None:
        """Read the hosts; when the register cannot be reached, what was read last holds, and the message can leave."""
        try:
            documents = self.register.documents(Scope(sees_limited=True))
        except RegisterError:
            _log.warning("the hosts of sources cannot be read", exc_info=True)
            return
        self._read.hosts = hosts_of(document.url for document in documents)
        self._read.at = self.clock()


def hosts_of(addresses: Iterable[str]) -> frozenset[str]:
    """Return the hosts of web addresses; what is none is left out."""
    found = set()
    for address in addresses:
        try:
            host = urlsplit(address).hostname
        except ValueError:
            continue
        if host:
            found.add(host.lower())
    return frozenset(found)
