"""Claims about what a candidate becomes when it is given as an answer."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from knowledge.blocks import Span
from knowledge.entries import Correction, CorrectionAction, SourceQuote
from retrieval.answer import Answer, Intent, Note, NoteKind, Outcome
from retrieval.candidate import MOST_SOURCES, MOST_SOURCES_LIST, Candidate
from retrieval.errors import UncitedAnswerError
from retrieval.matching import Coverage
from retrieval.wording import LONGEST_ANSWER, LONGEST_LIST
from tests.builders import a_document, a_source

WHOLE = Coverage(1.0, 1.0, 1.0)


def a_candidate(text: str = "Ja.", sources: tuple[SourceQuote, ...] = (), **named: object) -> Candidate:
    return Candidate(text, sources or (a_source(),), 1.0, Intent.OWNER, WHOLE, **named)  # type: ignore[arg-type]


def test_an_answer_holds_600_characters_and_6_sources_a_list_1500_and_20() -> None:
    sources = tuple(a_source(start=10 * number) for number in range(30))
    usual = a_candidate("Ett ord. " * 400, sources).answer("sv")
    listed = a_candidate("Ett ord. " * 400, sources, is_list=True).answer("sv")
    assert LONGEST_ANSWER - 20 < len(usual.text) <= LONGEST_ANSWER == 600
    assert LONGEST_LIST - 20 < len(listed.text) <= LONGEST_LIST == 1_500
    assert len(usual.citations) == MOST_SOURCES == 6
    assert len(listed.citations) == MOST_SOURCES_LIST == 20


def test_the_first_sources_are_kept_and_the_same_place_is_cited_once() -> None:
    sources = (a_source(start=40), a_source(start=40), a_source(start=90))
    assert [each.start for each in a_candidate(sources=sources).answer("sv").citations] == [40, 90]


def test_the_same_words_in_two_documents_are_two_sources() -> None:
    other = SourceQuote(a_document("https://region-sjoland.example/annat.md", 2), "Ja", Span(40, 42))
    named_otherwise = SourceQuote(
        type(other.document)(2, 2, "annat.md", "annat.md", other.document.profile), "Ja", Span(40, 42)
    )
    same = SourceQuote(a_document(), "Ja", Span(40, 42))
    assert len(a_candidate(sources=(same, named_otherwise)).answer("sv").citations) == 2


def test_what_is_known_goes_along() -> None:
    note = Note(NoteKind.PROPOSED, "Ett förslag.")
    answer = a_candidate(notes=(note,), assignment_id=7, subject="Arkivet").answer("en")
    assert (answer.notes, answer.assignment_id, answer.subject) == ((note,), 7, "Arkivet")
    assert (answer.language, answer.intent, answer.outcome) == ("en", Intent.OWNER, Outcome.ANSWERED)


def test_a_bonus_raises_the_score_alone() -> None:
    candidate = a_candidate()
    assert candidate.raised(0.25).score == pytest.approx(1.25)
    assert candidate.raised(0.25).text == candidate.text


def test_an_answer_cannot_be_built_without_a_source_nor_without_words() -> None:
    with pytest.raises(UncitedAnswerError):
        Answer(Outcome.ANSWERED, "Mia Ek.")
    with pytest.raises(UncitedAnswerError):
        Candidate("Mia Ek.", (), 1.0, Intent.OWNER, WHOLE).answer("sv")
    with pytest.raises(UncitedAnswerError):
        Answer(Outcome.NOT_FOUND, "  ")


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_ending_but_one_is_an_abstention(outcome: Outcome) -> None:
    answer = a_candidate(outcome=outcome).answer("sv")
    assert answer.abstained is (outcome is not Outcome.ANSWERED)


def test_what_is_quoted_from_one_section_is_one_place_in_reading_order() -> None:
    sources = (a_source("Två", 50), a_source("Ett", 40))
    (place,) = a_candidate(sources=sources).answer("sv").places
    assert place.quotes == ("Ett", "Två")


def test_what_a_model_proposed_is_told_until_somebody_has_confirmed_it() -> None:
    proposed = replace(a_source(), proposed_by="modell-1")
    (note,) = a_candidate(sources=(proposed,)).answer("sv").notes
    assert (note.kind, "modell-1" in note.text) == (NoteKind.MODEL_PROPOSED, True)
    said = Correction("Maja Ek", "", datetime(2026, 11, 23, tzinfo=UTC), "", CorrectionAction.CONFIRM)
    (note,) = a_candidate(sources=(replace(proposed, correction=said),)).answer("sv").notes
    assert (note.kind, "Maja Ek 2026-11-23" in note.text) == (NoteKind.CONFIRMED, True)
