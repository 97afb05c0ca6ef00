"""Claims about lists of statuses: whatever a sheet holds, and what is made of its rows."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from knowledge.entries import State, StatusDetails, StatusUpdate, Withdrawal
from knowledge.errors import UnreadableDocumentError
from knowledge.sheets import SUFFIXES, Row, read_sheet, write_sheet
from knowledge.status_lists import ListedStatus, RowProblem, StatusList, listed
from knowledge.status_titles import KnownAssignment, KnownTitles
from knowledge.swedish_words import SwedishWords, read_vocabulary

ZONE = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
KNOWN = (
    KnownAssignment(1, "Minska hyrberoendet", ("Oberoende av hyrpersonal",)),
    KnownAssignment(2, "Översyn av reglerna för skolskjuts"),
    KnownAssignment(3, "Översyn av reglerna för färdtjänst"),
)
WORDS = SwedishWords(read_vocabulary())
SAVED = StatusUpdate(
    7,
    1,
    "Minska hyrberoendet",
    State.YELLOW,
    "=SUM(A1) sen",
    "Anna Lind",
    datetime(2026, 11, 20, 8, 5, tzinfo=UTC),
    "status: …",
    details=StatusDetails("två veckor", "möte", "läkarbrist", ("2027-03-15", "Q2 2027"), "-Maria Ek"),
    key="T:C:1",
)
CELLS = st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.just("\n"), max_size=12).map(str.strip)


def read(
    rows: Sequence[Row], known: Sequence[StatusUpdate] = ()
) -> tuple[list[ListedStatus], list[RowProblem]]:
    wanted = StatusList(KnownTitles(KNOWN, WORDS), {each.key: each for each in known}, "Linnea", NOW, ZONE)
    return wanted.read(rows)


def of_text(text: str, known: Sequence[StatusUpdate] = ()) -> tuple[list[ListedStatus], list[RowProblem]]:
    return read(read_sheet(text.encode(), ".csv"), known)


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(rows=st.lists(st.tuples(CELLS, CELLS.map("a{}".format), CELLS), min_size=1, max_size=4))
@example(rows=[(",", "a,", ",")])
def test_what_is_written_is_read_back(suffix: str, rows: list[tuple[str, ...]]) -> None:
    found = read_sheet(write_sheet(rows, suffix), suffix)
    assert [cells for _, cells in found] == [
        tuple(cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@") else cell for cell in row)
        for row in rows
    ]


@pytest.mark.parametrize("words", ["=1+1", "+46 70", "-5 tjänster", "@SUM(A1)", '=HYPERLINK("http://x","y")'])
def test_no_cell_is_a_formula(words: str) -> None:
    (cell,) = next(load_workbook(io.BytesIO(write_sheet([(words,)], ".xlsx"))).active.iter_rows())
    assert (cell.data_type, cell.value) == ("s", words)
    assert write_sheet([(words,)], ".csv").decode("utf-8-sig").lstrip('"').startswith("'")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_exported_list_read_again_changes_nothing(suffix: str) -> None:
    rows = read_sheet(write_sheet(listed([SAVED], ZONE), suffix), suffix)
    (row,), bad = read(rows, [SAVED])
    assert bad == []
    assert (row.key, row.is_known, row.said.author, row.said.details) == (
        "T:C:1",
        True,
        "Anna Lind",
        SAVED.details,
    )


def test_a_changed_row_of_an_exported_list_is_a_correction_once() -> None:
    header, first = listed([SAVED], ZONE)
    rows = [(1, header), (2, (first[0], "röd", *first[2:]))]
    (row,), _ = read(rows, [SAVED])
    assert (row.corrects, row.is_known, row.said.state) == (7, False, State.RED)
    withdrawn = replace(SAVED, withdrawn=True, withdrawal=Withdrawal("Anna", NOW))
    (again,), _ = read(rows, [withdrawn, replace(SAVED, key=row.key)])
    assert again.is_known
    _, (problem,) = read(rows, [withdrawn])
    assert "återtagen" in problem.words


def test_the_same_row_has_the_same_key_wherever_it_stands() -> None:
    (one,), _ = of_text("Uppdrag;Läge;Datum\nMinska hyrberoendet;gul;2026-11-20\n")
    (two, _), _ = of_text(
        "Läge,Uppdrag,Datum\ngul,minska hyrberoendet,2026-11-20\ngrön,Minska hyrberoendet,\n"
    )
    assert one.key == two.key
    (again,), _ = of_text("Uppdrag;Läge;Datum;Kommentar\nMinska hyrberoendet;gul;2026-11-20;sen\n")
    assert again.key != one.key


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (";gul;", "Uppdrag saknas"),
        ("Simhallen;gul;", "inget uppdrag som jag känner igen"),
        ("reglerna;gul;", "Menar du Översyn av reglerna för skolskjuts; Översyn av reglerna för färdtjänst?"),
        ("Minska hyrberoendet;;", "Läge saknas. Skriv grön, gul, röd eller klar."),
        ("Minska hyrberoendet;lila;", "”lila”"),
        ("Minska hyrberoendet;gul eller röd;", "”gul eller röd”"),
        ("Minska hyrberoendet;gul;i våras", "Skriv det som 2026-11-23"),
        ("Minska hyrberoendet;gul;2026-12-24", "framåt i tiden"),
    ],
)
def test_a_wrong_row_is_told_by_number_with_what_to_do(row: str, told: str) -> None:
    good, (problem,) = of_text(f"Uppdrag;Läge;Datum\nOberoende av hyrpersonal;🟢;\n\n{row}\n")
    assert [each.said.state for each in good] == [State.GREEN]
    assert problem.number == 4
    assert told in problem.words


@pytest.mark.parametrize(
    "text", ["", "\n\n", "namn;färg\nMinska hyrberoendet;gul\n", "Uppdrag;Kommentar\nx;y\n"]
)
def test_a_list_without_the_columns_is_refused(text: str) -> None:
    with pytest.raises(UnreadableDocumentError):
        of_text(text)


def test_a_date_cell_of_excel_is_a_date() -> None:
    book = Workbook()
    book.active.append(["Uppdrag", "Läge", "Datum", "Väntas"])
    book.active.append(["Minska hyrberoendet", "Gul", datetime(2026, 11, 20), datetime(2027, 3, 15)])
    out = io.BytesIO()
    book.save(out)
    (row,), bad = read(read_sheet(out.getvalue(), ".xlsx"))
    assert bad == []
    assert row.said.at.date().isoformat() == "2026-11-20"
    assert row.said.details.expected == ("2027-03-15",)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 half", b"not excel"])
def test_what_is_no_excel_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocumentError):
        read_sheet(data, ".xlsx")
