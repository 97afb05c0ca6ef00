"""The form for a status update: assignment, state, a comment and its details."""

from bot import texts
from bot.actions import (
    FIELD_ASSIGNMENT,
    FIELD_DELAY,
    FIELD_EXPECTED,
    FIELD_NEXT_STEP,
    FIELD_RISK,
    FIELD_STATE,
    FIELD_TEXT,
    FIELD_WHO,
    STATUS_FORM,
)
from bot.incoming import Submission
from bot.outgoing import Block, Modal
from bot.status_drafts import Candidate, StatusDraft
from bot.views.elements import choices, field, option, plain, section
from knowledge.entries import NO_DETAILS, State, StatusDetails

LONGEST_COMMENT = 2_000
DETAIL_FIELDS = (FIELD_DELAY, FIELD_RISK, FIELD_NEXT_STEP, FIELD_WHO, FIELD_EXPECTED)


def render(assignments: tuple[Candidate, ...], draft: StatusDraft | None, private: str) -> Modal:
    """Return the form, filled in from the draft; what the draft may mean stands first in the menu."""
    if not assignments and not (draft and draft.candidates):
        return Modal(texts.STATUS_MODAL_TITLE, (section(texts.STATUS_MODAL_EMPTY),), texts.CLOSE)
    meant = draft.candidates if draft else ()
    ordered = [*meant, *(each for each in assignments if each.id not in {known.id for known in meant})]
    chosen = draft.assignment if draft else None
    blocks = (
        field(
            FIELD_ASSIGNMENT,
            texts.STATUS_ASSIGNMENT,
            _menu(
                [option(each.title, str(each.id)) for each in ordered],
                texts.STATUS_CHOOSE_ASSIGNMENT,
                option(chosen.title, str(chosen.id)) if chosen else None,
            ),
        ),
        field(
            FIELD_STATE,
            texts.STATUS_STATE,
            _menu(
                [option(words, state.value) for state, words in texts.STATE_CHOICE.items()],
                texts.STATUS_CHOOSE_STATE,
                option(texts.STATE_CHOICE[draft.state], draft.state.value) if draft and draft.state else None,
            ),
        ),
        _line(
            FIELD_TEXT, texts.STATUS_TEXT, draft.text if draft else "", texts.STATUS_MODAL_HINT, several=True
        ),
        *_details(draft.details if draft else NO_DETAILS),
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
    for name in (FIELD_TEXT, *DETAIL_FIELDS):
        if len(submission.value(name)) > LONGEST_COMMENT:
            wrong[name] = texts.STATUS_TOO_LONG.format(longest=LONGEST_COMMENT)
    return wrong


def _details(details: StatusDetails) -> list[Block]:
    return [
        _line(FIELD_DELAY, texts.STATUS_DELAY, details.delay),
        _line(FIELD_RISK, texts.STATUS_RISK, details.risk),
        _line(FIELD_NEXT_STEP, texts.STATUS_NEXT_STEP, details.next_step),
        _line(FIELD_WHO, texts.STATUS_WHO, details.who),
        _line(FIELD_EXPECTED, texts.STATUS_EXPECTED, ", ".join(details.expected), texts.STATUS_EXPECTED_HINT),
    ]


def _line(name: str, label: str, initial: str, hint: str = "", *, several: bool = False) -> Block:
    """Return a field to write in, that may be left empty."""
    element: Block = {"type": "plain_text_input", "multiline": several, "max_length": LONGEST_COMMENT}
    if initial:
        element["initial_value"] = initial[:LONGEST_COMMENT]
    return {**field(name, label, element, hint), "optional": True}


def _menu(options: list[Block], placeholder: str, initial: Block | None) -> Block:
    menu: Block = {"type": "static_select", "placeholder": plain(placeholder), **choices(options)}
    return {**menu, "initial_option": initial} if initial else menu
