"""`kansli status import` and `kansli status export`: statuses from and to a list in CSV or Excel."""

import getpass
from pathlib import Path

from bot import texts
from bot.cli.console import Exit, result, tell
from bot.clock import WallClock
from bot.settings import Settings
from bot.wiring.register import open_register, open_statuses
from knowledge.errors import StatusGoneError, UnreadableDocumentError
from knowledge.reading.formats import load
from knowledge.scope import Scope
from knowledge.sheets import SUFFIXES, read_sheet, write_sheet
from knowledge.status_lists import ListedStatus, StatusList, listed
from knowledge.status_message import KnownAssignment
from knowledge.status_titles import KnownTitles
from knowledge.updates import Updates

_OTHER_KIND = "Filens namn ska sluta med .csv eller .xlsx."


def import_list(settings: Settings, file: Path, author: str, *, dry_run: bool) -> Exit:
    """Save every row of the list that is not saved already; when any row is wrong, none is saved."""
    if file.suffix.lower() not in SUFFIXES:
        tell(_OTHER_KIND)
        return Exit.WRONG_USAGE
    opened = open_register(settings)
    register, scope = opened.register, Scope(organisation=settings.organisation, sees_limited=True)
    known = [KnownAssignment(each.id, each.title, each.aliases) for each in register.assignments(scope)]
    wanted = StatusList(
        KnownTitles(tuple(known), opened.words),
        {each.key: each for each in register.status_updates(Scope(sees_limited=True))},
        author.strip() or getpass.getuser(),
        WallClock(settings.timezone).now(),
        settings.timezone,
    )
    try:
        good, bad = wanted.read(read_sheet(load(file), file.suffix.lower()))
    except UnreadableDocumentError as error:
        tell(f"{file}: {error.reason} Inget är sparat.")
        return Exit.FAILED
    for problem in bad:
        tell(f"Rad {problem.number}: {problem.words}")
    if bad:
        rows, them = ("En rad", "den") if len(bad) == 1 else (f"{len(bad)} rader", "dem")
        tell(f"{rows} behöver rättas. Inget är sparat. Rätta {them} och läs in filen igen.")
        return Exit.FAILED
    new = [each for each in good if not each.is_known]
    for each in new:
        if not dry_run and not _saved(Updates(opened.database), each):
            tell(f"Rad {each.number}: {texts.STATUS_GONE}")
            return Exit.FAILED
        verb = "Skulle spara" if dry_run else "Sparat"
        kind = " (rättelse)" if each.corrects else ""
        result(f"{verb}: {each.assignment} är {texts.STATE[each.said.state]}{kind}.")
    result(f"{len(new)} nya, {len(good) - len(new)} redan sparade.")
    return Exit.OK


def _saved(updates: Updates, row: ListedStatus) -> bool:
    try:
        updates.record_status_update(row.said, key=row.key, replaces=row.corrects)
    except StatusGoneError:
        return False
    return True


def export_list(settings: Settings, file: Path) -> Exit:
    """Write every status that stands to the file, the newest first."""
    if file.suffix.lower() not in SUFFIXES:
        tell(_OTHER_KIND)
        return Exit.WRONG_USAGE
    scope = Scope(organisation=settings.organisation, sees_limited=True)
    standing = [each for each in open_statuses(settings).status_updates(scope) if not each.withdrawn]
    try:
        file.write_bytes(write_sheet(listed(standing, settings.timezone), file.suffix.lower()))
    except OSError as error:
        tell(f"{file} går inte att skriva: {error.strerror}.")
        return Exit.FAILED
    told = "En lägesrapport skriven" if len(standing) == 1 else f"{len(standing)} lägesrapporter skrivna"
    result(f"{told} till {file}.")
    return Exit.OK
