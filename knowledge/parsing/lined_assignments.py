"""Lined assignments: tables of what is to be done, by whom and when, that extraction left as lines.

A row is a line or a few with no mark between its cells, or each cell is a line of its own. The cells are told apart by
what they are; where a row cannot be told for certain, it is left out with all that follows it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.blocks import ReadDocument, Span
from knowledge.parsing.addressees import Addressee, split_addressees
from knowledge.parsing.role_statements import PERSON
from knowledge.parsing.row_ends import holders_at_end, is_holder, time_at_end
from knowledge.parsing.running_words import Break, Word, WordRun, runs_of
from knowledge.parsing.sentences import trail_of
from knowledge.when import When

_NUMBER = r"(?:Nr\.?|Nummer|Punkt)"
_WHAT = r"(?:Uppdrag(?:et)?|Insats|Åtgärd|Aktivitet|Arbete|Uppgift|Vad(?:\sska\sgöras)?|Att\sgöra)(?:er)?"
_BETWEEN = r"(?:Beslutat|Beslut|Effekt|Kostnad|\d{4}|\([a-zåäö]+\))"
_WHOM = r"(?:Ansvar(?:iga?|igt)?(?:\s(?:nämnd(?:er)?|förvaltning|part(?:er)?|chef|tjänsteperson))?|Riktas\still|Svarar\sför|Utförare|Vem|Till\svem|Uppdrag\still)"
_WITH = r"(?:Medverka(?:r|nde)|Samverka(?:r|n)(?:\s?(?:med|spart(?:er)?))?|Deltar|I\ssamverkan\smed|Samarbetspart(?:er)?)"
_WHEN = r"(?:Tidplan|Klart?(?:\ssenast)?|Senast|Slutdatum|Datum|När|Tid|Tidpunkt|(?:Åter|Slut)?[Rr]edovisas|Återrapport(?:eras|ering)?|Rapporteras|Genomförs)"
_REST = r"(?:BP|Status|Läge|Kommentar(?:er)?|Prio(?:ritet)?|Anm(?:ärkning)?)"
_HEADER = re.compile(
    rf"(?:(?P<number>{_NUMBER})\s)?{_WHAT}(?P<between>(?:\s{_BETWEEN})*)\s(?P<whom>{_WHOM})(?:\s(?P<with>{_WITH}))?(?:\s(?P<when>{_WHEN}))?(?:\s(?P<rest>{_REST}))?"
)
_COLUMN = re.compile(rf"{_NUMBER}|{_WHAT}|{_WHOM}|{_WHEN}|{_REST}")
_ITEM = re.compile(r"(?P<number>\d{1,3})[.)]\s(?=[A-ZÅÄÖ])")
_CODE = re.compile(r"(?:20\d\d:\d{1,2}|[A-ZÅÄÖ]{1,3}\d{1,2}|\d{1,3})[.)]?\s(?=[A-ZÅÄÖ])")
_VALUE = re.compile(r"\s(?:§\s?\d{1,4}(?:/\d{2,4})?|[+−–-]?\d[\d ]*(?:,\d+)?(?:\s(?:tkr|mnkr|mkr|kr))?)$")
_TO_BOARD = re.compile(r"\s[A-ZÅÄÖ]{2,5}$")  # whom a report goes to, before its date
_SHORT_CELL = re.compile(r"\s\d{1,2}$")
_STATE = re.compile(
    r"\s(?:(?:Ej|Inte)\s)?(?:[Pp]åbörja[dt]|[Pp]ågår|[Aa]vsluta[dt]|[Kk]lart?|[Gg]enomför[dt]|[Ff]örsena[dt]|[Pp]ausa[dt]|[Ee]nligt plan|[Vv]ilande|[Pp]lanera[dt])(?:\still\s[a-zåäö]+)?$"
)
_SENTENCE = re.compile(r"[.!?]$")
_RUNS_OVER = re.compile(r"(?:^|\s)\d{1,2}\s[A-ZÅÄÖ]")
_MOST_LINES, _MOST_CELLS, _LONGEST_WHAT, _LONGEST_CELL = 5, 6, 400, 60


@dataclass(frozen=True, slots=True)
class LinedRow:
    """What is to be done, by whom and by when, with the name of the date's column and the words above the table."""

    what: str
    number: str
    whom: tuple[Addressee, ...]
    due: When | None
    label: str
    is_responsible: bool
    caption: str
    span: Span
    header_span: Span
    section: str


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int
    end: int
    is_heading: bool


def lined_assignments(document: ReadDocument, whole: frozenset[Span], year: int | None) -> Iterator[LinedRow]:
    """Yield the rows of tables that became lines; `whole` are the rows whose cells are known and that are left to others."""
    for run in runs_of(document.blocks, document.text, whole):
        lines = list(_lines_of(run))
        for number, line in enumerate(lines):
            header = _HEADER.fullmatch(line.text)
            if header is not None:
                rows = _Rows(run, lines, header, number, number + 1, year)
                yield from rows.in_items() if header["with"] else rows.in_lines()
            elif (count := _header_in_cells(lines[number : number + _MOST_CELLS])) > 0:
                joined = " ".join(each.text for each in lines[number : number + count])
                header = _HEADER.fullmatch(joined)
                if header is not None:
                    yield from _Rows(run, lines, header, number, number + count, year).in_cells(count)


def _lines_of(run: WordRun) -> Iterator[_Line]:
    starts = [
        number
        for number, word in enumerate(run.words)
        if number == 0 or word.before in (Break.LINE, Break.BLOCK, Break.HEADING)
    ]
    for first, stop in pairwise([*starts, len(run.words)]):
        words: Sequence[Word] = run.words[first:stop]
        end = words[-1].place + len(words[-1].text)
        yield _Line(run.text[words[0].place : end], words[0].place, end, words[0].before is Break.HEADING)


def _header_in_cells(lines: Sequence[_Line]) -> int:
    """Return how many lines from here on are column names, each alone on its line; 0 when they name no table."""
    count = 0
    while count < len(lines) and _COLUMN.fullmatch(lines[count].text):
        count += 1
    return count if count > 1 else 0


@dataclass(frozen=True, slots=True)
class _Rows:
    """The lines below a header, which stands in the lines from `at` until `first`."""

    run: WordRun
    lines: Sequence[_Line]
    header: re.Match[str]
    at: int
    first: int
    year: int | None

    def in_lines(self) -> Iterator[LinedRow]:
        """Yield the rows of a line or a few, until one cannot be told."""
        waiting: list[_Line] = []
        for number in range(self.first, len(self.lines)):
            line = self.lines[number]
            if _HEADER.fullmatch(line.text) or (line.is_heading and not waiting and number > self.first):
                return
            waiting.append(line)
            if len(waiting) > _MOST_LINES or _SENTENCE.search(line.text):
                return
            following = self.lines[number + 1].text if number + 1 < len(self.lines) else ""
            row = None if following[:1].islower() else self._row(waiting)
            if row is not None:
                yield row
                waiting = []

    def in_items(self) -> Iterator[LinedRow]:
        """Yield the rows of numbered items with a line for each cell, whatever headings stand between, until one is none."""
        count = sum(bool(self.header[name]) for name in ("whom", "with", "when")) + 1
        for at in range(self.first, len(self.lines) - count + 1):
            item = _ITEM.match(self.lines[at].text)
            if item is None:
                continue
            cells = self.lines[at : at + count]
            time = time_at_end(cells[-1].text, self.year) if self.header["when"] else None
            people = split_addressees(cells[1].text, every_comma=True)
            if not all(map(_is_somebody, people)) or (self.header["when"] and time is None):
                return
            what = cells[0].text[item.end() :]
            yield self._made(what, item["number"], people, time[1] if time is not None else None, cells)

    def in_cells(self, count: int) -> Iterator[LinedRow]:
        """Yield the rows of a table each of whose cells is a line, until one is none."""
        if self.header["number"] or self.header["between"]:
            return
        for start in range(self.first, len(self.lines) - count + 1, count):
            cells = self.lines[start : start + count]
            what, whom = cells[0].text, cells[1].text
            time = time_at_end(cells[2].text, self.year) if self.header["when"] else None
            people = split_addressees(whom, every_comma=True)
            if (
                (self.header["when"] and (time is None or time[0] != 0))
                or len(whom) > _LONGEST_CELL
                or not all(is_holder(each.name) or _is_first_name(each.name) for each in people)
            ):
                return
            yield self._made(what, "", people, time[1] if time is not None else None, cells)

    def _row(self, lines: Sequence[_Line]) -> LinedRow | None:
        words = " ".join(line.text for line in lines)
        if self.header["rest"]:
            state = _STATE.search(words) or (_SHORT_CELL.search(words) if self.header["when"] else None)
            words = words[: state.start()] if state is not None else words
            if state is None and not self.header["when"]:
                return None
        time = time_at_end(words, self.year) if self.header["when"] else None
        if self.header["when"] and time is None:
            return None
        words = words[: time[0]].rstrip() if time is not None else words
        held = None
        if (self.header["when"] or "").startswith("Återrapport"):
            held = holders_at_end(_TO_BOARD.sub("", words))
        held = held or holders_at_end(words)
        if held is None:
            return None
        what = words[: held[0]].rstrip()
        code = _CODE.match(what)
        number, what = (code.group().strip(" .)"), what[code.end() :]) if code is not None else ("", what)
        if self.header["between"]:
            value = _VALUE.search(what)
            if value is None:
                return None
            what = what[: value.start()]
        if not what[:1].isupper() or len(what) > _LONGEST_WHAT or _RUNS_OVER.search(what):
            return None
        return self._made(what, number, held[1], time[1] if time is not None else None, lines)

    def _made(
        self, what: str, number: str, whom: tuple[Addressee, ...], due: When | None, lines: Sequence[_Line]
    ) -> LinedRow:
        header, above = self.lines[self.at], self.lines[self.at - 1] if self.at > 0 else None
        word = self.run.words[self.run.word_at(header.start)]
        return LinedRow(
            what,
            number,
            whom,
            due,
            self.header["when"] or "",
            is_responsible=self.header["whom"].startswith(("Ansvar", "Vem", "Svarar")),
            caption=above.text if above is not None else "",
            span=self.run.span(lines[0].start, lines[-1].end),
            header_span=self.run.span(header.start, self.lines[self.first - 1].end),
            section=trail_of(word.section),
        )


def _is_somebody(named: Addressee) -> bool:
    """Tell whether a cell's words are a holder, or end in a person's name after a title of any sort."""
    return is_holder(named.name) or re.search(rf"^\w+\s{PERSON}$", named.name) is not None


def _is_first_name(words: str) -> bool:
    return re.fullmatch(r"[A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)?", words) is not None
