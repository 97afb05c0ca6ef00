"""A Bolt app that shows every kind of block and element, and answers to each."""

from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.local.server import LocalWorkspace


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text}


def options(*texts: str) -> list[dict[str, Any]]:
    return [{"text": plain(text), "value": text.lower()} for text in texts]


def button(text: str, action_id: str, **more: Any) -> dict[str, Any]:
    return {"type": "button", "text": plain(text), "action_id": action_id, "value": action_id, **more}


MARKUP = (
    "*Fetstil*, _kursiv_, ~struken~, `kod` och <https://exempel.example/a?b=1&amp;c=2|en länk> :white_check_mark:\n"
    "&lt;b&gt;inte fet&lt;/b&gt; <@U0ANNALIND1> <#C0ALLMANT01|allmänt>\n&gt; Ett citat ur protokollet"
)


def answer_blocks() -> list[dict[str, Any]]:
    """Return a message with the blocks an answer is made of."""
    return [
        {"type": "header", "text": plain("Minska hyrberoendet")},
        {"type": "section", "text": mrkdwn(MARKUP), "accessory": button("Öppna", "open_form")},
        {
            "type": "section",
            "fields": [
                mrkdwn("*Ägare*\nRegiondirektören"),
                mrkdwn("*Nästa beslutspunkt*\nBP2, 14 mars 2025"),
            ],
        },
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_section",
                    "elements": [
                        {"type": "text", "text": "Rik text ", "style": {"bold": True}},
                        {"type": "user", "user_id": "U0KARIMSAL1"},
                        {"type": "emoji", "name": "tada"},
                    ],
                },
                {
                    "type": "rich_text_list",
                    "style": "ordered",
                    "elements": [
                        {"type": "rich_text_section", "elements": [{"type": "text", "text": "Först"}]},
                        {"type": "rich_text_section", "elements": [{"type": "text", "text": "Sedan"}]},
                    ],
                },
                {"type": "rich_text_quote", "elements": [{"type": "text", "text": "Citerat"}]},
                {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "SELECT 1;"}]},
            ],
        },
        {"type": "divider"},
        {
            "type": "table",
            "rows": [
                [{"type": "raw_text", "text": "Indikator"}, {"type": "raw_text", "text": "Utfall"}],
                [{"type": "raw_text", "text": "Hyrkostnad"}, {"type": "raw_text", "text": "4,2 %"}],
            ],
            "column_settings": [{"align": "left"}, {"align": "right"}],
        },
        {
            "type": "markdown",
            "text": "### Källor\n\n1. **Nämndplan** s. 4\n2. [Protokoll](https://exempel.example) § 12\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n> citat\n\n```\nkod <b>\n```",
        },
        {"type": "context", "elements": [mrkdwn("Källa: Regionstyrelsens plan, s. 4 · 2024-12-17")]},
        {
            "type": "image",
            "alt_text": "En blå ruta",
            "image_url": "https://exempel.example/bild.png",
        },
    ]


def action_blocks() -> list[dict[str, Any]]:
    """Return a message with the elements a reader can act on."""
    confirm = {
        "title": plain("Säker?"),
        "text": mrkdwn("Det *går inte* att ångra."),
        "confirm": plain("Ja, ta bort"),
        "deny": plain("Nej"),
    }
    return [
        {
            "type": "actions",
            "block_id": "actions",
            "elements": [
                button("Spara", "save", style="primary"),
                button("Ta bort", "remove", style="danger", confirm=confirm),
                {
                    "type": "static_select",
                    "action_id": "pick",
                    "placeholder": plain("Läge"),
                    "options": options("Grön", "Gul"),
                },
                {
                    "type": "datepicker",
                    "action_id": "day",
                    "placeholder": plain("Datum"),
                    "initial_date": "2025-03-14",
                },
                {"type": "users_select", "action_id": "who", "placeholder": plain("Ansvarig")},
                {"type": "overflow", "action_id": "more", "options": options("Bevaka", "Dela")},
            ],
        },
        {
            "type": "context_actions",
            "elements": [
                {
                    "type": "feedback_buttons",
                    "action_id": "feedback",
                    "positive_button": {"text": plain("Rätt"), "value": "right"},
                    "negative_button": {"text": plain("Fel"), "value": "wrong"},
                }
            ],
        },
    ]


def form(extra: str = "") -> dict[str, Any]:
    """Return a modal with every kind of field."""

    def field(block_id: str, label: str, element: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {
            "type": "input",
            "block_id": block_id,
            "label": plain(label),
            "element": {"action_id": block_id, **element},
            **more,
        }

    blocks = [
        field(
            "text",
            "Hur går det?",
            {"type": "plain_text_input", "multiline": True},
            hint=plain("En mening räcker."),
        ),
        field("state", "Läge", {"type": "radio_buttons", "options": options("Grön", "Gul", "Röd")}),
        field("day", "Klart", {"type": "datepicker"}, optional=True),
        field("time", "Klockan", {"type": "timepicker"}, optional=True),
        field(
            "boards",
            "Nämnder",
            {"type": "multi_static_select", "options": options("Regionstyrelsen", "Vårdnämnden")},
            optional=True,
        ),
        field(
            "tags", "Gäller", {"type": "checkboxes", "options": options("Ekonomi", "Personal")}, optional=True
        ),
        field("who", "Ansvarig", {"type": "users_select"}, optional=True),
        field("where", "Kanal", {"type": "channels_select"}, optional=True),
        field(
            "count", "Antal veckor sen", {"type": "number_input", "is_decimal_allowed": False}, optional=True
        ),
        field("assignment", "Uppdrag", {"type": "external_select", "min_query_length": 1}, optional=True),
    ]
    if extra:
        blocks.insert(0, {"type": "section", "block_id": "extra", "text": mrkdwn(extra)})
    return {
        "type": "modal",
        "callback_id": "gallery_form",
        "title": plain("Uppdatera status"),
        "submit": plain("Spara"),
        "close": plain("Avbryt"),
        "blocks": blocks,
    }


def gallery_app(local: LocalWorkspace, client: WebClient) -> App:
    """Return the app."""
    app = App(client=client, signing_secret=local.signing_secret)

    @app.event("app_mention")
    def on_mention(event: dict[str, Any], say: Any) -> None:
        thread_ts = event.get("thread_ts") or event["ts"]
        if "direkt" in event["text"]:
            say(text="Svar i kanalen", blocks=answer_blocks())
            say(text="Knappar i kanalen", blocks=action_blocks())
            return
        say(text="Regiondirektören äger det.", blocks=answer_blocks(), thread_ts=thread_ts)
        say(text="Vad vill du göra?", blocks=action_blocks(), thread_ts=thread_ts)

    @app.event("message")
    def on_message(event: dict[str, Any], client: WebClient) -> None:
        if event.get("channel_type") != "im" or event.get("bot_id") or event.get("subtype"):
            return
        thread_ts = event.get("thread_ts") or event["ts"]
        place = {"channel_id": event["channel"], "thread_ts": thread_ts}
        client.assistant_threads_setStatus(**place, status="letar i dokumenten …")
        stream = client.chat_stream(
            channel=event["channel"],
            thread_ts=thread_ts,
            recipient_team_id=event["team"],
            recipient_user_id=event["user"],
            buffer_size=1,
        )
        for word in ("**Regiondirektören** ", "äger ", "uppdraget."):
            stream.append(markdown_text=word)
        stream.stop(blocks=action_blocks()[1:])

    for action_id in ("save", "remove", "pick", "day", "who", "more", "feedback"):

        @app.action(action_id)
        def on_action(ack: Any, action: dict[str, Any], respond: Any) -> None:
            ack()
            chosen = action.get("selected_option") or {}
            value = (
                action.get("value")
                or chosen.get("value")
                or action.get("selected_date")
                or action.get("selected_user")
            )
            respond(text=f"Valt: {action['action_id']} {value}", replace_original=False)

    @app.action("ask_here")
    def on_ask(ack: Any, body: dict[str, Any], say: Any) -> None:
        ack()
        root = body["message"].get("thread_ts") or body["message"]["ts"]
        say(text="Frågan är besvarad i tråden.", thread_ts=root)

    @app.action("open_form")
    def on_open(ack: Any, body: dict[str, Any], client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=form())

    @app.options("assignment")
    def on_options(ack: Any, payload: dict[str, Any]) -> None:
        known = ("Minska hyrberoendet", "Nära vård")
        ack(options=[one for one in options(*known) if payload["value"].lower() in one["value"]])

    @app.view("gallery_form")
    def on_submit(ack: Any, body: dict[str, Any], view: dict[str, Any], client: WebClient) -> None:
        values = view["state"]["values"]
        if len(values["text"]["text"]["value"]) < 5:
            ack(response_action="errors", errors={"text": "Skriv minst fem tecken."})
            return
        ack()
        chosen = values["assignment"]["assignment"]["selected_option"]
        text = f"Sparat: {values['text']['text']['value']} ({values['state']['state']['selected_option']['value']}"
        client.chat_postEphemeral(
            channel="C0UPPDRAG01", user=body["user"]["id"], text=f"{text}, {chosen and chosen['value']})"
        )

    @app.command("/status")
    def on_command(ack: Any, body: dict[str, Any], client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=form("Du skrev: " + body["text"]))

    @app.shortcut("save_as_status")
    def on_shortcut(ack: Any, body: dict[str, Any], client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=form("Ur meddelandet"))

    @app.shortcut("report_status")
    def on_global(ack: Any, body: dict[str, Any], client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=form("Genväg"))

    @app.event("app_home_opened")
    def on_home(event: dict[str, Any], client: WebClient) -> None:
        blocks = [
            {"type": "header", "text": plain("Mina uppdrag")},
            {
                "type": "section",
                "text": mrkdwn("*Minska hyrberoendet* – gul"),
                "accessory": button("Uppdatera", "open_form"),
            },
        ]
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})

    @app.event("assistant_thread_started")
    def on_assistant(event: dict[str, Any], client: WebClient) -> None:
        thread = event["assistant_thread"]
        client.chat_postMessage(
            channel=thread["channel_id"], thread_ts=thread["thread_ts"], text="Hej! Vad undrar du?"
        )
        client.assistant_threads_setSuggestedPrompts(
            channel_id=thread["channel_id"],
            thread_ts=thread["thread_ts"],
            title="Prova till exempel",
            prompts=[
                {"title": "Vem äger Minska hyrberoendet?", "message": "Vem äger Minska hyrberoendet?"},
                {"title": "När är nästa beslutspunkt?", "message": "När är nästa beslutspunkt?"},
            ],
        )

    return app
