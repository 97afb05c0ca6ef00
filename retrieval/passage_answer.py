"""Step: answer from the quoted sentences of a passage, when they hold all that is asked for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from knowledge.blocks import Span
from knowledge.entries import PassageEntry, SourceQuote
from knowledge.when import When
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry, dates_of_document, missing_cost, words_of_document
from retrieval.matching import Coverage, Evidence, dates_in
from retrieval.requirements import could_answer, holds_what_is_asked, only_refers
from retrieval.understanding import Expectation, Understanding
from retrieval.windows import Sentence, sentences, windows
from retrieval.wording import LONGEST_ANSWER, LONGEST_LIST, one_line

LONGEST_WINDOW = 480  # characters: three or four sentences
PASSAGES_READ = 24
REFERENCE_COST = 0.2
SEARCH_BONUS = 0.06  # for the passage that search puts first; less down the list


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage with its rank score (0–1) in the fused search."""

    passage: PassageEntry
    score: float


class Search(Protocol):
    """Find passages by word and by meaning."""

    def search(self, text: str, words: str, limit: int) -> Sequence[FoundPassage]:
        """Return the passages nearest to a question, best first."""


@dataclass(frozen=True, slots=True)
class _Window:
    """A run of sentences in a passage with its score; `first` and `last` are inclusive."""

    score: float
    first: int
    last: int
    coverage: Coverage


def passage_candidates(inquiry: Inquiry, found: Sequence[FoundPassage]) -> list[Candidate]:
    """Return the best window of each passage, best first."""
    candidates = [_candidate(inquiry, each) for each in found[:PASSAGES_READ]]
    return sorted((each for each in candidates if each is not None), key=lambda each: -each.score)


def _candidate(inquiry: Inquiry, found: FoundPassage) -> Candidate | None:
    quote = found.passage.source.quote
    parts = sentences(quote)
    best = _best_window(inquiry, found.passage, parts)
    if best is None:
        return None
    is_list = inquiry.understanding.wants_list
    source = _list_around(inquiry, found.passage.source, parts, best) if is_list else None
    if source is None:
        last = _with_what_follows(parts, best.first, best.last)
        source = _part(found.passage.source, parts[best.first].span.start, parts[last].span.end)
        is_list = False
    return Candidate(
        text=one_line(source.quote),
        sources=(source,),
        score=best.score + SEARCH_BONUS * found.score,
        intent=inquiry.understanding.main,
        coverage=best.coverage,
        subject=found.passage.source.section,
        is_list=is_list,
    )


def _best_window(inquiry: Inquiry, passage: PassageEntry, parts: Sequence[Sentence]) -> _Window | None:
    quote = passage.source.quote
    surroundings = f"{passage.source.section} {passage.search_text[: max(0, len(passage.search_text) - len(passage.text))]}"
    whole = inquiry.matcher.evidence(quote, surroundings, words_of_document(passage.source.document))
    document_dates = dates_of_document(passage.source.document)
    prepared = [(frozenset(inquiry.matcher.words.terms(part.text)), dates_in(part.text)) for part in parts]
    best: _Window | None = None
    for first, last in windows(tuple(parts), LONGEST_WINDOW):
        text = quote[parts[first].span.start : parts[last].span.end]
        evidence = _evidence(whole, text, prepared[first : last + 1], document_dates)
        coverage = inquiry.matcher.coverage(inquiry.asked, evidence)
        score = _score(inquiry.understanding, coverage, text, last - first + 1)
        if only_refers(inquiry.understanding, passage.source.section, text):
            score -= REFERENCE_COST
        if best is None or score > best.score:
            best = _Window(score, first, last, coverage)
    return best


def _evidence(
    whole: Evidence,
    text: str,
    prepared: Sequence[tuple[frozenset[str], tuple[When, ...]]],
    document_dates: tuple[When, ...],
) -> Evidence:
    return Evidence(
        near=frozenset().union(*(terms for terms, _ in prepared)),
        context=whole.near | whole.context,
        document=whole.document,
        near_dates=tuple(when for _, dates in prepared for when in dates),
        dates=document_dates,
        text=text,
        context_text=whole.context_text,
    )


def _score(understanding: Understanding, coverage: Coverage, text: str, length: int) -> float:
    is_why = understanding.expectation is Expectation.WHY
    share, near = (0.65, 0.25) if is_why else (0.55, 0.35)
    score = share * coverage.share + near * coverage.near + 0.1 * coverage.asking
    score -= 0.35 * (1 - coverage.dates) + 0.4 * (1 - coverage.exact) + missing_cost(coverage)
    score -= (0.005 if is_why else 0.015) * (length - 1) + 0.00008 * len(text)
    if not could_answer(understanding, text):
        score -= 0.25
    return score if holds_what_is_asked(understanding, text) else score - 0.4


def _with_what_follows(parts: Sequence[Sentence], first: int, last: int) -> int:
    """Return the last item of the list that the window's last sentence introduces, as far as an answer reaches."""
    if not parts[last].introduces:
        return last
    end = last
    for index in range(last + 1, len(parts)):
        if parts[index].span.end - parts[first].span.start > LONGEST_ANSWER - 10:
            break
        if not (parts[index].is_item or index == last + 1):
            break
        end = index
    return end


def _list_around(
    inquiry: Inquiry, source: SourceQuote, parts: Sequence[Sentence], best: _Window
) -> SourceQuote | None:
    """Return the whole list that the window introduces or stands in, read on in the document; None when it is none."""
    intro = next(
        (
            index
            for index in range(best.last, -1, -1)
            if parts[index].introduces or (index < best.first and not parts[index].is_item)
        ),
        None,
    )
    if intro is None or not parts[intro].introduces or best.first - intro > 12:
        return None
    text = inquiry.register.text_of(source.document.version_id)
    start = source.span.start + parts[intro].span.start
    following = sentences(text[start : start + LONGEST_LIST])
    end = 0
    for index, part in enumerate(following):
        if index > 0 and not part.is_item and (index > 1 or not re.match(r"\w", part.text)):
            break
        end = part.span.end
    if end <= following[0].span.end or end > LONGEST_LIST - 10:
        return None
    return SourceQuote(
        source.document, text[start : start + end], Span(start, start + end), source.page, source.section
    )


def _part(source: SourceQuote, start: int, end: int) -> SourceQuote:
    """Return a stretch of a quoted source as a source of its own."""
    span = Span(source.span.start + start, source.span.start + end)
    return SourceQuote(source.document, source.quote[start:end], span, source.page, source.section)
