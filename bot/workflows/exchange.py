"""A question and its answer as they are kept."""

from datetime import datetime

from pydantic import TypeAdapter

from bot.parts import Exchange
from retrieval.answer import Answer

_ANSWERS: TypeAdapter[Answer] = TypeAdapter(Answer)


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
        given=_ANSWERS.dump_json(answer).decode(),
    )


def answer_of(exchange: Exchange) -> Answer | None:
    """Return the answer as it was given, or nothing for one that was kept without its sources."""
    return _ANSWERS.validate_json(exchange.given) if exchange.given else None


def cited_documents(exchange: Exchange) -> tuple[int, ...]:
    """Return the documents that an answer quotes, by id; a list of holders is none."""
    answer = answer_of(exchange)
    return tuple(each.document_id for each in answer.citations if each.document_id) if answer else ()
