"""The report to a board, from documents that were read in to the file that is handed over."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from bot.cli.console import Exit
from bot.cli.report import hand_over, report
from bot.parts import Member
from bot.reminding import RegisterReminders
from bot.reports.building import RegisterReports
from bot.settings import Settings, read_settings
from bot.wiring.ingestion import open_ingestion
from bot.wiring.register import open_register
from bot.wiring.reports import open_reports
from knowledge.entries import State
from knowledge.holders import Holders
from knowledge.updates import SaidStatus, Updates
from tests.builders import NOW

SAMPLES = Path(__file__).parents[2] / "samples" / "region-sjoland"
NAMES = (
    "uppdragsdirektiv-minska-hyrberoendet.md",
    "protokoll-regionstyrelsen-2026-11-17.txt",
    "sammantradesplan-namnder.csv",
)
MEETING = dt.date(2026, 12, 15)
TODAY = dt.date(2026, 11, 29)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("reports")
    return read_settings({"KANSLI_DATA_DIR": str(folder)}, folder / "no.env")


@pytest.fixture(scope="module")
def reports(settings: Settings) -> Iterator[RegisterReports]:
    opened = open_register(settings)
    with open_ingestion(opened) as ingest:
        ingest.index([SAMPLES / name for name in NAMES])
    holders = (SAMPLES / "holders.csv").read_text(encoding="utf-8")
    Holders(opened.database).import_holders(holders, "holders.csv", NOW, "Region Sjöland")
    hyr = opened.register.find_assignments("Minska hyrberoendet")[0][0]
    Updates(opened.database).record_status_update(
        SaidStatus(hyr.id, State.YELLOW, "rekryteringen två veckor sen", "Linnea Forsberg", NOW, "…"),
        key="T:C:1",
    )
    yield open_reports(settings, opened)
    opened.database.close()


def test_the_status_report_holds_all_that_the_board_asks_for(
    reports: RegisterReports, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "rapport.docx"
    assert hand_over(reports.for_meeting("RS", MEETING, TODAY), out) is Exit.OK
    assert str(out) in capsys.readouterr().err
    word = Document(str(out))
    headings = {each.text for each in word.paragraphs if each.style.name == "Heading 1"}
    assert {"Minska hyrberoendet", "Utreda en gemensam telefonväxel för hälsocentralerna"} <= headings
    shown = "\n".join(
        [each.text for each in word.paragraphs]
        + [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    )
    for words in (
        "Lägesrapport till regionstyrelsen, sammanträdet 15 december 2026",
        "räknas från förra sammanträdet, den 17 november 2026",
        "Egna medarbetare, en gemensam bemanningsenhet",
        "Hälso- och sjukvårdsdirektören (Sofia Brandt, enligt befattningslistan)",
        "Linnea Forsberg",
        "Rapporterat som gul: rekryteringen två veckor sen",
        "BP1 Beslut om direktivet i regionstyrelsen",
        "BP2 Beslut om bemanningsmodell",
        "Regionstyrelsen, § 99",
        "”Uppdragsledare: Linnea Forsberg”",
    ):
        assert words in shown


def test_the_final_report_covers_the_year(
    reports: RegisterReports, capsys: pytest.CaptureFixture[str]
) -> None:
    assert hand_over(reports.for_year("HSN", 2026, TODAY), None) is Exit.OK
    shown = capsys.readouterr().out
    assert "# Slutrapport 2026 till hälso- och sjukvårdsnämnden" in shown
    assert "**Läget nu:** Gul" in shown
    assert "### Överlämning" in shown
    assert "Utreda en gemensam telefonväxel" not in shown
    assert hand_over(reports.for_year("HSN", 2026, dt.date(2027, 2, 1)), None) is Exit.OK
    assert "**Läget vid årets slut:** Gul" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("board", "about", "told"),
    [
        ("Regionstyrelze", MEETING, "Menar du Regionstyrelsen?"),
        (
            "RS",
            MEETING + dt.timedelta(1),
            "Närmast är den 17 november 2026, 15 december 2026 och 26 januari 2027",
        ),
    ],
)
def test_an_unknown_board_or_meeting_is_told_the_nearest(
    reports: RegisterReports,
    capsys: pytest.CaptureFixture[str],
    board: str,
    about: dt.date,
    told: str,
) -> None:
    assert hand_over(reports.for_meeting(board, about, TODAY), None) is Exit.FAILED
    captured = capsys.readouterr()
    assert (captured.out, told in captured.err) == ("", True)


def test_a_meeting_beyond_the_calendar_is_reported_to_with_a_note(
    reports: RegisterReports, capsys: pytest.CaptureFixture[str]
) -> None:
    assert hand_over(reports.for_meeting("RS", dt.date(2027, 9, 14), TODAY), None) is Exit.OK
    assert "den 14 september 2027 står inte i någon sammanträdesplan" in capsys.readouterr().out


def test_a_file_of_another_kind_or_in_no_folder_is_refused(
    settings: Settings, reports: RegisterReports, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(settings, "RS", MEETING, TODAY, out=tmp_path / "rapport.pdf") is Exit.WRONG_USAGE
    found = reports.for_meeting("RS", MEETING, TODAY)
    assert hand_over(found, tmp_path / "no" / "rapport.md") is Exit.FAILED
    assert "Kontrollera att mappen finns" in capsys.readouterr().err


def test_owner_and_leader_are_reminded_of_the_point_and_of_the_meetings_that_want_the_status(
    settings: Settings, reports: RegisterReports
) -> None:
    reminders = RegisterReminders(reports.register, reports.holders, settings.timezone)
    on = dt.date(2026, 12, 8)
    due = reminders.due(on, dt.timedelta(days=7))
    assert [(each.what, str(each.day)) for each in due] == [
        ("Hälso- och sjukvårdsnämnden", "2026-12-08"),
        ("BP2 Beslut om bemanningsmodell", "2026-12-15"),
        ("Regionstyrelsen", "2026-12-15"),
    ]
    leader = Member("U1", "Linnea Forsberg", may_use=True)
    owner = Member("U2", "Sofia", may_use=True, email="sofia.brandt@regionsjoland.example")
    former = Member("U3", "Mats", may_use=True, email="mats.lindahl@regionsjoland.example")
    by_word = Member("U4", "S. Brandt", may_use=True)
    people = [(leader, None), (owner, None), (former, None), (by_word, "Sofia Brandt")]
    assert reminders.shared_out(due, people, on) == {leader: due, owner: due, by_word: due}
    assert reminders.due(dt.date(2027, 1, 25), dt.timedelta(days=7)) == ()


def test_the_next_meeting_of_each_board_is_known(reports: RegisterReports) -> None:
    ahead = reports.meetings_ahead(TODAY, 3)
    assert [(each.body, str(each.day)) for each in ahead] == [
        ("Regionstyrelsens arbetsutskott", "2026-12-01"),
        ("Hälso- och sjukvårdsnämnden", "2026-12-08"),
        ("Regionala utvecklingsnämnden", "2026-12-10"),
    ]
