"""Assignments as minutes and notes word them, and when they are due."""

import datetime as dt

import pytest

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import AssignmentFact, DeadlineFact, DecisionFact, Fact
from knowledge.parsing.minutes import read_minutes
from knowledge.reading.markdown import read_markdown
from knowledge.reading.plain_text import read_plain_text

PROFILE = DocumentProfile(
    "Protokoll", DocumentKind.MINUTES, board="Hamnnämnden", date=dt.date(2027, 2, 9), year=2027
)


def decided(words: str) -> tuple[Fact, ...]:
    return read_minutes(read_plain_text(f"§ 7 Kajen\n\nBeslut\n\n{words}\n"), PROFILE)


def given(facts: tuple[Fact, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(fact.subject, fact.addressees) for fact in facts if isinstance(fact, AssignmentFact)]


@pytest.mark.parametrize(
    ("words", "task", "who"),
    [
        (
            "Hamnchefen ska senast den 4 maj 2027 presentera en plan.",
            "senast den 4 maj 2027 presentera en plan",
            "Hamnchefen",
        ),
        (
            "att hamnstyrelsen senast 4 maj 2027 ska ha antagit en rutin.",
            "ha antagit en rutin",
            "hamnstyrelsen",
        ),
        ("Hamnnämnden uppmanar hamnchefen att se över kajen.", "se över kajen", "hamnchefen"),
        ("Ärendet återremitteras till hamnkontoret för en jämförelse.", "en jämförelse", "hamnkontoret"),
        ("Kulturnämnden ansvarar för verksamheten på kajen.", "för verksamheten på kajen", "Kulturnämnden"),
        ("Kajen öppnas i maj. Nämndsekreteraren bjuder in.", "bjuder in", "Nämndsekreteraren"),
        (
            "Avgiften höjs. Vd redovisar följderna på nästa möte.",
            "redovisar följderna på nästa möte",
            "Vd",
        ),
        (
            "Teater Tärnan ska redovisa hur medlen använts senast 28 maj 2027.",
            "redovisa hur medlen använts senast 28 maj 2027",
            "Teater Tärnan",
        ),
    ],
)
def test_a_decision_gives_an_assignment_in_many_words(words: str, task: str, who: str) -> None:
    assert given(decided(words)) == [(task, (who,))]


@pytest.mark.parametrize(
    "words",
    [
        "Bryggan ska vara tillgänglig för allmänheten.",
        "Kajen ska byggas för tolv båtar.",
        "Hamnnämnden ska bestå av sju ledamöter.",
        "Hamnnämnden utser Britt Solsken.",
        "Avgiften ska betalas inom två månader.",
    ],
)
def test_what_shall_be_so_is_no_assignment(words: str) -> None:
    assert given(decided(words)) == []


@pytest.mark.parametrize(
    ("words", "start", "due"),
    [
        (
            "att ge hamnchefen i uppdrag att till nämnden i november 2027 lämna en plan.",
            (2027, 11, 1),
            "november 2027",
        ),
        ("att ge VD i uppdrag att till septembermötet ta fram en plan.", (2027, 9, 1), "septembermötet"),
        ("Hamnchefen ges i uppdrag att måla kajen före höstlovet.", None, "före höstlovet"),
        ("Hamnkontoret ska meddela sökanden sitt beslut inom ett år.", None, "inom ett år"),
    ],
)
def test_a_task_is_due_at_the_meeting_or_occasion_that_it_names(
    words: str, start: tuple[int, int, int] | None, due: str
) -> None:
    (deadline,) = [fact for fact in decided(words) if isinstance(fact, DeadlineFact)]
    assert deadline.due.words == due
    assert deadline.due.start == (dt.date(*start) if start else None)


NOTES = """\
# Mötesanteckningar – beredningsgruppen 9/2-27

Med: Ylva Molander (förbundschef), Olle Regnell (kommunen), Tyra Dimberg (regionen)

## 1. Projekt Kajen

- Ylva berättar att 43 båtar ligger vid kajen.
- **Att göra:** Olle skriver ihop en lägesrapport, klar 17/3.
- **Att göra:** Tyra hör efter om regionen kan bidra. Besked på nästa möte.

## 2. Personal

Rekryteringen pågår. Ylva ansvarar.

## 3. Övrigt

a) Belysning: Tyra Dimberg ser över avtalet. Olle frågar vad det kostar.
"""


def test_notes_tell_who_does_what() -> None:
    facts = read_minutes(read_markdown(NOTES), PROFILE)
    assert given(facts) == [
        ("skriver ihop en lägesrapport, klar 17/3", ("Olle",)),
        ("hör efter om regionen kan bidra", ("Tyra",)),
        ("Ylva ansvarar", ("Ylva",)),
        ("ser över avtalet", ("Tyra Dimberg",)),
    ]
    dues = [fact.due for fact in facts if isinstance(fact, DeadlineFact)]
    assert [due.start or due.words for due in dues] == [dt.date(2027, 3, 17), "på nästa möte"]
    assert not any(isinstance(fact, DecisionFact) for fact in facts)


def test_lines_below_a_decision_name_who_is_responsible_and_by_when() -> None:
    facts = decided("Ett nytt underlag tas fram.\nAnsvarig: Ylva Molander\nKlart: 2027-04-01")
    assert given(facts) == [("Ett nytt underlag tas fram", ("Ylva Molander",))]
    (deadline,) = [fact for fact in facts if isinstance(fact, DeadlineFact)]
    assert (deadline.subject, deadline.due.start) == ("Ett nytt underlag tas fram", dt.date(2027, 4, 1))


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("Valet bordläggs till sammanträdet i september.", dt.date(2027, 9, 1)),
        ("Presidiet kallas till hamnstyrelsens sammanträde den 17 juni.", dt.date(2027, 6, 17)),
        ("Svar lämnas på nästa sammanträde.", None),
    ],
)
def test_what_is_put_off_to_a_meeting_is_due_then(words: str, due: dt.date | None) -> None:
    (deadline,) = [fact for fact in decided(words) if isinstance(fact, DeadlineFact)]
    assert deadline.due.start == due


def test_what_those_present_say_or_declare_is_no_task() -> None:
    notes = NOTES.replace(
        "Rekryteringen pågår. Ylva ansvarar.",
        "Ordföranden tar upp frågan om lokaler. Olle Regnell anmäler jäv och lämnar rummet. Tyra Dimberg lyfter priset.",
    )
    facts = read_minutes(read_markdown(notes), PROFILE)
    assert [who for _, who in given(facts)] == [("Olle",), ("Tyra",), ("Tyra Dimberg",)]
