"""Columns of a meeting calendar: which one holds the board, the day, the time and the place; pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# The surest name first; a later one counts only when no column bears an earlier.
_BOARD = (
    r"(?:nämnd(?:er|en)?|styrelse|board)(?:\s*[/,]\s*(?:nämnd|styrelse|utskott))?",
    r"(?:politiskt |beslutande )?organ|(?:besluts)?instans|forum|utskott|committee",
    r"ämne|rubrik|subject|summary",
    r"sammanträde|möte",
)
_DAY = (
    r"(?:sammanträdes|mötes)(?:datum|dag|dagar)|dtstart",
    r"datum|date|datum och tid|datum, tid",
    r"startdatum|start ?date|startar|start",
    r"dag|day",
    r"sammanträden?|möten?",
)
_TIME = (r"tid|kl\.?|klockan|klockslag|time", r"starttid|start ?time|tider|tidpunkt")
_PLACE = (r"plats|mötesplats|location|place", r"lokal|rum|adress|var")
# A list with such a column tells of something else than when boards meet.
_NO_CALENDAR = re.compile(
    r"beslut|ärende|diarie|\bdnr\b|paragraf|§|utfall|belopp|uppdrag|indikator|yrkande|röst"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The numbers of a calendar's columns, counted from 0; `time` and `place` may be missing."""

    board: int
    day: int
    time: int | None = None
    place: int | None = None


def columns_of(header: Sequence[str]) -> Columns | None:
    """Return the columns that a header row names, or nothing when it is no calendar's."""
    names = [" ".join(name.split(";")[0].casefold().strip(" :\ufeff").split()) for name in header]
    board = _first(names, _BOARD, set())
    if board is None:
        return None
    day = _first(names, _DAY, {board})
    taken = {board, day}
    if day is None or any(_NO_CALENDAR.search(name) for at, name in enumerate(names) if at not in taken):
        return None
    return Columns(board, day, _first(names, _TIME, taken), _first(names, _PLACE, taken))


def _first(names: Sequence[str], patterns: Sequence[str], taken: set[int | None]) -> int | None:
    for pattern in patterns:
        for at, name in enumerate(names):
            if at not in taken and re.fullmatch(pattern, name):
                return at
    return None
