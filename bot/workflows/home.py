"""The home tab."""

from dataclasses import dataclass

from bot.durable import Steps
from bot.incoming import Opened
from bot.parts import Clock, DecisionPoints, Slack, StatusBook, Suggestions
from bot.views import home
from bot.workflows.access import Access

DAYS_AHEAD = 60
MOST_STATUSES = 8


@dataclass(frozen=True)
class ShowHome:
    """Shows decision points ahead, the last statuses and questions to ask."""

    slack: Slack
    access: Access
    points: DecisionPoints
    book: StatusBook
    suggestions: Suggestions
    clock: Clock

    def __call__(self, steps: Steps, _key: str, opened: Opened) -> None:
        """Show the tab to a person who may see it."""
        if self.access.may_use(steps, opened.user, opened.team):
            steps.attempt("publish", type(None), lambda: self.publish(opened.user))

    def publish(self, user: str) -> None:
        """Build the tab as of now and show it."""
        ahead = self.points.ahead(self.clock.today(), DAYS_AHEAD)
        self.slack.publish_home(
            user, home.render(ahead, self.book.latest(MOST_STATUSES), self.suggestions.suggest())
        )
