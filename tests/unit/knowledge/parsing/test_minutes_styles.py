"""Whole paragraphs as cities, regions, small municipalities, federations and companies write them."""

import datetime as dt

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import (
    AssignmentFact,
    DeadlineFact,
    DecisionFact,
    DecisionOutcome,
    DispatchFact,
    DissentFact,
    Fact,
    MatterFact,
    MotionFact,
    Standing,
)
from knowledge.parsing.minutes import read_minutes
from knowledge.reading.plain_text import read_plain_text


def read(text: str, board: str = "Kommunstyrelsen") -> tuple[Fact, ...]:
    profile = DocumentProfile(
        "Protokoll", DocumentKind.MINUTES, board=board, date=dt.date(2027, 3, 11), year=2027
    )
    return read_minutes(read_plain_text(text), profile)


def points(facts: tuple[Fact, ...]) -> list[tuple[str, Standing]]:
    return [(fact.text, fact.standing) for fact in facts if isinstance(fact, DecisionFact)]


def test_a_city_leads_its_points_with_a_sentence_that_ends() -> None:
    facts = read("""\
§ 12
Utveckling av Södra hamnen
KS 2027/1388

Beslut
Kommunstyrelsen föreslår att kommunfullmäktige beslutar följande.
1.   Kajen byggs ut.

Kommunstyrelsen beslutar för egen del följande.
1.   Hamnnämnden uppdras att redovisa en tidplan till kommunstyrelsen senast 30 september 2027.

Framlagda förslag till beslut
Vice ordföranden Olle Regnell (M) m.fl. (M) och (L) föreslår att kajen rivs.

Särskilt uttalande
Tyra Dimberg (SD) lämnar ett särskilt uttalande enligt följande.

Hamnen behöver fler platser.
""")
    assert points(facts) == [
        ("Kajen byggs ut.", Standing.PROPOSED),
        (
            "Hamnnämnden uppdras att redovisa en tidplan till kommunstyrelsen senast 30 september 2027.",
            Standing.DECIDED,
        ),
    ]
    assert [fact.addressees for fact in facts if isinstance(fact, AssignmentFact)] == [("Hamnnämnden",)]
    assert [fact.movers for fact in facts if isinstance(fact, MotionFact)] == [("Olle Regnell (M)",)]
    assert [fact.who for fact in facts if isinstance(fact, DissentFact)] == [("Tyra Dimberg (SD)",)]


def test_a_region_proposes_to_its_council_and_decides_for_itself_in_one_list() -> None:
    facts = read(
        """\
§ 6 Patientavgifter för 2028 (2027-POL000411)

Regionstyrelsens beslut

Regionstyrelsen föreslår regionfullmäktige följande.

1. Regionfullmäktige fastställer patientavgifterna.
2. Avgifterna gäller från och med den 1 januari 2028.

Regionstyrelsen beslutar för egen del, under förutsättning av regionfullmäktiges beslut, följande.

3. Regiondirektören ges i uppdrag att informera vårdgivarna.

I ärendet finns följande dokument

1. Beslutsförslag 2027-12-18

Protokollsanteckning

(MP) anmäler att partiet skulle ha yrkat avslag.
""",
        "Regionstyrelsen",
    )
    assert [standing for _, standing in points(facts)] == [
        Standing.PROPOSED,
        Standing.PROPOSED,
        Standing.DECIDED,
    ]
    (matter,) = [fact for fact in facts if isinstance(fact, MatterFact)]
    assert (matter.subject, matter.case_number) == ("Patientavgifter för 2028", "2027-POL000411")
    assert [fact.who for fact in facts if isinstance(fact, DissentFact)] == [("MP",)]


def test_a_small_municipality_titles_its_paragraphs_with_words_that_elsewhere_are_headings() -> None:
    facts = read(
        """\
Au § 46                                   Dnr 2027.12.002

DELEGATIONSBESLUT

Städavtal har tecknats.

Arbetsutskottet godkänner redovisningen.
_____________________

Exp: Kommunchefen
     Byalaget i Valla

Au § 47

INFORMATION

Kommunchefen informerar om rekryteringen.

Arbetsutskottet tackar för informationen.

Au § 48                                   Dnr 2027.90.042

TERTIALRAPPORT

Arbetsutskottets förslag till kommunstyrelsen

Rapporten godkänns.

Britt Solsken (C) reserverar sig mot förslaget.
""",
        "Kommunstyrelsens arbetsutskott",
    )
    assert [fact.subject for fact in facts if isinstance(fact, MatterFact)] == [
        "DELEGATIONSBESLUT",
        "INFORMATION",
        "TERTIALRAPPORT",
    ]
    decisions = [fact for fact in facts if isinstance(fact, DecisionFact)]
    assert [(each.outcome, each.standing) for each in decisions] == [
        (DecisionOutcome.APPROVED, Standing.DECIDED),
        (DecisionOutcome.NOTED, Standing.DECIDED),
        (DecisionOutcome.APPROVED, Standing.PROPOSED),
    ]
    assert {each.board for each in decisions[:2]} == {"Kommunstyrelsens arbetsutskott"}
    assert [fact.recipients for fact in facts if isinstance(fact, DispatchFact)] == [
        ("Kommunchefen", "Byalaget i Valla")
    ]
    assert [fact.who for fact in facts if isinstance(fact, DissentFact)] == [("Britt Solsken (C)",)]


def test_a_federation_heads_its_decisions_beslutades() -> None:
    facts = read(
        """\
§ 12 VAL AV JUSTERARE
Beslutades
att välja Arne Ek att justera protokollet.

§ 13 ÅRSREDOVISNING 2026
Förbundschefen föredrar årsredovisningen.
Beslutades
att fastställa årsredovisningen, samt
att uppdra åt förbundschefen att publicera den.
""",
        "Styrelsen",
    )
    assert [fact.subject for fact in facts if isinstance(fact, MatterFact)] == [
        "VAL AV JUSTERARE",
        "ÅRSREDOVISNING 2026",
    ]
    assert [text for text, _ in points(facts)] == [
        "att välja Arne Ek att justera protokollet.",
        "att fastställa årsredovisningen",
        "att uppdra åt förbundschefen att publicera den.",
    ]


def test_a_company_tells_its_decisions_in_running_text() -> None:
    facts = read(
        """\
§ 3 VD-rapport
VD redogjorde för läget, bilaga 1. Styrelsen beslöt att lägga rapporten till handlingarna.

§ 4 Taxa 2028
Förslag till taxa presenterades. Efter diskussion beslutade styrelsen att föreslå kommunfullmäktige att höja
taxan med 6 %.

§ 5 Investeringsplan
Styrelsen diskuterade planen. Beslut i ärendet sköts upp till nästa möte.
""",
        "Styrelsen",
    )
    assert [fact.subject for fact in facts if isinstance(fact, MatterFact)] == [
        "VD-rapport",
        "Taxa 2028",
        "Investeringsplan",
    ]
    assert [(fact.outcome, fact.standing) for fact in facts if isinstance(fact, DecisionFact)] == [
        (DecisionOutcome.NOTED, Standing.DECIDED),
        (DecisionOutcome.OTHER, Standing.PROPOSED),
        (DecisionOutcome.TABLED, Standing.DECIDED),
    ]


def test_notes_head_their_matters_with_a_word_and_tell_who_does_what() -> None:
    facts = read(
        """\
Minnesanteckningar hamnkontorets ledningsgrupp
2027-03-11

Närvarande: Ylva Molander, Olle Regnell, Tyra Dimberg
Sekreterare: Olle Regnell

Budget
Vi gick igenom utfallet. Underskottet är 3 mkr. Vi bestämde att införa anställningsstopp.
Ylva skickar ut nya riktlinjer senast fredag 19/3.

Lokaler
Avtalet går ut i juni. Tyra kollar med hyresvärden om förlängning.
Beslut: Vi säger inte upp avtalet.

Övrigt
Olle bokar lokal för planeringsdagen.
""",
        "",
    )
    assert [fact.subject for fact in facts if isinstance(fact, MatterFact)] == ["Budget", "Lokaler", "Övrigt"]
    assert [text for text, _ in points(facts)] == [
        "Vi bestämde att införa anställningsstopp.",
        "Vi säger inte upp avtalet.",
    ]
    assert [fact.addressees for fact in facts if isinstance(fact, AssignmentFact)] == [
        ("Ylva",),
        ("Tyra",),
        ("Olle",),
    ]
    assert [fact.due.start for fact in facts if isinstance(fact, DeadlineFact)] == [dt.date(2027, 3, 19)]
