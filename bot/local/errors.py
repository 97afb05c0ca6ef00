"""What can go wrong in the local workspace."""

from bot.local.payload import Payload


class LocalWorkspaceError(Exception):
    """Anything the local workspace refuses or cannot do."""


class SlackError(LocalWorkspaceError):
    """An answer with `ok: false`; `extra` holds further fields of the answer."""

    def __init__(self, code: str, status: int = 200, **extra: object) -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.extra: Payload = dict(extra)


class NotDeliveredError(LocalWorkspaceError):
    """The app did not acknowledge within the time Slack gives it; `reason` is Slack's word for why."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the app did not acknowledge: {reason}")
        self.reason = reason


class RequestUrlError(LocalWorkspaceError):
    """The request URL did not answer Slack's challenge."""


def invalid_arguments(*messages: str) -> SlackError:
    """Return the error for arguments that break a rule, with the reasons."""
    return SlackError(
        "invalid_arguments", response_metadata={"messages": [f"[ERROR] {message}" for message in messages]}
    )
