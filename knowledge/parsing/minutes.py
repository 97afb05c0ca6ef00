"""Minutes, meeting summaries and extracts → facts. Read this file first."""

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from knowledge.blocks import ReadDocument
from knowledge.documents import DocumentProfile
from knowledge.facts import (
    AssignmentFact,
    DecisionFact,
    Fact,
    MeetingFact,
    RoleFact,
    VoteFact,
)
from knowledge.parsing.attendance import attendance_in
from knowledge.parsing.boards import is_generic
from knowledge.parsing.decision_facts import decision_facts
from knowledge.parsing.decisions import decision_points
from knowledge.parsing.meeting_summaries import listed_matters, summary_matters
from knowledge.parsing.minutes_matters import Matter, matters_of
from knowledge.parsing.minutes_meeting import (
    Meeting,
    listed_meetings_in,
    meeting_of,
    meetings_in_pages,
    next_meetings_in,
    summary_meeting,
)
from knowledge.parsing.minutes_paragraphs import (
    Paragraph,
    dissents_of,
    matter_facts,
    motions_of,
    said_in,
    votes_of,
)
from knowledge.parsing.minutes_sections import Part, PartKind, parts_of
from knowledge.parsing.minutes_stream import Stream, stream_of
from knowledge.parsing.minutes_tasks import people_named
from knowledge.parsing.told_decisions import decided_sentences
from knowledge.parsing.voting_lists import voting_lists_in


def read_minutes(document: ReadDocument, profile: DocumentProfile) -> tuple[Fact, ...]:
    """Return the facts of minutes or an extract, in the order of the text."""
    stream = stream_of(document)
    meeting = meeting_of(document, profile)
    matters = matters_of(stream, profile.title)
    parts = [parts_of(stream, matter.heading_end, matter.end) for matter in matters]
    if not meeting.board:
        meeting = replace(meeting, board=_deciding_board(stream, parts))
    opening = matters[0].start if matters else 0
    meeting = replace(meeting, people=people_named(stream.text[:opening]))
    pages = meetings_in_pages(document)
    lists = voting_lists_in(stream, {matter.paragraph for matter in matters})
    facts: list[Fact] = [*_meeting(stream, meeting, matters)]
    facts += [
        MeetingFact(span=each.place, subject=each.board, on=each.on)
        for _, each in pages
        if each.place is not None and each.on is not None and each.on != meeting.on
    ]
    for matter, its_parts in zip(matters, parts, strict=True):
        met = _meeting_at(stream, matter, pages, meeting)
        paragraph = Paragraph(stream, matter, its_parts, met, lists)
        said = said_in(paragraph)
        # a text without numbered paragraphs is a matter of its own only when something was decided or given in it
        if matter.paragraph or any(
            isinstance(fact, AssignmentFact | DecisionFact | VoteFact) for fact in said
        ):
            facts += [*matter_facts(paragraph), *said]
    return tuple(sorted(facts, key=lambda fact: fact.span.start))


def _meeting_at(
    stream: Stream, matter: Matter, pages: list[tuple[int, Meeting]], otherwise: Meeting
) -> Meeting:
    """Return the meeting whose page header stands above the matter, where a file holds extracts of several."""
    place = stream.span(matter.start, matter.start + 1).start
    above = [each for start, each in pages if start <= place]
    return replace(above[-1], people=otherwise.people) if above else otherwise


def read_meeting_summary(document: ReadDocument, profile: DocumentProfile) -> tuple[Fact, ...]:
    """Return the facts of a summary from a meeting: one matter a heading, decisions told in running text."""
    stream = stream_of(document)
    meeting = summary_meeting(profile, stream)
    if _has_decision_headings(stream, profile):
        return read_minutes(document, profile)
    facts: list[Fact] = []
    if meeting.on is not None and meeting.place is not None:
        facts.append(MeetingFact(span=meeting.place, subject=meeting.board, on=meeting.on))
    for matter in summary_matters(stream) or matters_of(stream, profile.title):
        body = Part(PartKind.OPENING, "", matter.heading_end, matter.heading_end, matter.end)
        points = decided_sentences(stream, body, meeting.board, meeting.date)
        paragraph = Paragraph(stream, matter, (body,), meeting)
        votes = list(votes_of(paragraph))
        if points or votes:
            facts += [*matter_facts(paragraph), *motions_of(paragraph), *votes, *dissents_of(paragraph)]
        for point in points:
            facts += decision_facts(stream, matter, meeting, point, proposed=False)
    for matter in listed_matters(stream):
        facts += matter_facts(Paragraph(stream, matter, (), meeting))
    return tuple(sorted(facts, key=lambda fact: fact.span.start))


def _has_decision_headings(stream: Stream, profile: DocumentProfile) -> bool:
    """Tell a summary laid out like minutes: numbered matters, each with its "Beslut"."""
    matters = [matter for matter in matters_of(stream, profile.title) if matter.paragraph]
    return any(
        part.kind is PartKind.DECISION
        for matter in matters
        for part in parts_of(stream, matter.heading_end, matter.end)
    )


def _deciding_board(stream: Stream, parts: list[tuple[Part, ...]]) -> str:
    """Name the board that decides most often, for extracts without a page header."""
    boards = Counter(
        point.voice.board
        for part in itertools.chain.from_iterable(parts)
        if part.kind is PartKind.DECISION and not part.in_report
        for point in decision_points(stream, part)
        if point.voice.board and not point.voice.is_proposal and not is_generic(point.voice.board)
    )
    return boards.most_common(1)[0][0] if boards else ""


def _meeting(stream: Stream, meeting: Meeting, matters: tuple[Matter, ...]) -> Iterator[Fact]:
    opening_end = matters[0].start if matters and matters[0].paragraph else 0
    if meeting.on is not None and meeting.place is not None:
        yield MeetingFact(span=meeting.place, subject=meeting.board, on=meeting.on)
    for seat in attendance_in(stream, opening_end):
        yield RoleFact(
            span=stream.span(seat.start, seat.end),
            subject=meeting.board or "Sammanträde",
            role=seat.role,
            holder=seat.holder,
            detail=seat.detail,
        )
    for section, found in (
        ("Nästa sammanträde", next_meetings_in(stream, meeting.date)),
        ("Sammanträdestider", listed_meetings_in(stream)),
    ):
        for start, end, when in found:
            yield MeetingFact(span=stream.span(start, end), subject=meeting.board, section=section, on=when)
