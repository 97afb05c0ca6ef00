"""Submitted forms, and the shortcuts that open one."""

from typing import Any

from slack_bolt import Ack, App, BoltContext

from bot import actions
from bot.durable import Starter
from bot.listeners.event import shortcut_of, submission_of
from bot.views.status_form import problems
from bot.workflows import names

SAVE_MESSAGE = "save_as_status"
REPORT_STATUS = "report_status"

WORKFLOW_OF = {
    actions.FEEDBACK_FORM: names.FEEDBACK_FORM,
    actions.CHANNEL_FORM: names.CHANNEL_FORM,
    actions.DIGEST_FORM: names.DIGEST_FORM,
    actions.CORRECTION_FORM: names.CORRECTION_FORM,
}
"""Forms whose fields Slack itself checks."""


def register(app: App, starter: Starter) -> None:
    """Hear submitted forms and shortcuts."""

    def save_status(body: dict[str, Any], ack: Ack) -> None:
        submission = submission_of(body)
        if wrong := problems(submission):
            ack(response_action="errors", errors=wrong)
            return
        starter.start(names.STATUS_FORM, submission.key, submission)
        ack()

    def use_shortcut(body: dict[str, Any], ack: Ack, context: BoltContext) -> None:
        shortcut = shortcut_of(body, context.bot_user_id or "")
        starter.start(names.SHORTCUT, shortcut.key, shortcut)
        ack()

    app.view(actions.STATUS_FORM)(save_status)
    for callback_id, workflow in WORKFLOW_OF.items():
        app.view(callback_id)(_starting(starter, workflow))
    app.shortcut(SAVE_MESSAGE)(use_shortcut)
    app.shortcut(REPORT_STATUS)(use_shortcut)


def _starting(starter: Starter, workflow: str) -> Any:
    def submit(body: dict[str, Any], ack: Ack) -> None:
        submission = submission_of(body)
        starter.start(workflow, submission.key, submission)
        ack()

    return submit
