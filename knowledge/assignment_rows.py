"""Attach facts to assignments: the same assignment keeps its row when documents are read again or say it anew."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from knowledge.assignment_names import FRAME_WORDS, same_title, title_key
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


class AssignmentRows:
    """The assignments of one document's organisation, found or added inside the caller's transaction."""

    def __init__(
        self,
        connection: Connection,
        words: SwedishWords,
        profile: DocumentProfile,
        document_id: int,
        now: datetime,
    ) -> None:
        self._connection = connection
        self._words = words
        self._profile = profile
        self._now = now
        self._own = self._of_document(document_id)
        self._shared = self._of_organisation()

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
        return self._shared.get(key) if _tells_apart(key) else None

    def _find(self, key: str) -> int | None:
        if key in self._own:
            return self._own[key]
        if not _tells_apart(key):
            return None
        if key in self._shared:
            return self._shared[key]
        return next((number for known, number in self._shared.items() if same_title(key, known)), None)

    def _add(self, fact: AssignmentFact) -> int:
        values = {
            "title": fact.subject,
            "organisation": self._profile.organisation,
            "organisation_key": name_key(self._profile.organisation),
            "year": fact.year or self._profile.year,
            "created_at": self._now,
        }
        statement = insert(Assignment).values(**values).returning(Assignment.id)
        return int(self._connection.execute(statement).scalar_one())

    def _note_alias(self, number: int, wording: str, key: str) -> None:
        dialect = sqlite if self._connection.dialect.name == "sqlite" else postgresql
        self._connection.execute(
            dialect.insert(AssignmentAlias)
            .values(assignment_id=number, wording=wording, key=key)
            .on_conflict_do_nothing()
        )
        self._shared.setdefault(key, number)

    def _of_document(self, document_id: int) -> dict[str, int]:
        """Return the assignments that earlier versions of the document named, by title key."""
        statement = (
            select(FactRow.subject, FactRow.assignment_id)
            .join(DocumentVersion, DocumentVersion.id == FactRow.version_id)
            .where(
                DocumentVersion.document_id == document_id,
                FactRow.kind == "assignment",
                FactRow.assignment_id.is_not(None),
            )
            .order_by(FactRow.id)
        )
        return {
            title_key(row.subject, self._words): row.assignment_id
            for row in self._connection.execute(statement)
        }

    def _of_organisation(self) -> dict[str, int]:
        statement = (
            select(AssignmentAlias.key, AssignmentAlias.assignment_id)
            .join(Assignment, Assignment.id == AssignmentAlias.assignment_id)
            .where(Assignment.organisation_key == name_key(self._profile.organisation))
            .order_by(AssignmentAlias.id.desc())
        )
        return {row.key: row.assignment_id for row in self._connection.execute(statement)}


def _tells_apart(key: str) -> bool:
    return sum(term not in FRAME_WORDS and not term.isdigit() for term in key.split()) >= _FEWEST_TERMS
