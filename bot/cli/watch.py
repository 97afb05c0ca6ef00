"""`kansli watch`: keep the register current with a folder, for as long as it runs."""

import signal
import threading
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from watchfiles import watch as changes_in

from bot.cli.console import Exit, tell
from bot.cli.index import index_paths
from bot.settings import Settings
from knowledge.errors import KnowledgeError

GATHER_FOR = (
    2_000  # milliseconds in which changes are gathered, since a folder that is copied comes file by file
)

LOOK_UP_EVERY = 1_000  # milliseconds, to see whether it is told to stop


def watch(settings: Settings, folder: Path, *, poll: bool) -> Exit:
    """Index the folder, then again whenever something in it changes, until SIGTERM or Ctrl-C.

    `poll` looks at the files now and then, for disks across a network that tell of no changes.
    """
    if not folder.is_dir():
        tell(f"Mappen finns inte: {folder}")
        return Exit.WRONG_USAGE
    told_to_stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: told_to_stop.set())
    rounds = changes_in(
        folder,
        debounce=GATHER_FOR,
        stop_event=told_to_stop,
        rust_timeout=LOOK_UP_EVERY,
        yield_on_timeout=True,
        force_polling=poll or None,
        raise_interrupt=False,
    )
    return keep_current(
        lambda: index_paths(settings, [folder], as_json=False, background=False), rounds, folder
    )


def keep_current(index: Callable[[], Exit], rounds: Iterable[Collection[object]], folder: Path) -> Exit:
    """Index in the first round and in each that has changes; what goes wrong is told, and tried again at the next.

    The first round comes when the folder is already watched, so that nothing changes unseen while it is read.
    """
    tell(f"Läser {folder}, och sedan det som ändras. Avsluta med Ctrl-C.")
    for number, changes in enumerate(rounds):
        if changes or number == 0:
            _indexed(index)
    tell("Slutar följa mappen.")
    return Exit.OK


def _indexed(index: Callable[[], Exit]) -> None:
    try:
        index()
    except KnowledgeError as error:
        tell(f"{str(error).rstrip('.')}. Försöker igen när något ändras i mappen.")
