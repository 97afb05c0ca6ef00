from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.passages import Passage, passages
from knowledge.reading.markdown import read_markdown
from knowledge.reading.plain_text import read_plain_text

PROFILE = DocumentProfile(title="Nämndplan 2027", kind=DocumentKind.BOARD_PLAN)


def of(text: str) -> tuple[Passage, ...]:
    return passages(read_markdown(text), PROFILE)


def test_a_passage_names_title_and_trail_before_its_words() -> None:
    (passage,) = of("# Plan\n\n## Budget\n\nKostnaden ryms inom ramen.\n")
    assert passage.search_text == "Nämndplan 2027 › Plan › Budget\nKostnaden ryms inom ramen."
    assert passage.section == "Plan › Budget"
    assert passage.text == "Kostnaden ryms inom ramen."


def test_the_title_is_not_said_twice() -> None:
    (passage,) = of("# Nämndplan 2027\n\nKostnaden ryms inom ramen.\n")
    assert passage.search_text.startswith("Nämndplan 2027\n")


def test_no_passage_crosses_a_heading() -> None:
    found = of("# Plan\n\n## A\n\nOm A.\n\n## B\n\nOm B.\n")
    assert [p.text for p in found] == ["Om A.", "Om B."]


def test_a_passage_is_one_stretch_of_the_document() -> None:
    text = "# Plan\n\nFörsta stycket här.\n\nAndra stycket här.\n"
    (passage,) = of(text)
    assert passage.span.quote(text) == "Första stycket här.\n\nAndra stycket här."


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    sentence = "Nämnden ska följa upp målen varje kvartal och lämna en rapport. "
    found = of("# Plan\n\n" + sentence * 40)
    assert len(found) > 2
    assert all(len(p.text) <= 700 and len(p.text.split()) <= 121 for p in found)
    assert all(p.text.startswith("Nämnden") and p.text.endswith("rapport.") for p in found)


def test_list_items_parted_from_their_introduction_repeat_it() -> None:
    items = "".join(
        f"- Åtgärd nummer {n} som beskrivs med tillräckligt många ord för att fylla en rad\n"
        for n in range(20)
    )
    first, *others = of(f"# Plan\n\nNämnden ska genomföra följande:\n\n{items}")
    assert first.text.startswith("Nämnden ska genomföra följande:")
    assert others
    assert all("Nämnden ska genomföra följande:" in p.search_text for p in others)
    assert not any("Nämnden ska genomföra" in p.text for p in others)


def test_table_rows_are_searched_with_the_words_of_their_header() -> None:
    (passage,) = of("# Plan\n\n| Aktivitet | Ansvarig |\n|---|---|\n| Kartlägga | Åsa |\n| Följa upp | |\n")
    assert "Aktivitet: Kartlägga; Ansvarig: Åsa" in passage.search_text
    assert "Kartlägga\tÅsa" in passage.text


def test_a_row_of_a_flattened_table_is_searched_with_its_header_too() -> None:
    text = "Mål 1. Trygghet\n\nDelmål Indikator Utfall 2025 Mål 2027\nAntal utbildade 12 40\n"
    (passage,) = passages(read_plain_text(text), PROFILE)
    assert "(Delmål, Indikator, Utfall 2025, Mål 2027) Antal utbildade 12 40" in passage.search_text


def test_a_section_with_nothing_in_it_can_be_found_by_its_heading() -> None:
    found = of("# Plan\n\n## Risker\n\n## Budget\n\nInom ram.\n")
    assert [p.text for p in found] == ["Risker", "Inom ram."]


def test_a_passage_knows_its_page() -> None:
    text = "<!-- sida 7 -->\n\n# Plan\n\nText på sidan.\n"
    assert [p.page for p in of(text)] == [7]


WORDS = st.sampled_from(
    ["# A", "## B", "Ord och mening.", "- punkt", "| a | b |", "| --- | --- |", "", "x " * 300, "y" * 900]
)


@given(st.lists(WORDS, max_size=30))
def test_passages_come_in_order_within_bounds(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = of(text)
    assert all(p.text and p.span.quote(text) for p in found)
    assert all(len(p.text) <= 760 for p in found)
    starts = [p.span.start for p in found]
    assert starts == sorted(starts)
