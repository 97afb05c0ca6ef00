"""A dropped document: what was read in it with the question whether it belongs in the register, and how it ended."""

from bot import texts
from bot.actions import DOCUMENT_ADD, DOCUMENT_ADD_HERE, DOCUMENT_CANCEL
from bot.document_intake import DocumentReading, EnteredDocument, Standing, WaitingDocument
from bot.guard import escape, shorten
from bot.outgoing import Block, Outgoing
from bot.views.elements import actions, button, context, fields, section

LONGEST_LINE = 300
MOST_WARNINGS = 10


def render(document: WaitingDocument, reading: DocumentReading, *, in_channel: bool) -> Outgoing:
    """Return the card with its buttons; what cannot be read, or is known already, has none.

    `in_channel` lets it be kept to the channel, unless it is limited already.
    """
    if reading.refusal:
        return refused(document.name, reading.refusal)
    if reading.standing is Standing.KNOWN:
        return Outgoing(texts.DOCUMENT_KNOWN.format(name=escape(document.name)))
    lead = texts.DOCUMENT_READ.format(name=escape(document.name))
    counted = ", ".join(f"{heading.lower()}: {count}" for heading, count in reading.counts)
    found = (
        (texts.DOCUMENT_FACTS, counted or texts.DOCUMENT_NO_FACTS),
        (texts.DOCUMENT_PASSAGES, str(reading.passages)),
    )
    asks = texts.DOCUMENT_NEW
    if reading.standing is Standing.NEW_VERSION:
        asks = texts.DOCUMENT_NEW_VERSION.format(title=escape(reading.replaces))
    can_be_kept_here = in_channel and not reading.is_limited
    asks += f" {texts.DOCUMENT_OR_HERE}" if can_be_kept_here else ""
    asks += f" {texts.DOCUMENT_STAYS_LIMITED}" if reading.is_limited else ""
    warnings = [
        f"{texts.DOCUMENT_WARNING} {escape(shorten(each, LONGEST_LINE))}"
        for each in reading.warnings[:MOST_WARNINGS]
    ]
    if (left := len(reading.warnings) - MOST_WARNINGS) > 0:
        warnings.append(texts.DOCUMENT_WARNINGS_LEFT.format(left=left))
    blocks = [
        section(f"*{lead}*\n{escape(reading.title)}"),
        fields(reading.about),
        section("\n".join(f"*{label}:* {value}" for label, value in found)),
    ]
    if reading.examples:
        told = "\n".join(f"• {escape(shorten(each, LONGEST_LINE))}" for each in reading.examples)
        blocks.append(section(f"*{texts.DOCUMENT_EXAMPLES}*\n{told}"))
    blocks += [*map(context, warnings), section(asks), _buttons(document, can_be_kept_here=can_be_kept_here)]
    about = (f"{label}: {escape(value)}" for label, value in (*reading.about, *found))
    return Outgoing("\n".join((f"{lead}: {escape(reading.title)}", *about, *warnings, asks)), tuple(blocks))


def refused(name: str, reason: str) -> Outgoing:
    """Return why a file cannot be read."""
    return Outgoing(texts.DOCUMENT_REFUSED.format(name=escape(name), reason=escape(reason)))


def entering(name: str) -> Outgoing:
    """Return that the document is being entered."""
    return Outgoing(texts.DOCUMENT_ENTERING.format(name=escape(name)))


def entered(name: str, document: EnteredDocument, then: str, by: str) -> Outgoing:
    """Return that the document is entered, what follows, and who let it in."""
    if document.refusal:
        return refused(name, document.refusal)
    told = texts.DOCUMENT_ENTERED.format(name=escape(name), facts=document.facts, passages=document.passages)
    who = texts.DOCUMENT_BY.format(name=escape(by))
    return Outgoing(f"{told} {then} {who}", (section(f"*{told}*"), context(f"{then} {who}")))


def cancelled(name: str) -> Outgoing:
    """Return that the document was thrown away."""
    return Outgoing(texts.DOCUMENT_CANCELLED.format(name=escape(name)))


def _buttons(document: WaitingDocument, *, can_be_kept_here: bool) -> Block:
    value = document.encode()

    def labelled(label: str, action_id: str, style: str = "") -> Block:
        return button(label, action_id, value, style=style, spoken=f"{label} {document.name}")

    here = [labelled(texts.DOCUMENT_ADD_HERE, DOCUMENT_ADD_HERE)] if can_be_kept_here else []
    add = labelled(texts.DOCUMENT_ADD, DOCUMENT_ADD, "primary")
    return actions([add, *here, labelled(texts.DOCUMENT_CANCEL, DOCUMENT_CANCEL)])
