"""Who stood apart from a decision, and why, in running text."""

import datetime as dt

import pytest

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import DissentFact, DissentForm
from knowledge.parsing.minutes import read_minutes
from knowledge.reading.plain_text import read_plain_text

PROFILE = DocumentProfile(
    "Protokoll", DocumentKind.MINUTES, board="Hamnnämnden", date=dt.date(2027, 2, 9), year=2027
)


def dissents(text: str) -> list[DissentFact]:
    facts = read_minutes(read_plain_text(f"§ 7 Kajen\n\nBeslut\nKajen byggs.\n\n{text}\n"), PROFILE)
    return [fact for fact in facts if isinstance(fact, DissentFact)]


@pytest.mark.parametrize(
    ("words", "who", "reason"),
    [
        (
            "Köparens styrelse leds av Tyra Dimbergs (V) bror. Hon anmälde detta före överläggningen, lämnade "
            "rummet och tog inte del i ärendet.",
            "Tyra Dimberg (V)",
            "Köparens styrelse leds av Tyra Dimbergs (V) bror",
        ),
        (
            "Tyra Dimberg upplyste om att hennes syster leder verksamheten. Hon deltog på grund av jäv inte i punkten.",
            "Tyra Dimberg",
            "Tyra Dimberg upplyste om att hennes syster leder verksamheten",
        ),
        (
            "Säljaren är Tyra Dimbergs make. Tyra Dimberg (V) deltar därför inte i handläggningen.",
            "Tyra Dimberg (V)",
            "Säljaren är Tyra Dimbergs make",
        ),
        (
            "Tyra Dimberg (V), som är anställd vid bolaget, anmäler jäv och lämnar salen.",
            "Tyra Dimberg (V)",
            "är anställd vid bolaget",
        ),
        (
            "Tyra Dimberg meddelar att hon äger andelar i Skutan AB och kommer att lämna mötet under § 9.",
            "Tyra Dimberg",
            "hon äger andelar i Skutan AB och kommer att lämna mötet under § 9",
        ),
    ],
)
def test_a_disqualifying_tie_is_the_reason(words: str, who: str, reason: str) -> None:
    (found,) = dissents(words)
    assert (found.who, found.form, found.reason) == ((who,), DissentForm.RECUSED, reason)


@pytest.mark.parametrize(
    ("words", "who", "form"),
    [
        (
            "Olle Regnell önskar till protokollet få antecknat att ritningen saknas.",
            "Olle Regnell",
            "STATEMENT",
        ),
        ("Olle Regnell (M) vill ha antecknat att ritningen saknas.", "Olle Regnell (M)", "STATEMENT"),
        ("Olle Regnell (M) ställde sig utanför beslutet.", "Olle Regnell (M)", "NOT_PARTICIPATING"),
        ("Olle Regnell är inte med vid behandlingen.", "Olle Regnell", "NOT_PARTICIPATING"),
        ("SD:s ledamöter reserverar sig muntligt.", "SD", "RESERVATION"),
    ],
)
def test_somebody_may_stand_apart_in_many_words(words: str, who: str, form: str) -> None:
    (found,) = dissents(words)
    assert (found.who, found.form) == ((who,), DissentForm[form])


def test_a_name_that_begins_as_nobody_does_is_somebody() -> None:
    (found,) = dissents(
        "Inga-Lill Ek (L) meddelar att hon på grund av anställning vid hamnen inte deltar i handläggningen."
    )
    assert found.who == ("Inga-Lill Ek (L)",)
    assert found.reason == "på grund av anställning vid hamnen"


def test_a_heading_may_name_who_has_signed_the_reservation() -> None:
    (found,) = dissents("""Reservation från Centerpartiet
Vi reserverar oss mot beslutet att bygga kajen. Underlaget är för dåligt.
""")
    assert found.who == ("Centerpartiet",)
    assert found.reason.startswith("Vi reserverar oss mot beslutet")


def test_a_heading_for_those_who_are_disqualified_names_nobody() -> None:
    (found,) = dissents("""Deltar inte på grund av jäv
Olle Regnell (M) deltar inte i handläggningen på grund av jäv.
""")
    assert found.who == ("Olle Regnell (M)",)


def test_what_is_noted_has_its_own_heading() -> None:
    (found,) = dissents("""Noteras till protokollet
Olle Regnell (M) vill ha antecknat att ritningen saknas.
""")
    assert found.form is DissentForm.STATEMENT


def test_a_relative_who_is_told_of_for_another_reason_disqualifies_nobody() -> None:
    assert not dissents("Tyra Dimberg berättar att hennes bror har byggt en kaj. Hon tackar för ordet.")


def test_who_stands_apart_is_read_at_the_end_of_a_background_without_a_heading() -> None:
    (apart,) = dissents(
        "Bakgrund\nKajen är från 1912 och har sjunkit.\n\nTyra Dimberg (V) och Olle Ås (M) deltar inte i beslutet."
    )
    assert apart.form is DissentForm.NOT_PARTICIPATING
    assert apart.who == ("Tyra Dimberg (V)", "Olle Ås (M)")


def test_what_a_background_tells_of_other_meetings_is_no_dissent() -> None:
    told = "Bakgrund\nVid utskottets möte reserverade sig Tyra Dimberg (V), och Olle Ås (M) lämnade salen på grund av jäv."
    assert dissents(told) == []
