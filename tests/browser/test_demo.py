"""What `make run` starts, as a newcomer sees it: the real bot, the sample documents, the page."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

WAIT = 30_000  # milliseconds, on a shared machine


@pytest.fixture(scope="module")
def demo_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("demo")
    environment = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("KANSLI_", "SLACK_", "OPENAI_"))
    }
    demo = subprocess.Popen(
        [sys.executable, "-m", "bot", "demo", "--port", "0"],
        env={**environment, "KANSLI_DATA_DIR": str(folder)},
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert demo.stdout is not None
    told = demo.stdout.readline()
    address = re.fullmatch(r"Open (http://127\.0\.0\.1:\d+/)\n", told)
    assert address, told
    yield address[1]
    demo.send_signal(signal.SIGTERM)
    assert demo.wait(timeout=30) == 0


@pytest.fixture
def page(chromium: Browser, demo_url: str) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="sv-SE")
    opened = context.new_page()
    opened.goto(demo_url)
    opened.wait_for_selector("html[data-ready]")
    yield opened
    context.close()


def ask(page: Page, words: str) -> None:
    box = page.get_by_label("Meddelande till uppdrag", exact=True)
    box.fill(words)
    box.press("Enter")


def test_a_question_on_the_page_is_answered_with_its_source(page: Page) -> None:
    ask(page, "@kansli Vem leder uppdraget Minska hyrberoendet?")
    answer = page.locator(".message").filter(has_text="Linnea Forsberg").first
    expect(answer).to_be_visible(timeout=WAIT)
    expect(answer).to_contain_text("Uppdragsledare")
    expect(answer.get_by_role("button", name=re.compile("Visa källa")).first).to_be_visible()


def test_what_no_document_says_is_not_answered(page: Page) -> None:
    ask(page, "@kansli Vad beslutade regionstyrelsen om parkeringsavgifterna i Klarvik?")
    expect(page.get_by_text("Det framgår inte av de dokument jag har läst").first).to_be_visible(timeout=WAIT)


def test_a_status_becomes_a_row_and_then_an_answer(page: Page) -> None:
    ask(page, "@kansli status: Minska hyrberoendet är gul, rekryteringen två veckor sen")
    save = page.get_by_role("button", name=re.compile("^Spara")).last
    expect(save).to_be_visible(timeout=WAIT)
    save.click()
    expect(page.get_by_text(re.compile("[Ss]parat|Sparad")).first).to_be_visible(timeout=WAIT)
    ask(page, "@kansli vad är läget för hyrberoendet?")
    expect(page.get_by_text(re.compile(r"hyrberoendet är gul enligt")).first).to_be_visible(timeout=WAIT)
