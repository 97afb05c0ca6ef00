"""`kansli status import` and `export`: a list becomes rows once, and a wrong one changes nothing."""

import json
import shutil
from pathlib import Path

import pytest

from bot.cli.console import Exit
from bot.cli.status import show
from bot.cli.status_lists import export_list, import_list
from bot.settings import Settings, read_settings
from bot.wiring.ingestion import open_ingestion
from bot.wiring.register import open_register, open_statuses
from knowledge.entries import State, StatusUpdate
from knowledge.sheets import SUFFIXES

SAMPLES = Path(__file__).parents[2] / "samples" / "region-sjoland"
LIST = "Uppdrag;Läge;Kommentar;Datum\nMinska hyrberoendet;gul;två veckor sen;2026-11-20\nMinska hyrberoendet;grön;;2026-11-27\n"


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("register")
    opened = open_register(read_settings({"KANSLI_DATA_DIR": str(folder)}, folder / "no.env"))
    with open_ingestion(opened) as ingest:
        ingest.index([SAMPLES / "uppdragsdirektiv-minska-hyrberoendet.md"])
    opened.database.close()
    return folder


@pytest.fixture
def settings(indexed: Path, tmp_path: Path) -> Settings:
    shutil.copytree(indexed, tmp_path / "data")
    return read_settings({"KANSLI_DATA_DIR": str(tmp_path / "data")}, tmp_path / "no.env")


def states(settings: Settings) -> list[State]:
    return [each.state for each in rows(settings) if not each.withdrawn]


def rows(settings: Settings) -> list[StatusUpdate]:
    return open_statuses(settings).status_updates()


def test_a_list_is_saved_once_however_often_it_is_read(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (file := tmp_path / "lista.csv").write_text(LIST, encoding="utf-8")
    assert import_list(settings, file, "Linnea", dry_run=True) is Exit.OK
    assert states(settings) == []
    assert "Skulle spara: Minska hyrberoendet är gul." in capsys.readouterr().out
    assert import_list(settings, file, "Linnea", dry_run=False) is Exit.OK
    assert import_list(settings, file, "Linnea", dry_run=False) is Exit.OK
    assert states(settings) == [State.GREEN, State.YELLOW]
    assert {each.author for each in rows(settings)} == {"Linnea"}
    assert capsys.readouterr().out.endswith("0 nya, 2 redan sparade.\n")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_exported_list_can_be_mended_and_read_again(
    settings: Settings, tmp_path: Path, suffix: str
) -> None:
    (file := tmp_path / "lista.csv").write_text(LIST, encoding="utf-8")
    import_list(settings, file, "Linnea", dry_run=False)
    assert export_list(settings, tmp_path / f"ut{suffix}") is Exit.OK
    assert import_list(settings, tmp_path / f"ut{suffix}", "Karim", dry_run=False) is Exit.OK
    assert len(rows(settings)) == 2
    export_list(settings, tmp_path / "ut.csv")
    mended = (tmp_path / "ut.csv").read_text(encoding="utf-8-sig").replace(";gul;", ";röd;")
    (tmp_path / "ut.csv").write_text(mended, encoding="utf-8")
    for _ in range(2):
        assert import_list(settings, tmp_path / "ut.csv", "Karim", dry_run=False) is Exit.OK
    assert sorted(states(settings)) == [State.GREEN, State.RED]
    assert len(rows(settings)) == 3


def test_the_history_tells_who_changed_what_and_for_which_row(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (file := tmp_path / "lista.csv").write_text(LIST, encoding="utf-8")
    import_list(settings, file, "Linnea", dry_run=False)
    export_list(settings, file)
    mended = file.read_text(encoding="utf-8-sig").replace(";gul;", ";röd;")
    file.write_text(mended.replace("Linnea", "Karim"), encoding="utf-8")
    import_list(settings, file, "", dry_run=False)
    capsys.readouterr()
    show(settings, as_json=True, history=True)
    told = {each["id"]: each for each in json.loads(capsys.readouterr().out)}
    former = next(each for each in told.values() if each["withdrawn"])
    assert (former["state"], former["author"], former["withdrawn"]["author"]) == ("yellow", "Linnea", "Karim")
    after = told[former["withdrawn"]["replaced_by"]]
    assert (after["state"], after["key"].startswith(former["key"])) == ("red", True)
    show(settings, as_json=False, history=True)
    assert f"ersatt av {after['id']}, rättad av Karim" in capsys.readouterr().out
    show(settings, as_json=True, history=False)
    assert former["id"] not in {each["id"] for each in json.loads(capsys.readouterr().out)}


def test_one_wrong_row_keeps_the_whole_list_out(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (file := tmp_path / "lista.csv").write_text(LIST + "Simhallen;lila;;\n", encoding="utf-8")
    assert import_list(settings, file, "", dry_run=False) is Exit.FAILED
    assert rows(settings) == []
    assert "Rad 4: ”Simhallen” är inget uppdrag" in capsys.readouterr().err


def test_another_kind_of_file_is_told_what_to_be_called(settings: Settings, tmp_path: Path) -> None:
    assert import_list(settings, tmp_path / "lista.ods", "", dry_run=False) is Exit.WRONG_USAGE
    assert export_list(settings, tmp_path / "lista.ods") is Exit.WRONG_USAGE
    assert import_list(settings, tmp_path / "saknas.csv", "", dry_run=False) is Exit.FAILED
