"""How reading and register grow with the documents: python -m benchmarks.register_at_scale [FOLDER] [SIZE …].

Without a folder, the pages in ../shared/corpus are read. Each size fills a new register in a process of its own, so
that its peak of memory is its own. Nothing is embedded.
"""

import random
import resource
import sys
import tarfile
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from os import getloadavg
from pathlib import Path

from bot.wiring.ingestion import open_ingestion
from bot.wiring.register import OpenRegister
from knowledge.database import open_database
from knowledge.ingest import IngestSummary
from knowledge.register import Register
from knowledge.swedish_words import SwedishWords, read_vocabulary

CORPUS = Path(__file__).parents[1].parent / "shared" / "corpus" / "regeringen.tar.xz"
SIZES = (1_000, 4_000, 16_000, 50_000)
MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Measured:
    """What filling a register of one size took; `processor` is the process's own time, whatever else the machine did."""

    summary: IngestSummary
    seconds: float
    processor: float
    again: float
    peak: float
    size: float


def measured(files: list[Path], above: Path) -> Measured:
    """Read the files, in a folder of their own, into a new register; then once more when nothing has changed."""
    with tempfile.TemporaryDirectory(dir=above.parent) as folder:
        documents, path = Path(folder, "documents"), Path(folder, "kansli.db")
        for file in files:
            linked = documents / file.relative_to(above)
            linked.parent.mkdir(parents=True, exist_ok=True)
            linked.hardlink_to(file)
        database = open_database(f"sqlite:///{path}")
        words = SwedishWords(read_vocabulary())
        with open_ingestion(OpenRegister(database, words, Register(database, words))) as ingest:
            begun, own = time.perf_counter(), time.process_time()
            summary = ingest.index([documents])
            filled, processor = time.perf_counter(), time.process_time() - own
            ingest.index([documents])
            again = time.perf_counter() - filled
        database.close()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return Measured(summary, filled - begun, processor, again, peak, path.stat().st_size / MEGABYTE)


def main() -> None:
    """Print a row for each size."""
    named = [word for word in sys.argv[1:] if not word.isdigit()]
    sizes = [int(word) for word in sys.argv[1:] if word.isdigit()] or SIZES
    with tempfile.TemporaryDirectory() as unpacked:
        folder = Path(named[0] if named else Path(unpacked, "corpus"))
        if not named:
            if not CORPUS.exists():
                sys.exit(f"{CORPUS} is missing; name a folder of documents.")
            with tarfile.open(CORPUS) as archive:
                archive.extractall(folder, filter="data")
        files = sorted(each for each in folder.rglob("*") if each.is_file())
        random.Random(3).shuffle(files)
        print(
            "documents  facts  passages  failed  documents/s  a processor's  unchanged/s  peak MB  register MB  load"
        )
        for size in sizes:
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as own:
                found = own.submit(measured, files[:size], folder).result()
            count, summary = min(size, len(files)), found.summary
            print(
                f"{summary.documents:9,}  {summary.facts:5,}  {summary.passages:8,}  {len(summary.failed):6}  "
                f"{count / found.seconds:11.0f}  {count / found.processor:13.0f}  {count / found.again:11.0f}  {found.peak:7.0f}  "
                f"{found.size:11.0f}  {getloadavg()[0]:4.1f}",
                flush=True,
            )
            for remark in summary.failed[:10]:
                print(f"  {remark.file}: {remark.text}", flush=True)


if __name__ == "__main__":
    main()
