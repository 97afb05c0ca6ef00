"""Installations: which workspaces have the app, with the token of each, encrypted at rest."""
# ruff: noqa: ARG002 - the arguments are those that Bolt gives

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from logging import Logger

from cryptography.fernet import Fernet, InvalidToken
from slack_sdk.oauth import InstallationStore
from slack_sdk.oauth.installation_store import Bot, Installation
from sqlalchemy import Row, delete, insert, select

from bot.store.tables import InstallationRow
from knowledge.database import Database

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class SqlInstallations(InstallationStore):
    """Installations in SQL, one a workspace; no token of a person is asked for, and none is kept.

    A token that was encrypted with another key counts as none: the app is then to be installed again. With workspaces
    `allowed`, what others have installed counts for nothing.
    """

    database: Database
    key: Fernet
    now: Callable[[], datetime]
    allowed: frozenset[str] = frozenset()

    def allows(self, team: str) -> bool:
        """Tell whether the workspace may install the app."""
        return not self.allowed or team in self.allowed

    @property
    def logger(self) -> Logger:
        """Return where Bolt is to log."""
        return _log

    def save(self, installation: Installation) -> None:
        """Keep an installation; it replaces the workspace's former one."""
        values = {
            "team": installation.team_id,
            "team_name": installation.team_name or "",
            "app": installation.app_id or "",
            "bot": installation.bot_id or "",
            "bot_user": installation.bot_user_id or "",
            "token": self.key.encrypt((installation.bot_token or "").encode()).decode(),
            "scopes": ",".join(installation.bot_scopes or ()),
            "installer": installation.user_id or "",
            "at": self.now(),
        }
        with self.database.writing() as connection:
            connection.execute(delete(InstallationRow).where(InstallationRow.team == values["team"]))
            connection.execute(insert(InstallationRow).values(**values))

    def teams(self) -> dict[str, str]:
        """Return the name of each workspace that has the app, by its id."""
        with self.database.reading() as connection:
            statement = select(InstallationRow.team, InstallationRow.team_name).order_by(InstallationRow.at)
            found = connection.execute(statement).all()
        return {row.team: row.team_name for row in found if self.allows(row.team)}

    def token(self, team: str) -> str:
        """Return the bot token of a workspace; nothing when it does not have the app."""
        row = self._row(team)
        return self._decrypted(row) if row else ""

    def find_bot(
        self, *, enterprise_id: str | None, team_id: str | None, is_enterprise_install: bool | None = False
    ) -> Bot | None:
        """Return the bot of a workspace."""
        found = self.find_installation(enterprise_id=enterprise_id, team_id=team_id)
        return found.to_bot() if found else None

    def find_installation(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None = None,
        is_enterprise_install: bool | None = False,
    ) -> Installation | None:
        """Return the installation of a workspace; a person has none of their own."""
        row = self._row(team_id or "")
        token = self._decrypted(row) if row else ""
        if row is None or not token:
            return None
        return Installation(
            app_id=row.app,
            enterprise_id=enterprise_id,
            team_id=row.team,
            team_name=row.team_name,
            bot_token=token,
            bot_id=row.bot,
            bot_user_id=row.bot_user,
            bot_scopes=row.scopes,
            user_id=row.installer,
            installed_at=row.at.timestamp(),
        )

    def delete_bot(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """Forget a workspace, and its token."""
        with self.database.writing() as connection:
            connection.execute(delete(InstallationRow).where(InstallationRow.team == team_id))

    def delete_installation(
        self, *, enterprise_id: str | None, team_id: str | None, user_id: str | None = None
    ) -> None:
        """Forget a workspace; when a person took back a token of their own, there is nothing to forget."""
        if user_id is None:
            self.delete_bot(enterprise_id=enterprise_id, team_id=team_id)

    def _row(self, team: str) -> Row[tuple[object, ...]] | None:
        if not self.allows(team):
            return None
        with self.database.reading() as connection:
            return connection.execute(
                select(InstallationRow.__table__).where(InstallationRow.team == team)
            ).first()

    def _decrypted(self, row: Row[tuple[object, ...]]) -> str:
        try:
            return self.key.decrypt(row.token.encode()).decode()
        except InvalidToken:
            _log.error("the token of %s was encrypted with another KANSLI_TOKEN_KEY: install again", row.team)
            return ""
