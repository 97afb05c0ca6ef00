"""Step: answer from the quoted sentences of a passage, when they hold all that is asked for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from knowledge.blocks import Span
from knowledge.documents import DocumentKind
from knowledge.entries import PassageEntry, SourceQuote
from knowledge.when import Precision
from retrieval.actors import asks_for_an_actor, names_a_person, names_a_predecessor
from retrieval.answer import Intent, Note, NoteKind, Outcome
from retrieval.asked_for import Expectation
from retrieval.candidate import Candidate
from retrieval.dates_held import asks_since_when, dates_held, dates_in
from retrieval.inquiry import Inquiry, dates_of_document, missing_cost, words_of_document
from retrieval.matching import Coverage, Evidence, exact_held, held_by, measure
from retrieval.quoted_list import introductions, list_at, list_start, numbered_lines, with_mark
from retrieval.reasons import gives_a_plain_reason
from retrieval.requirements import could_answer, holds_what_is_asked, only_refers, speaks_of_what_is_to_come
from retrieval.rivals import names_a_rival, only_counts
from retrieval.sentence_faults import OTHER_SORT_COST, OUT_OF_FOCUS_COST, focus, sentence_faults
from retrieval.statements import (
    asks_of_the_past,
    heads_a_table,
    is_a_target,
    is_left_blank,
    is_only_ahead,
    says_no_more,
)
from retrieval.understanding import Understanding
from retrieval.windows import Sentence, sentences, windows
from retrieval.wording import LONGEST_ANSWER, PROPOSED, one_line, shorten

LONGEST_WINDOW = 480  # characters: three or four sentences
PASSAGES_READ = 24
_PROPOSAL = re.compile(r"^förslag till (?:beslut|kommun|region)|förslag på sammanträdet", re.IGNORECASE)
_PROPOSES = re.compile(r"\bföresl(?:år|ås|og|ogs)\b|\bhemställer\b", re.IGNORECASE)
_FOLLOWS_FROM = re.compile(
    r"\bdärför\b|\bdärmed\b|\bsåledes\b|mot bakgrund av (?:ovan|detta)|av (?:det|den) (?:skälet|anledningen)",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\bbeslut(?:ar|ade|ades|at)\b|\banta(?:r|s)\b|\bantog\w*|\bgodkän(?:ner|de|des|ns)\b|\bfastställ(?:er|de|des|s)\b|\bavsl(?:år|og|ogs|ås)\b|\bbif(?:aller|öll|ölls)\b|"
    r"\båterremitter\w+|\bbordl(?:ade|ades|ägger|äggs)\b",
    re.IGNORECASE,
)
REFERENCE_COST = 0.3
RIVAL_COST = 0.35  # words of another thing of the sort than the one that the question names
GATHERED_WITHIN = 0.1
FRAGMENT = 50  # characters: shorter words without a full stop are a heading or a cell, and tell little
FRAGMENT_COST = 0.2
TARGET_COST = 0.06  # how it shall be, where how it is is asked
PASSED_COST = 0.3  # what has been, where what comes next is asked
CUT_COST = 0.2  # words that only lead to others
NO_MORE_COST = 0.3  # words that only repeat the question
ONLY_AHEAD_COST = 0.3  # what shall be is no answer to what has been
_TOLD_IN_A_FIGURE = {Expectation.WHEN, Expectation.HOW_MUCH}
LEAST_SHARE = 0.45  # a passage that holds less of the question is not read closely
AHEAD_BONUS = 0.06
REASON_BONUS = 0.05  # for words that say outright that they give a reason, where one is asked for
PERSON_BONUS = 0.05  # for words that name a person where a role is asked for
MOST_ADDED = max(AHEAD_BONUS, REASON_BONUS, PERSON_BONUS)  # no question asks for two of these
LIST_BONUS = 0.12  # a question for a list is answered by all of it
COUNTED_BONUS = 0.35  # what the document itself counts under the very label that is asked for
SEARCH_BONUS = 0.06  # for the passage that search puts first; less down the list


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage with its rank score (0–1) in the fused search; `by_words_alone` when meaning could not be searched."""

    passage: PassageEntry
    score: float
    by_words_alone: bool = False


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
    windows_found = (_candidate(inquiry, each) for each in found[:PASSAGES_READ])
    candidates = [each for each in windows_found if each is not None]
    if inquiry.understanding.wants_list:
        candidates += _gathered(candidates)
        candidates += [
            each for passage in found[:PASSAGES_READ] for each in _list_candidates(inquiry, passage)
        ]
        candidates += _counted_lists(inquiry, found[:PASSAGES_READ])
    return sorted(candidates, key=lambda each: -each.score)


def _gathered(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the best windows of one document as one answer, when several fit almost as well: a list said in prose."""
    if not candidates:
        return []
    ranked = sorted(candidates, key=lambda each: -each.score)
    best = ranked[0]
    chosen = [best]
    for each in ranked[1:]:
        same = each.sources[0].document.id == best.sources[0].document.id
        repeats = any(each.text in other.text or other.text in each.text for other in chosen)
        if (
            same
            and not repeats
            and each.score >= best.score - GATHERED_WITHIN
            and each.outcome is best.outcome
        ):
            chosen.append(each)
    if len(chosen) == 1 or sum(len(each.text) + 3 for each in chosen[:4]) > LONGEST_ANSWER:
        return []
    chosen = sorted(chosen[:4], key=lambda each: each.sources[0].span.start)
    return [
        replace(
            best,
            text="\n".join(f"• {each.text}" for each in chosen),
            sources=tuple(source for each in chosen for source in each.sources),
            score=best.score + 0.01,
        )
    ]


def _candidate(inquiry: Inquiry, found: FoundPassage) -> Candidate | None:
    quote = found.passage.source.quote
    parts = sentences(quote)
    best = _best_window(inquiry, found.passage, parts)
    if best is None:
        return None
    first = _with_the_reason(inquiry.understanding, parts, best.first)
    last = _with_what_follows(parts, best.first, best.last)
    source = _part(found.passage.source, parts[first].span.start, parts[last].span.end)
    text, outcome, notes = _standing(inquiry.understanding, source, one_line(source.quote))
    return Candidate(
        text=text,
        sources=(source,),
        score=best.score + SEARCH_BONUS * found.score,
        outcome=outcome,
        notes=notes,
        intent=inquiry.understanding.main,
        coverage=best.coverage,
        subject=found.passage.source.section,
    )


def _standing(
    understanding: Understanding, source: SourceQuote, text: str
) -> tuple[str, Outcome, tuple[Note, ...]]:
    """Say of a proposal that it is one; where a decision is asked for, a proposal is no answer."""
    if is_left_blank(source.quote):
        return f"Det är inte ifyllt: {shorten(text, LONGEST_ANSWER)}", Outcome.NOT_FILLED_IN, ()
    is_agenda = source.document.profile.kind is DocumentKind.AGENDA
    only_proposed = (
        understanding.main is Intent.DECIDED and _PROPOSES.search(text) and not _DECIDES.search(text)
    )
    if not (is_agenda or only_proposed or _PROPOSAL.search(source.heading)):
        return text, Outcome.ANSWERED, ()
    if understanding.main is Intent.DECIDED and not understanding.wants_proposal:
        words = f"Något beslut framgår inte. Det som finns är ett förslag: {text}"
        return shorten(words, LONGEST_ANSWER), Outcome.NOT_FOUND, ()
    return text, Outcome.ANSWERED, (Note(NoteKind.PROPOSED, PROPOSED),)


def _best_window(inquiry: Inquiry, passage: PassageEntry, parts: Sequence[Sentence]) -> _Window | None:
    """Return the run of sentences that covers the question best, each sentence's words looked at once."""
    asked, terms = inquiry.asked, inquiry.matcher.words.terms
    head = passage.search_text[: max(0, len(passage.search_text) - len(passage.text))]
    of_document, _ = inquiry.of_document(passage.source.document)
    document_dates = inquiry.dates_around(passage.source.document, passage.source.section)
    per_part = [frozenset(terms(part.text)) for part in parts]
    held = [held_by(asked, each) for each in per_part]
    context = held_by(asked, of_document.union(terms(f"{passage.source.section} {head}"), *per_part))
    document = held_by(asked, of_document)
    if measure(asked, context, context, document, dates=1.0, exact=1.0).share < LEAST_SHARE:
        return None
    since = asks_since_when(inquiry.understanding.text)
    dates = [dates_in(part.text, with_compared=since) if asked.dates else () for part in parts]
    exact = exact_held(
        asked,
        f"{passage.source.quote} {passage.source.section} {head} {words_of_document(passage.source.document)}",
    )
    heading = held_by(asked, frozenset(terms(passage.source.section)))
    faults = sentence_faults(inquiry, passage, parts, held, (heading, document))
    asks_what_comes = inquiry.understanding.wants_next and not inquiry.understanding.wants_list
    days = [dates_in(part.text) for part in parts] if asks_what_comes else []

    def is_past(first: int, last: int) -> bool:
        """Tell whether all days that some sentences name have been, where what comes next is asked."""
        named = [when for each in days[first : last + 1] for when in each]
        is_dated = any(when.precision is Precision.DAY for when in named)
        return is_dated and all(when.end is not None and when.end < inquiry.today for when in named)

    found = []
    for first, last in windows(tuple(parts), LONGEST_WINDOW):
        near = tuple(map(max, zip(*held[first : last + 1], strict=True))) if last > first else held[first]
        coverage = measure(
            asked,
            near,
            context,
            document,
            dates=dates_held(
                asked.dates,
                [when for each in dates[first : last + 1] for when in each],
                document_dates,
                asked.document_years,
            ),
            exact=exact,
        )
        length = parts[last].span.end - parts[first].span.start
        is_cut = parts[last].introduces and last == len(parts) - 1  # what it introduces is not here
        weighed = _weighed(inquiry.understanding, coverage, length, last - first + 1)
        weighed -= (CUT_COST if is_cut else 0.0) + (PASSED_COST if is_past(first, last) else 0.0)
        found.append(_Window(weighed - faults.cost(first, last), first, last, coverage))
    return _best_read(inquiry.understanding, passage, parts, found)


def _best_read(
    understanding: Understanding, passage: PassageEntry, parts: Sequence[Sentence], found: Sequence[_Window]
) -> _Window | None:
    """Return the best of the weighed windows, their words read only as long as one may still be better."""
    best: _Window | None = None
    for window in sorted(found, key=lambda each: -each.score):
        if best is not None and window.score + MOST_ADDED < best.score:
            break
        text = passage.source.quote[parts[window.first].span.start : parts[window.last].span.end]
        score = window.score + _read(understanding, window.coverage, text, passage.source.section)
        if only_refers(understanding, passage.source.section, text):
            score -= REFERENCE_COST
        # of equals the first in the passage
        if best is None or (score, -window.first, -window.last) > (best.score, -best.first, -best.last):
            best = replace(window, score=score)
    return best


def _in_focus(inquiry: Inquiry, quote: str, section: str) -> bool:
    """Tell whether a list's first line or its heading names the very thing that is asked for."""
    word = focus(inquiry)
    introduced = f"{section.rsplit(' › ', 1)[-1]}\n{quote.splitlines()[0]}" if quote else section
    return word is None or inquiry.matcher.names(word, introduced)


def _score(understanding: Understanding, coverage: Coverage, text: str, section: str) -> float:
    """Return how well one stretch of words answers."""
    return _weighed(understanding, coverage, len(text), 1) + _read(understanding, coverage, text, section)


def _weighed(understanding: Understanding, coverage: Coverage, length: int, sentences_held: int) -> float:
    """Return how well words cover the question, shorter ones better, before anybody reads them."""
    is_why = understanding.expectation is Expectation.WHY
    share, near = (0.65, 0.25) if is_why else (0.55, 0.35)
    score = share * coverage.share + near * coverage.near + 0.1 * coverage.asking
    score -= 0.5 * (1 - coverage.dates) + 0.4 * (1 - coverage.exact) + missing_cost(coverage)
    return score - (0.005 if is_why else 0.015) * (sentences_held - 1) - 0.00008 * length


def _read(understanding: Understanding, coverage: Coverage, text: str, section: str) -> float:
    """Return what the words themselves add, at most MOST_ADDED, or take away."""
    score = 0.0
    if speaks_of_what_is_to_come(understanding, text):
        score += AHEAD_BONUS
    if (
        understanding.expectation is Expectation.WHAT
        and len(text) < FRAGMENT
        and text.rstrip()[-1:] not in ".!?"
    ):
        score -= FRAGMENT_COST
    if understanding.expectation not in _TOLD_IN_A_FIGURE and says_no_more(understanding.text, text):
        score -= NO_MORE_COST
    if heads_a_table(text):
        score -= OTHER_SORT_COST
    if understanding.expectation is Expectation.HOW_MUCH and is_a_target(understanding.text, text):
        score -= TARGET_COST
    if (
        not understanding.asks_for(Intent.INDICATOR)
        and asks_of_the_past(understanding.text)
        and is_only_ahead(text)
    ):
        score -= ONLY_AHEAD_COST
    is_of_the_sort = could_answer(understanding, text)
    if understanding.expectation is Expectation.WHY and gives_a_plain_reason(text):
        score += REASON_BONUS
    is_meant = is_of_the_sort or not names_a_predecessor(understanding.text)
    asks_for_a_person = understanding.expectation is Expectation.WHO and understanding.roles
    if asks_for_a_person and is_meant and names_a_person(text):
        score += PERSON_BONUS
    if understanding.expectation is Expectation.WHETHER and _misses_the_verb(understanding, coverage):
        score -= 0.15
    if not is_of_the_sort:
        score -= OTHER_SORT_COST
    if names_a_rival(understanding.text, text) or only_counts(understanding, text):
        score -= RIVAL_COST
    return (
        score
        if holds_what_is_asked(understanding, f"{section.rsplit(' › ', 1)[-1]}\n{text}")
        else score - 0.4
    )


def _misses_the_verb(understanding: Understanding, coverage: Coverage) -> bool:
    """Tell whether the verb that a yes-or-no question begins with is found nowhere."""
    return bool(understanding.subject) and any(
        word.surface == understanding.subject[0] for word in coverage.missing
    )


def _with_the_reason(understanding: Understanding, parts: Sequence[Sentence], first: int) -> int:
    """Return the sentence before one that says "därför", where a reason is asked for: the reason stands there."""
    follows = understanding.expectation is Expectation.WHY and _FOLLOWS_FROM.search(parts[first].text)
    return first - 1 if follows and first > 0 else first


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


def _list_candidates(inquiry: Inquiry, found: FoundPassage) -> list[Candidate]:
    """Return the lists that a sentence or the heading of the passage introduces, each quoted whole."""
    source = found.passage.source
    parts = sentences(source.quote)
    candidates = []
    text = inquiry.text_of(source.document) if parts else ""
    starts = introductions(parts)
    if parts and 0 not in starts and with_mark(text, source.span.start) < source.span.start:
        starts = (0, *starts)
    for index in starts:
        start = with_mark(text, source.span.start + parts[index].span.start)
        span = list_at(text, list_start(text, start) if index == 0 else start)
        if span is None:
            continue
        quote = span.quote(text)
        if asks_for_an_actor(inquiry.understanding) and not could_answer(inquiry.understanding, quote):
            continue
        evidence = inquiry.matcher.evidence(
            f"{quote} {source.heading}",
            f"{source.section} {source.quote}",
            words_of_document(source.document),
            dates_in(f"{quote[:400]} {source.section}"),
            dates_of_document(source.document),
        )
        coverage = inquiry.matcher.coverage(inquiry.asked, evidence)
        score = (
            _score(inquiry.understanding, coverage, quote, source.section)
            + LIST_BONUS
            + 0.00008 * len(quote)
            - (0.0 if _in_focus(inquiry, quote, source.section) else OUT_OF_FOCUS_COST)
        )
        candidates.append(
            Candidate(
                text=_in_lines(quote),
                sources=(SourceQuote(source.document, quote, span, source.page, source.section),),
                score=score + SEARCH_BONUS * found.score,
                intent=inquiry.understanding.main,
                coverage=coverage,
                subject=source.section,
                is_list=True,
            )
        )
    return candidates


def _counted_lists(inquiry: Inquiry, found: Sequence[FoundPassage]) -> list[Candidate]:
    """Return what a document counts under the label that is asked for ("Fokusområde 1: …"), wherever the lines stand."""
    word = inquiry.asked.word(inquiry.understanding.focus)
    if word is None:
        return []
    candidates = []
    for document in {
        each.passage.source.document.id: each.passage.source.document for each in found
    }.values():
        text = inquiry.text_of(document)
        spans = numbered_lines(text, lambda label: inquiry.matcher.names(word, label))
        if not spans:
            continue
        sources = tuple(SourceQuote(document, span.quote(text), span, None, "") for span in spans)
        of_document, dates = inquiry.of_document(document)
        near = of_document.union(inquiry.matcher.words.terms(f"{word.surface} {sources[0].quote}"))
        evidence = Evidence(near, near, of_document, dates, dates)
        coverage = inquiry.matcher.coverage(inquiry.asked, evidence)
        candidates.append(
            Candidate(
                text=f"{len(spans)} stycken:\n"
                + "\n".join(f"• {one_line(source.quote)}" for source in sources),
                sources=sources,
                score=_score(inquiry.understanding, coverage, sources[0].quote, "") + COUNTED_BONUS,
                intent=Intent.LIST,
                coverage=coverage,
                is_list=True,
            )
        )
    return candidates


def _in_lines(quote: str) -> str:
    """Return a quoted list with each item on a line of its own."""
    return "\n".join(one_line(part.text) for part in sentences(quote))


def _part(source: SourceQuote, start: int, end: int) -> SourceQuote:
    """Return a stretch of a quoted source as a source of its own."""
    span = Span(source.span.start + start, source.span.start + end)
    return SourceQuote(source.document, source.quote[start:end], span, source.page, source.section)
