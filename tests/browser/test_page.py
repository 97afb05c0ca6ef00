"""A person uses the page: writes, reads answers, clicks, fills in forms, by mouse and by keyboard."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect
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


def post_with_button(local: LocalWorkspace, name: str) -> str:
    """Have the app post a message with a button; return its ts."""
    button = {
        "type": "button",
        "text": {"type": "plain_text", "text": name},
        "action_id": "ask_here",
        "value": "x",
    }
    client = WebClient(token=local.bot_token, base_url=local.api_url)
    posted = client.chat_postMessage(
        channel=CHANNEL, text="Hej!", blocks=[{"type": "actions", "elements": [button]}]
    )
    return str(posted["ts"])


def direct(local: LocalWorkspace) -> str:
    return Person(local, "U0ANNALIND1").direct_channel


def press_an_offered_question(page: Page, local: LocalWorkspace) -> None:
    """Have a question offered and press it."""
    message = post_with_button(local, "Prova att fråga")
    page.locator(f'#conversation [data-ts="{message}"]').get_by_role("button", name="Prova att fråga").click()


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


def test_a_button_stays_while_its_message_gets_a_reaction_and_a_reply(
    page: Page, local: LocalWorkspace
) -> None:
    message = post_with_button(local, "Prova att fråga")
    item = page.locator(f'#conversation [data-ts="{message}"]')
    button = item.get_by_role("button", name="Prova att fråga").element_handle()
    karim = Person(local, "U0KARIMSAL1")
    karim.react(CHANNEL, message, "tada")
    karim.say(CHANNEL, "ett svar", thread_ts=message)
    expect(item.get_by_role("button", name=re.compile("grattis"))).to_be_visible()
    expect(item.get_by_role("button", name=re.compile("1 svar"))).to_be_visible()
    assert button.evaluate("button => button.isConnected")


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
    expect(item).not_to_contain_text("oläst")


def test_what_is_new_is_marked_when_one_comes_back(page: Page, local: LocalWorkspace) -> None:
    open_conversation(page, "allmänt")
    open_conversation(page, "uppdrag")
    Person(local, "U0KARIMSAL1").say("#allmänt", "något nytt")
    expect(page).to_have_title(re.compile(r"^\(1\) uppdrag – "))
    open_conversation(page, "allmänt")
    marked = page.locator("#conversation .day.new + .message")
    expect(marked).to_contain_text("något nytt")
    expect(page).to_have_title(re.compile("^allmänt – "))
    open_conversation(page, "uppdrag")
    open_conversation(page, "allmänt")
    expect(page.locator("#conversation .day.new")).to_have_count(0)


def test_a_reply_in_ones_own_thread_is_unread_until_seen(page: Page, local: LocalWorkspace) -> None:
    open_conversation(page, "allmänt")
    box = page.get_by_label("Meddelande till allmänt", exact=True)
    box.fill("min fråga")
    box.press("Enter")
    expect(page.locator("#conversation .message").filter(has_text="min fråga")).to_be_visible()
    open_conversation(page, "uppdrag")
    karim = Person(local, "U0KARIMSAL1")
    asked = next(one.ts for one in karim.messages("#allmänt") if one.text == "min fråga")
    karim.say("#allmänt", "mitt svar", thread_ts=asked)
    item = page.locator("#sidebar").get_by_role("button", name=re.compile("allmänt"))
    expect(item).to_contain_text("1 oläst")
    open_conversation(page, "allmänt")
    expect(
        page.locator("#conversation").get_by_role("button", name=re.compile("1 svar.*nytt"))
    ).to_be_visible()
    expect(item).not_to_contain_text("oläst")


def test_an_answer_of_the_assistant_that_nobody_saw_is_told_and_found_again(
    page: Page, local: LocalWorkspace
) -> None:
    page.get_by_role("button", name="Fråga Kansli").click()
    thread(page).get_by_role("button", name="Nytt samtal").click()
    box = page.get_by_label("Fråga Kansli", exact=True)
    box.fill("en första fråga")
    box.press("Enter")
    answer = thread(page).locator(".message").filter(has_text="Regiondirektören äger uppdraget.")
    expect(answer.get_by_role("button", name="Rätt")).to_be_visible()
    page.get_by_role("button", name="Stäng sidopanelen").click()
    client = WebClient(token=local.bot_token, base_url=local.api_url)
    (asked,) = [one for one in Person(local, "U0ANNALIND1").messages(direct(local)) if "första" in one.text]
    client.chat_postMessage(channel=asked.channel, thread_ts=asked.thread_ts, text="Ett svar till")
    ask = page.get_by_role("button", name=re.compile("^Fråga Kansli"))
    expect(ask).to_contain_text("nytt svar")
    ask.click()
    expect(thread(page)).to_contain_text("en första fråga")
    expect(ask).not_to_contain_text("nytt svar")
    thread(page).get_by_role("button", name="Nytt samtal").click()
    expect(thread(page)).not_to_contain_text("en första fråga")
    thread(page).get_by_role("button", name="Tidigare").click()
    page.get_by_role("menuitem", name="en första fråga").click()
    expect(thread(page)).to_contain_text("en första fråga")


def test_a_form_that_opens_while_everything_is_loaded_stays_open(
    chromium: Browser, local: LocalWorkspace
) -> None:
    """What was loaded before the form opened, and arrives after it, is the older of the two."""
    view = {"type": "modal", "title": {"type": "plain_text", "text": "Under tiden"}, "blocks": []}
    loads = 0

    def answer_late(route: Route) -> None:
        nonlocal loads
        loads += 1
        answer = route.fetch()
        if loads == 2:  # the first is before the page listens
            local.workspace.open_view("U0ANNALIND1", view)
            page.wait_for_timeout(300)
        route.fulfill(response=answer)

    with chromium.new_context() as context:
        page = context.new_page()
        page.route("**/page/state?*", answer_late)
        page.goto(local.url)
        expect(page.get_by_role("dialog", name="Under tiden")).to_be_visible()
        page.wait_for_timeout(300)
        expect(page.get_by_role("dialog", name="Under tiden")).to_be_visible()
    local.workspace.close_views("U0ANNALIND1", everything=True)


def test_another_person_stays_in_the_place_that_stands_open(page: Page) -> None:
    open_conversation(page, "Kansli")
    page.get_by_role("button", name="Hem").click()
    expect(page.get_by_role("heading", name="Mina uppdrag")).to_be_visible()
    chosen = page.get_by_label("Du är")
    chosen.focus()
    chosen.select_option(label="Karim Saleh – Uppdragsledare")
    expect(page.locator("html")).to_have_attribute("data-ready", "Karim Saleh")
    expect(page.get_by_role("heading", name="Mina uppdrag")).to_be_visible()
    expect(chosen).to_be_focused()


def test_tells_when_the_workspace_does_not_answer(chromium: Browser) -> None:
    with LocalWorkspace() as alone:
        opened = chromium.new_context(locale="sv-SE").new_page()
        opened.goto(alone.url)
        opened.wait_for_selector("html[data-ready]")
        expect(opened.locator("#offline")).to_be_empty()
    expect(opened.locator("#offline")).to_have_text(re.compile("svarar inte"))
    with LocalWorkspace(folder=None) as again:
        again.stop()
        again.start(alone.port)
        expect(opened.locator("#offline")).to_be_empty()
    opened.context.close()


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


def test_the_focus_stays_in_a_message_that_is_drawn_anew(page: Page, local: LocalWorkspace) -> None:
    client = WebClient(token=local.bot_token, base_url=local.api_url)
    ts = post_with_button(local, "Spara läget")
    item = page.locator(f'#conversation [data-ts="{ts}"]')
    item.get_by_role("button", name="Spara läget").focus()
    shown = local.workspace.message(CHANNEL, ts).blocks
    section = {"type": "section", "text": {"type": "mrkdwn", "text": "Nu är det gult"}}
    client.chat_update(channel=CHANNEL, ts=ts, text="Nu är det gult", blocks=[section, *shown])
    expect(item).to_contain_text("Nu är det gult")
    expect(item.get_by_role("button", name="Spara läget")).to_be_focused()
    expect(page.locator("#announcer")).to_have_text("Kansli i uppdrag: Nu är det gult")
    client.chat_update(channel=CHANNEL, ts=ts, text="Sparat", blocks=[section])
    expect(item.get_by_role("button", name="Spara läget")).to_have_count(0)
    expect(item.locator("article")).to_be_focused()
    client.chat_delete(channel=CHANNEL, ts=ts)
    expect(page.locator("#conversation .scroller")).to_be_focused()


def test_the_focus_stays_in_a_home_that_is_published_anew(page: Page, local: LocalWorkspace) -> None:
    client = WebClient(token=local.bot_token, base_url=local.api_url)
    open_conversation(page, "Kansli")
    page.get_by_role("button", name="Hem").click()
    page.get_by_role("button", name="Uppdatera").focus()
    blocks = local.workspace.homes["U0ANNALIND1"].blocks
    section = {"type": "section", "text": {"type": "mrkdwn", "text": "Läget är sparat"}}
    client.views_publish(user_id="U0ANNALIND1", view={"type": "home", "blocks": [section, *blocks]})
    expect(page.locator(".home")).to_contain_text("Läget är sparat")
    expect(page.get_by_role("button", name="Uppdatera")).to_be_focused()


def test_closing_what_lies_on_top_gives_the_focus_back(page: Page) -> None:
    answers = page.locator("#conversation").get_by_role("button", name="Fler val")
    before = answers.count()
    write(page, "@kansli direkt")
    expect(answers).to_have_count(before + 1)
    opener = page.locator("#conversation").get_by_role("button", name="Öppna").last
    opener.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Uppdatera status")
    expect(dialog.get_by_label("Hur går det?")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()
    more = page.locator("#conversation").get_by_role("button", name="Fler val").last
    more.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem", name="Bevaka")).to_be_focused()
    page.keyboard.press("Escape")
    expect(more).to_be_focused()
    reply = page.locator("#conversation").get_by_role("button", name=re.compile("Svara i tråd")).last
    reply.focus()
    page.keyboard.press("Enter")
    expect(thread(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(thread(page)).to_be_hidden()
    expect(reply).to_be_focused()


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


def test_a_file_is_attached_sent_and_shown(page: Page, local: LocalWorkspace) -> None:
    picture = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
        "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
    )
    page.locator("#conversation input[type=file]").set_input_files(
        [
            {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1"},
            {"name": "bild.png", "mimeType": "image/png", "buffer": picture},
            {"name": "fel.txt", "mimeType": "text/plain", "buffer": b"fel"},
        ]
    )
    page.get_by_role("button", name="Ta bort fel.txt").click()
    write(page, "två filer")
    message = page.locator("#conversation .message").filter(has_text="två filer")
    expect(message.get_by_role("link", name="plan.pdf")).to_contain_text("PDF, 6 byte")
    expect(message.get_by_role("img", name="bild.png")).to_be_visible()
    expect(message).not_to_contain_text("fel.txt")
    assert len(Person(local, "U0KARIMSAL1").messages(CHANNEL)[-1].files) == 2
