"""Woven tables: two columns, what and whom, whose cells extraction wove into one run of words.

"Ansvariga Socialnämnd Centrum, Hisingen, Förstärka uppsökande arbete Nordost, Sydväst" holds a cell of two lines
on either side of a cell of one. What is to be done begins with a verb; those responsible are boards and places.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.blocks import Section, Span
from knowledge.parsing.addressees import Addressee, is_organisation, split_addressees

_HEADER = re.compile(
    r"(?:Insats|Åtgärd|Aktivitet|Uppdrag)(?:er)?\s+(?:Ansvariga?(?: nämnd(?:er)?)?|Riktas till)(?=\s+[A-ZÅÄÖ])"
)
_STOP = re.compile(r"\b(?:Fokusområde|Målområde|Delmål|Mål|Område)\s+\d")
_WORD = re.compile(r"\S+")
_BOARD = re.compile(
    r"[\wåäöÅÄÖ-]*(?:nämnd(?:en|er|erna)?|styrelse(?:n|r)?|fullmäktige|förvaltning(?:en)?|kontoret|bolag(?:et)?|utskottet),?$",
    re.IGNORECASE,
)
_VERB = re.compile(r"[A-ZÅÄÖ][a-zåäö]+[aå]$")
_EXPECTING = re.compile(r"(?:för|av|i|på|till|med|och|under|om|vid|från)$")
_PLACE = re.compile(r"[A-ZÅÄÖ][a-zåäö]+$")
_LINKS = frozenset({"för", "och", "samt"})
_FEWEST_ROWS, _FEWEST_WORDS = 2, 2


@dataclass(frozen=True, slots=True)
class WovenRow:
    """What is to be done, by whom, and the stretch in which both stand."""

    what: str
    whom: tuple[Addressee, ...]
    span: Span
    header_span: Span


@dataclass(slots=True)
class _Growing:
    """A row that is being gathered."""

    act: list[str] = field(default_factory=list)
    boards: list[str] = field(default_factory=list)
    is_torn: bool = (
        False  # a board's name broke off where what is to be done begins: nobody can tell where it goes on
    )
    start: int = -1
    end: int = -1

    def take(self, word: re.Match[str], *, is_act: bool) -> None:
        if not is_act and self.boards and self.end < word.start() and self._parts_places(word.group()):
            self.boards[-1] += ","  # the line ended where the list went on
        (self.act if is_act else self.boards).append(word.group())
        self.start = word.start() if self.start < 0 else self.start
        self.end = word.end()

    def _parts_places(self, word: str) -> bool:
        is_board = _BOARD.match(self.boards[-1]) is not None
        return (
            not is_board
            and _PLACE.match(self.boards[-1]) is not None
            and _PLACE.match(word.rstrip(",")) is not None
            and not self.boards[-1].endswith("s")
        )


def woven_rows(section: Section, text: str) -> Iterator[WovenRow]:
    """Yield the rows of woven tables in a section; a table of which fewer than two rows make sense yields none."""
    if not section.blocks:
        return
    start, end = section.blocks[0].span.start, section.blocks[-1].span.end
    headers = list(_HEADER.finditer(text, start, end))
    for number, header in enumerate(headers):
        stop = headers[number + 1].start() if number + 1 < len(headers) else end
        cut = _STOP.search(text, header.end(), stop)
        span = Span(header.start(), header.end())
        rows = [
            row
            for each in _gathered(text, header.end(), cut.start() if cut else stop)
            if (row := _row(each, span))
        ]
        if len(rows) >= _FEWEST_ROWS:
            yield from rows


def _gathered(text: str, start: int, end: int) -> Iterator[_Growing]:
    words = list(_WORD.finditer(text, start, end))
    row, in_act = _Growing(), False
    for number, match in enumerate(words):
        word = match.group()
        following = words[number + 1].group() if number + 1 < len(words) else ""
        if _VERB.match(word) and following[:1] and not following[0].isupper() and not _BOARD.match(word):
            if row.act:
                yield row
                row = _Growing()
            row.is_torn = bool(row.boards) and _EXPECTING.search(row.boards[-1]) is not None
            in_act = True
        elif word[0].isupper():
            is_new = (
                _BOARD.match(word) is not None
                and bool(row.act)
                and bool(row.boards)
                and not row.boards[-1].endswith(",")
            )
            if is_new:
                yield row
                row = _Growing()
            in_act = False
        elif _BOARD.match(word) and (in_act is False or row.boards):
            in_act = False
        elif not in_act:
            in_act = word not in _LINKS and _goes_to_act(row, words, number)
        elif row.boards and _EXPECTING.search(row.boards[-1]) and not row.is_torn:
            in_act = not following[:1].isupper()  # the last small word is the board's
        row.take(match, is_act=in_act)
    yield row


def _goes_to_act(row: _Growing, words: list[re.Match[str]], number: int) -> bool:
    """Tell whether a small word after boards goes on with what is to be done, not with a board's name."""
    if not row.act:
        return False
    board_expects = bool(row.boards) and _EXPECTING.search(row.boards[-1]) is not None
    if not board_expects:
        return True
    following = words[number + 1].group() if number + 1 < len(words) else "A"
    return _EXPECTING.search(row.act[-1]) is not None and not following[0].isupper()


def _row(gathered: _Growing, header: Span) -> WovenRow | None:
    whom = split_addressees(" ".join(gathered.boards))
    if (
        gathered.is_torn
        or len(gathered.act) < _FEWEST_WORDS
        or not whom
        or not all(is_organisation(each.name) for each in whom)
    ):
        return None
    return WovenRow(" ".join(gathered.act), whom, Span(gathered.start, gathered.end), header)
