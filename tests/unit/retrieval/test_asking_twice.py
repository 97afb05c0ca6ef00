"""Claims about questions that ask for several things."""

from datetime import date

import pytest

from knowledge.blocks import Span
from knowledge.entries import SourceQuote
from retrieval.answer import Answer, Intent, Note, NoteKind, Outcome
from retrieval.asking_twice import NOT_FOUND_OF_IT, in_one_place, joined, parts_of
from retrieval.candidate import MOST_SOURCES, Candidate
from retrieval.matching import Coverage
from retrieval.question import Question
from retrieval.wording import LONGEST_ANSWER
from tests.builders import a_citation, an_answer, not_found
from tests.retrieval_fakes import a_fact_document

TODAY = date(2026, 11, 23)
DOCUMENT = a_fact_document("Reglemente")


def parts(text: str) -> list[str]:
    return [part.text for part in parts_of(Question(text, TODAY))]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Vem leder arkivet och när är nästa beslutspunkt?",
            ["Vem leder arkivet", "när är nästa beslutspunkt?"],
        ),
        (
            "Vem leder arkivet? När är nästa beslutspunkt?",
            ["Vem leder arkivet", "När är nästa beslutspunkt?"],
        ),
        ("Vem leder arkivet, och nar är det klart?", ["Vem leder arkivet", "när är det klart?"]),
        ("Vem leder arkivet, och vad kostar det?", ["Vem leder arkivet", "vad kostar det?"]),
        ("Vad beslutades om varvet och till vilket pris?", ["Vad beslutades om varvet", "vilket pris?"]),
        ("Hur mycket får det kosta å när är det klart?", ["Hur mycket får det kosta", "när är det klart?"]),
        ("Vad beslutades, vem är ansvarig?", ["Vad beslutades", "vem är ansvarig?"]),
        ("Who leads the archive and when is it due?", ["Who leads the archive", "when is it due?"]),
    ],
)
def test_a_question_is_cut_where_the_second_asking_begins(question: str, expected: list[str]) -> None:
    assert parts(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Vem leder hus och hem?",
        "När och var möts nämnden?",
        "Vad är nästa sammanträde och var?",
        "Vilken plats och vilken ram föreslogs för varvet?",
        "Berätta om arkivet och vem som leder det",
        "Vem leder arkivet?",
        "",
    ],
)
def test_a_question_that_asks_once_is_left_whole(question: str) -> None:
    assert parts(question) == [question]


def test_each_later_part_leans_on_those_before() -> None:
    asked = Question("Vem leder arkivet och vad kostar det?", TODAY, "Region Sjöland", earlier=("Hej?",))
    first, second = parts_of(asked)
    assert first.earlier == ("Hej?",)
    assert second.earlier == ("Hej?", "Vem leder arkivet")
    assert (second.today, second.organisation) == (TODAY, "Region Sjöland")


def test_a_question_of_many_parts_is_left_whole() -> None:
    asked = "Vem leder det och vad kostar det och när blir det och hur gick det?"
    assert parts(asked) == [asked]


def asked(*texts: str) -> tuple[Question, ...]:
    return tuple(Question(text, TODAY) for text in texts)


TWO = asked("Vem leder arkivet", "vad kostar det?")


def test_the_parts_answers_stand_in_order_with_the_sources_of_both() -> None:
    leader = an_answer("Uppdragsledare: Mia Ek.", citations=(a_citation("Mia Ek", 10),))
    point = an_answer("BP2: 15 mars 2027.", citations=(a_citation("BP2 15 mars", 90),))
    both = joined(TWO, (leader, point))
    assert both.text == "Uppdragsledare: Mia Ek.\nBP2: 15 mars 2027."
    assert both.citations == (*leader.citations, *point.citations)
    assert both.notes == ()


def test_a_part_that_is_not_answered_is_said_to_be_missing() -> None:
    for answers, missing in (
        ((an_answer(), not_found()), "vad kostar det"),
        ((not_found(), an_answer()), "Vem leder arkivet"),
    ):
        both = joined(TWO, answers)
        assert both.outcome is Outcome.ANSWERED
        assert both.text == an_answer().text
        assert both.notes == (Note(NoteKind.INCOMPLETE, f"{NOT_FOUND_OF_IT} {missing}."),)


def test_when_no_part_is_answered_nothing_is() -> None:
    assert joined(TWO, (not_found("Nej."), not_found("Inte heller."))) == not_found("Nej.")


def test_the_same_answer_is_given_once_and_notes_go_along() -> None:
    note = Note(NoteKind.DRAFT, "Ett utkast.")
    both = joined(TWO, (an_answer(notes=(note,)), an_answer(notes=(note,))))
    assert both.text == an_answer().text
    assert both.notes == (note,)
    assert len(both.citations) == 1


def many_sources(text: str, start: int) -> Answer:
    return an_answer(text, citations=tuple(a_citation("x", start + 10 * number) for number in range(6)))


@pytest.mark.parametrize(("first", "second"), [(590, 590), (20, 590), (590, 20), (300, 310)])
def test_a_joined_answer_is_as_short_as_any_other(first: int, second: int) -> None:
    both = joined(
        TWO, (many_sources("Ett ord. " * (first // 9), 0), many_sources("Två ord. " * (second // 9), 500))
    )
    assert len(both.text) <= LONGEST_ANSWER
    assert "Ett" in both.text
    assert "Två" in both.text
    assert len(both.citations) <= MOST_SOURCES
    assert {citation.start >= 500 for citation in both.citations} == {True, False}


def test_a_short_part_leaves_its_room_to_the_longer() -> None:
    both = joined(TWO, (many_sources("Kort svar.", 0), many_sources("Ett ord. " * 62, 500)))
    assert len(both.text) > 500


def a_candidate(text: str, start: int, score: float) -> Candidate:
    source = SourceQuote(DOCUMENT, text, Span(start, start + len(text)), None, "")
    return Candidate(text, (source,), score, Intent.OTHER, Coverage(1.0, 1.0, 1.0))


BOTH = "Nämnden beställer och förbundet utför."


def test_one_place_that_answers_all_parts_goes_before_several() -> None:
    chosen = (a_candidate("Ansvarig: Mia Ek", 900, 1.0), a_candidate("Bo Alm utför", 700, 1.0))
    place = a_candidate(BOTH, 10, 0.97)
    assert in_one_place(chosen, ([place], [chosen[1], place])) == (place, place)


@pytest.mark.parametrize("second", [a_candidate(BOTH, 10, 0.8), a_candidate("Förbundet utför.", 300, 0.97)])
def test_what_answers_one_part_alone_leaves_the_others(second: Candidate) -> None:
    chosen = (a_candidate("Ansvarig: Mia Ek", 900, 1.0), a_candidate("Bo Alm utför", 700, 1.0))
    assert in_one_place(chosen, ([a_candidate(BOTH, 10, 0.97)], [second])) == chosen
    assert in_one_place((None, chosen[1]), ([], [chosen[1]])) == (None, chosen[1])
