"""Headings: the ones that minutes and plans always use, and what a line must look like to be another."""

import re

# Headings that stand alone on a line in minutes, agendas, plans and official letters.
_ALONE = """
ajournering(?:ar)? | ansvar och befogenheter | ansvar och roller | avgränsning(?:ar)? | avsnitt | bakgrund
| bakgrund och (?:syfte|motivering)(?: till \\w+)? | barnkonsekvensanalys | barn(?:rätts)?perspektiv(?:et)? | bedömning(?:ar)?
| bedömning ur \\w+ dimension | begrepp(?: och (?:förkortningar|definitioner))? | beredning | beskrivning(?:en)? av ärendet | beslut(?:et)?
| beslut(?:et)? (?:expedieras|skickas|sänds|sändes|delges|meddelas|översänds)(?: till)? | beslutade | beslutande
| beslutsgång(?:en)? | beslutsordning | beslutsunderlag | beslutspunkter | bilagor | dagordning | definitioner(?: och (?:begrepp|förkortningar))?
| delges | delgivning | deltar (?:ej|inte) i (?:beslut(?:et)?|handläggningen) | ej deltagande | ekonomi | ekonomiska? (?:konsekvenser(?:na)?|förutsättningar)
| expediering | expedieras(?: till)? | finansiering | föredragande | föredragningslista | förkortningar | förslag till (?:beslut|ställningstagande)
| förslag till beslut (?:på|under|vid) \\w+ | förslag (?:på|under|vid) sammanträdet | förvaltningens (?:bedömning|förslag(?: till beslut)?|synpunkter|yttrande)
| handling(?:ar)? | handlingar i ärendet | huvuduppgifter | indikatorer | inledning | innehåll(?:sförteckning)? | insatser | jäv
| jämställdhetsperspektiv(?:et)? | kommentarer och bedömning | kommunikation | konsekvenser | kopia till | ledamöternas förslag till beslut
| justering(?:ar)? av närvaron | medskick | milstolpar | miljökonsekvenser | omröstning(?:en|ar)? | omröstnings(?:resultat|ordning|lista) | ordförklaringar | ordlista | organisation
| propositionsordning(?:en)? | proposition | protokollsanteckning(?:ar|en)? | protokollsutdrag(?: (?:skickas|sänds|sändes|delges|expedieras))?(?: till)?
| protokollsutdraget (?:skickas|sänds)(?: till)? | remissyttranden(?:a)? | reservation(?:er|en)? | risker | röstförklaring(?:ar)? | samverkan
| sammanfattning(?:en)?(?: av (?:ärendet|förslaget|beslutet|rapporten))? | skickas till | skäl(?:en)? (?:för|till) beslutet | ställningstagande
| styrelsens yttrande | syfte | sändes till | sänds till | särskil(?:t|da) yttranden? | tidigare (?:behandling|beslut|handläggning) | tidplan
| underlag(?: för beslut(?:et)?)? | uppdrag(?:et)? | uppdragsbeskrivning | uppföljning | utskottets förslag | voterings?(?:resultat|lista|ordning)? | votering
| [\\wåäö-]+s (?:enskilda )?(?:beslut(?:sförslag)?|förslag|ställningstagande)(?: till (?:beslut|[\\wåäö]+))? | [\\wåäö-]+s förslag till [\\wåäö]+ för beslut
| yrkande(?:n|na)?(?: och (?:propositionsordning|proposition|yttranden))? | yttrande(?:n)?(?: (?:till|över) \\w+)? | ändringsyrkande(?:n)? | tilläggsyrkande(?:n)?
| ärende(?:t)? | ärendebeskrivning | ärendets (?:behandling|beredning|gång) | ärendebeskrivning | överlämning | övriga upplysningar
"""

# Of those, the ones that PDF extraction is known to leave at the start of the paragraph they head.
_INLINE = """
ansvar och befogenheter | bakgrund | bakgrund och (?:syfte|motivering)(?: till \\w+)? | bedömning | bedömning ur \\w+ dimension | \\w+s bedömning
| beskrivning av ärendet | beslut(?:et)? | beslut(?:et)? (?:expedieras|skickas|sänds|sändes|delges)(?: till)? | beslutsgång | beslutsunderlag
| expedieras till | förslag till beslut | förslag till beslut (?:på|under|vid) sammanträdet | handling(?:ar)? | huvuduppgifter | indikatorer | inledning | insatser | jäv
| kommentarer och bedömning | ledamöternas förslag till beslut | omröstning | omröstningsresultat | propositionsordning | protokollsanteckning(?:ar)?
| protokollsutdrag (?:skickas|sänds|sändes|expedieras) till | protokollsutdrag till | remissyttrandena | reservation(?:er)? | skickas till | sändes till
| sammanfattning(?: av ärendet)? | särskil(?:t|da) yttranden? | tidigare behandling | uppdraget | vad ska utredas och förväntat resultat
| yrkande(?:n)? | ärendebeskrivning | ärendet | ärendets behandling | i uppdraget ingår att
"""


def _alternatives(words: str) -> str:
    """Return the pattern that matches any of the headings, longer ones first."""
    return "|".join(sorted(re.split(r"\s+\|\s+", words.strip()), key=len, reverse=True))


_ALONE_LINE = re.compile(
    rf"(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}\.?\s+)?(?:{_alternatives(_ALONE)})(?:\s*[–-]\s*[^.:]{{3,60}})?\s*:?",
    re.IGNORECASE,
)
_INLINE_START = re.compile(rf"((?i:{_alternatives(_INLINE)}))(?=:? [A-ZÅÄÖ0-9§•])")
_INLINE_WITHIN = re.compile(r" (Förslag till beslut|Sammanfattning av ärendet)(?= +(?:[A-ZÅÄÖ]|1\.))")
_SAME_STEM = re.compile(
    r"((?:[A-ZÅÄÖ][a-zåäö]{1,30} (?:[a-zåäö]{1,20} ){0,3})?([A-ZÅÄÖa-zåäö][a-zåäö]{4,30}))(?= (?=[A-ZÅÄÖ])(?i:\2)[a-zåäö]{0,5} [a-zåäö(])"
)
_LABELLED_START = re.compile(
    r"[^.!?]{8,120}?(?= (?:Innehållet|Den här|Det här|Denna|Detta|Här|Syftet|Nedan|Följande|I (?:denna|detta|kapitlet|bilagan|planen)|Huvuduppgifter) [a-zåäöA-ZÅÄÖ])"
)
_LETTER = re.compile(r"Tjänste(?:utlåtande|skrivelse)(?= {3})", re.IGNORECASE)
AGENDA_START = re.compile(
    r"\d{1,2}\.\s+[A-ZÅÄÖ].{4,170}?(?=\s+(?:Information|Ställningstagande|Beslut|Diskussion|Dialog|Rapport)(?:(?: och|,) [a-zåäö]+)*\s*\(\d{1,3} min)"
)
_NUMBERED_START = re.compile(
    r"\d{1,2}(?:\.\d{1,2}){1,4}\s+\S.{4,160}?(?= (?:Nämnd/Styrelse|Förvaltning/Bolag)\b)"
)
_DISPATCH = re.compile(
    r"(?:.*\b(?:skickas|sänds|sändes|expedieras|delges|meddelas)(?: till)?|expediering|delgivning|kopia till|protokollsutdrag(?: till)?)\s*:?",
    re.IGNORECASE,
)
_REFERENCES = re.compile(
    r"(?:.*underlag|handling(?:ar)?(?: i ärendet)?|bilagor|ärendets behandling)\s*:?", re.IGNORECASE
)

NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=[A-ZÅÄÖ\"”’'(])")
LABELLED = re.compile(
    r"(?:Mål|Delmål|Kapitel|Kap\.|Bilaga|Fokusområde|Område|Målområde|Avsnitt|Prioritering|Strategi|Fas|Delprojekt|Perspektiv|Inriktningsmål)"
    r"\s+(?:\d{1,2}(?:\.\d{1,2})*|[A-F])\b[.:)]?"
)
PARAGRAPH_SIGN = re.compile(r"§§?\s*\d{1,4}\b")
_VERB = re.compile(
    r"\b(?:är|var|har|hade|kan|kunde|får|fick|ges|blir|blev|finns|fanns|ställer|ställs|förklaras|beslutar|beslutade|föreslår|föreslås|noterar|yrkar"
    r"|finner|godkänner|antar|avslår|bifaller|tackar|informerar|informerade|inkluderas|sker|gäller|innebär|justeras|deltar|deltog|lämnar|lämnas|utgår)\b"
)
_MODAL = re.compile(r"\b(?:ska|skall|bör|måste|beslutas|beslutade|öppnade|hälsades)\b")
_RELATIVE = re.compile(r"\b(?:som|där|hur|vad|vilka|när|om att|vilken)\b")
_CLOSING = re.compile(
    r"vid protokollet|protokollet justeras|justeras|justerat|justering|dag som ovan|rätt utdraget|in fidem|sign(?:atur)?|namnförtydligande|underskrift"
    r"|ordförande|sekreterare|datum|klassning|utdrag ur protokoll|ort och datum|digitalt signerat|härmed intygas|anslag|bevis",
    re.IGNORECASE,
)
FIELD = re.compile(
    r"[^\s:][^:]{0,40}:\s*\S|.*\b(?:Dnr|Diarienr|Diarienummer|Ärendenummer)\b|\d{4}-\d\d-\d\d|.*\b(?:Sammanträdesdatum|Datum):?\s+\d"
)
_VALUES = re.compile(r"[\d\s.,%±+-]*\d\s*(?:%|procent|Mkr|mkr|mnkr|tkr|kr|kronor|st)?$")
_LONGEST_HEADING = 130


def is_known_heading(line: str) -> bool:
    """Tell whether a line is, alone, a heading that minutes and plans use."""
    return (
        len(line) <= 110
        and line[:1].isalnum()
        and not line[0].islower()
        and _ALONE_LINE.fullmatch(line) is not None
    )


def inline_heading(text: str) -> int:
    """Return how many characters at the start of a paragraph are its heading, 0 when none are."""
    found = _INLINE_START.match(text)
    if found is not None and text[0].isupper():
        return found.end()
    if (letter := _LETTER.match(text)) is not None:
        return letter.end()
    if len(text) < 60:
        return 0
    if text[0].isdigit():
        numbered = _NUMBERED_START.match(text) or AGENDA_START.match(text)
        return numbered.end() if numbered is not None else 0
    found = _LABELLED_START.match(text) if LABELLED.match(text) else _SAME_STEM.match(text)
    return found.end() if found is not None and text[0].isupper() else 0


def starts_letter(line: str) -> bool:
    """Tell whether a line opens an official letter (tjänsteutlåtande) bound together with what precedes it."""
    return _LETTER.match(line) is not None


def heading_within(text: str) -> tuple[int, int] | None:
    """Return where a known heading stands after a title that was joined to it ("… med Riksarkivet Förslag till beslut I …")."""
    found = _INLINE_WITHIN.search(text, 0, 300)
    if (
        found is None
        or found.start() > 160
        or text[found.start() - 1] in '.,:;("”'
        or "." in text[: found.start()]
    ):
        return None
    return found.start(1), found.end(1)


def names_recipients(heading: str) -> bool:
    """Tell whether what follows the heading are those whom a decision is sent to."""
    return _DISPATCH.fullmatch(heading) is not None


def lists_references(heading: str) -> bool:
    """Tell whether what follows the heading are names of documents, which look like headings and are none."""
    return _REFERENCES.fullmatch(heading) is not None or names_recipients(heading)


# A question that heads a section and bears no mark: "Vad kan gå fel", "Vilka är med".
_ASKS = re.compile(r"(?:Vad|Vem|Vilka|Vilken|Vilket|När|Hur|Varför)\s[a-zåäö]")
_LONGEST_ASKED = 6


def looks_like_heading(line: str) -> bool:
    """Tell whether a line that stands alone reads as a heading rather than as a sentence, a field or a value."""
    if not 2 < len(line) <= _LONGEST_HEADING or line[-1] in ".,;:!…/" or not line[0].isupper():
        return False
    words = line.split()
    if " = " in line or inline_heading(line) or (len(words) == 1 and not any(c.islower() for c in line)):
        return False
    if len(words) > 16 or "\t" in line or "   " in line:
        return False
    if FIELD.match(line) and not LABELLED.match(line) and not line.startswith("Bilaga:"):
        return False
    if _CLOSING.match(line) or (_VALUES.search(line) and not re.search(r"\b(?:19|20)\d\d\b", words[-1])):
        return False
    if line[-1] == "?" or (_ASKS.match(line) and len(words) <= _LONGEST_ASKED):
        return True
    verb = _VERB.search(line)
    return verb is None or _RELATIVE.search(line, 0, verb.start()) is not None


def heads_by_type(line: str) -> bool:
    """Tell whether a line that is set as a heading can be one: it holds words and is no field, value or signature."""
    if not any(c.isalpha() for c in line) or line[-1] in ".,;:" or "\t" in line or "   " in line:
        return False
    return (
        not line[0].islower()
        and not (FIELD.match(line) and not LABELLED.match(line))
        and not _CLOSING.match(line)
    )


def is_shouted(line: str) -> bool:
    """Tell whether a line is a heading set in capitals."""
    letters = [c for c in line if c.isalpha()]
    return (
        len(letters) >= 6
        and len(line) <= 90
        and all(c.isupper() for c in letters)
        and "   " not in line
        and line[-1] not in ".,:;"
    )


def reads_as_sentence(words: str) -> bool:
    """Tell whether words end as a sentence does and hold a verb, hold several sentences, or put a verb second."""
    start = words[:70]
    verb = _VERB.search(start) or _MODAL.search(start)
    if verb is not None and start.count(" ", 0, verb.start()) <= 2 and len(words) > 60:
        return True
    return (
        len(words) > 250
        or (words[-1] == "." and len(words) > 110)
        or (
            words[-1] == "."
            and (_VERB.search(words) is not None or _MODAL.search(words) is not None or ". " in words)
        )
    )
