"""Agendas (kallelse, föredragningslista) → facts: what is to be handled and what is proposed, never a decision."""

from collections.abc import Iterator

from knowledge.blocks import ReadDocument
from knowledge.documents import DocumentProfile
from knowledge.facts import Fact, LinkFact, MatterFact, MeetingFact, RoleFact
from knowledge.parsing.attendance import handlers_in
from knowledge.parsing.decision_facts import decision_facts
from knowledge.parsing.decisions import decision_points
from knowledge.parsing.dispatch import earlier_handling_in
from knowledge.parsing.minutes_matters import matters_of
from knowledge.parsing.minutes_meeting import meeting_of
from knowledge.parsing.minutes_sections import PartKind, parts_of
from knowledge.parsing.minutes_stream import Stream, stream_of


def read_agenda(document: ReadDocument, profile: DocumentProfile) -> tuple[Fact, ...]:
    """Return the facts of an agenda, in the order of the text; everything it would decide is proposed."""
    stream = stream_of(document)
    return tuple(sorted(_facts(document, profile, stream), key=lambda fact: fact.span.start))


def _facts(document: ReadDocument, profile: DocumentProfile, stream: Stream) -> Iterator[Fact]:
    meeting = meeting_of(document, profile)
    if meeting.on is not None and meeting.place is not None:
        yield MeetingFact(span=meeting.place, subject=meeting.board, on=meeting.on)
    for matter in matters_of(stream, profile.title):
        if matter.paragraph:
            yield MatterFact(
                span=stream.span(matter.start, matter.heading_end),
                subject=matter.title,
                section=matter.section,
                paragraph=matter.paragraph,
                case_number=matter.case_number,
                board=meeting.board,
                meeting_date=meeting.date,
            )
        for handler in handlers_in(stream, matter.heading_end, matter.end):
            yield RoleFact(
                span=stream.span(handler.start, handler.end),
                subject=matter.title,
                section=matter.section,
                role=handler.role,
                holder=handler.holder,
                detail=handler.detail,
            )
        for part in parts_of(stream, matter.heading_end, matter.end):
            for earlier in earlier_handling_in(stream, part):
                yield LinkFact(
                    span=stream.span(earlier.start, earlier.end),
                    subject=matter.title,
                    section=matter.section,
                    relation="earlier_handling",
                    target=earlier.words,
                    on=earlier.on,
                )
            if part.kind in {PartKind.DECISION, PartKind.PROPOSAL}:
                for point in decision_points(stream, part):
                    yield from decision_facts(stream, matter, meeting, point, proposed=True)
