"""Feedback on an answer: keep the verdict, and ask what was wrong when it was bad."""

import logging
from dataclasses import dataclass
from datetime import datetime

from bot import texts
from bot.actions import FIELD_COMMENT
from bot.audiences import Audiences
from bot.durable import Steps
from bot.errors import SlackRefusedError
from bot.incoming import Click, Place, Submission
from bot.outgoing import Outgoing
from bot.parts import Clock, Exchange, Exchanges, Feedback, Slack, Sources
from bot.people import People
from bot.views import complaint, feedback_form
from bot.workflows.access import Access
from bot.workflows.exchange import cited_documents
from bot.workflows.modal_opening import ModalOpening
from bot.workflows.telling import Telling

_log = logging.getLogger(__name__)

VERDICTS = ("good", "bad")


@dataclass(frozen=True)
class KeepVerdict:
    """Keeps what a person pressed."""

    telling: Telling
    access: Access
    feedback: Feedback
    clock: Clock
    opening: ModalOpening

    def __call__(self, steps: Steps, _key: str, click: Click) -> None:
        """Keep the verdict; thank for a good one, ask about a bad one."""
        verdict, _, exchange = click.value.partition(" ")
        if not self.access.may_use(steps, click.user, click.team):
            return
        if verdict not in VERDICTS:
            self.telling.tell(steps, click, texts.BUTTON_OUTDATED)
            return
        now = steps.run("note the time", datetime, self.clock.now)
        steps.run("keep", type(None), lambda: self.feedback.record(exchange, click.user, verdict, now))
        if verdict == "bad":
            self.opening.open(steps, click, lambda: feedback_form.render(exchange))
            return
        steps.attempt("thank", type(None), lambda: self.telling.say(click, texts.FEEDBACK_THANKS))


@dataclass(frozen=True)
class KeepComment:
    """Keeps what a person wrote, and tells the operators where there is a channel for it."""

    slack: Slack
    access: Access
    people: People
    feedback: Feedback
    exchanges: Exchanges
    audiences: Audiences
    sources: Sources
    operators: str = ""

    def __call__(self, steps: Steps, key: str, submission: Submission) -> None:
        """Keep the comment with the verdict it belongs to, tell the operators and thank the person."""
        comment = submission.value(FIELD_COMMENT).strip()
        if not comment or not self.access.may_use(steps, submission.user, submission.team):
            return
        steps.run(
            "keep",
            type(None),
            lambda: self.feedback.comment(submission.private, submission.user, comment),
        )
        steps.attempt("tell the operators", type(None), lambda: self._tell(key, submission, comment))
        steps.attempt("thank", type(None), lambda: self._thank(key, submission))

    def _tell(self, key: str, submission: Submission, comment: str) -> None:
        """Post in the operators' channel; that it cannot be reached is theirs to mend, not the person's."""
        exchange = self.exchanges.find(submission.private)
        if not self.operators or exchange is None:
            return
        name = self.people.member(submission.user, submission.team).name
        try:
            place = Place(self.slack.channel(self.operators))
            is_hidden = self._is_hidden(exchange, place.channel)
            told = complaint.render(exchange, "" if is_hidden else comment, name, is_hidden=is_hidden)
            self.slack.post(place, told, f"complaint:{key}")
        except SlackRefusedError as error:
            _log.warning("the operators' channel %s takes no messages: %s", self.operators, error.code)

    def _is_hidden(self, exchange: Exchange, channel: str) -> bool:
        """Tell whether the answer may hold what may not be quoted in a channel."""
        if not self.sources.may_show(cited_documents(exchange), self.audiences.of(channel, "")):
            return True
        return channel != exchange.channel and self.audiences.may_hold_limited(exchange.channel)

    def _thank(self, key: str, submission: Submission) -> None:
        """Thank where the answer stands, or in the person's own conversation when it stands there."""
        exchange = self.exchanges.find(submission.private)
        thanks = Outgoing(texts.FEEDBACK_THANKS)
        if exchange and exchange.channel[:1] in {"C", "G"}:
            place = Place(exchange.channel, exchange.thread_ts)
            Telling(self.slack).whisper(place, submission.user, thanks, f"thanks:{key}")
        else:
            self.slack.post(
                Place(submission.user, exchange.thread_ts if exchange else ""), thanks, f"thanks:{key}"
            )
