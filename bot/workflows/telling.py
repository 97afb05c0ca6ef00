"""Tell a person how it went with what they did, where they did it, so that nobody else sees it."""

import logging
from dataclasses import dataclass

from bot.durable import Steps
from bot.errors import SlackRefusedError
from bot.incoming import Click, Command, IncomingMessage, MessageChange, Place, Shortcut, Submission
from bot.outgoing import Outgoing
from bot.parts import Slack

Cause = IncomingMessage | MessageChange | Click | Command | Shortcut | Submission

_INSTEAD = "%s is told in their own conversation instead: %s"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Telling:
    """Answers what a person did where it was done, or in the person's own conversation."""

    slack: Slack

    def tell(self, steps: Steps, cause: Cause, words: str) -> None:
        """Say it in a step of its own."""
        steps.attempt("tell", type(None), lambda: self.say(cause, words))

    def say(self, cause: Cause, words: str) -> None:
        """Say it in a few words."""
        self.show(cause, Outgoing(words), f"told:{cause.key}")

    def show(self, cause: Cause, message: Outgoing, key: str) -> None:
        """Show a message where it was done.

        Done in a view, where no message can be, or where Slack lets the bot say nothing, it is shown in the person's
        own conversation, once under its key. Raises SlackUnavailableError and SlackRefusedError.
        """
        try:
            if self._show_there(cause, message, key):
                return
        except SlackRefusedError as error:
            _log.warning(_INSTEAD, cause.user, error)
        self.slack.post(Place(cause.user), message, key)

    def whisper(self, place: Place, user: str, message: Outgoing, key: str) -> None:
        """Show a message to a person alone in a place; where that is none, or Slack does not let the bot, as in `show`."""
        if place.channel:
            try:
                self.slack.whisper(place, user, message)
            except SlackRefusedError as error:
                _log.warning(_INSTEAD, user, error)
            else:
                return
        self.slack.post(Place(user), message, key)

    def _show_there(self, cause: Cause, message: Outgoing, key: str) -> bool:
        """Show it where it was done; false where no message can be."""
        match cause:
            case Command():
                self.slack.respond(cause.response_url, message)
            case Click() if (
                cause.is_ephemeral and cause.response_url
            ):  # such a message is no thread to answer in
                self.slack.respond(cause.response_url, message)
            case IncomingMessage():
                self.slack.post(cause.place, message, key)
            case Click() if cause.channel:
                self.slack.whisper(cause.place, cause.user, message)
            case Shortcut() | MessageChange() if cause.channel:
                self.slack.whisper(Place(cause.channel, cause.thread_ts), cause.user, message)
            case _:
                return False
        return True
