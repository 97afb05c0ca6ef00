"""The manifest asks for what is needed, and for installation only when it is wanted."""

import json
from typing import Any

from bot.cli.manifest import BOT_SCOPES, manifest

EVENTS = "https://kansli.example/slack/events"
REDIRECT = "https://kansli.example/slack/oauth_redirect"


def of(*addresses: str) -> dict[str, Any]:
    given: dict[str, Any] = json.loads(manifest(*addresses))
    return given


def test_a_redirect_address_lets_workspaces_install_and_tells_when_they_leave() -> None:
    given = of(EVENTS, REDIRECT)
    assert given["oauth_config"]["redirect_urls"] == [REDIRECT]
    assert {"app_uninstalled", "tokens_revoked"} <= set(
        given["settings"]["event_subscriptions"]["bot_events"]
    )
    assert given["settings"]["event_subscriptions"]["request_url"] == EVENTS


def test_without_one_the_app_is_installed_at_slack() -> None:
    for given in (of(), of(EVENTS)):
        assert given["oauth_config"] == {"scopes": {"bot": list(BOT_SCOPES)}}
        assert "app_uninstalled" not in given["settings"]["event_subscriptions"]["bot_events"]
