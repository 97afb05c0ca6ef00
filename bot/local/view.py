"""A modal or an App Home tab, and the values a person has filled in."""

from copy import deepcopy
from dataclasses import dataclass

from bot.local.identity import AppIdentity
from bot.local.message import elements
from bot.local.payload import Payload

VALUE_FIELDS = {
    "plain_text_input": ("initial_value", "value"),
    "number_input": ("initial_value", "value"),
    "email_text_input": ("initial_value", "value"),
    "url_text_input": ("initial_value", "value"),
    "rich_text_input": ("initial_value", "rich_text_value"),
    "datepicker": ("initial_date", "selected_date"),
    "timepicker": ("initial_time", "selected_time"),
    "datetimepicker": ("initial_date_time", "selected_date_time"),
    "static_select": ("initial_option", "selected_option"),
    "external_select": ("initial_option", "selected_option"),
    "radio_buttons": ("initial_option", "selected_option"),
    "checkboxes": ("initial_options", "selected_options"),
    "multi_static_select": ("initial_options", "selected_options"),
    "multi_external_select": ("initial_options", "selected_options"),
    "users_select": ("initial_user", "selected_user"),
    "multi_users_select": ("initial_users", "selected_users"),
    "channels_select": ("initial_channel", "selected_channel"),
    "multi_channels_select": ("initial_channels", "selected_channels"),
    "conversations_select": ("initial_conversation", "selected_conversation"),
    "multi_conversations_select": ("initial_conversations", "selected_conversations"),
    "file_input": ("", "files"),
}
"""For each element that holds a value: the field of its first value (if it may have one), and of the value in `state`."""


@dataclass(frozen=True)
class View:
    """A view as one person sees it; `state` is Slack's `block id → action id → value`."""

    id: str
    user: str
    content: Payload
    hash: str
    root_view_id: str
    previous_view_id: str = ""
    external_id: str = ""
    state: Payload | None = None

    @property
    def kind(self) -> str:
        """Return `modal` or `home`."""
        return str(self.content.get("type", ""))

    @property
    def callback_id(self) -> str:
        """Return the name the app gave the view."""
        return str(self.content.get("callback_id", ""))

    @property
    def blocks(self) -> list[Payload]:
        """Return a copy of the view's blocks."""
        return deepcopy(self.content.get("blocks", []))

    def to_slack(self, app: AppIdentity, team_id: str) -> Payload:
        """Return the view as Slack sends it to the app."""
        content = self.content
        shown: Payload = {
            "id": self.id,
            "team_id": team_id,
            "type": self.kind,
            "blocks": self.blocks,
            "private_metadata": content.get("private_metadata", ""),
            "callback_id": self.callback_id,
            "state": {"values": state_values(self.blocks, self.state or {})},
            "hash": self.hash,
            "title": content.get("title") or {"type": "plain_text", "text": "View Title", "emoji": True},
            "clear_on_close": bool(content.get("clear_on_close", False)),
            "notify_on_close": bool(content.get("notify_on_close", False)),
            "close": content.get("close"),
            "submit": content.get("submit"),
            "previous_view_id": self.previous_view_id or None,
            "root_view_id": self.root_view_id,
            "app_id": app.id,
            "external_id": self.external_id,
            "app_installed_team_id": team_id,
            "bot_id": app.bot_id,
        }
        if "submit_disabled" in content:
            shown["submit_disabled"] = content["submit_disabled"]
        return deepcopy(shown)


def state_values(blocks: tuple[Payload, ...] | list[Payload], changed: Payload) -> Payload:
    """Return Slack's `state.values`: what was filled in, else the first values of the elements."""
    values: Payload = {}
    for block, element in elements(blocks):
        kind = element.get("type", "")
        if kind not in VALUE_FIELDS:
            continue
        initial, selected = VALUE_FIELDS[kind]
        given = changed.get(block["block_id"], {}).get(element["action_id"])
        empty: object = [] if selected.endswith("s") else None
        value = given if given is not None else {"type": kind, selected: element.get(initial, empty)}
        values.setdefault(block["block_id"], {})[element["action_id"]] = value
    return values
