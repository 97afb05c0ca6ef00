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


def test_headers_go_also_where_pages_only_count_themselves() -> None:
    page = (
        "EKVIKS KOMMUN                 PROTOKOLL                {0} (14)\nKommunstyrelsen               Sammanträdesdatum\n"
        "                              2025-03-04\n\nText som bara står på sidan {0}, med egna ord om ärende {0}.\n"
        "Mer om ärende {0} följer här.\n\n"
    )
    left = kept("".join(page.format(number) for number in (4, 5, 6)))
    assert sum("Sammanträdesdatum" in line for line in left) == 1
    assert sum("egna ord" in line for line in left) == 3


def test_a_count_that_does_not_rise_counts_no_pages() -> None:
    assert marked_page_starts("Röster 5 (7)\n\nText.\n\nRöster 4 (7)\n") == ()


def test_a_heading_that_every_board_repeats_is_kept() -> None:
    text = "".join(
        f"§ {n}\n\nÄrende {n}\n\nKommunstyrelsens beslut\n\natt godkänna ärende {n}.\n\n" for n in (1, 2, 3)
    )
    assert kept(text).count("Kommunstyrelsens beslut") == 3


def test_bare_numbers_that_count_on_far_to_the_right_go_with_the_header_beside_them() -> None:
    far = " " * 60
    page = "Hamnen har {} bojar.\n\n" + far + "{}\nHamnplan 2027                 Norrö hamn\n\n"
    text = "Hamnplan\n\n" + "".join(page.format(3 * n + 10, n + 3) for n in range(3)) + "Slut på texten.\n"
    lines = kept(text)
    assert not [line for line in lines if line.isdecimal()]
    assert len([line for line in lines if line.startswith("Hamnplan 2027")]) == 1
    assert len([line for line in lines if line.startswith("Hamnen har")]) == 3


def test_bare_numbers_that_do_not_count_on_stay() -> None:
    assert [line for line in kept("Bojar\n\n61\n\nFyrar\n\n64\n\nSkär\n\n70\n") if line.isdecimal()] == [
        "61",
        "64",
        "70",
    ]


def test_the_header_above_a_page_counter_goes_with_its_page() -> None:
    page = "Region Sydhamn              DIREKTIV\n                            HN 2027/114     {} (3)\n\nText på sida {} om bojar och fyrar.\nMer text.\n\n"
    lines = kept("".join(page.format(n, n) for n in (1, 2, 3)))
    assert len([line for line in lines if line.startswith("Region Sydhamn")]) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Transaktion 09222115557538291                     Signerat AB, CD",
        "Detta dokument är digitalt signerat. Verifikat-id: A71E09C2-3F55-HN0311",
        "Signatur: LG JH                                       Utdragsbestyrkande",
        "Blad 7",
    ],
)
def test_marks_of_signing_and_sheets_are_left_out(line: str) -> None:
    assert kept(f"Före stycket.\n\n{line}\n\nEfter stycket.") == ["Före stycket.", "Efter stycket."]


def test_seats_of_a_list_that_happen_to_count_on_are_no_pages() -> None:
    members = "\n\n".join(f"Ledamot {chr(65 + n)}\n\nC\n\n{49 + n}\n\nJa" for n in range(5))
    kept = [line.text for line in without_furniture(split_lines(members))]
    assert [word for word in kept if word.isdecimal()] == ["49", "50", "51", "52", "53"]
    assert kept.count("C") == 5
