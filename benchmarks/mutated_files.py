"""What damaged files come to: python -m benchmarks.mutated_files [COUNT] [SEED]."""

import hashlib
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from bot.wiring.ingestion import open_ingestion
from bot.wiring.register import OpenRegister
from knowledge.database import open_database
from knowledge.register import Register
from knowledge.swedish_words import SwedishWords, read_vocabulary
from tests.samples.mutated import write_mutated_files

OUR_FAULT = ("fel i programmet", "En del av dokumentet kunde inte tolkas", "krascha", "längre tid")


def main(count: int, seed: int) -> int:
    """Index the files and print what became of them; fail when a reader or a grammar did."""
    with tempfile.TemporaryDirectory() as folder:
        files = list(write_mutated_files(Path(folder, "documents"), count, seed))
        before = _held(Path(folder, "documents"))
        database = open_database(f"sqlite:///{Path(folder, 'data', 'kansli.db')}")
        words = SwedishWords(read_vocabulary())
        slowest, last = (0.0, ""), time.perf_counter()

        def on_file(progress: object) -> None:
            nonlocal slowest, last
            now = time.perf_counter()
            slowest, last = max(slowest, (now - last, getattr(progress, "file", ""))), now

        with open_ingestion(OpenRegister(database, words, Register(database, words))) as ingest:
            begun = time.perf_counter()
            summary = ingest.index([Path(folder, "documents")], on_file)
            seconds = time.perf_counter() - begun
        database.close()
        beside = sorted(each.name for each in Path(folder).iterdir())
        is_untouched = _held(Path(folder, "documents")) == before and beside == ["data", "documents"]
    print(f"{len(files)} files in {seconds:.0f} s, the slowest {slowest[0]:.1f} s ({slowest[1]})")
    print(f"read {summary.documents}, refused {len(summary.failed)}, warned of {len(summary.warnings)}")
    print(f"nothing outside the data folder was touched: {is_untouched}")
    for reason, number in Counter(remark.text for remark in summary.failed).most_common():
        print(f"{number:6}  {reason}")
    faults = [
        remark
        for remark in (*summary.failed, *summary.warnings)
        if any(words in remark.text for words in OUR_FAULT)
    ]
    for remark in faults:
        print(f"FAULT {remark.file}: {remark.text}")
    return int(bool(faults) or not is_untouched)


def _held(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in [*sys.argv[1:], "1000", "1"][:2])))
