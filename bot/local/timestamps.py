"""Slack's message timestamps: unique and rising."""

from collections.abc import Callable
from dataclasses import dataclass

Clock = Callable[[], float]
"""Returns seconds since 1970."""


@dataclass
class Timestamps:
    """Hands out a `ts` that no other message has, later than all before it."""

    clock: Clock
    last: int = 0

    def next(self) -> str:
        """Return the next timestamp, `seconds.microseconds`."""
        self.last = max(int(self.clock() * 1_000_000), self.last + 1)
        return f"{self.last // 1_000_000}.{self.last % 1_000_000:06d}"
