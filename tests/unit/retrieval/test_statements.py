"""Claims about what quoted words say: more than the question, of the past or of what is to come, filled in or blank."""

import pytest

from retrieval.statements import (
    asks_of_the_past,
    heads_a_table,
    is_a_target,
    is_blank,
    is_left_blank,
    is_only_ahead,
    says_no_more,
)


@pytest.mark.parametrize(
    ("text", "no_more"),
    [
        ("§ 12 Rekrytering av räddningschef Dnr KS 2026/12", True),
        ("Ny räddningschef är Mia Ek från den 1 mars.", False),
        ("Räddningschefen, sida 3", True),
    ],
)
def test_a_heading_says_no_more_than_the_question(text: str, *, no_more: bool) -> None:
    assert says_no_more("Vem blev räddningschef?", text) is no_more


@pytest.mark.parametrize(
    ("text", "only_ahead"),
    [
        ("Svar önskas senast den 3 maj.", True),
        ("Nämnden ska besluta om öppettiderna.", True),
        ("Nämnden beslutade att öppettiderna ska gälla.", False),
        ("Öppettiderna är 8–17.", False),
    ],
)
def test_what_shall_be_is_told_from_what_has_been(text: str, *, only_ahead: bool) -> None:
    assert is_only_ahead(text) is only_ahead


@pytest.mark.parametrize(
    ("question", "past"),
    [("Vad svarade styrelsen?", True), ("Har nämnden sagt ja?", True), ("När ska nämnden svara?", False)],
)
def test_a_question_of_the_past_is_known(question: str, *, past: bool) -> None:
    assert asks_of_the_past(question) is past


def test_a_place_that_nobody_has_filled_in_is_known() -> None:
    assert is_left_blank("Ekonom: n.n.")
    assert is_left_blank("För egendom i hemmet: xxxx")
    assert is_left_blank("Avsnittet kompletteras när planen är beslutad.")
    assert not is_left_blank("Org.nr 222000-XXXX, antagen 2026-03-05")
    assert not is_left_blank("Mia Ek (S) och Bo N. Berg")


def test_a_cell_without_a_value_is_blank() -> None:
    assert all(is_blank(cell) for cell in ("", " – ", "..", "saknas", "Ej fastställt", "N/A"))
    assert not any(is_blank(cell) for cell in ("0", "Nej", "saknas i väst"))


@pytest.mark.parametrize(
    ("question", "text", "target"),
    [
        ("Hur stor är andelen?", "Andelen ska vara högst 18 procent.", True),
        ("Hur stor är andelen?", "Andelen var 22 procent.", False),
        ("Hur stor ska andelen vara?", "Andelen ska vara högst 18 procent.", False),
        ("Vilken andel kräver ägaren?", "Andelen ska uppgå till 18 procent.", False),
    ],
)
def test_how_much_there_shall_be_is_told_from_how_much_there_is(
    question: str, text: str, *, target: bool
) -> None:
    assert is_a_target(question, text) is target


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Område | Budget jan–aug | Utfall 2027 | Avvikelse", True),
        ("| Nr | Åtgärd | Ansvarig | Klart |", True),
        ("Badet | 12 | 14 | 2", False),
        ("Projektägare | Mia Ek | Norrby", False),
        ("Nämnden beslutade.", False),
    ],
)
def test_the_names_of_columns_are_told_from_a_row(text: str, *, heads: bool) -> None:
    assert heads_a_table(text) is heads
