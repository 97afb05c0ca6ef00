"""Further deadlines: days and rhythms that plans and agreements bind themselves to without the words of reporting."""

import re
from collections.abc import Iterator

from knowledge.blocks import Block, BlockKind, RepairedText, Section
from knowledge.facts import DeadlineFact
from knowledge.parsing.reporting import Calendar
from knowledge.parsing.sentences import split_sentences, trail_of
from knowledge.parsing.swedish_dates import MONTHS, FoundDate, find_dates
from knowledge.when import Precision, When

_MONTH = "(?:" + "|".join(name for name in MONTHS if len(name) > 3 or name == "maj") + ")"
_UNIT = r"(?:(?:arbets|kalender)?dagar|veckor|månader|timmar|minuter|år)"
_COUNT = r"(?:\d{1,3}|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|fjorton|trettio)(?:\s\(\d{1,3}\))?"
_YEARLY = re.compile(
    rf"(?:(?P<often>årligen|varje år|(?:\w+|\d) gånger (?:per år|om året|årligen)),?\s(?:och\s)?)?\bi\s(?P<months>{_MONTH}(?:\smånad)?(?:(?:,|\soch)\s(?:i\s)?{_MONTH})*)(?P<after>\s(?:varje år|årligen))?(?!\s*(?:19|20)?\d)",
    re.IGNORECASE,
)
_RHYTHM = re.compile(
    rf"(?:minst\s)?(?:{_COUNT}|en)\s(?:gång|gånger)\s(?:per|om)\s?(?:år|året|månad|tertial)|(?:den\s)?(?:\d{{1,2}}:[ea]|första|sista|andra)\s(?:\w+dagen\s)?(?:i\s)?varje\s(?:månad|kvartal|år)|varje\s(?:månad|kvartal|tertial|halvår|nämndmöte|sammanträde|möte)"
    r"|(?:första|sista|andra)\s\w+dagen\si\svarje\s(?:månad|kvartal)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"(?:senast|inom|längst|minst)\s{_COUNT}\s{_UNIT}(?:\s(?:före|efter|från|innan)\s[^.,;]{{3,50}}|\s(?:i förväg|i taget))?|{_COUNT}\s{_UNIT}\s(?:före|innan)\s(?:varje\s)?[\wåäö]+|senast\s\w+dagen\sveckan\sföre|vid\snästkommande\ssammanträde",
    re.IGNORECASE,
)
_BINDING = re.compile(
    r"\b(?:ska(?:ll)?|får|sker|gäller|görs|lämnas?|lämnar|rapporter\w*|redovisa\w*|sammanträder|följer|hålls?|avstämning|uppsägning\w*|om)\b|^Till\s",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?P<verb>löper ut|upphör|slutar|går ut|gäller|giltig|väntas|planeras|beräknas|hålls|klar|färdig|ska (?:vara|finnas|återställas|ses över)|skjuts till|slutredovisas|avrapporteras)\b(?P<between>[^.;]{0,90}?)$",
    re.IGNORECASE,
)
_DATED_LIST = re.compile(
    r"rapporter|avstämning|redovisning|uppföljning|hållpunkt|viktiga datum|årshjul|tidpunkter", re.IGNORECASE
)
_AFTER_DATE = re.compile(r"[\s.)]*")
# What is bound is then the assignment itself, named or left out ("Slutredovisas i maj"); else a part that the sentence names.
_OF_IT_ALL = re.compile(
    r"\b(?:uppdraget|projektet|arbetet|utredningen|översynen|insatsen|åtgärden)\b"
    r"|^\W*(?:ska\s+)?(?:\w*(?:redovis|rapporter|avslut|slutför)\w*s|klart?|färdig(?:t|ställs)?)\b",
    re.IGNORECASE,
)
_MEASURES = re.compile(r"(?:Andel|Antal)(?:en|et)?\s[^.]*$")  # an indicator's name, which no verb binds
_LONGEST_LINE, _LONGEST_SUBJECT = 120, 200
_OF_THE_PAST = re.compile(
    r"\b(?:gav|beslutade|bildades|togs|var planerat|har fattat|inträffade|uppgick|ökade|minskade)\b"
)


def further_deadlines(
    section: Section, subject: str, calendar: Calendar, told: frozenset[int]
) -> Iterator[DeadlineFact]:
    """Yield what a section's lines and sentences bind to a day, a span or a rhythm; `told` are the starts of those that were read."""
    for block in section.blocks:
        if block.kind is BlockKind.TABLE_ROW:
            continue
        listed = _listed(block, section, calendar)
        if listed is not None and block.span.start not in told:
            yield _fact(block.content, subject or listed[0], section, listed)
            continue
        for part in split_sentences(block.content):
            if part.span().start in told or _MEASURES.match(part.text):
                continue
            for found in _bound(part.text, calendar):
                yield _fact(part, subject if _OF_IT_ALL.search(part.text) else "", section, found)


def _fact(part: RepairedText, subject: str, section: Section, found: tuple[str, When]) -> DeadlineFact:
    return DeadlineFact(
        span=part.span(),
        subject=subject or part.text[:_LONGEST_SUBJECT].strip(),
        section=trail_of(section),
        label=found[0],
        due=found[1],
    )


def _listed(block: Block, section: Section, calendar: Calendar) -> tuple[str, When] | None:
    """Return what a short line under a heading of reports says is due when ("Delårsrapport april: 2027-05-15")."""
    text = block.text
    if len(text) > _LONGEST_LINE or not _DATED_LIST.search(section.title):
        return None
    dates = find_dates(text, calendar.default_year)
    if dates and dates[0].start > 0 and _AFTER_DATE.fullmatch(text, dates[-1].end):
        first = next(
            (each for each in dates if _AFTER_DATE.fullmatch(text, each.end) or each is dates[-1]), dates[-1]
        )
        label = text[: first.start].strip(" :–-")
        return (label, first.when) if label and first.when.precision is not Precision.YEAR else None
    rhythm = _RHYTHM.search(text)
    if rhythm is not None and ":" in text[: rhythm.start()]:
        return text[: rhythm.start()].strip(" :–-"), _event(rhythm.group())
    return None


def _bound(text: str, calendar: Calendar) -> Iterator[tuple[str, When]]:
    ends = [
        found
        for each in find_dates(text, calendar.default_year)
        if (found := _ending(text, each)) is not None
    ]
    yield from ends[:1]
    if ends or not _BINDING.search(text):
        return
    yearly = _YEARLY.search(text)
    if yearly is not None and (yearly["often"] or yearly["after"] or " och " in yearly["months"]):
        yield "årligen", _event(yearly.group().strip(), yearly=True)
        return
    for pattern in (_COUNTED, _RHYTHM):
        counted = pattern.search(text)
        if counted is not None:
            yield counted.group().split()[0].lower(), _event(counted.group())
            return


def _ending(text: str, found: FoundDate) -> tuple[str, When] | None:
    """Return the verb that a date ends, begins or fixes something by, with the date."""
    if found.when.precision is Precision.YEAR or _OF_THE_PAST.search(text):
        return None
    verb = _ENDS.search(text[: found.start])
    if verb is None or find_dates(verb["between"]):
        return None
    return verb["verb"].lower(), found.when


def _event(words: str, *, yearly: bool = False) -> When:
    return When(None, None, Precision.EVENT, " ".join(words.split()), yearly=yearly)
