"""Documents from Slack on disk: those that wait, and the folder that the register is read from."""

import hashlib
import logging
import os
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from bot import texts
from bot.document_intake import (
    DocumentReading,
    EnteredDocument,
    FetchedFile,
    Standing,
    WaitingDocument,
    file_name,
)
from bot.fact_words import DOCUMENT, HEADING, words
from knowledge.errors import UnreadableDocumentError
from knowledge.ingest import Ingest, Preview
from knowledge.limits import Limits
from retrieval.errors import RetrievalError
from retrieval.vector_filling import IndexFiller

WAITS_FOR = 30 * 24 * 3600  # seconds; what nobody has decided on by then is thrown away
MOST_EXAMPLES = 5

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class DocumentsFolder:
    """Keeps documents in two folders of the data folder: `incoming` for those that wait, `documents` for the others.

    A document waits under the hash of its content, so that a name that comes again never replaces one that waits.
    That a document is in the one folder or the other is all that is known of it, so a step that is done twice
    finds its work done.
    """

    data_dir: Path
    open_ingest: Callable[[], AbstractContextManager[Ingest]]
    filler: IndexFiller
    limits: Limits
    clock: Callable[[], float] = time.time

    @property
    def documents(self) -> Path:
        """The folder that the register is read from."""
        return self.data_dir.resolve() / "documents"

    def keep(self, file: FetchedFile) -> WaitingDocument:
        """Write the file whole or not at all, and throw away what has waited too long."""
        self._prune()
        document = WaitingDocument(hashlib.sha256(file.content).hexdigest(), file_name(file.name))
        place = self._waiting(document)
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished = place.with_name(f".{os.getpid()}-{time.monotonic_ns()}")
        with unfinished.open("wb") as opened:
            opened.write(file.content)
            opened.flush()
            os.fsync(opened.fileno())
        unfinished.replace(place)
        return document

    def read(self, document: WaitingDocument) -> DocumentReading:
        """Return what the register would learn."""
        try:
            with self.open_ingest() as ingest:
                return _told(ingest.preview(self._waiting(document), self.documents / document.name))
        except UnreadableDocumentError as error:
            return DocumentReading(refusal=error.reason)

    def accept(self, document: WaitingDocument, places: Sequence[str]) -> bool:
        """Move the document, limited before it is there to be read; one that was moved before is as good."""
        place = self.documents / document.name
        place.parent.mkdir(parents=True, exist_ok=True)
        if places and self._waiting(document).is_file():
            self.limits.set(place, places)
        try:
            self._waiting(document).replace(place)
        except FileNotFoundError:
            return place.is_file() and hashlib.sha256(place.read_bytes()).hexdigest() == document.content_hash
        return True

    def discard(self, document: WaitingDocument) -> bool:
        """Remove the document from those that wait."""
        try:
            self._waiting(document).unlink()
        except FileNotFoundError:
            return False
        return True

    def enter(self, document: WaitingDocument) -> EnteredDocument:
        """Read the document into the register."""
        with self.open_ingest() as ingest:
            summary = ingest.index([self.documents / document.name])
        refusal = next((each.text for each in summary.failed), "")
        return EnteredDocument(summary.facts, summary.passages, refusal)

    def fill(self) -> bool:
        """Make vectors of what has none."""
        try:
            self.filler.fill()
        except RetrievalError:
            _log.exception("documents from Slack are not searchable by meaning yet")
            return False
        return True

    def _waiting(self, document: WaitingDocument) -> Path:
        return self._incoming / document.content_hash / document.name

    def _prune(self) -> None:
        if self._incoming.is_dir():
            for each in self._incoming.iterdir():
                if each.stat().st_mtime < self.clock() - WAITS_FOR:
                    rmtree(each, ignore_errors=True)

    @property
    def _incoming(self) -> Path:
        return self.data_dir.resolve() / "incoming"


def _former(preview: Preview) -> str:
    """Return the title of the document that would be replaced; one that is limited is told by its file's name."""
    if preview.known is None:
        return ""
    return preview.read.source.name if preview.known.is_limited else preview.known.title


def _told(preview: Preview) -> DocumentReading:
    read, profile = preview.read, preview.read.profile
    about = (
        (texts.DOCUMENT_KIND, DOCUMENT[profile.kind]),
        (texts.DOCUMENT_ORGANISATION, profile.organisation),
        (texts.DOCUMENT_BOARD, profile.board),
        (texts.DOCUMENT_DATE, profile.date.isoformat() if profile.date else ""),
        (texts.DOCUMENT_CASE_NUMBER, profile.case_number),
        (texts.DOCUMENT_DRAFT, (profile.draft_reason or texts.YES) if profile.is_draft else ""),
    )
    kinds = [fact.kind for fact in read.facts]
    first = {fact.kind: fact for fact in reversed(read.facts)}
    shown = [first[kind] for kind in HEADING if kind in first][:MOST_EXAMPLES]
    told = (" – ".join(part for part in (fact.subject, words(fact)) if part) for fact in shown)
    standing = Standing.NEW_VERSION if preview.known else Standing.NEW
    return DocumentReading(
        title=profile.title,
        about=tuple((label, value) for label, value in about if value),
        counts=tuple((heading, kinds.count(kind)) for kind, heading in HEADING.items() if kind in kinds),
        examples=tuple(dict.fromkeys(told)),
        passages=len(read.passages),
        warnings=read.warnings,
        standing=Standing.KNOWN if preview.is_known else standing,
        replaces=_former(preview),
        is_limited=bool(preview.known and preview.known.is_limited),
    )
