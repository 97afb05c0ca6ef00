"""ReadingPool: reads files in worker processes that may hang, crash or run out of memory without harm."""

import logging
import multiprocessing
import resource
import traceback
from concurrent.futures import TimeoutError as ReadingTimeoutError
from pathlib import Path
from types import TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessPool

from knowledge.blocks import ReadDocument
from knowledge.errors import ScannedDocumentError, UnreadableDocumentError
from knowledge.reading import ocr
from knowledge.reading.formats import FileFormat, format_of, load, read_bytes

_log = logging.getLogger(__name__)

_SIMPLE = frozenset((FileFormat.TEXT, FileFormat.MARKDOWN, FileFormat.CSV, FileFormat.ICALENDAR))
_LARGEST_SIMPLE = 2 * 1024 * 1024
_MEMORY = 2 * 1024**3
_OCR_SECONDS = 900.0


class ReadingPool:
    """Read documents with a limit on time and memory for each.

    Plain text and Markdown of ordinary size are read in this process, which is quicker than handing them over;
    all else goes to long-lived workers, replaced when one is lost.
    """

    def __init__(
        self,
        workers: int = 1,
        seconds: float = 60.0,
        memory: int = _MEMORY,
        *,
        ocr_seconds: float = _OCR_SECONDS,
    ) -> None:
        """Set the limits: `seconds` a file, `memory` bytes of address space a worker. Nothing starts yet.

        A scanned document has `ocr_seconds`; none (0) leaves it unread, as where Tesseract is not installed.
        """
        self._workers = workers
        self._seconds = seconds
        self._memory = memory
        self._ocr_seconds = ocr_seconds if ocr.is_available() else 0.0
        self._pool: ProcessPool | None = None

    def __enter__(self) -> Self:
        """Return the pool itself; workers start with the first file that needs one."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the workers."""
        self.close()

    def close(self) -> None:
        """Stop the workers; a later read starts new ones."""
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool = None

    def read(self, path: Path) -> ReadDocument:
        """Return what the file holds; raise UnreadableDocumentError when it cannot be read within the limits."""
        data = load(path)
        if len(data) <= _LARGEST_SIMPLE and format_of(data, path.suffix) in _SIMPLE:
            return read_bytes(data, path.suffix)
        try:
            document = self._in_worker(data, path.suffix)
        except ScannedDocumentError:
            if not self._ocr_seconds:
                raise
        else:
            if not (document.has_unread_scans and self._ocr_seconds):
                return document
        return self._in_worker(data, path.suffix, with_ocr=True)

    def _in_worker(self, data: bytes, suffix: str, *, with_ocr: bool = False) -> ReadDocument:
        seconds = self._ocr_seconds if with_ocr else self._seconds
        future = self._started().schedule(
            _read_in_worker, args=[data, suffix], kwargs={"with_ocr": with_ocr}, timeout=seconds
        )
        try:
            document: ReadDocument = future.result()
        except ReadingTimeoutError:
            raise UnreadableDocumentError(
                f"Filen tog längre tid än {seconds:.0f} sekunder att läsa och hoppades över."
            ) from None
        except ProcessExpired as error:
            raise UnreadableDocumentError("Filen fick läsaren att krascha och hoppades över.") from error
        except MemoryError as error:
            raise UnreadableDocumentError("Filen krävde för mycket minne och hoppades över.") from error
        except RecursionError as error:
            raise UnreadableDocumentError("Filen är för djupt nästlad för att kunna läsas.") from error
        except _ParserFailedError as error:
            _log.warning("a parser failed: %s", error)
            raise UnreadableDocumentError("Filen gick inte att läsa och hoppades över.") from error
        return document

    def _started(self) -> ProcessPool:
        if self._pool is None:
            self._pool = ProcessPool(
                max_workers=self._workers,
                context=multiprocessing.get_context("spawn"),
                initializer=_prepare,
                initargs=[self._memory],
            )
        return self._pool


class _ParserFailedError(Exception):
    """A parser raised something of its own; its text is the traceback, the only part sure to leave a worker."""


def _read_in_worker(data: bytes, suffix: str, *, with_ocr: bool) -> ReadDocument:
    try:
        return read_bytes(data, suffix, with_ocr=with_ocr)
    except (UnreadableDocumentError, MemoryError, RecursionError):
        raise
    except Exception as error:  # noqa: BLE001 - a parser's own errors may not be picklable, as lxml's are not
        raise _ParserFailedError("".join(traceback.format_exception(error))) from None


def _prepare(most: int) -> None:
    """Bound this worker's address space, and keep its parsers from writing to the terminal in English."""
    logging.getLogger().addHandler(logging.NullHandler())
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(
        resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard)
    )
