"""A question that asks for several things: cut where the second asking begins; pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from retrieval.answer import Answer, Note, NoteKind, Outcome
from retrieval.candidate import MOST_SOURCES, Candidate
from retrieval.english import with_marks
from retrieval.question import Question
from retrieval.wording import LONGEST_ANSWER, shorten

_ASKING = r"(?:vad|vem|vilka|vilken|vilket|när|hur|varför|var|till vem|från när|from när|hos vem|av vem|vart|what|when|who|how|why|which)"
_SECOND = re.compile(
    rf"(?:\s*,)?\s+(?:och|samt|and|å)\s+(?:(?:i|till|från|för|med|på|av|hos|for|to|in|from)\s+)?(?={_ASKING}\b)|\?\s+(?=(?:och\s+)?{_ASKING}\b)|\s*,\s+(?={_ASKING}\s+(?:gäller|ska|blev|är|har|var)\b)",
    re.IGNORECASE,
)
# "Vilken plats och vilken ram föreslogs?": what is said of the first stands after the second.
_ONLY_NAMES = re.compile(r"(?:vilken|vilket|vilka|which) \w+", re.IGNORECASE)
MOST_PARTS = 3
TIED = 0.05  # one place that answers all parts goes before several that answer each this much better
NOT_FOUND_OF_IT = "Det här framgår inte av de dokument jag har läst:"


def parts_of(question: Question) -> tuple[Question, ...]:
    """Return the questions that a question is made of, each later one leaning on those before; itself when it is one."""
    pieces = [
        piece.strip(" ,")
        for piece in _SECOND.split(with_marks(question.text))
        if piece and piece.strip(" ,?")
    ]
    if any(
        len(piece.rstrip("?.! ").split()) < 2 for piece in pieces
    ):  # "… nästa sammanträde och var?" is one question
        return (question,)
    if pieces and _ONLY_NAMES.fullmatch(pieces[0]):
        return (question,)
    if not 2 <= len(pieces) <= MOST_PARTS or not re.search(rf"\b{_ASKING}\b", pieces[0], re.IGNORECASE):
        return (question,)
    return tuple(
        replace(question, text=piece, earlier=(*question.earlier, *pieces[:index]))
        for index, piece in enumerate(pieces)
    )


def in_one_place(
    chosen: Sequence[Candidate | None], read: Sequence[Sequence[Candidate]]
) -> tuple[Candidate | None, ...]:
    """Return what answers each part, from the one place that answers all of them about as well as what was chosen."""
    if len(chosen) < 2 or any(each is None for each in chosen):
        return tuple(chosen)
    fits = [
        [each for each in candidates if each.sources and each.score >= best.score - TIED]
        for best, candidates in zip(chosen, read, strict=True)
        if best is not None
    ]
    for first in fits[0]:
        others = [next((each for each in rest if _overlap(first, each)), None) for rest in fits[1:]]
        if None not in others:
            return (first, *others)
    return tuple(chosen)


def _overlap(one: Candidate, other: Candidate) -> bool:
    """Tell whether two candidates quote the same words of a document."""
    mine, its = one.sources[0], other.sources[0]
    return (
        mine.document.id == its.document.id
        and mine.span.start < its.span.end
        and its.span.start < mine.span.end
    )


def joined(parts: Sequence[Question], answers: Sequence[Answer]) -> Answer:
    """Return one answer from the parts' answers; a part that is not answered is said to be missing."""
    given = [answer for answer in answers if not answer.abstained]
    missing = [part.text for part, answer in zip(parts, answers, strict=True) if answer.abstained]
    if not given:
        return answers[0]
    texts = list(dict.fromkeys(answer.text for answer in given))
    room = (LONGEST_ANSWER - 2 * len(texts)) // len(texts)
    spare = sum(max(0, room - len(text)) for text in texts)
    longer = [text for text in texts if len(text) > room]
    limit = room + (spare // len(longer) if longer else 0)
    notes = [note for answer in given for note in answer.notes]
    notes += [Note(NoteKind.INCOMPLETE, f"{NOT_FOUND_OF_IT} {part.rstrip(' ?.!')}.") for part in missing]
    citations = dict.fromkeys(
        citation for answer in given for citation in answer.citations[: MOST_SOURCES // len(given)]
    )
    return replace(
        given[0],
        outcome=Outcome.ANSWERED,
        text="\n".join(shorten(text, limit) for text in texts),
        citations=tuple(citations)[:MOST_SOURCES],
        notes=tuple(dict.fromkeys(notes)),
        table=(),
    )
