"""Decisions that boards have taken on a plan or a list, told in the document itself."""

import datetime as dt

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import AssignmentFact, DecisionFact, DissentFact, Fact, MotionFact, Standing, VoteFact
from knowledge.parsing.enclosed_decisions import enclosed_decisions
from knowledge.reading.plain_text import read_plain_text

PROFILE = DocumentProfile(
    "Öppna uppdrag", DocumentKind.OTHER, date=dt.date(2027, 1, 22), year=2027, case_number="HN 2027/8"
)


def read(text: str) -> list[Fact]:
    return list(enclosed_decisions(read_plain_text(text), PROFILE))


LIST = """Öppna uppdrag i januari 2027

Bakgrund
Listan förs av kansliet och visas för nämnden två gånger om året.

Behandling i nämnden

Arbetsutskottets förslag till hamnnämnden
1. Listan godkänns.

Hamnnämndens beslut
1. Listan godkänns.
2. Nämnden uppdrar åt hamnchefen att redovisa försenade uppdrag.

Yrkanden
Olle Regnell (M) yrkar att listan återremitteras.

Omröstning
Ja för arbetsutskottets förslag, nej för återremiss.
Sju ledamöter röstar ja och fyra ledamöter röstar nej.

Olle Regnell (M) reserverar sig mot beslutet.

Sammanträdestider 2027

22 januari, 26 februari, 26 mars
"""


def test_a_list_holds_what_the_board_decided_on_it() -> None:
    facts = read(LIST)
    decided = [(fact.standing, fact.board, fact.text) for fact in facts if isinstance(fact, DecisionFact)]
    assert decided == [
        (Standing.PROPOSED, "Hamnnämnden", "Listan godkänns."),
        (Standing.DECIDED, "Hamnnämnden", "Listan godkänns."),
        (Standing.DECIDED, "Hamnnämnden", "Nämnden uppdrar åt hamnchefen att redovisa försenade uppdrag."),
    ]
    assert [fact.addressees for fact in facts if isinstance(fact, AssignmentFact)] == [("hamnchefen",)]


def test_how_the_board_came_to_it_is_read_too() -> None:
    facts = read(LIST)
    assert [(fact.yes, fact.no) for fact in facts if isinstance(fact, VoteFact)] == [(7, 4)]
    assert [fact.movers for fact in facts if isinstance(fact, MotionFact)] == [("Olle Regnell (M)",)]
    assert [fact.who for fact in facts if isinstance(fact, DissentFact)] == [("Olle Regnell (M)",)]


def test_a_numbered_chapter_of_a_plan_may_be_the_decision_on_it() -> None:
    facts = read("""Mål och budget 2027

3 Uppdrag

Nämnderna ska spara.

4 Fullmäktiges beslut

1. Mål och budget 2027 fastställs.

Så röstade fullmäktige
För styrelsens förslag röstade 22 ledamöter, 9 röstade för Centerpartiets förslag.

5 Sammanträden 2027

26 januari, 2 mars
""")
    assert [fact.text for fact in facts if isinstance(fact, DecisionFact)] == [
        "Mål och budget 2027 fastställs."
    ]
    assert [(fact.yes, fact.no) for fact in facts if isinstance(fact, VoteFact)] == [(22, 9)]


def test_a_decision_that_the_text_only_speaks_of_is_none() -> None:
    assert not read("""Plan för hamnen

Bakgrund
Planen bygger på hamnnämndens beslut. Den gäller från 2027.

Hamnen ska byggas ut.
""")
