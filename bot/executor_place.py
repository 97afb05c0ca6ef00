"""A place for a process that runs durable work: its stable name, held by a lock while it lives.

Work under way in a process that died is taken up by the next process with the same name, and two living
processes with one name would do the same step twice; so each kind of process takes the first free place.
"""

import fcntl
import secrets
from contextlib import suppress
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path

from bot.errors import ExecutorTakenError

MOST_PLACES = 64


@dataclass
class ExecutorPlace:
    """A held place; `id` is the same each time the place is taken."""

    id: str
    _file: TextIOWrapper

    def release(self) -> None:
        """Let another process take the place; the end of the process does the same."""
        with suppress(OSError):
            self._file.close()


def take_place(kind: str, folder: Path, most: int = MOST_PLACES) -> ExecutorPlace:
    """Take the first free place of this kind in the folder; raises ExecutorTakenError when none is free."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, most + 1):
        file = (folder / f"{kind}-{number}.lock").open("a+", encoding="utf-8")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            continue
        return ExecutorPlace(_name_in(file, f"{kind}-{number}"), file)
    raise ExecutorTakenError(kind)


def _name_in(file: TextIOWrapper, prefix: str) -> str:
    """Return the name kept in the file; made up at first, so that machines sharing a database differ."""
    file.seek(0)
    kept = file.read().strip()
    if not kept:
        kept = f"{prefix}-{secrets.token_hex(4)}"
        file.write(kept)
        file.flush()
    return kept
