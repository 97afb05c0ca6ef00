"""Claims about who stood apart from a decision, how, and why."""

import pytest

from knowledge.facts import DecisionFact, DissentFact, DissentForm, Standing
from knowledge.swedish_words import SwedishWords
from retrieval.candidate import Candidate
from retrieval.choosing import REGISTER_FITS
from retrieval.lookups.dissent import dissent
from tests.retrieval_fakes import SOMEWHERE, FakeFacts, an_inquiry


def a_dissent(
    form: DissentForm, *who: str, subject: str = "Ny simhall", reason: str = "", paragraph: str = "142"
) -> DissentFact:
    return DissentFact(
        span=SOMEWHERE, subject=subject, who=who, form=form, reason=reason, paragraph=paragraph
    )


@pytest.fixture
def facts() -> FakeFacts:
    held = FakeFacts()
    held.hold(
        a_dissent(DissentForm.RESERVATION, "Eva Ros (M)", reason="simhallen är för dyr"),
        "Eva Ros (M) reserverar sig eftersom simhallen är för dyr",
    )
    held.hold(
        a_dissent(DissentForm.RESERVATION, "Ulf Dahl (SD)", "Karin Holm (KD)"), "SD och KD reserverar sig"
    )
    held.hold(a_dissent(DissentForm.RECUSED, "Bo Ek (V)"), "Bo Ek (V) anmäler jäv")
    held.hold(a_dissent(DissentForm.NOT_PARTICIPATING, "Mia Lund (MP)"), "Mia Lund (MP) deltar inte")
    held.hold(
        a_dissent(DissentForm.RESERVATION, "Anna Lind (S)", subject="Parkeringstaxa", paragraph="143"),
        "Anna Lind (S) reserverar sig",
    )
    return held


def found_for(words: SwedishWords, question: str, facts: FakeFacts) -> Candidate | None:
    return next(iter(dissent(an_inquiry(words, question, facts))), None)


def test_all_who_reserved_themselves_in_the_matter_are_named(words: SwedishWords, facts: FakeFacts) -> None:
    found = found_for(words, "Vilka reserverade sig mot simhallen?", facts)
    assert found is not None
    assert found.text == (
        "Eva Ros (M) reserverade sig: Simhallen är för dyr. "
        "Ulf Dahl (SD) och Karin Holm (KD) reserverade sig."
    )
    assert len(found.sources) == 2
    assert found.score >= REGISTER_FITS


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Vem anmälde jäv om simhallen?", "Bo Ek (V) anmälde jäv eller var jäviga."),
        ("Vem deltog inte i beslutet om simhallen?", "Mia Lund (MP) deltog inte i beslutet."),
        ("Vem avstod om simhallen?", "Mia Lund (MP) deltog inte i beslutet."),
    ],
)
def test_each_way_of_standing_apart_is_kept_apart(
    words: SwedishWords, facts: FakeFacts, question: str, said: str
) -> None:
    found = found_for(words, question, facts)
    assert found is not None
    assert found.text == said


def test_why_is_answered_from_a_reason_only(words: SwedishWords, facts: FakeFacts) -> None:
    given = found_for(words, "Varför reserverade sig Moderaterna mot simhallen?", facts)
    assert given is not None
    assert given.text == "Eva Ros (M) reserverade sig: Simhallen är för dyr."
    assert len(given.sources) == 1
    assert found_for(words, "Varför reserverade sig Anna Lind mot parkeringstaxan?", facts) is None


def test_a_way_that_nobody_took_is_not_answered_with_another(words: SwedishWords, facts: FakeFacts) -> None:
    assert found_for(words, "Vem lämnade ett särskilt yttrande om simhallen?", facts) is None
    assert found_for(words, "Vem anmälde jäv om parkeringstaxan?", facts) is None


def test_another_matter_is_no_answer(words: SwedishWords, facts: FakeFacts) -> None:
    assert found_for(words, "Vem reserverade sig mot färdtjänsten?", facts) is None


def test_only_a_question_of_dissent_is_answered(words: SwedishWords, facts: FakeFacts) -> None:
    assert found_for(words, "Vad beslutades om simhallen?", facts) is None


def test_a_reservation_is_found_by_what_was_decided_in_its_matter(words: SwedishWords) -> None:
    """The matter is called something else than what the question names: the decision says it."""
    held = FakeFacts()
    for paragraph, text in (("119", "Kockprogrammet avvecklas från hösten 2027"), ("120", "Planen antas")):
        decided = DecisionFact(
            span=SOMEWHERE,
            subject=f"Utbud {paragraph}",
            text=text,
            standing=Standing.DECIDED,
            paragraph=paragraph,
        )
        held.hold(decided, text)
    for paragraph, who in (("119", "Eva Ros (M)"), ("120", "Bo Ek (V)")):
        reserved = a_dissent(DissentForm.RESERVATION, who, subject=f"Utbud {paragraph}", paragraph=paragraph)
        held.hold(reserved, f"{who} reserverar sig")
    found = found_for(words, "Vilka reserverade sig mot att lägga ner kockprogrammet?", held)
    assert found is not None
    assert found.text == "Eva Ros (M) reserverade sig."
    assert found.score >= REGISTER_FITS


def test_who_did_alike_are_named_together_and_parties_may_be_asked_for(words: SwedishWords) -> None:
    facts = FakeFacts()
    for party in ("SD", "L"):
        facts.hold(a_dissent(DissentForm.RESERVATION, party), f"Ledamöterna från {party} reserverar sig")
    for question in (
        "Vilka partiers ledamöter reserverade sig mot simhallen?",
        "Vilka politiker reserverade sig mot simhallen?",
    ):
        found = found_for(words, question, facts)
        assert found is not None
        assert found.text == "SD och L reserverade sig."
        assert found.score >= REGISTER_FITS
