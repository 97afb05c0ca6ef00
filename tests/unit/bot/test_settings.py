"""Settings say everything that is wrong at once, in Swedish, with what to do."""

import datetime as dt
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.errors import SettingsError
from bot.reminder_times import ReminderTimes
from bot.settings import Settings, read_settings, require_slack

NOWHERE = Path("/nonexistent/.env")


def settings(**environment: str) -> Settings:
    return read_settings(environment, NOWHERE)


def problems(**environment: str) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        settings(**environment)
    return caught.value.problems


def test_nothing_needs_to_be_set() -> None:
    given = settings()
    assert given.data_dir == Path("data")
    assert given.database_url == "sqlite:///data/kansli.db"
    assert given.slack_api_url == "https://slack.com/api/"
    assert given.timezone.key == "Europe/Stockholm"
    assert given.is_embedded


def test_blank_is_unset() -> None:
    assert settings(KANSLI_DATA_DIR=" ", SLACK_API_URL="", KANSLI_DATABASE_URL="") == settings()


def test_every_problem_is_told_at_once() -> None:
    told = problems(
        SLACK_BOT_TOKEN="xapp-1",
        SLACK_APP_TOKEN="xoxb-1",
        SLACK_API_URL="https://slack.com",
        OPENAI_BASE_URL="localhost:8080",
        KANSLI_DATABASE_URL="mysql://x/y",
        KANSLI_STATUS_WRITERS="alla",
        KANSLI_TIMEZONE="Sverige",
        KANSLI_CHROMA_URL="chroma",
    )
    for name in (
        "SLACK_BOT_TOKEN",
        "SLACK_APP_TOKEN",
        "SLACK_API_URL",
        "OPENAI_BASE_URL",
        "KANSLI_DATABASE_URL",
        "KANSLI_STATUS_WRITERS",
        "KANSLI_TIMEZONE",
        "KANSLI_CHROMA_URL",
    ):
        assert len([problem for problem in told if name in problem]) == 1


def test_a_problem_never_shows_the_secret() -> None:
    (told,) = problems(SLACK_BOT_TOKEN="hemlig-1234")
    assert "hemlig" not in told


def test_a_database_address_gets_the_driver_that_is_installed() -> None:
    assert settings(KANSLI_DATABASE_URL="postgres://a:b@c/d").database_url == "postgresql+psycopg://a:b@c/d"
    assert not settings(KANSLI_DATABASE_URL="postgresql://a/b").is_embedded


def test_status_writers_may_be_limited_to_the_assigned_and_a_group() -> None:
    given = settings(KANSLI_STATUS_WRITERS="assigned:S012")
    assert (given.status_assigned_only, given.status_group) == (True, "S012")


def test_the_file_is_read_where_the_environment_is_silent(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("KANSLI_MODEL=a\nKANSLI_ORGANISATION=Region Sjöland\n")
    given = read_settings({"KANSLI_MODEL": "b"}, file)
    assert (given.model, given.organisation) == ("b", "Region Sjöland")


def test_a_file_is_no_data_folder(tmp_path: Path) -> None:
    file = tmp_path / "data"
    file.touch()
    assert "KANSLI_DATA_DIR" in problems(KANSLI_DATA_DIR=str(file))[0]


@pytest.mark.parametrize(
    "environment",
    [{}, {"SLACK_BOT_TOKEN": "xoxb-1"}, {"SLACK_APP_TOKEN": "xapp-1"}, {"SLACK_SIGNING_SECRET": "s"}],
)
def test_slack_needs_a_token_and_a_way_in(environment: dict[str, str]) -> None:
    with pytest.raises(SettingsError):
        require_slack(settings(**environment))
    require_slack(settings(SLACK_BOT_TOKEN="xoxb-1", SLACK_SIGNING_SECRET="s"))


def test_reminders_have_days_and_hours() -> None:
    assert settings().reminder_times == ReminderTimes(dt.timedelta(days=7), dt.time(8), dt.time(16))
    given = settings(KANSLI_REMIND_DAYS="14", KANSLI_REMIND_HOURS="9-11").reminder_times
    assert given == ReminderTimes(dt.timedelta(days=14), dt.time(9), dt.time(11))


@pytest.mark.parametrize("hours", ["16-8", "8", "8-24", "morgon-kväll", "8:00-16:00"])
def test_hours_that_are_none_are_told(hours: str) -> None:
    assert [each for each in problems(KANSLI_REMIND_HOURS=hours) if "8-16" in each]


@pytest.mark.parametrize("days", ["-1", "61", "sju", "٣"])
def test_days_that_are_none_are_told(days: str) -> None:
    assert [each for each in problems(KANSLI_REMIND_DAYS=days) if "0 stänger av" in each]


OAUTH = {
    "SLACK_CLIENT_ID": "1.2",
    "SLACK_CLIENT_SECRET": "secret",
    "SLACK_SIGNING_SECRET": "signing",
    "KANSLI_TOKEN_KEY": Fernet.generate_key().decode(),
}


def test_workspaces_install_by_themselves_without_a_token() -> None:
    given = settings(**OAUTH)
    assert given.is_installed_by_oauth
    require_slack(given)


@pytest.mark.parametrize("missing", ["SLACK_CLIENT_SECRET", "SLACK_SIGNING_SECRET", "KANSLI_TOKEN_KEY"])
def test_what_is_missing_for_installation_is_named(missing: str) -> None:
    with pytest.raises(SettingsError) as caught:
        require_slack(settings(**{name: value for name, value in OAUTH.items() if name != missing}))
    (problem,) = caught.value.problems
    assert problem.startswith(f"{missing} saknas")


def test_installation_is_no_matter_of_socket_mode() -> None:
    with pytest.raises(SettingsError, match="SLACK_APP_TOKEN går inte ihop"):
        require_slack(settings(**OAUTH, SLACK_APP_TOKEN="xapp-1"))


def test_a_key_that_is_none_is_told_without_showing_it() -> None:
    (problem,) = problems(KANSLI_TOKEN_KEY="hemligt")
    assert "KANSLI_TOKEN_KEY" in problem
    assert "hemligt" not in problem
