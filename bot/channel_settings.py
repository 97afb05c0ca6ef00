"""How the bot behaves in a channel: whose documents, which questions, who sees the answers, when the digest comes."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """One channel's settings; what is empty does not limit.

    `digest_day` counts from Monday, 0. `is_private`: answers are seen by the asker alone.
    """

    channel: str
    team: str = ""
    organisation: str = ""
    boards: tuple[str, ...] = ()
    every_question: bool = False
    is_private: bool = False
    digest_day: int = 0
    digest_hour: int = 8


class Channels(Protocol):
    """Remembers the settings of channels."""

    def of(self, channel: str) -> ChannelSettings:
        """Return a channel's settings, or those that hold unless somebody has changed them."""

    def save(self, settings: ChannelSettings) -> None:
        """Keep a channel's settings in place of the former ones."""


class Bodies(Protocol):
    """Knows whose documents there are."""

    def organisations(self) -> tuple[str, ...]:
        """Return the organisations that documents come from."""

    def boards(self) -> tuple[str, ...]:
        """Return the boards that act in documents."""
