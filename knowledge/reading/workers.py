"""ReadingPool: reads files in worker processes that may hang, crash or run out of memory without harm."""

import logging
import multiprocessing
import resource
from concurrent.futures import TimeoutError as ReadingTimeoutError
from pathlib import Path
from types import TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessPool

from knowledge.blocks import ReadDocument
from knowledge.errors import UnreadableDocumentError
from knowledge.reading.formats import FileFormat, format_of, load, read_bytes

_SIMPLE = frozenset((FileFormat.TEXT, FileFormat.MARKDOWN, FileFormat.CSV, FileFormat.ICALENDAR))
_LARGEST_SIMPLE = 2 * 1024 * 1024
_MEMORY = 2 * 1024**3


class ReadingPool:
    """Read documents with a limit on time and memory for each.

    Plain text and Markdown of ordinary size are read in this process, which is quicker than handing them over;
    all else goes to long-lived workers, replaced when one is lost.
    """

    def __init__(self, workers: int = 1, seconds: float = 60.0, memory: int = _MEMORY) -> None:
        """Set the limits: `seconds` a file, `memory` bytes of address space a worker. Nothing starts yet."""
        self._workers = workers
        self._seconds = seconds
        self._memory = memory
        self._pool: ProcessPool | None = None

    def __enter__(self) -> Self:
        """Return the pool itself; workers start with the first file that needs one."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
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
        return self._in_worker(data, path.suffix)

    def _in_worker(self, data: bytes, suffix: str) -> ReadDocument:
        future = self._started().schedule(read_bytes, args=[data, suffix], timeout=self._seconds)
        try:
            document: ReadDocument = future.result()
        except ReadingTimeoutError:
            raise UnreadableDocumentError(
                f"Filen tog längre tid än {self._seconds:.0f} sekunder att läsa och hoppades över."
            ) from None
        except ProcessExpired as error:
            raise UnreadableDocumentError("Filen fick läsaren att krascha och hoppades över.") from error
        except MemoryError as error:
            raise UnreadableDocumentError("Filen krävde för mycket minne och hoppades över.") from error
        except RecursionError as error:
            raise UnreadableDocumentError("Filen är för djupt nästlad för att kunna läsas.") from error
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


def _prepare(most: int) -> None:
    """Bound this worker's address space, and keep its parsers from writing to the terminal in English."""
    logging.getLogger().addHandler(logging.NullHandler())
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(
        resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard)
    )
