"""A reader, recogniser and grammar of a tiny invented document format, so that ingestion is tested without parsers.

# Title
organisation: Region Sjöland
§ assignment: Minska hyrberoendet
§ owner: Minska hyrberoendet = Regiondirektören
§ decision 2026-10-20: Minska hyrberoendet = Uppdraget förlängs.
any other line is a passage
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from knowledge.blocks import ReadDocument, Span
from knowledge.database import Database
from knowledge.document_writing import DocumentWriter
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.errors import UnreadableDocumentError
from knowledge.facts import AssignmentFact, DecisionFact, DecisionPointFact, Fact, Role, RoleFact, Standing
from knowledge.ingest import Ingest
from knowledge.passages import Passage
from knowledge.swedish_words import SwedishWords
from knowledge.when import Precision, When

_FACT = re.compile(r"§ (\w+)(?: (\d{4}-\d\d-\d\d))?: ([^=]+?)(?: = (.*))?$")


def read(path: Path) -> ReadDocument:
    """Read a file; one that says so cannot be read."""
    text = path.read_text(encoding="utf-8")
    if "OLÄSLIG" in text:
        raise UnreadableDocumentError("Filen är trasig.")
    if "KRASCH" in text:
        raise ValueError("a bug in a reader")
    front = tuple(match.groups() for match in re.finditer(r"^(url): (.*)$", text, re.MULTILINE))
    return ReadDocument(text, (), (0,), tuple((name, value) for name, value in front))


def recognise(document: ReadDocument, file_name: str) -> DocumentProfile:
    """Read the title and the organisation."""

    def said(label: str) -> str:
        match = re.search(rf"^{label}: (.*)$", document.text, re.MULTILINE)
        return match.group(1).strip() if match else ""

    title = re.search(r"^# (.*)$", document.text, re.MULTILINE)
    day = date.fromisoformat(said("date")) if said("date") else None
    return DocumentProfile(
        title=title.group(1) if title else file_name,
        kind=DocumentKind.MINUTES,
        organisation=said("organisation"),
        board=said("board"),
        date=day,
        year=day.year if day else None,
        case_number=said("case_number"),
        is_draft=said("draft") == "yes",
    )


def parse(document: ReadDocument, profile: DocumentProfile) -> tuple[Fact, ...]:
    """Read the lines that begin with §."""
    if "GRAMMATIKFEL" in document.text:
        raise ValueError("a bug in a grammar")
    return tuple(_facts(document, profile))


def _facts(document: ReadDocument, profile: DocumentProfile) -> Iterator[Fact]:
    for start, line in _lines(document.text):
        match = _FACT.match(line)
        if match is None:
            continue
        kind, day, subject, value = match.groups()
        span = Span(start, start + len(line))
        when = date.fromisoformat(day) if day else profile.date
        if kind == "assignment":
            yield AssignmentFact(span=span, subject=subject, section="Uppdrag")
        elif kind == "owner":
            yield RoleFact(span=span, subject=subject, role=Role.OWNER, holder=value)
        elif kind == "decision":
            yield DecisionFact(
                span=span, subject=subject, text=value, standing=Standing.DECIDED, meeting_date=when
            )
        elif kind == "point" and when:
            at = When(when, when, Precision.DAY, when.isoformat())
            yield DecisionPointFact(span=span, subject=subject, code=value, ends=at)


def divide(document: ReadDocument, profile: DocumentProfile) -> tuple[Passage, ...]:
    """Make every line a passage."""
    return tuple(
        Passage(Span(start, start + len(line)), line, f"{profile.title}\n{line}", 1, profile.title)
        for start, line in _lines(document.text)
        if line.strip()
    )


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


@dataclass
class SteppingClock:
    """Tells a time one hour later every time it is asked."""

    time: datetime = datetime(2026, 11, 2, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the next time."""
        self.time += timedelta(hours=1)
        return self.time


# A table whose first header has a cell over two columns, and whose first column a cell over two rows; "" is the rest of a joined one.
PLAN_OF_JOINED_CELLS = [
    ["Mål", "Indikator", "Utfall", "", "Mål 2027"],
    ["", "", "2025", "2026", ""],
    ["God hälsa", "Sjukfrånvaro", "6,1 %", "5,9 %", "5,5 %"],
    ["", "Frisknärvaro", "61 %", "62 %", "65 %"],
    ["Hållbar miljö", "Utsläpp", "10", "9", "8"],
]


def an_ingest(database: Database, words: SwedishWords, rules: str = "1") -> Ingest:
    """Return an ingestion of this module's format; the rules' name decides what is read again."""
    return Ingest(
        writer=DocumentWriter(database, words, rules),
        read=read,
        recognise=recognise,
        parsers={DocumentKind.MINUTES: (parse,)},
        divide=divide,
        suffixes={".txt"},
        now=SteppingClock(),
    )
