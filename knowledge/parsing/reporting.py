"""Reporting: when something is due, as prose says it ("ska senast den … delredovisa", "årligen i samband med …")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from knowledge.parsing.sentences import Sentence
from knowledge.parsing.swedish_dates import Bound, FoundDate, find_dates
from knowledge.when import Precision, When

_WORTH_READING = re.compile(
    r"senast|redovis|rapport|lämna|före |innan |överlämna|inkomma|betänkande|presentera|tid(?:en|punkt)|ny\w* (?:tid|dag|datum)|på plats|klar",
    re.IGNORECASE,
)
REPORTING = re.compile(
    r"\b(?:(?:del|slut|åter|av|läges|status|års|mellan)-?(?:redovis|rapport(?:er)?|återrapporter|betänkande)\w*|redovis\w*|redogör\w*|rapport(?:er)?\w*|betänkande\w*"
    r"|(?:över|in)?lämna[sdt]?|lämnats|inkomma|komma in|inkomma med|presentera[sdt]?|återkomma|skickas?|ges? in|utredningstid\w*|tiden för utredning\w*|(?:regeringen|Regeringskansliet|\w+departementet)(?:\s\([^)]*\))?\stillhanda|informera[sd]?\s+(?:Regeringskansliet|regeringen|\w+departementet))\b",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"\b(?:genomför\w*|slutför\w*|avsluta[sdt]*|färdigställ\w*|klar(?:t|a)?|rekvirera[sdt]?|rekvisition\w*|betala[sd]?|återbetala[sd]?|ansök\w*|beslut(?:a[sdt]?)?"
    r"|inrätta[sdt]?|påbörja[sdt]?|inled(?:a|as|s|er)|(?:offentlig|tillgänglig)gör\w*|publicera[sdt]?|ta(?:s)? fram|utarbeta[sdt]?|upprätta[sdt]?|uppnå[sdt]*|användas?|införa?s?|vara|ha|informera[sd]?|meddela[sd]?|anmäla?s?|utse[sd]?|nås?|finnas|följas? upp|revidera[sd]?|uppdatera[sd]?|fastställ\w*|anta(?:s|gen)?)\b",
    re.IGNORECASE,
)
_INFINITIVE_NEXT = re.compile(
    r"\s*(?:,\s*)?(?:(?:skriftligen|gemensamt|var för sig|löpande|även|också|årligen|till \S+(?: \([^)]{1,90}\))?)\s+)*(?P<verb>\w+)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:Deluppdrag(?:en)?|Del|Uppdrag(?:en)?|Punkt(?:en)?|Delmoment|Etapp)\s+(?:\d{1,2}|[a-f])\b(?:(?:,| och| samt|–)\s*\d{1,2})*"
    r"|\b(?:den (?:första |andra )?del(?:en)? av uppdraget som|de delar av uppdraget som|de förslag som|uppdraget i de delar? som|i den del(?:en)? som|den del som|de delar som)\b[^,.;]{4,140}?(?=[,.;]|\s+(?:senast|ska|skall|till Regeringskansliet)\b|$)"
)
_NOT_DUE = re.compile(
    r"(?:beslut(?:ade|at|et)?(?: om [^.]{0,60})?|skrivelse(?:n)?|daterad|daterat|förordning(?:en)?|\blag(?:en)?|\bav|från(?: och med)?|fr\.\s?o\.\s?m\.|sedan|inkom|uppdrog|gav|perioden|mellan|gäller|träder i kraft|direktiv(?:en|et)?|"
    r"möte(?:t)?|proposition(?:en)?|överenskommelse(?:n)?|efter|till och med|t\.\s?o\.\s?m\.|(?:19|20)\d\d-)\s*(?:,?\s*den)?\s*$",
    re.IGNORECASE,
)
_INSTEAD_OF = re.compile(
    r"(?:i\s?stället för|än|ändras från|från)(?:\s+(?:som|vad|tidigare|senast|det|den|i|beslutat|beslutade|angivet|angivits|datum|vid|utgången|av|till|anges|regeringens|beslut))*\s*$",
    re.IGNORECASE,
)
_PROLONGED = re.compile(
    r"(?:förläng(?!de)\w*|flytta\w* fram|senarelägg\w*|tidigarelägg\w*|framflytta\w*|förlängd|\b(?:tid|tiden|tidpunkten|datum|datumet)\b[^.;]{0,140}\b(?:ändras?|flyttas))\b[^.;]{0,260}?\btill(?:\s+och\s+med)?(?:\s+senast)?(?:\s+den)?\s*$"
    r"|\bny\w*\s+(?:tid|tidpunkt|datum|dag)\s+för\s+(?:\w*redovisning|färdigställande|slutförande|genomförande|leverans|invigning)\w*\s+(?:är|blir)\s+(?:den\s+)?$",
    re.IGNORECASE,
)
_SHALL_BE = re.compile(
    r"\bska(?:ll)?\s+(?:vara|finnas|ha)\s+(?:\w+\s+){0,4}?(?:på plats|klar\w*|färdig\w*|genomför\w*|slutför\w*|inför\w*|inne|lämnat\w*|beslutad\w*|framtag\w*)\s+(?:den\s+)?$",
    re.IGNORECASE,
)
_REPORTED_BY = re.compile(
    r"\b(?:\w*redovisas?|rapporteras?|\w*lämnas|inkomma|vara klar\w*)\b[^.;]{0,60}$", re.IGNORECASE
)
_SHALL_ON = re.compile(
    r"\b(?:ska|skall|bör)\s+(?:(?:även|också|sedan|därefter|årligen|varje år|i stället)\s+)*(?:till\s+)?(?:den\s+)?$"
)
_REPORT_AFTER = re.compile(
    r"[^.;]{0,90}?\b(?:(?:slut|del|åter)?redovisa|(?:åter)?rapportera|(?:över)?lämna|inkomma|komma in|presentera|redogöra)\b"
)
_ASKED_FOR = re.compile(r"\b(?:hemställ\w*|begärt|ansökt|föresl(?:og|agit|år)|önskat)\b")
_THAT_DAY = re.compile(r"\bsenast (?:vid )?(?:den tidpunkten|samma (?:datum|dag|tidpunkt)|den dagen)\b")
_BEGUN = re.compile(
    r"\s+(?:(?:ska|skall|bör)\s(?:\bbl\.\s?a\.|[^.,;]){0,120}|(?:del|slut)?(?:redovisa|rapportera)r?\b)"
)
_THEN_REPORTED = re.compile(r",?\s+då\s[^.;]{0,60}?\b\w*(?:redovis(?:as|ning\w*)|rapport\w*|lämnas)\b")
_REPORT_OF_THAT_DAY = re.compile(
    r"(?:\b[Ee]n|\b[Ee]tt|\w+s)\s+(?:del|slut)(?:redovisning|rapport|betänkande)\s+(?:den\s+)?$"
)
_TIME_UNTIL = re.compile(r"\btid(?:en)?\s+(?:före|fram till|innan)\s+(?:den\s+)?$")
_HAS_REPORTED = re.compile(r"\b(?:har|hade|(?:över)?lämnade|(?:del)?redovisade|presenterade)\b")
# Somebody else's duty: what the government or a member state owes the Union is no report of the assignment.
_OF_OTHERS = re.compile(
    r"(?<!\bi )(?<!\btill )\b(?:regeringen|Sverige|medlemsstater(?:na)?|(?:[Ee]uropeiska |EU-)kommissionen)\s+(?:ska|skall|avser att|måste)\s+(?:\w+\s+){0,4}?(?:redovisa|rapportera|(?:över)?lämna)\b[^.]{0,120}$"
)
# What is due is money or an application, however it is to be handed in.
_MONEY_MATTER = re.compile(
    r"\b(?:rekvisition\w*|rekvirera\w*|faktura\w*|ansökan|ansökningar\w*|återbetal\w*|betalas? (?:ut|tillbaka))\b",
    re.IGNORECASE,
)
_NAMED_REPORT = re.compile(
    r"\b(?:i samband med (?P<with>(?:del|slut|åter)?redovisningen)"
    r"|(?P<what>[Öö]verlämn(?:ing|ande)\w*|\w*(?:[Rr]edovisning|[Bb]etänkande|[Rr]apport)\w*)\b[^.;,]{0,80}?\b(?:ska(?:ll)?|kommer att|beräknas|planeras)\s+(?:\w+\s+)?(?:ske|äga rum|göras|(?:över)?lämnas|redovisas))\s+(?:till\s+)?(?:den\s+)?$"
)
_A_REPORT = re.compile(r"redovisning|rapport(?!era)|års", re.IGNORECASE)
_DONE_TO = re.compile(r"(?:offentliggöras|tillgängliggöras|genomföras|avslutas|inledas|påbörjas|införas)\b")
_OF_EACH_YEAR = re.compile(
    r"\b(?:under|för)\s+(?:åren\s+|perioden\s+)?(?P<first>20\d\d)\s*(?:[–-]|och|till och med)\s*(?P<last>20\d\d)\s*,?\s*(?:årligen\s+)?senast\s+(?:den\s+)?$"
)
_ANOTHER_ACT = re.compile(r"\b(?:ska|skall|kan|får|bör|att|träd[ae]r?|börja[rs]?|gälla)\b")
_FOLLOWING_YEAR = re.compile(
    r"\s*(?:året efter|året därpå|påföljande år|följande år|nästkommande år|efterföljande år)[^,.;]{0,60}"
)
_YEAR_BEFORE_EACH = re.compile(
    r"\s*(?:(?:året\s+)?(?:före|innan)\s+(?:det|varje)\s+\w*år|varje\s+år|respektive\s+år)\b"
)
_JOINED = re.compile(
    r"\s*,?\s*(?:och|samt|respektive|resp\.|eller|dels)?\s*(?:senast\s+)?(?:den\s+)?", re.IGNORECASE
)
_RECIPIENT = re.compile(
    r"\b(?:till|hos)\s+(?P<who>(?:Regeringskansliet|regeringen|regionstyrelsen|regionfullmäktige|kommunstyrelsen|kommunfullmäktige|fullmäktige|nämnden|styrelsen|förvaltningschefen|regiondirektören|uppdragsägaren|uppdragsgivaren|styrgruppen"
    r"|statsrådet|statsministern|riksdagen|[A-ZÅÄÖ]?[\wåäöÅÄÖ-]*(?:departementet|kansliet|nämnden|styrelsen|verket|myndigheten|kollegiet|inspektionen|direktören|förvaltningen|kontoret|utskottet|beredningen|rådet))"
    r"(?:\s+\([^()]{1,160}\))?)",
)
_EVENT = re.compile(
    r"(?:senast\s+)?(?:i samband med|i anslutning till|samtidigt med|inför|vid)\s+(?:att\s+)?(?:[\wåäöÅÄÖ]+\s+(?:över)?lämnar\s+)?(?:(?:myndighetens|(?:19|20)\d\d års|den|det|de|sin|sina|respektive|ordinarie|årliga|nästa|kommande|deras|\w+s|[A-ZÅÄÖ]\w+s)\s+){0,4}"
    r"(?:års-?\s?redovisning\w*|budgetunderlag\w*|delårsrapport\w*|delårsbokslut\w*|årsbokslut\w*|årsrapport\w*|bokslut\w*|tertialrapport\w*|verksamhetsberättelse\w*|(?:den )?ordinarie uppföljning\w*|uppsiktsrapport\w*)"
    r"(?:\s+(?:per|för|avseende|under|i|av)\s+(?:(?:räkenskapsåret|budgetåret|verksamhetsåret|år|åren|respektive|verksamhetsår|den|och|,)\s*)*(?:(?:\d{1,2}\s+)?[a-zåäö]+(?:\s+\d{4})?|\d{4}(?:\s*(?:,|–|-|och|respektive|samt)\s*\d{4})*))?"
    r"|\bi\s+(?:(?:myndighetens|(?:19|20)\d\d års|sin|sina|respektive|ordinarie|årliga|den|deras|\w+s|[A-ZÅÄÖ]\w+:s)\s+){0,3}(?:årsredovisning\w*|budgetunderlag\w*|delårsrapport\w*|årsrapport\w*|verksamhetsberättelse\w*)"
    r"(?:\s+(?:för|avseende)\s+(?:(?:räkenskapsåret|budgetåret|verksamhetsåret|år|åren)\s+)?\d{4}(?:\s*(?:,|–|-|och|respektive|samt)\s*\d{4})*)?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"senast\s+(?:\w+\s+){1,3}?(?:dagar|veckor|månader|månad|vecka|år)\s+(?:efter|före|innan|från)\s+[^,.;]{3,80}?(?=\s+(?:\w*redovisa|rapportera|\w*lämna|inkomma)\b|[,.;]|$)|inom\s+(?:\w+\s+){1,2}?(?:dagar|veckor|månader|månad|år)\s+(?:efter|från)\s+[^,.;]{3,80}?(?=\s+(?:\w*redovisa|rapportera|\w*lämna|inkomma)\b|[,.;]|$)",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"\b(?:årligen|varje år|årliga?|en gång per år)\b", re.IGNORECASE)
RHYTHM = re.compile(
    r"\b(?:årligen|varje år|en gång per år|(?:två|tre|fyra|fem|sex)\s(?:gånger|ggr) per år|(?:varje|varannan) (?:månad|kvartal|tertial|halvår|vecka)|veckovis|månadsvis|kvartalsvis|tertialvis|halvårsvis|per tertial|per kvartal|vid varje (?:sammanträde|möte))\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\b(?:åter|status|läges|slut|del)?-?(?:rapport\w*|redovisa[st]?)\b|\blämna[sr]?(?=\s+(?:\w+\s+){0,2}\w*(?:rapport|redovisning))",
    re.IGNORECASE,
)
_RHYTHM_REACH = 60
_OF_WHAT = re.compile(r"\b(?:vilka|vilket|modell|återkommande)\b")  # the rhythm is of what is spoken about
_FIRST_TIME = re.compile(r"(?:första gången|med början|första redovisning)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Due:
    """Something that a sentence says is due: its verb as written, when, and to whom."""

    label: str
    when: When
    recipient: str
    is_reporting: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """What supplies a year that the words leave out: the year, and the day before which nothing can be meant."""

    default_year: int | None = None
    earliest: date | None = None


def dues_in(sentence: Sentence, calendar: Calendar, *, with_rhythms: bool = False) -> Iterator[Due]:
    """Yield what the sentence says is due, in order; dates that are only mentioned are passed over.

    With `with_rhythms` a report that is due each year, without a date, is an event in its own words ("Årligen").
    """
    text = sentence.text
    if not _WORTH_READING.search(text) and not _WORTH_READING.search(sentence.lead):
        return
    found = _due_dates(text, find_dates(text, calendar.default_year), sentence.lead)
    taken = 0
    verb: re.Match[str] | None = None
    for number, group in enumerate(found):
        until = found[number + 1][0].start if number + 1 < len(found) else len(text)
        former, verb = verb, _verb(text, taken, group, until, sentence.lead)
        if verb is None and not _ANOTHER_ACT.search(text, taken, group[0].start):
            verb = former  # "slutredovisas senast den 1 maj vad gäller fyrar och den 1 juni vad gäller bojar"
        after = verb.end() if verb is not None and verb.start() >= group[-1].end else group[-1].end
        recipient = _recipient(text, taken, group, until)
        label = _label(text, taken, verb, until)
        is_reporting = verb is not None and REPORTING.match(verb.group()) is not None
        for each in group:
            for when in _each_year(each, text, calendar):
                yield Due(label, when, recipient, is_reporting)
        taken = after
    same = _THAT_DAY.search(text)
    named = find_dates(text[: same.start()], calendar.default_year) if same is not None else ()
    if same is not None and named and (verb := _verb(text, taken, [named[-1]], same.start(), "")) is not None:
        yield Due(
            verb.group(),
            named[-1].when,
            _recipient_near(text, same),
            REPORTING.match(verb.group()) is not None,
        )
    events = list(_events(text, found))
    yield from events
    # Beside a dated report a rhythm counts only where it has a verb of its own before it.
    clause = text if not found else text[: _other_act(text, found[0][0].start)]
    rhythm = RHYTHM.search(clause) if with_rhythms and not events else None
    verb = _REPORTS.search(clause) if rhythm is not None else None
    if (
        rhythm is not None
        and verb is not None
        and not _OF_WHAT.search(text, 0, max(rhythm.end(), verb.end()))
        and verb.start() - rhythm.end() < _RHYTHM_REACH
        and rhythm.start() - verb.end() < _RHYTHM_REACH
    ):
        when = When(
            None, None, Precision.EVENT, rhythm.group(), yearly=_YEARLY.search(rhythm.group()) is not None
        )
        yield Due(verb.group(), when, _recipient_near(text, verb), is_reporting=True)


def _other_act(text: str, until: int) -> int:
    """Return where the last act of reporting before `until` begins, so that only earlier ones remain."""
    acts = [m.start() for m in _REPORTS.finditer(text, 0, until) if m.group().endswith(("a", "as", "ar"))]
    return acts[-1] if len(acts) > 1 else 0


def _due_dates(text: str, dates: tuple[FoundDate, ...], lead: str) -> list[list[FoundDate]]:
    """Return the dates that something is due by, those that share a verb in one group."""
    groups: list[list[FoundDate]] = []
    previous: FoundDate | None = None
    for each in dates:
        joined = previous is not None and (
            each.start == previous.start or _JOINED.fullmatch(text, previous.end, each.start) is not None
        )
        if joined and groups and groups[-1][-1] is previous:
            groups[-1].append(each)
            previous = each
        elif _is_due(text, each, lead):
            groups.append([each])
            previous = each
    return groups


def _is_due(text: str, found: FoundDate, lead: str) -> bool:
    before = text[max(0, found.start - 170) : found.start]
    if _is_of_another_day(text, found, before):
        return False
    if found.start <= 4 and re.search(r"\bsenast\W*$", lead):
        return True
    if not before.strip() and found.when.precision is Precision.DAY:
        begun = _BEGUN.match(text, found.end)
        return begun is not None and REPORTING.search(begun.group()) is not None
    if _REPORT_OF_THAT_DAY.search(before) and not _HAS_REPORTED.search(before):
        return True
    if found.when.precision is Precision.YEAR and not _REPORTED_BY.search(before):
        return False
    if found.bound is Bound.BY or _NAMED_REPORT.search(before):
        return True
    if _SHALL_ON.search(before) and _REPORT_AFTER.match(text, found.end):
        return True
    if found.when.precision is Precision.YEAR or _NOT_DUE.search(before):
        return False
    if (
        _PROLONGED.search(text[: found.start])
        or _THEN_REPORTED.match(text, found.end)
        or (_SHALL_BE.search(before) and found.when.precision is Precision.DAY)
    ):
        return True
    return _follows_a_report(text, found, before, lead)


def _is_of_another_day(text: str, found: FoundDate, before: str) -> bool:
    """Tell whether the date is the one given up, only asked for, once set, or where a running report ends."""
    if _INSTEAD_OF.search(before) or _TIME_UNTIL.search(before) or _OF_OTHERS.search(text[: found.start]):
        return True
    if "ska " not in before and (
        re.search(r"\bskulle\b(?!.*\bmen\b)", text[: found.start]) or _ASKED_FOR.search(text[: found.start])
    ):
        return True
    return found.bound is Bound.UNTIL and re.search(r"\blöpande\b", before) is not None


def _follows_a_report(text: str, found: FoundDate, before: str, lead: str) -> bool:
    """Tell whether the date closely follows a verb of reporting ("ska redovisas till regeringen den …")."""
    verbs = [
        m for m in REPORTING.finditer(before) if re.search(r"(?<![dt]e)s$|ar?$|ges? in$", m.group().lower())
    ]
    if not verbs or not re.search(
        r"\b(?:ska|skall|bör|(?:del|slut)?(?:redovisa|rapportera)[sr]|lämna[sr])\b",
        text[: found.start] + lead,
    ):
        return False
    between = re.sub(r"\s*\([^()]*\)|vid följande tillf\w+[:;]", "", before[verbs[-1].end() :])
    if re.search(r"[;:]|\b(?:om|som|att|beslut\w*|under perioden|avse\w*|för|från|sedan|daterad)\b", between):
        return False
    return len(between) < 90


def _verb(text: str, taken: int, group: list[FoundDate], until: int, lead: str) -> re.Match[str] | None:
    """Return the word that says what is due: the infinitive after "ska senast den …", else the nearest before."""
    end = group[-1].end
    tail = re.match(r"(?:\s*(?:varje år|årligen))?", text[end:until])
    after = _INFINITIVE_NEXT.match(text, end + (tail.end() if tail else 0), until)
    if after is not None:
        verb = REPORTING.match(text, after.start("verb"), until) or _DOING.match(text, *after.span("verb"))
        if verb is not None and not verb.group().endswith("ing"):
            return verb
    then = _THEN_REPORTED.match(text, end)
    if then is not None:
        return REPORTING.search(text, then.start(), until)
    named = _NAMED_REPORT.search(text[: group[0].start], taken)
    if named is not None:
        return REPORTING.search(text, named.start("with" if named["with"] else "what"), group[0].start)
    money = _MONEY_MATTER.search(text, taken, group[0].start)
    if money is not None:
        return money
    before = list(REPORTING.finditer(text, taken, group[0].start))
    doing = list(_DOING.finditer(text, taken, group[0].start))
    # "av redovisningen … ska offentliggöras senast": what is done to the report is due, not the report.
    if (
        before
        and doing
        and doing[-1].start() > before[-1].start()
        and _A_REPORT.match(before[-1].group())
        and _DONE_TO.match(doing[-1].group())
    ):
        return doing[-1]
    if before:
        partial = [m for m in before if m.group().lower().startswith(("del", "slut"))]
        return (partial or before)[-1]
    following = REPORTING.search(text, end, until)
    prolonged = _PROLONGED.search(text, taken, group[0].start)
    if prolonged is not None and following is None:
        return re.compile(r"\w+").match(text, prolonged.start())
    if following is not None and not (doing and following.start() - end > 60):
        return following
    if doing:
        return doing[-1]
    return following or REPORTING.search(lead)


def _label(text: str, taken: int, verb: re.Match[str] | None, until: int) -> str:
    word = verb.group() if verb is not None else ""
    part = _PART.search(text, taken, until)
    if part is not None:
        return f"{word} {' '.join(part.group().split())}".strip()
    return word or "senast"


def _recipient(text: str, taken: int, group: list[FoundDate], until: int) -> str:
    nearest = list(_RECIPIENT.finditer(text, taken, until))
    if not nearest:
        nearest = list(_RECIPIENT.finditer(text))
    if not nearest:
        return ""
    return " ".join(
        min(nearest, key=lambda m: min(abs(m.start() - group[0].start), abs(m.start() - group[-1].end)))[
            "who"
        ].split()
    )


def _each_year(found: FoundDate, text: str, calendar: Calendar) -> Iterator[When]:
    """Yield the date as it is meant, once for each of the years that stand before it ("under 2025–2026 senast den 1 mars")."""
    when = found.when
    years = _OF_EACH_YEAR.search(text[: found.start]) if when.assumed_year else None
    if years is None or when.start is None or when.end is None:
        yield _settled(found, text, calendar)
        return
    for year in range(int(years["first"]), int(years["last"]) + 1):
        start, end = when.start.replace(year=year), when.end.replace(year=year)
        yield replace(when, start=start, end=end, assumed_year=False)


def _settled(found: FoundDate, text: str, calendar: Calendar) -> When:
    """Mark what returns each year, and let a year that was assumed not lie before the document."""
    when = found.when
    before = text[max(0, found.start - 160) : found.start]
    yearly = when.yearly or bool(
        _YEARLY.search(before) and not _FIRST_TIME.search(before) and when.assumed_year
    )
    if when.assumed_year and _YEAR_BEFORE_EACH.match(text, found.end):
        yearly = True
    following = _FOLLOWING_YEAR.match(text, found.end)
    if when.assumed_year and following is not None:
        return When(None, None, Precision.EVENT, text[found.start : following.end()].strip(), yearly=yearly)
    if (
        when.assumed_year
        and calendar.earliest is not None
        and when.start is not None
        and when.end is not None
        and when.end < calendar.earliest
    ):
        return replace(when, yearly=yearly, start=_a_year_later(when.start), end=_a_year_later(when.end))
    return replace(when, yearly=yearly)


_AFTERWARDS = re.compile(r"\bdärefter\s+(?:årligen\s+)?$")
_OF_CONTENT = re.compile(r"\b(?:omfattar?|framgår|anges|utfallet|angetts|redovisats)\b[^.;,]{0,60}$")
_IS_MADE = re.compile(r"\b(?:ska(?:ll)?|kan)\s+(?:\w+\s+){0,3}?(?:ske|göras|lämnas|äga rum|ingå|skickas)\b")
_IS_TO = re.compile(
    r"\b(?:ska|skall|(?:åter)?(?:redovisa|rapportera)[sr]|lämna[sr]|att (?:\w+ ){0,2}?(?:redovisa|rapportera))\b|\buppdrar\b"
)


def _a_year_later(day: date) -> date:
    return date(day.year + 1, 3, 1) if (day.month, day.day) == (2, 29) else day.replace(year=day.year + 1)


def _events(text: str, found: list[list[FoundDate]]) -> Iterator[Due]:
    """Yield what is due with an event that has no date of its own."""
    acts = [m for m in REPORTING.finditer(text) if m.group().lower().endswith(("s", "a"))]
    where_it_stands = bool(found) and len(acts) <= len(found)  # the event says it of the dated report
    for pattern in (_EVENT, _COUNTED):
        for match in pattern.finditer(text):
            verbs = list(REPORTING.finditer(text, 0, match.start())) or list(
                REPORTING.finditer(text, match.end())
            )
            if where_it_stands and not _AFTERWARDS.search(text[: match.start()]):
                continue
            if match.group().startswith("i ") and _OF_CONTENT.search(text[: match.start()]):
                continue
            named = [v for v in verbs if _A_REPORT.match(v.group())]
            verbs = [v for v in verbs if v not in named] or (named if _IS_MADE.search(text) else [])
            if not verbs or not _IS_TO.search(text):
                continue
            if any(
                each.start < match.end() and match.start() < each.end for group in found for each in group
            ):
                continue
            if (
                re.match(r"\s*(?:,?\s*dock\s+)?(?:senast|den)\s+", text[match.end() : match.end() + 20])
                and found
            ):
                continue
            words = " ".join(match.group().split())
            yearly = bool(_YEARLY.search(text))
            yield Due(
                verbs[-1].group(),
                When(None, None, Precision.EVENT, words, yearly=yearly),
                _recipient_near(text, match),
                True,
            )


def _recipient_near(text: str, match: re.Match[str]) -> str:
    near = _RECIPIENT.search(text, match.start()) or _RECIPIENT.search(text, max(0, match.start() - 160))
    return " ".join(near["who"].split()) if near is not None else ""
