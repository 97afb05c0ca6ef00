import pytest

from knowledge.reading.furniture import without_furniture
from knowledge.reading.lines import marked_page_starts, split_lines


def kept(text: str) -> list[str]:
    return [line.text for line in without_furniture(split_lines(text, marked_page_starts(text)))]


@pytest.mark.parametrize(
    "line",
    [
        "12 (63)",
        "Sida 2 av 2",
        "www.exempel.se | Sida 3",
        "- 4 -",
        "Det här dokumentet är digitalt signerat",
        "Transaktionsidentitet: 5BA2DE8AF4E2AA08278CB5628588BFECCF6E933F69",
        "418FB4CDEBD92DE5A81D7D6ACB7932EDA5AE09CA89",
        "Signature reference: 620ac474-bb9e-4736-af2f-0ef675fdb064",
        "Justerandes sign Utdragsbestyrkande",
        "§ 12 forts.",
        "(forts.)",
        "_____________",
        "[Tabell 9-1](protokoll.tabeller/9-1.csv)",
        "<!-- sida 9 -->",
    ],
)
def test_furniture_is_left_out(line: str) -> None:
    assert kept(f"Före stycket.\n\n{line}\n\nEfter stycket.") == ["Före stycket.", "Efter stycket."]


@pytest.mark.parametrize(
    "line", ["12", "2027 (63 procent)", "Sidan har 3 delar", "Kommunstyrelsen", "Signaturen gäller"]
)
def test_words_are_kept(line: str) -> None:
    assert line in kept(f"Före.\n\n{line}\n\nEfter.")


def test_a_signature_before_a_sentence_leaves_the_sentence() -> None:
    line = "Signature reference: d8f7acb7-0ef1-4b10-a8aa-77637835adc0 och fortsatt arbete."
    assert kept(line) == ["och fortsatt arbete."]


def test_a_recipient_with_the_name_of_the_page_header_is_kept() -> None:
    page = (
        "<!-- sida {} -->\n\nKommunstyrelsen\nDatum\n2027-01-0{}\n\nText på sidan är lång nog.\nMer text.\n\n"
    )
    text = (
        page.format(1, 1)
        + page.format(2, 1)
        + "Beslutet skickas till\nKommunstyrelsen\n\n"
        + page.format(3, 1)
    )
    assert kept(text).count("Kommunstyrelsen") == 2


def test_bare_numbers_that_count_the_pages_go_and_others_stay() -> None:
    text = "".join(
        f"<!-- sida {n} -->\n\nRad {n} med text.\n\nSlut på {n}.\n\n{n + 10}\n\n" for n in range(1, 5)
    )
    assert "12" not in kept(text)
    assert "4" in kept("Antal planer\n\n4\n\nJa")


def test_a_header_that_tears_a_sentence_goes() -> None:
    text = "Arbetet ska tydliggöra\n\nFörbundet Exempel\n\nvilken andel som deltar.\n\nNästa.\n\nFörbundet Exempel\n\nSlut."
    assert kept(text) == ["Arbetet ska tydliggöra", "vilken andel som deltar.", "Nästa.", "Slut."]
