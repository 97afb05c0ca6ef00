"""Assignments that a decision gives, to whom, and when they are to be reported back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from knowledge.facts import DecisionOutcome
from knowledge.parsing.decisions import DecisionPoint
from knowledge.parsing.minutes_sections import Part
from knowledge.parsing.minutes_stream import Stream, sentences
from knowledge.parsing.minutes_tasks import Told, noted_task, told_in
from knowledge.parsing.swedish_dates import Bound, find_dates
from knowledge.when import Precision, When


@dataclass(frozen=True, slots=True)
class Assignment:
    """What is to be done, by whom, and the sentence that says so."""

    start: int
    end: int
    what: str
    addressees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """What is due (as the words name it) and when, and the sentence that says so."""

    start: int
    end: int
    label: str
    due: When
    recipient: str = ""


_ANSWERED_BY = re.compile(r"^.*\b(?:med|genom|så)\s+att\s+")  # "anse motionen besvarad med att nämnden …"
_GIVEN = (
    re.compile(
        r"(?:^|[.;,]\s+|\batt\s+|\bsamt\s+|\boch\s+)(?P<who>[A-ZÅÄÖa-zåäö][^.;:]{1,140}?)\s+(?:får|ges|fick|erhåller)\s+"
        r"(?:därför\s+|också\s+|även\s+|samtidigt\s+|vidare\s+|därmed\s+)?i\s+uppdrag\s*(?:att\s+|:\s*)?(?P<what>.*)",
        re.DOTALL,
    ),
    re.compile(
        r"\b(?:ger|ge|gav|gett|givit|lämnar?)\s+(?:därför\s+|även\s+|också\s+)?i\s+uppdrag\s+(?:till|åt)\s+(?P<who>[^.;:]{2,120}?)\s+(?:om\s+)?att\s+(?P<what>.*)",
        re.DOTALL | re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:ger|ge|gav|gett|givit|lämnar?)\s+(?P<who>(?!i\s)[^.;:]{2,140}?)\s+(?:ett\s+|följande\s+)?i?\s?uppdrag\s+(?:om\s+)?att\s+(?P<what>.*)",
        re.DOTALL | re.IGNORECASE,
    ),
    re.compile(
        r"\buppdr(?:ar?|ager|as|og|agit)\s+(?:åt|till)\s+(?P<who>[^.;:]{2,140}?)\s+att\s+(?P<what>.*)",
        re.DOTALL | re.IGNORECASE,
    ),
    re.compile(
        r"\bi\s+uppdrag\s+(?:till|åt)\s+(?P<who>[^.;:]{2,120}?)\s+att\s+(?P<what>.*)",
        re.DOTALL | re.IGNORECASE,
    ),
    re.compile(
        r"^(?:att\s+)?(?P<who>[A-ZÅÄÖa-zåäö][^.;:]{1,140}?)\s+(?:uppdras|uppdrogs|åläggs)\s+att\s+(?P<what>.*)",
        re.DOTALL,
    ),
    re.compile(
        r"\buppmanar?\s+(?P<who>[^.;:]{2,120}?)\s+att\s+(?P<what>.*)",
        re.DOTALL | re.IGNORECASE,
    ),
    re.compile(
        r"(?!.*:$)\båterremittera[rs]?\s+(?:ärendet\s+)?till\s+(?P<who>(?:(?!\s+med\s+(?:motiver|hänvisning))[^.;:,()]){2,90}?)(?:\s+\([^)]*\))?"
        r"(?:(?:\s+(?:för(?:\s+att)?|med)|,\s+som\s+ska(?:ll)?)\s+(?!motiver|hänvisning)(?P<what>.*)|(?P<nothing>[\s.]*$))",
        re.DOTALL | re.IGNORECASE,
    ),
    re.compile(
        r"\buppdrag(?:et)?\s+(?:lämnas|ges)\s+(?:till|åt)\s+(?P<who>[^.;:]{2,120}?)\s+att\s+(?P<what>.*)",
        re.DOTALL | re.IGNORECASE,
    ),
)
_BEFORE_WHO = re.compile(r"^(?:att|Att|samt|och|även|därför|härmed|också)\s+")
_SUBJECT_BEFORE = re.compile(
    r"^(?:.*?\b(?:beslutar|beslutade|beslutat|beslöt|föreslår)\s+(?:\w+\s+){0,3}?att)\s+", re.DOTALL
)
_SPLIT_WHO = re.compile(
    r"(?<!-)(?:,\s*|\s+(?:och|samt)\s+)(?=(?:[\wåäöÅÄÖ&-]+\s+){0,3}?[\wåäöÅÄÖ-]*(?:nämnd|styrelse|direktör|chef|VD|vd|bolag|förvaltning|presidi|kontor|utskott|AB\b|sekreterare|strateg))"
)

_DUE = re.compile(
    r"(?P<label>\b(?:slut|del|åter|års|läges|tertial)?(?:rapport(?:ering(?:en)?|en|eras?|er)?|redovis(?:ning(?:en)?|as?|ad)|återrapport\w*|återkom\w*|återkoppl\w*|avrapport\w*)\b|"
    r"\bpresenteras?\b|\bsenast\b|\bföreslå\b|\b(?:(?:ska|skall|bör)\s+vara|stå)\s+(?:klar|färdig|genomför)\w*|\bfärdigställ\w*|\bslutför\w*|\binformation\s+om\b|\butvärder\w*|\bföljas?\s+upp\b|\buppföljning\b|"
    r"\bdriftsätt\w*|\bbordlägg\w*|\btas\s+upp\b|\bförläng\w*|\bska(?:ll)?\s+(?!gälla|börja)\w+(?:\s+(?:ut|in|ned|upp|av|bort))?(?=\s+(?:till|före|innan|senast)\s+(?:år\s+)?20\d\d))",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"rapport|redovis|återkom|återkoppl|information|uppfölj|följas? upp|utvärder", re.IGNORECASE
)
_EVENT = re.compile(
    r"(?:kontinuerligt|löpande|årligen)?\s*\b(?:vid\s+(?:samtliga|varje|nämndens|styrelsens|nästa|nästkommande|kommande)\b[^.;,]{3,70}|"
    r"i\s+samband\s+med\b[^.;,]{3,90}|inför\s+(?:varje|nästa)\s+[^.;,]{3,60}|till\s+nästa\s+(?:sammanträde|möte)|varje\s+(?:år|kvartal|månad|tertial|halvår)|"
    r"(?:en|två|tre|fyra)\s+gånger\s+(?:per|om)\s+(?:år|året))|\b(?:årligen|halvårsvis|kvartalsvis|tertialvis|månadsvis|löpande|kontinuerligt)\b",
    re.IGNORECASE,
)
# A time counted from something that has no date yet.
_WITHIN = re.compile(
    r"\b(?:senast|inom)\s+(?:\d+|en|ett|två|tre|fyra|fem|sex|tio|tolv)\s+(?:år|månader|månad|veckor|dagar)\s+(?:efter|från|före|innan)\s+(?:den\s+|det\s+)?(?:[\wåäö-]+s\s+)?[\wåäö-]+",
    re.IGNORECASE,
)
_VALIDITY = re.compile(
    r"\b(?:gälla|gäller|börja\s+gälla|från\s+och\s+med|fr\.?\s?o\.?\s?m\.?|träder\s+i\s+kraft|ikraft\w*|daterad|daterat|dat\.|perioden|budget\s+\d|antagen|beslutade?\b|för\s+år)\s*(?:per\s+|den\s+)?$",
    re.IGNORECASE,
)
_NEXT_MEETING = re.compile(
    r"\b(?:till|vid|inför)\s+(?:nästa|nästkommande)\s+(?:\w+\s+)?\w*(?:sammanträde|möte)\b"
)
_BEGINS = re.compile(r"\b(?:med\s+start|för\s+att|startar?|börjar?|påbörjas?|inleds)\s+(?:\w+\s+)?$")
_TOWARDS = re.compile(
    r"(?:\b(?:senast|före|innan|klara?t?|färdig\w*|i|under|återkommer|(?:till|på|vid|inför)\s+[^.;,]{0,60}|till|på|vid|inför)\s*(?:[a-zåäö]+dag(?:en)?\s+)?(?:den\s+)?)$",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"\b(?:på|till|vid|inför)\s+(?:nästa|nästkommande|kommande)\s+(?:\w+\s+)?\w*(?:möte|sammanträde|träff)\w*"
    r"|\b(?:före|innan|till|efter)\s+(?:höstlovet|sportlovet|jullovet|påsk\w*|jul(?:en)?|semestern|semestrarna|midsommar|terminsstart)\b"
    r"|\binom\s+(?:\d+|en|ett|två|tre|fyra|fem|sex|tolv)\s+(?:år|månader|månad|veckor|vecka|dagar)\b",
    re.IGNORECASE,
)
_TO_MEETING = re.compile(
    r"\b(?:till|på|vid)\s+(?:[\wåäö-]+s\s+)?\w*(?:sammanträdet?|mötet?)\s+(?:(?:i|den)\s+)?$", re.IGNORECASE
)
_RESPONSIBLE_LINE = re.compile(r"(?:\n|[.;,]\s+)Ansvarig(?:a|t)?\s*:\s*(?P<who>[^\n.;:]{2,80})")
_DUE_LINE = re.compile(
    r"(?:\n|[.;,]\s+)(?P<label>Klart?(?:\s+senast)?|Deadline|Senast|Tid(?:punkt|plan)?)\s*:\s*(?P<when>[^\n;]{2,40})"
)
_NOTE_MARK = re.compile(r"^(?:[•*–-]\s+|[a-zåäö0-9]{1,2}[.)]\s+)+")
_NOTE_LABEL = re.compile(r"^[A-ZÅÄÖ][\wåäö -]{2,40}:\s+")
_DUE_FOLLOWS = re.compile(
    r"(?:Besked|Svar|Klar\w*|Utskick|Redovis\w*|Återkoppling|Återrapport\w*|Deadline|Senast|Rapport)\b"
)
_NEAR = 90
# What joins one point to the next is no part of what is to be done.
_ENDING = re.compile(r"[\s.,;:]*(?:\b(?:samt|och))?[\s.,;:]*$")
_RECIPIENT = re.compile(
    r"\btill\s+(?P<who>(?:[\wåäö]+s\s+)?[\wåäöÅÄÖ]*(?:nämnden|styrelsen|fullmäktige|utskottet|presidiet|direktören))\b"
)


def assignments_in(
    stream: Stream, point: DecisionPoint, people: frozenset[str] = frozenset()
) -> list[Assignment]:
    """Return the assignments that a decision point gives; `people` are those whom a bare name can mean."""
    if point.task_of:
        what = re.sub(r"^att\b[\s,]*", "", point.words)
        return [Assignment(point.start, point.end, _ENDING.sub("", what), _addressees(point.task_of))]
    found: list[Assignment] = []
    cuts = sentences(stream.text, point.start, point.end)
    if cuts and re.search(r"\bför\s+att:?$", stream.words(*cuts[0])):  # a list goes on where the words stop
        cuts = [(point.start, point.end)]
    for start, end in cuts:
        words = stream.words(start, end)
        task = _task_in(words, people)
        if task is None:
            continue
        what = _ENDING.sub("", re.sub(r"^att\b[\s,]*", "", task.what).strip())
        addressees = _addressees(task.who)
        if addressees and (what or words.endswith((":", "."))):
            found.append(Assignment(start, end, what or words.strip(" .:"), addressees))
    # "Förvaltningen ska återrapportera …" beside what it is given is how that is to be reported
    to = [[who.casefold() for who in each.addressees] for each in found]
    return [
        each
        for each, whom in zip(found, to, strict=True)
        if not (to.count(whom) > 1 and re.match(r"(?:åter|av)?(?:rapportera|redovisa)\b", each.what))
    ]


def noted_in(
    stream: Stream, start: int, end: int, meeting: date | None, people: frozenset[str]
) -> Iterator[tuple[Assignment, list[Deadline]]]:
    """Yield the tasks that notes tell between two places ("Stina bokar lokal, klart 17/10"), with when each is due."""
    cuts = sentences(stream.text, start, end)
    for index, (begin, stop) in enumerate(cuts):
        words = _NOTE_MARK.sub("", stream.words(begin, stop))
        task = noted_task(words, people) or noted_task(_NOTE_LABEL.sub("", words), people)
        if task is None:
            continue
        what = _ENDING.sub("", task.what) or words.strip(" .")
        following = stream.words(*cuts[index + 1]) if index + 1 < len(cuts) else ""
        dues = [Deadline(begin, stop, "klart", due) for due in task_dues(words, meeting)]
        if _DUE_FOLLOWS.match(following):
            dues += [Deadline(*cuts[index + 1], "klart", due) for due in task_dues(following, meeting)]
        yield Assignment(begin, stop, what, _addressees(task.who)), dues


def labelled_task(
    stream: Stream, part: Part, point: DecisionPoint, meeting: date | None, people: frozenset[str]
) -> tuple[list[Assignment], list[Deadline]]:
    """Return what lines below a decision add to its last point: "Ansvarig: Ylva Molander", "Klart: 2027-04-01".

    The point is the task, unless it gives one in words of its own, which then is only due.
    """
    who = _RESPONSIBLE_LINE.search(stream.text, point.end, part.end)
    when = _DUE_LINE.search(stream.text, point.end, part.end)
    given = assignments_in(stream, point, people)
    dates = find_dates(when["when"], meeting.year if meeting else None, today=meeting) if when else ()
    if who is None or (given and not dates):
        return [], []
    tasks = given or [
        Assignment(point.start, point.end, _ENDING.sub("", point.words), _addressees(who["who"]))
    ]
    dues = [Deadline(*when.span(), when["label"], dates[0].when)] if when and dates else []
    return [] if given else tasks, dues


def _task_in(words: str, people: frozenset[str]) -> Told | None:
    given = next((match for pattern in _GIVEN if (match := pattern.search(words))), None)
    return Told(given["who"], given["what"] or "") if given else told_in(words, people)


def deadlines_in(
    stream: Stream, point: DecisionPoint, meeting: date | None, people: frozenset[str] = frozenset()
) -> Iterator[Deadline]:
    """Yield what a decision point wants done or reported by when; dates of validity are none."""
    for start, end in sentences(stream.text, point.start, point.end):
        words = stream.words(start, end)
        label = _DUE.search(words)
        dues = [due for due, _ in _dues(words, meeting)] if label else []
        labels = [_nearest_label(words, place) for _, place in _dues(words, meeting)] if label else []
        if not dues and label and _REPORTING.search(label["label"]):
            event = _event(words)
            dues = [When(None, None, Precision.EVENT, event, yearly="årligen" in event)] if event else []
        recipient = _RECIPIENT.search(words)
        reporting = next((m["label"] for m in _DUE.finditer(words) if _REPORTING.search(m["label"])), "")
        if not dues and point.outcome is DecisionOutcome.ASSIGNED:
            meeting_event = _NEXT_MEETING.search(words)
            dues = [When(None, None, Precision.EVENT, meeting_event[0])] if meeting_event else []
        name = reporting or (label["label"] if label else "genomförande")
        if not dues and (point.task_of or _task_in(words, people)):
            dues = list(task_dues(words, meeting))
        if not dues:
            within = _WITHIN.search(words)
            dues = [When(None, None, Precision.EVENT, within[0])] if within else []
        if not dues:
            dues = list(_at_meeting(words, meeting))
        for index, due in enumerate(dues):
            label_here = labels[index] if index < len(labels) and labels[index] else name
            yield Deadline(start, end, label_here, due, recipient["who"] if recipient and reporting else "")


def task_dues(words: str, meeting: date | None) -> Iterator[When]:
    """Yield when a task is due that a sentence gives: any coming day that it names as an end, else the occasion."""
    found_any = False
    for found in find_dates(words, meeting.year if meeting else None, today=meeting):
        due = _ahead(found.when, meeting, yearly=False)
        before = words[: found.start]
        if found.bound is Bound.FROM or due is None or _BEGINS.search(before):
            continue
        if _TOWARDS.search(before):
            found_any = True
            yield due
    occasion = None if found_any else _OCCASION.search(words)
    if occasion:
        yield When(None, None, Precision.EVENT, occasion[0])


def _at_meeting(words: str, meeting: date | None) -> Iterator[When]:
    """Yield the coming meeting that a matter is put off to or that somebody is called to, or at which it is answered."""
    for found in find_dates(words, meeting.year if meeting else None, today=meeting):
        due = _ahead(found.when, meeting, yearly=False)
        if due is not None and _TO_MEETING.search(words[: found.start]):
            yield due
    answered = _OCCASION.search(words) if re.search(r"\b(?:[Ss]var|besvaras)\b", words) else None
    if answered:
        yield When(None, None, Precision.EVENT, answered[0])


def _nearest_label(words: str, place: int) -> str:
    """Return the last word for a report before a date: "delrapport … i maj och slutrapport i december" has two."""
    labels = [match["label"] for match in _DUE.finditer(words, 0, place) if _REPORTING.search(match["label"])]
    return labels[-1] if labels else ""


def _dues(words: str, meeting: date | None) -> Iterator[tuple[When, int]]:
    """Yield each date that something is due, and where in the words it stands."""
    yearly = bool(re.search(r"\b(?:årligen|varje\s+år)\b", words))
    for found in find_dates(words, meeting.year if meeting else None):
        before = words[max(0, found.start - 40) : found.start]
        if (
            found.bound is Bound.FROM
            or _VALIDITY.search(before)
            or re.search(r"§\s*\d+\s*,?\s*$|\bden\s+\d+\s*$", before)
        ):
            continue
        if re.match(r"\s*,?\s*§\s*\d", words[found.end :]):
            continue
        due = _ahead(found.when, meeting, yearly=yearly)
        if due is None:
            continue
        if found.when.precision is Precision.YEAR and not re.search(
            r"\b(?:under|senast|före|innan|till|utgången\s+av)\s+(?:år\s+)?$", before
        ):
            continue
        if _BEGINS.search(before) or _gap(words, found.start, found.end) > _NEAR:
            continue
        event = re.search(r"i\s+samband\s+med\s+[^.;,]*$", before)
        if event:
            due = replace(due, words=f"{event[0]}{words[found.start : found.end]}")
        if yearly and due.precision in {Precision.MONTH, Precision.DAY} and not due.yearly:
            due = replace(due, yearly=True)
        yield due, found.start


def _event(words: str) -> str:
    """Return the occasion that a report is due at; words for the report itself are no part of it."""
    for match in _EVENT.finditer(words):
        label = _DUE.search(words, match.start(), match.end())
        event = words[match.start() : label.start() if label else match.end()].strip(" .,")
        if event and not re.search(r"\b(?:inför|vid|varje|samtliga|nästa|med|till)$", event):
            return event
    return ""


def _ahead(when: When, meeting: date | None, *, yearly: bool) -> When | None:
    """Return a date that lies ahead of the meeting, moved to the next year when the words left the year out."""
    if meeting is None or when.start is None or when.end is None or when.end >= meeting:
        return when
    if not (when.assumed_year or yearly):
        return None
    try:
        return replace(
            when,
            start=when.start.replace(year=when.start.year + 1),
            end=when.end.replace(year=when.end.year + 1),
        )
    except ValueError:  # 29 February
        return None


def _gap(words: str, start: int, end: int) -> int:
    """Return how many characters part a date from the nearest word for reporting or finishing."""
    return min(
        (max(label.start() - end, start - label.end(), 0) for label in _DUE.finditer(words)),
        default=_NEAR + 1,
    )


def _addressees(who: str) -> tuple[str, ...]:
    who = _ANSWERED_BY.sub("", " ".join(who.split()))
    who = _SUBJECT_BEFORE.sub("", who)
    previous = ""
    while previous != who:
        previous, who = who, _BEFORE_WHO.sub("", who)
    who = who.strip(" ,")
    if not who or len(who) > 130 or re.match(r"(?:som|vilket|detta)\b", who):
        return ()
    return tuple(part.strip(" ,") for part in _SPLIT_WHO.split(who) if part.strip(" ,"))
