"""When work fails: the log gets the traceback under a reference number, the person gets the number."""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from bot import texts
from bot.durable import Steps
from bot.errors import BotError
from bot.incoming import Click, Command, IncomingMessage, MessageChange, Opened, Place, Shortcut, Submission
from bot.outgoing import Outgoing
from bot.parts import Slack
from bot.views.elements import section
from bot.workflows import names
from bot.workflows.telling import Cause, Telling
from knowledge.errors import KnowledgeError

GROWING = (names.REPLY, names.ANSWER_CHOICE)  # the workflows whose answer may have begun to show

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Failures:
    """Tells the person and the log; `slack_of` gives the way to a team's Slack."""

    slack_of: Callable[[str], Slack]

    def __call__(self, steps: Steps, workflow: str, key: str, value: object, error: Exception) -> None:
        """Log the error, and say kindly that something went wrong; nothing of the error itself."""
        reference = steps.run("number the failure", str, new_reference)
        _log.error("felnummer %s: %s %s failed", reference, workflow, key, exc_info=error)
        note = Outgoing(texts.FAILED.format(reference=reference))
        try:
            steps.attempt("tell of the failure", type(None), lambda: self._tell(workflow, key, value, note))
        except (BotError, KnowledgeError):
            _log.exception("felnummer %s: the person could not be told", reference)

    def tell(self, workflow: str, key: str, value: object, words: str, reference: str) -> None:
        """Say to who did something that it failed, once and at once; never fails."""
        try:
            self._tell(workflow, key, value, Outgoing(words))
        except (BotError, KnowledgeError):
            _log.exception("felnummer %s: the person could not be told", reference)

    def _tell(self, workflow: str, key: str, value: object, note: Outgoing) -> None:
        match value:
            case IncomingMessage() | MessageChange() | Click() | Command() | Shortcut() | Submission():
                slack = self.slack_of(value.team)
                try:
                    self._end(slack, workflow, key, value, note)
                except KnowledgeError:  # what was posted is not known: then nothing is posted
                    place = value.place if isinstance(value, IncomingMessage | Click) else Place("")
                    slack.whisper(place if place.channel else Place(value.user), value.user, note)
            case Opened() if workflow == names.HOME:
                self.slack_of(value.team).publish_home(value.user, (section(note.text),))
            case Opened() if workflow == names.GREET:
                place = Place(value.channel, value.thread_ts)
                self.slack_of(value.team).whisper(place, value.user, note)
            case _:  # the clock's work, which nobody waits for
                pass

    def _end(self, slack: Slack, workflow: str, key: str, value: Cause, note: Outgoing) -> None:
        """Say it in place of an answer that has begun to show, or where the person did what they did."""
        place = value.place if isinstance(value, IncomingMessage | Click) else Place("")
        if workflow in GROWING and slack.end_grown(place, note, key):
            return
        Telling(slack).show(value, note, f"{workflow}:{key}:failed")


def new_reference() -> str:
    """Return a reference number that a person can read out and an operator find in the log."""
    return secrets.token_hex(4).upper()
