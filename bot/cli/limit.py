"""`kansli limit`: let a document, or all that a folder holds, be quoted in certain channels or to certain groups only."""

import re
from collections.abc import Sequence
from pathlib import Path

from bot.cli.console import Exit, result, tell
from bot.settings import Settings
from bot.wiring.register import open_statuses
from knowledge.limits import Limits

_CHANNEL = re.compile(r"[CG][A-Z0-9]{6,}")
_GROUP = re.compile(r"S[A-Z0-9]{6,}")


def limit(
    settings: Settings, path: Path | None, channels: Sequence[str], groups: Sequence[str], *, lifted: bool
) -> Exit:
    """Set or lift the limit of a path; without one, list those that there are."""
    limits = Limits(open_statuses(settings).database)
    if path is None:
        return _listed(limits)
    problem = _problem(path, channels, groups, lifted=lifted)
    if problem:
        tell(f"{problem} Inget har ändrats.")
        return Exit.WRONG_USAGE
    touched = limits.set(path, (*channels, *groups))
    places = ", ".join((*channels, *groups))
    said = f"Begränsat till {places}" if places else "Inte längre begränsat"
    result(f"{said}: {path} ({touched} inlästa dokument).")
    return Exit.OK


def _listed(limits: Limits) -> Exit:
    held = limits.all()
    for path, places in held.items():
        result(f"{path}: {', '.join(places)}")
    if not held:
        tell("Inga dokument är begränsade. Skriv: kansli limit FIL --channel C0123456")
    return Exit.OK


def _problem(path: Path, channels: Sequence[str], groups: Sequence[str], *, lifted: bool) -> str:
    """Return what is wrong with the command, or nothing."""
    if not path.exists():
        return f"Sökvägen finns inte: {path}."
    if lifted == bool(channels or groups):
        return (
            "Skriv var det får citeras med --channel eller --group, eller --open för att häva begränsningen."
        )
    wrong = [each for each in channels if not _CHANNEL.fullmatch(each)]
    wrong += [each for each in groups if not _GROUP.fullmatch(each)]
    if wrong:
        return (
            f"Skriv id för kanaler (C…) och användargrupper (S…), inte namn: {', '.join(wrong)}. "
            "Id står längst ner i kanalens information i Slack."
        )
    return ""
