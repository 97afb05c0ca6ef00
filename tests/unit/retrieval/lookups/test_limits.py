"""Claims about what an assignment leaves out."""

import pytest

from knowledge.facts import FocusFact
from knowledge.swedish_words import SwedishWords
from retrieval.choosing import REGISTER_FITS
from retrieval.lookups.sections import limits
from tests.retrieval_fakes import SOMEWHERE, FakeFacts, a_fact_document, an_inquiry

DIRECTIVE = a_fact_document("Uppdragsdirektiv: Digitalt arkiv")


@pytest.fixture
def facts() -> FakeFacts:
    held = FakeFacts()
    for label, text in (
        ("Avgränsningar", "Arkivet omfattar alla nämnder"),
        ("Avgränsningar", "Bolagens handlingar ingår inte"),
        ("Risker", "Handlingar tas inte emot i tid"),
    ):
        held.hold(
            FocusFact(span=SOMEWHERE, subject="Digitalt arkiv", label=label, text=text), text, DIRECTIVE
        )
    return held


@pytest.mark.parametrize(
    "question",
    [
        "Vad ingår inte i Digitalt arkiv?",
        "Vad omfattas inte av Digitalt arkiv?",
        "Vad ligger utanför Digitalt arkiv?",
    ],
)
def test_what_is_left_out_is_told_in_the_words_of_the_limits(
    words: SwedishWords, question: str, facts: FakeFacts
) -> None:
    (found,) = limits(an_inquiry(words, question, facts))
    assert found.text == "Avgränsningar: Bolagens handlingar ingår inte."
    assert found.score >= REGISTER_FITS


def test_another_question_or_assignment_is_not_answered(words: SwedishWords, facts: FakeFacts) -> None:
    assert limits(an_inquiry(words, "Vad ingår i Digitalt arkiv?", facts)) == []
    assert limits(an_inquiry(words, "Vad ingår inte i simhallen?", facts)) == []


def test_a_section_that_says_so_itself_is_told_whole(words: SwedishWords) -> None:
    held = FakeFacts()
    for text in ("Bolagen bjuds in senare", "Kartor ligger utanför direktivet"):
        fact = FocusFact(span=SOMEWHERE, subject="Digitalt arkiv", label="Vad ingår inte", text=text)
        held.hold(fact, text, DIRECTIVE)
    (found,) = limits(an_inquiry(words, "Vad ligger utanför Digitalt arkiv?", held))
    assert found.text == "Vad ingår inte: Bolagen bjuds in senare. Kartor ligger utanför direktivet."
