"""Claims about meeting calendars as lists and as iCalendar: which files are calendars, and where their words stand."""

from collections.abc import Callable

import pytest

from knowledge.blocks import Block, ReadDocument
from knowledge.errors import UnreadableDocumentError
from knowledge.reading.calendar_csv import looks_like_calendar, read_calendar_csv
from knowledge.reading.calendar_ics import read_icalendar
from knowledge.reading.formats import read_bytes

Holds = Callable[[ReadDocument], None]
Rows = Callable[[ReadDocument], list[Block]]

EVENT = (
    "BEGIN:VCALENDAR\nX-WR-CALNAME:Fyrnämnden\nBEGIN:VEVENT\nDTSTART;TZID=Europe/Stockholm:20270224T090000\n"
    "SUMMARY:Fyrnämnden\\, samman\n träde\nBEGIN:VALARM\nSUMMARY:Väckning\nEND:VALARM\n"
    "LOCATION:Fyren\\; nedre\\nvåningen\nEND:VEVENT\nEND:VCALENDAR\n"
)


def test_a_row_keeps_its_cells_in_their_places(holds: Holds, rows: Rows) -> None:
    document = read_calendar_csv('Nämnd,Datum,Plats\nFyrnämnden,2027-01-12,"Fyren, ""nedre"" våningen"\n')
    holds(document)
    header, row = rows(document)
    assert header.is_header
    assert [cell.text for cell in row.cells] == ["Fyrnämnden", "2027-01-12", 'Fyren, "nedre" våningen']
    assert [name.text for name in row.header] == ["Nämnd", "Datum", "Plats"]
    assert row.cells[1].span().quote(document.text) == "2027-01-12"


def test_a_quoted_cell_may_hold_a_line_break(holds: Holds, rows: Rows) -> None:
    document = read_calendar_csv(
        'Datum;Nämnd;Plats\n2027-01-12;Fyrnämnden;"Fyren\nvid hamnen"\n2027-02-12;Bojnämnden;\n'
    )
    holds(document)
    assert [[cell.text for cell in row.cells] for row in rows(document)[1:]] == [
        ["2027-01-12", "Fyrnämnden", "Fyren vid hamnen"],
        ["2027-02-12", "Bojnämnden", ""],
    ]


def test_a_quotation_mark_that_never_closes_costs_no_other_row(rows: Rows) -> None:
    document = read_calendar_csv(
        'Nämnd,Datum,Plats\nFyrnämnden,2027-01-12,"Fyren\nBojnämnden,2027-02-12,Hamnen\n'
    )
    assert [row.cells[1].text for row in rows(document)[1:]] == ["2027-01-12", "2027-02-12"]


def test_a_title_above_the_header_is_a_heading(named: Callable[[ReadDocument], list[str]]) -> None:
    assert named(
        read_calendar_csv("Möten i Fyrköping;;\n\nDatum;Tid;Organ\n2027-01-12;9.00;Fyrnämnden\n")
    ) == ["Möten i Fyrköping"]


@pytest.mark.parametrize(
    "header",
    [
        "Nämnd,Datum,Tid,Plats",
        "Plats;Tid;Sammanträdesdatum;Styrelse",
        "Date\tBoard",
        "Ämne,Startdatum,Starttid",
        "NÄMND;DAG",
    ],
)
def test_a_list_with_boards_and_days_is_a_calendar(header: str) -> None:
    assert looks_like_calendar(f"{header}\n")


@pytest.mark.parametrize(
    "header",
    [
        "title,person,from,to,slack_email",
        "document,url",
        "Nämnd,Budget",
        "Datum,Belopp",
        "Nämnd;Datum;Beslut",
        "",
    ],
)
def test_any_other_list_is_none(header: str) -> None:
    assert not looks_like_calendar(f"{header}\nEtt,två,tre,fyra,fem\n")
    with pytest.raises(UnreadableDocumentError, match="ingen sammanträdesplan"):
        read_bytes(f"{header}\nEtt,två,tre,fyra,fem\n".encode(), ".csv")


def test_an_event_is_a_row_of_its_unfolded_properties(holds: Holds, rows: Rows) -> None:
    document = read_icalendar(EVENT)
    holds(document)
    [row] = rows(document)
    assert [(name.text, cell.text) for name, cell in zip(row.header, row.cells, strict=True)] == [
        ("DTSTART;TZID=Europe/Stockholm", "20270224T090000"),
        ("SUMMARY", "Fyrnämnden, sammanträde"),
        ("LOCATION", "Fyren; nedre våningen"),
    ]
    assert dict(document.front_matter)["title"] == "Sammanträdesplan: Fyrnämnden"


def test_windows_line_ends_and_encodings_are_read_alike(rows: Rows) -> None:
    listed = "Nämnd;Datum\r\nFyrnämnden;2027-01-12\r\n"
    assert rows(read_bytes(listed.encode("cp1252"), ".csv"))[1].cells[0].text == "Fyrnämnden"
    assert rows(read_bytes(listed.encode("utf-8-sig"), ".csv"))[1].cells[0].text == "Fyrnämnden"
    assert len(rows(read_bytes(EVENT.replace("\n", "\r\n").encode(), ".ics"))) == 1


def test_only_a_rule_without_an_end_is_warned_of() -> None:
    endless = EVENT.replace("LOCATION", "RRULE:FREQ=MONTHLY\nLOCATION")
    assert "RRULE" in read_icalendar(endless).warnings[0]
    assert read_icalendar(endless.replace("MONTHLY", "MONTHLY;COUNT=9")).warnings == ()


@pytest.mark.parametrize("text", ["BEGIN:VCALENDAR\nEND:VCALENDAR\n", "Hej\n"])
def test_a_calendar_without_events_says_so(text: str) -> None:
    with pytest.raises(UnreadableDocumentError):
        read_bytes(text.encode(), ".ics")


def test_only_so_many_series_are_followed_and_the_others_are_told_of() -> None:
    event = (
        "BEGIN:VEVENT\nUID:1\nDTSTART:20270105\nSUMMARY:Fyrnämnden\nRRULE:FREQ=YEARLY;COUNT=2\nEND:VEVENT\n"
    )
    document = read_icalendar(f"BEGIN:VCALENDAR\n{event * 61}END:VCALENDAR\n")
    assert ["RRULE" in block.text for block in document.blocks] == [True] * 60 + [False]
    assert "61 serier" in document.warnings[0]
