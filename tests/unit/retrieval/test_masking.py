"""Personal identity numbers never leave the organisation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.masking import MASK, mask_personal_numbers


@pytest.mark.parametrize(
    "number",
    [
        "19850709-9805",
        "850709-9805",
        "850709+9805",
        "8507099805",
        "198507099805",
        "850709–9805",
        "850709 - 9805",
        "19850709 9805",
        "850769-9800",  # coordination number: 60 is added to the day
        "850709-1234",  # wrong check digit: still somebody's number, mistyped
        "20000229-1234",
    ],
)
def test_masks_every_way_of_writing_a_number(number: str) -> None:
    assert mask_personal_numbers(f"Patienten ({number}) vårdades.") == f"Patienten ({MASK}) vårdades."


@pytest.mark.parametrize(
    "text",
    [
        "Dnr RS 68-2024, § 143",
        "S2023/02379",
        "organisationsnummer 232100-0222",
        "telefon 090-785 00 00",
        "ring 0907850000",
        "15 000 000 kronor",
        "2024-12-17 kl. 13.00",
        "den 17 december 2024",
        "VO-2023-00265",
    ],
)
def test_leaves_other_numbers_alone(text: str) -> None:
    assert mask_personal_numbers(text) == text


def test_masks_each_of_several() -> None:
    assert mask_personal_numbers("850709-9805, 850709-9805").count(MASK) == 2


@given(st.dates(), st.integers(0, 9999), st.sampled_from(["-", "+", "–", " - "]), st.booleans())
def test_no_date_with_four_digits_after_a_hyphen_is_left(
    day: object, serial: int, mark: str, century: bool
) -> None:
    written = f"{day:%Y%m%d}" if century and 1800 <= day.year < 2100 else f"{day:%m}{day:%m%d}"  # type: ignore[attr-defined]
    assert f"{serial:04}" not in mask_personal_numbers(f"nr {written}{mark}{serial:04} slut").replace(
        written, ""
    )
