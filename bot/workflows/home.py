"""The home tab, and the buttons on it that change what it shows."""

from dataclasses import dataclass

from bot.actions import HOME_DIGEST_ON, HOME_IS_HOLDER, HOME_REMINDERS_OFF, HOME_REMINDERS_ON
from bot.durable import Steps
from bot.incoming import Click, Opened
from bot.parts import (
    Assignments,
    Clock,
    DecisionPoints,
    Follows,
    Identities,
    OwnAssignments,
    Reports,
    Slack,
    StatusBook,
    Subscriptions,
    Suggestions,
)
from bot.people import People
from bot.reminder_parts import ReminderLog
from bot.views import home
from bot.workflows.access import Access

DAYS_AHEAD = 60
MOST_STATUSES = 8
MOST_OWN = 8
MOST_FOLLOWED = 10
MOST_MEETINGS = 20


@dataclass(frozen=True)
class ShowHome:
    """Shows the person's assignments, what they follow, decision points ahead and the last statuses."""

    slack: Slack
    access: Access
    people: People
    points: DecisionPoints
    book: StatusBook
    suggestions: Suggestions
    assignments: Assignments
    own: OwnAssignments
    follows: Follows
    identities: Identities
    subscriptions: Subscriptions
    clock: Clock
    reminder_log: ReminderLog
    reports: Reports

    def __call__(self, steps: Steps, _key: str, opened: Opened) -> None:
        """Show the tab to a person who may see it."""
        if self.access.may_use(steps, opened.user, opened.team):
            steps.attempt("publish", type(None), lambda: self.publish(opened.user, opened.team))

    def publish(self, user: str, team: str) -> None:
        """Build the tab as of now and show it."""
        today = self.clock.today()
        member = self.people.member(user, team)
        followed = (self.assignments.card(each, today) for each in self.follows.of(team, user))
        page = home.HomePage(
            today=today,
            own=self.own.of(member, self.identities.holder(team, user), today, MOST_OWN),
            followed=tuple(each for each in followed if each)[:MOST_FOLLOWED],
            ahead=self.points.ahead(today, DAYS_AHEAD),
            statuses=self.book.latest(MOST_STATUSES),
            questions=self.suggestions.suggest(),
            digest=self.subscriptions.of(team, user),
            has_reminders=self.reminder_log.is_on(team, user),
            meetings=self.reports.meetings_ahead(today, MOST_MEETINGS),
        )
        self.slack.publish_home(user, home.render(page))


@dataclass(frozen=True)
class ChangeHome:
    """Keeps what a person chose on the home tab: who they are, and whether they want the digest and reminders."""

    access: Access
    identities: Identities
    subscriptions: Subscriptions
    home: ShowHome

    def __call__(self, steps: Steps, _key: str, click: Click) -> None:
        """Keep it, and show the tab as it is then."""
        if not self.access.may_use(steps, click.user, click.team):
            return
        steps.run("keep", type(None), lambda: self._keep(click))
        steps.attempt("publish", type(None), lambda: self.home.publish(click.user, click.team))

    def _keep(self, click: Click) -> None:
        """Keep the choice; a person's own digest is a subscription whose channel is the person."""
        if click.action_id.startswith(HOME_IS_HOLDER):
            self.identities.confirm(click.team, click.user, click.value.removeprefix("holder:"))
        elif click.action_id == HOME_DIGEST_ON:
            self.subscriptions.add(click.team, click.user, self.home.clock.now())
        elif click.action_id == HOME_REMINDERS_ON:
            self.home.reminder_log.turn_on(click.team, click.user)
        elif click.action_id == HOME_REMINDERS_OFF:
            self.home.reminder_log.turn_off(click.team, click.user)
        else:
            self.subscriptions.remove(click.team, click.user)
