"""Settings: the only reader of the environment; frozen, checked as a whole, explained in plain Swedish."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from cryptography.fernet import Fernet
from dotenv import dotenv_values
from dotenv.parser import parse_stream

from bot.errors import SettingsError
from bot.reminder_times import ReminderTimes

SLACK_API = "https://slack.com/api/"
LONGEST_AHEAD = 60  # days before which somebody may be reminded
HOW_TO_MAKE_A_KEY = (
    'Skapa en med: python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())"'
)
DEMO = "demo"  # the folder in the data folder where the demo keeps everything


@dataclass(frozen=True)
class Settings:
    """What the surroundings decide; empty where nothing is set."""

    data_dir: Path
    database_url: str
    chroma_url: str
    slack_bot_token: str
    slack_app_token: str
    slack_signing_secret: str
    slack_client_id: str
    slack_client_secret: str
    token_key: str
    workspaces: frozenset[str]
    slack_api_url: str
    openai_api_key: str
    openai_base_url: str
    model: str
    embeddings: str
    organisation: str
    status_assigned_only: bool
    status_group: str
    editors_group: str
    operators_channel: str
    timezone: ZoneInfo
    reminder_times: ReminderTimes

    @property
    def is_embedded(self) -> bool:
        """Tell whether the database is a file in the data folder."""
        return self.database_url.startswith("sqlite")

    @property
    def is_installed_by_oauth(self) -> bool:
        """Tell whether workspaces install the app by themselves, instead of one token being set here."""
        return bool(self.slack_client_id)


def read_settings(environment: Mapping[str, str] | None = None, dotenv: Path = Path(".env")) -> Settings:
    """Return the settings of the environment, and of `.env` where the environment is silent.

    Raises SettingsError with everything that is wrong.
    """
    problems: list[str] = []
    given = {**_dotenv(dotenv, problems), **(os.environ if environment is None else environment)}
    values = {name: value.strip() for name, value in given.items() if value and value.strip()}
    data_dir = _data_dir(values, problems)
    assigned_only, group = _status_writers(values, problems)
    settings = Settings(
        data_dir=data_dir,
        database_url=_database_url(values, data_dir, problems),
        chroma_url=_url(values, "KANSLI_CHROMA_URL", "", problems),
        slack_bot_token=_token(values, "SLACK_BOT_TOKEN", "xoxb-", problems),
        slack_app_token=_token(values, "SLACK_APP_TOKEN", "xapp-", problems),
        slack_signing_secret=values.get("SLACK_SIGNING_SECRET", ""),
        slack_client_id=values.get("SLACK_CLIENT_ID", ""),
        slack_client_secret=values.get("SLACK_CLIENT_SECRET", ""),
        token_key=_token_key(values, problems),
        workspaces=_workspaces(values, problems),
        slack_api_url=_slack_api_url(values, problems),
        openai_api_key=values.get("OPENAI_API_KEY", ""),
        openai_base_url=_url(values, "OPENAI_BASE_URL", "", problems),
        model=values.get("KANSLI_MODEL", ""),
        embeddings=values.get("KANSLI_EMBEDDINGS", ""),
        organisation=values.get("KANSLI_ORGANISATION", ""),
        status_assigned_only=assigned_only,
        status_group=group,
        operators_channel=values.get("KANSLI_OPERATORS_CHANNEL", ""),
        editors_group=_group(values, "KANSLI_EDITORS", problems),
        timezone=_timezone(values, problems),
        reminder_times=_reminder_times(values, problems),
    )
    if problems:
        raise SettingsError(tuple(problems))
    return settings


def require_slack(settings: Settings) -> None:
    """Raise SettingsError unless the settings suffice for connecting to Slack."""
    problems = oauth_problems(settings)
    if not settings.slack_bot_token and not settings.is_installed_by_oauth:
        problems.append(
            "SLACK_BOT_TOKEN saknas. Kopiera Bot User OAuth Token (xoxb-…) från appens sida hos Slack, "
            "under OAuth & Permissions."
        )
    if (
        not settings.slack_app_token
        and not settings.slack_signing_secret
        and not settings.is_installed_by_oauth
    ):
        problems.append(
            "SLACK_APP_TOKEN eller SLACK_SIGNING_SECRET saknas. Sätt SLACK_APP_TOKEN (xapp-…, med behörigheten "
            "connections:write) för Socket Mode, eller SLACK_SIGNING_SECRET för HTTP. "
            "Båda finns på appens sida hos Slack, under Basic Information."
        )
    if problems:
        raise SettingsError(tuple(problems))


def hide_client_id() -> None:
    """Take the app's id out of the environment: Bolt looks there by itself, and would set our token aside for it."""
    os.environ.pop("SLACK_CLIENT_ID", None)


def oauth_problems(settings: Settings) -> list[str]:
    """Return what is missing for workspaces to install the app by themselves; nothing when they are not to."""
    if not settings.is_installed_by_oauth:
        return []
    at_slack = "Den finns på appens sida hos Slack, under Basic Information."
    wanted = {
        f"SLACK_CLIENT_SECRET saknas. {at_slack}": settings.slack_client_secret,
        f"SLACK_SIGNING_SECRET saknas: installation kräver HTTP. {at_slack}": settings.slack_signing_secret,
        f"KANSLI_TOKEN_KEY saknas. Den krypterar arbetsytornas token i databasen. {HOW_TO_MAKE_A_KEY}": settings.token_key,
        "SLACK_APP_TOKEN går inte ihop med SLACK_CLIENT_ID: installation kräver HTTP. Ta bort den ena.": not settings.slack_app_token,
    }
    return [problem for problem, is_well in wanted.items() if not is_well]


def _dotenv(path: Path, problems: list[str]) -> dict[str, str]:
    """Return what the file sets; a line that cannot be read is told by its number, never by what it holds."""
    if not path.exists():
        return {}
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        problems.append(f"{path} går inte att läsa. Den ska vara en textfil (UTF-8) som du får läsa.")
        return {}
    wrong = [each.original.line for each in parse_stream(StringIO(text)) if each.error]
    problems += [
        f"{path}, rad {line}: raden går inte att läsa. Skriv NAMN=värde, eller # först." for line in wrong
    ]
    if wrong:
        return {}
    return {name: value for name, value in dotenv_values(stream=StringIO(text)).items() if value is not None}


def _data_dir(values: Mapping[str, str], problems: list[str]) -> Path:
    path = Path(values.get("KANSLI_DATA_DIR", "data")).expanduser()
    if path.exists() and not path.is_dir():
        problems.append(f"KANSLI_DATA_DIR pekar på en fil ({path}). Ange en mapp.")
    return path


def _database_url(values: Mapping[str, str], data_dir: Path, problems: list[str]) -> str:
    url = values.get("KANSLI_DATABASE_URL")
    if url is None:
        return f"sqlite:///{data_dir / 'kansli.db'}"
    scheme = url.partition(":")[0].partition("+")[0]
    if scheme not in {"sqlite", "postgresql", "postgres"} or "://" not in url:
        problems.append(
            "KANSLI_DATABASE_URL känns inte igen. Skriv postgresql://användare:lösenord@värd/databas "
            "eller sqlite:///sökväg, eller ta bort den för att använda en fil i datamappen."
        )
    if scheme in {"postgresql", "postgres"}:
        # one driver is installed, whatever the address says
        return "postgresql+psycopg://" + url.partition("://")[2]
    return url


def _url(values: Mapping[str, str], name: str, default: str, problems: list[str]) -> str:
    url = values.get(name, default)
    if url and not _is_web_address(url):
        problems.append(f"{name} är ingen webbadress. Den ska börja med http:// eller https://.")
    return url


def _slack_api_url(values: Mapping[str, str], problems: list[str]) -> str:
    url = _url(values, "SLACK_API_URL", SLACK_API, problems)
    if _is_web_address(url) and not url.endswith("/api/"):
        problems.append(f"SLACK_API_URL ska sluta med /api/, till exempel {SLACK_API}.")
    return url


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _token(values: Mapping[str, str], name: str, prefix: str, problems: list[str]) -> str:
    token = values.get(name, "")
    if token and not token.startswith(prefix):
        problems.append(f"{name} ska börja med {prefix}. Kontrollera att rätt värde är kopierat.")
    return token


def _token_key(values: Mapping[str, str], problems: list[str]) -> str:
    key = values.get("KANSLI_TOKEN_KEY", "")
    try:
        if key:
            Fernet(key)
    except ValueError:
        problems.append(f"KANSLI_TOKEN_KEY är ingen nyckel. {HOW_TO_MAKE_A_KEY}")
    return key


def _workspaces(values: Mapping[str, str], problems: list[str]) -> frozenset[str]:
    """Return the workspaces that may install the app; none named is all."""
    named = frozenset(values.get("KANSLI_WORKSPACES", "").replace(",", " ").split())
    if wrong := sorted(each for each in named if not re.fullmatch("T[A-Z0-9]+", each)):
        problems.append(
            f"KANSLI_WORKSPACES: {', '.join(wrong)} är inget id för en arbetsyta (T…). "
            "Id står i adressen när arbetsytan är öppen i en webbläsare: app.slack.com/client/T…"
        )
    return named


def _status_writers(values: Mapping[str, str], problems: list[str]) -> tuple[bool, str]:
    given = values.get("KANSLI_STATUS_WRITERS", "all")
    kind, _, group = given.partition(":")
    if kind not in {"all", "assigned"} or (group and kind == "all"):
        problems.append(
            "KANSLI_STATUS_WRITERS ska vara all, assigned eller assigned:GRUPP, "
            "där GRUPP är id för en användargrupp i Slack (S…)."
        )
    return kind == "assigned", group


def _group(values: Mapping[str, str], name: str, problems: list[str]) -> str:
    group = values.get(name, "")
    if group and not group.startswith("S"):
        problems.append(f"{name} ska vara id för en användargrupp i Slack (S…).")
    return group


def _reminder_times(values: Mapping[str, str], problems: list[str]) -> ReminderTimes:
    """Return when people are reminded; no days ahead is never."""
    days, hours = values.get("KANSLI_REMIND_DAYS", "7"), values.get("KANSLI_REMIND_HOURS", "8-16")
    opens, _, closes = hours.partition("-")
    if not (days.isascii() and days.isdigit() and int(days) <= LONGEST_AHEAD):
        problems.append(
            f"KANSLI_REMIND_DAYS ska vara ett antal dagar, 0–{LONGEST_AHEAD}; 0 stänger av påminnelserna."
        )
        days = "0"
    if not (opens.isdecimal() and closes.isdecimal() and 0 <= int(opens) < int(closes) <= 23):
        problems.append("KANSLI_REMIND_HOURS ska vara två klockslag i hela timmar, som 8-16.")
        opens, closes = "8", "16"
    return ReminderTimes(timedelta(int(days)), time(int(opens)), time(int(closes)))


def _timezone(values: Mapping[str, str], problems: list[str]) -> ZoneInfo:
    name = values.get("KANSLI_TIMEZONE", "Europe/Stockholm")
    if name not in available_timezones():
        problems.append(f"KANSLI_TIMEZONE: tidszonen {name} finns inte. Skriv till exempel Europe/Stockholm.")
        return ZoneInfo("UTC")
    return ZoneInfo(name)
