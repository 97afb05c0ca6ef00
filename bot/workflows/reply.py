"""Reply to a message: who asks, show that it was seen, answer, remember, send."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import texts
from bot.durable import Steps
from bot.incoming import IncomingMessage
from bot.outgoing import Outgoing
from bot.parts import Answers, Clock, Exchanges, Slack, Suggestions
from bot.typed import is_small_talk
from bot.views import answer as answer_view
from bot.views import status_card, welcome
from bot.workflows.access import Access
from bot.workflows.exchange import exchange_of
from bot.workflows.status_drafting import StatusDrafting
from retrieval.answer import Intent
from retrieval.question import LONGEST_QUESTION, Question

TALK_LASTS = timedelta(hours=1)  # how long a question in a direct conversation is what "det" refers to


@dataclass(frozen=True)
class Reply:
    """Answers a question, or shows a status update as it was understood."""

    slack: Slack
    access: Access
    answers: Answers
    exchanges: Exchanges
    drafting: StatusDrafting
    suggestions: Suggestions
    clock: Clock
    organisation: str = ""

    def __call__(self, steps: Steps, key: str, message: IncomingMessage) -> None:
        """Reply in the thread of the message."""
        if not self.access.may_use(steps, message.user, message.team):
            return
        if not message.is_mention and not message.is_direct and is_small_talk(message.text):
            return
        self.send(steps, key, message)

    def send(self, steps: Steps, key: str, message: IncomingMessage) -> None:
        """Reply to a message of somebody who may use the bot."""
        steps.run("show that the message was seen", type(None), lambda: self.slack.show_work(message))
        now = steps.run("note the time", datetime, self.clock.now)
        reply = steps.run("compose", Outgoing, lambda: self._compose(message, now))
        steps.attempt("send", str, lambda: self.slack.post(message.place, reply, key))

    def _compose(self, message: IncomingMessage, now: datetime) -> Outgoing:
        """Return what to say; the same message gives the same again if a crash makes it run twice."""
        if not message.text:
            return welcome.message(self.suggestions.suggest(), lead=texts.EMPTY_QUESTION)
        if len(message.text) > LONGEST_QUESTION:
            return Outgoing(texts.TOO_LONG.format(length=len(message.text), longest=LONGEST_QUESTION))
        if not message.choice_of and (
            card := self.drafting.draft(message.key, message.user, message.text, now)
        ):
            return status_card.render(card)
        answer = self.answers.answer(self._question(message, now))
        if answer.intent is Intent.GREETING:
            return welcome.message(self.suggestions.suggest())
        self.exchanges.record(
            exchange_of(
                message.key,
                message.team,
                message.channel,
                message.place.thread_ts,
                message.user,
                message.text,
                answer,
                now,
            )
        )
        return answer_view.render(answer, message.key)

    def _question(self, message: IncomingMessage, now: datetime) -> Question:
        return Question(
            text=message.text,
            today=now.date(),
            organisation=self.organisation,
            earlier=self.exchanges.earlier(message, now - TALK_LASTS),
        )
