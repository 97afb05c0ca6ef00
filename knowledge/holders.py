"""Holders: who has a title or answers for a unit on a given day, from the list that the organisation keeps."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import ColumnElement, delete, insert, or_, select

from knowledge.database import Database
from knowledge.errors import UnreadableDocumentError
from knowledge.models import Holder as HolderRow

_COLUMNS = {
    "title": ("title", "befattning", "titel", "roll", "enhet"),
    "person": ("person", "innehavare", "namn", "name"),
    "first_day": ("from", "från", "fr.o.m.", "från och med", "startdatum"),
    "last_day": ("to", "till", "t.o.m.", "till och med", "slutdatum"),
    "slack_email": ("slack_email", "e-post", "epost", "email"),
}
_ENDINGS = re.compile(r"(?:en|et|n|e)$")
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Holder:
    """A person who has a title from `first_day` to `last_day`, both inclusive and open when not known.

    `quote` is the row of the list without the address at its end, which stands at `start` in the file called
    `list_name`. `organisation` is whose title it is: another's director is somebody else.
    """

    title: str
    person: str
    first_day: date | None = None
    last_day: date | None = None
    slack_email: str = ""
    list_name: str = ""
    quote: str = ""
    start: int = 0
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Holders:
    """Reads and replaces the list of holders; every method raises RegisterError."""

    database: Database

    def import_holders(
        self, text: str, list_name: str, now: datetime, organisation: str = ""
    ) -> tuple[Holder, ...]:
        """Replace the list by the organisation's one in `text` and return it; a wrong row changes nothing.

        Raises UnreadableDocumentError with the reason in Swedish.
        """
        holders = tuple(replace(each, organisation=organisation) for each in read_holders(text, list_name))
        with self.database.writing() as connection:
            connection.execute(delete(HolderRow))
            connection.execute(
                insert(HolderRow),
                [
                    {
                        "title": each.title,
                        "title_key": title_key(each.title),
                        "person": each.person,
                        "organisation": each.organisation,
                        "first_day": each.first_day,
                        "last_day": each.last_day,
                        "slack_email": each.slack_email,
                        "list_name": each.list_name,
                        "quote": each.quote,
                        "start": each.start,
                        "imported_at": now,
                    }
                    for each in holders
                ],
            )
        return holders

    def holder_of(self, title: str, on: date) -> Holder | None:
        """Return who has a title on a day, however it is inflected; of several the one who came last."""
        found = self._read(on, HolderRow.title_key == title_key(title))
        return found[0] if found else None

    def holders(self, on: date) -> list[Holder]:
        """Return who has which title on a day, by title."""
        latest: dict[str, Holder] = {}
        for holder in self._read(on):
            latest.setdefault(title_key(holder.title), holder)
        return sorted(latest.values(), key=lambda each: each.title)

    def holders_named(self, text: str, on: date) -> list[Holder]:
        """Return those who on a day have the titles that a text names, in the text's order."""
        placed = ((_place_of_title(text, holder.title), holder) for holder in self.holders(on))
        found = [(at, holder) for at, holder in placed if at is not None]
        return [holder for _, holder in sorted(found, key=lambda each: each[0])]

    def _read(self, on: date, *conditions: ColumnElement[bool]) -> list[Holder]:
        statement = select(HolderRow.__table__).where(
            or_(HolderRow.first_day.is_(None), HolderRow.first_day <= on),
            or_(HolderRow.last_day.is_(None), HolderRow.last_day >= on),
            *conditions,
        )
        latest_first = (HolderRow.first_day.desc().nulls_last(), HolderRow.id.desc())
        with self.database.reading() as connection:
            return [
                Holder(
                    row.title,
                    row.person,
                    row.first_day,
                    row.last_day,
                    row.slack_email,
                    row.list_name,
                    row.quote,
                    row.start,
                    row.organisation,
                )
                for row in connection.execute(statement.order_by(*latest_first))
            ]


def read_holders(text: str, list_name: str) -> tuple[Holder, ...]:
    r"""Read a list with `\n` line ends and a row for each holder; raise UnreadableDocumentError for a wrong one."""
    lines = list(_lines(text))
    if not lines:
        raise UnreadableDocumentError("Befattningslistan är tom.")
    header = lines[0][1]
    delimiter = max(",;\t", key=header.count)
    names = [name.strip().casefold() for name in _cells(header, delimiter)]
    columns = {
        column: next((names.index(name) for name in spelled if name in names), None)
        for column, spelled in _COLUMNS.items()
    }
    if columns["title"] is None or columns["person"] is None:
        raise UnreadableDocumentError("Befattningslistan behöver kolumnerna title och person.")
    holders = [
        _holder(number, start, line, _named(columns, _cells(line, delimiter)), list_name)
        for number, (start, line) in enumerate(lines[1:], start=2)
    ]
    if not holders:
        raise UnreadableDocumentError("Befattningslistan har rubriker men inga rader.")
    return tuple(holders)


def names_title(text: str, title: str) -> bool:
    """Tell whether a text names a title, however it is inflected."""
    return _place_of_title(text, title) is not None


def _place_of_title(text: str, title: str) -> int | None:
    """Return after how many words of a text a title is named."""
    words = re.findall(r"[\w-]+", text)
    length, key = len(re.findall(r"[\w-]+", title)), title_key(title)
    starts = range(len(words) - length + 1)
    return next((at for at in starts if title_key(" ".join(words[at : at + length])) == key), None)


def title_key(title: str) -> str:
    """Return what the forms of a title have in common: "Regiondirektören" and "regiondirektör"."""
    words = re.sub(r"\s+", " ", title).strip().casefold().split(" ")
    last = words[-1]
    for _ in range(2):
        shorter = _ENDINGS.sub("", last)
        last = shorter if len(shorter) >= _SHORTEST_STEM else last
    return " ".join((*words[:-1], last))


def _holder(number: int, start: int, line: str, cells: dict[str, str], list_name: str) -> Holder:
    if not cells["title"] or not cells["person"]:
        raise UnreadableDocumentError(f"Rad {number} saknar befattning eller person.")
    first_day, last_day = _day(number, cells["first_day"]), _day(number, cells["last_day"])
    if first_day is not None and last_day is not None and last_day < first_day:
        raise UnreadableDocumentError(f"Rad {number} slutar innan den börjar.")
    address = cells["slack_email"]
    quote = line.rstrip().removesuffix(address).rstrip(" ,;\t") if address else line
    return Holder(cells["title"], cells["person"], first_day, last_day, address, list_name, quote, start)


def _named(columns: dict[str, int | None], cells: Sequence[str]) -> dict[str, str]:
    return {
        column: cells[at].strip() if at is not None and at < len(cells) else ""
        for column, at in columns.items()
    }


def _day(number: int, words: str) -> date | None:
    if not words:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise UnreadableDocumentError(
            f"Rad {number} har datumet ”{words}”. Skriv det som 2026-11-23."
        ) from None


def _cells(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        if line.strip(" ,;\t"):
            yield start, line
        start += len(line) + 1
