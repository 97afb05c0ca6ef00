"""Open a modal while its trigger lives, or say that it came too late."""

from collections.abc import Callable
from dataclasses import dataclass

from bot import texts
from bot.durable import Steps
from bot.errors import SlackRefusedError
from bot.incoming import Click, Command, Shortcut
from bot.outgoing import Modal
from bot.parts import Slack
from bot.workflows.telling import Telling

TOO_LATE = frozenset({"expired_trigger_id", "trigger_expired", "exchanged_trigger_id", "trigger_exchanged"})


@dataclass(frozen=True)
class ModalOpening:
    """Opens modals."""

    slack: Slack

    def open(self, steps: Steps, cause: Click | Command | Shortcut, build: Callable[[], Modal]) -> None:
        """Build the modal and open it for the person who pressed or typed."""

        def opened() -> bool:
            try:
                self.slack.open_modal(cause.trigger_id, build())
            except SlackRefusedError as error:
                if error.code in TOO_LATE:
                    return False
                raise
            return True

        if not steps.run("open the modal", bool, opened):
            telling = Telling(self.slack)
            steps.attempt("say it came too late", type(None), lambda: telling.say(cause, texts.TOO_SLOW))
