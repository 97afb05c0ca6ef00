import pytest

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import DecisionFact, Fact, GoalFact, Standing
from knowledge.parsing.any_document import read_any
from knowledge.reading.plain_text import read_plain_text

LETTER = """Tjänsteskrivelse om ny simhall

Förslag till beslut

Fritidsnämnden beslutar att anta lokalprogrammet för simhallen.
Fritidsnämnden ger förvaltningen i uppdrag att begära in anbud.

Sammanfattning

Förvaltningen har tagit fram ett lokalprogram. Nämnden beslutade i mars att utreda frågan.
"""


def facts(text: str, kind: DocumentKind = DocumentKind.OTHER, organisation: str = "") -> tuple[Fact, ...]:
    profile = DocumentProfile("Ny simhall", kind, organisation=organisation)
    return read_any(read_plain_text(text), profile)


@pytest.mark.parametrize("kind", [DocumentKind.OTHER, DocumentKind.BOARD_PLAN, DocumentKind.FOLLOW_UP])
def test_what_a_letter_asks_a_board_to_decide_is_proposed(kind: DocumentKind) -> None:
    found = [fact for fact in facts(LETTER, kind) if isinstance(fact, DecisionFact)]
    assert {fact.standing for fact in found} == {Standing.PROPOSED}
    assert {fact.board for fact in found} == {"Fritidsnämnden"}
    assert any("anta lokalprogrammet" in fact.text for fact in found)
    assert not any("utreda" in fact.text for fact in found)


def test_without_that_heading_nothing_is_proposed() -> None:
    text = LETTER.replace("Förslag till beslut", "Ärendet")
    assert not any(isinstance(fact, DecisionFact) for fact in facts(text))


@pytest.mark.parametrize(
    ("lead", "are_goals"),
    [
        ("I två uppdrag har förslag till målsättningar klargjorts, de är", True),
        ("Följande mål gäller:", True),
        ("För perioden gäller nedanstående inriktningsmål:", True),
        ("För att nå målen är det viktigt att", False),
        ("Arbetet mot målet är", False),
        ("Nämnden har följande lokaler:", False),
        ("Målen är viktiga. Lokalerna är", False),
    ],
)
@pytest.mark.parametrize("kind", [DocumentKind.MINUTES, DocumentKind.OTHER])
def test_lists_that_a_sentence_introduces_as_goals_are_goals(
    lead: str, are_goals: bool, kind: DocumentKind
) -> None:
    text = f"Ärendet\n\n{lead}\n\n- Minska kostnaden för inhyrda till 4 %\n- Öppna 25 platser\n\nSlut.\n"
    found = [fact.subject for fact in facts(text, kind) if isinstance(fact, GoalFact)]
    assert found == (["Minska kostnaden för inhyrda till 4 %", "Öppna 25 platser"] if are_goals else [])
