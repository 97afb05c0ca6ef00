"""Proposals: what a plan, a report or a letter asks a board to decide, below its heading "Förslag till beslut"."""

from collections.abc import Iterator

from knowledge.blocks import ReadDocument
from knowledge.documents import DocumentProfile
from knowledge.facts import DecisionFact
from knowledge.parsing.decision_facts import decision_facts
from knowledge.parsing.decisions import decision_points
from knowledge.parsing.minutes_matters import Matter
from knowledge.parsing.minutes_meeting import Meeting
from knowledge.parsing.minutes_sections import PartKind, parts_of
from knowledge.parsing.minutes_stream import stream_of

_HEADING = "förslag till beslut"


def read_proposals(document: ReadDocument, profile: DocumentProfile) -> Iterator[DecisionFact]:
    """Yield what a document that is no meeting's proposes; nothing in it is decided."""
    if _HEADING not in document.text.lower():
        return
    stream = stream_of(document)
    whole = Matter("", profile.title, profile.case_number, 0, 0, len(stream.text))
    for part in parts_of(stream, 0, len(stream.text)):
        if part.kind is PartKind.PROPOSAL and _HEADING in stream.words(part.start, part.body).lower():
            for point in decision_points(stream, part):
                for fact in decision_facts(stream, whole, Meeting("", None), point, proposed=True):
                    if isinstance(fact, DecisionFact):
                        yield fact
