"""Attach facts to assignments: the same assignment keeps its row when documents are read again or say it anew."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from knowledge.assignment_names import FRAME_WORDS, KnownTitles, title_key
from knowledge.documents import DocumentProfile
from knowledge.facts import (
    AbbreviationFact,
    AssignmentFact,
    DecisionFact,
    Fact,
    IndicatorFact,
    MatterFact,
    MeetingFact,
)
from knowledge.models import Assignment, AssignmentAlias, DocumentVersion
from knowledge.models import Fact as FactRow
from knowledge.scope import name_key
from knowledge.swedish_words import SwedishWords

_NEVER_OF_AN_ASSIGNMENT = (AbbreviationFact, IndicatorFact, MeetingFact)
_FEWEST_TERMS = 2  # of a title that can tell an assignment from others in another document


_ALIASES = (
    select(
        AssignmentAlias.id, AssignmentAlias.key, AssignmentAlias.assignment_id, Assignment.organisation_key
    )
    .join(Assignment, Assignment.id == AssignmentAlias.assignment_id)
    .where(AssignmentAlias.id > bindparam("after"))
    .order_by(AssignmentAlias.id)
)
_OF_DOCUMENT = (
    select(FactRow.subject, FactRow.assignment_id)
    .join(DocumentVersion, DocumentVersion.id == FactRow.version_id)
    .where(
        DocumentVersion.document_id == bindparam("document"),
        FactRow.kind == "assignment",
        FactRow.assignment_id.is_not(None),
    )
    .order_by(FactRow.id)
)
_ADD = insert(Assignment).returning(Assignment.id)
_NOTE = {
    name: dialect.insert(AssignmentAlias).on_conflict_do_nothing()
    for name, dialect in (("sqlite", sqlite), ("postgresql", postgresql))
}


class KnownAssignments:
    """The wordings in the register by organisation, read on from where the last document's reading ended.

    Wordings are only ever added, and only what was committed is kept here.
    """

    def __init__(self) -> None:
        self._newest = 0
        self._of: dict[str, KnownTitles] = {}

    def of(self, connection: Connection, organisation: str) -> KnownTitles:
        """Return the wordings of an organisation; a transaction reads them before it adds any."""
        for row in connection.execute(_ALIASES, {"after": self._newest}):
            self._of.setdefault(row.organisation_key, KnownTitles()).add(row.key, row.assignment_id)
            self._newest = row.id
        return self._of.setdefault(organisation, KnownTitles())


class AssignmentRows:
    """The assignments of one document's organisation, found or added inside the caller's transaction."""

    def __init__(
        self,
        connection: Connection,
        words: SwedishWords,
        profile: DocumentProfile,
        known_as: int | None,
        shared: KnownTitles,
        now: datetime,
    ) -> None:
        """Take the document's id when it is `known_as` one already, and its organisation's `shared` wordings."""
        self._connection = connection
        self._words = words
        self._profile = profile
        self._now = now
        self._own = self._of_document(known_as) if known_as is not None else {}
        self._shared = shared
        self._added = KnownTitles()

    def attach(self, facts: Sequence[Fact]) -> list[int | None]:
        """Return each fact's assignment, in order; an assignment that nobody has named before is added."""
        for fact in facts:
            if isinstance(fact, AssignmentFact) and fact.subject.strip():
                self._named(fact)
        return [self._of(fact) for fact in facts]

    def _named(self, fact: AssignmentFact) -> None:
        key = title_key(fact.subject, self._words)
        number = self._find(key)
        if number is None:
            number = self._add(fact)
        self._note_alias(number, fact.subject, key)
        self._own[key] = number

    def _of(self, fact: Fact) -> int | None:
        if isinstance(fact, _NEVER_OF_AN_ASSIGNMENT) or not fact.subject.strip():
            return None
        key = title_key(fact.subject, self._words)
        if key in self._own:
            return self._own[key]
        if isinstance(fact, MatterFact | DecisionFact) and len(key.split()) <= _FEWEST_TERMS:
            return None  # a paragraph called "Ekonomi" is no news of an assignment of that name
        return self._shared.same(key) if _tells_apart(key) else None

    def _find(self, key: str) -> int | None:
        if key in self._own:
            return self._own[key]
        if not _tells_apart(key):
            return None
        return self._shared.nearest(key) or self._added.nearest(key)

    def _add(self, fact: AssignmentFact) -> int:
        values = {
            "title": fact.subject,
            "organisation": self._profile.organisation,
            "organisation_key": name_key(self._profile.organisation),
            "year": fact.year or self._profile.year,
            "created_at": self._now,
        }
        return int(self._connection.execute(_ADD, values).scalar_one())

    def _note_alias(self, number: int, wording: str, key: str) -> None:
        values = {"assignment_id": number, "wording": wording, "key": key}
        self._connection.execute(_NOTE[self._connection.dialect.name], values)
        self._added.add(key, number)

    def _of_document(self, document_id: int) -> dict[str, int]:
        """Return the assignments that earlier versions of the document named, by title key."""
        found = self._connection.execute(_OF_DOCUMENT, {"document": document_id})
        return {title_key(row.subject, self._words): row.assignment_id for row in found}


def _tells_apart(key: str) -> bool:
    return sum(term not in FRAME_WORDS and not term.isdigit() for term in key.split()) >= _FEWEST_TERMS
