"""An answer as the JSON object that `kansli ask --json` prints; its shape is a contract."""

from typing import Any

from retrieval.answer import Answer, Citation


def answer_object(question: str, answer: Answer, elapsed_ms: float) -> dict[str, Any]:
    """Return the object for an answer."""
    return {
        "question": question,
        "answer": answer.text,
        "outcome": answer.outcome.value,
        "abstained": answer.abstained,
        "intent": answer.intent.value,
        "language": answer.language,
        "notes": [{"kind": note.kind.value, "text": note.text} for note in answer.notes],
        "citations": [_citation(each) for each in answer.citations],
        "elapsed_ms": round(elapsed_ms, 1),
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "document": citation.document,
        "title": citation.title,
        "date": citation.date.isoformat() if citation.date else None,
        "url": citation.url,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "page": citation.page,
        "section": citation.section,
    }
