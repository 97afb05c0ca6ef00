"""Claims about what a number counts."""

import pytest

from retrieval.quantities import (
    are_people,
    are_such_people,
    counted,
    counts,
    holds_quantity,
    is_another_quantity,
    is_of_part_of_the_year,
    measured,
)


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("Hur många tolkar har förbundet?", "tolkar"),
        ("Hur många nya vårdplatser öppnas?", "vårdplatser"),
        ("Hur många nya ST-tjänster blev det?", ""),
        ("Hur många av Ekby kommuns skolor är stängda?", ""),
        ("Hur många procent är nöjda?", ""),
        ("Hur många gånger om året möts de?", ""),
        ("Hur många avstod?", ""),
        ("Hur mycket kostar badet?", ""),
    ],
)
def test_the_noun_of_how_many_is_what_is_counted(question: str, noun: str) -> None:
    assert counted(question) == noun


@pytest.mark.parametrize(
    ("text", "is_counted"),
    [
        ("Förbundet har 27 nya auktoriserade tolkar.", True),
        ("Antalet tolkar uppgick till 27 vid årets slut.", True),
        ("Det finns tolv tolkar.", True),
        ("Utbildade tolkar 41 29 20 kontoret", True),
        ("Utbildade tolkar\t96\t120\t140\tKontorschef", True),
        ("Tolkarna delar på 1 250 lokaler.", False),
        ("72,2 % av uppdragen gavs på distans. Därmed används tolkarnas tid bättre.", False),
        ("Planen för tolkar 2025–2026 antas enligt bilaga 2.", False),
        ("På sida 23 nämns tolkar.", False),
        ("Bidraget är 1 000 kronor för tolkar.", False),
        ("Efter 45 minuter byts tolkar.", False),
        ("Förbundet har tolkar. Det finns 200 lokaler.", False),
    ],
)
def test_a_number_counts_what_stands_beside_it_in_its_sentence(text: str, is_counted: bool) -> None:
    assert counts(text, lambda token: token.startswith("tolk")) is is_counted


def test_people_are_called_many_things() -> None:
    assert are_people("elever")
    assert are_people("medarbetare")
    assert not are_people("lokaler")


def test_what_is_told_elsewhere_is_told_of_the_thing_itself() -> None:
    assert not holds_quantity(
        "Hur stor är omsättningen i bolaget?", "Omsättningen redovisas i bilaga. Bolaget har 3 mål."
    )
    assert holds_quantity(
        "Hur mycket får förbindelsen kosta?",
        "Planeringen av förbindelsen fortsätter med vad som framgår av förslaget. Den får kosta 3 miljarder kronor.",
    )


def test_nobody_is_a_number_and_a_wish_is_none() -> None:
    assert holds_quantity("Hur många skadades?", "Ingen skadades under året.")
    assert not holds_quantity("Hur många skadades?", "Ingen ska behöva skadas i trafiken.")


def test_how_high_something_is_is_asked_of_that_thing() -> None:
    assert measured("Hur hög är sjukfrånvaron i Ekby?") == "sjukfrånvaron"
    assert measured("Hur stort blev det samlade underskottet?") == "underskottet"
    assert measured("Hur många är sjuka?") == ""


def test_children_may_be_pupils_and_staff_are_neither() -> None:
    assert are_such_people("elever", "barn")
    assert are_such_people("elever", "personer")
    assert not are_such_people("elever", "tillsvidareanställda")
    assert not are_such_people("elever", "lokaler")


def test_how_long_is_told_in_time_or_in_length() -> None:
    assert holds_quantity("Hur lång restid får eleverna ha?", "Ingen får längre restid än 45 minuter.")
    assert holds_quantity("Hur lång är vägen?", "Vägen är 7 km.")
    assert holds_quantity("Hur lång är kön till boendet?", "I kön står 22 personer.")
    assert not holds_quantity("Hur lång restid får eleverna ha?", "Restiderna kostar 0,6 miljoner kronor.")


@pytest.mark.parametrize(
    ("question", "text", "is_another"),
    [
        ("Hur stor del äger kommunen?", "Kommunen äger 20 procent.", False),
        ("Hur stor del äger kommunen?", "Volym: 531 000.", True),
        ("Hur mycket köper kommunen?", "Volym: 531 000.", False),
        ("Hur många elever går där?", "Kostnad, kr/elev: 113 067", True),
        ("Hur många elever går där?", "Antal elever: 210", False),
        ("Vad kostar en elev?", "Kostnad, kr/elev: 113 067", False),
        ("Hur stort blir underskottet för hela 2025?", "Underskott efter åtta månader: 7,9 mnkr", True),
    ],
)
def test_a_fact_may_be_of_another_quantity(question: str, text: str, is_another: bool) -> None:
    assert is_another_quantity(question, text) is is_another


@pytest.mark.parametrize(
    ("question", "text", "is_part"),
    [
        ("Hur stort blir underskottet för hela 2025?", "Underskottet är 7,9 mnkr efter åtta månader.", True),
        ("Hur stort blir underskottet för hela 2025?", "Helårsprognosen per augusti är 12,3 mnkr.", False),
        ("Hur stort är underskottet?", "Underskottet är 7,9 mnkr efter åtta månader.", False),
    ],
)
def test_some_months_are_not_the_whole_year(question: str, text: str, is_part: bool) -> None:
    assert is_of_part_of_the_year(question, text) is is_part
