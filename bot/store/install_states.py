"""Install states: what an installation that was begun is known by when Slack sends the browser back."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from logging import Logger, getLogger
from typing import Any

from slack_sdk.oauth import OAuthStateStore
from sqlalchemy import delete, insert

from bot.store.tables import InstallStateRow
from knowledge.database import Database

LASTS = timedelta(minutes=10)


@dataclass(frozen=True)
class SqlInstallStates(OAuthStateStore):
    """States in SQL: each may come back once, and soon."""

    database: Database
    now: Callable[[], datetime]

    @property
    def logger(self) -> Logger:
        """Return where Bolt is to log."""
        return getLogger(__name__)

    def issue(self, *_args: Any, **_kwargs: Any) -> str:
        """Return a new state; those that nobody came back with in time are forgotten."""
        state = secrets.token_urlsafe(32)
        with self.database.writing() as connection:
            connection.execute(delete(InstallStateRow).where(InstallStateRow.expires <= self.now()))
            connection.execute(insert(InstallStateRow).values(state=state, expires=self.now() + LASTS))
        return state

    def consume(self, state: str) -> bool:
        """Tell whether the state was issued, is not too old and was not used; from now on it is used."""
        used = delete(InstallStateRow).where(
            InstallStateRow.state == state, InstallStateRow.expires > self.now()
        )
        with self.database.writing() as connection:
            return bool(connection.execute(used).rowcount)
