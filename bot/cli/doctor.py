"""`kansli doctor`: checks settings, tokens, scopes and stores, and says how to mend what is wrong."""

from collections.abc import Callable
from dataclasses import dataclass

from slack_sdk.errors import SlackApiError, SlackClientError

from bot.cli.console import Exit, result
from bot.cli.manifest import BOT_SCOPES
from bot.settings import Settings
from bot.slack import web_client
from bot.wiring.register import open_statuses
from knowledge.errors import KnowledgeError


@dataclass(frozen=True)
class Finding:
    """One thing that was checked; `mend` says what to do when it is not well."""

    what: str
    is_well: bool
    mend: str = ""


def doctor(settings: Settings, stores: Callable[[], list[Finding]]) -> Exit:
    """Print what was found; fails when something needs mending."""
    findings = [*stores(), *slack_findings(settings), *model_findings(settings)]
    for finding in findings:
        result(f"{'OK ' if finding.is_well else 'FEL'} {finding.what}")
        if not finding.is_well:
            result(f"    {finding.mend}")
    return Exit.OK if all(finding.is_well for finding in findings) else Exit.FAILED


def run(settings: Settings) -> Exit:
    """Check everything that the settings name."""
    return doctor(settings, lambda: store_findings(settings))


def store_findings(settings: Settings) -> list[Finding]:
    """Check that the register can be opened, and tell what it holds."""
    try:
        counts = open_statuses(settings).counts()
    except KnowledgeError as error:
        mend = "Kontrollera KANSLI_DATABASE_URL och att datamappen går att skriva i."
        return [Finding(f"Registret: {error}", is_well=False, mend=mend)]
    held = f"{counts.documents} dokument, {counts.facts} uppgifter, {counts.statuses} lägesrapporter"
    findings = [Finding(f"Registret: {held}", is_well=True)]
    if not counts.documents:
        mend = "Läs in dokument med kansli index MAPP."
        findings.append(Finding("Registret är tomt", is_well=False, mend=mend))
    return findings


def slack_findings(settings: Settings) -> list[Finding]:
    """Check the tokens against Slack, and the scopes that the bot token has."""
    if not settings.slack_bot_token:
        mend = "Sätt SLACK_BOT_TOKEN (xoxb-…). Utan den fungerar demon och kommandoraden, men inte Slack."
        return [Finding("Slack: ingen token är satt", is_well=False, mend=mend)]
    try:
        answer = web_client(settings.slack_bot_token, settings.slack_api_url).auth_test()
    except SlackApiError as error:
        code = error.response.get("error", "okänt fel")
        return [
            Finding(
                f"Slack tar inte emot SLACK_BOT_TOKEN ({code})",
                is_well=False,
                mend="Kopiera en ny Bot User OAuth Token från appens sida hos Slack, under OAuth & Permissions.",
            )
        ]
    except (SlackClientError, OSError):
        mend = f"Kontrollera nätet och SLACK_API_URL ({settings.slack_api_url})."
        return [Finding("Slack går inte att nå", is_well=False, mend=mend)]
    headers = {str(name).casefold(): str(value) for name, value in answer.headers.items()}
    given = {scope.strip() for scope in headers.get("x-oauth-scopes", "").split(",") if scope.strip()}
    return [
        Finding(f"Slack: ansluten till {answer.get('team')} som {answer.get('user')}", is_well=True),
        *_scope_findings(given),
        _mode_finding(settings),
    ]


def model_findings(settings: Settings) -> list[Finding]:
    """Tell whether a language model is configured; none is needed."""
    if settings.model and not (settings.openai_api_key or settings.openai_base_url):
        mend = "Sätt OPENAI_API_KEY eller OPENAI_BASE_URL, eller ta bort KANSLI_MODEL."
        return [Finding(f"Språkmodellen {settings.model} har ingen värd", is_well=False, mend=mend)]
    words = settings.model or "ingen, svaren byggs av registret och citat"
    return [Finding(f"Språkmodell: {words}", is_well=True)]


def _scope_findings(given: set[str]) -> list[Finding]:
    if not given:  # not every Slack tells
        return []
    missing = [f"{scope} ({why})" for scope, why in BOT_SCOPES.items() if scope not in given]
    if not missing:
        return [Finding("Slack: alla behörigheter finns", is_well=True)]
    mend = "Klistra in utskriften av kansli manifest på appens sida hos Slack och installera om appen."
    return [Finding(f"Slack: behörigheter saknas: {', '.join(missing)}", is_well=False, mend=mend)]


def _mode_finding(settings: Settings) -> Finding:
    if settings.slack_app_token:
        return Finding("Slack: Socket Mode", is_well=True)
    if settings.slack_signing_secret:
        return Finding("Slack: HTTP, signerade anrop", is_well=True)
    mend = "Sätt SLACK_APP_TOKEN (Socket Mode) eller SLACK_SIGNING_SECRET (HTTP)."
    return Finding("Slack: inget sätt att ta emot händelser är valt", is_well=False, mend=mend)
