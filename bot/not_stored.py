"""What a person did could not be stored: they are told at once, with a reference number, and the log has the traceback.

Slack delivers an event again, so that it may be answered all the same; a click, a command or a form comes once.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt import BoltResponse

from bot import texts
from bot.failures import Failures, new_reference
from bot.listeners.event import (
    click_of,
    command_of,
    first_input,
    is_from_person,
    message_of,
    opened_of,
    shortcut_of,
    submission_of,
)
from bot.workflows import names

FIRST = (None, "0")  # how often Slack has sent an event before

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class NotStored:
    """Tells what could not be stored."""

    failures: Failures

    def __call__(
        self, error: Exception, body: Mapping[str, Any], bot_user: str, retry: str | None
    ) -> BoltResponse:
        """Tell the person, as far as it was meant for the bot, and return what Slack is to hear."""
        reference = new_reference()
        _log.error("felnummer %s: what somebody did could not be stored", reference, exc_info=error)
        if body.get("type") == "view_submission" and (block := first_input(body)):
            # the form stays open with all that was filled in
            told = {block: texts.FAILED.format(reference=reference)}
            return BoltResponse(status=200, body={"response_action": "errors", "errors": told})
        is_event = body.get("type") == "event_callback"
        if not is_event or retry in FIRST:
            words = texts.NOT_STORED if is_event else texts.FAILED
            workflow, value = _meant(dict(body), bot_user)
            self.failures.tell(workflow, reference, value, words.format(reference=reference), reference)
        return BoltResponse(status=500 if is_event else 200)


def _meant(body: dict[str, Any], bot_user: str) -> tuple[str, object]:
    """Return what the person did, with the workflow where it matters; nothing for what only passes by."""
    match body.get("type"):
        case "event_callback":
            return _event(body, bot_user)
        case "block_actions":
            return "", click_of(body, (body.get("actions") or [{}])[0])
        case "view_submission":
            return "", submission_of(body)
        case "shortcut" | "message_action":
            return "", shortcut_of(body, bot_user)
    return "", command_of(body) if body.get("command") else None


def _event(body: dict[str, Any], bot_user: str) -> tuple[str, object]:
    event, team = body.get("event") or {}, str(body.get("team_id") or "")
    kind, is_direct = event.get("type"), event.get("channel_type") == "im"
    if kind == "app_mention" or (kind == "message" and is_direct):
        return "", message_of(event, team, bot_user) if is_from_person(event) else None
    workflow = {"app_home_opened": names.HOME, "assistant_thread_started": names.GREET}.get(str(kind), "")
    return workflow, opened_of(event, team) if workflow else None
