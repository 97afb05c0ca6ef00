"""A section that is there and holds nothing: said as such, never answered from elsewhere."""

import re

from retrieval.answer import Intent, Outcome
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry
from retrieval.wording import one_line

_VACANT = re.compile(r"\b(?:vakant|vakans|ej tillsatt|inte tillsatt|utses senare|ska utses)\b", re.IGNORECASE)


def _told(label: str, quote: str, title: str) -> str:
    """Say that a section is not filled in, or that nobody holds a role."""
    if (vacant := _VACANT.search(quote)) is not None:
        return f"{label}: {vacant.group().lower()}, enligt {title}."
    return f"Avsnittet ”{label}” är inte ifyllt i {title}."


def unfilled(inquiry: Inquiry) -> list[Candidate]:
    """Say that the section asked about is not filled in."""
    candidates = []
    for each in inquiry.find({"unfilled"}, 40):
        if each.fact.kind != "unfilled" or each.coverage.share < 0.6:
            continue
        label_terms = set(inquiry.matcher.words.terms(each.fact.label))
        if not any(word.stem in label_terms for word in inquiry.asked.subject):
            continue
        candidates.append(
            Candidate(
                text=_told(one_line(each.fact.label), each.entry.source.quote, each.entry.document.title),
                sources=each.sources,
                score=each.score + 0.2,
                intent=Intent.OTHER,
                coverage=each.coverage,
                outcome=Outcome.NOT_FILLED_IN,
                assignment_id=each.entry.assignment_id,
                subject=each.fact.subject,
            )
        )
    return candidates[:1]
