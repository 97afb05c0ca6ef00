"""Assignment wording: who is given an assignment, in the forms that decisions and directives use."""

import re
from dataclasses import dataclass, replace
from enum import IntEnum

from knowledge.parsing.addressees import ORGANISATION_END, Addressee, split_addressees

_GIVER = (
    r"(?P<giver>[Rr]egeringen(?:s(?= (?:beslutar|uppdrar|ger)))?|Regeringskansliet(?:\s\([^)]{1,80}\))?|[A-ZÅÄÖ][\wåäö-]*(?:departementet|fullmäktige|styrelsen|nämnden|utskottet|beredningen|direktören|direktionen)|Nämnden|Styrelsen|Fullmäktige|Utskottet|Direktionen"
    r"|(?:chefen för|statsrådet)\s[^.,]{3,60}?)"
)
_ADVERBS = r"(?:(?:även|också|härmed|därför|nu|samtidigt|vidare|dessutom|således|bland annat|bl\.a\.|genom (?:ett )?beslut(?: den \d{1,2} \w+ (?:19|20)\d\d)?|i (?:ett )?beslut den \d{1,2} \w+ (?:19|20)\d\d|därutöver|gemensamt|idag|i dag|(?:\w+dagen\s)?den \d{1,2} \w+(?: (?:19|20)\d\d)?(?: \([^)]{1,60}\))?)\s+)*"
_NEW = r"(?:(?:i|ett|det|de|följande|fortsatt|fortsatta|förnyat|förlängt|nytt|gemensamt|särskilt|ändrat|utökat|utvidgat|kompletterande|tidsbegränsat)\s+)*"
# A clause between the verb and whom it is given to, such as "i enlighet med 7 § förordningen".
_ASIDE = r"(?:(?:\s+den \d{1,2} \w+(?: (?:19|20)\d\d)?)?,\s(?:i enlighet|med|enligt|efter|inom|som)\b[^.]{3,260}?,(?=\s+(?:åt\b|[A-ZÅÄÖ])))?"
_BETWEEN = r"(?P<between>(?:[^.:]|:(?=\d)){0,180}?)"
_GIVES = re.compile(
    rf"\b{_GIVER}\b{_BETWEEN}\b(?P<verb>ger|get|gav|ge|gett|givit|gjort|lämnar|lämnade){_ASIDE}\s+{_ADVERBS}(?P<who>\S.{{1,1400}}?)\s+{_NEW}(?:[Uu]ppdrag(?:en|et)?|[Tt]illäggsuppdrag(?:et)?)\b(?!s)"
)
_COMMISSIONS = re.compile(
    rf"\b{_GIVER}\b{_BETWEEN}\b(?P<verb>[Uu]ppdrar|uppdrog|uppdra|uppdragit){_ASIDE}\s+{_ADVERBS}(?:(?:åt|till|at|år)\s+)?(?P<who>\S.{{1,1400}}?)"
    r"(?=,?\s+(?:att|följande|i uppdrag)\b|(?<=\))att\b|\s+(?:om|enligt)\s|,\s+(?:som|inom|utifrån)\b[^.]{0,300}?\batt\b|(?<!Kungl)(?<!\bm)(?<!m\.m)\.|[:;]|$)"
)
# "beslutar att Skolverket ska uppdra åt kommuner": the task is then to give it.
_LEFT_TO = re.compile(r"\w\W.*\bska(?:ll)?\s+(?:\w+\s+)?$")
_INVERTED = re.compile(
    rf"\b(?P<verb>uppdrar|ger|gav|uppdrog)\s+(?P<giver>regeringen)\s+{_ADVERBS}(?:åt\s+)?(?P<who>\S.{{1,800}}?)(?=\s+{_NEW}uppdrag\b|\s+att\b)"
)
_RECEIVES = re.compile(
    rf"(?:^|\()(?:(?:Därför|Dessutom|Vidare|Samtidigt|Härmed)\s+)?(?P<who>[A-ZÅÄÖ](?:[^.:;()]|\([^()]*\)){{1,700}}?)\s+(?P<verb>får|ges|fick|gavs|har fått|har getts|har givits|har(?= i uppdrag)|tilldelas)\s+{_ADVERBS}"
    r"(?:(?:därmed|enligt\s\S+\s\S+)\s+)*"
    rf"{_NEW}(?:i\s+)?(?:uppdrag(?:et)?(?:\s+(?:att|om|av)\b|[:.]|$)|uppgift att)"
)
_CHARGED = re.compile(
    rf"^(?:(?P<to>(?:Det\s+)?[Uu]ppdras\s+{_ADVERBS}(?:åt|till)\s+)|(?=[A-ZÅÄÖ]))(?P<who>[^.:;]{{2,160}}?)(?(to)\s+|\s+uppdras\s+{_ADVERBS})att\b"
)
_EARLIER = re.compile(r"uppdrog|uppdragit|gav|gett|givit|fick|gavs|har|gjort|lämnade")
_TO_WHOM = (
    r"\s+(?:till|åt)\s+(?P<who>.{2,600}?)"
    r"(?=,?\s+(?:att|om|angående|avseende|med anledning|gällande|rörande|i fråga|inom|enligt|i syfte|kring|inför|med|på|ska|som(?! (?:anges|framgår)\b)|från|under|och till)\b|(?<!Centrum)\s+för\s+(?:att|stöd|ökad|\w+ing)\b|(?<!Kungl)\.|[;:]|\s–\s|$)"
)
_TO = re.compile(
    rf"\b(?:[Uu]ppdrag(?:et|en)?|[Dd]eluppdrag(?:et)?|[Tt]illäggsuppdrag(?:et)?|[Rr]egeringsuppdrag(?:et)?|[Mm]yndighetsuppdrag){_TO_WHOM}"
)
_CHANGES = re.compile(
    rf"\bRegeringen\s+(?:ändrar|förlänger|utökar|utvidgar|kompletterar|förnyar)\s+(?:\w+\s+){{0,3}}?uppdrag(?:et|en)?{_TO_WHOM}"
)
# A slip of the pen that the corpus shows: "uppdrar åt Folkhälsomyndighetens att".
_GENITIVE = re.compile(
    r"(?:(?<=styrelsen)|(?<=nämnden)|(?<=myndigheten)|(?<=inspektionen)|(?<=verket)|(?<=rådet))s$"
)
_POSSESSIVE = re.compile(
    rf"\b(?!(?:tid(?:en)?|\w*tidpunkt\w*|uppdraget|\w*redovisningen)\b)(?P<who>(?:[A-ZÅÄÖ][\wåäö-]*\.?\s+)?(?:[\wåäöÅÄÖ-]+\s+(?:och|för)\s+){{0,4}}(?:[\wåäöÅÄÖ-]*{ORGANISATION_END}|(?<=för )[\wåäö]+?))s(?:\s\([^)]{{1,20}}\))?\s+(?:uppdrag|tid|framställ(?:ning|an)|begäran|hemställan)\b"
)
_DECIDED_TO_DO = re.compile(
    r"(?:^Regeringen (?:beslutar|har beslutat|beslutade|medger)(?:,[^.:;]{3,200},)? att|\bbeslutar regeringen att|\bpå så sätt att)\s+(?P<who>[A-ZÅÄÖ][^.:;]{1,200}?)(?:,?\s+(?:i samverkan|i samråd|i samarbete|tillsammans|från|med|inom|i enlighet|enligt|under)\b[^.;]{0,250}?,?)?(?:\s+(?:engångsvis|även|också|gemensamt|årligen))?\s+(?:ska|skall|får)[\s,]"
    r"|^Med ändring av [^.]*?\bska(?:ll)?\s+(?P<who3>(?:[A-ZÅÄÖ]|länsstyrelse)[^.;]{2,200}?)(?=\s+(?:senast|till|(?:slut|del)?redovisa|lämna|i\s?stället|även|fortsatt|genomföra)\b)"
    r"|^Regeringen (?:bemyndigar|erbjuder|ger|har gett|har givit)\s+(?P<who2>(?:[A-ZÅÄÖ]|samtliga\s|nedan angivna\s|vissa\s)[^.:;]{1,200}?)(?=,?\s+att\b)"
)
_GRANTED = re.compile(
    r"^Regeringen (?:beviljar|tilldelar|beslutar(?:,[^.]{3,200},)? att (?:bevilja|tilldela)|beslutar (?:att )?ge)\s+(?P<who>[A-ZÅÄÖ][^.:;\d]{1,200}?)\s+(?:\d|\w+ miljoner|högst|ett bidrag|bidrag|medel|rätt att rekvirera)"
)
_NAMED = re.compile(
    r"(?:tillsatte|förordnade|utsåg|tillkallade|utser|förordnar|tillsätter)\s+(?:regeringen\s+)?(?P<who>[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+){1,3}),?\s[^.]{0,120}?\bsom\s+(?:särskild\s+)?(?:utredare|samordnare)"
)
_INQUIRY_LATER = re.compile(
    r"\b(?:ska|skall|får|tillsatt|tillsätta|tillsätter|tillkallar|utser|inrättas|tillsätts|tillkallas)\s+(?:(?:regeringen|därför|nu|härmed)\s+)*(?P<who>(?:en|ett)\s+(?:[\wåäö-]+\s+){0,3}?(?:utredare|kommitté|utredning|samordnare|delegation|organisationskommitté|kommission))\b"
)
_INQUIRY_KNOWN = re.compile(
    r"^(?:[^.:]{0,200}?\b(?:ska|skall)\s+(?P<who2>utredaren|kommittén)\b|(?P<who>Utredaren|Utredningen|Kommittén|Delegationen|Samordnaren|Kommissionen|Beredningen|[A-ZÅÄÖ]\w+(?:utredningen|kommittén|delegationen|kommissionen|beredningen))\s+(?:ska|skall|får|bör)\b)"
)
_INQUIRY = re.compile(
    r"(?:Regeringen\s+(?:tillkallar|tillsätter|utser|inrättar|förordnar)\s+|^)(?:[^.]{0,80}?,\s+|[^.]{0,120}?\bbeslut(?:ar|at|ade)(?: den \d{1,2} \w+ (?:19|20)\d\d)? att\s+)?(?P<who>(?:[Ee]n|[Ee]tt|[Tt]vå|[Dd]en|[Tt]re)\s+(?:(?!ska\b|som\b|att\b)[\wåäöÅÄÖ-]+,?\s+){0,5}?"
    r"(?:(?:bokstavs)?utredare[n]?|kommitté[n]?|kommittéer|kommission|delegation(?:en)?|samordnare|beredning|utredning|förhandlare|förhandlingsperson(?:er)?|expertgrupp|arbetsgrupp|utredningsman|sakkunnig|råd|analysgrupp|"
    r"forskargrupp|referensgrupp|projektgrupp|expert|person|granskningskommission|organisationskommitté|myndighet)\b)(?=(?P<rest>.{0,400}))"
)
# An earlier assignment is made into several; one that is done in phases or parts is still one.
_IN_SEVERAL = r"\s+(?:i|på)\s+(?:\w+\s+){1,3}?(?:del)?uppdrag\b"
SPLIT = re.compile(
    rf"(?P<target>\b[Uu]ppdrag(?:et|en)\b[^.;]{{0,140}}?)\s+(?:ska(?:ll)?\s+)?(?:delas|delades|har delats)(?:\s+upp)?(?:{_IN_SEVERAL}|(?:\s+mellan\b|[.,;]|$))"
    rf"|\b(?:[Dd]elar?|delat)(?:\s+upp)?\s+(?P<target2>(?:[\w-]+\s+){{0,2}}uppdrag(?:et|en)\b[^.;]{{0,140}}?){_IN_SEVERAL}"
    r"|^Delning av\s+(?P<target3>uppdrag(?:et|en)\b[^.;]+)"
)
_INQUIRY_DOES = re.compile(
    r"\b(?:ska|skall|skulle|får|har|tillkallas|tillsätts|utses|inrättas|ges|biträder|föreslå|bistår|förordnas|överväger|med uppdrag)\b"
)
_SUPPLEMENT = re.compile(
    r"(?:[Tt]illäggsdirektiv|[Ää]ndrade direktiv|[Tt]illäggsuppdrag|[Nn]ya direktiv|[Dd]irektiv)\s+(?:till|för(?! att\b)|åt)\s+(?P<who>.+?)(?=\s\([A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,2}\s?\d{4}:|\s+(?:–\s|- )?(?:om förlängd|förlängd tid|angående|avseende)\b(?!.*\([A-ZÅÄÖ]\w{0,2}\s?\d{4}:)|\.?$|\.\s)"
    r"|[Ff]örlängd tid (?:för|till)\s+(?:arbetet i\s+|arbetet för\s+|uppdraget för\s+)?(?P<who2>(?:den |[Uu]tredningen|[Kk]ommittén|[Dd]elegationen|[A-ZÅÄÖ]\S*(?:utredningen|kommittén|delegationen|kommissionen|beredningen)).*?)(?=\.?$|\.\s)"
)
_MOVED = re.compile(r"förläng|ändra|korta|tidigarelägg|senarelägg|[Bb]ifall")
# "(M 2010:04)" after an inquiry's name, or a bracket that the title cuts off
_REGISTERED = re.compile(
    r"\s*(?:\((?P<detail>(?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,2}\s?){1,2}\d{4}[:/]\w[^()]*|\d{4}:\d+(?=\)$))\)|\([^()]*$)"
)
_UNTIL_INQUIRY = re.compile(
    r"^(?P<who>(?:en|den)\s+(?:\w+\s+){0,3}?utredare)\s+(?!i form|och|samt|som är)\S.*$",
    re.IGNORECASE | re.DOTALL,
)
_SHALL = re.compile(
    r"^(?P<who>[A-ZÅÄÖ][^.:;]{1,300}?)\s+(?:(?:ska|skall|får|bör)[\s,]|(?:del|slut)?(?:redovisar|rapporterar)\s+uppdraget\b)"
)
# What stands between the verb and the name ("uppdrar i april åt"), and between the name and the assignment.
_BEFORE_NAME = re.compile(r"^(?:(?:[a-zåäö]+\s+){1,4}(?:åt|till)|Regeringen ger)\s+(?=[A-ZÅÄÖ])")
_AFTER_NAME = re.compile(
    r"\s*,?\s+(?:totalt|drygt|knappt|dels|flera|ett (?:samlat|antal)|för (?:år )?(?:19|20)\d\d|bör därför|(?:genom|där)\s[^,]*)$"
)
_AS_WHAT = re.compile(r",\s+i (?:sin )?egenskap av\s[^,]*(?:,|$)")
_GENERIC = re.compile(
    r"^(?:(?:den|de|det|dessa|denna|detta|samma|respektive|var och en|båda|en)\s+(?:[\wåäö]+ande\s+)?)?(?:myndighet(?:en|erna)?|utredaren|utredningen|kommittén|uppdraget|de|den|dem|dessa|det|denna|samtliga|parterna|(?:(?:slut|del)?redovisning|tiden)(?:en)?(?:\s.*)?|medlen|regeringen|förslaget|förslagen|uppdragen|insatserna|arbetet|rapporten|stödet|(?:ytterligare|även|ett|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|flera|\d+)(?: (?:nya|olika|särskilda))?|\w+departementet)$",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    rf"(?:{ORGANISATION_END}|byrån|analys|\bi \w+ län)(?:\s+(?:för|i|mot)\s.*)?(?:\s\([^)]*\))?$",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(
    rf"(?!Den \w+ande myndigheten,|De \w+a \w*{ORGANISATION_END}\b)(?:Den|Det|De|Denna|Detta|Dessa|I|För|Som|Vid|När|Om|Inom|Under|Enligt|Med)\s"
)
_LONGEST = 2500  # a sentence beyond this is a list that lost its marks
_REPORTS_TO = re.compile(r"departementet|Regeringskansliet|\bsenast\b|^regeringen\b")
_STRAY = re.compile(
    r"\b(?:ska|bör|inte|är|har|kan|vilket|därefter|därför|beslutat|innebär|anser|bedömer|beslutade|att|syftar|finns|ersätts|omfattas|\w*förslag\w*)\b"
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
        if match is None or _LEFT_TO.search(match.groupdict().get("between", "")):
            continue
        if (found := _members(match["who"])) == ():
            continue
        earlier = _EARLIER.fullmatch(match["verb"]) is not None
        return GivenTo(
            found, match["giver"], Strength.GIVEN_EARLIER if earlier else Strength.GIVEN_NOW, match.end("who")
        )
    match = _RECEIVES.search(text) if speaks_of_it else None
    if match is not None and not _DESCRIBED.match(match["who"]) and (found := _members(match["who"])):
        earlier = _EARLIER.match(match["verb"]) is not None
        return GivenTo(found, "", Strength.GIVEN_EARLIER if earlier else Strength.GIVEN_NOW, match.end("who"))
    match = (_CHARGED.search(text) or _CHANGES.search(text)) if speaks_of_it else None
    if match is not None and (found := _members(match["who"])):
        return GivenTo(found, "", Strength.GIVEN_NOW, match.end("who"))
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
    match = _POSSESSIVE.search(text) if _MOVED.search(text) else None
    if match is not None and "s och " not in match["who"]:
        return GivenTo((Addressee(match["who"]),), "", Strength.SHALL)
    match = _DECIDED_TO_DO.search(text) or _GRANTED.search(text) or _SHALL.search(text)
    if (
        match is not None
        and not _DESCRIBED.match(next(filter(None, match.groups())))
        and (found := _members(next(filter(None, match.groups()))))
        and (match.re is _GRANTED or all(_ORGANISATION.search(each.name) for each in found))
    ):
        return GivenTo(found, "", Strength.SHALL)
    return None


def given_in_title(title: str) -> GivenTo | None:
    """Return who a document's title says the assignment is given to, or nothing."""
    match = _SUPPLEMENT.search(title)
    if match is not None:
        who = re.sub(r"(?<!m\.m)\.$|,?\s+dir\.?$", "", (match["who"] or match["who2"]).strip())
        bracket = _REGISTERED.search(who)
        name = who[: bracket.start()] if bracket else who
        if not name.lower().startswith("uppdrag"):
            return GivenTo(
                (Addressee(" ".join(name.split()), (bracket["detail"] or "") if bracket else ""),),
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
    words = re.sub(
        r"\s+(?:varsitt|respektive erbjudande\w*\b.*|(?:förlängd|ytterligare|ändrad) tid\b.*)$", "", words
    )
    words = _BEFORE_NAME.sub("", _AS_WHAT.sub("", words))
    words = _UNTIL_INQUIRY.sub(r"\g<who>", words)
    named = (
        replace(each, name=_GENITIVE.sub("", _AFTER_NAME.sub("", each.name)))
        for each in split_addressees(words)
    )
    found = tuple(each for each in named if not _GENERIC.match(each.name))
    if not found or any(len(each.name) > 420 or len(each.name) < 2 for each in found):
        return ()
    return () if len(found) == 1 and _STRAY.search(found[0].name.split(" som ")[0]) else found
