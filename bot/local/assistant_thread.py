"""A conversation in the assistant pane."""

from dataclasses import dataclass

from bot.local.payload import Payload


@dataclass(frozen=True)
class SuggestedPrompt:
    """A question the reader can ask with one click."""

    title: str
    message: str


@dataclass(frozen=True)
class AssistantThread:
    """One assistant conversation of a user, and the channel that is open beside it."""

    channel: str
    thread_ts: str
    user: str
    context_channel: str = ""
    title: str = ""
    prompts_title: str = ""
    prompts: tuple[SuggestedPrompt, ...] = ()

    def to_slack(self, team_id: str) -> Payload:
        """Return the thread as the assistant events show it."""
        context: Payload = {}
        if self.context_channel:
            context = {"channel_id": self.context_channel, "team_id": team_id, "enterprise_id": None}
        return {
            "user_id": self.user,
            "context": context,
            "channel_id": self.channel,
            "thread_ts": self.thread_ts,
        }


@dataclass(frozen=True)
class AssistantStatus:
    """The line that says what the app is doing in a thread."""

    channel: str
    thread_ts: str
    status: str
    loading_messages: tuple[str, ...] = ()
