"""Claims about limited documents, on both databases: no read that says nothing of where it leads sees them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.blocks import Span
from knowledge.database import Database
from knowledge.document_writing import DocumentWriter
from knowledge.documents import DocumentKind
from knowledge.entries import State
from knowledge.ingest import Ingest
from knowledge.limits import Limits, kept, places_of
from knowledge.model_readings import Asked, ModelReadings
from knowledge.passage_search import PassageSearch
from knowledge.register import Register
from knowledge.scope import Scope
from knowledge.swedish_words import SwedishWords
from knowledge.updates import SaidStatus, Updates
from tests import reading_fakes as fakes
from tests.builders import NOW

CHANNEL = "C0LEDNING01"
GROUP = "S0LEDNING01"
SECRET = "kvadratfjäril"
OPEN = """# Direktiv om hyrberoende
organisation: Region Sjöland
date: 2026-05-04
§ assignment: Minska hyrberoendet i vården
§ owner: Minska hyrberoendet i vården = Regiondirektören
"""
HIDDEN = f"""# Underlag om {SECRET}
organisation: Region Sjöland
date: 2026-06-04
§ assignment: Avveckla {SECRET} i Klarvik
§ owner: Avveckla {SECRET} i Klarvik = Chefen för {SECRET}
§ point 2026-12-15: Avveckla {SECRET} i Klarvik = BP2 {SECRET}
Ingen vet än att {SECRET} ska avvecklas.
"""
HERE = Scope(places=(CHANNEL,))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    hidden = tmp_path / "ledning"
    hidden.mkdir()
    (tmp_path / "open.txt").write_text(OPEN, encoding="utf-8")
    (hidden / "hidden.txt").write_text(HIDDEN, encoding="utf-8")
    return tmp_path


@pytest.fixture
def ingest(database: Database, words: SwedishWords) -> Ingest:
    return fakes.an_ingest(database, words)


def told(register: Register, scope: Scope, numbers: tuple[int, int, int, int]) -> Iterator[object]:
    """Yield what every read of the register hands out in a scope."""
    document, version, fact, assignment = numbers
    search = PassageSearch(register.database, register.words)
    passages = [each for each, _ in search.search(f"{SECRET} hyrberoende", scope)]
    yield register.find_facts(f"{SECRET} hyrberoende", (), scope)
    yield register.facts_of(document, (), scope)
    yield register.facts_of_assignment(assignment, (), scope)
    yield register.facts_with(("assignment", "role", "decision_point"), scope)
    yield register.fact(fact, scope)
    yield register.documents(scope)
    yield register.document(document, scope)
    yield register.document("hidden.txt", scope)
    yield register.text_of(version, scope)
    yield passages
    yield search.get(_all_passages(register), scope)
    yield register.passages(_all_passages(register), scope)
    yield register.passages_near(document, Span(0, 400), scope)
    yield register.assignments(scope)
    yield register.assignment(assignment, scope)
    yield register.find_assignments(f"avveckla {SECRET} hyrberoendet", scope)
    yield register.status_updates(scope)
    yield register.latest_statuses(scope)
    yield register.status_history(assignment, scope)
    yield register.abbreviation(SECRET, scope)
    scoped = register.within(scope)
    yield scoped.find_facts(SECRET, (), 10)
    yield scoped.find_assignments(SECRET, 10)
    yield scoped.text_of(version)
    yield scoped.document(document)


def _all_passages(register: Register) -> list[str]:
    everything = Scope(sees_limited=True)
    return [each for each, _ in PassageSearch(register.database, register.words).search("i om", everything)]


def numbers_of(register: Register) -> tuple[int, int, int, int]:
    everything = Scope(sees_limited=True)
    document = register.document("hidden.txt", everything)
    assert document is not None
    fact = register.facts_of(document.id, ("role",), everything)[0]
    assert fact.assignment_id is not None
    return document.id, document.version_id, fact.id, fact.assignment_id


def test_a_limited_document_is_read_where_it_may_be_quoted_and_nowhere_else(
    database: Database, words: SwedishWords, ingest: Ingest, folder: Path
) -> None:
    limits = Limits(database)
    assert limits.set(folder / "ledning", (CHANNEL, GROUP)) == 0
    ingest.index([folder])
    register = Register(database, words)
    numbers = numbers_of(register)
    report = SaidStatus(numbers[3], State.RED, f"{SECRET} dröjer", "Anna Lind", NOW, "röd")
    Updates(database).record_status_update(report, key="k")
    for scope in (
        Scope(),
        Scope(organisation="Region Sjöland"),
        Scope(include_superseded=True),
        Scope(as_of=fakes.SteppingClock()().date()),
        Scope(places=("C0ANNAN0001", "S0ANNAN0001", "C0LEDNING", "%", "_" * 11)),
    ):
        for answer in told(register, scope, numbers):
            assert SECRET not in str(answer), scope
    for scope in (HERE, Scope(places=("C0ANNAN0001", GROUP)), Scope(sees_limited=True)):
        seen = str(list(told(register, scope, numbers)))
        assert f"Chefen för {SECRET}" in seen
        assert f"Avveckla {SECRET} i Klarvik" in seen
        assert f"{SECRET} dröjer" in seen
    assert limits.places() == {CHANNEL, GROUP}
    assert limits.all() == {folder / "ledning": (CHANNEL, GROUP)}


def test_a_limit_holds_for_what_was_read_before_and_for_every_version(
    database: Database, words: SwedishWords, ingest: Ingest, folder: Path
) -> None:
    ingest.index([folder])
    register, file = Register(database, words), folder / "ledning" / "hidden.txt"
    assert SECRET in str(register.assignments())
    file.write_text(HIDDEN + "Ny rad.\n", encoding="utf-8")
    ingest.index([folder])
    assert Limits(database).set(file, (CHANNEL,)) == 1
    numbers = numbers_of(register)
    for scope in (Scope(), Scope(include_superseded=True)):
        assert SECRET not in str(list(told(register, scope, numbers)))
    file.unlink()
    ingest.index([folder])
    file.write_text(HIDDEN, encoding="utf-8")
    ingest.index([folder])
    assert SECRET not in str(list(told(register, Scope(), numbers)))
    assert Limits(database).set(file, ()) == 1
    assert SECRET in str(register.assignments())
    assert not Limits(database).places()


@pytest.mark.parametrize("limited", ["ledning", "ledning/hidden.txt"])
def test_a_limit_follows_a_file_that_is_moved_and_can_be_lifted_there(
    database: Database, words: SwedishWords, ingest: Ingest, folder: Path, limited: str
) -> None:
    limits, register = Limits(database), Register(database, words)
    limits.set(folder / limited, (CHANNEL,))
    ingest.index([folder])
    moved = folder / "arkiv" / "nytt namn.txt"
    moved.parent.mkdir()
    (folder / "ledning" / "hidden.txt").rename(moved)
    ingest.index([folder])
    assert SECRET not in str(register.documents()) + str(register.assignments())
    assert SECRET in str(register.documents(HERE))
    assert limits.all()[moved] == (CHANNEL,)
    moved.write_text(HIDDEN + "Ny rad.\n", encoding="utf-8")
    ingest.index([folder])
    assert SECRET not in str(register.documents())
    limits.set(moved, ())
    assert SECRET in str(register.documents())
    again = replace(ingest, writer=DocumentWriter(database, words, "2"))
    again.index([folder])
    assert SECRET in str(register.documents())


def test_a_limit_stays_where_the_file_was_moved_to_a_place_with_its_own(
    database: Database, words: SwedishWords, ingest: Ingest, folder: Path
) -> None:
    limits, register = Limits(database), Register(database, words)
    limits.set(folder / "ledning", (CHANNEL,))
    limits.set(folder / "arkiv", (GROUP,))
    ingest.index([folder])
    (folder / "arkiv").mkdir()
    (folder / "ledning" / "hidden.txt").rename(folder / "arkiv" / "hidden.txt")
    ingest.index([folder])
    assert SECRET not in str(register.documents()) + str(register.documents(HERE))
    assert SECRET in str(register.documents(Scope(places=(GROUP,))))


def test_an_assignment_goes_by_the_name_that_an_open_document_gives_it(
    database: Database, words: SwedishWords, ingest: Ingest, folder: Path
) -> None:
    Limits(database).set(folder / "ledning", (CHANNEL,))
    ingest.index([folder / "ledning"])
    register = Register(database, words)
    number = numbers_of(register)[3]
    other = next(each for each in register.assignments(HERE) if each.id == number)
    assert SECRET in other.title
    assert register.assignments() == []
    ingest.index([folder])
    (named,) = register.assignments()
    at = Updates(database).merge_assignments(named.id, number, "Anna Lind", "samma", NOW)
    (merged,) = register.assignments()
    assert (merged.id, merged.title) == (number, "Minska hyrberoendet i vården")
    report = SaidStatus(number, State.RED, "dröjer", "Anna Lind", NOW, "röd")
    Updates(database).record_status_update(report, key="k")
    assert [each.assignment for each in register.status_history(number)] == ["Minska hyrberoendet i vården"]
    Updates(database).undo_merge(at, "Anna Lind", "fel", NOW)
    # an open document that names it makes it known
    (folder / "sent.txt").write_text(HIDDEN, encoding="utf-8")
    ingest.index([folder])
    assert f"Avveckla {SECRET} i Klarvik" in [each.title for each in register.assignments()]


def test_no_model_is_asked_of_a_limited_document(
    database: Database, words: SwedishWords, ingest: Ingest, folder: Path
) -> None:
    ingest.index([folder])
    readings, asked = ModelReadings(database), Asked("modell-1", "abc")
    assert len(readings.waiting(asked, list(DocumentKind))) == 2
    Limits(database).set(folder / "ledning", (CHANNEL,))
    (left,) = readings.waiting(asked, list(DocumentKind))
    assert left != numbers_of(Register(database, words))[1]
    assert readings.version(left) is not None
    assert readings.version(numbers_of(Register(database, words))[1]) is None


def test_the_nearest_limit_holds() -> None:
    held = {Path("/a"): ("C1",), Path("/a/b"): ("C2",), Path("/a/b/c.txt"): ("C3",)}
    assert places_of(Path("/a/x/y.txt"), held) == ("C1",)
    assert places_of(Path("/a/b/y.txt"), held) == ("C2",)
    assert places_of(Path("/a/b/c.txt"), held) == ("C3",)
    assert places_of(Path("/ab/c.txt"), held) == ()
    assert kept(()) == ""
    assert kept(("C2", "C1", "C2")) == " C1 C2 "
