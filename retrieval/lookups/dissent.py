"""Who stood apart from a decision, how, and why."""

import re
from collections.abc import Iterator, Sequence

from knowledge.facts import DissentFact, DissentForm
from retrieval.answer import Intent
from retrieval.asked_for import Expectation
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry, Scored
from retrieval.wording import DISSENT_VERBS, listing, one_line, sentence, shorten

_ASKED: tuple[tuple[DissentForm, str], ...] = (
    (DissentForm.RECUSED, r"\bjäv\w*|recus\w*"),
    (DissentForm.RESERVATION, r"reserv\w*|dissent\w*"),
    (DissentForm.STATEMENT, r"protokollsanteckning\w*|särskilt yttrande|röstförklaring"),
    (DissentForm.NOT_PARTICIPATING, r"deltog (?:inte|ej)|deltar? (?:inte|ej)|inte delta\w*|avst[åo]\w*"),
    (DissentForm.ABSTAINS, r"avst[åo]\w*|abstain\w*"),
)


def dissent(inquiry: Inquiry) -> list[Candidate]:
    """Answer who reserved themselves, abstained, was recused or made a statement, with the reason when given."""
    if not inquiry.understanding.asks_for(Intent.DISSENT):
        return []
    lowered = inquiry.understanding.text.lower()
    forms = {form for form, pattern in _ASKED if re.search(pattern, lowered)}
    found = [
        each
        for each in inquiry.find_of_matters({"dissent"}, 120)
        if isinstance(each.fact, DissentFact) and each.fact.form in forms and each.coverage.share >= 0.6
    ]
    if inquiry.understanding.expectation is Expectation.WHY:
        found = [each for each in found if isinstance(each.fact, DissentFact) and each.fact.reason]
    if not found:
        return []
    best = found[0]
    group = (
        [best]
        if inquiry.understanding.expectation is Expectation.WHY
        else [each for each in found if _belongs_with(each, best)]
    )
    group.sort(key=lambda each: each.entry.source.span.start)
    text = " ".join(_told(group))
    return [
        Candidate(
            text=text,
            sources=tuple(source for each in group for source in each.sources),
            score=best.score + 0.22,
            intent=Intent.DISSENT,
            coverage=best.coverage,
            subject=best.fact.subject,
        )
    ]


def _belongs_with(each: Scored, best: Scored) -> bool:
    if not isinstance(each.fact, DissentFact) or not isinstance(best.fact, DissentFact):
        return False
    return (
        each.entry.document.id == best.entry.document.id
        and each.fact.subject == best.fact.subject
        and each.fact.paragraph == best.fact.paragraph
        and each.score >= best.score - 0.2
    )


def _told(group: Sequence[Scored]) -> Iterator[str]:
    """Yield who stood apart and how, those together who did so alike."""
    who: dict[tuple[DissentForm, str], list[str]] = {}
    for each in group:
        fact = each.fact
        assert isinstance(fact, DissentFact)
        alike = (fact.form, sentence(shorten(one_line(fact.reason), 380)) if fact.reason else "")
        who.setdefault(alike, []).extend(one_line(name) for name in fact.who)
    for (form, reason), names in who.items():
        yield f"{listing(names)} {DISSENT_VERBS[form]}" + (f": {reason}" if reason else ".")
