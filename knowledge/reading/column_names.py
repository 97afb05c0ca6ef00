"""Column names: what Swedish plans, directives, follow-ups and budgets call the columns of their tables."""

import re

PERIOD = (
    r"(?:(?:jan|feb|mars?|apr|maj|juni?|juli?|aug|sep|okt|nov|dec)[a-zåäö]*\.?(?:\s?[-–]\s?(?:jan|feb|mars?|apr|maj|juni?|juli?|aug|sep|okt|nov|dec)[a-zåäö]*\.?)?"
    r"|[TQ]\s?[1-4]|(?:tertial|kvartal|kv|delår|halvår)\s?\d?|helår(?:et)?|år)"
)
YEAR = r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?"
_UNIT = r"(?:\((?:%|[a-zåäö0-9 /.%]{1,20})\)|,?\s?(?:%|procent|mnkr|mkr|tkr|kkr|kr|kronor|antal|st))"
_OF_PERIOD = rf"(?:\s*{PERIOD})?\s*{YEAR}(?:\s*{PERIOD})?(?:\s+\((?:prognos|budget|utfall|plan|mål)\))?"
_PERIODS = re.compile(rf"(?:(?:{PERIOD}|{YEAR})\s*)+{_UNIT}?|{_UNIT}", re.IGNORECASE)
_NAMES = r"""
nr\.? | nummer | beteckning | id | # | löpnr | kod | prio(?:ritet)? | område | målområde | perspektiv | process | steg | rubrik
| (?:(?:nr|id)\s)?(?:(?:centrala?|särskil[dt]a?|prioriterade?|nya?|nytt|strategiska?|planerade?|genomförda?|förslag till|del|fullmäktige|nämnd)\s?)?(?:uppdrag|insats|åtgärd|aktivitet|delaktivitet|åtagande|moment|arbetspaket|rekommendation|leverans|händelse|delmål|milstolp|etapp)(?:er|ar|en|et|e|s|or|erna)?(?:\s?/\s?\w+)?
| vad(?:\s\w+){0,3}\?? | att göra | beskrivning | innehåll | innebörd | omfattning | syfte | vem(?:\s\w+){0,2}\?? | hur\?? | när(?:\s\w+){0,2}\??
| (?:fas|grind|beslutspunkt|bp|tollgate|milstolpe|ms|etapp)(?:\s?/\s?\w+)?
| (?:huvud)?ansvar(?:ig|iga|igt|sområde)?(?:\s?/\s?\w+)?(?:\s\w+){0,2} | ägare | utförare | utförs av | genomförs av | resurs(?:er)? | delegat | handläggare | kontakt(?:person)? | ersättare
| medverkande | samverkan(?:\smed|spart(?:er)?)? | deltagare | riktas till | mottagare | adressat | till | från | givet av | givare | beslutat av | uppdragsgivare | nämnd(?:\s?/\s?styrelse)? | förvaltning(?:\s?/\s?bolag)?
| klar(?:t)?(?:\s(?:senast|när|datum))? | senast | tid(?:s)?plan | tid(?:punkt)? | tidsram | tidsperiod | period | datum | slut(?:datum)? | start(?:datum)? | deadline | planerat | redovisas | återrapporter(?:as|ing) | rapporteras | genomförs | färdig(?:t|datum)? | år | månad | vecka
| (?:region|kommun|nämnd|fullmäktiges?\s?|inriktnings|verksamhets|prestations|resultat|effekt|övergripande\s|styrelsens\s|nämndens\s|kommunens\s|regionens\s)?mål(?:et|sättning)?
| indikator(?:er)? | nyckeltal | styrtal | mätetal | mätvärde(?:n)? | mätning | [a-zåäö]{0,14}mått | variabel
| roll | uppdragsroll | funktion | namn | person | befattning | titel | organisation | enhet | sort
| status | läge | trend | bedömning | måluppfyllelse | målnivå nådd | kommentar(?:er)? | anm(?:ärkning)?\.? | resultat | analys | uppföljning | källa | mätmetod
| risk(?:er)? | sannolikhet | konsekvens | hantering
| post(?:er)? | part(?:er)? | andel | belopp | kostnad(?:er)? | verksamhet | investering(?:ar)? | projekt | intäkt(?:er)? | utgift(?:er)? | ram | totalt | summa | nettokostnad | avvikelse | förändring | diff(?:erens)?\.? | ärende | granskning
| (?:[a-zåäö]+\s?){0,2}(?:budget|ram|kalkyl) | mnkr | mkr | tkr | kkr | kr | kronor | antal(?:\s\w+){1,2} | åtgärdade
"""
_ALTERNATIVES = "|".join(re.split(r"\s+\|\s+", _NAMES.strip()))
_NAME = re.compile(rf"(?:{_ALTERNATIVES})(?:\s?{_UNIT})?", re.IGNORECASE)
_FIGURES = re.compile(
    rf"(?:(?:ack(?:umulerat|\.)?\s)?(?:utfall|resultat|bokslut|mål(?:värde|nivå|tal)?|start\s?värde|bas\s?värde|nuläge|nuvärde|utgångsläge|ingångsvärde|(?:helårs)?prognos|budget|plan|riktvärde|börvärde|etappmål|värde)|[A-ZÅÄÖ][a-zåäö]+)(?:{_OF_PERIOD})?\s*{_UNIT}?",
    re.IGNORECASE,
)
_BARE_FIGURES = re.compile(
    r"(?:ack(?:umulerat|\.)?\s)?(?:utfall|bokslut|mål(?:värde|nivå|tal)?|start\s?värde|bas\s?värde|nuläge|nuvärde|utgångsläge|ingångsvärde|(?:helårs)?prognos|budget|plan|riktvärde|börvärde|etappmål|värde)",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?:jan|feb|mars?|apr|maj|juni?|juli?|aug|sept?|okt|nov|dec)[a-zåäö]*\.?(?:\s(?:19|20)\d\d)?",
    re.IGNORECASE,
)
_BOARD = re.compile(
    r"[A-ZÅÄÖ]{2,6}\*?|[A-ZÅÄÖa-zåäö -]*(?:[Nn]ämnden|[Ss]tyrelsen|[Ff]ullmäktige|[Uu]tskottet|[Dd]irektionen)"
)
_LONGEST = 48


def is_period(words: str) -> bool:
    """Tell whether words are but years, months and parts of a year, or a unit ("jan-aug 2025", "2026 (tkr)")."""
    return _PERIODS.fullmatch(words.strip()) is not None


def names_column(words: str) -> bool:
    """Tell whether words are what a column is called: what is done, by whom, by when, or figures of a period."""
    words = words.strip(" :*")
    if not 0 < len(words) <= _LONGEST:
        return False
    if _NAME.fullmatch(words) or is_period(words):
        return True
    found = _FIGURES.fullmatch(words)
    return found is not None and (
        re.search(YEAR, words) is not None or _BARE_FIGURES.match(words) is not None
    )


def is_month(words: str) -> bool:
    """Tell whether words are a month, perhaps with its year."""
    return _MONTH.fullmatch(words.strip()) is not None


def names_board(words: str) -> bool:
    """Tell whether words may head the days of a board in a calendar: its name, or letters that stand for it."""
    return _BOARD.fullmatch(words.strip()) is not None
