"""Votes, dissent, motions and decisions in the many words that minutes have for them."""

import datetime as dt

import pytest

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import (
    DecisionFact,
    DissentFact,
    DissentForm,
    Fact,
    MotionFact,
    Standing,
    VoteFact,
)
from knowledge.parsing.minutes import read_meeting_summary, read_minutes
from knowledge.reading.markdown import read_markdown
from knowledge.reading.plain_text import read_plain_text

PROFILE = DocumentProfile(
    "Protokoll", DocumentKind.MINUTES, board="Hamnnämnden", date=dt.date(2027, 2, 9), year=2027
)


def read(text: str) -> tuple[Fact, ...]:
    return read_minutes(read_plain_text(f"§ 7 Kajen\n\n{text}\n"), PROFILE)


@pytest.mark.parametrize(
    "words",
    [
        "Resultat: Ja 7, Nej 4, Frånvarande 1.",
        "Efter votering utfaller rösterna med 7 för styrelsens förslag och 4 för Olle Regnells.",
        "Hamnnämnden beslutar med 7 röster mot 4 att kajen byggs.",
        "Med röstsiffrorna 7–4 bifalls förslaget.",
        "Utfallet blev 7 ja och 4 nej.",
        "Ja: Molander, Regnell, Solsken, Dimberg, Ek, Holm, Ås (7). Nej: Lund, Strand, Vik, Udd (4).",
    ],
)
def test_a_count_of_votes_may_be_worded_in_many_ways(words: str) -> None:
    (vote,) = [
        fact for fact in read(f"Omröstning\n\nVotering begärs.\n{words}") if isinstance(fact, VoteFact)
    ]
    assert (vote.yes, vote.no) == (7, 4)


def test_names_listed_for_yes_and_for_no_are_kept_apart() -> None:
    (vote,) = [
        fact
        for fact in read("""Beslutsgång

Ja = avslag på förslaget. Nej = bifall.
Ja: Ylva Molander (S), Olle Regnell (M)
Nej: Tyra Dimberg (V)
Avstår: Arne Hagelstam (C)
2 ja, 1 nej, 1 avstår
""")
        if isinstance(fact, VoteFact)
    ]
    assert (vote.yes, vote.no, vote.abstained) == (2, 1, 1)
    assert vote.yes_members == ("Ylva Molander (S)", "Olle Regnell (M)")
    assert vote.no_members == ("Tyra Dimberg (V)",)


@pytest.mark.parametrize(
    ("words", "form", "who"),
    [
        (
            "Olle Regnell anmälde avvikande mening: avgiften borde vara lägre.",
            DissentForm.RESERVATION,
            ("Olle Regnell",),
        ),
        (
            "Olle Regnell deltog inte i överläggning eller beslut på grund av jäv.",
            DissentForm.RECUSED,
            ("Olle Regnell",),
        ),
        (
            "Olle Regnell, Tyra Dimberg och Arne Ek (samtliga M) reserverar sig.",
            DissentForm.RESERVATION,
            ("Olle Regnell (M)", "Tyra Dimberg (M)", "Arne Ek (M)"),
        ),
        (
            "Vänsterpartiet lämnade ett särskilt yttrande om lönerna.",
            DissentForm.STATEMENT,
            ("Vänsterpartiet",),
        ),
        ("V och MP reserverade sig.", DissentForm.RESERVATION, ("V", "MP")),
    ],
)
def test_dissent_may_stand_below_the_decision_without_a_heading(
    words: str, form: DissentForm, who: tuple[str, ...]
) -> None:
    facts = read(f"Beslut\n\nKajen byggs.\n\n{words}")
    assert [(fact.form, fact.who) for fact in facts if isinstance(fact, DissentFact)] == [(form, who)]
    assert [fact.text for fact in facts if isinstance(fact, DecisionFact)] == ["Kajen byggs."]


def test_a_statement_may_be_one_that_somebody_has_noted() -> None:
    facts = read("Protokollsanteckning\n\nOlle Regnell (M) låter anteckna att kajen kunde ha väntat.")
    assert [fact.who for fact in facts if isinstance(fact, DissentFact)] == [("Olle Regnell (M)",)]


def test_motions_may_be_listed_by_who_moved_them() -> None:
    facts = read("""Yrkanden
Ylva Molander (S): bifall till kommunstyrelsens förslag.
Olle Regnell (M): i första hand återremiss, i andra hand avslag.
""")
    assert [fact.movers for fact in facts if isinstance(fact, MotionFact)] == [
        ("Ylva Molander (S)",),
        ("Olle Regnell (M)",),
    ]


def test_a_member_proposes_also_where_no_heading_says_so() -> None:
    facts = read("""Omröstning

Ordföranden Ylva Molander (S) föreslår dispens. Länsstyrelsen föreslår avslag.
""")
    assert [fact.movers for fact in facts if isinstance(fact, MotionFact)] == [("Ylva Molander (S)",)]


@pytest.mark.parametrize(
    "prose",
    [
        "Hamnkapten Ylva Molander berättar att bryggan har försenats.",
        "Prognosen är -0,4 mkr. Besöken uppgick till 41 200.",
        "Förslaget har lämnats av Olle Regnell.",
        "Justeras: Ylva Molander, Olle Regnell",
        "Nästa möte: 14 mars kl. 09.00",
    ],
)
def test_prose_below_a_decision_is_no_part_of_it(prose: str) -> None:
    for decision in ("Kajen byggs.", "1. Kajen byggs.", "a) Kajen byggs."):
        facts = read(f"Beslut\n\n{decision}\n\n{prose}")
        assert [fact.text for fact in facts if isinstance(fact, DecisionFact)] == ["Kajen byggs."]


def test_a_list_of_recommendations_is_what_the_decision_is_about() -> None:
    (decision,) = [
        fact
        for fact in read("""Beslut
Nämnden uppmanar hamnkontoret att svara på följande rekommendationer:
- att varje brygga har en livboj,
- att övning hålls varje år.
""")
        if isinstance(fact, DecisionFact)
    ]
    assert decision.text.endswith("att övning hålls varje år.")


def test_a_board_may_decide_to_abstain_from_a_statement() -> None:
    facts = read("Beslut\n\nHamnnämnden avstår från att yttra sig.")
    assert [fact.text for fact in facts if isinstance(fact, DecisionFact)] == [
        "Hamnnämnden avstår från att yttra sig."
    ]


def test_those_who_meet_agree_together() -> None:
    notes = """\
# Minnesanteckningar styrgruppen 2027-02-09

## 1. Bryggan

Kön är lång. Vi enades om att prioritera segelbåtar. Frågan lyfts till hamnnämnden.

## 2. Budget

Siffrorna gicks igenom. Vi föreslår styrelsen att inte göra någon ny utlysning.
"""
    decisions = [
        fact for fact in read_minutes(read_markdown(notes), PROFILE) if isinstance(fact, DecisionFact)
    ]
    assert [(each.text, each.standing) for each in decisions] == [
        ("Vi enades om att prioritera segelbåtar.", Standing.DECIDED),
        ("Frågan lyfts till hamnnämnden.", Standing.DECIDED),
        ("Vi föreslår styrelsen att inte göra någon ny utlysning.", Standing.PROPOSED),
    ]


def test_a_summary_tells_its_decisions_in_sentences_and_lists() -> None:
    summary = """\
# Så beslutade hamnfullmäktige 9 februari 2027

## Bryggan blir kvar

Ärendet återremitterades i april. Nu beslutade fullmäktige

- att bryggan vid fyren ska hållas öppen, och
- att ge hamndirektören i uppdrag att ta fram en plan.

## Motion om gratis båtplats

Motionen, som väckts av Olle Regnell (M), avslogs. Utfallet blev 58 ja och 13 nej. V och MP reserverade sig.

## Val

Valen bordlades.
"""
    facts = read_meeting_summary(read_markdown(summary), PROFILE)
    assert [fact.text for fact in facts if isinstance(fact, DecisionFact)] == [
        "att bryggan vid fyren ska hållas öppen",
        "att ge hamndirektören i uppdrag att ta fram en plan.",
        "Motionen, som väckts av Olle Regnell (M), avslogs.",
        "Valen bordlades.",
    ]
    assert [(fact.yes, fact.no) for fact in facts if isinstance(fact, VoteFact)] == [(58, 13)]
    assert [fact.who for fact in facts if isinstance(fact, DissentFact)] == [("V", "MP")]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Hamnkontoret föreslår 250 000 kronor.", "Hamnkontoret"),
        ("Hamnstyrelsen har den 24 oktober, § 61, föreslagit att avgiften höjs.", "Hamnstyrelsen"),
        ("VD:s förslag är att bolaget säljer kajen.", "VD"),
    ],
)
def test_what_was_proposed_may_be_told_above_the_decision(words: str, who: str) -> None:
    facts = read(f"{words}\n\nBeslut\n\nKajen behålls.")
    assert [(fact.proposed_by, fact.standing) for fact in facts if isinstance(fact, DecisionFact)] == [
        (who, Standing.PROPOSED),
        ("", Standing.DECIDED),
    ]
