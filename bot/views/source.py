"""The modal that shows a source: the quoted words in bold within their surroundings."""

from bot import texts
from bot.guard import escape
from bot.outgoing import Block, Modal
from bot.parts import Passage
from bot.views.elements import context, section


def render(passage: Passage | None) -> Modal:
    """Return the modal for a passage, or one that says that the document is gone."""
    if passage is None:
        return Modal(texts.SOURCE_TITLE, (section(texts.SOURCE_GONE),), texts.CLOSE)
    document = passage.document
    place = [document.name, document.profile.date.isoformat() if document.profile.date else ""]
    place.append(texts.PAGE.format(page=passage.page) if passage.page else "")
    words: list[Block] = [{"type": "text", "text": passage.before}] if passage.before else []
    words.append({"type": "text", "text": passage.quote, "style": {"bold": True}})
    words += [{"type": "text", "text": passage.after}] if passage.after else []
    blocks = [
        section(f"*{escape(document.title)}*"),
        context(escape(", ".join(each for each in place if each))),
        {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": words}]},
        context(texts.SOURCE_QUOTE),
    ]
    if document.url:
        blocks.append(context(f"<{document.url}|{texts.OPEN_PUBLISHED}>"))
    return Modal(texts.SOURCE_TITLE, tuple(blocks), texts.CLOSE)
