"""Claims about which board a question asks of."""

import pytest

from retrieval.inquiry import names_another_board


@pytest.mark.parametrize(
    "question",
    [
        "Vad beslutade kommunstyrelsen om simhallen?",
        "Varför reserverade sig Mia Ek i kommunstyrelsen?",
        "Hur röstade Mia Ek från Hamnbyn i kommunstyrelsen?",
    ],
)
def test_a_board_that_acts_in_the_question_is_the_one_that_is_asked_of(question: str) -> None:
    assert names_another_board(question, "Kommunfullmäktige")
    assert not names_another_board(question, "Kommunstyrelsen")


def test_a_board_that_only_receives_is_not_asked_of() -> None:
    assert not names_another_board("Vad beslutades om svaret till kommunstyrelsen?", "Kommunfullmäktige")
    assert not names_another_board("Vad beslutade kommunstyrelsen?", "")
