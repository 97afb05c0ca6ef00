"""What an abbreviation or term means, from a document's own list or the place that explains it."""

from retrieval.answer import Intent
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry, Scored
from retrieval.matching import Coverage
from retrieval.wording import listing, sentence


def definitions(inquiry: Inquiry) -> list[Candidate]:
    """Answer what a term means when a document in scope says so."""
    if not inquiry.understanding.asks_for(Intent.DEFINITION):
        return []
    subject = inquiry.understanding.subject
    # "Vad betyder LBE i taxan (RSG)?": the first is asked about, the other says where
    terms = {word.lower() for word in next(([word] for word in subject if _is_abbreviation(word)), subject)}
    found = [each for each in inquiry.find({"abbreviation"}) if each.fact.subject.lower() in terms]
    by_meaning: dict[str, Scored] = {}
    for each in found:
        by_meaning.setdefault(_folded(_meaning(each)), each)
    if not by_meaning:
        return []
    chosen = list(by_meaning.values())[:4]
    term = chosen[0].fact.subject
    meanings = [_meaning(each) for each in chosen]
    text = sentence(f"{term} betyder {listing(meanings) if len(meanings) == 1 else ' eller '.join(meanings)}")
    return [
        Candidate(
            text=text,
            sources=tuple(source for each in chosen for source in each.sources),
            score=1.2,
            intent=Intent.DEFINITION,
            coverage=Coverage(1.0, 1.0, 1.0),
            subject=term,
        )
    ]


def _is_abbreviation(word: str) -> bool:
    return sum(map(str.isupper, word)) > 1


def _meaning(found: Scored) -> str:
    return found.fact.meaning if found.fact.kind == "abbreviation" else ""


def _folded(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())
