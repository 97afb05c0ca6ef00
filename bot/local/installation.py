"""What the app was installed with: scopes, events, commands, shortcuts."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class SlashCommand:
    """A command the app has registered; `should_escape` sends names and links in Slack's markup."""

    command: str
    description: str = ""
    usage_hint: str = ""
    should_escape: bool = False


@dataclass(frozen=True)
class Shortcut:
    """A shortcut the app has registered, on messages or from anywhere."""

    callback_id: str
    name: str
    on_message: bool = True


def default_scopes() -> frozenset[str]:
    """Return the scopes the app has unless told otherwise."""
    return frozenset(
        {
            "app_mentions:read",
            "assistant:write",
            "channels:history",
            "channels:join",
            "channels:read",
            "chat:write",
            "commands",
            "files:read",
            "files:write",
            "groups:history",
            "groups:read",
            "im:history",
            "im:read",
            "im:write",
            "reactions:read",
            "reactions:write",
            "team:read",
            "usergroups:read",
            "users:read",
            "users:read.email",
        }
    )


def default_commands() -> tuple[SlashCommand, ...]:
    """Return the commands the page completes unless told otherwise."""
    return (
        SlashCommand("/uppdrag", "Visa uppdrag", "[namn]", should_escape=True),
        SlashCommand("/beslut", "Vad har beslutats?", "[ämne eller diarienummer]", should_escape=True),
        SlashCommand("/status", "Rapportera eller fråga om läget", "[uppdrag är gul, …]", should_escape=True),
        SlashCommand("/kansli", "Hjälp och inställningar", "hjälp", should_escape=True),
    )


def default_shortcuts() -> tuple[Shortcut, ...]:
    """Return the shortcuts the page offers unless told otherwise."""
    return (
        Shortcut("save_as_status", "Spara som status"),
        Shortcut("report_status", "Rapportera läget", on_message=False),
    )


@dataclass(frozen=True)
class Installation:
    """What a manifest asks for; `subscriptions` are event names as in a manifest (None: all events)."""

    scopes: frozenset[str] = field(default_factory=default_scopes)
    subscriptions: frozenset[str] | None = None
    commands: tuple[SlashCommand, ...] = field(default_factory=default_commands)
    shortcuts: tuple[Shortcut, ...] = field(default_factory=default_shortcuts)

    def hears(self, subscription: str) -> bool:
        """Tell whether the app asked for these events."""
        return self.subscriptions is None or subscription in self.subscriptions
