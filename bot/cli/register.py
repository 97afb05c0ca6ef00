"""`kansli show` and `kansli facts`: what the register holds, with the place that each fact was read from."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from enum import Enum
from typing import Any

from bot import texts
from bot.cli.console import Exit, result, result_json, tell
from bot.cli.fact_words import DOCUMENT, HEADING, words
from bot.settings import Settings
from bot.wiring.register import OpenRegister, open_register
from knowledge.blocks import Span
from knowledge.entries import FactEntry
from knowledge.scope import Scope

PLACE = {"span", "header_span", "section", "subject", "kind"}
BEST_FIT = 0.5  # of the words of a title that must be named


def show(settings: Settings, name: str) -> Exit:
    """Print the entry of a document, by its file name, or of the assignment that the words fit best."""
    opened = open_register(settings)
    document = opened.register.document(name)
    if document is not None:
        entries = opened.register.facts_of(document.id)
        title = document.title
        about = (DOCUMENT[document.profile.kind], document.profile.organisation)
        result(f"{title} ({', '.join(part for part in about if part)})")
    else:
        found = opened.register.find_assignments(name, Scope(organisation=settings.organisation), 1)
        if not found or found[0][1] < BEST_FIT:
            tell(f"Inget uppdrag eller dokument heter ”{name}”.")
            return Exit.FAILED
        assignment = found[0][0]
        entries = opened.register.facts_of_assignment(assignment.id)
        title = assignment.title
        result(f"{title} ({assignment.organisation})" if assignment.organisation else title)
        _print_statuses(opened, assignment.id)
    _print_all(entries, title)
    return Exit.OK


def facts(settings: Settings, *, as_json: bool) -> Exit:
    """Print every standing fact, one JSON object a line with `--json`."""
    opened = open_register(settings)
    for document in opened.register.documents(Scope(organisation=settings.organisation)):
        entries = opened.register.facts_of(document.id)
        if not as_json:
            result(f"\n{document.title} ({DOCUMENT[document.profile.kind]})")
            _print_all(entries, document.title)
            continue
        for entry in entries:
            result_json(fact_object(entry))
    return Exit.OK


def fact_object(entry: FactEntry) -> dict[str, Any]:
    """Return a fact with its place as JSON."""
    source = entry.source
    return {
        "id": entry.id,
        "kind": entry.fact.kind,
        "subject": entry.fact.subject,
        **{
            each.name: plain(getattr(entry.fact, each.name))
            for each in fields(entry.fact)
            if each.name not in PLACE
        },
        "document": source.document.name,
        "section": source.section or entry.fact.section,
        "page": source.page,
        "start": source.span.start,
        "end": source.span.end,
        "quote": source.quote,
        "is_proposal": entry.is_proposal,
    }


def plain(value: Any) -> Any:
    """Return a value of a fact as JSON holds it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if hasattr(value, "__dataclass_fields__"):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    return value


def _print_all(entries: Iterable[FactEntry], title: str) -> None:
    """Print facts under a heading for each kind; what they are about is named where it is not the title."""
    found = list(entries)
    for kind, heading in HEADING.items():
        of_kind = [each for each in found if each.fact.kind == kind]
        if of_kind:
            result(f"\n{heading}")
        for entry in of_kind:
            _print(entry, title)


def _print(entry: FactEntry, title: str) -> None:
    subject = "" if entry.fact.subject == title else entry.fact.subject
    result("  " + (" – ".join(part for part in (subject, words(entry.fact)) if part) or entry.fact.subject))
    source = entry.source
    page = f", s. {source.page}" if source.page else ""
    result(f"    Källa: {source.document.name}{page}: ”{' '.join(source.quote.split())}”")


def _print_statuses(opened: OpenRegister, assignment_id: int) -> None:
    for update in opened.register.status_history(assignment_id):
        withdrawn = " (återtagen)" if update.withdrawn else ""
        text = f" – {update.text}" if update.text else ""
        state = texts.STATE[update.state]
        result(f"  Läge {update.at:%Y-%m-%d}: {state}{text} ({update.author}){withdrawn}")
