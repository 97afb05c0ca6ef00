"""The web page and what its script asks for; live changes come as server-sent events."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.local.activity import Activity
from bot.local.change import Change
from bot.local.errors import NotDeliveredError, SlackError
from bot.local.installation import Installation
from bot.local.message import Message
from bot.local.page_view import messages_for, overview, shown_change, shown_message, shown_thread, shown_view
from bot.local.payload import Payload
from bot.local.view import View

PAGE = Path(__file__).parent / "page"
QUIET_SECONDS = 15
LARGEST_FILE = 50_000_000
Answer = TypeVar("Answer")
Handler = Callable[[str, Payload], Awaitable[Payload]]


@dataclass
class PageRoutes:
    """The page's own interface; nothing of it exists in Slack."""

    activity: Activity
    installation: Installation

    def routes(self) -> list[BaseRoute]:
        """Return the routes of the page."""
        acts: dict[str, Handler] = {
            "say": self.say,
            "edit": self.edit,
            "delete": self.delete,
            "react": self.react,
            "read": self.read,
            "join": self.join,
            "direct": self.direct,
            "click": self.click,
            "suggest": self.suggest,
            "submit": self.submit,
            "close": self.close,
            "command": self.command,
            "shortcut": self.shortcut,
            "home": self.home,
            "assistant": self.assistant,
        }
        return [
            Route("/", self.index),
            Route("/archives/{channel}/{message}", self.index),
            Mount("/static", StaticFiles(directory=PAGE)),
            Route("/page/state", self.state),
            Route("/page/messages", self.messages),
            Route("/page/changes", self.changes),
            Route("/page/upload", self.upload, methods=["POST"]),
            *(Route(f"/page/{name}", _posted(act), methods=["POST"]) for name, act in acts.items()),
        ]

    async def index(self, _request: Request) -> Response:
        """Serve the page."""
        return FileResponse(PAGE / "index.html", media_type="text/html; charset=utf-8")

    async def state(self, request: Request) -> Response:
        """Return all a user sees, messages aside."""
        workspace = self.activity.workspace
        user = request.query_params.get("user") or workspace.people[0].id
        if user not in workspace.users or workspace.users[user].is_bot:
            user = workspace.people[0].id
        with workspace.changes.lock:
            return JSONResponse(overview(workspace, user, self.installation))

    async def messages(self, request: Request) -> Response:
        """Return the messages of a conversation."""
        workspace = self.activity.workspace
        user, channel = request.query_params["user"], request.query_params["channel"]
        with workspace.changes.lock:
            return JSONResponse(messages_for(workspace, user, channel))

    async def changes(self, request: Request) -> Response:
        """Stream changes as they happen."""
        user = request.query_params["user"]
        workspace = self.activity.workspace
        loop = asyncio.get_running_loop()
        queue: asyncio.Queue[Payload] = asyncio.Queue()

        def listen(change: Change) -> None:
            shown = shown_change(workspace, user, change)
            if shown is not None and not loop.is_closed():
                loop.call_soon_threadsafe(queue.put_nowait, shown)

        unsubscribe = workspace.changes.subscribe(listen)

        async def stream() -> AsyncIterator[str]:
            try:
                yield "retry: 500\n\nevent: ready\ndata: {}\n\n"
                while True:
                    try:
                        shown = await asyncio.wait_for(queue.get(), QUIET_SECONDS)
                    except TimeoutError:
                        yield ": quiet\n\n"
                    else:
                        yield f"data: {json.dumps(shown)}\n\n"
            finally:
                unsubscribe()

        return StreamingResponse(stream(), media_type="text/event-stream")

    async def upload(self, request: Request) -> Response:
        """Take a file that a person is about to send; only its own page may post such a body."""
        workspace = self.activity.workspace
        query = request.query_params
        if request.headers.get("content-type") != "application/octet-stream":
            return JSONResponse({"error": "invalid_content_type"}, 415)
        if int(request.headers.get("content-length") or 0) > LARGEST_FILE:
            return JSONResponse({"error": "file_too_large"}, 400)
        content = await request.body()
        if not content:
            return JSONResponse({"error": "file_is_empty"}, 400)
        with workspace.changes.lock:
            user = workspace.user(query["user"]).id
            file = workspace.files.add(query["name"], user, content)
        return JSONResponse({"id": file.id, "name": file.name})

    async def say(self, user: str, sent: Payload) -> Payload:
        """Post what was typed."""
        message = self.activity.say(
            user, sent["channel"], sent["text"], sent.get("thread_ts", ""), sent.get("files") or ()
        )
        return {"message": shown_message(self.activity.workspace, message)}

    async def edit(self, user: str, sent: Payload) -> Payload:
        """Change one's own message."""
        self.activity.edit(user, sent["channel"], sent["ts"], sent["text"])
        return {}

    async def delete(self, user: str, sent: Payload) -> Payload:
        """Remove one's own message, or put away one that only oneself sees."""
        workspace = self.activity.workspace
        message = workspace.message(sent["channel"], sent["ts"])
        if message.ephemeral_for == user:
            workspace.delete(message.channel, message.ts)
        else:
            self.activity.delete(user, message.channel, message.ts)
        return {}

    async def react(self, user: str, sent: Payload) -> Payload:
        """Add a reaction, or take it back."""
        workspace = self.activity.workspace
        message = workspace.message(sent["channel"], sent["ts"])
        mine = any(item.name == sent["name"] and user in item.users for item in message.reactions)
        (workspace.unreact if mine else workspace.react)(message.channel, message.ts, sent["name"], user)
        return {}

    async def read(self, user: str, sent: Payload) -> Payload:
        """Mark a conversation as read."""
        self.activity.workspace.mark_read(user, sent["channel"])
        return {}

    async def join(self, user: str, sent: Payload) -> Payload:
        """Join a channel."""
        self.activity.workspace.join(sent["channel"], user)
        return {}

    async def direct(self, user: str, sent: Payload) -> Payload:
        """Open a direct conversation."""
        return {"channel": self.activity.workspace.direct_conversation(user, sent["with"]).id}

    async def click(self, user: str, sent: Payload) -> Payload:
        """Use a button, a menu or another element."""
        container = self._container(user, sent)
        self.activity.fill(container, sent.get("values") or {})
        await _answered(self.activity.click(user, container, sent["action_id"], sent.get("value")))
        return {}

    async def suggest(self, user: str, sent: Payload) -> Payload:
        """Return the options the app suggests for an external select."""
        container = self._container(user, sent)
        answer = await _answered(self.activity.suggest(user, container, sent["action_id"], sent["typed"]))
        groups = answer.get("option_groups") or []
        return {"options": answer.get("options") or [one for group in groups for one in group["options"]]}

    async def submit(self, user: str, sent: Payload) -> Payload:
        """Submit a modal."""
        view = self._own_view(user, sent["view_id"])
        submitted = await _answered(self.activity.submit(view, sent["values"]))
        return {"errors": submitted.errors, "view": shown_view(submitted.view)}

    async def close(self, user: str, sent: Payload) -> Payload:
        """Close a modal."""
        view = self._own_view(user, sent["view_id"])
        self.activity.close(view, everything=bool(sent.get("everything")))
        return {}

    async def command(self, user: str, sent: Payload) -> Payload:
        """Use a slash command."""
        known = {one.command for one in self.installation.commands}
        if known and sent["command"] not in known:
            raise SlackError("unknown_command")
        await _answered(
            self.activity.command(
                user, sent["command"], sent["text"], sent["channel"], sent.get("thread_ts", "")
            )
        )
        return {}

    async def shortcut(self, user: str, sent: Payload) -> Payload:
        """Use a shortcut, on a message or from anywhere."""
        if sent.get("ts"):
            message = self.activity.workspace.message(sent["channel"], sent["ts"])
            await _answered(self.activity.message_shortcut(user, message, sent["callback_id"]))
        else:
            await _answered(self.activity.global_shortcut(user, sent["callback_id"]))
        return {}

    async def home(self, user: str, sent: Payload) -> Payload:
        """Open the app's Home or Messages tab."""
        self.activity.open_home(user, sent.get("tab", "home"))
        return {}

    async def assistant(self, user: str, sent: Payload) -> Payload:
        """Start a conversation in the assistant pane, or tell it which channel is open beside it."""
        workspace = self.activity.workspace
        if sent.get("thread_ts"):
            thread = workspace.assistant_threads.get((sent["channel"], sent["thread_ts"]))
            if thread is None or thread.user != user:
                raise SlackError("thread_not_found")
            thread = self.activity.move_assistant(thread, sent.get("context_channel", ""))
        else:
            thread = self.activity.start_assistant(user, sent.get("context_channel", ""))
        return {"thread": shown_thread(workspace, thread.channel, thread.thread_ts)}

    def _container(self, user: str, sent: Payload) -> Message | View:
        if sent.get("view_id"):
            return self._own_view(user, sent["view_id"])
        message = self.activity.workspace.message(sent["channel"], sent["ts"])
        if message.ephemeral_for not in ("", user):
            raise SlackError("message_not_found")
        return message

    def _own_view(self, user: str, view_id: str) -> View:
        view = self.activity.workspace.view(view_id)
        if view.user != user:
            raise SlackError("not_found")
        return view


async def _answered(future: "Future[Answer]") -> Answer:
    return await asyncio.wrap_future(future)


def _posted(act: Handler) -> Callable[[Request], Awaitable[Response]]:
    """Wrap an act as an endpoint; a refusal is 400 with Slack's word for it, an unreachable app 504."""

    async def endpoint(request: Request) -> Response:
        if request.headers.get("content-type", "").partition(";")[0] != "application/json":
            return JSONResponse({"error": "invalid_content_type"}, 415)
        sent = await request.json()
        try:
            return JSONResponse(await act(str(sent.get("user", "")), sent))
        except SlackError as error:
            return JSONResponse({"error": error.code, **error.extra}, 400)
        except LookupError:
            return JSONResponse({"error": "invalid_arguments"}, 400)
        except NotDeliveredError as error:
            return JSONResponse({"error": "app_did_not_answer", "reason": error.reason}, 504)

    return endpoint
