"""Claims about what an assignment is for."""

import pytest

from knowledge.facts import FocusFact
from knowledge.swedish_words import SwedishWords
from retrieval.choosing import REGISTER_FITS
from retrieval.lookups.sections import purposes
from tests.retrieval_fakes import SOMEWHERE, FakeFacts, a_fact_document, an_inquiry

DIRECTIVE = a_fact_document("Uppdragsdirektiv: Digitalt arkiv")


def holding(*labelled: tuple[str, str]) -> FakeFacts:
    facts = FakeFacts()
    for label, text in labelled:
        facts.hold(
            FocusFact(span=SOMEWHERE, subject="Digitalt arkiv", label=label, text=text), text, DIRECTIVE
        )
    return facts


@pytest.mark.parametrize("question", ["Vad är syftet med Digitalt arkiv?", "Vad handlar Digitalt arkiv om?"])
def test_the_purpose_goes_before_the_goals(words: SwedishWords, question: str) -> None:
    facts = holding(("Uppdragsmål", "alla handlingar digitalt"), ("Syfte", "handlingar ska gå att hitta"))
    (found,) = purposes(an_inquiry(words, question, facts))
    assert found.text == "Syfte: Handlingar ska gå att hitta."
    assert [source.quote for source in found.sources] == ["handlingar ska gå att hitta"]
    assert found.score >= REGISTER_FITS


def test_the_goals_tell_it_where_no_purpose_is_given(words: SwedishWords) -> None:
    facts = holding(
        ("Uppdragsmål", "alla handlingar digitalt"), ("Uppdragsmål", "en sökväg"), ("Risker", "tid")
    )
    (found,) = purposes(an_inquiry(words, "Vad är syftet med Digitalt arkiv?", facts))
    assert found.text == "Uppdragsmål: Alla handlingar digitalt. En sökväg."
    assert len(found.sources) == 2


def test_another_assignments_purpose_or_another_question_is_not_answered(words: SwedishWords) -> None:
    facts = holding(("Syfte", "handlingar ska gå att hitta"))
    assert purposes(an_inquiry(words, "Vad är syftet med simhallen?", facts)) == []
    assert purposes(an_inquiry(words, "Vem leder Digitalt arkiv?", facts)) == []
