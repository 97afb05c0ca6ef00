"""A local workspace with the gallery app, and a page in the system's Chromium."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.local.server import LocalWorkspace
from tests.browser.gallery import gallery_app

expect.set_options(timeout=15_000)  # machines that run tests are shared

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = next(
        (
            found
            for name in ("chromium", "chromium-browser", "google-chrome")
            if (found := shutil.which(name))
        ),
        None,
    )
    if path is None:
        pytest.skip("no chromium on this machine: install the chromium package to run the browser tests")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def local() -> Iterator[LocalWorkspace]:
    with LocalWorkspace() as workspace:
        client = WebClient(token=workspace.bot_token, base_url=workspace.api_url)
        handler = SocketModeHandler(gallery_app(workspace, client), workspace.app_token)
        handler.connect()
        assert workspace.wait_for_connection()
        yield workspace
        handler.client.auto_reconnect_enabled = False
        workspace.drop_sockets()
        workspace.workspace.changes.wait_until(
            lambda: not handler.client.is_connected() or None, 4, poll=0.01
        )
        handler.close()


@pytest.fixture
def page(chromium: Browser, local: LocalWorkspace) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="sv-SE")
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    opened.goto(local.url)
    opened.wait_for_selector("html[data-ready]")
    yield opened
    context.close()
    for person in local.workspace.people:
        local.workspace.close_views(person.id, everything=True)
    assert errors == [] or all("400" in error or "504" in error for error in errors)
