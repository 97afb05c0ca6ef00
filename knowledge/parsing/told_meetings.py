"""Told meetings: days on which boards meet, as plans, minutes and agendas list them in a sentence or below a caption."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from knowledge.blocks import BlockKind, ReadDocument, RepairedText, Section, sections
from knowledge.documents import DocumentProfile
from knowledge.facts import MeetingFact
from knowledge.parsing.boards import BOARD, is_generic
from knowledge.parsing.sentences import split_sentences
from knowledge.parsing.swedish_dates import find_dates
from knowledge.when import Precision, When

_MEETS = re.compile(
    rf"(?:Beslut:\s)?(?P<board>{BOARD.pattern})\s(?:sammanträder|möts|träffas|har\s(?:ordinarie\s)?(?:sammanträden?|möten?))\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    rf"(?:(?:\d{{1,2}}(?:\.\d)*\.?|§\s\d+|[A-Z]{{2}})\s)*(?:(?P<board>{BOARD.pattern})\s)?(?:(?:sammanträdes|mötes)(?:tider|dagar|datum|plan)|sammanträden|möten|kommande\s(?:möten|sammanträden))(?:na)?"
    rf"(?:\s(?:för|i)\s(?P<of>{BOARD.pattern}))?(?:\s(?:för\s|under\s)?(?:våren\s|hösten\s)?(?P<year>20\d\d))?:?",
    re.IGNORECASE,
)
_GENITIVE = re.compile(r"(?<=[net])s$|(?<=fullmäktige)s$")
_YEAR = re.compile(r"\b20\d\d\b")
_BETWEEN_DAYS = re.compile(r"[\s,;.*]|\b(?:och|samt|den|kl\.?\s\d\d[.:]\d\d|\w+dag(?:en)?)\b", re.IGNORECASE)
_PROPOSAL = re.compile(r"\bförslag\b|\bföreslås\b", re.IGNORECASE)
_SORTS = {"fullmäktige": "fullmäktige", "styrelsen": "styrelsen"}
_COMMITTEE = re.compile(r"arbetsutskottet|AU", re.IGNORECASE)
_FEWEST_DAYS = 3
_TOP = 300  # characters
_ANY_YEAR = 2024  # one with a leap day
TOLD, PROPOSED = "Sammanträdestider", "Förslag till sammanträdestider"


@dataclass(slots=True)
class _List:
    """A list of days that a sentence or a caption opens: whose, of which year, and where its days stand."""

    board: str
    year: int | None
    places: list[RepairedText] = field(default_factory=list)


def told_meetings(document: ReadDocument, profile: DocumentProfile) -> Iterator[MeetingFact]:
    """Yield each day of the lists of three days or more that a sentence or a caption calls a board's meetings."""
    profile = replace(profile, board=profile.board or _board_at_top(document))
    for section in sections(document.blocks):
        is_proposed = any(map(_PROPOSAL.search, section.trail[-2:]))
        for each in _lists(section):
            board = each.board or profile.board
            days = _days(each, profile)
            for place, day in days if board and len(days) >= _FEWEST_DAYS else ():
                yield MeetingFact(
                    span=place.span(),
                    subject=board_called(board, profile),
                    section=PROPOSED if is_proposed else TOLD,
                    on=day,
                )


def board_called(words: str, profile: DocumentProfile) -> str:
    """Name a board that a document calls by its sort ("styrelsen"): the one that acts in it, or the organisation's own."""
    name = _GENITIVE.sub("", " ".join(words.split()))
    own, sort = profile.board, name.lower()
    if _COMMITTEE.fullmatch(name) and own and not own.endswith("utskott"):
        return f"{own}s arbetsutskott"
    if not is_generic(name):
        return name[:1].upper() + name[1:]
    if own.lower().endswith(sort):
        return own
    level = {"Region": "Region", "kommun": "Kommun"}
    of = next((prefix for mark, prefix in level.items() if mark in profile.organisation), "")
    if of and sort in _SORTS and "förbund" not in profile.organisation.lower():
        return of + _SORTS[sort]
    return name[:1].upper() + name[1:]


def _board_at_top(document: ReadDocument) -> str:
    """Return the board that stands alone on one of the first lines."""
    lines = [line.strip() for line in document.text[:_TOP].splitlines()]
    return next((line for line in lines if BOARD.fullmatch(line)), "")


def _lists(section: Section) -> Iterator[_List]:
    opened = _captioned(section.title)
    for block in section.blocks:
        if block.kind is BlockKind.TABLE_ROW and block.cells:
            continue
        caption = _captioned(block.text)
        if caption is not None:
            opened = caption
            continue
        sentences = [(part, _MEETS.match(part.text)) for part in split_sentences(block.content)]
        if not any(meets for _, meets in sentences) and _holds_but_days(block.text):
            if opened is not None:
                opened.places.append(block.content)
            continue
        for part, meets in sentences:
            if meets is None:
                continue
            if opened is not None and opened.places:
                yield opened
            year = _YEAR.search(part.text) or _YEAR.search(section.title)
            of_caption = opened.year if opened is not None and not opened.places else None
            opened = _List(meets["board"], int(year[0]) if year is not None else of_caption, [part])
        if not any(meets for _, meets in sentences) and opened is not None:
            yield opened
            opened = None
    if opened is not None:
        yield opened


def _captioned(text: str) -> _List | None:
    """Return the list that a caption opens ("Nämndens sammanträden 2027")."""
    caption = _CAPTION.fullmatch(" ".join(text.split()))
    if caption is None:
        return None
    return _List(caption["board"] or caption["of"] or "", int(caption["year"]) if caption["year"] else None)


def _holds_but_days(text: str) -> bool:
    days = {
        found.when.words for found in find_dates(text, _ANY_YEAR) if found.when.precision is Precision.DAY
    }
    rest = text
    for words in sorted(days, key=len, reverse=True):
        rest = rest.replace(words, " ")
    return bool(days) and not _BETWEEN_DAYS.sub("", rest)


def _days(told: _List, profile: DocumentProfile) -> list[tuple[RepairedText, When]]:
    """Return the days of a list; one without a year is in that of the next day that has one, or lies ahead."""
    default = told.year or (profile.date.year if profile.date is not None else profile.year)
    found = [
        (place, each.when)
        for place in told.places
        for each in find_dates(place.text, default)
        if each.when.precision is Precision.DAY
    ]
    days = [when for _, when in found]
    if any(not when.assumed_year for when in days):
        days = _before_days_with_year(days)
    elif told.year is None and profile.date is not None:
        days = _ahead(days, profile.date)
    return [(place, day) for (place, _), day in zip(found, days, strict=True)]


def _before_days_with_year(days: list[When]) -> list[When]:
    placed: list[When] = []
    following: date | None = None
    for when in reversed(days):
        day = when
        if when.assumed_year and following is not None:
            day = _in_year(when, following.year)
            if day.start is not None and day.start > following:
                day = _in_year(when, following.year - 1)
        if not when.assumed_year or following is not None:
            following = day.start
        placed.insert(0, day)
    return placed


def _ahead(days: list[When], after: date) -> list[When]:
    """Return days in the order in which they come after a day."""
    placed: list[When] = []
    for when in days:
        day = _in_year(when, after.year)
        if day.start is not None and day.start < after:
            day = _in_year(when, after.year + 1)
        placed.append(day)
        after = day.start or after
    return placed


def _in_year(when: When, year: int) -> When:
    if when.start is None or (when.start.month, when.start.day) == (2, 29):
        return when
    day = when.start.replace(year=year)
    return replace(when, start=day, end=day)
