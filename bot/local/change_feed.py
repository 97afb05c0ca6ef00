"""The feed of changes: listeners are told at once, and anyone can wait for a state."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from bot.local.change import Change

Found = TypeVar("Found")
Listener = Callable[[Change], None]


@dataclass
class ChangeFeed:
    """Tells listeners of each change, in order, while the workspace's lock is held."""

    lock: threading.RLock = field(default_factory=threading.RLock)
    number: int = 0
    _listeners: list[Listener] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Make the condition that waiting threads sleep on."""
        self._changed = threading.Condition(self.lock)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener for each later change; the returned function ends that."""
        with self.lock:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self.lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unsubscribe

    def publish(self, change: Change) -> None:
        """Tell every listener, then wake those who wait; call it with the lock held."""
        for listener in list(self._listeners):
            listener(change)
        self._changed.notify_all()

    def wait_until(
        self, probe: Callable[[], Found | None], timeout: float, poll: float | None = None
    ) -> Found | None:
        """Return what the probe finds, or None when it has found nothing in `timeout` seconds.

        The probe runs after each change, and every `poll` seconds for what changes without the feed.
        """
        end = time.monotonic() + timeout
        with self._changed:
            while (found := probe()) is None:
                left = end - time.monotonic()
                if left <= 0:
                    return None
                self._changed.wait(left if poll is None else min(left, poll))
            return found
