"""axe finds nothing to object to, whatever is open and however wide the page is."""

import re
from collections.abc import Callable
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from bot.local.server import LocalWorkspace
from bot.views import install_pages


def ask(page: Page) -> None:
    """Ask, and wait for the answer to this question: earlier tests left theirs."""
    answers = page.locator("#conversation").get_by_role("button", name="Fler val")
    before = answers.count()
    box = page.get_by_label("Meddelande till uppdrag", exact=True)
    box.fill("@kansli direkt")
    box.press("Escape")
    box.press("Enter")
    expect(answers).to_have_count(before + 1)


def channel(page: Page) -> None:
    ask(page)


def completions(page: Page) -> None:
    page.get_by_label("Meddelande till uppdrag", exact=True).press_sequentially("@")
    expect(page.get_by_role("listbox")).to_be_visible()


def thread(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    box = page.get_by_label("Meddelande till uppdrag", exact=True)
    box.fill("@kansli hej")
    box.press("Escape")
    box.press("Enter")
    expect(page.locator("#panel").get_by_role("button", name="Spara").last).to_be_visible()


def modal(page: Page) -> None:
    ask(page)
    page.locator("#conversation").get_by_role("button", name="Öppna").last.click()
    dialog = page.get_by_role("dialog", name="Uppdatera status")
    dialog.get_by_role("button", name="Spara").click()
    expect(dialog.get_by_text("Fyll i det här fältet.").first).to_be_visible()


def assistant(page: Page) -> None:
    if page.get_by_role("button", name="Visa samtal").is_visible():
        page.get_by_role("button", name="Visa samtal").click()
    page.get_by_role("button", name="Fråga Kansli").click()
    expect(page.locator("#panel").get_by_text("Hej! Vad undrar du?")).to_be_visible()


def home(page: Page) -> None:
    if page.get_by_role("button", name="Visa samtal").is_visible():
        page.get_by_role("button", name="Visa samtal").click()
    page.locator("#sidebar").get_by_role("button", name=re.compile("^Kansli")).last.click()
    page.get_by_role("button", name="Hem").click()
    expect(page.get_by_role("heading", name="Mina uppdrag")).to_be_visible()


def menu(page: Page) -> None:
    ask(page)
    page.locator("#conversation").get_by_role("button", name="Fler val").last.click()
    expect(page.get_by_role("menu")).to_be_visible()


def files(page: Page) -> None:
    box = page.locator("#conversation input[type=file]")
    box.set_input_files([{"name": "plan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1"}])
    page.get_by_role("button", name="Skicka").first.click()
    expect(page.locator("#conversation").get_by_role("link", name="plan.pdf").last).to_be_visible()
    box.set_input_files([{"name": "bild.png", "mimeType": "image/png", "buffer": b"x"}])
    expect(page.get_by_role("button", name="Ta bort bild.png")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "light"), (1280, "dark")])
@pytest.mark.parametrize("arrive", [channel, completions, thread, modal, assistant, home, menu, files])
def test_axe_finds_nothing(
    page: Page, arrive: Callable[[Page], None], width: int, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    arrive(page)
    page.set_viewport_size({"width": width, "height": 800})
    page.wait_for_timeout(150)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize(
    "shown",
    [
        install_pages.offer("https://slack.com/oauth/v2/authorize"),
        install_pages.installed("Region Sjöland"),
        install_pages.not_installed("invalid_state", "/slack/install"),
    ],
    ids=["offer", "installed", "not installed"],
)
def test_axe_finds_nothing_on_the_pages_of_installation(page: Page, shown: str) -> None:
    page.goto("about:blank")  # where the policy of the workspace does not hold
    page.set_content(shown)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_axe_finds_nothing_on_the_page_of_consent(page: Page, local: LocalWorkspace) -> None:
    local.oauth.redirect_url = "https://kansli.exempel.example/slack/oauth_redirect"
    page.goto(f"{local.url}/oauth/v2/authorize?client_id={local.oauth.client_id}&scope=chat:write,commands")
    expect(page.get_by_role("link", name="Tillåt")).to_be_visible()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
