"""The card that shows a status update as it was understood, with Spara, Ändra and Avbryt."""

from bot import texts
from bot.actions import STATUS_CANCEL, STATUS_CHANGE, STATUS_CHOICE, STATUS_SAVE
from bot.guard import escape, shorten
from bot.outgoing import Block, Outgoing
from bot.status_drafts import DraftPlace, Ending, StatusCard, StatusDraft
from bot.views.elements import actions, button, context, divider, fields, section
from knowledge.entries import State

MOST_CHOICES = 8


def render(card: StatusCard) -> Outgoing:
    """Return the card as it stands: open drafts with buttons, ended ones with how they ended."""
    blocks: list[Block] = []
    spoken: list[str] = []
    for index, draft in enumerate(card.drafts):
        if index:
            blocks.append(divider())
        blocks += _draft(card, index, draft)
        spoken.append(_spoken(draft))
    blocks.append(context(f"{texts.STATUS_ORIGINAL}: {escape(shorten(card.original, 1_500))}"))
    return Outgoing("\n".join(spoken), tuple(blocks))


def state_words(state: State) -> str:
    """Return a state as colour and word."""
    return f"{texts.STATE_MARK[state]} {texts.STATE[state]}"


def _draft(card: StatusCard, index: int, draft: StatusDraft) -> list[Block]:
    if draft.ending is Ending.CANCELLED:
        return [section(texts.STATUS_CANCELLED)]
    if draft.ending is Ending.SAVED:
        return [section(f"*{escape(_ended(draft))}*"), fields(_understood(draft)), context(_signature(draft))]
    blocks = [section(f"*{texts.STATUS_CARD}*"), fields(_understood(draft))]
    if len(draft.candidates) > 1:
        blocks += [section(texts.STATUS_WHICH), _choices(card, index, draft)]
    elif draft.assignment is None:
        blocks.append(section(texts.STATUS_UNKNOWN_ASSIGNMENT))
    if draft.state is None:
        blocks.append(section(texts.STATUS_UNKNOWN_STATE))
    return [*blocks, _buttons(card, index, draft)]


def _understood(draft: StatusDraft) -> tuple[tuple[str, str], ...]:
    assignment = draft.assignment.title if draft.assignment else texts.NOT_KNOWN
    pairs = [
        (texts.STATUS_ASSIGNMENT, assignment),
        (texts.STATUS_STATE, state_words(draft.state) if draft.state else texts.NOT_KNOWN),
    ]
    if draft.text:
        pairs.append((texts.STATUS_TEXT, draft.text))
    if draft.dates:
        pairs.append((texts.STATUS_DATES, ", ".join(draft.dates)))
    return tuple(pairs)


def _choices(card: StatusCard, index: int, draft: StatusDraft) -> Block:
    return actions(
        [
            button(each.title, f"{STATUS_CHOICE}{number}", DraftPlace(card.key, index, each.id).encode())
            for number, each in enumerate(draft.candidates[:MOST_CHOICES])
        ]
    )


def _buttons(card: StatusCard, index: int, draft: StatusDraft) -> Block:
    value = DraftPlace(card.key, index).encode()
    about = draft.assignment.title if draft.assignment else ""
    save = button(
        texts.STATUS_SAVE, STATUS_SAVE, value, style="primary", spoken=f"{texts.STATUS_SAVE} {about}".strip()
    )
    others = [
        button(texts.STATUS_CHANGE, STATUS_CHANGE, value, spoken=f"{texts.STATUS_CHANGE} {about}".strip()),
        button(texts.STATUS_CANCEL, STATUS_CANCEL, value, spoken=f"{texts.STATUS_CANCEL} {about}".strip()),
    ]
    return actions([save, *others] if draft.is_complete else others)


def _ended(draft: StatusDraft) -> str:
    assignment, state = draft.assignment, draft.state
    return texts.STATUS_SAVED.format(
        assignment=assignment.title if assignment else "", state=texts.STATE[state] if state else ""
    )


def _signature(draft: StatusDraft) -> str:
    at = draft.saved_at.strftime("%Y-%m-%d %H:%M") if draft.saved_at else ""
    return texts.STATUS_SAVED_BY.format(author=escape(draft.saved_by), at=at)


def _spoken(draft: StatusDraft) -> str:
    if draft.ending is Ending.CANCELLED:
        return texts.STATUS_CANCELLED
    if draft.ending is Ending.SAVED:
        return escape(_ended(draft))
    return escape(
        f"{texts.STATUS_CARD}: " + "; ".join(f"{label}: {value}" for label, value in _understood(draft))
    )
