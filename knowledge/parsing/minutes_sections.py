"""The parts of a paragraph in minutes (beslut, yrkanden, reservation …), told by their headings."""

import re
from dataclasses import dataclass
from enum import StrEnum

from knowledge.parsing.minutes_stream import Line, Stream


class PartKind(StrEnum):
    """What a part of a paragraph holds."""

    OPENING = "opening"  # before any heading
    DECISION = "decision"
    PROPOSAL = "proposal"
    MOTIONS = "motions"
    PROCEDURE = "procedure"
    VOTE = "vote"
    RESERVATION = "reservation"
    STATEMENT = "statement"
    NOT_PARTICIPATING = "not_participating"
    RECUSAL = "recusal"
    DISPATCH = "dispatch"
    EARLIER = "earlier"
    DOCUMENTS = "documents"
    BACKGROUND = "background"
    ATTENDANCE = "attendance"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the stream under one heading; `in_report` when it stands in an attached staff report."""

    kind: PartKind
    heading: str
    start: int
    body: int
    end: int
    in_report: bool = False


_WHO = r"(?:[A-ZÅÄÖa-zåäö][\wåäöÅÄÖ&,\-]*\s+){0,3}?[\wåäöÅÄÖ\-]+s"
_WHERE = (
    r"(?:på|under|vid|inför|till)\s+(?:dagens\s+)?(?:sammanträdet|mötet|sammanträde|möte|förhandlingarna)"
)

# Order matters: the first that fits the whole line names the part.
_HEADINGS: tuple[tuple[PartKind, str], ...] = (
    (
        PartKind.MOTIONS,
        rf"(?:ledamöternas\s+)?förslag(?:\s+till\s+beslut|\s+och\s+yrkanden)?\s+{_WHERE}|ledamöternas\s+förslag(?:\s+till\s+beslut)?|"
        rf"(?:framställda\s+|dagens\s+)?(?:tilläggs|ändrings|avslags|bifalls|återremiss)?yrkande[nt]?(?:\s+{_WHERE})?|"
        r"yrkanden\s+och\s+(?:propositioner|proposition|förslag|beslutsgång|yttranden)|förslag\s+och\s+yrkanden|"
        r"framlagda\s+förslag(?:\s+till\s+beslut)?|framställda\s+förslag|yttranden\s+och\s+yrkanden|muntliga\s+(?:yrkanden|förslag)|yrkanden\s+i\s+ärendet|motion(?:en|erna)\s+i\s+korthet|"
        rf"förslag\s+{_WHERE}|inlägg\s+och\s+yrkanden|överläggning(?:en|ar)?(?:\s+i\s+ärendet)?|debatt(?:en)?|diskussion|"
        r"(?:[\wåäöÅÄÖ&,-]+\s+){0,4}?[\wåäö-]*(?:styrelsens|nämndens|utskottets|fullmäktiges|direktionens)\s+(?:behandling|överläggning(?:ar)?)",
    ),
    (
        PartKind.PROPOSAL,
        r"beslut\s*[–—-]\s*förslag\s+till\s+.{3,60}|förslag\s+till\s+(?:beslut|kommunfullmäktige|regionfullmäktige|fullmäktige|"
        r"förbundsfullmäktige|[\wåäö]*styrelsen|[\wåäö]*nämnden|årsmötet|bolagsstämman)(?:\s+(?:från|i|för|enligt)\s+.{3,60})?|"
        rf"(?!(?:enligt|på|med|i|av|efter)\s){_WHO}\s+förslag(?:\s+till\s+(?!yrkande).{{3,60}})?|(?:[\wåäö]+s\s+)?beslutsförslag(?:et)?(?:\s+till\s+.{{3,60}})?|liggande\s+förslag|förslag\s+från\s+[\wåäö ,-]*(?:nämnden|styrelsen|utskottet|direktionen|presidiet|förvaltningen|kontoret|kansliet)|"
        r"i\s+(?:kommun|region|förbunds)?fullmäktige|i\s+[\wåäö]*(?:nämnden|styrelsen)|"
        r"förslag\s+till\s+(?:\w+\s+){0,3}beslut|att[- ]?satser",
    ),
    (
        PartKind.VOTE,
        r"(?:omröstning|votering|huvudvotering|kontrapropositionsvotering|röstning|huvudomröstning)(?:en|s?resultat(?:et)?|slista|sordning)?"
        r"(?:\s+\d+)?|röstlista|voteringsprotokoll|omröstningsprotokoll|voteringsproposition|så\s+röstade\s+[\wåäö]+|resultat\s+av\s+omröstningen|propositionsvotering",
    ),
    (
        PartKind.PROCEDURE,
        r"(?:besluts?gång(?:en)?|propositionsordning(?:en)?|propositioner|proposition|ordförandens?\s+propositioner?)(?:\s+och\s+\w+)?",
    ),
    (
        PartKind.RESERVATION,
        r"(?:skriftlig(?:a|t)?\s+)?reservation(?:er|en|erna)?(?:\s+mot\s+beslutet|\s+(?:från|av)\s+.{2,60})?",
    ),
    (
        PartKind.NOT_PARTICIPATING,
        r"(?:ej\s+deltagande|deltar\s+(?:ej|inte)|deltog\s+(?:ej|inte)|avstår)(?:\s+(?:från\s+)?(?:att\s+delta\s+)?i\s+beslute?t?)?|ej\s+deltagande\s+i\s+beslut(?:et)?",
    ),
    (
        PartKind.RECUSAL,
        r"(?:deltar|deltog)\s+(?:ej|inte)\s+(?:i\s+\w+\s+)?på\s+grund\s+av\s+jäv|(?:fråga\s+om\s+)?jäv(?:sanmälan|sanmälningar|sförhållanden|sfråga)?|anmälan\s+om\s+jäv",
    ),
    (
        PartKind.STATEMENT,
        r"(?:noteras|antecknas)\s+till\s+protokollet|(?:till\s+)?(?:protokolls?anteckning(?:ar|en)?|anteckning(?:ar)?\s+till\s+protokollet|röstförklaring(?:ar)?|yttrande(?:n)?|"
        r"särskil(?:t|da)\s+(?:yttrande|uttalande)[n]?|ersättaryttrande[n]?|anmärkning(?:ar)?|protokollsnotering(?:ar)?|uttalande)",
    ),
    (
        PartKind.DISPATCH,
        r"(?:(?:protokolls?utdrag(?:et)?|beslutet|beslut|utdrag(?:et)?|kopia(?:\s+av\s+beslutet)?|paragrafen|protokollet)\s+)?(?:ska\s+)?"
        r"(?:skickas|skickat|sänds|sändes|expedieras|expedierats|översänds|tillställs|meddelas|delges|underrättas)"
        r"(?:\s+(?:till|åt|för|kännedom|verkställighet|och|digitalt))*|"
        r"(?:protokolls?utdrag|utdrag|kopia|kopior)(?:\s+till)?|(?:besluts)?expediering|(?:för|till)\s+kännedom(?:\s+till)?|sändlista|exp(?:edieras)?|"
        r"(?:beslutsmottagare|mottagare)(?:\s+av\s+beslutet)?|beslut\s+till",
    ),
    (
        PartKind.EARLIER,
        r"(?:ärendets\s+)?tidigare\s+(?:behandling(?:ar)?|beslut|handläggning|beredning)(?:\s+(?:av|i)\s+ärendet)?|"
        r"ärendets\s+(?:behandling|gång|beredning|handläggning)|beredning(?:en)?(?:\s+av\s+ärendet)?|behandling\s+av\s+ärendet",
    ),
    (
        PartKind.DOCUMENTS,
        r"(?:besluts?)?underlag(?:et)?(?:\s+för\s+beslut(?:et)?)?|handling(?:ar|en)?(?:\s+i\s+ärendet)?|i\s+ärendet\s+finns\s+följande\s+dokument|bilag(?:a|or)|underlag\s+till\s+beslut|ärendets\s+handlingar|bifogade\s+handlingar",
    ),
    (
        PartKind.BACKGROUND,
        r"sammanfattning(?:en)?(?:\s+av\s+ärendet)?|ärendet(?:\s+i\s+korthet)?|ärende(?:beskrivning(?:en)?|redogörelse)|"
        r"(?:kort\s+)?beskrivning(?:en)?\s+av\s+ärendet|redogörelse(?:\s+för\s+ärendet)?|bakgrund(?:\s+och\s+syfte)?|information(?:en)?|"
        r"(?:[\wåäö]+(?:ns|ts|ens|ets)\s+)?(?:bedömning|synpunkter|överväganden?)(?:\s+ur\s+\w+\s+(?:dimension|perspektiv))?|"
        r"motivering(?:en)?(?:\s+(?:till|av)\s+(?:beslut(?:et)?|förslaget))?|skäl(?:en)?\s+(?:för|till)\s+beslut(?:et)?|beslutsmotivering|"
        r"(?:ekonomiska\s+|juridiska\s+|sociala\s+)?konsekvenser(?:\s+\w+){0,4}|barn(?:rätts|konsekvens|ets)\s?\w*|samverkan|"
        r"(?:ekonomi|finansiering|ekonomisk\s+bedömning|tidsplan|uppföljning|lagrum|lagstöd|hållbarhet|jämställdhet)|"
        r"föredragning(?:en)?|presentation(?:en)?|orientering|kostnad(?:er)?|ekonomiska\s+(?:konsekvenser|förutsättningar)|"
        r"remiss(?:yttrandena|instanser|svar)|kommentarer(?:\s+och\s+bedömning)?|uppdraget|syfte|medskick|frågor|inledning|protokollet",
    ),
    (
        PartKind.ATTENDANCE,
        r"(?:övriga\s+|ej\s+tjänstgörande\s+|tjänstgörande\s+)?(?:närvarande|beslutande|ledamöter|ersättare|deltagare|deltagande|frånvarande|tjänstemän|tjänstepersoner|suppleanter)(?:\s+\w+)?|"
        r"justeringar\s+av\s+närvaron?|närvarolista|upprop|plats\s+och\s+tid|förhinder|inbjudna|kallade",
    ),
    (
        PartKind.DECISION,
        rf"(?:{_WHO}\s+)?(?:ordförande|delegations)?beslut(?:et)?(?:\s+för\s+(?:egen|sin)\s+del)?(?:\s*[–—-]\s*.{{3,60}}|\s+i\s+.{{3,60}})?|ställningstagande[nt]?|beslut(?:ade)?s(?:\s+att)?|"
        r"(?:[A-ZÅÄÖ][\wåäöÅÄÖ&,\-]*\s+){1,7}?(?:beslutar|beslutade|beslöt|beslutar\s+enhälligt|beslutade\s+enhälligt)(?:\s+(?:följande|att|enhälligt))?",
    ),
    (
        PartKind.OTHER,
        r"ärende\s+\d{1,3}|ajournering(?:ar)?|paus|vid\s+(?:protokollet|tangenterna)|protokollet\s+justeras|justeras|justerat|underskrifter|"
        r"(?:omedelbar\s+justering|paragrafen\s+justeras\s+omedelbart|punkten\s+förklaras\s+omedelbart\s+justerad)|"
        r"anslag(?:\s*/\s*bevis)?|bevis\s+om\s+anslag|upplysningar|hur\s+man\s+överklagar|besvärshänvisning|rätt\s+utdraget.*|dag\s+som\s+ovan",
    ),
)
_WHOLE_LINE = tuple((kind, re.compile(rf"(?:{words})\s*:?", re.IGNORECASE)) for kind, words in _HEADINGS)
_FIRST_LETTERS = re.compile(r"[A-ZÅÄÖ]|\d+\.?\s+[A-ZÅÄÖ]")

# Headings that flattened text joins to the words below them: "Beslut Kommunstyrelsen …", "Skickas till X".
_INLINE = re.compile(
    r"""(?:
      (?P<motions>(?:Förslag\ till\ beslut|Yrkanden?)\ (?:på|under|vid)\ (?:dagens\ )?(?:sammanträdet|mötet)|Yrkanden|Ledamöternas\ förslag\ till\ beslut|Yrkande)
    | (?P<proposal>Beslut\s*[–—-]\s*Förslag\ till\ \w+|Förslag\ till\ (?:beslut|kommunfullmäktige|regionfullmäktige|fullmäktige)|[A-ZÅÄÖ][\wåäö]+s(?:\ \w+s)?\ förslag\ till\ (?:beslut|kommunfullmäktige|regionfullmäktige|fullmäktige|\w+styrelsen)|I\ (?:Kommunfullmäktige|kommunfullmäktige|Regionfullmäktige|\w+nämnden|\w+styrelsen))
    | (?P<vote>Omröstningsresultat|Omröstning|Votering|Voteringsresultat)
    | (?P<procedure>Beslutsgång|Propositionsordning|Proposition)
    | (?P<reservation>Reservation(?:er)?)
    | (?P<statement>Protokollsanteckning(?:ar)?|Särskilt\ yttrande|Särskilda\ yttranden|Röstförklaring)
    | (?P<not_participating>Deltar\ (?:ej|inte)\ i\ beslut(?:et)?|Ej\ deltagande)
    | (?P<recusal>Jäv)
    | (?P<dispatch>(?:(?:Protokollsutdrag|Beslutet|Beslut|Utdrag|Kopia|Expedieras|Sändes|Sänds|Skickas|Delges|Expediering)(?:\ (?:skickas|expedieras|sänds|sändes|delges|av\ beslutet))*\ till)|Expedieras:|Expediering:|Delges:|Exp\.?:|Sändlista:?|Kopia:|För\ kännedom:)
    | (?P<earlier>Tidigare\ (?:behandling|beslut)|Ärendets\ (?:behandling|gång))
    | (?P<documents>Beslutsunderlag|Handling(?:ar)?|Underlag\ för\ beslut|Bilagor)
    | (?P<background>Sammanfattning\ av\ ärendet|Beskrivning\ av\ ärendet|BESKRIVNING\ AV\ ÄRENDET|Ärendebeskrivning|Sammanfattning|Ärendet|Bakgrund\ och\ syfte|Bakgrund|Bedömning\ ur\ \w+\ dimension|Samverkan|Medskick|Motivering)
    | (?P<attendance>Närvarande|Beslutande|Övriga\ närvarande|Frånvarande|Förhinder)
    | (?P<decision>(?:[A-ZÅÄÖ][\wåäö]+s\ )?(?:[Bb]eslut|BESLUT)|Ställningstagande)
    )(?P<colon>\s*:)?\s+(?=(?P<next>[A-ZÅÄÖ0-9•”"“*−–\-]))""",
    re.VERBOSE,
)
# In the middle of a line only words that cannot be part of a sentence count as a heading.
_INSIDE = re.compile(
    r"(?<=[\wåäö).] )(?:(?P<proposal>Förslag till beslut)|(?P<background>Sammanfattning av ärendet|Beskrivning av ärendet)"
    r"|(?P<documents>Beslutsunderlag)|(?P<procedure>Beslutsgång)|(?P<decision>[A-ZÅÄÖ][\wåäö]+(?:styrelsens|nämndens|fullmäktiges|utskottets) beslut))\s*:?\s+(?=[A-ZÅÄÖ0-9])"
)
_REPORT = re.compile(
    r"^[^\n]{0,60}?\bTjänste(?:utlåtande|skrivelse)\b(?:[^\n]|\n(?!\n)){0,120}?\b(?:Handläggare|Utfärdat|Datum|Diarienummer|Dnr)\b"
    r"|^(?:TJÄNSTEUTLÅTANDE|TJÄNSTESKRIVELSE|Tjänsteutlåtande|Tjänsteskrivelse)(?=\s*\n)",
    re.MULTILINE,
)
# A heading of these kinds is made of everyday words: in the middle of a wrapped sentence it is none.
_LOOSE = {PartKind.PROPOSAL, PartKind.BACKGROUND, PartKind.DOCUMENTS, PartKind.DECISION, PartKind.ATTENDANCE}
_WRAPS = re.compile(
    r"(?:[,;–-]|\b(?:till|av|för|med|i|på|om|att|och|samt|som|enligt|den|det|en|ett|från|är|övriga|egna?))$|[\wåäö]{2}[\wåäö ]{40,}[a-zåäö]$"
)
_REFERENCE = re.compile(r"\s*(?:\w+\s+){0,6}?(?:\d{4}-\d\d-\d\d|§\s*\d+)")


def parts_of(stream: Stream, start: int, end: int) -> tuple[Part, ...]:
    """Cut a stretch of the stream into its parts, in order, the first being what stands before any heading."""
    report = _REPORT.search(stream.text, start, end)
    report_start = report.start() if report else end
    cuts: list[tuple[int, int, PartKind, str]] = [(start, start, PartKind.OPENING, "")]
    before = "."
    # in a row of three cells or more "Beslut" heads a column at most
    wide = {row.start for row in stream.rows if start <= row.start < end and len(row.cells) > 2}
    for line in stream.lines_between(start, end):
        if line.start == report_start:
            cuts.append((line.start, line.start, PartKind.OTHER, "Tjänsteutlåtande"))
        found = None if line.start in wide else _heading(stream, line, cuts[-1][2])
        wraps = not line.opens and not line.is_heading and bool(_WRAPS.search(before))
        before = stream.text[line.start : line.end]
        if found and not (wraps and (found[0] in _LOOSE or not before[0].isupper())):
            kind, body = found
            cuts.append((line.start, body, kind, stream.words(line.start, min(body, line.end))))
        for inside in _INSIDE.finditer(stream.text, line.start, line.end):
            kind = PartKind(inside.lastgroup or "other")
            cuts.append((inside.start(), inside.end(), kind, inside[0].strip(" :")))
    ends = [cut[0] for cut in cuts[1:]] + [end]
    return tuple(
        Part(kind, heading.rstrip(":"), begin, min(body, stop), stop, begin >= report_start)
        for (begin, body, kind, heading), stop in zip(cuts, ends, strict=True)
    )


def heading_kind(words: str) -> PartKind | None:
    """Name the part that a whole line of words opens, if it is a heading at all."""
    words = words.strip(" *_#\t")
    if not words or len(words) > 90 or not _FIRST_LETTERS.match(words) or words.endswith((".", ",", ";")):
        return None
    for kind, pattern in _WHOLE_LINE:
        if pattern.fullmatch(words):
            return kind
    return None


def _heading(stream: Stream, line: Line, current: PartKind) -> tuple[PartKind, int] | None:
    words = stream.text[line.start : line.end]
    kind = heading_kind(words)
    if kind is PartKind.DECISION and re.search(r"beslut(?:ar|ade)|beslöt", words):
        if current in {PartKind.PROPOSAL, PartKind.DECISION}:
            return None  # under "Förslag till beslut" it says what is proposed
        return kind, line.start  # the heading is itself the lead ("Nämnden beslutar att")
    if kind is not None and not _is_list_entry(words, kind, current):
        return kind, line.end
    if not line.opens and not _opens_inline(words):
        return None
    inline = _INLINE.match(stream.text, line.start, line.end + 1)
    if inline is None:
        return None
    kind = PartKind(_group(inline))
    if kind is PartKind.DECISION and _REFERENCE.match(
        stream.text, inline.end(), min(inline.end() + 60, line.end)
    ):
        return None
    if kind is PartKind.BACKGROUND and not line.opens:
        return None
    return kind, inline.end()


def _group(match: re.Match[str]) -> str:
    return next(name for name, words in match.groupdict().items() if words and name not in {"next", "colon"})


def _opens_inline(words: str) -> bool:
    return bool(
        re.match(
            r"(?:Protokollsutdrag|Beslutet|Skickas|Sändes|Sänds|Expedieras)\b"
            r"|(?:B(?:eslut|ESLUT)|Reservation(?:er)?|Jäv|Yrkanden?|Protokollsanteckning(?:ar)?)\s*:",
            words,
        )
    )


def _is_list_entry(words: str, kind: PartKind, current: PartKind) -> bool:
    """Tell a line that lists a document or recipient from a heading ("Yrkande" among documents is still one)."""
    if current is PartKind.DOCUMENTS:
        return kind is PartKind.PROPOSAL and not words.lower().startswith(("förslag till", "beslut"))
    if current is PartKind.DISPATCH:
        return kind in {PartKind.BACKGROUND, PartKind.PROPOSAL} and not words.endswith(":")
    return False
