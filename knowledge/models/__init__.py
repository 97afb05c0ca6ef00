"""The register's tables, by subject; `Base.metadata` is the one that every table of the project stands in."""

from knowledge.models.assignments import Assignment, AssignmentAlias, AssignmentLink
from knowledge.models.declarative import Base, UtcDateTime
from knowledge.models.documents import (
    Document,
    DocumentLimit,
    DocumentVersion,
    Passage,
    Vector,
    VocabularyTerm,
)
from knowledge.models.facts import Correction, Fact, ModelReading
from knowledge.models.holders import Holder
from knowledge.models.statuses import StatusUpdate, StatusWithdrawal

__all__ = [
    "Assignment",
    "AssignmentAlias",
    "AssignmentLink",
    "Base",
    "Correction",
    "Document",
    "DocumentLimit",
    "DocumentVersion",
    "Fact",
    "Holder",
    "ModelReading",
    "Passage",
    "StatusUpdate",
    "StatusWithdrawal",
    "UtcDateTime",
    "Vector",
    "VocabularyTerm",
]
