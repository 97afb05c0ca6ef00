"""The Block Kit pieces that views are built of, so that their shape stands in one place."""

from collections.abc import Collection, Mapping

from bot.guard import escape, shorten
from bot.outgoing import Block
from retrieval.answer import Table

MOST_ROWS = 100  # Slack's limits for a table
LONGEST_TABLE = 8_000  # characters; Slack takes 10,000
MOST_OPTIONS = 100  # Slack's limit for a menu, and for a group of one


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


def fits_a_table(rows: Table) -> bool:
    """Tell whether Slack takes so many rows and characters in a table."""
    return len(rows) <= MOST_ROWS and sum(len(cell) for row in rows for cell in row) <= LONGEST_TABLE


def table(rows: Table) -> Block:
    """Return rows of plain text as a table, the columns' names first; a message holds one table."""
    cells = [[{"type": "raw_text", "text": cell or "–"} for cell in row] for row in rows]
    return {"type": "table", "rows": cells, "column_settings": [{"is_wrapped": True} for _ in rows[0]]}


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


def link_target(url: str) -> str:
    """Return an address that cannot break out of Slack's link markup."""
    return url.strip().replace("|", "%7C").replace(">", "%3E").replace("<", "%3C").replace(" ", "%20")


def field(name: str, label: str, element: Block, hint: str = "") -> Block:
    """Return an input of a form; block and element both go by the field's name."""
    block: Block = {
        "type": "input",
        "block_id": name,
        "label": plain(label),
        "element": {**element, "action_id": name},
    }
    return {**block, "hint": plain(hint)} if hint else block


def option(label: str, value: str) -> Block:
    """Return one choice of a menu."""
    return {"text": plain(label, 75), "value": value}


def menu(values: dict[str, str], chosen: str) -> Block:
    """Return a menu of labels with their values, one of them chosen."""
    return {"type": "static_select", **_choice(values, chosen)}


def choices(options: list[Block]) -> Block:
    """Return a menu's options, grouped when there are more than Slack holds ungrouped."""
    if len(options) <= MOST_OPTIONS:
        return {"options": options}
    starts = range(0, len(options), MOST_OPTIONS)
    groups = [
        {"label": plain(f"{start + 1}–{start + len(part)}"), "options": part}
        for start in starts
        if (part := options[start : start + MOST_OPTIONS])
    ]
    return {"option_groups": groups[:MOST_OPTIONS]}


def many_of(values: Mapping[str, str], chosen: Collection[str], placeholder: str) -> Block:
    """Return a menu of labels by their values, of which any number may be chosen."""
    block: Block = {
        "type": "multi_static_select",
        "placeholder": plain(placeholder),
        **choices([option(label, value) for value, label in values.items()]),
    }
    initial = [option(label, value) for value, label in values.items() if value in chosen]
    return {**block, "initial_options": initial} if initial else block


def radio_buttons(values: dict[str, str], chosen: str) -> Block:
    """Return choices that are all seen at once, one of them chosen."""
    return {"type": "radio_buttons", **_choice(values, chosen)}


def _choice(values: dict[str, str], chosen: str) -> Block:
    options = [option(label, value) for label, value in values.items()]
    return {
        "options": options,
        "initial_option": next((each for each in options if each["value"] == chosen), options[0]),
    }
