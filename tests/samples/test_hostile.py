"""The hostile files are what their labels claim, so that a reader that passes them has really met them."""

import stat
import zipfile
from pathlib import Path

import docx
import pypdf
import pytest
from lxml import etree  # type: ignore[import-untyped]
from pypdf.errors import PdfReadError

from tests.samples.hostile import LABELS, OUTSIDE, SCANNED, HostileFile, write_hostile_files


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, HostileFile]:
    files = write_hostile_files(tmp_path_factory.mktemp("fientliga") / "in")
    return {file.path.name: file for file in files}


def test_there_are_more_than_thirty_and_every_label_is_known(hostile: dict[str, HostileFile]) -> None:
    assert len(hostile) > 90
    assert all(file.outcomes and file.outcomes <= LABELS for file in hostile.values())


def test_each_label_is_the_only_right_one_for_some_file(hostile: dict[str, HostileFile]) -> None:
    certain = {next(iter(file.outcomes)) for file in hostile.values() if len(file.outcomes) == 1}
    assert certain == LABELS


def test_every_file_was_written_under_its_own_name(hostile: dict[str, HostileFile]) -> None:
    folder = next(iter(hostile.values())).path.parent
    assert {path.name for path in folder.iterdir()} == set(hostile)


def test_the_locked_pdf_does_not_open_without_its_password(hostile: dict[str, HostileFile]) -> None:
    reader = pypdf.PdfReader(hostile["låst.pdf"].path)
    assert reader.is_encrypted
    with pytest.raises(PdfReadError):
        _ = reader.pages[0]


def test_the_scanned_pdf_holds_pictures_and_no_text(hostile: dict[str, HostileFile]) -> None:
    (page, *_) = pypdf.PdfReader(hostile["skannad.pdf"].path).pages
    assert hostile["skannad.pdf"].outcomes == {SCANNED}
    assert not page.extract_text().strip()
    assert page.images


def test_the_bomb_is_small_on_disk_and_huge_unpacked(hostile: dict[str, HostileFile]) -> None:
    path = hostile["bomb.docx"].path
    with zipfile.ZipFile(path) as archive:
        assert archive.getinfo("word/document.xml").file_size > 500 * path.stat().st_size


def test_what_must_not_be_read_lies_outside_the_folder(hostile: dict[str, HostileFile]) -> None:
    link = hostile["länk-ut.txt"].path
    assert link.is_symlink()
    assert link.read_text(encoding="utf-8") == OUTSIDE
    assert link.parent not in link.resolve().parents


def test_the_pipe_would_hang_a_reader_that_opens_it(hostile: dict[str, HostileFile]) -> None:
    assert stat.S_ISFIFO(hostile["rör.txt"].path.stat().st_mode)


def test_the_plain_text_is_a_valid_file_in_the_encoding_it_names(hostile: dict[str, HostileFile]) -> None:
    for encoding in ("latin-1", "cp1252", "utf-16", "utf-8-sig"):
        file = hostile[f"kodning-{encoding}.txt"]
        assert file.holds in Path(file.path).read_text(encoding=encoding)


def test_the_entity_reaches_outside_when_a_careless_parser_reads_it(hostile: dict[str, HostileFile]) -> None:
    with zipfile.ZipFile(hostile["xxe.docx"].path) as archive:
        body = archive.read("word/document.xml")
    careless = etree.fromstring(body, etree.XMLParser(resolve_entities=True, no_network=False))
    assert OUTSIDE in "".join(careless.itertext())


def test_the_long_table_is_a_sound_word_file(hostile: dict[str, HostileFile]) -> None:
    table = docx.Document(str(hostile["stor-tabell.docx"].path)).tables[0]
    assert len(table.rows) == 5_000


def test_the_pdf_with_wrong_parents_was_really_changed(hostile: dict[str, HostileFile]) -> None:
    assert b"/Type /Pages /Parent" in hostile["fel-föräldrar.pdf"].path.read_bytes()
