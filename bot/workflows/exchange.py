"""A question and its answer as they are kept."""

from datetime import datetime

from bot.parts import Exchange
from retrieval.answer import Answer


def exchange_of(
    key: str, team: str, channel: str, thread_ts: str, user: str, question: str, answer: Answer, at: datetime
) -> Exchange:
    """Return the exchange to keep."""
    return Exchange(
        key=key,
        team=team,
        channel=channel,
        thread_ts=thread_ts,
        user=user,
        question=question,
        outcome=answer.outcome.value,
        answer=answer.text,
        subject=answer.subject,
        at=at,
    )
