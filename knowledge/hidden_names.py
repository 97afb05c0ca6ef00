"""Names of assignments that only hidden documents give: they are as secret as the documents."""

from sqlalchemy import ColumnElement, Connection, Select, select

from knowledge.assignment_names import title_key
from knowledge.models import DocumentVersion, Fact
from knowledge.scope import Scope, hidden_documents
from knowledge.swedish_words import SwedishWords


def hidden_from(connection: Connection, scope: Scope) -> tuple[int, ...]:
    """Return the documents that a scope may not see for their limits, by id."""
    if scope.sees_limited:
        return ()
    return tuple(sorted(connection.execute(hidden_documents(scope.places)).scalars()))


def hidden_names(connection: Connection, scope: Scope, words: SwedishWords) -> set[tuple[int, str]]:
    """Return assignments with those of their wordings that no document in sight has, in any of its versions."""
    if not hidden_from(connection, scope):
        return set()
    is_hidden = DocumentVersion.document_id.in_(hidden_documents(scope.places))
    told = {(row.assignment_id, row.subject) for row in connection.execute(_names(is_hidden))}
    numbers = _names(is_hidden).with_only_columns(Fact.assignment_id).correlate(None)
    open_names = connection.execute(_names(~is_hidden, Fact.assignment_id.in_(numbers)))
    known = {(row.assignment_id, title_key(row.subject, words)) for row in open_names}
    return {(number, wording) for number, wording in told if (number, title_key(wording, words)) not in known}


def _names(*conditions: ColumnElement[bool]) -> Select[int | None, str]:
    return (
        select(Fact.assignment_id, Fact.subject)
        .join(DocumentVersion, DocumentVersion.id == Fact.version_id)
        .where(Fact.kind == "assignment", Fact.assignment_id.is_not(None), *conditions)
    )
