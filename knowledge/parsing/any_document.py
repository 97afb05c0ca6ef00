"""Any document: abbreviations, rows, roles, responsibilities and deadlines that may stand wherever people write."""

import re
from collections.abc import Iterator

from knowledge.blocks import ReadDocument, Section, sections
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.facts import DeadlineFact, Fact, Role, RoleFact
from knowledge.parsing.abbreviations import read_abbreviations
from knowledge.parsing.announced_assignments import announced_assignments
from knowledge.parsing.board_plan import read_board_plan
from knowledge.parsing.calendar_grid import grid_meetings
from knowledge.parsing.directed_assignments import action_lists, prose_assignments
from knowledge.parsing.enclosed_decisions import enclosed_decisions
from knowledge.parsing.further_deadlines import further_deadlines
from knowledge.parsing.goals import announced_goals
from knowledge.parsing.government_assignment import calendar_of
from knowledge.parsing.indicators import read_indicators
from knowledge.parsing.named_cells import read_rows
from knowledge.parsing.noted_decisions import noted_decisions
from knowledge.parsing.proposals import read_proposals
from knowledge.parsing.reporting import Calendar, dues_in
from knowledge.parsing.responsibility import responsibilities, responsible_cells
from knowledge.parsing.role_labels import role_of
from knowledge.parsing.role_lines import role_lines
from knowledge.parsing.roles import role_table
from knowledge.parsing.schedule import schedule_lines
from knowledge.parsing.sentences import sentences_of, trail_of
from knowledge.parsing.tables import tables_of
from knowledge.parsing.told_meetings import told_meetings

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
GOVERNMENT = "Regeringskansliet"  # whose press releases and bills hold no plans of their own


def read_any(document: ReadDocument, profile: DocumentProfile) -> tuple[Fact, ...]:
    """Return what a document of any kind may hold: abbreviations and rows, and, where no other grammar reads them, roles, deadlines and indicators."""
    facts: list[Fact] = [*read_abbreviations(document), *read_rows(document, profile.title)]
    if profile.kind is not DocumentKind.CALENDAR:  # which its own grammar reads
        facts.extend(told_meetings(document, profile))
        facts.extend(grid_meetings(document, profile))
    if profile.kind is DocumentKind.DIRECTIVE:
        return tuple(facts)
    if profile.kind in _MEETINGS:
        facts.extend(announced_assignments(document, profile.year))
        facts.extend(read_indicators(document))
        facts.extend(action_lists(document, profile.year))
        facts.extend(noted_decisions(document, profile))
    elif profile.organisation != GOVERNMENT:
        facts.extend(read_proposals(document, profile))
        facts.extend(enclosed_decisions(document, profile))
    facts.extend(_roles(document, profile))
    facts.extend(_deadlines(document, profile))
    if profile.kind not in _MEETINGS and profile.organisation != GOVERNMENT:
        told = frozenset(fact.span.start for fact in facts if isinstance(fact, DeadlineFact))
        calendar = calendar_of(profile, document)
        for section in sections(document.blocks):
            facts.extend(further_deadlines(section, "", calendar, told))
    if profile.organisation != GOVERNMENT:
        facts.extend(goal for section in sections(document.blocks) for goal in announced_goals(section))
    if profile.kind is DocumentKind.OTHER:
        for section in sections(document.blocks):
            facts.extend(schedule_lines(section, profile.title, profile.year))
        if profile.organisation == GOVERNMENT:
            facts.extend(prose_assignments(document, profile.year, calendar_of(profile, document)))
        else:
            facts.extend(read_board_plan(document, profile))
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
        yield from named or responsible_cells(table)


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
