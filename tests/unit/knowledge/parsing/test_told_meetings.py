"""Days on which boards meet are read wherever a document lists them, each of the right board and in the right year."""

import datetime as dt

import pytest

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import MeetingFact
from knowledge.parsing.any_document import read_any
from knowledge.reading.plain_text import read_plain_text

MINUTES = DocumentProfile(
    "Protokoll",
    DocumentKind.MINUTES,
    organisation="Skärs kommun",
    board="Hamnnämnden",
    date=dt.date(2026, 12, 4),
    year=2026,
)
AGENDA = DocumentProfile(
    "Kallelse",
    DocumentKind.AGENDA,
    organisation="Skärs kommun",
    board="Kommunstyrelsen",
    date=dt.date(2026, 12, 9),
    year=2026,
)
PLAN = DocumentProfile("Mål och budget 2027", DocumentKind.BOARD_PLAN, organisation="Skärs kommun", year=2027)


def meetings(text: str, profile: DocumentProfile) -> list[tuple[str, str]]:
    facts = read_any(read_plain_text(text), profile)
    return [(fact.subject, str(fact.on.start)) for fact in facts if isinstance(fact, MeetingFact)]


@pytest.mark.parametrize(
    ("text", "profile", "board", "days"),
    [
        (
            "Nämnden möts 11 november och 16 december 2026 samt 3 februari, 19 maj 2027.",
            MINUTES,
            "Hamnnämnden",
            ["2026-11-11", "2026-12-16", "2027-02-03", "2027-05-19"],
        ),
        (
            "Beslut: Nämnden träffas den 12 februari, 26 mars och 10 december.",
            MINUTES,
            "Hamnnämnden",
            ["2027-02-12", "2027-03-26", "2027-12-10"],
        ),
        (
            "5 Fullmäktiges sammanträden 2027\n26 jan, 2 mars, 27 april\n",
            PLAN,
            "Kommunfullmäktige",
            ["2027-01-26", "2027-03-02", "2027-04-27"],
        ),
        (
            "Förslag till beslut\nKommunstyrelsen sammanträder på tisdagar kl. 08.30 enligt följande:\n"
            "20 januari   3 mars   7 april\n3 november   8 december\n"
            "Arbetsutskottet sammanträder två veckor före kommunstyrelsen.\n",
            AGENDA,
            "Kommunstyrelsen",
            ["2027-01-20", "2027-03-03", "2027-04-07", "2027-11-03", "2027-12-08"],
        ),
        (
            "Skärs kommun\nHamnnämnden\n\nLäget\n\nSammanträdestider 2027\n22 januari, 26 februari,\n26 mars\n",
            PLAN,
            "Hamnnämnden",
            ["2027-01-22", "2027-02-26", "2027-03-26"],
        ),
    ],
)
def test_the_days_of_a_list_are_the_boards_meetings(
    text: str, profile: DocumentProfile, board: str, days: list[str]
) -> None:
    assert meetings(text, profile) == [(board, day) for day in days]


def test_a_proposed_list_is_told_apart_from_one_that_holds() -> None:
    text = "Förslag till beslut\n\nKommunstyrelsen sammanträder 20 januari, 3 mars och 7 april.\n"
    facts = read_any(read_plain_text(text), AGENDA)
    assert {fact.section for fact in facts if isinstance(fact, MeetingFact)} == {
        "Förslag till sammanträdestider"
    }


def test_a_grid_in_an_agenda_names_its_boards_in_full_and_takes_the_year_of_its_caption() -> None:
    text = (
        "Kallelse\n\nSammanträdesplan 2027, beslutad av fullmäktige\n\n"
        "Månad      AU        Styrelsen    HN        Fullmäktige\n"
        "Januari    7         20           28        -\n"
        "Februari   3         17           -         10\n\n"
        "HN = hamnnämnden\n"
    )
    assert meetings(text, AGENDA) == [
        ("Kommunstyrelsens arbetsutskott", "2027-01-07"),
        ("Kommunstyrelsen", "2027-01-20"),
        ("Hamnnämnden", "2027-01-28"),
        ("Kommunstyrelsens arbetsutskott", "2027-02-03"),
        ("Kommunstyrelsen", "2027-02-17"),
        ("Kommunfullmäktige", "2027-02-10"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden sammanträder sex gånger om året.",
        "Styrelsen möts den 3 mars 2027.",
        "Nämnden har möten med båtklubbarna. Rapporter lämnas 20 januari, 3 mars och 7 april.",
        "Möten\n\nRapporter lämnas 20 januari, 3 mars och 7 april.",
    ],
)
def test_other_days_are_no_meetings(text: str) -> None:
    assert meetings(text, MINUTES) == []
