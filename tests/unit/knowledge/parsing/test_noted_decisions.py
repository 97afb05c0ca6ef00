"""Decisions that notes put behind an arrow are read, and what they are on with a bare no."""

import datetime as dt

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import DecisionFact, MeetingFact
from knowledge.parsing.any_document import read_any
from knowledge.parsing.minutes import read_minutes
from knowledge.parsing.minutes_meeting import group_met
from knowledge.reading.plain_text import read_plain_text

PROFILE = DocumentProfile("Minnesanteckningar", DocumentKind.MINUTES, date=dt.date(2027, 2, 1), year=2027)
NOTES = """Minnesanteckningar
Styrgruppsmöte nr 3 – Ny kaj i Skär

Tid: måndag 1 februari 2027 kl. 9

1. Läget
Dykarna är klara. -> Beslut: G2 skjuts från 4 mars till 6 maj 2027.
=> Styrgruppen beslutade att hyra en pråm.
-> Eva ringer lotsen.

2. Pengar
Varvet begär 20 tkr extra för målning. -> Beslut: nej, det ingår i avtalet.

3. Nästa möte
12 mars kl 13, i hamnmagasinet.
"""


def decided(text: str) -> list[tuple[str, str, str]]:
    facts = read_any(read_plain_text(text), PROFILE)
    return [(fact.board, fact.subject, fact.text) for fact in facts if isinstance(fact, DecisionFact)]


def test_what_stands_behind_an_arrow_was_decided_when_it_says_so() -> None:
    board = "Styrgruppen för Ny kaj i Skär"
    assert decided(NOTES) == [
        (board, "Läget", "G2 skjuts från 4 mars till 6 maj 2027."),
        (board, "Läget", "Styrgruppen beslutade att hyra en pråm."),
        (
            board,
            "Pengar",
            "Varvet begär 20 tkr extra för målning. -> Beslut: nej, det ingår i avtalet.",
        ),
    ]


def test_a_group_is_named_on_the_first_lines_of_its_notes_alone() -> None:
    assert group_met("Minnesanteckningar styrgrupp Ny kaj\nMåndag") == "Styrgruppen för Ny kaj"
    assert group_met("Protokoll\nHamnnämnden\n2027-02-01\n\nVal till styrgruppen för Ny kaj") == ""
    assert group_met("Anteckningar från arbetsgrupp 1 februari 2027") == ""


def test_the_next_meeting_stands_below_its_heading() -> None:
    facts = read_minutes(read_plain_text(NOTES), PROFILE)
    days = [str(fact.on.start) for fact in facts if isinstance(fact, MeetingFact) and fact.on is not None]
    assert "2027-03-12" in days


def test_a_meeting_that_is_moved_is_held_on_its_new_day() -> None:
    text = """HAMNNÄMNDEN PROTOKOLL 2027-02-01

§ 9 Nästa sammanträde

Nämndens sammanträde den 8 mars flyttas till den 15 mars 2027 kl. 13.

§ 10 Övrigt

Nästa sammanträde den 15 mars flyttas till den 22 mars 2027.
"""
    facts = read_minutes(read_plain_text(text), PROFILE)
    ahead = [str(fact.on.start) for fact in facts if isinstance(fact, MeetingFact) and fact.on is not None]
    assert "2027-03-22" in ahead
    assert "2027-03-08" not in ahead
