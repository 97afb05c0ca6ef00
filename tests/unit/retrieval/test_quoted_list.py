"""Claims about quoting a list whole, from what introduces it to its last item."""

from retrieval.quoted_list import LONGEST_BETWEEN, introductions, list_at, list_start, numbered_lines
from retrieval.windows import sentences
from retrieval.wording import LONGEST_LIST

INTRO = "Styrelsen beslutar:"
LIST = f"{INTRO}\n1. Planen antas.\n2. Uppdraget avslutas.\n3. Rapport lämnas i maj."


def quoted(text: str, start: int = 0) -> str | None:
    span = list_at(text, start)
    return span.quote(text) if span else None


def test_a_list_is_quoted_from_its_introduction_to_its_last_item() -> None:
    assert quoted(f"{LIST}\n\nNu följer annat.") == LIST


def test_a_list_may_be_quoted_from_its_first_item() -> None:
    assert quoted(f"{LIST}\n\nNu följer annat.", len(INTRO) + 1) == LIST.removeprefix(f"{INTRO}\n")


def test_a_list_begins_where_it_is_introduced() -> None:
    text = f"Något före.\n\n{LIST}"
    assert list_start(text, text.index("3. Rapport")) == text.index(INTRO)


def test_a_list_that_nothing_introduces_begins_at_its_first_item() -> None:
    text = "Något före.\n\n- ett\n- två\n- tre"
    assert list_start(text, text.index("- tre")) == text.index("- ett")
    assert list_start(text, text.index("- ett")) == text.index("- ett")


def test_a_comment_may_stand_between_two_numbered_items() -> None:
    text = f"{INTRO}\n1. Planen antas.\n\nDen gäller från maj.\n\n2. Uppdraget avslutas.\n\nSlut."
    assert quoted(text) == text.removesuffix("\n\nSlut.")


def test_a_long_comment_or_a_number_out_of_turn_ends_the_list() -> None:
    first = f"{INTRO}\n1. Planen antas.\n2. Uppdraget avslutas."
    long = "Ord " * (LONGEST_BETWEEN // 4 + 1)
    assert quoted(f"{first}\n\n{long}\n\n3. Rapport lämnas.") == first
    assert quoted(f"{first}\n\nAnnat ärende.\n\n1. Taxan höjs.\n2. Taxan gäller.") == first


def test_one_item_is_no_list() -> None:
    assert quoted(f"{INTRO}\n- ensam\n\nSlut.") is None
    assert quoted("Ingen lista här. Bara ord.") is None
    assert quoted("") is None


def test_a_list_longer_than_an_answer_may_be_is_not_quoted() -> None:
    items = "\n".join(f"- punkt nummer {number} av listan" for number in range(LONGEST_LIST // 20))
    assert quoted(f"{INTRO}\n{items}") is None


def test_what_introduces_a_list_is_found() -> None:
    parts = sentences(f"Något före. Och mer.\n\n{LIST}")
    assert [parts[index].text for index in introductions(parts)] == [INTRO]
    assert introductions(sentences("- ett\n- två")) == (0,)
    assert introductions(sentences("Ingen lista. Alls.")) == ()


COUNTED = "Område 1: Trygga skolvägar\nMål 1: Alla går\n\nSäkra kors. Område 2: Fler bryggor\nText.\nOmråde 3: Badplatser\n"


def counted(text: str, label: str) -> list[str]:
    return [span.quote(text) for span in numbered_lines(text, lambda found: found == label)]


def test_what_a_document_counts_is_told_in_order_wherever_it_stands() -> None:
    assert counted(COUNTED, "Område") == [
        "Område 1: Trygga skolvägar",
        "Område 2: Fler bryggor",
        "Område 3: Badplatser",
    ]


def test_one_of_a_kind_or_a_gap_in_the_numbers_is_no_counted_list() -> None:
    assert counted(COUNTED, "Mål") == []
    assert counted(COUNTED.replace("Område 2", "Område 4"), "Område") == []


def test_a_heading_in_the_middle_introduces_the_items_below_it() -> None:
    parts = sentences(
        "Det regnar ofta.\n\n3. Risker i hamnen\n\n• Storm\n• Dimma\n\nUtanför planen\n\n- Fyren\n- Kranen"
    )
    headings = [parts[index].text for index in introductions(parts)]
    assert headings == ["3. Risker i hamnen", "Utanför planen"]


def test_an_item_among_its_like_introduces_nothing() -> None:
    parts = sentences("Gruppen ska:\n\n1. Mäta\n2. Måla\n3. Städa")
    assert [parts[index].text for index in introductions(parts)] == ["Gruppen ska:"]
