"""Outgoing: what is sent to Slack, as views make it and the guard lets it through."""

from dataclasses import dataclass
from typing import Any, TypeAlias

Block: TypeAlias = dict[str, Any]
"""One Block Kit block as JSON, the form in which Slack's interface takes it."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message; `text` is what a screen reader and a notification say, so it is never empty."""

    text: str
    blocks: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a message that a screen reader cannot read."""
        if not self.text.strip():
            raise ValueError("a message needs words")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to put in a thread; `alt_text` is what a screen reader says of a picture."""

    name: str
    title: str
    content: bytes
    alt_text: str = ""


@dataclass(frozen=True, slots=True)
class Modal:
    """A modal; with `callback_id` it can be submitted, `private` comes back with it."""

    title: str
    blocks: tuple[Block, ...]
    close: str
    submit: str = ""
    callback_id: str = ""
    private: str = ""
