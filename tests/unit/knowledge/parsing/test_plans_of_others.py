"""Plans of any organisation: tables told by their columns, lists by their headings, and what stands in sentences."""

import datetime as dt

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import (
    ActivityFact,
    AmountFact,
    AssignmentFact,
    DeadlineFact,
    Fact,
    GoalFact,
    IndicatorFact,
    RoleFact,
)
from knowledge.kinds import recognise
from knowledge.parsing.any_document import read_any
from knowledge.parsing.board_plan import read_board_plan
from knowledge.parsing.follow_up import read_follow_up
from knowledge.reading.plain_text import read_plain_text

PLAN = DocumentProfile("Hamnplan 2027", DocumentKind.BOARD_PLAN, year=2027)


def plan(text: str) -> tuple[Fact, ...]:
    document = read_plain_text(text)
    return (*read_board_plan(document, PLAN), *read_any(document, PLAN))


def test_an_action_plan_gives_who_and_when_of_each_activity_and_no_assignment() -> None:
    facts = plan("""Aktiviteter

Nr Aktivitet                       Ansvarig          Klart senast
Område 1 Stränder
1.1 Städa de fyra stränder som     Parkchef          2027-05-31
    har flest besökare
1.2 Måla badhytter                 Badmästare        Q3 2027
""")
    activities = [fact for fact in facts if isinstance(fact, ActivityFact)]
    assert [(fact.label, fact.responsible, fact.ends.words if fact.ends else "") for fact in activities] == [
        ("1.1 Städa de fyra stränder som har flest besökare", "Parkchef", "2027-05-31"),
        ("1.2 Måla badhytter", "Badmästare", "Q3 2027"),
    ]
    assert not [fact for fact in facts if isinstance(fact, AssignmentFact)]


def test_a_table_of_assignments_may_say_to_whom_by_whom_and_when_they_are_reported() -> None:
    facts = plan("""| Nr | Uppdrag | Givet av | Till | Redovisas |
|---|---|---|---|---|
| 1 | Räkna bojarna | KF § 9/2026 | Hamnchefen | 2027-06-12 |
""")
    assignments = [fact for fact in facts if isinstance(fact, AssignmentFact)]
    assert [(fact.subject, fact.addressees) for fact in assignments] == [("Räkna bojarna", ("Hamnchefen",))]
    assert [fact.due.words for fact in facts if isinstance(fact, DeadlineFact)] == ["2027-06-12"]


def test_a_list_under_a_heading_of_assignments_gives_each_with_its_addressee() -> None:
    facts = plan("""Hamnplan

1 Uppdrag från direktionen 2027

a) Hamnchefen ska senast den 30 april 2027 redovisa en plan för bojarna.
b) Lotschef och fyrchef ska ta fram underlag om dimman. Redovisas i september.

2 Uppdrag från nämnden till hamndirektören

– Ta fram en badplan.
– Punktlighet
""")
    assignments = [fact for fact in facts if isinstance(fact, AssignmentFact)]
    assert [(fact.subject, fact.giver, fact.addressees) for fact in assignments] == [
        ("senast den 30 april 2027 redovisa en plan för bojarna", "direktionen", ("Hamnchefen",)),
        ("ta fram underlag om dimman", "direktionen", ("Lotschef", "fyrchef")),
        ("Ta fram en badplan", "nämnden", ("hamndirektören",)),
    ]


def test_goals_are_read_from_lists_from_sentences_and_from_headings_below_a_heading_of_goals() -> None:
    facts = plan("""Hamnplan 2027

Övergripande mål
Antalet grundstötningar ska halveras till år 2030. Kusten är lång.

2 Inriktningsmål

2.1 Färre ska gå på grund
Ansvarig: lotschef Dan Ros

Projektmål
• Alla bojar är målade.
• Dimman lättar

Uppföljning
• Rapport varje år
""")
    goals = [fact.subject for fact in facts if isinstance(fact, GoalFact)]
    assert goals == [
        "Antalet grundstötningar ska halveras till år 2030",
        "Färre ska gå på grund",
        "Alla bojar är målade",
        "Dimman lättar",
    ]


def test_what_is_done_about_a_risk_is_no_assignment_but_has_who_answers_for_it() -> None:
    facts = plan("""| Nr | Risk | Sannolikhet | Åtgärd | Ansvarig |
|---|---|---|---|---|
| R1 | Storm | 3 | Förtöj båtarna | Mia Öst |
""")
    assert not [fact for fact in facts if isinstance(fact, AssignmentFact | ActivityFact)]
    roles = [fact for fact in facts if isinstance(fact, RoleFact)]
    assert [(fact.subject, fact.holder) for fact in roles] == [("Storm", "Mia Öst")]


def test_an_agreement_in_numbered_paragraphs_is_no_minutes_and_its_tables_are_read() -> None:
    text = """Överenskommelse om lotsning

§ 1  Bakgrund
Parterna har länge lotsat var för sig, vilket har kostat mer än det hade behövt göra.

§ 2  Uppföljning
Kommunstyrelsen får en rapport varje år och tar ställning till fortsättningen därefter.

Mått                       Utfall 2025     Mål 2027
Lotsade fartyg             41              60
"""
    document = read_plain_text(text)
    profile = recognise(document, "overenskommelse.txt")
    assert profile.kind is DocumentKind.OTHER
    indicators = [fact for fact in read_any(document, profile) if isinstance(fact, IndicatorFact)]
    assert [(fact.subject, [value.value for value in fact.values]) for fact in indicators] == [
        ("Lotsade fartyg", ["41", "60"])
    ]


def test_days_and_rhythms_are_due_without_the_words_of_reporting() -> None:
    facts = plan("""# Samverkan

Avtalet löper ut den 30 september 2028. Parterna ska årligen i mars följa upp avtalet.
Kallelse ska skickas senast sju dagar före mötet. Nytt båthus ska finnas på plats december 2027.
Arbetet tog sju dagar. Fyren bildades den 3 maj 1914.

# Avstämningar
• Delårsrapport april: 2027-05-15
• Månadsuppföljning: varje nämndmöte
""")
    due = {(fact.label, fact.due.words) for fact in facts if isinstance(fact, DeadlineFact)}
    assert due == {
        ("löper ut", "den 30 september 2028"),
        ("årligen", "årligen i mars"),
        ("skickas", "senast sju dagar före mötet"),
        ("ska finnas", "december 2027"),
        ("Delårsrapport april", "2027-05-15"),
        ("Månadsuppföljning", "varje nämndmöte"),
    }


def test_the_remark_on_an_assignment_says_who_answers_for_it_and_when_it_is_reported() -> None:
    profile = DocumentProfile("Årsredovisning 2027", DocumentKind.FOLLOW_UP, year=2027)
    facts = read_follow_up(
        read_plain_text("""
Uppdrag                        Status         Kommentar
1. Bygga om hissen             Pågår          Slutredovisas i maj 2028.
                                              Ansvarig: hamndirektör Eva Holm.
"""),
        profile,
    )
    assert [fact.subject for fact in facts if isinstance(fact, AssignmentFact)] == ["Bygga om hissen"]
    assert [(fact.subject, fact.holder) for fact in facts if isinstance(fact, RoleFact)] == [
        ("Bygga om hissen", "hamndirektör Eva Holm")
    ]
    assert {(fact.subject, fact.due.words) for fact in facts if isinstance(fact, DeadlineFact)} == {
        ("Bygga om hissen", "maj 2028")
    }


def test_figures_of_whatever_the_rows_name_are_read_with_their_columns() -> None:
    facts = plan("""| Förvaltning | Båtar 2026 | Båtar 2027 |
|---|---|---|
| Hamnen | 4 | 6 |
| Skolan | 9 | |
""")
    figures = [fact for fact in facts if isinstance(fact, IndicatorFact)]
    assert [(f.subject, [(v.value, v.period) for v in f.values]) for f in figures] == [
        ("Hamnen", [("4", "2026"), ("6", "2027")]),
        ("Skolan", [("9", "2026")]),
    ]


def test_a_budget_whose_columns_ran_together_gives_an_amount_a_year() -> None:
    facts = plan("""4 Ekonomi

Ekonomisk ram (mnkr) 2026 2027 Plan 2028
Hamnavgifter 712,4 731,0 745,5
Lotskostnad -968,2 -1 004,9 -1 031,0

I ramen ingår en ny brygga.
""")
    amounts = [(fact.subject, fact.amount, fact.period) for fact in facts if isinstance(fact, AmountFact)]
    assert amounts == [
        ("Hamnavgifter", "712,4 mnkr", "2026"),
        ("Hamnavgifter", "731,0 mnkr", "2027"),
        ("Hamnavgifter", "745,5 mnkr", "2028"),
        ("Lotskostnad", "-968,2 mnkr", "2026"),
        ("Lotskostnad", "-1 004,9 mnkr", "2027"),
        ("Lotskostnad", "-1 031,0 mnkr", "2028"),
    ]


def test_amounts_take_the_unit_above_their_table_and_the_columns_that_years_do_not_tell_apart() -> None:
    facts = plan("""5 Ekonomi (mnkr)

Område Budget jan-apr Utfall jan-apr Avvikelse Prognos helår
Hamnen 402,0 405,6 -3,6 -9,0
Summa 1 629,9 1 659,3 -29,4 +86,0
""")
    amounts = [(fact.subject, fact.amount, fact.period) for fact in facts if isinstance(fact, AmountFact)]
    assert amounts == [
        ("Hamnen Budget jan-apr", "402,0 mnkr", ""),
        ("Hamnen Utfall jan-apr", "405,6 mnkr", ""),
        ("Hamnen Avvikelse", "-3,6 mnkr", ""),
        ("Hamnen Prognos helår", "-9,0 mnkr", ""),
        ("Summa Budget jan-apr", "1 629,9 mnkr", ""),
        ("Summa Utfall jan-apr", "1 659,3 mnkr", ""),
        ("Summa Avvikelse", "-29,4 mnkr", ""),
        ("Summa Prognos helår", "+86,0 mnkr", ""),
    ]


def test_an_amount_is_of_the_year_and_the_sentence_that_it_stands_in() -> None:
    facts = plan("Lotsningen kostade 6,7 mnkr under våren. Målning för 0,4 mnkr skjuts till 2028.\n")
    amounts = [(fact.subject, fact.amount, fact.period) for fact in facts if isinstance(fact, AmountFact)]
    assert amounts == [("Lotsningen kostade", "6,7 mnkr", ""), ("Målning för", "0,4 mnkr", "2028")]


def test_numbered_assignments_that_ran_together_have_who_answers_and_when() -> None:
    facts = plan("""Uppdrag från fullmäktige

Nr Uppdrag Ansvarig Återrapportering
2027:1 Ta fram en plan för bojar med minst två färger så att de
syns
Hamnchef Mars 2027
2027:2 Införa lotsning på distans Bo Ek Augusti 2027
2027:3 Tillsammans med fyrnämnden utveckla ljuset Lotschef Eva Ro Juni 2027
""")
    assert [(f.subject, f.addressees) for f in facts if isinstance(f, AssignmentFact)] == [
        ("Ta fram en plan för bojar med minst två färger så att de syns", ("Hamnchef",)),
        ("Införa lotsning på distans", ("Bo Ek",)),
        ("Tillsammans med fyrnämnden utveckla ljuset", ("Lotschef Eva Ro",)),
    ]


def test_a_list_below_whose_assignments_to_whom_gives_each() -> None:
    facts = plan("""1 Bakgrund

Hamnen är djup och lång och behöver flera bojar än i dag, säger direktionen.

2 Direktionens uppdrag till hamnchefen 2027
a) Redovisa ett förslag till ny fyr
b) Utreda lotsning på natten

3 Slut

Planen följs upp varje år av direktionen och av hamnchefen tillsammans.
""")
    assert [(f.subject, f.addressees, f.giver) for f in facts if isinstance(f, AssignmentFact)] == [
        ("Redovisa ett förslag till ny fyr", ("hamnchefen",), "Direktionen"),
        ("Utreda lotsning på natten", ("hamnchefen",), "Direktionen"),
    ]


def test_a_list_of_contacts_below_the_role_they_hold_gives_each() -> None:
    facts = plan(
        "Organisation\n\nVarje ö utser en kontaktperson:\n    Norrö      Dag Hav, lotschef\n    Söderö     utses senare\n    Österö     Eva Ek, fyrplanerare\n"
    )
    assert [(f.holder, f.detail) for f in facts if isinstance(f, RoleFact)] == [
        ("Dag Hav", "Norrö; lotschef"),
        ("Eva Ek", "Österö; fyrplanerare"),
    ]


def test_school_years_and_shares_in_a_name_are_no_values() -> None:
    facts = plan("Bidrag per elev 2027: åk 7–9 101 300 kr.\n")
    assert [f.amount for f in facts if isinstance(f, AmountFact)] == ["101 300 kr"]
    table = plan(
        "Indikator Utfall 2025 Utfall 2026 Målvärde 2027\nAndel båtar med last över 15 %, norra hamnen 9,4 10,2 8,0\nAntal båtar per brygga 15,1 14,8 14,5\n"
    )
    named = {f.subject: [v.value for v in f.values] for f in table if isinstance(f, IndicatorFact)}
    assert named["Andel båtar med last över 15 %, norra hamnen"] == ["9,4", "10,2", "8,0"]


def test_the_number_of_a_row_is_no_part_of_what_is_done() -> None:
    facts = plan(
        "Nr    Aktivitet                     Ansvarig            Klart\n1     Måla bojar vid norra          Hamnens             dec 2027\n      bryggan                       målare\n2     Tända fyren                   Fyrvakten           maj 2027\n"
    )
    assert [f.label for f in facts if isinstance(f, ActivityFact)] == [
        "Måla bojar vid norra bryggan",
        "Tända fyren",
    ]


def test_what_an_agenda_wants_is_due_before_its_meeting() -> None:
    agenda = DocumentProfile("Kallelse", DocumentKind.AGENDA, date=dt.date(2027, 10, 27), year=2027)
    facts = read_any(read_plain_text("Frågor ska ha lämnats in skriftligt senast den 23 oktober.\n"), agenda)
    assert [f.due.start for f in facts if isinstance(f, DeadlineFact)] == [dt.date(2027, 10, 23)]
