"""Minutes told as wholes: proposals over their points, who chairs, groups that dissent, and a year of meetings."""

import datetime as dt

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import (
    AssignmentFact,
    DecisionFact,
    DissentFact,
    Fact,
    MeetingFact,
    Role,
    RoleFact,
    Standing,
)
from knowledge.parsing.minutes import read_minutes
from knowledge.reading.plain_text import read_plain_text

PROFILE = DocumentProfile(
    "Protokoll", DocumentKind.MINUTES, board="Hamnnämnden", date=dt.date(2027, 3, 12), year=2027
)


def facts(text: str) -> tuple[Fact, ...]:
    return read_minutes(read_plain_text(text), PROFILE)


def test_points_below_whom_they_are_proposed_to_are_proposals() -> None:
    found = [
        (fact.text, fact.standing, fact.board)
        for fact in facts(
            "§ 4 Ny fyr\n\nHamnnämndens beslut\nHamnnämnden föreslår kommunfullmäktige\n"
            "1. att anvisa 42,5 mnkr för fyren, samt\n2. att fyren tänds senast i maj.\n\nReservation\nIngen.\n"
        )
        if isinstance(fact, DecisionFact)
    ]
    assert found == [
        ("att anvisa 42,5 mnkr för fyren", Standing.PROPOSED, "kommunfullmäktige"),
        ("att fyren tänds senast i maj.", Standing.PROPOSED, "kommunfullmäktige"),
    ]


def test_a_chair_may_stand_among_others_on_a_line_and_without_a_comma() -> None:
    for line in (
        "Närvarande ledamöter: Bo Ek (S) ordf., Eva Ro (C) vice ordf., Ulf Ask (M), Siv\nHolm (S), Dan Lod (KD)",
        "Beslutande ledamöter\nBo Ek (S) ordförande\nEva Ro (C) vice ordförande\nUlf Ask (M)",
    ):
        found = [
            f.holder
            for f in facts(f"Hamnnämnden 2027-03-12\n\n{line}\n\n§ 1 Dagordning\n\nGodkänns.\n")
            if isinstance(f, RoleFact) and f.role is Role.CHAIR
        ]
        assert found == ["Bo Ek (S)"]


def test_the_days_of_a_year_of_meetings_are_meetings() -> None:
    found = [
        fact.on.start
        for fact in facts(
            "§ 8 Sammanträdestider 2028\n\nNämnden sammanträder 2028 följande onsdagar kl. 13.00: 19 januari, 23 februari och 22 mars. Presidiet möts en vecka före.\n"
        )
        if isinstance(fact, MeetingFact)
    ]
    assert found == [dt.date(2028, 1, 19), dt.date(2028, 2, 23), dt.date(2028, 3, 22)]


def test_the_days_of_a_half_year_of_meetings_have_the_year_that_ends_the_sentence() -> None:
    text = "§ 8 Sammanträdestider\n\nBeslut\nHamnnämnden sammanträder den 19 augusti, 16 september och 9 december 2028. Mötena börjar klockan 09.00.\n"
    found = [fact.on.start for fact in facts(text) if isinstance(fact, MeetingFact)]
    assert found == [dt.date(2028, 8, 19), dt.date(2028, 9, 16), dt.date(2028, 12, 9)]


def test_days_without_a_year_are_no_meetings() -> None:
    text = "§ 8 Sammanträdestider\n\nHamnnämnden sammanträder den 19 augusti, 16 september och 9 december.\n"
    assert [fact for fact in facts(text) if isinstance(fact, MeetingFact)] == []


def dissents(text: str) -> list[tuple[tuple[str, ...], str]]:
    return [
        (fact.who, fact.reason)
        for fact in facts(f"§ 5 Bojar\n\nBeslut\nPlanen antas.\n\n{text}\n")
        if isinstance(fact, DissentFact)
    ]


def test_whole_groups_dissent_and_reasons_are_kept() -> None:
    assert dissents(
        "Reservation\nMot beslutet reserverar sig samtliga ledamöter i Moderaternas grupp samt ledamöterna i Liberalernas och Centerpartisternas grupper."
    ) == [(("Moderaterna", "Liberalerna", "Centerpartisterna"), "")]
    assert dissents(
        "Reservation\nS-gruppen och Bo Ek (V) reserverar sig mot beslutet med motiveringen att bojarna är för få."
    ) == [(("S", "Bo Ek (V)"), "med motiveringen att bojarna är för få")]
    assert dissents("Det noteras att Ulf Ask (SD) inte deltar i beslutet.") == [(("Ulf Ask (SD)",), "")]
    assert dissents(
        'Protokollsanteckning\nEva Ro (M) får till protokollet antecknat: "Bojarna borde vara gröna."'
    ) == [(("Eva Ro (M)",), '"Bojarna borde vara gröna."')]


def test_whoever_is_given_a_task_by_an_answered_motion_is_named_alone() -> None:
    found = [
        fact.addressees
        for fact in facts(
            "§ 6 Motion om bojar\n\nKommunfullmäktige beslutar\natt     anse motionen besvarad med att hamnnämnden får i uppdrag att utreda gröna bojar, samt\natt     avsluta ärendet.\n"
        )
        if isinstance(fact, AssignmentFact)
    ]
    assert found == [("hamnnämnden",)]
