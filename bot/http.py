"""HTTP: health and metrics in both modes, Slack's signed requests in HTTP mode."""

import json
from collections.abc import Awaitable, Callable

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.adapter.starlette.handler import to_starlette_response
from slack_bolt.oauth import OAuthFlow
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

EVENTS_PATH = "/slack/events"
LARGEST_BODY = 1_000_000  # bytes; Slack's events are far smaller


def build_web(app: App | None, metrics: CollectorRegistry, is_healthy: Callable[[], bool]) -> Starlette:
    """Return the web application; with a Bolt app it takes Slack's requests."""

    async def healthz(_request: Request) -> Response:
        healthy = await run_in_threadpool(is_healthy)
        return JSONResponse({"ok": healthy}, 200 if healthy else 503)

    async def show_metrics(_request: Request) -> Response:
        return Response(generate_latest(metrics), media_type=CONTENT_TYPE_LATEST)

    async def events(request: Request) -> Response:
        return await _take(app, request) if app else Response(status_code=404)

    routes = [Route("/healthz", healthz), Route("/metrics", show_metrics)]
    if app:
        routes.append(Route(EVENTS_PATH, events, methods=["GET", "POST"]))
    if app and app.oauth_flow:
        routes += _installation(app.oauth_flow)
    return Starlette(routes=routes)


def _installation(flow: OAuthFlow) -> list[Route]:
    """Return the pages on which a workspace installs the app."""

    def page(handle: Callable[[BoltRequest], BoltResponse]) -> Callable[[Request], Awaitable[Response]]:
        async def show(request: Request) -> Response:
            asked = BoltRequest(body="", query=request.url.query, headers=dict(request.headers))
            return to_starlette_response(await run_in_threadpool(handle, asked))

        return show

    return [
        Route(flow.install_path, page(flow.handle_installation)),
        Route(flow.redirect_uri_path, page(flow.handle_callback)),
    ]


async def _take(app: App, request: Request) -> Response:
    """Hand a request to Bolt in a thread; what Bolt would stumble over is refused here."""
    body = await request.body()
    if len(body) > LARGEST_BODY:
        return JSONResponse({"error": "too large"}, 413)
    if _is_certificate_check(request, body):
        return Response()
    # slack_sdk's verifier counts with the header without asking whether it is a number, or too large a one
    stamp = request.headers.get("x-slack-request-timestamp", "")
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) < 13):
        return JSONResponse({"error": "invalid request"}, 401)
    try:
        query, headers = dict(request.query_params), dict(request.headers)
        taken = BoltRequest(body=body.decode(), query=query, headers=headers)  # type: ignore[arg-type]
    except (UnicodeDecodeError, json.JSONDecodeError, AttributeError, TypeError):
        # The last two: Bolt looks for teams and users in the body before anybody has asked whether it is an object.
        return JSONResponse({"error": "invalid request"}, 400)
    return to_starlette_response(await run_in_threadpool(app.dispatch, taken))


def _is_certificate_check(request: Request, body: bytes) -> bool:
    """Tell whether Slack only looks at our certificate, as it does now and then without signing."""
    if request.method == "GET":
        return request.query_params.get("ssl_check") == "1"
    is_form = request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded")
    return is_form and b"ssl_check=1" in body.split(b"&")
