"""Who moved or submitted what."""

import re

from knowledge.facts import MotionFact
from retrieval.answer import Intent
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry
from retrieval.wording import listing, one_line, sentence, shorten

_ASKS_WHAT_WAS_DECIDED = re.compile(
    r"^(?:vad|hur) (?:beslutades?|beslöts?|bestämdes?|hände|blev|gick)\b|\btill slut\b|\b(?:blev|är) beslutet\b",
    re.IGNORECASE,
)


def motions(inquiry: Inquiry) -> list[Candidate]:
    """Answer who moved or submitted what."""
    if not re.search(
        r"yrk\w*|motion\w*|initiativ\w*|vill(?:e)?\b|\bmoved\b", inquiry.understanding.text.lower()
    ):
        return []
    if _ASKS_WHAT_WAS_DECIDED.search(inquiry.understanding.text):
        return []  # what somebody wanted is no decision
    asks_for_motion = bool(
        re.search(r"yrk\w*|motionär|skrev motion|väckte", inquiry.understanding.text.lower())
    )
    candidates = []
    for each in inquiry.find({"motion"}, 80):
        fact = each.fact
        if not isinstance(fact, MotionFact) or each.coverage.share < 0.7:
            continue
        movers = listing(fact.movers)
        verb = "lämnade motionen" if fact.is_motion else "yrkade"
        text = f"{movers} {verb}: {sentence(shorten(one_line(fact.text), 420))}"
        candidates.append(
            Candidate(
                text=text,
                sources=each.sources,
                score=each.score + (0.25 if asks_for_motion else 0.1),
                intent=Intent.DECIDED,
                coverage=each.coverage,
                subject=fact.subject,
            )
        )
    return candidates[:2]
