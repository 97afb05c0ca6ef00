"""The output guard: pure; nothing leaves for Slack but through here.

No live mention, no link to a host that no source is published at, nothing over Slack's limits. Views escape
the words they are given (`escape`); the guard catches what slipped through, and shortens visibly.
"""

import re
from collections.abc import Set as AbstractSet
from typing import Any
from urllib.parse import urlsplit

from bot.outgoing import Block, Modal, Outgoing

MOST_BLOCKS = 50
MOST_MODAL_BLOCKS = 100
LONGEST_TEXT = 3_900  # Slack cuts a message's text at 4,000 characters
LONGEST_MESSAGE = 12_500  # in all blocks together; Slack refuses somewhat above 13,000
LONGEST = {"header": 150, "section": 3_000, "button": 75, "context": 2_000, "field": 2_000, "plain": 3_000}
LONGEST_BUTTON_VALUE = 2_000
WORD_JOINER = "\u2060"  # invisible; breaks a mention without breaking the word

_MARKUP = re.compile(r"<([^<>]*)>")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_BROADCAST = re.compile(r"@(?=(?:here|channel|everyone)\b)")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#|~]")
_BARE_LINK = re.compile(r"\b(https?)://([^\s<>|]+)", re.IGNORECASE)


def escape(words: str) -> str:
    """Return the words with Slack's three control characters escaped, for use in mrkdwn."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def shorten(words: str, longest: int) -> str:
    """Return at most `longest` characters, cut between words with an ellipsis and never inside an entity."""
    if len(words) <= longest:
        return words
    cut = words[: longest - 1]
    if " " in cut[longest // 2 :]:
        cut = cut[: cut.rindex(" ")]
    cut = re.sub(r"&[a-z]{0,3}$", "", cut)
    if cut.rfind("<") > cut.rfind(">"):
        cut = cut[: cut.rfind("<")]
    return cut.rstrip() + "…"


def is_allowed(url: str, hosts: AbstractSet[str]) -> bool:
    """Tell whether a link may be shown: http or https, at a host where a source is published."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and host is not None and host.lower() in hosts


def guarded(message: Outgoing, hosts: AbstractSet[str]) -> Outgoing:
    """Return the message as it may leave; `hosts` are those whose links may be live."""
    blocks = _within(tuple(_block(block, hosts) for block in message.blocks), MOST_BLOCKS)
    return Outgoing(shorten(_mrkdwn(message.text, hosts), LONGEST_TEXT), blocks)


def guarded_markdown(words: str, hosts: AbstractSet[str]) -> str:
    """Return a plain sentence for a place where Slack reads Markdown: nothing in it is live, or set as anything else."""
    bare = _bare(_BROADCAST.sub("@" + WORD_JOINER, _CONTROL.sub("", words)), hosts)
    return _MARKDOWN.sub(r"\\\g<0>", bare)


def guarded_modal(modal: Modal, hosts: AbstractSet[str]) -> Modal:
    """Return the modal as it may leave."""
    return Modal(
        title=shorten(modal.title, 24),
        blocks=tuple(_block(block, hosts) for block in modal.blocks)[:MOST_MODAL_BLOCKS],
        close=shorten(modal.close, 24),
        submit=shorten(modal.submit, 24),
        callback_id=modal.callback_id,
        private=modal.private,
    )


def guarded_home(blocks: tuple[Block, ...], hosts: AbstractSet[str]) -> tuple[Block, ...]:
    """Return a home tab's blocks as they may leave."""
    return tuple(_block(block, hosts) for block in blocks)[:MOST_MODAL_BLOCKS]


def _mrkdwn(text: str, hosts: AbstractSet[str]) -> str:
    """Take the life out of mentions and of links to other hosts."""

    def markup(found: re.Match[str]) -> str:
        inner = found[1]
        target, _, label = inner.partition("|")
        if inner.startswith(("http://", "https://")) and is_allowed(target, hosts):
            return "\0" + inner + "\1"
        if inner.startswith(("http://", "https://", "mailto:")):
            return label or _bare(target, hosts)
        return escape(found[0])

    # Links that are let through carry control characters for their brackets until all else is harmless.
    kept = _bare(_MARKUP.sub(markup, _CONTROL.sub("", text)), hosts).replace("<", "&lt;")
    harmless = _BROADCAST.sub("@" + WORD_JOINER, kept).replace("\0", "<").replace("\1", ">")
    # Slack refuses a text without a character, and unreadable words can be nothing but control characters.
    return harmless or "–"


def _bare(text: str, hosts: AbstractSet[str]) -> str:
    """Take the scheme off bare links that Slack would make live."""
    return _BARE_LINK.sub(lambda found: found[0] if is_allowed(found[0], hosts) else found[2], text)


def _block(block: Block, hosts: AbstractSet[str]) -> Block:
    kind = block.get("type", "")
    made = {name: _value(name, value, kind, hosts) for name, value in block.items()}
    if kind == "context":
        made["elements"] = made["elements"][:10]
    if kind == "actions":
        made["elements"] = made["elements"][:25]
    return made


def _value(name: str, value: Any, kind: str, hosts: AbstractSet[str]) -> Any:
    if isinstance(value, list):
        return [_value(name, each, kind, hosts) for each in value]
    if not isinstance(value, dict):
        return value
    inner = value.get("type", "")
    if inner in {"mrkdwn", "plain_text"}:
        return _text(value, "field" if name == "fields" else "button" if kind == "button" else kind, hosts)
    if inner == "raw_text":
        return {**value, "text": _bare(_CONTROL.sub("", value["text"]), hosts) or "–"}
    if inner == "link" or (inner == "button" and "url" in value):
        value = _link(value, hosts)
    made = {key: _value(key, each, inner or kind, hosts) for key, each in value.items()}
    if inner == "button" and "value" in made:
        made["value"] = made["value"][:LONGEST_BUTTON_VALUE]
    return made


def _text(text: dict[str, Any], kind: str, hosts: AbstractSet[str]) -> dict[str, Any]:
    longest = LONGEST.get(kind, LONGEST["plain"])
    if text["type"] == "plain_text":
        return {**text, "text": shorten(text["text"], longest)}
    # verbatim: Slack adds no links and mentions of its own to what the words look like
    return {**text, "text": shorten(_mrkdwn(text["text"], hosts), longest), "verbatim": True}


def _link(element: dict[str, Any], hosts: AbstractSet[str]) -> dict[str, Any]:
    if is_allowed(element["url"], hosts):
        return element
    if element["type"] == "link":
        return {"type": "text", "text": element.get("text") or _bare(element["url"], hosts)}
    return {key: value for key, value in element.items() if key != "url"}


def _within(blocks: tuple[Block, ...], most: int) -> tuple[Block, ...]:
    """Keep as many blocks as Slack takes, in number and in characters."""
    kept: list[Block] = []
    length = 0
    for block in blocks[:most]:
        length += sum(map(len, _words(block)))
        if length > LONGEST_MESSAGE:
            break
        kept.append(block)
    return tuple(kept)


def _words(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["text"]] if isinstance(value.get("text"), str) else []
        return own + [words for each in value.values() for words in _words(each)]
    if isinstance(value, list):
        return [words for each in value for words in _words(each)]
    return []
