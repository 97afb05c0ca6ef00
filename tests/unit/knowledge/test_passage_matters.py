"""Claims about the matter that a passage of minutes stands under."""

from knowledge.blocks import Span
from knowledge.facts import MatterFact
from knowledge.passage_matters import under_matters
from knowledge.passages import Passage


def a_passage(start: int, text: str, section: str = "") -> Passage:
    return Passage(Span(start, start + len(text)), text, f"Protokoll\n{text}", None, section)


def a_matter(start: int, title: str) -> MatterFact:
    return MatterFact(span=Span(start, start + len(title)), subject=title)


def test_a_passage_bears_the_title_of_its_matter_though_no_heading_does() -> None:
    title, decision = (
        a_passage(100, "Ärende: 16 Ny panna"),
        a_passage(140, "Styrelsen godkänner köpet.", "Beslut"),
    )
    unrelated = a_passage(0, "Närvarande: Eva Ek")
    found = under_matters([unrelated, title, decision], [a_matter(100, "Ny panna")])
    assert found[:2] == (unrelated, title)  # before it, and the one that says it
    assert found[2].section == "Ny panna › Beslut"
    assert found[2].search_text == "Protokoll › Ny panna\nStyrelsen godkänner köpet."


def test_a_heading_of_its_own_parts_a_passage_from_the_matter_above() -> None:
    title = a_passage(0, "Ärende: 16 Ny panna")
    other = a_passage(40, "Styrelsen möts i maj.", "Kommande möten")
    assert under_matters([title, other], [a_matter(0, "Ny panna")]) == (title, other)


def test_a_heading_that_names_the_matter_is_not_said_again() -> None:
    passage = Passage(
        Span(40, 60), "Köpet godkänns.", "Protokoll › § 16 Ny panna\nKöpet godkänns.", None, "§ 16 Ny panna"
    )
    assert under_matters([passage], [a_matter(30, "Ny panna")]) == (passage,)
