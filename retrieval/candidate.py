"""Candidate: an answer that might be given, and how well its sources cover the question."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.entries import CorrectionAction, SourceQuote
from retrieval.answer import Answer, Choice, Citation, Intent, Note, NoteKind, Outcome, Table
from retrieval.matching import Coverage
from retrieval.wording import LONGEST_ANSWER, LONGEST_LIST, shorten

MOST_SOURCES = 6
MOST_SOURCES_LIST = 20


def said_of(source: SourceQuote) -> Iterator[Note]:
    """Yield what somebody said of the fact that a source was read into, or that nobody has of a model's."""
    correction = source.correction
    if correction is None:
        if source.proposed_by:
            yield Note(
                NoteKind.MODEL_PROPOSED,
                f"Uppgiften pekades ut av språkmodellen {source.proposed_by}. Orden står i källan, men ingen har "
                "bekräftat tolkningen.",
            )
        return
    who = f"{correction.author} {correction.at.date().isoformat()}"
    if correction.action is CorrectionAction.CONFIRM:
        yield Note(NoteKind.CONFIRMED, f"Uppgiften är bekräftad av {who}.")
    else:
        yield Note(
            NoteKind.CORRECTED,
            f"Källans uppgift är rättad av {who} till: {correction.text}. Skäl: {correction.reason}",
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """What one step would answer; `score` compares candidates of every step (1 is a full fit)."""

    text: str
    sources: tuple[SourceQuote, ...]
    score: float
    intent: Intent
    coverage: Coverage
    outcome: Outcome = Outcome.ANSWERED
    notes: tuple[Note, ...] = ()
    choices: tuple[Choice, ...] = ()
    assignment_id: int | None = None
    subject: str = ""
    is_list: bool = False
    table: Table = ()

    def answer(self, language: str) -> Answer:
        """Return the answer, as short as a person wants it."""
        longest, most = (LONGEST_LIST, MOST_SOURCES_LIST) if self.is_list else (LONGEST_ANSWER, MOST_SOURCES)
        citations: dict[tuple[str, int, int], Citation] = {}
        for source in self.sources:
            citation = Citation.of(source)
            citations.setdefault((citation.document, citation.start, citation.end), citation)
        return Answer(
            outcome=self.outcome,
            text=shorten(self.text, longest),
            intent=self.intent,
            language=language,
            citations=tuple(citations.values())[:most],
            notes=tuple(
                dict.fromkeys((*self.notes, *(note for each in self.sources for note in said_of(each))))
            ),
            choices=self.choices,
            assignment_id=self.assignment_id,
            subject=self.subject,
            table=self.table,
        )

    def raised(self, bonus: float) -> "Candidate":
        """Return the same candidate with a bonus to its score."""
        return replace(self, score=self.score + bonus)
