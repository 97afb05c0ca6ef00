"""Reply to a message: who asks, show that it was seen, answer, remember, send."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import texts
from bot.audiences import Audiences
from bot.channel_settings import Channels
from bot.durable import Steps
from bot.incoming import IncomingMessage, Place
from bot.outgoing import Outgoing
from bot.parts import Answers, Clock, Exchanges, Slack, Suggestions
from bot.typed import is_small_talk
from bot.views import answer as answer_view
from bot.views import status_card, welcome
from bot.workflows.access import Access
from bot.workflows.exchange import exchange_of
from bot.workflows.growing_reply import GrowingReply
from bot.workflows.status_drafting import StatusDrafting
from retrieval.answer import Answer, Intent
from retrieval.question import LONGEST_QUESTION, Question

CONVERSATIONS = (
    "C",
    "G",
    "D",
)  # where a reply can grow: not where a person stands for the conversation with them
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
    channels: Channels
    audiences: Audiences
    organisation: str = ""

    def __call__(self, steps: Steps, key: str, message: IncomingMessage) -> None:
        """Reply in the thread of the message."""
        if not self.access.may_use(steps, message.user, message.team):
            return
        if not message.is_mention and not message.is_direct and is_small_talk(message.text):
            return
        if message.files and not steps.run("see what the words ask", bool, lambda: self._asks(message)):
            return
        self.send(steps, key, message)

    def _asks(self, message: IncomingMessage) -> bool:
        """Tell whether words that come with a file are a question or a status, and not just about the file."""
        return message.text.endswith("?") or bool(self.drafting.read(message.text, self.clock.today()))

    def send(self, steps: Steps, key: str, message: IncomingMessage) -> None:
        """Reply to a message of somebody who may use the bot."""
        steps.run("show that the message was seen", type(None), lambda: self.slack.show_work(message))
        now = steps.run("note the time", datetime, self.clock.now)
        reply = steps.run("compose", Outgoing, lambda: self._compose(key, message, now))
        steps.attempt("send", str, lambda: self._send(message, reply, key))

    def _send(self, message: IncomingMessage, reply: Outgoing, key: str) -> str:
        """Post the reply, or show it to the asker alone where the channel is set so."""
        if not self._is_private(message):
            return self.slack.post_grown(message.place, reply, key)
        # in a thread that nobody has begun, Slack would show it to nobody
        self.slack.whisper(Place(message.channel, message.thread_ts), message.user, reply)
        return ""

    def _is_private(self, message: IncomingMessage) -> bool:
        return not message.is_direct and self.channels.of(message.channel).is_private

    def _compose(self, key: str, message: IncomingMessage, now: datetime) -> Outgoing:
        """Return what to say; the same message gives the same again if a crash makes it run twice."""
        if not message.text:
            return welcome.message(self.suggestions.suggest(), lead=texts.EMPTY_QUESTION)
        if len(message.text) > LONGEST_QUESTION:
            return Outgoing(texts.TOO_LONG.format(length=len(message.text), longest=LONGEST_QUESTION))
        if not message.choice_of and (
            card := self.drafting.draft(message.key, message.user, message.text, now)
        ):
            return status_card.render(card)
        if is_small_talk(message.text):
            return Outgoing(texts.SMALL_TALK)
        answer = self._answer(key, message, now)
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
        return answer_view.render(answer, message.key, is_private=self._is_private(message))

    def _answer(self, key: str, message: IncomingMessage, now: datetime) -> Answer:
        """Return the answer; where all may see it, it is shown while a model words it."""
        question = self._question(message, now)
        if self._is_private(message) or not message.channel.startswith(CONVERSATIONS):
            return self.answers.answer(question)
        growing = GrowingReply(self.slack, message, key)
        try:
            return self.answers.answer(question, growing.tell)
        finally:
            growing.end()

    def _question(self, message: IncomingMessage, now: datetime) -> Question:
        channel = self.channels.of(message.channel)
        return Question(
            text=message.text,
            today=now.date(),
            organisation=self.organisation or channel.organisation,
            boards=channel.boards,
            earlier=self.exchanges.earlier(message, now - TALK_LASTS),
            places=self.audiences.of(message.channel, message.user),
        )
