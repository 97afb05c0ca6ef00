"""Times: whether words say when what a question asks the time of is, begins, ends or was settled; pure."""

import re
from collections.abc import Iterable

from knowledge.when import Precision, When
from retrieval.dates_held import dates_in

# Years that name something, and the days of what is only referred to.
_NO_TIME = re.compile(
    r"\b(?:Agenda|Vision|Horisont|Horizon|Strategi|Färdplan|Målbild|Framtid)\s+20\d\d\b|\(\d{4}:\d+\)|\((?:EU|EG)\)\s*(?:nr\s*)?\d+/\d+(?:\s+av den \d{1,2} \w+ \d{4})?"
    r"|\b(?:direktiv|förordning|lag)\w*[^.;]{0,60}? av den \d{1,2} \w+ \d{4}"
)
# What a question asks the time of, and what words that give it hold.
_TIMED: tuple[tuple[str, str], ...] = (
    (
        r"\bgäll(?:er|a|de)\b|träd\w* i kraft|börja\w* gälla",
        r"gäll\w*[^.]{0,80}\b(?:från|fr\.|till|t\.o\.m|under|tills|senast|den \d|i \w+ (?:år|månader|veckor)|\d{4}\s?[–-]\s?\d{4})|kraft|från och med|fr\.?\s?o\.?\s?m|börja|till och med|förläng|\|",
    ),
    (
        r"hur länge|till vilket datum|till (?:och med )?när\b|how long|until when",
        r"till och med|\bt\.? ?o\.? ?m\b|\btills\b|\btill (?:den )?\d|fram till|upphör|\b(?:\d+|\w+) (?:år|månader|veckor|dagar|timmar|minuter|sekunder|sek|min)\b|\bsenast|\bslut|\d\s?–\s?\d|\b\d{4}\s?-\s?\d{4}\b",
    ),
    (r"\bantog|\bantas|fastställ|adopted", r"anta|antog|fastställ|beslut|godkän"),
    (
        r"\bklar\w*|färdig\w*|slutför\w*",
        r"klar|färdig|slutför|avsluta|senast|till och med|lever|drift|överläm|redovis|utgång|tas fram|finnas|föreligg|\|",
    ),
    (
        r"från vilket år (?:är|var)\b|byggår",
        r"bygg|uppför|från (?:19|20)\d\d|invig|grunda|anlag|sedan|stammar|öppna|inrätta|\|",
    ),
    (
        r"\brevidera(?:des|ts|s)\b|^när (?:är|var|blev) .*\breviderad\b",
        r"(?:revider|ändra|uppdatera)\w*(?:(?!\b(?:[Nn]ästa|[Gg]äller|[Aa]nsvarig)\b)[^.;]){0,60}?\d|\d[^.;]{0,20}(?:revider|ändra|uppdatera)",
    ),
    (
        r"\bavveckla\w*|\bläggas? ne[dr]\b|\bstäng(?:s|as|a)\b|\bvara (?:helt )?borta\b",
        r"avveckl|fasa|utfas|riv[ae]?s?\b|ta(?:s|gits)? bort|stäng|lägg\w* ne[dr]|lagts? ne[dr]|nedlagd|nedlägg|upphör|släck|\|",
    ),
    (
        r"\bupp i\b|\bigen\b",
        r"beslut|behandl|återkom|upp i|tas upp|föreligg|sammanträd|redovis|återrapport|bordl",
    ),
)
_RECURRING = re.compile(
    r"\b(?:årlig\w*|varje (?:år|månad|kvartal)|månadsvis|dagar|veckor|år efter|löpande|kontinuerligt|samtliga\b.*sammanträden)\b",
    re.IGNORECASE,
)
_DAY_ASKED = re.compile(r"\b(?:vilket (?:slut|start)?datum|vilken dag|what date|which day)\b")
_MEETS_ASKED = re.compile(r"^när\b.*\b(?:träffas|sammanträder|möts)\b")
_WEEKDAY = re.compile(r"\b(?:mån|tis|ons|tors|fre|lör|sön)dag\w*\b", re.IGNORECASE)
_LASTS_ASKED = re.compile(r"hur länge|how long")
_LASTS = re.compile(
    r"\b(?:\d+|\w+) (?:år|månader|veckor|dagar|timmar|minuter|sekunder|sek|min)\b|tills vidare"
)


def says_when(question: str, text: str) -> bool:
    """Tell whether the words give a time, and of the very thing: validity, adoption, completion, start."""
    text = _NO_TIME.sub(" ", text)
    lasts = _LASTS_ASKED.search(question) and _LASTS.search(text)
    dates = dates_in(text, 2000)
    if _DAY_ASKED.search(question) and not (_WEEKDAY.search(text) or _names_a_day(dates)):
        return False
    if (
        _MEETS_ASKED.search(question)
        and dates
        and not (_RECURRING.search(text) or _names_a_day_or_month(dates))
    ):
        return False
    if not dates and not _RECURRING.search(text) and not lasts:
        return False
    return all(re.search(there, text, re.IGNORECASE) for asked, there in _TIMED if re.search(asked, question))


def _names_a_day_or_month(dates: Iterable[When]) -> bool:
    return any(when.precision in {Precision.DAY, Precision.MONTH, Precision.WEEK} for when in dates)


def _names_a_day(dates: Iterable[When]) -> bool:
    return any(when.precision is Precision.DAY for when in dates)
