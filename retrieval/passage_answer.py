"""Step: answer from the quoted sentences of a passage, when they hold all that is asked for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from knowledge.blocks import Span
from knowledge.entries import PassageEntry, SourceQuote
from retrieval.answer import Intent
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry, dates_of_document
from retrieval.matching import Coverage, Evidence, dates_in
from retrieval.understanding import Expectation, Understanding
from retrieval.windows import Sentence, sentences, windows
from retrieval.wording import one_line

LONGEST_WINDOW = 480  # characters: three or four sentences
PASSAGES_READ = 24

_WHO = re.compile(
    r"(?:[A-ZÅÄÖÉ][a-zåäöéü-]+ (?:[a-z]{2,3} )?[A-ZÅÄÖÉ][a-zåäöéü-]+)|\b\w*(?:direktör|chef|nämnd|styrelse|utskott|förvaltning|beredning|fullmäktige|"
    r"kontor|avdelning|ordförande|presidie|ledare|ägare|ansvarig|bolag|region|kommun|myndighet|grupp|enhet)\w*|\bVD\b|\bAB\b"
)
_NUMBER = re.compile(
    r"\d|\b(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|femton|tjugo|hälften|årligen|varje|dubbel\w*|oförändra\w*|ingen|inga|noll)\b"
)
_WHEN = re.compile(
    r"\b(?:årlig\w*|varje år|månad\w*|dagar|veck\w*|år efter|löpande|kontinuerligt|samtliga\b.*sammanträden|mandatperiod)\b",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"\b(?:eftersom|därför|på grund av|pga|p\.g\.a|med anledning|då det|då de|anledning\w*|orsak\w*|motivering\w*|syft\w*|för att|beror|grund\w*|med hänvisning|"
    r"innebär|därmed|varför|medför\w*|utifrån)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\d[\d\s.,]*\s*(?:kronor|kr\b|mkr|mnkr|tkr|miljon\w*|miljard\w*|msek|procent|%)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage with its rank score (0–1) in the fused search."""

    passage: PassageEntry
    score: float


class Search(Protocol):
    """Find passages by word and by meaning."""

    def search(self, text: str, words: str, limit: int) -> Sequence[FoundPassage]:
        """Return the passages nearest to a question, best first."""


def passage_candidates(inquiry: Inquiry, found: Sequence[FoundPassage]) -> list[Candidate]:
    """Return the best window of each passage, best first."""
    candidates = []
    for each in found[:PASSAGES_READ]:
        candidate = _best_window(inquiry, each)
        if candidate is not None:
            candidates.append(candidate)
    return sorted(candidates, key=lambda each: -each.score)


def _best_window(inquiry: Inquiry, found: FoundPassage) -> Candidate | None:
    quote = found.passage.source.quote
    parts = sentences(quote)
    context = _context(found.passage)
    whole = inquiry.matcher.evidence(quote, context)
    document_dates = dates_of_document(found.passage.source.document)
    evidences = [inquiry.matcher.evidence(part.text) for part in parts]
    best: tuple[float, tuple[int, int], Coverage] | None = None
    for first, last in windows(parts, LONGEST_WINDOW):
        near = frozenset().union(*(each.near for each in evidences[first : last + 1]))
        text = quote[parts[first].span.start : parts[last].span.end]
        evidence = Evidence(
            near, whole.near | whole.context, (*document_dates, *dates_in(text)), text, context
        )
        coverage = inquiry.matcher.coverage(inquiry.asked, evidence)
        score = _score(inquiry.understanding, coverage, text, parts[first : last + 1])
        if best is None or score > best[0]:
            best = (score, (first, last), coverage)
    if best is None:
        return None
    score, (first, last), coverage = best
    if parts[last].introduces:
        last = _with_what_follows(parts, first, last)
    start, end = parts[first].span.start, parts[last].span.end
    source = _part(found.passage.source, start, end)
    return Candidate(
        text=one_line(source.quote),
        sources=(source,),
        score=score + 0.06 * found.score,
        intent=inquiry.understanding.intents[0] if inquiry.understanding.intents else Intent.OTHER,
        coverage=coverage,
        subject=found.passage.source.section,
    )


def _context(passage: PassageEntry) -> str:
    profile = passage.source.document.profile
    return " ".join(
        (
            passage.source.section,
            profile.title,
            profile.organisation,
            profile.board,
            profile.case_number,
            passage.source.document.name.replace("_", " ").replace("-", " "),
            passage.search_text[: max(0, len(passage.search_text) - len(passage.text))],
        )
    )


def _score(understanding: Understanding, coverage: Coverage, text: str, parts: Sequence[Sentence]) -> float:
    names_missing = sum(word.is_name for word in coverage.missing)
    score = 0.55 * coverage.share + 0.35 * coverage.near + 0.1 * coverage.asking
    score -= 0.2 * (1 - coverage.dates) + 0.4 * (1 - coverage.exact) + 0.12 * names_missing
    score -= 0.015 * (len(parts) - 1) + 0.00008 * len(text)
    return score - (0.0 if _could_answer(understanding, text) else 0.25)


def _could_answer(understanding: Understanding, text: str) -> bool:
    """Tell whether the words are of the kind that the question asks for: a name, a date, a number, a reason."""
    expectation = understanding.expectation
    if expectation is Expectation.WHO:
        return bool(_WHO.search(text))
    if expectation is Expectation.WHEN:
        return bool(dates_in(text, 2000)) or bool(_WHEN.search(text))
    if expectation is Expectation.HOW_MUCH:
        if understanding.asks_for(Intent.AMOUNT):
            return bool(_MONEY.search(text))
        return bool(_NUMBER.search(text))
    if expectation is Expectation.WHY:
        return bool(_WHY.search(text))
    return True


def _with_what_follows(parts: Sequence[Sentence], first: int, last: int) -> int:
    """Return the last item of the list that a sentence introduces, within what a person reads at a glance."""
    end = last
    for index in range(last + 1, len(parts)):
        if parts[index].span.end - parts[first].span.start > 590 or not (
            parts[index].is_item or index == last + 1
        ):
            break
        end = index
    return end


def _part(source: SourceQuote, start: int, end: int) -> SourceQuote:
    """Return a stretch of a quoted source as a source of its own."""
    span = Span(source.span.start + start, source.span.start + end)
    return SourceQuote(source.document, source.quote[start:end], span, source.page, source.section)
