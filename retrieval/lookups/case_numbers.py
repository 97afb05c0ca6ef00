"""Which case number or paragraph a matter has."""

import re

from knowledge.facts import MatterFact
from retrieval.answer import Intent
from retrieval.asked_for import Expectation
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry
from retrieval.wording import one_line, paragraph_in_words, shorten

_FITS = 0.62


def case_numbers(inquiry: Inquiry) -> list[Candidate]:
    """Answer which case number or paragraph a matter has."""
    asks = inquiry.understanding.asks_for(Intent.CASE_NUMBER)
    asks_paragraph = bool(
        re.search(r"vilken paragraf|vilket paragrafnummer", inquiry.understanding.text.lower())
    )
    if not asks and not asks_paragraph:
        return []
    for each in inquiry.find({"matter"}, 80):
        fact = each.fact
        if not isinstance(fact, MatterFact) or each.coverage.share < _FITS:
            continue
        if (asks and not fact.case_number) or (asks_paragraph and not asks and not fact.paragraph):
            continue
        words = (
            f"Diarienumret är {fact.case_number}"
            if asks
            else f"Paragrafen är {paragraph_in_words(fact.paragraph)}"
        )
        if asks and fact.paragraph:
            words += f" ({paragraph_in_words(fact.paragraph)})"
        return [
            Candidate(
                text=f"{words}. Ärendet: {shorten(one_line(fact.subject), 300)}.",
                sources=each.sources,
                score=each.score
                + (0.2 if inquiry.understanding.expectation is not Expectation.WHEN else 0.0),
                intent=Intent.CASE_NUMBER,
                coverage=each.coverage,
                subject=fact.subject,
            )
        ]
    return []
