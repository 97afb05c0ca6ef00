"""Follow-ups: outcomes per period, how goals and assignments went, and what auditors recommend."""

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.blocks import Block, BlockKind, ReadDocument, Section
from knowledge.documents import DocumentProfile
from knowledge.facts import AssignmentFact, DeadlineFact, Fact, FocusFact, RoleFact
from knowledge.parsing.budget import read_amounts
from knowledge.parsing.directed_assignments import directed_assignments, prose_assignments
from knowledge.parsing.figure_tables import figure_rows
from knowledge.parsing.further_deadlines import further_deadlines
from knowledge.parsing.goals import read_goals
from knowledge.parsing.government_assignment import calendar_of
from knowledge.parsing.indicators import read_indicators
from knowledge.parsing.listed_assignments import listed_assignments
from knowledge.parsing.recommendations import read_recommendations
from knowledge.parsing.reporting import Calendar, dues_in
from knowledge.parsing.role_lines import role_lines
from knowledge.parsing.sentences import Sentence, split_sentences
from knowledge.parsing.tables import Table, tables_of

_ASSIGNMENTS = re.compile(r"uppdrag|åtgärd|insats|aktivitet|beslut", re.IGNORECASE)
_REMARKS = re.compile(r"kommentar|status|uppföljning|läge|bedömning|analys|resultat", re.IGNORECASE)
_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]\s+")
_LONGEST_TITLE = 420


def read_follow_up(document: ReadDocument, profile: DocumentProfile) -> tuple[Fact, ...]:
    """Return the facts of an interim report, a follow-up or an audit report."""
    facts: list[Fact] = [*read_goals(document), *read_indicators(document)]
    facts.extend(directed_assignments(document, profile.year))
    calendar = calendar_of(profile, document)
    for table in tables_of(document.blocks):
        facts.extend(figure_rows(table))
        facts.extend(_remarks(table, calendar))
        facts.extend(_reported_assignments(table, profile.year))
    facts.extend(prose_assignments(document, profile.year, calendar))
    facts.extend(listed_assignments(document, profile.year, calendar, tuple(facts)))
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
        title = _NUMBER.sub("", title)
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


def _remarks(table: Table, calendar: Calendar) -> Iterator[RoleFact | DeadlineFact]:
    """Yield who answers for the assignment of a row, and what is due when, as the remark on it says."""
    what = next((n for n, name in enumerate(table.header) if _ASSIGNMENTS.search(name)), None)
    if what is None or not any(map(_REMARKS.search, table.header)):
        return
    for row in table.rows:
        if len(row.cells) != len(table.header) or not row.cells[what]:
            continue
        subject = _NUMBER.sub("", row.cells[what])
        for number, cell in enumerate(row.places):
            if number == what:
                continue
            block = Block(BlockKind.PARAGRAPH, cell)
            section = Section(table.trail, None, (block,))
            for fact in (
                *role_lines(section, subject, table.section),
                *further_deadlines(section, subject, calendar, frozenset()),
                *(
                    DeadlineFact(
                        span=row.span, subject=subject, label=due.label, due=due.when, recipient=due.recipient
                    )
                    for part in split_sentences(cell)
                    for due in dues_in(Sentence(part, "", table.section, block), calendar)
                ),
            ):
                if isinstance(fact, RoleFact | DeadlineFact):
                    yield replace(fact, span=row.span, section=table.section, header_span=table.header_span)
