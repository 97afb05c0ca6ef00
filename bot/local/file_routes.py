"""Where file contents go in and out: upload addresses, `url_private` with a token, the page's own."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.local.errors import SlackError
from bot.local.faults import FaultKind, Faults
from bot.local.files import PICTURES, File
from bot.local.workspace import Workspace

DOWNLOAD = "url_private"
"""The name by which faults are asked for when a file is downloaded."""


@dataclass
class FileRoutes:
    """Serves a file to the app by its token, and to a person by what they may see."""

    workspace: Workspace
    is_bot: Callable[[str], bool]
    scopes: Callable[[], frozenset[str]]
    faults: Faults

    def routes(self) -> list[BaseRoute]:
        """Return the routes of uploads and downloads."""
        return [
            Route("/upload/v1/{secret}", self.upload, methods=["POST"]),
            Route("/files-pri/{place}/{name}", self.private),
            Route("/files-pri/{place}/download/{name}", self.private),
            Route("/page/file/{file}", self.shown),
        ]

    async def upload(self, request: Request) -> Response:
        """Take a file's content: the body as it is, or the first file of a form."""
        content = await request.body()
        if request.headers.get("content-type", "").startswith("multipart/form-data"):
            async with request.form() as form:
                sent = [one for one in form.values() if not isinstance(one, str)]
                content = await sent[0].read() if sent else b""
        try:
            with self.workspace.changes.lock:
                file = self.workspace.files.receive(request.path_params["secret"], content)
        except SlackError as error:
            return PlainTextResponse(error.code, error.status)
        return PlainTextResponse(f"OK - {len(file.content or b'')}")

    async def private(self, request: Request) -> Response:
        """Serve a file to the app; without its token or scope Slack leads to the sign-in page instead."""
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        allowed = scheme.lower() == "bearer" and self.is_bot(token.strip())
        if not allowed or "files:read" not in self.scopes():
            return RedirectResponse(f"/?redir={quote(request.url.path)}", 302)
        fault = self.faults.next_for(DOWNLOAD)
        if fault is not None and fault.kind is FaultKind.SERVER_ERROR:
            return PlainTextResponse("error", fault.status)
        if fault is not None and fault.kind is FaultKind.RATE_LIMITED:
            return PlainTextResponse("ratelimited", 429, {"Retry-After": str(int(fault.seconds))})
        file_id = request.path_params["place"].rpartition("-")[2]
        return self._served(file_id, self.workspace.app.bot_user)

    async def shown(self, request: Request) -> Response:
        """Serve a file to the page."""
        return self._served(request.path_params["file"], request.query_params.get("user", ""))

    def _served(self, file_id: str, user: str) -> Response:
        workspace = self.workspace
        with workspace.changes.lock:
            file = workspace.files.known.get(file_id)
            if file is None or not workspace.may_see(user, file):
                return PlainTextResponse("file_not_found", 404)
        return _content(file)


def _content(file: File) -> Response:
    place = "inline" if file.mimetype in PICTURES else "attachment"
    headers = {"Content-Disposition": f"{place}; filename*=utf-8''{quote(file.name, safe='')}"}
    return Response(file.content or b"", media_type=file.mimetype, headers=headers)
