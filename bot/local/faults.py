"""Ways to make the workspace misbehave, as Slack and networks at times do."""

import threading
from collections import deque
from dataclasses import dataclass, field
from enum import Enum


class FaultKind(Enum):
    """What goes wrong with a call of the Web API."""

    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    HANG = "hang"
    DROP_RESPONSE = "drop_response"


@dataclass(frozen=True)
class CallFault:
    """A fault for one coming call of a method (`*`: any method)."""

    kind: FaultKind
    method: str
    seconds: float = 0.0
    status: int = 500


@dataclass
class Faults:
    """Faults that wait for their moment; each is used once and then gone."""

    _calls: deque[CallFault] = field(default_factory=deque)
    _extra_deliveries: int = 0
    _reordered: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def rate_limit(self, method: str = "*", *, times: int = 1, retry_after: int = 1) -> None:
        """Answer the next calls with 429 and `Retry-After`, without doing anything."""
        self._add(CallFault(FaultKind.RATE_LIMITED, method, retry_after), times)

    def fail(self, method: str = "*", *, times: int = 1, status: int = 500) -> None:
        """Answer the next calls with a server error, without doing anything."""
        self._add(CallFault(FaultKind.SERVER_ERROR, method, status=status), times)

    def hang(self, method: str = "*", *, seconds: float, times: int = 1) -> None:
        """Wait before the next calls are done."""
        self._add(CallFault(FaultKind.HANG, method, seconds), times)

    def drop_response(self, method: str = "*", *, times: int = 1) -> None:
        """Do what the next calls ask for, then break the connection instead of answering."""
        self._add(CallFault(FaultKind.DROP_RESPONSE, method), times)

    def duplicate_events(self, times: int = 1, *, copies: int = 1) -> None:
        """Deliver each of the next events again, the same event id and all."""
        with self._lock:
            self._extra_deliveries += times * copies

    def reorder_events(self, count: int = 2) -> None:
        """Hold the next events until there are `count` of them, then deliver the last first."""
        with self._lock:
            self._reordered = count

    def clear(self) -> None:
        """Forget every fault that has not happened yet."""
        with self._lock:
            self._calls.clear()
            self._extra_deliveries = self._reordered = 0

    def next_for(self, method: str) -> CallFault | None:
        """Take the first fault that waits for this method."""
        with self._lock:
            for fault in self._calls:
                if fault.method in ("*", method):
                    self._calls.remove(fault)
                    return fault
        return None

    def take_extra_delivery(self) -> bool:
        """Tell whether the event at hand is to be delivered once more."""
        with self._lock:
            if not self._extra_deliveries:
                return False
            self._extra_deliveries -= 1
            return True

    def take_reorder(self) -> int:
        """Return how many events to hold back, and forget it."""
        with self._lock:
            count, self._reordered = self._reordered, 0
            return count

    def _add(self, fault: CallFault, times: int) -> None:
        with self._lock:
            self._calls.extend([fault] * times)
