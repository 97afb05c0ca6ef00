"""What is kept of installations, on both databases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.fernet import Fernet
from slack_sdk.oauth.installation_store import Installation

from bot.store.install_states import LASTS, SqlInstallStates
from bot.store.installations import SqlInstallations
from bot.store.schema import prepare
from knowledge.database import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def installations(database: Database) -> SqlInstallations:
    prepare(database)
    return SqlInstallations(database, Fernet(Fernet.generate_key()), lambda: NOW)


def an_installation(team: str = "T1", token: str = "xoxb-1") -> Installation:
    return Installation(
        app_id="A1",
        team_id=team,
        team_name="Region Sjöland",
        bot_token=token,
        bot_id="B1",
        bot_user_id="U0BOT",
        bot_scopes=["chat:write", "commands"],
        user_id="U1",
    )


def test_an_installation_is_found_by_its_team(installations: SqlInstallations) -> None:
    installations.save(an_installation("T1", "xoxb-1"))
    installations.save(an_installation("T2", "xoxb-2"))
    found = installations.find_bot(enterprise_id=None, team_id="T2")
    assert found is not None
    assert (found.bot_token, found.bot_id, found.bot_user_id) == ("xoxb-2", "B1", "U0BOT")
    assert list(found.bot_scopes) == ["chat:write", "commands"]
    assert installations.find_installation(enterprise_id=None, team_id="T3") is None
    assert set(installations.teams()) == {"T1", "T2"}


def test_a_new_installation_replaces_the_former(installations: SqlInstallations) -> None:
    installations.save(an_installation(token="xoxb-1"))
    installations.save(an_installation(token="xoxb-2"))
    assert installations.token("T1") == "xoxb-2"
    assert len(installations.teams()) == 1


def test_a_team_is_forgotten_and_a_persons_own_token_changes_nothing(installations: SqlInstallations) -> None:
    for team in ("T1", "T2"):
        installations.save(an_installation(team))
    installations.delete_installation(enterprise_id=None, team_id="T1", user_id="U1")
    assert installations.token("T1")
    installations.delete_all(enterprise_id=None, team_id="T1")
    assert installations.token("T1") == ""
    assert installations.token("T2")


def test_a_token_is_nothing_without_its_key(installations: SqlInstallations) -> None:
    installations.save(an_installation())
    other = replace(installations, key=Fernet(Fernet.generate_key()))
    assert other.token("T1") == ""
    assert other.find_bot(enterprise_id=None, team_id="T1") is None
    assert other.teams() == {"T1": "Region Sjöland"}


def test_a_state_is_good_once_and_for_a_while(database: Database) -> None:
    prepare(database)
    states = SqlInstallStates(database, lambda: NOW)
    used, kept = states.issue(), states.issue()
    assert states.consume(used)
    assert not states.consume(used)
    assert not states.consume("made up")
    just_late = replace(states, now=lambda: NOW + LASTS)
    assert not just_late.consume(kept)
    assert replace(states, now=lambda: NOW + LASTS - timedelta(seconds=1)).consume(kept)


def test_states_that_nobody_came_back_with_are_forgotten(database: Database) -> None:
    prepare(database)
    states = SqlInstallStates(database, lambda: NOW)
    old = states.issue()
    replace(states, now=lambda: NOW + LASTS).issue()
    assert not states.consume(old)
