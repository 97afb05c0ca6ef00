"""What becomes of a submitted modal: errors at its fields, another view, or closed."""

from dataclasses import dataclass, field

from bot.local.block_rules import check_view, with_view_ids
from bot.local.errors import SlackError
from bot.local.payload import Payload
from bot.local.view import VALUE_FIELDS, View
from bot.local.workspace import Workspace

REQUIRED = "Fyll i det här fältet."


@dataclass(frozen=True)
class Submitted:
    """How a submission ended: `errors` by block id, and the view that is open now, if any."""

    errors: dict[str, str] = field(default_factory=dict)
    view: View | None = None


def missing_values(view: View) -> dict[str, str]:
    """Return an error for each required input without a value, as Slack's client shows before sending."""
    values = (view.state or {}) | {}
    errors: dict[str, str] = {}
    for block in view.blocks:
        element = block.get("element")
        if block.get("type") != "input" or block.get("optional") or not isinstance(element, dict):
            continue
        initial, selected = VALUE_FIELDS.get(element.get("type", ""), ("", ""))
        if not selected:
            continue
        entry = values.get(block["block_id"], {}).get(element["action_id"])
        value = entry.get(selected) if entry else element.get(initial)
        if value in (None, "", []):
            errors[block["block_id"]] = REQUIRED
    return errors


def submission_of(workspace: Workspace, view: View, answer: Payload) -> Submitted:
    """Do what the app answered to a submission.

    Raises SlackError when the answer holds a view that breaks Slack's rules, or no known action.
    """
    action = answer.get("response_action")
    if action == "errors":
        errors = answer.get("errors")
        known = {block.get("block_id") for block in view.blocks}
        if not isinstance(errors, dict) or not errors or not set(errors) <= known:
            raise SlackError("invalid_response_errors")
        return Submitted(errors={key: str(value) for key, value in errors.items()}, view=view)
    if action == "update":
        content = with_view_ids(check_view(answer.get("view")))
        return Submitted(view=workspace.update_view(view.id, content))
    if action == "push":
        content = with_view_ids(check_view(answer.get("view")))
        return Submitted(view=workspace.open_view(view.user, content, push_on=view.id))
    if action == "clear" or view.content.get("clear_on_close"):
        workspace.close_views(view.user, everything=True)
    elif action is None:
        workspace.close_views(view.user)
    else:
        raise SlackError("invalid_response_action")
    return Submitted(view=workspace.top_view(view.user))
