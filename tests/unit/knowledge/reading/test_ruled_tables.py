from knowledge.reading.ruled_tables import RuledTable, located_rows


def cells(text: str, table: list[list[str | None]]) -> list[list[str]]:
    return [
        [" ".join(text[a:b] for a, b in cell) for cell in row.cells]
        for row in located_rows(RuledTable(table), text, 0, 1)
    ]


def test_cells_are_found_where_they_stand() -> None:
    text = "Rubrik\nAktivitet Slut\nKartlägga Maj\nefter"
    assert cells(text, [["Aktivitet", "Slut"], ["Kartlägga", "Maj"]]) == [
        ["Aktivitet", "Slut"],
        ["Kartlägga", "Maj"],
    ]


def test_cells_whose_lines_lie_between_each_other_are_told_apart() -> None:
    text = "Ansvarig Mål\nEnhetschef för Fler ska\nplanering trivas"
    found = cells(text, [["Ansvarig", "Mål"], ["Enhetschef för\nplanering", "Fler ska\ntrivas"]])
    assert found[1] == ["Enhetschef för planering", "Fler ska trivas"]


def test_a_table_that_is_not_in_the_text_gives_nothing() -> None:
    assert located_rows(RuledTable([["A", "B"], ["saknas", "här"]]), "A B helt annat", 0, 1) == []


def test_equal_words_in_two_cells_get_two_places() -> None:
    text = "Ja Ja\nNej Ja"
    first = located_rows(RuledTable([["Ja", "Ja"], ["Nej", "Ja"]]), text, 10, 2)[0]
    assert first.cells == (((10, 12),), ((13, 15),))
    assert first.page == 2
