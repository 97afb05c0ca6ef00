"""Whom the extract of the minutes goes to."""

import re

from knowledge.facts import DispatchFact
from retrieval.answer import Intent
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry, Scored
from retrieval.wording import listing, one_line

_SENDING = re.compile(r"protokollsutdrag|utdrag|skicka|expedier|sänd|extract|få", re.IGNORECASE)


def dispatches(inquiry: Inquiry) -> list[Candidate]:
    """Answer whom the extract of the minutes goes to."""
    if not re.search(
        r"protokollsutdrag\w*|utdrag\w*|expedier\w*|skickas|sänds|\bextract\b",
        inquiry.understanding.text.lower(),
    ):
        return []
    for each in inquiry.find_of_matters({"dispatch"}, 80):
        fact = each.fact
        if isinstance(fact, DispatchFact) and _without_sending(each) >= 0.6:
            return [
                Candidate(
                    text=f"Protokollsutdraget skickas till {listing([one_line(name) for name in fact.recipients])}.",
                    sources=each.sources,
                    score=each.score + 0.3,
                    intent=Intent.LIST,
                    coverage=each.coverage,
                    subject=fact.subject,
                    is_list=True,
                )
            ]
    return []


def _without_sending(each: Scored) -> float:
    """Return the share covered when the words of sending, which the fact itself stands for, are left aside."""
    missing = sum(word.weight for word in each.coverage.missing if not _SENDING.match(word.surface))
    whole = sum(word.weight for word in each.coverage.missing)
    return min(1.0, each.coverage.share + (whole - missing) / 4) if whole else each.coverage.share
