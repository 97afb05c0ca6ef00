"""Claims about what a term means."""

import pytest

from knowledge.facts import AbbreviationFact
from knowledge.swedish_words import SwedishWords
from retrieval.answer import Outcome
from retrieval.choosing import REGISTER_FITS
from retrieval.lookups.definitions import definitions
from tests.retrieval_fakes import SOMEWHERE, FakeFacts, a_fact_document, an_inquiry


def holding(*meanings: tuple[str, str]) -> FakeFacts:
    facts = FakeFacts()
    for number, (term, meaning) in enumerate(meanings, start=1):
        fact = AbbreviationFact(span=SOMEWHERE, subject=term, meaning=meaning)
        facts.hold(fact, f"{term}: {meaning}", a_fact_document(number=number))
    return facts


KNOWN = holding(("HVN", "hälso- och vårdnämnden"), ("LUP", "lokal utvecklingsplan"))


@pytest.mark.parametrize(
    "question", ["Vad betyder HVN?", "Vad står HVN för?", "vad betyder hvn", "What does HVN stand for?", "Vad är HVN?"]
)  # fmt: skip
def test_a_term_is_explained_with_its_source(words: SwedishWords, question: str) -> None:
    (found,) = definitions(an_inquiry(words, question, KNOWN))
    assert found.text == "HVN betyder hälso- och vårdnämnden."
    assert [source.quote for source in found.sources] == ["HVN: hälso- och vårdnämnden"]
    assert found.outcome is Outcome.ANSWERED
    assert found.score >= REGISTER_FITS


def test_a_term_that_no_document_explains_has_no_meaning(words: SwedishWords) -> None:
    assert definitions(an_inquiry(words, "Vad betyder KTN?", KNOWN)) == []


def test_different_meanings_are_all_told_and_the_same_one_once(words: SwedishWords) -> None:
    facts = holding(("RS", "regionstyrelsen"), ("RS", "Regionstyrelsen"), ("RS", "räddningsstyrkan"))
    (found,) = definitions(an_inquiry(words, "Vad betyder RS?", facts))
    assert found.text == "RS betyder regionstyrelsen eller räddningsstyrkan."
    assert len(found.sources) == 2


def test_only_a_question_of_a_meaning_is_answered(words: SwedishWords) -> None:
    assert definitions(an_inquiry(words, "Vad beslutade HVN?", KNOWN)) == []


def test_the_first_term_is_asked_about_and_the_other_says_where(words: SwedishWords) -> None:
    (found,) = definitions(an_inquiry(words, "Vad betyder LUP i planen (HVN)?", KNOWN))
    assert found.text == "LUP betyder lokal utvecklingsplan."
    assert definitions(an_inquiry(words, "Vad betyder KTN i planen (HVN)?", KNOWN)) == []


TERMS = holding(("LBF", "Lag (1999:1) om båtar och flottar"), ("hamnhinder", "det som hindrar båtar"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Vad är LBF i hamnens taxor?", "LBF betyder Lag (1999:1) om båtar och flottar."),
        ("Vad står LBF för, som kaptenen tog upp?", "LBF betyder Lag (1999:1) om båtar och flottar."),
        ("Vad menar hamnen med hamnhinder?", "hamnhinder betyder det som hindrar båtar."),
        ("Hur definieras hamnhinder i hamnplanen?", "hamnhinder betyder det som hindrar båtar."),
    ],
)
def test_a_meaning_is_asked_for_in_several_ways(words: SwedishWords, question: str, said: str) -> None:
    (found,) = definitions(an_inquiry(words, question, TERMS))
    assert found.text.lower() == said.lower()


def test_the_term_that_is_meant_is_told_and_not_whose_it_is(words: SwedishWords) -> None:
    assert definitions(an_inquiry(words, "Vad menas med båtplats i uppdraget till HVN?", KNOWN)) == []
    (found,) = definitions(an_inquiry(words, "Vad avses med LUP i uppdraget till HVN?", KNOWN))
    assert found.text == "LUP betyder lokal utvecklingsplan."
