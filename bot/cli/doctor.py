"""`kansli doctor`: checks settings, tokens, scopes and stores, and says how to mend what is wrong."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from slack_sdk.errors import SlackApiError, SlackClientError

from bot.cli.console import Exit, result
from bot.cli.manifest import BOT_SCOPES
from bot.installing import INSTALL_PATH
from bot.settings import Settings, oauth_problems
from bot.slack import web_client
from bot.store.schema import prepare
from bot.wiring.register import open_statuses
from bot.wiring.slack import open_installations
from knowledge.database import open_database
from knowledge.errors import KnowledgeError
from knowledge.reading import ocr


@dataclass(frozen=True)
class Finding:
    """One thing that was checked; `mend` says what to do when it is not well."""

    what: str
    is_well: bool
    mend: str = ""


def doctor(settings: Settings, stores: Callable[[], list[Finding]]) -> Exit:
    """Print what was found; fails when something needs mending."""
    findings = [*stores(), *slack_findings(settings), *model_findings(settings), scan_finding()]
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
    """Check the tokens against Slack, and the scopes that each bot token has."""
    if settings.is_installed_by_oauth:
        return installation_findings(settings)
    if not settings.slack_bot_token:
        mend = "Sätt SLACK_BOT_TOKEN (xoxb-…). Utan den fungerar demon och kommandoraden, men inte Slack."
        return [Finding("Slack: ingen token är satt", is_well=False, mend=mend)]
    mend = "Kopiera en ny Bot User OAuth Token från appens sida hos Slack, under OAuth & Permissions."
    findings = token_findings(settings, settings.slack_bot_token, "SLACK_BOT_TOKEN", mend)
    return [*findings, _mode_finding(settings)] if all(each.is_well for each in findings) else findings


def installation_findings(settings: Settings) -> list[Finding]:
    """Check what is needed for workspaces to install the app, and the token of each that has."""
    if problems := oauth_problems(settings):
        return [Finding("Slack: installation", is_well=False, mend=problem) for problem in problems]
    try:
        database = open_database(settings.database_url)
        prepare(database)
        installations = open_installations(settings, database)
        assert installations is not None
        teams = replace(installations, allowed=frozenset()).teams()
    except KnowledgeError:  # told of the register already
        return []
    findings = [Finding(f"Slack: HTTP, arbetsytor installerar Kansli på {INSTALL_PATH}", is_well=True)]
    findings.append(_workspaces_finding(settings))
    if not teams:
        mend = f"Starta kansli serve och öppna {INSTALL_PATH} på den adress som Slack når."
        findings.append(Finding("Slack: ingen arbetsyta har installerat Kansli", is_well=False, mend=mend))
    for team, name in teams.items():
        if not installations.allows(team):
            what = f"Slack: {name or team} har installerat Kansli men står inte i KANSLI_WORKSPACES och får inga svar"
            mend = f"Lägg till {team} i KANSLI_WORKSPACES, eller ta bort appen i den arbetsytan."
            findings.append(Finding(what, is_well=False, mend=mend))
            continue
        mend = f"Öppna {INSTALL_PATH} och installera om."
        token = installations.token(team)
        if token:
            findings += token_findings(settings, token, f"token för {name or team}", mend)
        else:
            what = f"Slack: token för {name or team} är krypterad med en annan KANSLI_TOKEN_KEY"
            findings.append(Finding(what, is_well=False, mend=mend))
    return findings


def _workspaces_finding(settings: Settings) -> Finding:
    """Tell which workspaces may install the app; everybody in each may ask about all that was read."""
    if settings.workspaces:
        named = ", ".join(sorted(settings.workspaces))
        return Finding(f"Slack: får installeras i {named}", is_well=True)
    mend = (
        "Sätt KANSLI_WORKSPACES till id (T…) för organisationens arbetsytor. "
        "Alla i en arbetsyta som installerar Kansli kan fråga om allt som är inläst."
    )
    return Finding("Slack: vilken arbetsyta som helst får installera Kansli", is_well=False, mend=mend)


def token_findings(settings: Settings, token: str, named: str, mend: str) -> list[Finding]:
    """Check one token against Slack, and its scopes; `mend` says what to do when Slack does not take it."""
    try:
        answer = web_client(token, settings.slack_api_url).auth_test()
    except SlackApiError as error:
        code = error.response.get("error", "okänt fel")
        return [Finding(f"Slack tar inte emot {named} ({code})", is_well=False, mend=mend)]
    except (SlackClientError, OSError):
        mend = f"Kontrollera nätet och SLACK_API_URL ({settings.slack_api_url})."
        return [Finding("Slack går inte att nå", is_well=False, mend=mend)]
    headers = {str(name).casefold(): str(value) for name, value in answer.headers.items()}
    given = {scope.strip() for scope in headers.get("x-oauth-scopes", "").split(",") if scope.strip()}
    return [
        Finding(f"Slack: ansluten till {answer.get('team')} som {answer.get('user')}", is_well=True),
        *_scope_findings(given),
    ]


def model_findings(settings: Settings) -> list[Finding]:
    """Tell whether a language model is configured; none is needed."""
    if settings.model and not (settings.openai_api_key or settings.openai_base_url):
        mend = "Sätt OPENAI_API_KEY eller OPENAI_BASE_URL, eller ta bort KANSLI_MODEL."
        return [Finding(f"Språkmodellen {settings.model} har ingen värd", is_well=False, mend=mend)]
    words = settings.model or "ingen, svaren byggs av registret och citat"
    return [Finding(f"Språkmodell: {words}", is_well=True)]


def scan_finding() -> Finding:
    """Tell whether scanned pages can be read; they need not be."""
    words = "läses med Tesseract" if ocr.is_available() else "läses inte (Tesseract med svenska saknas)"
    return Finding(f"Inskannade sidor: {words}", is_well=True)


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
