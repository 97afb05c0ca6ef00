"""Settings say everything that is wrong at once, in Swedish, with what to do."""

from pathlib import Path

import pytest

from bot.errors import SettingsError
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
