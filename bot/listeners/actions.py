"""Buttons: show a source, feedback, a choice, and those of the status card."""

import re
from typing import Any

from slack_bolt import Ack, App

from bot import actions
from bot.durable import Starter
from bot.listeners.event import click_of
from bot.workflows import names

WORKFLOW_OF: dict[str | re.Pattern[str], str] = {
    actions.SHOW_SOURCE: names.SHOW_SOURCE,
    actions.FEEDBACK: names.FEEDBACK,
    re.compile(f"^{actions.ANSWER_CHOICE}"): names.ANSWER_CHOICE,
    actions.STATUS_SAVE: names.STATUS_CLICK,
    actions.STATUS_CHANGE: names.STATUS_CLICK,
    actions.STATUS_CANCEL: names.STATUS_CLICK,
    actions.STATUS_UNDO: names.STATUS_CLICK,
    actions.STATUS_WITHDRAW: names.STATUS_CLICK,
    re.compile(f"^{actions.STATUS_CHOICE}"): names.STATUS_CLICK,
    re.compile(f"^{actions.STATUS_STATE}"): names.STATUS_CLICK,
    actions.STATUS_REPORT: names.OPEN_STATUS_FORM,
    re.compile(f"^{actions.STATUS_QUICK}"): names.OPEN_STATUS_FORM,
    re.compile(f"^{actions.FOLLOW}"): names.FOLLOW,
    re.compile(f"^{actions.UNFOLLOW}"): names.FOLLOW,
    actions.SHARE_ANSWER: names.SHARE_ANSWER,
    re.compile(f"^{actions.HOME_IS_HOLDER}"): names.CHANGE_HOME,
    re.compile(f"^{actions.CORRECT_FACT}"): names.CORRECT_FACT,
    actions.DOCUMENT_ADD: names.DECIDE_ON_DOCUMENT,
    actions.DOCUMENT_ADD_HERE: names.DECIDE_ON_DOCUMENT,
    actions.DOCUMENT_CANCEL: names.DECIDE_ON_DOCUMENT,
    actions.HOME_DIGEST_ON: names.CHANGE_HOME,
    actions.HOME_DIGEST_OFF: names.CHANGE_HOME,
    actions.HOME_DIGEST_CHANGE: names.OPEN_DIGEST_FORM,
    actions.HOME_REMINDERS_ON: names.CHANGE_HOME,
    actions.HOME_REMINDERS_OFF: names.CHANGE_HOME,
    re.compile(f"^{actions.HOME_REPORT}"): names.WRITE_REPORT,
}


def register(app: App, starter: Starter) -> None:
    """Hear every button that a view puts up."""
    for action_id, workflow in WORKFLOW_OF.items():
        app.action(action_id)(_starting(starter, workflow))


def _starting(starter: Starter, workflow: str) -> Any:
    def press(body: dict[str, Any], action: dict[str, Any], ack: Ack) -> None:
        click = click_of(body, action)
        starter.start(workflow, click.key, click)
        ack()

    return press
