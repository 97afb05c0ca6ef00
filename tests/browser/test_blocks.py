"""Every block and element that the workspace lets through is drawn, and what stands in it can be read."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from slack_sdk import WebClient

from bot.local import block_elements, block_rules
from bot.local.server import LocalWorkspace
from tests.browser.gallery import button, mrkdwn, options, plain

PICTURE = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAA"
    "AABJRU5ErkJggg=="
)
ALLMANT = "C0ALLMANT01"
CHOICES = {"options": options("Ett", "Två")}


def rich(*parts: dict[str, Any]) -> dict[str, Any]:
    return {"type": "rich_text", "elements": list(parts)}


def line(*parts: dict[str, Any]) -> dict[str, Any]:
    return {"type": "rich_text_section", "elements": list(parts)}


def words(text: str) -> dict[str, Any]:
    return {"type": "text", "text": text}


RICH = rich(
    line(words("Rik "), {"type": "usergroup", "usergroup_id": "S1"}, {"type": "broadcast", "range": "here"}),
    line(
        {"type": "date", "timestamp": 1_750_000_000, "format": "{date_long}"},
        {"type": "color", "value": "#123456"},
    ),
    {"type": "rich_text_list", "style": "bullet", "elements": [line(words("punkt"))]},
    {"type": "rich_text_quote", "elements": [words("citat")]},
    {"type": "rich_text_preformatted", "elements": [words("kod")]},
)
BLOCKS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "section": (
        {"text": mrkdwn("<!date^1750000000^Den {date}|då> gällde *det*"), "fields": [plain("fält")]},
        ["Den 15 juni 2025", "fält"],
    ),
    "divider": ({}, []),
    "header": ({"text": plain("Rubrik")}, ["Rubrik"]),
    "context": (
        {"elements": [mrkdwn("sammanhang"), {"type": "image", "image_url": PICTURE, "alt_text": "ruta"}]},
        ["sammanhang"],
    ),
    "actions": ({"elements": [button("Tryck", "press")]}, ["Tryck"]),
    "image": ({"image_url": PICTURE, "alt_text": "ruta", "title": plain("Bildtitel")}, ["Bildtitel"]),
    "input": (
        {"label": plain("Etikett"), "element": {"type": "plain_text_input", "action_id": "typed"}},
        ["Etikett"],
    ),
    "rich_text": (RICH, ["Rik", "@grupp", "@here", "söndag 15 juni 2025", "punkt", "citat", "kod"]),
    "video": (
        {
            "title": plain("Filmen"),
            "video_url": "https://film.example/1",
            "thumbnail_url": PICTURE,
            "alt_text": "film",
            "description": plain("Om mötet"),
        },
        ["Filmen", "Om mötet"],
    ),
    "markdown": (
        {"text": "## Underrubrik\n- [x] gjort\n- [ ] kvar\n\n| A | B |\n|---|---|\n| 1 | 2 |"},
        ["Underrubrik", "gjort", "kvar", "A"],
    ),
    "context_actions": (
        {"elements": [{"type": "icon_button", "icon": "trash", "text": plain("Släng"), "action_id": "bin"}]},
        ["Släng"],
    ),
    "table": (
        {"rows": [[{"type": "raw_text", "text": "Nämnd"}], [rich(line(words("cell")))]]},
        ["Nämnd", "cell"],
    ),
    "file": ({"external_id": "ext-1", "source": "remote"}, ["ext-1"]),
    "task_card": (
        {
            "task_id": "t",
            "title": "Söker",
            "status": "complete",
            "details": rich(line(words("i elva handlingar"))),
            "sources": [{"type": "url", "url": "https://a.example", "text": "Direktivet"}],
        },
        ["Söker", "(klart)", "i elva handlingar", "Direktivet"],
    ),
    "plan": (
        {"title": "Planen", "tasks": [{"task_id": "a", "title": "Läser", "status": "in_progress"}]},
        ["Planen", "Läser", "(pågår)"],
    ),
    "alert": ({"text": mrkdwn("Se *upp*"), "level": "warning"}, ["Varning", "Se upp"]),
    "card": (
        {
            "title": mrkdwn("Kort"),
            "body": mrkdwn("Brödtext"),
            "hero_image": {"type": "image", "image_url": PICTURE, "alt_text": "hjälte"},
            "actions": [button("Gör", "do")],
        },
        ["Kort", "Brödtext", "Gör"],
    ),
}
ELEMENTS: dict[str, dict[str, Any]] = {
    "overflow": CHOICES,
    "checkboxes": CHOICES,
    "radio_buttons": CHOICES,
    "static_select": CHOICES,
    "multi_static_select": CHOICES,
    "number_input": {"is_decimal_allowed": False},
    "button": {"text": plain("Knapp")},
    "workflow_button": {"text": plain("Flöde"), "workflow": {}},
    "image": {"image_url": PICTURE, "alt_text": "ruta"},
}


@pytest.fixture
def client(local: LocalWorkspace) -> WebClient:
    return WebClient(token=local.bot_token, base_url=local.api_url)


@pytest.fixture
def general(page: Page) -> Locator:
    page.locator("#sidebar").get_by_role("button", name="allmänt").click()
    return page.locator("#conversation")


@pytest.mark.parametrize("kind", sorted(block_rules._IN_MESSAGES))
def test_every_block_is_drawn(general: Locator, page: Page, client: WebClient, kind: str) -> None:
    content, texts = BLOCKS[kind]
    posted = client.chat_postMessage(channel=ALLMANT, text=kind, blocks=[{"type": kind, **content}])
    message = page.locator(f'.message[data-ts="{posted["ts"]}"]')
    expect(message).to_be_visible()
    for text in texts:
        expect(message).to_contain_text(text)
    expect(message).not_to_contain_text("visas inte här")
    results = Axe().run(page, context=f'.message[data-ts="{posted["ts"]}"]')
    assert results.violations_count == 0, results.generate_report()


def test_every_element_of_a_form_is_drawn_with_its_label(
    page: Page, local: LocalWorkspace, client: WebClient
) -> None:
    kinds = sorted(block_elements.IN_INPUT)
    blocks = [
        {
            "type": "input",
            "label": plain(f"Fält {kind}"),
            "optional": True,
            "element": {"type": kind, "action_id": kind, **ELEMENTS.get(kind, {})},
        }
        for kind in kinds
    ]
    view = {"type": "modal", "title": plain("Alla fält"), "submit": plain("Spara"), "blocks": blocks}
    client.views_open(trigger_id=local.workspace.triggers.issue("U0ANNALIND1"), view=view)
    dialog = page.get_by_role("dialog", name="Alla fält")
    for kind in kinds:
        expect(dialog.locator(f'[data-action="{kind}"]')).to_be_visible()
    expect(dialog.locator(".unknown")).to_have_count(0)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_every_element_of_a_message_is_drawn(general: Locator, page: Page, client: WebClient) -> None:
    kinds = sorted({*block_elements.IN_ACTIONS, *block_elements.ACCESSORIES})
    sections = [
        {
            "type": "section",
            "text": mrkdwn(kind),
            "accessory": {
                "type": kind,
                **({} if kind == "image" else {"action_id": kind}),
                **ELEMENTS.get(kind, {}),
            },
        }
        for kind in kinds
    ]
    posted = client.chat_postMessage(channel=ALLMANT, text="element", blocks=sections)
    message = page.locator(f'.message[data-ts="{posted["ts"]}"]')
    expect(message.locator(".accessory")).to_have_count(len(kinds))
    expect(message.locator(".accessory:empty")).to_have_count(0)
    expect(message.locator(".unknown")).to_have_count(0)


def test_a_block_of_an_unforeseen_shape_hides_nothing_else(
    general: Locator, page: Page, client: WebClient
) -> None:
    tasks = [{"task_id": "a", "title": {"type": "mrkdwn"}, "status": "pending"}]
    blocks = [
        {"type": "plan", "title": "Planen", "tasks": tasks},
        {"type": "section", "text": mrkdwn("Det syns ändå")},
    ]
    client.chat_postMessage(channel=ALLMANT, text="plan", blocks=blocks)
    expect(general).to_contain_text("Det syns ändå")


def test_a_line_that_wraps_stays_beside_its_point(general: Locator, page: Page, client: WebClient) -> None:
    text = "*Nya beslut*\n• ett &lt;b&gt; *fetare*\n• två\n```\n• kod\n```"
    posted = client.chat_postMessage(channel=ALLMANT, text=text)
    prose = page.locator(f'.message[data-ts="{posted["ts"]}"] .prose')
    expect(prose.locator(".bullet")).to_have_text(["• ett <b> fetare", "• två"])
    expect(prose.locator("br")).to_have_count(0)
    expect(prose.locator("code")).to_have_text("• kod")


def test_a_file_field_takes_only_what_it_asks_for(
    page: Page, local: LocalWorkspace, client: WebClient
) -> None:
    element = {"type": "file_input", "action_id": "file", "filetypes": ["pdf"], "max_files": 1}
    blocks = [{"type": "input", "block_id": "file", "label": plain("Handling"), "element": element}]
    view = {"type": "modal", "title": plain("Lämna"), "submit": plain("Spara"), "blocks": blocks}
    client.views_open(trigger_id=local.workspace.triggers.issue("U0ANNALIND1"), view=view)
    dialog = page.get_by_role("dialog", name="Lämna")
    dialog.get_by_label("Handling").set_input_files({"name": "fel.exe", "mimeType": "x/y", "buffer": b"x"})
    expect(page.get_by_text("Här går bara .pdf att lämna.")).to_be_visible()
    dialog.get_by_label("Handling").set_input_files(
        {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}
    )
    expect(dialog.get_by_text("plan.pdf", exact=True)).to_be_visible()
    dialog.get_by_role("button", name="Ta bort plan.pdf").click()
    dialog.get_by_role("button", name="Spara").click()
    expect(dialog.get_by_text("Fyll i det här fältet.")).to_be_visible()


def test_a_rating_still_shows_when_the_message_is_drawn_anew(
    general: Locator, page: Page, client: WebClient
) -> None:
    element = {
        "type": "feedback_buttons",
        "action_id": "feedback",
        "positive_button": {"text": plain("Rätt"), "value": "right"},
        "negative_button": {"text": plain("Fel"), "value": "wrong"},
    }
    posted = client.chat_postMessage(
        channel=ALLMANT, text="betyg", blocks=[{"type": "context_actions", "elements": [element]}]
    )
    message = page.locator(f'.message[data-ts="{posted["ts"]}"]')
    message.get_by_role("button", name="Rätt").click()
    page.locator("#sidebar").get_by_role("button", name="uppdrag").click()
    page.locator("#sidebar").get_by_role("button", name="allmänt").click()
    expect(message.get_by_role("button", name="Rätt")).to_have_attribute("aria-pressed", "true")
    expect(message.get_by_role("button", name="Fel")).to_have_attribute("aria-pressed", "false")
