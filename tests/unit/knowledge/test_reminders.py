"""Claims about what the people of an assignment are reminded of."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from knowledge.digest import DigestMaterial
from knowledge.entries import AssignmentEntry, FactEntry, State, StatusUpdate
from knowledge.facts import DeadlineFact, DecisionPointFact, FocusFact, Role, RoleFact
from knowledge.reminders import BoardMeeting, Reminder, reminders_due
from knowledge.when import Precision, When
from tests.unit.knowledge.test_digest import ASSIGNMENT, TODAY, a_document, a_point, a_status, an_entry

DAY = dt.timedelta(days=1)
WEEK = 7 * DAY
SPAN = a_point(TODAY).span
AT_EVERY_MEETING = "Status lämnas vid regionstyrelsens och nämndens samtliga sammanträden under 2026."


def held_by(holder: str, role: Role = Role.LEADER) -> FactEntry:
    return an_entry(RoleFact(span=SPAN, role=role, holder=holder))


def meets(day: dt.date, board: str = "Regionstyrelsen") -> BoardMeeting:
    return BoardMeeting(board, day, lambda words: board.casefold() in words.casefold())


def reporting(words: str, label: str = "Återrapportering") -> FactEntry:
    return an_entry(FocusFact(span=SPAN, label=label, text=words))


def due(
    facts: Sequence[FactEntry], statuses: Sequence[StatusUpdate] = (), meetings: Sequence[BoardMeeting] = ()
) -> tuple[Reminder, ...]:
    material = DigestMaterial(
        facts=[held_by("Linnea Forsberg"), *facts], statuses=statuses, assignments=[ASSIGNMENT]
    )
    return reminders_due(TODAY, WEEK, material, meetings)


@pytest.mark.parametrize(("days", "is_due"), [(-1, False), (0, True), (7, True), (8, False)])
def test_a_decision_point_is_told_from_a_week_before_until_its_day(days: int, is_due: bool) -> None:
    assert bool(due([an_entry(a_point(TODAY + days * DAY))])) is is_due


def test_it_goes_to_owners_and_leaders_and_to_nobody_where_none_is_named() -> None:
    point = an_entry(a_point(TODAY + DAY))
    others = [held_by("HR-direktören", Role.OWNER), held_by("Patrik Nyholm", Role.MEMBER)]
    (found,) = due([point, *others])
    assert found.holders == ("Linnea Forsberg", "HR-direktören")
    assert reminders_due(TODAY, WEEK, DigestMaterial(facts=[point], assignments=[ASSIGNMENT]), []) == ()


def test_a_point_of_two_documents_is_told_once_under_one_key_whatever_it_is_called() -> None:
    first = an_entry(a_point(TODAY + DAY))
    longer = replace(first.fact, label="Beslut om modell")  # type: ignore[type-var]
    (found,) = due([first, an_entry(longer, a_document(number=2))])
    assert found.what == "BP2 Beslut om modell"
    assert found.key == due([first])[0].key


def test_a_vague_day_a_draft_a_milestone_and_a_deadline_remind_nobody() -> None:
    month = When(TODAY.replace(day=1), dt.date(2026, 11, 30), Precision.MONTH, "november 2026")
    vague = DecisionPointFact(span=SPAN, subject="x", code="BP2", ends=month)
    exact = When(TODAY + DAY, TODAY + DAY, Precision.DAY, "i morgon")
    deadline = DeadlineFact(span=SPAN, subject="x", label="Slutrapport", due=exact)
    draft = an_entry(a_point(TODAY + DAY), a_document(is_draft=True))
    milestone = DecisionPointFact(span=SPAN, subject="x", code="MS1", is_milestone=True, ends=exact)
    assert due([an_entry(vague), an_entry(deadline), an_entry(milestone), draft]) == ()


@pytest.mark.parametrize(
    ("status", "is_due"),
    [
        (a_status(5), False),
        (a_status(6), True),
        (a_status(300, State.DONE), False),
        (a_status(1, withdrawn=True), True),
    ],
)
def test_who_has_told_the_status_within_the_week_before_is_left_in_peace(
    status: StatusUpdate, is_due: bool
) -> None:
    assert bool(due([an_entry(a_point(TODAY + 2 * DAY))], [status])) is is_due


@pytest.mark.parametrize(
    ("words", "label", "is_due"),
    [
        (AT_EVERY_MEETING, "Återrapportering", True),
        (
            "Läget redovisas för regionstyrelsen vid varje ordinarie sammanträde.",
            "10.1 Återrapportering",
            True,
        ),
        ("Status lämnas vid regionstyrelsens samtliga sammanträden under 2027.", "Återrapportering", False),
        ("Status lämnas till regionstyrelsen varje kvartal.", "Återrapportering", False),
        ("Status lämnas vid kulturnämndens samtliga sammanträden.", "Återrapportering", False),
        (AT_EVERY_MEETING, "Bakgrund", False),
    ],
)
def test_a_meeting_is_told_when_the_directive_wants_the_board_told_at_every_one(
    words: str, label: str, is_due: bool
) -> None:
    found = due([reporting(words, label)], meetings=[meets(TODAY + 7 * DAY), meets(TODAY + 8 * DAY)])
    assert [(each.what, each.day) for each in found] == [("Regionstyrelsen", TODAY + 7 * DAY)] * is_due


def test_the_boards_own_minutes_name_it_as_the_board() -> None:
    minutes = replace(a_document(), profile=replace(a_document().profile, board="Regionstyrelsen"))
    event = When(None, None, Precision.EVENT, "vid samtliga av styrelsens sammanträden")
    wanted = an_entry(DeadlineFact(span=SPAN, subject="x", label="informeras", due=event), minutes)
    wanted = replace(wanted, source=replace(wanted.source, quote=event.words))
    assert due([wanted], meetings=[meets(TODAY + DAY)])


def test_different_meetings_and_assignments_have_different_keys() -> None:
    other = AssignmentEntry(2, "Digitalt arkiv")
    facts = [
        each
        for number in (1, 2)
        for each in (
            replace(reporting(AT_EVERY_MEETING), assignment_id=number),
            replace(held_by("Linnea Forsberg"), assignment_id=number),
        )
    ]
    material = DigestMaterial(facts=facts, assignments=[ASSIGNMENT, other])
    found = reminders_due(TODAY, WEEK, material, [meets(TODAY + DAY), meets(TODAY + 2 * DAY)])
    assert len({each.key for each in found}) == 4
