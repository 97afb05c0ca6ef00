"""When a document that governs was adopted: days in its head, told from those of what it replaces; pure."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from knowledge.blocks import Block, BlockKind
from knowledge.when import MONTH_NAMES

DAY = rf"(?:(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)|(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTH_NAMES)}) (?P<year>(?:19|20)\d\d)|(?P<d2>\d{{1,2}})/(?P<m2>\d{{1,2}})[ -](?P<y2>20\d\d))(?!\d)"
ANY_DAY = re.compile(DAY)
_ADOPTED = re.compile(
    rf"\b(?:[Aa]ntage[nt]|[Ff]astställ[dt]|[Bb]eslutad|[Bb]eslutat|[Gg]odkän[dt])\b(?:(?!\b(?:19|20)\d\d\b)[^\n.;|]){{0,110}}?\b{DAY}"
)
_REVISED = re.compile(
    rf"\b(?:[Rr]ev(?:iderad|iderat|\.)|[Vv]ersion \d{{1,2}}(?:\.\d{{1,2}})*|[Uu]tgåva \d{{1,2}}(?:\.\d{{1,2}})*|[Uu]pprättat?d?)\s*:?,?\s*{DAY}"
)
_BESIDE = re.compile(rf"[ \t]{{3,}}{DAY}(?:[ \t]{{3,}}[^\n]*)?$", re.MULTILINE)
_OF_ANOTHER = re.compile(r"ersätt|upphäv|upphör|tidigare|föregående|förra|förslag|\benligt\b", re.IGNORECASE)
_COLUMN = re.compile(r"(?:datum|beslutsdatum|fastställ|antag|beslutad|godkän)", re.IGNORECASE)
_LOGS = re.compile(r"ändring|utgåva|version", re.IGNORECASE).match  # a log of changes
_HEAD, _LETTERHEAD, _BLOCKS, _PAIR = 1_500, 400, 20, 2


def adopted_on(text: str, blocks: Sequence[Block]) -> dt.date | None:
    """Return the day on which a plan, a directive or a rule was adopted, else last revised; none when its head names none."""
    for days in (
        _told(_ADOPTED, text[:_HEAD]),
        _in_table(blocks[:_BLOCKS]),
        reversed(list(_told(_REVISED, text[:_HEAD]))),
        _told(_BESIDE, text[:_LETTERHEAD]),
    ):
        if (day := next(iter(days), None)) is not None:
            return day
    return None


def day_of(found: re.Match[str]) -> dt.date | None:
    """Return the day that a match of DAY names; none when the calendar has no such day."""
    for year, month, day in (("y", "m", "d"), ("y2", "m2", "d2")):
        if found[year]:
            return valid_day(int(found[year]), int(found[month]), int(found[day]))
    return valid_day(int(found["year"]), MONTH_NAMES.index(found["month"].lower()) + 1, int(found["day"]))


def valid_day(year: int, month: int, day: int) -> dt.date | None:
    """Return the day of the calendar; none when there is no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _told(pattern: re.Pattern[str], head: str) -> Iterator[dt.date]:
    """Yield the days that a pattern finds, but those of what the document replaces or goes back to."""
    for found in pattern.finditer(head):
        opened = max(head.rfind("\n", 0, found.start()), head.rfind(". ", 0, found.start())) + 1
        day = day_of(found)
        if day is not None and _OF_ANOTHER.search(head[opened : found.end()]) is None:
            yield day


def _in_table(blocks: Sequence[Block]) -> Iterator[dt.date]:
    """Yield the days under or after a name such as "Fastställd" or "Datum" in a table at the top."""
    for block in blocks:
        if block.kind is not BlockKind.TABLE_ROW:
            continue
        names = [cell.text.strip() for cell in block.header]
        if any(map(_LOGS, names)):
            continue
        pairs = list(zip(names, (cell.text for cell in block.cells), strict=False))
        if len(block.cells) == _PAIR:
            pairs.append((block.cells[0].text.strip(), block.cells[1].text))
        for name, value in pairs:
            found = ANY_DAY.search(value) if _COLUMN.match(name) else None
            if found is not None and (day := day_of(found)) is not None:
                yield day
