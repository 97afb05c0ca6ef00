"""When work fails: the log gets the traceback under a reference number, the person gets the number."""

import logging
import secrets
from dataclasses import dataclass

from bot import texts
from bot.errors import BotError
from bot.incoming import Click, Command, IncomingMessage
from bot.outgoing import Outgoing
from bot.parts import Slack

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Failures:
    """Tells the person and the log."""

    slack: Slack

    def __call__(self, workflow: str, key: str, value: object, error: Exception) -> None:
        """Log the error, and say kindly that something went wrong; nothing of the error itself."""
        reference = new_reference()
        _log.error("felnummer %s: %s %s failed", reference, workflow, key, exc_info=error)
        note = Outgoing(texts.FAILED.format(reference=reference))
        try:
            match value:
                case IncomingMessage():
                    self.slack.post(value.place, note, f"{key}:failed")
                case Click() if value.channel:
                    self.slack.whisper(value.place, value.user, note)
                case Command():
                    self.slack.respond(value.response_url, note)
                case _:
                    pass
        except BotError:
            _log.exception("felnummer %s: the person could not be told", reference)


def new_reference() -> str:
    """Return a reference number that a person can read out and an operator find in the log."""
    return secrets.token_hex(4).upper()
