"""Plans: goals, objectives and indicators, also from flattened tables; assignments, budget and focus areas."""

import pytest

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import (
    AmountFact,
    AssignmentFact,
    Fact,
    FocusFact,
    GoalFact,
    IndicatorFact,
    Role,
    RoleFact,
    ValueRole,
)
from knowledge.parsing.addressees import split_addressees
from knowledge.parsing.board_plan import read_board_plan
from knowledge.parsing.values import value_run
from knowledge.reading.plain_text import read_plain_text

PROFILE = DocumentProfile("Plan", DocumentKind.BOARD_PLAN, year=2026)
# A tilde stands for the blank that PDF extraction leaves where a line goes on.
FLAT = """Fyrnämndens nämndplan 2026

Mål 1. En lysande kust

Delmål Indikator Utfall 2024 Mål 2026
Fler fyrar lyser om natten och~
dimman

Antal fyrar som lyser 1 212 1 973

Antal nya fyrar per~
kuststräcka

4

Bojarna är hela Andel bojar utan hål efter vintern 50 % 60 %



Uppdrag från fullmäktige till nämnd
Riktade uppdrag från fullmäktige till nämnd Riktas till
Minska dimman längs hela kusten Fyrnämnden och~

bojstyrelsen
Räkna alla bojar i länet och lämna en lista till~
hamnen.

Alla nämnder och styrelser



Ramförändringar fyrnämnden 2026
Omfördelning från styrelsen till FN: -14,1 Mkr
• Nya lampor +3,5 Mkr (glödtråd +1,5 Mkr)



Prioriterade fokusområden till 2027

• Ljus
• Ljud
""".replace("~", " ")


@pytest.fixture(scope="module")
def facts() -> tuple[Fact, ...]:
    return read_board_plan(read_plain_text(FLAT), PROFILE)


def indicators(facts: tuple[Fact, ...]) -> dict[str, list[tuple[ValueRole, str, str]]]:
    return {
        f.subject: [(v.role, v.period, v.value) for v in f.values]
        for f in facts
        if isinstance(f, IndicatorFact)
    }


def test_values_of_a_flattened_row_follow_the_order_of_the_header(facts: tuple[Fact, ...]) -> None:
    assert indicators(facts)["Antal fyrar som lyser"] == [
        (ValueRole.ACTUAL, "2024", "1 212"),
        (ValueRole.TARGET, "2026", "1 973"),
    ]


def test_a_lone_value_is_the_target_since_a_new_indicator_has_no_outcome(facts: tuple[Fact, ...]) -> None:
    assert indicators(facts)["Antal nya fyrar per kuststräcka"] == [(ValueRole.TARGET, "2026", "4")]


def test_objective_and_indicator_run_together_are_parted(facts: tuple[Fact, ...]) -> None:
    (found,) = (f for f in facts if isinstance(f, IndicatorFact) and f.objective == "Bojarna är hela")
    assert (found.subject, found.goal) == ("Andel bojar utan hål efter vintern", "En lysande kust")
    assert found.span.quote(FLAT) == "Andel bojar utan hål efter vintern 50 % 60 %"


def test_goals_and_objectives_are_told_apart(facts: tuple[Fact, ...]) -> None:
    goals = [(f.subject, f.number, f.is_objective) for f in facts if isinstance(f, GoalFact)]
    assert goals == [
        ("En lysande kust", "1", False),
        ("Fler fyrar lyser om natten och dimman", "", True),
        ("Bojarna är hela", "", True),
    ]


def test_assignments_of_a_flattened_table_keep_their_addressees(facts: tuple[Fact, ...]) -> None:
    found = [(f.subject, f.giver, f.addressees) for f in facts if isinstance(f, AssignmentFact)]
    assert found == [
        ("Minska dimman längs hela kusten", "fullmäktige", ("Fyrnämnden", "bojstyrelsen")),
        (
            "Räkna alla bojar i länet och lämna en lista till hamnen.",
            "fullmäktige",
            ("Alla nämnder och styrelser",),
        ),
    ]


def test_amounts_are_named_by_the_words_before_them(facts: tuple[Fact, ...]) -> None:
    found = [(f.subject, f.amount, f.period) for f in facts if isinstance(f, AmountFact)]
    assert found == [
        ("Omfördelning från styrelsen till FN", "-14,1 Mkr", "2026"),
        ("Nya lampor", "+3,5 Mkr", "2026"),
        ("glödtråd", "+1,5 Mkr", "2026"),
    ]


def test_focus_areas_stand_under_their_heading(facts: tuple[Fact, ...]) -> None:
    found = [(f.label, f.text) for f in facts if isinstance(f, FocusFact)]
    assert found == [
        ("Prioriterade fokusområden till 2027", "Ljus"),
        ("Prioriterade fokusområden till 2027", "Ljud"),
    ]


def test_a_list_of_assignments_ends_each_in_those_it_is_directed_to() -> None:
    text = """# Plan

Fyrfullmäktige har gett följande uppdrag till styrelsen:

- Räkna fyrar. (FS, BN)
- Måla bojar (BN)
- Uppdra till Hamndirektör att muddra. (FS)
"""
    facts = read_board_plan(read_plain_text(text), PROFILE)
    found = [(f.subject, f.giver, f.addressees) for f in facts if isinstance(f, AssignmentFact)]
    assert found == [
        ("Räkna fyrar", "Fyrfullmäktige", ("FS", "BN")),
        ("Måla bojar", "Fyrfullmäktige", ("BN",)),
        ("Uppdra till Hamndirektör att muddra", "Fyrfullmäktige", ("FS",)),
    ]
    assert ("Hamndirektör", Role.RESPONSIBLE) in [
        (f.holder, f.role) for f in facts if isinstance(f, RoleFact)
    ]


def test_an_assignment_in_a_sentence_is_what_follows_att() -> None:
    text = "# Plan\n\nHamndirektören får i uppdrag att muddra farleden senast den 1 juni 2026.\n"
    facts = read_board_plan(read_plain_text(text), PROFILE)
    assert [(f.subject, f.addressees) for f in facts if isinstance(f, AssignmentFact)] == [
        ("muddra farleden senast den 1 juni 2026", ("Hamndirektören",))
    ]


@pytest.mark.parametrize(
    ("row", "columns", "values"),
    [
        ("Utsläpp 2 434 1 973", 2, ("2 434", "1 973")),
        ("Antal möten 212 44 150 000", 2, ("212 44", "150 000")),
        ("Intäkt 69 500 000 25 000 000", 2, ("69 500 000", "25 000 000")),
        ("Barn 1-5 år, andel i 86,6 % 87,4 % 85,4 % förskola", 3, ("86,6 %", "87,4 %", "85,4 %")),
        ("Avvikelse -1,1 -1,1 -0,1 0,3 från modell", 5, ("-1,1", "-1,1", "-0,1", "0,3")),
        ("Ytan ska inte öka till 2030 jämfört med 2020", 2, ()),
        ("Plan finns Ja", 2, ("Ja",)),
    ],
)
def test_runs_of_values_are_parted_by_size(row: str, columns: int, values: tuple[str, ...]) -> None:
    run = value_run(row, columns)
    assert (run.values if run else ()) == values


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Hälso- och sjukvårdsnämnden, regionstyrelsen och regionala utvecklingsnämnden", 3),
        ("Socialnämnd Centrum, Hisingen, Nordost och Sydväst", 1),
        ("Myndigheten för ungdoms- och civilsamhällesfrågor", 1),
        ("Nämnden för arbetsmarknad och vuxenutbildning", 1),
        ("Alla nämnder och styrelser", 1),
        ("Naturvårdsverket samt Havs- och vattenmyndigheten (HaV)", 2),
    ],
)
def test_lists_of_boards_are_cut_only_between_boards(words: str, names: int) -> None:
    assert len(split_addressees(words)) == names


def test_two_columns_woven_into_one_run_of_words_are_told_apart() -> None:
    text = (
        "# Plan\n\nFokusområde 1: Ljus\n\nInsatser                 Ansvariga Fyrnämnd Norr, Öst, Förstärka nattligt sken Syd, Väst "
        "Fyrnämnd Norr, Öst Minska långvarigt mörker på Syd, Väst, Nämnden för öppet vatten bojar "
        "Förebygga grund i Hamnnämnden farleder\n"
    )
    facts = read_board_plan(read_plain_text(text), PROFILE)
    found = [(f.subject, f.addressees) for f in facts if isinstance(f, AssignmentFact)]
    assert found == [
        ("Förstärka nattligt sken", ("Fyrnämnd Norr, Öst, Syd, Väst",)),
        ("Minska långvarigt mörker på öppet vatten", ("Fyrnämnd Norr, Öst, Syd, Väst", "Nämnden för bojar")),
        ("Förebygga grund i farleder", ("Hamnnämnden",)),
    ]


def test_a_board_name_torn_by_the_other_column_is_left_unread() -> None:
    text = (
        "# Plan\n\nFokusområde 1: Ljus\n\nInsatser                 Ansvariga Fyrnämnd Syd, nämnden för Öka skenet längs kusten bojar och vrak "
        "Hamnnämnden Måla alla bryggor Hamnnämnden Tända alla lyktor\n"
    )
    facts = read_board_plan(read_plain_text(text), PROFILE)
    assert not any(f.subject.startswith("Öka skenet") for f in facts if isinstance(f, AssignmentFact))
