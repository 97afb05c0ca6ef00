"""Which side of a vote a question means: by its way ("röstade nej"), or by what they were for or against."""

import re

from knowledge.facts import VoteFact
from retrieval.inquiry import Inquiry
from retrieval.matching import AskedWord

_STOOD = re.compile(
    r"\b(?:röst(?:ar|ade|at|a)|voted?)\s+(?P<way>för|e?mot|for|against)\s+(?P<what>.+)|\b(?P<way2>emot)\b(?P<what2>.*)"
)
_TURNS_DOWN = re.compile(
    r"\bavsl[aåo]|\bavstyrk|\bupphäv|\b(?:inte|ej|not)\b|\breject|\bavbryt", re.IGNORECASE
)
_OF_THE_ORDER = re.compile(r"åter(?:remi|förvis)|\bavgör|\bbordl|\bi ?dag\b", re.IGNORECASE)
_WAY = re.compile(r"\b(?P<way>ja|nej)\b", re.IGNORECASE)
# Characters: "med 6 ja-röster för att avgöra ärendet i dag mot 7 nej-röster för återremiss".
LONGEST_COUNT = 160
_WHOEVER = re.compile(r"[\W_]*den\s+som\b", re.IGNORECASE)


def side_asked(inquiry: Inquiry, fact: VoteFact, quote: str) -> tuple[str, tuple[str, ...]]:
    """Return how those voted whom the question asks for, and their names; empty when it names no side."""
    lowered = inquiry.understanding.text.lower()
    if re.search(r"avst[åo]|abstain|\bl(?:a|ade|ägger) ne[rd]\w*", lowered):
        return "avstod", fact.abstaining_members
    if re.search(r"frånvar|sakna|\bborta\b|\babsent|\bmissing\b", lowered):
        return "var frånvarande", fact.absent_members
    says_yes = _says_yes(inquiry, _told(fact, quote), lowered)
    if says_yes is None:
        return "", ()
    return ("röstade ja", fact.yes_members) if says_yes else ("röstade nej", fact.no_members)


def is_of_what_is_asked(inquiry: Inquiry, fact: VoteFact, quote: str) -> bool:
    """Tell whether a vote itself says, beside its matter, what the question's "för" or "mot" speaks of."""
    stood = _STOOD.search(inquiry.understanding.text.lower())
    return (
        stood is not None
        and _leaning(inquiry, _told(fact, quote), stood["what"] or stood["what2"] or "") != 0
    )


def _told(fact: VoteFact, quote: str) -> str:
    """Return the words that tell what a yes and a no meant: the proposition, else those of the count itself."""
    return fact.proposition or quote[:LONGEST_COUNT]


def _says_yes(inquiry: Inquiry, told: str, lowered: str) -> bool | None:
    """Tell whether the question means those who voted yes; nothing where it does not tell."""
    if way := re.search(r"\b(?:(?P<no>nej|no)|ja|yes)\b", lowered):
        return way["no"] is None
    stood = _STOOD.search(lowered)
    if stood is None:
        return None
    for_it = _is_for(inquiry, told, stood["what"] or stood["what2"] or "")
    if for_it is None:
        return None
    return for_it if (stood["way"] or stood["way2"]) in {"för", "for"} else not for_it


def _is_for(inquiry: Inquiry, told: str, what: str) -> bool | None:
    """Tell whether a yes was for what is asked about: the main proposal, unless the vote was on another thing."""
    if leaning := _leaning(inquiry, told, what):
        return leaning > 0
    yes, _ = meanings(told)
    is_of_another = _OF_THE_ORDER.search(told) or _TURNS_DOWN.search(yes)
    return None if is_of_another else _TURNS_DOWN.search(what) is None


def _leaning(inquiry: Inquiry, told: str, what: str) -> float:
    """Return how much more a yes than a no was for what is asked about, by what each is said to mean."""
    asked = [word for word in inquiry.asked.words if re.search(rf"\b{re.escape(word.surface.lower())}", what)]
    turned = _TURNS_DOWN.search(what) is None
    yes, no = (_for(inquiry, asked, words, turned=turned) for words in meanings(told))
    return yes - no


def _for(inquiry: Inquiry, asked: list[AskedWord], words: str, *, turned: bool) -> float:
    """Return the weight of the asked words that one side's meaning names; below nothing where it turns them down."""
    weight = sum(word.weight for word in asked if inquiry.matcher.names(word, words))
    return weight if (_TURNS_DOWN.search(words) is None) == turned else -weight


def meanings(words: str) -> tuple[str, str]:
    """Return what a yes and what a no meant, as they are told: "ja för X, nej för Y", "den som vill X röstar ja"."""
    told = {"ja": "", "nej": ""}
    ways = list(_WAY.finditer(words))
    stands_after = _WHOEVER.match(words) is not None
    for place, way in enumerate(ways):
        before = ways[place - 1].end() if place else 0
        after = ways[place + 1].start() if place + 1 < len(ways) else len(words)
        told[way["way"].lower()] += words[before : way.start()] if stands_after else words[way.end() : after]
    return told["ja"], told["nej"]
