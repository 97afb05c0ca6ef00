"""Take the pictures in docs/ of a demo that runs: `python -m tests.browser.screenshots http://127.0.0.1:8123/`.

The report to a board is shown as LibreOffice renders it (`soffice`).
"""

import datetime as dt
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from bot.demo_data import demo_settings
from bot.digest_files import digest_files
from bot.settings import read_settings
from bot.weekly_digest import DigestSubscription
from bot.wiring.digest import open_digest_builder
from bot.wiring.register import open_register
from knowledge.digest import Week

DOCS = Path(__file__).parents[2] / "docs"
QUESTION = "@kansli vem äger Minska hyrberoendet?"
CARD = "/uppdrag digitalt arkiv"
STATUSES = (
    "Minska hyrberoendet är gul, rekryteringen är två veckor sen",
    "Inför ett digitalt arkiv är grön, anbuden väntas den 14 december 2026",
)
SHOWN = "Rapporterat som gul"  # on the page of the report that is shown
TODAY = dt.date(2026, 11, 30)
WAIT = 30_000


def opened(browser: Browser, address: str, width: int, height: int) -> Page:
    place = {"width": width, "height": height}
    page = browser.new_context(viewport=place, locale="sv-SE", timezone_id="Europe/Stockholm").new_page()
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    return page


def kansli(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "bot", *words], check=True)


def said(page: Page, words: str) -> None:
    box = page.get_by_label("Meddelande till uppdrag", exact=True)
    box.fill(words)
    box.press("Escape")
    box.press("Enter")


def message_with(page: Page, words: str) -> Locator:
    found = page.locator("#conversation .message").filter(has_text=words).last
    expect(found).to_be_visible(timeout=WAIT)
    return found


def take_digest_and_card(browser: Browser, address: str) -> None:
    """Post the week's digest, and look an assignment up."""
    for number, status in enumerate(STATUSES):
        kansli(
            "status", "add", status, "--author", "Linnea Forsberg", "--key", f"screenshots-{number}", "--yes"
        )
    kansli("digest", "--channel", "#uppdrag", "--today", TODAY.isoformat(), "--again")
    page = opened(browser, address, 900, 2600)
    digest = message_with(page, f"Veckobrev, vecka {Week.of(TODAY).number}")
    digest.screenshot(path=DOCS / "digest.png")
    said(page, CARD)
    message_with(page, "Tidslinje").screenshot(path=DOCS / "assignment-card.png")


def take_timeline() -> None:
    """Draw the timeline that goes with the digest."""
    settings = demo_settings(read_settings())
    build = open_digest_builder(settings, open_register(settings))
    timeline = build.timeline(DigestSubscription("", ""), TODAY)
    now = dt.datetime.combine(TODAY, dt.time(8), settings.timezone)
    picture, _calendar = digest_files(timeline, Week.of(TODAY), "sv", now)
    (DOCS / "timeline.png").write_bytes(picture.content)


def take_report() -> None:
    """Write the report to a board, and show its first page beside one that tells how an assignment goes."""
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / "report.docx"
        meeting = ("--board", "RS", "--meeting", "2026-12-15", "--today", TODAY.isoformat())
        kansli("report", *meeting, "--out", str(word))
        soffice = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, str(word)]
        subprocess.run(soffice, check=True, capture_output=True)
        pages = pypdfium2.PdfDocument(word.with_suffix(".pdf"))
        told = next(page for page in pages if SHOWN in page.get_textpage().get_text_range())
        left, right = (page.render(scale=1.2).to_pil() for page in (pages[0], told))
        beside = Image.new("RGB", (left.width + right.width + 8, left.height), "#999999")
        beside.paste(left, (0, 0))
        beside.paste(right, (left.width + 8, 0))
        beside.save(DOCS / "report.png")


def take(address: str) -> None:
    """Ask one question on a wide page, then show its thread there and on a phone."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--headless", "--no-sandbox"])
        wide = opened(browser, address, 1280, 800)
        said(wide, QUESTION)
        expect(wide.locator("#panel").get_by_text("Källor")).to_be_visible(timeout=WAIT)
        wide.wait_for_timeout(500)
        wide.screenshot(path=DOCS / "screenshot.png")
        phone = opened(browser, address, 390, 844)
        phone.locator("#conversation .thread-link").last.click()
        expect(phone.locator("#panel").get_by_text("Källor")).to_be_visible(timeout=WAIT)
        phone.mouse.move(0, 0)
        phone.wait_for_timeout(500)
        phone.screenshot(path=DOCS / "screenshot-phone.png")
        take_digest_and_card(browser, address)
        browser.close()
    take_timeline()
    take_report()


if __name__ == "__main__":
    take(sys.argv[1])
