"""The Web API: tokens, scopes, limits and faults around the methods, and a log of every call."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.local.arguments import Arguments, arguments_of
from bot.local.errors import SlackError
from bot.local.faults import CallFault, FaultKind, Faults
from bot.local.method import Method, TokenKind
from bot.local.payload import Payload
from bot.local.rate_limits import RateLimits
from bot.local.workspace import Workspace

SECRETS = {"token", "client_secret", "code"}


@dataclass(frozen=True)
class Call:
    """One call of the Web API, and how it was answered; `arguments` lacks secrets."""

    method: str
    arguments: Payload
    status: int
    answer: Payload
    at: float

    @property
    def ok(self) -> bool:
        """Tell whether the call did what it asked for."""
        return bool(self.answer.get("ok"))


class DroppedConnectionError(Exception):
    """The call is done, and its connection is to be broken instead of answered."""


@dataclass(frozen=True)
class Tokens:
    """The tokens of the app: of the installation there is from the start, of the app itself, and by OAuth."""

    bot: str
    app: str
    issued: Mapping[str, frozenset[str]]

    def is_bot(self, token: str) -> bool:
        """Tell whether a token is a bot's."""
        return token == self.bot or token in self.issued


@dataclass
class WebApi:
    """Answers calls; `calls` holds all of them, oldest first."""

    workspace: Workspace
    methods: Mapping[str, Method]
    tokens: Tokens
    scopes: frozenset[str]
    faults: Faults
    limits: RateLimits
    calls: list[Call] = field(default_factory=list)

    async def answer(self, request: Request) -> Response:
        """Answer one HTTP request; raises DroppedConnectionError when the fault says so."""
        name = request.path_params["method"]
        fault = self.faults.next_for(name)
        if fault is not None and fault.kind is FaultKind.HANG:
            await asyncio.sleep(fault.seconds)
        arguments = Arguments({})
        headers: dict[str, str] = {}
        status = 200
        try:
            arguments = await arguments_of(request)
            self._refuse_by_fault(fault)
            answer = self._run(name, arguments, _token(request, arguments), headers)
        except SlackError as error:
            status, answer = error.status, {"ok": False, "error": error.code, **error.extra}
            if error.code == "ratelimited":
                headers["Retry-After"] = str(answer.pop("retry_after"))
        self._log(name, arguments, status, answer)
        if fault is not None and fault.kind is FaultKind.DROP_RESPONSE:
            raise DroppedConnectionError
        return JSONResponse(answer, status, headers)

    def _run(self, name: str, arguments: Arguments, token: str, headers: dict[str, str]) -> Payload:
        method = self.methods.get(name)
        if method is None:
            raise SlackError("unknown_method", req_method=name)
        self._check_token(method, token)
        scopes = self.tokens.issued.get(token, self.scopes)
        if self.tokens.is_bot(token):
            headers["X-OAuth-Scopes"] = ",".join(sorted(scopes))
            headers["X-Accepted-OAuth-Scopes"] = ",".join(method.scopes)
        if method.scopes and not scopes & set(method.scopes):
            provided = ",".join(sorted(scopes))
            raise SlackError("missing_scope", needed=method.scopes[0], provided=provided)
        channel = arguments.text("channel")
        if wait := self.limits.wait_before(name, channel):
            raise SlackError("ratelimited", 429, retry_after=wait)
        with self.workspace.changes.lock:
            return method.run(self.workspace, arguments)

    def _check_token(self, method: Method, token: str) -> None:
        if method.token is TokenKind.NONE:
            return
        if not token:
            raise SlackError("not_authed")
        if not self.tokens.is_bot(token) and token != self.tokens.app:
            raise SlackError("invalid_auth")
        kind = TokenKind.BOT if self.tokens.is_bot(token) else TokenKind.APP
        if method.token not in (TokenKind.ANY, kind):
            raise SlackError("not_allowed_token_type")

    def _refuse_by_fault(self, fault: CallFault | None) -> None:
        if fault is not None and fault.kind is FaultKind.RATE_LIMITED:
            raise SlackError("ratelimited", 429, retry_after=int(fault.seconds))
        if fault is not None and fault.kind is FaultKind.SERVER_ERROR:
            raise SlackError("internal_error", fault.status)

    def _log(self, name: str, arguments: Arguments, status: int, answer: Payload) -> None:
        shown = {key: value for key, value in arguments.values.items() if key not in SECRETS}
        with self.workspace.changes.lock:
            self.calls.append(Call(name, shown, status, answer, self.workspace.clock()))


def connections_open(link: Callable[[], str]) -> Method:
    """Return `apps.connections.open`, which hands out a WebSocket address."""
    return Method(
        lambda _workspace, _arguments: {"ok": True, "url": link()},
        token=TokenKind.APP,
    )


def _token(request: Request, arguments: Arguments) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and token:
        return token.strip()
    return arguments.text("token")
