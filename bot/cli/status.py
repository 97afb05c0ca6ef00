"""`kansli status add` and `kansli status list`."""

import getpass
import secrets
import sys
from dataclasses import asdict
from typing import Any

from bot import texts
from bot.cli.console import Exit, result, result_json, tell
from bot.clock import WallClock
from bot.parts import StatusBook, StatusReader
from bot.settings import Settings
from bot.status_drafts import StatusDraft
from bot.views.status_card import besides_details, details_in_words
from bot.wiring.register import open_register, open_statuses
from knowledge.entries import StatusUpdate
from knowledge.scope import Scope

ALL = 1_000_000
YES = frozenset({"j", "ja", "y", "yes"})


def add(settings: Settings, text: str, author: str, key: str, *, yes: bool) -> Exit:
    """Read the text, show what was understood, and save it when the person says yes."""
    from bot.register_statuses import RegisterStatusBook  # noqa: PLC0415 - `list` need not wait for it
    from bot.wiring.statuses import open_status_reader  # noqa: PLC0415 - `list` need not wait for it
    from knowledge.updates import Updates  # noqa: PLC0415 - `list` need not wait for it

    if not text.strip():
        tell(
            'Texten är tom. Skriv till exempel: kansli status add "Minska hyrberoendet är gul, två veckor sen"'
        )
        return Exit.WRONG_USAGE
    opened = open_register(settings)
    book = RegisterStatusBook(opened.register, Updates(opened.database), settings.organisation)
    clock = WallClock(settings.timezone)
    return record(
        open_status_reader(settings, opened),
        book,
        clock,
        text,
        author.strip() or getpass.getuser(),
        key.strip() or f"cli:{secrets.token_hex(8)}",
        yes=yes,
    )


def record(
    read: StatusReader, book: StatusBook, clock: WallClock, text: str, author: str, key: str, *, yes: bool
) -> Exit:
    """Save each update that the text holds; nothing is saved unless all are understood."""
    drafts = read(f"status: {text}" if ":" not in text.split(" ", maxsplit=1)[0] else text, clock.today())
    if not drafts:
        tell("Texten är ingen lägesrapport. Skriv uppdragets namn och läget: grön, gul, röd eller klar.")
        return Exit.FAILED
    for draft in drafts:
        tell(_understood(draft))
        for warning in draft.warnings:
            tell(f"{texts.PLAN_CHECK}: {warning.text} ”{' '.join(warning.quote.split())}” ({warning.source})")
    if not all(draft.is_complete for draft in drafts):
        return Exit.FAILED
    if not yes and not _agrees():
        tell(texts.STATUS_CANCELLED)
        return Exit.FAILED
    for number, draft in enumerate(drafts):
        before = _ids(book)
        book.record(f"{key}#{number}" if number else key, draft, author, clock.now(), text)
        is_new = _ids(book) != before
        assignment, state = draft.assignment, draft.state
        if assignment and state and is_new:
            result(texts.STATUS_SAVED.format(assignment=assignment.title, state=texts.STATE[state]))
        elif assignment:
            result(texts.STATUS_SAVED_BEFORE.format(assignment=assignment.title, key=key))
    return Exit.OK


def show(settings: Settings, *, as_json: bool, history: bool) -> Exit:
    """Print the status updates, the newest first; with `history` also those that were corrected or taken back."""
    updates = [
        each
        for each in open_statuses(settings).status_updates(Scope(sees_limited=True))
        if history or not each.withdrawn
    ]
    if as_json:
        result_json([_object(each) | (_change(each) if history else {}) for each in updates])
        return Exit.OK
    for each in updates:
        number = f"{each.id:>5}  " if history else ""
        said = f"{each.assignment}: {each.text} ({each.author}){_withdrawn(each)}"
        result(f"{number}{each.at:%Y-%m-%d}  {texts.STATE[each.state]:5}  {said}")
    if not updates:
        tell(texts.HOME_NO_STATUSES)
    return Exit.OK


def _object(update: StatusUpdate) -> dict[str, Any]:
    return {
        "id": update.id,
        "assignment": update.assignment,
        "state": update.state.value,
        "text": update.text,
        "author": update.author,
        "at": update.at.isoformat(),
        "original": update.original,
        **asdict(update.details),
    }


def _change(update: StatusUpdate) -> dict[str, Any]:
    """Return from which message a row came, and who took it back, when, why and for which row."""
    withdrawal = update.withdrawal
    return {
        "key": update.key,
        "withdrawn": asdict(withdrawal) | {"at": withdrawal.at.isoformat()} if withdrawal else None,
    }


def _withdrawn(update: StatusUpdate) -> str:
    if update.withdrawal is None:
        return ""
    by = f"{update.withdrawal.author} {update.withdrawal.at:%Y-%m-%d}"
    if update.withdrawal.replaced_by is not None:
        return f" – ersatt av {update.withdrawal.replaced_by}, {update.withdrawal.reason} av {by}"
    return f" – återtagen av {by}"


def _ids(book: StatusBook) -> set[int]:
    return {each.id for each in book.latest(ALL)}


def _understood(draft: StatusDraft) -> str:
    if draft.candidates and draft.assignment is None:
        names = "; ".join(each.title for each in draft.candidates)
        return f"Det är oklart vilket uppdrag du menar: {names}? Skriv mer av namnet."
    if draft.assignment is None:
        return "Jag hittar inget uppdrag som stämmer."
    if draft.state is None:
        return f"{draft.assignment.title}: läget framgår inte. Skriv grön, gul, röd eller klar."
    parts = [
        f"{draft.assignment.title} är {texts.STATE[draft.state]}",
        besides_details(draft.text, draft.details),
    ]
    parts += [f"{label}: {value}" for label, value in details_in_words(draft.details)]
    parts += [each for each in draft.dates if each not in draft.details.expected]
    return "Förstått: " + " – ".join(part for part in parts if part)


def _agrees() -> bool:
    tell("Spara? [j/N]")
    return sys.stdin.readline().strip().casefold() in YES
