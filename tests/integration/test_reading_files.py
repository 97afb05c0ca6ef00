"""Files read from disk: the real documents beside the repository, hostile files, and the pool's limits."""

import os
import pickle
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from knowledge.blocks import Block, BlockKind, ReadDocument
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.errors import UnreadableDocumentError
from knowledge.kinds import recognise
from knowledge.passages import passages
from knowledge.reading import ReadingPool, read_document, workers
from tests.samples.hostile import READ, HostileFile, write_hostile_files
from tests.samples.mutated import write_mutated_files

SHARED = Path(__file__).parents[3] / "shared"
needs_shared = pytest.mark.skipif(
    not (SHARED / "documents").is_dir(), reason="the shared real documents are not beside this repository"
)


def headings(document: ReadDocument) -> list[str]:
    return [b.text for b in document.blocks if b.kind is BlockKind.HEADING]


def rows(document: ReadDocument) -> list[Block]:
    return [b for b in document.blocks if b.kind is BlockKind.TABLE_ROW]


def shared(name: str) -> tuple[ReadDocument, DocumentProfile]:
    path = next(
        SHARED / folder / name
        for folder in ("documents", "documents-more")
        if (SHARED / folder / name).exists()
    )
    document = read_document(path)
    return document, recognise(document, name)


def every_shared_document() -> list[Path]:
    folders = [SHARED / "documents", SHARED / "documents-more"]
    return [path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir())]


@needs_shared
@pytest.mark.parametrize("path", every_shared_document(), ids=lambda path: path.name)
def test_places_hold_in_every_real_document(path: Path) -> None:
    document = read_document(path)
    assert document.text == path.read_text(encoding="utf-8").replace("\r\n", "\n")
    for block in document.blocks:
        for part in (block.content, *block.cells):
            assert all(a <= b for a, b in pairwise(part.offsets))
            assert all(
                c in " \t" or document.text[o] == c for c, o in zip(part.text, part.offsets, strict=True)
            )
    starts = [b.span.start for b in document.blocks]
    assert starts == sorted(starts)
    profile = recognise(document, path.name)
    found = passages(document, profile)
    assert found
    assert profile.title
    assert all(p.span.quote(document.text).strip() for p in found)


@needs_shared
@pytest.mark.parametrize("path", every_shared_document(), ids=lambda path: path.name)
def test_hardly_a_letter_of_a_real_document_is_lost(path: Path) -> None:
    """What is in no block is furniture: page headers, counters, signatures; at most a quarter of the letters."""
    document = read_document(path)
    whole = sum(c.isalpha() for c in document.text)
    kept = sum(c.isalpha() for block in document.blocks for c in block.text)
    assert kept >= whole * 3 / 4


@needs_shared
def test_headings_of_the_directive() -> None:
    document, profile = shared("uppdragsdirektiv-nara-vard-2025.txt")
    found = headings(document)
    for title in (
        "Bakgrund",
        "Idé",
        "Effektmål",
        "Tidplan",
        "Budget",
        "Kostnader",
        "Finansiering",
        "Risker",
        "Organisation",
    ):
        assert any(h.endswith(title) and h[0].isdecimal() for h in found), title
    assert "Definitioner och förkortningar" in found
    assert not {"Inom befintliga ramar", "N/A", "xxxx"} & set(found)
    assert (profile.kind, profile.organisation) == (DocumentKind.DIRECTIVE, "Region Västerbotten")
    assert (profile.version, profile.is_draft, str(profile.date)) == ("0.3", True, "2024-11-18")


@needs_shared
def test_tables_of_the_directive() -> None:
    document, _ = shared("uppdragsdirektiv-nara-vard-2025.txt")
    milestone = next(b for b in rows(document) if b.text.startswith("31/10"))
    assert [c.text for c in milestone.cells] == ["31/10 2025", "Leverans till uppdragsägare", "BP3", ""]
    assert [h.text for h in milestone.header] == ["Datum", "Beslut", "Beslutspunkt", "Kommentar"]
    activities = [
        b
        for b in rows(document)
        if [h.text for h in b.header] == ["Aktivitet", "Startdatum", "Slutdatum", "Ansvarig"]
    ]
    assert len({b.table for b in activities}) == 1
    assert activities[-1].cells[3].text == "Marcus Kärnebro (Beställarenheten)"


@needs_shared
def test_headings_of_the_minutes_extract() -> None:
    document, profile = shared("protokollsutdrag-rs-68-2024.txt")
    assert headings(document)[0].startswith("§ 8 ")
    assert headings(document)[1:] == [
        "Sammanfattning",
        "Förslag till beslut",
        "Beslut",
        "Deltar ej i beslut",
        "Beslutsunderlag",
    ]
    assert (profile.kind, profile.case_number, profile.organisation) == (
        DocumentKind.MINUTES,
        "RS 68-2024",
        "Region Västerbotten",
    )


@needs_shared
def test_headings_of_the_board_plan() -> None:
    document, profile = shared("namndplan-regionstyrelsen-2024.txt")
    found = headings(document)
    assert found[0] == "Regionstyrelsens nämndplan 2024"
    assert [h[:6] for h in found if h.startswith("Mål ")] == [
        "Mål 1.",
        "Mål 2.",
        "Mål 3.",
        "Mål 4.",
        "Mål 4.",
        "Mål 5.",
        "Mål 6.",
        "Mål 7.",
    ]
    assert {"Uppdrag från fullmäktige till nämnd", "Övriga uppdrag"} <= set(found)
    assert not {"Alla nämnder och styrelser", "Beredning för folkhälsa", "Ja"} & set(found)
    assert (profile.kind, profile.board, profile.year) == (DocumentKind.BOARD_PLAN, "Regionstyrelsen", 2024)


@needs_shared
def test_headings_of_the_other_plan() -> None:
    document, profile = shared("regionstyrelsens-plan-2023-2025-norrbotten.txt")
    assert headings(document) == [
        "Regionstyrelsens plan 2023-2025",
        "Förslag till beslut",
        "Yttrande till beslutsförslaget",
        "Sammanfattning",
        "Beslutsunderlag",
        "Ärendet",
        "Bakgrund",
        "Jämställdhetsperspektiv",
        "Barnrättsperspektiv",
        "Protokollsutdrag skickas till",
    ]
    assert (profile.organisation, profile.case_number) == ("Region Norrbotten", "Dnr 1043-2022")


@needs_shared
def test_headings_of_the_meeting_summary() -> None:
    document, profile = shared("sammanfattning-regionstyrelsen-2024-12-17.txt")
    found = headings(document)
    assert len(found) == 15
    assert {"Utredning om arbetskor", "Fullmäktigeuppdrag 2025", "Uppsägning av regionavtalet"} <= set(found)
    assert not any(h.startswith(("7.", "9.", "16.", "1. Kontant")) for h in found)
    assert (profile.kind, str(profile.date)) == (DocumentKind.MEETING_SUMMARY, "2024-12-17")


@needs_shared
@pytest.mark.parametrize(
    ("name", "kind", "organisation", "board", "date"),
    [
        (
            "arkivnamnden_vgr_gbg_2025-12-16_par66.txt",
            "minutes",
            "Göteborgs Stad",
            "Arkivnämnden",
            "2025-12-16",
        ),
        (
            "goteborg_kf_2025-06-18_par374_377_385.txt",
            "minutes",
            "Göteborgs Stad",
            "Kommunfullmäktige",
            "2025-06-18",
        ),
        (
            "goteborg_ks_2024-10-23_par857_866.txt",
            "minutes",
            "Göteborgs Stad",
            "Kommunstyrelsen",
            "2024-10-23",
        ),
        (
            "goteborgenergi_styrelse_2023-04-21_p16.txt",
            "minutes",
            "Göteborg Energi AB",
            "Styrelsen",
            "2023-04-21",
        ),
        (
            "gr_forbundsfullmaktige_2023-12-12_par39.txt",
            "minutes",
            "Göteborgsregionens kommunalförbund",
            "Förbundsfullmäktige",
            "2023-12-12",
        ),
        (
            "grefab_styrelse_2023-10-25_par67-77.txt",
            "minutes",
            "Göteborgsregionens Fritidshamnar AB",
            "Styrelsen",
            "2023-10-25",
        ),
        (
            "kungsbacka_fg_2025-12-10_par130_142.txt",
            "minutes",
            "Kungsbacka kommun",
            "Nämnden för Förskola & Grundskola",
            "2025-12-10",
        ),
        (
            "kungsbacka_teknik_2024-12-11_par133-136.txt",
            "minutes",
            "Kungsbacka kommun",
            "Nämnden för Teknik",
            "2024-12-11",
        ),
        (
            "molndal_kf_2025-11-19_par201_204.txt",
            "minutes",
            "Mölndals stad",
            "Kommunfullmäktige",
            "2025-11-19",
        ),
        (
            "rsg_forbundsstyrelsen_2023-05-31_par61.txt",
            "minutes",
            "Räddningstjänstförbundet Storgöteborg",
            "Förbundsstyrelsen",
            "2023-05-31",
        ),
        (
            "vgr_vastkom_sro_2023-05-03_motesanteckning.txt",
            "minutes",
            "Västra Götalandsregionen",
            "Politiskt samrådsorgan",
            "2023-05-03",
        ),
        (
            "kungsbacka_fg_delarsrapport_2025-08_s34-38.md",
            "follow_up",
            "Kungsbacka kommun",
            "Nämnden för Förskola & Grundskola",
            "None",
        ),
        ("tolkformedlingvast_verksamhetsmal_2025.txt", "follow_up", "Tolkförmedling Väst", "", "None"),
        ("goteborg_miljoprogram_bilaga2_mal_indikatorer.txt", "board_plan", "Göteborgs Stad", "", "None"),
    ],
)
def test_real_documents_are_recognised(
    name: str, kind: str, organisation: str, board: str, date: str
) -> None:
    _, profile = shared(name)
    assert (profile.kind, profile.organisation, profile.board, str(profile.date)) == (
        kind,
        organisation,
        board,
        date,
    )


@needs_shared
def test_printed_page_numbers_are_kept() -> None:
    document, _ = shared("kungsbacka_fg_2025-12-10_par130_142.txt")
    assert document.page_of(document.text.index("§ 142")) == 27
    council, _ = shared("goteborg_kf_2025-06-18_par374_377_385.txt")
    assert council.page_of(0) == 14
    assert council.page_of(council.text.index("§ 377")) == 20


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[HostileFile, ...]:
    return write_hostile_files(tmp_path_factory.mktemp("hostile") / "in")


def test_hostile_files_are_read_or_refused_as_they_may_be(hostile: tuple[HostileFile, ...]) -> None:
    wrong: list[str] = []
    with ReadingPool(seconds=300) as pool:  # as long as a busy machine may take
        for file in hostile:
            try:
                document = pool.read(file.path)
            except UnreadableDocumentError as error:
                if not error.reason.strip() or file.outcomes == {READ}:
                    wrong.append(f"{file.path.name!r}: {error.reason}")
                continue
            held = file.holds in document.text and not (file.never and file.never in document.text)
            if READ not in file.outcomes or not held:
                wrong.append(f"{file.path.name!r}: read")
            passages(document, recognise(document, file.path.name))
    assert wrong == []


def test_a_file_that_says_another_format_is_read_with_a_warning(tmp_path: Path) -> None:
    page = tmp_path / "sida.docx"
    page.write_text("<!DOCTYPE html><p>Beslut fattades.</p>", encoding="utf-8")
    document = read_document(page)
    assert document.warnings == ("Filen heter .docx men är i formatet html. Den lästes som html.",)


def test_a_missing_file_a_folder_and_a_pipe_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rör.txt")
    for name, reason in (("saknas.txt", "finns inte"), ("", "ingen fil"), ("rör.txt", "ingen fil")):
        with pytest.raises(UnreadableDocumentError, match=reason):
            read_document(tmp_path / name)


def slow_page(path: Path) -> Path:
    path.write_text("<html><body>" + "<p>a " * 900_000, encoding="utf-8")
    return path


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read(tmp_path: Path) -> None:
    good = tmp_path / "bra.html"
    good.write_text("<html><body><p>Ärendet är klart.</p></body></html>", encoding="utf-8")
    with ReadingPool(seconds=1.0) as pool:
        with pytest.raises(UnreadableDocumentError, match="längre tid"):
            pool.read(slow_page(tmp_path / "lång.html"))
        with ReadingPool() as patient:
            assert patient.read(good).blocks[0].text == "Ärendet är klart."


def test_a_worker_that_runs_out_of_memory_is_replaced(tmp_path: Path) -> None:
    good = tmp_path / "bra.html"
    good.write_text("<html><body><p>Ärendet är klart.</p></body></html>", encoding="utf-8")
    with ReadingPool(memory=400 * 1024 * 1024) as pool:
        with pytest.raises(UnreadableDocumentError):
            pool.read(slow_page(tmp_path / "stor.html"))
        assert pool.read(good).blocks[0].text == "Ärendet är klart."


def test_what_a_parser_raises_of_its_own_can_leave_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        etree.fromstring("<a>")

    monkeypatch.setattr(workers, "read_bytes", fail)
    with pytest.raises(Exception, match="XMLSyntaxError") as caught:
        workers._read_in_worker(b"", ".html", with_ocr=False)
    assert "XMLSyntaxError" in str(pickle.loads(pickle.dumps(caught.value)))


def test_damaged_files_are_read_or_refused_and_nothing_else_is_touched(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    paths = list(write_mutated_files(folder, 48, seed=7))
    before = {path: path.read_bytes() for path in paths}
    read = 0
    with ReadingPool(seconds=30) as pool:
        for path in paths:
            try:
                document = pool.read(path)
            except UnreadableDocumentError as error:
                assert error.reason.strip()  # noqa: PT017 - the reason is for people, whatever it is
                continue
            passages(document, recognise(document, path.name))
            read += 1
    assert read > 10
    assert {path: path.read_bytes() for path in paths} == before
    assert [each.name for each in tmp_path.iterdir()] == ["in"]
