"""The modal that shows a source: the quoted words first, then what stands before and after them."""

from bot import texts
from bot.actions import CORRECT_FACT
from bot.guard import escape, shorten
from bot.outgoing import Block, Modal
from bot.parts import Passage, ShownFact
from bot.views.elements import button, context, section


def render(passage: Passage | None, facts: tuple[ShownFact, ...] = ()) -> Modal:
    """Return the modal for a passage, or one that says that the document is gone.

    `facts` are those read from the quoted words, for somebody who may correct them.
    """
    if passage is None:
        return Modal(texts.SOURCE_TITLE, (section(texts.SOURCE_GONE),), texts.CLOSE)
    document = passage.document
    place = [document.name, document.profile.date.isoformat() if document.profile.date else ""]
    place.append(texts.PAGE.format(page=passage.page) if passage.page else "")
    blocks = [
        section(f"*{escape(document.title)}*"),
        context(escape(", ".join(each for each in place if each))),
        section(f"*{texts.SOURCE_QUOTE}*"),
        _rich("rich_text_quote", passage.quote, {"bold": True}),
    ]
    for label, words in ((texts.SOURCE_BEFORE, passage.before), (texts.SOURCE_AFTER, passage.after)):
        if words.strip(" …\n"):
            blocks += [context(f"*{label}*"), _rich("rich_text_section", words.strip("\n"), {})]
    if document.url:
        blocks.append(context(f"<{document.url}|{texts.OPEN_PUBLISHED}>"))
    for number, fact in enumerate(facts):
        words = escape(shorten(fact.words, 500))
        press = button(
            texts.CORRECT, f"{CORRECT_FACT}{number}", str(fact.id), spoken=f"{texts.CORRECT} {fact.words}"
        )
        blocks.append(section(f"*{texts.CORRECT_READ}:* {words}", press))
    return Modal(texts.SOURCE_TITLE, tuple(blocks), texts.CLOSE)


def _rich(kind: str, words: str, style: Block) -> Block:
    """Return words as rich text, in which nothing is read as markup."""
    text: Block = {"type": "text", "text": words, **({"style": style} if style else {})}
    return {"type": "rich_text", "elements": [{"type": kind, "elements": [text]}]}
