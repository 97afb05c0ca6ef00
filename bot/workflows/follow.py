"""Follow an assignment, or follow it no longer."""

from dataclasses import dataclass
from datetime import date

from bot import texts
from bot.actions import UNFOLLOW
from bot.durable import Steps
from bot.guard import escape
from bot.incoming import Click
from bot.parts import Assignments, Clock, Follows
from bot.workflows.access import Access
from bot.workflows.home import ShowHome
from bot.workflows.telling import Telling


@dataclass(frozen=True)
class FollowAssignment:
    """Keeps what the person follows, which stands under Home."""

    telling: Telling
    access: Access
    assignments: Assignments
    follows: Follows
    clock: Clock
    home: ShowHome

    def __call__(self, steps: Steps, _key: str, click: Click) -> None:
        """Note it, say so and bring the person's home tab up to date."""
        if not self.access.may_use(steps, click.user, click.team):
            return
        if not click.value.isdecimal():
            self.telling.tell(steps, click, texts.BUTTON_OUTDATED)
            return
        today = steps.run("note the day", date, self.clock.today)
        words = steps.run("keep", str, lambda: self._kept(click, int(click.value), today))
        if click.channel:
            self.telling.tell(steps, click, words)
        steps.attempt("publish", type(None), lambda: self.home.publish(click.user, click.team))

    def _kept(self, click: Click, number: int, today: date) -> str:
        """Keep it and return what to say of it."""
        card = self.assignments.card(number, today)
        if click.action_id.startswith(UNFOLLOW):
            self.follows.remove(click.team, click.user, number)
            return texts.FOLLOW_ENDED.format(assignment=escape(card.assignment.title) if card else "")
        if card is None:
            return texts.FOLLOW_GONE
        is_new = self.follows.add(click.team, click.user, card.assignment.id)
        words = texts.FOLLOW_BEGUN if is_new else texts.FOLLOW_ALREADY
        return words.format(assignment=escape(card.assignment.title))
