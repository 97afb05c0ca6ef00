"""Which meeting minutes are of: board and day, and when the next one is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.blocks import ReadDocument, Span
from knowledge.documents import DocumentProfile
from knowledge.parsing.boards import BOARD
from knowledge.parsing.minutes_stream import Stream, sentences
from knowledge.parsing.swedish_dates import find_dates
from knowledge.when import Precision, When


@dataclass(frozen=True, slots=True)
class Meeting:
    """The board that met and the day; `on` and `place` when the document itself says so.

    `people` are the names, whole and first, by which the text may call those who met.
    """

    board: str
    date: date | None
    on: When | None = None
    place: Span | None = None
    people: frozenset[str] = frozenset()


_MONTH = r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
_DAY = rf"(?P<day>\d{{4}}-\d\d-\d\d|(?:den\s+)?\d{{1,2}}\s+{_MONTH}\s+\d{{4}}|\d{{1,2}}/\d{{1,2}}[ -](?:20)?\d\d\b)"
# The surest label first; the last ones only count at the head of a document.
_LABELLED = (
    re.compile(rf"\b(?:Sammanträdes?(?:datum|dag|tid)|Mötes(?:datum|dag))\b\s*:?\s*{_DAY}", re.IGNORECASE),
    re.compile(
        rf"\bSammanträdes(?:datum|dag)\b[^\n]*\n[^\n]*?(?<![\d-]){_DAY}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:Datum|Dag|Tid|Tid\s+och\s+plats|Plats\s+och\s+tid)\s*:?\s+(?:[a-zåäö]+dag(?:en)?\s+)?{_DAY}",
        re.IGNORECASE,
    ),
    re.compile(rf"^[ \t]*[A-ZÅÄÖ][\w ,&-]{{4,60}}[ \t]{{2,}}(?:[^\n]*[ \t])?{_DAY}", re.MULTILINE),
    re.compile(rf"^[ \t]*{_DAY}[ \t]*$", re.MULTILINE),
    re.compile(
        rf"(?<!s )\b(?:protokoll|sammanträde|möte|mötesanteckning(?:ar)?)\b(?:[^\n\d]|\n(?!\n)){{0,90}}?{_DAY}",
        re.IGNORECASE,
    ),
)
_HEAD_LENGTH = 1500
_TITLE_DAY = re.compile(
    r"\b(?:den\s+)?\d{1,2}\s+(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\s+\d{4}|\b\d{4}-\d\d-\d\d",
    re.IGNORECASE,
)
# A board on a line of its own, or at the left of a page header with columns.
_HEADER_LINE = re.compile(
    r"^[ \t\f]*(?P<board>[A-ZÅÄÖ][^\n.:§\t]{2,70}?)(?P<more>[ \t]{2,}[^\n]*)?[ \t]*$", re.MULTILINE
)
# The second line of a page header: the board at the left, the day of its meeting at the right.
_PAGE_HEADER = re.compile(
    rf"(?<=\n)[ \t]*(?P<board>[A-ZÅÄÖ][^\n.:§\t]{{2,70}}?)[ \t]{{3,}}{_DAY}[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
# "Stadsdelsnämnden Norra", "Socialnämnd Centrum"
_DISTRICT = re.compile(r"[A-ZÅÄÖ][\wåäö-]*nämnd(?:en)?(?:\s+[A-ZÅÄÖ][\wåäö-]+){1,2}")
_HEADER = re.compile(r"protokoll|sammanträdesdatum|\d+ ?\(\d+\)|sid(?:a|an)?\b", re.IGNORECASE)
_COMPANY = re.compile(
    r"\bstyrelsen\s+för\s+(?:(?!den\b|§)[A-ZÅÄÖ][\wåäöÅÄÖ&-]*(?:[ ]|(?=,|\n|$)))+", re.IGNORECASE
)
_NEXT = re.compile(r"\b(?:nästa|nästkommande)\s+(?:ordinarie\s+)?(?:\w*sammanträde|\w*möte)\b", re.IGNORECASE)


_MEETS = re.compile(
    r"\b(?:[Nn]ämnden|[Ss]tyrelsen|[Ff]ullmäktige|[Uu]tskottet|[Dd]irektionen|[\wåäö]+(?:nämnden|styrelsen|fullmäktige|utskottet))\s+(?:sammanträder|har\s+(?:ordinarie\s+)?(?:sammanträden?|möten?))\s+(?:under\s+)?(?:år\s+)?(?P<year>20\d\d)\b"
    r"|\b(?:[Ss]ammanträdes(?:tider|dagar|datum)(?:na)?|[Ss]ammanträden(?:a)?)\s+(?:för|under)?\s*(?P<year2>20\d\d)\s+(?:är|blir|fastställs|hålls)\b"
    rf"|\b(?:[Nn]ämnden|[Ss]tyrelsen|[Ff]ullmäktige|[Uu]tskottet|[Dd]irektionen|[\wåäö]+(?:nämnden|styrelsen|fullmäktige|utskottet))\s+sammanträder\s+(?:följande dagar:?\s+)?(?:den\s+)?(?=\d{{1,2}}\s+{_MONTH}\b)"
)
# A group that meets is named on the first lines of its notes: "Styrgruppsmöte nr 6 – Digitalt arkiv".
_GROUP = re.compile(
    r"\b(?P<group>(?:styr|lednings|projekt|arbets|referens)grupp)(?:en|ens|s?möte[t]?)?(?:\s+nr\.?\s*\d+)?"
    r"(?:\s*[–:-]\s*|\s+för\s+|[ \t]+)(?P<of>[A-ZÅÄÖ][^\n.;]{2,80}?)[ \t]*(?=\n|,\s|$)",
    re.IGNORECASE,
)
_NOT_OF_A_GROUP = re.compile(r"\d{4}-\d\d|\b(?:den\s)?\d{1,2}\s" + _MONTH, re.IGNORECASE)
_FIRST_LINES = 3
# "sammanträdet den 17 juni flyttas till den 24 juni": the day it is moved to is the next one.
_MOVED_TO = re.compile(
    r"\b(?:flyttas|flyttats|flyttades|ändras|skjuts|senareläggs|tidigareläggs)\b[^.]*?\btill\b", re.IGNORECASE
)
_LONGEST_CAPTION = 40
_A_YEAR = re.compile(r"\b20\d\d\b")
_FEWEST_DAYS, _LONGEST_LIST = 3, 600


def meeting_of(document: ReadDocument, profile: DocumentProfile) -> Meeting:
    """Name the board and day of the meeting, from labelled words first and else from the profile."""
    board = group_met(document.text) or profile.board or _board(document.text)
    labelled = _labelled(document.text)
    day = _day(labelled["day"]) if labelled else None
    if day is None:
        day = profile.date
    found = find_dates(labelled["day"]) if labelled else ()
    if labelled and found and found[0].when.precision is Precision.DAY:
        return Meeting(board, day, found[0].when, Span(*labelled.span()))
    return Meeting(board, day)


def group_met(text: str) -> str:
    """Return the group whose notes a text is, as its first lines name it: "Styrgruppen för Digitalt arkiv"; "" for none."""
    lines = [line for line in text[:_HEAD_LENGTH].splitlines() if line.strip()][:_FIRST_LINES]
    found = _GROUP.search("\n".join(lines))
    if found is None or _NOT_OF_A_GROUP.search(found["of"]):
        return ""
    return f"{found['group'].capitalize()}en för {' '.join(found['of'].split())}"


def meetings_in_pages(document: ReadDocument) -> list[tuple[int, Meeting]]:
    """Return the meetings that page headers name, each from where it begins, when a file holds extracts of several."""
    found: list[tuple[int, Meeting]] = []
    for match in _PAGE_HEADER.finditer(document.text):
        board = " ".join(match["board"].split())
        day = find_dates(match["day"])
        if not (BOARD.search(board) and day and day[0].when.precision is Precision.DAY):
            continue
        meeting = Meeting(board, day[0].when.start, day[0].when, Span(*match.span()))
        if not found or (meeting.board, meeting.date) != (found[-1][1].board, found[-1][1].date):
            found.append((match.start(), meeting))
    return found if len({(meeting.board, meeting.date) for _, meeting in found}) > 1 else []


def summary_meeting(profile: DocumentProfile, stream: Stream) -> Meeting:
    """Name the board and day that a meeting summary's heading gives."""
    first = _TITLE_DAY.search(stream.text, 0, 600)
    found = find_dates(first[0]) if first else ()
    day = found[0].when.start if found else profile.date
    board = profile.board
    if not board:
        named = BOARD.search(stream.text, 0, 600)
        board = named[0][0].upper() + named[0][1:] if named else ""
    if found and first:
        return Meeting(board, day, found[0].when, stream.span(*first.span()))
    return Meeting(board, day)


def next_meetings_in(stream: Stream, after: date | None) -> Iterator[tuple[int, int, When]]:
    """Yield the sentences that name the next meeting, with its day."""
    for match in _NEXT.finditer(stream.text):
        cut = max(stream.text.rfind("\n\n", 0, match.start()), 0)
        for start, end in sentences(stream.text, cut, min(len(stream.text), match.end() + 250)):
            if start <= match.start() < end:
                dates = _days_ahead(stream.words(start, end), after)
                if dates:
                    yield start, end, dates[0]
                elif end - start <= _LONGEST_CAPTION and (below := _day_below(stream, end, after)):
                    yield below


def _days_ahead(words: str, after: date | None) -> list[When]:
    return [
        found.when
        for found in find_dates(_moved_to(words), after.year if after else None, today=after)
        if found.when.precision is Precision.DAY and (after is None or not found.when.is_before(after))
    ]


def _moved_to(words: str) -> str:
    """Return the words from where they say to which day a meeting is moved, all of them when they say no such thing."""
    moved = _MOVED_TO.search(words)
    return words[moved.end() :] if moved is not None else words


def _day_below(stream: Stream, heading_end: int, after: date | None) -> tuple[int, int, When] | None:
    """Return the line below a heading such as "9. Nästa möte" when it opens with a day."""
    line = next(iter(stream.lines_between(heading_end, len(stream.text))), None)
    days = _days_ahead(stream.text[line.start : line.end], after) if line is not None else []
    if (
        line is None
        or not days
        or stream.text.find(days[0].words, line.start, line.end) > line.start + _LONGEST_CAPTION
    ):
        return None
    return line.start, line.end, days[0]


def listed_meetings_in(stream: Stream) -> Iterator[tuple[int, int, When]]:
    """Yield each day of a sentence that says when the board meets, in the year that the sentence names."""
    for match in _MEETS.finditer(stream.text):
        cut = max(stream.text.rfind("\n\n", 0, match.start()), 0)
        for start, end in sentences(stream.text, cut, min(len(stream.text), match.end() + _LONGEST_LIST)):
            if not start <= match.start() < end:
                continue
            words = stream.words(start, end)
            years = [year for year in (match["year"], match["year2"], *_A_YEAR.findall(words)[-1:]) if year]
            if not years:
                continue
            days = [
                found.when
                for found in find_dates(words, int(years[0]))
                if found.when.precision is Precision.DAY
            ]
            if len(days) >= _FEWEST_DAYS:
                yield from ((start, end, day) for day in days)


def day_under(stream: Stream, start: int, end: int, after: date | None) -> tuple[int, int, When] | None:
    """Return the first day named between two places, which a heading such as "Nästa möte" announces."""
    for line in stream.lines_between(start, end):
        words = _moved_to(stream.text[line.start : line.end])
        for found in find_dates(words, after.year if after else None, today=after):
            if found.when.precision is Precision.DAY:
                return line.start, line.end, found.when
    return None


def _labelled(text: str) -> re.Match[str] | None:
    surest, *others = _LABELLED
    found = surest.search(text)
    if found:
        return found
    numbered = re.search(r"^(?:[A-ZÅÄÖ]\w*\s)?§\s*\d", text, re.MULTILINE)
    head = min(_HEAD_LENGTH, numbered.start()) if numbered else _HEAD_LENGTH
    return next((found for label in others if (found := label.search(text, 0, head))), None)


def _board(text: str) -> str:
    """Name the board of the page header, else the board that stands alone on a line first."""
    company = _COMPANY.search(text, 0, _HEAD_LENGTH)
    if company:
        return " ".join(company[0].split())
    counts: dict[str, float] = {}
    for match in _HEADER_LINE.finditer(text):
        words = " ".join(match["board"].split())
        if BOARD.fullmatch(words) or _DISTRICT.fullmatch(words):
            near = text[max(0, match.start() - 90) : match.end() + 90]
            counts[words] = counts.get(words, 0) + (
                3 if (match["more"] or "").strip() or _HEADER.search(near) else 0.1
            )
    return max(counts, key=lambda words: counts[words]) if counts else ""


def _day(words: str) -> date | None:
    found = find_dates(words)
    return found[0].when.start if found else None
