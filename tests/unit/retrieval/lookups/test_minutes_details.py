"""Claims about case numbers, motions and whom an extract goes to."""

import pytest

from knowledge.documents import DocumentKind
from knowledge.facts import DispatchFact, MatterFact, MotionFact
from knowledge.swedish_words import SwedishWords
from retrieval.choosing import REGISTER_FITS
from retrieval.lookups.case_numbers import case_numbers
from retrieval.lookups.dispatches import dispatches
from retrieval.lookups.motions import motions
from tests.retrieval_fakes import SOMEWHERE, FakeFacts, a_fact_document, an_inquiry

MINUTES = a_fact_document("Protokoll regionstyrelsen", kind=DocumentKind.MINUTES, on="2026-11-17")


@pytest.fixture
def facts() -> FakeFacts:
    held = FakeFacts()
    for paragraph, subject, number in (
        ("142", "Ny simhall i Storsunda", "RS 68-2026"),
        ("143", "Parkeringstaxa", ""),
    ):
        matter = MatterFact(span=SOMEWHERE, subject=subject, paragraph=paragraph, case_number=number)
        held.hold(matter, f"§ {paragraph} {subject} {number}", MINUTES)
    held.hold(
        MotionFact(span=SOMEWHERE, subject="Ny simhall i Storsunda", movers=("Eva Ros (M)", "Ulf Dahl (SD)"), text="avslag på förslaget om simhallen"),
        "Eva Ros (M) och Ulf Dahl (SD) yrkar avslag",
        MINUTES,
    )  # fmt: skip
    held.hold(
        DispatchFact(span=SOMEWHERE, subject="Ny simhall i Storsunda", recipients=("Tekniska nämnden", "Revisorerna")),
        "Utdrag till Tekniska nämnden, Revisorerna",
        MINUTES,
    )  # fmt: skip
    return held


def test_a_matters_case_number_and_paragraph_are_told(words: SwedishWords, facts: FakeFacts) -> None:
    (number,) = case_numbers(an_inquiry(words, "Vilket diarienummer har den nya simhallen?", facts))
    assert number.text == "Diarienumret är RS 68-2026 (§ 142). Ärendet: Ny simhall i Storsunda."
    assert [source.quote for source in number.sources] == ["§ 142 Ny simhall i Storsunda RS 68-2026"]
    assert number.score >= REGISTER_FITS
    (paragraph,) = case_numbers(an_inquiry(words, "Vilken paragraf har parkeringstaxan?", facts))
    assert paragraph.text == "Paragrafen är § 143. Ärendet: Parkeringstaxa."


def test_a_matter_without_a_case_number_gets_none_and_no_other_matters(
    words: SwedishWords, facts: FakeFacts
) -> None:
    assert case_numbers(an_inquiry(words, "Vilket diarienummer har parkeringstaxan?", facts)) == []
    assert case_numbers(an_inquiry(words, "Vilket diarienummer har färdtjänsten?", facts)) == []
    assert case_numbers(an_inquiry(words, "Vad beslutades om simhallen?", facts)) == []


def test_all_who_moved_something_are_told_with_their_words(words: SwedishWords, facts: FakeFacts) -> None:
    (found,) = motions(an_inquiry(words, "Vad yrkade Moderaterna om simhallen?", facts))
    assert found.text == "Eva Ros (M) och Ulf Dahl (SD) yrkade: Avslag på förslaget om simhallen."
    assert found.score >= REGISTER_FITS
    assert motions(an_inquiry(words, "Vad yrkade Moderaterna om färdtjänsten?", facts)) == []
    assert motions(an_inquiry(words, "Vad beslutades om simhallen?", facts)) == []


def test_a_motion_is_submitted_not_moved(words: SwedishWords) -> None:
    facts = FakeFacts()
    motion = MotionFact(
        span=SOMEWHERE,
        subject="Motion om utebad",
        movers=("Bo Ek (V)",),
        text="bygg ett utebad",
        is_motion=True,
    )
    facts.hold(motion, "Bo Ek (V) har lämnat en motion", MINUTES)
    (found,) = motions(an_inquiry(words, "Vem lämnade motionen om utebad?", facts))
    assert found.text == "Bo Ek (V) lämnade motionen: Bygg ett utebad."


def test_whom_an_extract_goes_to_is_told_whole(words: SwedishWords, facts: FakeFacts) -> None:
    (found,) = dispatches(an_inquiry(words, "Vilka ska ha protokollsutdrag om simhallen?", facts))
    assert found.text == "Protokollsutdraget skickas till Tekniska nämnden och Revisorerna."
    assert found.score >= REGISTER_FITS
    assert dispatches(an_inquiry(words, "Vilka ska ha protokollsutdrag om färdtjänsten?", facts)) == []
    assert dispatches(an_inquiry(words, "Vad beslutades om simhallen?", facts)) == []
