"""`kansli holders import` and `kansli holders list`: who has which title."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from bot.cli.console import Exit, result, tell
from bot.clock import WallClock
from bot.settings import Settings
from bot.wiring.register import open_statuses
from knowledge.errors import UnreadableDocumentError
from knowledge.holders import Holders
from knowledge.reading.decoding import decoded
from knowledge.reading.formats import load
from knowledge.register import Register


def import_list(
    settings: Settings, file: Path, organisation: str = "", told: Callable[[str], None] = result
) -> Exit:
    """Replace the list of holders by the one in the file; a wrong row changes nothing.

    `told` is where the outcome goes; the demo's standard output holds its address only.
    The list is the named organisation's, else that of the settings, else the only one that has documents.
    """
    register = open_statuses(settings)
    whose = organisation.strip() or settings.organisation or _only_organisation(register)
    try:
        held = Holders(register.database).import_holders(
            decoded(load(file)), file.name, WallClock(settings.timezone).now(), whose
        )
    except UnreadableDocumentError as error:
        tell(f"{file}: {error.reason} Inget har ändrats.")
        return Exit.FAILED
    told(
        f"{len(held)} innehavare lästes in{f' för {whose}' if whose else ''}. De ersätter den tidigare listan."
    )
    if not whose:
        tell("Ange --organisation för att svar ska nämna vem som har en befattning.")
    return Exit.OK


def _only_organisation(register: Register) -> str:
    named = {document.profile.organisation for document in register.documents()} - {""}
    return named.pop() if len(named) == 1 else ""


def show(settings: Settings, on: date) -> Exit:
    """Print who has which title on a day."""
    held = Holders(open_statuses(settings).database).holders(on)
    for each in held:
        since = f" sedan {each.first_day.isoformat()}" if each.first_day else ""
        result(f"{each.title}: {each.person}{since}")
    if not held:
        tell("Ingen befattningslista är inläst. Skriv: kansli holders import holders.csv")
    return Exit.OK
