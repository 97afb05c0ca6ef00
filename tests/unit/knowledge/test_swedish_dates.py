"""Dates as Swedish documents write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.parsing.swedish_dates import MONTHS, Bound, find_dates
from knowledge.when import Precision

NAMES = {
    number: name
    for name, number in MONTHS.items()
    if len(name) > 4 or name in {"mars", "maj", "juni", "juli"}
}


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("241118", date(2024, 11, 18), date(2024, 11, 18), Precision.DAY),
        ("31/10 2025", date(2025, 10, 31), date(2025, 10, 31), Precision.DAY),
        ("2025-10-31", date(2025, 10, 31), date(2025, 10, 31), Precision.DAY),
        ("20251031", date(2025, 10, 31), date(2025, 10, 31), Precision.DAY),
        ("31.10.2025", date(2025, 10, 31), date(2025, 10, 31), Precision.DAY),
        ("den 9 april 2025 kl. 05.00", date(2025, 4, 9), date(2025, 4, 9), Precision.DAY),
        ("Mars 2025", date(2025, 3, 1), date(2025, 3, 31), Precision.MONTH),
        ("Q4 2024", date(2024, 10, 1), date(2024, 12, 31), Precision.QUARTER),
        ("kvartal 1 2026", date(2026, 1, 1), date(2026, 3, 31), Precision.QUARTER),
        ("första kvartalet 2026", date(2026, 1, 1), date(2026, 3, 31), Precision.QUARTER),
        ("före utgången av januari 2026", date(2026, 1, 1), date(2026, 1, 31), Precision.MONTH),
        ("andra halvåret 2026", date(2026, 7, 1), date(2026, 12, 31), Precision.HALF_YEAR),
        ("hösten 2026", date(2026, 9, 1), date(2026, 11, 30), Precision.SEASON),
        ("vecka 15, 2025", date(2025, 4, 7), date(2025, 4, 13), Precision.WEEK),
        ("under 2025", date(2025, 1, 1), date(2025, 12, 31), Precision.YEAR),
        ("plan 2023-2025", date(2023, 1, 1), date(2025, 12, 31), Precision.YEAR),
        ("årsskiftet 2025/2026", date(2025, 12, 31), date(2026, 1, 1), Precision.MONTH),
        ("halvårsskiftet 2026", date(2026, 6, 30), date(2026, 7, 1), Precision.MONTH),
    ],
)
def test_reads_a_date_no_more_precisely_than_its_words(
    words: str, first: date, last: date, precision: Precision
) -> None:
    [found] = find_dates(words)
    assert (found.when.start, found.when.end, found.when.precision) == (first, last, precision)
    assert found.when.words in words


@pytest.mark.parametrize(
    "words",
    [
        "RS 68-2024",
        "SLK-2024-00702",
        "dir. 2022:131",
        "S2023/02379",
        "556657-1443",
        "850312-1234",
        "2 220 miljoner",
        "1,5 procent",
        "19 december",
        "i mars",
        "§ 212",
        "Utgåva 0.3",
        "2000 kronor",
        "FG-2025-00499",
    ],
)
def test_finds_no_date_where_there_is_none(words: str) -> None:
    assert find_dates(words) == ()


def test_a_date_without_a_year_takes_the_one_it_is_given_and_says_so() -> None:
    [found] = find_dates("onsdagen den 9 april kl. 05.00", 2025)
    assert (found.when.start, found.when.time, found.when.assumed_year) == (date(2025, 4, 9), "05.00", True)


def test_a_date_without_a_year_lies_near_today() -> None:
    assert find_dates("avtal klart 15 mars", today=date(2026, 11, 23))[0].when.start == date(2027, 3, 15)
    assert find_dates("klart 12/11", today=date(2026, 11, 23))[0].when.start == date(2026, 11, 12)


def test_one_day_in_several_years_is_several_dates() -> None:
    found = find_dates("senast den 30 september 2024 respektive 2025")
    assert [each.when.start for each in found] == [date(2024, 9, 30), date(2025, 9, 30)]
    assert {each.bound for each in found} == {Bound.BY}


def test_yearly_is_kept() -> None:
    [found] = find_dates("ska årligen senast den 31 maj redovisa", 2025)
    assert found.when.yearly
    assert found.bound is Bound.BY


def test_two_days_in_a_table_row_are_two_dates() -> None:
    assert [f.when.start for f in find_dates("BP3\t251001\t251020")] == [
        date(2025, 10, 1),
        date(2025, 10, 20),
    ]


@given(
    st.dates(date(2000, 1, 1), date(2049, 12, 31)),
    st.sampled_from(["iso", "short", "slash", "spelled", "dotted"]),
)
def test_dates_round_trip(day: date, style: str) -> None:
    words = {
        "iso": day.isoformat(),
        "short": day.strftime("%y%m%d"),
        "slash": f"{day.day}/{day.month} {day.year}",
        "spelled": f"den {day.day} {NAMES[day.month]} {day.year}",
        "dotted": f"{day.day}.{day.month}.{day.year}",
    }[style]
    [found] = find_dates(f"Klart {words}.")
    assert found.when.start == found.when.end == day


@given(st.text(max_size=300))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    for found in find_dates(text, 2025):
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("senast den1 december 2020", ["2020-12-01"]),
        ("den första december 2026", ["2026-12-01"]),
        ("senast sista februari 2028", ["2028-02-29"]),
        ("senast den 1 mars 2024–2026", ["2024-03-01", "2025-03-01", "2026-03-01"]),
    ],
)
def test_reads_days_as_hurried_hands_write_them(words: str, days: list[str]) -> None:
    assert [str(found.when.start) for found in find_dates(words)] == days


def test_reads_a_day_that_the_month_lacks_as_its_month() -> None:
    found = find_dates("senast den 31 november 2025")
    assert [(each.when.precision, str(each.when.end)) for each in found] == [(Precision.MONTH, "2025-11-30")]


def test_reads_a_misspelt_senast_as_a_limit() -> None:
    assert find_dates("senaste den 31 december 2013")[0].bound is Bound.BY


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Klart i september.", "september"),
        ("Klart den 3 maj. Sedan", "den 3 maj"),
        ("Klart i sept.", "sept."),
    ],
)
def test_the_stop_that_ends_a_sentence_is_no_part_of_the_month(text: str, words: str) -> None:
    (found,) = find_dates(text, 2026)
    assert (found.when.words, text[found.start : found.end]) == (words, words)
