"""One paragraph of minutes → facts: what was decided, moved, voted and said of its matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.blocks import Span
from knowledge.facts import (
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
from knowledge.parsing.attendance import handlers_in
from knowledge.parsing.decision_facts import decision_facts, note_facts, ruling_facts, task_facts
from knowledge.parsing.decisions import decision_points
from knowledge.parsing.dispatch import dispatch_in, earlier_handling_in
from knowledge.parsing.dissent import dissents_in
from knowledge.parsing.minutes_assignments import labelled_task, noted_in
from knowledge.parsing.minutes_matters import Matter
from knowledge.parsing.minutes_meeting import (
    Meeting,
    day_under,
    next_meetings_in,
)
from knowledge.parsing.minutes_sections import Part, PartKind
from knowledge.parsing.minutes_stream import Stream
from knowledge.parsing.minutes_tables import rulings_in, tasks_in
from knowledge.parsing.motions import motions_in, submitted_motion
from knowledge.parsing.told_decisions import decided_sentences, proposed_sentences
from knowledge.parsing.votes import votes_in
from knowledge.parsing.voting_lists import VotingList

# The parts whose running text tells what was decided or proposed.
_TOLD = {PartKind.OPENING, PartKind.RECUSAL, PartKind.BACKGROUND, PartKind.EARLIER}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A matter under reading: the stream, the matter, its parts and the meeting it was handled at."""

    stream: Stream
    matter: Matter
    parts: tuple[Part, ...]
    meeting: Meeting
    voting_lists: tuple[VotingList, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the document behind two places of the stream."""
        return self.stream.span(start, end)


def said_in(paragraph: Paragraph) -> list[Fact]:
    """Return everything that a paragraph says of its matter."""
    return [
        *_decisions(paragraph),
        *motions_of(paragraph),
        *votes_of(paragraph),
        *dissents_of(paragraph),
        *_dispatch(paragraph),
        *_earlier_handling(paragraph),
        *_handlers(paragraph),
        *_announced_meeting(paragraph),
        *_tables(paragraph),
        *_notes(paragraph),
    ]


def matter_facts(paragraph: Paragraph) -> Iterator[Fact]:
    """Yield the matter itself, by its heading."""
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


def _decisions(paragraph: Paragraph) -> Iterator[Fact]:
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
                below = replace(part, body=points[-1].end)
                for point in proposed_sentences(paragraph.stream, below, meeting.board):
                    yield from decision_facts(
                        paragraph.stream, paragraph.matter, meeting, point, proposed=True
                    )
    decides = any(part.kind is PartKind.DECISION and not part.in_report for part in paragraph.parts)
    board = paragraph.meeting.board
    for part in paragraph.parts:
        if part.kind not in _TOLD or part.in_report:
            continue
        told = proposed_sentences(paragraph.stream, part, board)
        if not decides and part.kind not in {PartKind.BACKGROUND, PartKind.EARLIER}:
            decided = decided_sentences(paragraph.stream, part, board, paragraph.meeting.date)
            at = {point.start for point in decided}
            told = [*decided, *(point for point in told if point.start not in at)]
        for point in told:
            yield from decision_facts(
                paragraph.stream, paragraph.matter, paragraph.meeting, point, proposed=decides
            )


def _tables(paragraph: Paragraph) -> Iterator[Fact]:
    stream, matter = paragraph.stream, paragraph.matter
    for task in tasks_in(stream, matter.heading_end, matter.end, paragraph.meeting.date):
        yield from task_facts(stream, matter, paragraph.meeting, task)
    for ruling in rulings_in(stream, matter.heading_end, matter.end):
        yield from ruling_facts(stream, matter, paragraph.meeting, ruling)


def _notes(paragraph: Paragraph) -> Iterator[Fact]:
    """Yield the tasks that the text tells before any heading: "Stina bokar lokal, klart 17/10"."""
    stream, meeting = paragraph.stream, paragraph.meeting
    for part in paragraph.parts:
        if part.kind is PartKind.OPENING and not part.in_report:
            for task, dues in noted_in(stream, part.body, part.end, meeting.date, meeting.people):
                yield from note_facts(stream, paragraph.matter, meeting, [task], dues)


def motions_of(paragraph: Paragraph) -> Iterator[Fact]:
    """Yield what was moved, and the motion that the matter is about."""
    found = [
        motion
        for part in paragraph.parts
        for motion in motions_in(paragraph.stream, part, paragraph.meeting.people)
    ]
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


def votes_of(paragraph: Paragraph) -> Iterator[Fact]:
    """Yield the votes that were taken."""
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


def dissents_of(paragraph: Paragraph) -> Iterator[Fact]:
    """Yield who stood apart, and how."""
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


def _dispatch(paragraph: Paragraph) -> Iterator[Fact]:
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


def _earlier_handling(paragraph: Paragraph) -> Iterator[Fact]:
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


def _announced_meeting(paragraph: Paragraph) -> Iterator[Fact]:
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


def _handlers(paragraph: Paragraph) -> Iterator[Fact]:
    for handler in handlers_in(paragraph.stream, paragraph.matter.heading_end, paragraph.matter.end):
        yield RoleFact(
            span=paragraph.span(handler.start, handler.end),
            subject=paragraph.matter.title,
            section=paragraph.matter.section,
            role=handler.role,
            holder=handler.holder,
            detail=handler.detail,
        )
