"""Claims about the details of a status message, beyond the labelled ones."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.entries import NO_DETAILS, StatusDetails
from knowledge.status_dates import told_dates
from knowledge.status_details import details_in

TODAY = date(2026, 11, 23)
PIECES = st.sampled_from(
    "två veckor sen|ingen försening|Risk: läkarbrist|nästa steg: möte 3/12|ansvarig Maria Ek|till mars|, |. |\n|; "
    "|budget saknas|klart v. 5|Om pengarna tar slut blir det rött|röd|(Eva Ek)|Omar driver|från 1 maj till 1 juni".split(
        "|"
    )
)


def details(text: str) -> StatusDetails:
    return details_in(text, TODAY, lambda word: word.lower() in {"riskanalysen", "personalbristen"})


@given(st.lists(PIECES, max_size=8).map(" ".join))
def test_every_detail_stands_in_the_message(text: str) -> None:
    found = details(text)
    for value in (found.delay, found.next_step, found.risk, found.who):
        assert all(part in text for part in value.split("; ") if ";" not in text)


@pytest.mark.parametrize(
    "text",
    [
        "ingen försening och inga risker",
        "vi är inte försenade",
        "utan större problem",
        "no delays, no risks",
        "Risk: inga",
        "problemet är löst",
        "var försenat men är ikapp",
        "för två veckor sen började vi",
        "Per Lund är på semester till 15 december",
        "personalbristen är grön",
        "tack Eva Sjöberg och Per Lund",
        "upphandlingen leder arbetet framåt",
    ],
)
def test_what_is_denied_over_or_a_name_is_no_detail(text: str) -> None:
    assert details(text) == NO_DETAILS


def test_labels_end_where_the_next_one_begins() -> None:
    found = details("Risk: läkare saknas, två av tre. Nästa steg: möte 3 december, ansvarig Maria Ek")
    assert found == StatusDetails(
        risk="läkare saknas, två av tre",
        next_step="möte 3 december",
        expected=("2026-12-03",),
        who="Maria Ek",
    )


def test_a_condition_is_a_risk_and_its_day_is_not_expected() -> None:
    found = details("Om vi inte får pengar i januari blir det rött")
    assert (found.risk, found.expected) == ("Om vi inte får pengar i januari blir det rött", ())


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("15 mars", ("2027-03-15",)),
        ("vecka 5 eller Q2", ("vecka 5, 2027", "Q2 2027")),
        ("till våren", ("våren 2027",)),
        ("så snart det går", ("så snart det går",)),
        ("", ()),
    ],
)
def test_a_typed_time_is_told_so_that_it_means_the_same_later(typed: str, told: tuple[str, ...]) -> None:
    assert told_dates(typed, TODAY) == told


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("@Karin Lund tar fram nya scheman", "Karin Lund"),
        ("sen sammanställer <@U0KARIN01> yttrandena", "<@U0KARIN01>"),
        ("<@U02ANDERS> och juristen träffas 7 december", "<@U02ANDERS>"),
        ("Vem: @Omar", "Omar"),
        ("Ansvarig för bygglovet är Lisbet Öman", "Lisbet Öman"),
        ("gul, @Karin Lund", "Karin Lund"),
        ("tack @Karin Lund för hjälpen", ""),
        ("möte med <@U0KARIN01> i fredags", ""),
        ("Härnäst skickar vi enkäten", ""),
    ],
)
def test_a_mentioned_person_is_who_when_said_to_do_something(text: str, who: str) -> None:
    assert details(text).who == who
