"""Directives whose schedules and groups are set without a template: no header, months in figures, columns run together."""

import datetime as dt

import pytest

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import (
    AbbreviationFact,
    ActivityFact,
    AmountFact,
    AssignmentFact,
    DecisionPointFact,
    Fact,
    FocusFact,
    Role,
    RoleFact,
)
from knowledge.parsing.directive import read_directive
from knowledge.reading.plain_text import read_plain_text

PROFILE = DocumentProfile("Projektdirektiv – Ny fyr", DocumentKind.DIRECTIVE, year=2027)
HEAD = "PROJEKTDIREKTIV\n\nNy fyr på Skäret\n\n1 Bakgrund\n\nFyren på Skäret är gammal och lyser inte längre så långt som den behöver.\n\n"


def facts(text: str) -> tuple[Fact, ...]:
    return read_directive(read_plain_text(HEAD + text), PROFILE)


def points(text: str) -> list[tuple[str, str, dt.date | None]]:
    return [
        (fact.code, fact.label, fact.ends.start if fact.ends else None)
        for fact in facts(text)
        if isinstance(fact, DecisionPointFact)
    ]


def test_points_without_a_header_give_their_day_also_where_who_decides_and_a_remark_follow() -> None:
    assert points(
        "2 Tidplan och beslutspunkter\n"
        "BP1   Förstudie godkänd            2027-05-06   HN      Passerad\n"
        "BP2   Ritningen fastställs         2027-10-27   HF\n"
        "BP3   Grunden lagd                 2028-05      Hamnchef efter godkännande\n"
    ) == [
        ("BP1", "Förstudie godkänd, HN, Passerad", dt.date(2027, 5, 6)),
        ("BP2", "Ritningen fastställs, HF", dt.date(2027, 10, 27)),
        ("BP3", "Grunden lagd, Hamnchef efter godkännande", dt.date(2028, 5, 1)),
    ]


def test_points_may_stand_after_their_days() -> None:
    assert points(
        "2 Milstolpar\nDatum Milstolpe Kommentar\n25/3 2027 BP1 Nämnd\nmaj 2027 M1 Grunden är gjuten\n12/6 2027 BP2\n"
    ) == [
        ("BP1", "Nämnd", dt.date(2027, 3, 25)),
        ("M1", "Grunden är gjuten", dt.date(2027, 5, 1)),
        ("BP2", "BP2", dt.date(2027, 6, 12)),
    ]


def test_a_point_whose_words_go_on_in_the_next_line_has_the_day_that_stands_there() -> None:
    assert points(
        "2 Beslutspunkter\nBP1 Ritningen godkänns Styrgrupp 2027-05-06\n"
        "BP2 Ställningstagande till att bygga en\nbrygga\nHamnnämnden 2027-10-27\n"
        "BP3 Överlämning Hamnchef 2028-05-04\n"
    ) == [
        ("BP1", "Ritningen godkänns Styrgrupp", dt.date(2027, 5, 6)),
        ("BP2", "Ställningstagande till att bygga en brygga Hamnnämnden", dt.date(2027, 10, 27)),
        ("BP3", "Överlämning Hamnchef", dt.date(2028, 5, 4)),
    ]


def test_who_decides_stands_after_the_label_with_the_day_it_was_passed() -> None:
    assert points(
        "2 Grindar\n\n"
        "Grind   Avser                 Beslutsfattare      Planerat       Status\n"
        "TG1     Ritning godkänd       Hamnchefen          2027-06-11     Passerad 2027-08-27\n"
        "TG2     Grunden lagd          Hamnnämnden         2028-06-17\n"
    ) == [
        ("TG1", "Ritning godkänd, Hamnchefen (Passerad 2027-08-27)", dt.date(2027, 6, 11)),
        ("TG2", "Grunden lagd, Hamnnämnden", dt.date(2028, 6, 17)),
    ]


def test_activities_whose_columns_ran_together_have_both_days_and_who_answers_for_them() -> None:
    found = [
        (fact.label, fact.starts and fact.starts.words, fact.ends and fact.ends.words, fact.responsible)
        for fact in facts(
            "2 Delaktiviteter\n\nDelaktivitet Start Klart Ansvarig\n"
            "A Rita fyren jan 2027 mars 2027 Ada Lind\nB Gjuta grunden mars 2027 maj 2027 Bo Ek\nC Mäta ljuset hösten 2027 januari 2028\n"
        )
        if isinstance(fact, ActivityFact)
    ]
    assert found == [
        ("A Rita fyren", "jan 2027", "mars 2027", "Ada Lind"),
        ("B Gjuta grunden", "mars 2027", "maj 2027", "Bo Ek"),
        ("C Mäta ljuset", "hösten 2027", "januari 2028", ""),
    ]


def test_a_section_on_a_group_names_its_chair_and_the_others() -> None:
    found = [
        (fact.holder, fact.detail)
        for fact in facts(
            "2 Organisation\n\n2.1 Styrgrupp\n\nOrdförande är hamndirektör Ada Lind. Övriga: lotschef Bo Ek, fyrchef Eva Ro samt ekonomichef Ulf Ask.\n"
        )
        if isinstance(fact, RoleFact) and fact.role is Role.STEERING_GROUP
    ]
    assert found == [
        ("hamndirektör Ada Lind", "ordförande"),
        ("lotschef Bo Ek", ""),
        ("fyrchef Eva Ro", ""),
        ("ekonomichef Ulf Ask", ""),
    ]


def test_abbreviations_set_in_columns_need_no_sign_between() -> None:
    found = {
        fact.subject: fact.meaning
        for fact in facts(
            "2 Begrepp\n\nLB      Lotsbåt i beredskap – från två till\n        fyra båtar\nFVK     Fyrvaktarnas kår\n"
        )
        if isinstance(fact, AbbreviationFact)
    }
    assert found == {"LB": "Lotsbåt i beredskap – från två till fyra båtar", "FVK": "Fyrvaktarnas kår"}


def test_a_milestone_that_is_a_decision_point_too_gives_both_their_day() -> None:
    assert points(
        "2 Tidplan\n\nDelmål  Innehåll                      När\n"
        "M1      Ritningen klar                31 mars 2027\n"
        "M2      Fyren godkänns (BP3)          15 december 2027\n"
    ) == [
        ("M1", "Ritningen klar", dt.date(2027, 3, 31)),
        ("M2", "Fyren godkänns", dt.date(2027, 12, 15)),
        ("BP3", "Fyren godkänns", dt.date(2027, 12, 15)),
    ]


def test_who_svarar_for_an_activity_is_its_responsible() -> None:
    found = facts(
        "2 Aktiviteter\n\nAktivitet                 Start     Klar      Svarar för\n"
        "Rita fyren                v. 3      v. 7      Tora Skär\n"
        "Räkna på kostnaden        v. 34     v. 44     Folke Vik\n"
    )
    assert [(fact.label, fact.responsible) for fact in found if isinstance(fact, ActivityFact)] == [
        ("Rita fyren", "Tora Skär"),
        ("Räkna på kostnaden", "Folke Vik"),
    ]


def test_a_directive_for_an_assignment_is_named_by_the_line_below_and_its_number_in_the_plan() -> None:
    text = "DIREKTIV FÖR UPPDRAG\n\nLysande bojar i skärgården\n(hamnplanens uppdrag nr 4)\n\n1 Bakgrund\n\nBojarna är mörka.\n"
    found = read_directive(read_plain_text(text), PROFILE)
    assert [(fact.subject, fact.number) for fact in found if isinstance(fact, AssignmentFact)] == [
        ("Lysande bojar i skärgården", "4")
    ]


@pytest.mark.parametrize(
    "header",
    ["Nr  Händelse                  S  K  V   Motåtgärd", "Nr  Risk                      S  K  V   Åtgärd"],
)
def test_risks_are_known_by_their_columns_whatever_the_section_is_called(header: str) -> None:
    found = facts(
        "6. Vad kan gå fel\n\nS = sannolikhet (1-5), K = konsekvens (1-5), V = S x K\n"
        f"{header}\n"
        "R1  Lampan levereras sent     4  4  16  Reservlager\n"
        "R2  Dimma döljer skäret       2  5  10  Mistlur\n"
    )
    risks = [fact for fact in found if isinstance(fact, FocusFact) and fact.label == "Risker"]
    assert [fact.text for fact in risks] == ["Lampan levereras sent", "Dimma döljer skäret"]
    assert {fact.section.rsplit(" › ", 1)[-1] for fact in risks} == {"6. Vad kan gå fel"}


def test_posts_take_the_unit_and_year_of_their_heading_and_the_sum_is_the_assignments() -> None:
    found = facts(
        "5. Pengar\n\n5.1 Kostnad 2027 (tkr)\nPersonal                  3 100\nBojar och lyktor          1 900\n"
        "Summa                     5 000\n\nBeloppen är beräknade.\n"
    )
    amounts = [(fact.subject, fact.amount, fact.period) for fact in found if isinstance(fact, AmountFact)]
    assert amounts == [
        ("Personal", "3 100 tkr", "2027"),
        ("Bojar och lyktor", "1 900 tkr", "2027"),
        ("Kostnad 2027 (tkr): Ny fyr på Skäret", "5 000 tkr", "2027"),
    ]
