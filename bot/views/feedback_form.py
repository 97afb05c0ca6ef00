"""The form that asks what was wrong with an answer."""

from bot import texts
from bot.actions import FEEDBACK_FORM, FIELD_COMMENT
from bot.outgoing import Block, Modal
from bot.views.elements import plain


def render(exchange: str) -> Modal:
    """Return the form for the exchange with this key."""
    block: Block = {
        "type": "input",
        "block_id": FIELD_COMMENT,
        "label": plain(texts.FEEDBACK_QUESTION),
        "hint": plain(texts.FEEDBACK_HINT),
        "element": {
            "type": "plain_text_input",
            "action_id": FIELD_COMMENT,
            "multiline": True,
            "max_length": 2_000,
        },
    }
    return Modal(
        texts.FEEDBACK_TITLE, (block,), texts.STATUS_CANCEL, texts.FEEDBACK_SEND, FEEDBACK_FORM, exchange
    )
