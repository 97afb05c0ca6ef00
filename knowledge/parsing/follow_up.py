"""Follow-ups: outcomes per period, how goals and assignments went, and what auditors recommend."""

import re
from collections.abc import Iterator

from knowledge.blocks import ReadDocument
from knowledge.documents import DocumentProfile
from knowledge.facts import AssignmentFact, Fact, FocusFact
from knowledge.parsing.budget import read_amounts
from knowledge.parsing.directed_assignments import directed_assignments, prose_assignments
from knowledge.parsing.goals import read_goals
from knowledge.parsing.government_assignment import calendar_of
from knowledge.parsing.indicators import read_indicators
from knowledge.parsing.recommendations import read_recommendations
from knowledge.parsing.tables import Table, tables_of

_ASSIGNMENTS = re.compile(r"uppdrag|åtgärd|insats|aktivitet|beslut", re.IGNORECASE)
_REMARKS = re.compile(r"kommentar|status|uppföljning|läge|bedömning|analys|resultat", re.IGNORECASE)
_LONGEST_TITLE = 420


def read_follow_up(document: ReadDocument, profile: DocumentProfile) -> tuple[Fact, ...]:
    """Return the facts of an interim report, a follow-up or an audit report."""
    facts: list[Fact] = [*read_goals(document), *read_indicators(document)]
    facts.extend(directed_assignments(document, profile.year))
    for table in tables_of(document.blocks):
        facts.extend(_reported_assignments(table, profile.year))
    facts.extend(prose_assignments(document, profile.year, calendar_of(profile, document)))
    facts.extend(read_recommendations(document))
    facts.extend(read_amounts(document))
    return tuple(dict.fromkeys(facts))


def _reported_assignments(table: Table, year: int | None) -> Iterator[AssignmentFact | FocusFact]:
    """Yield the rows of "Centrala uppdrag | Kommentar": the assignment, and each remark on it."""
    what = next((n for n, name in enumerate(table.header) if _ASSIGNMENTS.search(name)), None)
    remarks = [n for n, name in enumerate(table.header) if n != what and _REMARKS.search(name)]
    if what is None or not remarks:
        return
    for row in table.rows:
        title = row.cells[what] if what < len(row.cells) else ""
        if not 3 < len(title) <= _LONGEST_TITLE:
            continue
        yield AssignmentFact(
            span=row.span, subject=title, section=table.section, header_span=table.header_span, year=year
        )
        for number in remarks:
            if number < len(row.cells) and row.cells[number]:
                yield FocusFact(
                    span=row.span,
                    subject=title,
                    section=table.section,
                    header_span=table.header_span,
                    label=table.header[number],
                    text=row.cells[number],
                )
