"""Any document: abbreviations, roles, responsibilities and deadlines that may stand wherever people write."""

import re
from collections.abc import Iterator

from knowledge.blocks import ReadDocument, Section, sections
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import DeadlineFact, Fact, Role, RoleFact
from knowledge.parsing.abbreviations import read_abbreviations
from knowledge.parsing.addressees import split_addressees
from knowledge.parsing.directed_assignments import prose_assignments
from knowledge.parsing.government_assignment import calendar_of
from knowledge.parsing.reporting import Calendar, dues_in
from knowledge.parsing.responsibility import responsibilities
from knowledge.parsing.roles import role_lines, role_of, role_table
from knowledge.parsing.sentences import sentences_of, trail_of
from knowledge.parsing.tables import Table, tables_of

_MEETINGS = frozenset({DocumentKind.MINUTES, DocumentKind.MEETING_SUMMARY, DocumentKind.AGENDA})
# The grammar of minutes reads who met, chaired and signed; those roles are left to it.
_OF_MEETINGS = frozenset(
    {
        Role.CHAIR,
        Role.SECRETARY,
        Role.MEMBER,
        Role.ATTENDEE,
        Role.ADJUSTER,
        Role.STAKEHOLDER,
        Role.RECIPIENT,
        Role.ADDRESSEE,
    }
)
_GENERAL = re.compile(
    r"^(?:\d[\d.]*\s+)?(?:organisation|uppdraget|bakgrund|inledning|insatser|sammanfattning|ansvar.*|roller.*|beslut|kontakt.*|genomförande|övrigt|bilaga.*|beskrivning av ärendet|ärendet|handlingar|beslutsunderlag|förslag till beslut.*)$",
    re.IGNORECASE,
)
_DECISION = re.compile(r"beslut|yrkande|ställningstagande", re.IGNORECASE)
_LONGEST_SUBJECT = 200


def read_any(document: ReadDocument, profile: DocumentProfile) -> tuple[Fact, ...]:
    """Return what a document of any kind may hold: abbreviations, and, where no other grammar reads them, roles and deadlines."""
    facts: list[Fact] = list(read_abbreviations(document))
    if profile.kind in (DocumentKind.DIRECTIVE, DocumentKind.CALENDAR):
        return tuple(facts)
    facts.extend(_roles(document, profile))
    facts.extend(_deadlines(document, profile))
    if profile.kind is DocumentKind.OTHER:
        facts.extend(prose_assignments(document, profile.year, calendar_of(profile, document)))
    return tuple(dict.fromkeys(facts))


def _subject(section: Section, profile: DocumentProfile) -> str:
    """Return what a section is about: its innermost heading that says more than a template does, else the title."""
    for title in reversed(section.trail):
        if not _GENERAL.match(title) and role_of(title) is None:
            return title
    return profile.title


def _roles(document: ReadDocument, profile: DocumentProfile) -> Iterator[Fact]:
    for section in sections(document.blocks):
        subject, trail = _subject(section, profile), trail_of(section)
        for fact in role_lines(section, subject, trail):
            if isinstance(fact, RoleFact) and not (profile.kind in _MEETINGS and fact.role in _OF_MEETINGS):
                yield fact
        yield from responsibilities(section, subject, trail)
    if profile.kind in _MEETINGS:
        return
    for table in tables_of(document.blocks):
        named = [
            fact
            for fact in role_table(table, table.trail[-1] if table.trail else profile.title)
            if isinstance(fact, RoleFact)
        ]
        yield from named or _responsible_column(table)


def _responsible_column(table: Table) -> Iterator[RoleFact]:
    """Yield who is responsible for each row of a table that has such a column."""
    column = table.column("ansvar")
    if column is None or column == 0:
        return
    for row in table.rows:
        if (
            column >= len(row.cells)
            or len(row.cells) > len(table.header)
            or not row.cells[0]
            or not row.cells[column]
            or len(row.cells[column]) > _LONGEST_SUBJECT
        ):
            continue
        for each in split_addressees(row.cells[column]):
            yield RoleFact(
                span=row.span,
                subject=row.cells[0],
                section=table.section,
                header_span=table.header_span,
                role=Role.RESPONSIBLE,
                holder=each.name,
                detail=each.detail,
            )


def _deadlines(document: ReadDocument, profile: DocumentProfile) -> Iterator[DeadlineFact]:
    calendar: Calendar = calendar_of(profile, document)
    for sentence in sentences_of(document.blocks):
        if profile.kind in _MEETINGS and _DECISION.search(sentence.section.rsplit(" › ", 1)[-1]):
            continue
        for due in dues_in(sentence, calendar, with_rhythms=True):
            yield DeadlineFact(
                span=sentence.span,
                subject=sentence.text[:_LONGEST_SUBJECT].strip(),
                section=sentence.section,
                label=due.label,
                due=due.when,
                recipient=due.recipient,
            )
