"""What else a status message says: delay, next step, risk, expected dates and who; pure, in the message's own words.

A detail is a stretch of the message, or it is not given. What is denied ("ingen försening") is no detail.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from knowledge.entries import StatusDetails
from knowledge.status_clauses import SENTENCE
from knowledge.status_dates import placed_dates, told_date
from knowledge.status_words import FEELING, states_in
from knowledge.when import When

_EDGES = " \t\n,.;:–—-=!→>|/()🎉"
_SYMBOLS = re.compile(r"^(?:[^\w\s<@\"”“»«'+§(]\s*)+|(?:\s*[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F])+$")
_CLAUSE = re.compile(rf"{FEELING}|,\s+|\s+[–—-]\s+|[()]|:(?=\s)|\s+(?:men|but|medan|while)\s+", re.IGNORECASE)
_CONNECTIVE = re.compile(
    r"^(?:eftersom|pga|p\.g\.a\.|på grund av|därför att|för att|då|because|since|due to|och|men|and|but)\s+",
    re.IGNORECASE,
)
_NO_SUCH = re.compile(r"^(?:inga?|inget|nej|none|no|n/a|-)(?:\s+(?:just nu|idag|kända))?$", re.IGNORECASE)
_DENIED = re.compile(
    r"(?<!\w)(?:(?:ingen|inga|inget|utan|no|without)(?:\s+\w+){0,3}|(?:inte|ej|aldrig|not|never)(?:\s+(?:längre|några?|så|är|any|longer|is))*)\s+$",
    re.IGNORECASE,
)

# A label before what it names: "Nästa steg: …", "ansvarig Maria Ek".
_LABELS = {
    "delay": r"försening(?:en)?|försenat|försenad|delay",
    "risk": r"risk(?:er)?|hinder|problem|risks|issues?|blockers?",
    "next_step": r"nästa(?: steg(?: för [\w-]+)?)?|next steps?(?: for [\w-]+)?|next|härnäst|kvar(?: att göra)?|återstår|remaining",
    "who": r"ansvarig\w*|vem|kontakt(?:person)?|ägare|handläggare|projektledare|uppdragsledare|owner|responsible|contact|who",
}
_LABEL = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items()) + r")\s*:\s*",
    re.IGNORECASE,
)
_NEXT_LABEL = re.compile(rf",\s+(?:{_LABELS['who']})\s", re.IGNORECASE)
_NEXT_STEP_IS = re.compile(
    r"(?<!\w)(?:nästa steg (?:är|blir)|next step is)\s+(?:att\s+|to\s+)?", re.IGNORECASE
)

_DELAY = re.compile(
    r"(?<!\w)(?:förs[ei]nn?a\w*|försenn?ing\w*|fördröj\w*|sena|seg(?:t|a|ar)?|drar ut på tiden|dröj(?:er|de|t)|"
    r"(?:halka\w*|ligger|kommit|lig)\s+(?:\w+\s+){0,3}efter|(?:dag|dagar|veckor|vecka|månad|månader) efter|efter (?:tid)?plan(?:en)?|framflyttad\w*|senarelag\w*|senarelägg\w*|"
    r"(?:inte|ej)\s+(?:i|den|till|under|förrän)\s+\w+(?:\s+\w+)?\s+utan\s+(?:först\s+)?(?:i|den|till|under)|"
    r"flytta(?:d|t|de|ts|s)?\s+(?:fram|till|från)|skjut(?:er|s|it|its|en)?\s+(?:upp|fram|på|från|till)|"
    r"(?:kommer|levereras|levere\w+|leverans|startar|start|börjar|öppnar|öppning|(?:blir|är) klara?t?)\s+(?:först|tidigast)\s+(?:i|om|efter|den|på|till|under|v)|uppskjut\w*|förläng(?:d|t|s|ts)\s+till|"
    r"tar längre tid|kan inte (?:starta|börja|påbörjas)\s+(?:\w+\s+)?före|late|behind(?: schedule)?|delay\w*|postponed|"
    r"slipp(?:ed|ing)|(?:moved|pushed)(?: back)? to)(?!\w)"
    r"|(?<!\w)(?P<sen>(?<!report )(?<!been )(?<!was )sent?)(?=\s*$|\s+(?:pga|på grund|eftersom|med)\b)",
    re.IGNORECASE,
)
_AGO = re.compile(r"(?<!\w)för\s+(?:\w+\s+){1,3}$|(?<!\w)i\s+$", re.IGNORECASE)
_OVER = re.compile(
    r"(?<!\w)(?:var|varit|tidigare|förra (?:veckan|månaden|året|gången)|ikapp|i kapp|was|were|last (?:week|month))(?!\w)",
    re.IGNORECASE,
)
_MEANS = (
    "läkare|finansiering|budget|pengar|medel|resurser|personal|bemanning|förare|lokaler|anbud|leverantör|avtal|"
    "funding|money|staff|resources|budget|bidders?|supplier"
)
_RISK = re.compile(
    rf"(?<!\w)(?:(?<!at )risk(?:er|en|erna|s)?|riskerar|hota[rs]?|hot om|hinder|hindrar|problem\w*|saknas?|saknar|"
    rf"(?P<without>(?:ingen|inget|inga|no)\s+(?:{_MEANS})(?:na|n|en)?)|\w*brist(?:en|er)?|otillräcklig\w*|räcker (?:det )?inte|"
    r"når (?:vi )?inte (?:målet|målen)|når inte|mål(?:et|en)? missas|missar (?:målet|vi)|sjuk(?:skriven|skrivna|anmäld|a)?|"
    r"(?:har|är) (?:slutat|uppsagd\w*)|\w*(?:are|aren|arna|skan|skor|chef|chefen)\s+(?:slutar|slutade)|"
    r"står (?:helt |nu )?still\w*|(?:sagt|sade|sa|säger) nej|ta(?:r|git)? slut|s(?:agt|ade|a|äger) upp|konkurs\w*|stoppa(?:d|t|de|ts|s)|pausa(?:d|t|de|ts)|strular?|strul|krånglar|"
    r"\w*skad(?:a|an|or|orna|ad|at|ade|ats)|\w*läck(?:a|an|er|age|aget|or|t)|(?:gått|går|gick) sönder|är trasig\w*|(?:löpt|gått) ut|ligger nere|är nere|"
    r"är värre|(?P<nobody>ing(?:en|a|et)\s+\w+\s+på plats)|förbruka(?:d|t|de)|(?:budget\w*|pengarna|medlen) (?:är )?slut|restnotera\w*|överklaga\w*|osäke(?:r|rt|rhet)|"
    r"failed|blocked|shortage|lacks?|lacking|missing|on hold|understaffed|off sick|pulled out)(?!\w)",
    re.IGNORECASE,
)
_SOLVED = re.compile(r"(?<!\w)(?:löst|lösta|avhjälpt|åtgärda[dt]|solved|fixed|resolved)(?!\w)", re.IGNORECASE)
_CONDITION = re.compile(
    r"^(?:om|ifall|if)\b.*\b(?:blir|riskerar|hamnar|will|gets|becomes)\b", re.IGNORECASE | re.DOTALL
)
_NEXT = re.compile(
    r"^(?:(?:nästa|next)\s+(?!vecka|månad|år|kvartal|gång|termin|vår|höst|sommar|vinter|week|month|year|quarter|\w+dag\b)\w+"
    r"|härnäst|(?:det )?(?:återstår|kvarstår)|remains?\b)"
    r"|(?<!\w)(?:måste|ska|skall|behöver)\s+(?!(?:vara|bli|ha|kunna)\b|\w+\s+som\b)(?:\w+as|tas|ges|göras|sättas)(?!\w)"
    r"|^(?:sen|sedan|därefter|then)\s+\w+(?!\w)(?=\s)"
    r"|^vi\s+(?:måste|ska|behöver)\s+(?!(?:vara|bli|ha|kunna|inte)\b)\w+a(?!\w)",
    re.IGNORECASE,
)
_CAPITALISED = r"[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖÉ][a-zåäöéü]+)?"
_FULL_NAME = rf"{_CAPITALISED}(?:\s+{_CAPITALISED}){{1,2}}"
_NO_NAME = re.compile(
    r"^(?:Team|Grupp|Projekt|Härnäst|Därefter|Sedan|Sen|Nu|Snart|Idag|Imorgon|Then|Next|Now|Region|Västra|Östra|Norra|Södra|Nya|Gamla|Stora|Lilla|Kommun|Nämnden|Vi|Det|Den|De|Jag|Ingen|Alla|Styrelsen)\b"
    r"|(?:nämnden|styrelsen|kommun|kommunen|regionen|region|enheten|gruppen|bolaget|sjukhus|sjukhuset|gatan|vägen)$"
)
_DEFINITE_NOUN = re.compile(r"(?:en|et|orna|arna|erna)$")
_DOES_SOMETHING = (
    r"driver|kollar|tar|ansvarar|leder|sköter|kallar|skriver|ordnar|samordnar|fixar|sammanställer|utreder|undersöker|"
    r"förbereder|planerar|bokar|kontaktar|ringer|granskar|redovisar|presenterar|beställer|skickar|träffar|träffas|möter"
)
_DOES = (
    rf"{_DOES_SOMETHING}|följer upp|tar fram|håller i|återkommer|jobbar|arbetar|stämmer av|leads|drives|owns|handles|meets|"
    r"calls|checks|reviews|prepares|sends|coordinates|is (?:responsible|leading|checking|handling|working|meeting|preparing)"
)
# What somebody named in full or mentioned does, whatever it be; these only tell how somebody is.
_IS = r"är|har|blir|slutar|saknar|saknas|väntar|undrar|tycker|tror|vill|kommer|behöver|misstänker|anser|säger|heter|mår"
_UNIT = r"[\w-]*(?:enheten|avdelningen|kontoret|förvaltningen|staben|gruppen)"
_NAMES = rf"(?:{_FULL_NAME}|{_CAPITALISED})(?:\s+(?:och|and)\s+(?:{_FULL_NAME}|{_CAPITALISED}))?"
_MENTION = r"<@\w+(?:\|[^>]*)?>"  # as Slack writes one; "@Karin Lund" when it has been given its name
_SOMEBODY = rf"(?:{_MENTION}|@?(?:{_NAMES}))"
_ANSWERS_FOR_IT = re.compile(
    rf"(?i:ansvarig\w*|ägare|kontaktperson|projektledare|uppdragsledare|handläggare)\s+(?:för\s+\S+\s+)?(?:är\s+)?(?P<name>{_UNIT}|{_SOMEBODY})"
)
_WHO = (
    _ANSWERS_FOR_IT,
    re.compile(rf"^(?P<name>{_SOMEBODY})(?:\s+(?:och|and)\s+\w+)?\s+(?:{_DOES})(?!\w)"),
    re.compile(rf"^(?P<name>{_MENTION}|@?{_FULL_NAME})\s+(?!(?:{_IS})\b)[a-zåäö]{{2,}}[aeio]r(?!\w)"),
    re.compile(rf"(?<!\w)(?:{_DOES_SOMETHING})\s+(?P<name>{_MENTION}|@?{_FULL_NAME})(?!\w)"),
    re.compile(
        rf"(?<!\w)\w+(?<!og)(?<!de)(?<!te)(?<!at)(?<!it)s\s+(?:av|by)\s+(?P<name>{_MENTION}|@?{_FULL_NAME})(?!\w)"
    ),
    re.compile(rf"^(?P<name>{_MENTION}|@(?:{_NAMES})|{_FULL_NAME})$"),
)
_NOT_AHEAD = re.compile(
    r"(?<!\w)(?:från|from|sedan|since|per|as of|(?:inte|ej|not)\s+(?:i|den|till|under|in|on|by))\s+(?:den\s+)?$",
    re.IGNORECASE,
)
_HOPED = re.compile(r"(?<!\w)(?:hoppas|önskar|hope|wish)(?!\w)", re.IGNORECASE)
_UNTIL_WORDS = r"(?<!\w)(?:t\.?o\.?m\.?|till och med|till|until|tills|före|innan|before)"
_UNTIL = re.compile(rf"{_UNTIL_WORDS}\s+(?:den\s+)?$", re.IGNORECASE)
_BEGINS_UNTIL = re.compile(rf"{_UNTIL_WORDS}\s", re.IGNORECASE)
_ABSENT = re.compile(
    r"(?<!\w)(?:saknar|saknas|ingen|inga|inget|no|kan inte|cannot|stoppad\w*|stoppats|paus\w*|restnotera\w*|semester|ledig\w*|"
    r"frånvarande|föräldraledig\w*|sjuk\w*|borta|away|on leave)(?!\w)",
    re.IGNORECASE,
)

Clause = tuple[int, int]


def details_in(text: str, today: date, is_title_word: Callable[[str], bool]) -> StatusDetails:
    """Return what the words about one assignment say besides its state.

    A word of an assignment's title is its name, and no delay or risk.
    """
    labelled = dict(_labelled(text))
    free = [each for each in _clauses(text) if not any(_overlap(each, span) for span in labelled.values())]
    conditions = list(_conditions(text))
    said = [each for each in free if not any(_overlap(each, span) for span in conditions)]

    def named(detail: str, found: Iterator[Clause]) -> str:
        spans = [labelled[detail]] if detail in labelled else list(found)
        words = (_words(text[start:end]) for start, end in spans)
        return "; ".join(dict.fromkeys(each for each in words if not _NO_SUCH.match(each)))

    risks = (each for each in said if _says(_RISK, text, each, is_title_word))
    return StatusDetails(
        delay=named("delay", (each for each in said if _says(_DELAY, text, each, is_title_word))),
        next_step=named("next_step", _next_steps(text, said)),
        risk=named("risk", iter(sorted([*conditions, *risks]))),
        expected=tuple(dict.fromkeys(map(told_date, _ahead(text, today, conditions, labelled.get("risk"))))),
        who=named("who", _doers(text, free, is_title_word)).removeprefix("@"),
    )


def _labelled(text: str) -> Iterator[tuple[str, Clause]]:
    """Yield what stands behind a label, up to the next label or the end of the sentence."""
    labels = list(_LABEL.finditer(text))
    for label, following in pairwise([*labels, None]):
        if label is None or label.lastgroup is None:
            continue
        ends = (SENTENCE.search(text, label.end()), _NEXT_LABEL.search(text, label.end()), following)
        end = min([each.start() for each in ends if each] + [len(text)])
        if label.lastgroup == "who" and (comma := text.find(",", label.end(), end)) > 0:
            end = comma
        yield label.lastgroup, (label.end(), end)


def _clauses(text: str) -> Iterator[Clause]:
    """Yield the stretches between sentences, commas and the like, with the words of the state cut out."""
    breaks = [match.span() for match in (*SENTENCE.finditer(text), *_CLAUSE.finditer(text))]
    breaks += [(said.start, said.end) for said in states_in(text)]
    start = 0
    for first, last in [*sorted(breaks), (len(text), len(text))]:
        if text[start:first].strip(_EDGES):
            yield start, first
        start = max(start, last)


def _conditions(text: str) -> Iterator[Clause]:
    start = 0
    for match in [*SENTENCE.finditer(text), None]:
        end = match.start() if match else len(text)
        if _CONDITION.match(text[start:end].strip(_EDGES)):
            yield start, end
        start = match.end() if match else end


def _says(marker: re.Pattern[str], text: str, clause: Clause, is_title_word: Callable[[str], bool]) -> bool:
    words = text[clause[0] : clause[1]].strip(_EDGES)
    if _SOLVED.search(words) or (marker is _DELAY and _OVER.search(words)):
        return False
    for match in marker.finditer(words):
        groups = match.groupdict()
        before = words[: match.start()]
        if groups.get("sen") and _AGO.search(before):
            continue
        if not _DENIED.search(before) and (groups.get("sen") or not is_title_word(match.group())):
            return True
    return False


def _next_steps(text: str, clauses: Sequence[Clause]) -> Iterator[Clause]:
    for start, end in clauses:
        if told := _NEXT_STEP_IS.search(text, start, end):
            yield told.end(), end
        elif _NEXT.search(text[start:end].strip(_EDGES)):
            yield start, end


def _doers(text: str, clauses: Sequence[Clause], is_title_word: Callable[[str], bool]) -> Iterator[Clause]:
    for start, end in clauses:
        words = text[start:end]
        lead = len(words) - len(words.lstrip(_EDGES))
        for pattern in _WHO:
            match = pattern.search(words.strip(_EDGES))
            if match and (pattern is _ANSWERS_FOR_IT or _is_name(match["name"], is_title_word)):
                yield start + lead + match.start("name"), start + lead + match.end("name")
                break


def _is_name(words: str, is_title_word: Callable[[str], bool]) -> bool:
    """Tell whether capitalised words can name a person: no body, place or assignment, no noun that begins a sentence."""
    if words.startswith(("@", "<@")):
        return True
    if any(map(is_title_word, words.split())):
        return False
    return not _NO_NAME.search(words) and not (" " not in words and _DEFINITE_NOUN.search(words))


def _ahead(text: str, today: date, conditions: Sequence[Clause], risk: Clause | None) -> Iterator[When]:
    """Yield the dates from today on when something is to happen; not how long something is wanting."""
    clauses = list(_clauses(text))
    for place, when in placed_dates(text, today):
        around = next((each for each in clauses if each[0] <= place < each[1]), (0, len(text)))
        before, words = text[around[0] : place], text[around[0] : around[1]]
        if when.end is None or when.end < today or _NOT_AHEAD.search(before) or _HOPED.search(before):
            continue
        if any(start <= place < end for start, end in conditions):
            continue
        is_wanting = _ABSENT.search(words) or _RISK.search(words) or (risk and risk[0] <= place < risk[1])
        if not (is_wanting and (_UNTIL.search(before) or _BEGINS_UNTIL.match(when.words))):
            yield when


def _overlap(one: Clause, other: Clause) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _words(stretch: str) -> str:
    if re.fullmatch(_MENTION, stretch.strip()):
        return stretch.strip()
    return _CONNECTIVE.sub("", _SYMBOLS.sub("", stretch.strip(_EDGES))).strip(_EDGES)
