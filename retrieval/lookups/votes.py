"""How a vote fell, and how one person or party voted."""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.facts import VoteFact
from retrieval.answer import Intent
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry, Scored
from retrieval.wording import LONGEST_ANSWER, listing, one_line, sentence, shorten


def votes(inquiry: Inquiry) -> list[Candidate]:
    """Answer with the counts, the names on one side, or the one person's vote."""
    understanding = inquiry.understanding
    if not understanding.asks_for(Intent.VOTE):
        return []
    found = [each for each in inquiry.find({"vote"}, 120) if isinstance(each.fact, VoteFact)]
    person = _person(understanding.text)
    if person:
        return _one_person(found, person)
    found = [each for each in found if each.coverage.share >= 0.6]
    if not found:
        return []
    best = found[0]
    same = [each for each in found if _same_matter(each, best) and each.score >= best.score - 0.12]
    return [
        _together(
            [_result(inquiry, each) for each in sorted(same, key=lambda each: each.entry.source.span.start)]
        )
    ]


def _same_matter(one: Scored, other: Scored) -> bool:
    assert isinstance(one.fact, VoteFact)
    assert isinstance(other.fact, VoteFact)
    return one.entry.document.id == other.entry.document.id and one.fact.paragraph == other.fact.paragraph


def _together(results: Sequence[Candidate]) -> Candidate:
    """Return the votes of one matter as one answer, in order, as short as they must be."""
    if len(results) == 1:
        return results[0]
    room = LONGEST_ANSWER // len(results) - 5
    return replace(
        max(results, key=lambda each: each.score),
        text="\n".join(shorten(each.text, room) for each in results),
        sources=tuple(source for each in results for source in each.sources),
    )


def _person(text: str) -> str:
    """Return the name in "Hur röstade Anna Svensson (S)", if one person is asked about."""
    match = re.search(
        r"(?:röstade|did|röstar|rösta)\s+((?:[A-ZÅÄÖÉ][\wåäöéü-]+\s*){2,4})(?=\(|\s|$|[?,.])", text
    )
    return match[1].strip() if match else ""


def _one_person(found: Sequence[Scored], person: str) -> list[Candidate]:
    names = person.lower().split()
    for each in found:
        fact = each.fact
        assert isinstance(fact, VoteFact)
        for side, members in (
            ("ja", fact.yes_members),
            ("nej", fact.no_members),
            ("avstår", fact.abstaining_members),
        ):
            for member in members:
                if all(name in member.lower() for name in names):
                    verb = "avstod från att rösta" if side == "avstår" else f"röstade {side}"
                    meaning = (
                        f" Omröstningen gällde: {shorten(one_line(fact.proposition), 250)}"
                        if fact.proposition
                        else ""
                    )
                    return [
                        Candidate(
                            text=f"{member} {verb}.{meaning}",
                            sources=each.sources,
                            score=each.score + 0.3,
                            intent=Intent.VOTE,
                            coverage=each.coverage,
                            subject=fact.subject,
                        )
                    ]
    return []


def _result(inquiry: Inquiry, each: Scored) -> Candidate:
    fact = each.fact
    assert isinstance(fact, VoteFact)
    lowered = inquiry.understanding.text.lower()
    counts = [
        f"{number} {word}"
        for number, word in (
            (fact.yes, "ja"),
            (fact.no, "nej"),
            (fact.abstained, "avstår"),
            (fact.absent, "frånvarande"),
        )
        if number is not None
    ]
    text = (
        f"Omröstningen gav {' mot '.join(counts[:2])}"
        + (f", {', '.join(counts[2:])}" if counts[2:] else "")
        + "."
    )
    if re.search(r"\b(?:vilka|vem|who|which)\b", lowered):
        wants_no = re.search(r"\bnej\b|\bno\b|\bemot\b", lowered)
        members = (
            fact.no_members if wants_no else fact.yes_members if re.search(r"\bja\b|\byes\b", lowered) else ()
        )
        if members:
            text = f"{listing(members)} röstade {'nej' if wants_no else 'ja'} ({len(members)}). {text}"
    if fact.proposition:
        text += f" {sentence(shorten(one_line(fact.proposition), 220))}"
    if fact.result:
        text += f" {sentence(shorten(one_line(fact.result), 200))}"
    return Candidate(
        text=text if counts else sentence(one_line(each.entry.source.quote)),
        sources=each.sources,
        score=each.score + (0.2 if counts else 0.0),
        intent=Intent.VOTE,
        coverage=each.coverage,
        subject=fact.subject,
    )
