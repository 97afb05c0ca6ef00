"""`kansli manifest`: the Slack app manifest, with the least scopes that the bot can do with."""

import json
from typing import Any

from bot import texts
from bot.listeners.modals import REPORT_STATUS, SAVE_MESSAGE

BOT_SCOPES = {
    "app_mentions:read": "höra när någon nämner Kansli",
    "assistant:write": "svara i assistentpanelen",
    "channels:history": "höra svar i trådar och hitta egna svar igen",
    "channels:read": "veta vilka kanaler Kansli är med i",
    "chat:write": "svara",
    "commands": "ta emot snedstreckskommandon",
    "files:read": "hämta dokument som någon släpper till Kansli",
    "files:write": "lägga bilder, kalenderfiler och rapporter i trådar",
    "groups:history": "samma sak i privata kanaler",
    "groups:read": "samma sak i privata kanaler",
    "im:history": "läsa direktmeddelanden till Kansli",
    "im:read": "veta vilka samtal som är direkta",
    "im:write": "skriva direkt till en person",
    "reactions:write": "visa genast att en fråga är sedd",
    "usergroups:read": "veta vilka som får skriva lägesrapporter, när det är begränsat till en grupp",
    "users:read": "skilja medarbetare från gäster",
    "users:read.email": "känna igen den som står i befattningslistan",
}
EVENTS = (
    "app_home_opened",
    "app_mention",
    "assistant_thread_context_changed",
    "assistant_thread_started",
    "member_joined_channel",
    "message.channels",
    "message.groups",
    "message.im",
)
COMMANDS = (
    ("/uppdrag", "Visa uppdrag", "[namn]"),
    ("/beslut", "Vad har beslutats?", "[ämne eller diarienummer]"),
    ("/status", "Rapportera eller fråga om läget", "[uppdrag är gul, …]"),
    ("/kansli", "Hjälp och inställningar", "hjälp | inställningar | veckobrev på | veckobrev av"),
)


INSTALLATION_EVENTS = ("app_uninstalled", "tokens_revoked")


def manifest(request_url: str = "", redirect_url: str = "") -> str:
    """Return the manifest as JSON: for Socket Mode, or for HTTP when there is a request address.

    With a redirect address too, workspaces install the app by themselves.
    """
    return json.dumps(_manifest(request_url, redirect_url), ensure_ascii=False, indent=2)


def _manifest(request_url: str, redirect_url: str) -> dict[str, Any]:
    redirects = {"redirect_urls": [redirect_url]} if redirect_url else {}
    events = [*EVENTS, *(INSTALLATION_EVENTS if redirect_url else ())]
    address = {"request_url": request_url} if request_url else {}
    url = {"url": request_url} if request_url else {}
    return {
        "display_information": {
            "name": texts.APP_NAME,
            "description": "Svarar på frågor om uppdrag, beslutspunkter och beslut, med källa.",
            "background_color": "#1d4e6b",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "assistant_view": {
                "assistant_description": "Svarar ur uppdragsdirektiv, nämndplaner och protokoll, ord för ord."
            },
            "bot_user": {"display_name": "kansli", "always_online": True},
            "shortcuts": [
                {
                    "name": "Spara som status",
                    "type": "message",
                    "callback_id": SAVE_MESSAGE,
                    "description": "Gör meddelandet till en lägesrapport",
                },
                {
                    "name": "Rapportera läget",
                    "type": "global",
                    "callback_id": REPORT_STATUS,
                    "description": "Skriv en lägesrapport för ett uppdrag",
                },
            ],
            "slash_commands": [
                {
                    "command": name,
                    "description": description,
                    "usage_hint": hint,
                    "should_escape": True,
                    **url,
                }
                for name, description, hint in COMMANDS
            ],
        },
        "oauth_config": {**redirects, "scopes": {"bot": list(BOT_SCOPES)}},
        "settings": {
            "event_subscriptions": {**address, "bot_events": events},
            "interactivity": {"is_enabled": True, **address},
            "org_deploy_enabled": False,
            "socket_mode_enabled": not request_url,
            "token_rotation_enabled": False,
        },
    }
