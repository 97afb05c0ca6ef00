"""The card that shows a status update as it was understood, with Spara, Ändra and Avbryt, and Ångra when saved."""

import re

from bot import texts
from bot.actions import (
    STATUS_CANCEL,
    STATUS_CHANGE,
    STATUS_CHOICE,
    STATUS_SAVE,
    STATUS_STATE,
    STATUS_UNDO,
    STATUS_WITHDRAW,
)
from bot.guard import escape, shorten
from bot.outgoing import Block, Outgoing
from bot.status_drafts import DraftPlace, Ending, StatusCard, StatusDraft
from bot.views.elements import actions, button, context, divider, fields, section
from knowledge.entries import State, StatusDetails

_PIECE = re.compile(r"(,\s+|\s+[–—-]\s+|;\s*|\n+|(?<=[.!?])\s+)")
_LEAD = re.compile(
    r"^\s*(?:[^\W\d]+(?: [^\W\d]+)?:|(?:men|och|eftersom|då|pga|för att|but|and|because)(?!\w))\s*",
    re.IGNORECASE,
)
_EDGES = " \t\n,.;:–—-"
MOST_CHOICES = 8
MOST_WARNINGS = 3
FEW_DRAFTS = 3  # of which each may show all its warnings: a message holds fifty blocks


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


def details_in_words(details: StatusDetails) -> list[tuple[str, str]]:
    """Return the details that were said, each with its name."""
    pairs = (
        (texts.STATUS_DELAY, details.delay),
        (texts.STATUS_RISK, details.risk),
        (texts.STATUS_NEXT_STEP, details.next_step),
        (texts.STATUS_WHO, details.who),
        (texts.STATUS_EXPECTED, ", ".join(details.expected)),
    )
    return [(label, value) for label, value in pairs if value]


def besides_details(text: str, details: StatusDetails) -> str:
    """Return what a comment says besides the clauses that stand under a name of their own."""
    named = {
        part.casefold()
        for value in (details.delay, details.risk, details.next_step)
        for part in value.split("; ")
        if part
    }
    pieces = _PIECE.split(text)  # every other one is what divides them
    told = [
        piece + divider
        for piece, divider in zip(pieces[::2], [*pieces[1::2], ""], strict=True)
        if _LEAD.sub("", piece).strip(_EDGES).casefold() not in named
    ]
    return "".join(told).strip(_EDGES)


def _draft(card: StatusCard, index: int, draft: StatusDraft) -> list[Block]:
    if draft.ending is Ending.SAVED:
        undo = _button(card, index, draft, texts.STATUS_UNDO, STATUS_UNDO)
        return [
            section(f"*{escape(_ended(draft))}*"),
            fields(_understood(draft)),
            *_warnings(card, draft),
            context(_signature(draft)),
            actions([undo]),
        ]
    if draft.ending is not Ending.OPEN:
        return [section(escape(_ended(draft)))]
    if draft.withdraws:
        return [
            section(f"*{escape(_asked_to_withdraw(draft))}*"),
            fields(_understood(draft)),
            _withdrawal_buttons(card, index, draft),
        ]
    title = texts.STATUS_CORRECTION if draft.corrects else texts.STATUS_CARD
    blocks = [section(f"*{title}*"), fields(_understood(draft)), *_warnings(card, draft)]
    if draft.candidates and draft.assignment is None:
        asked = texts.STATUS_WHICH if len(draft.candidates) > 1 else texts.STATUS_IS_IT
        blocks += [section(asked), _choices(card, index, draft)]
    elif draft.assignment is None:
        blocks.append(section(texts.STATUS_UNKNOWN_ASSIGNMENT))
    if draft.state is None:
        asked = texts.STATUS_STATE_DIFFERS if len(draft.states) > 1 else texts.STATUS_UNKNOWN_STATE
        blocks += [section(asked), _states(card, index, draft)]
    if draft.doubts:
        named = ", ".join(texts.STATUS_DETAIL[each] for each in draft.doubts)
        blocks.append(context(texts.STATUS_DOUBTS.format(details=named)))
    return [*blocks, _buttons(card, index, draft)]


def _understood(draft: StatusDraft) -> tuple[tuple[str, str], ...]:
    assignment = draft.assignment.title if draft.assignment else texts.NOT_KNOWN
    pairs = [
        (texts.STATUS_ASSIGNMENT, assignment),
        (texts.STATUS_STATE, state_words(draft.state) if draft.state else texts.NOT_KNOWN),
    ]
    if comment := besides_details(draft.text, draft.details):
        pairs.append((texts.STATUS_TEXT, comment))
    pairs += details_in_words(draft.details)
    if others := [each for each in draft.dates if each not in draft.details.expected]:
        pairs.append((texts.STATUS_DATES, ", ".join(others)))
    if draft.before:
        pairs.append((texts.STATUS_BEFORE, draft.before))
    return tuple(pairs)


def _warnings(card: StatusCard, draft: StatusDraft) -> list[Block]:
    most = MOST_WARNINGS if len(card.drafts) <= FEW_DRAFTS else 1
    return [
        section(
            f"⚠️ *{texts.PLAN_CHECK}:* {escape(each.text)}\n>{escape(' '.join(each.quote.split()))}\n_{escape(each.source)}_"
        )
        for each in draft.warnings[:most]
    ]


def _choices(card: StatusCard, index: int, draft: StatusDraft) -> Block:
    return actions(
        [
            button(each.title, f"{STATUS_CHOICE}{number}", DraftPlace(card.key, index, each.id).encode())
            for number, each in enumerate(draft.candidates[:MOST_CHOICES])
        ]
    )


def _states(card: StatusCard, index: int, draft: StatusDraft) -> Block:
    """Return a button for each state to choose from: those that two readings differ in, else all."""
    offered = draft.states if len(draft.states) > 1 else tuple(State)
    return actions(
        [_button(card, index, draft, state_words(state), f"{STATUS_STATE}{state}") for state in offered]
    )


def _buttons(card: StatusCard, index: int, draft: StatusDraft) -> Block:
    label = texts.STATUS_SAVE_CORRECTION if draft.corrects else texts.STATUS_SAVE
    save = _button(card, index, draft, label, STATUS_SAVE, "primary")
    others = [
        _button(card, index, draft, texts.STATUS_CHANGE, STATUS_CHANGE),
        _button(card, index, draft, texts.STATUS_CANCEL, STATUS_CANCEL),
    ]
    return actions([save, *others] if draft.is_complete else others)


def _withdrawal_buttons(card: StatusCard, index: int, draft: StatusDraft) -> Block:
    return actions(
        [
            _button(card, index, draft, texts.STATUS_WITHDRAW, STATUS_WITHDRAW, "danger"),
            _button(card, index, draft, texts.STATUS_KEEP, STATUS_CANCEL),
        ]
    )


def _button(
    card: StatusCard, index: int, draft: StatusDraft, label: str, action_id: str, style: str = ""
) -> Block:
    about = draft.assignment.title if draft.assignment else ""
    value = DraftPlace(card.key, index).encode()
    return button(label, action_id, value, style=style, spoken=f"{label} {about}".strip())


def _asked_to_withdraw(draft: StatusDraft) -> str:
    return texts.STATUS_WITHDRAW_ASKED.format(assignment=_title(draft))


def _ended(draft: StatusDraft) -> str:
    """Return in one sentence how a draft ended."""
    match draft.ending:
        case Ending.WITHDRAWN if draft.withdraws:
            words = texts.STATUS_WITHDRAWN
        case Ending.WITHDRAWN:
            words = texts.STATUS_UNDONE_CORRECTION if draft.corrects else texts.STATUS_UNDONE
        case Ending.CANCELLED if draft.withdraws:
            words = texts.STATUS_KEPT
        case Ending.CANCELLED:
            words = texts.STATUS_CORRECTION_CANCELLED if draft.corrects else texts.STATUS_CANCELLED
        case _:
            words = texts.STATUS_SAVED
    return words.format(assignment=_title(draft), state=texts.STATE[draft.state] if draft.state else "")


def _title(draft: StatusDraft) -> str:
    return draft.assignment.title if draft.assignment else ""


def _signature(draft: StatusDraft) -> str:
    at = draft.saved_at.strftime("%Y-%m-%d %H:%M") if draft.saved_at else ""
    return texts.STATUS_SAVED_BY.format(author=escape(draft.saved_by), at=at)


def _spoken(draft: StatusDraft) -> str:
    if draft.ending is not Ending.OPEN:
        return escape(_ended(draft))
    if draft.withdraws:
        return escape(_asked_to_withdraw(draft))
    understood = "; ".join(f"{label}: {value}" for label, value in _understood(draft))
    warned = "".join(f" {texts.PLAN_CHECK}: {each.text}" for each in draft.warnings[:MOST_WARNINGS])
    return escape(
        f"{texts.STATUS_CORRECTION if draft.corrects else texts.STATUS_CARD}: {understood}.{warned}"
    )
