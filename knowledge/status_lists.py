"""Lists of statuses, for those who keep them in a sheet: rows to statuses and back; pure."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from knowledge.entries import State, StatusDetails, StatusUpdate
from knowledge.errors import UnreadableDocumentError
from knowledge.sheets import Row
from knowledge.status_dates import dates_in_message, told_dates
from knowledge.status_titles import KnownTitles
from knowledge.status_words import states_in
from knowledge.updates import SaidStatus
from knowledge.when import Precision

_COLUMNS = {
    "assignment": ("uppdrag", "uppdragets namn", "assignment"),
    "state": ("läge", "status", "state"),
    "text": ("kommentar", "comment", "text"),
    "delay": ("försening", "delay"),
    "risk": ("risk eller hinder", "risk", "risker", "hinder"),
    "next_step": ("nästa steg", "next step"),
    "who": ("vem", "ansvarig", "who"),
    "expected": ("väntas", "väntat datum", "klart", "expected"),
    "author": ("rapporterat av", "rapporterad av", "författare", "author"),
    "at": ("rapporterat", "datum", "date"),
    "key": ("nyckel", "key"),
}
_NAMES = {State.GREEN: "grön", State.YELLOW: "gul", State.RED: "röd", State.DONE: "klar"}
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)")
_NOON = time(12)


@dataclass(frozen=True, slots=True)
class ListedStatus:
    """A row that can be saved; `corrects` is the number of the update that it changes, if it was exported before."""

    number: int
    assignment: str
    said: SaidStatus
    key: str
    corrects: int | None = None
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong with a row, and what to do about it."""

    number: int
    words: str


@dataclass(frozen=True)
class StatusList:
    """Reads rows against the assignments and the statuses that are known."""

    titles: KnownTitles
    known: Mapping[str, StatusUpdate]
    author: str
    now: datetime
    zone: ZoneInfo

    def read(self, rows: Sequence[Row]) -> tuple[list[ListedStatus], list[RowProblem]]:
        """Return the statuses of the rows below the header, and what is wrong with the others.

        Raises UnreadableDocumentError when there is no header that names assignment and state.
        """
        if not rows:
            raise UnreadableDocumentError("Listan är tom.")
        columns = _columns(rows[0][1])
        good: list[ListedStatus] = []
        bad: list[RowProblem] = []
        for number, cells in rows[1:]:
            row = {name: cells[at] if at < len(cells) else "" for name, at in columns.items()}
            try:
                good.append(self._status(number, row))
            except _WrongRowError as error:
                bad.append(RowProblem(number, str(error)))
        return good, bad

    def _status(self, number: int, row: Mapping[str, str]) -> ListedStatus:
        assignment, title = self._assignment(row["assignment"])
        state, at = _state(row["state"]), self._time(row.get("at", ""))
        expected = told_dates(row.get("expected", ""), self.now.date())
        details = StatusDetails(
            row.get("delay", ""), row.get("next_step", ""), row.get("risk", ""), expected, row.get("who", "")
        )
        author = row.get("author", "") or self.author
        words = "; ".join(value for name, value in row.items() if value and name != "key")
        said = SaidStatus(assignment, state, row.get("text", ""), author, at, words, expected, details)
        made_of_words = _key(said, row.get("author", ""), row.get("at", ""))
        return self._placed(
            ListedStatus(number, title, said, row.get("key", "") or made_of_words), made_of_words
        )

    def _placed(self, row: ListedStatus, made_of_words: str) -> ListedStatus:
        """Return the row with what is known of it: nothing, that it is saved, or what it corrects."""
        former = self.known.get(row.key)
        if former is None:
            return row
        if _same(former, row.said):
            return replace(row, is_known=True)
        corrected = replace(row, key=f"{row.key}~{made_of_words}", corrects=former.id)
        if corrected.key in self.known:
            return replace(corrected, is_known=True)
        if former.withdrawn:
            raise _WrongRowError(
                "Lägesrapporten är rättad eller återtagen sedan listan skrevs. Skriv ut listan på nytt, eller töm "
                "cellen Nyckel för att spara raden som en ny lägesrapport."
            )
        return corrected

    def _assignment(self, name: str) -> tuple[int, str]:
        if not name:
            raise _WrongRowError("Uppdrag saknas. Skriv uppdragets namn.")
        spelled = name.casefold()
        same = [each for each in self.titles.assignments if spelled in _wordings(each.title, each.aliases)]
        found = [(each.id, each.title) for each in same or self.titles.named(name)]
        if len(found) == 1:
            return found[0]
        near = "; ".join(title for _, title in found) or "; ".join(
            each.title for each in self.titles.hinted(name)
        )
        meant = f" Menar du {near}?" if near else ""
        raise _WrongRowError(
            f"”{name}” är inget uppdrag som jag känner igen.{meant} Skriv uppdragets hela namn."
        )

    def _time(self, words: str) -> datetime:
        if not words:
            return self.now
        if match := _TIME.fullmatch(words):
            moment = datetime.fromisoformat(f"{match[1]} {match[2]}").replace(tzinfo=self.zone)
        else:
            moment = datetime.combine(self._day(words), _NOON, self.zone)
        if moment.date() > self.now.astimezone(self.zone).date():
            raise _WrongRowError(
                f"Datumet {words} ligger framåt i tiden. Skriv dagen då läget rapporterades."
            )
        return moment

    def _day(self, words: str) -> date:
        days = [
            when.start for when in dates_in_message(words, self.now.date()) if when.precision is Precision.DAY
        ]
        if len(days) != 1 or days[0] is None:
            raise _WrongRowError(f"Datumet ”{words}” går inte att läsa. Skriv det som 2026-11-23.")
        return days[0]


class _WrongRowError(Exception):
    """A row cannot be saved; the words say what to do."""


def listed(updates: Sequence[StatusUpdate], zone: ZoneInfo) -> Iterator[tuple[str, ...]]:
    """Yield the header and a row for each update."""
    yield tuple(names[0].capitalize() for names in _COLUMNS.values())
    for each in updates:
        details = each.details
        yield (
            each.assignment,
            _NAMES[each.state],
            each.text,
            details.delay,
            details.risk,
            details.next_step,
            details.who,
            ", ".join(details.expected),
            each.author,
            f"{each.at.astimezone(zone):%Y-%m-%d %H:%M}",
            each.key,
        )


def _columns(header: Sequence[str]) -> dict[str, int]:
    named = [cell.strip().casefold() for cell in header]
    columns = {
        column: next(named.index(name) for name in spelled if name in named)
        for column, spelled in _COLUMNS.items()
        if any(name in named for name in spelled)
    }
    if not {"assignment", "state"} <= columns.keys():
        raise UnreadableDocumentError("Första raden ska namnge kolumnerna, minst Uppdrag och Läge.")
    return columns


def _state(words: str) -> State:
    states = {each.state for each in states_in(words)}
    if len(states) != 1:
        told = f"Läget ”{words}” går inte att läsa" if words else "Läge saknas"
        raise _WrongRowError(f"{told}. Skriv grön, gul, röd eller klar.")
    return states.pop()


def _wordings(title: str, aliases: Sequence[str]) -> set[str]:
    return {wording.casefold() for wording in (title, *aliases)}


def _same(former: StatusUpdate, said: SaidStatus) -> bool:
    return (former.assignment_id, former.state, former.text, former.details) == (
        said.assignment_id,
        said.state,
        said.text,
        said.details,
    )


def _key(said: SaidStatus, author: str, at: str) -> str:
    """Name a row by what it says, so that reading the list again writes nothing."""
    details = said.details
    words = (details.delay, details.next_step, details.risk, *details.expected, details.who, author, at)
    told = "\0".join((str(said.assignment_id), said.state.value, said.text, *words))
    return "list:" + hashlib.sha256(told.encode()).hexdigest()[:24]
