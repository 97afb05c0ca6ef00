"""`kansli digest`: show the week's digest, and post it to a channel once."""

import secrets
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from bot.cli.console import Exit, result, result_json, tell
from bot.demo_data import is_demo
from bot.digest_files import digest_files
from bot.digests import Digests, issue_of_day
from bot.durable import StepsAtOnce
from bot.errors import SlackRefusedError, SlackUnavailableError
from bot.settings import Settings
from bot.store.digest_issues import SqlDigestIssues
from bot.store.schema import prepare
from bot.store.subscriptions import SqlSubscriptions
from bot.views.digest import plain_text
from bot.weekly_digest import DigestSubscription, WeeklyDigest
from bot.wiring.digest import open_digest_builder
from bot.wiring.register import OpenRegister, open_register
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
    today = day(settings)
    issues = SqlDigestIssues(opened.database)
    build = open_digest_builder(settings, opened)
    issue = issue_of_day(today, settings.timezone)
    if dry_run or not channel:
        _print(build.digest(_wanted(opened, channel), today, None), channel, as_json=as_json)
        return Exit.OK
    if not settings.slack_bot_token and not settings.is_installed_by_oauth:
        tell(NO_DEMO if is_demo(settings) else NOT_SET_UP)
        return Exit.WRONG_USAGE
    noon = datetime.combine(today, time(12), settings.timezone)
    try:
        slack = deliver_to_slack(settings, opened)
        digests = Digests(slack, build, issues, settings.timezone, digest_files)
        wanted = _wanted(opened, slack.channel(channel))
        shown = digests.compose(wanted, issue, noon)
        is_new = issues.sent_at(wanted.place, issue.week) is None
        if is_new or again:
            digests.send(StepsAtOnce(), wanted, issue, noon, secrets.token_hex(4) if again else "")
    except SlackRefusedError as error:
        tell(f"Slack tog inte emot veckobrevet till {channel}: {_meaning(error.code)}.")
        return Exit.FAILED
    except SlackUnavailableError:
        tell(NO_DEMO if is_demo(settings) else NO_REPLY)
        return Exit.FAILED
    if not is_new and not again:
        tell(
            f"Inget skickades: veckobrevet för vecka {issue.week.number} är redan skickat till {channel}. "
            "Skicka det en gång till med --again."
        )
    _print(shown, channel, as_json=as_json)
    return Exit.OK


def _wanted(opened: OpenRegister, place: str) -> DigestSubscription:
    """Return the digest as the channel or person with an id has chosen it; of everything for one that has not."""
    prepare(opened.database)
    chosen = (each for each in SqlSubscriptions(opened.database).all() if each.place == place)
    return next(chosen, DigestSubscription("", place))


def digest_object(digest: WeeklyDigest, channel: str) -> dict[str, Any]:
    """Return the digest as JSON."""
    return {
        "channel": channel,
        "period": {
            "week": str(digest.week),
            "from": digest.week.first.isoformat(),
            "to": digest.week.last.isoformat(),
        },
        "sections": [
            {"kind": each.kind.value, "items": [item.text for item in each.items]} for each in digest.sections
        ],
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
        "not_one_team": "Kansli är installerat i flera arbetsytor, eller i ingen. Slå på veckobrevet i kanalen i stället",
    }.get(code, code)
