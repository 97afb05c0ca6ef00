"""The Block Kit pieces that views are built of, so that their shape stands in one place."""

from bot.guard import escape, shorten
from bot.outgoing import Block


def plain(words: str, longest: int = 3_000) -> Block:
    """Return a plain text object."""
    return {"type": "plain_text", "text": shorten(words, longest)}


def marked(words: str, longest: int = 3_000) -> Block:
    """Return a mrkdwn object; `words` are escaped already where they come from people or documents."""
    return {"type": "mrkdwn", "text": shorten(words, longest)}


def header(words: str) -> Block:
    """Return a header block."""
    return {"type": "header", "text": plain(words, 150)}


def section(words: str, accessory: Block | None = None) -> Block:
    """Return a section of mrkdwn with at most one element beside it."""
    block: Block = {"type": "section", "text": marked(words)}
    return {**block, "accessory": accessory} if accessory else block


def fields(pairs: tuple[tuple[str, str], ...]) -> Block:
    """Return a section of at most ten labelled fields; the values are escaped here."""
    return {
        "type": "section",
        "fields": [marked(f"*{label}*\n{escape(value)}", 2_000) for label, value in pairs[:10]],
    }


def context(words: str) -> Block:
    """Return a line of small mrkdwn text."""
    return {"type": "context", "elements": [marked(words, 2_000)]}


def divider() -> Block:
    """Return a line between parts."""
    return {"type": "divider"}


def button(label: str, action_id: str, value: str, style: str = "", spoken: str = "") -> Block:
    """Return a button; `spoken` is what a screen reader says when the label alone is not clear."""
    element: Block = {
        "type": "button",
        "text": plain(label, 75),
        "action_id": action_id,
        "value": value[:2_000],
    }
    if style:
        element["style"] = style
    if spoken:
        element["accessibility_label"] = shorten(spoken, 75)
    return element


def actions(elements: list[Block], block_id: str = "") -> Block:
    """Return a row of at most 25 elements."""
    block: Block = {"type": "actions", "elements": elements[:25]}
    return {**block, "block_id": block_id} if block_id else block
