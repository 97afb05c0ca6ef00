"""Whatever is written, removed and indexed, in any order and with a crash at any statement, the register ends the same.

A machine of Hypothesis changes a folder, indexes it, kills the indexing at some statement of the database, and reports
statuses. After each step: what the register held on a former day it still holds as of that day. At the end: it holds what a new
register of the same folder holds, grouped by the same assignments, and every status is where it was put.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import event

from knowledge.database import Database, open_database
from knowledge.document_writing import DocumentWriter
from knowledge.entries import State
from knowledge.register import EVERYTHING, Register
from knowledge.scope import Scope
from knowledge.swedish_words import SwedishWords, read_vocabulary
from knowledge.updates import SaidStatus, Updates
from tests import reading_fakes as fakes

WORDS = SwedishWords(read_vocabulary())
NAMES = ("a-direktiv.txt", "b-plan.txt", "c-protokoll.txt", "d-protokoll.txt")
# The same assignment in the wordings of several years, and another that only resembles it.
TITLES = (
    "Minska hyrberoendet i vården",
    "I vården: minska hyrberoendet",
    "Fortsätt minska hyrberoendet i vården",
    "Minska hyrberoendet i skolan",
)
ORGANISATIONS = ("Region Sjöland", "Region Västerdal")

Held = frozenset[tuple[str, str, str]]


class Killed(BaseException):
    """The process is gone: nothing of what runs may catch this."""


@st.composite
def documents(draw: st.DrawFn) -> str:
    title = draw(st.sampled_from(TITLES))
    lines = [
        f"# Handling {draw(st.integers(1, 3))}",
        f"organisation: {draw(st.sampled_from(ORGANISATIONS))}",
        f"date: 2026-0{draw(st.integers(1, 9))}-01",
        f"§ assignment: {title}",
        f"§ owner: {title} = {draw(st.sampled_from(('Regiondirektören', 'Ekonomidirektören')))}",
        f"§ decision 2026-10-2{draw(st.integers(0, 9))}: {title} = Uppdraget förlängs.",
    ]
    chosen = draw(st.lists(st.sampled_from(lines[3:]), unique=True, min_size=1))
    return "\n".join([*lines[:3], *chosen]) + "\n"


def opened(folder: Path, empty: Path) -> Database:
    shutil.copy(empty, folder / "kansli.db")
    return open_database(f"sqlite:///{folder / 'kansli.db'}")


def held(register: Register, scope: Scope = EVERYTHING) -> Held:
    return frozenset(
        (entry.document.name, entry.fact.kind, entry.source.quote) for entry in register.facts_with((), scope)
    )


def gathered(register: Register) -> set[Held]:
    """Return the facts of each assignment that has any."""
    groups = (register.facts_of_assignment(each.id) for each in register.assignments())
    return {
        frozenset((entry.document.name, entry.fact.kind, entry.source.quote) for entry in group)
        for group in groups
        if group
    }


@contextmanager
def killed_at(database: Database, statement: int) -> Iterator[None]:
    """Kill the process as it sends its so manyth statement."""
    sent = 0

    def count(*_: Any) -> None:
        nonlocal sent
        sent += 1
        if sent == statement:
            raise Killed

    event.listen(database.engine, "before_cursor_execute", count)
    try:
        yield
    finally:
        event.remove(database.engine, "before_cursor_execute", count)


class AnyOrder(RuleBasedStateMachine):
    """A folder, its register, and what the register held at the end of former days."""

    empty: Path

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.folder = self.place / "handlingar"
        self.folder.mkdir()
        self.database = opened(self.place, self.empty)
        self.register = Register(self.database, WORDS)
        self.ingest = fakes.an_ingest(self.database, WORDS)
        self.days: dict[date, Held] = {}
        self.statuses: dict[str, int] = {}

    def begin_a_day(self) -> date:
        clock = self.ingest.now
        assert isinstance(clock, fakes.SteppingClock)
        clock.time = clock.time.replace(hour=8) + timedelta(days=1)
        return clock.time.date()

    @initialize(text=documents())
    def begin(self, text: str) -> None:
        (self.folder / NAMES[0]).write_text(text, encoding="utf-8")

    @rule(name=st.sampled_from(NAMES), text=documents())
    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    @precondition(lambda self: len(list(self.folder.iterdir())) > 1)
    @rule(name=st.sampled_from(NAMES))
    def remove(self, name: str) -> None:
        (self.folder / name).unlink(missing_ok=True)
        if not any(self.folder.iterdir()):  # a folder that is empty withdraws nothing
            (self.folder / NAMES[0]).write_text("# Tom\n", encoding="utf-8")

    @rule()
    def index(self) -> None:
        day = self.begin_a_day()
        self.ingest.index([self.folder])
        self.days[day] = held(self.register)

    @rule(statement=st.integers(1, 120))
    def index_until_killed(self, statement: int) -> None:
        self.begin_a_day()
        try:
            with killed_at(self.database, statement):
                self.ingest.index([self.folder])
        except Killed:
            self.database.close()
            self.database = open_database(f"sqlite:///{self.place / 'kansli.db'}")
            self.register = Register(self.database, WORDS)
            self.ingest = replace(self.ingest, writer=DocumentWriter(self.database, WORDS, "1"))

    @rule(rules=st.sampled_from(("1", "2")))
    def change_the_rules(self, rules: str) -> None:
        """Documents are read anew when the grammars have changed."""
        self.ingest = replace(self.ingest, writer=DocumentWriter(self.database, WORDS, rules))

    @precondition(lambda self: bool(self.register.assignments()))
    @rule(which=st.integers(0, 20))
    def report(self, which: int) -> None:
        found = self.register.assignments()
        assignment = found[which % len(found)]
        key = f"status-{len(self.statuses)}"
        now = fakes.SteppingClock()()
        said = SaidStatus(assignment.id, State.GREEN, "det går", "Mia Ek", now, f"{assignment.title} grön")
        Updates(self.database).record_status_update(said, key=key)
        self.statuses[key] = assignment.id

    @invariant()
    def what_was_held_on_a_former_day_is_held_as_of_it(self) -> None:
        for day, facts in self.days.items():
            assert held(self.register, Scope(as_of=day)) == facts

    @invariant()
    def every_quote_stands_in_its_document(self) -> None:
        for entry in self.register.facts_with(()):
            text = self.register.text_of(entry.document.version_id)
            assert entry.source.span.quote(text) == entry.source.quote

    def teardown(self) -> None:
        try:
            self.index()
            with tempfile.TemporaryDirectory() as elsewhere:
                database = opened(Path(elsewhere), self.empty)
                fakes.an_ingest(database, WORDS).index([self.folder])
                fresh = Register(database, WORDS)
                assert held(self.register) == held(fresh)
                # of what only a former version named, a new register knows nothing
                named = gathered(fresh)
                known = frozenset().union(*named)
                assert {group & known for group in gathered(self.register)} - {frozenset()} == named
                database.close()
            told = [update for update in self.register.status_updates() if not update.withdrawn]
            assert len(told) == len(self.statuses)
            assert {update.assignment_id for update in told} == set(self.statuses.values())
        finally:
            self.database.close()
            shutil.rmtree(self.place)


@pytest.fixture(scope="module", autouse=True)
def empty_register(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("empty-register")
    open_database(f"sqlite:///{folder / 'kansli.db'}").close()
    AnyOrder.empty = folder / "kansli.db"


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=40, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck)
)
