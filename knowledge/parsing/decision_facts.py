"""What a decision, a row of a list of assignments or a table of decisions holds → facts."""

import re
from collections.abc import Iterable, Iterator

from knowledge.facts import (
    AssignmentFact,
    DeadlineFact,
    DecisionFact,
    Fact,
    LinkFact,
    MatterFact,
    Role,
    RoleFact,
    Standing,
)
from knowledge.parsing.boards import is_generic
from knowledge.parsing.decisions import DecisionPoint, outcome_of
from knowledge.parsing.minutes_assignments import Assignment, Deadline, assignments_in, deadlines_in
from knowledge.parsing.minutes_links import links_in
from knowledge.parsing.minutes_matters import Matter
from knowledge.parsing.minutes_meeting import Meeting
from knowledge.parsing.minutes_stream import Stream
from knowledge.parsing.minutes_tables import Ruling, Task


def decision_facts(
    stream: Stream, matter: Matter, meeting: Meeting, point: DecisionPoint, *, proposed: bool
) -> Iterator[Fact]:
    """Yield a decision point with the assignments, deadlines and links that its words hold."""
    standing = Standing.PROPOSED if proposed or point.voice.is_proposal else Standing.DECIDED
    board = point.voice.board
    own_proposal = point.voice.is_proposal and point.voice.proposed_by
    if (not board and not own_proposal) or (
        meeting.board
        and (is_generic(board) or meeting.board.casefold().endswith(board.casefold().removesuffix("et")))
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
    assignments = assignments_in(stream, point, meeting.people)
    deadlines = deadlines_in(stream, point, meeting.date, meeting.people)
    yield from _given(stream, matter, meeting, board, standing, assignments, deadlines)
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
    for link in links_in(stream, point) if standing is Standing.DECIDED else ():
        yield LinkFact(
            span=stream.span(link.start, link.end),
            subject=matter.title,
            section=matter.section,
            relation=link.relation,
            target=link.target,
            on=link.on,
        )


def note_facts(
    stream: Stream, matter: Matter, meeting: Meeting, assignments: list[Assignment], deadlines: list[Deadline]
) -> Iterator[Fact]:
    """Yield tasks that notes tell of, and when they are due."""
    return _given(stream, matter, meeting, meeting.board, Standing.DECIDED, assignments, deadlines)


def _given(
    stream: Stream,
    matter: Matter,
    meeting: Meeting,
    giver: str,
    standing: Standing,
    assignments: list[Assignment],
    deadlines: Iterable[Deadline],
) -> Iterator[Fact]:
    """Yield assignments with those they are for, and what is due of them."""
    subject = matter.title
    for assignment in assignments:
        subject = assignment.what
        span = stream.span(assignment.start, assignment.end)
        yield AssignmentFact(
            span=span,
            subject=assignment.what,
            section=matter.section,
            giver=giver,
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
    for deadline in deadlines:
        yield DeadlineFact(
            span=stream.span(deadline.start, deadline.end),
            subject=subject,
            section=matter.section,
            label=deadline.label,
            due=deadline.due,
            recipient=deadline.recipient,
        )


def _proposer(point: DecisionPoint, meeting: Meeting) -> str:
    who = point.voice.proposed_by
    if is_generic(who) and meeting.board:
        return meeting.board
    return who


def task_facts(stream: Stream, matter: Matter, meeting: Meeting, task: Task) -> Iterator[Fact]:
    """Yield the assignment that a row of a list holds, who is responsible for it and when it is due."""
    span = stream.span(*task.row)
    header = stream.span(*task.header) if task.header else None
    yield AssignmentFact(
        span=span,
        header_span=header,
        subject=task.what,
        section=matter.section,
        number=task.number,
        giver=meeting.board,
        addressees=task.responsible,
        year=meeting.date.year if meeting.date else None,
    )
    for who in task.responsible:
        yield RoleFact(
            span=span,
            header_span=header,
            subject=task.what,
            section=matter.section,
            role=Role.RESPONSIBLE,
            holder=who,
        )
    if task.due is not None:
        yield DeadlineFact(
            span=span,
            header_span=header,
            subject=task.what,
            section=matter.section,
            label=task.label,
            due=task.due,
        )


def ruling_facts(stream: Stream, matter: Matter, meeting: Meeting, ruling: Ruling) -> Iterator[Fact]:
    """Yield the decision that a row of a table holds, and the matter where each row is one."""
    span = stream.span(*ruling.row)
    number = "" if ruling.delegate else ruling.number
    if ruling.matter:
        yield MatterFact(
            span=span,
            subject=ruling.matter,
            section=f"{number} {ruling.matter}".strip(),
            paragraph=number,
            board=meeting.board,
            meeting_date=meeting.date,
        )
    yield DecisionFact(
        span=span,
        subject=ruling.matter or matter.title,
        section=f"{number} {ruling.matter}".strip() or matter.section,
        text=ruling.words,
        standing=Standing.DECIDED,
        outcome=outcome_of(ruling.words),
        board=ruling.delegate or meeting.board,
        number=ruling.number if ruling.delegate else "",
        paragraph=number or matter.paragraph,
        case_number=matter.case_number,
        meeting_date=meeting.date,
    )
