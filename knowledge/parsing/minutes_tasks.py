"""Tasks that minutes tell in running words: "Förvaltningen ska senast … redovisa", "Stina bokar lokal"."""

import re
from dataclasses import dataclass

from knowledge.parsing.addressees import is_organisation
from knowledge.parsing.boards import BOARD
from knowledge.parsing.people import is_person, untitled


@dataclass(frozen=True, slots=True)
class Told:
    """Who is told to do what; `what` is empty where the words only say who is responsible."""

    who: str
    what: str


_ADVERBS = (
    r"(?:(?:därefter|också|även|sedan|vidare|därför|samtidigt|i\s+sin\s+tur|därmed|snarast|omgående)\s+)*"
)
_SHALL = re.compile(
    r"^(?:[Aa]tt\s+|[Ss]amt\s+|[Oo]ch\s+)*(?P<who>[A-ZÅÄÖa-zåäö][^.;:,]{1,110}?)\s+(?:(?:senast|till|före|under|inför)\s+[^.;:,]{3,40}?\s+)?ska(?:ll)?\s+(?P<what>.+)",
    re.DOTALL,
)
# The first verb after "ska" says whether somebody acts ("redovisa") or something is done ("redovisas").
_VERB = re.compile(
    r"\b(?:(?P<acts>(?!(?:vara|första|andra|tredje|samma|alla|dessa|många|sina|nästa|vidare|båda|flera|gälla|finnas)\b)[a-zåäö]{2,}a|ha|ta|ge|se|få|gå|stå|ske|bli)|(?P<passive>[a-zåäö]{3,}(?:as|ås|es)|vara))\b"
)
_NOT_ACTING = {"få", "gå", "stå", "ske", "bli", "kunna", "komma", "börja", "fortsätta", "kosta", "omfatta"}
_RESPONSIBLE = re.compile(
    r"^(?:[Aa]tt\s+)?(?P<who>[A-ZÅÄÖa-zåäö][^.;:,]{1,90}?)\s+(?:ansvarar|svarar|är\s+ansvarig)(?:\s+(?P<what>för\s+.+))?[\s.]*$",
    re.DOTALL,
)
_ACTS = (
    r"återkommer|ser\s+över|hör\s+(?:efter|av\s+sig)|tar\s+(?:fram|kontakt|reda|med|in|på\s+sig|ett\s+möte|hand|(?:det|detta|frågan)\s+vidare)|kontaktar|bjuder\s+in|kallar|bokar|"
    r"sammanställer|undersöker|utreder|skriver|kollar|stämmer\s+av|skickar|mejlar|mailar|ringer|ordnar|fixar|förbereder|uppdaterar|pratar\s+med|"
    r"gör\s+(?:klart|en|ett|om)|lägger\s+(?:upp|in|till|ut)|utser|samlar\s+in|följer\s+upp|bevakar|håller\s+i|arbetar\s+vidare|jobbar\s+vidare|kompletterar|"
    r"formulerar|reviderar|justerar\s+(?!protokoll)|delar\s+ut|sprider|beställer|begär\s+in|planerar\s+in|rekryterar|fyller\s+i|anmäler\s+(?=sin|sitt)"
)
_PRESENT = re.compile(
    rf"^(?P<who>[A-ZÅÄÖ][^.;:,]{{0,70}}?)\s+{_ADVERBS}(?P<what>(?P<verb>{_ACTS})\b.*)", re.DOTALL
)
# What is told of now, unless a coming time stands with it.
_LATER = re.compile(
    rf"^(?P<who>[A-ZÅÄÖ][^.;:,]{{0,70}}?)\s+{_ADVERBS}(?P<what>(?:redovisar|rapporterar|presenterar|lämnar|informerar|meddelar|redogör|genomför|lägger\s+fram)\b"
    r".*?\b(?:(?:på|till|vid|inför)\s+(?:\w+\s+)?(?:nästa|kommande|mötet|sammanträdet)\b|senast\b|(?:på|till|vid)\s+\w*(?:mötet|sammanträdet)\b).*)",
    re.DOTALL,
)
_TO_DO = re.compile(
    r"^(?:[•*–-]\s*)?(?:Att\s+göra|Åtgärd|Uppgift|Aktivitet|Action|Todo|Nästa\s+steg)\s*:\s*(?P<what>.+)",
    re.IGNORECASE | re.DOTALL,
)
_REPORTS = re.compile(
    r"^(?:redovisa|lämna|inkomma|rapportera|återkomma|meddela|återrapportera|inge|skicka)\b"
)
# What is written does nothing itself ("Utredningen ska redovisa …").
_PAPER = re.compile(
    r"(?:utredning|rapport|plan|förslag|arbet|uppdrag|redovisning|analys|kartläggning)\w*", re.IGNORECASE
)
_TITLE = re.compile(
    r"(?:[Vv][Dd]|VD|(?:varje|respektive|samtliga|alla|berörda?)\s+[\wåäö-]+|alla|samtliga)",
    re.IGNORECASE,
)
_PLAIN_TITLE = re.compile(
    r"[A-ZÅÄÖa-zåäö-]*(?:ingenjör|sekreterare|chef|direktör|ledare|samordnare|strateg|utredare|handläggare|ekonom|controller|jurist|planerare|arkitekt|rektor|koordinator|utvecklare|konsulent|kurator|pedagog|inspektör|mästare)(?:n|en)?"
)


def told_in(words: str, people: frozenset[str]) -> Told | None:
    """Return the task that a sentence of a decision gives, to a board, a unit, a title or one of the people."""
    shall = _SHALL.match(words)
    if shall is not None and not _PAPER.fullmatch(shall["who"]):
        verb = _VERB.search(shall["what"])
        acts = verb["acts"] if verb else ""
        if (
            acts
            and acts not in _NOT_ACTING
            and (_is_actor(shall["who"], people) or _must_report(shall, acts))
        ):
            return Told(shall["who"], shall["what"])
    responsible = _RESPONSIBLE.match(words)
    if responsible is not None and _is_actor(responsible["who"], people):
        return Told(responsible["who"], responsible["what"] or "")
    return noted_task(words, people, by_title=True)


def noted_task(words: str, people: frozenset[str], *, by_title: bool = False) -> Told | None:
    """Return the task that a note tells in the present tense, of one of the people, or of a title or unit (`by_title`)."""
    todo = _TO_DO.match(words)
    if todo is not None:
        told = _PRESENT.match(todo["what"]) or re.match(
            r"(?P<who>[A-ZÅÄÖ][\wåäö-]+)\s+(?P<what>[a-zåäö]+r\b.*)", todo["what"], re.DOTALL
        )
        return Told(told["who"], told["what"]) if told else Told("", todo["what"])
    responsible = _RESPONSIBLE.match(words)
    if responsible is not None and _are_people(responsible["who"], people):
        return Told(responsible["who"], responsible["what"] or "")
    for pattern in (_PRESENT, _LATER):
        match = pattern.match(words)
        if match is None:
            continue
        who = match["who"]
        if _are_people(who, people) or _TITLE.fullmatch(who) or (by_title and _is_employed(who, people)):
            return Told(who, match["what"])
    return None


def people_named(words: str) -> frozenset[str]:
    """Return the first and the whole names in the words above the first matter, by which notes call those present."""
    names = re.findall(
        r"\b[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäö]+)?(?:[ ]+[A-ZÅÄÖÉ][\wåäöéü-]+){1,2}", words
    )
    return frozenset(part for name in names for part in (name, name.split()[0]))


def _must_report(shall: re.Match[str], acts: str) -> bool:
    """Tell a body outside the organisation that is to report ("Hamnteatern ska redovisa …")."""
    return bool(_REPORTS.match(acts)) and shall["who"][0].isupper() and len(shall["who"].split()) <= 5


def _are_people(who: str, people: frozenset[str]) -> bool:
    parts = re.split(r",\s*|\s+(?:och|samt)\s+", who)
    known = [part in people or untitled(part) in people for part in parts]
    return any(known) and all(
        is_known or re.fullmatch(r"[A-ZÅÄÖ][\wåäö-]+", part)
        for is_known, part in zip(known, parts, strict=True)
    )


def _is_employed(who: str, people: frozenset[str]) -> bool:
    """Tell a title or a unit, which carries out, from a board, which decides ("Nämnden utser …")."""
    return BOARD.fullmatch(who) is None and _is_actor(who, people)


def _is_actor(who: str, people: frozenset[str]) -> bool:
    if re.search(r"\b(?:som|att|vilket|detta|den|det|i|på|av|med|från|till)\b", who) or len(who.split()) > 8:
        return False
    if _TITLE.fullmatch(who) or is_organisation(who) or _PLAIN_TITLE.fullmatch(who):
        return True
    title, _, name = who.partition(" ")
    return _are_people(who, people) or (bool(_PLAIN_TITLE.fullmatch(title)) and is_person(name))
