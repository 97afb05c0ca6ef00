"""A report to a board in words: the assignments one by one, each with numbered sources."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot import texts
from bot.reports import words
from bot.status_words import said_in
from knowledge.board_report import ReportBody, ReportedAssignment, ReportedPoint, ReportPeriod
from knowledge.entries import FactEntry, SourceQuote, State, StatusUpdate
from knowledge.facts import AssignmentFact, DecisionFact, FocusFact, LinkFact, Role, RoleFact
from knowledge.when import Precision, When
from knowledge.writing.document import (
    Bullets,
    Heading,
    Link,
    Links,
    Paragraph,
    Part,
    Table,
    WrittenDocument,
)
from retrieval.candidate import said_of
from retrieval.wording import day_in_words, listing, one_line, paragraph_in_words, role_name, shorten

MOST_STATUSES = 12
LONGEST_QUOTE = 400
_CHANGED = {
    "changes": "Ändrat",
    "extends": "Förlängd tid",
    "brings_forward": "Tidigarelagt",
    "splits": "Delat",
    "ends": "Avslutat",
}


@dataclass(frozen=True, slots=True)
class ReportFrame:
    """What a report is: for whom, of which period, for which meeting or else the whole year; `notes` go first.

    `holder` tells who has a title, or nothing.
    """

    body: ReportBody
    period: ReportPeriod
    meeting: date | None
    notes: tuple[str, ...]
    holder: Callable[[str], str]
    day_of: Callable[[StatusUpdate], date]

    @property
    def title(self) -> str:
        """The report's title."""
        name = self.body.name[:1].lower() + self.body.name[1:]
        if self.meeting is None:
            return words.FINAL_REPORT.format(year=self.period.last.year, body=name)
        return words.STATUS_REPORT.format(body=name, day=said_day(self.meeting))


@dataclass
class _Sources:
    """The sources of one assignment, numbered in the order in which they are named."""

    quotes: list[SourceQuote] = field(default_factory=list)

    def mark(self, entries: Iterable[FactEntry] | Iterable[SourceQuote]) -> str:
        """Return the numbers of sources in brackets."""
        numbers = []
        for each in entries:
            quote = each.source if isinstance(each, FactEntry) else each
            if quote not in self.quotes:
                self.quotes.append(quote)
            numbers.append(self.quotes.index(quote) + 1)
        return " ".join(f"[{number}]" for number in dict.fromkeys(numbers))

    def links(self) -> Links:
        """Return the list of sources, each with its words."""
        return Links(tuple(Link(_source(each), each.document.url) for each in self.quotes))


def written(frame: ReportFrame, reported: Sequence[ReportedAssignment]) -> WrittenDocument:
    """Return the report as a document."""
    parts: list[Part] = [Paragraph(note) for note in frame.notes]
    if reported:
        parts += [Heading(1, words.OVERVIEW), _overview(frame, reported)]
        for each in reported:
            parts += _assignment(frame, each)
    else:
        parts.append(Paragraph(words.NOTHING.format(body=frame.body.name)))
    return WrittenDocument(
        frame.title, frame.body.organisation or texts.APP_NAME, frame.period.as_of, tuple(parts)
    )


def said_day(day: date) -> str:
    """Return a day as it is said: 15 december 2026."""
    return day_in_words(When(day, day, Precision.DAY, ""))


def _overview(frame: ReportFrame, reported: Sequence[ReportedAssignment]) -> Table:
    rows = tuple(
        (
            _capital(each.assignment.title),
            _state(each.status.state) if each.status else texts.NOT_REPORTED,
            _answerable(frame, each),
            _next_point(each),
        )
        for each in reported
    )
    return Table(words.OVERVIEW, words.OVERVIEW_COLUMNS, rows, shows_caption=False)


def _answerable(frame: ReportFrame, each: ReportedAssignment) -> str:
    """Return who owns the assignment, or else to whom it is directed."""
    if owners := _holders(frame, each.owners):
        return owners
    directed = _directed_to(each)
    return words.ONLY_DIRECTED.format(names=directed) if directed else words.NOT_KNOWN


def _directed_to(each: ReportedAssignment) -> str:
    facts = (entry.fact for entry in each.given)
    return listing([name for fact in facts if isinstance(fact, AssignmentFact) for name in fact.addressees])


def _next_point(each: ReportedAssignment) -> str:
    dated = [point for point in each.ahead if point.when is not None and point.when.end is not None]
    return f"{dated[0].label or words.NO_NAME}, {_time(dated[0])}" if dated else words.NOT_KNOWN


def _assignment(frame: ReportFrame, each: ReportedAssignment) -> list[Part]:
    sources = _Sources()
    parts = [
        Heading(1, _capital(each.assignment.title)),
        *_purpose(each, sources),
        *_roles(frame, each, sources),
        *_status(frame, each, sources),
        *_points(frame, each, sources),
        *_deviations(frame, each, sources),
        *_decisions(frame, each, sources),
    ]
    if each.handover and frame.meeting is None:
        parts += [Heading(2, words.HANDOVER), Bullets(_texts(each.handover, sources))]
    parts += [Heading(2, words.SOURCES), sources.links()]
    if each.statuses:
        parts.append(Paragraph(words.STATUSES_ARE_SOURCES))
    return parts


def _purpose(each: ReportedAssignment, sources: _Sources) -> list[Part]:
    heading = Heading(2, words.PURPOSE)
    if each.purposes:
        return [heading, Bullets(_texts(each.purposes, sources, labelled=True))]
    mark = sources.mark(each.given)
    return [heading, Paragraph(f"{_capital(each.assignment.title)} {mark}".strip(), words.WORDING)]


def _texts(entries: Iterable[FactEntry], sources: _Sources, *, labelled: bool = False) -> tuple[str, ...]:
    told = []
    for entry in entries:
        if isinstance(entry.fact, FocusFact):
            label = f"{entry.fact.label}: " if labelled else ""
            told.append(f"{label}{one_line(entry.fact.text)} {sources.mark([entry])}")
    return tuple(told)


def _roles(frame: ReportFrame, each: ReportedAssignment, sources: _Sources) -> list[Part]:
    held: list[Part] = [
        Paragraph(f"{_holders(frame, held) or words.NOT_KNOWN} {sources.mark(held)}".strip(), lead)
        for lead, held in ((words.OWNER, each.owners), (words.LEADER, each.leaders))
    ]
    if directed := _directed_to(each):
        given = [
            entry for entry in each.given if isinstance(entry.fact, AssignmentFact) and entry.fact.addressees
        ]
        held.append(Paragraph(f"{directed} {sources.mark(given)}", words.DIRECTED_TO))
    return held


def _holders(frame: ReportFrame, held: Iterable[FactEntry]) -> str:
    titles = [entry.fact.holder for entry in held if isinstance(entry.fact, RoleFact)]
    named = []
    for title in titles:
        person = frame.holder(title)
        named.append(words.HOLDER.format(title=title, person=person) if person else title)
    return listing([_capital(name) for name in named])


def _status(frame: ReportFrame, each: ReportedAssignment, sources: _Sources) -> list[Part]:
    parts: list[Part] = [Heading(2, words.STATUS)]
    if each.status is None:
        parts.append(Paragraph(words.NOT_REPORTED))
    else:
        has_ended = frame.meeting is None and frame.period.as_of == frame.period.last
        lead = words.STATUS_AT_END if has_ended else words.STATUS_NOW
        parts += [Paragraph(_state(each.status.state), lead), _history(frame, each.statuses)]
        if (older := len(each.statuses) - MOST_STATUSES) > 0:
            parts.append(Paragraph(words.OLDER.format(count=older)))
    if each.comments:
        parts += [Paragraph("", words.COMMENTS), Bullets(_texts(each.comments, sources))]
    return parts


def _history(frame: ReportFrame, statuses: Sequence[StatusUpdate]) -> Table:
    rows = tuple(
        (said_day(frame.day_of(each)), _state(each.state), said_in(each) or "–", each.author)
        for each in statuses[:MOST_STATUSES]
    )
    return Table(words.HISTORY, words.HISTORY_COLUMNS, rows)


def _state(state: State) -> str:
    return _capital(texts.STATE[state])


def _state_after(frame: ReportFrame, point: ReportedPoint) -> str:
    if point.status is None:
        return words.NO_REPORT_AFTER
    return f"{_state(point.status.state)}, {said_day(frame.day_of(point.status))}"


def _points(frame: ReportFrame, each: ReportedAssignment, sources: _Sources) -> list[Part]:
    parts: list[Part] = [Heading(2, words.POINTS)]
    if each.passed:
        passed = tuple(
            (
                point.label or words.NO_NAME,
                _time(point),
                _state_after(frame, point),
                sources.mark(point.entries),
            )
            for point in each.passed
        )
        parts.append(Table(words.PASSED, words.PASSED_COLUMNS, passed))
    if each.ahead:
        ahead = tuple(
            (point.label or words.NO_NAME, _time(point), sources.mark(point.entries)) for point in each.ahead
        )
        parts.append(Table(words.AHEAD, words.AHEAD_COLUMNS, ahead))
    return parts if len(parts) > 1 else [*parts, Paragraph(words.NO_POINTS)]


def _time(point: ReportedPoint) -> str:
    return day_in_words(point.when) if point.when is not None else words.NO_DAY


def _deviations(frame: ReportFrame, each: ReportedAssignment, sources: _Sources) -> list[Part]:
    told = []
    status = each.status
    if status is not None and status.state in {State.YELLOW, State.RED}:
        said = said_in(status)
        text = f": {said}" if said else ""
        who = f"({status.author}, {said_day(frame.day_of(status))})"
        told.append(f"{words.DEVIATES.format(state=texts.STATE[status.state])}{text} {who}")
    for item in each.overdue:
        day = said_day(item.day) if item.day else item.when
        point = _capital(item.what or words.NO_NAME)
        told.append(f"{words.OVERDUE.format(point=point, day=day)} {sources.mark(item.sources)}")
    for item in each.conflicts:
        what = role_name(Role(item.what), "sv").lower() if item.what in set(Role) else item.what
        said = listing([_version(*each) for each in zip(item.versions, item.sources, strict=True)])
        told.append(f"{words.DISAGREE.format(what=what, versions=said)} {sources.mark(item.sources)}")
    told += [
        f"{_CHANGED[entry.fact.relation]}: {one_line(entry.source.quote)} {sources.mark([entry])}"
        for entry in each.changes
        if isinstance(entry.fact, LinkFact)
    ]
    body = Bullets(tuple(told)) if told else Paragraph(words.NO_DEVIATIONS)
    return [Heading(2, words.DEVIATIONS), body]


def _version(said: str, source: SourceQuote) -> str:
    """Return what one of the documents that disagree says; a day in words, and marked when only a draft says it."""
    told = re.sub(r"\d{4}-\d\d-\d\d", lambda found: said_day(date.fromisoformat(found[0])), said)
    return words.ONLY_DRAFT.format(said=told) if source.document.profile.is_draft else told


def _decisions(frame: ReportFrame, each: ReportedAssignment, sources: _Sources) -> list[Part]:
    name = words.DECISIONS if frame.meeting is not None else words.DECISIONS_OF_YEAR
    rows = []
    for entry in each.decisions:
        fact = entry.fact
        if isinstance(fact, DecisionFact) and fact.meeting_date is not None:
            paragraph = paragraph_in_words(fact.paragraph) if fact.paragraph else ""
            by = ", ".join(part for part in (_capital(fact.board), paragraph) if part)
            rows.append((said_day(fact.meeting_date), by or "–", one_line(fact.text), sources.mark([entry])))
    if not rows:
        return [Heading(2, name), Paragraph(words.NO_DECISIONS)]
    return [Heading(2, name), Table(name, words.DECISIONS_COLUMNS, tuple(rows), shows_caption=False)]


def _source(quote: SourceQuote) -> str:
    """Return a source with its place, what was said of it, and its words."""
    profile = quote.document.profile
    place = [
        quote.document.title,
        said_day(profile.date) if profile.date else "",
        texts.PAGE.format(page=quote.page) if quote.page else "",
        quote.section.rpartition(" › ")[2],
        words.DRAFT if profile.is_draft else "",
    ]
    notes = "".join(f" {texts.NOTE[note.kind]}: {note.text}" for note in said_of(quote))
    said = shorten(one_line(quote.quote), LONGEST_QUOTE)
    return f"{', '.join(part for part in place if part)}: ”{said}”{notes}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
