"""Flattened assignments: tables of what is to be done, by whom and when, whose rows extraction ran together.

A date ends each row, and an organisation or a title stands before it; a row in which either cannot be told is left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.blocks import ReadDocument, Span
from knowledge.parsing.addressees import Addressee, is_organisation, split_addressees
from knowledge.parsing.role_statements import names_person
from knowledge.parsing.running_words import Break, WordRun, runs_of
from knowledge.parsing.sentences import trail_of
from knowledge.parsing.swedish_dates import FoundDate, find_dates

ASSIGNMENTS_HEADER = re.compile(
    r"(?<!\S)(?:Nr\s)?(?:Insats|Åtgärd|Aktivitet|Uppdrag)(?:er)?\s(?:Ansvarig(?:a|t)?(?:\s(?:nämnd(?:er)?|förvaltning|part(?:er)?))?|Ansvar|Riktas till)\s"
    r"(?P<when>Tidplan|Klart(?:\ssenast)?|Klar(?:\ssenast)?|Senast|Slutdatum|Datum|När|Tid|Tidpunkt|Återrapport(?:eras|ering)?|Redovisas|Genomförs)(?:\s(?P<state>Status|Kommentar(?:er)?))?(?=\s)"
)
_VERB = re.compile(r"(?:\d{1,2}\.?\s)?(?:[A-ZÅÄÖ][a-zåäö-]*[aåe])$")
_JOINED = re.compile(r"(?:\b(?:i|för|av|till|med|från|och|mellan|inom|hos|vid|på|som|åt|om|samt|den|det)|,)$")
_NUMBERED = re.compile(r"(?:20\d\d:\d{1,2}|[A-ZÅÄÖ]{1,3}\d{1,2}|\d{1,3})\.?\s(?=[A-ZÅÄÖ])")
_TO_BOARD = re.compile(r"\s[A-ZÅÄÖ]{2,5}$")  # whom a report goes to, before its date
_TITLED = re.compile(
    r"(?<=\s)[A-ZÅÄÖ][a-zåäö-]+(?:chef|direktör|ledare|strateg|samordnare|läkare|sekreterare|rektor|ekonom|controller|jurist|utvecklare|planerare)(?:\s[A-ZÅÄÖ][a-zåäö]+)?\s$"
)
_RUNS_OVER = re.compile(r"\d\s+[A-ZÅÄÖ]")  # a row before it, whose responsible could not be told
# What a date is due with, which stands between those who are responsible and the date itself.
_REPORT = re.compile(
    r"\s(?:(?:i|till|senast|vid|med)\s)?(?:(?:delårs|tertial|års|månads|del|slut)(?:rapport|redovisning|bokslut)\w*|bokslut\w*|nämndens möte)(?:\s\d)?(?:\s(?:samt|och|i)(?:\s\w+)?)?$",
    re.IGNORECASE,
)
_LONGEST, _FEWEST_WORDS, _LONGEST_WHOM = 60, 2, 200


@dataclass(frozen=True, slots=True)
class DatedRow:
    """What is to be done, by whom and by when, with the words of the date's column."""

    what: str
    whom: tuple[Addressee, ...]
    due: FoundDate
    label: str
    span: Span
    header_span: Span
    section: str


def dated_rows(document: ReadDocument, whole: frozenset[Span], year: int | None) -> Iterator[DatedRow]:
    """Yield the rows of flattened tables; `whole` are the rows whose cells are known and that are left to others."""
    for run in runs_of(document.blocks, document.text, whole):
        headers = list(ASSIGNMENTS_HEADER.finditer(run.text))
        for number, header in enumerate(headers):
            stop = headers[number + 1].start() if number + 1 < len(headers) else len(run.text)
            if header["state"] is None:  # where a remark ends and the next row begins cannot be told
                yield from _rows(run, header, stop, year)


def _rows(run: WordRun, header: re.Match[str], stop: int, year: int | None) -> Iterator[DatedRow]:
    header_span = run.span(header.start(), header.end())
    position = header.end() + 1
    words = run.text[:stop]
    for found in find_dates(words[position:], year):
        start, end = header.end() + 1 + found.start, header.end() + 1 + found.end
        begins = _begin(run, position, start)
        segment = words[begins:start].rstrip()
        reported = _REPORT.search(segment)
        segment = segment[: reported.start()] if reported is not None else segment
        if header["when"].startswith("Återrapport"):
            segment = _TO_BOARD.sub("", segment)
        if len(segment.split()) > _LONGEST:
            return
        cut = _whom_from(segment)
        if cut is None:
            continue
        number = _NUMBERED.match(segment)
        what = segment[number.end() if number is not None else 0 : cut].strip()
        whom = split_addressees(segment[cut:])
        if (number is not None or _VERB.match(what.split()[0])) and not _RUNS_OVER.search(what):
            section = run.words[run.word_at(begins)].section
            yield DatedRow(
                what, whom, found, header["when"], run.span(begins, end), header_span, trail_of(section)
            )
        position = end + 1


def _begin(run: WordRun, position: int, stop: int) -> int:
    """Return where a row begins, headings that stand above it left out."""
    first = run.word_at(position)
    start = run.words[first].place
    for number in range(first + 1, run.word_at(max(stop - 1, position)) + 1):
        word = run.words[number]
        if word.before is Break.HEADING and word.text[0].isupper():
            start = word.place
    return start


def _whom_from(segment: str) -> int | None:
    """Return where those who are responsible begin, at the end of a row; None when none stand there.

    The fewest words that name somebody are theirs: a longer stretch may hold the end of what is to be done.
    """
    for match in reversed(list(re.finditer(r"(?<=\s)(?=[A-ZÅÄÖ])", segment))):
        before, after = segment[: match.start()].rstrip(), segment[match.start() :]
        members = split_addressees(after) if len(after) < _LONGEST_WHOM else ()
        if (
            len(before.split()) >= _FEWEST_WORDS
            and members
            and all(is_organisation(member.name) or names_person(member.name) for member in members)
            and not _JOINED.search(before)
        ):
            titled = _TITLED.search(segment, 0, match.start()) if names_person(after) else None
            return titled.start() if titled is not None else match.start()
    return None
