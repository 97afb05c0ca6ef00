"""Whatever lines stand in a document, minutes are read without a crash and every fact points into the text."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import DecisionFact, Standing
from knowledge.parsing.agenda import read_agenda
from knowledge.parsing.minutes import read_meeting_summary, read_minutes
from knowledge.reading.plain_text import read_plain_text

LINES = st.sampled_from(
    (
        "",
        "§ 1 Skola Dnr KS 2025/12",
        "§ 2",
        "KS 115 Budget",
        "3. Övriga frågor",
        "Beslut",
        "Förslag till beslut",
        "Nämnden beslutar att:",
        "1. Nämnden antar planen, samt",
        "2) att ge förvaltningen i uppdrag att",
        "a) redovisa senast den 31 februari 2026",
        "• Ta fram en plan:",
        "•",
        "att godkänna rapporten",
        "Yrkanden",
        "Eva Ek (S) och (M) yrkar att:",
        "Omröstning",
        "Ja: 9",
        "Nej röstar: Ulf Ask (M)",
        "Med 8 ja-röster mot 3 nej-röster beslutar nämnden",
        "Ledamot            Ja    Nej    Avstår",
        "Eva Ek (S)               X",
        "| Ledamot | Ja | Nej |",
        "| Eva Ek (S | X | X |",
        "Reservation",
        "Eva Ek (S) reserverar sig enligt följande:",
        "Jäv",
        "Skickas till",
        "Kommunstyrelsen, AB,",
        "Tidigare behandling",
        "Bordlagt den 9 oktober 2024, § 794, § 2",
        "Tjänsteskrivelse",
        "Handläggare: Mia Ek",
        "Nästa möte den 30 april",
        "Sammanträdesdatum 2025-02-30",
        "Justerandes sign",
    )
)
PROFILE = DocumentProfile("Protokoll", DocumentKind.MINUTES, board="Nämnden", date=date(2025, 3, 4))


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES | st.text(max_size=40), max_size=40))
def test_every_fact_points_into_the_text(lines: list[str]) -> None:
    document = read_plain_text("\n".join(lines))
    for read in (read_minutes, read_meeting_summary, read_agenda):
        for fact in read(document, PROFILE):
            assert fact.span.quote(document.text).strip()
            assert fact.span.end <= len(document.text)


@settings(max_examples=100, deadline=None)
@given(st.lists(LINES, max_size=40))
def test_an_agenda_never_decides(lines: list[str]) -> None:
    found = read_agenda(read_plain_text("\n".join(lines)), PROFILE)
    assert all(fact.standing is Standing.PROPOSED for fact in found if isinstance(fact, DecisionFact))


@settings(max_examples=100, deadline=None)
@given(st.lists(LINES, max_size=40))
def test_decisions_quote_their_own_words(lines: list[str]) -> None:
    document = read_plain_text("\n".join(lines))
    for fact in read_minutes(document, PROFILE):
        if isinstance(fact, DecisionFact):
            assert fact.span.quote(document.text).split()[0] == fact.text.split()[0]
