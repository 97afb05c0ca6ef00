"""A section that is there and holds nothing: said as such, never answered from elsewhere."""

from retrieval.answer import Intent, Outcome
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry
from retrieval.wording import one_line


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
                text=f"Avsnittet ”{one_line(each.fact.label)}” är inte ifyllt i {each.entry.document.title}.",
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
