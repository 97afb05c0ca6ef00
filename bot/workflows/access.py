"""Who may use the bot, asked anew at every message, button and modal."""

import logging
from dataclasses import dataclass

from bot.durable import Steps
from bot.errors import SlackUnavailableError
from bot.people import People

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Access:
    """Lets full members of the workspace in; when Slack cannot say who somebody is, the answer is no."""

    people: People

    def may_use(self, steps: Steps, user: str, team: str) -> bool:
        """Tell whether the person may use the bot."""
        try:
            return steps.attempt("look up who it is", bool, lambda: self.people.member(user, team).may_use)
        except SlackUnavailableError:
            _log.warning("nobody is let in on a failed lookup: %s", user)
            return False
