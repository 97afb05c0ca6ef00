"""Claims about the register's reads and people's writes, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from knowledge.blocks import Span
from knowledge.database import Database, migrate, open_database
from knowledge.entries import CorrectionAction, PassageEntry, State
from knowledge.errors import RegisterError
from knowledge.facts import DecisionPointFact, RoleFact
from knowledge.ingest import Ingest
from knowledge.models import Base
from knowledge.passage_search import PassageSearch
from knowledge.register import EVERYTHING, Register
from knowledge.scope import Scope
from knowledge.swedish_words import SwedishWords
from knowledge.updates import SaidStatus, Updates
from knowledge.vectors import StoredVectors
from tests import reading_fakes as fakes

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SJOLAND = """# Direktiv om hyrberoende
organisation: Region Sjöland
board: Regionstyrelsen
date: 2026-05-04
§ assignment: Minska hyrberoendet i vården
§ owner: Minska hyrberoendet i vården = Regiondirektören
§ point 2026-12-15: Minska hyrberoendet i vården = BP2
Sjuksköterskor anställs i Klarvik.
Ärendet har diarienummer RS 68-2024.
"""
VASTERDAL = """# Plan för kollektivtrafik
organisation: Region Västerdal
board: Trafiknämnden
date: 2025-02-01
§ assignment: Bygg ut kollektivtrafiken i dalen
§ owner: Bygg ut kollektivtrafiken i dalen = Trafikdirektören
Sjuksköterskor nämns här också.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    documents = tmp_path / "handlingar"
    documents.mkdir()
    (documents / "sjoland.txt").write_text(SJOLAND, encoding="utf-8")
    (documents / "vasterdal.txt").write_text(VASTERDAL, encoding="utf-8")
    return documents


@pytest.fixture
def ingest(database: Database, words: SwedishWords) -> Ingest:
    return fakes.an_ingest(database, words)


@pytest.fixture
def register(database: Database, words: SwedishWords, ingest: Ingest, folder: Path) -> Register:
    ingest.index([folder])
    return Register(database, words)


@pytest.fixture
def search(register: Register) -> PassageSearch:
    return PassageSearch(register.database, register.words)


@pytest.fixture
def updates(database: Database) -> Updates:
    return Updates(database)


def test_migrations_lead_from_nothing_to_the_tables_that_the_code_knows(database: Database) -> None:
    tables = {
        mapper.local_table.name
        for mapper in Base.registry.mappers
        if mapper.class_.__module__.startswith("knowledge.")
    }
    with database.reading() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_object": lambda _, name, kind, *__: kind != "table" or name in tables},
        )
        differences = compare_metadata(context, Base.metadata)
    assert len(tables) >= 12
    assert [
        each for each in differences if isinstance(each, tuple) and each[0].endswith(("_table", "_column"))
    ] == []


def test_migrating_again_changes_nothing(database: Database) -> None:
    migrate(database.engine)
    with database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM alembic_version")).scalar() == 1


def test_many_processes_may_open_an_empty_database_at_once(database_url: str) -> None:
    with ThreadPoolExecutor(6) as pool:
        opened = list(pool.map(open_database, [database_url] * 6))
    for each in opened:
        with each.reading() as connection:
            assert connection.execute(text("SELECT count(*) FROM document")).scalar() == 0
        each.close()


@pytest.mark.parametrize("url", ["nonsens", "mysql://host/db", "postgresql://127.0.0.1:1/nowhere"])
def test_a_database_that_cannot_be_opened_is_told(url: str) -> None:
    with pytest.raises(RegisterError):
        open_database(url)


def test_finds_facts_by_an_inflected_part_of_a_compound(register: Register) -> None:
    (best, score), *_ = register.find_facts("vem äger hyrberoende", {"role"})
    assert isinstance(best.fact, RoleFact)
    assert (best.fact.holder, score > 0) == ("Regiondirektören", True)


def test_finds_facts_in_spite_of_missing_diacritics_and_typos(register: Register) -> None:
    assert register.find_facts("trafikdirektoren", {"role"})
    assert register.find_facts("kolektivtrafiken", {"role"})


@pytest.mark.parametrize(
    "asked", ["", "   ", "och att det", "qwxyz", '"', "'; DROP TABLE fact; --", "a\x00b", "NEAR(", "(" * 500]
)
def test_odd_words_find_nothing_and_break_nothing(
    register: Register, search: PassageSearch, asked: str
) -> None:
    assert isinstance(register.find_facts(asked), list)
    assert isinstance(search.search(asked), list)
    assert register.counts().documents == 2


def _found(search: PassageSearch, words: str, scope: Scope = EVERYTHING) -> list[PassageEntry]:
    return search.get([passage_id for passage_id, _ in search.search(words, scope)], scope)


def test_a_scope_keeps_to_its_organisation(register: Register, search: PassageSearch) -> None:
    scope = Scope(organisation="REGION SJÖLAND")
    assert {document.name for document in register.documents(scope)} == {"sjoland.txt"}
    assert {entry.source.document.name for entry in _found(search, "sjuksköterskor", scope)} == {
        "sjoland.txt"
    }
    assert register.find_facts("kollektivtrafiken", (), scope) == []
    assert {entry.source.document.name for entry in _found(search, "sjuksköterska")} == {
        "sjoland.txt",
        "vasterdal.txt",
    }


def test_a_scope_keeps_to_its_boards_and_year(register: Register) -> None:
    assert [each.name for each in register.documents(Scope(boards=("trafiknämnden",)))] == ["vasterdal.txt"]
    assert [each.name for each in register.documents(Scope(year=2026))] == ["sjoland.txt"]


def test_finds_a_passage_by_its_case_number(search: PassageSearch) -> None:
    best, *_ = _found(search, "RS 68-2024")
    assert "diarienummer" in best.text


def test_a_passage_under_a_fitting_title_stands_before_others(search: PassageSearch) -> None:
    best, *_ = _found(search, "hyrberoende sjuksköterskor")
    assert best.source.document.name == "sjoland.txt"


def test_tells_how_common_terms_are(search: PassageSearch, register: Register) -> None:
    stem = register.words.forms("sjuksköterskor")[0]
    assert search.frequencies([stem, "finnsinte"]) == {stem: 2}
    assert search.size() == register.counts().passages == 16
    assert "klarvik" in search.resembling("klärvik")


def test_facts_with_a_date_are_found_by_the_days_they_may_mean(register: Register) -> None:
    found = register.facts_with({"decision_point"}, days=(date(2026, 12, 1), date(2026, 12, 31)))
    assert [entry.fact.code for entry in found if isinstance(entry.fact, DecisionPointFact)] == ["BP2"]
    assert register.facts_with({"decision_point"}, days=(date(2027, 1, 1), date(2027, 12, 31))) == []


def test_a_document_is_found_by_name_and_by_number(register: Register) -> None:
    by_name = register.document("sjoland.txt")
    assert by_name is not None
    assert register.document(by_name.id) == by_name
    assert register.document("saknas.txt") is None
    assert register.document(by_name.id, Scope(organisation="Region Västerdal")) is None


def test_passages_near_a_place_come_with_their_neighbours(register: Register) -> None:
    document = register.document("sjoland.txt")
    assert document is not None
    start = register.text_of(document.version_id).index("Sjuksköterskor")
    near = register.passages_near(document.id, Span(start, start + 5))
    assert [entry.text[:12] for entry in near] == ["§ point 2026", "Sjukskötersk", "Ärendet har "]


def test_the_same_key_writes_a_status_once(register: Register, updates: Updates) -> None:
    (assignment, _), *_ = register.find_assignments("hyrberoendet")

    def record(number: int) -> int:
        return updates.record_status_update(
            SaidStatus(assignment.id, State.YELLOW, f"försök {number}", "Linnea", NOW, "gul", ["15 mars"]),
            key="C1:1.1",
        ).id

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(record, range(8)))) == 1
    (update,) = register.status_history(assignment.id)
    assert (update.state, update.at, update.dates) == (State.YELLOW, NOW, ("15 mars",))


def test_a_withdrawn_status_stays_in_the_history_and_answers_no_more(
    register: Register, updates: Updates
) -> None:
    (assignment, _), *_ = register.find_assignments("hyrberoendet")
    first = updates.record_status_update(
        SaidStatus(assignment.id, State.GREEN, "", "Linnea", NOW, "grön"), key="1"
    )
    second = updates.record_status_update(
        SaidStatus(assignment.id, State.RED, "", "Linnea", NOW + timedelta(hours=1), "röd"), key="2"
    )
    assert [each.id for each in register.latest_statuses()] == [second.id]
    updates.withdraw(second.id, "Linnea", NOW + timedelta(hours=2), "fel uppdrag")
    updates.withdraw(second.id, "Linnea", NOW + timedelta(hours=3), "igen")
    assert [each.id for each in register.latest_statuses()] == [first.id]
    assert [(each.id, each.withdrawn) for each in updates.history(assignment.id)] == [
        (second.id, True),
        (first.id, False),
    ]


def test_a_status_of_an_unknown_assignment_is_refused(register: Register, updates: Updates) -> None:
    with pytest.raises(RegisterError, match="inget uppdrag"):
        updates.record_status_update(SaidStatus(999, State.RED, "", "Linnea", NOW, "röd"), key="x")
    assert register.status_updates() == []


def test_a_correction_is_shown_and_survives_a_new_reading(
    register: Register, updates: Updates, ingest: Ingest, folder: Path
) -> None:
    (entry,) = register.facts_with({"role"}, Scope(organisation="Region Sjöland"))
    updates.correct(entry.id, CorrectionAction.CORRECT, "Personaldirektören", "Linnea", "Ny delegation", NOW)
    (folder / "sjoland.txt").write_text("Inledning.\n" + SJOLAND, encoding="utf-8")
    ingest.index([folder])
    (again,) = register.facts_with({"role"}, Scope(organisation="Region Sjöland"))
    assert again.id != entry.id
    assert again.correction is not None
    assert (again.correction.text, again.correction.author) == ("Personaldirektören", "Linnea")


def test_a_fact_that_is_linked_belongs_to_its_new_assignment_and_leaves_the_former(
    register: Register, updates: Updates, ingest: Ingest, folder: Path
) -> None:
    (entry,) = register.facts_with({"role"}, Scope(organisation="Region Sjöland"))
    (other, _), *_ = register.find_assignments("kollektivtrafiken")
    assert entry.assignment_id is not None
    updates.correct(entry.id, CorrectionAction.LINK, str(other.id), "Linnea", "", NOW)
    updates.correct(entry.id, CorrectionAction.CONFIRM, "", "Linnea", "", NOW)
    (folder / "sjoland.txt").write_text("Inledning.\n" + SJOLAND, encoding="utf-8")
    ingest.index([folder])
    holders = {
        each.fact.holder
        for each in register.facts_of_assignment(other.id, {"role"})
        if isinstance(each.fact, RoleFact)
    }
    assert holders == {"Regiondirektören", "Trafikdirektören"}
    assert register.facts_of_assignment(entry.assignment_id, {"role"}) == []
    (again,) = register.facts_with({"role"}, Scope(organisation="Region Sjöland"))
    assert again.correction is not None
    assert again.correction.action is CorrectionAction.CONFIRM


def test_a_link_to_an_unknown_assignment_is_refused(register: Register, updates: Updates) -> None:
    (entry, _), *_ = register.find_facts("hyrberoendet")
    with pytest.raises(RegisterError, match="inget uppdrag"):
        updates.correct(entry.id, CorrectionAction.LINK, "999", "Linnea", "", NOW)


def test_a_correction_without_a_reason_is_refused(register: Register, updates: Updates) -> None:
    (entry, _), *_ = register.find_facts("hyrberoendet")
    with pytest.raises(RegisterError, match="skäl"):
        updates.correct(entry.id, CorrectionAction.CORRECT, "Någon annan", "Linnea", "", NOW)


def test_merged_assignments_are_one_and_can_be_parted_again(register: Register, updates: Updates) -> None:
    one, other = (each.id for each in register.assignments())
    updates.record_status_update(SaidStatus(other, State.GREEN, "", "Linnea", NOW, "grön"), key="1")
    link = updates.merge_assignments(other, one, "Linnea", "samma uppdrag", NOW)
    merged = register.assignment(other)
    assert merged is not None
    assert merged.id == one
    assert [each.id for each in register.assignments()] == [one]
    assert len(register.status_history(one)) == 1
    assert len(register.facts_of_assignment(one, {"role"})) == 2
    updates.undo_merge(link, "Linnea", "två uppdrag", NOW)
    assert len(register.assignments()) == 2
    assert register.status_history(one) == []


def test_finds_assignments_by_the_words_that_tell_them_apart(register: Register) -> None:
    assert [each.title for each, _ in register.find_assignments("kollektivtrafik")] == [
        "Bygg ut kollektivtrafiken i dalen"
    ]
    assert register.find_assignments("skolmat") == []


def test_vectors_follow_passages_and_leave_with_them(
    register: Register, ingest: Ingest, folder: Path, database: Database
) -> None:
    vectors = StoredVectors(database)
    waiting = vectors.missing("e5", 100)
    assert vectors.waiting("e5") == len(waiting) == 16
    vectors.save("e5", {entry.id: b"\x00\x00\x80?" for entry in waiting} | {"gone": b"\x00\x00\x80?"})
    vectors.save("e5", {waiting[0].id: b"\x00\x00\x00@"})
    assert vectors.load("e5", [waiting[0].id, "gone"]) == {waiting[0].id: b"\x00\x00\x00@"}
    assert vectors.waiting("e5") == 0
    assert vectors.waiting("other") == 16
    (folder / "vasterdal.txt").unlink()
    ingest.index([folder])
    assert {organisation for _, organisation in vectors.held("e5")} == {"Region Sjöland"}
    assert len(vectors.held("e5")) == register.counts().passages


def test_times_are_kept_in_utc_and_a_time_without_zone_is_refused(
    register: Register, updates: Updates
) -> None:
    (assignment, *_) = register.assignments()
    stored = updates.record_status_update(
        SaidStatus(
            assignment.id, State.RED, "", "Linnea", datetime.fromisoformat("2026-11-23T10:00+01:00"), "röd"
        ),
        key="tid",
    )
    assert stored.at == NOW
    assert stored.at.tzinfo is not None
    with pytest.raises((RegisterError, ValueError)):
        updates.record_status_update(
            SaidStatus(assignment.id, State.RED, "", "Linnea", datetime(2026, 11, 23), "röd"),
            key="utan zon",
        )
