"""Claims about meeting calendars: which board meets when and where, whatever form the calendar has."""

from datetime import date

import pytest

from knowledge.documents import DocumentKind
from knowledge.facts import MeetingFact
from knowledge.kinds import recognise
from knowledge.parsing.calendar import read_calendar
from knowledge.reading.formats import read_bytes


def meetings(text: str, suffix: str = ".csv", name: str = "moten") -> list[MeetingFact]:
    document = read_bytes(text.encode(), suffix)
    profile = recognise(document, f"{name}{suffix}")
    assert profile.kind is DocumentKind.CALENDAR
    found = [fact for fact in read_calendar(document, profile) if isinstance(fact, MeetingFact)]
    for fact in found:
        assert fact.span.quote(document.text)
    return found


def event(start: str, summary: str = "Fyrnämnden", more: str = "") -> str:
    return f"BEGIN:VCALENDAR\nX-WR-CALNAME:Bojnämnden\nBEGIN:VEVENT\nDTSTART{start}\nSUMMARY:{summary}\n{more}END:VEVENT\nEND:VCALENDAR\n"


def test_a_row_gives_board_day_time_and_place_in_any_order_of_columns() -> None:
    text = 'Plats;Tid;Datum;Nämnd\n"Fyren; nere";09:30–16:00;2027-01-12;Fyrnämnden\n'
    [meeting] = meetings(text)
    assert (meeting.subject, meeting.on.start, meeting.on.time, meeting.place) == (
        "Fyrnämnden",
        date(2027, 1, 12),
        "09.30",
        "Fyren; nere",
    )
    assert meeting.span.quote(text) == '"Fyren; nere";09:30–16:00;2027-01-12;Fyrnämnden'
    assert meeting.header_span is not None
    assert meeting.header_span.quote(text) == "Plats;Tid;Datum;Nämnd"


@pytest.mark.parametrize(
    "written",
    [
        "2027-01-12",
        "12/1 2027",
        "12.01.2027",
        "20270112",
        "tisdag 12 januari 2027",
        "12 jan 2027",
        "2027/01/12",
        "2027-01-12T09:00",
    ],
)
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    [meeting] = meetings(f"Nämnd;Datum\nFyrnämnden;{written}\n")
    assert meeting.on.start == date(2027, 1, 12)
    assert meeting.on.words in written


def test_several_days_in_a_cell_are_several_meetings_and_no_day_is_none() -> None:
    found = meetings("Nämnd;Datum\nFyrnämnden;12 januari 2027, 9 februari 2027\nBojnämnden;ej bestämt\n")
    assert [meeting.on.start for meeting in found] == [date(2027, 1, 12), date(2027, 2, 9)]


def test_a_meeting_that_was_called_off_is_none() -> None:
    assert not meetings("Nämnd;Datum;Kommentar\nFyrnämnden;2027-01-12;Inställt\n")
    assert not meetings(event(":20270112T090000", more="STATUS:CANCELLED\n"), ".ics")


def test_a_calendar_of_several_boards_belongs_to_none_of_them() -> None:
    document = read_bytes("Nämnd;Datum\nFyrnämnden;2027-01-12\nBojnämnden;2027-01-13\n".encode(), ".csv")
    assert recognise(document, "moten.csv").board == ""


@pytest.mark.parametrize(
    ("start", "day", "time"),
    [
        (";TZID=Europe/Stockholm:20270224T090000", date(2027, 2, 24), "09.00"),
        (":20270224T080000Z", date(2027, 2, 24), "09.00"),
        (":20270701T220000Z", date(2027, 7, 2), "00.00"),
        (";TZID=Europe/Helsinki:20270224T100000", date(2027, 2, 24), "09.00"),
        (";TZID=Ingenstans:20270224T090000", date(2027, 2, 24), "09.00"),
        (";VALUE=DATE:20270224", date(2027, 2, 24), ""),
    ],
)
def test_an_event_starts_when_it_does_in_sweden(start: str, day: date, time: str) -> None:
    [meeting] = meetings(event(start), ".ics")
    assert (meeting.on.start, meeting.on.time) == (day, time)


@pytest.mark.parametrize(
    ("summary", "board"),
    [
        ("Fyrnämnden\\, sammanträde", "Fyrnämnden"),
        ("Sammanträde fyrnämnden", "Fyrnämnden"),
        ("Sammanträde", "Bojnämnden"),
        ("Ordinarie möte med hamnrådgivarna", "hamnrådgivarna"),
    ],
)
def test_an_event_is_of_the_board_that_it_names_else_of_the_calendars(summary: str, board: str) -> None:
    assert [meeting.subject for meeting in meetings(event(":20270224T090000", summary), ".ics")] == [board]


def test_an_event_that_is_no_meeting_gives_none() -> None:
    assert not meetings(event(":20271224T000000", "Julafton"), ".ics")
    assert not meetings(event(":99999999T000000"), ".ics")


def test_a_long_event_is_quoted_by_its_day_alone() -> None:
    text = event(":20270224T090000", more="").replace("\nSUMMARY", f"\nDESCRIPTION:{'x' * 900}\nSUMMARY")
    [meeting] = meetings(text, ".ics")
    assert meeting.span.quote(text) == "20270224T090000"


def test_a_calendar_in_words_gives_its_days_and_leaves_other_dates() -> None:
    found = meetings(
        "# Sammanträdesplan 2027\n\nFyrnämnden 12 januari, 9 februari.\n\n"
        "Handlingar till Fyrnämnden lämnas till registratorn på nedre botten senast den 3 januari.\n",
        ".md",
    )
    assert [(meeting.subject, meeting.on.start) for meeting in found] == [
        ("Fyrnämnden", date(2027, 1, 12)),
        ("Fyrnämnden", date(2027, 2, 9)),
    ]


def test_a_table_may_have_a_column_for_each_board() -> None:
    found = meetings(
        "# Sammanträdesplan 2027\n\n| Månad | Fyrnämnden | Bojnämnden |\n| --- | --- | --- |\n| Januari | 12 januari | 13 januari |\n",
        ".md",
    )
    assert [(meeting.subject, meeting.on.start) for meeting in found] == [
        ("Fyrnämnden", date(2027, 1, 12)),
        ("Bojnämnden", date(2027, 1, 13)),
    ]


def days_and_times(text: str) -> list[tuple[str, str]]:
    return [
        (meeting.on.start.isoformat() if meeting.on.start else "", meeting.on.time)
        for meeting in meetings(text, ".ics")
    ]


@pytest.mark.parametrize(
    "rule",
    [
        "RRULE:FREQ=WEEKLY;INTERVAL=4;COUNT=3\n",
        "RRULE:FREQ=WEEKLY;INTERVAL=4;UNTIL=20270421T080000Z\n",
        "RRULE:FREQ=WEEKLY;INTERVAL=4;UNTIL=20270421\n",
        "RRULE:FREQ=WEEKLY;INTERVAL=4;UNTIL=20270421T235959\n",
        "RDATE;TZID=Europe/Stockholm:20270324T090000,20270421T090000\n",
        "RRULE:FREQ=WEEKLY;INTERVAL=4;COUNT=4\nEXDATE;TZID=Europe/Stockholm:20270519T090000\n",
        "RRULE:FREQ=WEEKLY;INTERVAL=4;COUNT=4\nEXDATE:20270519T070000Z\n",
        "RRULE:FREQ=WEEKLY;INTERVAL=4;COUNT=5\nEXDATE;VALUE=DATE:20270519\nEXDATE;VALUE=DATE:20270616\n",
    ],
)
def test_meetings_that_come_back_stand_on_each_of_their_days_at_the_same_hour_summer_and_winter(
    rule: str,
) -> None:
    assert days_and_times(event(";TZID=Europe/Stockholm:20270224T090000", more=rule)) == [
        ("2027-02-24", "09.00"),
        ("2027-03-24", "09.00"),
        ("2027-04-21", "09.00"),
    ]


def test_a_rule_holds_in_the_zone_it_is_written_in() -> None:
    rule = "RRULE:FREQ=MONTHLY;BYDAY=2WE;COUNT=2\n"
    in_utc = event(":20270310T080000Z", more=rule)
    assert days_and_times(in_utc) == [("2027-03-10", "09.00"), ("2027-04-14", "10.00")]
    by_windows_name = event(";TZID=FLE Standard Time:20270310T100000", more=rule)
    assert days_and_times(by_windows_name) == [("2027-03-10", "09.00"), ("2027-04-14", "09.00")]


def test_whole_days_come_back_as_days() -> None:
    text = event(";VALUE=DATE:20270131", more="RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3\n")
    assert days_and_times(text) == [("2027-01-31", ""), ("2027-02-28", ""), ("2027-03-31", "")]


def test_a_meeting_of_a_series_that_was_moved_or_called_off_stands_only_where_it_is_now() -> None:
    series = "UID:7\nRRULE:FREQ=MONTHLY;COUNT=4\n"
    text = event(";TZID=Europe/Stockholm:20270105T090000", more=series).replace(
        "END:VCALENDAR",
        "BEGIN:VEVENT\nUID:7\nRECURRENCE-ID;TZID=Europe/Stockholm:20270205T090000\n"
        "DTSTART;TZID=Europe/Stockholm:20270208T130000\nSUMMARY:Fyrnämnden\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:7\nRECURRENCE-ID:20270305T080000Z\nDTSTART:20270305T080000Z\nSUMMARY:Inställt: Fyrnämnden\n"
        "END:VEVENT\nEND:VCALENDAR",
    )
    assert sorted(days_and_times(text)) == [
        ("2027-01-05", "09.00"),
        ("2027-02-08", "13.00"),
        ("2027-04-05", "09.00"),
    ]


def test_a_rule_without_an_end_is_followed_ten_years() -> None:
    found = days_and_times(event(":20270105T090000", more="RRULE:FREQ=MONTHLY\n"))
    assert (len(found), found[-1][0]) == (120, "2036-12-05")


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=9",
        "FREQ=YEARLY;BYMONTH=99",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;UNTIL=20260101T000000Z",
        "FREQ=WEEKLY;COUNT=många",
        "",
        "NONSENS",
    ],
)
def test_a_rule_that_cannot_be_followed_leaves_the_first_meeting(rule: str) -> None:
    assert days_and_times(event(":20270105T090000", more=f"RRULE:{rule}\n"))[:1] == [("2027-01-05", "09.00")]
    assert len(days_and_times(event(":20270105T090000", more=f"RRULE:{rule}\n"))) == 1


def test_a_grid_of_months_and_boards_gives_a_meeting_for_each_day_but_those_called_off() -> None:
    found = meetings(
        """SAMMANTRÄDESPLAN 2027
(uppdaterad 270115: KSAU 9 februari utgår)

           KF        KS       KSAU
Jan        –         13       7* 26
Feb        22        10       9 23

Förkortningar
KF kommunfullmäktige, KS kommunstyrelsen, KSAU kommunstyrelsens arbetsutskott
""",
        ".txt",
    )
    assert [(meeting.subject, meeting.on.start) for meeting in found] == [
        ("Kommunstyrelsen", date(2027, 1, 13)),
        ("Kommunstyrelsens arbetsutskott", date(2027, 1, 7)),
        ("Kommunstyrelsens arbetsutskott", date(2027, 1, 26)),
        ("Kommunfullmäktige", date(2027, 2, 22)),
        ("Kommunstyrelsen", date(2027, 2, 10)),
        ("Kommunstyrelsens arbetsutskott", date(2027, 2, 23)),
    ]
