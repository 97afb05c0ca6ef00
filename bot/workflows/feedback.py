"""Feedback on an answer: keep the verdict, and ask what was wrong when it was bad."""

from dataclasses import dataclass
from datetime import datetime

from bot import texts
from bot.actions import FIELD_COMMENT
from bot.durable import Steps
from bot.incoming import Click, Submission
from bot.outgoing import Outgoing
from bot.parts import Clock, Feedback, Slack
from bot.views import feedback_form
from bot.workflows.access import Access
from bot.workflows.modal_opening import ModalOpening

VERDICTS = ("good", "bad")


@dataclass(frozen=True)
class KeepVerdict:
    """Keeps what a person pressed."""

    slack: Slack
    access: Access
    feedback: Feedback
    clock: Clock
    opening: ModalOpening

    def __call__(self, steps: Steps, _key: str, click: Click) -> None:
        """Keep the verdict; thank for a good one, ask about a bad one."""
        verdict, _, exchange = click.value.partition(" ")
        if verdict not in VERDICTS or not self.access.may_use(steps, click.user, click.team):
            return
        now = steps.run("note the time", datetime, self.clock.now)
        steps.run("keep", type(None), lambda: self.feedback.record(exchange, click.user, verdict, now))
        if verdict == "bad":
            self.opening.open(steps, click, lambda: feedback_form.render(exchange))
            return
        thanks = Outgoing(texts.FEEDBACK_THANKS)
        steps.attempt("thank", type(None), lambda: self.slack.whisper(click.place, click.user, thanks))


@dataclass(frozen=True)
class KeepComment:
    """Keeps what a person wrote."""

    access: Access
    feedback: Feedback

    def __call__(self, steps: Steps, _key: str, submission: Submission) -> None:
        """Keep the comment with the verdict it belongs to."""
        comment = submission.value(FIELD_COMMENT).strip()
        if comment and self.access.may_use(steps, submission.user, submission.team):
            steps.run(
                "keep",
                type(None),
                lambda: self.feedback.comment(submission.private, submission.user, comment),
            )
