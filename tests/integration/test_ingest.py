"""Claims about indexing, on both databases."""

import os
import subprocess
import sys
import textwrap
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from knowledge.assignment_rows import FIND_WAITING
from knowledge.blocks import ReadDocument, Span
from knowledge.database import Database, open_database
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.entries import PassageEntry
from knowledge.errors import MissingSourceError, RegisterError
from knowledge.facts import DeadlineFact, RoleFact
from knowledge.ingest import Ingest, Progress
from knowledge.models import Passage as PassageRow
from knowledge.passage_search import PassageSearch
from knowledge.passages import Passage
from knowledge.register import EVERYTHING, Register
from knowledge.scope import Scope
from knowledge.swedish_words import SwedishWords
from knowledge.when import Precision, When
from tests import reading_fakes as fakes

REPOSITORY = Path(__file__).parents[2]
DIRECTIVE = """# Uppdragsdirektiv hyrberoende
organisation: Region Sjöland
date: 2026-05-04
§ assignment: Minska hyrberoendet i vården
§ owner: Minska hyrberoendet i vården = Regiondirektören
Uppdraget pågår till årets slut.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    documents = tmp_path / "handlingar"
    documents.mkdir()
    (documents / "direktiv.txt").write_text(DIRECTIVE, encoding="utf-8")
    (documents / "protokoll.txt").write_text(
        "# Protokoll\norganisation: Region Sjöland\n§ decision 2026-10-20: Minska hyrberoendet i vården = Uppdraget förlängs.\n",
        encoding="utf-8",
    )
    return documents


@pytest.fixture
def ingest(database: Database, words: SwedishWords) -> Ingest:
    return fakes.an_ingest(database, words)


@pytest.fixture
def register(database: Database, words: SwedishWords) -> Register:
    return Register(database, words)


def owners(register: Register, scope: Scope = EVERYTHING) -> list[str]:
    return [
        entry.fact.holder
        for entry in register.facts_with({"role"}, scope)
        if isinstance(entry.fact, RoleFact)
    ]


def _found(search: PassageSearch, asked: str) -> list[PassageEntry]:
    return search.get([passage_id for passage_id, _ in search.search(asked)])


def held(register: Register) -> dict[str, PassageEntry]:
    with register.database.reading() as connection:
        ids = connection.execute(select(PassageRow.id)).scalars().all()
    return {entry.id: entry for entry in register.passages(ids)}


def test_a_fact_keeps_its_document_and_the_words_it_was_read_from(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    ingest.index([folder])
    (entry,) = register.facts_with({"role"})
    assert entry.source.quote == "§ owner: Minska hyrberoendet i vården = Regiondirektören"
    assert entry.source.span.quote(register.text_of(entry.document.version_id)) == entry.source.quote
    assert (entry.document.name, entry.source.page) == ("direktiv.txt", 1)


def test_indexing_twice_changes_nothing(ingest: Ingest, register: Register, folder: Path) -> None:
    first = ingest.index([folder])
    counts, passages = register.counts(), set(held(register))
    again = ingest.index([folder])
    assert (first.new, again.new, again.unchanged, again.changed, again.withdrawn) == (2, 0, 2, 0, 0)
    assert (again.documents, again.facts, again.passages) == (first.documents, first.facts, first.passages)
    assert register.counts() == counts
    assert set(held(register)) == passages


def test_a_changed_document_supersedes_its_former_facts_and_keeps_them(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    ingest.index([folder])
    clock = ingest.now
    assert isinstance(clock, fakes.SteppingClock)
    before = clock.time.date()
    clock.time = clock.time.replace(month=12)
    (folder / "direktiv.txt").write_text(
        DIRECTIVE.replace("Regiondirektören", "Personaldirektören"), encoding="utf-8"
    )
    summary = ingest.index([folder])
    assert summary.changed == 1
    assert owners(register) == ["Personaldirektören"]
    assert owners(register, Scope(as_of=before)) == ["Regiondirektören"]
    assert set(owners(register, Scope(include_superseded=True))) == {"Personaldirektören", "Regiondirektören"}
    superseded = [
        entry for entry in register.facts_with({"role"}, Scope(as_of=before)) if entry.document.is_superseded
    ]
    assert len(superseded) == 1


def test_only_the_passages_that_changed_are_replaced(
    ingest: Ingest, folder: Path, register: Register
) -> None:
    ingest.index([folder])
    before = held(register)
    text = DIRECTIVE.replace("till årets slut", "till mars 2027")
    (folder / "direktiv.txt").write_text("Ny första rad.\n" + text, encoding="utf-8")
    ingest.index([folder])
    after = held(register)
    gone = {before[each].text for each in before.keys() - after.keys()}
    new = {after[each].text for each in after.keys() - before.keys()}
    assert gone == {"Uppdraget pågår till årets slut."}
    assert new == {"Ny första rad.", "Uppdraget pågår till mars 2027."}


def test_a_new_word_is_found_though_no_passages_were_added(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    search = PassageSearch(register.database, register.words)
    ingest.index([folder])
    assert _found(search, "pausat") == _found(search, "avslutat") == []
    before = search.size()
    last = folder / "protokoll.txt"
    for word in ("pausat", "avslutat"):
        last.write_text(
            f"# Protokoll\norganisation: Region Sjöland\nUppdraget är {word}.\n", encoding="utf-8"
        )
        ingest.index([folder])
        assert [word in each.text for each in _found(search, word)] == [True]
    assert search.size() <= before


def test_a_passage_that_stayed_is_quoted_from_where_it_stands_now(
    ingest: Ingest, folder: Path, database: Database, words: SwedishWords
) -> None:
    ingest.index([folder])
    (folder / "direktiv.txt").write_text("En ny rad före allt annat.\n" + DIRECTIVE, encoding="utf-8")
    ingest.index([folder])
    found = _found(PassageSearch(database, words), "pågår till årets slut")[0]
    text = Register(database, words).text_of(found.source.document.version_id)
    assert found.source.span.quote(text) == found.source.quote == "Uppdraget pågår till årets slut."


def test_a_file_that_is_gone_is_withdrawn_and_its_history_stays(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    ingest.index([folder])
    day = register.documents()[0].indexed_at
    (folder / "direktiv.txt").unlink()
    summary = ingest.index([folder])
    assert summary.withdrawn == 1
    assert [document.name for document in register.documents()] == ["protokoll.txt"]
    assert owners(register) == []
    assert owners(register, Scope(include_superseded=True)) == ["Regiondirektören"]
    assert day is not None
    assert all(entry.source.document.name == "protokoll.txt" for entry in held(register).values())


def test_a_file_that_comes_back_stands_again(ingest: Ingest, register: Register, folder: Path) -> None:
    ingest.index([folder])
    (folder / "direktiv.txt").rename(folder.parent / "borta.txt")
    ingest.index([folder])
    (folder.parent / "borta.txt").rename(folder / "direktiv.txt")
    ingest.index([folder])
    assert owners(register) == ["Regiondirektören"]
    assert len(register.assignments()) == 1


def test_a_missing_folder_is_told_and_withdraws_nothing(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    ingest.index([folder])
    moved = folder.rename(folder.parent / "flyttad")
    with pytest.raises(MissingSourceError, match="handlingar"):
        ingest.index([folder])
    assert register.counts().documents == 2
    moved.rename(folder)


def test_one_missing_path_among_several_stops_everything(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    with pytest.raises(MissingSourceError):
        ingest.index([folder, folder / "finns-inte.txt"])
    assert register.counts().documents == 0


def test_an_empty_folder_withdraws_nothing(ingest: Ingest, register: Register, folder: Path) -> None:
    ingest.index([folder])
    for file in folder.iterdir():
        file.unlink()
    assert ingest.index([folder]).withdrawn == 0
    assert register.counts().documents == 2


def test_naming_one_folder_withdraws_nothing_of_another(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    other = folder.parent / "andra"
    other.mkdir()
    (other / "annan.txt").write_text("# Annan\nText.", encoding="utf-8")
    ingest.index([folder, other])
    (folder / "direktiv.txt").unlink()
    assert ingest.index([other]).withdrawn == 0
    assert register.counts().documents == 3


def test_a_file_named_by_itself_is_the_one_that_its_folder_holds(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    ingest.index([folder])
    assert ingest.index([folder / "direktiv.txt"]).unchanged == 1
    assert register.counts().documents == 2


def test_a_folder_within_an_indexed_folder_is_no_second_source(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    inner = folder / "2026"
    inner.mkdir()
    (inner / "inre.txt").write_text("# Inre\nText.", encoding="utf-8")
    ingest.index([inner])
    ingest.index([folder])
    ingest.index([inner])
    assert sorted(document.name for document in register.documents()) == [
        "direktiv.txt",
        "inre.txt",
        "protokoll.txt",
    ]


def test_a_file_that_cannot_be_read_stops_nothing_and_loses_nothing(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    ingest.index([folder])
    (folder / "direktiv.txt").write_text("OLÄSLIG", encoding="utf-8")
    (folder / "krasch.txt").write_text("KRASCH", encoding="utf-8")
    (folder / "tom.txt").write_text("  \n", encoding="utf-8")
    summary = ingest.index([folder])
    assert {remark.file: remark.text for remark in summary.failed} == {
        "direktiv.txt": "Filen är trasig.",
        "krasch.txt": "Filen kunde inte läsas på grund av ett fel i programmet.",
        "tom.txt": "Filen är tom: den innehåller ingen text.",
    }
    assert owners(register) == ["Regiondirektören"]
    assert summary.documents == 2


def test_a_pipe_in_a_folder_is_told_and_not_waited_for(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    for name in ("rör.txt", "kalender.csv"):
        os.mkfifo(folder / name)
    summary = replace(ingest, suffixes={".txt", ".csv"}).index([folder])
    assert sorted(remark.file for remark in summary.failed) == ["kalender.csv", "rör.txt"]
    assert register.counts().documents == 2


def test_a_grammar_that_fails_costs_its_facts_but_not_the_document(
    ingest: Ingest, database: Database, words: SwedishWords, folder: Path
) -> None:
    (folder / "svår.txt").write_text("# Svår\nGRAMMATIKFEL om kollektivtrafik", encoding="utf-8")
    summary = ingest.index([folder])
    assert [remark.file for remark in summary.warnings] == ["svår.txt"]
    found = _found(PassageSearch(database, words), "kollektivtrafiken")
    assert [entry.source.document.name for entry in found] == ["svår.txt"]


def test_a_deadline_that_two_grammars_read_from_the_same_words_is_one(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    due = When(date(2026, 9, 1), date(2026, 9, 1), Precision.DAY, "1 september 2026")
    told = DeadlineFact(span=Span(0, 20), subject="Hyrberoendet", label="redovisas", due=due)
    again = DeadlineFact(span=Span(0, 40), subject="Uppdragsdirektiv", label="senast", due=due)
    other = replace(again, due=replace(due, start=date(2026, 10, 1), end=date(2026, 10, 1)))
    grammars = (lambda *_: (told,), lambda *_: (again, other))
    replace(ingest, parsers={DocumentKind.MINUTES: grammars}).index([folder / "direktiv.txt"])
    found = [entry.fact for entry in register.facts_with({"deadline"})]
    assert [(fact.subject, fact.due.start) for fact in found if isinstance(fact, DeadlineFact)] == [
        ("Hyrberoendet", date(2026, 9, 1)),
        ("Uppdragsdirektiv", date(2026, 10, 1)),
    ]


def test_new_rules_read_every_file_anew_without_making_it_news(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    ingest.index([folder])
    before = {document.name: document.indexed_at for document in register.documents()}
    newer = replace(ingest, writer=replace(ingest.writer, rules="2"))
    assert newer.index([folder]).changed == 2
    assert {document.name: document.indexed_at for document in register.documents()} == before
    assert owners(register) == ["Regiondirektören"]


def test_the_address_comes_from_the_file_or_from_the_list_beside_it(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    (folder / "egen.txt").write_text("url: https://sjoland.example/egen\n# Egen\nText.", encoding="utf-8")
    (folder / "sources.csv").write_text(
        "document,url\ndirektiv.txt,https://sjoland.example/direktiv\nprotokoll.txt,javascript:alert(1)\n",
        encoding="utf-8",
    )
    ingest.index([folder])
    assert {document.name: document.url for document in register.documents()} == {
        "direktiv.txt": "https://sjoland.example/direktiv",
        "egen.txt": "https://sjoland.example/egen",
        "protokoll.txt": "",
    }


def test_a_changed_list_of_addresses_reaches_documents_that_did_not_change(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    ingest.index([folder])
    (folder / "sources.csv").write_text(
        "document;url\ndirektiv.txt;https://sjoland.example/d\n", encoding="utf-8"
    )
    ingest.index([folder])
    found = register.document("direktiv.txt")
    assert found is not None
    assert found.url == "https://sjoland.example/d"


def test_facts_about_an_assignment_attach_to_it_across_documents(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    ingest.index([folder])
    (assignment,) = register.assignments()
    kinds = {entry.fact.kind for entry in register.facts_of_assignment(assignment.id)}
    assert kinds == {"assignment", "role", "decision"}


def test_a_fact_that_is_read_before_its_assignment_is_named_is_attached_when_it_is(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    (folder / "direktiv.txt").rename(folder / "ö-direktiv.txt")  # read last
    ingest.index([folder])
    (assignment,) = register.assignments()
    kinds = {entry.fact.kind for entry in register.facts_of_assignment(assignment.id)}
    assert kinds == {"assignment", "role", "decision"}


def test_an_assignment_moves_with_its_document_to_the_organisation_that_it_is_of(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    (folder / "protokoll.txt").unlink()
    ingest.index([folder])
    (before,) = register.assignments()
    elsewhere = DIRECTIVE.replace("Region Sjöland", "Region Västerdal")
    (folder / "direktiv.txt").write_text(elsewhere, encoding="utf-8")
    ingest.index([folder])
    (after,) = register.assignments()
    assert (after.id, after.organisation) == (before.id, "Region Västerdal")
    (folder / "annat.txt").write_text(DIRECTIVE, encoding="utf-8")
    ingest.index([folder])
    assert sorted(each.organisation for each in register.assignments()) == [
        "Region Sjöland",
        "Region Västerdal",
    ]


def test_an_assignment_that_another_document_is_about_stays_in_its_organisation(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    ingest.index([folder])
    (before,) = register.assignments()
    elsewhere = DIRECTIVE.replace("Region Sjöland", "Region Västerdal")
    (folder / "direktiv.txt").write_text(elsewhere, encoding="utf-8")
    ingest.index([folder])
    held = {
        each.organisation: {entry.document.name for entry in register.facts_of_assignment(each.id)}
        for each in register.assignments()
    }
    assert held == {"Region Sjöland": {"protokoll.txt"}, "Region Västerdal": {"direktiv.txt"}}
    assert before.organisation == "Region Sjöland"


def test_an_assignment_keeps_its_row_when_it_is_worded_anew(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    ingest.index([folder])
    (before,) = register.assignments()
    (folder / "plan.txt").write_text(
        "# Plan\norganisation: Region Sjöland\n§ assignment: I vården: minska hyrberoendet\n",
        encoding="utf-8",
    )
    ingest.index([folder])
    (after,) = register.assignments()
    assert (after.id, after.title) == (before.id, before.title)
    assert after.aliases == ("I vården: minska hyrberoendet",)


def test_the_same_title_in_another_organisation_is_another_assignment(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    (folder / "annan.txt").write_text(
        "# Plan\norganisation: Region Västerdal\n§ assignment: Minska hyrberoendet i vården\n",
        encoding="utf-8",
    )
    ingest.index([folder])
    assert sorted(each.organisation for each in register.assignments()) == [
        "Region Sjöland",
        "Region Västerdal",
    ]
    scoped = register.assignments(Scope(organisation="region sjöland"))
    assert [each.organisation for each in scoped] == ["Region Sjöland"]


def test_titles_that_differ_by_a_number_are_different_assignments(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    for year in (2026, 2027):
        (folder / f"plan{year}.txt").write_text(
            f"# Plan\n§ assignment: Ta fram handlingsplan för kollektivtrafiken {year}\n", encoding="utf-8"
        )
    ingest.index([folder])
    assert len(register.find_assignments("handlingsplan för kollektivtrafiken")) == 2


def test_progress_is_told_file_by_file(ingest: Ingest, folder: Path) -> None:
    told: list[Progress] = []
    ingest.index([folder], told.append)
    assert told == [Progress(1, 2, "direktiv.txt"), Progress(2, 2, "protokoll.txt")]


def test_a_kill_between_documents_leaves_whole_documents(
    ingest: Ingest, register: Register, folder: Path
) -> None:
    class KilledError(BaseException):
        pass

    def kill(progress: Progress) -> None:
        if progress.done == 1:
            raise KilledError

    with pytest.raises(KilledError):
        ingest.index([folder], kill)
    assert [document.name for document in register.documents()] == ["direktiv.txt"]
    summary = ingest.index([folder])
    assert (summary.new, summary.unchanged) == (1, 1)


def test_a_document_is_written_whole_or_not_at_all(ingest: Ingest, register: Register, folder: Path) -> None:
    def divide_badly(document: ReadDocument, profile: DocumentProfile) -> tuple[Passage, ...]:
        (first, *rest) = fakes.divide(document, profile)
        return (replace(first, page=object()), *rest)  # type: ignore[arg-type]  no database takes that

    broken = replace(ingest, divide=divide_badly)
    with pytest.raises(RegisterError):
        broken.index([folder])
    assert (register.counts().documents, register.counts().facts, register.counts().assignments) == (0, 0, 0)


INDEX_IN_ANOTHER_PROCESS = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from knowledge.database import open_database
    from knowledge.swedish_words import SwedishWords, read_vocabulary
    from tests.reading_fakes import an_ingest
    ingest = an_ingest(open_database(sys.argv[1]), SwedishWords(read_vocabulary()))
    print("ready", flush=True)
    sys.stdin.readline()
    print(ingest.index([Path(sys.argv[2])]).documents)
    """
)


def test_two_processes_index_while_a_third_asks(
    database_url: str, words: SwedishWords, tmp_path: Path
) -> None:
    folder = tmp_path / "många"
    folder.mkdir()
    for number in range(20):
        (folder / f"protokoll{number}.txt").write_text(
            f"# Protokoll {number}\n§ assignment: Bygg ut kollektivtrafiken i dalen\n§ decision 2026-10-{number % 28 + 1:02}: Ärende {number} = Bifall.\n"
            + "Text.\n" * 20,
            encoding="utf-8",
        )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", INDEX_IN_ANOTHER_PROCESS, database_url, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=REPOSITORY,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        )
        for _ in range(2)
    ]
    opened = open_database(database_url)
    register = Register(opened, words)
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    while any(process.poll() is None for process in processes):
        for entry, _ in register.find_facts("bifall protokoll", limit=20):
            assert entry.source.quote
        time.sleep(0.05)
    printed = [process.communicate()[0] for process in processes]
    assert printed == ["20\n", "20\n"]
    assert [process.returncode for process in processes] == [0, 0]
    counts = register.counts()
    assert (counts.documents, counts.facts, counts.passages) == (20, 40, 20 * 23)
    assert [each.title for each in register.assignments()] == ["Bygg ut kollektivtrafiken i dalen"]
    opened.close()


def test_facts_that_wait_are_found_by_their_index(database: Database) -> None:
    """SQLite uses a partial index only when the statement says its condition; a scan a document is a slow corpus."""
    if database.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL plans by what its tables hold")
    statement = str(FIND_WAITING.compile(dialect=database.engine.dialect))
    with database.engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", (1, "", "x", "y")).all()
    assert [row.detail for row in plan if row.detail.startswith("SCAN fact")] == []
