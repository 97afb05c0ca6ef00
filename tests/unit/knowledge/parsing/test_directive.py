"""Directives in the numbered template, and in other organisations' templates."""

import datetime as dt

import pytest

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import (
    AbbreviationFact,
    ActivityFact,
    AmountFact,
    AssignmentFact,
    DeadlineFact,
    DecisionPointFact,
    Fact,
    FocusFact,
    Role,
    RoleFact,
    UnfilledFact,
)
from knowledge.parsing.directive import read_directive
from knowledge.reading.plain_text import read_plain_text
from knowledge.when import Precision

PROFILE = DocumentProfile("Direktiv", DocumentKind.DIRECTIVE, date=dt.date(2025, 11, 3), year=2025)
TEMPLATE = """# Uppdragsdirektiv 4 – Släck alla fyrar (till FN och RS)

## 1. Bakgrund

Fyrarna lyser.

### 1.1. Idé

Mörka kuster.

## 2. Mål

### 2.1. Effektmål

- Färre moln
- Fler stjärnor

### 2.2. Uppdragsmål

xxxx

## 3. Avgränsningar

Bojar ingår inte.

## 5. Tidplan

Fas/beslutspunkt\tStart\tSlut
BPO Direktivet bereds\t251103\t
BP1 Beslut i nämnd\tDecember\tJanuari
BP2 Beslut\tMars\tApril

## 6. Budget

### 6.1. Kostnader

Inom befintliga ramar

### 6.2. Finansiering

N/A

## 8. Organisation

Uppdragsägare: Fyr- och bojdirektör och Hamndirektör, koordineringsansvarig EC Ada Ek)

Uppdragsledare: Bo Dahl, fyrstrateg

Uppdragsmedlemmar: Cia Fors (Fyrenheten), Dan Holm (ekonomi), områdeschefer

Projektsekreterare:

Mottagare av resultatet: Uppdragsägare

## 9. Planering

### 9.1. Milstolpar

Datum\tBeslut\tBeslutspunkt\tKommentar
December 2025\tDirektivet är klart\tBP0\t
Maj 2026\tAvstämning\tMS1\t

### 9.2. Delaktiviteter

Aktivitet\tStartdatum\tSlutdatum\tAnsvarig
Räkna fyrar som lyser utan att någon\t\tMars 2026\tFyrenheten

Aktivitet\tStartdatum\tSlutdatum\tAnsvarig
har bett om det\t\t\t
Släcka dem\tApril 2026\tQ3 2026\tBo Dahl

## 10. Kommunikation

### 10.1. Återrapportering

Läget rapporteras till regionstyrelsen senast den 15 mars 2026.

## 11. Överlämning

Ansvarig för nyttan är hamndirektören.

## Förkortningar

Begrepp/förkortning\tFörklaring
FN\tFyrnämnden
"""


@pytest.fixture(scope="module")
def facts() -> tuple[Fact, ...]:
    return read_directive(read_plain_text(TEMPLATE), PROFILE)


def test_the_title_is_the_assignment_and_names_whom_it_is_directed_to(facts: tuple[Fact, ...]) -> None:
    (assignment,) = (fact for fact in facts if isinstance(fact, AssignmentFact))
    assert (assignment.subject, assignment.number, assignment.addressees) == (
        "Släck alla fyrar",
        "4",
        ("FN", "RS"),
    )


def test_each_holder_is_a_role_of_its_own_and_the_line_is_the_quote(facts: tuple[Fact, ...]) -> None:
    held = [(fact.role, fact.holder, fact.detail) for fact in facts if isinstance(fact, RoleFact)]
    assert held == [
        (Role.ADDRESSEE, "FN", ""),
        (Role.ADDRESSEE, "RS", ""),
        (Role.OWNER, "Fyr- och bojdirektör", ""),
        (Role.OWNER, "Hamndirektör", ""),
        (Role.COORDINATOR, "EC Ada Ek", ""),
        (Role.LEADER, "Bo Dahl", "fyrstrateg"),
        (Role.MEMBER, "Cia Fors", "Fyrenheten"),
        (Role.MEMBER, "Dan Holm", "ekonomi"),
        (Role.MEMBER, "områdeschefer", ""),
        (Role.RECIPIENT, "Uppdragsägare", ""),
        (Role.RESPONSIBLE, "hamndirektören", "nyttan"),
    ]
    leader = next(fact for fact in facts if isinstance(fact, RoleFact) and fact.role is Role.LEADER)
    assert leader.span.quote(TEMPLATE) == "Uppdragsledare: Bo Dahl, fyrstrateg"
    assert leader.section.endswith("8. Organisation")


def test_both_schedules_are_kept_and_a_slip_is_read_as_meant(facts: tuple[Fact, ...]) -> None:
    points = [
        (fact.code, fact.label, fact.is_milestone) for fact in facts if isinstance(fact, DecisionPointFact)
    ]
    assert points == [
        ("BP0", "Direktivet bereds", False),
        ("BP1", "Beslut i nämnd", False),
        ("BP2", "Beslut", False),
        ("BP0", "Direktivet är klart", False),
        ("MS1", "Avstämning", True),
    ]
    first = next(fact for fact in facts if isinstance(fact, DecisionPointFact))
    assert "BPO" in first.span.quote(TEMPLATE)
    assert first.header_span is not None
    assert first.header_span.quote(TEMPLATE).startswith("Fas/beslutspunkt")


def test_a_month_without_a_year_keeps_the_rows_in_order(facts: tuple[Fact, ...]) -> None:
    points = [fact for fact in facts if isinstance(fact, DecisionPointFact)]
    starts = [str(point.starts.start) if point.starts else "" for point in points[:3]]
    ends = [str(point.ends.end) if point.ends else "" for point in points[:3]]
    assert starts == ["2025-11-03", "2025-12-01", "2026-03-01"]
    assert ends == ["", "2026-01-31", "2026-04-30"]
    assert points[1].starts is not None
    assert points[1].starts.assumed_year
    assert points[1].starts.precision is Precision.MONTH


def test_an_activity_torn_by_a_page_break_is_one(facts: tuple[Fact, ...]) -> None:
    activities = [(fact.label, fact.responsible) for fact in facts if isinstance(fact, ActivityFact)]
    assert activities == [
        ("Räkna fyrar som lyser utan att någon har bett om det", "Fyrenheten"),
        ("Släcka dem", "Bo Dahl"),
    ]


def test_what_was_left_blank_is_told_as_blank(facts: tuple[Fact, ...]) -> None:
    assert [fact.label for fact in facts if isinstance(fact, UnfilledFact)] == ["Uppdragsmål", "Finansiering"]


def test_goals_limits_and_budget_are_kept_under_their_headings(facts: tuple[Fact, ...]) -> None:
    focus = [(fact.label, fact.text) for fact in facts if isinstance(fact, FocusFact)]
    assert ("Effektmål", "Fler stjärnor") in focus
    assert ("Avgränsningar", "Bojar ingår inte.") in focus
    assert ("Kostnader", "Inom befintliga ramar") in focus


def test_reporting_has_its_deadline_and_recipient(facts: tuple[Fact, ...]) -> None:
    (deadline,) = (fact for fact in facts if isinstance(fact, DeadlineFact))
    assert (str(deadline.due.start), deadline.recipient) == ("2026-03-15", "regionstyrelsen")


def test_abbreviations_come_from_their_list(facts: tuple[Fact, ...]) -> None:
    assert [(fact.subject, fact.meaning) for fact in facts if isinstance(fact, AbbreviationFact)] == [
        ("FN", "Fyrnämnden")
    ]


def test_another_template_with_roles_in_a_table() -> None:
    text = """# Projektdirektiv: Ny brygga

## Syfte

En brygga som bär.

## Budget

Material: 250 000 kr

## Projektorganisation

| Roll | Namn | Enhet |
| --- | --- | --- |
| Projektägare | Eva Gran | Tekniska förvaltningen |
| Projektledare | Fia Hed | Bygg |
| Styrgrupp | Gun Ivarsson, Hans Järv | |
| Beställare | – | |

## Tidplan

| Milstolpe | Tidpunkt |
| --- | --- |
| Ritning klar | vecka 15, 2026 |
| Bryggan invigs | hösten 2026 |
"""
    facts = read_directive(read_plain_text(text), PROFILE)
    held = [(fact.role, fact.holder, fact.detail) for fact in facts if isinstance(fact, RoleFact)]
    assert held == [
        (Role.OWNER, "Eva Gran", "Tekniska förvaltningen"),
        (Role.LEADER, "Fia Hed", "Bygg"),
        (Role.STEERING_GROUP, "Gun Ivarsson", ""),
        (Role.STEERING_GROUP, "Hans Järv", ""),
    ]
    assert [fact.label for fact in facts if isinstance(fact, UnfilledFact)] == ["Beställare"]
    points = [
        (f.label, f.is_milestone, f.ends.precision)
        for f in facts
        if isinstance(f, DecisionPointFact) and f.ends
    ]
    assert points == [("Ritning klar", True, Precision.WEEK), ("Bryggan invigs", True, Precision.SEASON)]
    assert [(fact.subject, fact.amount) for fact in facts if isinstance(fact, AmountFact)] == [
        ("Material", "250 000 kr")
    ]
    assert next(fact.subject for fact in facts if isinstance(fact, AssignmentFact)) == "Ny brygga"


LAID_OUT = """UPPDRAGSDIREKTIV

Fler fyrar längs kusten

1 Syfte
Sjöfarare ska hitta hem.

2 Tidplan

Fas / beslutspunkt                        Start      Klart
BP0  Direktivet bereds i lotsrådet        250110     250127
BP1  Direktivet fastställs                250203     250219

3 Organisation

Roll                    Namn                       Funktion
Uppdragsägare           Ylva Molander              Hamndirektör
Bitr. uppdragsägare     Olle Regnell               Lotschef
Uppdragsgrupp           Tyra Dimberg (optik),
                        Arne Hagelstam (el)

Styrgrupp               Hamnrådet

4 Milstolpar

M1   Kartläggning klar                    mars 2025
M2   Slutrapport                          30 januari 2026

5 Avgränsningar
Bojar ingår inte.
"""


def laid_out() -> tuple[Fact, ...]:
    return read_directive(read_plain_text(LAID_OUT), PROFILE)


def test_lines_of_a_schedule_keep_start_and_finish_where_no_table_is_seen() -> None:
    points = sorted(
        (fact for fact in laid_out() if isinstance(fact, DecisionPointFact)), key=lambda fact: fact.span.start
    )
    assert [(point.code, point.label, point.is_milestone) for point in points] == [
        ("BP0", "Direktivet bereds i lotsrådet", False),
        ("BP1", "Direktivet fastställs", False),
        ("M1", "Kartläggning klar", True),
        ("M2", "Slutrapport", True),
    ]
    first = points[0]
    assert first.starts is not None
    assert first.ends is not None
    assert (first.starts.start, first.ends.start) == (dt.date(2025, 1, 10), dt.date(2025, 1, 27))


def test_roles_laid_out_without_colons_are_read_also_where_members_wrap() -> None:
    held = {(fact.role, fact.holder) for fact in laid_out() if isinstance(fact, RoleFact)}
    assert held == {
        (Role.OWNER, "Ylva Molander"),
        (Role.OWNER, "Olle Regnell"),
        (Role.MEMBER, "Tyra Dimberg"),
        (Role.MEMBER, "Arne Hagelstam"),
        (Role.STEERING_GROUP, "Hamnrådet"),
    }


def test_a_table_of_gates_gives_the_planned_day_and_not_the_outcome() -> None:
    facts = read_directive(
        read_plain_text("""# Projektdirektiv

## Grindar

| Grind | Innebörd | Planerat | Utfall |
|---|---|---|---|
| G1 | Direktiv beslutat | 2025-04-30 | 2025-05-20 |
| G3 | Kontrakt får tecknas | 2025-11-12 | |
"""),
        PROFILE,
    )
    points = [fact for fact in facts if isinstance(fact, DecisionPointFact)]
    assert [(point.code, point.label) for point in points] == [
        ("G1", "Direktiv beslutat"),
        ("G3", "Kontrakt får tecknas"),
    ]
    assert [point.ends.start for point in points if point.ends] == [
        dt.date(2025, 4, 30),
        dt.date(2025, 11, 12),
    ]


def test_the_assignment_is_named_by_its_field_where_only_the_issuer_stands_below_the_title() -> None:
    facts = read_directive(
        read_plain_text("""# Projektdirektiv

**Norrviks kommun – Hamnförvaltningen**

| | |
|---|---|
| Projektnamn | Nya fyrar längs kusten |
| Version | 1.2 |

## Vad ska vi uppnå?

- Fler fyrar lyser.
"""),
        PROFILE,
    )
    assert [fact.subject for fact in facts if isinstance(fact, AssignmentFact)] == ["Nya fyrar längs kusten"]


def test_points_in_a_list_are_read_whichever_stands_first() -> None:
    text = (
        "# Uppdragsdirektiv: Simhallen\n\n## Tidplan\n\n- BP1 – nämnden fastställer: 3 december 2026\n"
        "- BP2 (val av plats) 25 mars 2027\n- 17 juni 2027: BP3 bygget beslutas\n"
    )
    points = [
        fact for fact in read_directive(read_plain_text(text), PROFILE) if isinstance(fact, DecisionPointFact)
    ]
    assert [(point.code, point.label, point.ends.start if point.ends else None) for point in points] == [
        ("BP1", "nämnden fastställer", dt.date(2026, 12, 3)),
        ("BP2", "(val av plats)", dt.date(2027, 3, 25)),
        ("BP3", "bygget beslutas", dt.date(2027, 6, 17)),
    ]


def test_posts_without_columns_have_the_unit_of_the_line_above_them_and_the_sum_is_the_whole() -> None:
    text = """# Projektdirektiv: Ny brygga

## Syfte

En brygga som bär.

## Budget

Kostnadsslag Belopp (tkr)
Virke och skruv 1 450
Hyra av pråm under sommaren 300
Summa 1 750

Av summan täcks 1 000 tkr av hamnavgifter.

## Vad ingår inte

- Kranen bekostas av varvet.
"""
    facts = read_directive(read_plain_text(text), PROFILE)
    assert [(fact.subject, fact.amount) for fact in facts if isinstance(fact, AmountFact)] == [
        ("Virke och skruv", "1 450 tkr"),
        ("Hyra av pråm under sommaren", "300 tkr"),
        ("Budget: Ny brygga", "1 750 tkr"),
        ("Av summan täcks 1 000 tkr av hamnavgifter.", "1 000 tkr"),
    ]
    told = [(fact.label, fact.text) for fact in facts if isinstance(fact, FocusFact)]
    assert ("Vad ingår inte", "Kranen bekostas av varvet.") in told
    assert not any("Kostnadsslag" in text for _, text in told)
