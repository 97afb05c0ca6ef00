"""`kansli digest`: show the week's digest, and post it to a channel once."""

import secrets
from collections.abc import Callable
from datetime import date
from typing import Any

from bot.cli.console import Exit, result, result_json, tell
from bot.demo_data import is_demo
from bot.digests import Digests
from bot.errors import SlackRefusedError, SlackUnavailableError
from bot.settings import Settings
from bot.store.deliveries import SqlDeliveries
from bot.views.digest import plain_text
from bot.weekly_digest import WeeklyDigest
from bot.wiring.digest import open_digest_builder
from bot.wiring.register import open_register
from bot.wiring.slack import deliver_to_slack

NOT_SET_UP = "SLACK_BOT_TOKEN saknas, så veckobrevet kan inte skickas. Visa det med --dry-run."
NO_DEMO = (
    "Demon är inte igång, så veckobrevet kan inte skickas. Starta den med make run (eller kansli demo), "
    "eller visa veckobrevet med --dry-run."
)
NO_REPLY = "Slack svarar inte. Försök igen: det som hann skickas skickas inte en gång till."


def digest(
    settings: Settings,
    channel: str,
    day: Callable[[Settings], date],
    *,
    dry_run: bool,
    again: bool,
    as_json: bool,
) -> Exit:
    """Print the digest, and post it when a channel is named and it is no dry run."""
    opened = open_register(settings)
    build, today = open_digest_builder(settings, opened), day(settings)
    if dry_run or not channel:
        _print(build.digest(channel, today), channel, as_json=as_json)
        return Exit.OK
    if not settings.slack_bot_token:
        tell(NO_DEMO if is_demo(settings) else NOT_SET_UP)
        return Exit.WRONG_USAGE
    digests = Digests(deliver_to_slack(settings, opened), build)
    deliveries = SqlDeliveries(opened.database)
    try:
        was_sent = not again and all(map(deliveries.posted, digests.keys(channel, today)))
        posted = digests.post(channel, today, again=secrets.token_hex(4) if again else "")
    except SlackRefusedError as error:
        tell(f"Slack tog inte emot veckobrevet till {channel}: {_meaning(error.code)}.")
        return Exit.FAILED
    except SlackUnavailableError:
        tell(NO_DEMO if is_demo(settings) else NO_REPLY)
        return Exit.FAILED
    if was_sent:
        tell(
            f"Inget skickades: veckobrevet för vecka {posted.week.number} är redan skickat till {channel}. "
            "Skicka det en gång till med --again."
        )
    _print(posted, channel, as_json=as_json)
    return Exit.OK


def digest_object(digest: WeeklyDigest, channel: str) -> dict[str, Any]:
    """Return the digest as JSON."""
    return {
        "channel": channel,
        "period": {
            "week": str(digest.week),
            "from": digest.week.first.isoformat(),
            "to": digest.week.last.isoformat(),
        },
        "sections": [{"kind": each.kind.value, "items": list(each.items)} for each in digest.sections],
        "text": plain_text(digest),
    }


def _print(digest: WeeklyDigest, channel: str, *, as_json: bool) -> None:
    if as_json:
        result_json(digest_object(digest, channel))
    else:
        result(plain_text(digest))


def _meaning(code: str) -> str:
    return {
        "channel_not_found": "kanalen finns inte, eller så är Kansli inte med i den",
        "not_in_channel": "Kansli är inte med i kanalen. Bjud in med /invite @kansli",
        "is_archived": "kanalen är arkiverad",
        "invalid_auth": "token gäller inte",
        "missing_scope": "behörigheten chat:write saknas",
    }.get(code, code)
