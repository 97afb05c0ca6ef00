"""What an abbreviation or term means, from a document's own list or the place that explains it."""

import re

from retrieval.answer import Intent
from retrieval.candidate import Candidate
from retrieval.inquiry import Inquiry, Scored
from retrieval.matching import Coverage
from retrieval.wording import listing, sentence

# A question of a meaning that names its term: "Vad menar förbundet med strukturbrist?", "Vad är LBE i taxan?".
_TERM_ASKED = re.compile(
    r"\b(?:vad|va)\s(?:menar|avser|åsyftar|menade)\b.{0,60}?\bmed\s(?:begreppet\s|ordet\s|uttrycket\s)?(?P<meant>[\w-]+)"
    r"|\bhur\sdefiniera(?:r|s)\b(?:.{0,40}?\b(?:begreppet|ordet|uttrycket))?\s(?P<defined>[\w-]+)"
    r"|\b(?:vad|va)\s(?:är|e)\s(?:en\s|ett\s)?(?P<short>(?-i:[A-ZÅÄÖ]{2,6}))(?=\s(?:i|enligt|för något|på)\b)"
    r"|\b(?:menas|avses)\smed\s(?:begreppet\s|ordet\s|uttrycket\s|termen\s)?(?P<said>[\w-]{2,})"
    r"|\b(?:vad|va)\sstår\s(?P<stands>(?-i:[A-ZÅÄÖ][A-Za-zÅÄÖåäö&]{1,7}))\sför\b",
    re.IGNORECASE,
)


def definitions(inquiry: Inquiry) -> list[Candidate]:
    """Answer what a term means when a document in scope says so."""
    terms = _terms_asked(inquiry)
    if not terms:
        return []
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


def _terms_asked(inquiry: Inquiry) -> set[str]:
    """Return the terms whose meaning is asked for, in lower case; none when the question asks something else."""
    named = _TERM_ASKED.search(inquiry.understanding.text)
    if named is not None:
        return {next(term for term in named.groups() if term).lower()}
    if not inquiry.understanding.asks_for(Intent.DEFINITION):
        return set()
    subject = inquiry.understanding.subject
    # "Vad betyder LBE i taxan (RSG)?": the first is asked about, the other says where
    return {word.lower() for word in next(([word] for word in subject if _is_abbreviation(word)), subject)}


def _is_abbreviation(word: str) -> bool:
    return sum(map(str.isupper, word)) > 1


def _meaning(found: Scored) -> str:
    return found.fact.meaning if found.fact.kind == "abbreviation" else ""


def _folded(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())
