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
