"""A model is heard beside the rules, and never alone: what they do not agree on is for the person."""

from datetime import date

import pytest

from knowledge.entries import NO_DETAILS, State, StatusDetails
from knowledge.status_agreement import ToldStatus, agreed
from knowledge.status_message import KnownAssignment, ReadUpdate, StatusReading, is_question, read_status
from knowledge.swedish_words import SwedishWords, read_vocabulary

KNOWN = [
    KnownAssignment(1, "Minska hyrberoendet"),
    KnownAssignment(2, "Digitalt arkiv"),
    KnownAssignment(3, "Nära vård 2027"),
    KnownAssignment(4, "Nära vård i glesbygd"),
]
SAID = "hyrberoendet är gul, rekryteringen två veckor sen"


@pytest.fixture(scope="module")
def words() -> SwedishWords:
    return SwedishWords(read_vocabulary())


def told(
    assignment: int | None, state: State | None = State.YELLOW, details: StatusDetails = NO_DETAILS
) -> ToldStatus:
    return ToldStatus(assignment, state, details)


def read(words: SwedishWords, text: str, *by_model: ToldStatus) -> StatusReading:
    return agreed(read_status(text, KNOWN, words, date(2026, 11, 23)), by_model, text, KNOWN)


def ids(update: ReadUpdate) -> list[int]:
    return [each.id for each in update.candidates]


def test_what_both_say_can_be_saved_as_it_is(words: SwedishWords) -> None:
    late = StatusDetails(delay="två veckor sen")
    (update,) = read(words, SAID, told(1, details=late)).updates
    assert update.is_clear
    assert update.details.delay == "rekryteringen två veckor sen"
    assert update.doubts == ()


def test_another_state_is_for_the_person_to_choose(words: SwedishWords) -> None:
    (update,) = read(words, SAID, told(1, State.RED)).updates
    assert (update.state, update.states) == (None, (State.YELLOW, State.RED))


@pytest.mark.parametrize(
    ("text", "by_model"), [(SAID, None), ("hyrberoendet går lite tungt, en månad sen", State.YELLOW)]
)
def test_a_state_that_one_alone_saw_is_for_the_person_to_choose(
    words: SwedishWords, text: str, by_model: State | None
) -> None:
    (update,) = read(words, text, told(1, by_model)).updates
    assert (ids(update), update.state, update.states) == ([1], None, (State.YELLOW,))


def test_another_assignment_is_offered_beside_the_rules_own(words: SwedishWords) -> None:
    (update,) = read(words, SAID, told(2)).updates
    assert ids(update) == [1, 2]
    assert not update.is_clear


def test_of_several_the_models_comes_first_and_the_person_chooses(words: SwedishWords) -> None:
    (update,) = read(words, "nära vård är gul", told(4)).updates
    assert ids(update) == [4, 3]
    assert not update.is_clear


def test_what_the_model_does_not_see_is_to_be_confirmed(words: SwedishWords) -> None:
    (update,) = read(words, SAID).updates
    assert (ids(update), update.hinted, update.is_clear) == ([1], True, False)


def test_what_the_model_alone_sees_is_to_be_confirmed(words: SwedishWords) -> None:
    first, second = read(words, SAID, told(1), told(2, State.RED)).updates
    assert first.is_clear
    assert (ids(second), second.hinted, second.state, second.text) == ([2], True, None, SAID)


def test_an_assignment_that_only_the_model_can_name_is_to_be_confirmed(words: SwedishWords) -> None:
    (update,) = read(words, "status: personalen är gul", told(1)).updates
    assert (ids(update), update.hinted, update.is_clear) == ([1], True, False)


def test_an_assignment_that_is_not_known_is_not_heard(words: SwedishWords) -> None:
    (update,) = read(words, SAID, told(99)).updates
    assert ids(update) == [1]


def test_details_that_differ_are_named_and_the_rules_words_kept(words: SwedishWords) -> None:
    by_model = StatusDetails(risk="rekryteringen", delay="hyrberoendet")
    (update,) = read(words, SAID, told(1, details=by_model)).updates
    assert update.details.delay == "rekryteringen två veckor sen"
    assert update.doubts == ("delay", "risk")


def test_words_that_do_not_stand_in_the_message_are_not_heard(words: SwedishWords) -> None:
    by_model = StatusDetails(risk="pengarna tar slut", delay="rekryteringen två veckor sen")
    (update,) = read(words, SAID, told(1, details=by_model)).updates
    assert update.doubts == ()


@pytest.mark.parametrize("text", ["Vem äger arkivet", "hur går det?", "är arkivet klart"])
def test_a_question_is_known(text: str) -> None:
    assert is_question(text)
    assert not is_question("arkivet rullar på fint")
