"""Minutes, meeting summaries and extracts → facts. Read this file first."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.blocks import ReadDocument, Span
from knowledge.documents import DocumentProfile
from knowledge.facts import (
    AssignmentFact,
    DecisionFact,
    DispatchFact,
    DissentFact,
    Fact,
    LinkFact,
    MatterFact,
    MeetingFact,
    MotionFact,
    RoleFact,
    VoteFact,
)
from knowledge.parsing.attendance import attendance_in, handlers_in
from knowledge.parsing.boards import is_generic
from knowledge.parsing.decision_facts import decision_facts, note_facts, ruling_facts, task_facts
from knowledge.parsing.decisions import decision_points
from knowledge.parsing.dispatch import dispatch_in, earlier_handling_in
from knowledge.parsing.dissent import dissents_in
from knowledge.parsing.meeting_summaries import listed_matters, summary_matters
from knowledge.parsing.minutes_assignments import labelled_task, noted_in
from knowledge.parsing.minutes_matters import Matter, matters_of
from knowledge.parsing.minutes_meeting import (
    Meeting,
    day_under,
    listed_meetings_in,
    meeting_of,
    meetings_in_pages,
    next_meetings_in,
    summary_meeting,
)
from knowledge.parsing.minutes_sections import Part, PartKind, parts_of
from knowledge.parsing.minutes_stream import Stream, stream_of
from knowledge.parsing.minutes_tables import rulings_in, tasks_in
from knowledge.parsing.minutes_tasks import people_named
from knowledge.parsing.motions import motions_in, submitted_motion
from knowledge.parsing.told_decisions import decided_sentences, proposed_sentences
from knowledge.parsing.votes import votes_in
from knowledge.parsing.voting_lists import VotingList, voting_lists_in


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A matter under reading: the stream, the matter, its parts and the meeting it was handled at."""

    stream: Stream
    matter: Matter
    parts: tuple[Part, ...]
    meeting: Meeting
    voting_lists: tuple[VotingList, ...] = ()

    def span(self, start: int, end: int) -> Span:
        return self.stream.span(start, end)


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
    lists = voting_lists_in(stream)
    facts: list[Fact] = [*_meeting(stream, meeting, matters)]
    facts += [
        MeetingFact(span=each.place, subject=each.board, on=each.on)
        for _, each in pages
        if each.place is not None and each.on is not None and each.on != meeting.on
    ]
    for matter, its_parts in zip(matters, parts, strict=True):
        met = _meeting_at(stream, matter, pages, meeting)
        paragraph = _Paragraph(stream, matter, its_parts, met, lists)
        said = [
            *_decisions(paragraph),
            *_motions(paragraph),
            *_votes(paragraph),
            *_dissents(paragraph),
            *_dispatch(paragraph),
            *_earlier_handling(paragraph),
            *_handlers(paragraph),
            *_announced_meeting(paragraph),
            *_tables(paragraph),
            *_notes(paragraph),
        ]
        # a text without numbered paragraphs is a matter of its own only when something was decided or given in it
        if matter.paragraph or any(
            isinstance(fact, AssignmentFact | DecisionFact | VoteFact) for fact in said
        ):
            facts += [*_matter(paragraph), *said]
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
        paragraph = _Paragraph(stream, matter, (body,), meeting)
        votes = list(_votes(paragraph))
        if points or votes:
            facts += [*_matter(paragraph), *_motions(paragraph), *votes, *_dissents(paragraph)]
        for point in points:
            facts += decision_facts(stream, matter, meeting, point, proposed=False)
    for matter in listed_matters(stream):
        facts += _matter(_Paragraph(stream, matter, (), meeting))
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


def _matter(paragraph: _Paragraph) -> Iterator[Fact]:
    matter = paragraph.matter
    first_line = paragraph.stream.lines_between(matter.start, matter.end)[:1]
    heading_end = (
        max(matter.heading_end, *(line.end for line in first_line)) if first_line else matter.heading_end
    )
    yield MatterFact(
        span=paragraph.span(matter.start, heading_end),
        subject=matter.title,
        section=matter.section,
        paragraph=matter.paragraph,
        case_number=matter.case_number,
        board=paragraph.meeting.board,
        meeting_date=paragraph.meeting.date,
    )


def _decisions(paragraph: _Paragraph) -> Iterator[Fact]:
    for part in paragraph.parts:
        if part.kind in {PartKind.DECISION, PartKind.PROPOSAL}:
            proposed = part.kind is PartKind.PROPOSAL or part.in_report
            points = decision_points(paragraph.stream, part)
            for point in points:
                yield from decision_facts(
                    paragraph.stream, paragraph.matter, paragraph.meeting, point, proposed=proposed
                )
            if points and not proposed:
                meeting = paragraph.meeting
                labelled = labelled_task(paragraph.stream, part, points[-1], meeting.date, meeting.people)
                yield from note_facts(paragraph.stream, paragraph.matter, meeting, *labelled)
    decides = any(part.kind is PartKind.DECISION and not part.in_report for part in paragraph.parts)
    for part in paragraph.parts:
        if part.kind not in {PartKind.OPENING, PartKind.RECUSAL} or part.in_report:
            continue
        board = paragraph.meeting.board
        told = (
            proposed_sentences(paragraph.stream, part, board)
            if decides
            else decided_sentences(paragraph.stream, part, board, paragraph.meeting.date)
        )
        for point in told:
            yield from decision_facts(
                paragraph.stream, paragraph.matter, paragraph.meeting, point, proposed=decides
            )


def _tables(paragraph: _Paragraph) -> Iterator[Fact]:
    stream, matter = paragraph.stream, paragraph.matter
    for task in tasks_in(stream, matter.heading_end, matter.end, paragraph.meeting.date):
        yield from task_facts(stream, matter, paragraph.meeting, task)
    for ruling in rulings_in(stream, matter.heading_end, matter.end):
        yield from ruling_facts(stream, matter, paragraph.meeting, ruling)


def _notes(paragraph: _Paragraph) -> Iterator[Fact]:
    """Yield the tasks that the text tells before any heading: "Stina bokar lokal, klart 17/10"."""
    stream, meeting = paragraph.stream, paragraph.meeting
    for part in paragraph.parts:
        if part.kind is PartKind.OPENING and not part.in_report:
            for task, dues in noted_in(stream, part.body, part.end, meeting.date, meeting.people):
                yield from note_facts(stream, paragraph.matter, meeting, [task], dues)


def _motions(paragraph: _Paragraph) -> Iterator[Fact]:
    found = [motion for part in paragraph.parts for motion in motions_in(paragraph.stream, part)]
    matter = paragraph.matter
    submitted = submitted_motion(
        paragraph.stream, matter.title, (matter.start, matter.heading_end), paragraph.parts
    )
    for motion in [submitted, *found] if submitted else found:
        yield MotionFact(
            span=paragraph.span(motion.start, motion.end),
            subject=matter.title,
            section=matter.section,
            movers=motion.movers,
            text=motion.words,
            is_motion=motion.is_submitted,
            paragraph=matter.paragraph,
            meeting_date=paragraph.meeting.date,
        )


def _votes(paragraph: _Paragraph) -> Iterator[Fact]:
    matter = paragraph.matter
    for vote in votes_in(
        paragraph.stream,
        paragraph.parts,
        matter.heading_end,
        matter.end,
        matter.paragraph,
        paragraph.voting_lists,
    ):
        yield VoteFact(
            span=paragraph.span(vote.start, vote.end),
            subject=matter.title,
            section=matter.section,
            yes=vote.yes,
            no=vote.no,
            abstained=vote.abstained,
            absent=vote.absent,
            proposition=vote.proposition,
            yes_members=vote.yes_members,
            no_members=vote.no_members,
            abstaining_members=vote.abstaining_members,
            absent_members=vote.absent_members,
            result=vote.result,
            paragraph=matter.paragraph,
            meeting_date=paragraph.meeting.date,
        )


def _dissents(paragraph: _Paragraph) -> Iterator[Fact]:
    for part in paragraph.parts:
        for dissent in dissents_in(paragraph.stream, part):
            yield DissentFact(
                span=paragraph.span(dissent.start, dissent.end),
                subject=paragraph.matter.title,
                section=paragraph.matter.section,
                who=dissent.who,
                form=dissent.form,
                reason=dissent.reason,
                paragraph=paragraph.matter.paragraph,
                meeting_date=paragraph.meeting.date,
            )


def _dispatch(paragraph: _Paragraph) -> Iterator[Fact]:
    for part in paragraph.parts:
        dispatch = dispatch_in(paragraph.stream, part)
        if dispatch:
            yield DispatchFact(
                span=paragraph.span(dispatch.start, dispatch.end),
                subject=paragraph.matter.title,
                section=paragraph.matter.section,
                recipients=dispatch.recipients,
                paragraph=paragraph.matter.paragraph,
            )


def _earlier_handling(paragraph: _Paragraph) -> Iterator[Fact]:
    for part in paragraph.parts:
        for earlier in earlier_handling_in(paragraph.stream, part):
            yield LinkFact(
                span=paragraph.span(earlier.start, earlier.end),
                subject=paragraph.matter.title,
                section=paragraph.matter.section,
                relation="earlier_handling",
                target=earlier.words,
                on=earlier.on,
            )


def _announced_meeting(paragraph: _Paragraph) -> Iterator[Fact]:
    matter = paragraph.matter
    if re.match(r"(?:Nästa|Nästkommande)\s+(?:\w+\s+)?\w*(?:möte|sammanträde)\b", matter.title):
        day = day_under(paragraph.stream, matter.heading_end, matter.end, paragraph.meeting.date)
        if day and not any(True for _ in next_meetings_in(paragraph.stream, paragraph.meeting.date)):
            start, end, when = day
            yield MeetingFact(
                span=paragraph.span(start, end),
                subject=paragraph.meeting.board,
                section=matter.section,
                on=when,
            )


def _handlers(paragraph: _Paragraph) -> Iterator[Fact]:
    for handler in handlers_in(paragraph.stream, paragraph.matter.heading_end, paragraph.matter.end):
        yield RoleFact(
            span=paragraph.span(handler.start, handler.end),
            subject=paragraph.matter.title,
            section=paragraph.matter.section,
            role=handler.role,
            holder=handler.holder,
            detail=handler.detail,
        )
