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
    DeadlineFact,
    DecisionFact,
    DispatchFact,
    DissentFact,
    Fact,
    LinkFact,
    MatterFact,
    MeetingFact,
    MotionFact,
    Role,
    RoleFact,
    Standing,
    VoteFact,
)
from knowledge.parsing.attendance import attendance_in, handlers_in
from knowledge.parsing.boards import is_generic
from knowledge.parsing.decisions import DecisionPoint, decided_sentences, decision_points
from knowledge.parsing.dispatch import dispatch_in, earlier_handling_in
from knowledge.parsing.dissent import dissents_in
from knowledge.parsing.meeting_summaries import listed_matters, summary_matters
from knowledge.parsing.minutes_assignments import assignments_in, deadlines_in
from knowledge.parsing.minutes_links import links_in
from knowledge.parsing.minutes_matters import Matter, matters_of
from knowledge.parsing.minutes_meeting import (
    Meeting,
    day_under,
    meeting_of,
    next_meetings_in,
    summary_meeting,
)
from knowledge.parsing.minutes_sections import Part, PartKind, parts_of
from knowledge.parsing.minutes_stream import Stream, stream_of
from knowledge.parsing.motions import motions_in, submitted_motion
from knowledge.parsing.votes import votes_in


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A matter under reading: the stream, the matter, its parts and the meeting it was handled at."""

    stream: Stream
    matter: Matter
    parts: tuple[Part, ...]
    meeting: Meeting

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
    facts: list[Fact] = [*_meeting(stream, meeting, matters)]
    for matter, its_parts in zip(matters, parts, strict=True):
        paragraph = _Paragraph(stream, matter, its_parts, meeting)
        said = [
            *_decisions(paragraph),
            *_motions(paragraph),
            *_votes(paragraph),
            *_dissents(paragraph),
            *_dispatch(paragraph),
            *_earlier_handling(paragraph),
            *_handlers(paragraph),
            *_announced_meeting(paragraph),
        ]
        # a text without numbered paragraphs is a matter of its own only when something was decided in it
        if matter.paragraph or any(isinstance(fact, DecisionFact | VoteFact) for fact in said):
            facts += [*_matter(paragraph), *said]
    return tuple(sorted(facts, key=lambda fact: fact.span.start))


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
        if points:
            paragraph = _Paragraph(stream, matter, (body,), meeting)
            facts += [*_matter(paragraph), *_motions(paragraph), *_votes(paragraph), *_dissents(paragraph)]
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
    for start, end, when in next_meetings_in(stream, meeting.date):
        yield MeetingFact(
            span=stream.span(start, end), subject=meeting.board, section="Nästa sammanträde", on=when
        )


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
            for point in decision_points(paragraph.stream, part):
                yield from decision_facts(
                    paragraph.stream, paragraph.matter, paragraph.meeting, point, proposed=proposed
                )
    if not any(part.kind is PartKind.DECISION and not part.in_report for part in paragraph.parts):
        for part in paragraph.parts:
            if part.kind in {PartKind.OPENING, PartKind.RECUSAL} and not part.in_report:
                for point in decided_sentences(
                    paragraph.stream, part, paragraph.meeting.board, paragraph.meeting.date
                ):
                    yield from decision_facts(
                        paragraph.stream, paragraph.matter, paragraph.meeting, point, proposed=False
                    )


def decision_facts(
    stream: Stream, matter: Matter, meeting: Meeting, point: DecisionPoint, *, proposed: bool
) -> Iterator[Fact]:
    """Yield a decision point with the assignments, deadlines and links that its words hold."""
    standing = Standing.PROPOSED if proposed or point.voice.is_proposal else Standing.DECIDED
    board = point.voice.board
    own_proposal = point.voice.is_proposal and point.voice.proposed_by
    if (not board and not own_proposal) or (
        meeting.board and (is_generic(board) or board.casefold() == meeting.board.casefold())
    ):
        board = meeting.board
    yield DecisionFact(
        span=stream.span(point.start, point.end),
        subject=matter.title,
        section=matter.section,
        text=point.words,
        standing=standing,
        outcome=point.outcome,
        board=board,
        proposed_by=_proposer(point, meeting) if standing is Standing.PROPOSED else "",
        number=point.number,
        paragraph=matter.paragraph,
        case_number=matter.case_number,
        meeting_date=meeting.date,
    )
    subject = matter.title
    for assignment in assignments_in(stream, point):
        subject = assignment.what
        span = stream.span(assignment.start, assignment.end)
        yield AssignmentFact(
            span=span,
            subject=assignment.what,
            section=matter.section,
            giver=board,
            addressees=assignment.addressees,
            standing=standing,
            year=meeting.date.year if meeting.date else None,
        )
        for addressee in assignment.addressees:
            yield RoleFact(
                span=span,
                subject=assignment.what,
                section=matter.section,
                role=Role.ADDRESSEE,
                holder=addressee,
            )
    for deadline in deadlines_in(stream, point, meeting.date):
        yield DeadlineFact(
            span=stream.span(deadline.start, deadline.end),
            subject=subject,
            section=matter.section,
            label=deadline.label,
            due=deadline.due,
            recipient=deadline.recipient,
        )
    steering = re.match(
        r"(?P<who>[^.]{3,90}?)\s+(?:(?:utses|utsågs)\s+till|är|blir|ska\s+vara)\s+(?:\w+\s+)?styrgrupp",
        point.words,
    )
    if steering:
        yield RoleFact(
            span=stream.span(point.start, point.end),
            subject=matter.title,
            section=matter.section,
            role=Role.STEERING_GROUP,
            holder=steering["who"],
        )
    for link in links_in(stream, point):
        yield LinkFact(
            span=stream.span(link.start, link.end),
            subject=matter.title,
            section=matter.section,
            relation=link.relation,
            target=link.target,
            on=link.on,
        )


def _proposer(point: DecisionPoint, meeting: Meeting) -> str:
    who = point.voice.proposed_by
    if is_generic(who) and meeting.board:
        return meeting.board
    return who


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
    for vote in votes_in(paragraph.stream, paragraph.parts, matter.heading_end, matter.end):
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
