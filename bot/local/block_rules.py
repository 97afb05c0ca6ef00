"""Slack's rules for blocks and views: what `invalid_blocks` and a refused view are about."""

import secrets
import string as letters
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block

from bot.local import block_elements as element
from bot.local.errors import SlackError, invalid_arguments
from bot.local.json_shape import (
    Check,
    Field,
    all_of,
    anything,
    array,
    boolean,
    by_type,
    number,
    one_of,
    shape,
    string,
    wrong,
)
from bot.local.message import elements
from bot.local.payload import Payload

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MARKDOWN_TOTAL = 12_000
TABLE_TOTAL = 10_000
VIEW_BYTES = 250_000


def _block(**fields: Field) -> Check:
    return shape({"type": Field(string()), "block_id": Field(string(255, 1)), **fields})


def _section(value: object, pointer: str) -> Iterator[str]:
    assert isinstance(value, dict)
    if not value.get("text") and not value.get("fields"):
        yield wrong("missing required field: text or fields", pointer)


def _image(value: object, pointer: str) -> Iterator[str]:
    assert isinstance(value, dict)
    if bool(value.get("image_url")) == bool(value.get("slack_file")):
        yield wrong("exactly one of image_url and slack_file is required", pointer)


def _table(value: object, pointer: str) -> Iterator[str]:
    assert isinstance(value, dict)
    rows = value.get("rows")
    if not isinstance(rows, list):
        return
    total = sum(len(text) for text in _inner_texts(rows))
    if total > TABLE_TOTAL:
        yield wrong(f"must be less than {TABLE_TOTAL + 1} characters in all cells", pointer)
    if len({len(row) for row in rows if isinstance(row, list)}) > 1:
        yield wrong("all rows must have the same number of cells", f"{pointer}/rows")


def _inner_texts(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _inner_texts(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key == "text" and isinstance(one, str):
                yield one
            else:
                yield from _inner_texts(one)


_RICH_PARTS = array(
    by_type(
        {
            "text": shape(
                {"type": Field(string()), "text": Field(string(), required=True), "style": Field(anything)}
            ),
            "link": shape(
                {
                    "type": Field(string()),
                    "url": Field(string(), required=True),
                    "text": Field(string()),
                    "unsafe": Field(boolean),
                    "style": Field(anything),
                }
            ),
            "emoji": shape(
                {
                    "type": Field(string()),
                    "name": Field(string(), required=True),
                    "unicode": Field(string()),
                    "skin_tone": Field(number),
                    "style": Field(anything),
                }
            ),
            "user": shape(
                {"type": Field(string()), "user_id": Field(string(), required=True), "style": Field(anything)}
            ),
            "channel": shape(
                {
                    "type": Field(string()),
                    "channel_id": Field(string(), required=True),
                    "style": Field(anything),
                }
            ),
            "usergroup": shape(
                {
                    "type": Field(string()),
                    "usergroup_id": Field(string(), required=True),
                    "style": Field(anything),
                }
            ),
            "team": shape(
                {"type": Field(string()), "team_id": Field(string(), required=True), "style": Field(anything)}
            ),
            "broadcast": shape(
                {
                    "type": Field(string()),
                    "range": Field(one_of("here", "channel", "everyone"), required=True),
                    "style": Field(anything),
                }
            ),
            "date": shape(
                {
                    "type": Field(string()),
                    "timestamp": Field(number, required=True),
                    "format": Field(string(), required=True),
                    "url": Field(string()),
                    "fallback": Field(string()),
                    "style": Field(anything),
                }
            ),
            "color": shape(
                {"type": Field(string()), "value": Field(string(), required=True), "style": Field(anything)}
            ),
        }
    )
)
_RICH_SECTION = shape({"type": Field(string()), "elements": Field(_RICH_PARTS, required=True)})
_RICH_BOXED = shape(
    {"type": Field(string()), "elements": Field(_RICH_PARTS, required=True), "border": Field(number)}
)
_RICH_LIST = shape(
    {
        "type": Field(string()),
        "style": Field(one_of("bullet", "ordered"), required=True),
        "elements": Field(array(by_type({"rich_text_section": _RICH_SECTION})), required=True),
        "indent": Field(number),
        "offset": Field(number),
        "border": Field(number),
    }
)
_RICH_TEXT = _block(
    elements=Field(
        array(
            by_type(
                {
                    "rich_text_section": _RICH_SECTION,
                    "rich_text_list": _RICH_LIST,
                    "rich_text_quote": _RICH_BOXED,
                    "rich_text_preformatted": shape(
                        {
                            "type": Field(string()),
                            "elements": Field(_RICH_PARTS, required=True),
                            "border": Field(number),
                            "language": Field(string()),
                        }
                    ),
                }
            )
        ),
        required=True,
    )
)
_CELL = by_type(
    {
        "raw_text": shape({"type": Field(string()), "text": Field(string(None, 1), required=True)}),
        "raw_number": shape(
            {"type": Field(string()), "value": Field(number), "text": Field(string(None, 1), required=True)}
        ),
        "rich_text": _RICH_TEXT,
    }
)
_COLUMN = shape({"align": Field(one_of("left", "center", "right")), "is_wrapped": Field(boolean)})

_EVERYWHERE: Mapping[str, Check] = {
    "section": all_of(
        _block(
            text=Field(element.any_text(3000)),
            fields=Field(array(element.any_text(2000), 10, 1)),
            accessory=Field(by_type(element.ACCESSORIES)),
            expand=Field(boolean),
        ),
        _section,
    ),
    "divider": _block(),
    "header": _block(text=Field(element.plain_text(150), required=True), level=Field(number)),
    "context": _block(
        elements=Field(
            array(
                by_type(
                    {
                        "image": element.IMAGE,
                        "plain_text": element.plain_text(),
                        "mrkdwn": element.any_text(),
                    }
                ),
                10,
                1,
            ),
            required=True,
        )
    ),
    "actions": _block(elements=Field(array(by_type(element.IN_ACTIONS), 25, 1), required=True)),
    "image": all_of(
        _block(
            image_url=Field(string(3000)),
            slack_file=Field(anything),
            alt_text=Field(string(2000, 1), required=True),
            title=Field(element.plain_text(2000)),
        ),
        _image,
    ),
    "input": _block(
        label=Field(element.plain_text(2000), required=True),
        element=Field(by_type(element.IN_INPUT), required=True),
        dispatch_action=Field(boolean),
        hint=Field(element.plain_text(2000)),
        optional=Field(boolean),
    ),
    "rich_text": _RICH_TEXT,
    "video": _block(
        alt_text=Field(string(), required=True),
        title=Field(element.plain_text(199), required=True),
        video_url=Field(string(), required=True),
        thumbnail_url=Field(string(), required=True),
        title_url=Field(string()),
        description=Field(element.plain_text(200)),
        author_name=Field(string(49)),
        provider_name=Field(string()),
        provider_icon_url=Field(string()),
    ),
}
_IN_MESSAGES: Mapping[str, Check] = {
    **_EVERYWHERE,
    "markdown": _block(text=Field(string(MARKDOWN_TOTAL, 1), required=True)),
    "context_actions": _block(
        elements=Field(array(by_type(element.IN_CONTEXT_ACTIONS), 5, 1), required=True)
    ),
    "table": all_of(
        _block(
            rows=Field(array(array(_CELL, 20, 1), 100, 1), required=True),
            column_settings=Field(array(_COLUMN, 20)),
        ),
        _table,
    ),
    "file": _block(external_id=Field(string(), required=True), source=Field(one_of("remote"), required=True)),
    "task_card": _block(
        task_id=Field(string(), required=True),
        title=Field(string(), required=True),
        status=Field(one_of("pending", "in_progress", "complete", "error")),
        details=Field(_RICH_TEXT),
        output=Field(_RICH_TEXT),
        sources=Field(array(anything)),
    ),
    "plan": _block(title=Field(string(), required=True), tasks=Field(array(anything))),
    "alert": _block(
        text=Field(element.any_text(), required=True),
        level=Field(one_of("default", "info", "warning", "error", "success")),
    ),
    "card": _block(
        hero_image=Field(anything),
        icon=Field(anything),
        title=Field(element.any_text(150)),
        subtitle=Field(element.any_text(150)),
        body=Field(element.any_text(200)),
        actions=Field(array(by_type({"button": element.BUTTON}), 5)),
    ),
}
_MESSAGE = array(by_type(_IN_MESSAGES), MESSAGE_BLOCKS)
_VIEW = array(by_type(_EVERYWHERE), VIEW_BLOCKS)
_VIEW_FIELDS = {
    "blocks": Field(anything, required=True),
    "type": Field(one_of("modal", "home"), required=True),
    "private_metadata": Field(string(3000)),
    "callback_id": Field(string(255)),
    "external_id": Field(string(255)),
}
_MODAL = shape(
    {
        **_VIEW_FIELDS,
        "title": Field(element.plain_text(24), required=True),
        "submit": Field(element.plain_text(24)),
        "close": Field(element.plain_text(24)),
        "clear_on_close": Field(boolean),
        "notify_on_close": Field(boolean),
        "submit_disabled": Field(boolean),
    }
)
_HOME = shape(_VIEW_FIELDS)


def check_message_blocks(blocks: object) -> list[Payload]:
    """Return the blocks of a message; raises SlackError `invalid_blocks` with the reasons."""
    faults = [*_MESSAGE(blocks, "/blocks")]
    if not faults:
        assert isinstance(blocks, Sequence)
        faults += [*_totals(blocks), *_doubles(blocks), *_refused_by_client(blocks, "/blocks")]
    if faults:
        raise SlackError("invalid_blocks", response_metadata={"messages": faults})
    assert isinstance(blocks, Sequence)
    return [_without_nulls(block) for block in blocks]


def check_view(view: object, expected: str = "modal") -> Payload:
    """Return a view; raises SlackError `invalid_arguments` or `view_too_large` with the reasons."""
    if not isinstance(view, dict):
        raise invalid_arguments("missing required field: view [json-pointer:/view]")
    home = view.get("type") == "home"
    faults = [*(_HOME if home else _MODAL)(view, "/view")]
    if view.get("type") != expected and not faults:
        faults.append(wrong(f"must be a {expected} view", "/view/type"))
    faults += _VIEW(view.get("blocks"), "/view/blocks")
    if not faults:
        faults += [
            *_doubles(view["blocks"], "/view/blocks"),
            *_refused_by_client(view["blocks"], "/view/blocks"),
        ]
        has_input = any(block["type"] == "input" for block in view["blocks"])
        if has_input and not home and not view.get("submit"):
            faults.append(wrong("missing required field: submit", "/view"))
    if faults:
        raise SlackError("invalid_arguments", response_metadata={"messages": faults})
    if len(str(view).encode()) > VIEW_BYTES:
        raise SlackError("view_too_large")
    return _without_nulls(view)


def with_ids(blocks: Sequence[Payload]) -> list[Payload]:
    """Return the blocks with an id on each block and element that came without one, as Slack gives them."""
    named = deepcopy(list(blocks))
    for block in named:
        block.setdefault("block_id", _random_id())
        for part in (*(block.get("elements") or []), block.get("element"), block.get("accessory")):
            if isinstance(part, dict) and part.get("type") in _ACTED_ON:
                part.setdefault("action_id", _random_id())
    return named


def with_view_ids(view: Payload) -> Payload:
    """Return the view with an id on each block and element that came without one."""
    return {**view, "blocks": with_ids(view["blocks"])}


def _refused_by_client(blocks: Sequence[Payload], pointer: str) -> Iterator[str]:
    """Yield what the models of Slack's Python client object to, so that no rule of theirs is missed."""
    for index, block in enumerate(blocks):
        try:
            if (model := Block.parse(block)) is not None:
                model.to_dict()
        except SlackObjectFormationError as error:
            yield wrong(str(error), f"{pointer}/{index}")


def _totals(blocks: Sequence[Payload]) -> Iterator[str]:
    markdown = sum(len(block["text"]) for block in blocks if block["type"] == "markdown")
    if markdown > MARKDOWN_TOTAL:
        yield wrong(f"must be less than {MARKDOWN_TOTAL + 1} characters in all markdown blocks", "/blocks")
    if sum(1 for block in blocks if block["type"] == "table") > 1:
        yield wrong("only one table is allowed in a message", "/blocks")


def _doubles(blocks: Sequence[Payload], pointer: str = "/blocks") -> Iterator[str]:
    seen: set[str] = set()
    for index, block in enumerate(blocks):
        if (block_id := block.get("block_id")) is not None:
            if block_id in seen:
                yield wrong(f"block_id {block_id!r} already exists", f"{pointer}/{index}/block_id")
            seen.add(block_id)
        actions = [part.get("action_id") for _, part in elements([block])]
        for action_id in sorted({one for one in actions if one and actions.count(one) > 1}):
            yield wrong(f"action_id {action_id!r} already exists", f"{pointer}/{index}/elements")


def _without_nulls(value: Payload) -> Payload:
    return {key: deepcopy(one) for key, one in value.items() if one is not None}


def _random_id() -> str:
    return "".join(secrets.choice(letters.ascii_letters + letters.digits) for _ in range(5))


_ACTED_ON = frozenset({*element.IN_ACTIONS, *element.IN_INPUT, *element.IN_CONTEXT_ACTIONS})
