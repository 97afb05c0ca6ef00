"""What a section of a directive says of an assignment: what it is for, and what it leaves out."""

import re
from dataclasses import dataclass

from knowledge.facts import FocusFact
from retrieval.answer import Intent
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry, Scored
from retrieval.wording import LONGEST_ANSWER, one_line, sentence, shorten

_NAMES_IT = 0.3  # of the question, in the assignment's own title


@dataclass(frozen=True, slots=True)
class _Section:
    """A question for a section: how it is asked, how the section is headed (best first), and which words in it tell."""

    asked: re.Pattern[str]
    labels: tuple[str, ...]
    asking: re.Pattern[str]
    telling: re.Pattern[str] | None = None


_PURPOSE_ASKED = re.compile(
    r"\bsyfte\w*|\bändamål\w*|handlar\b.*\bom\b|går\b.*\but på|\bidén?\b|\bpurpose\b|\babout\b", re.IGNORECASE
)
_PURPOSE = _Section(
    asked=_PURPOSE_ASKED,
    labels=("^syfte", "^idé", "^ändamål", "^effektmål", "^uppdragsmål", "^mål"),
    asking=_PURPOSE_ASKED,
)
_LIMITS = _Section(
    asked=re.compile(
        r"ingår (?:det )?(?:inte|ej)|inte (?:ingår|med i|med|omfatta)|omfatta\w* (?:det )?(?:inte|ej)|avgräns\w*|utanför|undanta\w*|"
        r"\bnot (?:included|covered)\b",
        re.IGNORECASE,
    ),
    labels=("avgräns", "ingår inte", "omfattar inte", "utanför", "omfattning"),
    asking=re.compile(r"ingå|omfatta|avgräns|utanför|undanta|finns", re.IGNORECASE),
    telling=re.compile(r"\b(?:inte|ej|inga|exklusive|utanför|undantag|undantas|utan)\b", re.IGNORECASE),
)


def purposes(inquiry: Inquiry) -> list[Candidate]:
    """Answer what an assignment is about from the first of idea, purpose and goals that its directive fills in."""
    return _told(inquiry, _PURPOSE)


def limits(inquiry: Inquiry) -> list[Candidate]:
    """Answer what is left out of an assignment with the words of its section on limits."""
    return _told(inquiry, _LIMITS)


def _told(inquiry: Inquiry, section: _Section) -> list[Candidate]:
    if not section.asked.search(inquiry.understanding.text):
        return []
    found = [
        (rank, each, each.fact)
        for each in inquiry.find({"focus"}, 200)
        if isinstance(each.fact, FocusFact)
        and each.fact.text
        and (rank := _rank(section, each.fact.label)) is not None
        and _names_it(inquiry, section, each)
    ]
    if not found:
        return []
    _, best, fact = min(found, key=lambda one: (-round(one[1].score, 1), one[0]))
    same = sorted(
        (
            (each.entry.source.span.start, each, other)
            for _, each, other in found
            if each.entry.document.id == best.entry.document.id and other.label == fact.label
        ),
        key=lambda one: one[0],
    )
    if section.telling is not None and not section.telling.search(fact.label):
        same = [one for one in same if section.telling.search(one[2].text)] or same
    words = " ".join(sentence(one_line(other.text)) for _, _, other in same)
    return [
        Candidate(
            text=shorten(f"{one_line(fact.label)}: {words}", LONGEST_ANSWER),
            sources=tuple(source for _, each, _ in same for source in each.sources),
            score=max(best.score, 0.8) + 0.2,
            intent=Intent.OTHER,
            coverage=best.coverage,
            assignment_id=best.entry.assignment_id,
            subject=fact.subject,
        )
    ]


def _rank(section: _Section, label: str) -> int | None:
    return next(
        (rank for rank, wanted in enumerate(section.labels) if re.search(wanted, label.lower())), None
    )


def _names_it(inquiry: Inquiry, section: _Section, each: Scored) -> bool:
    """Tell whether all but the words of asking name this assignment."""
    missing = [
        word
        for word in each.coverage.missing
        if not word.is_light and not section.asking.search(word.surface)
    ]
    return not missing and inquiry.matcher.own_share(inquiry.asked, each.fact.subject, "") >= _NAMES_IT
