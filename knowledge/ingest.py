"""From files to knowledge. Read this file first.

find the files → leave the unchanged → read → recognise → parse → divide into passages → write, one transaction
a document → withdraw what is gone. Passages are found by word at once; vectors are made from the register afterwards.
"""

import hashlib
import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from knowledge.blocks import ReadDocument
from knowledge.document_rows import ReadSource, within_text
from knowledge.document_writing import DocumentWriter, KnownDocument
from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.errors import NoDocumentError, UnreadableDocumentError
from knowledge.facts import DeadlineFact, Fact
from knowledge.passage_matters import under_matters
from knowledge.passages import Passage
from knowledge.sources import FoundSources, SourceFile, find_sources, is_address, lies_within, source_at

Reader = Callable[[Path], ReadDocument]
Recogniser = Callable[[ReadDocument, str], DocumentProfile]
Parser = Callable[[ReadDocument, DocumentProfile], tuple[Fact, ...]]
Divider = Callable[[ReadDocument, DocumentProfile], tuple[Passage, ...]]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody should know of one file, in plain Swedish."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far indexing has come; `file` is the one just done."""

    done: int
    total: int
    file: str


@dataclass(frozen=True, slots=True)
class IngestSummary:
    """What indexing did: `documents` are those of the named paths that now stand in the register.

    `facts` and `passages` count what those documents hold. `failed` names files that could not be read, whose earlier version stays; `skipped` counts files of formats
    that nothing reads.
    """

    documents: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    facts: int = 0
    passages: int = 0
    warnings: tuple[Remark, ...] = ()
    failed: tuple[Remark, ...] = ()
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would become: `known` is the document that it would be a new version of, when it is not the same."""

    read: ReadSource
    known: KnownDocument | None
    is_known: bool


@dataclass(frozen=True, slots=True)
class _Indexed:
    """What became of one file."""

    stands: bool = True
    is_new: bool = False
    is_unchanged: bool = False
    facts: int = 0
    passages: int = 0
    warnings: tuple[str, ...] = ()
    failure: str = ""


def _unseen(_: Progress) -> None:
    """Watch nothing."""


@dataclass(frozen=True, slots=True)
class Ingest:
    """Reads files into the register; `parsers` are the grammars of each kind of document."""

    writer: DocumentWriter
    read: Reader
    recognise: Recogniser
    parsers: Mapping[DocumentKind, Sequence[Parser]]
    divide: Divider
    suffixes: Collection[str]
    now: Callable[[], datetime]

    def index(
        self, paths: Sequence[Path], on_progress: Callable[[Progress], None] = _unseen
    ) -> IngestSummary:
        """Bring the register up to date with files and folders.

        Raises MissingSourceError before anything is changed when a path is not there, and RegisterError when the
        register cannot be written; what was written until then is kept, and the next run goes on from there.
        """
        found = find_sources(paths, self.suffixes, self.writer.roots())
        known = self.writer.known(found.files)
        indexed = []
        for number, source in enumerate(found.files, start=1):
            indexed.append(self._index_file(source, known.get((source.root, source.path))))
            on_progress(Progress(number, len(found.files), source.path))
        return _summary(found, indexed, self._withdraw_vanished(found))

    def preview(self, file: Path, place: Path) -> Preview:
        """Return what would enter the register if the file stood at a place; nothing is written.

        Raises UnreadableDocumentError when it cannot be read, and RegisterError.
        """
        source = replace(source_at(place, self.writer.roots()), file=file)
        known = self.writer.known([source]).get((source.root, source.path))
        content_hash = _hash_of(file)
        is_known = known is not None and known.content_hash == content_hash
        return Preview(self._read_source(source, content_hash), known, is_known=is_known)

    def _index_file(self, source: SourceFile, known: KnownDocument | None) -> _Indexed:
        """Bring one file up to date; whatever is wrong with it is told and never stops the others."""
        try:
            content_hash = _hash_of(source.file)
            if known is not None and self.writer.is_current(known, source, content_hash):
                return _Indexed(is_unchanged=True, facts=known.facts, passages=known.passages)
            read = self._read_source(source, content_hash)
        except NoDocumentError as error:
            return _Indexed(stands=False, is_unchanged=True, warnings=(error.reason,))
        except UnreadableDocumentError as error:
            return _failed(known, error.reason)
        written = self.writer.write(read, self.now())
        return _Indexed(
            is_new=known is None and written,
            is_unchanged=not written,
            facts=len(read.facts),
            passages=len(read.passages),
            warnings=read.warnings,
        )

    def _read_source(self, source: SourceFile, content_hash: str) -> ReadSource:
        """Return what a file holds; raise UnreadableDocumentError whatever is wrong with it."""
        try:
            return self._parsed(source, content_hash)
        except UnreadableDocumentError:
            raise
        except Exception as error:
            _log.exception("reading %s failed", source.path)
            raise UnreadableDocumentError(
                "Filen kunde inte läsas på grund av ett fel i programmet."
            ) from error

    def _parsed(self, source: SourceFile, content_hash: str) -> ReadSource:
        document = self.read(source.file)
        if not document.text.strip():
            raise UnreadableDocumentError("Filen är tom: den innehåller ingen text.")
        profile = self.recognise(document, source.path)
        warnings = list(document.warnings)
        facts = self._parse(source, document, profile, warnings)
        stated = dict(document.front_matter).get("url", "")
        return ReadSource(
            source,
            content_hash,
            document,
            profile,
            facts,
            self._divided(document, profile, facts),
            stated if is_address(stated) else source.url,
            tuple(warnings),
        )

    def _divided(
        self, document: ReadDocument, profile: DocumentProfile, facts: Sequence[Fact]
    ) -> tuple[Passage, ...]:
        """Return the passages; in minutes and agendas each knows its matter."""
        passages = self.divide(document, profile)
        has_matters = profile.kind in {DocumentKind.MINUTES, DocumentKind.AGENDA}
        return under_matters(passages, facts) if has_matters else passages

    def _parse(
        self, source: SourceFile, document: ReadDocument, profile: DocumentProfile, warnings: list[str]
    ) -> tuple[Fact, ...]:
        """Return what the grammars find; one that fails costs its own facts, not the document."""
        facts: dict[Fact, None] = {}
        for parser in self.parsers.get(profile.kind, ()):
            try:
                found = parser(document, profile)
            except Exception:  # noqa: BLE001  the border to the grammars: the other facts and the passages hold
                _log.exception("a grammar failed on %s", source.path)
                warnings.append("En del av dokumentet kunde inte tolkas. Det går ändå att söka i.")
                continue
            new = [fact for fact in found if within_text(fact.span, document.text)]
            facts.update(dict.fromkeys(fact for fact in new if not _is_read_already(fact, facts)))
        return tuple(facts)

    def _withdraw_vanished(self, found: FoundSources) -> int:
        """Withdraw documents of the folders that were named whose files are gone; an empty folder withdraws nothing."""
        there = {source.file for source in found.files}
        folders = [folder for folder in found.folders if any(file.is_relative_to(folder) for file in there)]
        gone = [
            number
            for number, file in self.writer.standing()
            if file not in there
            and lies_within(file, folders)
            and not lies_within(file, found.unlisted)
            and not file.exists()
        ]
        if gone:
            self.writer.withdraw(gone, self.now())
        return len(gone)


def _failed(known: KnownDocument | None, reason: str) -> _Indexed:
    if known is None:
        return _Indexed(stands=False, failure=reason)
    return _Indexed(failure=reason, facts=known.facts, passages=known.passages)


def _hash_of(file: Path) -> str:
    if file.exists() and not file.is_file():  # a pipe would be waited for
        raise UnreadableDocumentError("Det är ingen fil som går att läsa, utan ett rör eller en enhet.")
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        raise UnreadableDocumentError("Filen går inte att öppna: kontrollera behörigheten.") from error


def _summary(found: FoundSources, indexed: Sequence[_Indexed], gone: int) -> IngestSummary:
    named = list(zip(found.files, indexed, strict=True))
    standing = [each for each in indexed if each.stands]
    return IngestSummary(
        documents=len(standing),
        new=sum(each.is_new for each in indexed),
        changed=sum(not (each.is_new or each.is_unchanged or each.failure) for each in indexed),
        unchanged=sum(each.is_unchanged for each in standing),
        withdrawn=gone,
        facts=sum(each.facts for each in standing),
        passages=sum(each.passages for each in standing),
        warnings=tuple(Remark(source.path, text) for source, each in named for text in each.warnings),
        failed=tuple(Remark(source.path, each.failure) for source, each in named if each.failure),
        skipped=len(found.skipped),
    )


def _is_read_already(fact: Fact, facts: Collection[Fact]) -> bool:
    """Tell a deadline that another grammar has read from the same words, where it knows more of what is due."""
    return isinstance(fact, DeadlineFact) and any(
        isinstance(other, DeadlineFact)
        and (other.span.covers(fact.span) or fact.span.covers(other.span))
        and (other.due.start, other.due.end) == (fact.due.start, fact.due.end)
        for other in facts
    )
