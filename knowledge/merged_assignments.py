"""Assignments that were merged are one; and what each goes by, where some of its wordings are hidden."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, select

from knowledge.assignment_names import NamedAssignment
from knowledge.entries import AssignmentEntry
from knowledge.models import Assignment, AssignmentAlias, AssignmentLink


def standing_assignment(connection: Connection, assignment_id: int) -> int:
    """Return the assignment that one was merged into, or itself."""
    return followed(merges_of(connection), assignment_id)


def followed(merges: Mapping[int, int], assignment_id: int) -> int:
    """Return where merges lead from an assignment."""
    seen = {assignment_id}
    while (assignment_id := merges.get(assignment_id, assignment_id)) not in seen:
        seen.add(assignment_id)
    return assignment_id


def merged_into(connection: Connection, assignment_id: int) -> set[int]:
    """Return the assignment with all that were merged into it."""
    into = merges_of(connection)
    found = {assignment_id}
    while more := {one for one, other in into.items() if other in found} - found:
        found |= more
    return found


def merges_of(connection: Connection) -> dict[int, int]:
    """Return what was merged into what and not undone."""
    rows = connection.execute(select(AssignmentLink).order_by(AssignmentLink.id)).all()
    undone = {row.undoes_id for row in rows if row.undoes_id is not None}
    return {row.from_id: row.to_id for row in rows if row.relation == "merged_into" and row.id not in undone}


def named_assignments(connection: Connection, unnamed: Collection[tuple[int, str]]) -> list[NamedAssignment]:
    """Return the assignments by the wordings that are not among the `unnamed`; one that has no other is left out."""
    merges = merges_of(connection)
    aliases: dict[int, list[str]] = {}
    for alias in connection.execute(select(AssignmentAlias).order_by(AssignmentAlias.id)):
        if (alias.assignment_id, alias.wording) not in unnamed:
            aliases.setdefault(followed(merges, alias.assignment_id), []).append(alias.wording)
    named = []
    for row in connection.execute(select(Assignment).where(Assignment.id.not_in(merges))):
        own = () if (row.id, row.title) in unnamed else (row.title,)
        wordings = list(dict.fromkeys((*own, *aliases.get(row.id, ()))))
        if wordings:
            entry = AssignmentEntry(row.id, wordings[0], row.organisation, tuple(wordings[1:]), row.year)
            named.append(NamedAssignment(entry, row.organisation_key))
    return named
