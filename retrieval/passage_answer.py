"""Step: answer from the quoted sentences of a passage, when they hold all that is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from knowledge.blocks import Span
from knowledge.entries import PassageEntry, SourceQuote
from retrieval.answer import Intent
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry, dates_of_document, missing_cost
from retrieval.matching import Coverage, Evidence, dates_in
from retrieval.requirements import could_answer, holds_what_is_asked
from retrieval.understanding import Expectation, Understanding
from retrieval.windows import Sentence, sentences, windows
from retrieval.wording import one_line

LONGEST_WINDOW = 480  # characters: three or four sentences
PASSAGES_READ = 24


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
    is_why = understanding.expectation is Expectation.WHY
    share, near = (0.65, 0.25) if is_why else (0.55, 0.35)
    score = share * coverage.share + near * coverage.near + 0.1 * coverage.asking
    score -= 0.35 * (1 - coverage.dates) + 0.4 * (1 - coverage.exact) + missing_cost(coverage)
    score -= (0.005 if is_why else 0.015) * (len(parts) - 1) + 0.00008 * len(text)
    if not could_answer(understanding, text):
        score -= 0.25
    return score if holds_what_is_asked(understanding, text) else score - 0.4


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
