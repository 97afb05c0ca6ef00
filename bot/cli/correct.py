"""`kansli correct`: confirm or correct a fact, or say which assignment it belongs to."""

import getpass
from dataclasses import dataclass

from bot.cli.console import Exit, result, tell
from bot.clock import WallClock
from bot.fact_words import words
from bot.settings import Settings
from bot.wiring.register import OpenRegister, open_register
from knowledge.entries import AssignmentEntry, CorrectionAction, FactEntry
from knowledge.errors import RegisterError
from knowledge.scope import Scope
from knowledge.updates import Updates

BEST_FIT = 0.5  # of the words of a title that must be named


@dataclass(frozen=True)
class Saying:
    """What somebody says of a fact: that it is right, what is right instead, or where it belongs; one of the three."""

    confirmed: bool
    instead: str
    assignment: str
    reason: str
    author: str

    @property
    def is_one(self) -> bool:
        """Tell whether just one thing is said."""
        return self.confirmed + bool(self.instead) + bool(self.assignment) == 1


def correct(settings: Settings, number: int, saying: Saying) -> Exit:
    """Save what somebody says of the fact with this number, which `kansli show` prints after each fact."""
    if not saying.is_one:
        tell("Skriv ett av --confirm, --to ”RÄTT UPPGIFT” eller --assignment ”UPPDRAG”.")
        return Exit.WRONG_USAGE
    opened = open_register(settings)
    entry = opened.register.fact(number, Scope(sees_limited=True))
    if entry is None:
        tell(f"Det finns ingen uppgift med nummer {number}. Numren står efter varje uppgift i kansli show.")
        return Exit.FAILED
    if entry.document.is_superseded:
        tell(
            f"Uppgift {number} står inte längre: {entry.document.name} har lästs in på nytt. Hitta den med kansli show."
        )
        return Exit.FAILED
    action, text, told = CorrectionAction.CONFIRM, "", "Bekräftad"
    if saying.instead:
        action, text, told = CorrectionAction.CORRECT, saying.instead, f"Rättad till: {saying.instead}"
    elif saying.assignment:
        meant = _assignment(opened, saying.assignment, settings.organisation)
        if meant is None:
            tell(f"Inget uppdrag heter ”{saying.assignment}”.")
            return Exit.FAILED
        action, text, told = CorrectionAction.LINK, str(meant.id), f"Kopplad till uppdraget {meant.title}"
    author = saying.author or getpass.getuser()
    try:
        Updates(opened.database).correct(
            number, action, text, author, saying.reason, WallClock(settings.timezone).now()
        )
    except RegisterError as error:
        tell(f"{error} Ange skälet med --reason." if action is CorrectionAction.CORRECT else str(error))
        return Exit.FAILED
    result(f"{_named(entry)}\n  {told} ({author}). Källans ord står kvar.")
    return Exit.OK


def _assignment(opened: OpenRegister, name: str, organisation: str) -> AssignmentEntry | None:
    found = opened.register.find_assignments(name, Scope(organisation, sees_limited=True), 1)
    return found[0][0] if found and found[0][1] >= BEST_FIT else None


def _named(entry: FactEntry) -> str:
    return " – ".join(part for part in (entry.fact.subject, words(entry.fact)) if part)
