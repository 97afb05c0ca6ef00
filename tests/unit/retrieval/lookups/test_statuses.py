"""Claims about how an assignment is going, from what staff have reported."""

import datetime as dt
from dataclasses import replace

import pytest

from knowledge.entries import AssignmentEntry, State, StatusDetails, StatusUpdate
from knowledge.swedish_words import SwedishWords
from retrieval.candidate import Candidate
from retrieval.choosing import REGISTER_FITS
from retrieval.lookups.statuses import statuses
from tests.retrieval_fakes import FakeFacts, an_inquiry


def an_update(
    number: int, assignment: int, state: State, day: int, *, withdrawn: bool = False
) -> StatusUpdate:
    return StatusUpdate(
        number,
        assignment,
        "Minska hyrberoendet",
        state,
        "rekryteringen två veckor sen",
        "Mia Ek",
        dt.datetime(2026, 11, day, 9, tzinfo=dt.UTC),
        f"status: Minska hyrberoendet är {number}",
        withdrawn=withdrawn,
    )


def holding(*updates: StatusUpdate) -> FakeFacts:
    known = [
        AssignmentEntry(7, "Minska hyrberoendet", aliases=("Oberoende av hyrpersonal",)),
        AssignmentEntry(8, "Digitalt arkiv"),
    ]
    return FakeFacts(assignments=known, updates=list(updates))


def found_for(words: SwedishWords, question: str, facts: FakeFacts) -> Candidate | None:
    return next(iter(statuses(an_inquiry(words, question, facts))), None)


@pytest.mark.parametrize(
    "question",
    ["Vad är läget för Minska hyrberoendet?", "Hur går det med hyrberoendet?", "status för oberoende av hyrpersonal"],
)  # fmt: skip
def test_the_latest_status_is_told_with_its_author_day_and_message(
    words: SwedishWords, question: str
) -> None:
    facts = holding(an_update(1, 7, State.GREEN, 2), an_update(2, 7, State.YELLOW, 9))
    found = found_for(words, question, facts)
    assert found is not None
    assert found.text == (
        "Minska hyrberoendet är gul enligt Mia Ek den 9 november 2026. Rekryteringen två veckor sen."
    )
    assert [source.quote for source in found.sources] == ["status: Minska hyrberoendet är 2"]
    assert found.assignment_id == 7
    assert found.score >= REGISTER_FITS


@pytest.mark.parametrize(
    ("state", "said"),
    [(State.GREEN, "grön"), (State.YELLOW, "gul"), (State.RED, "röd"), (State.DONE, "klar")],
)
def test_each_state_has_its_word(words: SwedishWords, state: State, said: str) -> None:
    found = found_for(words, "Vad är läget för hyrberoendet?", holding(an_update(1, 7, state, 2)))
    assert found is not None
    assert f" är {said} " in found.text


def test_a_withdrawn_status_is_not_told(words: SwedishWords) -> None:
    facts = holding(an_update(1, 7, State.GREEN, 2), an_update(2, 7, State.RED, 9, withdrawn=True))
    found = found_for(words, "Vad är läget för hyrberoendet?", facts)
    assert found is not None
    assert " är grön " in found.text
    assert (
        found_for(words, "Läget för hyrberoendet?", holding(an_update(1, 7, State.RED, 2, withdrawn=True)))
        is None
    )


def test_another_assignments_status_is_no_answer(words: SwedishWords) -> None:
    facts = holding(an_update(1, 7, State.GREEN, 2))
    assert found_for(words, "Vad är läget för Digitalt arkiv?", facts) is None
    assert found_for(words, "Vad är läget för simhallen?", facts) is None


def test_only_a_question_of_how_it_goes_is_answered(words: SwedishWords) -> None:
    assert (
        found_for(words, "Vem leder Minska hyrberoendet?", holding(an_update(1, 7, State.GREEN, 2))) is None
    )


def test_each_assignment_that_fits_as_well_is_told_of(words: SwedishWords) -> None:
    facts = holding(an_update(1, 7, State.GREEN, 2), an_update(2, 9, State.RED, 3))
    facts.assignments.append(AssignmentEntry(9, "Hyrberoendet i primärvården"))
    found = statuses(an_inquiry(words, "Vad är läget för hyrberoendet?", facts))
    assert {each.assignment_id for each in found} == {7, 9}
    one = statuses(an_inquiry(words, "Vad är läget för hyrberoendet i primärvården?", facts))
    assert {each.assignment_id for each in one} == {9}


def test_details_that_the_comment_does_not_hold_are_told(words: SwedishWords) -> None:
    details = StatusDetails(
        delay="rekryteringen två veckor sen", next_step="annons i december", expected=("2027-03-15",)
    )
    found = found_for(
        words,
        "Vad är läget för hyrberoendet?",
        holding(replace(an_update(1, 7, State.YELLOW, 2), details=details)),
    )
    assert found is not None
    assert found.text.endswith("veckor sen. Nästa steg: Annons i december. Väntas: 2027-03-15.")
