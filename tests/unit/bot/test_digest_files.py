"""The picture and the calendar file of a digest say what the timeline holds, the same way each time."""

import datetime as dt
import io
from dataclasses import replace
from typing import Any

import icalendar
import pytest
from PIL import Image

from bot.calendar_file import calendar_file
from bot.digest_files import digest_files
from bot.digest_words import ENGLISH, SWEDISH
from bot.outgoing import Attachment
from bot.timeline_picture import LONGEST_ALT_TEXT, WIDTH, alt_text
from knowledge.blocks import Span
from knowledge.digest import Week
from knowledge.entries import AssignmentEntry, FactEntry, State, StatusUpdate
from knowledge.facts import DecisionPointFact
from knowledge.timeline import PointKind, Timeline, TimelinePoint, TimelineRow
from knowledge.when import Precision, When
from tests.builders import NOW, TODAY, a_source

DAY = dt.timedelta(days=1)
WEEK = Week.of(TODAY)


def a_point(after: int, code: str = "BP2", label: str = "Beslut", words: str = "") -> TimelinePoint:
    day = TODAY + after * DAY
    when = When(day.replace(day=1) if words else day, day, Precision.MONTH if words else Precision.DAY, words)
    fact = DecisionPointFact(span=Span(0, 3), subject="x", code=code, label=label, ends=when)
    return TimelinePoint(PointKind.DECISION, code, label, when, day, FactEntry(1, fact, a_source()))


def a_row(
    *points: TimelinePoint, title: str = "Minska hyrberoendet", state: State | None = State.YELLOW
) -> TimelineRow:
    status = StatusUpdate(1, 7, title, state, "sen", "Anna Lind", NOW, "…") if state else None
    return TimelineRow(AssignmentEntry(7, title), points, status)


def a_timeline(*rows: TimelineRow, left_out: int = 0) -> Timeline:
    return Timeline(TODAY, TODAY - 60 * DAY, TODAY + 305 * DAY, rows, left_out)


def files(timeline: Timeline, language: str = "sv") -> tuple[Attachment, ...]:
    return digest_files(timeline, WEEK, language, NOW)


def events(timeline: Timeline) -> list[Any]:
    return icalendar.Calendar.from_ical(calendar_file(timeline, SWEDISH, NOW)).walk("VEVENT")


TIMELINE = a_timeline(a_row(a_point(-5, "BP1"), a_point(22)))


def test_the_picture_is_as_wide_as_a_phone_at_a_high_resolution_and_always_the_same() -> None:
    first, again = files(TIMELINE)[0], files(TIMELINE)[0]
    assert first == again
    picture = Image.open(io.BytesIO(first.content))
    assert picture.width == int(WIDTH / 72 * 200)
    assert "Software" not in picture.info


def test_the_picture_shows_the_status_and_grows_with_its_rows() -> None:
    pictures = [
        files(timeline)[0].content
        for timeline in (
            TIMELINE,
            a_timeline(replace(TIMELINE.rows[0], status=None)),
            a_timeline(*(a_row(a_point(22), title=f"Uppdrag {n}") for n in range(12)), left_out=3),
        )
    ]
    heights = [Image.open(io.BytesIO(each)).height for each in pictures]
    assert pictures[0] != pictures[1]
    assert heights[0] == heights[1] < heights[2]


@pytest.mark.parametrize("title", ["$x$ \\alpha {", "Ett_mycketlångtord" * 9, "å " * 400, "日本"])
def test_any_title_can_be_drawn(title: str) -> None:
    crowded = tuple(a_point(day, f"BP{day}", title) for day in range(12))
    assert files(a_timeline(a_row(*crowded, title=title)))[0].content.startswith(b"\x89PNG")


def test_who_cannot_see_the_picture_hears_what_lies_ahead() -> None:
    told = files(TIMELINE)[0].alt_text
    assert (
        told
        == "Beslutspunkter framåt. i dag: 23 november 2026. Minska hyrberoendet, gul: BP2 15 december 2026."
    )
    vague = a_timeline(a_row(a_point(7, words="november 2026"), state=None), left_out=2)
    assert "no report: BP2 november 2026. … and 2 more assignments." in alt_text(vague, ENGLISH)
    many = a_timeline(*(a_row(a_point(22), title=f"Uppdrag {'x' * 90} {n}") for n in range(12)))
    assert len(alt_text(many, SWEDISH)) <= LONGEST_ALT_TEXT


def test_the_calendar_holds_the_points_ahead_as_whole_days_with_their_source() -> None:
    (event,) = events(TIMELINE)
    assert (event["dtstart"].dt, event["dtend"].dt) == (dt.date(2026, 12, 15), dt.date(2026, 12, 16))
    assert event["summary"] == "Minska hyrberoendet: BP2 Beslut"
    assert "”Uppdragsägare: HR-direktören”" in event["description"]
    assert event["url"].startswith("https://region-sjoland.example/")


def test_a_vague_day_is_told_in_the_words_of_its_source() -> None:
    (event,) = events(a_timeline(a_row(a_point(7, words="november 2026"))))
    assert event["summary"].endswith("(november 2026)")


def test_a_point_that_moves_keeps_its_identity_and_two_days_of_one_point_are_two_events() -> None:
    before, after = events(TIMELINE)[0], events(a_timeline(a_row(a_point(30))))[0]
    assert (before["uid"], before["dtstart"].dt) != (before["uid"], after["dtstart"].dt)
    assert before["uid"] == after["uid"]
    both = [each["uid"] for each in events(a_timeline(a_row(a_point(22), a_point(30))))]
    assert both[0] == before["uid"]
    assert len(set(both)) == 2


def test_files_are_named_after_the_week_and_there_are_none_without_points() -> None:
    assert [each.name for each in files(TIMELINE)] == [
        "beslutspunkter-2026-v48.png",
        "beslutspunkter-2026-v48.ics",
    ]
    assert files(TIMELINE, "en")[0].name == "decision-points-2026-v48.png"
    assert files(a_timeline()) == ()
