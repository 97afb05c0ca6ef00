"""A person's own weekly digest: the form that Home opens, and what it says kept."""

from dataclasses import dataclass
from datetime import datetime

from bot.channel_settings import Bodies, ChannelSettings
from bot.digest_choices import DigestChoice, DigestChoices, boards_of, digest_time_of
from bot.durable import Steps
from bot.incoming import Click, Submission
from bot.outgoing import Modal
from bot.parts import Clock, StatusBook, Subscriptions
from bot.views import digest_form
from bot.weekly_digest import DigestSubscription
from bot.workflows.access import Access
from bot.workflows.home import ShowHome
from bot.workflows.modal_opening import ModalOpening


@dataclass(frozen=True)
class OpenDigestForm:
    """Opens the form, filled in with what the person chose before."""

    access: Access
    subscriptions: Subscriptions
    bodies: Bodies
    book: StatusBook
    opening: ModalOpening

    def __call__(self, steps: Steps, _key: str, click: Click) -> None:
        """Open it for a person who may use the bot."""
        if self.access.may_use(steps, click.user, click.team):
            self.opening.open(steps, click, lambda: self._form(click))

    def _form(self, click: Click) -> Modal:
        wanted = self.subscriptions.of(click.team, click.user) or DigestSubscription(click.team, click.user)
        return digest_form.render(wanted, self.bodies.boards(), self.book.assignments())


@dataclass(frozen=True)
class KeepDigestForm:
    """Keeps what a submitted form says, and shows it under Home."""

    access: Access
    choices: DigestChoices
    clock: Clock
    home: ShowHome

    def __call__(self, steps: Steps, _key: str, submission: Submission) -> None:
        """Keep it: a person's choices stand as the settings of a place that goes by the person's id."""
        user, team = submission.user, submission.team
        if not self.access.may_use(steps, user, team):
            return
        now = steps.run("note the time", datetime, self.clock.now)
        day, hour = digest_time_of(submission)
        settings = ChannelSettings(user, team, boards=boards_of(submission), digest_day=day, digest_hour=hour)
        choice = DigestChoice.of(submission)
        steps.run("keep", type(None), lambda: self.choices.keep(settings, choice, now))
        steps.attempt("publish", type(None), lambda: self.home.publish(user, team))
