"""A question that asks for several things: cut where the second asking begins; pure."""

import re
from dataclasses import replace

from retrieval.answer import Answer, Note, NoteKind, Outcome
from retrieval.candidate import MOST_SOURCES
from retrieval.question import Question
from retrieval.wording import LONGEST_ANSWER, shorten

_ASKING = r"(?:vad|vem|vilka|vilken|vilket|när|hur|varför|var|till vem|från när|from när|hos vem|av vem|vart|what|when|who|how|why|which)"
_SECOND = re.compile(
    rf"(?:\s*,)?\s+(?:och|samt|and|å)\s+(?:(?:i|till|från|för|med|på|av|hos|for|to|in|from)\s+)?(?={_ASKING}\b)|\?\s+(?=(?:och\s+)?{_ASKING}\b)|\s*,\s+(?={_ASKING}\s+(?:gäller|ska|blev|är|har|var)\b)",
    re.IGNORECASE,
)
MOST_PARTS = 3


def parts_of(question: Question) -> tuple[Question, ...]:
    """Return the questions that a question is made of, each later one leaning on those before; itself when it is one."""
    pieces = [piece.strip(" ,") for piece in _SECOND.split(question.text) if piece and piece.strip(" ,?")]
    if any(
        len(piece.rstrip("?.! ").split()) < 2 for piece in pieces
    ):  # "… nästa sammanträde och var?" is one question
        return (question,)
    if not 2 <= len(pieces) <= MOST_PARTS or not re.search(rf"\b{_ASKING}\b", pieces[0], re.IGNORECASE):
        return (question,)
    return tuple(
        replace(question, text=piece, earlier=(*question.earlier, *pieces[:index]))
        for index, piece in enumerate(pieces)
    )


def joined(answers: tuple[Answer, ...]) -> Answer:
    """Return one answer from the parts' answers; a part that is not answered is said to be missing."""
    given = [answer for answer in answers if not answer.abstained]
    if not given:
        return answers[0]
    texts = list(dict.fromkeys(answer.text for answer in given))
    room = (LONGEST_ANSWER - 2 * len(texts)) // len(texts)
    spare = sum(max(0, room - len(text)) for text in texts)
    longer = [text for text in texts if len(text) > room]
    limit = room + (spare // len(longer) if longer else 0)
    notes = [note for answer in given for note in answer.notes]
    if len(given) < len(answers):
        notes.append(Note(NoteKind.INCOMPLETE, "En del av frågan framgår inte av de dokument jag har läst."))
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
