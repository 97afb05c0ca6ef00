"""Who may use the bot, asked anew at every message, button and modal."""

from dataclasses import dataclass

from bot.durable import Steps
from bot.people import People

MOST_LOOKUPS = 5  # the last one 15 seconds after the first: somebody waits, and no answer is on its way


@dataclass(frozen=True)
class Access:
    """Lets full members of the workspace in; when Slack cannot say who somebody is, nobody is let in."""

    people: People

    def may_use(self, steps: Steps, user: str, team: str) -> bool:
        """Tell whether the person may use the bot; raises SlackUnavailableError when Slack cannot say.

        The work ends then, as all work that fails, with a word to the person of the failure and of nothing else.
        """
        return steps.attempt(
            "look up who it is", bool, lambda: self.people.member(user, team).may_use, MOST_LOOKUPS
        )
