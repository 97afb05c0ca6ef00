"""Claims about words of another thing than the one a question names."""

from datetime import date

import pytest

from retrieval.question import Question
from retrieval.rivals import names_a_rival, names_another_number, only_counts
from retrieval.understanding import understand


@pytest.mark.parametrize(
    ("question", "text", "is_rival"),
    [
        ("När läggs Ekby skola ner?", "Lindviks skola läggs ner 2027.", True),
        ("När läggs Ekby skola ner?", "Ekby skola läggs ner 2027. Lindviks skola blir kvar.", True),
        ("När läggs Ekby skola ner?", "Ekby skola läggs ner 2027.", False),
        ("När läggs Ekby skola ner?", "Denna skola läggs ner 2027.", False),
        ("När byggs badhuset i Nordby?", "Badhuset i Sunda byggs 2027.", True),
        ("När byggs badhuset i Nordby?", "Badhuset i Sunda byggs 2027, det i Nordby 2028.", False),
        ("När byggs badhuset i Nordby?", "Badhuset i Kulturnämnden blev en fråga.", False),
        ("När läggs KS beslut fram?", "Nämndens beslut läggs fram i maj.", False),
        ("Vem efterträder Mia Ek i kommunfullmäktige?", "Bo Alm väljs till ledamot i socialnämnden.", True),
        ("Vem efterträder Mia Ek i socialnämnden?", "Bo Alm väljs till ledamot i socialnämnden.", False),
    ],
)
def test_another_thing_of_the_sort_than_the_one_that_is_named_is_told_apart(
    question: str, text: str, is_rival: bool
) -> None:
    assert names_a_rival(question, text) is is_rival


@pytest.mark.parametrize(
    ("question", "other", "same"),
    [
        ("När är etapp 3 klar?", "Etapp 2 är klar i maj.", "Etapp 2 är klar i maj, etapp 3 i juni."),
        ("Vem ansvarar för spår C?", "Spår A leds av Mia Ek.", "Spår C leds av Mia Ek."),
    ],
)
def test_another_of_a_numbered_sort_is_a_rival(question: str, other: str, same: str) -> None:
    assert names_another_number(question, other)
    assert names_a_rival(question, other)
    assert not names_another_number(question, same)


def test_the_opposite_of_what_is_asked_for_is_a_rival() -> None:
    assert names_a_rival("Vilka avstyrkte badplanen?", "Ekby kommun tillstyrker badplanen.")
    assert not names_a_rival("Vilka avstyrkte badplanen?", "Åby kommun avstyrker den, Ekby tillstyrker.")
    assert not names_a_rival("Vilka avstyrkte och vilka tillstyrkte?", "Ekby kommun tillstyrker badplanen.")


@pytest.mark.parametrize(
    ("question", "text", "counts"),
    [
        ("Vilka simhallar öppnar i maj?", "Öppna minst sex simhallar i maj", True),
        ("Vilka simhallar öppnar i maj?", "Sex simhallar öppnar i maj: Ekby, Åby och Vinga.", False),
        ("Vilka simhallar öppnar i maj?", "Ekby och Åby simhallar öppnar i maj.", False),
        ("När öppnar simhallarna?", "Öppna minst sex simhallar i maj", False),
    ],
)
def test_how_many_there_are_does_not_name_them(question: str, text: str, counts: bool) -> None:
    assert only_counts(understand(Question(question, date(2026, 11, 23))), text) is counts
