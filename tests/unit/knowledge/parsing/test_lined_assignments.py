"""Tables of assignments whose cells extraction ran together are read by what the cells are."""

import pytest

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import AssignmentFact, DeadlineFact, Fact, RoleFact
from knowledge.parsing.any_document import read_any
from knowledge.parsing.board_plan import read_board_plan
from knowledge.parsing.directive import read_directive
from knowledge.parsing.row_ends import holders_at_end, time_at_end
from knowledge.reading.plain_text import read_plain_text


def plan(text: str) -> tuple[Fact, ...]:
    return read_board_plan(
        read_plain_text(text), DocumentProfile("Bojplan", DocumentKind.BOARD_PLAN, year=2027)
    )


def rows(facts: tuple[Fact, ...]) -> list[tuple[str, tuple[str, ...], str]]:
    due = {fact.subject: fact.due.words for fact in facts if isinstance(fact, DeadlineFact)}
    return [
        (fact.subject, fact.addressees, due.get(fact.subject, ""))
        for fact in facts
        if isinstance(fact, AssignmentFact)
    ]


def test_a_row_is_a_line_that_ends_in_who_and_when() -> None:
    facts = plan("""3 Uppdrag från hamnfullmäktige

Nr Uppdrag Ansvarig Redovisas
1 Modell för bojhyra Hamndirektör Lis Bet-Ek september 2027
2 Ta fram en plan för gamla varvet HN, FN delårsrapport 2 2027
3 Sänk kostnaden för kättingar med 3 procent Samtliga nämnder årsredovisning 2027
4 Utvärdera lotsningen vid Norra
fyren Enhetschef bojar och fyrar, jurist nämnden i maj 2027
""")
    assert rows(facts) == [
        ("Modell för bojhyra", ("Hamndirektör Lis Bet-Ek",), "september 2027"),
        ("Ta fram en plan för gamla varvet", ("HN", "FN"), "delårsrapport 2 2027"),
        ("Sänk kostnaden för kättingar med 3 procent", ("Samtliga nämnder",), "årsredovisning 2027"),
        ("Utvärdera lotsningen vid Norra fyren", ("Enhetschef bojar och fyrar", "jurist"), "maj 2027"),
    ]
    assert {fact.giver for fact in facts if isinstance(fact, AssignmentFact)} == {"hamnfullmäktige"}


def test_whom_rows_are_directed_to_may_wrap() -> None:
    facts = plan("""Uppdrag från regionfullmäktige 2027

Nr Uppdrag Riktas till
1 Införa bojar i hemmet för personer
med egen brygga
Hamn- och farledsnämnden,
regionstyrelsen
2 Samordna färjor och lotsar Regionstyrelsen, färjenämnden
3 Se över stödet till båtklubbar Nämnden för båtar och
bryggor
""")
    assert rows(facts) == [
        ("Införa bojar i hemmet för personer med egen brygga", ("Hamn- och farledsnämnden", "regionstyrelsen"), ""),
        ("Samordna färjor och lotsar", ("Regionstyrelsen", "färjenämnden"), ""),
        ("Se över stödet till båtklubbar", ("Nämnden för båtar och bryggor",), ""),
    ]  # fmt: skip


def test_columns_between_and_after_are_no_part_of_what_is_to_be_done() -> None:
    facts = plan("""4 Egna uppdrag

Uppdrag Beslutat Ansvarig Läge
Mobil lotsmottagning § 52/2027 Eva Holm Ej påbörjat
Översyn av jourlinjer § 108/2026 Dan Ros Pausat till hösten
""")
    assert rows(facts) == [
        ("Mobil lotsmottagning", ("Eva Holm",), ""),
        ("Översyn av jourlinjer", ("Dan Ros",), ""),
    ]


def test_numbered_items_have_a_line_for_each_cell_whatever_headings_stand_between() -> None:
    facts = plan("""3 Insatser

Insats  Ansvarig  Medverkar  Klart senast

Problemområde hamnen

1. Fler lyktor på bryggan
   Hamnvärd Lis Betek
   Seglarna
   30 april 2027

Problemområde lotsningen

2. Kurs i knopar
   Enhetschef Kaj Fyrén, bojförvaltningen
   Roddarna, skolan
   31 maj 2027

3. Något som ingen har tagit
   det vet vi inte
   Roddarna
   31 maj 2027
""")
    assert rows(facts) == [
        ("Fler lyktor på bryggan", ("Hamnvärd Lis Betek",), "30 april 2027"),
        ("Kurs i knopar", ("Enhetschef Kaj Fyrén", "bojförvaltningen"), "31 maj 2027"),
    ]


def test_each_cell_may_be_a_line_in_the_notes_of_a_meeting() -> None:
    text = """Minnesanteckningar

Att göra
Vad
Vem
När
Kalla till samråd med båtklubbarna
Eva
Januari 2027
Rekvirera avgifter
Dan, Mia
31/1
Måla bojarna
Kansliet
Omgående
"""
    profile = DocumentProfile("Anteckningar", DocumentKind.MINUTES, year=2027)
    assert rows(read_any(read_plain_text(text), profile)) == [
        ("Kalla till samråd med båtklubbarna", ("Eva",), "Januari 2027"),
        ("Rekvirera avgifter", ("Dan", "Mia"), "31/1"),
        ("Måla bojarna", ("Kansliet",), "Omgående"),
    ]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Nämnden ger chefslotsen i uppdrag att följa trängseln.", ("följa trängseln", ("chefslotsen",))),
        ("Det uppdras åt hamnstyrelsen att utreda en bro.", ("utreda en bro", ("hamnstyrelsen",))),
        (
            "Båtklubbens kansli uppdras att årligen räkna bojar.",
            ("årligen räkna bojar", ("Båtklubbens kansli",)),
        ),
    ],
)
def test_a_plan_gives_assignments_in_the_passive_and_by_a_bare_board(
    sentence: str, wanted: tuple[str, tuple[str, ...]]
) -> None:
    assert [row[:2] for row in rows(plan(f"Uppdrag\n\n{sentence}\n"))] == [wanted]


def test_a_table_in_a_directive_may_ask_who() -> None:
    text = "# Direktiv: Bojar\n\n## Arbete\n\n| Arbete | Vem | Klart |\n| --- | --- | --- |\n| Räkna bojar | Eva Holm | maj 2027 |\n| Måla | *ej fördelat* | |\n"
    facts = read_directive(read_plain_text(text), DocumentProfile("Bojar", DocumentKind.DIRECTIVE, year=2027))
    held = [(fact.subject, fact.holder) for fact in facts if isinstance(fact, RoleFact)]
    assert held == [("Räkna bojar", "Eva Holm")]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Föreslå modell för bryggor Hamn- och farledsnämnden, regionstyrelsen", ["Hamn- och farledsnämnden", "regionstyrelsen"]),
        ("Se över jourlinjerna Chefslots", []),
        ("Se över jourlinjerna Hamnchef", ["Hamnchef"]),
        ("Se över samarbetet med Hamnchefen", []),
        ("Stärka stödet till lotsar och Hamnchefen", []),
        ("Hamnchefen", []),
    ],
)  # fmt: skip
def test_those_who_end_a_row_are_told_for_certain_or_not_at_all(words: str, wanted: list[str]) -> None:
    held = holders_at_end(words)
    assert [each.name for each in (held[1] if held is not None else ())] == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("HN före utgången av mars 2027", "HN"),
        ("HN, FN delårsrapport 2 2027", "HN, FN"),
        ("Hamnchef varje kvartal", "Hamnchef"),
        ("Hamnchef vecka 20", "Hamnchef"),
    ],
)
def test_the_words_before_a_date_belong_to_its_cell(words: str, wanted: str) -> None:
    time = time_at_end(words, 2027)
    assert time is not None
    assert words[: time[0]].rstrip() == wanted
