"""The feed of changes: listeners are told at once, and anyone can wait for a state."""

import threading
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

    def wait_until(self, probe: Callable[[], Found | None], timeout: float) -> Found | None:
        """Return what the probe finds, or None when it has found nothing in `timeout` seconds."""
        found: list[Found] = []

        def look() -> bool:
            value = probe()
            if value is not None:
                found.append(value)
            return value is not None

        with self._changed:
            self._changed.wait_for(look, timeout)
        return found[0] if found else None
