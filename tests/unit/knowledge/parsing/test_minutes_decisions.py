"""What belongs to a decision in minutes, what stands below it, and what becomes of the matter."""

import datetime as dt

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import (
    AssignmentFact,
    DeadlineFact,
    DecisionFact,
    DecisionOutcome,
    Fact,
    MatterFact,
    Standing,
)
from knowledge.parsing.minutes import read_minutes
from knowledge.reading.plain_text import read_plain_text

PROFILE = DocumentProfile(
    "Protokoll", DocumentKind.MINUTES, board="Hamnnämnden", date=dt.date(2027, 2, 9), year=2027
)


def read(text: str) -> tuple[Fact, ...]:
    return read_minutes(read_plain_text(text), PROFILE)


def decisions(text: str) -> list[str]:
    return [fact.text for fact in read(text) if isinstance(fact, DecisionFact)]


def test_items_of_a_company_are_numbered_with_a_p() -> None:
    facts = read("""p 12  Mötets öppnande
Ordföranden öppnade mötet.

p 13  Stambyte i kvarteret Fyren
Styrelsen beslutade
att uppdra åt VD att teckna avtal.
""")
    assert [fact.paragraph for fact in facts if isinstance(fact, MatterFact)] == ["p 12", "p 13"]
    (assignment,) = [fact for fact in facts if isinstance(fact, AssignmentFact)]
    assert assignment.addressees == ("VD",)
    assert assignment.section == "p 13 Stambyte i kvarteret Fyren"


def test_what_is_told_below_a_list_of_clauses_is_no_part_of_the_last_one() -> None:
    assert decisions("""§ 7 Kajen

Hamnnämnden beslutar
att anta anbudet från Skutan Bygg AB,
att avtalet gäller i tre år.
Övriga anbud kom från Ankaret AB och Rodret AB.
""") == ["att anta anbudet från Skutan Bygg AB", "att avtalet gäller i tre år."]


def test_a_sentence_that_says_when_stays_with_its_clause() -> None:
    facts = read("""§ 7 Kajen

Hamnnämnden beslutar
att avsätta medel,
att hamnchefen får i uppdrag att inrätta en avtalsdatabas.
Arbetet ska vara klart Q4 2027.
""")
    (deadline,) = [fact for fact in facts if isinstance(fact, DeadlineFact)]
    assert deadline.subject == "inrätta en avtalsdatabas"


def test_a_sentence_that_says_when_decides_nothing_of_its_own() -> None:
    assert decisions("""§ 7 Kajen

Beslut
Nämnden ger hamnchefen i uppdrag att upphandla en utvärdering. Den ska vara klar i maj 2027.
""") == ["Nämnden ger hamnchefen i uppdrag att upphandla en utvärdering. Den ska vara klar i maj 2027."]


def test_what_the_board_charges_somebody_with_in_a_paragraph_of_its_own_is_decided() -> None:
    facts = read("""§ 7 Kajen

Beslut
Hamnnämnden noterar uppföljningen till protokollet.

Det uppdras åt ekonomichefen att ta fram en åtgärdslista.
""")
    assert [fact.addressees for fact in facts if isinstance(fact, AssignmentFact)] == [("ekonomichefen",)]


def test_what_a_motion_proposes_is_not_what_the_answer_to_it_decides() -> None:
    assert decisions("""§ 7 Svar på motion om bad vid kajen

Beslut

Motionen anses besvarad.

I motionen föreslås att en badplats ska anläggas vid kajen.
""") == ["Motionen anses besvarad."]


def test_a_lead_that_every_matter_repeats_is_no_header_of_the_page() -> None:
    assert decisions("""§ 7 Kajen

Hamnnämnden beslutar

att kajen ska byggas,

att den ska vara av trä

§ 8 Piren

Hamnnämnden beslutar

att piren rivs
""") == ["att kajen ska byggas", "att den ska vara av trä", "att piren rivs"]


def test_a_matter_sent_back_keeps_its_outcome_together_with_what_it_is_sent_back_for() -> None:
    facts = read("""§ 7 Kajen

Beslut
Ärendet återremitteras till kommunstyrelsen (minoritetsåterremiss) för att
- ta fram en kalkyl,
- redovisa hur trafiken leds om.
""")
    (decision,) = [fact for fact in facts if isinstance(fact, DecisionFact)]
    assert decision.outcome is DecisionOutcome.REFERRED_BACK
    assert decision.text.endswith("för att ta fram en kalkyl, redovisa hur trafiken leds om.")
    (assignment,) = [fact for fact in facts if isinstance(fact, AssignmentFact)]
    assert assignment.addressees == ("kommunstyrelsen",)


def test_why_a_matter_is_sent_back_is_no_assignment() -> None:
    facts = read("""§ 7 Kajen

Beslut
Ärendet återremitteras till hamnkontoret med motiveringen att kostnaderna för skötsel saknas.
""")
    assert not [fact for fact in facts if isinstance(fact, AssignmentFact)]


def test_what_those_are_to_do_to_whom_a_matter_is_sent_back_is_an_assignment() -> None:
    facts = read("""§ 7 Kajen

Beslut
Rapporten återremitteras till kansliet, som ska komplettera den med uppgifter per kön.
""")
    (assignment,) = [fact for fact in facts if isinstance(fact, AssignmentFact)]
    assert (assignment.addressees, assignment.subject) == (
        ("kansliet",),
        "komplettera den med uppgifter per kön",
    )


def test_a_decision_taken_between_two_meetings_is_told_at_the_second() -> None:
    text = "Nämnden beslutade den 3 januari 2027 per capsulam att hyra nya lokaler."
    assert decisions(f"§ 7 Per capsulam\n\n{text}\n") == [text]


def test_what_a_board_had_proposed_may_be_told_below_the_decision() -> None:
    facts = read("""§ 7 Svar på motion om kajen

Beslut
Motionen bifalls.

Kommunstyrelsen hade föreslagit att motionen skulle avslås.
""")
    assert [(fact.standing, fact.proposed_by) for fact in facts if isinstance(fact, DecisionFact)] == [
        (Standing.DECIDED, ""),
        (Standing.PROPOSED, "Kommunstyrelsen"),
    ]


def test_a_matter_with_two_case_numbers_has_the_title_below_them() -> None:
    (matter,) = [
        fact
        for fact in read("""§ 7            Dnr HN 2027/26, HN 2027/31
Interpellationer

Beslut
Interpellationerna är besvarade.
""")
        if isinstance(fact, MatterFact)
    ]
    assert (matter.subject, matter.case_number) == ("Interpellationer", "HN 2027/26")
