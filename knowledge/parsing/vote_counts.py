"""The counts of a vote as a sentence tells them, in figures or in words, with the names that stand by them."""

import re
from dataclasses import dataclass

from knowledge.parsing.people import NAMES, listed_names


@dataclass(frozen=True, slots=True)
class Counts:
    """How many voted each way and who; None where the words do not say."""

    yes: int | None = None
    no: int | None = None
    abstained: int | None = None
    absent: int | None = None
    yes_members: tuple[str, ...] = ()
    no_members: tuple[str, ...] = ()
    abstaining_members: tuple[str, ...] = ()
    absent_members: tuple[str, ...] = ()


_NUMBER_WORDS = {
    "ingen": 0, "inga": 0,
    "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10,
    "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16, "sjutton": 17, "arton": 18,
    "nitton": 19, "tjugo": 20,
}  # fmt: skip
_COUNT = r"(?:\d{1,3}|" + "|".join(word for word, number in _NUMBER_WORDS.items() if number) + r")"
_COUNT_OR_NONE = rf"(?:{_COUNT}|ingen|inga)"
_WHO = r"(?:ledamot|ledamöter|av\s+ledamöterna|personer)"
# Names in brackets or between commas after a count, told apart from other words by their capitals alone.
_IN_BRACKETS = rf"\s*\((?P<names>(?-i:{NAMES}))\)"
_BETWEEN_COMMAS = rf",\s*(?P<names2>(?-i:{NAMES})),"

LABELLED_COUNT = re.compile(
    r"\b(?:(?P<antal>Antal\s+)?)(?P<what>Ja|Nej|Avstår|Avstår\s+från\s+att\s+rösta|Frånv\w*|Nedlagda)(?:-?röster)?"
    r"\s*(?(antal):?|:)\s*(?P<n>\d{1,3})\b",
    re.IGNORECASE,
)
_YES = re.compile(
    rf"\b(?P<n>{_COUNT})\s+(?:st\.?\s+)?(?:ja-?\s?röst\w*|ja\b|röst\w*\s+(?:för|på)\s+(?:ja|bifall)\b|(?:ledamöter\s+)?röstar\s+ja|för\s+bifall)(?:{_IN_BRACKETS})?",
    re.IGNORECASE,
)
_NO = re.compile(
    rf"\b(?P<n>{_COUNT})\s+(?:st\.?\s+)?(?:nej-?\s?röst\w*|nej\b|röst\w*\s+(?:för|på)\s+(?:nej|avslag)\b|(?:ledamöter\s+)?röstar\s+nej)(?:{_IN_BRACKETS})?",
    re.IGNORECASE,
)
# "Ja 12, Nej 10, Frånvarande 1"
_TALLY = re.compile(
    r"\b(?P<what>Ja|Nej|Avstår|Avstod|Frånv\w*|Nedlagda)\s+(?P<n>\d{1,3})(?=\s*[,.;]|\s+(?:och|ja|nej|avst\w+|frånv\w*|nedlagda)\b|\s*$)",
    re.IGNORECASE,
)
# "5 för styrelsens förslag och 2 för …", "7 röster mot 4", "röstsiffrorna 7–4", "omröstningen slutade 32 mot 27",
# "30 röster för motionen och 29 emot": the first wins or is the main proposal
_AGAINST = re.compile(
    rf"\b(?:om)?röst\w*\b.{{0,80}}?\b(?P<yes>{_COUNT})\s+(?:röster\s+)?för\b.{{3,90}}?(?:\b(?:och|mot|medan)|,)\s+(?P<no>{_COUNT})\s+(?:röster\s+)?för\b"
    rf"|\b(?P<yes2>{_COUNT})\s+röster\s+mot\s+(?P<no2>{_COUNT})\b"
    r"|\b(?:röstsiffrorna|rösterna|(?:omröstningen|voteringen)\s+(?:slutade|utföll|utfaller|slutar)(?:\s+(?:med|med\s+siffrorna))?)\s+(?P<yes3>\d{1,3})\s*(?:[–-]|mot)\s*(?P<no3>\d{1,3})\b"
    rf"|\b(?P<yes4>{_COUNT})\s+röster\s+för\b.{{3,90}}?\b(?:och|mot|medan)\s+(?P<no4>{_COUNT})\s+(?:röster\s+)?e?mot\b",
    re.IGNORECASE | re.DOTALL,
)
# One side of a vote told by who voted; where both are for something, the first wins or is the main proposal.
_SIDES = (
    # "två ledamöter, Ek och Holm, röstar för återremiss", "9 röstade mot"
    re.compile(
        rf"\b(?P<n>{_COUNT})(?:\s+{_WHO})?(?:{_BETWEEN_COMMAS}|{_IN_BRACKETS})?\s+(?:röstar|röstade)\s+(?P<way>för|e?mot)\b",
        re.IGNORECASE,
    ),
    # "För styrelsens förslag röstade 22 ledamöter"
    re.compile(
        rf"\b(?P<way>för|mot)\s+[^.;,]{{3,90}}?\s+(?:röstar|röstade)\s+(?P<n>{_COUNT})(?:\s+{_WHO})?(?:{_IN_BRACKETS})?",
        re.IGNORECASE,
    ),
    # names, each side with its count: "För VD:s förslag röstar Ek och Holm (2 röster) och för motförslaget Ås (1 röst)"
    re.compile(
        rf"\b(?P<way>för|mot)\s+[^.;,()]{{3,90}}?\s+(?:(?:röstar|röstade)\s+)?(?P<names>(?-i:{NAMES}))\s*\((?P<n>{_COUNT})\s+röst(?:er)?\)",
        re.IGNORECASE,
    ),
    # counts, each with its names: "Två (Ek, Holm) stödde förslaget, en (Ås) var emot"
    re.compile(
        rf"\b(?P<n>{_COUNT})(?:\s+{_WHO})?(?:{_IN_BRACKETS})?\s+(?:(?P<way>(?:stödde|stöder|stödjer|var\s+för|är\s+för)|(?:var|är)\s+emot))\b",
        re.IGNORECASE,
    ),
)
_ABSTAINED = re.compile(
    rf"\b(?P<n>{_COUNT_OR_NONE})(?:\s+{_WHO})?(?:{_BETWEEN_COMMAS}|{_IN_BRACKETS})?\s+(?:som\s+)?(?:avstår|avstod|avstått|nedlagda?|lade\s+ned|blanka|avstående|lägger\s+ned)",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    rf"\b(?P<n>{_COUNT_OR_NONE})(?:\s+{_WHO})?(?:{_BETWEEN_COMMAS})?\s*(?:är|var)?\s*frånvarande(?:{_IN_BRACKETS})?",
    re.IGNORECASE,
)
_ABSTAINERS = re.compile(rf"\b[Ll]edamöter\s+som\s+(?:avstod|avstår)\s*:\s*(?P<names>{NAMES})")
_BOTH = 2  # sides of a vote


def counts_in(text: str) -> Counts:
    """Return the counts that a sentence tells."""
    tally = {match["what"].lower()[:3]: int(match["n"]) for match in _TALLY.finditer(text)}
    listed = tally if {"ja", "nej"} <= tally.keys() else {}
    listed |= {match["what"].lower()[:3]: int(match["n"]) for match in LABELLED_COUNT.finditer(text)}
    yes, no = _YES.search(text), _NO.search(text)
    abstained, absent, abstainers = _ABSTAINED.search(text), _ABSENT.search(text), _ABSTAINERS.search(text)
    counts = Counts(
        listed.get("ja", _number(yes)),
        listed.get("nej", _number(no)),
        listed.get("avs", _number(abstained)),
        listed.get("frå", _number(absent)),
        _names(yes),
        _names(no),
        _names(abstained) or _names(abstainers),
        _names(absent),
    )
    return _with_sides(counts, text) if counts.yes is None or counts.no is None else counts


def _with_sides(counts: Counts, text: str) -> Counts:
    """Take the counts from words for and against where no yes or no stands in them."""
    against = _AGAINST.search(text)
    if against:
        yes, no = (
            _count(next(filter(None, (against[f"{way}{form}"] for form in ("", "2", "3", "4")))))
            for way in ("yes", "no")
        )
        return _told(counts, yes, no)
    sides = sorted((match for side in _SIDES for match in side.finditer(text)), key=re.Match.start)
    # a side may be told in the words of another: "För A röstade 22 ledamöter, 9 röstade för B"
    told = [side for index, side in enumerate(sides) if not index or side.start() >= sides[index - 1].end()]
    if len(told) != _BOTH or told[0]["way"].lower().endswith("mot"):
        return counts
    first, other = told
    return _told(counts, _number(first), _number(other), _names(first), _names(other))


def _told(
    counts: Counts,
    yes: int | None,
    no: int | None,
    yes_members: tuple[str, ...] = (),
    no_members: tuple[str, ...] = (),
) -> Counts:
    return Counts(
        yes,
        no,
        counts.abstained,
        counts.absent,
        yes_members,
        no_members,
        counts.abstaining_members,
        counts.absent_members,
    )


def _names(match: re.Match[str] | None) -> tuple[str, ...]:
    groups = match.groupdict() if match else {}
    named = groups.get("names") or groups.get("names2")
    return listed_names(named) if named else ()


def _number(match: re.Match[str] | None) -> int | None:
    return None if match is None else _count(match["n"])


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBER_WORDS[word.lower()]
