"""A channel or a direct conversation, and how Slack shows it."""

from dataclasses import dataclass
from enum import Enum

from bot.local.payload import Payload

CREATED = 1735689600


class ConversationKind(Enum):
    """What sort of conversation it is; the value is Slack's `channel_type`."""

    CHANNEL = "channel"
    GROUP = "group"
    DIRECT = "im"


@dataclass(frozen=True)
class Conversation:
    """A conversation and its members."""

    id: str
    kind: ConversationKind
    members: tuple[str, ...]
    name: str = ""
    topic: str = ""
    purpose: str = ""
    creator: str = ""
    is_general: bool = False
    is_archived: bool = False

    @property
    def is_direct(self) -> bool:
        """Tell whether this is a direct conversation between two."""
        return self.kind is ConversationKind.DIRECT

    def other(self, user: str) -> str:
        """Return who else is in a direct conversation."""
        return next((member for member in self.members if member != user), user)

    def to_slack(self, team_id: str, seen_by: str) -> Payload:
        """Return the conversation as `conversations.info` shows it to a user."""
        if self.is_direct:
            return {
                "id": self.id,
                "created": CREATED,
                "is_archived": False,
                "is_im": True,
                "is_org_shared": False,
                "context_team_id": team_id,
                "updated": CREATED * 1000,
                "user": self.other(seen_by),
                "is_user_deleted": False,
                "priority": 0,
            }
        return {
            "id": self.id,
            "name": self.name,
            "is_channel": self.kind is ConversationKind.CHANNEL,
            "is_group": self.kind is ConversationKind.GROUP,
            "is_im": False,
            "is_mpim": False,
            "is_private": self.kind is ConversationKind.GROUP,
            "created": CREATED,
            "is_archived": self.is_archived,
            "is_general": self.is_general,
            "unlinked": 0,
            "name_normalized": self.name,
            "is_shared": False,
            "is_org_shared": False,
            "is_pending_ext_shared": False,
            "pending_shared": [],
            "context_team_id": team_id,
            "updated": CREATED * 1000,
            "creator": self.creator,
            "is_ext_shared": False,
            "shared_team_ids": [team_id],
            "pending_connected_team_ids": [],
            "is_member": seen_by in self.members,
            "topic": {"value": self.topic, "creator": self.creator, "last_set": CREATED},
            "purpose": {"value": self.purpose, "creator": self.creator, "last_set": CREATED},
            "previous_names": [],
        }
