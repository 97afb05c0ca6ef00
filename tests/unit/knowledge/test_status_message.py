"""Claims about reading status messages, beyond the labelled ones."""

from datetime import date

import pytest

from knowledge.entries import State
from knowledge.status_message import KnownAssignment, StatusReading, read_status
from knowledge.swedish_words import SwedishWords, read_vocabulary

KNOWN = [
    KnownAssignment(1, "Minska hyrberoendet"),
    KnownAssignment(2, "Digitalt arkiv", ("Införande av e-arkiv",)),
    KnownAssignment(3, "Nära vård 2027"),
    KnownAssignment(4, "Nära vård i glesbygd"),
]


@pytest.fixture(scope="module")
def words() -> SwedishWords:
    return SwedishWords(read_vocabulary())


@pytest.fixture
def read(words: SwedishWords):
    return lambda text: read_status(text, KNOWN, words, date(2026, 11, 23))


def test_two_assignments_that_fit_as_well_are_asked_about(read) -> None:
    (update,) = read("nära vård är gul").updates
    assert {each.id for each in update.candidates} == {3, 4}
    assert read("nära vård är gul").unclear


def test_the_words_that_tell_two_alike_assignments_apart_are_heard(read) -> None:
    assert [each.id for each in read("Nära vård i glesbygd är gul").updates[0].candidates] == [4]


def test_an_earlier_wording_names_the_assignment(read) -> None:
    assert [each.id for each in read("e-arkiv: grön").updates[0].candidates] == [2]


@pytest.mark.parametrize(
    "text",
    ["digitalt arkiv är inte klart", "digitalt arkiv blir klart i mars", "digitalt arkiv är nästan klart"],
)
def test_what_is_not_done_yet_is_not_done(read, text: str) -> None:
    assert all(update.state is not State.DONE for update in read(text).updates)


@pytest.mark.parametrize(
    "text", ["digitalt arkiv är varken grönt eller rött", "hyrberoendet röd, nej gul, eller grön"]
)
def test_several_states_are_no_state(read, text: str) -> None:
    assert [update.state for update in read(text).updates] in ([None], [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "🎉",
        "Den röda tråden i nära vård är viktig",
        "Region Sjöland satsar på grön omställning",
        "klart!",
        "Vad betyder gul för digitalt arkiv?",
        "x" * 20_000,
    ],
)
def test_other_messages_are_no_status(read, text: str) -> None:
    assert read(text) == StatusReading(is_status=False)


def test_markup_of_slack_is_no_part_of_the_message(read) -> None:
    (update,) = read("<@U012AB> *Digitalt arkiv* är :large_yellow_circle: leverantören sen").updates
    assert (update.candidates[0].id, update.state, update.text) == (2, State.YELLOW, "leverantören sen")


def test_a_label_is_answered_though_nothing_known_is_named(read) -> None:
    reading = read("status: bredband på landsbygden är röd")
    assert reading.is_status
    assert reading.updates[0].candidates == ()
    assert reading.unclear == ("Vilket uppdrag gäller det?",)


def test_without_known_assignments_nothing_is_guessed(words: SwedishWords) -> None:
    reading = read_status("status: hyrberoendet gul", [], words, date(2026, 11, 23))
    assert reading.updates[0].candidates == ()
