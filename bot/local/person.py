"""A test's hands and eyes in the local workspace: one person who writes, clicks and waits."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from bot.local.assistant_thread import AssistantThread
from bot.local.errors import LocalWorkspaceError
from bot.local.message import Message, find_element
from bot.local.payload import Payload
from bot.local.server import LocalWorkspace
from bot.local.submission import Submitted
from bot.local.view import View

TIMEOUT = 30.0
Found = TypeVar("Found")
Test = Callable[[Message], bool]


class NothingCameError(LocalWorkspaceError):
    """What a person waited for did not come in time."""


@dataclass(frozen=True)
class Person:
    """One person at the local workspace; channels are named by id or `#name`."""

    local: LocalWorkspace
    user_id: str

    def say(self, channel: str, text: str, thread_ts: str | None = None) -> str:
        """Write in a conversation, as typed in the page; returns the message's `ts`."""
        return self.local.activity.say(self.user_id, channel, text, thread_ts or "").ts

    def upload(
        self, channel: str, name: str, content: bytes, text: str = "", thread_ts: str | None = None
    ) -> str:
        """Drop a file in a conversation, perhaps with a text; returns the message's `ts`."""
        with self.local.workspace.changes.lock:
            file = self.local.workspace.files.add(name, self.user_id, content)
            return self.local.activity.say(self.user_id, channel, text, thread_ts or "", (file.id,)).ts

    def mention(self, channel: str, text: str, thread_ts: str | None = None) -> str:
        """Write to the bot in a channel; returns the message's `ts`."""
        return self.say(channel, f"@{self.local.workspace.app.handle} {text}", thread_ts)

    def direct(self, text: str, thread_ts: str | None = None) -> str:
        """Write to the bot in the direct conversation; returns the message's `ts`."""
        return self.say(self.direct_channel, text, thread_ts)

    def edit(self, channel: str, ts: str, text: str) -> None:
        """Change one's own message."""
        self.local.activity.edit(self.user_id, self._channel(channel), ts, text)

    def delete(self, channel: str, ts: str) -> None:
        """Remove one's own message."""
        self.local.activity.delete(self.user_id, self._channel(channel), ts)

    def react(self, channel: str, ts: str, name: str) -> None:
        """Add a reaction."""
        self.local.workspace.react(self._channel(channel), ts, name, self.user_id)

    def click(self, container: Message | View, action_id: str, value: object = None) -> Payload:
        """Use an element of a message, a modal or App Home; returns the acknowledgement.

        `value` is what is chosen: an option's value, a date, an id; for buttons that share an
        action id, the button's value. Raises LookupError or NotDeliveredError.
        """
        return self.local.activity.click(self.user_id, container, action_id, value).result()

    def suggest(self, container: Message | View, action_id: str, typed: str) -> Payload:
        """Return the options the app suggests for an external select."""
        return self.local.activity.suggest(self.user_id, container, action_id, typed).result()

    def submit(self, view: View, values: Payload | None = None) -> Submitted:
        """Fill in a modal and submit it; `values` go by block id or action id, or by both nested."""
        return self.local.activity.submit(view, _by_block(view, values or {})).result()

    def close(self, view: View, *, everything: bool = False) -> None:
        """Close a modal without submitting it."""
        told = self.local.activity.close(view, everything=everything)
        if told is not None:
            told.result()

    def command(self, command: str, text: str = "", channel: str = "#uppdrag") -> Payload:
        """Use a slash command; returns the acknowledgement."""
        return self.local.activity.command(self.user_id, command, text, channel).result()

    def shortcut(self, message: Message | None, callback_id: str) -> Payload:
        """Use a shortcut on a message, or from anywhere when there is none."""
        if message is None:
            return self.local.activity.global_shortcut(self.user_id, callback_id).result()
        return self.local.activity.message_shortcut(self.user_id, message, callback_id).result()

    def open_home(self, tab: str = "home") -> None:
        """Open the app's Home (or `messages`) tab."""
        self.local.activity.open_home(self.user_id, tab)

    def open_assistant(self, context_channel: str = "") -> AssistantThread:
        """Start a conversation in the assistant pane."""
        return self.local.activity.start_assistant(self.user_id, context_channel)

    @property
    def direct_channel(self) -> str:
        """Return the id of the direct conversation with the bot."""
        workspace = self.local.workspace
        return workspace.direct_conversation(self.user_id, workspace.app.bot_user).id

    def messages(self, channel: str) -> list[Message]:
        """Return what this person sees in a conversation, replies included, oldest first."""
        workspace = self.local.workspace
        with workspace.changes.lock:
            history = workspace.history(self._channel(channel))
        return [message for message in history if message.ephemeral_for in ("", self.user_id)]

    def message(self, channel: str, ts: str) -> Message:
        """Return a message as it is now."""
        return self.local.workspace.message(self._channel(channel), ts)

    def wait_for_message(self, channel: str, predicate: Test, timeout: float = TIMEOUT) -> Message:
        """Return the newest message that fits; raises NothingCameError."""

        def look() -> Message | None:
            return next((m for m in reversed(self.messages(channel)) if predicate(m)), None)

        return self._wait(look, timeout, f"no such message in {channel}", channel)

    def wait_for_reply(self, channel: str, ts: str, timeout: float = TIMEOUT) -> Message:
        """Return the bot's newest finished reply in the thread of a message; raises NothingCameError."""
        return self.wait_for_message(
            channel,
            lambda m: m.is_bot and m.thread_ts == ts and m.ts > ts and m.stream.value != "in_progress",
            timeout,
        )

    def wait_for_view(self, callback_id: str = "", timeout: float = TIMEOUT) -> View:
        """Return the open modal (with this callback id); raises NothingCameError."""

        def look() -> View | None:
            view = self.local.workspace.top_view(self.user_id)
            return view if view and callback_id in ("", view.callback_id) else None

        return self._wait(look, timeout, f"no modal {callback_id}")

    def wait_for_home(self, timeout: float = TIMEOUT) -> View:
        """Return the published Home tab; raises NothingCameError."""
        return self._wait(lambda: self.local.workspace.homes.get(self.user_id), timeout, "no Home tab")

    def _wait(
        self, probe: Callable[[], Found | None], timeout: float, missing: str, channel: str = ""
    ) -> Found:
        found = self.local.workspace.changes.wait_until(probe, timeout)
        if found is None:
            seen = (
                [f"{m.user}: {m.visible_text[:200]}" for m in self.messages(channel)[-5:]] if channel else []
            )
            raise NothingCameError(f"{missing} in {timeout} s; newest: {seen}")
        return found

    def _channel(self, name: str) -> str:
        return self.local.workspace.conversation(name).id


def _by_block(view: View, values: Payload) -> Payload:
    """Return values keyed by block id, then action id."""
    keyed: Payload = {}
    for name, value in values.items():
        block = next((one for one in view.blocks if one["block_id"] == name), None)
        if block is None:
            block, element = find_element(view.blocks, name)
            keyed.setdefault(block["block_id"], {})[element["action_id"]] = value
        elif isinstance(value, dict):
            keyed.setdefault(name, {}).update(value)
        else:
            keyed.setdefault(name, {})[block["element"]["action_id"]] = value
    return keyed
