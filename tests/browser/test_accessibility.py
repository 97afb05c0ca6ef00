"""axe finds nothing to object to, whatever is open and however wide the page is."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect


def ask(page: Page) -> None:
    box = page.get_by_label("Meddelande till uppdrag", exact=True)
    box.fill("@kansli direkt")
    box.press("Escape")
    box.press("Enter")
    expect(page.locator("#conversation").get_by_role("button", name="Spara").last).to_be_visible()


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


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("arrive", [channel, completions, thread, modal, assistant, home, menu])
def test_axe_finds_nothing(page: Page, arrive: Callable[[Page], None], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    arrive(page)
    page.set_viewport_size({"width": width, "height": 800})
    page.wait_for_timeout(150)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
