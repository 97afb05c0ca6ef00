"""How often a method may be called: a bucket of calls a channel, refilled by the second."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.local.timestamps import Clock


@dataclass(frozen=True)
class Limit:
    """`burst` calls at once, and `per_second` in the long run."""

    per_second: float
    burst: int


@dataclass
class RateLimits:
    """Counts calls by method and channel; a method without a limit is never refused."""

    limits: Mapping[str, Limit]
    clock: Clock
    _buckets: dict[tuple[str, str], tuple[float, float]] = field(default_factory=dict)

    def wait_before(self, method: str, channel: str) -> int:
        """Return the seconds to wait before this call is allowed; 0 counts it as made."""
        limit = self.limits.get(method)
        if limit is None:
            return 0
        now = self.clock()
        left, since = self._buckets.get((method, channel), (float(limit.burst), now))
        left = min(float(limit.burst), left + (now - since) * limit.per_second)
        if left < 1:
            self._buckets[method, channel] = (left, now)
            return max(1, math.ceil((1 - left) / limit.per_second))
        self._buckets[method, channel] = (left - 1, now)
        return 0


def slack_limits() -> dict[str, Limit]:
    """Return limits like Slack's: a message a second a channel, with a short burst."""
    post = Limit(1.0, 4)
    return {"chat.postMessage": post, "chat.postEphemeral": post, "chat.update": Limit(1.0, 10)}
