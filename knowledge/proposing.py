"""Facts that a language model proposes where the rules found none: kept only when their words stand in the document.

Runs after documents are in the register and never holds them up: without a model nothing here happens, and a model
that fails or is slow costs its own proposals alone.
"""

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from knowledge.blocks import Span
from knowledge.document_writing import DocumentWriter
from knowledge.documents import DocumentKind
from knowledge.errors import ProposalError
from knowledge.facts import DeadlineFact, DecisionFact, Fact, Role, RoleFact, Standing
from knowledge.model_readings import Asked, ModelReadings, StandingVersion
from knowledge.parsing.swedish_dates import find_dates

SECONDS = 1_800.0  # of one run; the next goes on from there
MOST_FAILURES = 3  # in a row, before the model is left alone
EXCERPT = 8_000  # characters that are read to the model at once
MOST_EXCERPTS = 6
LONGEST_QUOTE = 600
_SHORTEST_QUOTE = 12
_ROLE_WORDS = {Role.OWNER: "ägare", Role.LEADER: "led", Role.RESPONSIBLE: "ansvar"}
_DECIDED = re.compile(r"\bbeslut(?:ar|ade|at|ades|as)\b", re.IGNORECASE)
_PROPOSED = re.compile(r"\bför(?:e)?sl(?:å|ag)", re.IGNORECASE)
_log = logging.getLogger(__name__)


class ProposedKind(StrEnum):
    """What may be proposed."""

    ROLE = "role"
    DEADLINE = "deadline"
    DECISION = "decision"


_BY_RULES = {  # a document that has any of these facts needs no proposals of the kind
    ProposedKind.ROLE: {"role"},
    ProposedKind.DEADLINE: {"deadline", "decision_point", "activity"},
    ProposedKind.DECISION: {"decision"},
}
_EXPECTED = {
    DocumentKind.DIRECTIVE: (ProposedKind.ROLE, ProposedKind.DEADLINE),
    DocumentKind.BOARD_PLAN: (ProposedKind.ROLE, ProposedKind.DEADLINE),
    DocumentKind.MINUTES: (ProposedKind.DECISION, ProposedKind.DEADLINE),
    DocumentKind.MEETING_SUMMARY: (ProposedKind.DECISION,),
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a model says that a document says, with the words it says so in.

    `value` is who holds the role, what is due, or what was decided; `due` the date as written.
    """

    kind: ProposedKind
    subject: str
    value: str
    quote: str
    role: Role | None = None
    due: str = ""


class FactProposer(Protocol):
    """A language model that reads an excerpt; `name` and `prompt` tell which, and by which words it is asked."""

    @property
    def name(self) -> str:
        """The model's name."""

    @property
    def prompt(self) -> str:
        """What changes when the words of the prompt do."""

    def propose(self, title: str, excerpt: str, kinds: Sequence[ProposedKind]) -> Sequence[Proposal]:
        """Return what the excerpt says of these kinds; raise ProposalError when the model does not answer in time."""


@dataclass(frozen=True, slots=True)
class ProposingSummary:
    """What a run did: documents asked of, facts kept, proposals whose words did not stand in the document."""

    documents: int = 0
    kept: int = 0
    refused: int = 0
    failures: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Proposing:
    """Asks a model of the documents in which the rules found nothing of a kind that they should hold."""

    readings: ModelReadings
    writer: DocumentWriter
    proposer: FactProposer
    now: Callable[[], datetime]
    clock: Callable[[], float]

    def run(self, seconds: float = SECONDS) -> ProposingSummary:
        """Ask until every document was asked of, time is up, or the model fails again and again."""
        asked = Asked(self.proposer.name, self.proposer.prompt)
        waiting = self.readings.waiting(asked, _EXPECTED)
        until = self.clock() + seconds
        documents = kept = refused = failures = in_a_row = 0
        for number, version_id in enumerate(waiting):
            if in_a_row >= MOST_FAILURES or self.clock() > until:
                return ProposingSummary(documents, kept, refused, failures, len(waiting) - number)
            version = self.readings.version(version_id)
            if version is None:
                continue
            try:
                proposals = self._proposals(version)
            except ProposalError as error:
                _log.warning("no proposals for %s: %s", version.profile.title, error)
                self.writer.add_proposals(
                    version, (), Asked(asked.model, asked.prompt, is_done=False), self.now()
                )
                failures, in_a_row = failures + 1, in_a_row + 1
                continue
            facts = tuple(facts_in(proposals, version))
            self.writer.add_proposals(version, facts, asked, self.now())
            in_a_row, documents = 0, documents + 1
            kept, refused = kept + len(facts), refused + len(proposals) - len(facts)
        return ProposingSummary(documents, kept, refused, failures)

    def _proposals(self, version: StandingVersion) -> list[Proposal]:
        missing = missing_kinds(version)
        if not missing:
            return []
        return [
            proposal
            for excerpt in excerpts(version.document.text)
            for proposal in self.proposer.propose(version.profile.title, excerpt, missing)
            if proposal.kind in missing
        ]


def missing_kinds(version: StandingVersion) -> tuple[ProposedKind, ...]:
    """Return what a document of its kind should hold and the rules did not find."""
    expected = _EXPECTED.get(version.profile.kind, ())
    return tuple(kind for kind in expected if version.kinds.isdisjoint(_BY_RULES[kind]))


def excerpts(text: str) -> Iterator[str]:
    """Yield the beginning of a text in parts that end where a line does."""
    start = 0
    for _ in range(MOST_EXCERPTS):
        if start >= len(text):
            return
        end = text.rfind("\n", start, start + EXCERPT) if start + EXCERPT < len(text) else len(text)
        end = end if end > start else start + EXCERPT
        if text[start:end].strip():
            yield text[start:end]
        start = end


def facts_in(proposals: Iterable[Proposal], version: StandingVersion) -> Iterator[Fact]:
    """Yield the proposals that the document's own words bear out, each once."""
    yield from dict.fromkeys(
        fact for proposal in proposals if (fact := fact_of(proposal, version)) is not None
    )


def fact_of(proposal: Proposal, version: StandingVersion) -> Fact | None:
    """Return a proposal as a fact; nothing unless every word of it stands in its quote, and the quote in the document."""
    text, profile = version.document.text, version.profile
    span = place_of(proposal.quote, text)
    if span is None:
        return None
    words, value = _tidy(span.quote(text)), _tidy(proposal.value)
    subject = _tidy(proposal.subject)
    if not subject or place_of(subject, text, shortest=1) is None:
        subject = profile.title
    if not value or value not in words:
        return None
    match proposal.kind:
        case ProposedKind.ROLE:
            named = _ROLE_WORDS.get(proposal.role) if proposal.role else None
            if proposal.role is None or named is None or named not in words.casefold():
                return None
            return RoleFact(span=span, subject=subject, role=proposal.role, holder=value)
        case ProposedKind.DEADLINE:
            due = _tidy(proposal.due)
            dates = find_dates(due, profile.year) if due and due in words else ()
            if len(dates) != 1:
                return None
            return DeadlineFact(span=span, subject=subject, label=value, due=dates[0].when)
        case ProposedKind.DECISION:
            if not _DECIDED.search(words) or _PROPOSED.search(words):
                return None
            return DecisionFact(
                span=span,
                subject=subject,
                text=value,
                standing=Standing.DECIDED,
                board=profile.board,
                meeting_date=profile.date,
            )


def place_of(quote: str, text: str, *, shortest: int = _SHORTEST_QUOTE) -> Span | None:
    """Return where a quote stands in a text word for word, whatever white space lies between the words."""
    words = quote.split()
    if not shortest <= len(" ".join(words)) <= LONGEST_QUOTE:
        return None
    found = re.search(r"\s+".join(map(re.escape, words)), text)
    return Span(found.start(), found.end()) if found else None


def _tidy(words: str) -> str:
    return " ".join(words.split())
