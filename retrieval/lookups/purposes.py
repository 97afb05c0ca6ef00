"""What an assignment is for: its idea or purpose as the directive says it, else its goals."""

import re

from knowledge.facts import FocusFact
from retrieval.answer import Intent
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry, Scored
from retrieval.wording import LONGEST_ANSWER, one_line, sentence, shorten

_ASKED = re.compile(
    r"\bsyfte\w*|\bändamål\w*|handlar\b.*\bom\b|går\b.*\but på|\bidén?\b|\bpurpose\b|\babout\b", re.IGNORECASE
)
_LABELS = ("syfte", "idé", "ändamål", "effektmål", "uppdragsmål", "mål")
_FITS = 0.6


def purposes(inquiry: Inquiry) -> list[Candidate]:
    """Answer what an assignment is about from the first of idea, purpose and goals that its directive fills in."""
    if not _ASKED.search(inquiry.understanding.text):
        return []
    found = [
        each for each in inquiry.find({"focus"}, 160) if _rank(each) is not None and _names_it(inquiry, each)
    ]
    if not found:
        return []
    best = min(found, key=lambda each: (-round(each.score, 1), _rank(each)))
    assert isinstance(best.fact, FocusFact)
    same = [
        each
        for each in found
        if isinstance(each.fact, FocusFact)
        and each.entry.document.id == best.entry.document.id
        and each.fact.label == best.fact.label
    ]
    same.sort(key=lambda each: each.entry.source.span.start)
    words = " ".join(sentence(one_line(each.fact.text)) for each in same if isinstance(each.fact, FocusFact))
    return [
        Candidate(
            text=shorten(f"{one_line(best.fact.label)}: {words}", LONGEST_ANSWER),
            sources=tuple(source for each in same for source in each.sources),
            score=max(best.score, 0.8) + 0.2,
            intent=Intent.OTHER,
            coverage=best.coverage,
            assignment_id=best.entry.assignment_id,
            subject=best.fact.subject,
        )
    ]


def _rank(each: Scored) -> int | None:
    if not isinstance(each.fact, FocusFact) or not each.fact.text:
        return None
    label = each.fact.label.lower()
    return next((rank for rank, wanted in enumerate(_LABELS) if label.startswith(wanted)), None)


def _names_it(inquiry: Inquiry, each: Scored) -> bool:
    """Tell whether all but the words of asking for a purpose name this assignment."""
    missing = [
        word for word in each.coverage.missing if not word.is_light and not _ASKED.search(word.surface)
    ]
    return not missing and inquiry.matcher.own_share(inquiry.asked, each.fact.subject, "") >= _FITS / 2
