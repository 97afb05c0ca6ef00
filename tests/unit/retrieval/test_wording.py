"""Claims about the words of answers: plain Swedish around the source's own."""

from datetime import date

import pytest

from knowledge.facts import (
    DecisionFact,
    DecisionPointFact,
    IndicatorValue,
    Role,
    Standing,
    ValueRole,
)
from knowledge.when import Precision, When
from retrieval.wording import (
    day_in_words,
    decision_lead,
    decision_point_name,
    indicator_value_in_words,
    listing,
    one_line,
    paragraph_in_words,
    period_in_words,
    role_name,
    sentence,
    shorten,
)
from tests.retrieval_fakes import SOMEWHERE, a_day


def when(start: str, end: str, precision: Precision, words: str, *, assumed_year: bool = False) -> When:
    return When(
        date.fromisoformat(start),
        date.fromisoformat(end),
        precision,
        words,
        assumed_year=assumed_year,
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (a_day("2027-03-15"), "15 mars 2027"),
        (When(date(2027, 3, 15), date(2027, 3, 15), Precision.DAY, "15/3", time="09.00"), "15 mars 2027 kl. 09.00"),
        (when("2027-03-01", "2027-03-31", Precision.MONTH, "mars"), "mars 2027"),
        (when("2027-03-01", "2027-05-31", Precision.MONTH, "mars–maj 2027"), "mars–maj 2027"),
        (when("2027-04-01", "2027-06-30", Precision.QUARTER, "Q2"), "kvartal 2 2027"),
        (when("2027-04-01", "2027-09-30", Precision.QUARTER, "Q2–Q3 2027"), "Q2–Q3 2027"),
        (when("2027-04-12", "2027-04-18", Precision.WEEK, "vecka 15, 2027"), "vecka 15, 2027"),
        (when("2027-09-01", "2027-11-30", Precision.SEASON, "hösten 2027"), "hösten 2027"),
        (when("2027-09-01", "2027-11-30", Precision.SEASON, "under hösten", assumed_year=True), "under hösten 2027"),
        (when("2027-01-01", "2027-12-31", Precision.YEAR, "2027"), "2027"),
        (When(None, None, Precision.EVENT, "i samband med bokslutet"), "i samband med bokslutet"),
    ],
)  # fmt: skip
def test_a_date_is_said_no_more_precisely_than_its_source(given: When, said: str) -> None:
    assert day_in_words(given) == said


def test_a_stretch_of_time_is_one_date_or_two() -> None:
    first, last = a_day("2027-03-15"), a_day("2027-05-20")
    assert period_in_words(first, last) == "15 mars 2027 – 20 maj 2027"
    assert period_in_words(first, None) == period_in_words(None, first) == "15 mars 2027"
    assert period_in_words(first, first) == "15 mars 2027"
    assert period_in_words(None, None) == "datum anges inte"


def test_names_are_listed_as_a_swedish_sentence_does() -> None:
    assert listing(["Ek"]) == "Ek"
    assert listing(["Ek", "Lind"]) == "Ek och Lind"
    assert listing(["Ek", "Lind", "Ros"]) == "Ek, Lind och Ros"
    assert listing(["Ek", " Ek ", "", "Lind"]) == "Ek och Lind"
    assert listing([]) == ""


@pytest.mark.parametrize("limit", [20, 25, 40, 60, 100])
def test_shortened_words_keep_within_the_limit_and_say_that_they_are_cut(limit: int) -> None:
    text = "Planen antas av nämnden. Den gäller från maj; därefter ses den över av kontoret."
    found = shorten(text, limit)
    assert len(found) <= limit
    assert found == text if limit >= len(text) else found.endswith(" …")
    kept = found.removesuffix(" …")
    assert text.startswith(kept)
    assert text[len(kept) : len(kept) + 1] in {"", " ", ";", "."}, "never within a word"


def test_a_cut_falls_at_a_sentence_when_one_ends_late_enough() -> None:
    assert shorten("Planen antas av nämnden. Den gäller från maj.", 35) == "Planen antas av nämnden. …"


def test_one_long_word_is_cut_too() -> None:
    assert len(shorten("a" * 50, 20)) <= 20
    assert shorten("a" * 50, 20).startswith("a")


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("hyr-\nberoendet ska\nminska", "hyrberoendet ska minska"),
        ("| Mål | **250** |", "Mål | 250"),
        ("Mål\t250", "Mål | 250"),
        ("## Rubrik\ntext", "Rubrik text"),
        ("ett<br>två", "ett två"),
        ("2025-\n2027", "2025- 2027"),
        ("värdet <5 dagar och > 3", "värdet <5 dagar och > 3"),
    ],
)
def test_a_quote_becomes_one_line_of_prose(quote: str, said: str) -> None:
    assert one_line(quote) == said


def test_a_sentence_begins_with_a_capital_and_ends_once() -> None:
    assert sentence("planen antas") == "Planen antas."
    assert sentence(" planen antas. ") == "Planen antas."
    assert sentence("antas den?") == "Antas den?"
    assert sentence("") == ""


def test_a_decision_point_is_named_once_with_code_and_label() -> None:
    point = DecisionPointFact(
        span=SOMEWHERE, code="BP2", label="BP2 Beslut om drift", ends=a_day("2027-03-15")
    )
    assert decision_point_name(point) == "BP2 (Beslut om drift)"
    bare = DecisionPointFact(span=SOMEWHERE, label="Pilottest", ends=a_day("2027-03-15"))
    assert decision_point_name(bare) == "Pilottest"
    without = DecisionPointFact(span=SOMEWHERE, code="BP2")
    assert decision_point_name(without) == "BP2"


def test_a_value_is_said_with_what_it_is_and_when() -> None:
    assert indicator_value_in_words(IndicatorValue("5,1 %", "2025", ValueRole.ACTUAL)) == "utfall 2025: 5,1 %"
    assert indicator_value_in_words(IndicatorValue("5,1 %", "", ValueRole.TARGET)) == "mål: 5,1 %"


def test_a_decision_begins_with_who_when_and_where() -> None:
    fact = DecisionFact(
        span=SOMEWHERE,
        text="Planen antas.",
        standing=Standing.DECIDED,
        board="Regionstyrelsen",
        paragraph="142",
        meeting_date=date(2026, 11, 17),
    )
    assert decision_lead(fact) == "Regionstyrelsen den 17 november 2026 (§ 142)"


def test_a_proposal_is_never_worded_as_a_decision() -> None:
    by_board = DecisionFact(
        span=SOMEWHERE,
        text="Planen antas.",
        standing=Standing.PROPOSED,
        board="Regionfullmäktige",
        proposed_by="Regionstyrelsen",
    )
    by_nobody = DecisionFact(
        span=SOMEWHERE, text="Planen antas.", standing=Standing.PROPOSED, board="Regionfullmäktige"
    )
    assert decision_lead(by_board) == "Regionstyrelsen, förslag till beslut till Regionfullmäktige"
    assert decision_lead(by_nobody) == "Förslag till beslut till Regionfullmäktige"


def test_a_paragraph_has_its_sign_once() -> None:
    assert paragraph_in_words("142") == paragraph_in_words("§ 142") == "§ 142"


def test_roles_are_named_in_the_questions_language() -> None:
    assert role_name(Role.OWNER, "sv") == "Uppdragsägare"
    assert role_name(Role.OWNER, "en") == "Assignment owner (uppdragsägare)"
    assert all(role_name(role, "sv") for role in Role)
