"""Claims about meeting calendars in a folder: which lists are taken, and that they answer questions."""

from pathlib import Path

import pytest

from bot.settings import read_settings
from bot.wiring.ingestion import open_ingestion
from bot.wiring.register import OpenRegister, open_register
from knowledge.facts import MeetingFact
from knowledge.reading import READABLE_SUFFIXES
from knowledge.sources import find_sources

SAMPLES = Path(__file__).parents[2] / "samples" / "region-sjoland"
CALENDARS = ("sammantradesplan-namnder.csv", "sammantradesplan-regionfullmaktige.ics")


@pytest.fixture
def opened(tmp_path: Path) -> OpenRegister:
    return open_register(read_settings({"KANSLI_DATA_DIR": str(tmp_path / "data")}, tmp_path / "no.env"))


def taken(folder: Path) -> tuple[list[str], list[str]]:
    found = find_sources([folder], READABLE_SUFFIXES, ())
    return [file.name for file in found.files], [file.name for file in found.skipped]


def test_only_lists_of_meetings_are_taken_and_known_lists_are_passed_over(tmp_path: Path) -> None:
    for name, text in {
        "plan.csv": "Nämnd;Datum\nFyrnämnden;2027-01-12\n",
        "budget.csv": "Nämnd;Belopp\nFyrnämnden;12\n",
        "holders.csv": "title,person,from,to\nFyrchefen,Bo Dahl,2020-01-01,\n",
        "sources.csv": "document,url\nplan.csv,https://fyr.example/plan\n",
        "plan.ics": "BEGIN:VCALENDAR\nEND:VCALENDAR\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert taken(tmp_path) == (["plan.csv", "plan.ics"], ["budget.csv"])


def test_a_list_is_told_by_its_whole_lines(tmp_path: Path) -> None:
    """A letter of two bytes may stand where the top of the file ends."""
    for shift in range(2):
        text = "Nämnd;Datum\n" + "x" * shift + "Ångnämnden;2027-01-12 åäö\n" * 1500
        (tmp_path / "plan.csv").write_text(text, encoding="utf-8")
        assert taken(tmp_path)[0] == ["plan.csv"]


def test_both_calendars_of_the_samples_are_read_without_a_warning(
    opened: OpenRegister, tmp_path: Path
) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    for name in (*CALENDARS, "holders.csv", "sources.csv"):
        (folder / name).write_bytes((SAMPLES / name).read_bytes())
    with open_ingestion(opened) as ingest:
        summary = ingest.index([folder])
        again = ingest.index([folder])
    assert (summary.documents, summary.warnings, summary.failed, summary.skipped) == (2, (), (), 0)
    assert (again.new, again.unchanged) == (0, 2)
    meetings = [
        entry for entry in opened.register.facts_with(("meeting",)) if isinstance(entry.fact, MeetingFact)
    ]
    assert len(meetings) == 21 + 5
    for entry in meetings:
        text = opened.register.text_of(entry.document.version_id)
        assert entry.source.quote == entry.source.span.quote(text)
        assert entry.document.url.startswith("https://handlingar.")
