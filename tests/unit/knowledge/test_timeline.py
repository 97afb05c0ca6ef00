"""Claims about which decision points the timeline shows."""

import datetime as dt
from collections.abc import Sequence

from knowledge.digest import DigestMaterial
from knowledge.entries import AssignmentEntry, FactEntry, State
from knowledge.facts import DeadlineFact
from knowledge.timeline import MOST_ROWS, PointKind, Timeline, timeline
from tests.unit.knowledge.test_digest import TODAY, a_document, a_point, a_status, an_entry, on

DAY = dt.timedelta(days=1)


def shown(
    facts: Sequence[FactEntry], *statuses: object, titles: Sequence[str] = ("Minska hyrberoendet",)
) -> Timeline:
    assignments = [AssignmentEntry(number, title) for number, title in enumerate(titles, 1)]
    return timeline(TODAY, DigestMaterial(facts=facts, statuses=statuses, assignments=assignments))  # type: ignore[arg-type]


def test_points_two_months_back_and_ten_months_ahead_are_shown_in_order() -> None:
    days = [TODAY - 61 * DAY, TODAY + 305 * DAY, TODAY - 60 * DAY, TODAY, TODAY + 306 * DAY]
    (row,) = shown([an_entry(a_point(day, f"BP{number}")) for number, day in enumerate(days)]).rows
    assert [point.code for point in row.points] == ["BP2", "BP3", "BP1"]


def test_an_assignment_with_nothing_ahead_or_that_is_done_is_left_out() -> None:
    assert shown([an_entry(a_point(TODAY - DAY))]).rows == ()
    assert shown([an_entry(a_point(TODAY + DAY))], a_status(1, State.DONE)).rows == ()


def test_a_point_of_two_tables_is_shown_once_and_a_deadline_as_due() -> None:
    due = DeadlineFact(
        span=a_point(TODAY).span, subject="Minska hyrberoendet", label="senast", due=on(TODAY + 9 * DAY)
    )
    facts = [
        an_entry(a_point(TODAY + DAY)),
        an_entry(a_point(TODAY + DAY), a_document(number=2)),
        an_entry(due),
    ]
    (row,) = shown(facts).rows
    assert [point.kind for point in row.points] == [PointKind.DECISION, PointKind.DUE]


def test_the_newest_status_stands_and_later_and_withdrawn_ones_do_not() -> None:
    standing = a_status(3)
    told = [
        standing,
        a_status(9, State.RED),
        a_status(1, State.RED, withdrawn=True),
        a_status(-1, State.GREEN),
    ]
    (row,) = shown([an_entry(a_point(TODAY + DAY))], *told).rows
    assert row.status == standing


def test_the_nearest_come_first_and_the_rest_are_counted() -> None:
    count = MOST_ROWS + 2
    facts = [
        an_entry(a_point(TODAY + (20 - number) * DAY), assignment_id=number) for number in range(1, count + 1)
    ]
    found = shown(facts, titles=[f"Uppdrag {number}" for number in range(1, count + 1)])
    assert (len(found.rows), found.left_out) == (MOST_ROWS, 2)
    assert found.rows[0].assignment.title == f"Uppdrag {count}"
