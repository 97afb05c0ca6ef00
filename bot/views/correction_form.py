"""The form in which an editor says what is right instead of a fact."""

from bot import texts
from bot.actions import CORRECTION_FORM, FIELD_REASON, FIELD_TEXT
from bot.guard import escape, shorten
from bot.outgoing import Block, Modal
from bot.parts import ShownFact
from bot.views.elements import context, field, section

LONGEST = 1_000


def render(fact: ShownFact | None) -> Modal:
    """Return the form for a fact, or words that it stands no longer."""
    if fact is None:
        return Modal(texts.CORRECT_TITLE, (section(texts.CORRECT_GONE),), texts.CLOSE)
    quote = " ".join(fact.quote.split())
    blocks: list[Block] = [
        section(f"*{texts.CORRECT_FACT}*\n{escape(shorten(fact.words, LONGEST))}"),
        context(f"{texts.SOURCE_QUOTE}: {escape(shorten(quote, LONGEST))}"),
        field(FIELD_TEXT, texts.CORRECT_TO, _words(fact.corrected)),
        field(FIELD_REASON, texts.CORRECT_REASON, _words(), texts.CORRECT_REASON_HINT),
    ]
    return Modal(
        texts.CORRECT_TITLE,
        tuple(blocks),
        texts.STATUS_CANCEL,
        texts.STATUS_SAVE,
        CORRECTION_FORM,
        str(fact.id),
    )


def _words(initial: str = "") -> Block:
    element: Block = {"type": "plain_text_input", "multiline": True, "max_length": LONGEST}
    return {**element, "initial_value": initial[:LONGEST]} if initial else element
