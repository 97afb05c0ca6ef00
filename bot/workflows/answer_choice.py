"""A button that asks a question: a choice of an ambiguous answer, or a suggested question."""

from dataclasses import dataclass

from bot import texts
from bot.durable import Steps
from bot.guard import escape
from bot.incoming import Click, IncomingMessage, Place
from bot.outgoing import Outgoing
from bot.workflows.access import Access
from bot.workflows.reply import Reply
from bot.workflows.telling import Telling


@dataclass(frozen=True)
class AnswerChoice:
    """Answers the question of a button, in the thread of the message that the button stands in."""

    access: Access
    reply: Reply

    def __call__(self, steps: Steps, key: str, click: Click) -> None:
        """Answer as if the person had typed the question."""
        asked_in, _, question = click.value.partition("\n")
        if not self.access.may_use(steps, click.user, click.team):
            return
        if not question:
            Telling(self.reply.slack).tell(steps, click, texts.BUTTON_OUTDATED)
            return
        if not click.channel:
            self._answer_directly(steps, key, click, question)
            return
        message = IncomingMessage(
            team=click.team,
            channel=click.channel,
            ts=f"{click.message_ts}:{click.action_ts}",
            user=click.user,
            text=question,
            thread_ts=click.place.thread_ts,
            is_direct=click.channel.startswith("D"),
            is_mention=True,
            choice_of=asked_in or click.message_ts,
        )
        self.reply.send(steps, key, message)

    def _answer_directly(self, steps: Steps, key: str, click: Click, question: str) -> None:
        """Answer a question pressed in the home tab, where no message can be: in the person's own conversation."""
        asked = Outgoing(texts.YOU_ASKED.format(question=escape(question)))
        slack = self.reply.slack
        ts = steps.attempt("ask", str, lambda: slack.post(Place(click.user), asked, f"{key}:asked"))
        message = IncomingMessage(
            team=click.team,
            channel=click.user,  # Slack takes a person for the conversation with them
            ts=f"{ts}:{click.action_ts}",
            user=click.user,
            text=question,
            thread_ts=ts,
            is_direct=True,
            is_mention=True,
            choice_of=ts,
        )
        self.reply.send(steps, key, message)
