"""Assignment wording: who is given an assignment, in the forms that decisions and directives use."""

import re
from dataclasses import dataclass
from enum import IntEnum

from knowledge.parsing.addressees import ORGANISATION_END, Addressee, split_addressees

_GIVER = (
    r"(?P<giver>[Rr]egeringen(?:s(?= beslutar))?|Regeringskansliet(?:\s\([^)]{1,80}\))?|[A-ZÅÄÖ][\wåäö-]*(?:departementet|fullmäktige|styrelsen|nämnden|utskottet|beredningen|direktören)"
    r"|(?:chefen för|statsrådet)\s[^.,]{3,60}?)"
)
_ADVERBS = r"(?:(?:även|också|härmed|därför|nu|samtidigt|vidare|dessutom|således|bland annat|bl\.a\.|genom (?:ett )?beslut(?: den \d{1,2} \w+ (?:19|20)\d\d)?|i (?:ett )?beslut den \d{1,2} \w+ (?:19|20)\d\d|därutöver|gemensamt|idag|i dag|(?:\w+dagen\s)?den \d{1,2} \w+(?: (?:19|20)\d\d)?(?: \([^)]{1,60}\))?)\s+)*"
_NEW = r"(?:(?:i|ett|det|de|följande|fortsatt|fortsatta|förnyat|förlängt|nytt|gemensamt|särskilt|ändrat|utökat|utvidgat|kompletterande|tidsbegränsat)\s+)*"
_GIVES = re.compile(
    rf"\b{_GIVER}\b(?P<between>[^.:]{{0,140}}?)\b(?P<verb>ger|get|gav|ge|gett|givit|gjort|lämnar|lämnade)\s+{_ADVERBS}(?P<who>\S.{{1,1400}}?)\s+{_NEW}(?:[Uu]ppdrag(?:en|et)?|[Tt]illäggsuppdrag(?:et)?)\b(?!s)"
)
_COMMISSIONS = re.compile(
    rf"\b{_GIVER}\b(?P<between>[^.:]{{0,140}}?)\b(?P<verb>uppdrar|uppdrog|uppdra|uppdragit)\s+{_ADVERBS}(?:(?:åt|till|at)\s+)?(?P<who>\S.{{1,1400}}?)"
    r"(?=,?\s+(?:att|följande|i uppdrag)\b|\s+(?:om|enligt)\s|,\s+(?:som|inom|utifrån)\b[^.]{0,300}?\batt\b|[.:;]|$)"
)
_INVERTED = re.compile(
    rf"\b(?P<verb>uppdrar|ger|gav|uppdrog)\s+(?P<giver>regeringen)\s+{_ADVERBS}(?:åt\s+)?(?P<who>\S.{{1,800}}?)(?=\s+{_NEW}uppdrag\b|\s+att\b)"
)
_RECEIVES = re.compile(
    rf"(?:^|\()(?:(?:Därför|Dessutom|Vidare|Samtidigt|Härmed)\s+)?(?P<who>[A-ZÅÄÖ](?:[^.:;()]|\([^()]*\)){{1,700}}?)\s+(?P<verb>får|ges|fick|gavs|har fått|har getts|har givits|har i uppdrag|tilldelas)\s+{_ADVERBS}"
    r"(?:(?:därmed|enligt\s\S+\s\S+)\s+)*"
    rf"{_NEW}(?:i\s+)?(?:uppdrag(?:et)?(?:\s+(?:att|om|av)\b|[:.]|$)|uppgift att)"
)
_EARLIER = re.compile(r"uppdrog|uppdragit|gav|gett|givit|fick|gavs|har|gjort|lämnade")
_TO = re.compile(
    r"\b(?:[Uu]ppdrag(?:et|en)?|[Dd]eluppdrag(?:et)?|[Tt]illäggsuppdrag(?:et)?|[Rr]egeringsuppdrag(?:et)?|[Mm]yndighetsuppdrag)\s+(?:till|åt)\s+(?P<who>.{2,600}?)"
    r"(?=,?\s+(?:att|om|angående|avseende|med anledning|gällande|rörande|i fråga|inom|enligt|i syfte|kring|inför|med|på|ska|som|från|under|och till)\b|\s+för\s+(?:att|stöd|ökad|\w+ing)\b|(?<!Kungl)\.|[;:]|\s–\s|$)"
)
_POSSESSIVE = re.compile(
    rf"\b(?!(?:tiden|tid|uppdraget|redovisningen|slutredovisningen)\b)(?P<who>(?:[A-ZÅÄÖ][\wåäö-]*\.?\s+)?(?:[\wåäöÅÄÖ-]+\s+(?:och|för)\s+){{0,4}}(?:[\wåäöÅÄÖ-]*{ORGANISATION_END}|(?<=för )[\wåäö]+?))s(?:\s\([^)]{{1,20}}\))?\s+(?:uppdrag|tid|framställning|begäran|hemställan)\b"
)
_DECIDED_TO_DO = re.compile(
    r"^Regeringen (?:beslutar|har beslutat|beslutade) att (?P<who>[A-ZÅÄÖ][^.:;]{1,200}?)\s+(?:ska|skall|får)\s"
)
_GRANTED = re.compile(
    r"^Regeringen (?:beviljar|beslutar att bevilja|beslutar (?:att )?ge)\s+(?P<who>[A-ZÅÄÖ][^.:;\d]{1,200}?)\s+(?:\d|högst|ett bidrag|bidrag|medel|rätt att rekvirera)"
)
_NAMED = re.compile(
    r"(?:tillsatte|förordnade|utsåg|tillkallade|utser|förordnar|tillsätter)\s+(?:regeringen\s+)?(?P<who>[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+){1,3}),?\s[^.]{0,120}?\bsom\s+(?:särskild\s+)?(?:utredare|samordnare)"
)
_INQUIRY_LATER = re.compile(
    r"\b(?:ska|skall|får|tillsatt|tillsätta|tillsätter|tillkallar|utser)\s+(?P<who>(?:en|ett)\s+(?:[\wåäö-]+\s+){0,3}?(?:utredare|kommitté|utredning|samordnare|delegation|organisationskommitté|kommission))\b"
)
_INQUIRY_KNOWN = re.compile(
    r"^(?:[^.:]{0,200}?\b(?:ska|skall)\s+(?P<who2>utredaren|kommittén)\b|(?P<who>Utredaren|Utredningen|Kommittén|Delegationen|Samordnaren|Kommissionen|Beredningen|[A-ZÅÄÖ]\w+(?:utredningen|kommittén|delegationen|kommissionen|beredningen))\s+(?:ska|skall|får|bör)\b)"
)
_INQUIRY = re.compile(
    r"(?:Regeringen\s+(?:tillkallar|tillsätter|utser|inrättar|förordnar)\s+|^)(?:[^.]{0,80}?,\s+)?(?P<who>(?:[Ee]n|[Ee]tt|[Tt]vå|[Dd]en|[Tt]re)\s+(?:(?!ska\b|som\b|att\b)[\wåäöÅÄÖ-]+,?\s+){0,5}?"
    r"(?:utredare[n]?|kommitté[n]?|kommittéer|kommission|delegation(?:en)?|samordnare|beredning|utredning|förhandlare|förhandlingsperson(?:er)?|expertgrupp|arbetsgrupp|utredningsman|sakkunnig|råd|analysgrupp|"
    r"forskargrupp|referensgrupp|projektgrupp|expert|person|granskningskommission|organisationskommitté|myndighet)\b)(?=(?P<rest>.{0,400}))"
)
_INQUIRY_DOES = re.compile(
    r"\b(?:ska|skall|får|har|tillkallas|tillsätts|utses|inrättas|ges|biträder|föreslå|bistår|förordnas|överväger|med uppdrag)\b"
)
_SUPPLEMENT = re.compile(
    r"(?:[Tt]illäggsdirektiv|[Ää]ndrade direktiv|[Tt]illäggsuppdrag|[Nn]ya direktiv|[Dd]irektiv)\s+(?:till|för|åt)\s+(?P<who>.+?)(?=\s+(?:–\s|- )?(?:om förlängd|förlängd tid|angående|avseende)\b|\.?$|\.\s)"
    r"|[Ff]örlängd tid (?:för|till)\s+(?:arbetet i\s+|arbetet för\s+|uppdraget för\s+)?(?P<who2>(?:den |[Uu]tredningen|[Kk]ommittén|[Dd]elegationen|[A-ZÅÄÖ]\S*(?:utredningen|kommittén|delegationen|kommissionen|beredningen)).*?)(?=\.?$|\.\s)"
)
_SHALL = re.compile(r"^(?P<who>[A-ZÅÄÖ][^.:;]{1,300}?)\s+(?:ska|skall|får|bör)\s")
_GENERIC = re.compile(
    r"^(?:(?:den|de|det|dessa|denna|detta|samma|respektive|var och en|båda|en)\s+)?(?:myndighet(?:en|erna)?|utredaren|utredningen|kommittén|uppdraget|de|den|dem|dessa|det|denna|samtliga|parterna|redovisningen|medlen|regeringen|förslaget|förslagen|uppdragen|insatserna|arbetet|rapporten|stödet)$",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    rf"(?:{ORGANISATION_END}|\bi \w+ län)(?:\s+(?:för|i|mot)\s.*)?(?:\s\([^)]*\))?$", re.IGNORECASE
)
_DESCRIBED = re.compile(r"(?:Den|Det|De|Denna|Detta|Dessa|I|För|Som|Vid|När|Om|Inom|Under|Enligt|Med)\s")
_LONGEST = 2500  # a sentence beyond this is a list that lost its marks
_REPORTS_TO = re.compile(r"departementet|Regeringskansliet|\bsenast\b|^regeringen\b")
_STRAY = re.compile(
    r"\b(?:ska|inte|är|har|kan|vilket|därefter|beslutat|innebär|anser|bedömer|att|syftar|finns)\b"
)


class Strength(IntEnum):
    """How surely a form of words says who is given the assignment; the strongest of a document speaks."""

    SHALL = 1
    INQUIRY_KNOWN = 2
    ASSIGNMENT_TO = 3
    GIVEN_EARLIER = 4
    TITLE = 5
    INQUIRY = 6
    GIVEN_NOW = 7
    SUPPLEMENT = 8


@dataclass(frozen=True, slots=True)
class GivenTo:
    """Who is given an assignment, by whom, and how surely the words say so."""

    addressees: tuple[Addressee, ...]
    giver: str
    strength: Strength
    end: int = 0
    """Where in the words the addressees end, so that what is to be done is read after them."""


def given_in(text: str) -> GivenTo | None:
    """Return who a sentence says is given an assignment, or nothing."""
    text = text[:_LONGEST]
    speaks_of_it = "ppdr" in text or "uppgift att" in text
    for pattern in (_GIVES, _COMMISSIONS, _INVERTED) if speaks_of_it else ():
        match = pattern.search(text)
        if match is None or (found := _members(match["who"])) == ():
            continue
        earlier = _EARLIER.fullmatch(match["verb"]) is not None
        return GivenTo(
            found, match["giver"], Strength.GIVEN_EARLIER if earlier else Strength.GIVEN_NOW, match.end("who")
        )
    match = _RECEIVES.search(text) if speaks_of_it else None
    if match is not None and not _DESCRIBED.match(match["who"]) and (found := _members(match["who"])):
        earlier = _EARLIER.match(match["verb"]) is not None
        return GivenTo(found, "", Strength.GIVEN_EARLIER if earlier else Strength.GIVEN_NOW, match.end("who"))
    match = _INQUIRY.search(text)
    if match is not None and _INQUIRY_DOES.search(match["rest"]):
        return GivenTo((Addressee(" ".join(match["who"].split())),), "", Strength.INQUIRY)
    for pattern in (_INQUIRY_LATER, _NAMED):
        match = pattern.search(text)
        if match is not None:
            return GivenTo((Addressee(match["who"]),), "", Strength.INQUIRY)
    match = _TO.search(text) if speaks_of_it else None
    if match is not None and not _REPORTS_TO.search(match["who"]) and (found := _members(match["who"])):
        return GivenTo(found, "", Strength.ASSIGNMENT_TO)
    match = _INQUIRY_KNOWN.search(text)
    if match is not None:
        return GivenTo((Addressee(match["who"] or match["who2"]),), "", Strength.INQUIRY_KNOWN)
    match = _POSSESSIVE.search(text) if "förläng" in text else None
    if match is not None:
        return GivenTo((Addressee(match["who"]),), "", Strength.SHALL)
    match = _DECIDED_TO_DO.search(text) or _GRANTED.search(text) or _SHALL.search(text)
    if (
        match is not None
        and (found := _members(match["who"]))
        and all(_ORGANISATION.search(each.name) for each in found)
    ):
        return GivenTo(found, "", Strength.SHALL)
    return None


def given_in_title(title: str) -> GivenTo | None:
    """Return who a document's title says the assignment is given to, or nothing."""
    match = _SUPPLEMENT.search(title)
    if match is not None:
        who = (match["who"] or match["who2"]).strip(" .")
        bracket = re.search(r"\s*\((?P<detail>[^()]*\d{4}[^()]*)\)\s*$", who)
        name = who[: bracket.start()] if bracket else who
        if not name.lower().startswith("uppdrag"):
            return GivenTo(
                (Addressee(" ".join(name.split()), bracket["detail"] if bracket else ""),),
                "",
                Strength.SUPPLEMENT,
            )
    match = _TO.search(title)
    if match is not None and (found := _members(match["who"])):
        return GivenTo(found, "", Strength.TITLE)
    match = _POSSESSIVE.search(title)
    if match is not None:
        return GivenTo((Addressee(match["who"]),), "", Strength.SHALL)
    return None


def _members(words: str) -> tuple[Addressee, ...]:
    if re.match(r"(?:och|eller|att|den|det)\b(?! (?:person|myndighet|särskild))", words):
        return ()
    words = re.sub(r"\s+(?:och|samt)\s+(?:erbjuder|bemyndigar|beslutar|ger|uppdrar|medger)\b.*$", "", words)
    words = re.sub(r"\s+den \d{1,2} \w+ (?:19|20)\d\d\b.*$", "", words)
    found = tuple(each for each in split_addressees(words) if not _GENERIC.match(each.name))
    if not found or any(len(each.name) > 420 or len(each.name) < 2 for each in found):
        return ()
    return () if len(found) == 1 and _STRAY.search(found[0].name.split(" som ")[0]) else found
