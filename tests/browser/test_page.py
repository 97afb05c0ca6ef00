"""A person uses the page: writes, reads answers, clicks, fills in forms, by mouse and by keyboard."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect
from slack_sdk import WebClient

from bot.local.person import Person
from bot.local.server import LocalWorkspace

CHANNEL = "C0UPPDRAG01"


def write(page: Page, text: str, box: str = "Meddelande till uppdrag") -> None:
    field = page.get_by_label(box, exact=True)
    field.fill(text)
    field.press("Escape")
    field.press("Enter")


def thread(page: Page) -> Locator:
    return page.locator("#panel")


def open_conversation(page: Page, name: str) -> None:
    page.locator("#sidebar [data-conversation]").filter(has_text=name).click()
    expect(page.locator("#conversation-name")).to_contain_text(name)


def test_says_that_nothing_goes_to_slack(page: Page) -> None:
    expect(page.get_by_text("Lokal arbetsyta – inget skickas till Slack").first).to_be_visible()
    for name in ("allmänt", "uppdrag", "Kansli"):
        expect(page.locator("#sidebar").get_by_role("button", name=name).last).to_be_visible()


def test_a_question_is_answered_in_its_thread_beside_it(page: Page) -> None:
    box = page.get_by_label("Meddelande till uppdrag", exact=True)
    box.press_sequentially("@kan")
    expect(page.get_by_role("option", name="@kansli app")).to_be_visible()
    box.press("Enter")
    box.press_sequentially("vem äger Minska hyrberoendet?")
    box.press("Enter")
    answer = thread(page).locator(".message").filter(has_text="Regiondirektören").first
    expect(answer).to_be_visible()
    expect(answer.get_by_role("link", name="Protokoll")).to_have_attribute("href", "https://exempel.example")
    expect(answer.get_by_role("table").first).to_contain_text("4,2 %")
    expect(page.locator("#conversation").get_by_role("button", name=re.compile("2 svar"))).to_be_visible()
    expect(box).to_be_focused()


def press_an_offered_question(page: Page, local: LocalWorkspace) -> None:
    """Have a question offered and press it, once its own message has come (earlier tests left theirs)."""
    offers = page.locator("#conversation").get_by_role("button", name="Prova att fråga")
    before = offers.count()
    button = {
        "type": "button",
        "text": {"type": "plain_text", "text": "Prova att fråga"},
        "action_id": "ask_here",
        "value": "x",
    }
    WebClient(token=local.bot_token, base_url=local.api_url).chat_postMessage(
        channel=CHANNEL, text="Hej!", blocks=[{"type": "actions", "elements": [button]}]
    )
    expect(offers).to_have_count(before + 1)
    offers.last.click()


def test_a_button_opens_the_thread_of_its_reply(page: Page, local: LocalWorkspace) -> None:
    press_an_offered_question(page, local)
    expect(thread(page).get_by_text("Frågan är besvarad i tråden.")).to_be_visible()


def test_a_phone_offers_to_open_the_thread_of_the_reply(page: Page, local: LocalWorkspace) -> None:
    page.set_viewport_size({"width": 390, "height": 780})
    press_an_offered_question(page, local)
    opener = page.get_by_role("button", name="Öppna tråden")
    expect(opener).to_be_visible()
    expect(thread(page)).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    opener.press("Enter")
    expect(thread(page).get_by_text("Frågan är besvarad i tråden.")).to_be_visible()
    expect(opener).to_have_count(0)


def test_a_reply_to_somebody_else_leaves_the_threads_closed(page: Page, local: LocalWorkspace) -> None:
    client = WebClient(token=local.bot_token, base_url=local.api_url)
    posted = client.chat_postMessage(channel=CHANNEL, text="En fråga från en annan")
    client.chat_postMessage(channel=CHANNEL, text="Svar till en annan", thread_ts=posted["ts"])
    expect(
        page.locator("#conversation").get_by_role("button", name=re.compile("1 svar")).last
    ).to_be_visible()
    expect(thread(page)).to_be_hidden()


def test_one_sees_what_one_writes_and_the_beginning_of_a_long_answer(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 420})
    write(page, "@kansli direkt")
    header = page.locator("#conversation").get_by_role("heading", name="Minska hyrberoendet").last
    expect(header).to_be_attached()
    write(page, "tack så mycket")
    expect(page.locator("#conversation .message").filter(has_text="tack så mycket").last).to_be_in_viewport()
    write(page, "@kansli en gång till")
    question = page.locator("#conversation .message").filter(has_text="en gång till").last
    expect(thread(page).get_by_role("button", name="Spara").last).to_be_attached()
    expect(question).to_be_in_viewport()


def test_markup_in_a_message_stays_text(page: Page, local: LocalWorkspace) -> None:
    text = '<img src=x onerror="document.title=1"> <script>alert(1)</script> [a](javascript:alert(1))'
    Person(local, "U0KARIMSAL1").say(CHANNEL, text)
    message = page.locator("#conversation .message").filter(has_text="onerror")
    expect(message).to_contain_text(text)
    assert message.locator("img:not(.avatar), script").count() == 0
    assert page.locator('a[href^="javascript"]').count() == 0


def test_shift_enter_is_a_new_line(page: Page) -> None:
    box = page.get_by_label("Meddelande till uppdrag", exact=True)
    box.press_sequentially("rad ett")
    box.press("Shift+Enter")
    box.press_sequentially("rad två")
    box.press("Enter")
    expect(page.locator("#conversation .message").last.locator(".prose br")).to_have_count(1)
    expect(box).to_have_value("")


def test_buttons_menus_and_dates_answer_only_the_one_who_clicked(page: Page, local: LocalWorkspace) -> None:
    write(page, "@kansli hej")
    panel = thread(page)
    panel.get_by_role("button", name="Spara").click()
    said = page.locator(".message.ephemeral")
    expect(said.filter(has_text="Valt: save save")).to_contain_text("Bara du ser det här")
    panel.get_by_label("Läge").select_option("gul")
    expect(said.filter(has_text="Valt: pick gul")).to_be_visible()
    panel.get_by_label("Datum").fill("2025-05-01")
    expect(said.filter(has_text="Valt: day 2025-05-01")).to_be_visible()
    panel.get_by_role("button", name="Fler val").click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(said.filter(has_text="Valt: more dela")).to_be_visible()
    panel.get_by_role("button", name="Rätt").click()
    expect(said.filter(has_text="Valt: feedback right")).to_be_visible()
    karim = Person(local, "U0KARIMSAL1")
    assert not any("Valt:" in message.text for message in karim.messages(CHANNEL))


def test_a_dangerous_button_asks_first(page: Page) -> None:
    write(page, "@kansli hej")
    remove = thread(page).get_by_role("button", name="Ta bort")
    remove.click()
    dialog = page.get_by_role("dialog", name="Säker?")
    dialog.get_by_role("button", name="Nej").click()
    remove.click()
    dialog.get_by_role("button", name="Ja, ta bort").click()
    expect(page.locator(".message.ephemeral").filter(has_text="Valt: remove remove")).to_have_count(1)


def test_a_form_shows_its_errors_and_is_saved(page: Page) -> None:
    write(page, "/status hyrberoendet")
    form = page.get_by_role("dialog", name="Uppdatera status")
    expect(form).to_contain_text("Du skrev: hyrberoendet")
    form.get_by_role("button", name="Spara").click()
    text = form.get_by_label("Hur går det?")
    expect(text).to_have_accessible_description(re.compile("Fyll i det här fältet"))
    expect(text).to_be_focused()
    text.fill("nej")
    form.get_by_label("Gul").check()
    form.get_by_role("button", name="Spara").click()
    expect(text).to_have_accessible_description(re.compile("Skriv minst fem tecken"))
    text.fill("Två veckor sen")
    form.get_by_label("Uppdrag (valfritt)").press_sequentially("hyr")
    form.get_by_role("button", name="Minska hyrberoendet").click()
    form.get_by_role("button", name="Spara").click()
    expect(form).not_to_be_visible()
    saved = page.locator(".message.ephemeral").filter(has_text="Sparat: Två veckor sen")
    expect(saved).to_contain_text("(gul, minska hyrberoendet)")


def test_commands_are_completed(page: Page) -> None:
    box = page.get_by_label("Meddelande till uppdrag", exact=True)
    box.press_sequentially("/st")
    expect(page.get_by_role("listbox").get_by_role("option")).to_have_count(1)
    box.press("Tab")
    expect(box).to_have_value("/status ")


def test_a_shortcut_is_used_from_the_box(page: Page) -> None:
    box = page.get_by_label("Meddelande till uppdrag", exact=True)
    box.press_sequentially("/rapp")
    box.press("Enter")
    expect(page.get_by_role("dialog", name="Uppdatera status")).to_contain_text("Genväg")
    expect(box).to_have_value("")


def test_a_shortcut_on_a_message_opens_its_form(page: Page) -> None:
    write(page, "rekryteringen är sen")
    message = page.locator("#conversation .message").filter(has_text="rekryteringen är sen").last
    message.hover()
    message.get_by_role("button", name=re.compile("Fler åtgärder")).click()
    page.get_by_role("menuitem", name="Spara som status").click()
    form = page.get_by_role("dialog", name="Uppdatera status")
    expect(form).to_contain_text("Ur meddelandet")
    page.keyboard.press("Escape")
    expect(form).not_to_be_visible()


def test_ones_own_message_is_edited_and_deleted(page: Page) -> None:
    write(page, "stavfell")
    message = page.locator("#conversation .message").filter(has_text="stavfel").last
    message.hover()
    message.get_by_role("button", name=re.compile("Fler åtgärder")).click()
    page.get_by_role("menuitem", name="Ändra").click()
    page.get_by_label("Ändra meddelandet").fill("stavfel")
    page.locator(".edit").get_by_role("button", name="Spara").click()
    expect(page.locator("#conversation .message").filter(has_text="stavfel")).to_contain_text(
        "stavfel (redigerat)"
    )
    message = page.locator("#conversation .message").filter(has_text="stavfel").last
    message.hover()
    message.get_by_role("button", name=re.compile("Fler åtgärder")).click()
    page.get_by_role("menuitem", name="Ta bort").click()
    page.get_by_role("dialog").get_by_role("button", name="Ta bort").click()
    expect(page.get_by_text("stavfel (redigerat)")).to_have_count(0)


def test_the_assistant_greets_suggests_and_streams(page: Page) -> None:
    page.get_by_role("button", name="Fråga Kansli").click()
    panel = thread(page)
    expect(panel).to_contain_text("Hej! Vad undrar du?")
    panel.get_by_role("button", name="Vem äger Minska hyrberoendet?").click()
    answer = panel.locator(".message").filter(has_text="Regiondirektören äger uppdraget.")
    expect(answer).to_be_visible()
    expect(answer.locator("strong").filter(has_text="Regiondirektören")).to_be_visible()
    expect(answer.get_by_role("button", name="Rätt")).to_be_visible()
    expect(panel.get_by_role("button", name="När är nästa beslutspunkt?")).to_have_count(0)


def test_home_shows_what_the_app_published(page: Page) -> None:
    open_conversation(page, "Kansli")
    page.get_by_role("button", name="Hem").click()
    expect(page.get_by_role("heading", name="Mina uppdrag")).to_be_visible()
    page.get_by_role("button", name="Uppdatera").click()
    expect(page.get_by_role("dialog", name="Uppdatera status")).to_be_visible()


def test_unread_messages_are_counted_until_read(page: Page, local: LocalWorkspace) -> None:
    karim = Person(local, "U0KARIMSAL1")
    karim.say("#allmänt", "ett")
    karim.say("#allmänt", "två")
    item = page.locator("#sidebar").get_by_role("button", name=re.compile("allmänt"))
    expect(item).to_contain_text("2 olästa")
    open_conversation(page, "allmänt")
    expect(item).not_to_contain_text("olästa")


def test_one_can_be_somebody_else(page: Page) -> None:
    page.get_by_label("Du är").select_option(label="Mia Berg – Konsult (gäst)")
    expect(page.locator("html")).to_have_attribute("data-ready", "Mia Berg")
    write(page, "hej från gästen")
    message = page.locator("#conversation .message").filter(has_text="hej från gästen")
    expect(message).to_contain_text("Mia Berg")
    expect(message).to_contain_text("gäst")


def test_usable_by_keyboard_alone(page: Page) -> None:
    page.keyboard.press("Tab")
    page.evaluate("document.activeElement.blur(); document.body.focus()")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Meddelande till uppdrag", exact=True).focus()
    page.keyboard.type("@kansli hej")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    save = thread(page).get_by_role("button", name="Spara")
    save.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".message.ephemeral").filter(has_text="Valt: save save").last).to_be_visible()
    page.get_by_role("button", name="Stäng sidopanelen").focus()
    page.keyboard.press("Escape")
    expect(thread(page)).to_be_hidden()


def test_nothing_is_fetched_from_elsewhere(page: Page, local: LocalWorkspace) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    write(page, "@kansli hej")
    expect(thread(page).get_by_text("Bild: En blå ruta")).to_be_visible()
    page.reload()
    page.wait_for_selector("html[data-ready]")
    hosts = {urlsplit(url).netloc for url in asked if not url.startswith("data:")}
    assert hosts == {f"127.0.0.1:{local.port}"}


@pytest.mark.parametrize("width", [390, 320])
def test_fits_a_phone(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 780})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Visa samtal").click()
    page.locator("#sidebar").get_by_role("button", name=re.compile("Kansli")).last.click()
    expect(page.locator("#conversation-name")).to_contain_text("Kansli")
    write(page, "hej", "Meddelande till Kansli")
    link = page.locator("#conversation").get_by_role("button", name=re.compile("svar")).last
    link.click()
    expect(thread(page).get_by_text("äger uppdraget.").last).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
