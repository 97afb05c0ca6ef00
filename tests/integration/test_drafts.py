"""A draft that was adopted in another file: the adopted one answers, and the draft is told of as replaced."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from bot import texts
from bot.cli.console import Exit
from bot.cli.index import index_paths
from bot.cli.register import show
from bot.settings import read_settings
from knowledge.database import Database
from knowledge.ingest import Ingest
from knowledge.passage_search import PassageSearch
from knowledge.register import EVERYTHING, Register
from knowledge.scope import Scope
from knowledge.swedish_words import SwedishWords
from tests import reading_fakes as fakes

DRAFT = """# Direktiv om fyrar (utkast)
organisation: Region Sjöland
case_number: RS 68-2024
draft: yes
date: 2026-03-02
§ assignment: Räkna fyrarna
§ owner: Räkna fyrarna = Fyrmästaren
Fyrmästaren räknar varje natt.
"""
ADOPTED = """# Direktiv om fyrar
organisation: Region Sjöland
case_number: Dnr RS 68-2024
date: 2026-05-04
§ assignment: Räkna fyrarna
§ owner: Räkna fyrarna = Lotsdirektören
Lotsdirektören räknar varje vecka.
"""
NEXT_DRAFT = DRAFT.replace("2026-03-02", "2026-09-01").replace("Fyrmästaren", "Hamnkaptenen")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    documents = tmp_path / "handlingar"
    documents.mkdir()
    return documents


@pytest.fixture
def clock() -> fakes.SteppingClock:
    return fakes.SteppingClock()


@pytest.fixture
def ingest(database: Database, words: SwedishWords, clock: fakes.SteppingClock) -> Ingest:
    return replace(fakes.an_ingest(database, words), now=clock)


@pytest.fixture
def register(database: Database, words: SwedishWords) -> Register:
    return Register(database, words)


def owners(register: Register, scope: Scope = EVERYTHING) -> list[str]:
    return [entry.fact.holder for entry in register.facts_with({"role"}, scope)]  # type: ignore[union-attr]


@pytest.mark.parametrize("order", list(permutations(("utkast.txt", "antaget.txt"))))
def test_the_adopted_document_stands_in_whichever_order_they_come(
    register: Register, ingest: Ingest, folder: Path, order: tuple[str, ...]
) -> None:
    for name in order:
        (folder / name).write_text(DRAFT if name == "utkast.txt" else ADOPTED, encoding="utf-8")
        ingest.index([folder])
    assert owners(register) == ["Lotsdirektören"]
    found = PassageSearch(register.database, register.words).search("Fyrmästaren räknar varje")
    quoted = PassageSearch(register.database, register.words).get([identity for identity, _ in found])
    assert {each.source.document.name for each in quoted} == {"antaget.txt"}
    told = {each.name: (each.is_superseded, each.replaces) for each in register.documents()}
    assert told == {"utkast.txt": (True, ""), "antaget.txt": (False, "utkast.txt")}


def test_the_draft_stands_until_the_day_it_is_adopted_and_again_when_that_is_withdrawn(
    register: Register, ingest: Ingest, folder: Path, clock: fakes.SteppingClock
) -> None:
    (folder / "utkast.txt").write_text(DRAFT, encoding="utf-8")
    ingest.index([folder])
    assert owners(register) == ["Fyrmästaren"]
    clock.time += timedelta(days=1)
    (folder / "antaget.txt").write_text(ADOPTED, encoding="utf-8")
    ingest.index([folder])
    assert owners(register) == ["Lotsdirektören"]
    assert owners(register, Scope(as_of=date(2026, 11, 2))) == ["Fyrmästaren"]
    assert owners(register, Scope(include_superseded=True)) == ["Fyrmästaren", "Lotsdirektören"]
    (folder / "antaget.txt").unlink()
    ingest.index([folder])
    assert owners(register) == ["Fyrmästaren"]


def test_a_draft_of_the_next_issue_is_not_replaced_by_the_former(
    register: Register, ingest: Ingest, folder: Path
) -> None:
    (folder / "antaget.txt").write_text(ADOPTED, encoding="utf-8")
    (folder / "nytt utkast.txt").write_text(NEXT_DRAFT, encoding="utf-8")
    ingest.index([folder])
    assert sorted(owners(register)) == ["Hamnkaptenen", "Lotsdirektören"]


def test_show_tells_which_draft_was_replaced(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = read_settings({"KANSLI_DATA_DIR": str(tmp_path / "data")}, tmp_path / "no.env")
    directive = "# Uppdragsdirektiv: Digitalt arkiv{draft}\n\nDnr RS 12-2026\n\nUppdragsägare: {owner}\n"
    (folder / "utkast.md").write_text(directive.format(draft=" (utkast)", owner="Arkivchefen"))
    (folder / "direktiv.md").write_text(directive.format(draft="", owner="Regiondirektören"))
    assert index_paths(settings, [folder], as_json=False, background=False) is Exit.OK
    assert show(settings, "utkast.md") is Exit.OK
    draft = capsys.readouterr()
    assert "Arkivchefen" not in draft.out
    assert texts.DRAFT_ADOPTED in draft.err
    assert show(settings, "direktiv.md") is Exit.OK
    adopted = capsys.readouterr()
    assert "Regiondirektören" in adopted.out
    assert texts.REPLACES_DRAFT.format(draft="utkast.md") in adopted.err
