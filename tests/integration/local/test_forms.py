"""What a form's fields hold when it is sent: refused as Slack's own client refuses it, else as the app gets it."""

from typing import Any

import pytest
from slack_sdk import WebClient

from bot.local.errors import SlackError
from bot.local.person import Person
from bot.local.server import LocalWorkspace
from bot.local.submission import faults_of
from bot.local.view import View
from tests.integration.local.conftest import ANNA, KARIM


def opened(local: LocalWorkspace, client: WebClient, element: dict[str, Any], **more: Any) -> View:
    """Open a modal with one field, `field`, for Anna."""
    label = {"type": "plain_text", "text": "Fält"}
    block = {"type": "input", "block_id": "field", "label": label, "element": {**element, "action_id": "it"}}
    view = {
        "type": "modal",
        "title": {"type": "plain_text", "text": "Formulär"},
        "submit": {"type": "plain_text", "text": "Spara"},
        "blocks": [{**block, **more}],
    }
    trigger = local.workspace.triggers.issue(ANNA)
    return local.workspace.view(client.views_open(trigger_id=trigger, view=view)["view"]["id"])


def fault(local: LocalWorkspace, view: View, value: object) -> str:
    local.activity.fill(view, {"field": {"it": value}})
    return faults_of(local.workspace.view(view.id)).get("field", "")


NUMBER = {"type": "number_input", "is_decimal_allowed": False, "min_value": "1", "max_value": "52"}


@pytest.mark.parametrize(
    ("element", "wrong", "told", "right"),
    [
        ({"type": "plain_text_input", "min_length": 5}, "kort", "Skriv minst 5 tecken.", "långt nog"),
        ({"type": "plain_text_input", "max_length": 3}, "lång", "Skriv högst 3 tecken. Nu är det 4.", "lag"),
        (NUMBER, "två", "Skriv ett tal.", "2"),
        (NUMBER, "NaN", "Skriv ett tal.", "2"),
        (NUMBER, "2,5", "Skriv ett heltal.", "2"),
        (NUMBER, "0", "Talet ska vara minst 1.", "1"),
        (NUMBER, "53", "Talet ska vara högst 52.", "52"),
        ({"type": "number_input", "is_decimal_allowed": True}, "a", "Skriv ett tal.", "2,5"),
        ({"type": "email_text_input"}, "anna", "Skriv en e-postadress", "anna@region.example"),
        ({"type": "url_text_input"}, "region.example", "Skriv en webbadress", "https://region.example"),
        ({"type": "datepicker"}, None, "Fyll i det här fältet.", "2026-11-30"),
        ({"type": "file_input"}, [], "Fyll i det här fältet.", None),
    ],
)
def test_a_field_of_the_wrong_form_is_told_before_it_is_sent(
    local: LocalWorkspace, client: WebClient, element: dict[str, Any], wrong: object, told: str, right: object
) -> None:
    view = opened(local, client, element)
    assert fault(local, view, wrong).startswith(told)
    if right is not None:
        assert fault(local, view, right) == ""


def test_an_optional_field_may_be_empty_but_not_of_the_wrong_form(
    local: LocalWorkspace, client: WebClient
) -> None:
    view = opened(local, client, NUMBER, optional=True)
    assert faults_of(view) == {}
    assert fault(local, view, "många") == "Skriv ett tal."


def test_a_file_goes_with_the_form_and_the_app_may_read_it(
    local: LocalWorkspace, client: WebClient, anna: Person
) -> None:
    view = opened(local, client, {"type": "file_input", "filetypes": ["pdf"]})
    before = view.to_slack(local.workspace.app, "T1")["state"]["values"]["field"]["it"]
    assert before == {"type": "file_input", "files": []}
    file = local.workspace.files.add("plan.pdf", ANNA, b"%PDF-1")
    local.activity.fill(view, {"field": {"it": [file.id]}})
    assert faults_of(local.workspace.view(view.id)) == {}
    shown = local.workspace.view(view.id).to_slack(local.workspace.app, "T1")
    (sent,) = shown["state"]["values"]["field"]["it"]["files"]
    assert (sent["id"], sent["name"]) == (file.id, "plan.pdf")
    info = client.files_info(file=file.id)
    assert info["file"]["name"] == "plan.pdf"
    assert local.workspace.may_see(local.workspace.app.bot_user, local.workspace.files.get(file.id))
    assert not local.workspace.may_see(KARIM, local.workspace.files.get(file.id))


def test_nobody_hands_in_the_file_of_another(local: LocalWorkspace, client: WebClient) -> None:
    view = opened(local, client, {"type": "file_input"})
    file = local.workspace.files.add("plan.pdf", KARIM, b"%PDF-1")
    with pytest.raises(SlackError, match="file_not_found"):
        local.activity.fill(view, {"field": {"it": [file.id]}})
