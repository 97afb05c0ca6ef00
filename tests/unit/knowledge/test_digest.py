"""Claims about what belongs in a week's digest."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from knowledge.blocks import Span
from knowledge.digest import DigestKind, DigestMaterial, Week, what_belongs
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.entries import AssignmentEntry, DocumentEntry, FactEntry, SourceQuote, State, StatusUpdate
from knowledge.facts import (
    DeadlineFact,
    DecisionFact,
    DecisionPointFact,
    Fact,
    Role,
    RoleFact,
    Standing,
)
from knowledge.when import Precision, When

TODAY = date(2026, 11, 23)
ASSIGNMENT = AssignmentEntry(1, "Minska hyrberoendet", "Region Sjöland")
_numbers = count(1)


def a_document(*, is_draft: bool = False, indexed: date = date(2026, 3, 1), number: int = 1) -> DocumentEntry:
    profile = DocumentProfile("Direktiv", DocumentKind.DIRECTIVE, "Region Sjöland", is_draft=is_draft)
    at = datetime(indexed.year, indexed.month, indexed.day, 12, tzinfo=UTC)
    return DocumentEntry(number, number, "direktiv.md", "direktiv.md", profile, indexed_at=at)


def an_entry(fact: Fact, document: DocumentEntry | None = None, assignment_id: int | None = 1) -> FactEntry:
    source = SourceQuote(document or a_document(), "ord", Span(0, 3))
    return FactEntry(next(_numbers), fact, source, assignment_id=assignment_id)


def on(day: date) -> When:
    return When(day, day, Precision.DAY, day.isoformat())


def a_point(day: date, code: str = "BP2") -> DecisionPointFact:
    return DecisionPointFact(span=Span(0, 3), subject="Minska hyrberoendet", code=code, ends=on(day))


def a_decision(day: date | None, standing: Standing = Standing.DECIDED) -> DecisionFact:
    return DecisionFact(
        span=Span(0, 3),
        subject="Hyrpersonal",
        text="Bifall.",
        standing=standing,
        meeting_date=day,
        paragraph="§ 8",
    )


def a_status(days_ago: int, state: State = State.YELLOW, *, withdrawn: bool = False) -> StatusUpdate:
    at = datetime(2026, 11, 23, 8, tzinfo=UTC) - timedelta(days=days_ago)
    return StatusUpdate(
        next(_numbers), 1, "Minska hyrberoendet", state, "sent", "Linnea", at, "", (), withdrawn
    )


def kinds(material: DigestMaterial) -> dict[DigestKind, int]:
    return {section.kind: len(section.items) for section in what_belongs(TODAY, material).sections}


def test_a_week_without_anything_says_so() -> None:
    digest = what_belongs(TODAY, DigestMaterial())
    assert digest.is_empty
    assert (str(digest.week), digest.week.first, digest.week.last) == (
        "2026-W48",
        date(2026, 11, 23),
        date(2026, 11, 29),
    )


@pytest.mark.parametrize(
    ("day", "week"),
    [(date(2027, 1, 1), "2026-W53"), (date(2024, 12, 30), "2025-W01"), (date(2026, 11, 29), "2026-W48")],
)
def test_weeks_are_those_of_iso(day: date, week: str) -> None:
    assert str(Week.of(day)) == week


@pytest.mark.parametrize(
    ("day", "is_told"),
    [(TODAY, True), (date(2026, 12, 21), True), (date(2026, 12, 22), False), (date(2026, 11, 22), False)],
)
def test_decision_points_of_the_next_four_weeks_lie_ahead(day: date, is_told: bool) -> None:
    found = kinds(DigestMaterial(facts=[an_entry(a_point(day))]))
    assert (DigestKind.AHEAD in found) is is_told


def test_a_month_that_has_begun_lies_ahead_until_it_ends() -> None:
    month = When(date(2026, 11, 1), date(2026, 11, 30), Precision.MONTH, "november 2026")
    fact = DeadlineFact(span=Span(0, 3), subject="Minska hyrberoendet", label="Slutrapport", due=month)
    assert DigestKind.AHEAD in kinds(DigestMaterial(facts=[an_entry(fact)]))


def test_what_passed_without_a_word_is_overdue() -> None:
    assert DigestKind.OVERDUE in kinds(DigestMaterial(facts=[an_entry(a_point(date(2026, 11, 16)))]))


@pytest.mark.parametrize(
    ("status", "is_overdue"),
    [
        (a_status(3), False),
        (a_status(10), True),
        (a_status(3, withdrawn=True), True),
        (a_status(200, State.DONE), False),
    ],
)
def test_a_status_after_the_day_answers_for_it(status: StatusUpdate, is_overdue: bool) -> None:
    material = DigestMaterial(facts=[an_entry(a_point(date(2026, 11, 16)))], statuses=[status])
    assert (DigestKind.OVERDUE in kinds(material)) is is_overdue


def test_a_draft_binds_nobody() -> None:
    draft = a_document(is_draft=True)
    facts = [an_entry(a_point(date(2026, 12, 1)), draft), an_entry(a_point(date(2026, 11, 1), "BP1"), draft)]
    assert kinds(DigestMaterial(facts=facts)) == {}


def test_a_day_that_an_agenda_proposes_binds_nobody() -> None:
    agenda = a_document()
    agenda = replace(agenda, profile=replace(agenda.profile, kind=DocumentKind.AGENDA))
    assert kinds(DigestMaterial(facts=[an_entry(a_point(date(2026, 12, 1)), agenda)])) == {}


def test_what_two_documents_say_alike_is_told_once() -> None:
    facts = [an_entry(a_point(date(2026, 12, 1)), a_document(number=number)) for number in (1, 2)]
    assert kinds(DigestMaterial(facts=facts))[DigestKind.AHEAD] == 1


def test_the_newest_status_since_last_time_is_told_with_the_one_before() -> None:
    old, first, second = a_status(7), a_status(6, State.RED), a_status(1)
    (section,) = what_belongs(TODAY, DigestMaterial(statuses=[old, first, second])).sections
    assert [(item.status, item.before) for item in section.items] == [(second, old)]


def test_an_assignment_is_silent_after_thirty_days_unless_it_is_done() -> None:
    def is_silent(status: StatusUpdate) -> bool:
        material = DigestMaterial(statuses=[status], assignments=[ASSIGNMENT])
        return DigestKind.SILENT in kinds(material)

    assert [is_silent(a_status(days)) for days in (30, 31)] == [False, True]
    assert not is_silent(a_status(300, State.DONE))


def test_an_assignment_never_reported_on_is_silent_only_while_something_is_to_come() -> None:
    to_come = DigestMaterial(facts=[an_entry(a_point(date(2027, 6, 1)))], assignments=[ASSIGNMENT])
    assert kinds(to_come) == {DigestKind.SILENT: 1}
    assert kinds(DigestMaterial(assignments=[ASSIGNMENT])) == {}


def test_decisions_are_news_when_the_meeting_or_its_minutes_are_new() -> None:
    new = a_document(indexed=date(2026, 11, 20))
    facts = [
        an_entry(a_decision(date(2026, 11, 17))),
        an_entry(a_decision(date(2026, 10, 20)), new),
        an_entry(a_decision(date(2026, 10, 19))),
        an_entry(a_decision(date(2020, 1, 1)), new),
        an_entry(a_decision(None), new),
    ]
    (section,) = what_belongs(TODAY, DigestMaterial(facts=facts)).sections
    assert [item.day for item in section.items] == [date(2026, 10, 20), date(2026, 11, 17)]


def test_a_proposal_is_never_told_as_decided() -> None:
    assert kinds(DigestMaterial(facts=[an_entry(a_decision(date(2026, 11, 20), Standing.PROPOSED))])) == {}


def test_new_documents_are_told_once_they_have_come() -> None:
    documents = [a_document(indexed=date(2026, 11, day), number=day) for day in (15, 16, 17, 23, 24)]
    (section,) = what_belongs(TODAY, DigestMaterial(documents=documents)).sections
    assert {item.document.id for item in section.items if item.document} == {17, 23}


def test_documents_that_give_a_coming_point_different_days_are_in_conflict() -> None:
    facts = [an_entry(a_point(date(2027, 3, day), "BP3"), a_document(number=day)) for day in (1, 15)]
    (section,) = what_belongs(TODAY, DigestMaterial(facts=facts)).sections
    assert section.kind is DigestKind.CONFLICTS
    assert section.items[0].when == "2027-03-01 / 2027-03-15"


def test_documents_that_name_different_owners_are_in_conflict_and_one_that_names_fewer_is_not() -> None:
    def owner(holder: str, number: int, role: Role = Role.OWNER) -> FactEntry:
        fact = RoleFact(span=Span(0, 3), subject="Minska hyrberoendet", role=role, holder=holder)
        return an_entry(fact, a_document(number=number))

    disagreeing = [owner("HR-direktören", 1), owner("Regiondirektören", 2)]
    agreeing = [owner("HR-direktören", 1), owner("Regiondirektören", 1), owner("hr-direktören", 2)]
    assert kinds(DigestMaterial(facts=disagreeing)) == {DigestKind.CONFLICTS: 1}
    assert kinds(DigestMaterial(facts=agreeing)) == {}


def test_the_day_is_that_of_the_organisation() -> None:
    late = replace(a_status(0), at=datetime(2026, 11, 16, 23, 30, tzinfo=UTC))
    from zoneinfo import ZoneInfo  # noqa: PLC0415

    stockholm = DigestMaterial(statuses=[late], zone=ZoneInfo("Europe/Stockholm"))
    assert kinds(stockholm) == {DigestKind.STATUS: 1}
    assert kinds(DigestMaterial(statuses=[late])) == {}
