"""Ingestion, joined together: readers, grammars, the register and the vector index."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import knowledge
from bot.wiring.register import OpenRegister
from knowledge.document_writing import DocumentWriter
from knowledge.documents import DocumentKind
from knowledge.ingest import Ingest, Parser
from knowledge.kinds import recognise
from knowledge.parsing.agenda import read_agenda
from knowledge.parsing.any_document import read_any
from knowledge.parsing.board_plan import read_board_plan
from knowledge.parsing.calendar import read_calendar
from knowledge.parsing.directive import read_directive
from knowledge.parsing.follow_up import read_follow_up
from knowledge.parsing.minutes import read_meeting_summary, read_minutes
from knowledge.passages import passages
from knowledge.reading import READABLE_SUFFIXES, ReadingPool, ocr

WORKERS = 2
RULES_LENGTH = 16

PARSERS: Mapping[DocumentKind, Sequence[Parser]] = {
    DocumentKind.DIRECTIVE: (read_directive, read_any),
    DocumentKind.BOARD_PLAN: (read_board_plan, read_any),
    DocumentKind.MINUTES: (read_minutes, read_any),
    DocumentKind.MEETING_SUMMARY: (read_meeting_summary, read_any),
    DocumentKind.AGENDA: (read_agenda, read_any),
    DocumentKind.FOLLOW_UP: (read_follow_up, read_any),
    DocumentKind.CALENDAR: (read_calendar, read_any),
    DocumentKind.OTHER: (read_any,),
}


@contextmanager
def open_ingestion(opened: OpenRegister) -> Iterator[Ingest]:
    """Return what reads files into the register; its workers end with the block."""
    with ReadingPool(workers=WORKERS) as pool:
        yield Ingest(
            writer=DocumentWriter(opened.database, opened.words, rules()),
            read=pool.read,
            recognise=recognise,
            parsers=PARSERS,
            divide=passages,
            suffixes=READABLE_SUFFIXES,
            now=lambda: datetime.now(UTC),
        )


def rules() -> str:
    """Name the readers and grammars as they are, so that documents are read again when they have changed."""
    digest = hashlib.sha256()
    for file in sorted(Path(knowledge.__path__[0]).rglob("*.py")):
        digest.update(file.read_bytes())
    digest.update(b"with ocr" if ocr.is_available() else b"without ocr")
    return digest.hexdigest()[:RULES_LENGTH]
