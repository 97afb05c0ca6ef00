"""Claims about cutting a passage into sentences, items and rows, and about runs of them."""

import pytest

from retrieval.windows import sentences, windows


def cut(quote: str) -> list[str]:
    return [each.text for each in sentences(quote)]


def test_a_sentence_ends_at_its_stop_before_a_capital() -> None:
    assert cut("Styrelsen beslutar. Ärendet är avgjort! Vem reserverade sig? Ingen.") == [
        "Styrelsen beslutar.",
        "Ärendet är avgjort!",
        "Vem reserverade sig?",
        "Ingen.",
    ]


@pytest.mark.parametrize(
    "quote",
    [
        "Mötet börjar kl. 09 i salen.",
        "Kostnader för t.ex. Lokaler ingår.",
        "Arbetet leds av bl.a. Arkivchefen.",
        "Det gäller fr.o.m. Mars i år.",
        "Se dnr. RS 68-2024.",
        "Ledamoten A. Lindh yrkade bifall.",
        "Mötet är den 5. Oktober hinner gå.",
        "Budgeten är 1.5 Mkr.",
    ],
)
def test_an_abbreviation_ends_no_sentence(quote: str) -> None:
    assert cut(quote) == [quote]


def test_a_colon_ends_a_sentence_only_at_the_end_of_its_line() -> None:
    assert cut("Ansvarig: Arkivchefen. Klart.") == ["Ansvarig: Arkivchefen.", "Klart."]
    assert cut("Uppdraget omfattar:\nInventering av lokaler.") == [
        "Uppdraget omfattar:",
        "Inventering av lokaler.",
    ]


def test_list_items_and_paragraphs_stand_by_themselves() -> None:
    assert cut("Målen är:\n- färre hyrda\n- fler anställda\n\nSlut på listan") == [
        "Målen är:",
        "- färre hyrda",
        "- fler anställda",
        "Slut på listan",
    ]
    assert cut("1. Utreda\n2) Pröva\na) Genomföra") == ["1. Utreda", "2) Pröva", "a) Genomföra"]


def test_rows_of_a_table_stand_by_themselves() -> None:
    assert cut("BP1\t15 mars\nBP2\t20 maj") == ["BP1\t15 mars", "BP2\t20 maj"]
    assert cut("| BP1 | 15 mars |\n| BP2 | 20 maj |") == ["| BP1 | 15 mars |", "| BP2 | 20 maj |"]


def test_a_wrapped_line_is_one_sentence() -> None:
    assert cut("Styrelsen beslutar att\nuppdraget förlängs.") == [
        "Styrelsen beslutar att\nuppdraget förlängs."
    ]


def test_items_and_introductions_are_known_as_such() -> None:
    intro, item, plain = sentences("Målen är:\n- färre hyrda\n\nSlut.")
    assert (intro.introduces, intro.is_item) == (True, False)
    assert (item.introduces, item.is_item) == (False, True)
    assert (plain.introduces, plain.is_item) == (False, False)


@pytest.mark.parametrize("quote", ["  Ett.  Två!\n\n - tre\n\t| fyra |\n", "", " \n ", "Bara ord"])
def test_each_span_points_at_its_words_and_all_words_are_kept(quote: str) -> None:
    found = sentences(quote)
    assert all(each.span.quote(quote) == each.text for each in found)
    assert "".join("".join(each.text.split()) for each in found) == "".join(quote.split())


def test_every_run_of_neighbours_within_the_length_is_a_window() -> None:
    found = sentences("Ett två. Tre fyra. Fem sex.")
    assert set(windows(found, 100)) == {(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)}
    assert set(windows(found, 18)) == {(0, 0), (0, 1), (1, 1), (1, 2), (2, 2)}


def test_a_sentence_longer_than_the_length_is_still_a_window_of_its_own() -> None:
    found = sentences("Ett två tre fyra. Fem.")
    assert (0, 0) in windows(found, 5)
    assert (0, 1) not in windows(found, 5)


def test_a_window_holds_six_sentences_at_most() -> None:
    found = sentences("Ett ord. " * 9)
    assert max(last - first for first, last in windows(found, 10_000)) == 5


@pytest.mark.parametrize("mark", ["A.", "B)", "F1.", "VO2:"])
def test_lettered_and_coded_lines_are_items(mark: str) -> None:
    found = sentences(f"Välj mellan:\n{mark} Alla skolor är kvar.\nSlut")
    assert found[1].is_item
    assert found[1].text.startswith(mark)


def test_a_numbered_report_ends_a_sentence() -> None:
    assert cut("Det är bättre än i tertialrapport 1. Hemtjänsten kostar mest.") == [
        "Det är bättre än i tertialrapport 1.",
        "Hemtjänsten kostar mest.",
    ]


@pytest.mark.parametrize(
    ("quote", "items"),
    [
        ("Frågorna är: a. Ändrat kapital b. Nya bolag c. Köp av mark", ["a. Ändrat kapital", "b. Nya bolag", "c. Köp av mark"]),
        ("Målen: 1) färre resor 2) fler bad 3) mer lek", ["1) färre resor", "2) fler bad", "3) mer lek"]),
        ("L1  Val av vik\nL2  Bokning i app\nL3  Prov i hamnen", ["L1  Val av vik", "L2  Bokning i app", "L3  Prov i hamnen"]),
        ("A1  Kaj\n    Försenad\nA2  Mast\nA3  Boj", []),
        ("G1  Idé\nG2  Plan\nG3  Slut", []),
        ("Se a. Ek och b. Alm", []),
        ("Den 3. Mars och den 4. Mars gäller 5. Allt", []),
    ],
)  # fmt: skip
def test_items_that_are_counted_within_a_line_stand_by_themselves(quote: str, items: list[str]) -> None:
    assert [each.text for each in sentences(quote) if each.is_item] == items
