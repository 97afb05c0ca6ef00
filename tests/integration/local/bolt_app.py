"""The smallest Bolt app that uses each way in: mention, button, modal, command, shortcut, home."""

from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.local.server import LocalWorkspace


def card() -> list[dict[str, Any]]:
    return [
        {"type": "section", "text": {"type": "mrkdwn", "text": "*Hej!* Vad vill du göra?"}},
        {
            "type": "actions",
            "block_id": "card",
            "elements": [
                {
                    "type": "button",
                    "action_id": "open_form",
                    "text": {"type": "plain_text", "text": "Öppna formulär"},
                    "value": "42",
                },
                {
                    "type": "static_select",
                    "action_id": "pick",
                    "placeholder": {"type": "plain_text", "text": "Välj"},
                    "options": [
                        {"text": {"type": "plain_text", "text": "Grön"}, "value": "green"},
                        {"text": {"type": "plain_text", "text": "Gul"}, "value": "yellow"},
                    ],
                },
            ],
        },
    ]


def form() -> dict[str, Any]:
    return {
        "type": "modal",
        "callback_id": "status_form",
        "title": {"type": "plain_text", "text": "Ny status"},
        "submit": {"type": "plain_text", "text": "Spara"},
        "close": {"type": "plain_text", "text": "Avbryt"},
        "notify_on_close": True,
        "private_metadata": "C1:1.2",
        "blocks": [
            {
                "type": "input",
                "block_id": "text",
                "label": {"type": "plain_text", "text": "Hur går det?"},
                "element": {"type": "plain_text_input", "action_id": "text_input", "multiline": True},
            },
            {
                "type": "input",
                "block_id": "state",
                "optional": True,
                "label": {"type": "plain_text", "text": "Läge"},
                "element": {
                    "type": "radio_buttons",
                    "action_id": "state_input",
                    "options": [
                        {"text": {"type": "plain_text", "text": "Grön"}, "value": "green"},
                        {"text": {"type": "plain_text", "text": "Röd"}, "value": "red"},
                    ],
                },
            },
        ],
    }


def small_app(local: LocalWorkspace, client: WebClient, seen: list[dict[str, Any]] | None = None) -> App:
    """Return the app; every body it receives is added to `seen`."""
    app = App(client=client, signing_secret=local.signing_secret, process_before_response=False)
    bodies: list[dict[str, Any]] = [] if seen is None else seen

    @app.middleware
    def remember(body: dict[str, Any], next: Any) -> None:  # noqa: A002 - Bolt passes it by this name
        bodies.append(body)
        next()

    @app.event("app_mention")
    def on_mention(event: dict[str, Any], say: Any) -> None:
        say(text="Hej! Vad vill du göra?", blocks=card(), thread_ts=event.get("thread_ts") or event["ts"])

    @app.event("message")
    def on_message(event: dict[str, Any], say: Any) -> None:
        if event.get("channel_type") == "im" and not event.get("bot_id") and not event.get("subtype"):
            say(text=f"Du skrev: {event['text']}", thread_ts=event.get("thread_ts"))

    @app.action("open_form")
    def on_button(ack: Any, body: dict[str, Any], client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=form())

    @app.action("pick")
    def on_pick(ack: Any, action: dict[str, Any], respond: Any) -> None:
        ack()
        respond(text=f"Du valde {action['selected_option']['value']}", replace_original=False)

    @app.view("status_form")
    def on_submit(ack: Any, body: dict[str, Any], view: dict[str, Any], client: WebClient) -> None:
        text = view["state"]["values"]["text"]["text_input"]["value"]
        if len(text) < 5:
            ack(response_action="errors", errors={"text": "Skriv lite mer."})
            return
        ack()
        client.chat_postMessage(channel=body["user"]["id"], text=f"Sparat: {text}")

    @app.view_closed("status_form")
    def on_closed(ack: Any, body: dict[str, Any], client: WebClient) -> None:
        ack()
        client.chat_postMessage(channel=body["user"]["id"], text="Avbrutet")

    @app.command("/status")
    def on_command(ack: Any, command: dict[str, Any]) -> None:
        ack(f"Status: {command['text']}")

    @app.shortcut("save_as_status")
    def on_shortcut(ack: Any, body: dict[str, Any], client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=form())

    @app.event("app_home_opened")
    def on_home(event: dict[str, Any], client: WebClient) -> None:
        blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "Mina uppdrag"}}]
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})

    @app.event("assistant_thread_started")
    def on_assistant(event: dict[str, Any], client: WebClient) -> None:
        thread = event["assistant_thread"]
        place = {"channel_id": thread["channel_id"], "thread_ts": thread["thread_ts"]}
        client.chat_postMessage(
            channel=thread["channel_id"], thread_ts=thread["thread_ts"], text="Hej, vad undrar du?"
        )
        client.assistant_threads_setSuggestedPrompts(
            **place, title="Prova", prompts=[{"title": "Ägare", "message": "Vem äger uppdraget?"}]
        )

    return app
