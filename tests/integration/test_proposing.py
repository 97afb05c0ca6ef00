"""Claims about facts that a language model proposes, on both databases; the model is a fake that says what it is told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from knowledge.blocks import ReadDocument
from knowledge.database import Database
from knowledge.document_writing import DocumentWriter
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.entries import CorrectionAction
from knowledge.errors import ProposalError
from knowledge.facts import Role
from knowledge.ingest import Ingest
from knowledge.model_readings import ModelReadings
from knowledge.proposing import Proposal, ProposedKind, Proposing
from knowledge.register import Register
from knowledge.swedish_words import SwedishWords
from knowledge.updates import Updates
from tests import reading_fakes as fakes

DIRECTIVE = """# Direktiv om hyrberoende
organisation: Region Sjöland
date: 2026-05-04
§ assignment: Minska hyrberoendet i vården
Det är regiondirektören som ansvarar för att hyrberoendet minskar.
En rapport om läget lämnas senast den 30 september 2026 till styrelsen.
"""
ROLE = Proposal(
    ProposedKind.ROLE,
    "Minska hyrberoendet i vården",
    "regiondirektören",
    "Det är regiondirektören som ansvarar för att\nhyrberoendet minskar.",
    Role.RESPONSIBLE,
)
DEADLINE = Proposal(
    ProposedKind.DEADLINE,
    "Minska hyrberoendet i vården",
    "En rapport om läget",
    "En rapport om läget lämnas senast den 30 september 2026 till styrelsen.",
    due="den 30 september 2026",
)


@dataclass
class FakeProposer:
    """Says what it is told of every excerpt, or fails."""

    said: Sequence[Proposal] = ()
    name: str = "modell-1"
    prompt: str = "abc"
    fails: bool = False
    asked: list[tuple[str, tuple[ProposedKind, ...]]] = field(default_factory=list)

    def propose(self, title: str, excerpt: str, kinds: Sequence[ProposedKind]) -> Sequence[Proposal]:
        self.asked.append((title, tuple(kinds)))
        if self.fails:
            raise ProposalError("no answer in time")
        return self.said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "direktiv.txt").write_text(DIRECTIVE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def ingest(database: Database, words: SwedishWords) -> Ingest:
    def recognise(document: ReadDocument, name: str) -> DocumentProfile:
        return replace(fakes.recognise(document, name), kind=DocumentKind.DIRECTIVE)

    return Ingest(
        writer=DocumentWriter(database, words, "1"),
        read=fakes.read,
        recognise=recognise,
        parsers={DocumentKind.DIRECTIVE: (fakes.parse,)},
        divide=fakes.divide,
        suffixes={".txt"},
        now=fakes.SteppingClock(),
    )


@pytest.fixture
def register(ingest: Ingest, folder: Path, database: Database, words: SwedishWords) -> Register:
    ingest.index([folder])
    return Register(database, words)


@pytest.fixture
def proposing(ingest: Ingest, database: Database) -> Callable[[FakeProposer], Proposing]:
    def by(proposer: FakeProposer, clock: Callable[[], float] = lambda: 0.0) -> Proposing:
        return Proposing(ModelReadings(database), ingest.writer, proposer, ingest.now, clock)

    return by


Make = Callable[..., Proposing]


def test_a_proposal_whose_words_stand_in_the_document_is_a_fact_marked_with_its_model(
    register: Register, proposing: Make
) -> None:
    summary = proposing(FakeProposer([ROLE, DEADLINE])).run()
    assert (summary.documents, summary.kept, summary.refused) == (1, 2, 0)
    (assignment,) = register.assignments()
    role, deadline = register.facts_of_assignment(assignment.id, {"role", "deadline"})
    assert role.source.quote == "Det är regiondirektören som ansvarar för att hyrberoendet minskar."
    assert (role.is_proposal, role.source.proposed_by) == (True, "modell-1")
    assert deadline.source.span.quote(register.text_of(deadline.document.version_id)) == DEADLINE.quote
    assert register.find_facts("vem ansvarar för hyrberoendet", {"role"})


@pytest.mark.parametrize(
    "changed",
    [
        {"quote": "Det är hälso- och sjukvårdsdirektören som ansvarar för att hyrberoendet minskar."},
        {"value": "Regiondirektör Eva Ek"},
        {"quote": "regiondirektören"},
        {"quote": ""},
        {"value": ""},
        {"role": Role.OWNER},
        {"role": None},
        {"quote": "En rapport om läget lämnas senast den 30 september 2026 till styrelsen."},
    ],
)
def test_a_proposal_with_a_word_that_is_not_in_its_place_is_refused(
    register: Register, proposing: Make, changed: dict[str, object]
) -> None:
    summary = proposing(FakeProposer([replace(ROLE, **changed)])).run()
    assert (summary.kept, summary.refused) == (0, 1)
    assert register.facts_with({"role"}) == []


@pytest.mark.parametrize("due", ["", "den 30 oktober 2026", "september", "snart", "läget"])
def test_a_deadline_whose_date_is_not_written_is_refused(
    register: Register, proposing: Make, due: str
) -> None:
    assert proposing(FakeProposer([replace(DEADLINE, due=due)])).run().kept == (due == "september")
    assert len(register.facts_with({"deadline"})) == (due == "september")


def test_what_is_only_proposed_is_never_taken_as_decided(proposing: Make, register: Register) -> None:
    said = Proposal(ProposedKind.DECISION, "", "hyrberoendet minskar", ROLE.quote)
    assert proposing(FakeProposer([said])).run().kept == 0
    assert register.facts_with({"decision"}) == []


def test_a_kind_that_the_rules_found_is_not_asked_for(
    folder: Path, ingest: Ingest, register: Register, proposing: Make
) -> None:
    owned = DIRECTIVE + "§ owner: Minska hyrberoendet i vården = Regiondirektören\n"
    (folder / "direktiv.txt").write_text(owned, encoding="utf-8")
    ingest.index([folder])
    proposer = FakeProposer([ROLE])
    assert proposing(proposer).run().kept == 0
    assert [kinds for _, kinds in proposer.asked] == [(ProposedKind.DEADLINE,)]
    assert [entry.is_proposal for entry in register.facts_with({"role"})] == [False]


def test_each_document_is_asked_of_once_and_again_when_it_or_the_prompt_has_changed(
    folder: Path, ingest: Ingest, register: Register, proposing: Make
) -> None:
    proposer = FakeProposer([ROLE])
    proposing(proposer).run()
    proposing(proposer).run()
    assert len(proposer.asked) == 1
    (folder / "direktiv.txt").write_text("Ny första rad.\n" + DIRECTIVE, encoding="utf-8")
    ingest.index([folder])
    assert register.facts_with({"role"}) == []
    proposing(proposer).run()
    proposing(FakeProposer([ROLE], prompt="annan")).run()
    assert len(proposer.asked) == 2
    assert {entry.source.quote for entry in register.facts_with({"role"})} == {" ".join(ROLE.quote.split())}


def test_a_confirmed_proposal_stays_confirmed_when_the_document_is_read_again(
    folder: Path, ingest: Ingest, register: Register, proposing: Make, database: Database
) -> None:
    proposing(FakeProposer([ROLE])).run()
    (entry,) = register.facts_with({"role"})
    Updates(database).correct(entry.id, CorrectionAction.CONFIRM, "", "Maja Ek", "", ingest.now())
    (folder / "direktiv.txt").write_text("Ny första rad.\n" + DIRECTIVE, encoding="utf-8")
    ingest.index([folder])
    proposing(FakeProposer([ROLE])).run()
    (again,) = register.facts_with({"role"})
    assert again.correction is not None
    assert again.correction.author == "Maja Ek"


def test_a_model_that_fails_changes_nothing_and_the_document_is_asked_of_next_time(
    register: Register, proposing: Make
) -> None:
    before = register.counts()
    summary = proposing(FakeProposer([ROLE], fails=True)).run()
    assert (summary.failures, summary.kept, register.counts()) == (1, 0, before)
    assert proposing(FakeProposer([ROLE])).run().kept == 1


def test_a_model_that_fails_again_and_again_is_left_alone(
    folder: Path, ingest: Ingest, register: Register, proposing: Make
) -> None:
    for number in range(6):
        (folder / f"direktiv{number}.txt").write_text(DIRECTIVE + f"Bilaga {number}.\n", encoding="utf-8")
    ingest.index([folder])
    proposer = FakeProposer(fails=True)
    summary = proposing(proposer).run()
    assert (len(proposer.asked), summary.waiting) == (3, 4)


def test_when_time_is_up_the_rest_waits_for_the_next_run(
    folder: Path, ingest: Ingest, register: Register, proposing: Make
) -> None:
    (folder / "ett-till.txt").write_text(DIRECTIVE + "Bilaga.\n", encoding="utf-8")
    ingest.index([folder])
    times = iter([0.0, 0.0, 99.0])
    summary = proposing(FakeProposer([ROLE]), lambda: next(times)).run(seconds=50)
    assert (summary.documents, summary.waiting) == (1, 1)
    assert proposing(FakeProposer([ROLE])).run().documents == 1
