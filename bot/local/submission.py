"""What becomes of a submitted modal: errors at its fields, another view, or closed."""

import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from bot.local.block_rules import check_view, with_view_ids
from bot.local.errors import SlackError
from bot.local.payload import Payload
from bot.local.view import VALUE_FIELDS, View, state_values
from bot.local.workspace import Workspace

LONGEST_TEXT = 3000
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
REQUIRED = "Fyll i det här fältet."


@dataclass(frozen=True)
class Submitted:
    """How a submission ended: `errors` by block id, and the view that is open now, if any."""

    errors: dict[str, str] = field(default_factory=dict)
    view: View | None = None


def faults_of(view: View) -> dict[str, str]:
    """Return an error for each input that is missing or of the wrong form, as Slack's client shows before sending."""
    values = state_values(view.blocks, view.state or {})
    errors: dict[str, str] = {}
    for block in view.blocks:
        element = block.get("element")
        if (
            block.get("type") != "input"
            or not isinstance(element, dict)
            or element["type"] not in VALUE_FIELDS
        ):
            continue
        _, selected = VALUE_FIELDS[element["type"]]
        value = values[block["block_id"]][element["action_id"]].get(selected)
        if value in (None, "", []):
            fault = "" if block.get("optional") else REQUIRED
        else:
            fault = _fault_in(element, value)
        if fault:
            errors[block["block_id"]] = fault
    return errors


def _fault_in(element: Payload, value: object) -> str:
    """Return what is wrong with the form of a text or number, empty when nothing is."""
    kind, text = element["type"], str(value)
    if kind == "plain_text_input":
        return _length_fault(len(text), element.get("min_length", 0), element.get("max_length", LONGEST_TEXT))
    if kind == "number_input":
        return _number_fault(text, element)
    if kind == "email_text_input" and not EMAIL.fullmatch(text):
        return "Skriv en e-postadress, till exempel namn@region.example."
    if kind == "url_text_input" and not WEB_ADDRESS.fullmatch(text):
        return "Skriv en webbadress som börjar med https:// eller http://."
    return ""


def _length_fault(length: int, shortest: int, longest: int) -> str:
    if length < shortest:
        return f"Skriv minst {shortest} tecken."
    if length > longest:
        return f"Skriv högst {longest} tecken. Nu är det {length}."
    return ""


def _number_fault(text: str, element: Payload) -> str:
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return "Skriv ett tal."
    if not number.is_finite():
        return "Skriv ett tal."
    if not element.get("is_decimal_allowed") and number != number.to_integral_value():
        return "Skriv ett heltal."
    if (least := element.get("min_value")) is not None and number < Decimal(least):
        return f"Talet ska vara minst {least}."
    if (most := element.get("max_value")) is not None and number > Decimal(most):
        return f"Talet ska vara högst {most}."
    return ""


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
