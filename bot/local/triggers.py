"""Trigger ids: the short permission to open a modal that an interaction gives."""

import secrets
from dataclasses import dataclass, field

from bot.local.errors import SlackError
from bot.local.timestamps import Clock


@dataclass(frozen=True)
class Trigger:
    """Who acted, when, and from which view (empty when from a message or a command)."""

    user: str
    issued: float
    view_id: str = ""


@dataclass
class Triggers:
    """Issues trigger ids that live for `lifetime` seconds and work once."""

    clock: Clock
    lifetime: float
    _issued: dict[str, Trigger] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)

    def issue(self, user: str, view_id: str = "") -> str:
        """Return a new trigger id for what a user just did."""
        numbers = f"{secrets.randbelow(10**13)}.{secrets.randbelow(10**13)}"
        trigger_id = f"{numbers}.{secrets.token_hex(16)}"
        self._issued[trigger_id] = Trigger(user, self.clock(), view_id)
        return trigger_id

    def exchange(self, trigger_id: str) -> Trigger:
        """Return the trigger and use it up.

        Raises SlackError `invalid_trigger_id`, `expired_trigger_id` or `exchanged_trigger_id`.
        """
        trigger = self._issued.get(trigger_id)
        if trigger is None:
            raise SlackError("invalid_trigger_id")
        if trigger_id in self._used:
            raise SlackError("exchanged_trigger_id")
        if self.clock() - trigger.issued > self.lifetime:
            raise SlackError("expired_trigger_id")
        self._used.add(trigger_id)
        return trigger
