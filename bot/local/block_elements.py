"""The shapes and limits of Block Kit's elements: buttons, menus, inputs, options, texts."""

from collections.abc import Iterator, Mapping

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


def plain_text(maximum: int = 3000) -> Check:
    """Accept a `plain_text` object of at most this length."""
    return by_type(
        {
            "plain_text": shape(
                {
                    "type": Field(string()),
                    "text": Field(string(maximum, 1), required=True),
                    "emoji": Field(boolean),
                }
            )
        }
    )


def any_text(maximum: int = 3000) -> Check:
    """Accept a `plain_text` or `mrkdwn` object of at most this length."""
    fields = {
        "type": Field(string()),
        "text": Field(string(maximum, 1), required=True),
    }
    return by_type(
        {
            "plain_text": shape({**fields, "emoji": Field(boolean)}),
            "mrkdwn": shape({**fields, "verbatim": Field(boolean)}),
        }
    )


def _date(value: object, pointer: str) -> Iterator[str]:
    parts = str(value).split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not all(part.isdigit() for part in parts):
        yield wrong("must match the format YYYY-MM-DD", pointer)


def _time(value: object, pointer: str) -> Iterator[str]:
    hours, _, minutes = str(value).partition(":")
    if not (len(hours) == len(minutes) == 2 and hours.isdigit() and minutes.isdigit()):
        yield wrong("must match the format HH:mm", pointer)


def _options_or_groups(value: object, pointer: str) -> Iterator[str]:
    assert isinstance(value, dict)
    if bool(value.get("options")) == bool(value.get("option_groups")):
        yield wrong("exactly one of options and option_groups is required", pointer)


def _length_range(value: object, pointer: str) -> Iterator[str]:
    assert isinstance(value, dict)
    shortest, longest = value.get("min_length"), value.get("max_length")
    if isinstance(longest, int) and not 1 <= longest <= 3000:
        yield wrong("must be between 1 and 3000", f"{pointer}/max_length")
    if isinstance(shortest, int) and not 0 <= shortest <= 3000:
        yield wrong("must be between 0 and 3000", f"{pointer}/min_length")


def _feedback_button() -> Check:
    return shape(
        {
            "text": Field(plain_text(75), required=True),
            "value": Field(string(2000), required=True),
            "accessibility_label": Field(string(75)),
        }
    )


CONFIRM = shape(
    {
        "title": Field(plain_text(100), required=True),
        "text": Field(any_text(300), required=True),
        "confirm": Field(plain_text(30), required=True),
        "deny": Field(plain_text(30), required=True),
        "style": Field(one_of("primary", "danger")),
    }
)
OPTION_FIELDS = {
    "text": Field(any_text(75), required=True),
    "value": Field(string(150, 1), required=True),
    "description": Field(any_text(75)),
}
OPTION = shape(OPTION_FIELDS)
MENU_OPTION = shape(
    {
        "text": Field(plain_text(75), required=True),
        "value": Field(string(150, 1), required=True),
        "description": Field(plain_text(75)),
    }
)
LINK_OPTION = shape(
    {
        "text": Field(plain_text(75), required=True),
        "value": Field(string(150, 1), required=True),
        "description": Field(plain_text(75)),
        "url": Field(string(3000)),
    }
)
OPTION_GROUP = shape(
    {
        "label": Field(plain_text(75), required=True),
        "options": Field(array(MENU_OPTION, 100, 1), required=True),
    }
)
ACTED_ON: Mapping[str, Field] = {
    "type": Field(string()),
    "action_id": Field(string(255)),
    "confirm": Field(CONFIRM),
    "focus_on_load": Field(boolean),
}
PLACEHOLDER = {"placeholder": Field(plain_text(150))}
MANY = {"max_selected_items": Field(number)}
STATIC = {"options": Field(array(MENU_OPTION, 100)), "option_groups": Field(array(OPTION_GROUP, 100))}
FILTER = {
    "filter": Field(
        shape(
            {
                "include": Field(array(one_of("im", "mpim", "private", "public"), 4, 1)),
                "exclude_external_shared_channels": Field(boolean),
                "exclude_bot_users": Field(boolean),
            }
        )
    ),
    "default_to_current_conversation": Field(boolean),
}
DISPATCH = {
    "dispatch_action_config": Field(
        shape({"trigger_actions_on": Field(array(one_of("on_enter_pressed", "on_character_entered"), 2, 1))})
    )
}

BUTTON = shape(
    {
        **ACTED_ON,
        "text": Field(plain_text(75), required=True),
        "url": Field(string(3000)),
        "value": Field(string(2000)),
        "style": Field(one_of("primary", "danger")),
        "accessibility_label": Field(string(75)),
        "agent_prompt": Field(string(4000)),
    }
)
IMAGE = shape(
    {
        "type": Field(string()),
        "image_url": Field(string(3000)),
        "slack_file": Field(anything),
        "alt_text": Field(string(2000, 1), required=True),
    }
)
OVERFLOW = shape({**ACTED_ON, "options": Field(array(LINK_OPTION, 5, 1), required=True)})
CHECKBOXES = shape(
    {
        **ACTED_ON,
        "options": Field(array(OPTION, 10, 1), required=True),
        "initial_options": Field(array(OPTION, 10, 1)),
    }
)
RADIO_BUTTONS = shape(
    {**ACTED_ON, "options": Field(array(OPTION, 10, 1), required=True), "initial_option": Field(OPTION)}
)
DATEPICKER = shape({**ACTED_ON, **PLACEHOLDER, "initial_date": Field(_date)})
TIMEPICKER = shape({**ACTED_ON, **PLACEHOLDER, "initial_time": Field(_time), "timezone": Field(string())})
DATETIMEPICKER = shape({**ACTED_ON, "initial_date_time": Field(number)})
WORKFLOW_BUTTON = shape(
    {
        **ACTED_ON,
        "text": Field(plain_text(75), required=True),
        "workflow": Field(anything, required=True),
        "style": Field(one_of("primary", "danger")),
        "accessibility_label": Field(string(75)),
    }
)


def _select(**fields: Field) -> Check:
    return shape({**ACTED_ON, **PLACEHOLDER, **fields})


SELECTS: Mapping[str, Check] = {
    "static_select": all_of(_select(**STATIC, initial_option=Field(MENU_OPTION)), _options_or_groups),
    "multi_static_select": all_of(
        _select(**STATIC, **MANY, initial_options=Field(array(MENU_OPTION, 100))), _options_or_groups
    ),
    "external_select": _select(initial_option=Field(MENU_OPTION), min_query_length=Field(number)),
    "multi_external_select": _select(
        **MANY, initial_options=Field(array(MENU_OPTION, 100)), min_query_length=Field(number)
    ),
    "users_select": _select(initial_user=Field(string())),
    "multi_users_select": _select(**MANY, initial_users=Field(array(string()))),
    "channels_select": _select(initial_channel=Field(string()), response_url_enabled=Field(boolean)),
    "multi_channels_select": _select(**MANY, initial_channels=Field(array(string()))),
    "conversations_select": _select(
        **FILTER, initial_conversation=Field(string()), response_url_enabled=Field(boolean)
    ),
    "multi_conversations_select": _select(**FILTER, **MANY, initial_conversations=Field(array(string()))),
}
CHOOSERS: Mapping[str, Check] = {
    "checkboxes": CHECKBOXES,
    "radio_buttons": RADIO_BUTTONS,
    "datepicker": DATEPICKER,
    "timepicker": TIMEPICKER,
    "datetimepicker": DATETIMEPICKER,
    **SELECTS,
}
IN_ACTIONS: Mapping[str, Check] = {
    "button": BUTTON,
    "overflow": OVERFLOW,
    "workflow_button": WORKFLOW_BUTTON,
    **CHOOSERS,
}
ACCESSORIES: Mapping[str, Check] = {**IN_ACTIONS, "image": IMAGE}
IN_CONTEXT_ACTIONS: Mapping[str, Check] = {
    "feedback_buttons": shape(
        {
            "type": Field(string()),
            "action_id": Field(string(255)),
            "positive_button": Field(_feedback_button(), required=True),
            "negative_button": Field(_feedback_button(), required=True),
        }
    ),
    "icon_button": shape(
        {
            **ACTED_ON,
            "icon": Field(one_of("trash"), required=True),
            "text": Field(plain_text(75), required=True),
            "value": Field(string(2000)),
            "accessibility_label": Field(string(75)),
            "visible_to_user_ids": Field(array(string())),
        }
    ),
}
IN_INPUT: Mapping[str, Check] = {
    **CHOOSERS,
    "plain_text_input": all_of(
        _select(
            **DISPATCH,
            initial_value=Field(string(3000)),
            multiline=Field(boolean),
            min_length=Field(number),
            max_length=Field(number),
        ),
        _length_range,
    ),
    "number_input": _select(
        **DISPATCH,
        is_decimal_allowed=Field(boolean, required=True),
        initial_value=Field(string()),
        min_value=Field(string()),
        max_value=Field(string()),
    ),
    "email_text_input": _select(**DISPATCH, initial_value=Field(string())),
    "url_text_input": _select(**DISPATCH, initial_value=Field(string())),
    "rich_text_input": _select(**DISPATCH, initial_value=Field(anything)),
    "file_input": shape(
        {
            "type": Field(string()),
            "action_id": Field(string(255)),
            "filetypes": Field(array(string())),
            "max_files": Field(number),
        }
    ),
}
