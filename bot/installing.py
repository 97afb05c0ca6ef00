"""Installation by OAuth: a workspace's administrator lets Kansli in, and the workspace's token is kept."""

import logging
from collections.abc import Callable

from slack_bolt import BoltRequest, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.error import BoltError
from slack_bolt.oauth import OAuthFlow
from slack_bolt.oauth.callback_options import CallbackOptions, FailureArgs, SuccessArgs
from slack_bolt.oauth.oauth_settings import OAuthSettings
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError
from slack_sdk.oauth import InstallationStore, OAuthStateStore
from slack_sdk.oauth.installation_store import Installation

from bot.views import install_pages

INSTALL_PATH = "/slack/install"
REDIRECT_PATH = "/slack/oauth_redirect"
HTML = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_log = logging.getLogger(__name__)


class NotAllowedError(BoltError):
    """A workspace installs the app that may not."""


class InstallationFlow(OAuthFlow):
    """Bolt's flow, with pages in plain Swedish, for workspaces one by one, and those alone that `allows` lets in."""

    def __init__(self, *, client: WebClient, settings: OAuthSettings, allows: Callable[[str], bool]) -> None:
        super().__init__(client=client, logger=_log, settings=settings)
        self.allows = allows

    def build_install_page_html(self, url: str, request: BoltRequest) -> str:  # noqa: ARG002 - Bolt's
        """Return the page that leads to Slack."""
        return install_pages.offer(url)

    def append_set_cookie_headers(
        self, headers: dict[str, str], set_cookie_value: str | None
    ) -> dict[str, str | list[str]]:
        """Add the cookie by which the browser is known again, and what browsers should know of the page."""
        with_cookie: dict[str, str | list[str]] = {**headers, **HTML}
        return with_cookie | ({"Set-Cookie": [set_cookie_value]} if set_cookie_value else {})

    def store_installation(self, request: BoltRequest, installation: Installation) -> None:
        """Keep the installation; raises BoltError when it is none of a workspace."""
        if installation.is_enterprise_install or not installation.team_id or not installation.bot_token:
            raise BoltError("the installation is none of a single workspace")
        if not self.allows(installation.team_id):
            self._give_back(installation.bot_token)
            raise NotAllowedError(f"{installation.team_id} is not in KANSLI_WORKSPACES")
        super().store_installation(request, installation)
        _log.info("installed in %s", installation.team_id)

    def _give_back(self, token: str) -> None:
        """Revoke a token that is not wanted, by which Slack takes the app out of the workspace."""
        try:
            WebClient(token, base_url=self.client.base_url, ssl=self.client.ssl).auth_revoke()
        except (SlackClientError, OSError):
            _log.warning("a token that is not wanted could not be revoked", exc_info=True)


class InstalledToken:
    """Tells Bolt which workspace a request comes from, without asking Slack about the token each time."""

    def __init__(self, installations: InstallationStore) -> None:
        self._installations = installations

    def __call__(
        self, *, enterprise_id: str | None, team_id: str | None, **_whom: object
    ) -> AuthorizeResult | None:
        """Return the workspace's bot; none when the workspace does not have the app."""
        found = self._installations.find_installation(enterprise_id=enterprise_id, team_id=team_id)
        if found is None:
            return None
        return AuthorizeResult(
            enterprise_id=found.enterprise_id,
            team_id=found.team_id,
            bot_id=found.bot_id,
            bot_user_id=found.bot_user_id,
            bot_token=found.bot_token,
            bot_scopes=found.bot_scopes,
        )


def installation_flow(
    client: WebClient,
    client_id: str,
    client_secret: str,
    scopes: list[str],
    installations: InstallationStore,
    states: OAuthStateStore,
    allows: Callable[[str], bool],
) -> InstallationFlow:
    """Return the flow; `client` is without a token, and its address tells which Slack it is."""
    settings = OAuthSettings(
        client_id=client_id,
        client_secret=client_secret,
        scopes=scopes,
        user_scopes=[],
        install_path=INSTALL_PATH,
        redirect_uri_path=REDIRECT_PATH,
        authorization_url=client.base_url.removesuffix("api/") + "oauth/v2/authorize",
        installation_store=installations,
        state_store=states,
        callback_options=CallbackOptions(success=_installed, failure=_not_installed),
    )
    settings.authorize = InstalledToken(installations)  # type: ignore[assignment]  # Bolt calls it, and asks no more
    return InstallationFlow(client=client, settings=settings, allows=allows)


def _installed(args: SuccessArgs) -> BoltResponse:
    return _page(args, 200, install_pages.installed(args.installation.team_name or ""))


def _not_installed(args: FailureArgs) -> BoltResponse:
    _log.warning("not installed: %s", args.reason, exc_info=args.error)
    if isinstance(args.error, NotAllowedError):
        return _page(args, 403, install_pages.not_installed("not_allowed", INSTALL_PATH))
    return _page(args, args.suggested_status_code, install_pages.not_installed(args.reason, INSTALL_PATH))


def _page(args: SuccessArgs | FailureArgs, status: int, html: str) -> BoltResponse:
    cookie = args.settings.state_utils.build_set_cookie_for_deletion()
    return BoltResponse(status=status, body=html, headers={**HTML, "Set-Cookie": cookie})
