"""Rivals: words of another thing of the sort than a question names, in another place, of another number or on the other side; pure."""

import re

from retrieval.asked_for import Expectation
from retrieval.lexicon import FUNCTION_WORDS, LIGHT_WORDS
from retrieval.understanding import Understanding
from retrieval.windows import sentences

# "Alternativ B" is another than A: what a question marks by a letter its source must mark so too.
_MARKED = re.compile(
    r"\b(?P<sort>alternativ|etapp|fas|linje|zon|option)\s(?P<mark>(?-i:[A-Za-hj-z]))\b", re.IGNORECASE
)
_NAMED_THING = re.compile(r"(?<=\w )(?P<name>[A-ZÅÄÖ][\wåäö-]{2,}) (?P<noun>[a-zåäö]{4,})")
_PLACED_STEM = 5  # letters
_NO_PLACE = r"\w*(?:styrelse|nämnd|fullmäktige|utskott|direktion)"
_NO_THING = r"(?!beslut|uppdrag|arbete|insats|ansvar|frågor|ärende|verksamhet|möte|sammanträd)"
_PLACED = re.compile(
    rf"\b(?P<noun>{_NO_THING}[a-zåäö]{{6,}}) (?:i|på|vid) (?P<place>[A-ZÅÄÖ][a-zåäö]{{3,}})\b(?! [a-zåäö]*(?:styrelse|nämnd|fullmäktige|utskott))"
)
_NUMBERED = re.compile(
    r"\b(?P<noun>etapp|fas|steg|spår|alternativ|delmål|nivå|zon|delområde)\s(?P<number>\d{1,2}|[A-E])\b",
    re.IGNORECASE,
)
_SIDES = (("avstyrk", "tillstyrk"), ("bifall", "avslag"))
_HOW_MANY = r"\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|flera|\d{1,3})"
_EACH_ASKED = re.compile(r"\b(?:vilka|which) (?P<noun>[a-zåäö]{4,})\b", re.IGNORECASE)
_SEAT_ASKED = re.compile(
    r"\b(?:efterträ\w+|ersätt\w+|ledamot|ny ordförande|plats\w*)\b.* i (?P<board>\w*(?:fullmäktige|nämnden?|styrelsen?|utskottet|direktionen)\b)",
    re.IGNORECASE,
)
_SEAT = re.compile(
    r"\b(?:ledamot|ersättare|ordförande|suppleant) i (?P<board>[\wåäö-]*(?:-? och [\wåäö-]+)?(?:fullmäktige|nämnden|styrelsen|utskottet|direktionen|delegationen))",
    re.IGNORECASE,
)


def of_the_marked(question: str, words: str) -> bool:
    """Tell whether words are of the alternative, the stage or the area that a question marks by a letter: "alternativ B"."""
    return all(_is_marked(marked, words) for marked in _MARKED.finditer(question))


def _is_marked(marked: re.Match[str], words: str) -> bool:
    return bool(
        re.search(rf"\b{marked['sort']}\w*\s(?:\w+(?:,| och|–)\s?)*{marked['mark']}\b", words, re.IGNORECASE)
    )


def names_a_rival(question: str, text: str) -> bool:
    """Tell whether words speak of another thing of the sort than the question names: "Åby skola", where "Ekby skola" is asked about."""
    for named in _NAMED_THING.finditer(question):
        name, noun = (
            named["name"].removesuffix("s"),
            re.escape(named["noun"][: max(4, len(named["noun"]) - 2)]),
        )
        own = re.compile(rf"\b{re.escape(name)}")
        another = re.compile(rf"\b(?P<name>[A-ZÅÄÖ][a-zåäö]{{3,}}) {noun}")
        for said in sentences(text):
            others = () if name.isupper() or own.search(said.text) else another.finditer(said.text)
            if any(other["name"].lower() not in LIGHT_WORDS | FUNCTION_WORDS for other in others):
                return True
    return (
        lies_elsewhere(question, text)
        or _seat_elsewhere(question, text)
        or names_another_number(question, text)
        or _takes_the_other_side(question, text)
    )


def lies_elsewhere(question: str, text: str) -> bool:
    """Tell whether words place a thing elsewhere than the question does: "brandstation i Hovsta", for one in Nordanby."""
    for asked in _PLACED.finditer(question):
        place = asked["place"].removesuffix("s")
        stem = re.escape(asked["noun"][: max(_PLACED_STEM, len(asked["noun"]) - 2)])
        elsewhere = re.search(rf"\b(?i:{stem})\w* (?:i|på|vid) (?!{_NO_PLACE})[A-ZÅÄÖ][a-zåäö]{{3,}}", text)
        if elsewhere is not None and not re.search(rf"\b(?:i|på|vid|till|från) {place}", text):
            return True
    return False


def names_another_number(question: str, text: str) -> bool:
    """Tell whether words speak of another of a numbered sort than the question: "etapp 2", where "etapp 3" is asked about."""
    for asked in _NUMBERED.finditer(question):
        numbers = {
            said["number"].upper()
            for said in _NUMBERED.finditer(text)
            if said["noun"].lower() == asked["noun"].lower()
        }
        if numbers and asked["number"].upper() not in numbers:
            return True
    return False


def _takes_the_other_side(question: str, text: str) -> bool:
    """Tell whether words say only the opposite of what is asked for: "tillstyrker", where who "avstyrkte" is asked."""
    for one, other in _SIDES:
        for asked, opposite in ((one, other), (other, one)):
            if asked in question.lower() and opposite not in question.lower():
                return opposite in text.lower() and asked not in text.lower()
    return False


def only_counts(understanding: Understanding, text: str) -> bool:
    """Tell whether words that should name each of several things only say how many they are: "minst sex kliniker"."""
    asked = _EACH_ASKED.search(understanding.text)
    if asked is None or understanding.expectation is not Expectation.WHICH:
        return False
    counted = re.search(
        rf"{_HOW_MANY} (?:\w+ )?\w*{re.escape(asked['noun'][:5])}\w*(?P<after>[^.]{{0,80}})",
        text,
        re.IGNORECASE,
    )
    return counted is not None and not re.search(
        r"[:•]|, .* och |\boch [A-ZÅÄÖ]|[A-ZÅÄÖ]\w+,", counted["after"]
    )


def _seat_elsewhere(question: str, text: str) -> bool:
    """Tell whether words fill a seat in other boards than the one whose seat is asked about."""
    asked = _SEAT_ASKED.search(question)
    if asked is None:
        return False
    board = asked["board"][:8].lower()
    seats = [seat["board"].lower() for seat in _SEAT.finditer(text)]
    return bool(seats) and not any(board in seat for seat in seats)
