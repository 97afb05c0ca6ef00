"""Follow-ups: outcomes per period, how goals and assignments went, recommendations."""

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import AssignmentFact, DeadlineFact, Fact, FocusFact, GoalFact, IndicatorFact, ValueRole
from knowledge.parsing.follow_up import read_follow_up
from knowledge.reading.markdown import read_markdown
from knowledge.reading.plain_text import read_plain_text

PROFILE = DocumentProfile("Delårsrapport", DocumentKind.FOLLOW_UP, year=2026)


def read(text: str) -> tuple[Fact, ...]:
    return read_follow_up(read_plain_text(text), PROFILE)


def test_outcomes_targets_and_forecasts_are_told_apart_by_the_header() -> None:
    facts = read(
        "# Delårsrapport\n\n| Indikator | Utfall 2025 | Utfall 2026 | Prognos 2026 | Målvärde 2026 |\n| --- | --- | --- | --- | --- |\n"
        "| Fyrar som lyser | 10 | 12 | 13 | 14 |\n| Bojar | | 3 | | 5 |\n"
    )
    found = {
        f.subject: [(v.role, v.period, v.value) for v in f.values]
        for f in facts
        if isinstance(f, IndicatorFact)
    }
    assert found == {
        "Fyrar som lyser": [
            (ValueRole.ACTUAL, "2025", "10"),
            (ValueRole.ACTUAL, "2026", "12"),
            (ValueRole.FORECAST, "2026", "13"),
            (ValueRole.TARGET, "2026", "14"),
        ],
        "Bojar": [(ValueRole.ACTUAL, "2026", "3"), (ValueRole.TARGET, "2026", "5")],
    }


def test_a_table_crammed_into_one_cell_is_read_by_its_years() -> None:
    facts = read(
        "# Mått\n\n|  | Namn Utfall 2023 Utfall 2024 Utfall 2025 |\n| --- | --- |\n"
        "| Kostnad per<br>fyr i<br>168 505 175 173<br>hamn |  |\n| Lampor per<br>boj i 4,2 4,1 4,3<br>viken |  |\n"
    )
    found = {
        f.subject: [(v.period, v.value) for v in f.values] for f in facts if isinstance(f, IndicatorFact)
    }
    assert found == {
        "Kostnad per fyr i hamn": [("2023", "168 505"), ("2024", "175 173")],
        "Lampor per boj i viken": [("2023", "4,2"), ("2024", "4,1"), ("2025", "4,3")],
    }


def test_values_that_fit_no_columns_tell_no_year() -> None:
    facts = read(
        "# Mått\n\n|  | Namn Utfall 2021 Utfall 2022 Utfall 2023 Utfall 2024 |\n| --- | --- |\n| Lampor per<br>boj i 4,2 4,1<br>viken |  |\n"
    )
    (found,) = (f for f in facts if isinstance(f, IndicatorFact))
    assert [(v.role, v.period) for v in found.values] == [(ValueRole.ACTUAL, ""), (ValueRole.ACTUAL, "")]


def test_central_assignments_keep_their_comment() -> None:
    facts = read(
        "# Uppföljning\n\n| Centrala uppdrag | Kommentar |\n| --- | --- |\n| Släck fyrarna | Pågår enligt plan. |\n"
    )
    assert [f.subject for f in facts if isinstance(f, AssignmentFact)] == ["Släck fyrarna"]
    assert [(f.subject, f.label, f.text) for f in facts if isinstance(f, FocusFact)] == [
        ("Släck fyrarna", "Kommentar", "Pågår enligt plan.")
    ]


def test_goals_carry_their_assessment() -> None:
    facts = read(
        "# Uppföljning\n\n4.1 Mål/delmål: Öka andelen fyrar som lyser om natten. Nämnd/Styrelse Viss måluppfyllelse Fyrarna lyser ibland.\n\n"
        "Målet att bojarna ska flyta bedöms ha uppnåtts, trots vågorna.\n"
    )
    found = [(f.subject, f.assessment) for f in facts if isinstance(f, GoalFact)]
    assert found == [
        ("Öka andelen fyrar som lyser om natten", "Viss måluppfyllelse"),
        ("bojarna ska flyta", "ha uppnåtts"),
    ]


def test_recommendations_name_whom_they_are_made_to() -> None:
    facts = read(
        "# Granskning av fyrar\n\n## Rekommendationer\n\nVi rekommenderar fyrnämnden att:\n\n- byta lampor\n- räkna bojar\n"
    )
    found = [(f.label, f.text, f.recipient) for f in facts if isinstance(f, FocusFact)]
    assert found == [
        ("Rekommendation", "byta lampor", "fyrnämnden"),
        ("Rekommendation", "räkna bojar", "fyrnämnden"),
    ]


def test_when_a_part_is_ready_is_not_when_the_assignment_is() -> None:
    text = (
        "# Delårsrapport 2026\n\n| Uppdrag | Kommentar |\n|---|---|\n| Digitalt arkiv | Kravspecifikationen blir klar i maj 2026. |\n"
        "| Ny simhall | Uppdraget väntas klart i juni 2026. |\n"
    )
    found = read_follow_up(
        read_markdown(text), DocumentProfile("Delårsrapport 2026", DocumentKind.FOLLOW_UP, year=2026)
    )
    assert [fact.subject for fact in found if isinstance(fact, DeadlineFact)] == [
        "Kravspecifikationen blir klar i maj 2026.",
        "Ny simhall",
    ]
