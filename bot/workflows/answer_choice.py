"""A button that asks a question: a choice of an ambiguous answer, or a suggested question."""

from dataclasses import dataclass

from bot.durable import Steps
from bot.incoming import Click, IncomingMessage
from bot.workflows.access import Access
from bot.workflows.reply import Reply


@dataclass(frozen=True)
class AnswerChoice:
    """Answers the question of a button, in the thread of the message that the button stands in."""

    access: Access
    reply: Reply

    def __call__(self, steps: Steps, key: str, click: Click) -> None:
        """Answer as if the person had typed the question."""
        asked_in, _, question = click.value.partition("\n")
        if not question or not self.access.may_use(steps, click.user, click.team):
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
