"""Claims about sections that are there and hold nothing."""

from knowledge.facts import UnfilledFact
from knowledge.swedish_words import SwedishWords
from retrieval.answer import Outcome
from retrieval.choosing import REGISTER_FITS
from retrieval.lookups.unfilled import unfilled
from tests.retrieval_fakes import SOMEWHERE, FakeFacts, a_fact_document, an_inquiry

DIRECTIVE = a_fact_document("Uppdragsdirektiv: Digitalt arkiv")


def holding() -> FakeFacts:
    facts = FakeFacts()
    facts.hold(
        UnfilledFact(span=SOMEWHERE, subject="Digitalt arkiv", label="Avgränsningar"), "xxxx", DIRECTIVE
    )
    return facts


def test_an_empty_section_is_said_to_be_empty_with_its_place(words: SwedishWords) -> None:
    (found,) = unfilled(an_inquiry(words, "Vilka avgränsningar har Digitalt arkiv?", holding()))
    assert found.outcome is Outcome.NOT_FILLED_IN
    assert found.text == "Avsnittet ”Avgränsningar” är inte ifyllt i Uppdragsdirektiv: Digitalt arkiv."
    assert [source.quote for source in found.sources] == ["xxxx"]
    assert found.score >= REGISTER_FITS


def test_another_section_or_assignment_is_not_said_to_be_empty(words: SwedishWords) -> None:
    assert unfilled(an_inquiry(words, "Vilka risker har Digitalt arkiv?", holding())) == []
    assert unfilled(an_inquiry(words, "Vilka avgränsningar har simhallens ombyggnad?", holding())) == []


def test_a_role_that_nobody_holds_is_said_to_be_vacant(words: SwedishWords) -> None:
    facts = FakeFacts()
    leader = UnfilledFact(span=SOMEWHERE, subject="Digitalt arkiv", label="Förändringsledare")
    facts.hold(leader, "Förändringsledare | Vakant", DIRECTIVE)
    (found,) = unfilled(an_inquiry(words, "Vem är förändringsledare för Digitalt arkiv?", facts))
    assert found.text == "Förändringsledare: vakant, enligt Uppdragsdirektiv: Digitalt arkiv."
    assert found.outcome is Outcome.NOT_FILLED_IN
