"""The form for a status update: assignment, state and a comment."""

from bot import texts
from bot.actions import FIELD_ASSIGNMENT, FIELD_STATE, FIELD_TEXT, STATUS_FORM
from bot.incoming import Submission
from bot.outgoing import Block, Modal
from bot.status_drafts import Candidate, StatusDraft
from bot.views.elements import plain, section
from knowledge.entries import State

MOST_OPTIONS = 100  # Slack's limit for a menu
LONGEST_OPTION = 75
LONGEST_COMMENT = 2_000


def render(assignments: tuple[Candidate, ...], draft: StatusDraft | None, private: str) -> Modal:
    """Return the form, filled in from the draft; what the draft may mean stands first in the menu."""
    if not assignments and not (draft and draft.candidates):
        return Modal(texts.STATUS_MODAL_TITLE, (section(texts.STATUS_MODAL_EMPTY),), texts.CLOSE)
    meant = draft.candidates if draft else ()
    ordered = [*meant, *(each for each in assignments if each.id not in {known.id for known in meant})]
    chosen = draft.assignment if draft else None
    blocks = (
        _input(
            FIELD_ASSIGNMENT,
            texts.STATUS_ASSIGNMENT,
            _menu(
                [_option(each.title, str(each.id)) for each in ordered[:MOST_OPTIONS]],
                texts.STATUS_CHOOSE_ASSIGNMENT,
                _option(chosen.title, str(chosen.id)) if chosen else None,
            ),
        ),
        _input(
            FIELD_STATE,
            texts.STATUS_STATE,
            _menu(
                [_option(words, state.value) for state, words in texts.STATE_CHOICE.items()],
                texts.STATUS_CHOOSE_STATE,
                _option(texts.STATE_CHOICE[draft.state], draft.state.value)
                if draft and draft.state
                else None,
            ),
        ),
        _comment(draft.text if draft else ""),
    )
    return Modal(
        texts.STATUS_MODAL_TITLE, blocks, texts.STATUS_CANCEL, texts.STATUS_SAVE, STATUS_FORM, private
    )


def problems(submission: Submission) -> dict[str, str]:
    """Return what must be mended before the form can be taken, per field."""
    wrong: dict[str, str] = {}
    if not submission.value(FIELD_ASSIGNMENT).isdecimal():
        wrong[FIELD_ASSIGNMENT] = texts.STATUS_CHOOSE_ASSIGNMENT
    if submission.value(FIELD_STATE) not in set(State):
        wrong[FIELD_STATE] = texts.STATUS_CHOOSE_STATE
    if len(submission.value(FIELD_TEXT)) > LONGEST_COMMENT:
        wrong[FIELD_TEXT] = texts.STATUS_TOO_LONG.format(longest=LONGEST_COMMENT)
    return wrong


def _comment(initial: str) -> Block:
    element: Block = {
        "type": "plain_text_input",
        "action_id": FIELD_TEXT,
        "multiline": True,
        "max_length": LONGEST_COMMENT,
    }
    if initial:
        element["initial_value"] = initial[:LONGEST_COMMENT]
    return {**_input(FIELD_TEXT, texts.STATUS_TEXT, element, texts.STATUS_MODAL_HINT), "optional": True}


def _input(field: str, label: str, element: Block, hint: str = "") -> Block:
    block: Block = {
        "type": "input",
        "block_id": field,
        "label": plain(label),
        "element": {**element, "action_id": field},
    }
    return {**block, "hint": plain(hint)} if hint else block


def _menu(options: list[Block], placeholder: str, initial: Block | None) -> Block:
    menu: Block = {"type": "static_select", "placeholder": plain(placeholder), "options": options}
    return {**menu, "initial_option": initial} if initial else menu


def _option(label: str, value: str) -> Block:
    return {"text": plain(label, LONGEST_OPTION), "value": value}
