"""Claims about calendars of meetings."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.calendar_files import calendar_profile, read_calendar, read_meetings
from knowledge.documents import DocumentKind
from knowledge.errors import NoDocumentError
from knowledge.facts import MeetingFact

ICS = """BEGIN:VCALENDAR
X-WR-CALNAME:Region Sjöland\\, sammanträden
BEGIN:VEVENT
DTSTART;TZID=Europe/Stockholm:20261028T090000
SUMMARY:Regionfullmäktige\\, sammanträde
LOCATION:Folkets hus\\, Klarvik
END:VEVENT
BEGIN:VEVENT
DTSTART:20261125T230000Z
SUMMARY:Kulturnämnden
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261201
SUMMARY:Vårdnämnden
STATUS:CANCELLED
END:VEVENT
END:VCALENDAR
"""


def meetings(tmp_path: Path, name: str, content: bytes) -> tuple[str, tuple[MeetingFact, ...]]:
    path = tmp_path / name
    path.write_bytes(content)
    document = read_calendar(path)
    profile = calendar_profile(document, name)
    assert profile.kind is DocumentKind.CALENDAR
    return document.text, read_meetings(document, profile)


@pytest.mark.parametrize(
    "content",
    [
        "Nämnd;Datum;Tid\nVårdnämnden;2026-11-10;09.30\n",
        "Datum,Plats,Organ\r\n2026-11-10,Klarvik,Vårdnämnden\r\n",
    ],
)
def test_reads_a_list_of_meetings_whatever_its_columns_order(tmp_path: Path, content: str) -> None:
    text, (meeting,) = meetings(tmp_path, "plan.csv", content.encode())
    assert (meeting.subject, meeting.on.start) == ("Vårdnämnden", date(2026, 11, 10))
    assert "2026-11-10" in meeting.span.quote(text)
    assert meeting.header_span is not None
    assert "Datum" in meeting.header_span.quote(text)


def test_reads_a_list_saved_by_an_older_spreadsheet(tmp_path: Path) -> None:
    _, (meeting,) = meetings(tmp_path, "plan.csv", "Nämnd;Datum\nVårdnämnden;2026-11-10\n".encode("cp1252"))
    assert meeting.subject == "Vårdnämnden"


def test_reads_events_with_place_and_local_time_and_leaves_the_cancelled(tmp_path: Path) -> None:
    text, (first, second) = meetings(tmp_path, "plan.ics", ICS.encode())
    assert (first.subject, first.on.start, first.on.time) == (
        "Regionfullmäktige",
        date(2026, 10, 28),
        "09.00",
    )
    assert first.place == "Folkets hus, Klarvik"
    assert "20261028" in first.span.quote(text)
    assert (second.on.start, second.on.time) == (date(2026, 11, 26), "00.00")


def test_names_the_organisation_of_the_calendar(tmp_path: Path) -> None:
    (tmp_path / "plan.ics").write_text(ICS, encoding="utf-8")
    profile = calendar_profile(read_calendar(tmp_path / "plan.ics"), "plan.ics")
    assert profile.organisation == "Region Sjöland"


@pytest.mark.parametrize(
    "content",
    ["", "title,person\nChef,Karin\n", "Nämnd;Datum\nVårdnämnden;snart\n", "BEGIN:VCALENDAR\nEND:VCALENDAR"],
)
def test_another_list_is_no_calendar(tmp_path: Path, content: str) -> None:
    path = tmp_path / "lista.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(NoDocumentError):
        read_calendar(path)
