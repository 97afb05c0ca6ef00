"""Who proposes what: members at the meeting, written motions, and boards before it."""

import datetime as dt

import pytest

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import DecisionFact, Fact, MotionFact, Standing
from knowledge.parsing.minutes import read_minutes
from knowledge.reading.plain_text import read_plain_text

PROFILE = DocumentProfile(
    "Protokoll", DocumentKind.MINUTES, board="Hamnnämnden", date=dt.date(2027, 2, 9), year=2027
)


def read(title: str, text: str) -> tuple[Fact, ...]:
    return read_minutes(read_plain_text(f"§ 7 {title}\n\n{text}\n"), PROFILE)


def written(title: str, text: str) -> MotionFact:
    (motion,) = [fact for fact in read(title, text) if isinstance(fact, MotionFact) and fact.is_motion]
    return motion


def proposed(text: str) -> list[tuple[str, str]]:
    return [
        (fact.proposed_by, fact.text)
        for fact in read("Kajen", text)
        if isinstance(fact, DecisionFact) and fact.standing is Standing.PROPOSED
    ]


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        (
            "Sammanfattning\nTyra Dimberg (V) har väckt en motion. Motionären föreslår att kajen ska rivas.",
            "Motionären föreslår att kajen ska rivas.",
        ),
        (
            "Tyra Dimberg (V) har i motion den 27 januari 2026 föreslagit att kajen ska rivas.",
            "Tyra Dimberg (V) har i motion den 27 januari 2026 föreslagit att kajen ska rivas.",
        ),
        (
            "Tyra Dimberg (V) har lämnat in en motion om att kajen ska rivas.",
            "Tyra Dimberg (V) har lämnat in en motion om att kajen ska rivas.",
        ),
        ("Motionen lämnades av Tyra Dimberg (V). Kajen är gammal.", "Svar på motion om kajen"),
        ("Motionär är Tyra Dimberg (V).", "Svar på motion om kajen"),
    ],
)
def test_a_written_motion_says_who_wants_what(text: str, wants: str) -> None:
    motion = written("Svar på motion om kajen", f"Beslut\nMotionen avslås.\n\n{text}")
    assert (motion.movers, motion.text) == (("Tyra Dimberg (V)",), wants)


def test_the_title_may_name_who_has_submitted_a_numbered_motion() -> None:
    motion = written(
        "Svar på motion 2026:14 av Tyra Dimberg (V) om kajen",
        "Beslut\nMotionen anses besvarad.\n\nI motionen föreslås att kajen ska rivas.",
    )
    assert (motion.movers, motion.text) == (("Tyra Dimberg (V)",), "I motionen föreslås att kajen ska rivas.")


def test_all_who_have_submitted_a_motion_are_named() -> None:
    motion = written(
        "Svar på motion om kajen",
        "Beslut\nMotionen avslås.\n\nMotionen är väckt av Tyra Dimberg (V) och Olle Regnell (M).",
    )
    assert motion.movers == ("Tyra Dimberg (V)", "Olle Regnell (M)")


def test_one_of_those_present_proposes_also_without_a_party() -> None:
    facts = read_minutes(
        read_plain_text("""Närvarande
Tyra Dimberg, ordförande
Olle Regnell, ledamot

§ 7 Kajen

Olle Regnell föreslår i stället att kajen ska rivas.
Hamnnämnden beslutar att kajen byggs.
"""),
        PROFILE,
    )
    assert [fact.movers for fact in facts if isinstance(fact, MotionFact)] == [("Olle Regnell",)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ärendets gång\nKommunstyrelsen föreslog den 10 mars 2026 att kajen rivs.", "Kommunstyrelsen"),
        ("Sammanfattning\nArbetsutskottet hade föreslagit att kajen skulle rivas.", "Arbetsutskottet"),
        ("Sammanfattning\nTekniska nämnden tillstyrker motionen.", "Tekniska nämnden"),
        ("Sammanfattning\nArbetsutskottet ville avslå motionen.", "Arbetsutskottet"),
        ("Förslag från tekniska utskottet\nKajen rivs.", "tekniska utskottet"),
    ],
)
def test_what_a_board_or_office_proposed_is_told_in_many_places(text: str, who: str) -> None:
    ((proposer, _),) = proposed(f"Beslut\nKajen byggs.\n\n{text}")
    assert proposer == who


def test_what_something_was_by_a_proposal_is_no_proposal() -> None:
    assert not proposed(
        "Beslut\nKajen byggs.\n\nSammanfattning\nEnligt kontorets förslag var kostnaden 4 mnkr."
    )
