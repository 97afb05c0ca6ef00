"""The demo's own data: a folder in the data folder, and how to reach its workspace from a second terminal."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from bot.settings import DEMO, Settings

CONNECTION = "slack.json"


@dataclass(frozen=True)
class Connection:
    """Where a running demo's workspace is, and the token that its bot has there."""

    api_url: str
    bot_token: str
    app_token: str
    signing_secret: str


def demo_settings(settings: Settings) -> Settings:
    """Return the settings with everything kept in the demo's folder, and no Slack but the local one."""
    folder = settings.data_dir / DEMO
    return replace(
        settings,
        data_dir=folder,
        database_url=f"sqlite:///{folder / 'kansli.db'}",
        chroma_url="",
        slack_bot_token="",
        slack_app_token="",
        slack_signing_secret="",
        slack_client_id="",
    )


def is_demo(settings: Settings) -> bool:
    """Tell whether the settings are those of the demo's own folder."""
    return settings.data_dir.name == DEMO


def connected(settings: Settings, connection: Connection) -> Settings:
    """Return the settings with the demo's workspace as Slack."""
    return replace(
        settings,
        slack_api_url=connection.api_url,
        slack_bot_token=connection.bot_token,
        slack_app_token=connection.app_token,
        slack_signing_secret=connection.signing_secret,
    )


def remember(settings: Settings, connection: Connection) -> None:
    """Write the connection where a second terminal finds it, for this user only."""
    file = settings.data_dir / CONNECTION
    file.touch(mode=0o600)
    file.write_text(json.dumps(vars(connection)), encoding="utf-8")


def forget(settings: Settings) -> None:
    """Remove the connection of a demo that ended."""
    (settings.data_dir / CONNECTION).unlink(missing_ok=True)


def own_or_demo(settings: Settings, has_own: Callable[[Settings], bool]) -> Settings:
    """Return the settings, or the demo's when there is a demo and nothing else was ever read in.

    So that a newcomer can start the demo and ask from a second terminal without setting anything.
    """
    demo = demo_settings(settings)
    if not settings.is_embedded or not (demo.data_dir / "kansli.db").exists() or has_own(settings):
        return settings
    known = _known(demo.data_dir / CONNECTION)
    return connected(demo, known) if known else demo


def _known(file: Path) -> Connection | None:
    try:
        return Connection(**json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
