"""Attach facts to assignments: the same assignment keeps its row when documents are read again or say it anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, literal_column, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import aliased

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
    select(FactRow.subject, FactRow.assignment_id, Assignment.organisation_key)
    .join(DocumentVersion, DocumentVersion.id == FactRow.version_id)
    .join(Assignment, Assignment.id == FactRow.assignment_id)
    .where(
        DocumentVersion.document_id == bindparam("document"),
        FactRow.kind == "assignment",
        FactRow.assignment_id.is_not(None),
    )
    .order_by(FactRow.id)
)
_ADD = insert(Assignment).returning(Assignment.id)
_NAMED_ELSEWHERE = (
    select(FactRow.id)
    .join(DocumentVersion, DocumentVersion.id == FactRow.version_id)
    .where(
        FactRow.assignment_id == bindparam("assignment"),
        FactRow.valid_to.is_(None),
        DocumentVersion.document_id != bindparam("document"),
    )
    .limit(1)
)
_MOVE = (
    update(Assignment)
    .where(Assignment.id == bindparam("assignment"))
    .values(
        organisation=bindparam("name"),
        organisation_key=bindparam("name_key"),
        moved=select(func.max(aliased(Assignment).moved) + 1).scalar_subquery(),
    )
)
FIND_WAITING = (
    update(FactRow)
    .where(
        FactRow.waits_for == bindparam("title"),
        FactRow.waits_for
        != literal_column("''"),  # said again, or SQLite does not see that its partial index holds them
        FactRow.version_id.in_(
            select(DocumentVersion.id).where(
                DocumentVersion.organisation_key == bindparam("of"), DocumentVersion.valid_to.is_(None)
            )
        ),
    )
    .values(assignment_id=bindparam("assignment"), waits_for="")
)
_NOTE = {
    name: dialect.insert(AssignmentAlias).on_conflict_do_nothing()
    for name, dialect in (("sqlite", sqlite), ("postgresql", postgresql))
}


@dataclass(frozen=True, slots=True)
class Attached:
    """The assignment that a fact is of; without one, the title that it `waits_for`, empty when it waits for none."""

    number: int | None
    waits_for: str = ""


class KnownAssignments:
    """The wordings in the register by organisation, read on from where the last document's reading ended.

    Wordings are only ever added, and only what was committed is kept here; when an assignment has moved to another
    organisation, all is read again.
    """

    def __init__(self) -> None:
        self._newest = 0
        self._of: dict[str, KnownTitles] = {}

    def forget(self) -> None:
        """Read all wordings anew the next time."""
        self._newest = 0
        self._of.clear()

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
        self._shared = shared
        self._added = KnownTitles()
        self.has_moved = False
        self._document = known_as
        self._elsewhere = KnownTitles()
        self._own = self._of_document(known_as) if known_as is not None else {}

    def attach(self, facts: Sequence[Fact]) -> list[Attached]:
        """Return each fact's assignment, in order; an assignment that nobody has named before is added.

        Facts of documents that were read earlier, and that are about what this one names first, are attached too.
        """
        for fact in facts:
            if isinstance(fact, AssignmentFact) and fact.subject.strip():
                self._named(fact)
        return [self._of(fact) for fact in facts]

    def _named(self, fact: AssignmentFact) -> None:
        key = title_key(fact.subject, self._words)
        number = self._find(key)
        if number is None:
            number = self._moved(key)
        if number is None:
            number = self._add(fact)
        self._note_alias(number, fact.subject, key)
        self._own[key] = number

    def _of(self, fact: Fact) -> Attached:
        if isinstance(fact, _NEVER_OF_AN_ASSIGNMENT) or not fact.subject.strip():
            return Attached(None)
        key = title_key(fact.subject, self._words)
        if key in self._own:
            return Attached(self._own[key])
        if isinstance(fact, MatterFact | DecisionFact) and len(key.split()) <= _FEWEST_TERMS:
            return Attached(None)  # a paragraph called "Ekonomi" is no news of an assignment of that name
        if not _tells_apart(key):
            return Attached(None)
        number = self._shared.same(key)
        return Attached(number, "" if number is not None else key)

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
        if self._shared.same(key) is None:
            of = name_key(self._profile.organisation)
            self._connection.execute(FIND_WAITING, {"title": key, "of": of, "assignment": number})

    def _of_document(self, document_id: int) -> dict[str, int]:
        """Return the assignments that earlier versions of the document named, by title key.

        Those of another organisation, which the document was taken for then, are kept aside.
        """
        own: dict[str, int] = {}
        for row in self._connection.execute(_OF_DOCUMENT, {"document": document_id}):
            key = title_key(row.subject, self._words)
            if row.organisation_key == name_key(self._profile.organisation):
                own[key] = row.assignment_id
            else:
                self._elsewhere.add(key, row.assignment_id)
        return own

    def _moved(self, key: str) -> int | None:
        """Move an assignment along with its document to another organisation, when no other document is about it."""
        number = self._elsewhere.nearest(key)
        if number is None or self._document is None:
            return None
        named = {"assignment": number, "document": self._document}
        if self._connection.execute(_NAMED_ELSEWHERE, named).first() is not None:
            return None
        name = self._profile.organisation
        self._connection.execute(_MOVE, {"assignment": number, "name": name, "name_key": name_key(name)})
        self.has_moved = True
        return number


def _tells_apart(key: str) -> bool:
    return sum(term not in FRAME_WORDS and not term.isdigit() for term in key.split()) >= _FEWEST_TERMS
