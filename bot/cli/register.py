"""`kansli show` and `kansli facts`: what the register holds, with the place that each fact was read from."""

from dataclasses import fields
from datetime import date
from enum import Enum
from typing import Any

from bot import texts
from bot.cli.console import Exit, result, result_json, tell
from bot.fact_words import DOCUMENT
from bot.register_page import RegisterPage
from bot.settings import Settings
from bot.wiring.register import OpenRegister, open_register
from knowledge.blocks import Span
from knowledge.entries import FactEntry
from knowledge.scope import Scope

PLACE = {"span", "header_span", "section", "subject", "kind"}
MOST_MEANT = 5
BEST_FIT = 0.5  # of the words of a title that must be named


def show(settings: Settings, name: str, as_of: date | None = None) -> Exit:
    """Print the entry of a document, by its file name, or of the assignment that the words fit best.

    `as_of` prints what the register held at the end of that day.
    """
    opened = open_register(settings)
    scope = Scope(as_of=as_of, sees_limited=True)
    document = opened.register.document(name, scope)
    if document is not None:
        entries = opened.register.facts_of(document.id, (), scope)
        title = document.title
        about = (DOCUMENT[document.profile.kind], document.profile.organisation)
        result(f"{title} ({', '.join(part for part in about if part)})")
        if document.profile.is_draft:
            result(f"{texts.DOCUMENT_DRAFT}: {document.profile.draft_reason}.")
        if document.is_superseded and document.profile.is_draft:
            tell(texts.DRAFT_ADOPTED)
            return Exit.OK
        if document.is_superseded and as_of is None:
            tell(texts.DOCUMENT_WITHDRAWN)
            return Exit.OK
        if document.replaces:
            tell(texts.REPLACES_DRAFT.format(draft=document.replaces))
    else:
        found = opened.register.find_assignments(name, Scope(settings.organisation, sees_limited=True), 1)
        if not found or found[0][1] < BEST_FIT:
            tell(texts.NOT_IN_REGISTER.format(name=name))
            if meant := _resembling(opened, name, Scope(settings.organisation, sees_limited=True)):
                tell("\n".join((texts.MEANT_PERHAPS, *(f"  {each}" for each in meant))))
            return Exit.FAILED
        assignment = found[0][0]
        entries = opened.register.facts_of_assignment(assignment.id, (), scope)
        title = assignment.title
        result(f"{title} ({assignment.organisation})" if assignment.organisation else title)
        _print_statuses(opened, assignment.id)
    for line in RegisterPage(title, entries, is_document=document is not None).lines():
        result(line)
    if not entries:
        tell("Registret har inga uppgifter om det. Dokumentens text går ändå att fråga om.")
    return Exit.OK


def facts(settings: Settings, *, as_json: bool, as_of: date | None = None) -> Exit:
    """Print every standing fact, one JSON object a line with `--json`; `as_of` as for `show`."""
    opened = open_register(settings)
    scope = Scope(settings.organisation, as_of=as_of, sees_limited=True)
    documents = opened.register.documents(scope)
    if not documents:
        tell("Registret är tomt. Läs in dokument med kansli index MAPP.")
        return Exit.FAILED
    for document in documents:
        entries = opened.register.facts_of(document.id, (), scope)
        if not as_json:
            kind = DOCUMENT[document.profile.kind]
            result(f"\n{document.title} ({kind}, {document.name})")
            for line in RegisterPage(document.title, entries, is_document=True).lines():
                result(line)
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
        "header_quote": entry.header.quote if entry.header else "",
        "assignment": entry.assignment_id,
        "is_proposal": entry.is_proposal,
        "proposed_by": source.proposed_by,
        "correction": plain(entry.correction) if entry.correction else None,
    }


def plain(value: Any) -> Any:
    """Return a value of a fact as JSON holds it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):  # a time of the day too
        return value.isoformat()
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if hasattr(value, "__dataclass_fields__"):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    return value


def _resembling(opened: OpenRegister, name: str, scope: Scope) -> list[str]:
    """Return the names of documents and assignments that hold the words, or some of them."""
    wanted = set(opened.words.terms(name))
    titles = {
        f"{document.title} ({document.name})"
        for document in opened.register.documents(scope)
        if wanted and wanted <= set(opened.words.terms(f"{document.title} {document.name}"))
    }
    found = opened.register.find_assignments(name, scope, MOST_MEANT)
    return [*sorted(titles)[:MOST_MEANT], *dict.fromkeys(assignment.title for assignment, _ in found)]


def _print_statuses(opened: OpenRegister, assignment_id: int) -> None:
    for update in opened.register.status_history(assignment_id, Scope(sees_limited=True)):
        withdrawn = " (återtagen)" if update.withdrawn else ""
        text = f" – {update.text}" if update.text else ""
        state = texts.STATE[update.state]
        result(f"  Läge {update.at:%Y-%m-%d}: {state}{text} ({update.author}){withdrawn}")
