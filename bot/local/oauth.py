"""OAuth: the page on which an administrator lets the app in, and the token that the app then fetches."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.local.arguments import Arguments
from bot.local.errors import SlackError
from bot.local.method import Method, TokenKind
from bot.local.payload import Payload
from bot.local.workspace import Workspace

AUTHORIZE = "/oauth/v2/authorize"
CODE_SECONDS = 600

PAGE = """<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="/static/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/style.css">
</head>
<body class="consent">
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


@dataclass(frozen=True)
class _Code:
    """What a code stands for, until it is used or too old."""

    user: str
    scopes: frozenset[str]
    redirect_uri: str
    expires: float


@dataclass
class OAuth:
    """Installations by OAuth; `issued` holds each token with its scopes, until the app is uninstalled.

    `redirect_url` is the address that the app's manifest names; `send` delivers an event to the app.
    """

    workspace: Workspace
    send: Callable[[Payload], None]
    client_id: str = ""
    client_secret: str = field(default_factory=lambda: secrets.token_hex(16))
    redirect_url: str = ""
    issued: dict[str, frozenset[str]] = field(default_factory=dict)
    _codes: dict[str, _Code] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the app's id as Slack makes it: of two numbers."""
        self.client_id = self.client_id or f"{secrets.randbelow(10**12)}.{secrets.randbelow(10**12)}"

    def routes(self) -> list[BaseRoute]:
        """Return the routes of the page."""
        return [
            Route(AUTHORIZE, self.ask),
            Route(f"{AUTHORIZE}/allow", self.allow),
            Route(f"{AUTHORIZE}/deny", self.deny),
        ]

    def method(self) -> Method:
        """Return `oauth.v2.access`."""
        return Method(lambda _workspace, arguments: self._access(arguments), token=TokenKind.NONE)

    async def ask(self, request: Request) -> Response:
        """Show what the app asks for, and ask whether it may."""
        if problem := self._problem(request):
            body = f"<p>Länken fungerar inte: <code>{escape(problem)}</code>.</p>"
            return HTMLResponse(PAGE.format(title="Appen kan inte installeras", body=body), 400)
        app, team = escape(self.workspace.app.name), escape(self.workspace.team.name)
        scopes = "".join(f"<li><code>{escape(scope)}</code></li>" for scope in sorted(_scopes(request)))
        query = escape(request.url.query)
        body = (
            f"<p>{app} ber om de här behörigheterna:</p><ul>{scopes}</ul>"
            f'<p class="actions"><a class="button primary" href="{AUTHORIZE}/allow?{query}">Tillåt</a> '
            f'<a class="button" href="{AUTHORIZE}/deny?{query}">Avbryt</a></p>'
        )
        return HTMLResponse(PAGE.format(title=f"{app} vill få tillgång till {team}", body=body))

    async def allow(self, request: Request) -> Response:
        """Send the browser back to the app with a code."""
        if self._problem(request):
            return await self.ask(request)
        code = f"{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        installer = next(user.id for user in self.workspace.users.values() if user.is_admin)
        redirect_uri = request.query_params.get("redirect_uri", "")
        expires = self.workspace.clock() + CODE_SECONDS
        self._codes[code] = _Code(installer, _scopes(request), redirect_uri, expires)
        return self._back(request, code=code)

    async def deny(self, request: Request) -> Response:
        """Send the browser back to the app without one."""
        return (
            await self.ask(request) if self._problem(request) else self._back(request, error="access_denied")
        )

    def uninstall(self) -> None:
        """Take the app away: its tokens no longer work, and it is told."""
        self.issued.clear()
        tokens = {"oauth": [], "bot": [self.workspace.app.bot_user]}
        self.send({"type": "tokens_revoked", "tokens": tokens, "event_ts": f"{self.workspace.clock():.6f}"})
        self.send({"type": "app_uninstalled"})

    def _problem(self, request: Request) -> str:
        """Return why the app may not be installed by this address."""
        given = request.query_params
        if given.get("client_id") != self.client_id:
            return "invalid_client_id"
        if not _scopes(request):
            return "invalid_scope"
        if not self.redirect_url or given.get("redirect_uri", self.redirect_url) != self.redirect_url:
            return "bad_redirect_uri"
        return ""

    def _back(self, request: Request, **told: str) -> Response:
        query = urlencode({**told, "state": request.query_params.get("state", "")})
        return RedirectResponse(f"{self.redirect_url}?{query}", 302)

    def _access(self, arguments: Arguments) -> Payload:
        if arguments.text("client_id") != self.client_id:
            raise SlackError("invalid_client_id")
        if not secrets.compare_digest(arguments.text("client_secret"), self.client_secret):
            raise SlackError("bad_client_secret")
        code = self._codes.pop(arguments.text("code"), None)
        if code is None or code.expires <= self.workspace.clock():
            raise SlackError("invalid_code")
        if arguments.text("redirect_uri") != code.redirect_uri:
            raise SlackError("bad_redirect_uri")
        token = "xoxb-lokal-" + secrets.token_hex(12)
        self.issued[token] = code.scopes
        return {
            "ok": True,
            "app_id": self.workspace.app.id,
            "authed_user": {"id": code.user},
            "scope": ",".join(sorted(code.scopes)),
            "token_type": "bot",
            "access_token": token,
            "bot_user_id": self.workspace.app.bot_user,
            "team": {"id": self.workspace.team.id, "name": self.workspace.team.name},
            "enterprise": None,
            "is_enterprise_install": False,
        }


def _scopes(request: Request) -> frozenset[str]:
    return frozenset(scope for scope in request.query_params.get("scope", "").split(",") if scope)
