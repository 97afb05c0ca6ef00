"""Claims about what in a status does not fit the plan."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest

from knowledge.blocks import Span
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.entries import (
    NO_DETAILS,
    DocumentEntry,
    FactEntry,
    SourceQuote,
    State,
    StatusDetails,
    StatusUpdate,
)
from knowledge.facts import DeadlineFact, DecisionPointFact, Fact
from knowledge.status_checks import Misfit, PlanMisfit, misfits
from knowledge.swedish_words import SwedishWords, read_vocabulary
from knowledge.when import Precision, When

TODAY = date(2026, 11, 23)
WORDS = SwedishWords(read_vocabulary())


def on(day: date) -> When:
    return When(day, day, Precision.DAY, day.isoformat())


def an_entry(fact: Fact, quote: str, *, is_draft: bool = False) -> FactEntry:
    profile = DocumentProfile("Direktiv", DocumentKind.DIRECTIVE, "Region Sjöland", is_draft=is_draft)
    document = DocumentEntry(1, 1, "direktiv.md", "direktiv.md", profile)
    return FactEntry(1, fact, SourceQuote(document, quote, Span(0, len(quote))), assignment_id=1)


def a_point(code: str, first: date, last: date, *, is_draft: bool = False) -> FactEntry:
    fact = DecisionPointFact(
        span=Span(0, 3), subject="Hyr", code=code, label="Beslut", starts=on(first), ends=on(last)
    )
    return an_entry(fact, f"| {code} | {first} | {last} |", is_draft=is_draft)


PLAN = (
    a_point("BP1", date(2026, 11, 3), date(2026, 11, 3)),
    a_point("BP2", date(2026, 11, 30), date(2026, 12, 15)),
    a_point("BP3", date(2027, 3, 1), date(2027, 3, 31)),
)


def a_status(day: date, *, withdrawn: bool = False) -> StatusUpdate:
    at = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
    return StatusUpdate(1, 1, "Hyr", State.GREEN, "", "Linnea", at, "", withdrawn=withdrawn)


REPORTED = (a_status(date(2026, 11, 10)),)


def found(
    message: str,
    state: State | None = State.YELLOW,
    details: StatusDetails = NO_DETAILS,
    plan: Sequence[FactEntry] = PLAN,
    history: Sequence[StatusUpdate] = REPORTED,
) -> list[PlanMisfit]:
    return list(misfits(state, details, message, plan, history, TODAY, WORDS))


def test_done_before_the_last_decision_point_is_said_with_its_source() -> None:
    (misfit,) = found("hyr är klar", State.DONE)
    assert (misfit.kind, misfit.point, misfit.when) == (Misfit.DONE_EARLY, "BP3 Beslut", "2027-03-31")
    assert misfit.source.quote == "| BP3 | 2027-03-01 | 2027-03-31 |"


def test_done_after_the_last_decision_point_fits() -> None:
    assert found("hyr är klar", State.DONE, plan=PLAN[:1]) == []


@pytest.mark.parametrize(
    ("history", "is_asked"),
    [
        ((), True),
        ((a_status(date(2026, 11, 2)),), True),
        ((a_status(date(2026, 11, 10), withdrawn=True),), True),
        (REPORTED, False),
    ],
)
def test_a_passed_decision_point_that_nobody_reported_is_asked_about(
    history: tuple[StatusUpdate, ...], is_asked: bool
) -> None:
    asked = [each.point for each in found("hyr är gul", history=history)]
    assert asked == (["BP1 Beslut"] if is_asked else [])


def test_a_message_that_speaks_of_the_passed_point_is_its_report() -> None:
    assert found("hyr är gul, BP 1 godkändes", history=()) == []


def test_a_point_that_passed_long_ago_is_let_be() -> None:
    assert found("hyr är gul", plan=[a_point("BP0", date(2024, 1, 1), date(2024, 1, 1))], history=()) == []


@pytest.mark.parametrize("message", ["gul, BP2 tas 12 februari", "gul. BP 2: januari 2027"])
def test_another_date_than_the_directives_is_said_with_both(message: str) -> None:
    (misfit,) = found(message)
    assert (misfit.kind, misfit.when) == (Misfit.OTHER_DATE, "2026-12-15")
    assert misfit.said in message


@pytest.mark.parametrize(
    "message",
    [
        "gul, BP2 den 10 december",
        "gul, BP2 i december",
        "gul, BP2 klar, BP3 mars 2027",
        "gul, BP7 12 februari",
    ],
)
def test_a_date_that_the_directive_can_mean_fits(message: str) -> None:
    assert found(message) == []


def test_what_is_expected_after_the_last_point_is_said() -> None:
    (misfit,) = found("gul, klart i juni", details=StatusDetails(expected=("2027-03-15", "juni 2027")))
    assert (misfit.kind, misfit.said, misfit.point) == (Misfit.AFTER_THE_LAST, "juni 2027", "BP3 Beslut")


def test_a_deadline_is_the_last_point_too() -> None:
    due = DeadlineFact(span=Span(0, 3), subject="Hyr", label="Slutrapport", due=on(date(2027, 6, 30)))
    plan = (*PLAN, an_entry(due, "Slutrapport 2027-06-30"))
    assert found("gul", details=StatusDetails(expected=("juni 2027",)), plan=plan) == []
    assert [each.point for each in found("klar", State.DONE, plan=plan)] == ["Slutrapport"]


def test_a_draft_binds_nobody() -> None:
    plan = [a_point("BP3", date(2027, 3, 1), date(2027, 3, 31), is_draft=True)]
    assert found("klar", State.DONE, plan=plan) == []


def named(code: str, label: str, last: date) -> FactEntry:
    fact = DecisionPointFact(span=Span(0, 3), subject="Hyr", code=code, label=label, ends=on(last))
    return an_entry(fact, f"{code} {label} {last}")


NAMED_PLAN = (
    named("MS1", "Anbudstiden går ut", date(2026, 12, 14)),
    named("BP2", "Beslut om tilldelning av avtal", date(2027, 2, 12)),
    named("BP2", "Avtal tilldelas", date(2027, 2, 12)),
    named("BP3", "Leverans till uppdragsägaren", date(2027, 12, 15)),
)


@pytest.mark.parametrize(
    ("message", "point"),
    [
        ("arkivet gult, anbudstiden går ut 15 januari 2027", "MS1 Anbudstiden går ut"),
        ("arkivet gult, tilldelning av avtal först 15 mars 2027", "BP2 Avtal tilldelas"),
        ("Vi levererar till uppdragsägaren i januari 2028", "BP3 Leverans till uppdragsägaren"),
    ],
)
def test_another_date_for_a_point_that_is_called_by_its_name_is_said(message: str, point: str) -> None:
    (misfit,) = found(message, plan=NAMED_PLAN)
    assert (misfit.kind, misfit.point) == (Misfit.OTHER_DATE, point)


@pytest.mark.parametrize(
    "message",
    [
        "arkivet gult, anbudstiden går ut 14 december 2026",  # as planned
        "arkivet gult, avtalet med konsulten löper till 15 mars 2027",  # one word of two
        "arkivet gult, nästa möte 15 januari 2027",
        "arkivet gult, leverans av hyllor 15 januari 2027",  # a word that any plan has
    ],
)
def test_a_date_of_something_else_is_no_misfit(message: str) -> None:
    assert found(message, plan=NAMED_PLAN) == []
