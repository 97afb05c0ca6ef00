"""What people do in Slack, as frozen values: the inputs of the durable workflows.

These values are stored before Slack gets its acknowledgement and may be read back by a later version of the
code: a new field needs a default, and a field is never renamed.
"""

import hashlib
from dataclasses import dataclass

from bot.document_intake import SharedFile


@dataclass(frozen=True, slots=True)
class Place:
    """A channel and, in it, a thread (empty: the channel itself)."""

    channel: str
    thread_ts: str = ""


@dataclass(frozen=True, slots=True)
class IncomingMessage:
    """A message that is meant for the bot; `text` has the mention of the bot taken out.

    `is_direct` in the bot's own conversation, `is_mention` when the bot was named. `choice_of` is the key of
    the answer whose button asked the question. `files` are those that were dropped with it.
    """

    team: str
    channel: str
    ts: str
    user: str
    text: str
    thread_ts: str = ""
    is_direct: bool = False
    is_mention: bool = False
    choice_of: str = ""
    files: tuple[SharedFile, ...] = ()

    @property
    def key(self) -> str:
        """Name the message: one for the event pair of a mention and for every repetition."""
        return f"{self.team}:{self.channel}:{self.ts}"

    @property
    def place(self) -> Place:
        """Where the answer goes: the message's thread."""
        return Place(self.channel, self.thread_ts or self.ts)


@dataclass(frozen=True, slots=True)
class MessageChange:
    """A person's message that was edited, or deleted when `text` is empty; `changed_ts` names this change of it."""

    team: str
    channel: str
    ts: str
    user: str
    text: str
    changed_ts: str
    thread_ts: str = ""
    is_direct: bool = False

    @property
    def message_key(self) -> str:
        """Name the message as it was named when it was written."""
        return f"{self.team}:{self.channel}:{self.ts}"

    @property
    def key(self) -> str:
        """Name the change."""
        return f"{self.message_key}~{self.changed_ts}"

    @property
    def is_deletion(self) -> bool:
        """Tell whether nothing of the message is left."""
        return not self.text


@dataclass(frozen=True, slots=True)
class Click:
    """A pressed button; `message_ts` is empty in a modal or on the home tab."""

    team: str
    user: str
    action_id: str
    value: str
    channel: str = ""
    message_ts: str = ""
    thread_ts: str = ""
    trigger_id: str = ""
    response_url: str = ""
    action_ts: str = ""
    is_ephemeral: bool = False
    view_id: str = ""

    @property
    def key(self) -> str:
        """Name the click; a delivery that is repeated has the same name."""
        place = (
            f"{self.team}:{self.channel or self.view_id}:{self.message_ts}:{self.action_id}:{self.action_ts}"
        )
        return f"{place}:{_digest(self.user, self.value, self.trigger_id)}"

    @property
    def place(self) -> Place:
        """Where what follows from the click goes: the message's thread."""
        return Place(self.channel, self.thread_ts or self.message_ts)


@dataclass(frozen=True, slots=True)
class Submission:
    """A submitted modal; `values` are (field, value) pairs and `private` what the modal carried with it."""

    team: str
    user: str
    callback_id: str
    view_id: str
    private: str
    values: tuple[tuple[str, str], ...]

    @property
    def key(self) -> str:
        """Name the submission; what was filled in belongs to it."""
        filled_in = (word for pair in self.values for word in pair)
        return f"{self.team}:{self.view_id}:{_digest(self.user, self.private, *filled_in)}"

    def value(self, field: str) -> str:
        """Return what was filled in, or nothing."""
        return dict(self.values).get(field, "")


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command; `trigger_id` is new for each time it is typed."""

    team: str
    channel: str
    user: str
    name: str
    text: str
    trigger_id: str
    response_url: str

    @property
    def key(self) -> str:
        """Name this use of the command."""
        return f"{self.team}:{self.trigger_id}:{_digest(self.user, self.name, self.text, self.response_url)}"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A shortcut; a message shortcut carries the message it was used on."""

    team: str
    user: str
    callback_id: str
    trigger_id: str
    channel: str = ""
    message_ts: str = ""
    thread_ts: str = ""
    text: str = ""
    author: str = ""

    @property
    def key(self) -> str:
        """Name this use of the shortcut."""
        return f"{self.team}:{self.trigger_id}:{_digest(self.user, self.callback_id, self.channel, self.message_ts)}"


@dataclass(frozen=True, slots=True)
class Opened:
    """Somebody opened the home tab, an assistant thread or let the bot into a channel."""

    team: str
    user: str
    event_ts: str
    channel: str = ""
    thread_ts: str = ""

    @property
    def key(self) -> str:
        """Name this opening."""
        return f"{self.team}:{self.channel}:{self.user}:{self.thread_ts}:{self.event_ts}"


def _digest(*parts: str) -> str:
    """Return a short name for all that makes one act another, lest two acts with the same trigger be taken for one."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]
