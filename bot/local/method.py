"""One Web API method: what it needs and what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from bot.local.arguments import Arguments
from bot.local.payload import Payload
from bot.local.workspace import Workspace


class TokenKind(Enum):
    """Which token a method takes."""

    NONE = "none"
    BOT = "bot"
    APP = "app"
    ANY = "any"


@dataclass(frozen=True)
class Method:
    """A method: any one of `scopes` is enough (none: no scope is needed)."""

    run: Callable[[Workspace, Arguments], Payload]
    scopes: tuple[str, ...] = ()
    token: TokenKind = TokenKind.BOT
