"""Claims about the words that move a decision point."""

import pytest

from retrieval.lookups.moved_points import is_same_case, moves_in, names_of


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Beslutspunkt BP4, beslut om införande, tidigareläggs till den 15 oktober 2026.", ["BP4 den 15 oktober 2026"]),
        ("Grind G3 flyttas från den 18 september till den 13 november 2026.", ["G3 den 13 november 2026"]),
        ("Styrelsen flyttar BP 2 till den 1 mars och BP3 till den 1 juni.", ["BP2 den 1 mars", "BP3 den 1 juni"]),
        ("BP2 och BP3 senareläggs till den 1 juni 2027.", ["BP2 den 1 juni 2027", "BP3 den 1 juni 2027"]),
        ("BP2 flyttas till den 1 mars 2027, medan BP3 den 1 juni 2027 ligger fast.", ["BP2 den 1 mars 2027"]),
        ("Beslutspunkt 2 flyttas från den 26 maj 2027 till den 15 september 2027.", ["BP2 den 15 september 2027"]),
        ("G2 skjuts från 4 mars till 6 maj 2027. Ingen brygga byggs före G2.", ["G2 6 maj 2027"]),
        ("Gruppen beslutade att flytta BP3 (val av kaj) från 4 mars till 6 maj 2027.", ["BP3 6 maj 2027"]),
        ("Beslutspunkt 3 ändras inte.", []),
        ("att beslutspunkt BP3 flyttas från den 15 januari 2027 till den 12 mars 2027", ["BP3 den 12 mars 2027"]),
        ("BP2 godkänns. Ärendet lämnas till styrelsen den 1 juni 2027.", []),
        ("Tidplanen flyttas till den 1 juni 2027.", []),
        ("BP2 flyttas till ett senare möte.", []),
    ],
)  # fmt: skip
def test_a_point_moves_to_the_day_that_its_own_words_give(text: str, moves: list[str]) -> None:
    assert [f"{code} {when.words}" for code, when in moves_in(text, 2027)] == moves


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("RS 2027-00412", "Dnr RS 2027-412", True),
        ("RS 2027-00412", "2027-412", True),
        ("KS 2027/146", "BUN 2027/146", False),
        ("KS 2027/146", "KS 2027/147", False),
    ],
)
def test_a_case_is_one_of_its_own_register(one: str, other: str, *, same: bool) -> None:
    assert is_same_case(one, other) is same


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Utvecklingsdirektiv: En ny kaj – plats för fler båtar", ["en ny kaj"]),
        ("Digital hamnkontroll Skär–Vik", ["digital hamnkontroll skär–vik"]),
        ("Uppdragsdirektiv: Kajen", ["uppdragsdirektiv: kajen"]),
    ],
)
def test_an_assignment_goes_by_its_name_without_label_and_addition(title: str, names: list[str]) -> None:
    assert all(name in names_of(title) for name in names)
    assert "kajen" not in names_of(title)
