"""What happened in the workspace: one feed, read by events, by the page and by waiting tests."""

from dataclasses import dataclass, field
from enum import Enum

from bot.local.message import Message
from bot.local.payload import Payload


class ChangeKind(Enum):
    """The ways a workspace changes."""

    POSTED = "posted"
    CHANGED = "changed"
    DELETED = "deleted"
    EPHEMERAL_REMOVED = "ephemeral_removed"
    REACTION_ADDED = "reaction_added"
    REACTION_REMOVED = "reaction_removed"
    MEMBER_JOINED = "member_joined"
    CONVERSATION_OPENED = "conversation_opened"
    READ = "read"
    VIEW = "view"
    HOME_OPENED = "home_opened"
    HOME_PUBLISHED = "home_published"
    ASSISTANT_STARTED = "assistant_started"
    ASSISTANT_CONTEXT = "assistant_context"
    ASSISTANT_PROMPTS = "assistant_prompts"
    ASSISTANT_STATUS = "assistant_status"
    NOTICE = "notice"


@dataclass(frozen=True)
class Change:
    """One change; `readers` names who may see it (None: every member of the channel)."""

    kind: ChangeKind
    number: int
    channel: str = ""
    user: str = ""
    message: Message | None = None
    previous: Message | None = None
    readers: tuple[str, ...] | None = None
    detail: Payload = field(default_factory=dict)
