"""Claims about what belongs in a report to a board."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import count

import pytest

from knowledge.blocks import Span
from knowledge.board_report import ReportBody, ReportedAssignment, ReportPeriod, board_report
from knowledge.digest import DigestMaterial
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.entries import AssignmentEntry, DocumentEntry, FactEntry, SourceQuote, State, StatusUpdate
from knowledge.facts import (
    AssignmentFact,
    DecisionFact,
    DecisionPointFact,
    Fact,
    FocusFact,
    LinkFact,
    Role,
    RoleFact,
    Standing,
)
from knowledge.when import Precision, When

MEETING = dt.date(2026, 12, 15)
PERIOD = ReportPeriod(dt.date(2026, 11, 17), dt.date(2026, 12, 14), dt.date(2026, 11, 29))
BOARD = ReportBody("Regionstyrelsen", "Region Sjöland", lambda words: "regionstyrelsen" in words.casefold())
HYR = AssignmentEntry(1, "Minska hyrberoendet", "Region Sjöland")
SPAN = Span(0, 3)
_numbers = count(1)


def a_document(
    kind: DocumentKind = DocumentKind.DIRECTIVE,
    board: str = "",
    day: dt.date | None = dt.date(2026, 2, 17),
    number: int = 1,
) -> DocumentEntry:
    profile = DocumentProfile("Direktiv", kind, "Region Sjöland", board, day, day.year if day else None)
    return DocumentEntry(number, number, "direktiv.md", "direktiv.md", profile)


MINUTES = a_document(DocumentKind.MINUTES, "Regionstyrelsen", dt.date(2026, 11, 17), 2)


def an_entry(
    fact: Fact, document: DocumentEntry | None = None, assignment: int | None = 1, quote: str = ""
) -> FactEntry:
    number = next(_numbers)
    source = SourceQuote(document or a_document(), quote or f"ord {number}", SPAN)
    return FactEntry(number, fact, source, assignment_id=assignment)


def given(*addressees: str, giver: str = "", standing: Standing = Standing.DECIDED) -> FactEntry:
    return an_entry(
        AssignmentFact(
            span=SPAN, subject=HYR.title, addressees=addressees, giver=giver, standing=standing, year=2026
        )
    )


def a_point(
    day: dt.date, code: str = "BP2", label: str = "", document: DocumentEntry | None = None
) -> FactEntry:
    when = When(day, day, Precision.DAY, day.isoformat())
    return an_entry(
        DecisionPointFact(span=SPAN, subject=HYR.title, code=code, label=label, ends=when), document
    )


def a_decision(
    day: dt.date,
    *,
    subject: str = "Bemanningsmodell",
    section: str = "§ 8",
    standing: Standing = Standing.DECIDED,
) -> FactEntry:
    fact = DecisionFact(
        span=SPAN, subject=subject, section=section, text="Bifall.", standing=standing, meeting_date=day
    )
    return an_entry(fact, MINUTES, None)


def a_status(day: dt.date, state: State = State.YELLOW, *, withdrawn: bool = False) -> StatusUpdate:
    at = dt.datetime.combine(day, dt.time(9), dt.UTC)
    return StatusUpdate(next(_numbers), 1, HYR.title, state, "sent", "Linnea", at, "", (), withdrawn)


def report(
    facts: Sequence[FactEntry],
    statuses: Sequence[StatusUpdate] = (),
    period: ReportPeriod = PERIOD,
    names: str = "Bemanningsmodell",
) -> tuple[ReportedAssignment, ...]:
    material = DigestMaterial(facts=facts, statuses=statuses, assignments=[HYR])
    return board_report(BOARD, period, material, lambda subject: 1 if subject == names else None)


@pytest.mark.parametrize(
    "said",
    [
        [given("Regionstyrelsen")],
        [given(giver="regionstyrelsen")],
        [
            given(),
            an_entry(
                FocusFact(
                    span=SPAN,
                    label="Återrapportering",
                    text="Status lämnas vid regionstyrelsens sammanträden.",
                )
            ),
        ],
        [given(), an_entry(RoleFact(span=SPAN, role=Role.STEERING_GROUP, holder="Regionstyrelsen"))],
        [replace(given(), source=SourceQuote(a_document(board="Regionstyrelsen"), "ord", SPAN))],
    ],
    ids=["directed to it", "given by it", "reported to it", "steered by it", "in its own document"],
)
def test_an_assignment_concerns_the_board_that_it_names(said: list[FactEntry]) -> None:
    assert [each.assignment for each in report(said)] == [HYR]


@pytest.mark.parametrize(
    "said",
    [
        [given("Kulturnämnden")],
        [given("Regionstyrelsen", standing=Standing.PROPOSED)],
        [
            replace(
                given("Kulturnämnden"), source=SourceQuote(a_document(board="Regionstyrelsen"), "ord", SPAN)
            )
        ],
        [],
    ],
    ids=["of another board", "only proposed", "directed elsewhere by its plan", "of nobody"],
)
def test_what_is_not_the_boards_is_left_out(said: list[FactEntry]) -> None:
    assert report(said) == ()


def test_what_was_done_before_the_period_or_is_long_past_is_left_out() -> None:
    facts = [given("Regionstyrelsen")]
    assert report(facts, [a_status(dt.date(2026, 10, 1), State.DONE)]) == ()
    assert report(facts, [a_status(dt.date(2026, 11, 20), State.DONE)])
    later = ReportPeriod(dt.date(2029, 1, 1), dt.date(2029, 2, 1), dt.date(2029, 2, 1))
    assert report(facts, period=later) == ()


def test_points_are_split_at_the_day_of_writing_and_told_once_with_their_longest_name() -> None:
    facts = [
        given("Regionstyrelsen"),
        a_point(dt.date(2026, 12, 15), "BP2", "Beslut"),
        a_point(dt.date(2026, 12, 15), "BP2", "Beslut om modell", a_document(number=3)),
        a_point(dt.date(2026, 11, 28), "BP1"),
        a_point(dt.date(2026, 11, 29), "MS1"),
    ]
    (found,) = report(facts)
    assert [each.label for each in found.passed] == ["BP1"]
    assert [each.label for each in found.ahead] == ["MS1", "BP2 Beslut om modell"]
    assert len(found.ahead[1].entries) == 2


def test_a_passed_point_goes_with_the_first_status_after_it_and_without_one_it_deviates() -> None:
    facts = [given("Regionstyrelsen"), a_point(dt.date(2026, 11, 20), "BP1")]
    after, later = a_status(dt.date(2026, 11, 21)), a_status(dt.date(2026, 11, 25), State.GREEN)
    (found,) = report(facts, [a_status(dt.date(2026, 11, 2)), after, later])
    assert found.passed[0].status == after
    assert found.overdue == ()
    (silent,) = report(facts)
    assert (silent.passed[0].status, [item.what for item in silent.overdue]) == (None, ["BP1"])


def test_statuses_are_told_newest_first_without_the_withdrawn_and_those_of_later_days() -> None:
    old, new = a_status(dt.date(2026, 10, 1)), a_status(dt.date(2026, 11, 28))
    others = [a_status(dt.date(2026, 11, 27), withdrawn=True), a_status(dt.date(2026, 11, 30))]
    (found,) = report([given("Regionstyrelsen")], [old, new, *others])
    assert found.statuses == (new, old)


def test_decisions_since_the_last_meeting_are_those_of_matters_that_name_the_assignment() -> None:
    facts = [
        given("Regionstyrelsen"),
        a_decision(dt.date(2026, 11, 17)),
        a_decision(dt.date(2026, 11, 17), subject="Bidrag", section="§ 9"),
        a_decision(dt.date(2026, 10, 20)),
        a_decision(MEETING),
        a_decision(dt.date(2026, 11, 18), standing=Standing.PROPOSED),
    ]
    (found,) = report(facts)
    assert [each.fact.meeting_date for each in found.decisions] == [dt.date(2026, 11, 17)]  # type: ignore[union-attr]


def test_a_matter_that_gives_the_assignment_brings_its_decisions_and_changes() -> None:
    own = an_entry(AssignmentFact(span=SPAN, subject=HYR.title, section="§ 9"), MINUTES)
    change = LinkFact(
        span=SPAN, subject="Tid", section="§ 9 Tid › Beslut", relation="extends", target=HYR.title
    )
    facts = [
        given("Regionstyrelsen"),
        replace(own, fact=replace(own.fact, section="§ 9 Tid")),
        a_decision(dt.date(2026, 11, 17), subject="Tid", section="§ 9 Tid"),
        an_entry(change, MINUTES, None),
    ]
    (found,) = report(facts)
    assert (len(found.decisions), len(found.changes)) == (1, 1)


def test_what_was_written_after_the_meeting_was_not_known_at_it() -> None:
    later = a_document(day=dt.date(2027, 1, 10), number=4)
    (found,) = report([given("Regionstyrelsen"), a_point(dt.date(2027, 3, 1), "BP3", document=later)])
    assert found.ahead == ()


def test_the_purpose_is_the_idea_then_the_effects_then_the_goals() -> None:
    labels = ("Uppdragsmål 2026", "Risker", "Effektmål", "Idé")
    facts = [an_entry(FocusFact(span=SPAN, label=label, text=label)) for label in labels]
    (found,) = report([given("Regionstyrelsen"), *facts])
    assert [each.fact.label for each in found.purposes] == ["Idé", "Effektmål", "Uppdragsmål 2026"]  # type: ignore[union-attr]


def test_the_newest_document_tells_who_owns() -> None:
    old, new = a_document(), a_document(day=dt.date(2026, 6, 1), number=5)
    owners = [
        an_entry(RoleFact(span=SPAN, role=Role.OWNER, holder=holder), document)
        for holder, document in (("HR-direktören", old), ("Regiondirektören", new))
    ]
    (found,) = report([given("Regionstyrelsen"), *owners])
    assert [each.fact.holder for each in found.owners] == ["Regiondirektören"]  # type: ignore[union-attr]


def test_days_that_a_draft_says_otherwise_deviate_and_the_adopted_day_is_told_from_what_adopted_it() -> None:
    document = a_document(number=7)
    draft = replace(document, profile=replace(document.profile, is_draft=True))
    ahead, later = dt.date(2027, 1, 15), dt.date(2027, 2, 15)
    facts = [
        given("Regionstyrelsen"),
        a_point(ahead, document=draft),
        a_point(ahead),
        a_point(later, document=draft),
        a_point(dt.date(2026, 3, 1), "BP1"),
        a_point(dt.date(2026, 4, 1), "BP1", document=draft),  # passed: nothing is left to settle
    ]
    (found,) = report(facts)
    (conflict,) = found.conflicts
    assert conflict.versions == ("2027-01-15", "2027-02-15")
    assert [each.document.profile.is_draft for each in conflict.sources] == [False, True]


def test_a_draft_that_says_two_days_of_one_point_deviates() -> None:
    document = a_document(number=7)
    draft = replace(document, profile=replace(document.profile, is_draft=True))
    days = (dt.date(2027, 1, 15), dt.date(2027, 2, 15))
    (found,) = report([given("Regionstyrelsen"), *(a_point(day, document=draft) for day in days)])
    assert [each.versions for each in found.conflicts] == [("2027-01-15", "2027-02-15")]
